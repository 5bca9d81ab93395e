//! What arrived at a mail server, read as somebody reads it.

use anyhow::{Context, Result, ensure};
use foyer_tests::mail_server::MailServer;
use foyer_tests::wait;
use mail_parser::{Message, MessageParser, MimeHeaders};

/// The mail whose subject begins so, once it is there.
pub async fn mail_about(mails: &MailServer, subject: &str) -> Result<Message<'static>> {
    wait::for_value(&format!("a mail “{subject}”"), wait::LIMIT, || async {
        for mail in mails.mails()? {
            let found = MessageParser::new().parse(&mail).context("a mail is one")?.into_owned();
            if found.subject().is_some_and(|said| said.starts_with(subject)) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    })
    .await
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

/// The check-in code in a mail's picture.
pub fn code_in(mail: &Message<'_>) -> Result<String> {
    let mut pictures = mail.parts.iter().filter(|part| part.content_id() == Some("check-in-code"));
    let picture = pictures.next().context("a mail has a code")?;
    ensure!(pictures.next().is_none(), "one code in a mail");
    let picture = image::load_from_memory(picture.contents())?.to_luma8();
    let mut prepared = rqrr::PreparedImage::prepare(picture);
    let grids = prepared.detect_grids();
    let (_, code) = grids.first().context("the picture is a QR code")?.decode()?;
    Ok(code)
}
