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
mod service;

pub use choice::{ADMIT_REASONS, Choice, OUTCOMES, PAUSE_REASONS, URGENT_REASONS};
pub use closing::{ClosedDay, Closure};
pub use fault::OfficeFault;
pub use holiday::{Holiday, Land};
pub use hours::OpenSpan;
pub use mail::MailTexts;
pub use plan::{Keep, LaneSpan, NextRelease, OpeningHours, Release};
pub use portal::{Answer, Asks, Fee, Form, InterpreterWay, Question};
pub use service::{Service, ServiceIcon, WalkInHours};

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
    /// Whether citizens are asked for an e-mail address.
    #[serde(skip_serializing_if = "is_optional")]
    pub email: Asks,
    /// Whether citizens are asked for a telephone number.
    #[serde(skip_serializing_if = "is_none")]
    pub phone: Asks,
    /// How somebody can interpret; none named means that nobody can be wished for.
    #[serde(skip_serializing_if = "is_on_site")]
    pub interpreters: Vec<InterpreterWay>,
    /// How many days ahead can be booked.
    pub horizon_days: u16,
    /// Who books for themselves does so at least this many minutes before the start.
    #[serde(skip_serializing_if = "is_zero")]
    pub notice_minutes: u16,
    /// How much longer an appointment with an interpreter takes, in minutes.
    #[serde(skip_serializing_if = "is_zero")]
    pub minutes_interpreter: u16,
    /// So many open bookings a contact may have for the same service; 0 is any number.
    #[serde(skip_serializing_if = "is_no_limit")]
    pub most_open_bookings: u8,
    /// How long a time is held while the form is open, in minutes.
    pub hold_minutes: u16,
    /// So many minutes who left an e-mail address has to confirm the appointment by the mail's link; 0 asks nobody.
    #[serde(skip_serializing_if = "is_zero")]
    pub confirm_by_mail_minutes: u16,
    /// Appointments start on multiples of this many minutes; divides 60.
    pub grid_minutes: u16,
    /// So many days before the appointment its owner is reminded by mail; 0 is never.
    #[serde(skip_serializing_if = "is_one")]
    pub remind_days_before: u8,
    /// … at this time of the local day.
    #[serde(skip_serializing_if = "is_ten")]
    pub remind_at: NaiveTime,
    /// Whether clerks see who booked. Names are brought to the office only then, and go a minute after the visit.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub show_names: bool,
}

fn is_zero(value: &u16) -> bool {
    *value == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_no_limit(most: &u8) -> bool {
    *most == 0
}

/// Defaults are not written out, so that documents without them stay as they are.
fn is_one(days: &u8) -> bool {
    *days == 1
}

fn is_ten(time: &NaiveTime) -> bool {
    *time == TEN
}

/// Reminders go out at ten, when people are awake and the office can be reached.
const TEN: NaiveTime = NaiveTime::from_hms_opt(10, 0, 0).expect("there is such a time");
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_optional(asks: &Asks) -> bool {
    *asks == Asks::Optional
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_none(asks: &Asks) -> bool {
    *asks == Asks::None
}

fn is_on_site(ways: &[InterpreterWay]) -> bool {
    ways == [InterpreterWay::OnSite]
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
            email: Asks::Optional,
            phone: Asks::None,
            interpreters: vec![InterpreterWay::OnSite],
            horizon_days: 90,
            notice_minutes: 0,
            minutes_interpreter: 0,
            most_open_bookings: 0,
            hold_minutes: 10,
            confirm_by_mail_minutes: 0,
            grid_minutes: 5,
            remind_days_before: 1,
            remind_at: TEN,
            show_names: false,
        }
    }
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
