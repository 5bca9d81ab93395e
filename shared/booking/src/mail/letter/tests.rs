//! What letters say, in every language, and what they never let through.

use super::*;
use crate::examples;
use chrono::TimeDelta;
use foyer_domain::booking::{BookingState, Interpreting, ServiceChoice};
use foyer_domain::code::SigningKey;
use foyer_domain::id::BookingId;
use foyer_domain::office::InterpreterWay;
use foyer_domain::short_code::ShortCode;
use foyer_text::Language;
use uuid::Uuid;

/// Monday, 23 November 2026, 10:00 in Berlin.
pub fn ten() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

/// A booking of two passports and a registration.
pub fn view() -> BookingView {
    let office = examples::office();
    let choice = |service: &str, quantity| ServiceChoice { service: service.into(), quantity };
    let booking = BookingId::new(0x1234_5678_9abc).unwrap();
    let services = vec![choice("reisepass", 2), choice("ummeldung", 1)];
    BookingView {
        secret: Uuid::from_u128(7),
        booking,
        office: office.id.clone(),
        office_name: office.name.clone(),
        address: office.address.clone(),
        minutes: office.minutes(&services),
        services,
        documents: Vec::new(),
        start: ten(),
        state: BookingState::Confirmed,
        short_code: ShortCode::from_random(7).as_str().to_owned(),
        check_in_code: SigningKey::from_bytes([7; 32], 3).sign(1, booking, ten()),
        pin: Some("123456".to_owned()),
    }
}

/// Three people with all wishes that there are.
pub fn wished() -> Wished {
    let interpreting = Interpreting { language: "ti".to_owned(), way: Some(InterpreterWay::Telephone) };
    let wishes = Wishes { pick_up: true, more_time: true, interpreter: true };
    Wished { persons: 3, wishes, interpreting: Some(interpreting) }
}

/// The short code as people see it.
fn shown() -> String {
    ShortCode::from_random(7).shown()
}

/// All kinds of letters.
pub fn kinds() -> Vec<Kind> {
    let before = ten() - TimeDelta::days(1);
    let reason = Localized::german("Es brennt im Keller.");
    let path = "/h/00000000-0000-0000-0000-000000000007".to_owned();
    vec![
        Kind::Confirmed,
        Kind::Moved { before },
        Kind::Cancelled,
        Kind::OfficeMoved { before, reason: reason.clone() },
        Kind::OfficeOffer { start: before, path: path.clone(), until: before, reason: reason.clone() },
        Kind::TogetherCancelled { of: vec![BookingId::FIRST], reason: Some(reason.clone()) },
        Kind::OfficeCancelled { reason },
        Kind::OfficePlace { before: "Bürgertreff, Nordring 20, 12345 Musterstadt".to_owned() },
        Kind::Together,
        Kind::Reminder,
        Kind::NewCode,
        Kind::ConfirmAddress { path: path.clone(), until: before },
        Kind::Offer { leave: path.replace("/h/", "/w/"), path, until: before },
    ]
}

/// Composes one with this office and view, three days before.
pub fn composed(
    kind: &Kind,
    language: Language,
    name: &str,
    change: impl FnOnce(&mut Office, &mut BookingView),
) -> Composed {
    let (mut office, mut view) = (examples::office(), view());
    change(&mut office, &mut view);
    compose(&Letter {
        kind: kind.clone(),
        language,
        name,
        office: &office,
        view: &view,
        wished: Some(wished()),
        together: &[],
        sequence: 2,
        public_url: "https://termine.example",
        written_at: ten() - TimeDelta::days(3),
    })
}

fn plain(kind: &Kind, language: Language) -> Composed {
    composed(kind, language, "Erika Mustermann", |_, _| ())
}

/// What a reader of the page sees: no tags, no styles, signs as they are.
fn seen(html: &str) -> String {
    let body = &html[html.find("<body").unwrap()..];
    let mut text = String::new();
    let mut is_tag = false;
    for letter in body.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => text.push(letter),
            _ => {}
        }
    }
    ["&#39;", "&#34;", "&#60;", "&#62;", "&#38;"]
        .iter()
        .zip(["'", "\"", "<", ">", "&"])
        .fold(text, |text, (code, sign)| text.replace(code, sign))
}

#[test]
fn a_confirmation_says_everything_twice() {
    let letter = plain(&Kind::Confirmed, Language::German);
    assert_eq!(
        letter.subject,
        "Termin gebucht: Montag, 23. November 2026, 10:00 Uhr, Bürgerbüro Musterstadt"
    );
    expect_test::expect_file!["confirmation.txt"].assert_eq(&letter.text);
    let page = seen(&letter.html);
    for said in [
        "Guten Tag Erika Mustermann!",
        "Ihr Termin ist gebucht.",
        "Montag, 23. November 2026, 10:00 Uhr",
        "Rathausplatz 1, 12345 Musterstadt",
        "von 09:45 Uhr bis 10:15 Uhr",
        &shown(),
        "123456",
        "2 × Reisepass beantragen",
        "Wohnsitz anmelden oder ummelden",
        "Tigrinya, am Telefon",
        "Ich brauche mehr Zeit, zum Beispiel für den Weg",
        "Bitte holen Sie mich im Wartebereich ab",
    ] {
        assert!(letter.text.contains(said) && page.contains(said), "{said}\n{page}");
    }
    for document in examples::office()
        .services
        .iter()
        .filter(|service| ["reisepass", "ummeldung"].contains(&service.id.as_str()))
        .flat_map(|service| &service.documents)
    {
        assert!(letter.text.contains(document.get("de")) && page.contains(document.get("de")));
    }
    let secret = Uuid::from_u128(7);
    for link in [
        "https://www.openstreetmap.org/search?query=Rathausplatz+1%2C+12345+Musterstadt".to_owned(),
        format!("https://termine.example/b/{secret}?lang=de"),
        format!("https://termine.example/b/{secret}/move?lang=de"),
        format!("https://termine.example/b/{secret}?cancel=1&lang=de#cancel"),
    ] {
        assert!(letter.text.contains(&link), "{link}");
        assert!(letter.html.contains(&link.replace('&', "&#38;")), "{link}");
    }
}

#[test]
fn the_code_is_in_the_page_alone_once_and_can_be_read() {
    let letter = plain(&Kind::Confirmed, Language::German);
    assert_eq!(letter.html.matches("<img").count(), 1);
    assert!(letter.html.contains(&format!("src=\"cid:{CODE_ID}\"")));
    assert!(letter.html.contains("width=\"270\" height=\"270\""), "40 mm and more");
    let Attachment::Code(png) = &letter.attachments[0] else { panic!("no code") };
    let picture = image::load_from_memory(png).unwrap().to_luma8();
    let (_, content) = rqrr::PreparedImage::prepare(picture).detect_grids()[0].decode().unwrap();
    assert_eq!(Some(content), view().check_in_code);
    assert_eq!(letter.html.matches("font-size:26px").count(), 3, "heading, number and PIN: 14 pt is 19 px");
}

#[test]
fn every_letter_is_whole_in_every_language() {
    for kind in kinds() {
        for language in Language::ALL {
            let letter = plain(&kind, *language);
            let place = format!("{} {kind:?}", language.tag());
            assert!(
                letter.html.contains(&format!(
                    "lang=\"{}\" dir=\"{}\"",
                    language.tag(),
                    language.direction()
                )),
                "{place}"
            );
            assert!(!letter.subject.chars().any(char::is_control), "{place}");
            assert!(letter.subject.contains("2026") || kind == Kind::Together, "{place}");
            assert!(letter.subject.contains("Musterstadt"), "{place}");
            for foreign in ["http://", "src=\"http", "<script", "<link", "<style", "url("] {
                assert!(!letter.html.contains(foreign), "{place} {foreign}");
            }
            let has_code = letter.attachments.iter().any(|found| matches!(found, Attachment::Code(_)));
            assert_eq!(has_code, kind.stands(), "{place}");
            assert_eq!(letter.html.contains(&shown()), kind.stands(), "{place}");
            assert_eq!(letter.text.contains("123456"), kind.stands(), "{place}");
            assert!(letter.text.contains("https://termine.example/"), "{place}");
        }
    }
}

/// After a greeting that ends with a comma a sentence goes on in small letters in German and Polish, in our letters it
/// begins anew.
#[test]
fn the_greeting_ends_as_the_next_sentence_begins() {
    for kind in kinds() {
        for language in Language::ALL {
            let letter = plain(&kind, *language);
            let mut lines = letter.text.lines().filter(|line| !line.is_empty());
            let greeting = lines.find(|line| line.contains("Erika Mustermann")).unwrap_or_default();
            let next = lines.next().unwrap_or_default();
            let begins_anew = next.chars().find(|sign| sign.is_alphabetic()).is_some_and(char::is_uppercase);
            let is_comma_right = matches!(
                language,
                Language::English | Language::French | Language::Turkish | Language::Arabic
            );
            let place = format!("{} {greeting:?} {next:?}", language.tag());
            assert!(greeting.ends_with(['!', ',', '،']), "{place}");
            assert_eq!(greeting.ends_with('!'), !is_comma_right, "{place}");
            assert!(begins_anew || *language == Language::Arabic, "{place}");
        }
    }
}

#[test]
fn what_was_not_wished_is_not_said() {
    let (office, view) = (examples::office(), view());
    let said = |wished: Wished| {
        compose(&Letter {
            kind: Kind::Confirmed,
            language: Language::German,
            name: "",
            office: &office,
            view: &view,
            wished: Some(wished),
            together: &[],
            sequence: 0,
            public_url: "https://termine.example",
            written_at: ten(),
        })
        .text
    };
    let nothing = said(Wished { persons: 1, wishes: Wishes::default(), interpreting: None });
    for label in ["Personen:", "Wünsche:", "Dolmetschen:"] {
        assert!(!nothing.contains(label), "{nothing}");
    }
    // As the kiosk's and the interface's wish alone: nobody said into which language.
    let wishes = Wishes { interpreter: true, ..Wishes::default() };
    let unsaid = said(Wished { persons: 1, wishes, interpreting: None });
    assert!(
        unsaid.contains("Wünsche: Ich brauche jemanden, der übersetzt") && !unsaid.contains("Dolmetschen:")
    );
}

#[test]
fn the_outbox_keeps_what_a_kind_needs_under_its_name() {
    for kind in kinds() {
        let kept = serde_json::to_value(&kind).unwrap();
        assert_eq!(kept["kind"], kind.name());
        assert_eq!(serde_json::from_value::<Kind>(kept).unwrap(), kind);
    }
}

#[test]
fn what_the_office_says_stands_in_its_letters() {
    let reason = "Es brennt im Keller.";
    let has_reason =
        |kind: &&Kind| kind.name().starts_with("office") && !matches!(kind, Kind::OfficePlace { .. });
    for kind in kinds().iter().filter(has_reason) {
        let letter = plain(kind, Language::German);
        assert!(letter.text.contains(reason) && letter.html.contains(reason), "{kind:?}");
    }
    let moved = plain(&kinds()[3], Language::German);
    assert!(moved.text.contains("Bisher: Sonntag, 22. November 2026, 10:00 Uhr"));
    assert!(moved.text.contains("Neu: Montag, 23. November 2026, 10:00 Uhr"));
}

#[test]
fn a_map_of_the_offices_own_comes_first() {
    let change = |office: &mut Office, _: &mut BookingView| {
        office.map_url = Some("https://karte.example/?a=1&b=2".to_owned())
    };
    let letter = composed(&Kind::Confirmed, Language::German, "", change);
    assert!(letter.text.contains("https://karte.example/?a=1&b=2") && !letter.text.contains("openstreetmap"));
    assert!(letter.html.contains("href=\"https://karte.example/?a=1&#38;b=2\""));
}

#[test]
fn nothing_typed_becomes_anything_else() {
    let long = "x".repeat(100_000);
    for name in [
        "Erika\r\nBcc: all@example.org",
        "<script>alert(1)</script>",
        "\u{202e}gnp.exe",
        "BEGIN:VEVENT\nSUMMARY:x",
        "=cmd|' /C calc'!A0",
        &long,
    ] {
        for kind in kinds() {
            let letter = composed(&kind, Language::German, name, |_, _| ());
            let nameless = composed(&kind, Language::German, "", |_, _| ());
            assert!(letter == nameless, "{name:.40}: {:.200}", letter.text);
        }
    }
    let change = |office: &mut Office, view: &mut BookingView| {
        view.office_name = "A & B <b>\r\nX-Evil: 1".to_owned();
        view.address = "\"onload=x\"; DESCRIPTION:evil\r\nEND:VCALENDAR".to_owned();
        office.services[1].documents = vec![Localized::german("<img src=x onerror=y>")];
    };
    let letter = composed(&Kind::Confirmed, Language::German, "", change);
    assert!(
        !letter.html.contains("<b>")
            && !letter.html.contains("\"onload")
            && !letter.html.contains("<img src=x")
    );
    let Some(Attachment::Calendar { text, .. }) = letter.attachments.get(1) else { panic!("no calendar") };
    assert_eq!(
        text.lines().filter(|line| line.starts_with("DESCRIPTION")).count(),
        2,
        "the event’s and the alarm’s"
    );
    assert_eq!(text.matches("\nEND:VCALENDAR").count(), 1, "{text}");
    assert!(!text.replace("\r\n", "").chars().any(char::is_control), "{text:?}");
    // RFC 5545, 3.1, has 75; the library leaves out the space at the beginning of the last line of several.
    assert!(text.lines().all(|line| line.len() <= 76), "{text}");
}
