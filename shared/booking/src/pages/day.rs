//! The free times of a day, by places and halves.

use super::frame::Words;
use super::narrow::HalfDay;
use crate::store::OfficeState;
use foyer_domain::Timestamp;

/// A time that can be pressed.
pub struct Time {
    /// For the server.
    pub value: String,
    /// For the eye.
    pub shown: String,
}

/// Morning or afternoon.
pub struct Half {
    /// Its name.
    pub title: String,
    /// Its times.
    pub times: Vec<Time>,
}

/// The free times of a day at one place.
pub struct Group {
    /// "Ort: Stadtteilladen Grünau, Stuttgarter Allee 19"; none where the office is at its own address.
    pub place: Option<String>,
    /// Its halves that have some.
    pub halves: Vec<Half>,
}

/// A day and its free times.
pub struct Day {
    /// "Montag, 23. November 2026".
    pub title: String,
    /// "12 freie Zeiten".
    pub count: String,
    /// Its places that have some.
    pub groups: Vec<Group>,
}

impl Day {
    /// All of its times.
    pub fn times(&self) -> impl Iterator<Item = &Time> {
        self.groups.iter().flat_map(|group| &group.halves).flat_map(|half| &half.times)
    }
}

/// The free starts of a day, by places and halves.
pub fn day(words: &Words, state: &OfficeState, midnight: Timestamp, starts: &[Timestamp]) -> Day {
    let zone = state.office.time_zone;
    let time = |at: &Timestamp| Time {
        value: rfc3339(*at),
        shown: foyer_text::time_told_apart(words.language, zone, *at),
    };
    let is_morning = |at: &&Timestamp| HalfDay::of(&state.office, **at) == HalfDay::Morning;
    let half = |id: &str, starts: Vec<&Timestamp>| Half {
        title: words.text(id),
        times: starts.into_iter().map(time).collect(),
    };
    let group = |starts: &[Timestamp]| {
        let (morning, afternoon): (Vec<_>, Vec<_>) = starts.iter().partition(is_morning);
        let halves = [half("portal-times-morning", morning), half("portal-times-afternoon", afternoon)];
        let stop = starts.first().and_then(|at| state.office.stop_at(*at));
        Group {
            place: stop.map(|stop| words.labelled("portal-check-where", &stop.line())),
            halves: halves.into_iter().filter(|half| !half.times.is_empty()).collect(),
        }
    };
    Day {
        title: foyer_text::date(words.language, zone, midnight),
        count: match starts.len() {
            0 => words.text("portal-times-day-full"),
            free => words.text_with("portal-times-free", "count", free),
        },
        groups: starts
            .chunk_by(|one, next| state.office.stop_at(*one) == state.office.stop_at(*next))
            .map(group)
            .collect(),
    }
}

/// A moment for the server.
pub fn rfc3339(at: Timestamp) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}
