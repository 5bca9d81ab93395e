//! The expected waits at one moment, read from the state.

use super::{QueueState, WalkInRefusal};
use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::estimate::{self, Desk, Outlook, Span};
use crate::id::{BookingId, ServiceId, VisitId};
use crate::intake;
use crate::office::Office;
use crate::queue::{Need, Ticket};
use crate::ticket::TicketNumber;
use crate::visit::{Origin, Visit, VisitState};
use chrono::TimeDelta;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// The expected waits at one moment.
#[derive(Debug)]
pub struct Forecast<'a> {
    state: &'a QueueState,
    now: Timestamp,
    calls: BTreeMap<VisitId, Timestamp>,
}

impl<'a> Forecast<'a> {
    pub(super) fn new(state: &'a QueueState, now: Timestamp) -> Self {
        let mut calls = BTreeMap::new();
        let mut needs: Vec<Need> = Vec::new();
        for ticket in state.index.queue.tickets() {
            if !needs.contains(&ticket.need) {
                needs.push(ticket.need);
            }
        }
        if let Some(outlook) = state.outlook(now, &needs) {
            let mut left = state.index.queue.len();
            outlook.run(|call| {
                if let Some(visit) = call.ticket.visit {
                    calls.insert(visit, call.at);
                    left -= 1;
                }
                if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
        }
        Self { state, now, calls }
    }

    /// The wait of a waiting visit; `None` if it does not wait, or is not foreseen to be called today.
    pub fn of(&self, visit: VisitId) -> Option<Span> {
        self.calls.get(&visit).map(|call| Span::of(*call - self.now))
    }

    /// The wait of a walk-in who came now for these services; `None` if none is let in.
    pub fn walk_in(&self, services: &[ServiceChoice]) -> Option<Span> {
        self.state.intake(self.now, self.now, services).ok()
    }

    /// How many of those who wait the order calls before a walk-in who came now for these services, at the
    /// counters that could call either: the open ones, or all where none of these offers the service.
    pub fn ahead(&self, services: &[ServiceChoice]) -> usize {
        let Some(office) = self.state.office() else { return 0 };
        let newcomer = self.state.newcomer(office, None, self.now, services);
        let timing = &self.state.index.timing;
        let all = self.state.index.skills.iter().filter(|(_, skills)| skills.serve(newcomer.need));
        let (open, closed): (Vec<_>, Vec<_>) = all.partition(|(id, _)| self.state.counter(id).is_some());
        let counters = if open.is_empty() { closed } else { open };
        let before = |ticket: &&Ticket| {
            ticket.key(timing) < newcomer.key(timing)
                && counters.iter().any(|(_, skills)| skills.serve(ticket.need))
        };
        self.state.index.queue.tickets().filter(before).count()
    }
}

impl QueueState {
    /// The wait of a walk-in who arrived at `arrived`, or why none is let in now.
    ///
    /// # Errors
    /// No office, nothing chosen or too much, a service that is not offered, closed, or full.
    pub fn intake(
        &self,
        now: Timestamp,
        arrived: Timestamp,
        services: &[ServiceChoice],
    ) -> Result<Span, WalkInRefusal> {
        let office = self.office().ok_or(WalkInRefusal::Closed { opens_at: None })?;
        if services.is_empty() || services.len() > 10 || services.iter().any(|choice| choice.quantity == 0) {
            return Err(WalkInRefusal::NoService);
        }
        for choice in services {
            intake::offered(office, &choice.service, now)?;
            self.within_limit(office, now, &choice.service)?;
        }
        self.room_for(office, now, arrived, services)
    }

    /// Whether a ticket of the day is left for a service.
    fn within_limit(&self, office: &Office, now: Timestamp, id: &ServiceId) -> Result<(), WalkInRefusal> {
        let Some(service) = office.service(id) else { return Ok(()) };
        let of_service = |visit: &&Visit| {
            visit.origin == Origin::WalkIn && visit.services.iter().any(|choice| choice.service == *id)
        };
        let given = self.visits().filter(of_service).count();
        if service.walk_in_limit.is_none_or(|limit| given < usize::from(limit)) {
            return Ok(());
        }
        let opens_at = office.walk_in_opens_at(service, office.next_midnight(now));
        Err(WalkInRefusal::QueueFull { opens_at })
    }

    /// The wait of somebody without an appointment, if there is room; used for late citizens, too, whose
    /// services need not be offered to walk-ins.
    pub(super) fn room_for(
        &self,
        office: &Office,
        now: Timestamp,
        arrived: Timestamp,
        services: &[ServiceChoice],
    ) -> Result<Span, WalkInRefusal> {
        let opens_at = office.opens_at(now);
        if opens_at != Some(now) {
            return Err(WalkInRefusal::Closed { opens_at });
        }
        let newcomer = self.newcomer(office, None, arrived, services);
        let grace = TimeDelta::minutes(i64::from(office.rules.appointment_grace_minutes));
        let call = office.closes_at(now).and_then(|closes_at| {
            intake::admit(self.outlook(now, &[newcomer.need])?, newcomer, closes_at, grace)
        });
        let full = || WalkInRefusal::QueueFull { opens_at: office.opens_at(office.next_midnight(now)) };
        call.map(|at| Span::of(at - now)).ok_or_else(full)
    }

    /// The wait of somebody with an appointment who joins now.
    pub(super) fn wait_of_appointment(
        &self,
        office: &Office,
        now: Timestamp,
        (start, arrived): (Timestamp, Timestamp),
        services: &[ServiceChoice],
    ) -> Option<Span> {
        let newcomer = self.newcomer(office, Some(start), arrived, services);
        let call = self.outlook(now, &[newcomer.need])?.call_of(newcomer)?;
        Some(Span::of(call - now))
    }

    fn newcomer(
        &self,
        office: &Office,
        start: Option<Timestamp>,
        queued: Timestamp,
        services: &[ServiceChoice],
    ) -> Ticket {
        Ticket {
            visit: Some(VisitId(self.facts.last_visit + 1)),
            number: TicketNumber::HIGHEST,
            start,
            queued,
            urgent: false,
            held: None,
            need: Need::of(services, office),
            minutes: office.minutes(services),
            party: TicketNumber::HIGHEST,
        }
    }

    /// The day as it stands, with counters for these needs. `None` without a configuration.
    fn outlook(&self, now: Timestamp, needs: &[Need]) -> Option<Outlook<'_>> {
        let office = self.office()?;
        let past = TimeDelta::minutes(i64::from(office.rules.window_after_minutes));
        let first = (now - past, BookingId::FIRST);
        let expected = self.index.expected.range(first..).map(move |&(start, booking)| {
            let services = self.booking(booking).map_or(&[][..], |booking| &booking.services);
            Ticket { visit: None, ..self.newcomer(office, Some(start), start, services) }
        });
        let line = self.index.queue.outlook(expected, estimate::DEPTH);
        let until = office.next_midnight(now);
        Some(Outlook { line, desks: self.desks(office, now, needs), timing: self.index.timing, until })
    }

    /// The open counters, and for each need that none of them serves the configured ones that do.
    fn desks(&self, office: &Office, now: Timestamp, needs: &[Need]) -> Vec<Desk<'_>> {
        let open = self.counters().filter_map(|(id, counter)| {
            let free_at = counter.visit.map_or(now, |visit| self.free_at(office, now, visit));
            Some(Desk { skills: Cow::Borrowed(self.index.skills.get(id)?), free_at })
        });
        let mut desks: Vec<Desk> = open.collect();
        let served = |need: &Need| desks.iter().any(|desk| desk.skills.serve(*need));
        let unserved: Vec<Need> = needs.iter().copied().filter(|need| !served(need)).collect();
        let Some(free_at) = office.opens_at(now).filter(|_| !unserved.is_empty()) else { return desks };
        let closed = self.index.skills.iter().filter(|(id, _)| self.counter(id).is_none());
        for (_, skills) in closed.filter(|(_, skills)| unserved.iter().any(|need| skills.serve(*need))) {
            let skills = Cow::Owned(skills.only(&unserved, office.services.len()));
            desks.push(Desk { skills, free_at });
        }
        desks
    }

    /// When a counter has done with its visit, as configured; one that takes longer may end any minute.
    fn free_at(&self, office: &Office, now: Timestamp, visit: VisitId) -> Timestamp {
        let Some(visit) = self.visit(visit) else {
            return now;
        };
        let needed = TimeDelta::minutes(i64::from(office.minutes(&visit.services)));
        let served = if visit.state == VisitState::Serving { now - visit.since } else { TimeDelta::zero() };
        let before = TimeDelta::milliseconds(i64::try_from(visit.served_ms).unwrap_or(i64::MAX / 2));
        now + (needed - served - before).max(TimeDelta::minutes(1))
    }
}
