//! What rests in the lobby's database: events, and the replies that a repeated nonce gets again.

use crate::examples::{at, booking, booking_id, card, city, day, held, localized, number, office, services};
use crate::examples::{span, start, visit, visit_id};
use crate::shots::Shots;
use crate::variants;
use foyer_domain::engine::{
    CheckInOutcome, CheckInRefusal, Event, IntakeScope, PrintOutcome, RefusalReason, Reply, Transfer,
};
use foyer_domain::id::{CallId, VisitId};
use foyer_domain::queue::Why;
use foyer_domain::ticket::{Lease, Letter};
use foyer_domain::visit::{Actor, Bound, Mark, Origin, Wishes};
use foyer_protocol::log::Record;

variants!(EVENTS, event_name: Event {
    OfficeAdopted, CityAdopted, BookingSynced, CheckInRefused, VisitOpened, CheckInRepeated, Called,
    CallAcknowledged, Started, Finished, PutBack, NoShow, Returned, Cancelled, Unserved, Undone, CounterOpened,
    CounterClosed, Leased, LetterTaken, LettersClosed, PrintReported, DayEnded, HandedOver, Marked, MissedDay,
    Linked, Wished, Parked, Taken, Transferred, MadeUrgent, Merged, CounterPaused, CounterWentOn, DeskSilent, DeskHeard,
    TakenOver, IntakePaused, IntakeResumed, ToldUnserved, Interrupted, CallWithdrawn, InterruptionEnded, TerminalsOut,
    Delayed, AdmittedByHand, ServicesChanged,
});
variants!(REASONS, why_name: Why { AppointmentDue, LongestWaiting, Urgent, EarlyAppointment, OnlyHeldLeft, Companion });
variants!(ACTORS, actor_name: Actor { Device, Staff, Booking, System });
variants!(REPLIES, reply_name: Reply { Done, CheckIn, Opened, Called, Leased, HandedOver });
variants!(OUTCOMES, outcome_name: CheckInOutcome { CheckedIn, AlreadyCheckedIn, BackInQueue, Refused });
variants!(REFUSALS, refusal_name: CheckInRefusal {
    Unreadable, Unknown, WrongOffice, Cancelled, Moved, Finished, WrongDay, TooEarly, TooLate, NotConfirmed,
    OfficeClosed, QueueFull,
});

fn lease() -> Lease {
    let letter = Letter::try_from('B').expect("a ticket's letter");
    Lease { device: "kiosk-1".into(), day: day(), area: "eg".into(), letter, from: 800, to: 999 }
}

fn called(why: Option<Why>) -> Event {
    Event::Called { visit: visit_id(), call: CallId(4), counter: "3".into(), counted: true, why }
}

fn opened() -> Event {
    Event::VisitOpened {
        visit: visit_id(),
        number: number(),
        booking: Some(booking_id()),
        origin: Origin::Appointment,
        services: services(),
        area: "eg".into(),
        start: Some(start()),
        arrived: at("08:50:00"),
        estimate: Some(span()),
        expected: None,
        confirmed_by_presence: true,
        language: None,
    }
}

fn missed_day() -> Event {
    let (number, booking, origin) = (number(), Some(booking_id()), Origin::Appointment);
    Event::MissedDay { number, booking, origin, arrived: at("08:50:00") }
}

fn events() -> Vec<Event> {
    let (visit, counter) = (visit_id(), || "3".into());
    vec![
        Event::OfficeAdopted { office: Box::new(office()) },
        Event::CityAdopted { city: city() },
        Event::BookingSynced { booking: booking() },
        Event::CheckInRefused { reason: RefusalReason::TooEarly, booking: Some(booking_id()) },
        opened(),
        Event::CheckInRepeated { visit },
        called(None),
        Event::CallAcknowledged { visit, call: CallId(4), heard: true },
        Event::Started { visit },
        Event::Finished { visit, auto: false, done: services(), outcome: Some("done".into()) },
        Event::Parked { visit, staff: "s-1".into() },
        Event::Taken { visit, counter: counter(), at_once: true },
        Event::Transferred {
            visit,
            transfer: Transfer {
                to: Some(Bound::Counter(counter())),
                services: services(),
                done: services(),
            },
            area: "eg".into(),
            counter: Some(counter()),
            withdrawn: Some(CallId(4)),
        },
        Event::MadeUrgent { visit, reason: "deadline".into(), counter: Some(counter()) },
        Event::Merged { visit, into: VisitId(9), counter: None },
        Event::PutBack { visit, held: held() },
        Event::NoShow { visit },
        Event::Returned { visit, arrived: at("09:30:00") },
        Event::Cancelled { visit, counter: Some(counter()) },
        Event::Unserved { visit },
        Event::Undone { counter: counter(), visit: Box::new(self::visit()), withdrawn: Some(CallId(5)) },
        Event::CounterOpened { counter: counter(), staff: "s-1".into() },
        Event::CounterClosed { counter: counter() },
        Event::Leased { lease: lease() },
        Event::LetterTaken { area: "eg".into(), letter: lease().letter, day: day() },
        Event::LettersClosed { day: day() },
        Event::PrintReported { visit, outcome: PrintOutcome::Printed },
        Event::DayEnded { day: day() },
        Event::HandedOver { visit, number: number() },
        Event::Marked { visit, mark: Mark::Moved },
        missed_day(),
        Event::Linked { visit, party: number() },
        Event::Wished { visit, wishes: Wishes { pick_up: true, ..Wishes::default() } },
    ]
    .into_iter()
    .chain(events_of_the_house())
    .collect()
}

/// Breaks, silent desks, closing, interruptions, reception.
fn events_of_the_house() -> Vec<Event> {
    let (visit, counter) = (visit_id(), || "3".into());
    vec![
        Event::CounterPaused { counter: counter(), reason: "lunch".into(), back_at: Some(at("12:30:00")) },
        Event::CounterWentOn { counter: counter() },
        Event::DeskSilent { counter: counter() },
        Event::DeskHeard { counter: counter() },
        Event::TakenOver { visit, counter: "2".into(), from: Some(counter()), staff: "s-1".into() },
        Event::IntakePaused {
            scope: IntakeScope::Service("personalausweis".into()),
            text: Some("full".into()),
        },
        Event::IntakeResumed { scope: IntakeScope::Office },
        Event::ToldUnserved { visit },
        Event::Interrupted { text: Some("alarm".into()) },
        Event::CallWithdrawn { visit, call: CallId(4) },
        Event::InterruptionEnded,
        Event::TerminalsOut { from: at("08:00:00"), to: at("08:20:00") },
        Event::Delayed { visit, until: at("09:15:00") },
        Event::AdmittedByHand { visit, reason: "delayed-by-us".into(), as_on_time: Some(start()) },
        Event::ServicesChanged { visit, services: services(), area: "eg".into(), counter: Some(counter()) },
    ]
}

fn record(actor: Actor, event: Event) -> Record {
    Record { seq: 4_711, at: at("09:02:00"), actor, event }
}

#[test]
fn events_rest_in_the_log_as_ever() {
    let mut shots = Shots::of("log");
    for event in events() {
        shots.tolerant(event_name(&event), &record(Actor::Device("kiosk-1".into()), event));
    }
    shots.all(EVENTS);
    shots.done();
}

#[test]
fn actors_and_reasons_rest_in_the_log_as_ever() {
    let mut shots = Shots::of("log-parts");
    let actors = [Actor::Device("kiosk-1".into()), Actor::Staff("s-1".into()), Actor::Booking, Actor::System];
    for actor in actors {
        shots.tolerant(actor_name(&actor), &record(actor, Event::NoShow { visit: visit_id() }));
    }
    shots.all(ACTORS);
    let reasons = [
        Why::AppointmentDue { start: start() },
        Why::LongestWaiting { since: at("08:50:00") },
        Why::Urgent,
        Why::EarlyAppointment { start: start() },
        Why::OnlyHeldLeft,
        Why::Companion { party: number() },
    ];
    for why in reasons {
        shots.tolerant(why_name(&why), &record(Actor::System, called(Some(why))));
    }
    shots.all(REASONS);
    shots.done();
}

#[test]
fn an_event_of_an_older_program_is_still_read() {
    let mut text = serde_json::to_value(record(Actor::System, opened())).expect("written");
    text.as_object_mut().expect("an object").remove("confirmed_by_presence").expect("added later");
    let read: Record = serde_json::from_value(text).expect("read without it");
    let Event::VisitOpened { confirmed_by_presence: false, .. } = read.event else { panic!("{read:?}") };
}

#[test]
fn a_lease_of_before_areas_were_in_them_is_still_read() {
    let mut text = serde_json::to_value(lease()).expect("written");
    text.as_object_mut().expect("an object").remove("area").expect("added later");
    let read: Lease = serde_json::from_value(text).expect("read without it");
    assert_eq!(read, Lease { area: "".into(), ..lease() });
}

fn refusals() -> Vec<CheckInRefusal> {
    let start = start();
    vec![
        CheckInRefusal::Unreadable,
        CheckInRefusal::Unknown,
        CheckInRefusal::WrongOffice { office: Some(card()), start },
        CheckInRefusal::Cancelled { start },
        CheckInRefusal::Moved { start },
        CheckInRefusal::Finished { number: number() },
        CheckInRefusal::WrongDay { start },
        CheckInRefusal::TooEarly { opens_at: at("08:45:00"), start },
        CheckInRefusal::TooLate { closed_at: at("09:15:00"), start, offer: Some((booking_id(), span())) },
        CheckInRefusal::NotConfirmed { start },
        CheckInRefusal::OfficeClosed {
            reason: localized("Heiligabend", "Christmas Eve"),
            holiday: None,
            start,
        },
        CheckInRefusal::QueueFull,
    ]
}

#[test]
fn replies_rest_beside_the_log_as_ever() {
    let mut shots = Shots::of("replies");
    let check_in = Reply::CheckIn(CheckInOutcome::CheckedIn(visit_id()));
    let visit = visit_id();
    let leased = Reply::Leased(lease());
    let handed_over = Reply::HandedOver(Some(visit));
    for reply in [Reply::Done, check_in, Reply::Opened(visit), Reply::Called(visit), leased, handed_over] {
        shots.tolerant(reply_name(&reply), &reply);
    }
    shots.all(REPLIES);
    for outcome in [CheckInOutcome::AlreadyCheckedIn(visit), CheckInOutcome::BackInQueue(visit)] {
        shots.tolerant(&format!("CheckIn-{}", outcome_name(&outcome)), &Reply::CheckIn(outcome));
    }
    for refusal in refusals() {
        let name = format!("Refused-{}", refusal_name(&refusal));
        shots.tolerant(&name, &Reply::CheckIn(CheckInOutcome::Refused(refusal)));
    }
    let refused: Vec<String> = REFUSALS.iter().map(|name| format!("Refused-{name}")).collect();
    shots.all(&refused.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(OUTCOMES.len(), 4, "the first in `check-in`, the last in `refused-…`");
    shots.done();
}

#[test]
fn an_office_of_before_walk_ins_had_rules_of_their_own_is_still_read() {
    let mut text = serde_json::to_value(office()).expect("written");
    let keys =
        ["group", "icon", "keywords", "walk_in_message", "walk_in_paused", "walk_in_limit", "walk_in_hours"];
    text.as_object_mut().expect("an object").remove("walk_in_paused").expect("added later");
    text["areas"][0].as_object_mut().expect("an object").remove("walk_in_paused").expect("added later");
    let service = text["services"][0].as_object_mut().expect("an object");
    keys.iter().for_each(|key| drop(service.remove(*key).expect("added later")));
    let read: foyer_domain::office::Office = serde_json::from_value(text).expect("read without them");
    assert!(read.services[0].group.is_empty() && read.services[0].walk_in_hours.is_empty());
    assert_eq!((read.walk_in_paused.as_ref(), read.services[0].walk_in_limit), (None, None));
}
