//! Between the booking server and whoever books.

use crate::examples::{at, booking_id, office, secret, services, start};
use crate::shots::Shots;
use foyer_domain::booking::BookingState;
use foyer_domain::office::{InterpreterWay, Localized};
use foyer_domain::visit::Wishes;
use foyer_protocol::booking::{
    BookingView, CancelRequest, ConfirmRequest, FreeTimes, Hold, HoldRequest, MoveRequest, OfficeEntry,
    Offices,
};

#[test]
fn bookings_are_asked_for_as_ever() {
    let mut shots = Shots::of("booking/requests");
    shots.strict("hold", &HoldRequest { services: services(), start: start() });
    let (name, email) = ("Ada Muster".to_owned(), "ada@example.org".to_owned());
    let plain = ConfirmRequest { name, email, interpreter: true, ..ConfirmRequest::default() };
    shots.strict("confirm", &plain);
    let wishes = Wishes { pick_up: true, more_time: true, interpreter: false };
    let more = ConfirmRequest {
        phone: "+49 1234 5678".to_owned(),
        persons: 3,
        wishes,
        interpreter_language: Some("kmr".to_owned()),
        interpreter_way: Some(InterpreterWay::Video),
        ..plain
    };
    shots.strict("confirm-all", &more);
    shots.strict("cancel", &CancelRequest { pin: "271828".to_owned() });
    shots.strict("move", &MoveRequest { pin: "271828".to_owned(), start: start() });
    shots.done();
}

#[test]
fn little_is_enough_to_confirm() {
    let bare: ConfirmRequest = serde_json::from_str("{}").expect("all of it has a default");
    assert_eq!(bare, ConfirmRequest::default());
    assert_eq!((bare.language.as_str(), bare.persons), ("de", 1));
}

fn view() -> BookingView {
    BookingView {
        secret: secret(),
        booking: booking_id(),
        office: "mitte".into(),
        office_name: "Bürgerbüro Mitte".to_owned(),
        address: "Rathausplatz 1, 12345 Musterstadt".to_owned(),
        services: services(),
        documents: vec![Localized::german("Alter Ausweis")],
        start: start(),
        minutes: 20,
        state: BookingState::Confirmed,
        short_code: "K7M43PXR".to_owned(),
        check_in_code: Some("F1:AB C".to_owned()),
        pin: Some("271828".to_owned()),
    }
}

#[test]
fn bookings_are_answered_as_ever() {
    let mut shots = Shots::of("booking/answers");
    let office = office();
    let entry = OfficeEntry {
        id: office.id,
        name: office.name,
        address: office.address,
        stops: office.stops,
        step_free: office.step_free,
        languages: office.languages,
        time_zone: office.time_zone.to_string(),
        services: office.services,
    };
    shots.tolerant("offices", &Offices { offices: vec![entry] });
    shots.tolerant("free-times", &FreeTimes { minutes: 20, starts: vec![start()], next: None });
    shots.tolerant("free-times-none", &FreeTimes { minutes: 20, starts: Vec::new(), next: Some(start()) });
    let until = at("08:10:00");
    shots.tolerant("hold", &Hold { hold: secret(), start: start(), minutes: 20, until });
    shots.tolerant("booking", &view());
    let held = BookingState::Held { until };
    shots.tolerant("booking-held", &BookingView { state: held, check_in_code: None, pin: None, ..view() });
    shots.done();
}
