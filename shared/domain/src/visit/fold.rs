//! What happens to a visit, with the times that belong to it.

use super::{Call, Mark, Origin, Visit, VisitState, Watch, Wishes};
use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::engine::{Event, Transfer};
use crate::id::{AreaId, CallId, ChoiceId, CounterId, StaffId};
use crate::ticket::TicketNumber;
use chrono::TimeDelta;

impl Visit {
    /// The visit that [`Event::VisitOpened`] opens; `None` for another event.
    pub(crate) fn opened(at: Timestamp, event: &Event) -> Option<Self> {
        let Event::VisitOpened {
            visit,
            number,
            booking,
            origin,
            services,
            area,
            start,
            arrived,
            estimate,
            expected,
            confirmed_by_presence: _,
            language,
        } = event
        else {
            return None;
        };
        Some(Self {
            id: *visit,
            number: *number,
            booking: *booking,
            origin: *origin,
            services: services.clone(),
            area: area.clone(),
            start: *start,
            arrived: *arrived,
            urgent: false,
            state: VisitState::Waiting,
            since: at,
            queued: *arrived,
            held: None,
            calls: 0,
            counted_at: None,
            call: None,
            counter: None,
            first_called: None,
            started: None,
            served_ms: 0,
            waited_ms: 0,
            way_ms: 0,
            parked_ms: 0,
            interrupted_ms: 0,
            ended: None,
            estimate: *estimate,
            expected: *expected,
            aliases: Vec::new(),
            alone: false,
            marks: Vec::new(),
            party: None,
            wishes: Wishes::default(),
            urgent_reason: None,
            bound: None,
            late_until: None,
            admitted: None,
            told: None,
            parked_by: None,
            done: Vec::new(),
            outcome: None,
            merged_into: None,
            merged: Vec::new(),
            language: language.clone(),
        })
    }

    /// A first call or a recall.
    pub(crate) fn be_called(&mut self, watch: &Watch, call: Call) {
        if self.state != VisitState::Called {
            self.enter(watch, VisitState::Called);
        }
        self.first_called.get_or_insert(watch.at());
        self.counter = Some(call.counter.clone());
        self.call = Some(call);
    }

    /// A terminal has shown a call. It counts now, if it can; a call that another has followed does not.
    pub(crate) fn acknowledge(&mut self, id: CallId, heard: bool) {
        let Some(call) = self.call.as_mut().filter(|call| call.id == id) else {
            return;
        };
        if call.counts && !call.acknowledged {
            self.calls = self.calls.saturating_add(1);
            self.counted_at = Some(call.at);
        }
        call.acknowledged = true;
        call.heard |= heard;
    }

    /// A kiosk that was alone gave it this number; where it has another already, calls name both.
    pub(crate) fn be_handed_over(&mut self, number: TicketNumber) {
        self.alone = true;
        if !self.has_number(number) {
            self.aliases.push(number);
        }
    }

    /// Reception should look at it.
    pub(crate) fn be_marked(&mut self, mark: Mark) {
        if !self.marks.contains(&mark) {
            self.marks.push(mark);
        }
    }

    /// Comes into another state, with the times that belong to it.
    pub(crate) fn enter(&mut self, watch: &Watch, state: VisitState) {
        let (stretch, still) = watch.since(self.since);
        let sum = match self.state {
            VisitState::Waiting => Some(&mut self.waited_ms),
            VisitState::Called => Some(&mut self.way_ms),
            VisitState::Serving => Some(&mut self.served_ms),
            VisitState::Parked => Some(&mut self.parked_ms),
            VisitState::Finished | VisitState::NoShow | VisitState::Cancelled | VisitState::Unserved => None,
        };
        if let Some(sum) = sum {
            *sum = sum.saturating_add(stretch);
            self.interrupted_ms = self.interrupted_ms.saturating_add(still);
        }
        if state == VisitState::Serving {
            self.started.get_or_insert(watch.at());
            // Whoever meant to come later is here.
            self.late_until = None;
        }
        self.state = state;
        self.since = watch.at();
        self.held = None;
        self.parked_by = None;
        self.ended = (!state.is_open()).then_some(watch.at());
    }

    /// At a counter without a call, or again there.
    pub(crate) fn be_taken(&mut self, watch: &Watch, counter: &CounterId) {
        self.enter(watch, VisitState::Serving);
        self.counter = Some(counter.clone());
    }

    /// Goes on at another counter: who was called is called anew there, and comes from elsewhere.
    pub(crate) fn be_taken_over(&mut self, watch: &Watch, counter: &CounterId) {
        match self.state {
            VisitState::Called => {
                self.calls = 0;
                self.counted_at = None;
            }
            VisitState::Parked => self.enter(watch, VisitState::Serving),
            VisitState::Waiting
            | VisitState::Serving
            | VisitState::NoShow
            | VisitState::Finished
            | VisitState::Cancelled
            | VisitState::Unserved => {}
        }
        self.counter = Some(counter.clone());
    }

    /// Everything stood still so long: what was to come comes later, and what counted was later.
    pub(crate) fn be_set_back(&mut self, by: TimeDelta) {
        if let Some(held) = &mut self.held {
            held.until += by;
        }
        for moment in [&mut self.late_until, &mut self.counted_at].into_iter().flatten() {
            *moment += by;
        }
    }

    /// Reception let it in for a reason: by the rules, or as on time for this start.
    pub(crate) fn be_admitted(&mut self, reason: &ChoiceId, as_on_time: Option<Timestamp>) {
        self.admitted = Some(reason.clone());
        if let Some(start) = as_on_time {
            self.origin = Origin::Appointment;
            self.start = Some(start);
            self.queued = self.queued.min(start);
        }
    }

    /// Put aside by somebody.
    pub(crate) fn be_parked(&mut self, watch: &Watch, staff: &StaffId) {
        self.enter(watch, VisitState::Parked);
        self.parked_by = Some(staff.clone());
    }

    /// Waits elsewhere, with number, urgency and arrival as before; its calls were for another counter.
    pub(crate) fn be_handed_on(&mut self, watch: &Watch, transfer: &Transfer, area: &AreaId) {
        self.enter(watch, VisitState::Waiting);
        if !transfer.services.is_empty() {
            self.services.clone_from(&transfer.services);
        }
        self.done.extend(transfer.done.iter().cloned());
        self.bound.clone_from(&transfer.to);
        self.area = area.clone();
        self.calls = 0;
        self.counted_at = None;
        self.call = None;
        self.counter = None;
    }

    /// All that it came for: what was done, then what was not.
    pub fn came_for(&self) -> impl Iterator<Item = &ServiceChoice> {
        let done = || self.done.iter().filter(|choice| choice.quantity > 0);
        let is_done = move |choice: &ServiceChoice| done().any(|done| done.service == choice.service);
        done().chain(self.services.iter().filter(move |choice| !is_done(choice)))
    }

    /// Ends with what was done: all that it came for, unless something else is named.
    pub(crate) fn be_finished(&mut self, watch: &Watch, done: &[ServiceChoice], outcome: Option<&ChoiceId>) {
        self.enter(watch, VisitState::Finished);
        let all = if done.is_empty() { &self.services } else { done };
        let mut all_done = std::mem::take(&mut self.done);
        all_done.extend(all.iter().cloned());
        self.done = all_done;
        self.outcome = outcome.cloned();
    }

    /// Another visit goes on as a part of this one: its papers, its services and its wishes are.
    pub(crate) fn take_in(&mut self, other: &Self) {
        for number in std::iter::once(other.number).chain(other.aliases.iter().copied()) {
            if !self.has_number(number) {
                self.aliases.push(number);
            }
        }
        self.services.extend(other.services.iter().cloned());
        self.merged.extend(std::iter::once(other.id).chain(other.merged.iter().copied()));
        self.wishes = self.wishes.and(other.wishes);
    }

    /// The inverse of [`Self::take_in`], with what else was learned since left as it is.
    pub(crate) fn give_back(&mut self, other: &Self, before: &Self) {
        self.aliases.retain(|number| !other.has_number(*number) || before.has_number(*number));
        let rest = self.services.len().saturating_sub(other.services.len());
        self.services.truncate(rest);
        self.merged.clone_from(&before.merged);
        if self.wishes == before.wishes.and(other.wishes) {
            self.wishes = before.wishes;
        }
    }

    /// Back after a no-show, with a key anew and calls at zero.
    pub(crate) fn come_back(&mut self, watch: &Watch, arrived: Timestamp) {
        self.enter(watch, VisitState::Waiting);
        self.queued = arrived;
        self.late_until = None;
        self.calls = 0;
        self.counted_at = None;
        self.call = None;
        self.counter = None;
    }
}
