//! What is measured of the days under one rule.

use super::day::{Played, Visit};
use super::people::Day;
use super::report::Row;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::estimate::Expected;
use foyer_domain::office::Office;
use foyer_domain::queue::{Need, Skills};

/// A counter that is idle so soon after somebody was turned away could have served them.
const SOON: TimeDelta = TimeDelta::minutes(15);

/// How far estimates were from what came.
#[derive(Debug, Default, Clone, Copy)]
struct Error {
    seconds: i64,
    count: i64,
}

impl Error {
    fn add(&mut self, estimate_s: i64, wait_s: i64) {
        self.seconds += (estimate_s - wait_s).abs();
        self.count += 1;
    }

    fn mean_s(self) -> Option<i64> {
        (self.count > 0).then(|| (self.seconds + self.count / 2) / self.count)
    }
}

/// What is measured, in seconds.
#[derive(Debug, Default)]
pub struct Figures {
    booked: Vec<i64>,
    walk_ins: Vec<i64>,
    after_start: Vec<i64>,
    overtaken: i64,
    idle: i64,
    staffed: i64,
    turned_away: u32,
    idle_after_turned_away: i64,
    unserved: u32,
    error: Error,
    zms: Error,
    sampled: Error,
    oracle: Error,
    in_span: (i64, i64),
}

impl Figures {
    /// Adds a day.
    pub fn add(&mut self, office: &Office, day: &Day, played: &Played) {
        for visit in &played.visits {
            self.add_visit(visit);
        }
        let seconds = |from: Timestamp, to: Timestamp| (to - from).num_seconds();
        self.idle += played.idle.iter().map(|(_, from, to)| seconds(*from, *to)).sum::<i64>();
        self.staffed += day.shifts.iter().map(|shift| seconds(shift.from, shift.to)).sum::<i64>();
        let skills: Vec<Skills> =
            office.counters.iter().filter_map(|counter| Skills::of(&counter.id, office)).collect();
        let away = day.citizens.iter().zip(&played.visits).filter(|(_, visit)| visit.turned_away);
        let away: Vec<(Timestamp, Need)> =
            away.filter_map(|(citizen, visit)| Some((visit.came?, Need::Service(citizen.place)))).collect();
        self.turned_away += u32::try_from(away.len()).unwrap_or(u32::MAX);
        for (counter, from, to) in &played.idle {
            let spans = away.iter().filter(|(_, need)| skills[*counter].serve(*need));
            let spans = spans.map(|(at, _)| (*from.max(at), *to.min(&(*at + SOON))));
            self.idle_after_turned_away += covered(spans.filter(|(from, to)| from < to).collect());
        }
    }

    fn add_visit(&mut self, visit: &Visit) {
        let Some(came) = visit.came.filter(|_| !visit.turned_away) else { return };
        let Some(called) = visit.called else {
            self.unserved += 1;
            return;
        };
        let wait_s = (called - came).num_seconds();
        match visit.start {
            Some(start) => {
                self.booked.push((called - start.max(came)).num_seconds().max(0));
                if came <= start {
                    self.after_start.push((called - start).num_seconds());
                }
            }
            None => self.walk_ins.push(wait_s),
        }
        self.overtaken = self.overtaken.max(visit.overtaken.num_seconds());
        self.zms_of(visit, wait_s);
        let middle = |expected: Expected| i64::from(expected.median_s);
        if let Some(expected) = visit.told.expected {
            self.error.add(middle(expected), wait_s);
            let span = expected.span();
            let minutes = wait_s / 60;
            let is_in = (i64::from(span.from_minutes)..=i64::from(span.to_minutes)).contains(&minutes);
            self.in_span = (self.in_span.0 + i64::from(is_in), self.in_span.1 + 1);
        }
        if let (Some(expected), Some(oracle)) = (visit.told.expected, visit.told.oracle) {
            self.sampled.add(middle(expected), wait_s);
            self.oracle.add(middle(oracle), wait_s);
        }
    }

    fn zms_of(&mut self, visit: &Visit, wait_s: i64) {
        if let Some(zms_s) = visit.zms_s {
            self.zms.add(zms_s, wait_s);
        }
    }

    /// The row of a report.
    pub fn row(self, rule: &str) -> Row {
        let per_mille = |part: i64, all: i64| (all > 0).then(|| part * 1_000 / all);
        Row {
            rule: rule.to_owned(),
            booked: self.booked.len(),
            walk_ins: self.walk_ins.len(),
            booked_p50_s: quantile(&self.booked, 50),
            booked_p95_s: quantile(&self.booked, 95),
            walk_in_p50_s: quantile(&self.walk_ins, 50),
            walk_in_p95_s: quantile(&self.walk_ins, 95),
            after_start_p95_s: quantile(&self.after_start, 95),
            overtaken_s: self.overtaken,
            idle_minutes: self.idle / 60,
            staffed_minutes: self.staffed / 60,
            turned_away: self.turned_away,
            idle_after_turned_away_minutes: self.idle_after_turned_away / 60,
            unserved: self.unserved,
            error_s: self.error.mean_s(),
            zms_error_s: self.zms.mean_s(),
            in_span_per_mille: per_mille(self.in_span.0, self.in_span.1),
            sampled: self.oracle.count,
            sampled_error_s: self.sampled.mean_s(),
            oracle_error_s: self.oracle.mean_s(),
            waits: self.walk_ins.iter().chain(&self.booked).copied().collect(),
        }
    }
}

/// How many seconds these spans cover together.
fn covered(mut spans: Vec<(Timestamp, Timestamp)>) -> i64 {
    spans.sort_unstable();
    let mut until = Timestamp::MIN_UTC;
    let mut seconds = 0;
    for (from, to) in spans {
        let from = from.max(until);
        seconds += (to - from).num_seconds().max(0);
        until = until.max(to);
    }
    seconds
}

/// The value that so many per cent are not above.
fn quantile(values: &[i64], percent: usize) -> Option<i64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_values_that_were_seen() {
        let values: Vec<i64> = (1..=20).rev().collect();
        assert_eq!([50, 95, 100].map(|percent| quantile(&values, percent)), [Some(10), Some(19), Some(20)]);
        assert_eq!(quantile(&[], 50), None);
    }

    #[test]
    fn time_that_spans_share_counts_once() {
        let at = |seconds: i64| Timestamp::UNIX_EPOCH + TimeDelta::seconds(seconds);
        assert_eq!(covered(vec![(at(10), at(20)), (at(0), at(5)), (at(15), at(30))]), 25);
        assert_eq!(covered(vec![(at(0), at(30)), (at(5), at(10)), (at(20), at(40))]), 40);
    }
}
