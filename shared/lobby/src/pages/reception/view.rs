//! What the room's page shows, computed from the queue's state: pure, so that every state can be rendered in a test.

use super::house::House;
use crate::board::Told;
use crate::lobby::Published;
use crate::pages::desk::{
    Around, Choices, Chosen, Parked, People, Row, absent, around, hidden, hidden_fields, numbers, parked, row,
};
use crate::pages::told::{AlarmLine, alarms};
use crate::pages::words::Words;
use foyer_domain::Timestamp;
use foyer_domain::booking::Booking;
use foyer_domain::engine::QueueState;
use foyer_domain::id::VisitId;
use foyer_domain::office::{Counter, Office};
use foyer_domain::visit::{Visit, VisitState};
use foyer_protocol::nonce::Nonce;

/// More lines than this are not read; the search finds the others.
const LINES: usize = 200;

/// Everything that the page's templates need. What time alone changes is computed from `now` when it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reception {
    /// The log position that it shows.
    pub version: u64,
    /// The server's time, in ms since 1970.
    pub now: i64,
    /// For the browser's tab.
    pub title: String,
    /// The page's address.
    pub path: &'static str,
    /// Calls for help.
    pub alarms: Vec<AlarmLine>,
    /// All counters of the office.
    pub places: Vec<Place>,
    /// Who waits anywhere, in calling order.
    pub waiting: Vec<Row>,
    /// "5 Personen".
    pub count: String,
    /// "und 12 weitere".
    pub more: Option<String>,
    /// Who was put aside, and by whom.
    pub parked: Vec<(Parked, String)>,
    /// Whose appointment is today, and who has not come yet.
    pub expected: Vec<Expected>,
    /// What can be chosen.
    pub choices: Choices,
    /// What is about the whole house.
    pub house: House,
    /// Where a ticket can be printed once more.
    pub kiosks: Vec<Chosen>,
    /// Whether somebody can be looked for by name.
    shows_names: bool,
    /// The visit that something is to be done with.
    chosen: Option<VisitId>,
}

/// A counter. The minutes count inside of "4 min".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// "Schalter 3".
    pub name: String,
    /// Who serves there; `None` while it is closed.
    pub clerk: Option<String>,
    /// Number, "in Bedienung", and since when, in ms since 1970.
    pub visit: Option<(String, String, i64)>,
    /// "Mittagspause bis 12:30 Uhr", "abwesend".
    pub absent: Option<String>,
    /// What stands before the minutes.
    pub before: String,
    /// What stands after them.
    pub after: String,
}

/// A booking of today without a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Expected {
    /// Whose.
    pub booking: String,
    /// "10:00 Uhr".
    pub time: String,
    /// What for.
    pub services: String,
}

impl Reception {
    /// The room as it is now.
    pub(super) fn of(
        published: &Published,
        people: &People,
        told: &Told,
        now: Timestamp,
        words: &Words,
        chosen: Option<VisitId>,
    ) -> Self {
        let state = &*published.state;
        let title = words.text("desk-room-title");
        let empty = Self {
            version: published.seq,
            now: now.timestamp_millis(),
            title,
            path: super::PATH,
            alarms: Vec::new(),
            places: Vec::new(),
            waiting: Vec::new(),
            count: words.text_with("desk-waiting-here", "count", 0),
            more: None,
            parked: Vec::new(),
            expected: Vec::new(),
            choices: Choices::default(),
            house: House::default(),
            kiosks: Vec::new(),
            shows_names: false,
            chosen,
        };
        let Some(office) = state.office() else { return empty };
        let in_order = state.tickets_in_order(now).filter_map(|ticket| state.visit(ticket.visit?));
        // Who was opened from the search may stand behind all lines.
        let is_chosen = |visit: &Visit| Some(visit.id) == chosen;
        let lines = in_order.enumerate().filter(|(line, visit)| *line < LINES || is_chosen(visit));
        let waiting: Vec<&Visit> = lines.map(|(_, visit)| visit).collect();
        let around = Around::of(state, office, people, now, waiting.iter().copied());
        let more = state.waiting().saturating_sub(waiting.len());
        let put_aside = state.parked().map(|visit| {
            let by = visit.parked_by.as_ref().map(|by| around.person(by).to_owned());
            (parked(office, visit, words), by.unwrap_or_default())
        });
        let alarms = alarms(told, &around, None, words);
        // A tab that nobody looks at shows its first words alone.
        let helped = alarms.iter().filter_map(|alarm| alarm.title.as_deref());
        let title = helped.chain([empty.title.as_str()]).collect::<Vec<_>>().join(" · ");
        Self {
            title,
            places: office.counters.iter().map(|counter| place(state, counter, &around, words)).collect(),
            count: words.text_with("desk-waiting-here", "count", state.waiting()),
            more: (more > 0).then(|| words.text_with("desk-waiting-more", "count", more)),
            waiting: waiting.iter().map(|visit| row(&around, visit, words)).collect(),
            alarms,
            parked: put_aside.collect(),
            expected: expected(state, office, now, words),
            shows_names: office.rules.show_names,
            choices: Choices::of_office(state, &around, words),
            ..empty
        }
    }

    /// With the kiosks that are enrolled, which are no part of the queue's state.
    pub(super) fn with_kiosks(self, kiosks: Vec<Chosen>) -> Self {
        Self { kiosks, ..self }
    }

    /// The line that something is to be done with.
    pub(super) fn chosen(&self) -> Option<&Row> {
        let chosen = self.chosen?.0.to_string();
        self.waiting.iter().find(|row| row.visit == chosen)
    }

    /// Whether reception has called for help and nobody comes yet.
    pub(super) fn has_called(&self) -> bool {
        self.alarms.iter().any(|alarm| alarm.is_own && alarm.is_open)
    }

    /// Whether this is the line that something is to be done with.
    pub(super) fn is_chosen(&self, row: &Row) -> bool {
        self.chosen().is_some_and(|chosen| chosen.visit == row.visit)
    }

    /// The open counters, by their ids.
    pub(super) fn open_counters(&self) -> impl Iterator<Item = Chosen> {
        let plain = |choice: &Chosen| Chosen {
            value: choice.value.strip_prefix("counter:").unwrap_or(&choice.value).to_owned(),
            text: choice.text.clone(),
        };
        self.choices.counters.iter().map(plain)
    }

    /// What can be looked for: names only where the office shows them.
    pub(super) fn find_label(&self) -> &'static str {
        if self.shows_names { "desk-room-find-names" } else { "desk-room-find" }
    }

    /// Whole minutes since a moment.
    pub(super) fn minutes(&self, since: &i64) -> i64 {
        (self.now - since).max(0) / 60_000
    }

    /// The hidden fields of a form for the chosen line.
    pub(super) fn fields_for_chosen(&self, what: &str) -> String {
        hidden_fields(what, self.chosen().map_or("", |row| &row.visit))
    }

    /// The hidden fields of a form for a booking.
    pub(super) fn fields_for(&self, what: &str, booking: &str) -> String {
        hidden_fields(what, booking)
    }

    /// The hidden fields of a form whose keys say what is done with a booking.
    pub(super) fn fields_of(&self, booking: &str) -> String {
        hidden("nonce", &Nonce::random().to_string()) + &hidden("visit", booking)
    }

    /// Whether this looks like another one, whenever either was computed.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        *self == Self { now: self.now, version: self.version, chosen: self.chosen, ..other.clone() }
    }
}

fn place(state: &QueueState, counter: &Counter, around_it: &Around<'_>, words: &Words) -> Place {
    let open = state.counter(&counter.id);
    let visit = open.and_then(|open| open.visit).and_then(|visit| state.visit(visit));
    let (before, after) = around(words, "desk-minutes", "minutes");
    let visit = visit.map(|visit| {
        let is_called = visit.state == VisitState::Called;
        let word = words.text(if is_called { "desk-state-called" } else { "desk-state-serving" });
        (numbers(visit), word, visit.since.timestamp_millis())
    });
    let clerk = open.map(|open| around_it.person(&open.staff).to_owned());
    let absent =
        open.and_then(|open| absent(open.away.is_some(), open.pause.as_ref(), around_it.office, words));
    Place { name: words.own(&counter.name).to_owned(), clerk, visit, absent, before, after }
}

/// Confirmed bookings of today whose holders have not come, by time.
fn expected(state: &QueueState, office: &Office, now: Timestamp, words: &Words) -> Vec<Expected> {
    let today = office.day(now);
    let is_expected = |booking: &&Booking| {
        booking.is_open(now) && office.day(booking.start) == today && state.visit_of(booking.id).is_none()
    };
    let mut bookings: Vec<&Booking> = state.bookings().filter(is_expected).collect();
    bookings.sort_by_key(|booking| (booking.start, booking.id));
    let line = |booking: &Booking| Expected {
        booking: booking.id.to_string(),
        time: words.time(booking.start),
        services: words.services(office, &booking.services),
    };
    bookings.into_iter().take(LINES).map(line).collect()
}
