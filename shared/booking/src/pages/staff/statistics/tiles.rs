//! The few numbers that stand first.

use super::super::super::frame::Words;
use crate::statistics::figures::{Bookings, Estimates, Group, Times};

/// One number, with what belongs to it.
pub struct Tile {
    /// What it is.
    pub title: String,
    /// The number with its unit, or why there is none.
    pub number: String,
    /// What the number says.
    pub said: String,
    /// More of the same kind.
    pub lines: Vec<String>,
}

/// A mean in whole minutes, in words.
fn minutes(words: &Words, minutes: impl Into<u64>) -> String {
    words.text_with("staff-statistics-minutes", "minutes", minutes.into())
}

fn percent(words: &Words, percent: u32) -> String {
    words.text_with("staff-statistics-percent", "percent", percent)
}

fn few(words: &Words) -> String {
    words.text("staff-statistics-few")
}

/// "mit Termin: 12".
fn named(words: &Words, id: &str, value: impl Into<foyer_text::Value<'static>>) -> String {
    words.text_with(id, "value", value)
}

fn times(words: &Words, title: &str, said: &str, [all, with, without]: [Option<Times>; 3]) -> Tile {
    let half = |times: Option<Times>| times.map_or(few(words), |times| minutes(words, times.p50_minutes));
    let most = all.map_or(few(words), |times| minutes(words, times.p90_minutes));
    Tile {
        title: words.text(title),
        number: half(all),
        said: words.text(said),
        lines: vec![
            named(words, "staff-statistics-most-value", most),
            named(words, "staff-statistics-with-value", half(with)),
            named(words, "staff-statistics-without-value", half(without)),
        ],
    }
}

fn no_shows(words: &Words, of: &Bookings) -> Tile {
    let known = of.stood - of.unknown;
    let said = [("absent", of.no_shows.into()), ("bookings", known.into())];
    Tile {
        title: words.text("staff-statistics-no-shows"),
        number: of.no_show_percent.map_or("–".to_owned(), |share| percent(words, share)),
        said: foyer_text::text_with(words.language, "staff-statistics-no-shows-of", &said),
        lines: vec![named(words, "staff-statistics-late-value", of.late)],
    }
}

fn bookings(words: &Words, of: &Bookings) -> Tile {
    Tile {
        title: words.text("staff-statistics-bookings"),
        number: of.stood.to_string(),
        said: words.text("staff-statistics-stood"),
        lines: vec![
            named(words, "staff-statistics-cancelled-value", of.cancelled),
            named(words, "staff-statistics-cancelled-by-office-value", of.cancelled_by_office),
            named(words, "staff-statistics-moves-value", of.moves + of.moves_by_office),
            named(words, "staff-statistics-expired-value", of.expired),
        ],
    }
}

fn usage(words: &Words, of: &Bookings) -> Option<Tile> {
    let hours = |minutes: u64| format!("{}:{:02}", minutes / 60, minutes % 60);
    let said = [("booked", hours(of.booked_minutes).into()), ("offered", hours(of.offered_minutes?).into())];
    Some(Tile {
        title: words.text("staff-statistics-use"),
        number: of.use_percent.map_or("–".to_owned(), |share| percent(words, share)),
        said: foyer_text::text_with(words.language, "staff-statistics-use-of", &said),
        lines: Vec::new(),
    })
}

fn estimates(words: &Words, of: Option<Estimates>) -> Tile {
    let lines = of.map(|of| {
        let mean = minutes(words, of.mean_error_s.div_ceil(60));
        let most = minutes(words, of.p90_error_minutes);
        vec![
            named(words, "staff-statistics-error-value", mean),
            named(words, "staff-statistics-error-most-value", most),
        ]
    });
    Tile {
        title: words.text("staff-statistics-estimates"),
        number: of.map_or(few(words), |of| percent(words, of.within_percent)),
        said: words.text("staff-statistics-within"),
        lines: lines.unwrap_or_default(),
    }
}

/// All of them; without use where it cannot be known.
pub fn tiles(words: &Words, of: &Group) -> Vec<Tile> {
    let kinds = [&of.visits, &of.with_appointment, &of.without_appointment];
    let visits = Tile {
        title: words.text("staff-statistics-visits"),
        number: of.visits.ended.to_string(),
        said: words.text_with("staff-statistics-served", "count", of.visits.served),
        lines: vec![
            named(words, "staff-statistics-with-value", of.with_appointment.ended),
            named(words, "staff-statistics-without-value", of.without_appointment.ended),
            named(words, "staff-statistics-unserved-value", of.visits.unserved),
        ],
    };
    let wait = times(words, "staff-statistics-wait", "staff-statistics-half-waited", kinds.map(|of| of.wait));
    let service = kinds.map(|of| of.service_time);
    let service = times(words, "staff-statistics-service-time", "staff-statistics-half-took", service);
    let mut tiles = vec![visits, wait, service, bookings(words, &of.bookings), no_shows(words, &of.bookings)];
    tiles.extend(usage(words, &of.bookings));
    tiles.push(estimates(words, of.visits.estimates));
    tiles
}
