//! The numbers of a selection: of all, and by service, hour, day and office.

use super::definitions::{self, FEW};
use super::sums::{BookingSums, Spread, VisitSums};
use crate::refusal::Refusal;
use chrono::{Datelike, NaiveDate};
use foyer_domain::id::{OfficeId, ServiceId};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// So many days at most: a year, and the month to compare it with.
pub const MOST_DAYS: i64 = 400;

/// Of what figures are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The first day, local.
    pub from: NaiveDate,
    /// The last day, local.
    pub to: NaiveDate,
    /// Of one office; none means all.
    pub office: Option<OfficeId>,
    /// Of what was done first for this service; none means all.
    pub service: Option<ServiceId>,
}

impl Selection {
    /// Whether its days make sense.
    ///
    /// # Errors
    /// [`Refusal::DaysWrong`].
    pub fn judge(&self) -> Result<(), Refusal> {
        let is_of_this_age = |day: NaiveDate| (2000..2200).contains(&day.year());
        let days = (self.to - self.from).num_days();
        let is_right = (0..MOST_DAYS).contains(&days) && is_of_this_age(self.from) && is_of_this_age(self.to);
        if is_right { Ok(()) } else { Err(Refusal::DaysWrong) }
    }
}

/// Where something belongs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The office.
    pub office: String,
    /// The local day: of check-in, or for which a booking was.
    pub day: NaiveDate,
    /// The local hour of check-in, or of the booked start.
    pub hour: u8,
    /// The first service; empty where none is known.
    pub service: String,
}

/// What visits belong to beside their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    /// Whether they had an appointment.
    pub booked: bool,
    /// Whether they came for several services.
    pub several: bool,
}

/// Which groups a sum counts in. Of a day that is long over only sums by service and sums by hour are kept, so that
/// hardly any of them is of one visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// In all.
    Whole,
    /// In its hour alone.
    OfHour,
    /// In all but its hour.
    OfService,
}

#[derive(Debug, Clone, Default)]
struct Sum {
    with: VisitSums,
    without: VisitSums,
    bookings: BookingSums,
    unknown: u32,
    offered: u64,
}

impl Sum {
    fn of(&mut self, kind: Kind) -> &mut VisitSums {
        if kind.booked { &mut self.with } else { &mut self.without }
    }
}

/// Gathers what figures are made of.
#[derive(Debug, Clone, Default)]
pub struct Gathered {
    all: Sum,
    by_service: BTreeMap<String, Sum>,
    by_hour: BTreeMap<String, Sum>,
    by_day: BTreeMap<String, Sum>,
    by_office: BTreeMap<String, Sum>,
}

impl Gathered {
    fn add(&mut self, place: &Place, share: Share, add: impl Fn(&mut Sum)) {
        if share != Share::OfService {
            add(self.by_hour.entry(format!("{:02}", place.hour)).or_default());
        }
        if share == Share::OfHour {
            return;
        }
        add(&mut self.all);
        add(self.by_day.entry(place.day.to_string()).or_default());
        add(self.by_office.entry(place.office.clone()).or_default());
    }

    /// Visits of a place.
    pub fn visits(&mut self, place: &Place, share: Share, kind: Kind, sums: &VisitSums) {
        self.add(place, share, |sum| sum.of(kind).take_in(sums));
        if share == Share::OfHour {
            return;
        }
        let service = self.by_service.entry(place.service.clone()).or_default();
        if kind.several {
            // What took how long of the time is not known; the visit counts.
            let apart = VisitSums { service: Spread::default(), ..sums.clone() };
            service.of(kind).take_in(&apart);
        } else {
            service.of(kind).take_in(sums);
        }
    }

    /// Bookings of a place. Where no lobby told anything that day, nobody knows who came.
    pub fn bookings(&mut self, place: &Place, sums: &BookingSums, is_known: bool) {
        let (known, unknown) = match is_known {
            true => (*sums, 0),
            false => (BookingSums { absent: 0, ..*sums }, sums.absent),
        };
        let add = |sum: &mut Sum| {
            sum.bookings.take_in(&known);
            sum.unknown += unknown;
        };
        self.add(place, Share::Whole, add);
        add(self.by_service.entry(place.service.clone()).or_default());
    }

    /// Minutes that the plan had for appointments; of an office's hour, not of a service.
    pub fn offered(&mut self, place: &Place, minutes: u32) {
        self.add(place, Share::Whole, |sum| sum.offered += u64::from(minutes));
    }

    /// The numbers.
    pub fn figures(self, selection: &Selection) -> Statistics {
        let has_capacity = selection.service.is_none();
        let groups = |sums: BTreeMap<String, Sum>, has_capacity: bool| {
            sums.into_iter().map(|(of, sum)| group(of, &sum, has_capacity)).collect()
        };
        Statistics {
            from: selection.from.to_string(),
            to: selection.to.to_string(),
            office: selection.office.as_ref().map(ToString::to_string),
            service: selection.service.as_ref().map(ToString::to_string),
            total: group(String::new(), &self.all, has_capacity),
            by_service: groups(self.by_service, false),
            by_hour: groups(self.by_hour, has_capacity),
            by_day: groups(self.by_day, has_capacity),
            by_office: groups(self.by_office, has_capacity),
        }
    }
}

/// The figures of some days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Statistics {
    /// The first day, local.
    #[schema(format = Date)]
    pub from: String,
    /// The last day, local.
    #[schema(format = Date)]
    pub to: String,
    /// The office; none means all.
    pub office: Option<String>,
    /// The service; none means all.
    pub service: Option<String>,
    /// Of all.
    pub total: Group,
    /// By the first service of a visit or booking; empty where none is known.
    pub by_service: Vec<Group>,
    /// By the local hour, `09`: of check-in, or of the booked start.
    pub by_hour: Vec<Group>,
    /// By the local day.
    pub by_day: Vec<Group>,
    /// By office.
    pub by_office: Vec<Group>,
}

/// Figures of visits and bookings that have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Group {
    /// What: an id, hour or day; empty for all.
    pub of: String,
    /// All visits.
    pub visits: Visits,
    /// Those with an appointment.
    pub with_appointment: Visits,
    /// Those without, or too late for theirs.
    pub without_appointment: Visits,
    /// Bookings for these days, as far as the days are over.
    pub bookings: Bookings,
}

/// Figures of visits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Visits {
    /// How many have ended.
    pub ended: u32,
    /// Who was served.
    pub served: u32,
    /// Who was called and did not come.
    pub no_shows: u32,
    /// Who gave up.
    pub given_up: u32,
    /// Who was still there at the day's end.
    pub unserved: u32,
    /// From check-in, but not before the booked start, to the first call; none of fewer than five.
    pub wait: Option<Times>,
    /// At a counter, of those who were served; none of fewer than five.
    pub service_time: Option<Times>,
    /// How good the waits were that were told; none of fewer than five.
    pub estimates: Option<Estimates>,
}

/// How long something took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Times {
    /// Of how many.
    pub count: u32,
    /// The mean, in seconds.
    pub mean_s: u64,
    /// Half took at most so many minutes.
    pub p50_minutes: u16,
    /// Nine in ten took at most so many minutes.
    pub p90_minutes: u16,
    /// Nineteen in twenty took at most so many minutes.
    pub p95_minutes: u16,
}

/// How far estimates were off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Estimates {
    /// Of how many.
    pub count: u32,
    /// The mean distance, whichever way, in seconds.
    pub mean_error_s: u64,
    /// Nine in ten were off by at most so many minutes.
    pub p90_error_minutes: u16,
    /// The mean with its sign, in seconds: positive where people waited longer than told.
    pub bias_s: i64,
    /// So many percent were called within the span that they were told.
    pub within_percent: u32,
}

/// Figures of bookings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Bookings {
    /// How many stood until their time.
    pub stood: u32,
    /// Who checked in.
    pub came: u32,
    /// Who came too late and waited without an appointment.
    pub late: u32,
    /// Who did not come.
    pub no_shows: u32,
    /// No-shows in percent of those of whom it is known.
    pub no_show_percent: Option<u32>,
    /// Of whom it is not known, because no lobby server told anything that day.
    pub unknown: u32,
    /// Given up by their owners.
    pub cancelled: u32,
    /// Given up by the office.
    pub cancelled_by_office: u32,
    /// Times held that nobody confirmed.
    pub expired: u32,
    /// How often they were moved as their owners wished.
    pub moves: u32,
    /// How often they were moved by the office.
    pub moves_by_office: u32,
    /// Minutes of all that stood.
    pub booked_minutes: u64,
    /// Minutes that the plan had for appointments; none by service.
    pub offered_minutes: Option<u64>,
    /// Booked in percent of offered.
    pub use_percent: Option<u32>,
}

fn group(of: String, sum: &Sum, has_capacity: bool) -> Group {
    let mut all = sum.with.clone();
    all.take_in(&sum.without);
    Group {
        of,
        visits: visits(&all),
        with_appointment: visits(&sum.with),
        without_appointment: visits(&sum.without),
        bookings: bookings(sum, has_capacity),
    }
}

fn visits(sums: &VisitSums) -> Visits {
    Visits {
        ended: sums.count(),
        served: sums.finished,
        no_shows: sums.no_show,
        given_up: sums.cancelled,
        unserved: sums.unserved,
        wait: times(&sums.wait),
        service_time: times(&sums.service),
        estimates: estimates(sums),
    }
}

/// None of a few.
fn times(spread: &Spread) -> Option<Times> {
    let count = Some(spread.count()).filter(|count| *count >= FEW)?;
    Some(Times {
        count,
        mean_s: spread.mean_s()?,
        p50_minutes: spread.percentile(50)?,
        p90_minutes: spread.percentile(90)?,
        p95_minutes: spread.percentile(95)?,
    })
}

fn estimates(sums: &VisitSums) -> Option<Estimates> {
    let count = Some(sums.error.count()).filter(|count| *count >= FEW)?;
    Some(Estimates {
        count,
        mean_error_s: sums.error.mean_s()?,
        p90_error_minutes: sums.error.percentile(90)?,
        bias_s: sums.bias_s / i64::from(count),
        within_percent: (sums.within * 100).checked_div(count)?,
    })
}

fn bookings(sum: &Sum, has_capacity: bool) -> Bookings {
    let of = sum.bookings;
    let offered_minutes = Some(sum.offered).filter(|_| has_capacity);
    Bookings {
        stood: of.stood() + sum.unknown,
        came: of.came,
        late: of.late,
        no_shows: of.absent,
        no_show_percent: (of.absent * 100 + of.stood() / 2).checked_div(of.stood()),
        unknown: sum.unknown,
        cancelled: of.cancelled,
        cancelled_by_office: of.cancelled_by_office,
        expired: of.expired,
        moves: of.moves,
        moves_by_office: of.moves_by_office,
        booked_minutes: of.minutes,
        offered_minutes,
        use_percent: offered_minutes.and_then(|offered| definitions::use_percent(of.minutes, offered)),
    }
}
