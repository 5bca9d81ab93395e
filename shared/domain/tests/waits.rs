//! Expected waits and intake.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod common;

use common::{World, at, booking, choice, finish, holds, is_caught, minutes, seconds, ten};
use foyer_domain::Timestamp;
use foyer_domain::engine::*;
use foyer_domain::estimate::{Odds, Span};
use foyer_domain::id::VisitId;
use foyer_domain::office::Counter;
use foyer_domain::visit::VisitState;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn span(from_minutes: u16, to_minutes: u16) -> Span {
    Span { from_minutes, to_minutes }
}

#[test]
fn waits_are_told_in_spans_that_people_understand() {
    for (wait, expected) in [
        (-5, span(0, 5)),
        (0, span(0, 5)),
        (5, span(5, 10)),
        (14, span(10, 15)),
        (37, span(25, 40)),
        (119, span(90, 120)),
        (120, span(120, 180)),
        (500, span(480, 540)),
    ] {
        assert_eq!(Span::of(minutes(wait)), expected, "{wait}");
    }
    assert!(Span::of(minutes(1_000_000)).from_minutes > 0);
}

#[test]
fn the_wait_counts_who_is_before_and_who_is_served() {
    let mut world = World::open(ten(), &["2"]);
    let first = world.walk_in("pass");
    assert_eq!(world.visit(first).estimate, Some(span(0, 5)));
    world.next("2");
    world.step("2", Step::Start).unwrap();
    world.pass(minutes(4));
    let second = world.walk_in("meldung");
    let middle = |world: &World, visit| world.visit(visit).expected.unwrap().median_s / 60;
    let rest = middle(&world, second);
    assert!((4..=8).contains(&rest), "about six minutes of ten are left: {rest}");
    let third = world.walk_in("pass");
    assert!((20..=26).contains(&middle(&world, third)), "6 and 15, and ways");
    let told = world.visit(third).estimate.unwrap();
    assert!(told.from_minutes >= 10 && told.to_minutes <= 40, "{told:?}");
    let forecast = world.state.forecast(world.now);
    for visit in [second, third] {
        let apart = forecast.expected(visit).unwrap().median_s.abs_diff(middle(&world, visit) * 60);
        assert!(apart < 240, "asked again, about the same: {apart}");
    }
    assert_eq!(forecast.of(first), None, "nobody waits who is served");
    let fourth = forecast.walk_in(&[choice("pass")]).unwrap();
    assert!(fourth.from_minutes >= 15 && fourth.to_minutes >= 40, "6, 15 and 10: {fourth:?}");
}

#[test]
fn who_is_booked_and_still_to_come_counts() {
    let mut world = World::open(ten(), &["2"]);
    world.walk_in("pass");
    world.next("2");
    world.step("2", Step::Start).unwrap();
    let middle = |world: &World| {
        let admitted = world.state.admitted(world.now, world.now, &[choice("pass")]);
        admitted.unwrap().median_s / 60
    };
    let before = middle(&world);
    world.sync(booking(0, "pass", ten() + minutes(5)));
    let after = middle(&world);
    assert!(after > before + 5, "{before} {after}");
}

#[test]
fn a_closed_counter_is_taken_to_open_with_the_office() {
    let eight = at("2026-11-23T08:05:00+01:00");
    let world = World::open(eight, &[]);
    assert_eq!(world.state.intake(eight, eight, &[choice("kfz")]), Ok(span(0, 5)));
    assert_eq!(world.state.intake(ten(), ten(), &[choice("kfz")]), Ok(span(15, 25)), "somebody is long due");
    let mut early = World::open(at("2026-11-23T07:45:00+01:00"), &[]);
    early.sync(booking(0, "pass", at("2026-11-23T08:00:00+01:00")));
    let visit = early.arrive(0);
    assert_eq!(early.visit(visit).estimate, Some(span(15, 25)));
    let mut sunday = World::open(at("2026-11-22T12:00:00+01:00"), &[]);
    sunday.sync(booking(0, "pass", at("2026-11-22T12:00:00+01:00")));
    let visit = sunday.arrive(0);
    assert_eq!(sunday.visit(visit).estimate, None, "the window beats the hours, but nobody knows when");
}

/// A break without an end, and the only clerk for a service away: nobody else's counter is counted in their place.
#[test]
fn who_is_away_for_nobody_knows_how_long_is_not_taken_to_call_now() {
    let mut world = World::open(ten(), &["1"]);
    for _ in 0..8 {
        world.walk_in("pass");
    }
    let middle = |world: &World, service| {
        let admitted = world.state.admitted(world.now, world.now, &[choice(service)]);
        admitted.map(|admitted| admitted.median_s / 60)
    };
    let before = middle(&world, "pass").unwrap();
    world.ask(Command::PauseCounter { counter: "1".into(), reason: "lunch".into(), back_at: None }).unwrap();
    let after = middle(&world, "pass").unwrap();
    assert!(after >= before, "eight people at one counter: {before} min before the break, {after} in it");
    assert!(middle(&world, "kfz").unwrap() >= 15, "nobody is there for it");
}

#[test]
fn nobody_is_let_in_who_is_not_served_before_closing() {
    let closing = at("2026-11-23T18:00:00+01:00");
    let world = World::open(closing - minutes(10), &["2"]);
    let ask = |world: &World, service| world.state.intake(world.now, world.now, &[choice(service)]);
    assert_eq!(ask(&world, "pass"), Ok(span(0, 5)));
    let opens_at = Some(at("2026-11-24T08:00:00+01:00"));
    assert_eq!(ask(&world, "meldung"), Err(WalkInRefusal::QueueFull { opens_at }), "fifteen minutes");
    let world = World::open(closing, &["2"]);
    assert_eq!(ask(&world, "pass"), Err(WalkInRefusal::Closed { opens_at }));
    let friday = World::open(at("2026-11-27T20:00:00+01:00"), &[]);
    let opens_at = Some(at("2026-11-30T08:00:00+01:00"));
    assert_eq!(ask(&friday, "pass"), Err(WalkInRefusal::Closed { opens_at }));
    assert_eq!(friday.state.forecast(friday.now).walk_in(&[choice("pass")]), None);
}

#[test]
fn nobody_is_let_in_who_would_push_an_appointment_too_far() {
    let mut office = common::office();
    office.services[1].minutes = 45;
    let mut world = World::of(office, ten(), &["2"]);
    world.sync(booking(0, "pass", ten() + minutes(15)));
    let ask = |world: &World, service| world.state.intake(world.now, world.now, &[choice(service)]);
    assert!(
        matches!(ask(&world, "meldung"), Err(WalkInRefusal::QueueFull { .. })),
        "called at 10:45, due 10:15"
    );
    assert_eq!(ask(&world, "pass"), Ok(span(0, 5)));
    assert_eq!(ask(&world, "kfz"), Ok(span(15, 25)), "another counter's appointments are no reason");
    assert_eq!(ask(&world, "trauung"), Err(WalkInRefusal::NotOffered("trauung".into())));
    assert_eq!(ask(&world, "nichts"), Err(WalkInRefusal::NotOffered("nichts".into())));
    assert_eq!(world.state.intake(ten(), ten(), &[]), Err(WalkInRefusal::NoService));
}

/// Very many with an appointment now, each for a minute, and somebody at each of six counters for a quarter of an hour.
fn crowd(people: u64) -> World {
    let mut office = common::office();
    office.services[0].minutes = 1;
    let counters = ["1", "2", "3", "4", "5", "6"];
    let like = office.counters[1].clone();
    office.counters = counters.iter().map(|&id| Counter { id: id.into(), ..like.clone() }).collect();
    let mut world = World::of(office, ten(), &counters);
    for counter in counters {
        world.walk_in("meldung");
        world.next(counter);
        world.step(counter, Step::Start).unwrap();
    }
    for number in 0..people {
        world.sync(booking(number, "pass", ten()));
        world.arrive(number);
    }
    world
}

/// One of several stands for all of them, and for nobody who comes after the newcomer.
#[test]
fn where_very_many_wait_the_wait_is_about_the_one_that_all_of_them_make() {
    for people in [251, 400, 700] {
        let world = crowd(people);
        for (place, start) in [("before all", ten() - minutes(5)), ("behind all", ten() + minutes(10))] {
            let mut world = world.clone();
            let odds = world.state.odds().clone();
            let services = [choice("pass")];
            let all = world.state.expected_by(&odds, 40, world.now, (Some(start), world.now), &services);
            let all = i64::from(all.unwrap().median_s);
            world.sync(booking(people, "pass", start));
            let visit = world.arrive(people);
            let told = i64::from(world.visit(visit).expected.unwrap().median_s);
            assert!(
                (told - all).abs() <= 60 + all / 10,
                "{place} of {people}: {told} s, and one by one {all} s"
            );
        }
    }
}

/// Who comes in what order and at which counters: then nobody else comes, and everybody takes as long as
/// configured.
type Day = (Vec<(u8, u8, i64)>, u8);

fn day() -> impl Strategy<Value = Day> {
    (prop::collection::vec((0u8..6, 0u8..3, -900i64..900), 1..14), 1u8..8)
}

fn waiting_room((arrivals, counters): &Day) -> World {
    let open: Vec<&str> = [(1, "1"), (2, "2"), (4, "3")]
        .iter()
        .filter(|(bit, _)| counters & bit != 0)
        .map(|(_, id)| *id)
        .collect();
    let mut world = World::open(ten(), &open);
    for (number, (kind, service, offset)) in (0..).zip(arrivals) {
        let service = ["pass", "meldung", "kfz"][usize::from(*service)];
        world.pass(seconds(20));
        if *kind < 3 {
            world.sync(booking(number, service, world.now + seconds(*offset)));
            world.arrive(number);
        } else if world.state.intake(world.now, world.now, &[choice(service)]).is_ok() {
            world.walk_in(service);
        }
    }
    world
}

/// Plays the day on: when each is called.
fn played(mut world: World) -> BTreeMap<VisitId, Timestamp> {
    let office = common::office();
    let counters: Vec<String> = world.state.counters().map(|(id, _)| id.to_string()).collect();
    let mut free: BTreeMap<Timestamp, Vec<String>> = BTreeMap::from([(world.now, counters)]);
    let mut calls = BTreeMap::new();
    let end = world.now + minutes(8 * 60);
    while let Some((now, mut counters)) = free.pop_first().filter(|(now, _)| *now < end) {
        world.now = now;
        counters.sort();
        for counter in &counters {
            if let Some(visit) = world.at_counter(counter) {
                assert_ne!(world.visit(visit).state, VisitState::Finished);
                world.step(counter, Step::Start).unwrap();
                world.step(counter, finish()).unwrap();
            }
        }
        for counter in counters {
            if let Ok(Reply::Called(visit)) = world.ask(Command::CallNext(counter.as_str().into())) {
                calls.insert(visit, now);
                let taken = minutes(i64::from(office.minutes(&world.visit(visit).services)));
                free.entry(now + taken).or_default().push(counter);
            }
        }
    }
    calls
}

/// Without luck the forecast is what happens if nothing else does, for whom an open counter serves.
fn forecast_comes_true(shift_minutes: i64) -> impl Fn(Day) -> Result<(), TestCaseError> {
    move |day| {
        let world = waiting_room(&day);
        let forecast = world.state.forecast_by(&Odds::as_configured(&common::office()), world.now);
        let shift = minutes(shift_minutes);
        for (visit, call) in played(world.clone()) {
            prop_assert_eq!(forecast.of(visit), Some(Span::of(call - world.now + shift)), "{:?}", visit);
        }
        Ok(())
    }
}

#[test]
fn the_forecast_comes_true_if_nothing_else_happens() {
    holds(150, day(), forecast_comes_true(0));
}

#[test]
fn catches_a_forecast_that_is_off_by_ten_minutes() {
    is_caught(150, day(), forecast_comes_true(10));
}
