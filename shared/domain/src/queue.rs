//! The queue's one key, and who is next at a counter: earliest due first.
//!
//! A walk-in's key is its arrival. An appointment's key is the later of its start and its check-in, less the
//! lead. Urgent goes forward by the boost. The smallest key is called first; ties go by start, then booked
//! before walk-in, then by number, never by check-in. An appointment that starts in more than `hold_back` is
//! not yet due: it is called only if nobody due can be served at that counter, earliest start first. A ticket
//! that was put back is called last of all until it is released, and so is one whose holder comes later.
//!
//! Who came together is never called to different counters at once: while one is at a counter the others are
//! passed over elsewhere, and come next there once that one is served, if they are due
//! ([`QueueState::preview`](crate::engine::QueueState::preview)).
//!
//! So a walk-in that arrived at *a* is passed, at a counter that could serve it, only by appointments whose
//! start and check-in are not after *a* + lead, by walk-ins that came before it, and by companions of whoever was
//! served there last.

mod lane;
mod line;

pub use line::{Apart, Line, Queue, Turn};

use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::id::{CounterId, VisitId};
use crate::office::{Office, Rules};
use crate::ticket::TicketNumber;
use crate::visit::{Held, Visit};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// Why this ticket was called and no other; a sentence is made of it in the clerk's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// A booked citizen whose time has come and who is due first.
    AppointmentDue {
        /// The booked start.
        start: Timestamp,
    },
    /// A walk-in who has waited longest of all who are due.
    LongestWaiting {
        /// Arrival, or the return after a no-show.
        since: Timestamp,
    },
    /// Urgent.
    Urgent,
    /// Nobody due can be served at this counter, so the next appointment comes early.
    EarlyAppointment {
        /// The booked start.
        start: Timestamp,
    },
    /// Held after being put back, but nobody else is there.
    OnlyHeldLeft,
    /// Came together with whoever was served at this counter just now.
    Companion {
        /// The number of the first of them.
        party: TicketNumber,
    },
}

/// Who is next at a counter, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Whose turn it is.
    pub visit: VisitId,
    /// Why.
    pub why: Why,
}

/// The queue's one key: smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// When the ticket is due in the queue's order; not a wall-clock promise.
    pub due: Timestamp,
    /// The booked start; for a walk-in the end of time, so that booked goes before walk-in.
    start: Timestamp,
    /// Unique in a day, so no two keys are equal.
    number: TicketNumber,
}

/// Rules of the order, in units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    lead: TimeDelta,
    boost: TimeDelta,
    hold_back: TimeDelta,
}

impl Timing {
    /// These of an office's rules.
    pub fn of(rules: &Rules) -> Self {
        let minutes = |minutes: u16| TimeDelta::minutes(i64::from(minutes));
        Self {
            lead: minutes(rules.appointment_lead_minutes),
            boost: minutes(rules.urgent_boost_minutes),
            hold_back: minutes(rules.hold_back_minutes),
        }
    }

    /// From when on an appointment with this start is due.
    pub fn due_from(&self, start: Timestamp) -> Timestamp {
        start - self.hold_back
    }
}

/// What the queue looks at in somebody who waits, or is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket {
    /// Its visit; `None` for somebody who is only expected.
    pub visit: Option<VisitId>,
    /// Its number.
    pub number: TicketNumber,
    /// The booked start; `None` without an appointment.
    pub start: Option<Timestamp>,
    /// Arrival, or the return after a no-show.
    pub queued: Timestamp,
    /// Whether it goes forward by the boost.
    pub urgent: bool,
    /// Put back.
    pub held: Option<Held>,
    /// Comes later, as said by phone.
    pub late_until: Option<Timestamp>,
    /// What it needs next.
    pub need: Need,
    /// How long it will take at a counter, in minutes.
    pub minutes: u16,
    /// Whoever has the same came together.
    pub party: TicketNumber,
}

/// What a ticket needs next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Not yet known: any counter may serve it.
    Any,
    /// The service at this place of the office's list; past its end once the service was deleted, which only
    /// a counter for everything serves.
    Service(usize),
}

impl Need {
    /// The need of these services: the first of them.
    pub fn of(services: &[ServiceChoice], office: &Office) -> Self {
        services.first().map_or(Self::Any, |next| {
            let place = office.services.iter().position(|service| service.id == next.service);
            Self::Service(place.unwrap_or(usize::MAX))
        })
    }
}

/// What a counter can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skills {
    /// By the place of the service in the office's list; `None` means everything.
    offered: Option<Vec<bool>>,
}

impl Skills {
    /// Those of a counter, or `None` if the office has no such counter.
    pub fn of(counter: &CounterId, office: &Office) -> Option<Self> {
        let services = &office.counter(counter)?.services;
        let offered = office.services.iter().map(|service| services.contains(&service.id)).collect();
        Some(Self { offered: (!services.is_empty()).then_some(offered) })
    }

    /// Of these skills those for the given needs, in an office with so many services.
    #[must_use]
    pub fn only(&self, needs: &[Need], services: usize) -> Self {
        let offered = (0..services).map(Need::Service).map(|need| needs.contains(&need) && self.serve(need));
        Self { offered: Some(offered.collect()) }
    }

    /// Whether the counter can serve this need.
    pub fn serve(&self, need: Need) -> bool {
        match (&self.offered, need) {
            (None, _) | (_, Need::Any) => true,
            (Some(offered), Need::Service(place)) => offered.get(place).copied().unwrap_or(false),
        }
    }
}

impl Ticket {
    /// What the queue looks at in a visit.
    pub fn of(visit: &Visit, office: &Office) -> Self {
        Self {
            visit: Some(visit.id),
            number: visit.number,
            start: visit.start,
            queued: visit.queued,
            urgent: visit.urgent,
            held: visit.held,
            late_until: visit.late_until,
            need: Need::of(&visit.services, office),
            minutes: office.minutes(&visit.services),
            party: visit.party(),
        }
    }

    /// Its key.
    pub fn key(&self, timing: &Timing) -> Key {
        let base = match self.start {
            Some(start) => start.max(self.queued) - timing.lead,
            None => self.queued,
        };
        let due = if self.urgent { base - timing.boost } else { base };
        Key { due, start: self.start.unwrap_or(Timestamp::MAX_UTC), number: self.number }
    }

    /// Whether its time has come: always for a walk-in, from `hold_back` before the start for an appointment.
    pub fn is_due(&self, now: Timestamp, timing: &Timing) -> bool {
        self.start.is_none_or(|start| timing.due_from(start.max(self.queued)) <= now)
    }

    /// Whether it was put back and is not yet released, or comes later.
    pub fn is_held(&self, now: Timestamp) -> bool {
        let put_back = self.held.is_some_and(|held| now < held.until && held.others_left > 0);
        put_back || self.late_until.is_some_and(|until| now < until)
    }

    /// When it becomes due or is held no longer, whichever comes first, although nothing happens.
    pub fn changes_at(&self, now: Timestamp, timing: &Timing) -> Option<Timestamp> {
        let due = self.start.map(|start| timing.due_from(start.max(self.queued)));
        let moments = [due, self.held.map(|held| held.until), self.late_until];
        moments.into_iter().flatten().filter(|at| *at > now).min()
    }

    /// Until when it is held at most.
    pub fn held_until(&self, now: Timestamp) -> Option<Timestamp> {
        let put_back = self.held.filter(|held| held.others_left > 0).map(|held| held.until);
        put_back.max(self.late_until).filter(|until| now < *until)
    }
}
