//! Between the booking server and the lobbies.

use crate::examples::{at, booking, booking_id, city, number, office, secret, span, start};
use crate::shots::Shots;
use crate::variants;
use foyer_domain::booking::{Booking, BookingState};
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::{Change, LinkRequest, Linked, PhoneSecret, Report, ReportBody, Reports};

variants!(CHANGES, change_name: Change { Office, City, ShortCodeKey, Booking });
variants!(REPORTS, report_name: ReportBody { Booking, Ticket });
variants!(STATES, state_name: BookingState { Held, Confirmed, Cancelled });

fn changed(booking: Booking) -> Change {
    Change::Booking { booking, short_code_hash: "5c".repeat(32) }
}

#[test]
fn changes_go_down_as_ever() {
    let mut shots = Shots::of("feed/changes");
    let changes = [
        Change::Office { office: Box::new(office()) },
        Change::City { city: city() },
        Change::ShortCodeKey { key: "c0".repeat(32) },
        changed(booking()),
    ];
    for change in changes {
        shots.tolerant(change_name(&change), &change);
    }
    shots.all(CHANGES);
    let states = [BookingState::Held { until: start() }, BookingState::Confirmed, BookingState::Cancelled];
    for state in states {
        let name = format!("Booking-{}", state_name(&state));
        shots.tolerant(&name, &changed(Booking { state, ..booking() }));
    }
    assert_eq!(STATES.len(), states.len());
    shots.done();
}

#[test]
fn reports_go_up_as_ever() {
    let mut shots = Shots::of("feed/reports");
    let bodies = [
        ReportBody::Booking {
            booking: booking_id(),
            state: VisitState::Waiting,
            confirmed_by_presence: false,
            replaced: true,
        },
        ReportBody::Ticket {
            secret_hash: "7d".repeat(32),
            number: number(),
            state: VisitState::Called,
            counter: Some("Schalter 3".to_owned()),
            area: "Wartebereich 1".to_owned(),
            estimate: Some(span()),
        },
    ];
    for body in bodies {
        let report = Report { id: 4_711, at: at("09:02:00"), body };
        shots.tolerant(report_name(&report.body), &Reports { reports: vec![report.clone()] });
    }
    shots.all(REPORTS);
    shots.done();
}

#[test]
fn a_lobby_signs_on_as_ever() {
    let mut shots = Shots::of("feed/link");
    shots.strict("request", &LinkRequest { code: "K7M4-3PXR".to_owned() });
    let linked = Linked { office: "mitte".into(), token: "a secret".to_owned() };
    assert!(!format!("{linked:?}").contains("secret"), "a token is in no log");
    shots.tolerant("linked", &linked);
    let phone: PhoneSecret = secret();
    shots.tolerant("phone-secret", &phone);
    shots.done();
}
