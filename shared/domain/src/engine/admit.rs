//! Reception lets somebody in by hand, for a reason.

use super::check_in::Opening;
use super::{CheckInOutcome, CheckInRefusal, Decision, Event, QueueState, Refusal, Reply};
use crate::Timestamp;
use crate::booking::Booking;
use crate::id::{BookingId, ChoiceId, VisitId};
use crate::judge::{Claim, Verdict};
use crate::visit::{Origin, Visit, VisitState};

impl QueueState {
    /// As on time: neither the window, a hold that is over nor an announced closure keeps anybody out, and who waits
    /// with a late ticket waits with the appointment again. By the rules: as at a kiosk. Cancelled, of another day
    /// or over, nobody is let in either way.
    pub(super) fn admit_by_hand(
        &self,
        now: Timestamp,
        id: BookingId,
        reason: &ChoiceId,
        as_on_time: bool,
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        if !office.has_admit_reason(reason) {
            return Err(Refusal::NotFound { what: "reason", id: reason.to_string() });
        }
        let booking = self.booking(id);
        let booking = booking.ok_or_else(|| Refusal::NotFound { what: "booking", id: id.to_string() })?;
        let visit = self.visit_of(id);
        if let Some(visit) = visit.filter(|visit| as_on_time && waits_late(visit)) {
            let admitted = admitted(visit.id, reason, Some(booking.start));
            let reply = Reply::CheckIn(CheckInOutcome::AlreadyCheckedIn(visit.id));
            return Ok(Decision { events: vec![admitted], reply });
        }
        let claim = Claim::ShortCode(id);
        let verdict = self.judged(office, now, now, &claim);
        if let Verdict::Refuse(refusal) = &verdict
            && as_on_time
            && is_waived(refusal)
        {
            return self.let_in_as_on_time(now, booking, reason);
        }
        let mut decision = self.answer(office, now, now, &claim, verdict);
        if let Reply::CheckIn(CheckInOutcome::CheckedIn(visit)) = decision.reply {
            decision.events.push(admitted(visit, reason, None));
        }
        Ok(decision)
    }

    fn let_in_as_on_time(
        &self,
        now: Timestamp,
        booking: &Booking,
        reason: &ChoiceId,
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        let (start, services) = (booking.start, &booking.services);
        let opening = Opening {
            booking: Some(booking.id),
            origin: Origin::Appointment,
            services,
            area: office.area_of(services).map(|area| &area.id),
            start: Some(start),
            arrived: now,
            expected: self.wait_of_appointment(office, now, (start, now.min(start)), services),
            confirmed_by_presence: !matches!(booking.state, crate::booking::BookingState::Confirmed),
            language: None,
        };
        let (mut events, visit) = self.open_visit(office, now, opening).ok_or(Refusal::NoNumbers)?;
        events.extend(self.wished_at_booking(visit, booking.id));
        events.push(admitted(visit, reason, Some(start)));
        Ok(Decision { events, reply: Reply::CheckIn(CheckInOutcome::CheckedIn(visit)) })
    }
}

fn admitted(visit: VisitId, reason: &ChoiceId, as_on_time: Option<Timestamp>) -> Event {
    Event::AdmittedByHand { visit, reason: reason.clone(), as_on_time }
}

fn waits_late(visit: &Visit) -> bool {
    visit.origin == Origin::Late && visit.state == VisitState::Waiting
}

/// What reception can set aside.
fn is_waived(refusal: &CheckInRefusal) -> bool {
    match refusal {
        CheckInRefusal::TooEarly { .. }
        | CheckInRefusal::TooLate { .. }
        | CheckInRefusal::NotConfirmed { .. }
        | CheckInRefusal::OfficeClosed { .. } => true,
        CheckInRefusal::Unreadable
        | CheckInRefusal::Unknown
        | CheckInRefusal::WrongOffice { .. }
        | CheckInRefusal::Cancelled { .. }
        | CheckInRefusal::Moved { .. }
        | CheckInRefusal::Finished { .. }
        | CheckInRefusal::WrongDay { .. }
        | CheckInRefusal::QueueFull => false,
    }
}
