//! A month as a calendar: which days have free times, by colour, sign and word. Pure.

use super::frame::Words;
use crate::store::FreeDay;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use foyer_domain::office::{ClosedDay, NextRelease, Office};
use std::collections::BTreeSet;

/// A month, week by week.
pub struct Month {
    /// "November 2026".
    pub title: String,
    /// "Mo" and "Montag", from Monday on.
    pub heads: Vec<(String, String)>,
    /// Seven places each; outside the month they are empty.
    pub weeks: Vec<Vec<Option<Cell>>>,
    /// `2026-10`, unless it is past.
    pub before: Option<String>,
    /// `2026-12`, unless it is beyond the horizon.
    pub after: Option<String>,
    /// Days that are closed for a reason, and the reason: "25.12.2026" and "1. Weihnachtstag".
    pub closed: Vec<(String, String)>,
}

impl Month {
    /// Whether times of any of its days are released later.
    pub fn has_later(&self) -> bool {
        self.weeks.iter().flatten().flatten().any(|cell| cell.kind == Kind::Later)
    }
}

/// A day of it.
pub struct Cell {
    /// For addresses.
    pub day: NaiveDate,
    /// How it is.
    pub kind: Kind,
    /// What stands under the number: how many times are free, or a sign.
    pub shown: String,
    /// "Montag, 23. November 2026: 12 freie Zeiten".
    pub said: String,
    /// Whether its times are on the page.
    pub is_chosen: bool,
}

impl Cell {
    /// Its number in the month.
    pub fn number(&self) -> u32 {
        self.day.day()
    }
}

/// How a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// There are free times.
    Free,
    /// There are none left.
    Full,
    /// There are none yet: some are kept back until later.
    Later,
    /// There are free times, but none that is wanted.
    Unfit,
    /// The office is closed, or the day cannot be booked.
    Closed,
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Free => "free",
            Self::Full => "full",
            Self::Later => "later",
            Self::Unfit => "unfit",
            Self::Closed => "closed",
        })
    }
}

/// Which month an address means: `2026-11`.
pub fn read(text: &str) -> Option<NaiveDate> {
    foyer_protocol::when::read_day(&format!("{text}-01"))
}

fn write(month: NaiveDate) -> String {
    month.format("%Y-%m").to_string()
}

/// The first day of a day's month.
pub fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// All days that can be booked.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Each with what is free on it as far as it is wanted.
    pub days: &'a [FreeDay],
    /// Those that have free times, but none that is wanted.
    pub unfit: &'a BTreeSet<NaiveDate>,
    /// What is released later, earliest first.
    pub releases: &'a [NextRelease],
}

/// The month that begins with `first`.
pub fn month(
    words: &Words,
    office: &Office,
    known: Known<'_>,
    first: NaiveDate,
    chosen: Option<NaiveDate>,
) -> Month {
    let days = known.days;
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    let cell = |day: NaiveDate| cell(words, office, known, day, chosen == Some(day));
    let monday =
        first.checked_sub_days(Days::new(first.weekday().num_days_from_monday().into())).unwrap_or(first);
    let places = monday.iter_days().take_while(|day| *day < next || day.weekday() != Weekday::Mon);
    let places: Vec<NaiveDate> = places.collect();
    let in_month = |day: NaiveDate| first <= day && day < next;
    let today = days.first().map(|free| free.day);
    let weeks = places
        .chunks(7)
        // A week that is over is not leafed through.
        .filter(|week| week.last().is_none_or(|sunday| today.is_none_or(|today| today <= *sunday)))
        .map(|week| week.iter().map(|day| in_month(*day).then(|| cell(*day))).collect())
        .collect();
    let heads = monday.iter_days().take(7).map(|day| {
        let at = office.local(day, chrono::NaiveTime::MIN);
        (
            foyer_text::weekday_short(words.language, day.weekday()),
            foyer_text::weekday(words.language, office.time_zone, at),
        )
    });
    let is_known = |month: NaiveDate| days.iter().any(|free| first_of(free.day) == month);
    let before = first.checked_sub_months(Months::new(1)).filter(|month| is_known(*month));
    Month {
        title: foyer_text::month_title(words.language, first),
        heads: heads.collect(),
        weeks,
        before: before.map(write),
        after: Some(next).filter(|month| is_known(*month)).map(write),
        closed: closed(words, office, days.iter().map(|free| free.day).filter(|day| in_month(*day))),
    }
}

/// Why a day is closed that would be open otherwise.
fn reason(words: &Words, office: &Office, day: NaiveDate) -> Option<String> {
    Some(match office.closure(day)? {
        ClosedDay::Announced(closure) => closure.reason.get(words.tag()).to_owned(),
        ClosedDay::Holiday(holiday) => words.text(holiday.text_id()),
    })
}

/// The closed ones of some days; those that follow each other for one reason are said as from and to.
fn closed(words: &Words, office: &Office, days: impl Iterator<Item = NaiveDate>) -> Vec<(String, String)> {
    let mut spans: Vec<(NaiveDate, NaiveDate, String)> = Vec::new();
    for (day, reason) in days.filter_map(|day| Some((day, reason(words, office, day)?))) {
        match spans.last_mut() {
            Some((_, to, of)) if *of == reason && to.succ_opt() == Some(day) => *to = day,
            _ => spans.push((day, day, reason)),
        }
    }
    let shown = |day| {
        let at = office.local(day, chrono::NaiveTime::MIN);
        foyer_text::short_date(words.language, office.time_zone, at)
    };
    let span = |(from, to, reason): (NaiveDate, NaiveDate, String)| {
        let days = if from == to { shown(from) } else { format!("{} – {}", shown(from), shown(to)) };
        (days, reason)
    };
    spans.into_iter().map(span).collect()
}

/// How a day is, what stands for it in the calendar, and in words: "12 freie Zeiten", "geschlossen, 1. Weihnachtstag".
pub fn how(words: &Words, office: &Office, all: Known<'_>, day: NaiveDate) -> (Kind, String, String) {
    let known = all.days.iter().find(|free| free.day == day);
    let released_at = all.releases.iter().find(|release| release.day == day).map(|release| release.at);
    let kind = match known {
        Some(FreeDay { free: 1.., .. }) => Kind::Free,
        Some(FreeDay { day, .. }) if all.unfit.contains(day) => Kind::Unfit,
        Some(FreeDay { is_open: true, .. }) if released_at.is_some() => Kind::Later,
        Some(FreeDay { is_open: true, .. }) => Kind::Full,
        Some(_) | None => Kind::Closed,
    };
    let free = known.map_or(0, |free| free.free);
    let (shown, how) = match kind {
        Kind::Free => (free.to_string(), words.text_with("portal-times-free", "count", free)),
        Kind::Full => ("×".to_owned(), words.text("portal-times-day-full")),
        Kind::Later => {
            let time = released_at.map(|at| foyer_text::day_and_time(words.language, office.time_zone, at));
            let time = time.unwrap_or_default();
            ("…".to_owned(), words.text_with("portal-times-day-later-from", "time", time))
        }
        Kind::Unfit => ("·".to_owned(), words.text("portal-times-day-unfit")),
        Kind::Closed => {
            let why = known.and_then(|free| reason(words, office, free.day));
            let closed = words.text("portal-times-day-closed");
            ("–".to_owned(), why.map_or(closed.clone(), |why| format!("{closed}, {why}")))
        }
    };
    (kind, shown, how)
}

fn cell(words: &Words, office: &Office, all: Known<'_>, day: NaiveDate, is_chosen: bool) -> Cell {
    let (kind, shown, how) = how(words, office, all, day);
    let at = office.local(day, chrono::NaiveTime::MIN);
    let said = format!("{}: {how}", foyer_text::date(words.language, office.time_zone, at));
    Cell { day, kind, shown, said, is_chosen }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use foyer_domain::office::{Closure, Land, Localized};
    use foyer_text::Language;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn november() -> Month {
        let words = Words { language: Language::German, is_chosen: true };
        let free = |text: &str, free: usize, is_open: bool| FreeDay { day: day(text), free, is_open };
        let days = [
            free("2026-11-26", 0, true),
            free("2026-11-27", 0, true),
            free("2026-11-28", 0, false),
            free("2026-11-29", 0, true),
            free("2026-11-30", 12, true),
        ];
        let at = "2026-11-26T06:00:00Z".parse().unwrap();
        let releases =
            ["2026-11-28", "2026-11-29", "2026-11-30"].map(|text| NextRelease { at, day: day(text) });
        let known = Known { days: &days, unfit: &BTreeSet::from([day("2026-11-26")]), releases: &releases };
        month(&words, &examples::office(), known, day("2026-11-01"), Some(day("2026-11-30")))
    }

    #[test]
    fn a_month_has_whole_weeks_and_its_own_days() {
        let month = november();
        assert_eq!(month.title, "November 2026");
        assert_eq!(month.heads[0], ("Mo".to_owned(), "Montag".to_owned()));
        // The first is a Sunday, the thirtieth a Monday; the first day that can be booked is Thursday, the 26th.
        assert_eq!(month.weeks.len(), 2);
        assert!(month.weeks.iter().all(|week| week.len() == 7));
        let shown: Vec<u32> = month.weeks.iter().flatten().flatten().map(|cell| cell.day.day()).collect();
        assert_eq!(shown, (23..=30).collect::<Vec<_>>());
        assert!(month.weeks[1][0].is_some() && month.weeks[1][1].is_none());
        assert_eq!((month.before, month.after), (None, None), "nothing can be booked there");
    }

    #[test]
    fn each_day_says_how_it_is() {
        let month = november();
        let cells: Vec<&Cell> = month.weeks.iter().flatten().flatten().collect();
        let of = |number: u32| {
            let cell = cells.iter().find(|cell| cell.number() == number).unwrap();
            (cell.kind, cell.shown.as_str(), cell.is_chosen)
        };
        assert_eq!(of(25), (Kind::Closed, "–", false), "it is past");
        assert_eq!(of(26), (Kind::Unfit, "·", false), "nothing that is wanted");
        assert_eq!([of(27), of(28)], [(Kind::Full, "×", false), (Kind::Closed, "–", false)]);
        assert_eq!(of(29), (Kind::Later, "…", false), "not sold out, not there yet");
        let later = cells.iter().find(|cell| cell.number() == 29).unwrap();
        let said = "noch nicht freigegeben, Zeiten gibt es ab: Donnerstag, 26. November 2026, 07:00 Uhr";
        assert_eq!(later.said, format!("Sonntag, 29. November 2026: {said}"));
        assert_eq!(of(30), (Kind::Free, "12", true), "what is released besides does not matter");
        assert_eq!(cells[7].said, "Montag, 30. November 2026: 12 freie Zeiten");
        assert_eq!(read("2026-11"), Some(day("2026-11-01")));
        assert_eq!(read("2026-13"), None);
    }

    #[test]
    fn days_that_are_closed_say_why() {
        let words = Words { language: Language::German, is_chosen: true };
        let mut office = examples::office();
        office.holidays = Some(Land::Bw);
        let closure = |from, to| Closure {
            date: day(from),
            until: Some(day(to)),
            reason: Localized::german("Betriebsferien"),
            ..Closure::default()
        };
        office.closures = vec![closure("2026-12-28", "2026-12-30"), closure("2026-12-04", "2026-12-04")];
        let all: Vec<FreeDay> = day("2026-12-01")
            .iter_days()
            .take(31)
            .map(|day| FreeDay { day, free: 0, is_open: office.closure(day).is_none() })
            .collect();
        let known = Known { days: &all, unfit: &BTreeSet::new(), releases: &[] };
        let month = month(&words, &office, known, day("2026-12-01"), None);
        let said: Vec<String> = month.closed.iter().map(|(days, why)| format!("{days}: {why}")).collect();
        assert_eq!(
            said,
            [
                "04.12.2026: Betriebsferien",
                "25.12.2026: 1. Weihnachtstag",
                "26.12.2026: 2. Weihnachtstag",
                "28.12.2026 – 30.12.2026: Betriebsferien"
            ]
        );
        let christmas = month.weeks.iter().flatten().flatten().find(|cell| cell.number() == 25).unwrap();
        assert_eq!(christmas.said, "Freitag, 25. Dezember 2026: geschlossen, 1. Weihnachtstag");
    }
}
