//! The plan of an office: lanes, validity, contingents and their releases, closures of parts, and how long it takes.

#![expect(clippy::unwrap_used, reason = "what cannot go on fails")]

mod common;

use chrono::{NaiveDate, NaiveTime, Weekday};
use common::at;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::*;

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn row(weekday: Weekday, from: &str, to: &str) -> OpeningHours {
    OpeningHours { weekdays: vec![weekday], from: time(from), to: time(to), ..OpeningHours::default() }
}

fn office(hours: Vec<OpeningHours>) -> Office {
    Office { hours, ..common::office() }
}

/// "1 08:00–12:00", with what is kept.
fn shown(office: &Office, date: &str) -> Vec<String> {
    let local = |at: foyer_domain::Timestamp| at.with_timezone(&office.time_zone).format("%H:%M").to_string();
    let keep = |keep: Option<Keep>| keep.map_or(String::new(), |keep| format!(" {keep:?}"));
    let one =
        |span: &LaneSpan| format!("{} {}–{}{}", span.lane, local(span.from), local(span.to), keep(span.keep));
    office.lanes(day(date)).iter().map(one).collect()
}

#[test]
fn lanes_are_counters_and_numbered_places() {
    let morning =
        OpeningHours { counters: vec!["2".into(), "1".into()], ..row(Weekday::Mon, "08:00:00", "12:00:00") };
    let beside = OpeningHours { places: 2, ..row(Weekday::Mon, "08:00:00", "10:00:00") };
    let overlapping = OpeningHours { places: 1, ..row(Weekday::Mon, "09:00:00", "11:00:00") };
    let later = OpeningHours { places: 1, ..row(Weekday::Mon, "11:00:00", "12:00:00") };
    let tuesday = OpeningHours { places: 1, ..row(Weekday::Tue, "09:00:00", "11:00:00") };
    let office = office(vec![morning, beside, overlapping, later, tuesday]);
    assert_eq!(
        shown(&office, "2026-11-23"),
        [
            "2 08:00–12:00",
            "1 08:00–12:00",
            "#1 08:00–10:00",
            "#2 08:00–10:00",
            "#3 09:00–11:00",
            "#1 11:00–12:00"
        ]
    );
    assert_eq!(shown(&office, "2026-11-24"), ["#1 09:00–11:00"]);
    let open = office.open_spans(day("2026-11-23"));
    assert_eq!(open.len(), 1, "the door knows no lanes: {open:?}");
    assert!(
        office.lane_serves(&"2".into(), &"pass".into()) && !office.lane_serves(&"2".into(), &"kfz".into())
    );
    assert!(
        office.lane_serves(&"#1".into(), &"kfz".into()) && !office.lane_serves(&"9".into(), &"kfz".into())
    );
}

#[test]
fn rows_hold_in_their_time_and_in_every_second_week() {
    let every = OpeningHours {
        places: 1,
        valid_from: Some(day("2026-11-25")),
        valid_until: Some(day("2027-01-04")),
        every_weeks: Some(2),
        ..row(Weekday::Mon, "08:00:00", "12:00:00")
    };
    let rows = office(vec![every.clone()]);
    let open: Vec<String> = day("2026-11-01")
        .iter_days()
        .take(90)
        .filter(|day| !rows.lanes(*day).is_empty())
        .map(|day| day.to_string())
        .collect();
    // The week of 25 November begins on the 23rd, before the row is valid; the year has 53 weeks and changes nothing.
    assert_eq!(open, ["2026-12-07", "2026-12-21", "2027-01-04"]);
    let between = OpeningHours { valid_from: Some(day("2026-11-30")), valid_until: None, ..every.clone() };
    assert!(!every.meets(&between), "in turn");
    assert!(every.meets(&OpeningHours { every_weeks: None, ..between.clone() }));
    let next_year = OpeningHours { valid_from: Some(day("2027-01-05")), every_weeks: None, ..every.clone() };
    assert!(!every.meets(&next_year), "one after the other");
    assert_eq!(
        office(vec![every, between]).lanes(day("2026-12-14"))[0].lane.as_str(),
        "#1",
        "rows that never meet share their numbers"
    );
}

#[test]
fn a_contingent_is_kept_until_its_release() {
    let release = Release { days_before: 1, at: time("07:00:00") };
    let rows = vec![
        OpeningHours { places: 1, ..row(Weekday::Tue, "08:00:00", "12:00:00") },
        OpeningHours { places: 1, keep: Some(Keep::Emergency), ..row(Weekday::Tue, "08:00:00", "09:00:00") },
        OpeningHours { places: 1, release: Some(release), ..row(Weekday::Tue, "08:00:00", "12:00:00") },
    ];
    let mut office = office(rows);
    let lanes = office.lanes(day("2026-11-24"));
    let kept: Vec<_> = lanes.iter().map(|span| (span.lane.as_str(), span.keep, span.release_at)).collect();
    let monday = at("2026-11-23T07:00:00+01:00");
    assert_eq!(
        kept,
        [("#1", None, None), ("#2", Some(Keep::Emergency), None), ("#3", Some(Keep::Staff), Some(monday))]
    );
    office.rules.horizon_days = 8;
    let next =
        |now| office.next_releases(at(now), &[]).iter().map(|next| (next.at, next.day)).collect::<Vec<_>>();
    let second = (at("2026-11-30T07:00:00+01:00"), day("2026-12-01"));
    assert_eq!(next("2026-11-23T06:59:59+01:00"), [(monday, day("2026-11-24")), second]);
    assert_eq!(next("2026-11-23T07:00:00+01:00"), [second], "it has happened");
    let of = |service: &str| ServiceChoice { service: service.into(), quantity: 1 };
    let mut at_counter = office.clone();
    (at_counter.hours[2].places, at_counter.hours[2].counters) = (0, vec!["3".into()]);
    let monday_before = at("2026-11-23T06:00:00+01:00");
    assert_eq!(at_counter.next_releases(monday_before, &[of("kfz")]).len(), 2);
    assert_eq!(at_counter.next_releases(monday_before, &[of("pass")]), [], "counter 3 does not serve it");
    // In the night to 28 March 2027 there is no 02:30: at 03:00 instead.
    office.hours[2].weekdays = vec![Weekday::Mon];
    office.hours[2].release = Some(Release { days_before: 1, at: time("02:30:00") });
    let gap = office.next_releases(at("2027-03-27T12:00:00+01:00"), &[]);
    assert_eq!((gap[0].at, gap[0].day), (at("2027-03-28T03:00:00+02:00"), day("2027-03-29")));
}

#[test]
fn closures_take_days_hours_and_counters() {
    let rows = vec![OpeningHours {
        counters: vec!["1".into(), "2".into()],
        weekdays: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed],
        ..row(Weekday::Mon, "08:00:00", "12:00:00")
    }];
    let mut office = office(rows);
    let of = |from: Option<&str>, to: Option<&str>, counters: &[&str]| Closure {
        date: day("2026-11-23"),
        until: Some(day("2026-11-24")),
        from: from.map(time),
        to: to.map(time),
        counters: counters.iter().map(|id| (*id).into()).collect(),
        reason: Localized::german("zu"),
    };
    office.closures = vec![of(Some("10:00:00"), Some("11:00:00"), &["2"])];
    let with_gap = ["1 08:00–12:00", "2 08:00–10:00", "2 11:00–12:00"];
    assert_eq!(shown(&office, "2026-11-23"), with_gap);
    assert_eq!(shown(&office, "2026-11-24"), with_gap);
    assert_eq!(shown(&office, "2026-11-25"), ["1 08:00–12:00", "2 08:00–12:00"]);
    assert_eq!(office.open_spans(day("2026-11-23")).len(), 1, "for the rest it is open");
    office.closures = vec![of(Some("10:00:00"), None, &[])];
    assert_eq!(shown(&office, "2026-11-24"), ["1 08:00–10:00", "2 08:00–10:00"]);
    assert_eq!(office.closes_at(at("2026-11-24T09:00:00+01:00")), Some(at("2026-11-24T10:00:00+01:00")));
    assert_eq!(office.closure(day("2026-11-24")), None, "not all day");
    office.closures = vec![of(None, Some("09:30:00"), &[])];
    assert_eq!(office.open_spans(day("2026-11-23"))[0].from, at("2026-11-23T09:30:00+01:00"));
    office.closures = vec![of(None, None, &[])];
    assert_eq!(office.closure(day("2026-11-24")), Some(ClosedDay::Announced(&office.closures[0])));
    assert!(office.lanes(day("2026-11-24")).is_empty() && office.open_spans(day("2026-11-23")).is_empty());
    office.closures.clear();
    office.holidays = Some(Land::Bw);
    office.hours[0].weekdays = vec![Weekday::Fri];
    assert_eq!(office.closure(day("2026-12-25")), Some(ClosedDay::Holiday(Holiday::Christmas)));
    assert!(office.lanes(day("2026-12-25")).is_empty() && office.open_spans(day("2026-12-25")).is_empty());
    assert!(!office.lanes(day("2026-12-18")).is_empty());
}

#[test]
fn each_further_one_of_the_same_can_take_less() {
    let mut office = common::office();
    let choice = |service: &str, quantity| ServiceChoice { service: service.into(), quantity };
    assert_eq!(office.minutes(&[choice("pass", 3)]), 30);
    office.services[0].minutes_more = Some(4);
    assert_eq!(office.minutes(&[choice("pass", 3), choice("meldung", 1)]), 10 + 4 + 4 + 15);
    assert_eq!(office.minutes(&[]), 19, "as the services do on average");
    assert_eq!(office.minutes_of(&[choice("unknown", 2)]), 38);
    assert_eq!(office.minutes_of(&[]), 0);
    assert_eq!(office.services[0].most(), 6);
}
