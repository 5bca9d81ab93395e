//! The desk in every state, rendered, and what a clerk reads on it.

mod lines;
mod sheet;

use super::room::{Around, People, Room, Undoable};
use super::view::{Desk, Open};
use super::waiting::{Calls, Waiting};
use super::{DeskPage, DeskPart, Names, part, sentence};
use crate::pages::frame::{Frame, Sentence, Tone};
use crate::pages::words::Words;
use askama::Template;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{Refusal, WalkIn};
use foyer_domain::id::{AreaId, CallId, CounterId, VisitId};
use foyer_domain::office::{Counter, Office, Rules};
use foyer_domain::queue::{Skills, Ticket, Timing, Why};
use foyer_domain::visit::{Call, Origin, Visit, VisitState, Wishes};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;
use std::collections::BTreeMap;
use std::sync::Arc;

/// 10:00 in Berlin.
fn ten() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn office() -> Office {
    let office = serde_json::json!({
        "id": "mitte", "number": 7, "name": "Bürgerbüro Mitte", "address": "Markt 1, 12345 Musterstadt",
        "time_zone": "Europe/Berlin",
        "areas": [{"id": "eg", "name": "Wartebereich 1", "letter": "A"}],
        "services": [
            {"id": "ausweis", "name": {"de": "Personalausweis beantragen", "en": "Apply for an identity card"},
             "minutes": 10, "area": "eg"},
            {"id": "melden", "name": "Wohnsitz <script>alert(1)</script> & \"anmelden\"", "minutes": 15, "area": "eg"},
            {"id": "kfz", "name": "Kraftfahrzeug zulassen", "minutes": 20, "area": "eg"},
        ],
        "counters": [{"id": "3", "name": "Schalter 3", "area": "eg", "services": ["ausweis", "melden"]}],
        "hours": [],
    });
    serde_json::from_value(office).unwrap()
}

fn visit(id: u64, service: &str, state: VisitState) -> Visit {
    let since = ten() - TimeDelta::minutes(4);
    Visit {
        id: VisitId(id),
        number: format!("A{id:03}").try_into().unwrap(),
        booking: None,
        origin: Origin::WalkIn,
        services: vec![ServiceChoice { service: service.into(), quantity: 1 }],
        area: AreaId::from("eg"),
        start: None,
        arrived: since,
        urgent: false,
        state,
        since,
        queued: since,
        held: None,
        calls: 0,
        call: None,
        counter: None,
        first_called: None,
        counted_at: None,
        started: None,
        served_ms: 0,
        ended: None,
        estimate: None,
        expected: None,
        aliases: vec![],
        alone: false,
        marks: vec![],
        party: None,
        wishes: Wishes::default(),
        waited_ms: 0,
        way_ms: 0,
        parked_ms: 0,
        interrupted_ms: 0,
        urgent_reason: None,
        bound: None,
        late_until: None,
        admitted: None,
        told: None,
        parked_by: None,
        done: vec![],
        outcome: None,
        merged_into: None,
        merged: vec![],
        language: None,
    }
}

fn appointment(id: u64, service: &str, start: Timestamp) -> Visit {
    Visit { origin: Origin::Appointment, start: Some(start), ..visit(id, service, VisitState::Waiting) }
}

fn called(id: u64, at: Timestamp, acknowledged: bool) -> Visit {
    let call = Call {
        id: CallId(id),
        counter: CounterId::from("3"),
        at,
        counts: true,
        acknowledged,
        heard: acknowledged,
    };
    Visit { call: Some(call), calls: 1, since: at, ..visit(id, "ausweis", VisitState::Called) }
}

static NOBODY: People = People::new();

fn around(office: &Office) -> Around<'_> {
    let (companions, languages) = (BTreeMap::new(), BTreeMap::new());
    let bookings = BTreeMap::new();
    Around { office, companions, languages, bookings, people: &NOBODY, now: ten() }
}

fn room<'a>(office: &'a Office, counter: &'a Counter) -> Room<'a> {
    Room {
        around: around(office),
        counter,
        visit: None,
        called_why: None,
        next: None,
        parked: Vec::new(),
        waiting: Waiting::default(),
        elsewhere: Vec::new(),
        undo: None,
        pause: None,
        told: Arc::default(),
        version: 41,
    }
}

/// These wait, in this order.
fn waiting<'a>(office: &Office, visits: &[&'a Visit]) -> Waiting<'a> {
    waiting_of(office, visits, (&[], &[]))
}

/// The same where some were handed on to counter 3 and others to another.
fn waiting_of<'a>(
    office: &Office,
    visits: &[&'a Visit],
    (mine, others): (&[VisitId], &[VisitId]),
) -> Waiting<'a> {
    let skills = Skills::of(&office.counters[0].id, office).unwrap();
    let tickets: Vec<Ticket> = visits.iter().map(|visit| Ticket::of(visit, office)).collect();
    let visit = |id| visits.iter().copied().find(|visit| visit.id == id);
    let calls = Calls { skills: &skills, mine, others };
    Waiting::of(tickets.iter(), &calls, (&Timing::of(&office.rules), ten()), visit)
}

fn words(language: Language) -> Words {
    Words::new(language, Some(&office()))
}

fn rendered(desk: Desk) -> String {
    let frame = Frame {
        title: desk.title.clone(),
        office: "Bürgerbüro Mitte".to_owned(),
        person: None,
        demo_clock: false,
        path: desk.path.clone(),
        says: Vec::new(),
    };
    DeskPage { words: words(Language::German), frame, desk }.render().unwrap()
}

/// What is read on a page: its text without tags, in one line.
fn read(html: &str) -> String {
    let main = html.split_once(r#"id="desk""#).unwrap().1.split_once(r#"class="desk-says""#).unwrap().0;
    let texts = main.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
    texts.collect::<Vec<_>>().join(" ").split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn keys(html: &str) -> Vec<&str> {
    html.split("data-key=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(key, _)| key).collect()
}

#[test]
fn idle_the_big_key_says_whom_it_will_call_and_why() {
    let office = office();
    let next = appointment(17, "ausweis", ten());
    let others = [visit(18, "melden", VisitState::Waiting), visit(19, "kfz", VisitState::Waiting)];
    let why = Why::AppointmentDue { start: ten() };
    let waiting = waiting(&office, &[&next, &others[0], &others[1]]);
    let room = Room { next: Some((&next, why)), waiting, ..room(&office, &office.counters[0]) };
    let html = rendered(Desk::of(&room, &words(Language::German), Open::Nothing));
    let text = read(&html);
    assert!(
        text.contains("voraussichtlich A\u{202f}017 – Termin 10:00 Uhr, Personalausweis beantragen"),
        "{text}"
    );
    assert!(text.contains("Warum? Der Termin um 10:00 Uhr ist als nächster an der Reihe."), "{text}");
    assert!(text.contains("A\u{202f}017 10:00 Uhr Personalausweis beantragen 4 min"), "{text}");
    assert!(text.contains("Eine weitere Person wartet auf andere Schalter."), "{text}");
    assert!(!text.contains("A\u{202f}019"), "another counter's line: {text}");
    assert_eq!(keys(&html), ["Space", "B", "O", "S", "Escape", "F8"]);
}

#[test]
fn nobody_waiting_is_said_and_the_key_can_still_be_pressed() {
    let office = office();
    let html =
        rendered(Desk::of(&room(&office, &office.counters[0]), &words(Language::German), Open::Nothing));
    assert!(read(&html).contains("Zurzeit wartet niemand für diesen Schalter."));
    assert!(html.contains("big--quiet"));
    assert!(!html.contains("disabled"));
}

#[test]
fn called_it_offers_what_can_be_done_and_counts_from_the_call() {
    let office = office();
    let here = called(17, ten() - TimeDelta::seconds(42), true);
    let room = Room {
        visit: Some(&here),
        called_why: Some(Why::LongestWaiting { since: ten() - TimeDelta::minutes(19) }),
        ..room(&office, &office.counters[0])
    };
    let html = rendered(Desk::of(&room, &words(Language::German), Open::Nothing));
    let text = read(&html);
    assert_eq!(keys(&html), ["Enter", "R", "N", "T", "Escape", "F8"]);
    assert!(text.contains("aufgerufen 00:42"), "{text}");
    assert!(text.contains("gezählte Aufrufe: 1 von 3"), "{text}");
    assert!(text.contains("Wartet seit 09:41 Uhr"), "{text}");
    assert!(!text.contains("ausrufen"), "{text}");
    for what in ["start", "recall", "no_show", "put_back"] {
        assert!(html.contains(&format!(r#"name="do" value="{what}""#)), "{what}");
    }
    assert!(html.contains(r#"name="visit" value="17""#));
}

#[test]
fn a_call_that_nobody_has_shown_is_to_be_called_out_within_five_seconds() {
    let office = office();
    for (milliseconds, acknowledged, said) in
        [(3_999, false, false), (4_000, false, true), (60_000, true, false)]
    {
        let here = called(17, ten() - TimeDelta::milliseconds(milliseconds), acknowledged);
        let room = Room { visit: Some(&here), ..room(&office, &office.counters[0]) };
        let html = rendered(Desk::of(&room, &words(Language::German), Open::Nothing));
        assert_eq!(read(&html).contains("Anzeige gestört, bitte ausrufen."), said, "{milliseconds}");
        let wakes = (!acknowledged && !said).then(|| here.call.as_ref().unwrap().at + TimeDelta::seconds(4));
        assert_eq!(room.changes_at(), wakes, "{milliseconds}");
    }
}

#[test]
fn serving_next_asks_once() {
    let office = office();
    let here =
        Visit { since: ten() - TimeDelta::seconds(3_909), ..visit(16, "ausweis", VisitState::Serving) };
    let next = visit(18, "melden", VisitState::Waiting);
    let why = Why::LongestWaiting { since: next.queued };
    let room = Room {
        visit: Some(&here),
        next: Some((&next, why)),
        waiting: waiting(&office, &[&next]),
        ..room(&office, &office.counters[0])
    };
    let html = rendered(Desk::of(&room, &words(Language::German), Open::Nothing));
    assert!(read(&html).contains("in Bedienung 1:05:09"), "{}", read(&html));
    assert!(html.contains(r#"id="ask" aria-labelledby="ask-question" hidden"#));
    assert!(read(&html).contains("A\u{202f}016 abschließen?"));
    assert_eq!(keys(&html), ["Space", "Space", "Escape", "F", "P", "T", "E", "S", "Escape", "F8"]);
    let asked = rendered(Desk::of(&room, &words(Language::German), Open::Question));
    assert!(asked.contains(r#"id="ask" aria-labelledby="ask-question">"#));
    assert!(asked.contains(r#"data-live="ask" hidden"#));
}

#[test]
fn what_can_be_taken_back_is_named_with_the_seconds_left() {
    let office = office();
    let undo = Undoable {
        text: "desk-undo-finish",
        number: visit(16, "kfz", VisitState::Finished).number,
        visit: VisitId(16),
        until: ten() + TimeDelta::milliseconds(51_200),
    };
    let room = Room { undo: Some(undo), ..room(&office, &office.counters[0]) };
    let html = rendered(Desk::of(&room, &words(Language::German), Open::Nothing));
    assert!(read(&html).contains("Rückgängig: Abschluss A\u{202f}016 noch 52 s Z"), "{}", read(&html));
    assert_eq!(room.changes_at(), Some(undo.until));
}

#[test]
fn what_to_expect_stands_with_the_visit() {
    let mut office = office();
    office.services[0].documents = serde_json::from_str(r#"["Ausweis", "Foto"]"#).unwrap();
    office.services[1].documents = serde_json::from_str(r#"["Foto"]"#).unwrap();
    let reason = Some("deadline".into());
    let here = Visit { urgent: true, urgent_reason: reason, ..called(17, ten(), true) };
    let services =
        ["ausweis", "melden"].map(|service| ServiceChoice { service: service.into(), quantity: 1 });
    let here = Visit { services: services.to_vec(), ..here };
    let room = Room {
        visit: Some(&here),
        around: Around { languages: BTreeMap::from([(here.id, Language::Ukrainian)]), ..around(&office) },
        ..room(&office, &office.counters[0])
    };
    let text = read(&rendered(Desk::of(&room, &words(Language::German), Open::Nothing)));
    assert!(text.contains("Mitzubringen: Ausweis, Foto "), "each once: {text}");
    assert!(text.contains("vorgezogen: Frist läuft ab, Sprache: Ukrainisch"), "{text}");
}

/// Called from 1 to 3: at counter 3 the own call, the others' first of all in the tab, and nothing in the part that is
/// pushed that a screen reader would say anew.
#[test]
fn alarms_come_first_in_the_tab_and_are_said_beside_the_desk() {
    let office = office();
    let board = crate::board::Board::default();
    for counter in ["9", "3"] {
        let since = ten() - TimeDelta::minutes(4);
        board.call_for_help(Some(&counter.into()), &"kim".into(), since, Nonce::random());
    }
    let here = called(17, ten() - TimeDelta::seconds(42), false);
    let room = Room { visit: Some(&here), told: board.told(), ..room(&office, &office.counters[0]) };
    let words = words(Language::German);
    let desk = Desk::of(&room, &words, Open::Nothing);
    assert_eq!(desk.title, "Hilfe! 9 · A\u{202f}017 · Schalter 3");
    let html = part(words, &desk, &[]).unwrap();
    let said = html.split_once("data-alarms=\"").unwrap().1.split_once('"').unwrap().0;
    let called = "Hilfe ist gerufen. Noch hat niemand geantwortet.";
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        ["9 braucht Hilfe.", called, "Anzeige gestört, bitte ausrufen."],
        "no minutes"
    );
    assert!(!html.contains("role=\"alert\"") && !html.contains("role=\"status\""), "{html}");
    board.answer(1, &"lou".into()).unwrap();
    let desk = Desk::of(&Room { told: board.told(), ..room }, &words, Open::Nothing);
    assert_eq!(desk.title, "A\u{202f}017 · Schalter 3", "somebody comes");
}

#[test]
fn texts_of_the_office_are_text() {
    let office = office();
    let next = visit(18, "melden", VisitState::Waiting);
    let why = Why::LongestWaiting { since: next.queued };
    let waiting = waiting(&office, &[&next]);
    let room = Room { next: Some((&next, why)), waiting, ..room(&office, &office.counters[0]) };
    let html = rendered(Desk::of(&room, &words(Language::German), Open::Nothing));
    assert!(!html.contains("<script>alert"));
    assert!(html.contains("&#60;script&#62;alert(1)"), "{html}");
}

#[test]
fn time_alone_makes_no_new_picture() {
    let office = office();
    let here = called(17, ten() - TimeDelta::seconds(42), true);
    let now = Room { visit: Some(&here), ..room(&office, &office.counters[0]) };
    let later = Room {
        around: Around { now: ten() + TimeDelta::seconds(1), ..around(&office) },
        version: 42,
        ..now.clone()
    };
    let words = words(Language::German);
    let (now, later) = (Desk::of(&now, &words, Open::Nothing), Desk::of(&later, &words, Open::Nothing));
    assert!(now.looks_like(&later));
    assert_ne!(now, later);
    let recalled = called(17, ten(), true);
    let recalled = Room { visit: Some(&recalled), ..room(&office, &office.counters[0]) };
    assert!(!now.looks_like(&Desk::of(&recalled, &words, Open::Nothing)));
}

#[test]
fn a_part_carries_the_sentence_beside_the_desk() {
    let office = office();
    let desk = Desk::of(&room(&office, &office.counters[0]), &words(Language::English), Open::Nothing);
    let says = [Sentence::look("It <works>.".to_owned())];
    let html = part(words(Language::English), &desk, &says).unwrap();
    assert!(
        html.starts_with(r#"<div id="says"><p class="say say--look">It &#60;works&#62;.</p></div>"#),
        "{html}"
    );
    assert!(html.contains("Nobody at the counter"));
    let quiet = DeskPart { words: words(Language::English), desk: &desk, says: &[] };
    assert!(quiet.render().unwrap().starts_with(r#"<div id="says"></div>"#));
}

#[test]
fn a_refusal_says_when_it_will_work() {
    #[track_caller]
    fn check(refusal: &Refusal, expected: &str) {
        let names = Names {
            counter: "Schalter 3".to_owned(),
            taken_by: "Kim Sommer".to_owned(),
            number: "A\u{202f}017".to_owned(),
            rules: Rules::default(),
        };
        let said = sentence(refusal, &names, &words(Language::German));
        assert_eq!(said.text, expected);
        assert_ne!(said.tone, Tone::Yes);
    }
    check(
        &Refusal::CallTooRecent { from: ten() + TimeDelta::seconds(45) },
        "„Nicht da“ geht ab 10:00:45 Uhr. Der letzte Aufruf ist noch keine 45 Sekunden her.",
    );
    check(
        &Refusal::ComesLater { until: ten() + TimeDelta::minutes(9) },
        "A\u{202f}017 kommt später, bis 10:09 Uhr. „Nicht da“ geht erst dann; bis dahin hilft „Zurückstellen“.",
    );
    check(
        &Refusal::CalledTooFewTimes { calls: 1, needed: 3 },
        "Erst 1 von 3 gezählten Aufrufen. Bitte rufen Sie noch einmal auf.",
    );
    check(
        &Refusal::CounterTaken(CounterId::from("3")),
        "Schalter 3 ist besetzt: Kim Sommer. Bitte wählen Sie einen anderen Schalter.",
    );
    check(
        &Refusal::CallNotShown,
        "Die Anzeige hat den Aufruf nicht gezeigt. Bitte rufen Sie A\u{202f}017 aus und drücken Sie „Ich habe ausgerufen“.",
    );
}
