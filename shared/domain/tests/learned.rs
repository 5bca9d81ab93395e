//! What days teach, and what estimates make of it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{World, at, booking, choice, minutes, ten};
use foyer_domain::engine::*;
use foyer_domain::estimate::{ALL, Expected};
use foyer_domain::visit::VisitState;

const HALF: u32 = u32::MAX / 2;

/// A day on which so many come for a passport, and each takes so long.
fn serve(world: &mut World, each: &[i64]) {
    for taken in each {
        let visit = world.walk_in("pass");
        assert_eq!(world.next("2"), visit);
        world.pass(minutes(1));
        world.step("2", Step::Start).unwrap();
        world.pass(minutes(*taken));
        world.step("2", common::finish()).unwrap();
    }
}

fn next_day(world: &mut World) {
    world.now = at("2026-11-24T10:00:00+01:00");
    world.ask(Command::Tick).unwrap();
    world.ask(Command::OpenCounter { counter: "2".into(), staff: "clerk-2".into() }).unwrap();
}

/// The middle of a service's time, in minutes.
fn middle(world: &World, service: usize, quantity: usize) -> i64 {
    world.state.odds().services[service][quantity - 1].at(HALF) / 60_000
}

#[test]
fn a_day_teaches_how_long_services_take() {
    let mut world = World::open(ten(), &["2"]);
    let configured = middle(&world, 0, 1);
    assert!((9..=11).contains(&configured), "about ten minutes, with the usual spread: {configured}");
    serve(&mut world, &[20; 18]);
    assert_eq!(middle(&world, 0, 1), configured, "a day is taken in when it is over");
    next_day(&mut world);
    assert!((17..=20).contains(&middle(&world, 0, 1)), "{}", middle(&world, 0, 1));
    assert!((34..=40).contains(&middle(&world, 0, 2)), "twice as long for two, before any were seen");
    assert!((14..=16).contains(&middle(&world, 1, 1)), "nothing was seen of another service");

    let first = world.walk_in("pass");
    world.next("2");
    world.step("2", Step::Start).unwrap();
    let second = world.walk_in("pass");
    let expected = |world: &World, visit| world.visit(visit).expected.unwrap();
    assert_eq!(expected(&world, first).median_s, 0, "the counter is free");
    let Expected { low_s, median_s, high_s } = expected(&world, second);
    assert!((1_000..=1_260).contains(&median_s), "{median_s}");
    assert!(low_s <= median_s && median_s <= high_s);
}

#[test]
fn one_that_took_three_hours_changes_next_to_nothing() {
    let mut usual = World::open(ten(), &["2"]);
    serve(&mut usual, &[12; 12]);
    let mut world = usual.clone();
    serve(&mut world, &[180]);
    next_day(&mut usual);
    next_day(&mut world);
    assert!((middle(&world, 0, 1) - middle(&usual, 0, 1)).abs() <= 1);
}

#[test]
fn a_day_teaches_who_comes() {
    let mut world = World::open(ten(), &["2"]);
    for number in 0..12 {
        world.sync(booking(number, "pass", ten() + minutes(10)));
    }
    let before = world.state.odds().shows_up;
    for number in 0..3 {
        world.arrive(number);
    }
    next_day(&mut world);
    let after = world.state.odds().shows_up;
    assert!(after < before && (4_000..6_000).contains(&after), "{before} {after} of {ALL}");
}

#[test]
fn every_estimate_is_compared_with_what_came() {
    let mut world = World::open(ten(), &["2"]);
    let first = world.walk_in("pass");
    let second = world.walk_in("pass");
    let told = world.visit(second).expected.unwrap().median_s;
    assert_eq!(world.next("2"), first);
    assert_eq!(world.state.accuracy().mean_error(), Some(minutes(0)));
    world.step("2", Step::Start).unwrap();
    world.pass(minutes(30));
    world.step("2", common::finish()).unwrap();
    assert_eq!(world.next("2"), second);
    let accuracy = world.state.accuracy();
    assert_eq!((accuracy.tickets, accuracy.within), (2, 1));
    assert_eq!(accuracy.error_s, 1_800 - u64::from(told));
    let day = world.state.day().unwrap();
    next_day(&mut world);
    assert_eq!(world.state.learned().accuracy()[&day], accuracy);
    assert_eq!(world.state.accuracy().mean_error(), None);
}

#[test]
fn what_was_undone_is_not_learned() {
    let mut world = World::open(ten(), &["2"]);
    let visit = world.walk_in("pass");
    world.next("2");
    world.step("2", Step::Start).unwrap();
    world.pass(minutes(2));
    world.step("2", common::finish()).unwrap();
    world.undo("2").unwrap();
    assert_eq!(world.visit(visit).state, VisitState::Serving);
    let without = World::open(ten(), &["2"]);
    next_day(&mut world);
    assert_eq!(middle(&world, 0, 1), middle(&without, 0, 1), "the day's end finished it, nobody did");
}

#[test]
fn what_was_learned_rests_with_the_state() {
    let mut world = World::open(ten(), &["2"]);
    serve(&mut world, &[25; 8]);
    next_day(&mut world);
    let text = serde_json::to_string(&world.state).unwrap();
    let read: QueueState = serde_json::from_str(&text).unwrap();
    assert_eq!(read, world.state);
    assert_eq!(read.odds(), world.state.odds());
}

#[test]
fn the_same_question_has_the_same_answer() {
    let mut world = World::open(ten(), &["2"]);
    for number in 0..6 {
        world.sync(booking(number, "meldung", ten() + minutes(3 * i64::try_from(number).unwrap())));
    }
    let visits: Vec<_> = (0..4).map(|number| world.arrive(number)).collect();
    let ask = |world: &World| {
        let forecast = world.state.forecast(world.now);
        visits.iter().map(|visit| forecast.expected(*visit)).collect::<Vec<_>>()
    };
    assert_eq!(ask(&world), ask(&world.clone()));
    let asked = [1, 2].map(|_| world.state.admitted(world.now, world.now, &[choice("meldung")]));
    assert_eq!(asked[0], asked[1]);
}
