//! The room in its states, rendered.

use super::ReceptionPart;
use super::found::{Asked, Found};
use super::view::Reception;
use crate::beside::Beside;
use crate::board::Told;
use crate::lobby::Published;
use crate::pages::desk::People;
use crate::pages::words::Words;
use askama::Template;
use foyer_domain::Timestamp;
use foyer_domain::booking::{Booking, BookingState, ServiceChoice};
use foyer_domain::engine::{Command, QueueState};
use foyer_domain::id::{BookingId, StaffId};
use foyer_domain::office::Office;
use foyer_domain::visit::Actor;
use foyer_protocol::feed::PersonName;
use foyer_text::Language;
use std::sync::Arc;

/// 10:00 in Berlin on a Monday.
fn ten() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn office() -> Office {
    let office = serde_json::json!({
        "id": "mitte", "number": 7, "name": "Bürgerbüro Mitte", "address": "Markt 1, 12345 Musterstadt",
        "time_zone": "Europe/Berlin",
        "areas": [{"id": "eg", "name": "Wartebereich 1", "letter": "A"}],
        "services": [{"id": "ausweis", "name": "Personalausweis <beantragen>", "minutes": 10, "area": "eg"}],
        "counters": [{"id": "1", "name": "Schalter 1", "area": "eg"}, {"id": "2", "name": "Schalter 2", "area": "eg"}],
        "hours": [],
    });
    serde_json::from_value(office).unwrap()
}

fn booking(id: u64, start: &str) -> Booking {
    Booking {
        id: BookingId::new(id).unwrap(),
        services: vec![ServiceChoice { service: "ausweis".into(), quantity: 1 }],
        start: start.parse().unwrap(),
        minutes: 10,
        state: BookingState::Confirmed,
        language: None,
        wishes: foyer_domain::visit::Wishes::default(),
        interpreting: None,
        persons: 1,
    }
}

/// A state after these commands.
fn after(commands: Vec<Command>) -> QueueState {
    let mut state = QueueState::default();
    let first = Command::AdoptOffice(Box::new(office()));
    for command in [first].into_iter().chain(commands) {
        let decision = state.decide(ten(), &Actor::System, &command).unwrap();
        for event in decision.events {
            state.apply(ten(), &event);
        }
    }
    state
}

fn published(state: QueueState) -> Published {
    Published { seq: 7, state: Arc::new(state), beside: Arc::new(Beside::default()), last_report: 0 }
}

fn words() -> Words {
    Words::new(Language::German, Some(&office()))
}

#[test]
fn counters_people_and_who_is_expected_stand_side_by_side() {
    let over = BookingState::Held { until: ten() - chrono::TimeDelta::seconds(1) };
    let bookings = [
        booking(1, "2026-11-23T09:30:00Z"),
        booking(2, "2026-11-23T09:15:00Z"),
        booking(3, "2026-11-24T09:15:00Z"),
        Booking { state: BookingState::Cancelled, ..booking(4, "2026-11-23T09:20:00Z") },
        Booking { state: BookingState::Held { until: ten() }, ..booking(5, "2026-11-23T09:40:00Z") },
        Booking { state: over, ..booking(6, "2026-11-23T09:45:00Z") },
    ];
    let mut commands: Vec<Command> = bookings.into_iter().map(Command::SyncBooking).collect();
    commands.push(Command::OpenCounter { counter: "1".into(), staff: "s1".into() });
    let people = People::from([(StaffId::from("s1"), "Kim Sommer".to_owned())]);
    let room = Reception::of(&published(after(commands)), &people, &Told::default(), ten(), &words(), None);
    let html = ReceptionPart { words: words(), desk: &room, says: &[] }.render().unwrap();
    assert!(
        html.contains("<strong>Schalter 1</strong>\n        <span class=\"quiet\">Kim Sommer</span>"),
        "{html}"
    );
    assert!(html.contains("geschlossen"), "{html}");
    let times: Vec<&str> = room.expected.iter().map(|booking| booking.time.as_str()).collect();
    assert_eq!(times, ["10:15 Uhr", "10:30 Uhr", "10:40 Uhr"], "of today alone, open, by time");
    assert!(!html.contains("<beantragen>"), "an office's text is text");
    assert!(html.contains("Zurzeit wartet niemand."));
}

#[test]
fn a_booking_that_was_found_says_where_it_stands() {
    let cancelled = Booking { state: BookingState::Cancelled, ..booking(4, "2026-11-23T09:20:00Z") };
    let state = after(vec![Command::SyncBooking(cancelled.clone())]);
    let found = Found::of(&state, &cancelled, &words());
    assert_eq!(found.state.as_deref(), Some("Der Termin ist abgesagt."));
    assert!(!found.can_check_in, "no key that can only refuse");
    assert!(
        found.what.starts_with("Montag, 23. November 2026, 10:20 Uhr, Personalausweis"),
        "{}",
        found.what
    );
}

#[test]
fn without_an_office_the_room_is_empty() {
    let room = Reception::of(
        &published(QueueState::default()),
        &People::new(),
        &Told::default(),
        ten(),
        &words(),
        None,
    );
    assert!(room.places.is_empty() && room.expected.is_empty());
}

#[test]
fn more_than_anybody_reads_are_counted() {
    let adopt = Command::AdoptOffice(Box::new(Office { revision: 1, ..office() }));
    let bookings = (1..=23).map(|id| Command::SyncBooking(booking(id, "2026-11-23T09:30:00Z")));
    let published = published(after([adopt].into_iter().chain(bookings).collect()));
    let (found, more) = Asked::read(&published, "10:30").find(&published, &[], ten(), &words());
    assert_eq!((found.len(), more), (20, 3));
    let (found, more) = Asked::read(&published, "10:40").find(&published, &[], ten(), &words());
    assert_eq!((found.len(), more), (0, 0));
}

#[test]
fn names_are_searched_only_where_the_office_shows_them() {
    let (mut shown, hidden) = (office(), office());
    shown.rules.show_names = true;
    let of = |office: Office| {
        let bookings = [booking(1, "2026-11-23T09:30:00Z"), booking(2, "2026-11-24T09:30:00Z")];
        let adopt = Command::AdoptOffice(Box::new(Office { revision: 1, ..office }));
        let commands = [adopt].into_iter().chain(bookings.into_iter().map(Command::SyncBooking));
        published(after(commands.collect()))
    };
    let (shown, hidden) = (of(shown), of(hidden));
    let name = |id| (BookingId::new(id).unwrap(), PersonName("Jörg Sömmerling".to_owned()));
    let names = [name(1), name(2), name(3)];
    for typed in ["Sömmerling", "soemmer", "SOMMERLING", "jörg"] {
        assert_eq!(Asked::read(&hidden, typed), Asked::Nothing, "{typed}");
        let asked = Asked::read(&shown, typed);
        assert_eq!(asked, Asked::Name(typed.to_owned()));
        let (found, _) = asked.find(&shown, &names, ten(), &words());
        let found: Vec<_> = found.iter().map(|found| (found.booking.clone(), found.name.clone())).collect();
        let first = (BookingId::new(1).unwrap().to_string(), Some("Jörg Sömmerling".to_owned()));
        assert_eq!(found, [first], "{typed}: of today, and known here");
    }
    assert!(Asked::read(&shown, "Winter").find(&shown, &names, ten(), &words()).0.is_empty());
    assert_eq!(Asked::read(&shown, "S"), Asked::Nothing, "one letter finds everybody");
}
