//! What staff do with a visit besides calling it: put aside, hand on, serve at once, let go first, merge, leave.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{World, booking, choice, close, finish, minutes, office, seconds, ten};
use foyer_domain::booking::{Booking, BookingState};
use foyer_domain::engine::*;
use foyer_domain::id::{CounterId, VisitId};
use foyer_domain::office::{Choice, Localized};
use foyer_domain::queue::Why;
use foyer_domain::ticket::{Letter, TicketNumber};
use foyer_domain::visit::{Bound, Mark, NotNow, Visit, VisitCommand, VisitState};

fn take(counter: &str, visit: VisitId) -> Command {
    Command::Take { counter: counter.into(), visit }
}

fn change(visit: VisitId, change: Change) -> Command {
    Command::Change { visit, change, counter: Some("1".into()) }
}

fn to(counter: &str) -> Transfer {
    Transfer { to: Some(Bound::Counter(counter.into())), ..Transfer::default() }
}

/// Called to a counter and in service there.
fn served(world: &mut World, counter: &str, visit: VisitId) {
    assert_eq!(world.next(counter), visit);
    world.step(counter, Step::Start).unwrap();
}

/// A step is taken back, and everything is as it was.
fn taking_back(world: &mut World, counter: &str, step: impl FnOnce(&mut World)) {
    let whole = |world: &World| -> (Vec<Visit>, Vec<(CounterId, CounterState)>) {
        let counters = world.state.counters().map(|(id, open)| (id.clone(), open.clone()));
        (world.state.visits().cloned().collect(), counters.collect())
    };
    let (mut tried, before) = (world.clone(), whole(world));
    step(&mut tried);
    assert_ne!(whole(&tried), before, "the step did something");
    tried.pass(seconds(30));
    tried.undo(counter).unwrap();
    assert_eq!(whole(&tried), before);
}

/// Scenario 8: two clerks' counters, one visit put aside with its time, another one in between.
#[test]
fn who_is_put_aside_goes_on_with_the_time_added_up() {
    let mut world = World::open(ten(), &["1", "2"]);
    let visit = world.walk_in("pass");
    let other = world.walk_in("pass");
    served(&mut world, "1", visit);
    world.pass(minutes(4));
    taking_back(&mut world, "1", |world| drop(world.step("1", Step::Park).unwrap()));
    world.step("1", Step::Park).unwrap();
    assert_eq!(world.at_counter("1"), None);
    served(&mut world, "1", other);
    world.pass(minutes(7));

    let elsewhere = Err(Refusal::ParkedElsewhere("1".into()));
    assert_eq!(world.ask(take("2", visit)), elsewhere, "only who has put it aside, while there");
    assert_eq!(world.ask(take("1", visit)), Err(Refusal::SomebodyAtCounter("1".into())));
    world.step("1", finish()).unwrap();
    assert_eq!(
        world.ask(close("1")),
        Err(Refusal::ParkedHere(world.visit(visit).number)),
        "nobody is forgotten"
    );
    taking_back(&mut world, "1", |world| drop(world.ask(take("1", visit)).unwrap()));
    world.ask(take("1", visit)).unwrap();
    assert_eq!(world.ask(take("1", visit)), Ok(Reply::Called(visit)), "pressing twice takes nobody twice");
    world.pass(minutes(3));
    world.step("1", finish()).unwrap();
    let done = world.visit(visit);
    let minute = 60_000;
    assert_eq!((done.state, done.served_ms, done.parked_ms), (VisitState::Finished, 7 * minute, 7 * minute));
    assert_eq!(done.done, [choice("pass")], "all that it came for");
}

/// Scenario 9: to another service and area, with number, urgency and arrival kept.
#[test]
fn a_transfer_keeps_number_and_arrival_and_waits_elsewhere() {
    let mut world = World::open(ten(), &["1", "3"]);
    let visit = world.walk_in("pass");
    world.pass(minutes(2));
    let later = world.walk_in("kfz");
    let before = world.visit(visit).clone();
    served(&mut world, "1", visit);
    let transfer = Transfer { to: None, services: vec![choice("kfz")], done: vec![choice("pass")] };
    let step = Step::Transfer(transfer);
    taking_back(&mut world, "1", |world| drop(world.step("1", step.clone()).unwrap()));
    world.step("1", step).unwrap();
    let after = world.visit(visit);
    assert_eq!((after.number, after.arrived, after.queued), (before.number, before.arrived, before.queued));
    assert_eq!((after.state, after.area.as_str(), after.calls), (VisitState::Waiting, "og", 0));
    assert_eq!(world.next("3"), visit, "it came before {later:?}");
    world.step("3", Step::Start).unwrap();
    world.step("3", finish()).unwrap();
    assert_eq!(world.visit(visit).done, [choice("pass"), choice("kfz")]);
}

#[test]
fn who_is_handed_on_to_a_counter_is_called_there_alone_while_it_is_open() {
    let mut world = World::open(ten(), &["1", "2", "3"]);
    let visit = world.walk_in("pass");
    world.ask(change(visit, Change::Transfer(to("3")))).unwrap();
    assert_eq!(world.ask(Command::CallNext("2".into())), Err(Refusal::NobodyWaiting));
    assert_eq!(world.next("3"), visit, "although it does not offer the service");
    world.undo("3").unwrap();
    world.ask(close("3")).unwrap();
    assert_eq!(world.next("2"), visit, "nobody waits for a counter that is closed");
    let nowhere = Change::Transfer(to("99"));
    assert_eq!(world.ask(change(visit, nowhere.clone())), Err(Refusal::SomebodyAtCounter("2".into())));
    world.step("2", Step::PutBack).unwrap();
    let missing = Refusal::NotFound { what: "counter", id: "99".into() };
    assert_eq!(world.ask(change(visit, nowhere)), Err(missing));
}

#[test]
fn who_is_handed_on_to_a_person_follows_to_that_persons_counter() {
    let mut world = World::open(ten(), &["1", "2"]);
    let visit = world.walk_in("pass");
    let to = Some(Bound::Staff("clerk-2".into()));
    world.ask(change(visit, Change::Transfer(Transfer { to, ..Transfer::default() }))).unwrap();
    assert_eq!(world.ask(Command::CallNext("1".into())), Err(Refusal::NobodyWaiting));
    world.ask(close("1")).unwrap();
    world.ask(Command::OpenCounter { counter: "1".into(), staff: "clerk-2".into() }).unwrap();
    assert_eq!(world.next("1"), visit);
}

#[test]
fn a_call_that_is_handed_on_is_taken_back_aloud() {
    let mut world = World::open(ten(), &["1", "2"]);
    let visit = world.walk_in("pass");
    world.next("1");
    let call = world.visit(visit).call.as_ref().unwrap().id;
    world.step("1", Step::Transfer(to("2"))).unwrap();
    let Some((_, Event::Transferred { withdrawn, .. })) = world.log.last() else { panic!() };
    assert_eq!((*withdrawn, world.state.standing().len()), (Some(call), 0));
    world.undo("1").unwrap();
    assert_eq!(world.state.standing().len(), 1, "it stands again");
}

#[test]
fn somebody_is_served_at_once_with_a_ticket_or_without() {
    let mut world = World::open(ten(), &["1", "2"]);
    let first = world.walk_in("pass");
    let quick = world.walk_in("pass");
    taking_back(&mut world, "1", |world| drop(world.ask(take("1", quick)).unwrap()));
    world.ask(take("1", quick)).unwrap();
    assert_eq!((world.visit(quick).state, world.visit(quick).call.clone()), (VisitState::Serving, None));
    let serving = NotNow { state: VisitState::Serving, command: VisitCommand::Quick };
    assert_eq!(world.ask(take("2", quick)), Err(Refusal::NotNow(serving)), "nobody is at two counters");

    let at_once = Command::ServeAtOnce { counter: "2".into(), services: vec![choice("meldung")] };
    let Reply::Called(visit) = world.ask(at_once.clone()).unwrap() else { panic!() };
    assert_eq!((world.visit(visit).state, world.at_counter("2")), (VisitState::Serving, Some(visit)));
    assert_eq!(world.ask(at_once), Err(Refusal::SomebodyAtCounter("2".into())));
    world.undo("2").unwrap();
    let gone = (world.visit(visit).state, world.at_counter("2"));
    assert_eq!(gone, (VisitState::Cancelled, None), "who never waited does not wait now");
    assert_eq!(world.next("2"), first);
    let unknown = Command::ServeAtOnce { counter: "1".into(), services: vec![choice("angeln")] };
    assert_eq!(world.ask(unknown), Err(Refusal::SomebodyAtCounter("1".into())));
}

/// Somebody was linked to a number that nobody had yet: found by a random day.
#[test]
fn nobody_is_served_at_once_under_the_number_of_a_party_that_is_elsewhere() {
    let mut world = World::open(ten(), &["1", "2"]);
    let walk_in =
        Command::WalkIn(WalkIn { services: vec![choice("pass")], seen_at: world.now, language: None });
    let with = TicketNumber::new(Letter::try_from('A').unwrap(), 2).unwrap();
    let Reply::Opened(first) = world.ask(Command::Together { command: Box::new(walk_in), with }).unwrap()
    else {
        panic!()
    };
    world.next("1");
    let at_once = Command::ServeAtOnce { counter: "2".into(), services: vec![choice("pass")] };
    let there = world.visit(first).number;
    let elsewhere = Refusal::CompanionElsewhere { number: with, with: there, counter: "1".into() };
    assert_eq!(world.ask(at_once), Err(elsewhere));
}

/// The booking arrives after its code: found by a random day.
#[test]
fn a_transfer_of_somebody_whose_booking_came_later_is_taken_back_to_what_was_booked() {
    let mut world = World::open(ten(), &["1"]);
    let code = common::signing_key().sign(7, common::booking_id(0), ten()).unwrap();
    let CheckInOutcome::CheckedIn(visit) = world.present(Presented::Scanned(code)) else { panic!() };
    assert_eq!(world.visit(visit).services, []);
    let kfz = Transfer { to: None, services: vec![choice("kfz")], done: vec![] };
    taking_back(&mut world, "1", |world| {
        drop(world.ask(change(visit, Change::Transfer(kfz.clone()))).unwrap())
    });
    world.ask(change(visit, Change::Transfer(kfz))).unwrap();
    world.sync(booking(0, "pass", ten()));
    world.undo("1").unwrap();
    assert_eq!(world.visit(visit).services, [choice("pass")]);
}

#[test]
fn urgent_goes_first_once_a_visit_for_a_reason_of_the_list() {
    let mut world = World::open(ten(), &["1"]);
    let first = world.walk_in("pass");
    world.pass(minutes(5));
    let urgent = world.walk_in("pass");
    let unknown = Refusal::NotFound { what: "reason", id: "friend".into() };
    assert_eq!(world.ask(change(urgent, Change::Urgent("friend".into()))), Err(unknown));
    let deadline = || change(urgent, Change::Urgent("deadline".into()));
    taking_back(&mut world, "1", |world| drop(world.ask(deadline()).unwrap()));
    world.ask(deadline()).unwrap();
    assert_eq!(world.ask(deadline()), Err(Refusal::AlreadyUrgent));
    assert_eq!(world.next("1"), urgent);
    assert_eq!(world.state.counter(&"1".into()).unwrap().why, Some(Why::Urgent));
    assert_eq!(world.visit(first).state, VisitState::Waiting);

    let own = Choice { id: "kind".into(), name: Localized::german("Kleinkind") };
    let mut world =
        World::of(foyer_domain::office::Office { urgent_reasons: vec![own], ..office() }, ten(), &["1"]);
    let visit = world.walk_in("pass");
    assert!(world.ask(change(visit, Change::Urgent("deadline".into()))).is_err(), "the office has its own");
    world.ask(change(visit, Change::Urgent("kind".into()))).unwrap();
}

#[test]
fn merged_visits_go_on_as_one_with_both_numbers() {
    let mut world = World::open(ten(), &["1", "2"]);
    world.sync(booking(0, "meldung", ten()));
    let part = world.arrive(0);
    let whole = world.walk_in("pass");
    let number = world.visit(part).number;
    taking_back(&mut world, "1", |world| drop(world.ask(change(part, Change::MergeInto(whole))).unwrap()));
    world.ask(change(part, Change::MergeInto(whole))).unwrap();
    let one = world.visit(whole);
    assert_eq!((one.aliases.clone(), one.services.len()), (vec![number], 2));
    assert_eq!(world.check_in(0), CheckInOutcome::AlreadyCheckedIn(whole), "its code finds the one visit");
    assert_eq!(
        world.present(Presented::Ticket(part)),
        CheckInOutcome::AlreadyCheckedIn(whole),
        "so does its paper"
    );
    assert_eq!(world.state.visit_with(number).unwrap().id, whole);
    let over = Refusal::NotNow(NotNow { state: VisitState::Cancelled, command: VisitCommand::Merge });
    assert_eq!(world.ask(change(part, Change::MergeInto(whole))), Err(over));

    // The booking of a part that is cancelled at home ends nobody's visit: reception looks at it.
    world.sync(Booking { state: BookingState::Cancelled, ..booking(0, "meldung", ten()) });
    assert_eq!(
        (world.visit(whole).state, world.visit(whole).marks.clone()),
        (VisitState::Waiting, vec![Mark::Cancelled])
    );
    assert_eq!(world.next("2"), whole);
    assert_eq!(world.ask(Command::CallNext("1".into())), Err(Refusal::NobodyWaiting));
}

/// The other way round: what the part came for is still to be done.
#[test]
fn a_whole_whose_own_booking_is_cancelled_goes_on_for_its_parts() {
    let mut world = World::open(ten(), &["1"]);
    let [mother, child] = [(0, "pass"), (1, "meldung")].map(|(id, service)| {
        world.sync(booking(id, service, ten()));
        world.arrive(id)
    });
    world.ask(change(child, Change::MergeInto(mother))).unwrap();
    world.sync(Booking { state: BookingState::Cancelled, ..booking(0, "pass", ten()) });
    let whole = world.visit(mother);
    assert_eq!((whole.state, whole.marks.clone()), (VisitState::Waiting, vec![Mark::Cancelled]));
}

#[test]
fn merging_into_itself_or_into_who_has_gone_is_refused_by_name() {
    let mut world = World::open(ten(), &["1"]);
    let (one, gone) = (world.walk_in("pass"), world.walk_in("pass"));
    world.ask(change(gone, Change::Cancel)).unwrap();
    let over = Err(Refusal::Over(VisitState::Cancelled));
    assert_eq!(world.ask(change(one, Change::MergeInto(gone))), over);
    let itself = Refusal::NotFound { what: "other visit", id: one.0.to_string() };
    assert_eq!(world.ask(change(one, Change::MergeInto(one))), Err(itself));
    let unknown = Refusal::NotFound { what: "visit", id: "99".into() };
    assert_eq!(world.ask(change(VisitId(99), Change::Cancel)), Err(unknown));
}

/// A press on a page that shows another visit than is at the counter by now changes nothing.
#[test]
fn a_step_names_its_visit_and_meets_no_other() {
    let mut world = World::open(ten(), &["1"]);
    let (first, second) = (world.walk_in("pass"), world.walk_in("pass"));
    served(&mut world, "1", first);
    world.step("1", finish()).unwrap();
    world.next("1");
    let put_back = Command::Step { counter: "1".into(), visit: first, step: Step::PutBack };
    assert_eq!(world.ask(put_back), Err(Refusal::SomebodyElse { at_counter: second }));
    let undo = Command::Undo { counter: "1".into(), visit: first };
    assert_eq!(world.ask(undo), Err(Refusal::ChangedSince), "the finish is no longer the last step");
}

/// One press, one decision; taken back in two steps, the call first.
#[test]
fn finish_and_next_is_one_press_and_taken_back_in_two() {
    let mut world = World::open(ten(), &["1"]);
    let (first, second) = (world.walk_in("pass"), world.walk_in("meldung"));
    served(&mut world, "1", first);
    let serving = world.visit(first).clone();
    let both = Step::Finish(Finish { then_next: true, ..Finish::default() });
    assert_eq!(world.step("1", both.clone()), Ok(Reply::Called(second)));
    assert_eq!((world.visit(first).state, world.at_counter("1")), (VisitState::Finished, Some(second)));
    world.undo("1").unwrap();
    assert_eq!((world.visit(second).state, world.at_counter("1")), (VisitState::Waiting, None));
    world.undo("1").unwrap();
    assert_eq!((world.visit(first), world.at_counter("1")), (&serving, Some(first)));
    assert_eq!(world.undo("1"), Err(Refusal::NothingToUndo));

    world.next("1");
    world.step("1", both.clone()).unwrap();
    world.step("1", Step::Start).unwrap();
    assert_eq!(world.step("1", both), Ok(Reply::Done), "nobody waits any more");
}

#[test]
fn an_outcome_is_of_the_list_and_services_are_the_offices() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    served(&mut world, "1", visit);
    let end = |outcome: &str, done: &str| {
        Step::Finish(Finish { done: vec![choice(done)], outcome: Some(outcome.into()), then_next: false })
    };
    let unknown = |what, id: &str| Err(Refusal::NotFound { what, id: id.into() });
    assert_eq!(world.step("1", end("lunch", "pass")), unknown("outcome", "lunch"));
    assert_eq!(world.step("1", end("done", "angeln")), unknown("service", "angeln"));
    world.step("1", end("documents-missing", "meldung")).unwrap();
    let done = world.visit(visit);
    assert_eq!(
        (done.done.clone(), done.outcome.clone()),
        (vec![choice("meldung")], Some("documents-missing".into()))
    );
}

/// A clerk who goes says what becomes of whoever is there or put aside.
#[test]
fn leaving_finishes_hands_over_or_gives_to_all() {
    let left = |left: Left| {
        let mut world = World::open(ten(), &["1", "2"]);
        let (parked, there) = (world.walk_in("pass"), world.walk_in("pass"));
        served(&mut world, "1", parked);
        world.step("1", Step::Park).unwrap();
        served(&mut world, "1", there);
        world.ask(Command::CloseCounter { counter: "1".into(), left }).map(|_| (world, parked, there))
    };
    assert_eq!(left(Left::Nobody).err(), Some(Refusal::SomebodyAtCounter("1".into())));
    let (world, parked, there) = left(Left::Finished).unwrap();
    assert_eq!([parked, there].map(|visit| world.visit(visit).state), [VisitState::Finished; 2]);
    assert!(world.state.counter(&"1".into()).is_none());
    let (mut world, parked, there) = left(Left::To("2".into())).unwrap();
    assert_eq!(world.visit(there).bound, Some(Bound::Counter("2".into())));
    assert_eq!(world.next("2"), parked, "who came first");
    let (mut world, parked, _) = left(Left::ToAll).unwrap();
    assert_eq!(world.next("2"), parked);
}

/// What this counter does not offer is still to be done.
#[test]
fn leaving_finishes_what_was_done_here_alone() {
    let mut world = World::open(ten(), &["2", "3"]);
    let services = vec![choice("pass"), choice("kfz")];
    let walk_in = WalkIn { services, seen_at: ten(), language: None };
    let Ok(Reply::Opened(visit)) = world.ask(Command::WalkIn(walk_in)) else { panic!() };
    served(&mut world, "2", visit);
    world.ask(Command::CloseCounter { counter: "2".into(), left: Left::Finished }).unwrap();
    let left = world.visit(visit);
    assert_eq!(
        (left.state, left.done.clone(), left.services.clone()),
        (VisitState::Waiting, vec![choice("pass")], vec![choice("kfz")])
    );
    assert_eq!(world.next("3"), visit);
    world.step("3", Step::Start).unwrap();
    world.step("3", finish()).unwrap();
    let came_for: Vec<_> = world.visit(visit).came_for().cloned().collect();
    assert_eq!(came_for, [choice("pass"), choice("kfz")]);
}

#[test]
fn whoever_has_gone_home_keeps_nobody_put_aside() {
    let mut world = World::open(ten(), &["1", "2"]);
    let visit = world.walk_in("pass");
    served(&mut world, "1", visit);
    world.step("1", Step::Park).unwrap();
    world.ask(Command::CloseCounter { counter: "1".into(), left: Left::ToAll }).unwrap();
    assert_eq!(world.next("2"), visit);
}
