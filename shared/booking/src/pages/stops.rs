//! The places that an office comes to, to choose one of them.

use super::frame::Words;
use super::narrow::Narrow;
use chrono::{Datelike, NaiveTime};
use foyer_domain::Timestamp;
use foyer_domain::office::{Office, Stop};

/// So many of the next days are said of each place.
const DAYS: usize = 3;

/// A place that can be chosen.
pub struct StopRow {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// How to get in; may be empty.
    pub access: String,
    /// Whether it is reached without a step.
    pub step_free: bool,
    /// "Nächste Tage: Di 01.12.2026, Di 15.12.2026"; empty where the office does not come there any more.
    pub days: String,
    /// Its times alone.
    pub href: String,
}

/// What can be chosen among, and what is.
#[derive(Default)]
pub struct Stops {
    /// All, or the one that is chosen; none where the office stays at its address.
    pub rows: Vec<StopRow>,
    /// All of them again; none where none is chosen.
    pub all: Option<String>,
}

/// The places of an office; `here` is the page without what narrows it, and has a `?`.
pub fn stops(words: &Words, office: &Office, narrow: &Narrow, here: &str, now: Timestamp) -> Stops {
    let chosen = narrow.stop.as_ref().and_then(|stop| office.stop(stop));
    let with = |stop| format!("{here}{}", Narrow { stop, ..narrow.clone() }.query());
    let row = |stop: &Stop| StopRow {
        name: stop.name.clone(),
        address: stop.address.clone(),
        access: stop.access.get(words.tag()).to_owned(),
        step_free: stop.step_free,
        days: days(words, office, stop, now),
        href: with(Some(stop.id.clone())),
    };
    let shown = office.stops.iter().filter(|stop| chosen.is_none_or(|chosen| chosen == *stop));
    Stops { rows: shown.map(row).collect(), all: chosen.map(|_| with(None)) }
}

fn days(words: &Words, office: &Office, stop: &Stop, now: Timestamp) -> String {
    let day = |day: chrono::NaiveDate| {
        let at = office.local(day, NaiveTime::MIN);
        let weekday = foyer_text::weekday_short(words.language, day.weekday());
        format!("{weekday} {}", foyer_text::short_date(words.language, office.time_zone, at))
    };
    let days: Vec<String> = office.days_at(&stop.id, office.day(now)).take(DAYS).map(day).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    if days.is_empty() {
        return String::new();
    }
    words.text_with("portal-stops-days", "days", words.list(&days))
}
