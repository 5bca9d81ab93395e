//! An office as configured: one numbered revision, owned by the booking server and followed by the lobby.

mod choice;
mod closing;
mod duration;
mod fault;
mod holiday;
mod hours;
mod mail;
mod plan;
mod portal;
mod rules;
mod service;
mod stop;

pub use choice::{ADMIT_REASONS, Choice, OUTCOMES, PAUSE_REASONS, URGENT_REASONS};
pub use closing::{ClosedDay, Closure};
pub use fault::OfficeFault;
pub use holiday::{Holiday, Land};
pub use hours::OpenSpan;
pub use mail::MailTexts;
pub use plan::{Keep, LaneSpan, MonthWeek, NextRelease, OpeningHours, Release};
pub use portal::{Answer, Asks, Fee, Form, InterpreterWay, Question};
pub use rules::{LatePolicy, Rules};
pub use service::{Service, ServiceIcon, WalkInHours};
pub use stop::{Place, Stop};

use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::id::{AreaId, CounterId, OfficeId, ServiceId};
use crate::ticket::Letter;
use chrono::{Days, NaiveDate, NaiveTime, SubsecRound, TimeDelta, TimeZone, Timelike};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text of the office in one or more languages, by language tag; German is always there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
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
    /// Where the office is on a map, `https://…`; without it mails lead to what OpenStreetMap finds for the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub map_url: Option<String>,
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
    /// The last local day on which it opens; none named means that it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<NaiveDate>,
    /// Whether everything in it is reached without a step.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub step_free: bool,
    /// The languages that somebody there speaks, by ISO 639 code: `["de", "tr"]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The places that it comes to; rows of the plan name them. Without any it is always at its address.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<Stop>,
    /// Rules that differ from the defaults.
    #[serde(default)]
    pub rules: Rules,
    /// Waiting areas, at least one.
    pub areas: Vec<Area>,
    /// Services, at least one.
    pub services: Vec<Service>,
    /// Counters, at least one.
    pub counters: Vec<Counter>,
    /// The plan: opening hours, and at which counters or how many places appointments run side by side in them.
    pub hours: Vec<OpeningHours>,
    /// The Land whose public holidays close the office; none named means that it opens on all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holidays: Option<Land>,
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
    /// What its mails say beside what they say everywhere.
    #[serde(default, skip_serializing_if = "MailTexts::is_empty")]
    pub mail: MailTexts,
    /// What the assistant asks who does not know which services they need; the first is asked first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
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

impl Office {
    /// The local day of a moment.
    pub fn day(&self, at: Timestamp) -> NaiveDate {
        at.with_timezone(&self.time_zone).date_naive()
    }

    /// Whether the office is given up by this local day.
    pub fn has_ended(&self, day: NaiveDate) -> bool {
        self.ends_on.is_some_and(|last| last < day)
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
