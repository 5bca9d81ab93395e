//! What can be asked of the queue.

use super::step::{Change, Left, Step};
use crate::Timestamp;
use crate::alone::Given;
use crate::booking::{Booking, ServiceChoice};
use crate::code::PublicKey;
use crate::id::{AreaId, BookingId, CallId, ChoiceId, CounterId, DeviceId, ServiceId, StaffId, VisitId};
use crate::office::{Localized, Office};
use crate::ticket::TicketNumber;
use crate::visit::WishChange;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What can be asked of the queue. Each is decided at one moment, given beside it.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Take over a configuration revision; an older one than the current changes nothing.
    AdoptOffice(Box<Office>),
    /// Take over the city's keys and list of offices.
    AdoptCity(City),
    /// Take over what the booking server knows of a booking.
    SyncBooking(Booking),
    /// Judge a code, a short code or a ticket, and check in where the rules allow it.
    CheckIn(CheckIn),
    /// Take a ticket without an appointment.
    WalkIn(WalkIn),
    /// Take the ticket that a [`CheckInRefusal::TooLate`](super::CheckInRefusal::TooLate) offered.
    TakeLate {
        /// The booking that is replaced.
        booking: BookingId,
        /// When the citizen came.
        seen_at: Timestamp,
    },
    /// Let somebody in who came together with the holder of a number of today: [`Self::CheckIn`],
    /// [`Self::WalkIn`] or [`Self::TakeLate`]. A number that nobody has yet is one that a kiosk gave alone.
    Together {
        /// What is asked.
        command: Box<Command>,
        /// The number of a companion's ticket.
        with: TicketNumber,
    },
    /// What the holder of a number of today wishes of whoever calls.
    Wish {
        /// Which number.
        number: TicketNumber,
        /// What is wished and what no longer.
        change: WishChange,
        /// When; of an earlier day it changes nothing.
        at: Timestamp,
    },
    /// What somebody who is here wishes of whoever calls, as staff see it; the other wishes stay.
    Wishes {
        /// Who.
        visit: VisitId,
        /// What is wished and what no longer.
        change: WishChange,
    },
    /// What the holder of a ticket asks from its page on the phone.
    FromPhone {
        /// Whose.
        visit: VisitId,
        /// What.
        wish: PhoneWish,
    },
    /// A clerk takes a counter.
    OpenCounter {
        /// Which.
        counter: CounterId,
        /// Who.
        staff: StaffId,
    },
    /// A clerk leaves a counter.
    CloseCounter {
        /// Which.
        counter: CounterId,
        /// What becomes of whoever is there or was put aside by that clerk.
        left: Left,
    },
    /// A supervisor opens a counter for a clerk, who must sit at no other: nobody is moved behind their back.
    OpenForClerk {
        /// Which.
        counter: CounterId,
        /// For whom.
        staff: StaffId,
    },
    /// A supervisor closes the counter of a clerk who has gone; who did it stands in the log.
    CloseForClerk {
        /// Which.
        counter: CounterId,
        /// What becomes of whoever is there or was put aside by that clerk.
        left: Left,
    },
    /// Find, claim and announce the next ticket for a counter.
    CallNext(CounterId),
    /// A step of the visit that is called or in service at a counter; refused if another one is there by now.
    Step {
        /// Where.
        counter: CounterId,
        /// Whose.
        visit: VisitId,
        /// What.
        step: Step,
    },
    /// Serve somebody at a free counter without a call: who waits, or was put aside by this clerk or by one who has
    /// gone.
    Take {
        /// Where.
        counter: CounterId,
        /// Whom.
        visit: VisitId,
    },
    /// Serve somebody at a free counter who has no ticket.
    ServeAtOnce {
        /// Where.
        counter: CounterId,
        /// What for; at least one.
        services: Vec<ServiceChoice>,
    },
    /// Change the visit of somebody who waits or is put aside.
    Change {
        /// Whose.
        visit: VisitId,
        /// How.
        change: Change,
        /// The counter of the clerk who does it, who can take it back there; `None` for reception.
        counter: Option<CounterId>,
    },
    /// A clerk who has nobody at the counter takes a break: nobody is called there, and the counter stays taken.
    PauseCounter {
        /// Where.
        counter: CounterId,
        /// Why, of the office's list.
        reason: ChoiceId,
        /// When the clerk means to be back; without it nobody counts on the counter.
        back_at: Option<Timestamp>,
    },
    /// The clerk is back from a break.
    GoOn(CounterId),
    /// A desk was not heard for so long that its clerk counts as away: nobody counts on the counter, and others may
    /// take its visits over.
    DeskSilent(CounterId),
    /// A desk is heard again.
    DeskHeard(CounterId),
    /// Go on with a visit of a clerk who is away, at a free counter: who was called there is called here anew, who was
    /// in service or put aside is in service here.
    TakeOver {
        /// The free counter.
        counter: CounterId,
        /// Which visit.
        visit: VisitId,
    },
    /// Nobody gets a ticket without an appointment, here or for this, until [`Self::ResumeIntake`] or the day's end.
    PauseIntake {
        /// Where or for what.
        scope: IntakeScope,
        /// What screens say to it, of the office's list.
        text: Option<ChoiceId>,
    },
    /// Give tickets without an appointment again.
    ResumeIntake(IntakeScope),
    /// Whoever holds these tickets was told that nobody will serve them today any more.
    TellUnserved(Vec<VisitId>),
    /// Everything stands still until [`Self::EndInterruption`] or the day's end; asked again it changes the text.
    Interrupt {
        /// What screens say to it, of the office's list.
        text: Option<ChoiceId>,
    },
    /// Everything goes on.
    EndInterruption,
    /// Nobody could check in at any terminal; both moments of today and not to come.
    TerminalsOut {
        /// First moment.
        from: Timestamp,
        /// First moment after.
        to: Timestamp,
    },
    /// Reception checks somebody in as on time, whatever the window says.
    Admit {
        /// Whose booking.
        booking: BookingId,
        /// Why, of the office's list.
        reason: ChoiceId,
    },
    /// Reception checks somebody in by the rules, without a code.
    CheckInByHand {
        /// Whose booking.
        booking: BookingId,
        /// Why, of the office's list.
        reason: ChoiceId,
    },
    /// Take back the counter's last step, within 60 s; refused if it was about another visit.
    Undo {
        /// Where.
        counter: CounterId,
        /// Whose visit the step was about.
        visit: VisitId,
    },
    /// A terminal has shown or sounded a call.
    Acknowledge {
        /// Which call.
        call: CallId,
        /// Whether it was heard as well as seen.
        heard: bool,
    },
    /// The paper's outcome, as the kiosk saw it.
    ReportPrint {
        /// Whose ticket.
        visit: VisitId,
        /// What became of it.
        outcome: PrintOutcome,
    },
    /// Take over what a kiosk did while it was alone.
    HandOver(HandOver),
    /// Numbers for a kiosk that may have to work alone.
    Lease {
        /// Who asks.
        device: DeviceId,
        /// The office's local day.
        day: NaiveDate,
        /// For which area.
        area: AreaId,
        /// How many, 200–999.
        count: u16,
    },
    /// The log was restored from a backup: numbers were given since that it does not know.
    Restored,
    /// Time has passed: end a day that is over.
    Tick,
}

/// What a kiosk did while it was alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// What it gave.
    pub given: Given,
    /// The visit that the same attempt led to before: the lobby had said yes, and the kiosk did not hear it.
    pub visit: Option<VisitId>,
}

/// The city's part of what a lobby and its terminals need.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct City {
    /// The keys that codes are signed with.
    pub keys: Vec<PublicKey>,
    /// All offices, so that a code of another one can be answered with its name and address.
    pub offices: Vec<OfficeCard>,
}

/// Enough of another office to send somebody there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct OfficeCard {
    /// Its number in check-in codes.
    pub number: u16,
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
}

/// What was held before the camera, or typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presented {
    /// The untrimmed text of a QR code.
    Scanned(String),
    /// A short code that belongs to this booking.
    ShortCode(BookingId),
    /// A well-formed short code that no open booking has.
    UnknownShortCode,
    /// The QR of one of our own tickets.
    Ticket(VisitId),
}

/// An attempt to check in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    /// What was presented.
    pub presented: Presented,
    /// When the terminal first saw it, truncated to the second; already judged to be trustworthy.
    pub seen_at: Timestamp,
}

/// A wish for a ticket without an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkIn {
    /// What for; at least one.
    pub services: Vec<ServiceChoice>,
    /// When the first key was pressed.
    pub seen_at: Timestamp,
    /// The language that was chosen, a BCP 47 tag: the desk says so.
    pub language: Option<String>,
}

/// What can be asked from a phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneWish {
    /// Give the place up.
    GiveUp,
    /// Comes so many minutes later, at most 15, once a visit.
    Late {
        /// How many.
        minutes: u8,
    },
    /// The page was in sight and showed this call.
    Seen(CallId),
}

/// For whom intake is paused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "of", content = "id", rename_all = "snake_case")]
pub enum IntakeScope {
    /// For everybody.
    Office,
    /// For whoever would wait in this area.
    Area(AreaId),
    /// For this service.
    Service(ServiceId),
}

impl IntakeScope {
    /// Where an office says that it is paused; `None` of what it does not have.
    pub fn place_in<'o>(&self, office: &'o mut Office) -> Option<&'o mut Option<Localized>> {
        match self {
            Self::Office => Some(&mut office.walk_in_paused),
            Self::Area(id) => {
                let area = office.areas.iter_mut().find(|area| area.id == *id);
                area.map(|area| &mut area.walk_in_paused)
            }
            Self::Service(id) => {
                let service = office.services.iter_mut().find(|service| service.id == *id);
                service.map(|service| &mut service.walk_in_paused)
            }
        }
    }
}

/// What became of a ticket's paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintOutcome {
    /// The printer has said that it is done.
    Printed,
    /// Nothing of it left the kiosk.
    NotSent,
    /// Some of it may be on paper.
    Unknown,
}
