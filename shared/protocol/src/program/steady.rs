//! A clock on the wall that is doubted where it leaps against a steady one. Pure.

use chrono::TimeDelta;
use foyer_domain::Timestamp;
use std::time::Duration;

/// A difference up to this is followed: time sources correct a clock so.
const LEAP: TimeDelta = TimeDelta::minutes(10);

/// So long after the machine's start a clock is set for the first time, and every leap ahead is believed.
const FRESH: Duration = Duration::from_secs(600);

/// The clock on the wall says something that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    /// What it said when it was noticed.
    pub wall: Timestamp,
    /// What time it is taken to have been instead.
    pub taken: Timestamp,
}

/// Time as it is taken, from readings of two clocks: the one on the wall, which can be set, and a steady one, which
/// counts since the machine's start.
///
/// It never runs back. Where the wall leaps by more than ten minutes the steady clock counts, until the wall comes
/// back to it or the program is started anew. So no leap ends a day.
#[derive(Debug)]
pub struct Steady {
    /// The last readings that agreed.
    wall: Timestamp,
    steady: Duration,
    /// Whether the wall was ever believed; else `wall` is what the log says.
    is_seen: bool,
    last: Timestamp,
    doubt: Option<Doubt>,
}

impl Steady {
    /// From these readings on, and never before `floor`: what was done then is done.
    pub fn new(floor: Option<Timestamp>, wall: Timestamp, steady: Duration) -> Self {
        let floor = floor.unwrap_or(wall);
        let is_seen = floor - wall <= LEAP;
        let wall = if is_seen { wall } else { floor };
        Self { wall, steady, is_seen, last: floor, doubt: None }
    }

    /// What time it is by new readings.
    pub fn read(&mut self, wall: Timestamp, steady: Duration) -> Timestamp {
        let passed = TimeDelta::from_std(steady.saturating_sub(self.steady)).unwrap_or_default();
        // What the log is ahead of the wall is made up for at half the pace.
        let due = self.wall + if self.is_seen { passed } else { passed / 2 };
        let is_near = (wall - due).abs() <= LEAP;
        let is_first = wall > due && (!self.is_seen || steady <= FRESH);
        let now = if (is_near && self.is_seen) || is_first {
            (self.wall, self.steady, self.is_seen, self.doubt) = (wall, steady, true, None);
            wall
        } else {
            self.doubt.get_or_insert(Doubt { wall, taken: due });
            due
        };
        self.last = self.last.max(now);
        self.last
    }

    /// Why the wall is not believed now.
    pub fn doubt(&self) -> Option<Doubt> {
        self.doubt
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// Both clocks and what comes of them.
    struct Clocks {
        taken: Steady,
        wall: Timestamp,
        steady: Duration,
    }

    impl Clocks {
        /// Hours after the machine's start.
        fn new(floor: Option<&str>, wall: &str) -> Self {
            let (wall, steady) = (at(wall), Duration::from_secs(20_000));
            Self { taken: Steady::new(floor.map(at), wall, steady), wall, steady }
        }

        fn pass(&mut self, seconds: u64) -> Timestamp {
            self.steady += Duration::from_secs(seconds);
            self.wall += Duration::from_secs(seconds);
            self.now()
        }

        fn now(&mut self) -> Timestamp {
            self.taken.read(self.wall, self.steady)
        }

        #[track_caller]
        fn check(&mut self, expected: &str, doubted: bool) {
            assert_eq!(self.now(), at(expected));
            assert_eq!(self.taken.doubt().is_some(), doubted);
        }
    }

    #[test]
    fn a_leap_of_an_hour_or_a_day_is_not_followed_and_coming_back_heals_it() {
        for leap in [TimeDelta::days(1), TimeDelta::hours(1), -TimeDelta::hours(1), -TimeDelta::days(1)] {
            let mut clocks = Clocks::new(None, "2026-11-23T09:00:00Z");
            clocks.pass(60);
            clocks.wall += leap;
            clocks.check("2026-11-23T09:01:00Z", true);
            assert_eq!(clocks.taken.doubt().unwrap().wall, at("2026-11-23T09:01:00Z") + leap);
            clocks.pass(3_600);
            clocks.check("2026-11-23T10:01:00Z", true);
            clocks.wall -= leap;
            clocks.check("2026-11-23T10:01:00Z", false);
        }
    }

    #[test]
    fn small_corrections_are_followed_and_time_never_runs_back() {
        let mut clocks = Clocks::new(None, "2026-11-23T09:00:00Z");
        clocks.wall += TimeDelta::minutes(9);
        clocks.check("2026-11-23T09:09:00Z", false);
        clocks.wall -= TimeDelta::minutes(9);
        clocks.check("2026-11-23T09:09:00Z", false);
        clocks.pass(8 * 60);
        clocks.check("2026-11-23T09:09:00Z", false);
        clocks.pass(2 * 60);
        clocks.check("2026-11-23T09:10:00Z", false);
    }

    #[test]
    fn a_clock_that_is_set_soon_after_the_machines_start_is_believed() {
        let wall = at("2026-11-22T18:00:00Z");
        let mut taken = Steady::new(None, wall, Duration::from_secs(20));
        let set = at("2026-11-23T08:00:00Z");
        assert_eq!(taken.read(set, Duration::from_secs(40)), set);
        assert_eq!(taken.doubt(), None);
        assert_eq!(taken.read(wall, Duration::from_secs(41)), set + TimeDelta::seconds(1), "back, it is not");
    }

    #[test]
    fn a_machine_that_slept_knows_what_time_it_is() {
        // The steady clock counts the sleep.
        let mut clocks = Clocks::new(None, "2026-11-23T17:00:00Z");
        clocks.pass(14 * 3_600);
        clocks.check("2026-11-24T07:00:00Z", false);
    }

    #[test]
    fn what_the_log_is_ahead_is_made_up_for_and_nothing_runs_back() {
        let mut clocks = Clocks::new(Some("2026-11-23T10:00:00Z"), "2026-11-23T09:00:00Z");
        clocks.check("2026-11-23T10:00:00Z", true);
        clocks.pass(3_600);
        clocks.check("2026-11-23T10:30:00Z", true);
        clocks.pass(3_601);
        clocks.check("2026-11-23T11:00:01Z", false);
        // Without a battery the wall says 1970, until somebody tells it.
        let mut clocks = Clocks::new(Some("2026-11-23T17:00:00Z"), "1970-01-01T00:00:10Z");
        clocks.check("2026-11-23T17:00:00Z", true);
        clocks.wall = at("2026-11-24T07:00:00Z");
        clocks.check("2026-11-24T07:00:00Z", false);
    }
}
