//! The next days with free times, to choose one from.

use super::super::frame::Words;
use crate::calendar::HalfDay;
use crate::store::{OfficeState, Wanted};
use chrono::{NaiveDate, NaiveTime, SecondsFormat};
use foyer_domain::Timestamp;

/// So many days with free times are offered at once.
const DAYS: usize = 4;

/// A free time.
pub struct Time {
    /// For the server.
    pub value: String,
    /// For the eye.
    pub shown: String,
    /// Whether it is the chosen one, or the first where none is.
    pub is_chosen: bool,
}

/// A day and its free times.
pub struct Day {
    /// "Montag, 23. November 2026".
    pub title: String,
    /// At least one.
    pub times: Vec<Time>,
}

/// The free times of a day, or of a half of it; none if there are none. None is chosen but `chosen`.
pub fn on(
    words: &Words,
    state: &OfficeState,
    wanted: Wanted<'_>,
    (day, half): (NaiveDate, Option<HalfDay>),
    chosen: Option<Timestamp>,
    now: Timestamp,
) -> Option<Day> {
    let office = &state.office;
    let midnight = office.local(day, NaiveTime::MIN);
    let starts = state.free_starts(wanted, midnight..office.next_midnight(midnight), now);
    let time = |start: Timestamp| Time {
        value: start.to_rfc3339_opts(SecondsFormat::Secs, true),
        shown: foyer_text::time_told_apart(words.language, office.time_zone, start),
        is_chosen: chosen == Some(start),
    };
    let is_of_half = |start: &Timestamp| half.is_none_or(|half| HalfDay::of(office, *start) == half);
    let times: Vec<Time> = starts.into_iter().filter(is_of_half).map(time).collect();
    let title = foyer_text::date(words.language, office.time_zone, midnight);
    (!times.is_empty()).then_some(Day { title, times })
}

/// The next days with free times from `from` on; the first time is chosen where none is.
pub fn days(
    words: &Words,
    state: &OfficeState,
    wanted: Wanted<'_>,
    from: NaiveDate,
    chosen: Option<Timestamp>,
    now: Timestamp,
) -> Vec<Day> {
    let last = crate::calendar::last_day(&state.office, now);
    let all = from.iter_days().take_while(|day| *day <= last);
    let found = all.filter_map(|day| on(words, state, wanted, (day, None), chosen, now));
    let mut days: Vec<Day> = found.take(DAYS).collect();
    if let (None, Some(first)) = (chosen, days.first_mut().and_then(|day| day.times.first_mut())) {
        first.is_chosen = true;
    }
    days
}
