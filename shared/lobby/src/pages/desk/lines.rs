//! Lines of the desk: who waits, whom this clerk has put aside, and the other counters.

use super::choices;
use super::room::{Around, Other};
use super::visit::{notes, numbers, what};
use crate::pages::words::Words;
use foyer_domain::Timestamp;
use foyer_domain::engine::Pause;
use foyer_domain::office::Office;
use foyer_domain::visit::{Origin, Visit};
use foyer_text::Value;

/// A line of who waits. The minutes count inside of "4 min".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pages) struct Row {
    /// `A 018`.
    pub number: String,
    /// Whose visit it is.
    pub visit: String,
    /// "10:05 Uhr", "ohne Termin".
    pub due: String,
    /// What for.
    pub services: String,
    /// "zurückgestellt bis 10:12 Uhr", "kommt später, bis 10:15 Uhr".
    pub held: Option<String>,
    /// "bitte abholen, zusammen mit A 018", and what reception should look at: "zweimal eingelesen".
    pub notes: Option<String>,
    /// Arrival, in ms since 1970.
    pub since: i64,
    /// What stands before them.
    pub before: String,
    /// What stands after them.
    pub after: String,
}

/// Somebody who was put aside. The minutes count inside of "4 min".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pages) struct Parked {
    /// `A 018`.
    pub number: String,
    /// "Termin 10:00 Uhr, Personalausweis".
    pub what: String,
    /// Whose visit it is.
    pub visit: String,
    /// When, in ms since 1970.
    pub since: i64,
    /// What stands before them.
    pub before: String,
    /// What stands after them.
    pub after: String,
}

/// Somebody else's counter that is open. The minutes count inside of "4 min".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Elsewhere {
    /// "Schalter 4".
    pub counter: String,
    /// Who serves there.
    pub clerk: String,
    /// `A 016`, and since when that is so, in ms since 1970.
    pub visit: Option<(String, i64)>,
    /// Who can be taken over.
    pub left_behind: Vec<Parked>,
    /// "Pause bis 12:30 Uhr", "abwesend".
    pub absent: Option<String>,
    /// What stands before the minutes.
    pub before: String,
    /// What stands after them.
    pub after: String,
}

pub(super) fn elsewhere(other: &Other<'_>, office: &Office, words: &Words) -> Elsewhere {
    let (before, after) = around(words, "desk-minutes", "minutes");
    let visit = other.visit.map(|visit| (numbers(visit), visit.since.timestamp_millis()));
    let counter = words.own(&other.counter.name).to_owned();
    Elsewhere {
        counter,
        clerk: other.clerk.to_owned(),
        visit,
        left_behind: other.left_behind.iter().map(|visit| parked(office, visit, words)).collect(),
        absent: absent(other.is_away, other.pause, office, words),
        before,
        after,
    }
}

/// Why nobody is there now: "abwesend", "Mittagspause bis 12:30 Uhr".
pub(in crate::pages) fn absent(
    is_away: bool,
    pause: Option<&Pause>,
    office: &Office,
    words: &Words,
) -> Option<String> {
    let paused = || pause.map(|pause| on_break(pause, office, words));
    if is_away { Some(words.text("desk-away")) } else { paused() }
}

/// "Mittagspause bis 12:30 Uhr".
pub(super) fn on_break(pause: &Pause, office: &Office, words: &Words) -> String {
    let reason = choices::pause_reason(office, &pause.reason, words);
    match pause.back_at {
        Some(at) => {
            let of = [("reason", Value::from(reason)), ("time", Value::from(words.time(at)))];
            words.texts("desk-break-until", &of)
        }
        None => reason,
    }
}

pub(in crate::pages) fn row(of: &Around<'_>, visit: &Visit, words: &Words) -> Row {
    let (before, after) = around(words, "desk-minutes", "minutes");
    Row {
        number: numbers(visit),
        visit: visit.id.0.to_string(),
        due: due(visit, words),
        services: words.services(of.office, &visit.services),
        notes: notes(of, visit, words),
        held: not_now(of, visit, words),
        since: visit.queued.timestamp_millis(),
        before,
        after,
    }
}

/// "10:05 Uhr", "ohne Termin".
pub(super) fn due(visit: &Visit, words: &Words) -> String {
    match (visit.origin, visit.start) {
        (Origin::Appointment, Some(start)) => words.time(start),
        (Origin::Late, _) => words.text("desk-late-short"),
        (Origin::Appointment | Origin::WalkIn, _) => words.text("desk-without-appointment"),
    }
}

/// Until when a visit is not called as long as others are there: put back, or its holder comes later.
fn not_now(of: &Around<'_>, visit: &Visit, words: &Words) -> Option<String> {
    let put_back = until(of, visit.held.map(|held| held.until), "desk-waiting-held", words);
    let all: Vec<String> = [put_back, comes_later(of, visit, words)].into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Who said so, and until when nobody gives them up.
pub(super) fn comes_later(of: &Around<'_>, visit: &Visit, words: &Words) -> Option<String> {
    until(of, visit.late_until, "desk-waiting-late", words)
}

fn until(of: &Around<'_>, until: Option<Timestamp>, id: &str, words: &Words) -> Option<String> {
    until.filter(|until| *until > of.now).map(|until| words.text_with(id, "time", words.time(until)))
}

pub(in crate::pages) fn parked(office: &Office, visit: &Visit, words: &Words) -> Parked {
    let (before, after) = around(words, "desk-minutes", "minutes");
    Parked {
        number: numbers(visit),
        what: what(office, visit, words),
        visit: visit.id.0.to_string(),
        since: visit.since.timestamp_millis(),
        before,
        after,
    }
}

/// What stands before and after a number that the browser counts.
pub(in crate::pages) fn around(words: &Words, id: &str, name: &str) -> (String, String) {
    const MARK: &str = "\u{fffc}";
    let whole = words.text_with(id, name, MARK);
    let (before, after) = whole.split_once(MARK).unwrap_or(("", &whole));
    (before.to_owned(), after.to_owned())
}
