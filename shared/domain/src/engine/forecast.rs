//! The expected waits at one moment, read from the state.

use super::outlook::STEPS;
use super::{QueueState, WalkInRefusal};
use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::estimate::{Expected, Odds, Span};
use crate::id::{ServiceId, VisitId};
use crate::intake::{self, Terms};
use crate::office::Office;
use crate::queue::{Need, Ticket};
use crate::visit::{Origin, Visit, VisitState};
use chrono::TimeDelta;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// The expected waits at one moment.
#[derive(Debug)]
pub struct Forecast<'a> {
    state: &'a QueueState,
    now: Timestamp,
    waits: BTreeMap<VisitId, Expected>,
}

impl<'a> Forecast<'a> {
    pub(super) fn new(state: &'a QueueState, now: Timestamp, odds: &Odds) -> Self {
        let mut needs: Vec<Need> = Vec::new();
        for ticket in state.index.queue.tickets() {
            if !needs.contains(&ticket.need) {
                needs.push(ticket.need);
            }
        }
        let waits = state.office().map(|office| state.waits(office, now, odds, &needs));
        Self { state, now, waits: waits.unwrap_or_default() }
    }

    /// The wait of a waiting visit; `None` if it does not wait, or is not foreseen to be called today.
    pub fn of(&self, visit: VisitId) -> Option<Span> {
        self.expected(visit).map(|expected| expected.span())
    }

    /// The same with its middle and quarters.
    pub fn expected(&self, visit: VisitId) -> Option<Expected> {
        self.waits.get(&visit).copied()
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
        let (open, closed): (Vec<_>, Vec<_>) = all.partition(|(id, _)| {
            self.state.counter(id).is_some_and(|open| open.calls_from(self.now).is_some())
        });
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
        self.admitted(now, arrived, services).map(|expected| expected.span())
    }

    /// The same with its middle and quarters.
    ///
    /// # Errors
    /// As for [`Self::intake`].
    pub fn admitted(
        &self,
        now: Timestamp,
        arrived: Timestamp,
        services: &[ServiceChoice],
    ) -> Result<Expected, WalkInRefusal> {
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

    /// Whether a ticket of the day and one of the hour are left for a service.
    fn within_limit(&self, office: &Office, now: Timestamp, id: &ServiceId) -> Result<(), WalkInRefusal> {
        let Some(service) = office.service(id) else { return Ok(()) };
        let of_service = |visit: &&Visit| {
            let came = visit.origin == Origin::WalkIn && visit.state != VisitState::Cancelled;
            came && visit.services.iter().any(|choice| choice.service == *id)
        };
        let given = || self.visits().filter(of_service);
        let from = if service.walk_in_limit.is_some_and(|limit| given().count() >= usize::from(limit)) {
            office.next_midnight(now)
        } else {
            let hour = office.hour_of(now);
            let this_hour = given().filter(|visit| office.hour_of(visit.arrived) == hour).count();
            if service.walk_in_limit_per_hour.is_none_or(|limit| this_hour < usize::from(limit)) {
                return Ok(());
            }
            hour + TimeDelta::hours(1)
        };
        Err(WalkInRefusal::QueueFull { opens_at: office.walk_in_opens_at(service, from) })
    }

    /// The wait of somebody without an appointment, if there is room; used for late citizens, too, whose
    /// services need not be offered to walk-ins.
    pub(super) fn room_for(
        &self,
        office: &Office,
        now: Timestamp,
        arrived: Timestamp,
        services: &[ServiceChoice],
    ) -> Result<Expected, WalkInRefusal> {
        self.lets_in(office, services)?;
        let opens_at = office.opens_at(now);
        if opens_at != Some(now) {
            return Err(WalkInRefusal::Closed { opens_at });
        }
        let newcomer = self.newcomer(office, None, arrived, services);
        let closes_at = office.closes_next(now).ok_or(WalkInRefusal::Closed { opens_at })?;
        let admit = || {
            let terms = Terms {
                need: newcomer.need,
                minutes: newcomer.minutes,
                closes_at,
                grace: TimeDelta::minutes(i64::from(office.rules.appointment_grace_minutes)),
            };
            let odds = self.odds();
            let (visit, scene) = self.scene_with(office, odds, now, &newcomer, services)?;
            let plays = scene.plays(Some(visit), self.effort.intake.max(1), STEPS);
            intake::admit(&scene, visit, plays, &terms)
        };
        // After a break at noon it is worth another try, after the day's end on the next one.
        admit().ok_or_else(|| WalkInRefusal::QueueFull { opens_at: office.opens_at(closes_at) })
    }

    /// The wait of somebody with an appointment who joins now.
    pub(super) fn wait_of_appointment(
        &self,
        office: &Office,
        now: Timestamp,
        (start, arrived): (Timestamp, Timestamp),
        services: &[ServiceChoice],
    ) -> Option<Expected> {
        if self.effort.estimate == 0 {
            return None;
        }
        let newcomer = self.newcomer(office, Some(start), arrived, services);
        if self.is_crowded() {
            return self.wait_in_crowd(office, now, &newcomer, services, self.effort.estimate);
        }
        let (visit, scene) = self.scene_with(office, self.odds(), now, &newcomer, services)?;
        scene.expected(visit, scene.plays(Some(visit), self.effort.estimate, STEPS))
    }

    /// The waits of all who are here.
    fn waits(
        &self,
        office: &Office,
        now: Timestamp,
        odds: &Odds,
        needs: &[Need],
    ) -> BTreeMap<VisitId, Expected> {
        let scene = self.scene(office, odds, now, needs);
        let plays = scene.plays(None, self.effort.estimate.max(1), STEPS);
        let from = now.timestamp_millis();
        let mut waits: BTreeMap<VisitId, Vec<i64>> = BTreeMap::new();
        for number in 0..plays {
            let mut left = scene.waiting.len();
            scene.play(number, None, |call| {
                if let Some(visit) = call.visit {
                    waits.entry(visit).or_default().push(call.at - from);
                    left -= 1;
                }
                if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
        }
        let of_all = |(visit, mut waits): (VisitId, Vec<i64>)| {
            waits.resize(plays as usize, i64::MAX);
            Some((visit, Expected::of(waits)?))
        };
        waits.into_iter().filter_map(of_all).collect()
    }
}
