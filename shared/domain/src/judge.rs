//! The order of judgement: what a citizen is told who presents a code.
//!
//! A pure function of the code, the moment and what is known, used by the lobby and by a kiosk that is alone;
//! who knows less leaves a fact out. First match wins:
//!
//! 1. not one of ours → `unreadable`; a wrong signature or key, or a typed code that nobody has → `unknown`
//! 2. another office → `wrong_office`
//! 3. a visit of this booking is going on → `already checked in`, whatever became of the booking since
//! 4. booking cancelled → `cancelled`; moved → `moved` with the new time
//! 5. a no-show of today → back to waiting until closing; a visit that has ended → `finished`
//! 6. another day → `wrong_day`
//! 7. before or after the window → `too_early`, `too_late`
//! 8. not confirmed, and the hold is over → `not_confirmed`; within the hold presence confirms it
//! 9. closed that day by an announced closure or a holiday → `office_closed`
//! 10. else it is admitted
//!
//! The code of a moved booking carries the old time. It is answered with the new one, unless the new window
//! is open just then: who stands there at the right minute is not sent away because of the older paper.
//!
//! A genuine code whose booking is not known was booked since the last list: it is judged by the office and
//! start that it carries and admitted to the office's first area, with services that are not yet known.

use crate::Timestamp;
use crate::booking::{Booking, BookingState, ServiceChoice};
use crate::code::{self, CheckInCode, CodeFault, KeyRing};
use crate::engine::{CheckInRefusal, OfficeCard};
use crate::id::{AreaId, BookingId};
use crate::office::{ClosedDay, Localized, Office};
use crate::ticket::TicketNumber;
use crate::visit::VisitState;
use crate::window::{Interruption, Window};

/// Whose booking somebody presents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// By a genuine code.
    Code(CheckInCode),
    /// By a typed short code.
    ShortCode(BookingId),
}

impl Claim {
    /// Reads the untrimmed text of a QR code: step 1.
    ///
    /// # Errors
    /// [`CheckInRefusal::Unreadable`] or [`CheckInRefusal::Unknown`].
    pub fn scan(text: &str, keys: &KeyRing) -> Result<Self, CheckInRefusal> {
        match code::read(text, keys) {
            Ok(code) => Ok(Self::Code(code)),
            Err(CodeFault::NotOurs) => Err(CheckInRefusal::Unreadable),
            Err(CodeFault::NotGenuine) => Err(CheckInRefusal::Unknown),
        }
    }

    /// The booking.
    pub fn booking(&self) -> BookingId {
        match self {
            Self::Code(code) => code.booking,
            Self::ShortCode(booking) => *booking,
        }
    }
}

/// What is known when a claim is judged.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// This office.
    pub office: &'a Office,
    /// All offices of the city.
    pub offices: &'a [OfficeCard],
    /// The claim's booking; `None` if it has not arrived.
    pub booking: Option<&'a Booking>,
    /// Today's visit of this booking: where it stands and its number.
    pub visit: Option<(VisitState, TicketNumber)>,
    /// When nobody could check in today.
    pub interruptions: &'a [Interruption],
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Give a ticket.
    Admit(Admission),
    /// The visit is going on: show it.
    AlreadyCheckedIn,
    /// The visit was a no-show: back to waiting.
    BackToWaiting,
    /// Say why not.
    Refuse(CheckInRefusal),
}

/// What the ticket is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admission {
    /// The booking.
    pub booking: BookingId,
    /// Its services; empty if they are not known.
    pub services: Vec<ServiceChoice>,
    /// Where to wait; `None` only in an office without areas.
    pub area: Option<AreaId>,
    /// The booked start.
    pub start: Timestamp,
    /// Whether presence made a held booking certain.
    pub confirmed_by_presence: bool,
}

/// Judges a claim at the moment `t` at which the terminal first saw it. A [`CheckInRefusal::TooLate`] comes
/// without an offer: the wait is not a matter of judgement.
pub fn judge(claim: &Claim, t: Timestamp, facts: &Facts) -> Verdict {
    if let Claim::Code(code) = claim
        && code.office != facts.office.number
    {
        let office = facts.offices.iter().find(|office| office.number == code.office).cloned();
        return Verdict::Refuse(CheckInRefusal::WrongOffice { office, start: code.start });
    }
    if facts.visit.is_some_and(|(state, _)| state.is_open()) {
        return Verdict::AlreadyCheckedIn;
    }
    let start = match (facts.booking, claim) {
        (Some(booking), _) => booking.start,
        (None, Claim::Code(code)) => code.start,
        (None, Claim::ShortCode(_)) => return Verdict::Refuse(CheckInRefusal::Unknown),
    };
    let window = Window::of(start, &facts.office.rules).lengthened(facts.interruptions);
    if let Some(refusal) = changed(claim, facts.booking, window.contains(t)) {
        return Verdict::Refuse(refusal);
    }
    if let Some((state, number)) = facts.visit {
        return after_visit(state, number, t, facts.office);
    }
    match untimely(start, window, t, facts) {
        Some(refusal) => Verdict::Refuse(refusal),
        None => Verdict::Admit(admission(claim.booking(), start, facts)),
    }
}

/// Step 4: the booking was cancelled or moved since the code was made.
fn changed(claim: &Claim, booking: Option<&Booking>, window_open: bool) -> Option<CheckInRefusal> {
    let booking = booking?;
    if booking.state == BookingState::Cancelled {
        return Some(CheckInRefusal::Cancelled { start: booking.start });
    }
    match claim {
        Claim::Code(code) if code.start != booking.start && !window_open => {
            Some(CheckInRefusal::Moved { start: booking.start })
        }
        Claim::Code(_) | Claim::ShortCode(_) => None,
    }
}

/// What a visit that is no longer going on means: a no-show can come back until closing.
pub fn after_visit(state: VisitState, number: TicketNumber, t: Timestamp, office: &Office) -> Verdict {
    let closed = office.closes_at(t).is_some_and(|closes_at| t > closes_at);
    match state {
        VisitState::NoShow if !closed => Verdict::BackToWaiting,
        VisitState::NoShow | VisitState::Finished | VisitState::Cancelled | VisitState::Unserved => {
            Verdict::Refuse(CheckInRefusal::Finished { number })
        }
        VisitState::Waiting | VisitState::Called | VisitState::Serving | VisitState::Parked => {
            Verdict::AlreadyCheckedIn
        }
    }
}

/// Steps 6 to 9.
fn untimely(start: Timestamp, window: Window, t: Timestamp, facts: &Facts) -> Option<CheckInRefusal> {
    let day = facts.office.day(t);
    if facts.office.day(start) != day {
        return Some(CheckInRefusal::WrongDay { start });
    }
    if !window.contains(t) {
        return Some(if t < window.opens_at {
            CheckInRefusal::TooEarly { opens_at: window.opens_at, start }
        } else {
            CheckInRefusal::TooLate { closed_at: window.closes_at, start, offer: None }
        });
    }
    if let Some(BookingState::Held { until }) = facts.booking.map(|booking| booking.state)
        && t > until
    {
        return Some(CheckInRefusal::NotConfirmed { start });
    }
    Some(match facts.office.closure(day)? {
        ClosedDay::Announced(closure) => {
            CheckInRefusal::OfficeClosed { reason: closure.reason.clone(), holiday: None, start }
        }
        ClosedDay::Holiday(holiday) => {
            CheckInRefusal::OfficeClosed { reason: Localized::default(), holiday: Some(holiday), start }
        }
    })
}

fn admission(booking: BookingId, start: Timestamp, facts: &Facts) -> Admission {
    let services = facts.booking.map(|booking| booking.services.clone()).unwrap_or_default();
    let state = facts.booking.map(|booking| booking.state);
    Admission {
        booking,
        area: facts.office.area_of(&services).map(|area| area.id.clone()),
        services,
        start,
        confirmed_by_presence: matches!(state, Some(BookingState::Held { .. })),
    }
}
