//! What the desk shows, computed from the queue's state: pure, so that every state can be rendered in a test.

use super::choices::Choices;
use super::lines::{Elsewhere, Parked, Row, around, elsewhere, on_break, parked, row};
use super::named_visit;
use super::room::{Room, Undoable};
use super::visit::{At, Next, at, at_key, next, not_shown};
use super::waiting::Waiting;
use crate::pages::told::{AlarmLine, MessageLine, alarms, messages};
use crate::pages::words::Words;
use foyer_domain::Timestamp;
use foyer_domain::id::VisitId;
use foyer_domain::office::Counter;
use foyer_domain::queue::Why;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::PersonName;
use foyer_protocol::nonce::Nonce;
use foyer_text::Value;

/// What is open on a desk besides what everybody sees, for browsers without script.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Open {
    /// Nothing.
    #[default]
    Nothing,
    /// The question whether the visit in service is done.
    Question,
    /// What becomes of whom, before the clerk goes.
    Leaving,
    /// What can be done with somebody who waits.
    Line(VisitId),
}

/// Everything that the desk's templates need. What time alone changes is computed from `now` when it is
/// written, so that two desks are equal if they look the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Desk {
    /// `/desk/3`.
    pub path: String,
    /// "Schalter 3".
    pub counter: String,
    /// The log position that it shows; a lower one is older.
    pub version: u64,
    /// The server's time, in ms since 1970.
    pub now: i64,
    /// The next moment at which it may look different although nothing happens.
    pub changes_at: Option<Timestamp>,
    /// Changes when the visit at the counter or its state does.
    pub at_key: String,
    /// For the browser's tab.
    pub title: String,
    /// What a screen reader says when it changes.
    pub announce: String,
    /// Who is called or in service here.
    pub at: Option<At>,
    /// The standing call was not acknowledged in time.
    pub not_shown: bool,
    /// What is open.
    pub open: Open,
    /// "A 016 abschließen?"
    pub question: String,
    /// "Zusammen mit A 016 bedienen".
    pub join: String,
    /// Who would be called now.
    pub next: Option<Next>,
    /// Why the ticket that is called, or else the next one, in a sentence.
    pub why: Option<String>,
    /// What can be taken back.
    pub undo: Option<Undo>,
    /// "Mittagspause bis 12:30 Uhr".
    pub paused: Option<String>,
    /// What holds for the whole house.
    pub house: Vec<String>,
    /// Calls for help.
    pub alarms: Vec<AlarmLine>,
    /// Messages to this counter.
    pub messages: Vec<MessageLine>,
    /// Whom this clerk has put aside.
    pub parked: Vec<Parked>,
    /// The other open counters.
    pub elsewhere: Vec<Elsewhere>,
    /// What can be chosen.
    pub choices: Choices,
    /// Who waits for this counter, in calling order.
    pub waiting: Vec<Row>,
    /// "5 Personen".
    pub count: String,
    /// "und 12 weitere".
    pub more: Option<String>,
    /// "3 weitere Personen warten auf andere Schalter."
    pub others: Option<String>,
    /// Who is at the counter, in an office that shows names to its clerks.
    pub name: Option<String>,
    /// What a clerk noted about the visit at the counter.
    pub note: Option<String>,
    /// What was noted about those that go on as a part of it, by their numbers.
    pub joined_notes: Vec<(TicketNumber, String)>,
    /// The visit that a press means, so that a press on an old page does nothing to the next visit.
    visit: String,
    state: Option<VisitState>,
}

/// What can be taken back. The seconds count down inside of "noch 52 s".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Undo {
    /// "Aufruf A 017".
    pub what: String,
    /// Whose visit it is about.
    pub visit: String,
    /// Until when, in ms since 1970.
    pub until: i64,
    /// What stands before them.
    pub before: String,
    /// What stands after them.
    pub after: String,
}

impl Desk {
    /// The desk of a counter as it is now.
    pub(super) fn of(room: &Room<'_>, words: &Words, open: Open) -> Self {
        let state = room.visit.map(|visit| visit.state);
        let number = room.visit.map(|visit| visit.number.spaced()).unwrap_or_default();
        let counter = words.own(&room.counter.name).to_owned();
        let Waiting { lines, more, others, .. } = &room.waiting;
        let announce = match state {
            Some(VisitState::Called) => words.text_with("desk-announce-called", "number", &number),
            Some(_) => words.text_with("desk-announce-serving", "number", &number),
            None => words.text("desk-announce-nobody"),
        };
        let called = state == Some(VisitState::Called);
        let why = if called { room.called_why } else { room.next.map(|(_, why)| why) };
        let alarms = alarms(&room.told, &room.around, Some(&room.counter.id), words);
        // A tab that nobody looks at shows its first words alone.
        let helped = alarms.iter().filter_map(|alarm| alarm.title.clone());
        let title = helped.chain([number.clone(), counter.clone()]).filter(|part| !part.is_empty());
        Self {
            path: path(room.counter),
            title: title.collect::<Vec<_>>().join(" · "),
            counter,
            version: room.version,
            now: room.around.now.timestamp_millis(),
            changes_at: room.changes_at(),
            at_key: room.visit.map_or_else(String::new, at_key),
            announce,
            at: room.visit.map(|visit| at(room, visit, words)),
            not_shown: room.visit.is_some_and(|visit| not_shown(visit, room.around.now)),
            open,
            question: words.text_with("desk-ask", "number", &number),
            join: words.text_with("desk-join", "number", &number),
            next: room.next.map(|(visit, _)| next(room, visit, words)),
            why: why.map(|why| sentence(why, words)),
            undo: room.undo.map(|undoable| undo(undoable, words)),
            parked: room.parked.iter().map(|visit| parked(room.around.office, visit, words)).collect(),
            paused: room.pause.map(|pause| on_break(pause, room.around.office, words)),
            house: Vec::new(),
            alarms,
            messages: messages(&room.told, &room.around, &room.counter.id, words),
            elsewhere: room
                .elsewhere
                .iter()
                .map(|other| elsewhere(other, room.around.office, words))
                .collect(),
            choices: Choices::of(room, words),
            waiting: lines.iter().map(|visit| row(&room.around, visit, words)).collect(),
            count: words.text_with("desk-waiting-here", "count", lines.len() + more),
            more: (*more > 0).then(|| words.text_with("desk-waiting-more", "count", *more)),
            others: (*others > 0).then(|| words.text_with("desk-waiting-others", "count", *others)),
            name: None,
            note: None,
            joined_notes: Vec::new(),
            visit: room.visit.map_or_else(String::new, |visit| visit.id.0.to_string()),
            state,
        }
    }

    /// With what is known of the person at the counter, which is no part of the queue's state.
    pub(super) fn knowing(self, name: Option<PersonName>, note: Option<String>) -> Self {
        Self { name: name.map(|PersonName(name)| name), note, ..self }
    }

    /// "Notiz zu A 018: Foto fehlt".
    pub(super) fn joined(&self, words: &Words) -> Vec<String> {
        let said = |(number, note): &(TicketNumber, String)| {
            let of = [("number", Value::from(number.spaced())), ("note", Value::from(note))];
            words.texts("desk-remark-of", &of)
        };
        self.joined_notes.iter().map(said).collect()
    }

    /// What clerks noted stands in the lines, too, behind what is known of the visit.
    pub(super) fn note_lines(&mut self, words: &Words, note: impl Fn(VisitId) -> Option<String>) {
        for row in &mut self.waiting {
            let Some(note) = note(named_visit(&row.visit)) else { continue };
            let note = words.text_with("desk-remark-says", "note", beginning(&note));
            row.notes = Some(row.notes.take().into_iter().chain([note]).collect::<Vec<_>>().join(", "));
        }
    }

    /// How long a note can be.
    pub(super) fn note_most(&self) -> usize {
        super::remark::MOST
    }

    /// Whether somebody is asked to come.
    pub(super) fn is_called(&self) -> bool {
        self.state == Some(VisitState::Called)
    }

    /// Whether somebody is being served.
    pub(super) fn is_serving(&self) -> bool {
        self.state == Some(VisitState::Serving)
    }

    /// Whether this counter has called for help and nobody comes yet.
    pub(super) fn has_called(&self) -> bool {
        self.alarms.iter().any(|alarm| alarm.is_own && alarm.is_open)
    }

    /// Whether the question is open whether the visit in service is done.
    pub(super) fn asking(&self) -> bool {
        self.open == Open::Question && self.is_serving()
    }

    /// Whether the clerk is about to go.
    pub(super) fn leaving(&self) -> bool {
        self.open == Open::Leaving
    }

    /// The line that something is to be done with.
    pub(super) fn chosen(&self) -> Option<&Row> {
        let Open::Line(visit) = self.open else { return None };
        self.waiting.iter().find(|row| row.visit == visit.0.to_string())
    }

    /// The visit at the counter.
    pub(super) fn at_visit(&self) -> &str {
        &self.visit
    }

    /// Whether this is that line.
    pub(super) fn is_chosen(&self, row: &Row) -> bool {
        self.chosen().is_some_and(|chosen| chosen.visit == row.visit)
    }

    /// Whether this desk looks like another one, whenever either was computed.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        let Self { version, now, changes_at, .. } = *self;
        *self == Self { version, now, changes_at, ..other.clone() }
    }

    /// The time since a moment, "00:42".
    pub(super) fn elapsed(&self, since: &i64) -> String {
        let seconds = (self.now - since).max(0) / 1000;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours > 0 {
            format!("{hours}:{minutes:02}:{seconds:02}")
        } else {
            format!("{minutes:02}:{seconds:02}")
        }
    }

    /// Whole minutes since a moment.
    pub(super) fn minutes(&self, since: &i64) -> i64 {
        (self.now - since).max(0) / 60_000
    }

    /// Seconds until a moment, rounded up.
    pub(super) fn seconds(&self, until: &i64) -> i64 {
        (until - self.now + 999).max(0) / 1000
    }

    /// The hidden fields of a form: what it does, its own nonce, and which visit it means. All of them are
    /// made here from words and numbers, so nothing in them needs escaping.
    pub(super) fn fields(&self, what: &str) -> String {
        self.fields_for(what, &self.visit)
    }

    /// The same for the line that something is to be done with.
    pub(super) fn fields_for_chosen(&self, what: &str) -> String {
        self.fields_for(what, self.chosen().map_or("", |row| &row.visit))
    }

    /// The same for another visit than the one at the counter.
    pub(super) fn fields_for(&self, what: &str, visit: &str) -> String {
        hidden_fields(what, visit)
    }
}

/// The hidden fields of a form. All of them are made from words and numbers of ours, so nothing in them needs escaping.
pub(in crate::pages) fn hidden_fields(what: &str, visit: &str) -> String {
    hidden("do", what) + &hidden("nonce", &Nonce::random().to_string()) + &hidden("visit", visit)
}

/// A hidden field of a word or number of ours.
pub(in crate::pages) fn hidden(name: &str, value: &str) -> String {
    format!(r#"<input type="hidden" name="{name}" value="{value}">"#)
}

/// The desk's address.
pub(in crate::pages) fn path(counter: &Counter) -> String {
    format!("/desk/{}", super::path_segment(counter.id.as_str()))
}

/// As much of a note as a line holds; all of it stands at the counter.
fn beginning(note: &str) -> String {
    const MOST: usize = 60;
    let line = note.lines().next().unwrap_or_default();
    let short: String = line.chars().take(MOST).collect();
    if short.len() < note.len() { format!("{} …", short.trim_end()) } else { short }
}

fn sentence(why: Why, words: &Words) -> String {
    match why {
        Why::AppointmentDue { start } => words.text_with("desk-why-appointment", "time", words.time(start)),
        Why::LongestWaiting { since } => words.text_with("desk-why-walk-in", "time", words.time(since)),
        Why::Urgent => words.text("desk-why-urgent"),
        Why::EarlyAppointment { start } => words.text_with("desk-why-early", "time", words.time(start)),
        Why::Companion { party } => words.text_with("desk-why-companion", "number", party.spaced()),
        Why::OnlyHeldLeft => words.text("desk-why-held"),
    }
}

fn undo(undoable: Undoable, words: &Words) -> Undo {
    let (before, after) = around(words, "desk-seconds-left", "seconds");
    Undo {
        what: words.text_with(undoable.text, "number", undoable.number.spaced()),
        visit: undoable.visit.0.to_string(),
        until: undoable.until.timestamp_millis(),
        before,
        after,
    }
}
