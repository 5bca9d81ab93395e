use super::*;
use chrono::{TimeZone, Utc};
use expect_test::{Expect, expect};
use foyer_domain::estimate::Span;
use foyer_domain::id::VisitId;
use foyer_domain::office::Localized;
use foyer_domain::ticket::Letter;
use foyer_domain::visit::VisitState;
use proptest::prelude::*;

fn ticket() -> TicketView {
    TicketView {
        visit: VisitId(1),
        number: TicketNumber::new(Letter::try_from('A').unwrap(), 17).unwrap(),
        also: Vec::new(),
        alone: false,
        state: VisitState::Waiting,
        area: Localized::german("Wartebereich Süd"),
        way: Localized::german("1. OG, rechts"),
        direction: None,
        start: Some(Utc.with_ymd_and_hms(2026, 11, 23, 9, 0, 0).unwrap()),
        services: Vec::new(),
        estimate: Some(Span { from_minutes: 5, to_minutes: 10 }),
        counter: None,
        phone_url: Some("https://termin.musterstadt.example/w/9f3kq7zt2m4x8y1b".to_owned()),
        issued_at: Utc.with_ymd_and_hms(2026, 11, 23, 8, 52, 7).unwrap(),
    }
}

fn style() -> TicketStyle<'static> {
    TicketStyle {
        columns: 48,
        language: Language::German,
        office: "Bürgerbüro Mitte",
        time_zone: chrono_tz::Europe::Berlin,
        logo: Logo::None,
        copy: false,
        now: Utc.with_ymd_and_hms(2026, 11, 23, 9, 16, 0).unwrap(),
    }
}

/// Bytes as text: what can be read as it is, the rest as numbers.
fn escaped(bytes: &[u8]) -> String {
    let shown = bytes.iter().map(|byte| match byte {
        b'\n' => "⏎\n".to_owned(),
        0x20..=0x7e => char::from(*byte).to_string(),
        _ => format!("‹{byte:02x}›"),
    });
    shown.chain(["\n".to_owned()]).collect()
}

/// Everything below the space but the ends of lines, in order: what is not text.
fn commands(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().copied().filter(|byte| *byte < 0x20 && *byte != b'\n').collect()
}

fn check(ticket: &TicketView, style: &TicketStyle<'_>, expected: &Expect) {
    expected.assert_eq(&escaped(&encode(ticket, style)));
}

#[test]
fn a_ticket_with_an_appointment() {
    check(
        &ticket(),
        &style(),
        &expect![[r#"
            ‹1b›@‹1d›a‹0e›‹1b›t‹10›‹1b›a‹01›B‹fc›rgerb‹fc›ro Mitte⏎
            Montag, 23. November 2026, 09:52 Uhr⏎
            ⏎
            Ihre Nummer⏎
            ‹1b›E‹01›‹1d›!wA 017⏎
            ‹1d›!‹00›‹1b›E‹00›⏎
            Bitte warten Sie hier:⏎
            ‹1b›E‹01›‹1d›!‹11›Wartebereich S‹fc›d⏎
            ‹1d›!‹00›‹1b›E‹00›1. OG, rechts⏎
            ⏎
            mit Termin 10:00 Uhr⏎
            Wartezeit: etwa 5‹96›10 Minuten⏎
            Ihre Nummer erscheint auf der Anzeige.⏎
            ⏎
            Auf dem Telefon sehen Sie, wann Sie dran sind:⏎
            ⏎
            ‹1d›(k‹04›‹00›1A2‹00›‹1d›(k‹03›‹00›1C⏎
            ‹1d›(k‹03›‹00›1E1‹1d›(k8‹00›1P0https://termin.musterstadt.example/w/9f3kq7zt2m4x8y1b‹1d›(k‹03›‹00›1Q0⏎
            ‹1d›VB‹00›
        "#]],
    );
}

#[test]
fn a_copy_without_an_appointment_on_narrow_paper_in_english() {
    let mut ticket = ticket();
    ticket.start = None;
    ticket.phone_url = None;
    ticket.estimate = None;
    ticket.services = vec![Localized::german("Personalausweis oder Reisepass – beantragen, 37,00 €")];
    let narrow = TicketStyle { columns: 32, language: Language::English, copy: true, ..style() };
    check(
        &ticket,
        &narrow,
        &expect![[r#"
            ‹1b›@‹1d›a‹0e›‹1b›t‹10›‹1b›a‹01›B‹fc›rgerb‹fc›ro Mitte⏎
            Monday, 23 November 2026, 09:52⏎
            ⏎
            ‹1b›E‹01›‹1d›!‹11›Copy⏎
            ‹1d›!‹00›‹1b›E‹00›10:16⏎
            ⏎
            Your number⏎
            ‹1b›E‹01›‹1d›!UA 017⏎
            ‹1d›!‹00›‹1b›E‹00›⏎
            Please wait here:⏎
            ‹1b›E‹01›‹1d›!‹11›Wartebereich S‹fc›d⏎
            ‹1d›!‹00›‹1b›E‹00›1. OG, rechts⏎
            ⏎
            Personalausweis oder Reisepass ‹96›⏎
            beantragen, 37,00 ‹80›⏎
            without appointment⏎
            Your number will appear on the⏎
            display.⏎
            ⏎
            ‹1d›VB‹00›
        "#]],
    );
}

#[test]
fn the_logo_comes_first_and_the_cut_last() {
    let bytes = encode(&ticket(), &TicketStyle { logo: Logo::Foyer, ..style() });
    let logo = bytes.windows(3).position(|part| part == b"\x1dv0").unwrap();
    let office = bytes.windows(4).position(|part| part == b"B\xfcrg").unwrap();
    assert!(logo < office);
    assert!(bytes.ends_with(&[0x1d, b'V', 66, 0]));
    assert!(bytes.starts_with(&[0x1b, b'@']));
}

#[test]
fn a_ticket_without_any_help_still_has_its_number() {
    let bytes = bare(ticket().number);
    assert!(bytes.windows(5).any(|part| part == b"A 017"));
    assert!(bytes.ends_with(&[0x1d, b'V', 66, 0]));
}

#[test]
fn a_link_with_commands_in_it_becomes_no_code() {
    let mut ticket = ticket();
    ticket.phone_url = Some("https://x.example/\x10\x04\x01".to_owned());
    assert!(!encode(&ticket, &style()).windows(3).any(|part| part == b"\x1d(k"));
}

proptest! {
    /// Free text never adds a command: its control characters are gone, so every command in the bytes is one that
    /// the same ticket with harmless text has as well.
    #[test]
    fn no_text_reaches_the_printer_as_a_command(
        area in "[\\x00-\\x1f\\x7f-\\u{9f}a-zäöü€@!VGk( ]{0,60}", way in any::<String>(), office in any::<String>()
    ) {
        let mut named = ticket();
        named.phone_url = None;
        named.area = Localized::german(&area);
        named.way = Localized::german(&way);
        let bytes = encode(&named, &TicketStyle { office: &office, ..style() });
        let plain = TicketView { area: Localized::german("x"), way: Localized::german("x"), ..named };
        let harmless = encode(&plain, &TicketStyle { office: "x", ..style() });
        prop_assert_eq!(commands(&bytes), commands(&harmless));
        prop_assert!(!bytes.contains(&0x7f));
    }
}
