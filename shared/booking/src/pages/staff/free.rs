//! The next days with free times, to choose one from.

use super::super::frame::Words;
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

/// The next days with free times from `from` on.
pub fn days(
    words: &Words,
    state: &OfficeState,
    wanted: Wanted<'_>,
    from: NaiveDate,
    chosen: Option<Timestamp>,
    now: Timestamp,
) -> Vec<Day> {
    let office = &state.office;
    let last = crate::calendar::last_day(office, now);
    let mut days = Vec::new();
    let mut is_first = true;
    for day in from.iter_days().take_while(|day| *day <= last) {
        let midnight = office.local(day, NaiveTime::MIN);
        let starts = state.free_starts(wanted, midnight..office.next_midnight(midnight), now);
        if starts.is_empty() {
            continue;
        }
        let time = |start: &Timestamp| Time {
            value: start.to_rfc3339_opts(SecondsFormat::Secs, true),
            shown: foyer_text::time_told_apart(words.language, office.time_zone, *start),
            is_chosen: chosen.map_or(std::mem::take(&mut is_first), |chosen| chosen == *start),
        };
        let times = starts.iter().map(time).collect();
        days.push(Day { title: foyer_text::date(words.language, office.time_zone, midnight), times });
        if days.len() == DAYS {
            break;
        }
    }
    days
}
