//! People who came together, and what somebody wishes of whoever calls (DESIGN "People together").
//!
//! Who came together has one party: the number of the first of them. Of a party nobody is called to another counter
//! while one is called or in service; at the same counter the others come next, if they are due. Who is called to
//! two counters already when that they came together becomes known is not linked.

use super::{CheckInOutcome, Decision, Event, QueueState, Refusal, Reply};
use crate::Timestamp;
use crate::alone::Given;
use crate::id::{BookingId, CounterId, VisitId};
use crate::queue::{Apart, Pick, Skills, Ticket, Why};
use crate::ticket::TicketNumber;
use crate::visit::{Visit, VisitState, WishChange};
use std::collections::BTreeMap;

impl QueueState {
    /// Who is still here and came together, by party; only parties of more than one.
    pub fn parties(&self) -> BTreeMap<TicketNumber, Vec<&Visit>> {
        let mut parties: BTreeMap<TicketNumber, Vec<&Visit>> = BTreeMap::new();
        for (party, visit) in &self.index.parties {
            parties.entry(*party).or_default().extend(self.visit(*visit));
        }
        parties.retain(|_, members| members.len() > 1);
        parties
    }

    /// Who is still here and came together with a visit.
    pub fn companions(&self, visit: &Visit) -> impl Iterator<Item = &Visit> {
        let id = visit.id;
        self.members(visit.party()).filter(move |other| other.id != id)
    }

    /// Who is still here of a party.
    fn members(&self, party: TicketNumber) -> impl Iterator<Item = &Visit> {
        let members = (party, VisitId(0))..=(party, VisitId(u64::MAX));
        self.index.parties.range(members).filter_map(|(_, visit)| self.visit(*visit))
    }

    /// The parties of which somebody is at another counter than this one.
    pub(super) fn parties_elsewhere(&self, counter: &CounterId) -> Vec<TicketNumber> {
        let others = self.counters().filter(|(id, _)| *id != counter);
        others.filter_map(|(_, other)| Some(self.visit(other.visit?)?.party())).collect()
    }

    /// Who came together with whoever was served last at a counter, and is due.
    pub(super) fn companion(
        &self,
        party: TicketNumber,
        skills: &Skills,
        now: Timestamp,
        apart: &Apart,
    ) -> Option<Pick> {
        let (office, timing) = (self.office()?, &self.index.timing);
        let comes_next = |ticket: &Ticket| {
            !ticket.is_held(now) && ticket.is_due(now, timing) && apart.lets(ticket, skills)
        };
        let waiting = self.members(party).filter(|visit| visit.state == VisitState::Waiting);
        let companions = waiting.map(|visit| Ticket::of(visit, office)).filter(comes_next);
        let visit = companions.min_by_key(|ticket| ticket.key(timing))?.visit?;
        Some(Pick { visit, why: Why::Companion { party } })
    }

    /// Why a counter can call nobody.
    pub(super) fn why_nobody(&self, counter: &CounterId, now: Timestamp) -> Refusal {
        let skills = self.index.skills.get(counter);
        let passed = skills.and_then(|skills| self.index.queue.line().next(skills, now, &self.index.timing));
        let passed = passed.and_then(|turn| self.visit(turn.ticket.visit?));
        let there = passed.and_then(|visit| self.companion_elsewhere(visit));
        there.unwrap_or(Refusal::NobodyWaiting)
    }

    /// Who is at another counter of the party with this number.
    pub(super) fn party_elsewhere(&self, counter: &CounterId, number: TicketNumber) -> Option<Refusal> {
        let others = self.counters().filter(|(id, _)| *id != counter);
        others.filter_map(|(id, open)| Some((id, self.visit(open.visit?)?))).find_map(|(id, there)| {
            let refusal = || Refusal::CompanionElsewhere { number, with: there.number, counter: id.clone() };
            (there.party() == number).then(refusal)
        })
    }

    /// Who came together with somebody and is at a counter.
    pub(super) fn companion_elsewhere(&self, visit: &Visit) -> Option<Refusal> {
        let there = self.companions(visit).find(|other| other.state.is_at_counter())?;
        Some(Refusal::CompanionElsewhere {
            number: visit.number,
            with: there.number,
            counter: there.counter.clone()?,
        })
    }

    /// Adds the link to a decision that let somebody in, or found somebody who is in already.
    pub(super) fn linked(&self, mut decision: Decision, with: TicketNumber) -> Decision {
        let Some(visit) = visit_of(&decision.reply) else { return decision };
        let opened = decision.events.iter().find_map(|event| match event {
            Event::VisitOpened { visit: opened, number, .. } if *opened == visit => Some(*number),
            _ => None,
        });
        let known = self.visit(visit);
        let Some(own) = known.map(Visit::party).or(opened) else { return decision };
        let party = self.visit_with(with).map_or(with, Visit::party);
        let counters = [own, party].map(|party| self.counter_of(party));
        let apart = matches!(&counters, [Some(one), Some(other)] if one != other);
        if own == party || apart || known.is_some_and(|visit| visit.has_number(with)) {
            return decision;
        }
        let of_own = self.visits().filter(|other| other.party() == own).map(|other| other.id);
        let members: Vec<VisitId> = if known.is_some() { of_own.collect() } else { vec![visit] };
        decision.events.extend(members.into_iter().map(|visit| Event::Linked { visit, party }));
        decision
    }

    /// The same for a paper that is handed over; who had been linked to its number, which is an alias now, belongs
    /// to whoever has it.
    pub(super) fn linked_by_paper(&self, decision: Decision, given: &Given) -> Decision {
        let mut decision = match given.with {
            Some(with) => self.linked(decision, with),
            None => decision,
        };
        let of_alias = visit_of(&decision.reply).and_then(|visit| self.visit(visit)).map(Visit::party);
        if let Some(party) = of_alias.filter(|party| *party != given.number) {
            let counter = self.counter_of(party);
            let linked = self.visits().filter(|visit| visit.party == Some(given.number));
            let free = linked.filter(|visit| {
                counter.is_none() || !visit.state.is_at_counter() || visit.counter.as_ref() == counter
            });
            decision.events.extend(free.map(|visit| Event::Linked { visit: visit.id, party }));
        }
        decision
    }

    /// The counter at which somebody of a party is.
    fn counter_of(&self, party: TicketNumber) -> Option<&CounterId> {
        let mut members = self.visits().filter(|visit| visit.party() == party);
        members.find(|visit| visit.state.is_at_counter())?.counter.as_ref()
    }

    /// What was wished when the booking was made.
    pub(super) fn wished_at_booking(&self, visit: VisitId, booking: BookingId) -> Option<Event> {
        let wishes = self.booking(booking)?.wishes;
        (!wishes.is_none()).then_some(Event::Wished { visit, wishes })
    }

    /// Whoever has left needs nobody any more.
    pub(super) fn wishes(&self, visit: VisitId, change: WishChange) -> Result<Decision, Refusal> {
        let open = self.visit(visit).filter(|visit| visit.state.is_open());
        let open = open.ok_or_else(|| Refusal::NotFound { what: "visit", id: visit.0.to_string() })?;
        let wishes = change.of(open.wishes);
        let event = (wishes != open.wishes).then_some(Event::Wished { visit, wishes });
        Ok(Decision::done(event.into_iter().collect()))
    }

    /// Whoever has left needs nothing any more.
    pub(super) fn wish(
        &self,
        number: TicketNumber,
        change: WishChange,
        at: Timestamp,
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        if self.day().is_some_and(|today| office.day(at) < today) {
            return Ok(Decision::done(Vec::new()));
        }
        let visit = self.visit_with(number);
        let visit = visit.ok_or_else(|| Refusal::NotFound { what: "ticket", id: number.to_string() })?;
        let wishes = change.of(visit.wishes);
        let changes = visit.wishes != wishes && visit.state.is_open();
        let event = changes.then_some(Event::Wished { visit: visit.id, wishes });
        Ok(Decision::done(event.into_iter().collect()))
    }
}

/// Who was let in, or is in already.
fn visit_of(reply: &Reply) -> Option<VisitId> {
    match reply {
        Reply::CheckIn(
            CheckInOutcome::CheckedIn(visit)
            | CheckInOutcome::AlreadyCheckedIn(visit)
            | CheckInOutcome::BackInQueue(visit),
        )
        | Reply::Opened(visit) => Some(*visit),
        Reply::HandedOver(visit) => *visit,
        Reply::CheckIn(CheckInOutcome::Refused(_)) | Reply::Done | Reply::Called(_) | Reply::Leased(_) => {
            None
        }
    }
}
