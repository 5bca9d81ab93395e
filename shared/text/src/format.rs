//! What programs compute and people read: times of day, dates, spans; always in the office's zone.

use crate::bundle::{Value, text, text_with};
use crate::language::Language;
use chrono::{DateTime, Datelike, LocalResult, NaiveDate, TimeDelta, TimeZone, Timelike, Weekday};
use chrono_tz::Tz;
use foyer_domain::Timestamp;
use foyer_domain::estimate::Span;

/// "10:00 Uhr", "10:00".
pub fn time_of_day(language: Language, zone: Tz, at: Timestamp) -> String {
    clock(language, "time-of-day", at.with_timezone(&zone))
}

/// The same; a time that comes twice, because the clock is put back in between, says which of the two it is.
pub fn time_told_apart(language: Language, zone: Tz, at: Timestamp) -> String {
    let time = time_of_day(language, zone, at);
    let local = at.with_timezone(&zone).naive_local();
    let LocalResult::Ambiguous(first, _) = zone.from_local_datetime(&local) else { return time };
    let id = if first == at { "time-before-change" } else { "time-after-change" };
    text_with(language, id, &[("time", Value::from(time))])
}

/// "10:15:12 Uhr", "10:15:12": where the minute alone would look wrong.
pub fn time_with_seconds(language: Language, zone: Tz, at: Timestamp) -> String {
    clock(language, "time-with-seconds", at.with_timezone(&zone))
}

/// "9 Uhr 45", "10 Uhr": as people say it.
pub fn time_aloud(language: Language, zone: Tz, at: Timestamp) -> String {
    let at = at.with_timezone(&zone);
    clock(language, if at.minute() == 0 { "time-aloud-full" } else { "time-aloud" }, at)
}

/// The same with the second.
pub fn time_aloud_with_seconds(language: Language, zone: Tz, at: Timestamp) -> String {
    let time = time_aloud(language, zone, at);
    let second = Value::from(at.with_timezone(&zone).second().to_string());
    text_with(language, "time-aloud-seconds", &[("time", Value::from(time)), ("second", second)])
}

/// All parts are given to every language; one with a clock of twelve hours takes `hour12` and `half`, one that
/// writes "9 h 05" takes `hour1`.
fn clock(language: Language, id: &str, at: DateTime<Tz>) -> String {
    let (afternoon, hour12) = at.hour12();
    text_with(
        language,
        id,
        &[
            ("hour", two(at.hour())),
            ("hour1", Value::from(at.hour().to_string())),
            ("minute", two(at.minute())),
            ("minute1", Value::from(at.minute().to_string())),
            ("second", two(at.second())),
            ("hour12", Value::from(hour12)),
            ("half", Value::from(if afternoon { "pm" } else { "am" })),
        ],
    )
}

fn two(number: u32) -> Value<'static> {
    Value::from(format!("{number:02}"))
}

/// "Montag, 23. November 2026", "Monday, 23 November 2026".
pub fn date(language: Language, zone: Tz, at: Timestamp) -> String {
    day(language, "date-long", at.with_timezone(&zone))
}

/// "23.11.2026", "23 November 2026": digits alone would mean another day to some guests.
pub fn short_date(language: Language, zone: Tz, at: Timestamp) -> String {
    day(language, "date-short", at.with_timezone(&zone))
}

/// "Montag, 23. November 2026, 10:00 Uhr": when somebody has to be somewhere.
pub fn day_and_time(language: Language, zone: Tz, at: Timestamp) -> String {
    let parts = [
        ("date", Value::from(date(language, zone, at))),
        ("time", Value::from(time_told_apart(language, zone, at))),
    ];
    text_with(language, "date-and-time", &parts)
}

/// "08:00 Uhr" today, "Montag, 08:00 Uhr" within the next six days, else with the date: as much as is needed at `now`.
pub fn time_from(language: Language, zone: Tz, now: Timestamp, at: Timestamp) -> String {
    let day = |at: Timestamp| at.with_timezone(&zone).date_naive();
    match day(at) - day(now) {
        days if days <= TimeDelta::zero() => time_of_day(language, zone, at),
        days if days < TimeDelta::days(7) => weekday_and_time(language, zone, at),
        _ => day_and_time(language, zone, at),
    }
}

fn weekday_and_time(language: Language, zone: Tz, at: Timestamp) -> String {
    let day = at.with_timezone(&zone).weekday().num_days_from_monday() as usize;
    let parts = [
        ("date", Value::from(text(language, WEEKDAYS[day]))),
        ("time", Value::from(time_of_day(language, zone, at))),
    ];
    text_with(language, "date-and-time", &parts)
}

/// "Montag".
pub fn weekday(language: Language, zone: Tz, at: Timestamp) -> String {
    let day = at.with_timezone(&zone).weekday().num_days_from_monday() as usize;
    text(language, WEEKDAYS[day])
}

const WEEKDAYS: [&str; 7] = [
    "weekday-monday",
    "weekday-tuesday",
    "weekday-wednesday",
    "weekday-thursday",
    "weekday-friday",
    "weekday-saturday",
    "weekday-sunday",
];

const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

fn day(language: Language, id: &str, at: DateTime<Tz>) -> String {
    let weekday = text(language, WEEKDAYS[at.weekday().num_days_from_monday() as usize]);
    let month = text(language, MONTHS[at.month0() as usize]);
    text_with(
        language,
        id,
        &[
            ("weekday", Value::from(weekday)),
            ("day", Value::from(at.day())),
            ("day2", two(at.day())),
            ("month", Value::from(month)),
            ("month2", two(at.month())),
            // As text, because a language may group the digits of a number.
            ("year", Value::from(at.year().to_string())),
        ],
    )
}

/// "November 2026": above a calendar.
pub fn month_title(language: Language, month: NaiveDate) -> String {
    let (number, year) = (Value::from(month.month()), Value::from(month.year().to_string()));
    text_with(language, "month-title", &[("month", number), ("year", year)])
}

/// "Mo": above a column of a calendar.
pub fn weekday_short(language: Language, day: Weekday) -> String {
    text_with(language, "weekday-short", &[("day", Value::from(day.number_from_monday()))])
}

/// "37,00 €", "€37.00".
pub fn money(language: Language, cents: u32) -> String {
    let (euros, cents) = (Value::from((cents / 100).to_string()), two(cents % 100));
    text_with(language, "money-amount", &[("euros", euros), ("cents", cents)])
}

/// From here on half hours are said, because nobody counts in 135 minutes.
const HOURS_FROM_MINUTES: u16 = 90;

/// "weniger als 5 Minuten", "etwa 5–10 Minuten", "etwa 1½–2 Stunden".
pub fn span(language: Language, span: Span) -> String {
    let (from, to) = (span.from_minutes, span.to_minutes);
    if from < 5 && to <= 5 {
        return text(language, "minutes-less-than-five");
    }
    if from == 0 {
        return text_with(language, "minutes-up-to", &[("minutes", Value::from(to))]);
    }
    if from < HOURS_FROM_MINUTES {
        return if from == to {
            text_with(language, "minutes-about", &[("minutes", Value::from(to))])
        } else {
            text_with(
                language,
                "minutes-about-range",
                &[("from", Value::from(from)), ("to", Value::from(to))],
            )
        };
    }
    let halves =
        |halves: u16| Value::from(format!("{}{}", halves / 2, if halves % 2 == 1 { "½" } else { "" }));
    let (from, to) = (from / 30, to.div_ceil(30));
    // For plural forms, which "2½" cannot choose: 2.5.
    let count = ("count", Value::from(f32::from(to) / 2.0));
    if from == to {
        return text_with(language, "hours-about", &[("hours", halves(from)), count]);
    }
    text_with(language, "hours-about-range", &[("from", halves(from)), ("to", halves(to)), count])
}
