//! What a change would do, in words.

use super::super::Words;
use super::sections::counted;
use crate::store::{Preview, ServiceTimes};
use chrono::{NaiveDate, NaiveTime};
use foyer_domain::office::Office;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many days are named, those with the most first.
const MOST_DAYS: usize = 3;

/// A service for which other times would be free.
pub struct TimesLine {
    /// How it is called.
    pub name: String,
    /// So many free times would be gone.
    pub gone: usize,
    /// … and so many would be new.
    pub new: usize,
    /// "320 statt 960"; one number where it stays.
    pub hours: String,
    /// "Mittwoch, 25. November 2026: 18", where most is gone.
    pub days: Vec<String>,
}

/// "12" or "12:30".
fn hours(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => hours.to_string(),
        (hours, minutes) => format!("{hours}:{minutes:02}"),
    }
}

fn name(words: &Words, times: &ServiceTimes) -> String {
    times.name.get(words.tag()).to_owned()
}

fn sum(days: &BTreeMap<NaiveDate, usize>) -> usize {
    days.values().sum()
}

/// "Für 5 Dienstleistungen fallen freie Zeiten weg, am meisten für Führerschein: 18"; empty if for none.
fn times_said(
    words: &Words,
    id: &str,
    times: &[ServiceTimes],
    of: impl Fn(&ServiceTimes) -> usize,
) -> String {
    let count = times.iter().filter(|times| of(times) > 0).count();
    // The first of those that have as many, as the office has them.
    let Some(most) = times.iter().rev().max_by_key(|times| of(times)).filter(|most| of(most) > 0) else {
        return String::new();
    };
    let service = name(words, most);
    let values = [("count", count.into()), ("service", service.into()), ("times", of(most).into())];
    foyer_text::text_with(words.language, id, &values)
}

/// "Für Reisepass ist weniger Zeit frei: 320 statt 960 Stunden"; empty if for none.
fn hours_said(words: &Words, id: &str, times: &[ServiceTimes], of: impl Fn(&ServiceTimes) -> u64) -> String {
    let count = times.iter().filter(|times| of(times) > 0).count();
    let Some(most) = times.iter().rev().max_by_key(|times| of(times)).filter(|most| of(most) > 0) else {
        return String::new();
    };
    let values = [
        ("count", count.into()),
        ("service", name(words, most).into()),
        ("before", hours(most.minutes_before).into()),
        ("after", hours(most.minutes_after).into()),
    ];
    foyer_text::text_with(words.language, id, &values)
}

/// All that a change would do, each in a sentence; that it does nothing, if so.
pub fn said(words: &Words, does: &Preview) -> Vec<String> {
    let times = &does.times;
    let mut said = vec![
        times_said(words, "admin-gone", times, |times| sum(&times.gone)),
        times_said(words, "admin-new", times, |times| sum(&times.new)),
        hours_said(words, "admin-less", times, |of| of.minutes_before.saturating_sub(of.minutes_after)),
        hours_said(words, "admin-more", times, |of| of.minutes_after.saturating_sub(of.minutes_before)),
        counted(words, "admin-lost", does.losing.len()),
        counted(words, "admin-reseated", does.reseated),
        counted(words, "admin-relocated", does.relocations.len()),
    ];
    said.retain(|said| !said.is_empty());
    if said.is_empty() {
        said.push(words.text("admin-does-nothing"));
    }
    said
}

/// The services for which other times would be free, those that lose most first.
pub fn times(words: &Words, office: &Office, does: &Preview) -> Vec<TimesLine> {
    let day = |(day, count): &(NaiveDate, usize)| {
        let at = office.local(*day, NaiveTime::MIN);
        format!("{}: {count}", foyer_text::date(words.language, office.time_zone, at))
    };
    let line = |times: &ServiceTimes| {
        let mut days: Vec<(NaiveDate, usize)> =
            times.gone.iter().map(|(day, count)| (*day, *count)).collect();
        days.sort_by_key(|(day, count)| (Reverse(*count), *day));
        let (before, after) = (hours(times.minutes_before), hours(times.minutes_after));
        TimesLine {
            name: name(words, times),
            gone: sum(&times.gone),
            new: sum(&times.new),
            hours: match before == after {
                true => after,
                false => {
                    let values = [("before", before.into()), ("after", after.into())];
                    foyer_text::text_with(words.language, "admin-times-hours", &values)
                }
            },
            days: days.iter().take(MOST_DAYS).map(day).collect(),
        }
    };
    let mut sorted: Vec<&ServiceTimes> = does.times.iter().collect();
    sorted.sort_by_key(|times| {
        Reverse((sum(&times.gone), times.minutes_before.saturating_sub(times.minutes_after)))
    });
    sorted.into_iter().map(line).collect()
}
