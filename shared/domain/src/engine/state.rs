//! The state of one office's day, and what can be read from it.

use super::City;
use super::command::{IntakeScope, Presented};
use super::forecast::Forecast;
use super::index::Index;
use super::undo::{LastStep, Undoable};
use crate::Timestamp;
use crate::booking::Booking;
use crate::estimate::Odds;
use crate::id::{BookingId, ChoiceId, CounterId, StaffId, VisitId};
use crate::learned::{Accuracy, Learned};
use crate::office::Office;
use crate::queue::{Apart, Pick, Skills, Ticket, Why};
use crate::ticket::{Lease, Numbering, TicketNumber};
use crate::visit::Visit;
use crate::window::Interruption;
use chrono::NaiveDate;
use imbl::OrdMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An open counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CounterState {
    /// Who serves there.
    pub staff: StaffId,
    /// Since when it is open.
    pub since: Timestamp,
    /// Who is called there or in service.
    pub visit: Option<VisitId>,
    /// Why that one was called and no other.
    pub why: Option<Why>,
    /// The party of whoever was served here last, until another is called: companions come next.
    #[serde(default)]
    pub after: Option<TicketNumber>,
    /// The clerk's break.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause: Option<Pause>,
    /// Since when the desk is silent: its clerk counts as away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away: Option<Timestamp>,
}

/// A clerk's break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Why, of the office's list.
    pub reason: ChoiceId,
    /// Since when.
    pub since: Timestamp,
    /// When the clerk means to be back.
    pub back_at: Option<Timestamp>,
}

/// Intake that is paused by a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntakePause {
    /// For whom.
    pub scope: IntakeScope,
    /// What is said to it, of the office's list.
    pub text: Option<ChoiceId>,
}

/// Everything stands still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standstill {
    /// Since when.
    pub since: Timestamp,
    /// What is said to it, of the office's list.
    pub text: Option<ChoiceId>,
}

/// One office's day: a fold over its events.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Facts", into = "Facts")]
pub struct QueueState {
    pub(super) facts: Facts,
    /// Computed from the facts, kept up to date with them.
    pub(super) index: Index,
    /// How much is thought about before an answer.
    pub(super) effort: Effort,
}

/// How many plays an estimate is made of at most. No part of the state: a simulation of many days may think less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Plays of an estimate; 0 makes none.
    pub estimate: u32,
    /// Plays of the question whether a walk-in is let in, at least 1.
    pub intake: u32,
}

impl Default for Effort {
    fn default() -> Self {
        Self { estimate: 40, intake: 20 }
    }
}

/// All that the events said and that is still needed. A copy shares with its original what grows with the day's people:
/// a driver makes one for every batch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Facts {
    pub office: Option<Office>,
    pub city: City,
    /// The local day that is going on.
    pub day: Option<NaiveDate>,
    pub bookings: OrdMap<BookingId, Booking>,
    pub visits: OrdMap<VisitId, Visit>,
    pub counters: BTreeMap<CounterId, CounterState>,
    /// By local day: numbers of days to come can be leased.
    pub numbering: BTreeMap<NaiveDate, Numbering>,
    pub leases: Vec<Lease>,
    /// What each counter's clerk did last.
    pub undo: BTreeMap<CounterId, LastStep>,
    pub last_visit: u64,
    pub last_call: u64,
    /// When counters that are closed now were left.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub left: BTreeMap<CounterId, Timestamp>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intake_pauses: Vec<IntakePause>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standstill: Option<Standstill>,
    /// Today's interruptions that are over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interruptions: Vec<Interruption>,
    /// When all terminals were out today.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terminals_out: Vec<Interruption>,
    /// What the days before taught.
    #[serde(default, skip_serializing_if = "Learned::is_empty")]
    pub learned: Learned,
}

impl From<QueueState> for Facts {
    fn from(state: QueueState) -> Self {
        state.facts
    }
}

impl From<Facts> for QueueState {
    fn from(facts: Facts) -> Self {
        let index = Index::of(&facts);
        Self { facts, index, effort: Effort::default() }
    }
}

impl QueueState {
    /// The configuration in force.
    pub fn office(&self) -> Option<&Office> {
        self.facts.office.as_ref()
    }

    /// The same with more or less thought before an answer.
    #[must_use]
    pub fn with_effort(self, effort: Effort) -> Self {
        Self { effort, ..self }
    }

    /// What estimates are drawn from: what the office has learned, with what is configured.
    pub fn odds(&self) -> &Odds {
        &self.index.odds
    }

    /// What the days before taught.
    pub fn learned(&self) -> &Learned {
        &self.facts.learned
    }

    /// How good today's estimates were so far.
    pub fn accuracy(&self) -> Accuracy {
        Accuracy::of(self.visits())
    }

    /// The city's keys and offices.
    pub fn city(&self) -> &City {
        &self.facts.city
    }

    /// The local day that is going on; `None` before the first configuration.
    pub fn day(&self) -> Option<NaiveDate> {
        self.facts.day
    }

    /// A visit of today.
    pub fn visit(&self, id: VisitId) -> Option<&Visit> {
        self.facts.visits.get(&id)
    }

    /// All visits of today, by id.
    pub fn visits(&self) -> impl Iterator<Item = &Visit> {
        self.facts.visits.values()
    }

    /// A booking that is known.
    pub fn booking(&self, id: BookingId) -> Option<&Booking> {
        self.facts.bookings.get(&id)
    }

    /// The language of who comes, a BCP 47 tag: chosen at the terminal, else that of the booking.
    pub fn language_of<'a>(&'a self, visit: &'a Visit) -> Option<&'a str> {
        let booked = || self.booking(visit.booking?)?.language.as_deref();
        visit.language.as_deref().or_else(booked)
    }

    /// The booking of what was presented, if it is genuine and known.
    pub fn presented_booking(&self, presented: &Presented) -> Option<&Booking> {
        let id = match presented {
            Presented::Scanned(text) => crate::code::read(text, &self.index.keys).ok()?.booking,
            Presented::ShortCode(id) => *id,
            Presented::Ticket(visit) => self.going_on(*visit)?.booking?,
            Presented::UnknownShortCode => return None,
        };
        self.booking(id)
    }

    /// All bookings that are known: today's and later ones.
    pub fn bookings(&self) -> impl Iterator<Item = &Booking> {
        self.facts.bookings.values()
    }

    /// Today's visit of a booking; where it was merged, the one that it is a part of.
    pub fn visit_of(&self, booking: BookingId) -> Option<&Visit> {
        self.going_on(*self.index.of_booking.get(&booking)?)
    }

    /// The visit with which this one goes on: itself, unless it was merged into another.
    pub fn going_on(&self, id: VisitId) -> Option<&Visit> {
        let mut visit = self.visit(id)?;
        // Into an open one only, so no circle can be.
        while let Some(into) = visit.merged_into {
            visit = self.visit(into)?;
        }
        Some(visit)
    }

    /// Today's visit with this number on one of its papers.
    pub fn visit_with(&self, number: TicketNumber) -> Option<&Visit> {
        self.visits().find(|visit| visit.merged_into.is_none() && visit.has_number(number))
    }

    /// A counter, if it is open.
    pub fn counter(&self, id: &CounterId) -> Option<&CounterState> {
        self.facts.counters.get(id)
    }

    /// All open counters, by id.
    pub fn counters(&self) -> impl Iterator<Item = (&CounterId, &CounterState)> {
        self.facts.counters.iter()
    }

    /// The numbers that kiosks own, for today and later.
    pub fn leases(&self) -> &[Lease] {
        &self.facts.leases
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.index.queue.len()
    }

    /// Who waits, in the order in which a counter that serves everything would call; who was put back and is
    /// not yet released comes last.
    pub fn waiting_in_order(&self, now: Timestamp) -> Vec<VisitId> {
        self.tickets_in_order(now).filter_map(|ticket| ticket.visit).collect()
    }

    /// The same, read only as far as somebody looks, with what the queue looks at in each.
    pub fn tickets_in_order(&self, now: Timestamp) -> impl Iterator<Item = &Ticket> {
        self.index.queue.in_order(now, &self.index.timing)
    }

    /// What a counter of the office can do.
    pub fn skills(&self, counter: &CounterId) -> Option<&Skills> {
        self.index.skills.get(counter)
    }

    /// Who would be called at a counter now, open or not: a forecast, not a claim. `None` while somebody is
    /// there, and if nobody waits whom it serves.
    pub fn preview(&self, counter: &CounterId, now: Timestamp) -> Option<Pick> {
        if self.counter(counter).is_some_and(|counter| counter.visit.is_some()) {
            return None;
        }
        self.pick(counter, now)
    }

    /// What [`Self::preview`] would say if nobody were at the counter: for the clerk who is about to finish.
    pub fn preview_after(&self, counter: &CounterId, now: Timestamp) -> Option<Pick> {
        self.pick(counter, now)
    }

    /// Whose turn it is at a counter.
    pub(super) fn pick(&self, counter: &CounterId, now: Timestamp) -> Option<Pick> {
        self.pick_after(counter, now, self.counter(counter).and_then(|open| open.after))
    }

    /// The same once somebody of this party was served there.
    pub(super) fn pick_after(
        &self,
        counter: &CounterId,
        now: Timestamp,
        party: Option<TicketNumber>,
    ) -> Option<Pick> {
        let skills = self.index.skills.get(counter)?;
        let (mine, others) = self.bound_elsewhere(counter);
        let apart = Apart { parties: self.parties_elsewhere(counter), visits: others, mine };
        if let Some(pick) = party.and_then(|party| self.companion(party, skills, now, &apart)) {
            return Some(pick);
        }
        let turn = self.index.queue.line().without(apart).next(skills, now, &self.index.timing)?;
        Some(Pick { visit: turn.ticket.visit?, why: turn.why })
    }

    /// The visits whose calls stand, newest call first.
    pub fn standing(&self) -> Vec<&Visit> {
        self.index.called.values().rev().filter_map(|visit| self.visit(*visit)).collect()
    }

    /// The expected waits now. Costs a simulation: make one and ask it for everybody.
    pub fn forecast(&self, now: Timestamp) -> Forecast<'_> {
        self.forecast_by(self.odds(), now)
    }

    /// The expected waits now, by other odds than the learned ones.
    pub fn forecast_by(&self, odds: &Odds, now: Timestamp) -> Forecast<'_> {
        Forecast::new(self, now, odds)
    }

    /// What the counter's clerk can take back now.
    pub fn can_undo(&self, counter: &CounterId, now: Timestamp) -> Option<Undoable> {
        let last = self.undoable(counter, now).ok()?;
        Some(Undoable { step: last.step, visit: last.before.id, until: last.until() })
    }
}
