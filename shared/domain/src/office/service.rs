//! What a citizen comes for, and how it is offered to who has no appointment.

use super::{Fee, Form, Localized, Office};
use crate::Timestamp;
use crate::id::{AreaId, ServiceId};
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// What a citizen comes for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The service's name in this file.
    pub id: ServiceId,
    /// "Personalausweis beantragen".
    pub name: Localized,
    /// How long it usually takes at the counter, in minutes, once.
    pub minutes: u16,
    /// How long each further one of the same takes in the same appointment, in minutes; none named means as long as
    /// the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_more: Option<u16>,
    /// How many of the same one appointment can have; none named means [`MOST`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u8>,
    /// Whether it has an appointment of its own, with no other service beside it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub alone: bool,
    /// With which services it goes in one appointment; none named means with all that do not say otherwise themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only_with: Vec<ServiceId>,
    /// What to bring.
    #[serde(default)]
    pub documents: Vec<Localized>,
    /// The area where its tickets wait.
    pub area: AreaId,
    /// What it costs; none named means that it is not said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    /// Forms to fill in beforehand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<Form>,
    /// In a sentence or two, what it is.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub description: Localized,
    /// Whether citizens can book it themselves.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub online: bool,
    /// What to do instead of booking it: "Bitte rufen Sie uns an: 0123 456".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online_message: Option<Localized>,
    /// Whether citizens can propose days for it, and staff find the time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_request: bool,
    /// Whether it is offered without an appointment.
    #[serde(default = "yes")]
    pub walk_in: bool,
    /// Whether paper and screens may name it; otherwise they say "mit Termin 10:00 Uhr".
    #[serde(default)]
    pub named_on_ticket: bool,
    /// Services of one group stand together on screens: "Ausweise".
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub group: Localized,
    /// The sign before its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<ServiceIcon>,
    /// Other words for it that people search: "Perso, Ausweis".
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub keywords: Localized,
    /// What is said to who wants it without an appointment, instead of a ticket: "Hierfür bitte einen Termin buchen."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_in_message: Option<Localized>,
    /// While this is there nobody gets a ticket for it without an appointment; shown instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_in_paused: Option<Localized>,
    /// So many tickets a day without an appointment; none named means no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_in_limit: Option<u16>,
    /// So many tickets in each hour of the clock without an appointment; none named means no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_in_limit_per_hour: Option<u16>,
    /// When it is offered without an appointment, within the opening hours; none named means as long as these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub walk_in_hours: Vec<WalkInHours>,
}

/// How many of the same one appointment can have where a service does not say.
pub const MOST: u8 = 6;

impl Service {
    /// How many of the same one appointment can have, 1 or more.
    pub fn most(&self) -> u8 {
        self.most.unwrap_or(MOST).max(1)
    }

    /// Whether both go in one appointment; both have to allow it.
    pub fn goes_with(&self, other: &Self) -> bool {
        let allows = |one: &Self, other: &Self| {
            !one.alone && (one.only_with.is_empty() || one.only_with.contains(&other.id))
        };
        allows(self, other) && allows(other, self)
    }

    /// How long so many of it take in one appointment, in minutes.
    pub fn minutes_of(&self, quantity: u8) -> u32 {
        let more = u32::from(self.minutes_more.unwrap_or(self.minutes));
        match quantity.checked_sub(1) {
            Some(further) => u32::from(self.minutes) + more * u32::from(further),
            None => 0,
        }
    }
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_yes(value: &bool) -> bool {
    *value
}

/// A sign for services; the look draws them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ServiceIcon {
    /// An identity card, a driving licence.
    Card,
    /// A passport.
    Passport,
    /// A flat, an address.
    House,
    /// A car.
    Car,
    /// Parking.
    Parking,
    /// A family, a birth.
    People,
    /// A certificate.
    Document,
    /// A marriage.
    Rings,
    /// A trade.
    Shop,
    /// A stamp, a certified copy.
    Stamp,
}

impl ServiceIcon {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Card,
        Self::Passport,
        Self::House,
        Self::Car,
        Self::Parking,
        Self::People,
        Self::Document,
        Self::Rings,
        Self::Shop,
        Self::Stamp,
    ];
}

/// A span of one weekday, in the office's local time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WalkInHours {
    /// The days on which it holds: `["Mon", "Tue"]`.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub weekdays: Vec<Weekday>,
    /// First minute, local.
    pub from: NaiveTime,
    /// First minute after, local; later than `from`.
    pub to: NaiveTime,
}

impl Office {
    /// Why nobody gets a ticket for a service without an appointment at the moment, if that is so.
    pub fn paused<'a>(&'a self, service: &'a Service) -> Option<&'a Localized> {
        let area = self.area(&service.area).and_then(|area| area.walk_in_paused.as_ref());
        service.walk_in_paused.as_ref().or(area).or(self.walk_in_paused.as_ref())
    }

    /// The first moment from `at` on at which a service is offered without an appointment, `at` itself if it is;
    /// within `horizon_days`.
    pub fn walk_in_opens_at(&self, service: &Service, at: Timestamp) -> Option<Timestamp> {
        let days = self.day(at).iter_days().take(1 + usize::from(self.rules.horizon_days));
        let mut spans = days.flat_map(|day| self.walk_in_spans(service, day));
        spans.find(|(_, to)| at < *to).map(|(from, _)| from.max(at))
    }

    /// When a service is offered without an appointment on a local day, earliest first.
    fn walk_in_spans(&self, service: &Service, day: NaiveDate) -> Vec<(Timestamp, Timestamp)> {
        let open = self.open_spans(day).into_iter().map(|span| (span.from, span.to));
        if service.walk_in_hours.is_empty() {
            return open.collect();
        }
        let today = service.walk_in_hours.iter().filter(|hours| hours.weekdays.contains(&day.weekday()));
        let hours: Vec<_> =
            today.map(|hours| (self.local(day, hours.from), self.local(day, hours.to))).collect();
        let within = |(from, to): (Timestamp, Timestamp)| {
            hours.iter().map(move |(first, last)| (from.max(*first), to.min(*last)))
        };
        let mut spans: Vec<_> = open.flat_map(within).filter(|(from, to)| from < to).collect();
        spans.sort();
        spans
    }
}
