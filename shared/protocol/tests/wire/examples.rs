//! Values that the snapshots share: one office, one booking, one visit on one Monday.

use foyer_domain::Timestamp;
use foyer_domain::booking::{Booking, BookingState, Interpreting, ServiceChoice};
use foyer_domain::code::{KeyState, PublicKey};
use foyer_domain::engine::{City, OfficeCard};
use foyer_domain::estimate::{Expected, Span};
use foyer_domain::id::{BookingId, CallId, VisitId};
use foyer_domain::office::{InterpreterWay, Localized, Office};
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{Bound, Call, Held, Mark, Origin, Visit, VisitState, Wishes};
use std::collections::BTreeMap;
use std::path::Path;
use uuid::Uuid;

/// A time of Monday, 23 November 2026, in UTC.
pub fn at(time: &str) -> Timestamp {
    format!("2026-11-23T{time}Z").parse().expect("a time")
}

pub fn start() -> Timestamp {
    at("09:00:00")
}

pub fn day() -> chrono::NaiveDate {
    start().date_naive()
}

pub fn booking_id() -> BookingId {
    BookingId::new(0x00c0_ffee_0001).expect("48 bits")
}

pub fn visit_id() -> VisitId {
    VisitId(17)
}

pub fn number() -> TicketNumber {
    TicketNumber::try_from("A017".to_owned()).expect("a ticket number")
}

pub fn span() -> Span {
    Span { from_minutes: 5, to_minutes: 10 }
}

pub fn secret() -> Uuid {
    Uuid::from_u128(0x2f1c_58a4_0000_4000_8000_0000_0000_0001)
}

pub fn services() -> Vec<ServiceChoice> {
    vec![ServiceChoice { service: "personalausweis".into(), quantity: 2 }]
}

pub fn localized(german: &str, english: &str) -> Localized {
    let texts = [("de", german), ("en", english)].map(|(tag, text)| (tag.to_owned(), text.to_owned()));
    Localized(BTreeMap::from(texts))
}

pub fn key() -> PublicKey {
    PublicKey { id: 1, state: KeyState::Active, key: "0a".repeat(32) }
}

pub fn card() -> OfficeCard {
    let address = "Hafenstraße 2, 12345 Musterstadt".to_owned();
    OfficeCard { number: 2, name: "Bürgerbüro Hafen".to_owned(), address }
}

pub fn city() -> City {
    City { keys: vec![key()], offices: vec![card()] }
}

pub fn booking() -> Booking {
    let state = BookingState::Confirmed;
    Booking {
        id: booking_id(),
        services: services(),
        start: start(),
        minutes: 20,
        state,
        language: Some("uk".to_owned()),
        wishes: Wishes { interpreter: true, ..Wishes::default() },
        interpreting: Some(Interpreting { language: "ti".to_owned(), way: Some(InterpreterWay::Video) }),
        persons: 3,
    }
}

/// An office with everything that one can configure.
pub fn office() -> Office {
    let text = r##"
        revision = 3
        id = "mitte"
        number = 1
        name = "Bürgerbüro Mitte"
        address = "Rathausplatz 1, 12345 Musterstadt"
        time_zone = "Europe/Berlin"
        accent = "#2044aa"
        information_desk = { de = "an der Infotheke", en = "at the information desk" }
        public_url = "https://termine.musterstadt.example"
        walk_in_paused = "Heute nirgends."
        rules = { late = "desk", grid_minutes = 10, notice_minutes = 60, minutes_interpreter = 15 }
        holidays = "BW"
        closures = [{ date = "2026-12-24", reason = "Heiligabend" },
            { date = "2026-12-28", until = "2026-12-30", from = "08:00:00", to = "10:00:00", counters = ["3"], reason = "Umbau" },
        ]
        pause_reasons = [{ id = "lunch", name = "Mittagspause" }]
        admit_reasons = [{ id = "delayed-by-us", name = "Durch uns verspätet" }]
        texts = [{ id = "alarm", name = { de = "Bitte verlassen Sie das Haus.", en = "Please leave the building." } }]

        [[areas]]
        id = "eg"
        name = { de = "Wartebereich 1", en = "Waiting area 1" }
        letter = "A"
        way = "rechts"
        direction = "right"
        walk_in_paused = "Hier heute nicht."

        [[services]]
        id = "personalausweis"
        name = "Personalausweis beantragen"
        minutes = 10
        minutes_more = 5
        most = 4
        alone = true
        only_with = ["reisepass"]
        documents = ["Alter Ausweis", "Foto"]
        area = "eg"
        walk_in = false
        named_on_ticket = true
        group = { de = "Ausweise", en = "Identity" }
        icon = "card"
        keywords = { de = "Perso, Ausweis", en = "ID" }
        walk_in_message = "Hierfür bitte einen Termin buchen."
        walk_in_paused = "Heute nicht."
        walk_in_limit = 20
        walk_in_limit_per_hour = 6
        walk_in_hours = [{ weekdays = ["Mon"], from = "08:00:00", to = "10:00:00" }]

        [[counters]]
        id = "3"
        name = "Schalter 3"
        area = "eg"
        services = ["personalausweis"]
        way = "1. OG, rechts"
        direction = "up"

        [[hours]]
        weekdays = ["Mon", "Tue"]
        from = "08:00:00"
        to = "16:00:00"
        places = 2

        [[hours]]
        weekdays = ["Mon"]
        from = "08:00:00"
        to = "12:00:00"
        counters = ["3"]
        valid_from = "2026-11-23"
        valid_until = "2027-03-31"
        every_weeks = 2
        keep = "staff"
        release = { days_before = 1, at = "07:00:00" }
    "##;
    foyer_protocol::program::parse(text, Path::new("office.toml")).expect("a good office")
}

/// A visit that was called twice.
pub fn visit() -> Visit {
    Visit {
        id: visit_id(),
        number: number(),
        booking: Some(booking_id()),
        origin: Origin::Appointment,
        services: services(),
        area: "eg".into(),
        start: Some(start()),
        arrived: at("08:50:00"),
        urgent: false,
        state: VisitState::Called,
        since: at("09:02:00"),
        queued: at("08:50:00"),
        held: Some(held()),
        calls: 2,
        counted_at: Some(at("09:02:00")),
        call: Some(Call {
            id: CallId(5),
            counter: "3".into(),
            at: at("09:02:50"),
            counts: true,
            acknowledged: true,
            heard: false,
        }),
        counter: Some("3".into()),
        first_called: Some(at("09:02:00")),
        started: None,
        served_ms: 0,
        ended: None,
        estimate: Some(span()),
        expected: Some(Expected { low_s: 300, median_s: 420, high_s: 600 }),
        aliases: vec![TicketNumber::new(number().letter(), 803).expect("a number")],
        alone: true,
        marks: vec![Mark::Moved],
        party: Some(number()),
        wishes: Wishes { pick_up: true, ..Wishes::default() },
        waited_ms: 720_000,
        way_ms: 0,
        parked_ms: 60_000,
        interrupted_ms: 1_200_000,
        urgent_reason: Some("deadline".into()),
        bound: Some(Bound::Staff("s-2".into())),
        late_until: Some(at("09:12:00")),
        admitted: Some("delayed-by-us".into()),
        told: Some(at("15:50:00")),
        parked_by: Some("s-1".into()),
        done: services(),
        outcome: Some("comes-again".into()),
        merged_into: Some(VisitId(9)),
        merged: vec![VisitId(3)],
        language: None,
    }
}

pub fn held() -> Held {
    Held { until: at("09:10:00"), others_left: 3 }
}
