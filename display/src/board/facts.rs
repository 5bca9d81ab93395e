//! What the lobby says about the office and this display, apart from calls.

use super::Moment;
use foyer_domain::Timestamp;
use foyer_domain::estimate::Span;
use foyer_domain::office::Localized;
use foyer_protocol::lobby::{DisplaySnapshot, House, Opening, Slide};

/// What the lobby says about the office and this display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// As staff call this display.
    pub device_name: String,
    /// The areas that it shows; none where it shows all.
    pub areas: Vec<Localized>,
    /// The office's name.
    pub office_name: String,
    /// The office's IANA time zone.
    pub time_zone: String,
    /// Whether the lobby's clock is a demo's.
    pub demo_clock: bool,
    /// The accent colour, `#2044aa`.
    pub accent: Option<String>,
    /// The expected wait without an appointment.
    pub walk_in: Option<Span>,
    /// When the office is open, as far as that is known, earliest first.
    pub opening: Vec<Opening>,
    /// What is shown while nobody is called.
    pub slides: Vec<Slide>,
    /// What holds for the whole house.
    pub house: House,
    /// The lobby's time …
    lobby_time: Timestamp,
    /// … at this moment.
    taken: Moment,
}

/// What of it a snapshot says that was taken in `now`.
impl Facts {
    pub(super) fn of(snapshot: &DisplaySnapshot, now: Moment) -> Self {
        Self {
            device_name: snapshot.device_name.clone(),
            areas: snapshot.area_names.clone(),
            office_name: snapshot.office_name.clone(),
            time_zone: snapshot.time_zone.clone(),
            demo_clock: snapshot.demo_clock,
            accent: snapshot.accent.clone(),
            walk_in: snapshot.walk_in,
            opening: snapshot.opening.clone(),
            slides: snapshot.slides.clone(),
            house: snapshot.house.clone(),
            lobby_time: snapshot.now,
            taken: now,
        }
    }

    /// The lobby's time.
    pub(super) fn lobby_time(&self, now: Moment) -> Timestamp {
        self.lobby_time + now.since(self.taken)
    }

    /// Whether the office is open, and if not, when it opens next as far as that is known.
    pub fn opening(&self, at: Timestamp) -> Doors {
        match self.opening.iter().find(|span| at < span.to) {
            Some(span) if span.from <= at => Doors::Open,
            Some(span) => Doors::Closed { opens: span.from },
            None => Doors::Unknown,
        }
    }
}

/// Whether an office is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doors {
    /// The lobby did not say, or not so far ahead.
    Unknown,
    /// It is.
    Open,
    /// It is not.
    Closed {
        /// When it will be.
        opens: Timestamp,
    },
}
