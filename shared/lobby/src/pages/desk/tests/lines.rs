//! Who waits, line by line, and who is found behind the lines.

use super::super::room::{Companion, Other};
use super::super::search::behind;
use super::*;
use foyer_domain::booking::{Booking, BookingState, Interpreting};
use foyer_domain::engine::{Command, QueueState};
use foyer_domain::id::{BookingId, StaffId};
use foyer_domain::office::InterpreterWay;
use foyer_domain::visit::{Actor, Bound, Held};

#[test]
fn a_line_says_what_holds_it_up() {
    let office = office();
    let held = Held { until: ten() + TimeDelta::minutes(3), others_left: 2 };
    let back = Visit { held: Some(held), ..visit(20, "ausweis", VisitState::Waiting) };
    let late = Visit { origin: Origin::Late, ..visit(21, "ausweis", VisitState::Waiting) };
    let unknown = Visit { services: Vec::new(), ..appointment(22, "ausweis", ten() + TimeDelta::minutes(5)) };
    let waiting = waiting(&office, &[&back, &late, &unknown]);
    let room = Room { waiting, ..room(&office, &office.counters[0]) };
    let text = read(&rendered(Desk::of(&room, &words(Language::German), Open::Nothing)));
    assert!(text.contains("ohne Termin zurückgestellt bis 10:03 Uhr"), "{text}");
    assert!(text.contains("A\u{202f}021 zu spät"), "{text}");
    assert!(text.contains("A\u{202f}022 10:05 Uhr Anliegen noch nicht bekannt"), "{text}");
    // The appointment becomes due at 10:03, when the hold ends as well.
    assert_eq!(room.changes_at(), Some(ten() + TimeDelta::minutes(3)));
}

#[test]
fn wishes_and_companions_are_seen_before_the_call() {
    let office = office();
    let wishes = Wishes { pick_up: true, more_time: true, interpreter: true };
    let (next, other) = (visit(18, "melden", VisitState::Waiting), visit(19, "ausweis", VisitState::Waiting));
    let next = Visit { wishes, ..next };
    let at = Companion {
        number: visit(17, "kfz", VisitState::Called).number,
        counter: Some(&office.counters[0].name),
    };
    let here = Companion { number: next.number, counter: None };
    let room = Room {
        next: Some((&next, Why::Companion { party: next.number })),
        waiting: waiting(&office, &[&next, &other]),
        around: Around { companions: BTreeMap::from([(other.id, vec![at, here])]), ..around(&office) },
        ..room(&office, &office.counters[0])
    };
    let text = read(&rendered(Desk::of(&room, &words(Language::German), Open::Nothing)));
    assert_eq!(
        text.matches("Dolmetschen gewünscht, bitte abholen, braucht mehr Zeit").count(),
        2,
        "preview and list: {text}"
    );
    assert!(
        text.contains("zusammen mit A\u{202f}017, gerade an Schalter 3, zusammen mit A\u{202f}018"),
        "{text}"
    );
    assert!(text.contains("Warum? Gehört zu A\u{202f}018"), "{text}");
}

/// Before somebody is called it is known who has to interpret what and how, and how many chairs there must be.
#[test]
fn an_interpreter_and_how_many_come_are_known_beforehand() {
    let office = office();
    let wishes = Wishes { interpreter: true, ..Wishes::default() };
    let next = Visit { wishes, ..visit(18, "melden", VisitState::Waiting) };
    let mut booking = Booking {
        id: BookingId::new(1).unwrap(),
        services: next.services.clone(),
        start: ten(),
        minutes: 10,
        state: BookingState::Confirmed,
        language: None,
        wishes,
        interpreting: Some(Interpreting { language: "ti".to_owned(), way: Some(InterpreterWay::Video) }),
        persons: 4,
    };
    let said = |booking: &Booking| {
        let bookings = BTreeMap::from([(next.id, booking)]);
        let around = Around { bookings, ..around(&office) };
        let waiting = waiting(&office, &[&next]);
        let room = Room { around, waiting, ..room(&office, &office.counters[0]) };
        read(&rendered(Desk::of(&room, &words(Language::German), Open::Nothing)))
    };
    assert!(said(&booking).contains("Dolmetschen: Tigrinya, Video, 4 Personen"), "{}", said(&booking));
    booking.interpreting = Some(Interpreting { language: "mis".to_owned(), way: None });
    booking.persons = 1;
    let text = said(&booking);
    assert!(text.contains("Dolmetschen: andere Sprache") && !text.contains("Personen"), "{text}");
    booking.interpreting = None;
    assert!(said(&booking).contains("Dolmetschen gewünscht"), "of reception or an older program");
}

#[test]
fn who_is_kept_for_somebody_else_is_no_line_of_this_desk() {
    let office = office();
    let (kept, own) = (visit(18, "ausweis", VisitState::Waiting), visit(19, "kfz", VisitState::Waiting));
    let staff = StaffId::from("s4");
    let people = People::from([(staff.clone(), "Kim Sommer".to_owned())]);
    let own = Visit { bound: Some(Bound::Counter(CounterId::from("3"))), ..own };
    let other = Other {
        counter: &office.counters[0],
        staff: &staff,
        clerk: "Kim Sommer",
        visit: None,
        is_away: false,
        pause: None,
        left_behind: vec![],
    };
    let room = Room {
        waiting: waiting_of(&office, &[&kept, &own], (&[own.id], &[kept.id])),
        elsewhere: vec![other],
        around: Around { people: &people, ..around(&office) },
        ..room(&office, &office.counters[0])
    };
    let html = rendered(Desk::of(&room, &words(Language::German), Open::Nothing));
    let text = read(&html);
    assert!(
        text.contains("weitergeleitet an Schalter 3"),
        "a service that the counter does not offer: {text}"
    );
    assert!(!text.contains("A\u{202f}018"), "{text}");
    assert!(text.contains("Andere Schalter 1 Schalter 3 Kim Sommer frei"), "{text}");
    assert!(html.contains(r#"<option value="staff:s4">Kim Sommer</option>"#));
}

#[test]
fn without_script_a_line_opens_by_its_address() {
    let office = office();
    let lines = [visit(18, "ausweis", VisitState::Waiting), visit(19, "ausweis", VisitState::Waiting)];
    let here = visit(16, "ausweis", VisitState::Serving);
    let waiting = waiting(&office, &[&lines[0], &lines[1]]);
    let room = Room { visit: Some(&here), waiting, ..room(&office, &office.counters[0]) };
    let html = rendered(Desk::of(&room, &words(Language::German), Open::Line(VisitId(19))));
    assert!(html.contains(r#"id="chosen" aria-labelledby="chosen-title">"#), "open");
    assert!(
        read(&html).contains("Was tun mit A\u{202f}019 Zusammen mit A\u{202f}016 bedienen"),
        "{}",
        read(&html)
    );
    assert!(html.contains(r#"name="do" value="join"><"#));
    assert!(html.contains(r#"name="with" value="16""#));
    let gone = rendered(Desk::of(&room, &words(Language::German), Open::Line(VisitId(7))));
    assert!(
        gone.contains(r#"id="chosen" aria-labelledby="chosen-title" hidden"#),
        "who is not there is not open"
    );
}

#[test]
fn a_long_queue_is_cut_and_counted() {
    let office = office();
    let many: Vec<Visit> = (1..=55).map(|id| visit(id, "ausweis", VisitState::Waiting)).collect();
    let waiting = waiting(&office, &many.iter().collect::<Vec<_>>());
    let room = Room { waiting, ..room(&office, &office.counters[0]) };
    let html = rendered(Desk::of(&room, &words(Language::German), Open::Nothing));
    assert_eq!(html.matches("<li data-visit").count(), 40);
    assert!(read(&html).contains("und 15 weitere"));
    assert!(read(&html).contains("55 Personen"));
}

#[test]
fn who_waits_behind_the_lines_is_found_by_any_part_of_their_line() {
    let hours = r#"[{"weekdays": ["Mon"], "from": "00:00:00", "to": "23:55:00", "places": 60}]"#;
    let mut open = Office { hours: serde_json::from_str(hours).unwrap(), ..office() };
    let (id, services) = (CounterId::from("4"), vec!["kfz".into()]);
    open.counters.push(Counter { id, services, ..open.counters[0].clone() });
    open.services.iter_mut().for_each(|service| service.minutes = 1);
    let mut state = QueueState::default();
    let mut ask = |command: Command| {
        for event in state.decide(ten(), &Actor::System, &command).unwrap().events {
            state.apply(ten(), &event);
        }
    };
    ask(Command::AdoptOffice(Box::new(open)));
    for turn in 1..=48 {
        let service = if turn % 16 == 0 { "kfz" } else { "ausweis" };
        let services = vec![ServiceChoice { service: service.into(), quantity: 1 }];
        ask(Command::WalkIn(WalkIn { services, seen_at: ten(), language: None }));
    }
    let found = |typed: &str| {
        let now = ten() + TimeDelta::minutes(12);
        let (three, words) = (CounterId::from("3"), words(Language::German));
        let rows = behind(&state, &three, &NOBODY, now, &words, typed).unwrap();
        rows.into_iter().map(|row| row.number.replace('\u{202f}', "")).collect::<Vec<_>>()
    };
    // Three wait for somebody else; of the others the desk has 40 lines.
    assert_eq!(found(""), ["A043", "A044", "A045", "A046", "A047"]);
    for typed in ["A 045", "a045", "45", "045 PERSONALAUSWEIS ohne"] {
        assert_eq!(found(typed), ["A045"], "{typed}");
    }
    assert_eq!(found("12 min").len(), 5, "what the line shows, too");
    assert!(found("A001").is_empty(), "a line of the desk");
    assert!(found("A048").is_empty(), "waits for somebody else");
}
