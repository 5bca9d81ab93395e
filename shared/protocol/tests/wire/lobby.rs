//! Between the lobby and its terminals.

use crate::examples::{
    at, booking, booking_id, card, day, key, localized, number, office, services, span, start, visit_id,
};
use crate::shots::Shots;
use crate::variants;
use foyer_domain::alone::{Given, ListKey, Listed};
use foyer_domain::engine::{IntakeScope, PrintOutcome};
use foyer_domain::id::CallId;
use foyer_domain::office::{Direction, Holiday, Localized};
use foyer_domain::ticket::{Lease, TicketNumber};
use foyer_domain::visit::{Origin, VisitState, WishChange, Wishes};
use foyer_domain::window::Interruption;
use foyer_protocol::lobby::{
    Acknowledgement, BookingHealth, Broadcast, CallView, CheckInAnswer, CheckInReply, CheckInRequest,
    DayList, DeviceKind, DeviceStatus, DisplayEvent, DisplaySnapshot, EnrolRequest, Enrolled, HandOverReply,
    HandOverRequest, Health, House, Interrupted, KioskEvent, KioskSnapshot, LateOffer, LateTicketRequest,
    LobbyHealth, Opening, PartStatus, Presented, PrintReport, ServiceWait, Slide, StaffPause, TicketAnswer,
    TicketReply, TicketView, WalkInRequest, WishRequest,
};
use foyer_protocol::nonce::Nonce;
use foyer_protocol::problem::Problem;

variants!(ANSWERS, answer_name: CheckInAnswer {
    CheckedIn, AlreadyCheckedIn, BackInQueue, Unreadable, Unknown, KeypadLocked, WrongOffice, Cancelled, Moved,
    Finished, WrongDay, TooEarly, TooLate, NotConfirmed, OfficeClosed, QueueFull,
});
variants!(TICKET_ANSWERS, ticket_answer_name: TicketAnswer { Opened, QueueFull, Closed, NotNow, Paused, NotOffered });
variants!(DISPLAY_EVENTS, display_name: DisplayEvent { Snapshot, Called, Cleared, Withdrawn, Waits });
variants!(KIOSK_EVENTS, kiosk_name: KioskEvent { Snapshot, Waits, DayList, Print });
variants!(PRESENTED, presented_name: Presented { Scan, ShortCode });

fn ticket() -> TicketView {
    TicketView {
        visit: visit_id(),
        number: number(),
        also: Vec::new(),
        alone: false,
        together: Vec::new(),
        wishes: Wishes::default(),
        state: VisitState::Called,
        area: localized("Wartebereich 1", "Waiting area 1"),
        way: Localized::german("rechts"),
        direction: Some(Direction::Right),
        start: Some(start()),
        services: vec![localized("Personalausweis beantragen", "Apply for an identity card")],
        estimate: Some(span()),
        counter: Some(Localized::german("Schalter 3")),
        phone_url: Some("https://termine.musterstadt.example/t/2f1c58a4".to_owned()),
        issued_at: at("08:50:00"),
    }
}

fn order() -> Nonce {
    Nonce("0b6f7b1e-5d5f-4c58-9b2b-0a4d3f1c2e11".parse().expect("it is a UUID"))
}

/// A ticket of which little is known.
fn bare_ticket() -> TicketView {
    TicketView {
        state: VisitState::Waiting,
        way: Localized::default(),
        direction: None,
        start: None,
        services: Vec::new(),
        estimate: None,
        counter: None,
        phone_url: None,
        ..ticket()
    }
}

fn answers() -> Vec<CheckInAnswer> {
    let start = start();
    let offer = Some(LateOffer { booking: booking_id(), estimate: span() });
    vec![
        CheckInAnswer::CheckedIn { ticket: ticket() },
        CheckInAnswer::AlreadyCheckedIn { ticket: ticket() },
        CheckInAnswer::BackInQueue { ticket: bare_ticket() },
        CheckInAnswer::Unreadable,
        CheckInAnswer::Unknown,
        CheckInAnswer::KeypadLocked { until: at("08:51:00") },
        CheckInAnswer::WrongOffice { office: Some(card()), start },
        CheckInAnswer::Cancelled { start },
        CheckInAnswer::Moved { start },
        CheckInAnswer::Finished { number: number() },
        CheckInAnswer::WrongDay { start },
        CheckInAnswer::TooEarly { opens_at: at("08:45:00"), start },
        CheckInAnswer::TooLate { closed_at: at("09:15:00"), start, offer },
        CheckInAnswer::NotConfirmed { start },
        CheckInAnswer::OfficeClosed {
            reason: localized("Heiligabend", "Christmas Eve"),
            holiday: None,
            start,
        },
        CheckInAnswer::QueueFull,
    ]
}

#[test]
fn check_ins_are_asked_and_answered_as_ever() {
    let mut shots = Shots::of("lobby/check-in");
    let presented = [Presented::Scan("F1:AB C".to_owned()), Presented::ShortCode("K7M43PXR".to_owned())];
    for presented in presented {
        let name = format!("request-{}", presented_name(&presented));
        shots.strict(&name, &CheckInRequest { presented, seen_at: at("08:50:00"), with: None });
    }
    assert_eq!(PRESENTED.len(), 2);
    for answer in answers() {
        let is_known = !matches!(answer, CheckInAnswer::Unreadable | CheckInAnswer::Unknown);
        let language = is_known.then(|| "uk".to_owned());
        shots.tolerant(answer_name(&answer), &CheckInReply { now: at("08:50:01"), language, answer });
    }
    let (reason, holiday) = (Localized::default(), Some(Holiday::SecondChristmas));
    let answer = CheckInAnswer::OfficeClosed { reason, holiday, start: start() };
    shots.tolerant("ClosedOnHoliday", &CheckInReply { now: at("08:50:01"), language: None, answer });
    shots.all(ANSWERS);
    shots.done();
}

#[test]
fn tickets_are_asked_for_and_given_as_ever() {
    let mut shots = Shots::of("lobby/tickets");
    let seen_at = at("08:50:00");
    shots.strict(
        "request-walk-in",
        &WalkInRequest { services: services(), seen_at, with: None, language: None },
    );
    shots.strict("request-late", &LateTicketRequest { booking: booking_id(), seen_at, with: None });
    let with = Some(number());
    let language = Some("uk".to_owned());
    shots
        .strict("request-walk-in-together", &WalkInRequest { services: services(), seen_at, with, language });
    let wishes = Wishes { pick_up: true, ..Wishes::default() };
    let change = WishChange::between(Wishes { more_time: true, ..Wishes::default() }, wishes);
    shots.strict("request-wish", &WishRequest { number: number(), change, at: seen_at });
    let detail = "the printer's paper is at its end".to_owned();
    shots.strict("request-print", &PrintReport { outcome: PrintOutcome::Unknown, detail, order: None });
    let of_order =
        PrintReport { outcome: PrintOutcome::Printed, detail: String::new(), order: Some(order()) };
    shots.strict("request-print-of-an-order", &of_order);
    let answers = [
        TicketAnswer::Opened { ticket: ticket() },
        TicketAnswer::QueueFull { opens_at: Some(start()) },
        TicketAnswer::Closed { opens_at: None },
        TicketAnswer::NotNow { opens_at: Some(start()) },
        TicketAnswer::Paused { text: localized("Heute nur mit Termin", "Today with an appointment only") },
        TicketAnswer::NotOffered,
    ];
    for answer in answers {
        shots.tolerant(ticket_answer_name(&answer), &TicketReply { now: at("08:50:01"), answer });
    }
    shots.all(TICKET_ANSWERS);
    shots.done();
}

#[test]
fn terminals_sign_on_and_say_how_they_are_as_ever() {
    let mut shots = Shots::of("lobby/devices");
    for (kind, name) in
        [(DeviceKind::Kiosk, "request-enrol-kiosk"), (DeviceKind::Display, "request-enrol-display")]
    {
        shots.strict(name, &EnrolRequest { code: "K7M43PXR".to_owned(), kind });
    }
    let enrolled = Enrolled { device: "kiosk-1".into(), name: "Eingang".into(), token: "a secret".into() };
    assert!(!format!("{enrolled:?}").contains("secret"), "a token is in no log");
    shots.tolerant("enrolled", &enrolled);
    let part =
        PartStatus { part: "printer".into(), works: false, detail: "no paper; put in a new roll".into() };
    shots.strict("request-status", &DeviceStatus { version: "0.1.0".into(), parts: vec![part] });
    shots.strict("request-acknowledgement", &Acknowledgement { heard: true });
    shots.done();
}

fn call() -> CallView {
    CallView {
        call: CallId(5),
        visit: visit_id(),
        number: number(),
        also: Vec::new(),
        counter: localized("Schalter 3", "Counter 3"),
        way: Localized::german("1. OG, rechts"),
        direction: Some(Direction::Up),
        area: "eg".into(),
        language: Some("uk".to_owned()),
        at: at("09:02:50"),
    }
}

fn house() -> House {
    let text = localized("Bitte verlassen Sie das Haus.", "Please leave the building.");
    House {
        interrupted: Some(Interrupted { since: at("09:00:00"), text }),
        broadcast: Some(Broadcast { text: "Aufzug außer Betrieb".to_owned(), until: at("12:00:00") }),
        unserved: vec![number()],
    }
}

#[test]
fn displays_are_told_as_ever() {
    let mut shots = Shots::of("lobby/display");
    let snapshot = DisplaySnapshot {
        now: at("09:03:00"),
        demo_clock: true,
        device_name: "Anzeige 2".to_owned(),
        office_name: "Bürgerbüro Mitte".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        accent: Some("#2044aa".to_owned()),
        areas: vec!["eg".into()],
        area_names: vec![localized("Erdgeschoss", "Ground floor")],
        opening: vec![Opening { from: at("07:00:00"), to: at("11:00:00") }],
        slides: vec![Slide { digest: "ab".repeat(32), name: "Stadtfest.jpg".to_owned(), bytes: 400_000 }],
        standing: vec![call()],
        recent: Vec::new(),
        walk_in: Some(span()),
        house: house(),
    };
    let events = [
        DisplayEvent::Snapshot { snapshot: Box::new(snapshot) },
        DisplayEvent::Called { call: call() },
        DisplayEvent::Cleared { visit: visit_id() },
        DisplayEvent::Withdrawn { visit: visit_id(), number: number(), also: Vec::new() },
        DisplayEvent::Waits { walk_in: None },
    ];
    for event in events {
        shots.tolerant(display_name(&event), &event);
    }
    shots.all(DISPLAY_EVENTS);
    shots.done();
}

fn kiosk_snapshot() -> KioskSnapshot {
    KioskSnapshot {
        now: at("08:50:00"),
        demo_clock: false,
        device_name: "Eingang".to_owned(),
        office: office(),
        keys: vec![key()],
        offices: vec![card()],
        list_key: "ab".repeat(32),
        walk_in: Some(span()),
        services: vec![ServiceWait { service: "personalausweis".into(), wait: Some(span()), ahead: 4 }],
        house: house(),
        outages: vec![Interruption { from: at("08:00:00"), to: at("08:20:00") }],
        staff_pauses: vec![StaffPause { scope: IntakeScope::Office, usual: None }],
    }
}

#[test]
fn kiosks_are_told_as_ever() {
    let mut shots = Shots::of("lobby/kiosk");
    let list = ListKey::from_bytes([3; 32]).sign("{}".to_owned());
    let events = [
        KioskEvent::Snapshot { snapshot: Box::new(kiosk_snapshot()) },
        KioskEvent::Waits { walk_in: Some(span()), services: kiosk_snapshot().services },
        KioskEvent::DayList { list },
        KioskEvent::Print {
            order: order(),
            ticket: Box::new(ticket()),
            language: Some("uk".to_owned()),
            until: at("08:52:30"),
        },
    ];
    for event in events {
        shots.tolerant(kiosk_name(&event), &event);
    }
    shots.all(KIOSK_EVENTS);
    shots.done();
}

fn given() -> Given {
    Given {
        number: number(),
        booking: Some(booking_id()),
        origin: Origin::Appointment,
        services: services(),
        area: "eg".into(),
        start: Some(start()),
        seen_at: at("08:50:00"),
        returned: false,
        clock_doubted: true,
        with: None,
        language: None,
    }
}

#[test]
fn working_alone_is_told_and_handed_over_as_ever() {
    let mut shots = Shots::of("lobby/alone");
    let letter = number().letter();
    let lease = Lease { device: "kiosk-1".into(), day: day(), area: "eg".into(), letter, from: 800, to: 999 };
    let listed = Listed {
        booking: booking(),
        area: "eg".into(),
        visit: Some((VisitState::Waiting, number())),
        short_code_hash: Some("cd".repeat(32)),
    };
    let interruption = Interruption { from: at("09:00:00"), to: at("09:20:00") };
    let list = DayList {
        snapshot: kiosk_snapshot(),
        bookings_as_of: Some(at("08:49:59")),
        today: day(),
        next_open_day: day().succ_opt(),
        bookings: vec![listed],
        leases: vec![lease],
        interruptions: vec![interruption],
        short_code_key: Some("ef".repeat(32)),
    };
    shots.tolerant("day-list", &list);
    shots.strict("request-hand-over", &HandOverRequest { attempt: Nonce(uuid::Uuid::nil()), given: given() });
    let reply = HandOverReply { now: at("09:00:00"), visit: Some(visit_id()), number: Some(number()) };
    shots.tolerant("handed-over", &reply);
    let also = vec![TicketNumber::new(letter, 803).expect("a number")];
    shots.tolerant("ticket", &TicketView { also: also.clone(), alone: true, ..bare_ticket() });
    let wishes = Wishes { pick_up: true, more_time: true, interpreter: true };
    let together = vec![number()];
    shots.tolerant("ticket-together", &TicketView { together, wishes, ..bare_ticket() });
    let with = Some(number());
    let given = Given { with, ..given() };
    shots.strict("request-hand-over-together", &HandOverRequest { attempt: Nonce(uuid::Uuid::nil()), given });
    shots.tolerant("call", &CallView { also, ..call() });
    shots.done();
}

#[test]
fn servers_say_how_they_are_as_ever() {
    let mut shots = Shots::of("lobby/health");
    let health = Health {
        program: "foyer-lobby".to_owned(),
        version: "0.1.0".to_owned(),
        now: at("08:50:00"),
        demo_clock: true,
        ready: true,
    };
    shots.tolerant("health", &health);
    let booking = BookingHealth { connected: true, as_of: Some(at("08:49:59")), has_reports: true };
    shots.tolerant("lobby-health", &LobbyHealth { health, booking, log_position: 4_711 });
    shots.tolerant(
        "problem",
        &Problem::new(409, "counter_taken", "the counter is taken").detail("choose another"),
    );
    shots.tolerant("problem-bare", &Problem::new(503, "storage_unavailable", "nothing was stored"));
    shots.done();
}
