use super::*;
use chrono::{TimeZone, Utc};
use expect_test::{Expect, expect};
use foyer_domain::estimate::Span;
use foyer_domain::id::VisitId;
use foyer_domain::office::Localized;
use foyer_domain::ticket::Letter;
use foyer_domain::visit::{VisitState, Wishes};
use proptest::prelude::*;

fn ticket() -> TicketView {
    TicketView {
        visit: VisitId(1),
        number: TicketNumber::new(Letter::try_from('A').unwrap(), 17).unwrap(),
        also: Vec::new(),
        alone: false,
        together: Vec::new(),
        wishes: Wishes::default(),
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

/// The usual one without a picture.
fn template(columns: u8) -> &'static Template {
    let parts = Part::usual().into_iter().filter(|part| *part != Part::Logo).collect();
    Box::leak(Box::new(Template { columns, parts, logo: Logo::foyer() }))
}

fn style() -> TicketStyle<'static> {
    TicketStyle {
        template: template(48),
        language: Language::German,
        office: "Bürgerbüro Mitte",
        time_zone: chrono_tz::Europe::Berlin,
        copy: false,
        now: Utc.with_ymd_and_hms(2026, 11, 23, 9, 16, 0).unwrap(),
        code: None,
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

/// The bytes without `GS v 0` and the dots that belong to it; no dots hold a real-time command.
fn without_pictures(bytes: &[u8]) -> Vec<u8> {
    let mut rest = bytes;
    let mut kept = Vec::new();
    while let Some(at) = rest.windows(4).position(|four| four == [0x1d, b'v', b'0', 0]) {
        kept.extend(&rest[..at]);
        let (wide, high) = (usize::from(rest[at + 4]), usize::from(rest[at + 6]));
        let (dots, after) = rest[at + 8..].split_at(wide * high);
        assert!(!dots.windows(2).any(|pair| pair[0] == 0x10 && matches!(pair[1], 4 | 5 | 0x14)));
        rest = after;
    }
    kept.extend(rest);
    kept
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
            ‹1d›!w‹1b›E‹01›A 017⏎
            ‹1d›!‹00›‹1b›E‹00›⏎
            Bitte warten Sie hier:⏎
            ‹1d›!‹11›‹1b›E‹01›Wartebereich S‹fc›d⏎
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
    let narrow = TicketStyle { template: template(32), language: Language::English, copy: true, ..style() };
    check(
        &ticket,
        &narrow,
        &expect![[r#"
            ‹1b›@‹1d›a‹0e›‹1b›t‹10›‹1b›a‹01›B‹fc›rgerb‹fc›ro Mitte⏎
            Monday, 23 November 2026, 09:52⏎
            ⏎
            ‹1d›!‹11›‹1b›E‹01›Copy⏎
            ‹1d›!‹00›‹1b›E‹00›10:16⏎
            ⏎
            Your number⏎
            ‹1d›!U‹1b›E‹01›A 017⏎
            ‹1d›!‹00›‹1b›E‹00›⏎
            Please wait here:⏎
            ‹1d›!‹11›‹1b›E‹01›Wartebereich S‹fc›d⏎
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
    let template = Template { columns: 48, parts: Part::usual(), logo: Logo::foyer() };
    let bytes = encode(&ticket(), &TicketStyle { template: &template, ..style() });
    let logo = bytes.windows(3).position(|part| part == b"\x1dv0").unwrap();
    let office = bytes.windows(4).position(|part| part == b"B\xfcrg").unwrap();
    assert!(logo < office);
    assert!(bytes.ends_with(&[0x1d, b'V', 66, 0]));
    assert!(bytes.starts_with(&[0x1b, b'@']));
}

#[test]
fn an_office_says_what_stands_on_its_tickets() {
    let words = Localized::german("Bitte leise sprechen");
    let parts = vec![Part::Text(words), Part::Space, Part::Space, Part::Wait, Part::Space];
    let template = Template { columns: 32, parts, logo: Logo::foyer() };
    let mut ticket = ticket();
    ticket.estimate = None;
    check(
        &ticket,
        &TicketStyle { template: &template, ..style() },
        &expect![[r#"
            ‹1b›@‹1d›a‹0e›‹1b›t‹10›‹1b›a‹01›Ihre Nummer⏎
            ‹1d›!U‹1b›E‹01›A 017⏎
            ‹1d›!‹00›‹1b›E‹00›Bitte leise sprechen⏎
            ⏎
            ‹1d›VB‹00›
        "#]],
    );
}

#[test]
fn letters_that_the_printer_lacks_are_drawn() {
    let mut ticket = ticket();
    ticket.area = Localized::german("منطقة الانتظار 1");
    ticket.way = Localized::german("Перший поверх, праворуч");
    let pictures = |ticket: &TicketView| {
        let bytes = encode(ticket, &style());
        bytes.windows(4).filter(|four| *four == [0x1d, b'v', b'0', 0]).count()
    };
    let both = pictures(&ticket);
    assert!(both >= 2, "a picture for each, in pieces where one is high: {both}");
    let preview = preview(&ticket, &style());
    assert!(preview.height() > 900);
    // No font has these: the line is left out, the ticket stands.
    ticket.way = Localized::german("二階右側");
    assert!((1..both).contains(&pictures(&ticket)));
}

#[test]
fn a_ticket_is_all_of_one_kind_of_letters() {
    for language in [Language::Turkish, Language::Polish, Language::Arabic, Language::Russian] {
        let bytes = without_pictures(&encode(&ticket(), &TicketStyle { language, ..style() }));
        assert!(!escaped(&bytes).contains("rgerb"), "{language:?}");
        assert!(bytes.windows(5).any(|part| part == b"A 017"), "{language:?}");
    }
    for language in [Language::French, Language::EasyGerman, Language::English] {
        let bytes = encode(&ticket(), &TicketStyle { language, ..style() });
        assert!(!bytes.windows(4).any(|four| four == [0x1d, b'v', b'0', 0]), "{language:?}");
    }
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

/// What is left without the commands that a ticket may have.
fn without_commands(bytes: &[u8]) -> Vec<u8> {
    let start: &[u8] = b"\x1b@\x1da\x0e\x1bt\x10\x1ba\x01";
    let cut: &[u8] = b"\x1dV\x42\x00";
    let mut rest = bytes.strip_prefix(start).unwrap().strip_suffix(cut).unwrap();
    let mut kept = Vec::new();
    while let [first, more @ ..] = rest {
        rest = match rest {
            [0x1b, b'E', 0 | 1, more @ ..] | [0x1d, b'!', 0 | 0x11 | 0x77, more @ ..] => more,
            _ => {
                kept.push(*first);
                more
            }
        };
    }
    kept
}

proptest! {
    /// Free text never adds a command: besides the commands that every ticket has nothing but text is left.
    #[test]
    fn no_text_reaches_the_printer_as_a_command(
        area in "[\\x00-\\x1f\\x7f-\\u{9f}a-zäöü€@!VGk( ]{0,60}", way in any::<String>(), office in any::<String>()
    ) {
        let mut named = ticket();
        named.phone_url = None;
        named.area = Localized::german(&area);
        named.way = Localized::german(&way);
        let bytes = encode(&named, &TicketStyle { office: &office, ..style() });
        let text = without_commands(&without_pictures(&bytes));
        prop_assert!(text.iter().all(|byte| (*byte >= 0x20 && *byte != 0x7f) || *byte == b'\n'), "{:?}", escaped(&bytes));
    }
}

#[test]
fn a_test_ticket_shows_the_columns_and_the_letters_and_cannot_be_taken_for_a_ticket() {
    for columns in [32, 48] {
        let style = TicketStyle { template: template(columns), ..style() };
        let paper = escaped(&encode_trial(&style));
        let lines: Vec<&str> = paper.lines().collect();
        let ruler = lines.iter().find(|line| line.contains("1234567890")).unwrap();
        let digits = ruler.chars().skip_while(|sign| *sign != '1').take_while(char::is_ascii_digit);
        assert_eq!(digits.count(), usize::from(columns), "{paper}");
        // ÄÖÜ äöüß € in Windows-1252.
        assert!(paper.contains("‹c4›‹d6›‹dc› ‹e4›‹f6›‹fc›‹df› ‹80›"), "{paper}");
        assert!(paper.contains("Testdruck") && paper.contains("Keine Wartemarke"), "{paper}");
        assert!(paper.contains("FOYER TEST"), "{paper}");
        assert!(!paper.contains("A 0") && paper.trim_end().ends_with("VB‹00›"), "{paper}");
    }
}

#[test]
fn a_ticket_given_alone_carries_the_code_that_was_held_up() {
    let code = "F1:8D/5.C%N 2*KE$O+ A7";
    let alone = TicketView { alone: true, phone_url: None, estimate: None, ..ticket() };
    let paper = escaped(&encode(&alone, &TicketStyle { code: Some(code), ..style() }));
    assert!(paper.contains(code) && paper.contains("Aufruf durch Mitarbeitende"), "{paper}");
    assert!(!escaped(&encode(&alone, &style())).contains("F1:"));
    let usual = escaped(&encode(&ticket(), &TicketStyle { code: Some(code), ..style() }));
    assert!(!usual.contains("F1:"), "one code is enough: {usual}");
}
