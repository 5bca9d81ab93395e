//! What a letter says. Text and HTML are made of it, so that they say the same.

use super::facts::facts;
use super::letter::{Kind, Letter, Sibling};
use crate::pages::{self, Words};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::{Localized, Office, Service};
use foyer_domain::short_code::ShortCode;
use foyer_domain::window::Window;
use foyer_text::Value;

/// A name longer than this is not greeted.
const LONGEST_NAME: usize = 60;

/// What a letter says.
pub(super) struct Said {
    pub words: Words,
    /// The page's heading.
    pub title: String,
    pub subject: String,
    pub greeting: String,
    /// What has happened, and what to do, each a paragraph.
    pub lead: Vec<String>,
    pub facts: Vec<Fact>,
    pub check_in: Option<CheckIn>,
    /// Several appointments, each with what it is checked in with.
    pub listed: Vec<Listed>,
    pub items: Vec<Item>,
    /// The first one is what most want.
    pub links: Vec<Link>,
    /// What the office says at the end; may be empty.
    pub closing: String,
    /// What is said small, at the end.
    pub notes: Vec<String>,
}

/// "Ort: Bürgerbüro, Rathausplatz 1".
pub(super) struct Fact {
    pub label: String,
    pub lines: Vec<String>,
    pub link: Option<Link>,
}

/// Words that lead somewhere.
pub struct Link {
    /// The words.
    pub label: String,
    /// Where.
    pub url: String,
}

/// How to check in.
pub(super) struct CheckIn {
    /// What the QR carries.
    pub code: String,
    pub window: String,
    /// `K7M4-3PXR`.
    pub short_code: String,
    pub pin: Option<String>,
}

/// One of several appointments.
pub(super) struct Listed {
    /// "Montag, 23. November 2026, 10:00 Uhr".
    pub when: String,
    /// `K7M4-3PXR`.
    pub short_code: String,
    pub pin: String,
    /// Its own page, with its check-in code.
    pub link: Link,
}

/// One of the services, already in words.
pub struct Item {
    /// "2 × Reisepass beantragen".
    pub name: String,
    /// "etwa 30 Minuten".
    pub length: String,
    /// "37,00 €", "22,80 € (unter 24 Jahren)".
    pub fees: Vec<String>,
    /// What to bring.
    pub documents: Vec<String>,
    /// What to fill in.
    pub forms: Vec<Link>,
}

impl Item {
    /// One of the services that an appointment at this office is for.
    pub fn of(words: &Words, office: &Office, choice: &ServiceChoice) -> Self {
        let one = std::slice::from_ref(choice);
        let service = office.service(&choice.service);
        let documents = service.map(|service| service.documents.as_slice()).unwrap_or_default();
        let forms = service.map(|service| service.forms.as_slice()).unwrap_or_default();
        Self {
            name: words.services(office, one),
            length: words.length(office.minutes(one)),
            fees: service.map(|service| fees(words, service)).unwrap_or_default(),
            documents: documents.iter().map(|text| text.get(words.tag()).to_owned()).collect(),
            forms: forms
                .iter()
                .map(|form| Link { label: form.name.get(words.tag()).to_owned(), url: form.url.clone() })
                .collect(),
        }
    }
}

/// "37,00 €", "22,80 € (unter 24 Jahren)".
fn fees(words: &Words, service: &Service) -> Vec<String> {
    let said = |(whom, fee): (String, String)| if whom.is_empty() { fee } else { format!("{fee} ({whom})") };
    pages::fees(words, service).into_iter().map(said).collect()
}

impl Said {
    pub(super) fn of(letter: &Letter<'_>) -> Self {
        let words = Words { language: letter.language, is_chosen: true };
        let stands = letter.kind.stands();
        let is_one = letter.together.is_empty();
        let check_in = (stands && is_one).then(|| check_in(&words, letter)).flatten();
        let mut notes = Vec::new();
        let mut note = |id: &str| notes.push(words.text(id));
        if stands {
            note("mail-in-calendar");
            note("mail-keep");
        } else if letter.kind.is_cancelled() {
            note("mail-out-of-calendar");
        }
        note("mail-not-you");
        note("mail-automatic");
        let is_wanted = !letter.kind.is_cancelled();
        let choices = letter.view.services.iter().filter(|_| is_wanted);
        Self {
            title: words.text("portal-booking-title"),
            subject: subject(&words, letter),
            greeting: greeting(&words, letter.name),
            lead: with_own(&words, letter, lead(&words, letter)),
            facts: facts(&words, letter),
            check_in,
            listed: letter
                .together
                .iter()
                .filter(|_| stands)
                .map(|one| listed(&words, letter, one))
                .collect(),
            items: choices.map(|choice| Item::of(&words, letter.office, choice)).collect(),
            links: links(&words, letter),
            closing: own(&words, &letter.office.mail.closing),
            notes,
            words,
        }
    }
}

/// "Montag, 23. November 2026, 10:00 Uhr".
pub(super) fn moment(words: &Words, letter: &Letter<'_>, at: Timestamp) -> String {
    foyer_text::day_and_time(words.language, letter.office.time_zone, at)
}

fn subject(words: &Words, letter: &Letter<'_>) -> String {
    let id = match letter.kind {
        Kind::Confirmed => "mail-subject-confirmed",
        Kind::Moved { .. } => "mail-subject-moved",
        Kind::Cancelled => "mail-subject-cancelled",
        Kind::OfficeMoved { .. } => "mail-subject-office-moved",
        Kind::OfficePlace { .. } => "mail-subject-office-place",
        Kind::OfficeCancelled { .. } => "mail-subject-office-cancelled",
        Kind::OfficeOffer { .. } => "mail-subject-office-offer",
        Kind::Together => "mail-subject-together",
        Kind::TogetherCancelled { reason: None, .. } => "mail-subject-cancelled",
        Kind::TogetherCancelled { reason: Some(_), .. } => "mail-subject-office-cancelled",
        Kind::Reminder | Kind::Interpreter { .. } => "mail-subject-reminder",
        Kind::NewCode => "mail-subject-new-code",
        Kind::ConfirmAddress { .. } => "mail-subject-confirm",
        Kind::Offer { .. } => "mail-subject-offer",
    };
    let when = Value::from(moment(words, letter, letter.view.start));
    let place = Value::from(letter.view.office_name.as_str());
    foyer_text::text_with(words.language, id, &[("when", when), ("place", place)])
}

/// A name is greeted if it looks like one: whoever types an advertisement or an address as a name of somebody else
/// must not have it sent by the town.
pub(super) fn greeting(words: &Words, name: &str) -> String {
    let name = name.trim();
    let is_of_a_name = |letter: char| {
        letter.is_alphabetic() || "-’'ʼ. ,".contains(letter) || ('\u{300}'..='\u{36f}').contains(&letter)
    };
    // "J.-P." and "Dr. Müller" are names, "musterstadt.example" is none.
    let begins_with_a_word = |part: &str| part.chars().take(2).filter(|c| c.is_alphabetic()).count() == 2;
    let has_address = name.split('.').skip(1).any(begins_with_a_word);
    let is_name = (1..=LONGEST_NAME).contains(&name.chars().count()) && name.chars().all(is_of_a_name);
    match is_name && !has_address {
        true => words.text_with("mail-greeting", "name", name),
        false => words.text("mail-greeting-nameless"),
    }
}

/// A sentence of the office's own; nothing where it has none.
pub(super) fn own(words: &Words, text: &Localized) -> String {
    text.get(words.tag()).trim().to_owned()
}

/// With what the office says after the greeting, and to what has happened.
fn with_own(words: &Words, letter: &Letter<'_>, lead: Vec<String>) -> Vec<String> {
    let mail = &letter.office.mail;
    let to_kind = match letter.kind {
        Kind::Confirmed | Kind::NewCode | Kind::Together => &mail.confirmed,
        Kind::Moved { .. } | Kind::OfficeMoved { .. } | Kind::OfficePlace { .. } => &mail.moved,
        Kind::Cancelled | Kind::OfficeCancelled { .. } | Kind::TogetherCancelled { .. } => &mail.cancelled,
        Kind::OfficeOffer { .. } | Kind::Offer { .. } => &mail.offer,
        Kind::Reminder => &mail.reminder,
        Kind::ConfirmAddress { .. } => &mail.confirm,
        // Those sentences are for citizens.
        Kind::Interpreter { .. } => return lead,
    };
    let all = std::iter::once(own(words, &mail.opening)).chain(lead).chain([own(words, to_kind)]);
    all.filter(|paragraph| !paragraph.is_empty()).collect()
}

fn lead(words: &Words, letter: &Letter<'_>) -> Vec<String> {
    let until = |id, until: Timestamp| vec![words.text_with(id, "time", moment(words, letter, until))];
    let texts = |ids: &[&str]| ids.iter().map(|id| words.text(id)).collect::<Vec<_>>();
    let with_reason = |ids: &[&str], reason: &Localized| {
        let mut said = texts(ids);
        let reason = reason.get(words.tag()).trim();
        if !reason.is_empty() {
            said.insert(1, reason.to_owned());
        }
        said
    };
    match &letter.kind {
        Kind::Confirmed => texts(&["portal-booking-done"]),
        Kind::Moved { .. } => texts(&["portal-booking-moved"]),
        Kind::Cancelled => texts(&["mail-cancelled"]),
        Kind::OfficeMoved { reason, .. } => {
            with_reason(&["mail-office-moved", "mail-office-moved-else"], reason)
        }
        Kind::OfficePlace { .. } => texts(&["mail-office-place", "mail-office-place-else"]),
        Kind::OfficeCancelled { reason } => with_reason(&["mail-office-cancelled"], reason),
        Kind::OfficeOffer { until: at, reason, .. } => {
            let mut said = with_reason(&["mail-office-offer"], reason);
            said.extend(until("mail-office-offer-until", *at));
            said
        }
        Kind::Together => texts(&["mail-together", "mail-together-code"]),
        Kind::TogetherCancelled { reason: None, .. } => texts(&["mail-cancelled"]),
        Kind::TogetherCancelled { reason: Some(reason), .. } => {
            with_reason(&["mail-office-cancelled"], reason)
        }
        Kind::Reminder => texts(&["mail-reminder", "mail-reminder-else"]),
        // Staff are told in words of their own.
        Kind::Interpreter { .. } => Vec::new(),
        Kind::NewCode => texts(&["mail-new-code"]),
        Kind::ConfirmAddress { until: at, .. } => until("mail-confirm", *at),
        Kind::Offer { until: at, .. } => until("mail-offer", *at),
    }
}

fn check_in(words: &Words, letter: &Letter<'_>) -> Option<CheckIn> {
    let view = letter.view;
    let window = Window::of(view.start, &letter.office.rules);
    let time = |at| Value::from(foyer_text::time_of_day(words.language, letter.office.time_zone, at));
    let values = [("from", time(window.opens_at)), ("to", time(window.closes_at))];
    Some(CheckIn {
        code: view.check_in_code.clone()?,
        window: foyer_text::text_with(words.language, "portal-booking-window", &values),
        short_code: short_code(&view.short_code),
        pin: view.pin.clone(),
    })
}

fn listed(words: &Words, letter: &Letter<'_>, one: &Sibling) -> Listed {
    Listed {
        when: moment(words, letter, one.view.start),
        short_code: short_code(&one.view.short_code),
        pin: one.view.pin.clone().unwrap_or_default(),
        link: link_at(words, letter, "mail-open", &format!("/b/{}", one.view.secret), ""),
    }
}

/// `K7M4-3PXR`.
pub(super) fn short_code(stored: &str) -> String {
    ShortCode::parse(stored).map_or(stored.to_owned(), |code| code.shown())
}

fn links(words: &Words, letter: &Letter<'_>) -> Vec<Link> {
    let here = format!("/b/{}", letter.view.secret);
    let link = |id: &str, path: &str| link_at(words, letter, id, path, "");
    match &letter.kind {
        // Each has its own.
        Kind::Together | Kind::Reminder if !letter.together.is_empty() => Vec::new(),
        Kind::Confirmed
        | Kind::Moved { .. }
        | Kind::OfficeMoved { .. }
        | Kind::OfficePlace { .. }
        | Kind::Together
        | Kind::Reminder
        | Kind::NewCode => {
            vec![
                link("mail-open", &here),
                link("portal-booking-move", &format!("{here}/move")),
                // The page opens at the form: the PIN and one press more.
                link_at(words, letter, "portal-booking-cancel", &format!("{here}?cancel=1"), "#cancel"),
            ]
        }
        Kind::OfficeOffer { path, .. } => vec![
            link("mail-office-offer-do", path),
            link("portal-booking-move", &format!("{here}/move")),
            link_at(words, letter, "portal-booking-cancel", &format!("{here}?cancel=1"), "#cancel"),
        ],
        Kind::Cancelled | Kind::OfficeCancelled { .. } | Kind::TogetherCancelled { .. } => {
            vec![link("portal-booking-new", &format!("/{}", letter.view.office))]
        }
        Kind::Interpreter { .. } => Vec::new(),
        Kind::ConfirmAddress { path, .. } => vec![link("mail-confirm-do", path)],
        Kind::Offer { path, leave, .. } => {
            vec![link("mail-offer-do", path), link("portal-wait-your-title", leave)]
        }
    }
}

fn link_at(words: &Words, letter: &Letter<'_>, id: &str, path: &str, fragment: &str) -> Link {
    let url = format!("{}{}{fragment}", letter.public_url, words.link(path));
    Link { label: words.text(id), url }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_text::Language;

    #[test]
    fn only_what_looks_like_a_name_is_greeted() {
        let words = Words { language: Language::German, is_chosen: true };
        let greeted = |name: &str| greeting(&words, name);
        for name in ["Erika Mustermann", "Zoë O’Neil", "Dr. J.-P. Müller", "أحمد علي", "Ім’я", "Jose\u{301}"]
        {
            assert_eq!(greeted(name), format!("Guten Tag {name}!"));
        }
        let long = "x".repeat(61);
        for name in [
            "",
            " ",
            "www.evil.example",
            "kauf-mich.de",
            "a@b.de",
            "<script>",
            "1 € gratis",
            "a\r\nBcc: x",
            &long,
        ] {
            assert_eq!(greeted(name), "Guten Tag!", "{name}");
        }
        assert_eq!(greeted("\u{202e}tset"), "Guten Tag!", "turns the writing round");
    }
}
