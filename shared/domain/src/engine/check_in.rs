//! Who comes in: with a booking, without one, or too late for it.

use super::{
    CheckIn, CheckInOutcome, CheckInRefusal, Decision, Event, Presented, PrintOutcome, QueueState, Refusal,
    RefusalReason, Reply, WalkIn, WalkInRefusal,
};
use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::estimate::Expected;
use crate::id::{AreaId, BookingId, VisitId};
use crate::judge::{self, Admission, Claim, Verdict};
use crate::office::{LatePolicy, Office};
use crate::ticket::{Numbering, TicketNumber};
use crate::visit::{Origin, Visit};

impl QueueState {
    /// The events and answer of an attempt. Whatever the answer, the attempt leaves an event.
    pub(super) fn check_in(&self, now: Timestamp, check_in: &CheckIn) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        let seen_at = check_in.seen_at;
        let claim = match &check_in.presented {
            Presented::Scanned(text) => Claim::scan(text, &self.index.keys),
            Presented::ShortCode(booking) => Ok(Claim::ShortCode(*booking)),
            Presented::UnknownShortCode => Err(CheckInRefusal::Unknown),
            Presented::Ticket(visit) => return Ok(self.check_in_by_ticket(office, *visit, seen_at)),
        };
        let claim = match claim {
            Ok(claim) => claim,
            Err(refusal) => return Ok(refused(refusal, None)),
        };
        let verdict = self.judged(office, now, seen_at, &claim);
        Ok(self.answer(office, now, seen_at, &claim, verdict))
    }

    /// What the rules say to somebody who was seen at a moment.
    pub(super) fn judged(
        &self,
        office: &Office,
        now: Timestamp,
        seen_at: Timestamp,
        claim: &Claim,
    ) -> Verdict {
        let facts = judge::Facts {
            office,
            offices: &self.city().offices,
            booking: self.booking(claim.booking()),
            visit: self.visit_of(claim.booking()).map(|visit| (visit.state, visit.number)),
            interruptions: &self.outages(now),
        };
        judge::judge(claim, seen_at, &facts)
    }

    /// What comes of it.
    pub(super) fn answer(
        &self,
        office: &Office,
        now: Timestamp,
        seen_at: Timestamp,
        claim: &Claim,
        verdict: Verdict,
    ) -> Decision {
        match (verdict, self.visit_of(claim.booking())) {
            (Verdict::Admit(admission), _) => self.admit(office, now, seen_at, &admission),
            (Verdict::AlreadyCheckedIn, Some(visit)) => repeated(visit),
            (Verdict::BackToWaiting, Some(visit)) => returned(visit, seen_at),
            (Verdict::Refuse(refusal), _) => {
                let refusal = self.with_offer(office, now, seen_at, claim.booking(), refusal);
                refused(refusal, Some(claim.booking()))
            }
            (Verdict::AlreadyCheckedIn | Verdict::BackToWaiting, None) => {
                unreachable!("these verdicts come from a visit")
            }
        }
    }

    /// The ticket's own QR shows where it stands and brings a no-show back.
    fn check_in_by_ticket(&self, office: &Office, visit: VisitId, seen_at: Timestamp) -> Decision {
        let Some(visit) = self.going_on(visit) else {
            return refused(CheckInRefusal::Unknown, None);
        };
        match judge::after_visit(visit.state, visit.number, seen_at, office) {
            Verdict::AlreadyCheckedIn | Verdict::Admit(_) => repeated(visit),
            Verdict::BackToWaiting => returned(visit, seen_at),
            Verdict::Refuse(refusal) => refused(refusal, visit.booking),
        }
    }

    fn admit(&self, office: &Office, now: Timestamp, seen_at: Timestamp, admission: &Admission) -> Decision {
        let Admission { booking, services, area, start, confirmed_by_presence } = admission;
        let expected = self.wait_of_appointment(office, now, (*start, seen_at), services);
        let opening = Opening {
            booking: Some(*booking),
            origin: Origin::Appointment,
            services,
            area: area.as_ref(),
            start: Some(*start),
            arrived: seen_at,
            expected,
            confirmed_by_presence: *confirmed_by_presence,
            language: None,
        };
        match self.open_visit(office, now, opening) {
            Some((mut events, visit)) => {
                events.extend(self.wished_at_booking(visit, *booking));
                Decision { events, reply: Reply::CheckIn(CheckInOutcome::CheckedIn(visit)) }
            }
            None => refused(CheckInRefusal::QueueFull, Some(*booking)),
        }
    }

    /// Adds to [`CheckInRefusal::TooLate`] what the citizen can have instead.
    fn with_offer(
        &self,
        office: &Office,
        now: Timestamp,
        seen_at: Timestamp,
        id: BookingId,
        refusal: CheckInRefusal,
    ) -> CheckInRefusal {
        let CheckInRefusal::TooLate { closed_at, start, .. } = refusal else {
            return refusal;
        };
        let booking = self.booking(id).filter(|_| office.rules.late == LatePolicy::WalkIn);
        let wait = booking.and_then(|booking| self.room_for(office, now, seen_at, &booking.services).ok());
        CheckInRefusal::TooLate { closed_at, start, offer: wait.map(|wait| (id, wait.span())) }
    }

    /// The ticket that a too-late answer offered; asked for again, the same ticket.
    pub(super) fn take_late(
        &self,
        now: Timestamp,
        id: BookingId,
        seen_at: Timestamp,
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        let claim = Claim::ShortCode(id);
        let visit = self.visit_of(id);
        if let Some(visit) = visit.filter(|visit| visit.state.is_open()) {
            return Ok(Decision::unchanged(Reply::Opened(visit.id)));
        }
        let verdict = self.judged(office, now, seen_at, &claim);
        let late = matches!(verdict, Verdict::Refuse(CheckInRefusal::TooLate { .. }));
        let booking = self.booking(id).filter(|_| late && office.rules.late == LatePolicy::WalkIn);
        let services = &booking.ok_or(Refusal::NotLate(id))?.services;
        let wait = self.room_for(office, now, seen_at, services)?;
        self.open_walk_in(
            office,
            now,
            Opening {
                booking: Some(id),
                origin: Origin::Late,
                ..Opening::walk_in(services, seen_at, Some(wait))
            },
        )
    }

    pub(super) fn walk_in(&self, now: Timestamp, walk_in: &WalkIn) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        let wait = self.admitted(now, walk_in.seen_at, &walk_in.services)?;
        let opening = Opening {
            language: walk_in.language.clone(),
            ..Opening::walk_in(&walk_in.services, walk_in.seen_at, Some(wait))
        };
        self.open_walk_in(office, now, opening)
    }

    fn open_walk_in(
        &self,
        office: &Office,
        now: Timestamp,
        opening: Opening<'_>,
    ) -> Result<Decision, Refusal> {
        let area = office.area_of(opening.services).map(|area| &area.id);
        let opening = Opening { area, ..opening };
        let full = || WalkInRefusal::QueueFull { opens_at: office.opens_at(office.next_midnight(now)) };
        let (events, visit) = self.open_visit(office, now, opening).ok_or_else(full)?;
        Ok(Decision { events, reply: Reply::Opened(visit) })
    }

    /// A visit with the area's next number; `None` if no number is left.
    pub(super) fn open_visit(
        &self,
        office: &Office,
        now: Timestamp,
        opening: Opening<'_>,
    ) -> Option<(Vec<Event>, VisitId)> {
        let area = opening.area?;
        let day = self.day().unwrap_or_else(|| office.day(now));
        let next = |numbering: &Numbering| numbering.next(&office.areas, area);
        let (block, taken) = self.numbers(day, area, next)?;
        let visit = VisitId(self.facts.last_visit + 1);
        let opened = opening.event(visit, block.first(), area);
        Some((taken.into_iter().chain([opened]).collect(), visit))
    }

    pub(super) fn report_print(&self, visit: VisitId, outcome: PrintOutcome) -> Result<Decision, Refusal> {
        let known = self.visit(visit);
        known.ok_or_else(|| Refusal::NotFound { what: "visit", id: visit.0.to_string() })?;
        Ok(Decision::done(vec![Event::PrintReported { visit, outcome }]))
    }
}

/// What a new visit is made of.
pub(super) struct Opening<'a> {
    pub booking: Option<BookingId>,
    pub origin: Origin,
    pub services: &'a [ServiceChoice],
    pub area: Option<&'a AreaId>,
    pub start: Option<Timestamp>,
    pub arrived: Timestamp,
    pub expected: Option<Expected>,
    pub confirmed_by_presence: bool,
    pub language: Option<String>,
}

impl<'a> Opening<'a> {
    /// Of somebody without an appointment.
    pub fn walk_in(services: &'a [ServiceChoice], arrived: Timestamp, expected: Option<Expected>) -> Self {
        Self {
            booking: None,
            origin: Origin::WalkIn,
            services,
            area: None,
            start: None,
            arrived,
            expected,
            confirmed_by_presence: false,
            language: None,
        }
    }

    pub fn event(&self, visit: VisitId, number: TicketNumber, area: &AreaId) -> Event {
        Event::VisitOpened {
            visit,
            number,
            booking: self.booking,
            origin: self.origin,
            services: self.services.to_vec(),
            area: area.clone(),
            start: self.start,
            arrived: self.arrived,
            estimate: self.expected.map(|expected| expected.span()),
            expected: self.expected,
            confirmed_by_presence: self.confirmed_by_presence,
            language: self.language.clone(),
        }
    }
}

fn repeated(visit: &Visit) -> Decision {
    let events = vec![Event::CheckInRepeated { visit: visit.id }];
    Decision { events, reply: Reply::CheckIn(CheckInOutcome::AlreadyCheckedIn(visit.id)) }
}

fn returned(visit: &Visit, arrived: Timestamp) -> Decision {
    let events = vec![Event::Returned { visit: visit.id, arrived }];
    Decision { events, reply: Reply::CheckIn(CheckInOutcome::BackInQueue(visit.id)) }
}

fn refused(refusal: CheckInRefusal, booking: Option<BookingId>) -> Decision {
    let events = vec![Event::CheckInRefused { reason: RefusalReason::from(&refusal), booking }];
    Decision { events, reply: Reply::CheckIn(CheckInOutcome::Refused(refusal)) }
}

impl From<&CheckInRefusal> for RefusalReason {
    fn from(refusal: &CheckInRefusal) -> Self {
        match refusal {
            CheckInRefusal::Unreadable => Self::Unreadable,
            CheckInRefusal::Unknown => Self::Unknown,
            CheckInRefusal::WrongOffice { .. } => Self::WrongOffice,
            CheckInRefusal::Cancelled { .. } => Self::Cancelled,
            CheckInRefusal::Moved { .. } => Self::Moved,
            CheckInRefusal::Finished { .. } => Self::Finished,
            CheckInRefusal::WrongDay { .. } => Self::WrongDay,
            CheckInRefusal::TooEarly { .. } => Self::TooEarly,
            CheckInRefusal::TooLate { .. } => Self::TooLate,
            CheckInRefusal::NotConfirmed { .. } => Self::NotConfirmed,
            CheckInRefusal::OfficeClosed { .. } => Self::OfficeClosed,
            CheckInRefusal::QueueFull => Self::QueueFull,
        }
    }
}
