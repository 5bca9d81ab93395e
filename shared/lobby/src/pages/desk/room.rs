//! The part of the queue's state that one desk shows, and when it looks different by time alone.

use super::visit::not_shown;
use super::waiting::{Calls, Waiting};
use crate::board::Told;
use crate::lobby::Published;
use crate::pages::words::Words;
use crate::timers::NOT_SHOWN;
use foyer_domain::Timestamp;
use foyer_domain::booking::Booking;
use foyer_domain::engine::{CounterState, Pause, QueueState, UndoableStep};
use foyer_domain::id::{AreaId, CounterId, StaffId, VisitId};
use foyer_domain::office::{Counter, Localized, Office};
use foyer_domain::queue::{Timing, Why};
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{Bound, Visit, VisitState};
use foyer_text::Language;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One desk's part of the state at a moment.
#[derive(Debug, Clone)]
pub(super) struct Room<'a> {
    /// What is around.
    pub around: Around<'a>,
    /// This counter.
    pub counter: &'a Counter,
    /// Who is called or in service here.
    pub visit: Option<&'a Visit>,
    /// Why this visit was called.
    pub called_why: Option<Why>,
    /// Who would be called if nobody were at the counter, and why.
    pub next: Option<(&'a Visit, Why)>,
    /// Whom this clerk has put aside.
    pub parked: Vec<&'a Visit>,
    /// Who waits.
    pub waiting: Waiting<'a>,
    /// The other counters that are open.
    pub elsewhere: Vec<Other<'a>>,
    /// What the clerk can take back.
    pub undo: Option<Undoable>,
    /// The clerk's break.
    pub pause: Option<&'a Pause>,
    /// What staff tell one another.
    pub told: Arc<Told>,
    /// The log position of the state.
    pub version: u64,
}

/// What is said of the visits that a page shows needs this.
#[derive(Debug, Clone)]
pub(in crate::pages) struct Around<'a> {
    /// The office as configured.
    pub office: &'a Office,
    /// Who came together with whom that is shown.
    pub companions: BTreeMap<VisitId, Vec<Companion<'a>>>,
    /// The language of who is shown and booked in another one than German.
    pub languages: BTreeMap<VisitId, Language>,
    /// The bookings of who is shown.
    pub bookings: BTreeMap<VisitId, &'a Booking>,
    /// The names of staff.
    pub people: &'a People,
    /// The moment.
    pub now: Timestamp,
}

/// The names of staff by their ids.
pub(in crate::pages) type People = BTreeMap<StaffId, String>;

/// A counter that somebody else has opened.
#[derive(Debug, Clone)]
pub(super) struct Other<'a> {
    /// Which.
    pub counter: &'a Counter,
    /// Who serves there.
    pub staff: &'a StaffId,
    /// The same by name.
    pub clerk: &'a str,
    /// Who is called or in service there.
    pub visit: Option<&'a Visit>,
    /// Whether the clerk is away without a word.
    pub is_away: bool,
    /// The clerk's break.
    pub pause: Option<&'a Pause>,
    /// At the counter or put aside by a clerk who is away: others can go on with them.
    pub left_behind: Vec<&'a Visit>,
}

/// Somebody who came together with another.
#[derive(Debug, Clone, Copy)]
pub(in crate::pages) struct Companion<'a> {
    /// Their number.
    pub number: TicketNumber,
    /// The counter where they are called or in service.
    pub counter: Option<&'a Localized>,
}

/// A step that can be taken back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Undoable {
    /// The text that names it.
    pub text: &'static str,
    /// Whose step it was.
    pub number: TicketNumber,
    /// The same visit by its id.
    pub visit: VisitId,
    /// Until when it can be taken back.
    pub until: Timestamp,
}

impl<'a> Room<'a> {
    /// A counter's part of the state; `None` if the office has no such counter or is not known yet.
    pub(super) fn of(
        published: &'a Published,
        counter: &CounterId,
        people: &'a People,
        told: Arc<Told>,
        now: Timestamp,
    ) -> Option<Self> {
        let state = &*published.state;
        let office = state.office()?;
        let open = state.counter(counter);
        // Also while somebody is there: "next" then asks whether that visit is done.
        let next =
            state.preview_after(counter, now).and_then(|pick| Some((state.visit(pick.visit)?, pick.why)));
        let (mine, others) = state.bound_elsewhere(counter);
        let calls = Calls { skills: state.skills(counter)?, mine: &mine, others: &others };
        let (tickets, timing) = (state.tickets_in_order(now), Timing::of(&office.rules));
        let waiting = Waiting::of(tickets, &calls, (&timing, now), |visit| state.visit(visit));
        let visit = open.and_then(|open| open.visit).and_then(|visit| state.visit(visit));
        let parked: Vec<_> = open.map_or_else(Vec::new, |open| state.parked_by(&open.staff).collect());
        let shown = waiting.lines.iter().copied().chain(visit).chain(next.map(|(next, _)| next));
        Some(Self {
            around: Around::of(state, office, people, now, shown),
            counter: office.counters.iter().find(|known| known.id == *counter)?,
            visit,
            called_why: open.and_then(|open| open.why),
            next,
            parked,
            waiting,
            elsewhere: open_counters(state, office, Some(counter), people),
            undo: undoable(state, counter, now),
            pause: open.and_then(|open| open.pause.as_ref()),
            told,
            version: published.seq,
        })
    }

    /// Where this counter's calls are shown: in its own area, and where those wait whom it may call.
    pub(super) fn areas_of_calls(&self) -> Vec<&'a AreaId> {
        let offered = &self.counter.services;
        let services = self.around.office.services.iter();
        let waits = services.filter(|service| offered.is_empty() || offered.contains(&service.id));
        waits.map(|service| &service.area).chain([&self.counter.area]).collect()
    }

    /// The next moment at which the desk looks different although nothing happens: a call that nobody has
    /// shown, a step that can no longer be taken back, an appointment that becomes due, a hold that ends.
    pub(super) fn changes_at(&self) -> Option<Timestamp> {
        let standing = self
            .visit
            .filter(|visit| visit.state == VisitState::Called && !not_shown(visit, self.around.now));
        let unseen = standing.and_then(|visit| visit.call.as_ref()).filter(|call| !call.acknowledged);
        let shown_by = unseen.map(|call| call.at + NOT_SHOWN);
        let moments = [shown_by, self.undo.map(|undo| undo.until), self.waiting.changes_at];
        moments.into_iter().flatten().filter(|at| *at > self.around.now).min()
    }
}

impl<'a> Around<'a> {
    /// What is around the visits that are shown; of no others companions and language are known.
    pub(in crate::pages) fn of(
        state: &'a QueueState,
        office: &'a Office,
        people: &'a People,
        now: Timestamp,
        shown: impl Iterator<Item = &'a Visit>,
    ) -> Self {
        let (mut companions, mut languages) = (BTreeMap::new(), BTreeMap::new());
        let mut bookings = BTreeMap::new();
        for visit in shown {
            companions.insert(visit.id, companions_of(state, office, visit));
            languages.extend(language_of(state, visit).map(|language| (visit.id, language)));
            let booking = visit.booking.and_then(|booking| state.booking(booking));
            bookings.extend(booking.map(|booking| (visit.id, booking)));
        }
        Self { office, companions, languages, bookings, people, now }
    }

    /// The name of whom somebody was handed on to.
    pub(super) fn name_of(&self, to: &Bound, words: &Words) -> String {
        match to {
            Bound::Counter(id) => {
                let known = self.office.counter(id).map(|counter| words.own(&counter.name));
                known.unwrap_or(id.as_str()).to_owned()
            }
            Bound::Staff(id) => self.person(id).to_owned(),
        }
    }

    /// The name of one of the staff.
    pub(in crate::pages) fn person<'b>(&'b self, id: &'b StaffId) -> &'b str {
        self.people.get(id).map_or(id.as_str(), String::as_str)
    }
}

fn undoable(state: &QueueState, counter: &CounterId, now: Timestamp) -> Option<Undoable> {
    let undo = state.can_undo(counter, now)?;
    let text = match undo.step {
        UndoableStep::Call => "desk-undo-call",
        UndoableStep::Start => "desk-undo-start",
        UndoableStep::Finish => "desk-undo-finish",
        UndoableStep::PutBack => "desk-undo-put-back",
        UndoableStep::NoShow => "desk-undo-no-show",
        UndoableStep::Park => "desk-undo-park",
        UndoableStep::Take => "desk-undo-take",
        UndoableStep::Transfer => "desk-undo-transfer",
        UndoableStep::Cancel => "desk-undo-cancel",
        UndoableStep::Urgent => "desk-undo-urgent",
        UndoableStep::Merge => "desk-undo-merge",
        UndoableStep::Services => "desk-undo-services",
        UndoableStep::TakeOver => "desk-undo-take-over",
    };
    let number = state.visit(undo.visit)?.number;
    Some(Undoable { text, number, visit: undo.visit, until: undo.until })
}

/// The language of who booked, or took a number, in another one than German.
fn language_of(state: &QueueState, visit: &Visit) -> Option<Language> {
    Language::from_tag(state.language_of(visit)?).filter(|language| *language != Language::German)
}

/// The open counters but this one.
pub(super) fn open_counters<'a>(
    state: &'a QueueState,
    office: &'a Office,
    but: Option<&CounterId>,
    people: &'a People,
) -> Vec<Other<'a>> {
    let other = |(id, open): (&'a CounterId, &'a CounterState)| {
        let known = office.counter(id).filter(|_| Some(id) != but)?;
        let clerk = people.get(&open.staff).map_or(open.staff.as_str(), String::as_str);
        let visit = open.visit.and_then(|visit| state.visit(visit));
        let (is_away, pause) = (open.away.is_some(), open.pause.as_ref());
        let parked = state.parked_by(&open.staff).filter(|_| is_away);
        let left_behind = visit.filter(|_| is_away).into_iter().chain(parked).collect();
        Some(Other { counter: known, staff: &open.staff, clerk, visit, is_away, pause, left_behind })
    };
    state.counters().filter_map(other).collect()
}

/// Who came together with a visit, of all who are still here.
fn companions_of<'a>(state: &'a QueueState, office: &'a Office, visit: &Visit) -> Vec<Companion<'a>> {
    let companion = |visit: &'a Visit| {
        let at = visit.counter.as_ref().filter(|_| visit.state.is_at_counter());
        let counter = at.and_then(|id| office.counter(id)).map(|counter| &counter.name);
        Companion { number: visit.number, counter }
    };
    state.companions(visit).map(companion).collect()
}
