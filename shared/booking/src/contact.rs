//! Who comes, as typed.

use crate::calendar::Asker;
use crate::mail::message;
use crate::refusal::Refusal;
use crate::visible;
use foyer_domain::office::{InterpreterWay, Rules};
use foyer_domain::visit::Wishes;
use foyer_text::Language;

/// The longest name and address that are kept, in characters.
pub const LONGEST: usize = 200;
/// The most who come together; more make appointments of their own.
pub const MOST_PERSONS: u8 = 9;
/// An international number has up to 15 digits (ITU-T E.164); nobody is reached by fewer than 5.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 5..=15;
/// Stands for a language that is in no list (ISO 639-2).
pub const ANOTHER_LANGUAGE: &str = "mis";

/// What somebody typed or a program sent.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// May be empty.
    pub name: &'a str,
    /// May be empty.
    pub email: &'a str,
    /// May be empty.
    pub phone: &'a str,
    /// The chosen language, `de`.
    pub language: &'a str,
    /// How many come, 1–9.
    pub persons: u8,
    /// What is wished of whoever calls.
    pub wishes: Wishes,
    /// What an interpreter has to speak, by ISO 639 code.
    pub interpreter_language: Option<&'a str>,
    /// How the interpreter is wished.
    pub interpreter_way: Option<InterpreterWay>,
}

impl<'a> Given<'a> {
    /// Who comes alone and wishes nothing.
    pub const fn alone(name: &'a str, email: &'a str, language: &'a str) -> Self {
        Self {
            name,
            email,
            phone: "",
            language,
            persons: 1,
            wishes: Wishes { pick_up: false, more_time: false, interpreter: false },
            interpreter_language: None,
            interpreter_way: None,
        }
    }
}

/// The same, read.
#[derive(Debug, Clone)]
pub struct Person {
    /// May be empty.
    pub name: String,
    /// May be empty.
    pub email: String,
    /// May be empty.
    pub phone: String,
    /// One of ours.
    pub language: Language,
    /// How many come, 1–9.
    pub persons: u8,
    /// What is wished of whoever calls.
    pub wishes: Wishes,
    /// What an interpreter has to speak, by ISO 639 code, or [`ANOTHER_LANGUAGE`].
    pub interpreter_language: Option<String>,
    /// How the interpreter is wished.
    pub interpreter_way: Option<InterpreterWay>,
    /// Who typed it; staff do so for somebody who may have neither e-mail nor a telephone of their own.
    pub asker: Asker,
}

impl Person {
    /// Whether staff typed it.
    pub fn is_by_staff(&self) -> bool {
        self.asker != Asker::Public
    }
}

fn wrong(field: &str, fault: &str) -> Refusal {
    Refusal::ContactWrong { field: field.to_owned(), fault: fault.to_owned() }
}

/// Reads what somebody typed, without what nobody sees of it; all but the language may be empty.
///
/// # Errors
/// A text that is too long or holds control characters; an address or number without the look of one; an unknown
/// language; more persons than come together.
pub fn read(given: &Given<'_>) -> Result<Person, Refusal> {
    let (name, email, phone) =
        (visible::name(given.name), visible::plain(given.email), visible::plain(given.phone));
    let [name, email, phone] = [&name, &email, &phone].map(|text| text.trim());
    for (field, text) in [("name", name), ("email", email), ("phone", phone)] {
        if text.chars().count() > LONGEST {
            return Err(wrong(field, "is longer than 200 characters; shorten it"));
        }
        if text.chars().any(char::is_control) {
            return Err(wrong(field, "holds control characters; remove them"));
        }
    }
    if !email.is_empty() && !looks_like_an_address(email) {
        return Err(wrong("email", "is no e-mail address; write it like name@example.org"));
    }
    if !phone.is_empty() && !looks_like_a_number(phone) {
        return Err(wrong("phone", "is no telephone number; write it like 01234 5678 or +49 1234 5678"));
    }
    let language = Language::from_tag(given.language).ok_or_else(|| {
        wrong("language", "is not one of ours; write a tag such as `de`, `de-simple` or `ar`")
    })?;
    if !(1..=MOST_PERSONS).contains(&given.persons) {
        return Err(wrong("persons", "is not 1 to 9; make several appointments for more"));
    }
    let is_known = |code: &&str| *code == ANOTHER_LANGUAGE || foyer_text::spoken_language(code).is_some();
    if given.interpreter_language.is_some_and(|code| !is_known(&code)) {
        return Err(wrong("interpreter_language", "is not in the list; write an ISO 639 code, or `mis`"));
    }
    let is_interpreted = given.wishes.interpreter || given.interpreter_language.is_some();
    Ok(Person {
        name: name.to_owned(),
        email: email.to_owned(),
        phone: phone.to_owned(),
        language,
        persons: given.persons,
        wishes: Wishes { interpreter: is_interpreted, ..given.wishes },
        interpreter_language: given.interpreter_language.map(str::to_owned),
        interpreter_way: given.interpreter_way.filter(|_| is_interpreted),
        asker: Asker::Public,
    })
}

/// Whether an office takes this.
///
/// # Errors
/// Something is missing that it requires; a way of interpreting that it does not offer.
pub fn judge(person: &Person, rules: &Rules) -> Result<(), Refusal> {
    if rules.email.is_required() && person.email.is_empty() && !person.is_by_staff() {
        return Err(wrong("email", "is missing; this office requires it"));
    }
    if rules.phone.is_required() && person.phone.is_empty() && !person.is_by_staff() {
        return Err(wrong("phone", "is missing; this office requires it"));
    }
    if person.persons > rules.most_persons.max(1) && !person.is_by_staff() {
        return Err(wrong("persons", "is more than can come together at this office"));
    }
    let offered = &rules.interpreter_languages;
    let is_offered = |code: &String| code == ANOTHER_LANGUAGE || offered.is_empty() || offered.contains(code);
    if !person.is_by_staff() && person.interpreter_language.as_ref().is_some_and(|code| !is_offered(code)) {
        return Err(wrong(
            "interpreter_language",
            "is not offered at this office; write `mis` to ask for it",
        ));
    }
    match person.interpreter_way {
        Some(way) if !rules.interpreters.contains(&way) => {
            Err(wrong("interpreter_way", "is not offered at this office"))
        }
        _ => Ok(()),
    }
}

/// What mails can be addressed to, with a domain that has a dot.
pub(crate) fn looks_like_an_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let has_dot = domain.split_once('.').is_some_and(|(host, rest)| !host.is_empty() && !rest.is_empty());
    !local.is_empty() && has_dot && !domain.ends_with('.') && message::is_address(text)
}

/// Digits with what people put between them.
fn looks_like_a_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_sign = |sign: char| sign.is_ascii_digit() || " +-–/().".contains(sign);
    PHONE_DIGITS.contains(&digits)
        && text.chars().all(is_sign)
        && !text.chars().skip(1).any(|sign| sign == '+')
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARE: Given<'_> = Given::alone("", "", "de");

    fn field(given: Given<'_>) -> Option<String> {
        match read(&given) {
            Err(Refusal::ContactWrong { field, .. }) => Some(field),
            Err(other) => panic!("{other:?}"),
            Ok(_) => None,
        }
    }

    #[test]
    fn addresses() {
        for right in ["a@b.de", "vorname.nachname+amt@mail.example.org", "müller@bücher.example", ""] {
            assert_eq!(field(Given { email: right, ..BARE }), None, "{right}");
        }
        for wrong in [
            "a",
            "a@b",
            "@b.de",
            "a@.de",
            "a@b.",
            "a b@c.de",
            "a@b .de",
            "a..b@c.de",
            "a,b@c.de",
            "<a@b.de>",
            "a@b.de\r\nBcc: x@y.z",
        ] {
            assert_eq!(field(Given { email: wrong, ..BARE }).as_deref(), Some("email"), "{wrong}");
        }
    }

    #[test]
    fn numbers() {
        for right in ["01234 5678", "+49 (0)1234 / 56-78", "0043.1.2345", "12345", ""] {
            assert_eq!(field(Given { phone: right, ..BARE }), None, "{right}");
        }
        for wrong in [
            "1234",
            "ruf an",
            "+",
            "49+1234567",
            "0123456789012345",
            "–1+234567",
            "01234 56 Durchwahl",
            "０１２３４５",
        ] {
            assert_eq!(field(Given { phone: wrong, ..BARE }).as_deref(), Some("phone"), "{wrong}");
        }
    }

    #[test]
    fn names_and_languages() {
        let named = |name, language| read(&Given { name, language, ..BARE });
        assert!(named(" Zoë O’Neil ", "de-AT").is_ok_and(|person| person.name == "Zoë O’Neil"));
        let long = "x".repeat(201);
        assert_eq!(field(Given { name: &long, ..BARE }).as_deref(), Some("name"));
        assert!(named("a\u{1b}[31m", "de").is_err());
        assert!(named("\u{200b}\u{feff}", "de").is_ok_and(|person| person.name.is_empty()));
        assert!(named("\u{202e}tset", "de").is_ok_and(|person| person.name == "tset"));
        let pasted = Given { email: "\u{feff}a\u{200b}@b.de ", phone: "\u{202d}01234 5678\u{202c}", ..BARE };
        let person = read(&pasted).unwrap();
        assert_eq!((person.email.as_str(), person.phone.as_str()), ("a@b.de", "01234 5678"));
        assert!(named("a", "tlh").is_err());
    }

    #[test]
    fn who_comes_along_and_who_interprets() {
        for persons in [0, 10, 255] {
            assert_eq!(field(Given { persons, ..BARE }).as_deref(), Some("persons"));
        }
        let spoken = |code| Given { interpreter_language: Some(code), ..BARE };
        assert_eq!(field(spoken("tlh")).as_deref(), Some("interpreter_language"));
        let way = Some(InterpreterWay::Video);
        let person = read(&Given { interpreter_way: way, ..spoken("kmr") }).unwrap();
        assert!(person.wishes.interpreter && person.interpreter_way == way);
        assert!(read(&spoken(ANOTHER_LANGUAGE)).unwrap().wishes.interpreter);
        let without = read(&Given { interpreter_way: way, ..BARE }).unwrap();
        assert_eq!((without.wishes.interpreter, without.interpreter_way), (false, None));
        assert!(judge(&person, &Rules::default()).is_err(), "on site alone is usual");
        // A city may have interpreters for some languages; whoever needs another one can still say so.
        let only = |code: &str| Rules { interpreter_languages: vec![code.to_owned()], ..Rules::default() };
        let wishes = |code| read(&spoken(code)).unwrap();
        assert!(judge(&wishes("kmr"), &only("kmr")).is_ok() && judge(&wishes("kmr"), &only("ti")).is_err());
        assert!(judge(&wishes(ANOTHER_LANGUAGE), &only("ti")).is_ok());
    }

    #[test]
    fn an_office_may_require_more() {
        use foyer_domain::office::Asks;
        let person = read(&BARE).unwrap();
        assert!(judge(&person, &Rules::default()).is_ok());
        assert!(judge(&person, &Rules { email: Asks::Required, ..Rules::default() }).is_err());
        assert!(judge(&person, &Rules { phone: Asks::Required, ..Rules::default() }).is_err());
        let called = Person { asker: Asker::Staff, ..person };
        assert!(judge(&called, &Rules { email: Asks::Required, ..Rules::default() }).is_ok());
        let reached = read(&Given { email: "a@b.de", phone: "01234 5678", ..BARE }).unwrap();
        let rules = Rules { email: Asks::Required, phone: Asks::Required, ..Rules::default() };
        assert!(judge(&reached, &rules).is_ok());
    }
}
