//! What arrived at a mail server, read as somebody reads it.

use crate::support::at;
use anyhow::{Context, Result, ensure};
use foyer_tests::house::House;
use foyer_tests::kept::Kept;
use foyer_tests::mail_server::{self, MailServer};
use foyer_tests::wait;
use image::GrayImage;
use mail_parser::{Message, MessageParser, MimeHeaders};
use std::path::Path;

/// An installation with a mail server beside it.
pub async fn house_that_mails(
    kept: Kept,
    folder: &Path,
    office_toml: &Path,
    start: &str,
) -> Result<(House, MailServer)> {
    let mails = MailServer::start()?;
    let section = mail_server::section(mails.port, "security = \"none\"");
    let house = House::open_on(kept, &section, folder, office_toml, at(start)).await?;
    Ok((house, mails))
}

/// The mail whose subject begins so, once it is there.
pub async fn mail_about(mails: &MailServer, subject: &str) -> Result<Message<'static>> {
    mail_that(mails, subject, |_| true).await
}

/// The same to this address.
pub async fn mail_to(mails: &MailServer, address: &str, subject: &str) -> Result<Message<'static>> {
    mail_that(mails, subject, |mail| is_to(mail, address)).await
}

async fn mail_that(
    mails: &MailServer,
    subject: &str,
    is_it: impl Fn(&Message<'_>) -> bool,
) -> Result<Message<'static>> {
    wait::for_value(&format!("a mail “{subject}”"), wait::LIMIT, || async {
        let is_about = |mail: &Message<'_>| mail.subject().is_some_and(|said| said.starts_with(subject));
        Ok(arrived(mails)?.into_iter().find(|mail| is_about(mail) && is_it(mail)))
    })
    .await
}

/// All that has arrived, the oldest first.
pub fn arrived(mails: &MailServer) -> Result<Vec<Message<'static>>> {
    let read = |mail: &Vec<u8>| Ok(MessageParser::new().parse(mail).context("a mail is one")?.into_owned());
    mails.mails()?.iter().map(read).collect()
}

/// Whether a mail goes to this address.
pub fn is_to(mail: &Message<'_>, address: &str) -> bool {
    mail.to().and_then(|to| to.first()).and_then(|to| to.address()) == Some(address)
}

/// What a mail says in plain text, with common spaces.
pub fn text(mail: &Message<'_>) -> Result<String> {
    Ok(mail.body_text(0).context("a mail has a text")?.replace(['\u{202f}', '\u{a0}'], " "))
}

/// The first link of a mail that has `mark` in it.
pub fn link(mail: &Message<'_>, mark: &str) -> Result<String> {
    let text = text(mail)?;
    let mut links = text.split_whitespace().filter(|word| word.starts_with("http"));
    Ok(links
        .find(|link| link.contains(mark))
        .with_context(|| format!("no link with {mark} in {text}"))?
        .to_owned())
}

/// The picture of the check-in code in a mail; none where it has none.
pub fn picture_in(mail: &Message<'_>) -> Result<Option<GrayImage>> {
    let mut pictures = mail.parts.iter().filter(|part| part.content_id() == Some("check-in-code"));
    let picture = pictures.next();
    ensure!(pictures.next().is_none(), "one code in a mail");
    Ok(picture
        .map(|part| image::load_from_memory(part.contents()))
        .transpose()?
        .map(|found| found.to_luma8()))
}

/// The check-in code in a mail's picture.
pub fn code_in(mail: &Message<'_>) -> Result<String> {
    let picture = picture_in(mail)?.context("a mail has a code")?;
    let mut prepared = rqrr::PreparedImage::prepare(picture);
    let grids = prepared.detect_grids();
    let (_, code) = grids.first().context("the picture is a QR code")?.decode()?;
    Ok(code)
}
