//! An office as configured: one numbered revision, owned by the booking server and followed by the lobby.

mod choice;
mod fault;
mod hours;
mod service;

pub use choice::{ADMIT_REASONS, Choice, OUTCOMES, PAUSE_REASONS, URGENT_REASONS};
pub use fault::OfficeFault;
pub use service::{Service, ServiceIcon, WalkInHours};

use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::id::{AreaId, CounterId, OfficeId, ServiceId};
use crate::ticket::Letter;
use chrono::{Days, NaiveDate, NaiveTime, SubsecRound, TimeDelta, TimeZone, Timelike, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text of the office in one or more languages, by language tag; German is always there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "LocalizedForm")]
pub struct Localized(pub BTreeMap<String, String>);

/// In a file a text is either one German string or a table by language.
#[derive(Deserialize)]
#[serde(untagged)]
enum LocalizedForm {
    German(String),
    Table(BTreeMap<String, String>),
}

impl From<LocalizedForm> for Localized {
    fn from(form: LocalizedForm) -> Self {
        match form {
            LocalizedForm::German(text) => Self::german(&text),
            LocalizedForm::Table(table) => Self(table),
        }
    }
}

impl Localized {
    /// A text that exists in German alone.
    pub fn german(text: &str) -> Self {
        Self(BTreeMap::from([("de".to_owned(), text.to_owned())]))
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in `language` (`de`, `en`, `ar` …), else in German, else empty.
    pub fn get(&self, language: &str) -> &str {
        self.0.get(language).or_else(|| self.0.get("de")).map_or("", String::as_str)
    }
}

/// One revision of an office's configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Counts up with every import; set by the booking server.
    #[serde(default)]
    pub revision: u64,
    /// The office's name in addresses and files.
    pub id: OfficeId,
    /// The office's number in check-in codes, unique in a city.
    pub number: u16,
    /// "Bürgerbüro Mitte".
    pub name: String,
    /// One line: street, number, postal code, town.
    pub address: String,
    /// IANA time zone, "Europe/Berlin". The day changes at its midnight.
    pub time_zone: Tz,
    /// The accent colour, `#2044aa`; the look decides whether it has enough contrast.
    #[serde(default)]
    pub accent: Option<String>,
    /// Where to turn to, "an der Infotheke"; some offices have none.
    #[serde(default)]
    pub information_desk: Option<Localized>,
    /// Where citizens reach the booking server; without it a ticket carries no phone QR.
    #[serde(default)]
    pub public_url: Option<String>,
    /// While this is there nobody gets a ticket without an appointment; shown instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_in_paused: Option<Localized>,
    /// Rules that differ from the defaults.
    #[serde(default)]
    pub rules: Rules,
    /// Waiting areas, at least one.
    pub areas: Vec<Area>,
    /// Services, at least one.
    pub services: Vec<Service>,
    /// Counters, at least one.
    pub counters: Vec<Counter>,
    /// Opening hours and how many appointments run side by side in them.
    pub hours: Vec<OpeningHours>,
    /// Announced closures.
    #[serde(default)]
    pub closures: Vec<Closure>,
    /// Why somebody may go before others; empty means [`URGENT_REASONS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urgent_reasons: Vec<Choice>,
    /// How a visit can end; empty means [`OUTCOMES`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Choice>,
    /// Why a clerk may pause; empty means [`PAUSE_REASONS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pause_reasons: Vec<Choice>,
    /// Why somebody may be let in by hand; empty means [`ADMIT_REASONS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admit_reasons: Vec<Choice>,
    /// What screens say while intake is paused or everything stands still, to be chosen by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<Choice>,
}

/// Where a group of displays hangs; a counter belongs to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The area's name in this file.
    pub id: AreaId,
    /// "Wartebereich 1".
    pub name: Localized,
    /// The first letter of its ticket numbers.
    pub letter: Letter,
    /// The way there from the entrance: "rechts", "1. OG, links".
    #[serde(default)]
    pub way: Localized,
    /// The arrow to show with the way.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// While this is there nobody gets a ticket for this area without an appointment; shown instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_in_paused: Option<Localized>,
}

/// Where a clerk serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counter {
    /// The counter's name in this file.
    pub id: CounterId,
    /// What the display shows: "Schalter 3".
    pub name: Localized,
    /// The area that it calls into.
    pub area: AreaId,
    /// The services that it offers; empty means all.
    #[serde(default)]
    pub services: Vec<ServiceId>,
    /// The way there from its area: "1. OG, rechts".
    #[serde(default)]
    pub way: Localized,
    /// The arrow to show with the way.
    #[serde(default)]
    pub direction: Option<Direction>,
}

/// An arrow, as seen by who stands before the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Straight on, or one floor up.
    Up,
    /// One floor down.
    Down,
}

/// A span of one weekday, in the office's local time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    /// The days on which it holds: `["Mon", "Tue"]`.
    pub weekdays: Vec<Weekday>,
    /// First minute, local.
    pub from: NaiveTime,
    /// First minute after, local; later than `from`.
    pub to: NaiveTime,
    /// How many appointments run side by side.
    pub places: u16,
}

/// A day on which the office is closed, announced beforehand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// The local day.
    pub date: NaiveDate,
    /// Why, and how to go on: "Personalversammlung. Bitte buchen Sie einen neuen Termin."
    pub reason: Localized,
}

/// What an office does with a citizen who comes after the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LatePolicy {
    /// One press takes a walk-in ticket with the booked services.
    #[default]
    WalkIn,
    /// The information desk decides.
    Desk,
}

/// The rules of DESIGN "The rules" with their defaults.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// The check-in window opens this many minutes before the start.
    pub window_before_minutes: u16,
    /// … and closes this many minutes after it, both ends included.
    pub window_after_minutes: u16,
    /// An appointment goes before walk-ins that came up to this many minutes before it was due.
    pub appointment_lead_minutes: u16,
    /// How far an urgent ticket moves forward, in minutes.
    pub urgent_boost_minutes: u16,
    /// An appointment that starts in more than this many minutes is not yet due.
    pub hold_back_minutes: u16,
    /// After this many counted calls a ticket can become a no-show.
    pub max_calls: u8,
    /// A recall counts only this many seconds after the last counted call.
    pub recall_counts_after_seconds: u16,
    /// No walk-in is let in that would push a booked appointment later than this many minutes after its start.
    pub appointment_grace_minutes: u16,
    /// What happens to who comes too late.
    pub late: LatePolicy,
    /// How many days ahead can be booked.
    pub horizon_days: u16,
    /// How long a time is held while the form is open, in minutes.
    pub hold_minutes: u16,
    /// Appointments start on multiples of this many minutes; divides 60.
    pub grid_minutes: u16,
    /// Whether clerks see who booked. Names are brought to the office only then, and go a minute after the visit.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub show_names: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            window_before_minutes: 15,
            window_after_minutes: 15,
            appointment_lead_minutes: 60,
            urgent_boost_minutes: 60,
            hold_back_minutes: 2,
            max_calls: 3,
            recall_counts_after_seconds: 45,
            appointment_grace_minutes: 20,
            late: LatePolicy::WalkIn,
            horizon_days: 90,
            hold_minutes: 10,
            grid_minutes: 5,
            show_names: false,
        }
    }
}

impl Office {
    /// The local day of a moment.
    pub fn day(&self, at: Timestamp) -> NaiveDate {
        at.with_timezone(&self.time_zone).date_naive()
    }

    /// The full hour of the local clock that began last.
    pub fn hour_of(&self, at: Timestamp) -> Timestamp {
        let local = at.with_timezone(&self.time_zone);
        let past =
            TimeDelta::minutes(i64::from(local.minute())) + TimeDelta::seconds(i64::from(local.second()));
        (at - past).trunc_subsecs(0)
    }

    /// The moment of a local wall-clock time. A time that a clock change skips is taken as the first moment
    /// after the gap; one that occurs twice as the earlier.
    pub fn local(&self, day: NaiveDate, time: NaiveTime) -> Timestamp {
        let mut wall = day.and_time(time);
        for _ in 0..(4 * 60) {
            if let Some(found) = self.time_zone.from_local_datetime(&wall).earliest() {
                return found.to_utc();
            }
            wall += TimeDelta::minutes(1);
        }
        // No zone skips more than a day's fraction; a date this far off has no better answer.
        wall.and_utc()
    }

    /// The first moment of the local day after `at`.
    pub fn next_midnight(&self, at: Timestamp) -> Timestamp {
        let day = self.day(at);
        self.local(day.checked_add_days(Days::new(1)).unwrap_or(day), NaiveTime::MIN)
    }

    /// The closure announced for a local day.
    pub fn closure(&self, day: NaiveDate) -> Option<&Closure> {
        self.closures.iter().find(|closure| closure.date == day)
    }

    /// How long these services take together at a counter, in minutes, at least 1. What is not known takes as
    /// long as this office's services do on average.
    pub fn minutes(&self, services: &[ServiceChoice]) -> u16 {
        let all: u32 = self.services.iter().map(|service| u32::from(service.minutes)).sum();
        let average = all.div_ceil(u32::try_from(self.services.len().max(1)).unwrap_or(u32::MAX));
        let one = |choice: &ServiceChoice| {
            let minutes = self.service(&choice.service).map_or(average, |service| u32::from(service.minutes));
            minutes * u32::from(choice.quantity)
        };
        let sum = if services.is_empty() { average } else { services.iter().map(one).sum() };
        u16::try_from(sum.max(1)).unwrap_or(u16::MAX)
    }

    /// The area where a ticket for these services waits: that of the first, or the office's first area where
    /// it is not known. `None` only for an office without areas.
    pub fn area_of(&self, services: &[ServiceChoice]) -> Option<&Area> {
        let next = services.first().and_then(|next| self.service(&next.service));
        next.and_then(|service| self.area(&service.area)).or_else(|| self.areas.first())
    }

    /// The service of this id.
    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| service.id == *id)
    }

    /// The counter of this id.
    pub fn counter(&self, id: &CounterId) -> Option<&Counter> {
        self.counters.iter().find(|counter| counter.id == *id)
    }

    /// The area of this id.
    pub fn area(&self, id: &AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == *id)
    }
}

/// A span in which the office is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenSpan {
    /// First moment.
    pub from: Timestamp,
    /// First moment after.
    pub to: Timestamp,
    /// How many appointments run side by side.
    pub places: u16,
}
