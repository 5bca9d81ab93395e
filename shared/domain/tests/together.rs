//! People who came together, and what they wish of whoever calls.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{World, booking, booking_id, choice, minutes, office, seconds, ten};
use foyer_domain::alone::Given;
use foyer_domain::booking::Booking;
use foyer_domain::engine::*;
use foyer_domain::id::{CounterId, VisitId};
use foyer_domain::queue::Why;
use foyer_domain::ticket::{Letter, TicketNumber};
use foyer_domain::visit::{Origin, VisitState, WishChange, Wishes};

const PICK_UP: Wishes = Wishes { pick_up: true, more_time: false, interpreter: false };

/// These wishes and no other.
fn exactly(wishes: Wishes) -> WishChange {
    WishChange::between(Wishes { pick_up: true, more_time: true, interpreter: true }.without(wishes), wishes)
}

fn paper(letter: char, number: u16) -> TicketNumber {
    TicketNumber::new(Letter::try_from(letter).unwrap(), number).unwrap()
}

fn walk_in_with(world: &mut World, service: &str, with: VisitId) -> VisitId {
    let with = world.visit(with).number;
    let walk_in = WalkIn { services: vec![choice(service)], seen_at: world.now, language: None };
    let command = Command::Together { command: Box::new(Command::WalkIn(walk_in)), with };
    match world.ask(command).unwrap() {
        Reply::Opened(visit) => visit,
        other => panic!("{other:?}"),
    }
}

fn check_in_with(world: &mut World, number: u64, with: TicketNumber) -> CheckInOutcome {
    let presented = Presented::ShortCode(booking_id(number));
    let check_in = Command::CheckIn(CheckIn { presented, seen_at: world.now });
    match world.ask(Command::Together { command: Box::new(check_in), with }).unwrap() {
        Reply::CheckIn(outcome) => outcome,
        other => panic!("{other:?}"),
    }
}

fn finish(world: &mut World, counter: &str) {
    world.step(counter, Step::Start).unwrap();
    world.step(counter, common::finish()).unwrap();
}

#[test]
fn companions_are_passed_over_elsewhere_and_come_next_at_the_same_counter() {
    let mut world = World::open(ten(), &["1", "2"]);
    let mother = world.walk_in("pass");
    world.pass(seconds(1));
    let stranger = world.walk_in("pass");
    world.pass(seconds(1));
    let last = world.walk_in("pass");
    world.pass(seconds(1));
    let child = walk_in_with(&mut world, "pass", mother);
    assert_eq!(world.visit(child).party(), world.visit(mother).number);
    assert_eq!(world.state.companions(world.visit(mother)).map(|it| it.id).collect::<Vec<_>>(), [child]);

    assert_eq!(world.next("1"), mother);
    assert_eq!(world.next("2"), stranger);
    finish(&mut world, "2");
    assert_eq!(world.next("2"), last);
    finish(&mut world, "2");
    let refused = world.ask(Command::CallNext("2".into()));
    let (number, with) = (world.visit(child).number, world.visit(mother).number);
    let counter = CounterId::from("1");
    assert_eq!(refused, Err(Refusal::CompanionElsewhere { number, with, counter }), "and why is said");

    let later = world.walk_in("pass");
    finish(&mut world, "1");
    let pick = world.state.preview(&"1".into(), world.now).unwrap();
    assert_eq!((pick.visit, pick.why), (child, Why::Companion { party: with }));
    assert_eq!(world.next("2"), child, "who is free first may call: nobody of them is at a counter");
    assert_eq!(world.next("1"), later);
}

#[test]
fn at_the_same_counter_a_companion_goes_before_who_came_earlier() {
    let mut world = World::open(ten(), &["1"]);
    let mother = world.walk_in("pass");
    world.pass(seconds(1));
    let stranger = world.walk_in("pass");
    world.pass(seconds(1));
    let child = walk_in_with(&mut world, "meldung", mother);
    world.next("1");
    finish(&mut world, "1");
    assert_eq!(world.next("1"), child);
    world.undo("1").unwrap();
    assert_eq!(world.next("1"), child, "an undo forgets nothing");
    finish(&mut world, "1");
    assert_eq!(world.next("1"), stranger);
}

#[test]
fn a_companion_who_is_not_yet_due_does_not_jump_the_queue() {
    let mut world = World::open(ten(), &["1"]);
    world.sync(booking(1, "pass", ten()));
    world.sync(booking(2, "pass", ten() + minutes(15)));
    let first = world.arrive(1);
    let CheckInOutcome::CheckedIn(second) = check_in_with(&mut world, 2, paper('A', 1)) else { panic!() };
    let stranger = world.walk_in("pass");
    assert_eq!(world.next("1"), first);
    finish(&mut world, "1");
    assert_eq!(world.next("1"), stranger);
    finish(&mut world, "1");
    assert_eq!(world.next("1"), second);
}

#[test]
fn links_join_whole_parties_and_never_who_is_at_two_counters() {
    let mut world = World::open(ten(), &["1", "2"]);
    world.sync(booking(1, "pass", ten()));
    let one = world.walk_in("pass");
    let two = walk_in_with(&mut world, "pass", one);
    let booked = world.arrive(1);
    let three = walk_in_with(&mut world, "pass", booked);
    assert_eq!(world.state.parties().len(), 2);
    let number = world.visit(two).number;
    assert_eq!(check_in_with(&mut world, 1, number), CheckInOutcome::AlreadyCheckedIn(booked));
    assert_eq!(world.state.parties().len(), 1);
    assert_eq!(world.visit(three).party(), world.visit(one).number);
    let before = world.log.len();
    check_in_with(&mut world, 1, number);
    assert_eq!(world.log.len(), before + 1, "once more it changes nothing");

    let mut apart = World::open(ten(), &["1", "2"]);
    apart.sync(booking(1, "pass", ten()));
    let (booked, other) = (apart.arrive(1), apart.walk_in("pass"));
    assert_eq!((apart.next("1"), apart.next("2")), (booked, other));
    let number = apart.visit(other).number;
    check_in_with(&mut apart, 1, number);
    assert!(apart.state.parties().is_empty(), "both are called already");
}

#[test]
fn an_undo_never_brings_companions_to_two_counters() {
    let mut world = World::open(ten(), &["1", "2"]);
    let one = world.walk_in("pass");
    walk_in_with(&mut world, "pass", one);
    world.next("1");
    finish(&mut world, "1");
    world.next("2");
    assert_eq!(world.state.can_undo(&"1".into(), world.now), None);
    assert_eq!(world.undo("1"), Err(Refusal::ChangedSince));
}

fn given(number: u16, booking: Option<u64>, with: Option<TicketNumber>) -> Given {
    let booking = booking.map(booking_id);
    Given {
        number: paper('A', number),
        booking,
        origin: if booking.is_some() { Origin::Appointment } else { Origin::WalkIn },
        services: vec![choice("pass")],
        area: "eg".into(),
        start: booking.map(|_| ten()),
        seen_at: ten(),
        returned: false,
        clock_doubted: false,
        with,
        language: None,
    }
}

fn hand_over(world: &mut World, given: Given) -> VisitId {
    match world.ask(Command::HandOver(HandOver { given, visit: None })).unwrap() {
        Reply::HandedOver(Some(visit)) => visit,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_link_that_was_made_alone_is_handed_over_in_any_order() {
    let mut world = World::open(ten(), &["1", "2"]);
    let second = hand_over(&mut world, given(801, None, Some(paper('A', 800))));
    let first = hand_over(&mut world, given(800, None, None));
    assert_eq!(world.state.companions(world.visit(first)).map(|it| it.id).collect::<Vec<_>>(), [second]);

    // The lobby let the third in before it had the papers; the booking of the fourth has a visit already.
    world.sync(booking(4, "pass", ten()));
    let third = match check_in_with(&mut world, 4, paper('A', 810)) {
        CheckInOutcome::CheckedIn(visit) => visit,
        other => panic!("{other:?}"),
    };
    world.sync(booking(5, "pass", ten()));
    let fourth = world.arrive(5);
    assert_eq!(hand_over(&mut world, given(810, Some(5), None)), fourth, "its paper is an alias now");
    assert_eq!(world.visit(third).party(), world.visit(fourth).party());
}

#[test]
fn a_wish_doubles_the_calls_time_and_can_be_taken_back() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    let number = world.visit(visit).number;
    let wish = |wishes, at| Command::Wish { number, change: exactly(wishes), at };
    world.ask(wish(PICK_UP, ten())).unwrap();
    assert_eq!(world.visit(visit).wishes, PICK_UP);
    world.next("1");
    world.show_call("1");
    let rules = office().rules;
    assert_eq!(world.visit(visit).counts_again_from(&rules), Some(ten() + seconds(90)));
    for (passed, calls) in [(45, 1), (44, 1), (1, 2), (89, 2), (1, 3)] {
        world.pass(seconds(passed));
        world.step("1", Step::Recall).unwrap();
        world.show_call("1");
        assert_eq!(world.visit(visit).calls, calls);
    }
    world.pass(seconds(89));
    let from = world.now + seconds(1);
    assert_eq!(world.step("1", Step::NoShow), Err(Refusal::CallTooRecent { from }));
    let now = world.now;
    world.ask(wish(Wishes::default(), now)).unwrap();
    assert!(world.visit(visit).wishes.is_none());
    world.step("1", Step::NoShow).unwrap();

    let before = world.log.len();
    world.ask(wish(PICK_UP, now)).unwrap();
    world.ask(wish(PICK_UP, ten() - minutes(24 * 60))).unwrap();
    assert_eq!(world.log.len(), before, "who is gone, and who was meant yesterday, needs nothing");
    assert!(matches!(
        world.ask(Command::Wish { number: paper('B', 9), change: exactly(PICK_UP), at: now }),
        Err(Refusal::NotFound { .. })
    ));
}

#[test]
fn an_interpreter_needs_no_longer_call_and_leaves_the_other_wishes_alone() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    let interpreter = |needed| {
        let (none, wish) = (Wishes::default(), Wishes { interpreter: true, ..Wishes::default() });
        let (adds, takes) = if needed { (wish, none) } else { (none, wish) };
        Command::Wishes { visit, change: WishChange { adds, takes } }
    };
    world.ask(interpreter(true)).unwrap();
    let before = world.log.len();
    world.ask(interpreter(true)).unwrap();
    assert_eq!(world.log.len(), before, "what is known is not said again");
    world.next("1");
    world.show_call("1");
    let rules = office().rules;
    assert_eq!(world.visit(visit).counts_again_from(&rules), Some(ten() + seconds(45)));
    let (number, now) = (world.visit(visit).number, world.now);
    let all = Wishes { interpreter: true, ..PICK_UP };
    world.ask(Command::Wish { number, change: exactly(all), at: now }).unwrap();
    assert_eq!(world.visit(visit).counts_again_from(&rules), Some(ten() + seconds(90)));
    world.ask(interpreter(false)).unwrap();
    assert_eq!(world.visit(visit).wishes, PICK_UP);
    assert_eq!(Wishes::default().and(all), all);
    finish(&mut world, "1");
    assert!(
        matches!(world.ask(interpreter(true)), Err(Refusal::NotFound { .. })),
        "who is gone needs nobody"
    );
    // A log, a feed and a kiosk of before there was this wish.
    let old: Wishes = serde_json::from_str(r#"{ "pick_up": true, "more_time": false }"#).unwrap();
    assert_eq!(old, PICK_UP);
}

#[test]
fn a_wish_that_was_pressed_alone_takes_back_nothing_that_was_wished_before() {
    let mut world = World::open(ten(), &["1"]);
    let interpreter = Wishes { interpreter: true, ..Wishes::default() };
    world.sync(Booking { wishes: interpreter, ..booking(1, "pass", ten()) });
    let visit = world.arrive(1);
    let number = world.visit(visit).number;
    let wish =
        |before, after| Command::Wish { number, change: WishChange::between(before, after), at: ten() };
    let none = Wishes::default();
    world.ask(wish(none, PICK_UP)).unwrap();
    let both = Wishes { interpreter: true, ..PICK_UP };
    assert_eq!(world.visit(visit).wishes, both);
    let before = world.log.len();
    world.ask(wish(none, PICK_UP)).unwrap();
    assert_eq!((world.visit(visit).wishes, world.log.len()), (both, before), "it is wished already");
    world.ask(wish(PICK_UP, none)).unwrap();
    assert_eq!(world.visit(visit).wishes, interpreter, "what was pressed is taken back, and nothing else");
    world.ask(wish(interpreter, none)).unwrap();
    assert!(world.visit(visit).wishes.is_none(), "whoever sees it can take it back");
}

#[test]
fn a_wish_of_the_booking_comes_with_it_and_with_its_changes() {
    let mut world = World::open(ten(), &["1"]);
    let wished = Booking { wishes: PICK_UP, ..booking(1, "pass", ten()) };
    world.sync(wished.clone());
    let visit = world.arrive(1);
    assert_eq!(world.visit(visit).wishes, PICK_UP);
    let more = Wishes { more_time: true, ..PICK_UP };
    world.sync(Booking { wishes: more, ..wished.clone() });
    assert_eq!(world.visit(visit).wishes, more);
    let number = world.visit(visit).number;
    world.ask(Command::Wish { number, change: exactly(Wishes::default()), at: ten() }).unwrap();
    world.sync(wished);
    assert!(world.visit(visit).wishes.is_none(), "what was said here stands");
    assert_eq!(world.visit(visit).state, VisitState::Waiting);
    assert_eq!(hand_over(&mut world, given(801, Some(1), None)), visit);
}
