//! Times, dates and spans as people read them, also on the two days on which the clock changes.

use chrono::{DateTime, TimeDelta};
use chrono_tz::Tz;
use expect_test::{Expect, expect};
use foyer_domain::Timestamp;
use foyer_domain::estimate::Span;
use foyer_text::{Language, date, day_and_time, short_date, span, time_of_day, time_with_seconds};
use std::fmt::Write;

fn at(text: &str) -> Timestamp {
    DateTime::parse_from_rfc3339(text).expect("a moment").to_utc()
}

fn check(moment: &str, expected: &Expect) {
    let (zone, moment) = (Tz::Europe__Berlin, at(moment));
    let mut shown = String::new();
    for language in Language::ALL {
        let parts = [
            time_of_day(*language, zone, moment),
            time_with_seconds(*language, zone, moment),
            short_date(*language, zone, moment),
            day_and_time(*language, zone, moment),
        ];
        writeln!(shown, "{}: {}", language.tag(), parts.join(" | ")).expect("a string takes all");
    }
    expected.assert_eq(&shown);
}

#[test]
fn a_moment_is_shown_in_the_offices_zone() {
    check(
        "2026-11-23T09:00:00Z",
        &expect![[r#"
            de: 10:00 Uhr | 10:00:00 Uhr | 23.11.2026 | Montag, 23. November 2026, 10:00 Uhr
            en: 10:00 | 10:00:00 | 23 November 2026 | Monday, 23 November 2026, 10:00
        "#]],
    );
}

#[test]
fn single_digits_are_padded_where_the_language_wants_it() {
    check(
        "2026-05-03T07:05:09Z",
        &expect![[r#"
            de: 09:05 Uhr | 09:05:09 Uhr | 03.05.2026 | Sonntag, 3. Mai 2026, 09:05 Uhr
            en: 09:05 | 09:05:09 | 3 May 2026 | Sunday, 3 May 2026, 09:05
        "#]],
    );
}

#[test]
fn the_day_is_the_offices_and_not_the_servers() {
    check(
        "2026-12-31T23:00:00Z",
        &expect![[r#"
            de: 00:00 Uhr | 00:00:00 Uhr | 01.01.2027 | Freitag, 1. Januar 2027, 00:00 Uhr
            en: 00:00 | 00:00:00 | 1 January 2027 | Friday, 1 January 2027, 00:00
        "#]],
    );
    check(
        "2026-12-31T22:59:59Z",
        &expect![[r#"
            de: 23:59 Uhr | 23:59:59 Uhr | 31.12.2026 | Donnerstag, 31. Dezember 2026, 23:59 Uhr
            en: 23:59 | 23:59:59 | 31 December 2026 | Thursday, 31 December 2026, 23:59
        "#]],
    );
}

#[test]
fn in_spring_the_hour_after_two_is_skipped() {
    check(
        "2027-03-28T00:59:59Z",
        &expect![[r#"
            de: 01:59 Uhr | 01:59:59 Uhr | 28.03.2027 | Sonntag, 28. März 2027, 01:59 Uhr
            en: 01:59 | 01:59:59 | 28 March 2027 | Sunday, 28 March 2027, 01:59
        "#]],
    );
    check(
        "2027-03-28T01:00:00Z",
        &expect![[r#"
            de: 03:00 Uhr | 03:00:00 Uhr | 28.03.2027 | Sonntag, 28. März 2027, 03:00 Uhr
            en: 03:00 | 03:00:00 | 28 March 2027 | Sunday, 28 March 2027, 03:00
        "#]],
    );
}

#[test]
fn in_autumn_the_hour_after_two_comes_twice() {
    check(
        "2026-10-25T00:30:00Z",
        &expect![[r#"
            de: 02:30 Uhr | 02:30:00 Uhr | 25.10.2026 | Sonntag, 25. Oktober 2026, 02:30 Uhr
            en: 02:30 | 02:30:00 | 25 October 2026 | Sunday, 25 October 2026, 02:30
        "#]],
    );
    check(
        "2026-10-25T01:30:00Z",
        &expect![[r#"
            de: 02:30 Uhr | 02:30:00 Uhr | 25.10.2026 | Sonntag, 25. Oktober 2026, 02:30 Uhr
            en: 02:30 | 02:30:00 | 25 October 2026 | Sunday, 25 October 2026, 02:30
        "#]],
    );
}

#[test]
fn every_weekday_and_month_has_its_name() {
    let mut shown = String::new();
    for step in 0..12 {
        let moment = at("2026-01-05T12:00:00Z") + TimeDelta::days(29 * step);
        let dates = Language::ALL.iter().map(|language| date(*language, Tz::Europe__Berlin, moment));
        writeln!(shown, "{}", dates.collect::<Vec<_>>().join(" | ")).expect("a string takes all");
    }
    expect![[r#"
        Montag, 5. Januar 2026 | Monday, 5 January 2026
        Dienstag, 3. Februar 2026 | Tuesday, 3 February 2026
        Mittwoch, 4. März 2026 | Wednesday, 4 March 2026
        Donnerstag, 2. April 2026 | Thursday, 2 April 2026
        Freitag, 1. Mai 2026 | Friday, 1 May 2026
        Samstag, 30. Mai 2026 | Saturday, 30 May 2026
        Sonntag, 28. Juni 2026 | Sunday, 28 June 2026
        Montag, 27. Juli 2026 | Monday, 27 July 2026
        Dienstag, 25. August 2026 | Tuesday, 25 August 2026
        Mittwoch, 23. September 2026 | Wednesday, 23 September 2026
        Donnerstag, 22. Oktober 2026 | Thursday, 22 October 2026
        Freitag, 20. November 2026 | Friday, 20 November 2026
    "#]]
    .assert_eq(&shown);
}

#[test]
fn spans_are_said_as_one_would_say_them() {
    let mut shown = String::new();
    let spans = [
        (0, 0),
        (0, 4),
        (2, 4),
        (0, 5),
        (0, 10),
        (5, 5),
        (5, 10),
        (10, 10),
        (20, 35),
        (60, 80),
        (85, 95),
        (90, 90),
        (95, 100),
        (100, 130),
        (120, 120),
        (135, 140),
        (600, 659),
    ];
    for (from_minutes, to_minutes) in spans {
        let waits = Language::ALL.iter().map(|language| span(*language, Span { from_minutes, to_minutes }));
        writeln!(shown, "{from_minutes}–{to_minutes}: {}", waits.collect::<Vec<_>>().join(" | "))
            .expect("fits");
    }
    expect![[r#"
        0–0: weniger als 5 Minuten | less than 5 minutes
        0–4: weniger als 5 Minuten | less than 5 minutes
        2–4: weniger als 5 Minuten | less than 5 minutes
        0–5: weniger als 5 Minuten | less than 5 minutes
        0–10: bis zu 10 Minuten | up to 10 minutes
        5–5: etwa 5 Minuten | about 5 minutes
        5–10: etwa 5–10 Minuten | about 5–10 minutes
        10–10: etwa 10 Minuten | about 10 minutes
        20–35: etwa 20–35 Minuten | about 20–35 minutes
        60–80: etwa 60–80 Minuten | about 60–80 minutes
        85–95: etwa 85–95 Minuten | about 85–95 minutes
        90–90: etwa 1½ Stunden | about 1½ hours
        95–100: etwa 1½–2 Stunden | about 1½–2 hours
        100–130: etwa 1½–2½ Stunden | about 1½–2½ hours
        120–120: etwa 2 Stunden | about 2 hours
        135–140: etwa 2–2½ Stunden | about 2–2½ hours
        600–659: etwa 10–11 Stunden | about 10–11 hours
    "#]]
    .assert_eq(&shown);
}
