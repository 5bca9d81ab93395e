//! An office that travels: the places that it comes to, and where it is at a moment.

use super::{Localized, Office, OpeningHours};
use crate::Timestamp;
use crate::id::StopId;
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

/// A place that an office comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The place's name in this file.
    pub id: StopId,
    /// "Stadtteilladen Grünau".
    pub name: String,
    /// One line: street, number, postal code, town.
    pub address: String,
    /// Where it is on a map, `https://…`; without it mails lead to what OpenStreetMap finds for the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub map_url: Option<String>,
    /// How to get in: "Eingang im Hof, bitte klingeln".
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub access: Localized,
    /// Whether it is reached without a step.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub step_free: bool,
}

/// Where an office is at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The place that it has come to; none where it is at its own address.
    pub stop: Option<&'a Stop>,
    /// One line: street, number, postal code, town.
    pub address: &'a str,
    /// Where it is on a map, if somebody has said.
    pub map_url: Option<&'a str>,
    /// Whether it is reached without a step.
    pub step_free: bool,
}

impl Stop {
    /// "Stadtteilladen Grünau, Stuttgarter Allee 19, 04209 Leipzig".
    pub fn line(&self) -> String {
        format!("{}, {}", self.name, self.address)
    }
}

impl<'a> Place<'a> {
    /// The address, with the place's name before it where it has one.
    pub fn line(&self) -> String {
        self.stop.map_or_else(|| self.address.to_owned(), Stop::line)
    }

    /// How to get in, in `language`; may be empty.
    pub fn access(&self, language: &str) -> &'a str {
        self.stop.map_or("", |stop| stop.access.get(language))
    }
}

impl OpeningHours {
    /// How far a moment is from this row's span of a day; nothing within it.
    fn distance(&self, office: &Office, day: NaiveDate, at: Timestamp) -> TimeDelta {
        let (from, to) = (office.local(day, self.from), office.local(day, self.to));
        if at < from {
            from - at
        } else if at < to {
            TimeDelta::zero()
        } else {
            // What ends at a moment is further from it than what begins then.
            at - to + TimeDelta::seconds(1)
        }
    }
}

impl Office {
    /// The place of this id.
    pub fn stop(&self, id: &StopId) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.id == *id)
    }

    /// The place that the office has come to at a moment: that of the plan's row then, or of the nearest row of the
    /// local day. `None` where it is at its own address.
    pub fn stop_at(&self, at: Timestamp) -> Option<&Stop> {
        if self.stops.is_empty() {
            return None;
        }
        let day = self.day(at);
        let rows = self.hours.iter().filter(|row| row.is_on(day));
        let row = rows.min_by_key(|row| row.distance(self, day, at))?;
        self.stop(row.stop.as_ref()?)
    }

    /// Where the office is at a moment.
    pub fn place_at(&self, at: Timestamp) -> Place<'_> {
        match self.stop_at(at) {
            Some(stop) => Place {
                stop: Some(stop),
                address: &stop.address,
                map_url: stop.map_url.as_deref(),
                step_free: stop.step_free,
            },
            None => self.home(),
        }
    }

    /// Its own address.
    pub fn home(&self) -> Place<'_> {
        Place {
            stop: None,
            address: &self.address,
            map_url: self.map_url.as_deref(),
            step_free: self.step_free,
        }
    }

    /// Where somebody has to be at `at` instead, by a later revision of this office: the place before and after. `None`
    /// where that is the same, and where the later one is not open then.
    pub fn relocation<'a>(&'a self, after: &'a Self, at: Timestamp) -> Option<(Place<'a>, Place<'a>)> {
        let (here, there) = (self.place_at(at), after.place_at(at));
        // Who corrects the address of an office that stays where it is has not moved it.
        let travels = here.stop.is_some() || there.stop.is_some();
        let is_open = after.open_spans(after.day(at)).iter().any(|span| (span.from..span.to).contains(&at));
        (travels && is_open && here.line() != there.line()).then_some((here, there))
    }

    /// The places of a local day, in the order in which the office comes to them; none on a closed day, and none where
    /// it stays at its own address.
    pub fn stops_on(&self, day: NaiveDate) -> Vec<&Stop> {
        if self.stops.is_empty() || self.closure(day).is_some() {
            return Vec::new();
        }
        let mut rows: Vec<_> = self.hours.iter().filter(|row| row.is_on(day)).collect();
        rows.sort_by_key(|row| row.from);
        let mut stops: Vec<&Stop> = Vec::new();
        for stop in rows.into_iter().filter_map(|row| self.stop(row.stop.as_ref()?)) {
            if !stops.contains(&stop) {
                stops.push(stop);
            }
        }
        stops
    }

    /// The local days from `today` on, to the last that can be booked, on which the office comes to a place.
    pub fn days_at(&self, stop: &StopId, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let days = today.iter_days().take(1 + usize::from(self.rules.horizon_days));
        days.filter(move |day| self.stops_on(*day).iter().any(|there| there.id == *stop))
    }

    /// Where the office can be found at all, a line each: the places that it comes to, else its own address.
    pub fn addresses(&self) -> Vec<String> {
        match &self.stops[..] {
            [] => vec![self.address.clone()],
            stops => stops.iter().map(Stop::line).collect(),
        }
    }

    /// Whether there is a place of it that is reached without a step.
    pub fn is_step_free_somewhere(&self) -> bool {
        match &self.stops[..] {
            [] => self.step_free,
            stops => stops.iter().any(|stop| stop.step_free),
        }
    }
}
