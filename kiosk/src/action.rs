//! What the kiosk wants done: plain data that a test can compare. [`crate::driver`] does it.

use crate::device::camera::PreviewSize;
use crate::kept::Kept;
use crate::speech::Utterance;
use crate::staff::Pin;
use crate::tones::Tone;
use foyer_domain::Timestamp;
use foyer_domain::alone::SignedList;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::{BookingId, VisitId};
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::WishChange;
use foyer_look::focus::FocusMove;
use foyer_protocol::lobby::{CheckInReply, DeviceStatus, Presented, PrintReport, TicketReply, TicketView};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;

/// One attempt of one citizen; counts up, so that an answer to an earlier one is known to be late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AttemptId(pub u64);

/// What a citizen asked for, and when they began to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Which attempt.
    pub id: AttemptId,
    /// When the code was first seen or the first key pressed, truncated to the second.
    pub seen_at: Timestamp,
    /// What for.
    pub wish: Wish,
    /// The number of a ticket that the same people were given just before.
    pub with: Option<TicketNumber>,
}

/// What the lobby is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// To check in.
    CheckIn(Presented),
    /// For a ticket without an appointment, in the language that is spoken.
    WalkIn(Vec<ServiceChoice>, Language),
    /// For the ticket that is offered to who comes too late.
    Late(BookingId),
}

/// What the lobby said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// To [`Wish::CheckIn`].
    CheckIn(CheckInReply),
    /// To [`Wish::WalkIn`] and [`Wish::Late`].
    Ticket(TicketReply),
}

/// A ticket to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// What stands on it.
    pub ticket: TicketView,
    /// In which language.
    pub language: Language,
    /// Whether it was printed before: it says "Kopie".
    pub copy: bool,
    /// The request that brought it.
    pub attempt: Option<Nonce>,
    /// The code that was held up for a ticket given alone: on its paper it brings the same number up again.
    pub code: Option<String>,
}

/// What the staff page wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffAction {
    /// Compare a PIN with the hash.
    CheckPin {
        /// Which comparison.
        id: u64,
        /// What was typed.
        pin: Pin,
    },
    /// Bring what staff set to the disk.
    Keep(Kept),
    /// Print a test ticket.
    PrintTest,
    /// Note in the journal that somebody was told why not.
    NoteRefusal {
        /// When.
        at: Timestamp,
        /// The id of the text for staff.
        reason: &'static str,
    },
}

/// What the kiosk wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "an action is moved once and never kept")]
pub enum Action {
    /// Note the attempt on disk, then ask the lobby, and decide alone where it does not answer.
    Ask(Attempt),
    /// Keep what the lobby tells for working alone.
    KeepList {
        /// The day list.
        list: SignedList,
        /// The lobby's public key for it.
        public_key: String,
    },
    /// The lobby does not accept this terminal: it must give nothing alone.
    ForgetList,
    /// Look how the terminal stands that may have to work alone.
    LookAlone,
    /// Keep on disk what somebody wishes of whoever calls, and hand it over.
    Wish {
        /// Whose.
        number: TicketNumber,
        /// What is wished, and what no longer.
        change: WishChange,
    },
    /// Hand over to the lobby what was given alone.
    HandOver,
    /// Print what was given alone, in order, for staff.
    PrintAlone,
    /// Something for the staff page.
    Staff(StaffAction),
    /// The answer to this request has been shown: the same code begins anew from now on.
    Settle(Nonce),
    /// Print a ticket.
    Print(PrintJob),
    /// An order of staff came when nobody wants its paper any more: look whether it was printed before a restart.
    MissOrder {
        /// Which.
        order: Nonce,
        /// Whose ticket.
        visit: VisitId,
    },
    /// Tell the lobby what became of the paper.
    ReportPrint {
        /// Whose ticket.
        visit: VisitId,
        /// What became of it.
        report: PrintReport,
    },
    /// Tell the lobby how this terminal is.
    ReportStatus(DeviceStatus),
    /// Ask the camera for live pictures of this size, or for none.
    Preview(Option<PreviewSize>),
    /// Let this be heard, now.
    Sound(Tone),
    /// Say this, in place of whatever is being said.
    Say(Utterance),
    /// Say no more.
    Hush,
    /// Move the focus from key to key.
    MoveFocus(FocusMove),
    /// Take the focus away.
    Unfocus,
}
