//! Between the lobby and its terminals. Paths are under `/api/v1`; all but [`EnrolRequest`] need the
//! terminal's token as `authorization: Bearer …`, and all that change something need a nonce.

use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::code::PublicKey;
use foyer_domain::engine::{OfficeCard, PrintOutcome};
use foyer_domain::estimate::Span;
use foyer_domain::id::{AreaId, BookingId, CallId, DeviceId, VisitId};
use foyer_domain::office::{Direction, Localized, Office};
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::VisitState;
use serde::{Deserialize, Serialize};

/// What a terminal is; its rights follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceKind {
    /// May check in, give walk-in tickets and report its printer.
    Kiosk,
    /// May see and acknowledge calls.
    Display,
}

/// `POST /devices/enrol`: a terminal signs on once, with the code that staff made. Needs no token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnrolRequest {
    /// The secret part of the code.
    pub code: String,
    /// What the terminal is; a code for another kind is refused.
    pub kind: DeviceKind,
}

/// A terminal's identity from now on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// Its id.
    pub device: DeviceId,
    /// As staff call it: "Anzeige 2".
    pub name: String,
    /// The secret for `authorization: Bearer …`.
    pub token: String,
}

impl std::fmt::Debug for Enrolled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Enrolled");
        shown.field("device", &self.device).field("name", &self.name).finish_non_exhaustive()
    }
}

/// `POST /check-ins` (kiosk): answered with a [`CheckInReply`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckInRequest {
    /// What was held before the camera, or typed.
    pub presented: Presented,
    /// When the terminal first saw it, truncated to the second.
    pub seen_at: Timestamp,
}

/// What was held before the camera, or typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", content = "text", rename_all = "snake_case")]
pub enum Presented {
    /// The untrimmed text of a QR code: a check-in code or a ticket's phone link.
    Scan(String),
    /// A typed short code, 8 characters without the dash.
    ShortCode(String),
}

/// The answer to a check-in, and what time the lobby has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInReply {
    /// The lobby's time.
    pub now: Timestamp,
    /// The answer.
    pub answer: CheckInAnswer,
}

/// The answer to a check-in. A refusal is a value, not an error, and says when it will work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum CheckInAnswer {
    /// In the queue now: print.
    CheckedIn {
        /// The ticket.
        ticket: TicketView,
    },
    /// In the building already: same number, nothing is printed by itself.
    AlreadyCheckedIn {
        /// The ticket.
        ticket: TicketView,
    },
    /// Back in the queue after a no-show: same number, nothing is printed by itself.
    BackInQueue {
        /// The ticket.
        ticket: TicketView,
    },
    /// Not one of ours.
    Unreadable,
    /// Ours by its look, but not known or not genuine; also a short code that nobody has.
    Unknown,
    /// Too many wrong short codes: the keypad rests until then.
    KeypadLocked {
        /// First moment at which it works again.
        until: Timestamp,
    },
    /// For another office.
    WrongOffice {
        /// Which, where known.
        office: Option<OfficeCard>,
        /// The booked time.
        start: Timestamp,
    },
    /// The booking is cancelled.
    Cancelled {
        /// When it would have been.
        start: Timestamp,
    },
    /// The booking has another time now.
    Moved {
        /// The new time.
        start: Timestamp,
    },
    /// The visit is over.
    Finished {
        /// Its number.
        number: TicketNumber,
    },
    /// For another day.
    WrongDay {
        /// The booked time.
        start: Timestamp,
    },
    /// Before the window.
    TooEarly {
        /// First second of the window.
        opens_at: Timestamp,
        /// The booked time.
        start: Timestamp,
    },
    /// After the window.
    TooLate {
        /// Last second of the window.
        closed_at: Timestamp,
        /// The booked time.
        start: Timestamp,
        /// "Ohne Termin warten, etwa 40 Minuten", where the office offers it.
        offer: Option<LateOffer>,
    },
    /// Never confirmed, and its hold is over.
    NotConfirmed {
        /// When it would have been.
        start: Timestamp,
    },
    /// The office is closed by an announced closure.
    OfficeClosed {
        /// How to go on.
        reason: Localized,
        /// The booked time.
        start: Timestamp,
    },
    /// No number is left.
    QueueFull,
}

/// What a late citizen can have instead of the appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateOffer {
    /// The booking that would be replaced.
    pub booking: BookingId,
    /// The expected wait.
    pub estimate: Span,
}

/// `POST /late-tickets` (kiosk): take what a [`CheckInAnswer::TooLate`] offered. Answered with a
/// [`TicketReply`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateTicketRequest {
    /// The booking that is replaced.
    pub booking: BookingId,
    /// When the citizen came.
    pub seen_at: Timestamp,
}

/// `POST /walk-ins` (kiosk): a ticket without an appointment. Answered with a [`TicketReply`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkInRequest {
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// When the first key was pressed.
    pub seen_at: Timestamp,
}

/// The answer to a wish for a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketReply {
    /// The lobby's time.
    pub now: Timestamp,
    /// The answer.
    pub answer: TicketAnswer,
}

/// A ticket, or why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum TicketAnswer {
    /// In the queue now: print.
    Opened {
        /// The ticket.
        ticket: TicketView,
    },
    /// No more today.
    QueueFull {
        /// When the office opens again.
        opens_at: Option<Timestamp>,
    },
    /// The office is closed.
    Closed {
        /// When it opens again.
        opens_at: Option<Timestamp>,
    },
    /// Not without an appointment.
    NotOffered,
}

/// A ticket as screen and paper show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketView {
    /// The visit.
    pub visit: VisitId,
    /// Its number.
    pub number: TicketNumber,
    /// Where it stands.
    pub state: VisitState,
    /// "Wartebereich 1".
    pub area: Localized,
    /// The way there.
    pub way: Localized,
    /// The arrow to show with the way.
    pub direction: Option<Direction>,
    /// The booked time; `None` without an appointment.
    pub start: Option<Timestamp>,
    /// The services that paper and screen may name.
    pub services: Vec<Localized>,
    /// The expected wait.
    pub estimate: Option<Span>,
    /// Counter's name while it is called or in service.
    pub counter: Option<Localized>,
    /// For the citizen's phone; also identifies the paper when it is scanned.
    pub phone_url: Option<String>,
    /// When it was issued.
    pub issued_at: Timestamp,
}

/// `POST /tickets/{visit}/print` (kiosk): what became of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintReport {
    /// What became of it.
    pub outcome: PrintOutcome,
    /// Why, for staff.
    #[serde(default)]
    pub detail: String,
}

/// `POST /calls/{call}/acknowledgement` (display): after the frame with it was handed over, and again when
/// it was heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// Whether it was heard as well as seen.
    pub heard: bool,
}

/// `POST /device/status`: how a terminal is; sent when it changes. Needs no nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviceStatus {
    /// Its version.
    pub version: String,
    /// Its parts: printer, camera, sound …
    pub parts: Vec<PartStatus>,
}

/// How a part of a terminal is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartStatus {
    /// `printer`, `camera`, `sound`.
    pub part: String,
    /// Whether it works.
    pub works: bool,
    /// What is wrong and what helps, for staff; empty if it works.
    #[serde(default)]
    pub detail: String,
}

/// `GET /stream` (display): an event stream; the event's id is the log position, the event's name is
/// `display`. It starts with a snapshot, or after `Last-Event-ID` where the gap is small.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum DisplayEvent {
    /// Everything, as it is now.
    Snapshot {
        /// All of it.
        snapshot: DisplaySnapshot,
    },
    /// A ticket is called, or called again: show and sound it.
    Called {
        /// The call.
        call: CallView,
    },
    /// A call no longer stands, because somebody came or was given up.
    Cleared {
        /// Whose.
        visit: VisitId,
    },
    /// A call that was shown is taken back aloud: "A 017, bitte warten Sie noch."
    Withdrawn {
        /// Whose.
        visit: VisitId,
        /// Its number.
        number: TicketNumber,
    },
    /// The expected wait without an appointment has changed.
    Waits {
        /// The span; `None` while nobody is let in.
        walk_in: Option<Span>,
    },
}

/// What a display shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisplaySnapshot {
    /// The lobby's time.
    pub now: Timestamp,
    /// Whether that is a demo clock, to be said on the screen.
    pub demo_clock: bool,
    /// As staff call this display.
    pub device_name: String,
    /// The office's name.
    pub office_name: String,
    /// The office's IANA time zone.
    pub time_zone: String,
    /// The accent colour, `#2044aa`.
    pub accent: Option<String>,
    /// The areas that it shows; empty means all.
    pub areas: Vec<AreaId>,
    /// Calls that stand, newest first.
    pub standing: Vec<CallView>,
    /// Calls that no longer stand, newest first, at most 12.
    pub recent: Vec<CallView>,
    /// The expected wait without an appointment.
    pub walk_in: Option<Span>,
}

/// A call as a display shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallView {
    /// Its id; a recall has another.
    pub call: CallId,
    /// Whose.
    pub visit: VisitId,
    /// The number.
    pub number: TicketNumber,
    /// The counter: "Schalter 3".
    pub counter: Localized,
    /// The way there.
    pub way: Localized,
    /// The arrow to show with the way.
    pub direction: Option<Direction>,
    /// The counter's area.
    pub area: AreaId,
    /// When.
    pub at: Timestamp,
}

/// `GET /stream` (kiosk): as for displays, the event's name is `kiosk`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum KioskEvent {
    /// Everything, as it is now.
    Snapshot {
        /// All of it.
        snapshot: Box<KioskSnapshot>,
    },
    /// The expected wait without an appointment has changed.
    Waits {
        /// The span; `None` while nobody is let in.
        walk_in: Option<Span>,
    },
}

/// What a kiosk needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KioskSnapshot {
    /// The lobby's time.
    pub now: Timestamp,
    /// Whether that is a demo clock, to be said on the screen.
    pub demo_clock: bool,
    /// As staff call this kiosk.
    pub device_name: String,
    /// The office as configured.
    pub office: Office,
    /// The keys of check-in codes.
    pub keys: Vec<PublicKey>,
    /// All offices of the city.
    pub offices: Vec<OfficeCard>,
    /// The expected wait without an appointment.
    pub walk_in: Option<Span>,
}

/// `GET /health`, of both servers; needs no sign-on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    /// `foyer-lobby` or `foyer-booking`.
    pub program: String,
    /// Its version.
    pub version: String,
    /// Its time.
    pub now: Timestamp,
    /// Whether that is a demo clock.
    pub demo_clock: bool,
    /// Whether it can do its work.
    pub ready: bool,
}

/// `GET /health` of a lobby: a [`Health`], and how old what it knows is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LobbyHealth {
    /// What every server says.
    #[serde(flatten)]
    pub health: Health,
    /// How the link to the booking server is.
    pub booking: BookingHealth,
    /// The position of the last event in its log.
    pub log_position: u64,
}

/// How fresh a lobby's bookings are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingHealth {
    /// Whether the feed is being followed now.
    pub connected: bool,
    /// What the lobby knows of bookings is as they were then; `None` before the first link.
    pub as_of: Option<Timestamp>,
}
