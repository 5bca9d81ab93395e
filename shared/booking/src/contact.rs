//! Contact data as typed.

use crate::refusal::Refusal;
use crate::store::Contact;
use foyer_text::Language;

/// The longest name and address that are kept, in characters.
const LONGEST: usize = 200;

/// Reads what somebody typed; both may be empty.
///
/// # Errors
/// A text that is too long or holds control characters; an address without the look of one; an unknown language.
pub fn read(name: &str, email: &str, language: &str) -> Result<Contact, Refusal> {
    let (name, email) = (name.trim(), email.trim());
    let wrong = |field: &str, fault: &str| {
        Err(Refusal::ContactWrong { field: field.to_owned(), fault: fault.to_owned() })
    };
    for (field, text) in [("name", name), ("email", email)] {
        if text.chars().count() > LONGEST {
            return wrong(field, "is longer than 200 characters; shorten it");
        }
        if text.chars().any(char::is_control) {
            return wrong(field, "holds control characters; remove them");
        }
    }
    if !email.is_empty() && !looks_like_an_address(email) {
        return wrong("email", "is no e-mail address; write it like name@example.org");
    }
    let Some(language) = Language::from_tag(language) else {
        return wrong("language", "is not one of ours; write a tag such as `de`, `de-simple` or `ar`");
    };
    Ok(Contact {
        name: name.to_owned(),
        email: email.to_owned(),
        language: language.tag().to_owned(),
        interpreter: false,
    })
}

/// A local part, an @, and a domain with a dot. Whether mail arrives there only a mail can tell.
fn looks_like_an_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let has_dot = domain.split_once('.').is_some_and(|(host, rest)| !host.is_empty() && !rest.is_empty());
    !local.is_empty() && has_dot && !domain.ends_with('.') && !text.chars().any(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for right in ["a@b.de", "vorname.nachname+amt@mail.example.org", "müller@bücher.example", ""] {
            assert!(read("", right, "de").is_ok(), "{right}");
        }
        for wrong in ["a", "a@b", "@b.de", "a@.de", "a@b.", "a b@c.de", "a@b .de"] {
            assert!(read("", wrong, "de").is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_and_languages() {
        assert!(read(" Zoë O’Neil ", "", "de-AT").is_ok_and(|contact| contact.name == "Zoë O’Neil"));
        assert!(read(&"x".repeat(201), "", "de").is_err());
        assert!(read("a\u{1b}[31m", "", "de").is_err());
        assert!(read("a", "", "tlh").is_err());
    }
}
