//! What displays and kiosks are told as it happens.

use super::House;
use super::TicketView;
use crate::nonce::Nonce;
use foyer_domain::Timestamp;
use foyer_domain::alone::SignedList;
use foyer_domain::code::PublicKey;
use foyer_domain::engine::{IntakeScope, OfficeCard};
use foyer_domain::estimate::Span;
use foyer_domain::id::{AreaId, CallId, ServiceId, VisitId};
use foyer_domain::office::{Direction, Localized, Office};
use foyer_domain::ticket::TicketNumber;
use foyer_domain::window::Interruption;
use serde::{Deserialize, Serialize};

/// `GET /stream` (display): an event stream; the event's id is the log position, the event's name is
/// `display`. It starts with a snapshot, or after `Last-Event-ID` where the gap is small.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum DisplayEvent {
    /// Everything, as it is now.
    Snapshot {
        /// All of it.
        snapshot: Box<DisplaySnapshot>,
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
        /// Numbers of further papers of the same visit.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also: Vec<TicketNumber>,
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
    /// Their names, in the same order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub area_names: Vec<Localized>,
    /// When the office is open: what is left of today, and the next days, earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opening: Vec<Opening>,
    /// What to show while nobody is called, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slides: Vec<Slide>,
    /// Calls that stand, newest first.
    pub standing: Vec<CallView>,
    /// Calls that no longer stand, newest first, at most 12.
    pub recent: Vec<CallView>,
    /// The expected wait without an appointment.
    pub walk_in: Option<Span>,
    /// What holds for the whole house.
    #[serde(default, skip_serializing_if = "House::is_usual")]
    pub house: House,
}

/// The office is open from a moment on until another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The first moment.
    pub from: Timestamp,
    /// The first moment after it.
    pub to: Timestamp,
}

/// A picture to show while nobody is called: `GET /slides/{digest}` gives its bytes, PNG or JPEG.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slide {
    /// SHA-256 of its bytes, 64 hexadecimal digits: another picture has another one.
    pub digest: String,
    /// The name of its file, for staff.
    pub name: String,
    /// How large the file is; one of more than [`SLIDE_BYTES`] is not given.
    pub bytes: u64,
}

/// A larger picture is not shown: the largest photograph of a telephone has less.
pub const SLIDE_BYTES: u64 = 20 * 1024 * 1024;

/// A call as a display shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallView {
    /// Its id; a recall has another.
    pub call: CallId,
    /// Whose.
    pub visit: VisitId,
    /// The number.
    pub number: TicketNumber,
    /// Numbers of further papers of the same visit: a kiosk that was alone gave one, too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<TicketNumber>,
    /// The counter: "Schalter 3".
    pub counter: Localized,
    /// The way there.
    pub way: Localized,
    /// The arrow to show with the way.
    pub direction: Option<Direction>,
    /// The counter's area.
    pub area: AreaId,
    /// The language of who is called, a BCP 47 tag, where it is known: the call is said in it, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl CallView {
    /// All its numbers for the eye, `A 017 · A 803`.
    pub fn numbers(&self) -> String {
        all_numbers(self.number, &self.also)
    }
}

/// All numbers of a visit for the eye, its own first: `A 017 · A 803`.
pub fn all_numbers(number: TicketNumber, also: &[TicketNumber]) -> String {
    let spaced = [number].iter().chain(also).map(|number| number.spaced()).collect::<Vec<_>>();
    spaced.join(" · ")
}

/// `POST /calls/{call}/acknowledgement` (display): after the frame with it was handed over, and again when
/// it was heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// Whether it was heard as well as seen.
    pub heard: bool,
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
        /// The same by service.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        services: Vec<ServiceWait>,
    },
    /// What the kiosk needs to work alone, as it is now: a [`DayList`](super::DayList). To be kept.
    DayList {
        /// Signed by the lobby.
        list: SignedList,
    },
    /// Staff want a ticket on paper once more: a copy. It may come again after a break or a restart; the same order is
    /// one paper, and each time the kiosk tells what became of it.
    Print {
        /// Which order, for the [`PrintReport`](super::PrintReport) that acknowledges it.
        order: Nonce,
        /// What stands on it.
        ticket: Box<TicketView>,
        /// The language of the booking, where it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// By the lobby's clock: whoever wanted it is gone afterwards, so that it is not printed any more.
        until: Timestamp,
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
    /// The office as configured; with what staff say of tickets without an appointment at the moment.
    pub office: Office,
    /// The keys of check-in codes.
    pub keys: Vec<PublicKey>,
    /// All offices of the city.
    pub offices: Vec<OfficeCard>,
    /// The public key with which this lobby signs day lists, 64 hexadecimal digits; empty of a lobby that has none.
    #[serde(default)]
    pub list_key: String,
    /// The expected wait without an appointment.
    pub walk_in: Option<Span>,
    /// The same by service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceWait>,
    /// What holds for the whole house.
    #[serde(default, skip_serializing_if = "House::is_usual")]
    pub house: House,
    /// When nobody could check in today: windows are so much longer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outages: Vec<Interruption>,
    /// Where staff have paused intake for the rest of the day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub staff_pauses: Vec<StaffPause>,
}

impl KioskSnapshot {
    /// Takes back what holds for its own day alone: what staff have paused.
    pub fn end_day(&mut self) {
        // The last one stands in the place of the ones before.
        for pause in std::mem::take(&mut self.staff_pauses).into_iter().rev() {
            if let Some(place) = pause.scope.place_in(&mut self.office) {
                *place = pause.usual;
            }
        }
    }
}

/// Staff have paused intake, which ends with the day. The office says so in its own places, where kiosks look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPause {
    /// For whom.
    pub scope: IntakeScope,
    /// What the office's configuration has in that place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual: Option<Localized>,
}

/// What somebody has to expect who comes for a service without an appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceWait {
    /// Which.
    pub service: ServiceId,
    /// The expected wait; `None` while nobody is let in.
    pub wait: Option<Span>,
    /// How many wait before.
    pub ahead: u16,
}
