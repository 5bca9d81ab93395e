//! Between the booking server and the lobbies.

use crate::examples::{at, booking, booking_id, city, localized, number, office, secret, span, start};
use crate::shots::Shots;
use crate::variants;
use foyer_domain::booking::{Booking, BookingState, ServiceChoice};
use foyer_domain::id::{CallId, VisitId};
use foyer_domain::short_code::ShortCode;
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::{
    Change, EndedVisit, LinkRequest, Linked, PersonName, PhonePress, PhoneSecret, Position, Positions,
    Report, ReportBody, Reports, VisitEnd,
};

variants!(CHANGES, change_name: Change { Office, City, ShortCodeKey, Booking, Phone });
variants!(REPORTS, report_name: ReportBody { Booking, Ticket, Visit });
variants!(ENDS, end_name: VisitEnd { Finished, NoShow, Cancelled, Unserved });
variants!(PRESSES, press_name: PhonePress { GiveUp, Late, Seen });
variants!(STATES, state_name: BookingState { Held, Confirmed, Cancelled });

fn changed(booking: Booking) -> Change {
    Change::Booking { booking, short_code_hash: "5c".repeat(32), short_code: None, name: None }
}

fn pressed(press: PhonePress) -> Change {
    Change::Phone { secret_hash: "7d".repeat(32), press }
}

#[test]
fn changes_go_down_as_ever() {
    let mut shots = Shots::of("feed/changes");
    let changes = [
        Change::Office { office: Box::new(office()) },
        Change::City { city: city() },
        Change::ShortCodeKey { key: "c0".repeat(32) },
        changed(booking()),
        pressed(PhonePress::GiveUp),
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
    let mut named = changed(booking());
    if let Change::Booking { name, .. } = &mut named {
        *name = Some(PersonName("Erika Mustermann".to_owned()));
    }
    assert!(!format!("{named:?}").contains("Erika"));
    shots.tolerant("Booking-with-a-name", &named);
    let mut with_code = changed(booking());
    if let Change::Booking { short_code, .. } = &mut with_code {
        *short_code = Some(ShortCode::from_random(4_711));
    }
    let shown = ShortCode::from_random(4_711);
    assert!(!format!("{with_code:?}").contains(shown.as_str()), "a Terminnummer is in no log");
    shots.tolerant("Booking-with-its-short-code", &with_code);
    let presses = [
        PhonePress::GiveUp,
        PhonePress::Late { minutes: 10, at: Some(at("09:02:00")) },
        PhonePress::Seen { call: CallId(23) },
    ];
    for press in presses {
        shots.tolerant(&format!("Phone-{}", press_name(&press)), &pressed(press));
    }
    assert_eq!(PRESSES.len(), presses.len());
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
            also: vec![number()],
            state: VisitState::Called,
            call: Some(CallId(23)),
            counter: Some(localized("Schalter 3", "Counter 3")),
            area: localized("Wartebereich 1", "Waiting area 1"),
            way: localized("1. OG, rechts", "First floor, to the right"),
            estimate: Some(span()),
            in_vain: true,
            late_until: Some(at("09:12:00")),
        },
        ReportBody::Visit(ended(VisitEnd::Finished)),
    ];
    for body in bodies {
        let report = Report { id: 4_711, at: at("09:02:00"), body };
        shots.tolerant(report_name(&report.body), &Reports { reports: vec![report.clone()] });
    }
    shots.all(REPORTS);
    let ends = [VisitEnd::Finished, VisitEnd::NoShow, VisitEnd::Cancelled, VisitEnd::Unserved];
    for end in ends {
        shots.tolerant(&format!("Visit-{}", end_name(&end)), &ReportBody::Visit(ended(end)));
    }
    assert_eq!(ENDS.len(), ends.len());
    let bare = EndedVisit {
        services: Vec::new(),
        start: None,
        called: None,
        begun: None,
        expected_s: None,
        told: None,
        interrupted: true,
        ..ended(VisitEnd::Unserved)
    };
    shots.tolerant("Visit-of-which-little-is-known", &ReportBody::Visit(bare));
    shots.done();
}

fn ended(end: VisitEnd) -> EndedVisit {
    EndedVisit {
        visit: VisitId(17),
        end,
        services: vec![ServiceChoice { service: "reisepass".into(), quantity: 2 }],
        start: Some(at("09:00:00")),
        arrived: at("08:52:00"),
        called: Some(at("09:02:00")),
        begun: Some(at("09:03:00")),
        served_s: 740,
        expected_s: Some(480),
        told: Some(span()),
        interrupted: false,
    }
}

#[test]
fn a_visit_has_ended_where_its_state_says_so() {
    let ended = VisitState::ALL.into_iter().filter(|state| VisitEnd::of(*state).is_some());
    assert!(ended.eq(VisitState::ALL.into_iter().filter(|state| !state.is_open())));
}

/// An outbox may hold what a lobby wrote before areas and counters had more languages than German.
#[test]
fn a_report_of_an_older_lobby_is_still_read() {
    let text = r#"{ "id": 8, "at": "2026-11-23T09:02:00Z", "report": "ticket", "secret_hash": "7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d7d",
        "number": "A017", "state": "called", "counter": "Schalter 3", "area": "Wartebereich 1",
        "estimate": null }"#;
    let report: Report = serde_json::from_str(text).expect("read as it was written");
    let ReportBody::Ticket { counter, area, way, also, call, .. } = report.body else { panic!("a ticket") };
    assert_eq!((counter.expect("there").get("tr"), area.get("de")), ("Schalter 3", "Wartebereich 1"));
    assert!(way.is_empty() && also.is_empty() && call.is_none());
}

#[test]
fn positions_go_up_as_ever() {
    let mut shots = Shots::of("feed/positions");
    let position = |ahead, wait| Position { secret_hash: "7d".repeat(32), ahead, wait };
    let of = vec![position(3, Some(span())), position(0, None)];
    shots.tolerant("positions", &Positions { as_of: at("09:02:00"), of });
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
