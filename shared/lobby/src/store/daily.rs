//! What is left of a day's visits in the end: sums.

use super::StoreError;
use super::log::{Batch, LogStore, json};
use chrono::NaiveDate;
use foyer_domain::visit::{Visit, VisitState};
use rusqlite::params;
use std::collections::BTreeMap;

/// The sums of a day's visits for one service and of one origin. All times are in milliseconds, as the visits and
/// their events have them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many there were.
    pub visits: u64,
    /// How many were served.
    pub finished: u64,
    /// How many did not come when they were called.
    pub no_shows: u64,
    /// How many were given up.
    pub cancelled: u64,
    /// How many were open at the day's end.
    pub unserved: u64,
    /// Time in the queue.
    pub waited_ms: u64,
    /// Time between call and counter.
    pub way_ms: u64,
    /// Time in service.
    pub served_ms: u64,
    /// Time put aside.
    pub parked_ms: u64,
}

/// What a row is of: the first service of a visit, empty where none was known, and its origin.
pub type Kind = (String, String);

impl Sums {
    fn add(&mut self, visit: &Visit) {
        let is = |state| u64::from(visit.state == state);
        self.visits += 1;
        self.finished += is(VisitState::Finished);
        self.no_shows += is(VisitState::NoShow);
        self.cancelled += is(VisitState::Cancelled);
        self.unserved += is(VisitState::Unserved);
        self.waited_ms += visit.waited_ms;
        self.way_ms += visit.way_ms;
        self.served_ms += visit.served_ms;
        self.parked_ms += visit.parked_ms;
    }
}

/// The sums of visits that have ended.
fn sums<'a>(visits: impl Iterator<Item = &'a Visit>) -> BTreeMap<Kind, Sums> {
    let mut all: BTreeMap<Kind, Sums> = BTreeMap::new();
    for visit in visits {
        let service = visit.came_for().next().map(|choice| choice.service.to_string()).unwrap_or_default();
        let origin = json(&visit.origin).trim_matches('"').to_owned();
        all.entry((service, origin)).or_default().add(visit);
    }
    all
}

impl Batch<'_> {
    /// Keeps the sums of a day that ends, in the transaction of its end.
    pub(crate) fn keep_day<'a>(
        &self,
        day: NaiveDate,
        visits: impl Iterator<Item = &'a Visit>,
    ) -> Result<(), StoreError> {
        for ((service, origin), sums) in sums(visits) {
            let Sums { visits, finished, no_shows, cancelled, unserved, .. } = sums;
            let Sums { waited_ms, way_ms, served_ms, parked_ms, .. } = sums;
            let counts = [visits, finished, no_shows, cancelled, unserved].map(super::signed);
            let times = [waited_ms, way_ms, served_ms, parked_ms].map(super::signed);
            self.tx
                .prepare_cached(
                    "insert or replace into daily (day, service, origin, visits, finished, no_shows, cancelled, \
                     unserved, waited_ms, way_ms, served_ms, parked_ms) \
                     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                )?
                .execute(params![
                    day.to_string(),
                    service,
                    origin,
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[3],
                    counts[4],
                    times[0],
                    times[1],
                    times[2],
                    times[3],
                ])?;
        }
        Ok(())
    }
}

impl LogStore {
    /// The sums of a day that has ended.
    #[cfg(test)]
    pub(crate) fn day(&self, day: NaiveDate) -> Result<BTreeMap<Kind, Sums>, StoreError> {
        let mut rows = self.db.prepare(
            "select service, origin, visits, finished, no_shows, cancelled, unserved, waited_ms, way_ms, \
             served_ms, parked_ms from daily where day = ?",
        )?;
        let rows = rows.query_map([day.to_string()], |row| {
            let number = |column| row.get::<_, i64>(column).map(super::unsigned);
            let sums = Sums {
                visits: number(2)?,
                finished: number(3)?,
                no_shows: number(4)?,
                cancelled: number(5)?,
                unserved: number(6)?,
                waited_ms: number(7)?,
                way_ms: number(8)?,
                served_ms: number(9)?,
                parked_ms: number(10)?,
            };
            Ok(((row.get(0)?, row.get(1)?), sums))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
