//! What the desk shows, computed from the queue's state: pure, so that every state can be rendered in a test.

use super::room::{Room, Undoable};
use crate::pages::words::Words;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::office::{Counter, Office};
use foyer_domain::queue::Why;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{Mark, Origin, Visit, VisitState};
use foyer_protocol::nonce::Nonce;
use foyer_text::Value;

/// A call that no display has acknowledged after this long is to be called out by voice.
pub(super) const SHOWN_WITHIN: TimeDelta = TimeDelta::seconds(5);

/// More lines than this are not read; the rest is a number.
const LINES: usize = 40;

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
    /// Whether the question below is open.
    pub asking: bool,
    /// "A 016 abschließen?"
    pub question: String,
    /// Who would be called now.
    pub next: Option<Next>,
    /// Why the ticket that is called, or else the next one, in a sentence.
    pub why: Option<String>,
    /// What can be taken back.
    pub undo: Option<Undo>,
    /// Whom this clerk has put aside.
    pub parked: Vec<Parked>,
    /// Who waits for this counter, in calling order.
    pub waiting: Vec<Row>,
    /// "5 Personen".
    pub count: String,
    /// "und 12 weitere".
    pub more: Option<String>,
    /// "3 weitere Personen warten auf andere Schalter."
    pub others: Option<String>,
    /// The visit that a press means, so that a press on an old page does nothing to the next visit.
    visit: String,
    state: Option<VisitState>,
}

/// Who is at the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct At {
    /// `A 017`.
    pub number: String,
    /// "aufgerufen".
    pub state: String,
    /// Since the call or the beginning, in ms since 1970.
    pub since: i64,
    /// "Termin 10:00 Uhr, Personalausweis".
    pub what: String,
    /// "1 von 3 Aufrufen".
    pub calls: Option<String>,
    /// "bitte abholen, zusammen mit A 018", and what reception should look at: "zweimal eingelesen".
    pub notes: Option<String>,
}

/// Who is probably next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Next {
    /// "voraussichtlich A 017 – Termin 10:00 Uhr, Personalausweis".
    pub what: String,
    /// "bitte abholen, zusammen mit A 018".
    pub notes: Option<String>,
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

/// Somebody who was put aside. The minutes count inside of "4 min".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parked {
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

/// A line of who waits. The minutes count inside of "4 min".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// `A 018`.
    pub number: String,
    /// "10:05 Uhr", "ohne Termin".
    pub due: String,
    /// What for.
    pub services: String,
    /// "zurückgestellt bis 10:12 Uhr".
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

impl Desk {
    /// The desk of a counter as it is now.
    pub(super) fn of(room: &Room<'_>, words: &Words, asking: bool) -> Self {
        let state = room.visit.map(|visit| visit.state);
        let number = room.visit.map(|visit| visit.number.spaced()).unwrap_or_default();
        let counter = words.own(&room.counter.name).to_owned();
        let (serves, others): (Vec<&Visit>, Vec<&Visit>) =
            room.waiting.iter().copied().partition(|visit| serves(room.counter, visit));
        let announce = match state {
            Some(VisitState::Called) => words.text_with("desk-announce-called", "number", &number),
            Some(_) => words.text_with("desk-announce-serving", "number", &number),
            None => words.text("desk-announce-nobody"),
        };
        let called = state == Some(VisitState::Called);
        let why = if called { room.called_why } else { room.next.map(|(_, why)| why) };
        let more = serves.len().saturating_sub(LINES);
        Self {
            path: path(room.counter),
            title: if number.is_empty() { counter.clone() } else { format!("{number} · {counter}") },
            counter,
            version: room.version,
            now: room.now.timestamp_millis(),
            at_key: room.visit.map_or_else(String::new, at_key),
            announce,
            at: room.visit.map(|visit| at(room, visit, words)),
            not_shown: room.visit.is_some_and(|visit| not_shown(visit, room.now)),
            asking: asking && state == Some(VisitState::Serving),
            question: words.text_with("desk-ask", "number", &number),
            next: room.next.map(|(visit, _)| next(room, visit, words)),
            why: why.map(|why| sentence(why, words)),
            undo: room.undo.map(|undoable| undo(undoable, words)),
            parked: room.parked.iter().map(|visit| parked(room, visit, words)).collect(),
            waiting: serves.iter().take(LINES).map(|visit| row(room, visit, words)).collect(),
            count: words.text_with("desk-waiting-here", "count", serves.len()),
            more: (more > 0).then(|| words.text_with("desk-waiting-more", "count", more)),
            others: (!others.is_empty())
                .then(|| words.text_with("desk-waiting-others", "count", others.len())),
            visit: room.visit.map_or_else(String::new, |visit| visit.id.0.to_string()),
            state,
        }
    }

    /// Whether somebody is asked to come.
    pub(super) fn is_called(&self) -> bool {
        self.state == Some(VisitState::Called)
    }

    /// Whether somebody is being served.
    pub(super) fn is_serving(&self) -> bool {
        self.state == Some(VisitState::Serving)
    }

    /// Whether this desk looks like another one, whenever either was computed.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        *self == Self { now: self.now, version: self.version, ..other.clone() }
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

    /// The same for another visit than the one at the counter.
    pub(super) fn fields_for(&self, what: &str, visit: &str) -> String {
        let hidden =
            |name: &str, value: &str| format!(r#"<input type="hidden" name="{name}" value="{value}">"#);
        let nonce = Nonce::random().to_string();
        hidden("do", what) + &hidden("nonce", &nonce) + &hidden("visit", visit)
    }
}

/// The desk's address.
pub(in crate::pages) fn path(counter: &Counter) -> String {
    format!("/desk/{}", super::path_segment(counter.id.as_str()))
}

/// Whether a counter offers a visit's next service; while that is not known yet, it does.
fn serves(counter: &Counter, visit: &Visit) -> bool {
    let Some(next) = visit.services.first() else {
        return true;
    };
    counter.services.is_empty() || counter.services.contains(&next.service)
}

fn at_key(visit: &Visit) -> String {
    let state = if visit.state == VisitState::Called { "called" } else { "serving" };
    format!("{state}-{}", visit.id.0)
}

/// Whether a call stands that no display has shown in time.
pub(super) fn not_shown(visit: &Visit, now: Timestamp) -> bool {
    let waiting_for_it =
        |call: &foyer_domain::visit::Call| !call.acknowledged && now - call.at >= SHOWN_WITHIN;
    visit.state == VisitState::Called && visit.call.as_ref().is_some_and(waiting_for_it)
}

fn at(room: &Room<'_>, visit: &Visit, words: &Words) -> At {
    let called = visit.state == VisitState::Called;
    let since = visit.call.as_ref().filter(|_| called).map_or(visit.since, |call| call.at);
    let calls = [
        ("calls", Value::from(u16::from(visit.calls))),
        ("needed", Value::from(u16::from(room.office.rules.max_calls))),
    ];
    At {
        number: numbers(visit),
        state: words.text(if called { "desk-state-called" } else { "desk-state-serving" }),
        since: since.timestamp_millis(),
        what: what(room.office, visit, words),
        calls: called.then(|| words.texts("desk-calls", &calls)),
        notes: notes(room, visit, words),
    }
}

/// What is wished of whoever calls, who came together, and what a kiosk that was alone could not know.
fn notes(room: &Room<'_>, visit: &Visit, words: &Words) -> Option<String> {
    let wishes =
        [(visit.wishes.pick_up, "desk-wish-pick-up"), (visit.wishes.more_time, "desk-wish-more-time")];
    let wishes = wishes.into_iter().filter(|(wished, _)| *wished).map(|(_, id)| words.text(id));
    let companions = room.companions.get(&visit.id).into_iter().flatten().map(|companion| {
        let number = companion.number.spaced();
        match companion.counter {
            Some(counter) => {
                let of = [("number", Value::from(number)), ("counter", Value::from(words.own(counter)))];
                words.texts("desk-together-there", &of)
            }
            None => words.text_with("desk-together", "number", number),
        }
    });
    let twice = (!visit.aliases.is_empty()).then_some("desk-note-read-twice");
    let marks = visit.marks.iter().map(|mark| match mark {
        Mark::Cancelled => "desk-note-cancelled",
        Mark::Moved => "desk-note-moved",
        Mark::NotConfirmed => "desk-note-not-confirmed",
        Mark::NumberTaken => "desk-note-number-taken",
        Mark::ClockDoubted => "desk-note-clock",
    });
    let marks = twice.into_iter().chain(marks).map(|id| words.text(id));
    let notes: Vec<String> = wishes.chain(companions).chain(marks).collect();
    (!notes.is_empty()).then(|| notes.join(", "))
}

/// All numbers of a visit, its own first.
fn numbers(visit: &Visit) -> String {
    let all = [visit.number].into_iter().chain(visit.aliases.iter().copied());
    all.map(TicketNumber::spaced).collect::<Vec<_>>().join(" · ")
}

/// "Termin 10:00 Uhr, Personalausweis beantragen".
fn what(office: &Office, visit: &Visit, words: &Words) -> String {
    let due = match (visit.origin, visit.start) {
        (Origin::Appointment, Some(start)) => {
            words.text_with("desk-with-appointment", "time", words.time(start))
        }
        (Origin::Late, _) => words.text("desk-late"),
        (Origin::Appointment | Origin::WalkIn, _) => words.text("desk-without-appointment"),
    };
    let services = words.services(office, &visit.services);
    words.texts("desk-what", &[("due", Value::from(due)), ("services", Value::from(services))])
}

fn next(room: &Room<'_>, visit: &Visit, words: &Words) -> Next {
    let what = what(room.office, visit, words);
    let probably = [("number", Value::from(visit.number.spaced())), ("what", Value::from(what))];
    Next { what: words.texts("desk-next-probably", &probably), notes: notes(room, visit, words) }
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

fn parked(room: &Room<'_>, visit: &Visit, words: &Words) -> Parked {
    let (before, after) = around(words, "desk-minutes", "minutes");
    Parked {
        number: numbers(visit),
        what: what(room.office, visit, words),
        visit: visit.id.0.to_string(),
        since: visit.since.timestamp_millis(),
        before,
        after,
    }
}

fn row(room: &Room<'_>, visit: &Visit, words: &Words) -> Row {
    let (before, after) = around(words, "desk-minutes", "minutes");
    let held = visit.held.filter(|held| held.until > room.now);
    Row {
        number: numbers(visit),
        due: match (visit.origin, visit.start) {
            (Origin::Appointment, Some(start)) => words.time(start),
            (Origin::Late, _) => words.text("desk-late-short"),
            (Origin::Appointment | Origin::WalkIn, _) => words.text("desk-without-appointment"),
        },
        services: words.services(room.office, &visit.services),
        notes: notes(room, visit, words),
        held: held.map(|held| words.text_with("desk-waiting-held", "time", words.time(held.until))),
        since: visit.queued.timestamp_millis(),
        before,
        after,
    }
}

/// What stands before and after a number that the browser counts.
fn around(words: &Words, id: &str, name: &str) -> (String, String) {
    const MARK: &str = "\u{fffc}";
    let whole = words.text_with(id, name, MARK);
    let (before, after) = whole.split_once(MARK).unwrap_or(("", &whole));
    (before.to_owned(), after.to_owned())
}
