//! One visit as the desk shows it: whom, what for, what to expect.

use super::choices;
use super::lines::comes_later;
use super::room::{Around, Room};
use crate::pages::words::Words;
use crate::timers::NOT_SHOWN;
use foyer_domain::Timestamp;
use foyer_domain::office::Office;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{Mark, Origin, Visit, VisitState};
use foyer_text::Value;

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
    /// "Mitgebracht werden sollte: Ausweis, Foto".
    pub documents: Option<String>,
}

/// Who is probably next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Next {
    /// "voraussichtlich A 017 – Termin 10:00 Uhr, Personalausweis".
    pub what: String,
    /// "bitte abholen, zusammen mit A 018".
    pub notes: Option<String>,
}

pub(super) fn at_key(visit: &Visit) -> String {
    let state = if visit.state == VisitState::Called { "called" } else { "serving" };
    format!("{state}-{}", visit.id.0)
}

/// Whether a call stands that no display has shown in time: it is to be called out by voice.
pub(super) fn not_shown(visit: &Visit, now: Timestamp) -> bool {
    let waiting_for_it = |call: &foyer_domain::visit::Call| !call.acknowledged && now - call.at >= NOT_SHOWN;
    visit.state == VisitState::Called && visit.call.as_ref().is_some_and(waiting_for_it)
}

pub(super) fn at(room: &Room<'_>, visit: &Visit, words: &Words) -> At {
    let called = visit.state == VisitState::Called;
    let since = visit.call.as_ref().filter(|_| called).map_or(visit.since, |call| call.at);
    let calls = [
        ("calls", Value::from(u16::from(visit.calls))),
        ("needed", Value::from(u16::from(room.around.office.rules.max_calls))),
    ];
    At {
        number: numbers(visit),
        state: words.text(if called { "desk-state-called" } else { "desk-state-serving" }),
        since: since.timestamp_millis(),
        what: what(room.around.office, visit, words),
        calls: called.then(|| words.texts("desk-calls", &calls)),
        notes: noted(room, visit, words),
        documents: documents(room.around.office, visit, words),
    }
}

pub(super) fn next(room: &Room<'_>, visit: &Visit, words: &Words) -> Next {
    let what = what(room.around.office, visit, words);
    let probably = [("number", Value::from(visit.number.spaced())), ("what", Value::from(what))];
    Next { what: words.texts("desk-next-probably", &probably), notes: noted(room, visit, words) }
}

/// The notes of who is called next or was called, beside the list.
fn noted(room: &Room<'_>, visit: &Visit, words: &Words) -> Option<String> {
    let all = comes_later(&room.around, visit, words).into_iter().chain(notes(&room.around, visit, words));
    let all: Vec<String> = all.collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// What is wished of whoever calls, who came together, and what a kiosk that was alone could not know.
pub(in crate::pages) fn notes(around: &Around<'_>, visit: &Visit, words: &Words) -> Option<String> {
    // Beside the language, which comes before it.
    let booking = around.bookings.get(&visit.id);
    let persons = booking.map(|booking| booking.persons).filter(|persons| *persons > 1);
    let persons = persons.map(|persons| words.text_with("desk-persons", "count", persons));
    let interpreter = visit.wishes.interpreter.then(|| {
        let interpreting = booking.and_then(|booking| booking.interpreting.as_ref());
        interpreting.map_or_else(|| words.text("desk-wish-interpreter"), |said| words.interpreting(said))
    });
    let wishes =
        [(visit.wishes.pick_up, "desk-wish-pick-up"), (visit.wishes.more_time, "desk-wish-more-time")];
    let wishes = wishes.into_iter().filter(|(wished, _)| *wished).map(|(_, id)| words.text(id));
    let wishes = interpreter.into_iter().chain(wishes).chain(persons);
    let companions = around.companions.get(&visit.id).into_iter().flatten().map(|companion| {
        let number = companion.number.spaced();
        match companion.counter {
            Some(counter) => {
                let of = [("number", Value::from(number)), ("counter", Value::from(words.own(counter)))];
                words.texts("desk-together-there", &of)
            }
            None => words.text_with("desk-together", "number", number),
        }
    });
    // Each visit that goes on as a part of this one has brought a number of its own.
    let twice = (visit.aliases.len() > visit.merged.len()).then_some("desk-note-read-twice");
    let marks = visit.marks.iter().map(|mark| match mark {
        Mark::Cancelled => "desk-note-cancelled",
        Mark::Moved => "desk-note-moved",
        Mark::NotConfirmed => "desk-note-not-confirmed",
        Mark::NumberTaken => "desk-note-number-taken",
        Mark::ClockDoubted => "desk-note-clock",
    });
    let marks = twice.into_iter().chain(marks).map(|id| words.text(id));
    let urgent = visit.urgent.then(|| match &visit.urgent_reason {
        Some(reason) => {
            words.text_with("desk-urgent-for", "reason", choices::reason(around.office, reason, words))
        }
        None => words.text("desk-urgent"),
    });
    let speaks = around.languages.get(&visit.id).and_then(|language| words.speaks(*language));
    let handed_on =
        visit.bound.as_ref().map(|to| words.text_with("desk-handed-on", "to", around.name_of(to, words)));
    let notes: Vec<String> = urgent
        .into_iter()
        .chain(speaks)
        .chain(wishes)
        .chain(companions)
        .chain(handed_on)
        .chain(marks)
        .collect();
    (!notes.is_empty()).then(|| notes.join(", "))
}

/// All numbers of a visit, its own first.
pub(in crate::pages) fn numbers(visit: &Visit) -> String {
    let all = [visit.number].into_iter().chain(visit.aliases.iter().copied());
    all.map(TicketNumber::spaced).collect::<Vec<_>>().join(" · ")
}

/// "Termin 10:00 Uhr, Personalausweis beantragen".
pub(in crate::pages) fn what(office: &Office, visit: &Visit, words: &Words) -> String {
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

/// What should be brought along for all services of a visit, each thing once.
fn documents(office: &Office, visit: &Visit, words: &Words) -> Option<String> {
    let mut things: Vec<&str> = Vec::new();
    for choice in &visit.services {
        let known = office.service(&choice.service).map(|service| service.documents.as_slice());
        for thing in known.unwrap_or_default().iter().map(|thing| words.own(thing)) {
            if !things.contains(&thing) {
                things.push(thing);
            }
        }
    }
    (!things.is_empty()).then(|| words.text_with("desk-documents", "documents", things.join(", ")))
}
