//! A letter as a mail: addresses, headers, parts.

use super::letter::{Attachment, CODE_ID, Composed};
use foyer_domain::Timestamp;
use foyer_domain::id::BookingId;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment as Part, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use std::error::Error;
use std::str::FromStr;

/// Who writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The town's address, with its name.
    pub from: Mailbox,
    /// Where answers go, if not there.
    pub reply_to: Option<Mailbox>,
}

/// What makes a mail this one: sent twice after a crash it is recognised as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    /// Of which booking, or which entry of somebody who waits or asks: both are numbered alike.
    pub booking: BookingId,
    /// [`super::Kind::name`] or [`super::AskedKind::name`].
    pub kind: &'static str,
    /// How often the booking was changed before, or how many letters there were.
    pub sequence: u32,
}

/// Why a letter cannot be a mail.
#[derive(Debug, thiserror::Error)]
pub enum MessageFault {
    /// What was typed is no address that mail can go to.
    #[error("the recipient’s address is none")]
    Address(#[source] Box<dyn Error + Send + Sync>),
    /// A part that cannot be written.
    #[error("the mail cannot be written")]
    Parts(#[source] Box<dyn Error + Send + Sync>),
}

macro_rules! header {
    ($(#[$documentation:meta])* $name:ident, $said:literal) => {
        $(#[$documentation])*
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($said)
            }

            fn parse(text: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

header!(
    /// No machine answers a machine (RFC 3834, 5).
    AutoSubmitted,
    "Auto-Submitted"
);
header!(
    /// RFC 3282.
    ContentLanguage,
    "Content-Language"
);
header!(
    /// No answers that somebody is away, which Exchange sends in spite of RFC 3834 (MS-OXCMAIL, 2.1.3.2.4).
    SuppressReplies,
    "X-Auto-Response-Suppress"
);

/// A letter to this address. The name that somebody typed is in the letter alone, never in a header.
///
/// # Errors
/// An address that is none.
pub fn write(
    letter: &Composed,
    sender: &Sender,
    to: &str,
    identity: Identity,
    now: Timestamp,
) -> Result<Message, MessageFault> {
    let Identity { booking, kind, sequence } = identity;
    let domain = sender.from.email.domain();
    let mut builder = Message::builder()
        .from(sender.from.clone())
        .to(Mailbox::new(None, address(to)?))
        .subject(letter.subject.clone())
        .date(now.into())
        .message_id(Some(format!("<{kind}.{sequence}.{booking}@{domain}>")))
        .header(AutoSubmitted("auto-generated".to_owned()))
        .header(SuppressReplies("All".to_owned()))
        .header(ContentLanguage(letter.language.tag().to_owned()));
    if let Some(reply_to) = &sender.reply_to {
        builder = builder.reply_to(reply_to.clone());
    }
    builder.multipart(parts(letter)?).map_err(|fault| MessageFault::Parts(fault.into()))
}

/// Whether a mail can be addressed to this. Whether it arrives there only a mail can tell.
pub fn is_address(text: &str) -> bool {
    address(text).is_ok()
}

/// An address as mail servers take it: a domain in letters of other scripts is written as in the DNS (RFC 5891).
fn address(typed: &str) -> Result<Address, MessageFault> {
    let none = |fault: Box<dyn Error + Send + Sync>| MessageFault::Address(fault);
    let (user, domain) = typed.rsplit_once('@').ok_or_else(|| none("there is no @ in it".into()))?;
    let domain = url::Host::parse(domain).map_err(|fault| none(fault.into()))?;
    Address::new(user, domain.to_string()).map_err(|fault| none(fault.into()))
}

/// Text and page, the page with its picture, and beside them the file for calendars.
fn parts(letter: &Composed) -> Result<MultiPart, MessageFault> {
    let kind = |text: &str| ContentType::parse(text).map_err(|fault| MessageFault::Parts(fault.into()));
    let mut page = MultiPart::related().singlepart(SinglePart::html(letter.html.clone()));
    let mut beside = Vec::new();
    for attachment in &letter.attachments {
        match attachment {
            Attachment::Code(png) => {
                let name = "qr-code.png".to_owned();
                let part = Part::new_inline_with_name(CODE_ID.to_owned(), name);
                page = page.singlepart(part.body(png.clone(), kind("image/png")?));
            }
            Attachment::Calendar { method, text } => {
                let kind = kind(&format!("text/calendar; charset=utf-8; method={}", method.name()))?;
                beside.push(Part::new("termin.ics".to_owned()).body(text.clone(), kind));
            }
        }
    }
    let both = MultiPart::alternative().singlepart(SinglePart::plain(letter.text.clone())).multipart(page);
    Ok(beside.into_iter().fold(MultiPart::mixed().multipart(both), MultiPart::singlepart))
}

/// "Bürgerbüro Musterstadt <termine@musterstadt.example>", or the address alone.
///
/// # Errors
/// What is wrong with it.
pub fn mailbox(text: &str) -> Result<Mailbox, lettre::address::AddressError> {
    Mailbox::from_str(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Kind;
    use crate::mail::letter::tests::{composed, ten};
    use foyer_text::Language;

    fn sender() -> Sender {
        Sender { from: mailbox("Bürgerbüro <termine@musterstadt.example>").unwrap(), reply_to: None }
    }

    fn written(letter: &Composed, to: &str) -> Result<Message, MessageFault> {
        let booking = BookingId::new(7).unwrap();
        write(letter, &sender(), to, Identity { booking, kind: "confirmed", sequence: 2 }, ten())
    }

    #[test]
    fn nothing_typed_becomes_a_header() {
        let letter =
            composed(&Kind::Confirmed, Language::German, "Erika\r\nBcc: a@b.example", |office, view| {
                view.office_name = "Amt\r\nBcc: a@b.example\r\n\r\n<script>".to_owned();
                office.name = view.office_name.clone();
            });
        let mail = written(&letter, "erika@example.org").unwrap();
        let mail = String::from_utf8(mail.formatted()).unwrap();
        let (head, _) = mail.split_once("\r\n\r\n").unwrap();
        assert!(!head.to_lowercase().contains("\nbcc") && !head.contains("<script"), "{head}");
        assert!(head.is_ascii() && head.lines().all(|line| line.len() <= 78), "{head}");
        assert!(mail.contains("multipart/related"), "the body is still the body");
    }

    #[test]
    fn what_is_no_address_gets_no_mail() {
        let letter = composed(&Kind::Confirmed, Language::German, "", |_, _| ());
        let long = format!("{}@example.org", "x".repeat(100_000));
        for typed in [
            "",
            "erika",
            "erika@",
            "a@b.example\r\nBcc: c@d.example",
            "a@b.example\r\nDATA",
            "a@b.example, c@d.example",
            "Erika <a@b.example>",
            "a b@c.example",
            "\u{202e}a@b.example\u{0}",
            &long,
        ] {
            let fault = written(&letter, typed).unwrap_err().to_string();
            assert_eq!(fault, "the recipient’s address is none", "{typed:.40}");
        }
    }

    #[test]
    fn the_same_letter_is_known_again() {
        let letter = composed(&Kind::Confirmed, Language::German, "", |_, _| ());
        let id = |mail: Message| mail.headers().get_raw("Message-ID").map(str::to_owned);
        let first = id(written(&letter, "erika@example.org").unwrap());
        assert_eq!(first.as_deref(), Some("<confirmed.2.000000000007@musterstadt.example>"));
        assert_eq!(first, id(written(&letter, "erika@example.org").unwrap()));
    }
}
