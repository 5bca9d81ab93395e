//! Who is let in without an appointment, by the office's own rules: hours, limits, pauses, messages; and how many
//! are ahead.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use chrono::{NaiveTime, Weekday};
use common::{World, at, booking, choice, finish, holds, minutes, office, seconds, ten};
use foyer_domain::engine::*;
use foyer_domain::intake;
use foyer_domain::office::{Closure, Localized, Office, OpeningHours, Service, WalkInHours};
use proptest::prelude::*;

fn with(change: impl FnOnce(&mut Service)) -> Office {
    let mut office = office();
    change(&mut office.services[0]);
    office
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
}

fn ask(world: &mut World, service: &str) -> Result<Reply, Refusal> {
    let walk_in = WalkIn { services: vec![choice(service)], seen_at: world.now, language: None };
    world.ask(Command::WalkIn(walk_in))
}

#[test]
fn a_service_has_hours_of_its_own_within_the_opening_hours() {
    let mornings = WalkInHours { weekdays: vec![Weekday::Mon, Weekday::Thu], from: hour(7), to: hour(10) };
    let office = with(|service| service.walk_in_hours = vec![mornings]);
    let offered = |time: &str| intake::offered(&office, &"pass".into(), at(time));
    assert_eq!(offered("2026-11-23T09:59:59+01:00"), Ok(()));
    let thursday = Some(at("2026-11-26T08:00:00+01:00"));
    let refused = Err(WalkInRefusal::NotNow { opens_at: thursday });
    assert_eq!(offered("2026-11-23T10:00:00+01:00"), refused, "the office opens at eight");
    let monday = Some(at("2026-11-23T08:00:00+01:00"));
    assert_eq!(offered("2026-11-23T07:30:00+01:00"), Err(WalkInRefusal::Closed { opens_at: monday }));
    let mut world = World::of(office.clone(), ten(), &["1"]);
    assert_eq!(ask(&mut world, "pass"), Err(WalkInRefusal::NotNow { opens_at: thursday }.into()));
    assert!(ask(&mut world, "meldung").is_ok(), "the others are offered all day");
}

#[test]
fn a_day_has_so_many_tickets_and_the_next_one_begins_anew() {
    let office = with(|service| service.walk_in_limit = Some(2));
    let mut world = World::of(office, ten(), &["1"]);
    assert!(ask(&mut world, "pass").is_ok() && ask(&mut world, "pass").is_ok());
    let opens_at = Some(at("2026-11-24T08:00:00+01:00"));
    assert_eq!(ask(&mut world, "pass"), Err(WalkInRefusal::QueueFull { opens_at }.into()));
    assert!(ask(&mut world, "meldung").is_ok());
    world.sync(booking(1, "pass", ten()));
    world.arrive(1);
    world.now = at("2026-11-24T09:00:00+01:00");
    assert!(ask(&mut world, "pass").is_ok());
}

/// The clerks go to lunch: what would not be done before noon is told when the afternoon begins.
#[test]
fn at_noon_the_office_closes_for_walk_ins_too() {
    let mut office = office();
    let afternoon = OpeningHours { from: hour(13), to: hour(16), ..office.hours[0].clone() };
    office.hours[0].to = hour(12);
    office.hours.push(afternoon);
    let noon = at("2026-11-23T12:00:00+01:00");
    assert_eq!(office.closes_next(ten()), Some(noon));
    assert_eq!(office.closes_next(noon), None);
    assert_eq!(office.closes_at(ten()), Some(at("2026-11-23T16:00:00+01:00")));
    let mut world = World::of(office.clone(), noon - minutes(16), &["1"]);
    assert!(ask(&mut world, "meldung").is_ok(), "fifteen minutes are left");
    let mut world = World::of(office.clone(), noon - minutes(14), &["1"]);
    let opens_at = Some(at("2026-11-23T13:00:00+01:00"));
    assert_eq!(ask(&mut world, "meldung"), Err(WalkInRefusal::QueueFull { opens_at }.into()));
    world.now = noon;
    assert_eq!(ask(&mut world, "meldung"), Err(WalkInRefusal::Closed { opens_at }.into()));
    let mut world = World::of(office.clone(), at("2026-11-23T15:46:00+01:00"), &["1"]);
    let opens_at = Some(at("2026-11-24T08:00:00+01:00"));
    assert_eq!(ask(&mut world, "meldung"), Err(WalkInRefusal::QueueFull { opens_at }.into()));
    // Hours that meet or overlap are one opening.
    office.hours[1].from = hour(11);
    assert_eq!(office.closes_next(ten()), Some(at("2026-11-23T16:00:00+01:00")));
}

/// What a display says at the door: breaks at noon count, hours that follow on without one are one span, and a closed day
/// is passed over.
#[test]
fn the_next_openings_are_those_of_the_door() {
    let (mut office, day) = (office(), |day: &str, from: &str, to: &str| {
        (at(&format!("2026-11-{day}T{from}:00+01:00")), at(&format!("2026-11-{day}T{to}:00+01:00")))
    });
    let hours = |weekday: Weekday, from: &str, to: &str, places| OpeningHours {
        weekdays: vec![weekday],
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        places,
        ..OpeningHours::default()
    };
    let [mon, tue, wed] = [Weekday::Mon, Weekday::Tue, Weekday::Wed];
    office.hours = vec![
        hours(mon, "08:00:00", "10:00:00", 2),
        hours(mon, "10:00:00", "12:00:00", 1),
        hours(mon, "14:00:00", "18:00:00", 1),
        hours(tue, "08:00:00", "12:00:00", 1),
        hours(wed, "08:00:00", "12:00:00", 1),
    ];
    office.closures = vec![Closure { date: "2026-11-24".parse().unwrap(), ..Closure::default() }];
    let expected = [day("23", "08:00", "12:00"), day("23", "14:00", "18:00"), day("25", "08:00", "12:00")];
    assert_eq!(office.openings(ten(), 3, 30), expected);
    assert_eq!(office.openings(ten(), 1, 30), expected[..1]);
    assert_eq!(office.openings(at("2026-11-23T12:00:00+01:00"), 2, 30), expected[1..]);
    assert_eq!(office.openings(at("2026-11-23T19:00:00+01:00"), 9, 2), [], "so far ahead only");
}

#[test]
fn who_has_gone_again_takes_no_ticket_of_the_day_from_others() {
    let mut world = World::of(with(|service| service.walk_in_limit = Some(1)), ten(), &["1"]);
    let visit = world.walk_in("pass");
    assert!(ask(&mut world, "pass").is_err());
    world.ask(Command::Change { visit, change: Change::Cancel, counter: None }).unwrap();
    assert!(ask(&mut world, "pass").is_ok());
}

#[test]
fn intake_is_paused_for_a_service_an_area_or_all_with_its_text_and_never_for_who_is_booked() {
    let text = Localized::german("Heute nur mit Termin.");
    let paused = Err(Refusal::from(WalkInRefusal::Paused { text: text.clone() }));
    let refused = |office: Office| {
        let mut world = World::of(office, ten(), &["1"]);
        world.sync(booking(1, "pass", ten()));
        world.arrive(1);
        ["pass", "meldung", "kfz"].map(|service| ask(&mut world, service) == paused)
    };
    assert_eq!(refused(with(|service| service.walk_in_paused = Some(text.clone()))), [true, false, false]);
    let mut area = office();
    area.areas[0].walk_in_paused = Some(text.clone());
    assert_eq!(refused(area), [true, true, false]);
    assert_eq!(refused(Office { walk_in_paused: Some(text.clone()), ..office() }), [true; 3]);
}

#[test]
fn a_message_stands_instead_of_a_ticket() {
    let text = Localized::german("Fahrkarten gibt es an der Infotheke.");
    let mut world = World::of(with(|service| service.walk_in_message = Some(text)), ten(), &["1"]);
    assert_eq!(ask(&mut world, "pass"), Err(WalkInRefusal::NotOffered("pass".into()).into()));
}

#[test]
fn whoever_an_other_counter_serves_alone_is_not_ahead() {
    let mut office = office();
    office.rules.window_before_minutes = 120;
    let mut world = World::of(office, ten(), &["2", "3"]);
    for service in ["pass", "kfz", "meldung", "kfz", "pass"] {
        world.walk_in(service);
        world.pass(seconds(1));
    }
    let ahead = |world: &World, service| world.state.forecast(world.now).ahead(&[choice(service)]);
    assert_eq!([ahead(&world, "pass"), ahead(&world, "meldung"), ahead(&world, "kfz")], [3, 3, 2]);
    world.next("2");
    assert_eq!(ahead(&world, "pass"), 2, "whoever is called is not ahead any more");
    world.sync(booking(1, "pass", ten() + minutes(10)));
    world.arrive(1);
    assert_eq!(ahead(&world, "pass"), 3, "an appointment that is due before");
    world.sync(booking(2, "pass", ten() + minutes(90)));
    world.arrive(2);
    assert_eq!(ahead(&world, "pass"), 3, "and none that is due later");
}

/// With one counter and nobody else coming, so many are called before the newcomer as it was told.
fn is_told_truthfully(off: usize) -> impl Fn(Vec<(u64, bool)>) -> Result<(), TestCaseError> {
    move |arrivals| {
        // However late appointments become: the order is asked for, not the intake.
        let mut office = office();
        office.rules.appointment_grace_minutes = 600;
        let mut world = World::of(office, ten(), &["1"]);
        for (number, (after, booked)) in arrivals.into_iter().enumerate() {
            world.pass(seconds(after as i64));
            if booked {
                // In the past, so that it is due.
                world.sync(booking(number as u64, "meldung", world.now - minutes(5)));
                world.arrive(number as u64);
            } else {
                world.walk_in("pass");
            }
        }
        world.pass(seconds(1));
        let told = world.state.forecast(world.now).ahead(&[choice("pass")]) + off;
        let mine = world.walk_in("pass");
        let mut called = 0;
        while world.next("1") != mine {
            world.step("1", Step::Start).unwrap();
            world.step("1", finish()).unwrap();
            called += 1;
        }
        prop_assert_eq!(told, called);
        Ok(())
    }
}

#[test]
fn as_many_are_called_before_as_were_told_to_be_ahead() {
    let arrivals = || prop::collection::vec((0u64..120, any::<bool>()), 0..12);
    holds(60, arrivals(), is_told_truthfully(0));
    common::is_caught(20, arrivals(), is_told_truthfully(1));
}
