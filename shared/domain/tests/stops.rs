//! An office that travels: on which days it is where.

#![expect(clippy::unwrap_used, reason = "what cannot go on fails")]

mod common;

use chrono::{NaiveDate, NaiveTime, Weekday};
use common::at;
use foyer_domain::Timestamp;
use foyer_domain::id::StopId;
use foyer_domain::office::*;

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn row(stop: Option<&str>, from: &str, to: &str) -> OpeningHours {
    let stop = stop.map(StopId::from);
    OpeningHours { stop, from: time(from), to: time(to), places: 2, ..OpeningHours::default() }
}

fn stop(id: &str, step_free: bool) -> Stop {
    Stop {
        id: id.into(),
        name: format!("Laden {id}"),
        address: format!("{id}er Weg 1, 04209 Leipzig"),
        map_url: None,
        access: Localized::german("Eingang im Hof"),
        step_free,
    }
}

/// On the first and third Tuesday of a month in Grünau, in the afternoon in Paunsdorf; on two dates in Plagwitz; on
/// Fridays at its own address.
fn office() -> Office {
    let tuesdays = |stop, from, to| OpeningHours {
        weekdays: vec![Weekday::Tue],
        month_weeks: vec![MonthWeek::First, MonthWeek::Third],
        ..row(Some(stop), from, to)
    };
    let dates = vec![day("2026-12-03"), day("2026-12-09")];
    let hours = vec![
        tuesdays("gruenau", "09:00:00", "12:00:00"),
        tuesdays("paunsdorf", "13:00:00", "16:00:00"),
        OpeningHours { dates, ..row(Some("plagwitz"), "10:00:00", "14:00:00") },
        OpeningHours { weekdays: vec![Weekday::Fri], ..row(None, "08:00:00", "12:00:00") },
    ];
    let stops = vec![stop("gruenau", true), stop("paunsdorf", false), stop("plagwitz", false)];
    Office { hours, stops, ..common::office() }
}

fn place(office: &Office, at: Timestamp) -> Option<&str> {
    office.stop_at(at).map(|stop| stop.id.as_str())
}

#[test]
fn months_and_dates_say_when_it_comes() {
    let office = office();
    let days = |stop: &str| {
        let stop = StopId::from(stop);
        let days = office.days_at(&stop, day("2026-11-23")).take(4);
        days.map(|day| day.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(days("gruenau"), ["2026-12-01", "2026-12-15", "2027-01-05", "2027-01-19"]);
    assert_eq!(days("plagwitz"), ["2026-12-03", "2026-12-09"]);
    assert!(office.open_spans(day("2026-12-08")).is_empty(), "the second Tuesday");
    assert_eq!(office.lanes(day("2026-12-09")).len(), 2);
}

#[test]
fn the_last_week_of_a_month_has_seven_days() {
    let last = |text: &str| MonthWeek::Last.holds(day(text));
    assert!(last("2027-02-22") && last("2027-02-28") && !last("2027-02-21"));
    assert!(last("2028-02-29") && last("2028-02-23") && !last("2028-02-22"));
    assert!(last("2026-12-31") && !last("2026-12-24"));
    assert!(MonthWeek::Fourth.holds(day("2026-12-28")) && !MonthWeek::Fourth.holds(day("2026-12-29")));
}

#[test]
fn a_moment_has_the_place_of_its_row_or_of_the_nearest_one() {
    let mut office = office();
    let on = |clock: &str| at(&format!("2026-12-01T{clock}:00+01:00"));
    for (clock, id) in [
        ("07:00", "gruenau"),
        ("09:00", "gruenau"),
        ("11:59", "gruenau"),
        ("12:29", "gruenau"),
        ("12:31", "paunsdorf"),
        ("13:00", "paunsdorf"),
        ("23:00", "paunsdorf"),
    ] {
        assert_eq!(place(&office, on(clock)), Some(id), "{clock}");
    }
    assert_eq!(place(&office, at("2026-12-03T10:00:00+01:00")), Some("plagwitz"));
    assert_eq!(place(&office, at("2026-12-04T10:00:00+01:00")), None, "at its own address");
    assert_eq!(place(&office, at("2026-12-02T10:00:00+01:00")), None, "it is nowhere");
    let ids = |office: &Office, date: &str| {
        office.stops_on(day(date)).iter().map(|stop| stop.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&office, "2026-12-01"), ["gruenau", "paunsdorf"]);
    assert!(ids(&office, "2026-12-04").is_empty());
    let place = office.place_at(on("09:00"));
    assert_eq!(place.line(), "Laden gruenau, gruenauer Weg 1, 04209 Leipzig");
    assert_eq!((place.access("tr"), place.step_free), ("Eingang im Hof", true));
    assert_eq!(office.place_at(at("2026-12-04T10:00:00+01:00")).line(), "Rathausplatz 1");
    office.closures = vec![Closure {
        date: day("2026-12-01"),
        until: None,
        from: None,
        to: None,
        counters: vec![],
        reason: Localized::german("zu"),
    }];
    assert!(ids(&office, "2026-12-01").is_empty(), "closed");
}

#[test]
fn rows_meet_by_month_and_by_date() {
    let monthly = |weeks: &[MonthWeek]| OpeningHours {
        weekdays: vec![Weekday::Tue],
        month_weeks: weeks.to_vec(),
        ..row(Some("gruenau"), "09:00:00", "12:00:00")
    };
    let first = monthly(&[MonthWeek::First]);
    assert!(first.meets(&first.clone()) && !first.meets(&monthly(&[MonthWeek::Second])));
    assert!(monthly(&[MonthWeek::Fourth]).meets(&monthly(&[MonthWeek::Last])), "in most months");
    let fortnightly = OpeningHours {
        month_weeks: Vec::new(),
        every_weeks: Some(2),
        valid_from: Some(day("2026-12-08")),
        ..first.clone()
    };
    assert!(first.meets(&fortnightly), "on 5 January at the latest");
    let dated =
        |date: &str| OpeningHours { dates: vec![day(date)], ..row(Some("plagwitz"), "11:00:00", "14:00:00") };
    assert!(first.meets(&dated("2026-12-01")) && dated("2026-12-01").meets(&first));
    assert!(!first.meets(&dated("2026-12-08")) && !first.meets(&dated("2026-12-02")));
}

/// Nobody is at two places at a time, nor goes from one to the other in no time.
#[test]
fn between_two_places_there_is_a_way() {
    let office = office();
    let [morning, afternoon, ..] = &office.hours[..] else { panic!("two rows") };
    assert!(!morning.leaves_no_way(afternoon), "an hour");
    let at_once = OpeningHours { from: morning.to, ..afternoon.clone() };
    assert!(morning.leaves_no_way(&at_once) && at_once.leaves_no_way(morning));
    assert!(!morning.meets(&at_once), "they only touch");
    let there = OpeningHours { stop: morning.stop.clone(), ..at_once };
    assert!(!morning.leaves_no_way(&there), "the same place");
}
