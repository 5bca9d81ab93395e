//! Alone: what a kiosk says and gives without its lobby.
//!
//! It judges by the very function by which the lobby does ([`judge`](crate::judge)), over what it holds: the
//! day list, what it gave itself since, and number leases. Where it knows less than the lobby it lets people
//! in, and the lobby marks what it knew better when the kiosk hands over.
//!
//! - **Walk-ins** get a ticket alone only if the lobby let walk-ins in when it was last heard, today, the office
//!   is open, and the wait that it told then, with everybody whom the kiosk let in alone since served one after
//!   the other, ends before closing. So the kiosk is never more generous than the lobby was.
//! - **A clock that is not trusted** refuses nobody who could be right: all that is certain is a moment that it
//!   must be at least ([`Moment::not_before`]). A code is judged as if it were the first moment of its window
//!   that is still possible, on a day for which the kiosk has numbers; walk-ins go to staff.

mod list;
mod walk_in;

pub use list::{KEY_BYTES, ListFault, ListKey, SignedList};

use crate::Timestamp;
use crate::booking::{Booking, ServiceChoice};
use crate::code::KeyRing;
use crate::engine::{CheckInRefusal, OfficeCard, Presented};
use crate::estimate::Span;
use crate::id::{AreaId, BookingId};
use crate::judge::{self, Claim, Facts, Verdict};
use crate::office::Office;
use crate::ticket::{Lease, TicketNumber};
use crate::visit::{Origin, VisitState};
use crate::window::{Interruption, Window};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A booking of the day list: nothing personal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Id, services, start and state.
    pub booking: Booking,
    /// Where its ticket waits.
    pub area: AreaId,
    /// Its visit of today, when the list was made: where it stood, and its number.
    pub visit: Option<(VisitState, TicketNumber)>,
    /// HMAC-SHA-256 of the short code with the list's key, 64 hexadecimal digits.
    pub short_code_hash: Option<String>,
}

/// A ticket that a kiosk gave alone, as its journal keeps it and as it is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// The number on the paper; of a lease, or the visit's own for who came back.
    pub number: TicketNumber,
    /// The booking, if any.
    pub booking: Option<BookingId>,
    /// With an appointment or without.
    pub origin: Origin,
    /// What for; empty if it is not known.
    pub services: Vec<ServiceChoice>,
    /// Where to wait.
    pub area: AreaId,
    /// The booked start.
    pub start: Option<Timestamp>,
    /// When the code was first seen; where the clock was not trusted, the moment that was judged.
    pub seen_at: Timestamp,
    /// Whether it brought a no-show back.
    #[serde(default)]
    pub returned: bool,
    /// Whether the kiosk did not trust its clock.
    #[serde(default)]
    pub clock_doubted: bool,
    /// The number of a companion's ticket: whoever came together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<TicketNumber>,
    /// The language that was chosen without an appointment, a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// The moment that is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When the kiosk first saw the code, by its clock.
    pub seen_at: Timestamp,
    /// Set if that clock is not trusted: it must be this moment or a later one.
    pub not_before: Option<Timestamp>,
}

/// What a kiosk that is alone knows.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The office, as the list has it.
    pub office: &'a Office,
    /// All offices of the city.
    pub offices: &'a [OfficeCard],
    /// The keys of the codes.
    pub keys: &'a KeyRing,
    /// When the list was made.
    pub made_at: Timestamp,
    /// The bookings of the list.
    pub bookings: &'a [Listed],
    /// This kiosk's numbers.
    pub leases: &'a [Lease],
    /// When nobody could check in.
    pub interruptions: &'a [Interruption],
    /// The wait without an appointment, as the lobby last told it; `None` while nobody was let in.
    pub walk_in: Option<Span>,
    /// What this kiosk gave alone and the list may not yet have, oldest first.
    pub given: &'a [Given],
}

/// What a kiosk that is alone does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Give this ticket; once it is in the journal.
    Give(Given),
    /// Show the ticket that there is: nothing is printed by itself.
    Again(Given, VisitState),
    /// Bring a no-show back, with the same number; once it is in the journal.
    Back(Given),
    /// Say why not.
    Refuse(CheckInRefusal),
    /// The kiosk cannot say it: no lease for that day, or a ticket's own code, which the lobby alone knows.
    Unable,
}

/// Judges what was presented, without a lobby.
pub fn check_in(presented: &Presented, moment: Moment, known: &Known) -> Decision {
    let claim = match presented {
        Presented::Scanned(text) => Claim::scan(text, known.keys),
        Presented::ShortCode(booking) => Ok(Claim::ShortCode(*booking)),
        Presented::UnknownShortCode => Err(CheckInRefusal::Unknown),
        Presented::Ticket(_) => return Decision::Unable,
    };
    let claim = match claim {
        Ok(claim) => claim,
        Err(refusal) => return Decision::Refuse(refusal),
    };
    let listed = known.bookings.iter().find(|listed| listed.booking.id == claim.booking());
    let t = known.judged_at(moment, &claim, listed);
    let visit = known.visit(claim.booking(), listed, known.office.day(t));
    let facts = Facts {
        office: known.office,
        offices: known.offices,
        booking: listed.map(|listed| &listed.booking),
        visit: visit.as_ref().map(|(given, state)| (*state, given.number)),
        interruptions: known.interruptions,
    };
    match (judge::judge(&claim, t, &facts), visit) {
        (Verdict::Refuse(refusal), _) => Decision::Refuse(refusal),
        (Verdict::AlreadyCheckedIn, Some((given, state))) => Decision::Again(given, state),
        (Verdict::BackToWaiting, Some((given, _))) => {
            Decision::Back(Given { seen_at: t, returned: true, clock_doubted: moment.is_doubted(), ..given })
        }
        (Verdict::Admit(admission), _) => {
            let area = listed.map(|listed| listed.area.clone()).or(admission.area);
            let Some(area) = area else { return Decision::Unable };
            known.give(&area, t, |number| Given {
                number,
                booking: Some(admission.booking),
                origin: Origin::Appointment,
                services: admission.services,
                area: area.clone(),
                start: Some(admission.start),
                seen_at: t,
                returned: false,
                clock_doubted: moment.is_doubted(),
                with: None,
                language: None,
            })
        }
        (Verdict::AlreadyCheckedIn | Verdict::BackToWaiting, None) => Decision::Unable,
    }
}

pub use walk_in::walk_in;

impl Moment {
    /// A moment of a clock that is trusted.
    pub fn trusted(seen_at: Timestamp) -> Self {
        Self { seen_at, not_before: None }
    }

    /// Whether the clock is not trusted.
    pub fn is_doubted(self) -> bool {
        self.not_before.is_some()
    }
}

impl Known<'_> {
    /// The kiosk's moment; where its clock is not trusted, the first one in the claim's window that is still
    /// possible, if there is one on a day for which it has numbers.
    fn judged_at(&self, moment: Moment, claim: &Claim, listed: Option<&Listed>) -> Timestamp {
        let Some(not_before) = moment.not_before else { return moment.seen_at };
        let booked = match claim {
            Claim::Code(code) => Some(code.start),
            Claim::ShortCode(_) => None,
        };
        let Some(start) = listed.map(|listed| listed.booking.start).or(booked) else { return not_before };
        let window = Window::of(start, &self.office.rules).lengthened(self.interruptions);
        let first = window.opens_at.max(not_before);
        let day = self.office.day(first);
        let possible = first <= window.closes_at && self.leases.iter().any(|lease| lease.day == day);
        if possible { first } else { not_before }
    }

    /// The visit of a booking on a day. What this kiosk gave is newer than what the list says of it, unless the
    /// list already has it.
    fn visit(
        &self,
        booking: BookingId,
        listed: Option<&Listed>,
        day: NaiveDate,
    ) -> Option<(Given, VisitState)> {
        let mine = self
            .given
            .iter()
            .rfind(|given| given.booking == Some(booking) && self.office.day(given.seen_at) == day);
        let of_list = listed.filter(|_| self.office.day(self.made_at) == day);
        let of_list = of_list.and_then(|listed| Some((listed, listed.visit?)));
        match (mine, of_list) {
            (Some(mine), Some((_, (state, _)))) if mine.seen_at < self.made_at => Some((mine.clone(), state)),
            (Some(mine), _) => Some((mine.clone(), VisitState::Waiting)),
            (None, Some((listed, (state, number)))) => Some((listed.as_given(number, self.made_at), state)),
            (None, None) => None,
        }
    }

    /// A ticket with the next number of the area's leases of that day.
    fn give(&self, area: &AreaId, t: Timestamp, ticket: impl FnOnce(TicketNumber) -> Given) -> Decision {
        let day = self.office.day(t);
        let mut leases =
            self.leases.iter().filter(|lease| lease.day == day && lease.area == *area).peekable();
        if leases.peek().is_none() {
            return Decision::Unable;
        }
        let is_free = |number: &TicketNumber| {
            !self.given.iter().any(|given| given.number == *number && self.office.day(given.seen_at) == day)
        };
        let free = leases.flat_map(Lease::numbers).find(is_free);
        free.map_or(Decision::Refuse(CheckInRefusal::QueueFull), |number| Decision::Give(ticket(number)))
    }
}

impl Listed {
    fn as_given(&self, number: TicketNumber, seen_at: Timestamp) -> Given {
        Given {
            number,
            booking: Some(self.booking.id),
            origin: Origin::Appointment,
            services: self.booking.services.clone(),
            area: self.area.clone(),
            start: Some(self.booking.start),
            seen_at,
            returned: false,
            clock_doubted: false,
            with: None,
            language: None,
        }
    }
}
