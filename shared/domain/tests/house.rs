//! Counters that stand still, desks that fall silent, closing time, interruptions, and counters opened and closed for
//! somebody.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{World, at, booking, choice, close, finish, minutes, office, seconds, ten};
use foyer_domain::engine::*;
use foyer_domain::id::VisitId;
use foyer_domain::office::Localized;
use foyer_domain::visit::{Actor, Bound, NotNow, VisitCommand, VisitState};
use foyer_domain::window::Interruption;

fn pause(counter: &str, back_at: Option<foyer_domain::Timestamp>) -> Command {
    Command::PauseCounter { counter: counter.into(), reason: "lunch".into(), back_at }
}

fn take_over(counter: &str, visit: VisitId) -> Command {
    Command::TakeOver { counter: counter.into(), visit }
}

#[test]
fn nobody_is_called_to_a_counter_that_pauses_and_its_clerk_keeps_it() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    world.next("1");
    let number = world.visit(visit).number;
    let here = |state| Err(Refusal::StillHere { number, state });
    assert_eq!(world.ask(pause("1", None)), here(VisitState::Called));
    world.step("1", Step::Start).unwrap();
    assert_eq!(world.ask(pause("1", None)), here(VisitState::Serving));
    world.step("1", finish()).unwrap();
    let other = world.walk_in("pass");
    let unknown = Command::PauseCounter { counter: "1".into(), reason: "golf".into(), back_at: None };
    assert_eq!(world.ask(unknown), Err(Refusal::NotFound { what: "reason", id: "golf".into() }));
    assert_eq!(world.ask(pause("1", Some(ten()))), Err(Refusal::Moment(ten())), "back before it begins");

    world.ask(pause("1", None)).unwrap();
    let paused = Err(Refusal::CounterPaused("1".into()));
    assert_eq!(world.ask(Command::CallNext("1".into())), paused);
    assert_eq!(world.ask(Command::Take { counter: "1".into(), visit: other }), paused);
    let at_once = Command::ServeAtOnce { counter: "1".into(), services: vec![choice("pass")] };
    assert_eq!(world.ask(at_once), paused);
    assert_eq!(world.undo("1"), Err(Refusal::CounterPaused("1".into())), "who was served does not come back");
    let taken = Command::OpenCounter { counter: "1".into(), staff: "bo".into() };
    assert_eq!(world.ask(taken), Err(Refusal::CounterTaken("1".into())));
    assert_eq!(world.state.counter(&"1".into()).unwrap().pause.as_ref().unwrap().since, world.now);

    world.pass(seconds(20));
    let events = world.log.len();
    world.ask(Command::GoOn("1".into())).unwrap();
    world.ask(Command::GoOn("1".into())).unwrap();
    assert_eq!(world.log.len(), events + 1, "pressing twice goes on once");
    world.undo("1").unwrap();
    assert_eq!(world.at_counter("1"), Some(visit), "a break takes nothing of the 60 seconds' undo but time");
}

#[test]
fn a_break_with_an_end_counts_in_the_estimate_from_then_on() {
    let mut world = World::open(ten(), &["1", "2"]);
    let far = || Some(ten() + minutes(30));
    let wait = |world: &World, visit| world.state.forecast(world.now).expected(visit).unwrap().median_s;
    let visit = world.walk_in("pass");
    assert!(wait(&world, visit) < 60);
    world.ask(pause("2", None)).unwrap();
    assert!(wait(&world, visit) < 60, "the other counter is there");
    world.ask(pause("1", far())).unwrap();
    assert!((29 * 60..32 * 60).contains(&wait(&world, visit)), "{}", wait(&world, visit));
    world.ask(pause("1", Some(ten() + minutes(10)))).unwrap();
    assert!((9 * 60..12 * 60).contains(&wait(&world, visit)), "the clerk comes back earlier");
}

#[test]
fn who_waits_for_a_counter_that_nobody_opens_is_told_to_the_supervisor() {
    let mut world = World::open(ten(), &["1", "3"]);
    let visit = world.walk_in("kfz");
    assert_eq!(world.state.unserved_needs(world.now), []);
    world.pass(minutes(3));
    world.ask(pause("3", None)).unwrap();
    assert_eq!(world.state.unserved_needs(world.now), [], "counter 1 serves everything");
    world.pass(minutes(1));
    world.ask(Command::DeskSilent("1".into())).unwrap();
    let since = world.now;
    world.pass(minutes(1));
    assert_eq!(world.state.unserved_needs(world.now), [(visit, since)]);
    world.ask(pause("3", Some(world.now + minutes(5)))).unwrap();
    assert_eq!(world.state.unserved_needs(world.now), [], "soon");
    world.pass(minutes(11));
    assert_eq!(world.state.unserved_needs(world.now).len(), 1, "overdue");
    world.ask(Command::DeskHeard("1".into())).unwrap();
    assert_eq!(world.state.unserved_needs(world.now), []);
    world.ask(close("1")).unwrap();
    let left = world.now;
    world.ask(Command::DeskSilent("3".into())).unwrap();
    world.pass(minutes(2));
    assert_eq!(world.state.unserved_needs(world.now), [(visit, left)]);
}

/// A clerk whose desk fell silent: called, in service, put aside and bound visits go on elsewhere.
#[test]
fn what_an_absent_clerk_left_is_taken_over_with_its_times() {
    let mut world = World::open(ten(), &["1", "2"]);
    let [parked, serving, bound] = ["pass"; 3].map(|service| world.walk_in(service));
    world.next("1");
    world.step("1", Step::Start).unwrap();
    world.pass(minutes(2));
    world.step("1", Step::Park).unwrap();
    world.next("1");
    world.step("1", Step::Start).unwrap();
    let to = Transfer { to: Some(Bound::Staff("clerk-1".into())), ..Transfer::default() };
    let change = Command::Change { visit: bound, change: Change::Transfer(to), counter: None };
    world.ask(change).unwrap();
    world.pass(minutes(3));
    for visit in [parked, serving] {
        assert_eq!(world.ask(take_over("2", visit)), Err(Refusal::ClerkThere("1".into())));
    }
    let waits = NotNow { state: VisitState::Waiting, command: VisitCommand::TakeOver };
    assert_eq!(world.ask(take_over("2", bound)), Err(waits.into()));
    assert_eq!(world.ask(Command::CallNext("2".into())), Err(Refusal::NobodyWaiting));

    world.ask(Command::DeskSilent("1".into())).unwrap();
    let before = world.whole();
    world.ask(take_over("2", serving)).unwrap();
    let from = Some("1".into());
    let taken = Event::TakenOver { visit: serving, counter: "2".into(), from, staff: "clerk-1".into() };
    assert_eq!(world.log.last().unwrap().1, taken);
    assert_eq!((world.at_counter("1"), world.at_counter("2")), (None, Some(serving)));
    assert_eq!(world.ask(take_over("2", serving)), Ok(Reply::Called(serving)), "pressing twice");
    assert_eq!(world.ask(take_over("2", parked)), Err(Refusal::SomebodyAtCounter("2".into())));
    world.pass(seconds(20));
    world.undo("2").unwrap();
    assert_eq!(world.whole(), before, "it is at the silent counter again");
    world.ask(take_over("2", serving)).unwrap();
    world.pass(minutes(1) - seconds(20));
    world.step("2", finish()).unwrap();
    assert_eq!(world.visit(serving).served_ms, 4 * 60_000, "three minutes there, one here");

    world.ask(take_over("2", parked)).unwrap();
    world.step("2", finish()).unwrap();
    assert_eq!(world.visit(parked).served_ms, 2 * 60_000);
    assert_eq!(world.next("2"), bound, "nobody waits for somebody who is not there");
}

#[test]
fn who_was_called_by_an_absent_clerk_is_called_anew_and_the_call_comes_back_by_undo() {
    let mut world = World::open(ten(), &["1", "2"]);
    let visit = world.walk_in("pass");
    world.next("1");
    world.show_call("1");
    let first = world.visit(visit).call.clone().unwrap();
    world.ask(Command::DeskSilent("1".into())).unwrap();
    let before = world.whole();
    world.ask(take_over("2", visit)).unwrap();
    let call = world.visit(visit).call.clone().unwrap();
    assert_eq!((call.counter.as_str(), world.visit(visit).calls), ("2", 0), "at no fault of the citizen");
    assert_eq!(world.state.standing().len(), 1);
    world.undo("2").unwrap();
    assert_eq!(world.whole(), before);
    assert_eq!(world.visit(visit).call, Some(first));
    let Some((_, Event::Undone { withdrawn, .. })) = world.log.last() else { panic!() };
    assert_eq!(*withdrawn, Some(call.id), "the second call is taken back");

    world.ask(take_over("2", visit)).unwrap();
    world.ask(Command::DeskHeard("1".into())).unwrap();
    world.walk_in("pass");
    world.next("1");
    assert_eq!(world.undo("2"), Err(Refusal::ChangedSince), "somebody else is at counter 1 by now");
}

/// Scenario 26, with a booked citizen on the way.
#[test]
fn everything_stands_still_for_twenty_minutes_and_goes_on_in_the_same_order() {
    let mut world = World::open(ten(), &["1", "2", "3"]);
    world.sync(booking(0, "pass", ten() + minutes(5)));
    world.sync(booking(1, "pass", ten() - minutes(14)));
    let [served, called, other] = ["pass"; 3].map(|service| world.walk_in(service));
    let late = world.arrive(1);
    assert_eq!(world.next("1"), late);
    world.step("1", Step::Start).unwrap();
    assert_eq!(world.next("2"), served);
    world.show_call("2");
    world.pass(minutes(1));
    let order = |world: &World| world.state.waiting_in_order(world.now);
    assert_eq!(order(&world), [called, other]);
    let unknown = Command::Interrupt { text: Some("lunch".into()) };
    assert_eq!(world.ask(unknown), Err(Refusal::NotFound { what: "text", id: "lunch".into() }));

    let alarm = || Command::Interrupt { text: Some("alarm".into()) };
    world.ask(alarm()).unwrap();
    let events = world.log.len();
    world.ask(alarm()).unwrap();
    assert_eq!(world.log.len(), events, "once");
    assert_eq!((world.state.standing().len(), order(&world)), (0, vec![served, called, other]));
    assert_eq!(world.ask(Command::CallNext("2".into())), Err(Refusal::Interrupted));
    assert_eq!(world.ask(Command::Take { counter: "2".into(), visit: called }), Err(Refusal::Interrupted));
    let paused = Localized::german("Bitte verlassen Sie das Haus.");
    let walk_in = WalkIn { services: vec![choice("pass")], seen_at: world.now, language: None };
    let refused = Err(Refusal::WalkIn(WalkInRefusal::Paused { text: paused }));
    assert_eq!(world.ask(Command::WalkIn(walk_in)), refused);
    assert_eq!(world.visit(served).calls, 1, "counted calls stay");

    world.pass(minutes(20));
    world.ask(Command::EndInterruption).unwrap();
    assert_eq!(order(&world), [served, called, other], "the same order");
    assert_eq!(world.next("2"), served);
    world.pass(seconds(30));
    world.step("1", finish()).unwrap();
    let done = world.visit(late);
    assert_eq!((done.served_ms, done.interrupted_ms), (90_000, 20 * 60_000), "nobody works in a fire alarm");
    assert!(world.state.visits().all(|visit| visit.state != VisitState::NoShow));
    // Booked for 10:05, here at 10:39: the window is longer by the twenty minutes.
    world.now = ten() + minutes(40);
    let CheckInOutcome::CheckedIn(_) = world.check_in(0) else { panic!("too late by no fault of their own") };
}

#[test]
fn what_waits_for_a_while_waits_so_much_longer() {
    let mut world = World::open(ten(), &["1"]);
    let held = world.walk_in("pass");
    world.next("1");
    world.show_call("1");
    world.step("1", Step::PutBack).unwrap();
    let other = world.walk_in("pass");
    world.pass(minutes(1));
    world.ask(Command::Interrupt { text: None }).unwrap();
    let late = Command::FromPhone { visit: other, wish: PhoneWish::Late { minutes: 10 } };
    world.pass(minutes(1));
    world.ask(late).unwrap();
    world.pass(minutes(19));
    world.ask(Command::EndInterruption).unwrap();
    assert_eq!(world.visit(held).held.unwrap().until, ten() + minutes(25));
    assert_eq!(world.visit(other).late_until, Some(world.now + minutes(10)), "ten minutes from now");
    assert_eq!(world.visit(held).counted_at, Some(ten() + minutes(20)), "as if it had been just before");
    assert_eq!(world.undo("1"), Err(Refusal::NothingToUndo));
}

#[test]
fn an_interruption_ends_with_its_day() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    world.ask(Command::Interrupt { text: None }).unwrap();
    world.now = ten() + minutes(24 * 60);
    world.ask(Command::Tick).unwrap();
    assert!(world.state.standstill().is_none() && world.state.outages(world.now).is_empty());
    assert!(world.state.visit(visit).is_none());
    let ended = world.log.iter().position(|(_, event)| *event == Event::InterruptionEnded);
    let unserved = world.log.iter().position(|(_, event)| matches!(event, Event::Unserved { .. }));
    assert!(ended.unwrap() < unserved.unwrap());
}

#[test]
fn an_outage_of_all_terminals_lengthens_windows_and_nothing_else() {
    let mut world = World::open(ten() + minutes(20), &["1"]);
    world.sync(booking(0, "pass", ten()));
    let visit = world.walk_in("pass");
    let refused = |outcome| matches!(outcome, CheckInOutcome::Refused(CheckInRefusal::TooLate { .. }));
    assert!(refused(world.check_in(0)));
    let out = |from, to| Command::TerminalsOut { from: ten() + minutes(from), to: ten() + minutes(to) };
    assert_eq!(world.ask(out(5, 30)), Err(Refusal::Moment(ten() + minutes(30))), "not over yet");
    assert_eq!(world.ask(out(15, 15)), Err(Refusal::Moment(ten() + minutes(15))));
    world.ask(out(10, 16)).unwrap();
    world.ask(out(10, 16)).unwrap();
    let outage = Interruption { from: ten() + minutes(10), to: ten() + minutes(16) };
    assert_eq!(world.state.outages_over(), [outage]);
    // It goes on: the same outage, longer; what was told before is old.
    let before = world.log.len();
    world.ask(out(10, 18)).unwrap();
    world.ask(out(10, 17)).unwrap();
    assert_eq!(world.log.len(), before + 1);
    assert_eq!(world.state.outages_over(), [Interruption { to: ten() + minutes(18), ..outage }]);
    assert!(matches!(world.check_in(0), CheckInOutcome::CheckedIn(_)));
    assert_eq!(world.visit(visit).interrupted_ms, 0);
}

#[test]
fn intake_is_paused_by_a_person_for_all_for_an_area_or_for_a_service() {
    let mut world = World::open(ten(), &["1"]);
    world.sync(booking(0, "pass", ten()));
    let scopes: [(IntakeScope, &[&str], &[&str]); 3] = [
        (IntakeScope::Office, &["pass", "kfz"], &[]),
        (IntakeScope::Area("og".into()), &["kfz"], &["pass"]),
        (IntakeScope::Service("pass".into()), &["pass"], &["kfz", "meldung"]),
    ];
    let intake = |world: &World, service: &str| world.state.intake(world.now, world.now, &[choice(service)]);
    let text = Localized::german("Bitte verlassen Sie das Haus.");
    for (scope, paused, open) in scopes {
        let text_id = Some("alarm".into());
        world.ask(Command::PauseIntake { scope: scope.clone(), text: text_id }).unwrap();
        for service in paused {
            assert_eq!(
                intake(&world, service),
                Err(WalkInRefusal::Paused { text: text.clone() }),
                "{scope:?}"
            );
        }
        let is_paused = |service: &&str| matches!(intake(&world, service), Err(WalkInRefusal::Paused { .. }));
        assert!(!open.iter().any(is_paused), "{scope:?}");
        world.ask(Command::ResumeIntake(scope)).unwrap();
        assert!(intake(&world, "pass").is_ok() && world.state.intake_pauses().is_empty());
    }
    world.ask(Command::PauseIntake { scope: IntakeScope::Office, text: None }).unwrap();
    assert!(matches!(world.check_in(0), CheckInOutcome::CheckedIn(_)), "whoever is booked comes in");
    let nowhere = Command::PauseIntake { scope: IntakeScope::Area("keller".into()), text: None };
    assert_eq!(world.ask(nowhere), Err(Refusal::NotFound { what: "area", id: "keller".into() }));
    world.now += minutes(24 * 60);
    world.ask(Command::Tick).unwrap();
    assert!(world.state.intake_pauses().is_empty(), "tomorrow is another day");
}

#[test]
fn so_many_tickets_an_hour_and_a_day() {
    let mut limited = office();
    limited.services[0].walk_in_limit_per_hour = Some(2);
    limited.services[0].walk_in_limit = Some(3);
    let mut world = World::of(limited, ten() + minutes(50), &["1", "2"]);
    let full = |opens_at: &str| Err(WalkInRefusal::QueueFull { opens_at: Some(at(opens_at)) });
    let intake = |world: &World, service| world.state.intake(world.now, world.now, &[choice(service)]);
    world.walk_in("pass");
    world.walk_in("pass");
    assert_eq!(intake(&world, "pass"), full("2026-11-23T11:00:00+01:00"));
    assert!(intake(&world, "meldung").is_ok());
    world.pass(minutes(9) + seconds(59));
    assert!(intake(&world, "pass").is_err());
    world.pass(seconds(1));
    world.walk_in("pass");
    assert_eq!(intake(&world, "pass"), full("2026-11-24T08:00:00+01:00"), "the day's are given");
}

/// Whoever holds a ticket is served; nobody becomes unserved without being told.
#[test]
fn who_will_not_be_done_is_known_a_quarter_of_an_hour_before_closing_and_is_told() {
    let mut world = World::open(at("2026-11-23T17:30:00+01:00"), &["1"]);
    let visits = [1u64, 2, 3, 4].map(|number| {
        world.sync(booking(number, "meldung", world.now));
        world.arrive(number)
    });
    assert_eq!(world.state.will_not_be_done(world.now), [], "too early to say");
    world.now = at("2026-11-23T17:45:00+01:00");
    let late = world.state.will_not_be_done(world.now);
    assert!(late.contains(&visits[3]) && !late.is_empty(), "{late:?}");
    world.now = at("2026-11-23T18:00:01+01:00");
    assert_eq!(world.state.will_not_be_done(world.now), visits, "in their order");
    assert!(world.state.intake(world.now, world.now, &[choice("pass")]).is_err(), "intake is off");
    assert_eq!(world.next("1"), visits[0], "whoever holds a ticket is served");
    world.ask(Command::TellUnserved(vec![visits[3], visits[3]])).unwrap();
    world.ask(Command::TellUnserved(vec![visits[3]])).unwrap();
    let before = world.log.len();
    assert!(world.ask(Command::TellUnserved(vec![visits[2], VisitId(999)])).is_err(), "all or nobody");
    assert_eq!(world.log.len(), before);
    let told = |world: &World, visit| {
        let told = |event: &Event| *event == Event::ToldUnserved { visit };
        world.log.iter().filter(|(_, event)| told(event)).count()
    };
    assert_eq!(told(&world, visits[3]), 1);
    world.now = at("2026-11-24T00:00:00+01:00");
    world.ask(Command::Tick).unwrap();
    for visit in visits {
        assert_eq!(told(&world, visit), 1, "told once, and before it is unserved");
        let place = |wanted: Event| world.log.iter().position(|(_, event)| *event == wanted).unwrap();
        assert!(place(Event::ToldUnserved { visit }) < place(Event::Unserved { visit }));
    }
}

/// What staff do is refused to others: the counter is in the hands of whoever asks.
#[test]
fn nobody_pauses_or_takes_over_at_somebody_elses_counter() {
    let mut world = World::open(ten(), &["1", "2"]);
    let visit = world.walk_in("pass");
    world.next("2");
    world.ask(Command::DeskSilent("2".into())).unwrap();
    let bo = Actor::Staff("bo".into());
    let ask = |command| world.state.decide(world.now, &bo, &command).map(|_| ());
    for command in [pause("1", None), Command::GoOn("1".into()), take_over("1", visit)] {
        assert_eq!(ask(command), Err(Refusal::CounterTaken("1".into())));
    }
}

/// The clerk went home and left somebody in service and somebody put aside.
#[test]
fn a_supervisor_closes_the_counter_of_a_clerk_who_has_gone_and_nobody_is_lost() {
    let mut world = World::open(ten(), &["1"]);
    let [parked, serving] = ["pass"; 2].map(|service| world.walk_in(service));
    world.next("1");
    world.step("1", Step::Start).unwrap();
    world.step("1", Step::Park).unwrap();
    world.next("1");
    world.step("1", Step::Start).unwrap();
    let boss = Actor::Staff("boss".into());
    let close = Command::CloseCounter { counter: "1".into(), left: Left::ToAll };
    let refused = world.state.decide(world.now, &boss, &close);
    assert_eq!(refused, Err(Refusal::CounterTaken("1".into())), "as if it were one's own");
    world.ask(Command::CloseForClerk { counter: "1".into(), left: Left::ToAll }).unwrap();
    assert!(world.state.counter(&"1".into()).is_none());
    for visit in [parked, serving] {
        assert_eq!(world.visit(visit).state, VisitState::Waiting);
    }
    let again = world.ask(Command::CloseForClerk { counter: "1".into(), left: Left::ToAll });
    assert_eq!(again, Err(Refusal::CounterNotOpen("1".into())));
}

#[test]
fn a_counter_is_opened_for_somebody_who_sits_at_no_other() {
    let mut world = World::open(ten(), &["1"]);
    let open =
        |counter: &str, staff: &str| Command::OpenForClerk { counter: counter.into(), staff: staff.into() };
    let sits = world.state.counter(&"1".into()).unwrap().staff.clone();
    // Two supervisors at once: the first one's is done, the second one hears where they sit by then.
    world.ask(open("2", "lou")).unwrap();
    assert_eq!(world.ask(open("3", "lou")), Err(Refusal::SitsElsewhere("2".into())));
    assert_eq!(world.ask(open("2", sits.as_str())), Err(Refusal::SitsElsewhere("1".into())));
    let before = world.log.len();
    world.ask(open("2", "lou")).unwrap();
    assert_eq!(world.log.len(), before, "again, it is as it is");
    assert_eq!(world.ask(open("2", "mia")), Err(Refusal::CounterTaken("2".into())));
}
