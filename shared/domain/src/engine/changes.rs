//! What staff do with somebody's visit besides calling: hand on, let go first, give up, join, serve at once; and
//! what becomes of visits whose clerk goes.

use super::check_in::Opening;
use super::hand_over::number_of;
use super::{Change, Decision, Event, QueueState, Refusal, Reply, Transfer, WalkInRefusal};
use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::id::{AreaId, ChoiceId, CounterId, StaffId, VisitId};
use crate::office::Office;
use crate::visit::{Actor, Bound, Visit, VisitCommand, VisitState};

/// No visit is for more services (as at the kiosk).
const MOST_SERVICES: usize = 10;

impl QueueState {
    pub(super) fn change_visit(
        &self,
        actor: &Actor,
        id: VisitId,
        change: &Change,
        counter: Option<&CounterId>,
    ) -> Result<Decision, Refusal> {
        if let Some(counter) = counter {
            self.open_counter_of(counter, actor)?;
        }
        let visit = self.known(id)?;
        if visit.state.is_at_counter() && !matches!(change, Change::Services(_)) {
            let at = visit.counter.clone().ok_or(Refusal::NobodyAtCounter)?;
            return Err(Refusal::SomebodyAtCounter(at));
        }
        if let Some(command) = change.command() {
            visit.state.after(command)?;
        }
        let at = counter;
        let counter = counter.cloned();
        let event = match change {
            Change::Transfer(transfer) => self.transferred(visit, transfer, counter)?,
            Change::Urgent(reason) => self.made_urgent(visit, reason, counter)?,
            Change::Cancel => Event::Cancelled { visit: id, counter },
            Change::MergeInto(into) => self.merged(visit, *into, counter)?,
            Change::Services(services) => return self.services_changed(visit, services, at),
        };
        Ok(Decision::done(vec![event]))
    }

    fn known(&self, id: VisitId) -> Result<&Visit, Refusal> {
        self.visit(id).ok_or_else(|| Refusal::NotFound { what: "visit", id: id.0.to_string() })
    }

    /// Number, urgency and arrival stay; it waits in the area of its next service, or where it is handed on to.
    pub(super) fn transferred(
        &self,
        visit: &Visit,
        transfer: &Transfer,
        counter: Option<CounterId>,
    ) -> Result<Event, Refusal> {
        let office = self.configured()?;
        check_services(office, &transfer.services)?;
        check_services(office, &transfer.done)?;
        let services = if transfer.services.is_empty() { &visit.services } else { &transfer.services };
        let missing = |what, id: &str| Refusal::NotFound { what, id: id.to_owned() };
        let area_of = |id: &CounterId| office.counter(id).map(|counter| counter.area.clone());
        let bound_area = match &transfer.to {
            Some(Bound::Counter(id)) => Some(area_of(id).ok_or_else(|| missing("counter", id.as_str()))?),
            Some(Bound::Staff(staff)) => self.counter_with(staff).and_then(area_of),
            None => None,
        };
        let of_service = || office.area_of(services).map(|area| area.id.clone());
        let area: AreaId = bound_area.or_else(of_service).unwrap_or_else(|| visit.area.clone());
        let is_called = visit.state == VisitState::Called;
        let withdrawn = visit.call.as_ref().filter(|_| is_called).map(|call| call.id);
        Ok(Event::Transferred { visit: visit.id, transfer: transfer.clone(), area, counter, withdrawn })
    }

    /// Who waits does so in the area of the next service; whoever is at a counter is there.
    fn services_changed(
        &self,
        visit: &Visit,
        services: &[ServiceChoice],
        counter: Option<&CounterId>,
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        if !visit.state.is_open() {
            return Err(Refusal::Over(visit.state));
        }
        if let Some(at) = visit.counter.as_ref().filter(|_| visit.state.is_at_counter())
            && counter.is_some_and(|counter| counter != at)
        {
            return Err(Refusal::SomebodyAtCounter(at.clone()));
        }
        check_services(office, services)?;
        if services.is_empty() || services.iter().any(|choice| choice.quantity == 0) {
            return Err(Refusal::WalkIn(WalkInRefusal::NoService));
        }
        if visit.services == services {
            return Ok(Decision::done(Vec::new()));
        }
        let moves = visit.state == VisitState::Waiting && visit.bound.is_none();
        let area = office.area_of(services).filter(|_| moves).map(|area| area.id.clone());
        let area = area.unwrap_or_else(|| visit.area.clone());
        let (visit, services, counter) = (visit.id, services.to_vec(), counter.cloned());
        Ok(Decision::done(vec![Event::ServicesChanged { visit, services, area, counter }]))
    }

    fn made_urgent(
        &self,
        visit: &Visit,
        reason: &ChoiceId,
        counter: Option<CounterId>,
    ) -> Result<Event, Refusal> {
        if !self.configured()?.has_urgent_reason(reason) {
            return Err(Refusal::NotFound { what: "reason", id: reason.to_string() });
        }
        if visit.urgent {
            return Err(Refusal::AlreadyUrgent);
        }
        if !visit.state.is_open() {
            return Err(Refusal::Over(visit.state));
        }
        Ok(Event::MadeUrgent { visit: visit.id, reason: reason.clone(), counter })
    }

    fn merged(&self, visit: &Visit, into: VisitId, counter: Option<CounterId>) -> Result<Event, Refusal> {
        let other = self.known(into)?;
        if other.id == visit.id {
            return Err(Refusal::NotFound { what: "other visit", id: into.0.to_string() });
        }
        if !other.state.is_open() {
            return Err(Refusal::Over(other.state));
        }
        if visit.services.len() + other.services.len() > MOST_SERVICES {
            return Err(Refusal::TooManyServices);
        }
        Ok(Event::Merged { visit: visit.id, into, counter })
    }

    /// Whom a clerk put aside only that clerk takes up again, while there.
    pub(super) fn take(&self, counter: &CounterId, actor: &Actor, id: VisitId) -> Result<Decision, Refusal> {
        if self.open_counter_of(counter, actor)?.visit == Some(id) {
            // Pressing twice takes nobody twice.
            return Ok(Decision::unchanged(Reply::Called(id)));
        }
        let open = self.free_counter(counter, actor)?;
        let visit = self.known(id)?;
        let command =
            if visit.state == VisitState::Parked { VisitCommand::Resume } else { VisitCommand::Quick };
        self.may(visit.state, command)?;
        if let Some(by) = visit.parked_by.as_ref().filter(|by| **by != open.staff)
            && let Some(there) = self.counter_with(by).filter(|there| self.is_there(there))
        {
            return Err(Refusal::ParkedElsewhere(there.clone()));
        }
        if self.parties_elsewhere(counter).contains(&visit.party())
            && let Some(refusal) = self.companion_elsewhere(visit)
        {
            return Err(refusal);
        }
        let taken = Event::Taken { visit: id, counter: counter.clone(), at_once: false };
        Ok(Decision { events: vec![taken], reply: Reply::Called(id) })
    }

    /// A visit like every other, with a number that is on no paper.
    pub(super) fn serve_at_once(
        &self,
        now: Timestamp,
        counter: &CounterId,
        actor: &Actor,
        services: &[ServiceChoice],
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        self.free_counter(counter, actor)?;
        self.may(VisitState::Waiting, VisitCommand::Quick)?;
        check_services(office, services)?;
        let area = office.counter(counter).map(|counter| &counter.area);
        let area = office.area_of(services).map(|area| &area.id).or(area);
        let opening = Opening { area, ..Opening::walk_in(services, now, None) };
        let (mut events, visit) = self.open_visit(office, now, opening).ok_or(Refusal::NoNumbers)?;
        // Somebody may have been linked to this number before it was given.
        if let Some(refusal) =
            events.iter().find_map(number_of).and_then(|number| self.party_elsewhere(counter, number))
        {
            return Err(refusal);
        }
        events.push(Event::Taken { visit, counter: counter.clone(), at_once: true });
        Ok(Decision { events, reply: Reply::Called(visit) })
    }

    /// The open counter of a person.
    pub fn counter_with(&self, staff: &StaffId) -> Option<&CounterId> {
        self.counters().find(|(_, open)| open.staff == *staff).map(|(id, _)| id)
    }

    /// Whom a person has put aside.
    pub fn parked_by(&self, staff: &StaffId) -> impl Iterator<Item = &Visit> {
        self.parked().filter(move |visit| visit.parked_by.as_ref() == Some(staff))
    }

    /// Whoever was put aside, by id.
    pub fn parked(&self) -> impl Iterator<Item = &Visit> {
        self.index.parked.iter().filter_map(|visit| self.visit(*visit))
    }

    /// Whether a counter may call a visit that was handed on, and whether it may although it does not offer the
    /// service; while its counter or person is there nobody else may.
    pub fn bound_elsewhere(&self, counter: &CounterId) -> (Vec<VisitId>, Vec<VisitId>) {
        let staff = self.counter(counter).map(|open| &open.staff);
        let there = |counter: Option<&CounterId>| counter.is_some_and(|counter| self.is_there(counter));
        let (mut mine, mut others) = (Vec::new(), Vec::new());
        for id in &self.index.bound {
            let Some(bound) = self.visit(*id).and_then(|visit| visit.bound.as_ref()) else { continue };
            let (is_mine, is_there) = match bound {
                Bound::Counter(to) => (to == counter, there(Some(to))),
                Bound::Staff(to) => (staff == Some(to), there(self.counter_with(to))),
            };
            if is_mine {
                mine.push(*id);
            } else if is_there {
                others.push(*id);
            }
        }
        (mine, others)
    }
}

pub(super) fn check_services(office: &Office, services: &[ServiceChoice]) -> Result<(), Refusal> {
    if services.len() > MOST_SERVICES {
        return Err(Refusal::TooManyServices);
    }
    let unknown = services.iter().find(|choice| office.service(&choice.service).is_none());
    let missing =
        |choice: &ServiceChoice| Refusal::NotFound { what: "service", id: choice.service.to_string() };
    unknown.map_or(Ok(()), |choice| Err(missing(choice)))
}
