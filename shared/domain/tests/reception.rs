//! What reception and clerks do about one visit: later, let in by hand, several services, outcomes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{World, booking, choice, finish, minutes, office, ten};
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::*;
use foyer_domain::id::{BookingId, VisitId};
use foyer_domain::office::LatePolicy;
use foyer_domain::queue::Why;
use foyer_domain::visit::{Origin, VisitState};

#[test]
fn who_comes_later_keeps_the_key_and_is_not_called_for_a_while() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    let others: Vec<VisitId> = (0..5).map(|_| world.walk_in("pass")).collect();
    let late = |minutes| Command::FromPhone { visit, wish: PhoneWish::Late { minutes } };
    assert_eq!(world.ask(late(16)), Err(Refusal::TooLate { most: 15 }));
    assert_eq!(world.ask(late(0)), Err(Refusal::TooLate { most: 15 }));
    world.ask(late(15)).unwrap();
    assert_eq!(world.ask(late(5)), Err(Refusal::AlreadyLate));
    for other in &others[..4] {
        assert_eq!(world.next("1"), *other, "three calls do not make it come earlier");
        world.step("1", Step::Start).unwrap();
        world.step("1", finish()).unwrap();
    }
    world.pass(minutes(15));
    assert_eq!(world.next("1"), visit, "before who came after it");
    assert!(matches!(world.ask(late(5)), Err(Refusal::NotNow(_))), "called");
    let call = world.visit(visit).call.clone().unwrap();
    let seen = |call| Command::FromPhone { visit, wish: PhoneWish::Seen(call) };
    world.ask(seen(foyer_domain::id::CallId(1))).unwrap();
    assert!(!world.visit(visit).call.clone().unwrap().acknowledged, "another one's call");
    world.ask(seen(call.id)).unwrap();
    assert!(world.visit(visit).call.clone().unwrap().acknowledged && world.visit(visit).calls == 1);
}

/// Called early because nobody else was there, or back after all.
#[test]
fn who_is_here_does_not_come_later_any_more() {
    let mut world = World::open(ten(), &["1", "3"]);
    let visit = world.walk_in("pass");
    let late = |visit| Command::FromPhone { visit, wish: PhoneWish::Late { minutes: 15 } };
    world.ask(late(visit)).unwrap();
    assert_eq!(world.next("1"), visit);
    world.step("1", Step::PutBack).unwrap();
    assert!(world.visit(visit).late_until.is_some(), "was not there yet");
    assert_eq!(world.next("1"), visit);
    world.step("1", Step::Start).unwrap();
    let on = Transfer { services: vec![choice("kfz")], ..Transfer::default() };
    world.step("1", Step::Transfer(on)).unwrap();
    assert_eq!(world.visit(visit).late_until, None);
    let other = world.walk_in("kfz");
    assert_eq!(world.next("3"), visit, "before {other:?}");
}

/// Called and called again because nobody else was there: who said to come later is given up no sooner than that.
#[test]
fn who_comes_later_is_waited_for_until_then() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    world.ask(Command::FromPhone { visit, wish: PhoneWish::Late { minutes: 15 } }).unwrap();
    let until = world.visit(visit).late_until.unwrap();
    assert_eq!(world.next("1"), visit);
    for _ in 0..world.state.office().unwrap().rules.max_calls {
        world.show_call("1");
        world.pass(minutes(2));
        world.step("1", Step::Recall).unwrap();
    }
    world.show_call("1");
    world.pass(minutes(2));
    assert_eq!(world.step("1", Step::NoShow), Err(Refusal::ComesLater { until }));
    world.now = until;
    world.step("1", Step::NoShow).unwrap();
}

fn admit(booking: BookingId) -> Command {
    Command::Admit { booking, reason: "delayed-by-us".into() }
}

#[test]
fn reception_admits_as_on_time_with_a_reason() {
    let mut world = World::open(ten() + minutes(30), &["1"]);
    let first = world.walk_in("pass");
    world.sync(booking(0, "pass", ten()));
    assert!(matches!(world.check_in(0), CheckInOutcome::Refused(CheckInRefusal::TooLate { .. })));
    let unknown = Command::Admit { booking: common::booking_id(0), reason: "friend".into() };
    assert_eq!(world.ask(unknown), Err(Refusal::NotFound { what: "reason", id: "friend".into() }));
    let Ok(Reply::CheckIn(CheckInOutcome::CheckedIn(visit))) = world.ask(admit(common::booking_id(0))) else {
        panic!()
    };
    let admitted = world.visit(visit);
    assert_eq!((admitted.queued, admitted.arrived), (ten(), world.now), "the key is that of one on time");
    assert_eq!(admitted.admitted, Some("delayed-by-us".into()));
    assert_eq!(world.next("1"), visit, "before {first:?}");
    let again = Ok(Reply::CheckIn(CheckInOutcome::AlreadyCheckedIn(visit)));
    assert_eq!(world.ask(admit(common::booking_id(0))), again, "twice is once");
    world.sync(booking(1, "pass", ten() + minutes(24 * 60)));
    let Ok(Reply::CheckIn(CheckInOutcome::Refused(CheckInRefusal::WrongDay { .. }))) =
        world.ask(admit(common::booking_id(1)))
    else {
        panic!("tomorrow")
    };
}

#[test]
fn who_took_a_late_ticket_is_admitted_with_it() {
    let mut world = World::open(ten() + minutes(20), &["1"]);
    assert_eq!(office().rules.late, LatePolicy::WalkIn);
    world.sync(booking(0, "pass", ten()));
    let first = world.walk_in("pass");
    let late = Command::TakeLate { booking: common::booking_id(0), seen_at: world.now };
    let Ok(Reply::Opened(visit)) = world.ask(late) else { panic!() };
    assert_eq!(world.state.waiting_in_order(world.now), [first, visit]);
    world.ask(admit(common::booking_id(0))).unwrap();
    let admitted = world.visit(visit);
    assert_eq!((admitted.origin, admitted.start), (Origin::Appointment, Some(ten())));
    assert_eq!(world.state.waiting_in_order(world.now), [visit, first]);
    assert_eq!(world.next("1"), visit);
    assert_eq!(world.state.counter(&"1".into()).unwrap().why, Some(Why::AppointmentDue { start: ten() }));
}

#[test]
fn checking_in_by_hand_goes_by_the_rules() {
    let mut world = World::open(ten(), &["1"]);
    world.sync(booking(0, "pass", ten()));
    world.sync(booking(1, "pass", ten() + minutes(60)));
    let by_hand =
        |number| Command::CheckInByHand { booking: common::booking_id(number), reason: "no-code".into() };
    let Ok(Reply::CheckIn(CheckInOutcome::CheckedIn(visit))) = world.ask(by_hand(0)) else { panic!() };
    assert_eq!(
        (world.visit(visit).admitted.clone(), world.visit(visit).queued),
        (Some("no-code".into()), ten())
    );
    let early = world.ask(by_hand(1));
    assert!(
        matches!(early, Ok(Reply::CheckIn(CheckInOutcome::Refused(CheckInRefusal::TooEarly { .. })))),
        "{early:?}"
    );
    assert!(matches!(world.ask(by_hand(7)), Err(Refusal::NotFound { what: "booking", .. })));
}

/// Several services in one visit, one after another.
#[test]
fn what_is_not_done_yet_goes_on_waiting_with_number_key_and_arrival() {
    let mut world = World::open(ten(), &["2", "3"]);
    let services = ["pass", "meldung", "kfz"].map(choice).to_vec();
    let Ok(Reply::Opened(visit)) =
        world.ask(Command::WalkIn(WalkIn { services, seen_at: world.now, language: None }))
    else {
        panic!()
    };
    world.pass(minutes(1));
    let other = world.walk_in("kfz");
    let before = world.visit(visit).clone();
    assert_eq!(world.next("2"), visit);
    world.step("2", Step::Start).unwrap();
    world.pass(minutes(5));
    let serving = world.whole();
    world.step("2", finish()).unwrap();
    let waits = world.visit(visit).clone();
    assert_eq!((waits.state, waits.area.as_str()), (VisitState::Waiting, "og"));
    assert_eq!((waits.done, waits.services), (vec![choice("pass"), choice("meldung")], vec![choice("kfz")]));
    assert_eq!((waits.number, waits.queued, waits.arrived), (before.number, before.queued, before.arrived));
    world.undo("2").unwrap();
    assert_eq!(world.whole(), serving);
    world.step("2", finish()).unwrap();
    assert_eq!(world.next("3"), visit, "it came before {other:?}");
    world.step("3", Step::Start).unwrap();
    world.pass(minutes(4));
    world.step("3", finish()).unwrap();
    let done = world.visit(visit);
    assert_eq!((done.state, done.served_ms), (VisitState::Finished, 9 * 60_000));
    assert_eq!(done.done, ["pass", "meldung", "kfz"].map(choice));
}

#[test]
fn an_outcome_ends_a_visit_and_what_is_named_is_what_was_done() {
    let mut world = World::open(ten(), &["1"]);
    let walk_in = |world: &mut World| {
        let services = ["pass", "meldung"].map(choice).to_vec();
        let Ok(Reply::Opened(visit)) =
            world.ask(Command::WalkIn(WalkIn { services, seen_at: world.now, language: None }))
        else {
            panic!()
        };
        assert_eq!(world.next("1"), visit);
        world.step("1", Step::Start).unwrap();
        visit
    };
    let end = |outcome: Option<&str>| {
        let outcome = outcome.map(Into::into);
        Step::Finish(Finish { done: vec![choice("pass")], outcome, then_next: true })
    };
    let visit = walk_in(&mut world);
    world.step("1", end(Some("comes-again"))).unwrap();
    assert_eq!(
        (world.visit(visit).state, world.visit(visit).done.clone()),
        (VisitState::Finished, vec![choice("pass")])
    );
    let visit = walk_in(&mut world);
    let nothing = ["pass", "meldung"].map(|service| ServiceChoice { quantity: 0, ..choice(service) });
    let in_vain = |outcome: Option<&str>| {
        let outcome = outcome.map(Into::into);
        Step::Finish(Finish { done: nothing.to_vec(), outcome, then_next: false })
    };
    world.step("1", in_vain(None)).unwrap();
    assert_eq!(world.visit(visit).state, VisitState::Waiting, "nothing was done, so all of it waits");
    assert_eq!((world.visit(visit).services.len(), world.visit(visit).done.len()), (2, 0));
    assert_eq!(world.next("1"), visit);
    world.step("1", Step::Start).unwrap();
    world.step("1", in_vain(Some("documents-missing"))).unwrap();
    assert_eq!(world.visit(visit).state, VisitState::Finished);
    assert!(world.visit(visit).done.iter().all(|done| done.quantity == 0), "nothing was done");
    let visit = walk_in(&mut world);
    let other = world.walk_in("pass");
    let serving = world.whole();
    assert_eq!(world.step("1", end(None)), Ok(Reply::Called(other)));
    world.undo("1").unwrap();
    world.undo("1").unwrap();
    assert_eq!(world.whole(), serving, "the call is taken back first, then what was done");
    let gives_up = Command::FromPhone { visit: other, wish: PhoneWish::GiveUp };
    world.ask(gives_up).unwrap();
    assert_eq!(world.step("1", end(None)), Ok(Reply::Done), "nobody else waits");
    assert_eq!(world.visit(visit).services, [choice("meldung")]);
    assert_eq!(world.next("1"), visit);
}

#[test]
fn what_a_visit_is_for_can_be_changed_also_at_the_counter() {
    let mut world = World::open(ten(), &["1", "3"]);
    let visit = world.walk_in("pass");
    let to = |services: &[&str], counter: Option<&str>| Command::Change {
        visit,
        change: Change::Services(services.iter().map(|id| choice(id)).collect()),
        counter: counter.map(Into::into),
    };
    let before = world.whole();
    world.ask(to(&["kfz"], Some("1"))).unwrap();
    assert_eq!(world.visit(visit).area.as_str(), "og");
    assert_eq!(world.next("3"), visit);
    world.undo("3").unwrap();
    assert_eq!(world.undo("1"), Err(Refusal::ChangedSince));
    world.ask(to(&["pass"], None)).unwrap();
    assert_eq!(world.whole().0, before.0);
    world.ask(to(&["kfz", "pass"], Some("1"))).unwrap();
    world.undo("1").unwrap();
    assert_eq!(world.whole().0, before.0);
    let nothing = Err(Refusal::WalkIn(WalkInRefusal::NoService));
    assert_eq!(world.ask(to(&[], None)), nothing);
    assert!(matches!(world.ask(to(&["angeln"], None)), Err(Refusal::NotFound { what: "service", .. })));
    world.next("1");
    world.step("1", Step::Start).unwrap();
    assert_eq!(world.ask(to(&["kfz"], Some("3"))), Err(Refusal::SomebodyAtCounter("1".into())));
    world.ask(to(&["pass", "kfz"], Some("1"))).unwrap();
    world.step("1", finish()).unwrap();
    assert_eq!(world.visit(visit).done, ["pass", "kfz"].map(choice));
    assert_eq!(world.ask(to(&["kfz"], None)), Err(Refusal::Over(VisitState::Finished)));
}
