//! The scenario file.

use chrono::{NaiveDate, NaiveTime, Weekday};
use foyer_domain::id::{AreaId, CounterId, ServiceId};
use foyer_domain::office::{Area, Counter, Localized, MailTexts, Office, OpeningHours, Rules, Service};
use foyer_domain::ticket::Letter;
use serde::Deserialize;

/// An office and its people.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// As the report calls it.
    pub name: String,
    /// The first day; days off are left out.
    pub first_day: NaiveDate,
    /// Opening hours of every working day, local.
    pub hours: Vec<Span>,
    /// Rules that differ from the defaults.
    #[serde(default)]
    pub rules: Rules,
    /// Services.
    pub services: Vec<ServiceOf>,
    /// Counters.
    pub counters: Vec<CounterOf>,
    /// Who is booked.
    pub bookings: Bookings,
    /// Who is not.
    pub walk_ins: WalkIns,
    /// What becomes of a call.
    pub calls: Calls,
}

/// A span of a day, local.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First minute.
    pub from: NaiveTime,
    /// First minute after.
    pub to: NaiveTime,
}

/// A service: what the office believes, and what is true.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceOf {
    /// Its name.
    pub id: ServiceId,
    /// How long it takes, as configured.
    pub minutes: u16,
    /// How long it really takes on average.
    pub mean_minutes: f64,
    /// Standard deviation of the logarithm of the real time.
    pub spread: f64,
    /// How often it is booked, compared with the others.
    pub booked: f64,
    /// How often it is wanted without an appointment.
    pub walk_in: f64,
    /// How many of all want it twice in one visit.
    #[serde(default)]
    pub twice: f64,
}

/// A counter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterOf {
    /// Its name.
    pub id: CounterId,
    /// What it offers; none named means everything.
    #[serde(default)]
    pub services: Vec<ServiceId>,
    /// When nobody is there, known beforehand: nothing is booked for it then.
    #[serde(default)]
    pub away: Vec<Span>,
    /// On how many of all days nobody comes to work there, which nobody knew when the bookings were made.
    #[serde(default)]
    pub absent: f64,
}

/// Who is booked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bookings {
    /// How much of the counters' time is booked, by the configured minutes.
    pub load: f64,
    /// How many of all never come.
    pub no_show: f64,
    /// When they come, in minutes from the start: the middle …
    pub offset_minutes: f64,
    /// … and the standard deviation.
    pub offset_spread: f64,
}

/// Who walks in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkIns {
    /// How many on average in each half hour from the opening on.
    pub per_half_hour: Vec<f64>,
}

/// What becomes of a call.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calls {
    /// From the call to the counter, on average.
    pub way_seconds: f64,
    /// Standard deviation of its logarithm.
    pub way_spread: f64,
    /// How many of those who are called have gone.
    pub stays_away: f64,
}

/// A scenario that cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum ScenarioError {
    /// A value that makes no sense.
    #[error("`{key}` {fault}")]
    Value {
        /// Where.
        key: &'static str,
        /// What is wrong with it.
        fault: &'static str,
    },
    /// More days than the calendar has.
    #[error("so many days are beyond the calendar")]
    Days,
}

impl Scenario {
    /// Whether it can be played.
    ///
    /// # Errors
    /// The first value that makes no sense.
    pub fn check(&self) -> Result<(), ScenarioError> {
        let share = |value: f64| (0.0..=1.0).contains(&value);
        let spread = |value: f64| (0.0..=3.0).contains(&value);
        let span = |span: &Span| span.from < span.to;
        let known = |id: &ServiceId| self.services.iter().any(|service| service.id == *id);
        let good_service = |service: &ServiceOf| {
            (1..=480).contains(&service.minutes)
                && (0.1..=480.0).contains(&service.mean_minutes)
                && spread(service.spread)
                && share(service.twice)
                && service.booked >= 0.0
                && service.walk_in >= 0.0
        };
        let good_counter = |counter: &CounterOf| {
            counter.services.iter().all(known) && share(counter.absent) && counter.away.iter().all(span)
        };
        let per_half_hour = &self.walk_ins.per_half_hour;
        let faults = [
            (
                self.hours.is_empty() || !self.hours.iter().all(span),
                "hours",
                "need spans that begin before they end",
            ),
            (self.services.is_empty(), "services", "are missing"),
            (!self.services.iter().all(good_service), "services", "have a time or a share that cannot be"),
            (
                self.services.iter().all(|service| service.booked == 0.0),
                "services",
                "need one that is booked",
            ),
            (self.counters.is_empty(), "counters", "are missing"),
            (
                !self.counters.iter().all(good_counter),
                "counters",
                "name an unknown service, or a share above 1",
            ),
            (!(0.0..=1.0).contains(&self.bookings.load), "bookings.load", "is a share from 0 to 1"),
            (!share(self.bookings.no_show), "bookings.no_show", "is a share from 0 to 1"),
            (
                !(0.0..=60.0).contains(&self.bookings.offset_spread),
                "bookings.offset_spread",
                "is 0 to 60 minutes",
            ),
            (
                !per_half_hour.iter().all(|mean| (0.0..=200.0).contains(mean)),
                "walk_ins.per_half_hour",
                "are 0 to 200",
            ),
            (!(1.0..=600.0).contains(&self.calls.way_seconds), "calls.way_seconds", "is 1 to 600"),
            (!spread(self.calls.way_spread), "calls.way_spread", "is 0 to 3"),
            (!share(self.calls.stays_away), "calls.stays_away", "is a share from 0 to 1"),
        ];
        let fault = faults.into_iter().find(|(is_wrong, _, _)| *is_wrong);
        fault.map_or(Ok(()), |(_, key, fault)| Err(ScenarioError::Value { key, fault }))
    }

    /// The office as configured.
    pub fn office(&self) -> Office {
        let area = AreaId::from("area");
        let weekdays = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        let places = u16::try_from(self.counters.len()).unwrap_or(u16::MAX);
        let hours = |span: &Span| OpeningHours {
            weekdays: weekdays.clone(),
            from: span.from,
            to: span.to,
            places,
            ..OpeningHours::default()
        };
        Office {
            revision: 1,
            id: "simulated".into(),
            number: 1,
            name: self.name.clone(),
            address: String::new(),
            time_zone: chrono_tz::Europe::Berlin,
            accent: None,
            map_url: None,
            ends_on: None,
            mail: MailTexts::default(),
            information_desk: None,
            public_url: None,
            walk_in_paused: None,
            step_free: false,
            languages: Vec::new(),
            stops: Vec::new(),
            rules: self.rules.clone(),
            areas: vec![Area {
                id: area.clone(),
                name: Localized::german("A"),
                letter: Letter::ALL.chars().next().and_then(|a| a.try_into().ok()).expect("A is a letter"),
                way: Localized::default(),
                direction: None,
                walk_in_paused: None,
            }],
            services: self.services.iter().map(|service| service.configured(&area)).collect(),
            counters: self.counters.iter().map(|counter| counter.configured(&area)).collect(),
            hours: self.hours.iter().map(hours).collect(),
            holidays: None,
            closures: Vec::new(),
            urgent_reasons: Vec::new(),
            outcomes: Vec::new(),
            pause_reasons: Vec::new(),
            admit_reasons: Vec::new(),
            texts: Vec::new(),
            questions: Vec::new(),
        }
    }

    /// How long a visit really takes on average, in seconds, by what is booked and what walks in.
    pub fn mean_service_s(&self) -> f64 {
        let walk_ins: f64 = self.services.iter().map(|service| service.walk_in).sum();
        let booked: f64 = self.services.iter().map(|service| service.booked).sum();
        let one = |service: &ServiceOf| {
            let share =
                service.booked / booked.max(f64::EPSILON) + service.walk_in / walk_ins.max(f64::EPSILON);
            (share, share * service.mean_minutes * 60.0 * (1.0 + service.twice))
        };
        let (shares, seconds) =
            self.services.iter().map(one).fold((0.0, 0.0), |all, this| (all.0 + this.0, all.1 + this.1));
        seconds / shares.max(f64::EPSILON)
    }
}

impl ServiceOf {
    fn configured(&self, area: &AreaId) -> Service {
        Service {
            id: self.id.clone(),
            name: Localized::german(self.id.as_str()),
            minutes: self.minutes,
            minutes_more: None,
            most: None,
            alone: false,
            only_with: Vec::new(),
            documents: Vec::new(),
            area: area.clone(),
            walk_in: true,
            fees: Vec::new(),
            forms: Vec::new(),
            description: Localized::default(),
            online: true,
            online_message: None,
            on_request: false,
            named_on_ticket: false,
            group: Localized::default(),
            icon: None,
            keywords: Localized::default(),
            walk_in_message: None,
            walk_in_paused: None,
            walk_in_limit: None,
            walk_in_limit_per_hour: None,
            walk_in_hours: Vec::new(),
        }
    }
}

impl CounterOf {
    fn configured(&self, area: &AreaId) -> Counter {
        Counter {
            id: self.id.clone(),
            name: Localized::german(self.id.as_str()),
            area: area.clone(),
            services: self.services.clone(),
            way: Localized::default(),
            direction: None,
        }
    }
}
