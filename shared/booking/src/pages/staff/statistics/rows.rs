//! Figures in rows, with names instead of ids.

use super::super::super::frame::Words;
use super::Choice;
use crate::statistics::figures::{Group, Statistics, Visits};
use crate::statistics::table::{Cell, Table};
use crate::store::OfficeState;
use chrono::NaiveDate;
use foyer_text::Language;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What groups are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Service,
    Hour,
    Day,
    Office,
}

/// "9" of "09".
pub fn hour(of: &str) -> &str {
    of.strip_prefix('0').unwrap_or(of)
}

/// Names of offices and services, in a language.
pub struct Names<'a> {
    words: &'a Words,
    offices: &'a [Arc<OfficeState>],
    services: BTreeMap<&'a str, &'a str>,
}

/// A column of figures: the text of its heading, and its value.
type Column<T> = (&'static str, fn(&T) -> Cell);

/// Columns of visits.
const OF_VISITS: [Column<Visits>; 17] = [
    ("staff-statistics-column-visits", |of| Cell::of(Some(of.ended))),
    ("staff-statistics-column-served", |of| Cell::of(Some(of.served))),
    ("staff-statistics-column-absent", |of| Cell::of(Some(of.no_shows))),
    ("staff-statistics-column-given-up", |of| Cell::of(Some(of.given_up))),
    ("staff-statistics-column-unserved", |of| Cell::of(Some(of.unserved))),
    ("staff-statistics-column-wait-mean", |of| Cell::of(of.wait.map(|times| times.mean_s))),
    ("staff-statistics-column-wait-50", |of| Cell::of(of.wait.map(|times| times.p50_minutes))),
    ("staff-statistics-column-wait-90", |of| Cell::of(of.wait.map(|times| times.p90_minutes))),
    ("staff-statistics-column-wait-95", |of| Cell::of(of.wait.map(|times| times.p95_minutes))),
    ("staff-statistics-column-service-mean", |of| Cell::of(of.service_time.map(|times| times.mean_s))),
    ("staff-statistics-column-service-50", |of| Cell::of(of.service_time.map(|times| times.p50_minutes))),
    ("staff-statistics-column-service-90", |of| Cell::of(of.service_time.map(|times| times.p90_minutes))),
    ("staff-statistics-column-service-95", |of| Cell::of(of.service_time.map(|times| times.p95_minutes))),
    ("staff-statistics-column-error-mean", |of| Cell::of(of.estimates.map(|of| of.mean_error_s))),
    ("staff-statistics-column-error-90", |of| Cell::of(of.estimates.map(|of| of.p90_error_minutes))),
    ("staff-statistics-column-bias", |of| Cell::of(of.estimates.map(|of| of.bias_s))),
    ("staff-statistics-column-within", |of| Cell::of(of.estimates.map(|of| of.within_percent))),
];

/// Columns of bookings.
const OF_BOOKINGS: [Column<Group>; 14] = [
    ("staff-statistics-column-stood", |of| Cell::of(Some(of.bookings.stood))),
    ("staff-statistics-column-came", |of| Cell::of(Some(of.bookings.came))),
    ("staff-statistics-column-late", |of| Cell::of(Some(of.bookings.late))),
    ("staff-statistics-column-no-shows", |of| Cell::of(Some(of.bookings.no_shows))),
    ("staff-statistics-column-no-show-percent", |of| Cell::of(of.bookings.no_show_percent)),
    ("staff-statistics-column-unknown", |of| Cell::of(Some(of.bookings.unknown))),
    ("staff-statistics-column-cancelled", |of| Cell::of(Some(of.bookings.cancelled))),
    ("staff-statistics-column-cancelled-by-office", |of| Cell::of(Some(of.bookings.cancelled_by_office))),
    ("staff-statistics-column-expired", |of| Cell::of(Some(of.bookings.expired))),
    ("staff-statistics-column-moves", |of| Cell::of(Some(of.bookings.moves))),
    ("staff-statistics-column-moves-by-office", |of| Cell::of(Some(of.bookings.moves_by_office))),
    ("staff-statistics-column-booked", |of| Cell::of(Some(of.bookings.booked_minutes))),
    ("staff-statistics-column-offered", |of| Cell::of(of.bookings.offered_minutes)),
    ("staff-statistics-column-use", |of| Cell::of(of.bookings.use_percent)),
];

/// What is read on the page; all is in the files.
const SHORT: [Column<Group>; 9] = [
    ("staff-statistics-short-visits", |of| Cell::of(Some(of.visits.ended))),
    ("staff-statistics-with", |of| Cell::of(Some(of.with_appointment.ended))),
    ("staff-statistics-without", |of| Cell::of(Some(of.without_appointment.ended))),
    ("staff-statistics-short-wait-50", |of| Cell::of(of.visits.wait.map(|times| times.p50_minutes))),
    ("staff-statistics-short-wait-90", |of| Cell::of(of.visits.wait.map(|times| times.p90_minutes))),
    ("staff-statistics-short-service-50", |of| {
        Cell::of(of.visits.service_time.map(|times| times.p50_minutes))
    }),
    ("staff-statistics-short-stood", |of| Cell::of(Some(of.bookings.stood))),
    ("staff-statistics-short-no-shows", |of| Cell::of(Some(of.bookings.no_shows))),
    ("staff-statistics-short-use", |of| Cell::of(of.bookings.use_percent)),
];

impl<'a> Names<'a> {
    /// As they are now; what is gone is called by its id.
    pub fn new(words: &'a Words, offices: &'a [Arc<OfficeState>]) -> Self {
        let services = offices.iter().flat_map(|state| &state.office.services);
        let services = services.map(|service| (service.id.as_str(), service.name.get(words.tag()))).collect();
        Self { words, offices, services }
    }

    /// What files are called.
    pub fn file(&self) -> &'static str {
        if self.words.language == Language::German { "Statistik" } else { "Statistics" }
    }

    fn office(&self, id: &str) -> String {
        let office = self.offices.iter().find(|state| state.office.id.as_str() == id);
        office.map_or(id.to_owned(), |state| state.office.name.clone())
    }

    fn name(&self, of: Of, id: &str) -> String {
        match of {
            Of::Office => self.office(id),
            Of::Service if id.is_empty() => self.words.text("staff-statistics-no-service"),
            Of::Service => self.services.get(id).map_or(id, |name| name).to_owned(),
            Of::Hour => self.words.text_with("staff-statistics-hour", "hour", hour(id).to_owned()),
            Of::Day => match id.parse::<NaiveDate>() {
                Ok(day) if self.words.language == Language::German => day.format("%d.%m.%Y").to_string(),
                _ => id.to_owned(),
            },
        }
    }

    /// What can be chosen from: all first, for whoever sees all.
    pub fn offices(&self, chosen: &str, is_everywhere: bool) -> Vec<Choice> {
        let all = Choice {
            value: String::new(),
            name: self.words.text("staff-statistics-all-offices"),
            is_chosen: chosen.is_empty(),
        };
        let office = |state: &Arc<OfficeState>| Choice {
            value: state.office.id.to_string(),
            name: state.office.name.clone(),
            is_chosen: state.office.id.as_str() == chosen,
        };
        is_everywhere.then_some(all).into_iter().chain(self.offices.iter().map(office)).collect()
    }

    /// The services of an office, or of all, by name.
    pub fn services(&self, office: &str, chosen: &str) -> Vec<Choice> {
        let has = |id: &str| {
            let of = |state: &&Arc<OfficeState>| office.is_empty() || state.office.id.as_str() == office;
            self.offices
                .iter()
                .filter(of)
                .any(|state| state.office.services.iter().any(|one| one.id.as_str() == id))
        };
        let all = Choice {
            value: String::new(),
            name: self.words.text("staff-statistics-all-services"),
            is_chosen: chosen.is_empty(),
        };
        let shown = self.services.iter().filter(|(id, _)| has(id) || **id == chosen);
        let mut services: Vec<Choice> = shown
            .map(|(id, name)| Choice {
                value: (*id).to_owned(),
                name: (*name).to_owned(),
                is_chosen: *id == chosen,
            })
            .collect();
        services.sort_by(|one, other| one.name.cmp(&other.name));
        [all].into_iter().chain(services).collect()
    }

    fn heading(&self, of: Of) -> String {
        self.words.text(match of {
            Of::Service => "staff-statistics-service",
            Of::Hour => "staff-statistics-time",
            Of::Day => "staff-statistics-day",
            Of::Office => "staff-statistics-office",
        })
    }

    /// What is read on the page.
    pub fn short(&self, groups: &[Group], of: Of) -> Table {
        let has_capacity = groups.iter().any(|group| group.bookings.offered_minutes.is_some());
        let columns = &SHORT[..if has_capacity { SHORT.len() } else { SHORT.len() - 1 }];
        let headings = columns.iter().map(|(heading, _)| self.words.text(heading));
        let row = |group: &Group| {
            let name = Cell::Text(self.name(of, &group.of));
            [name].into_iter().chain(columns.iter().map(|(_, value)| value(group))).collect()
        };
        Table {
            name: String::new(),
            headings: [self.heading(of)].into_iter().chain(headings).collect(),
            rows: groups.iter().map(row).collect(),
        }
    }

    fn rows(&self, name: &str, group: &Group) -> Vec<Vec<Cell>> {
        let kinds = [
            ("staff-statistics-all", &group.visits),
            ("staff-statistics-with", &group.with_appointment),
            ("staff-statistics-without", &group.without_appointment),
        ];
        let row = |(at, (kind, visits)): (usize, (&str, &Visits))| {
            let text = [name.to_owned(), self.words.text(kind)].map(Cell::Text);
            let of_visits = OF_VISITS.iter().map(|(_, value)| value(visits));
            // Bookings are the same for all kinds of visits, and said once.
            let value = |(_, value): &Column<Group>| if at == 0 { value(group) } else { Cell::Nothing };
            text.into_iter().chain(of_visits).chain(OF_BOOKINGS.iter().map(value)).collect()
        };
        kinds.into_iter().enumerate().map(row).collect()
    }

    fn table(&self, sheet: &str, heading: String, rows: Vec<Vec<Cell>>) -> Table {
        let visits = OF_VISITS.iter().map(|(heading, _)| *heading);
        let bookings = OF_BOOKINGS.iter().map(|(heading, _)| *heading);
        let columns = visits.chain(bookings).map(|heading| self.words.text(heading));
        let kind = self.words.text("staff-statistics-kind");
        let headings = [heading, kind].into_iter().chain(columns).collect();
        Table { name: self.words.text(sheet), headings, rows }
    }

    /// Everything, for files.
    pub fn long(&self, statistics: &Statistics) -> Vec<Table> {
        let days =
            format!("{} – {}", self.name(Of::Day, &statistics.from), self.name(Of::Day, &statistics.to));
        let period = self.words.text("staff-statistics-period");
        let total = self.table("staff-statistics-sheet-total", period, self.rows(&days, &statistics.total));
        let parts = [
            ("staff-statistics-sheet-services", Of::Service, &statistics.by_service),
            ("staff-statistics-sheet-hours", Of::Hour, &statistics.by_hour),
            ("staff-statistics-sheet-days", Of::Day, &statistics.by_day),
            ("staff-statistics-sheet-offices", Of::Office, &statistics.by_office),
        ];
        let part = |(sheet, of, groups): (&str, Of, &Vec<Group>)| {
            let rows = groups.iter().flat_map(|group| self.rows(&self.name(of, &group.of), group));
            self.table(sheet, self.heading(of), rows.collect())
        };
        [total].into_iter().chain(parts.map(part)).collect()
    }

    /// What the figures mean, for files.
    pub fn meanings(&self, means: &[(String, String)]) -> Table {
        let row =
            |(term, meaning): &(String, String)| vec![Cell::Text(term.clone()), Cell::Text(meaning.clone())];
        Table {
            name: self.words.text("staff-statistics-sheet-means"),
            headings: ["staff-statistics-term", "staff-statistics-meaning"]
                .map(|id| self.words.text(id))
                .into(),
            rows: means.iter().map(row).collect(),
        }
    }
}
