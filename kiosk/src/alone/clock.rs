//! Whether this terminal's clock can be true.
//!
//! A kiosk without a network has nobody to ask. What it has: the time at which its list was made, the times of
//! what it gave itself, and how long it has been running. Where the clock contradicts these by more than
//! [`TOLERANCE`] it is not trusted: staff are told, and codes are judged by what is certain, so that nobody is
//! refused who could be right (`foyer_domain::alone`). A clock that is wrong in a way that nothing contradicts,
//! set back by minutes while the terminal was off, cannot be seen from here; after a start without a lobby the
//! terminal's age of its list says how far that can reach.

use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::alone::Moment;
use std::time::Duration;

/// Clocks of one office differ by less; the lobby trusts a kiosk's time no further, either.
const TOLERANCE: TimeDelta = TimeDelta::seconds(60);

/// What the clock must agree with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// When the list was made, by the lobby's clock.
    pub made_at: Timestamp,
    /// When it came, by this terminal's.
    pub received_at: Timestamp,
    /// How long ago that is; `None` if it came before this program was started. Never jumps.
    pub since: Option<Duration>,
    /// When this terminal last gave a ticket alone, by its own clock; and the latest moment that it judged.
    pub last: Option<(Timestamp, Timestamp)>,
}

/// Why the clock is not trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It shows a time before the list was made.
    BeforeList,
    /// It shows a time before this terminal's last ticket.
    BeforeJournal,
    /// It differed from the lobby's when the list came.
    OffAtList,
    /// It has jumped since.
    Jumped,
}

impl Evidence {
    /// What is wrong with a clock that shows `now`, if anything.
    pub fn doubt(&self, now: Timestamp) -> Option<Doubt> {
        let off = (self.received_at - self.made_at).abs() > TOLERANCE;
        let jumped = self.since.is_some_and(|since| {
            let shown = now - self.received_at;
            TimeDelta::from_std(since).is_ok_and(|steady| (shown - steady).abs() > TOLERANCE)
        });
        let before = |moment: Timestamp| now < moment - TOLERANCE;
        let cases = [
            (off, Doubt::OffAtList),
            (jumped, Doubt::Jumped),
            (before(self.made_at), Doubt::BeforeList),
            (self.last.is_some_and(|(given_at, _)| before(given_at)), Doubt::BeforeJournal),
        ];
        cases.into_iter().find(|(holds, _)| *holds).map(|(_, doubt)| doubt)
    }

    /// The moment to judge for a code that was first seen at `seen_at` while the clock shows `now`.
    pub fn moment(&self, seen_at: Timestamp, now: Timestamp) -> Moment {
        let not_before = self.doubt(now).map(|_| {
            let steady = self.since.and_then(|since| TimeDelta::from_std(since).ok()).unwrap_or_default();
            let judged = self.last.map(|(_, judged)| judged);
            judged.into_iter().fold(self.made_at + steady, Timestamp::max)
        });
        Moment { seen_at, not_before }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};

    fn at(minute: i64) -> Timestamp {
        Utc.timestamp_opt(1_790_000_000 + 60 * minute, 0).unwrap()
    }

    fn usual() -> Evidence {
        Evidence { made_at: at(0), received_at: at(0), since: None, last: None }
    }

    #[test]
    fn a_clock_that_nothing_contradicts_is_trusted() {
        assert_eq!(usual().doubt(at(600)), None);
        assert_eq!(usual().moment(at(600), at(600)), Moment::trusted(at(600)));
        let running = Evidence { since: Some(Duration::from_secs(3_600)), ..usual() };
        assert_eq!(running.doubt(at(60)), None);
    }

    #[test]
    fn what_contradicts_it_is_named_and_gives_the_least_that_is_certain() {
        assert_eq!(usual().doubt(at(-2)), Some(Doubt::BeforeList));
        let given = Evidence { last: Some((at(30), at(30))), ..usual() };
        assert_eq!(given.doubt(at(28)), Some(Doubt::BeforeJournal));
        assert_eq!(given.moment(at(28), at(28)).not_before, Some(at(30)));
        let off = Evidence { received_at: at(7), ..usual() };
        assert_eq!(off.doubt(at(8)), Some(Doubt::OffAtList));
        let running = Evidence { since: Some(Duration::from_secs(3_600)), ..usual() };
        assert_eq!(running.doubt(at(300)), Some(Doubt::Jumped));
        assert_eq!(running.doubt(at(58)), Some(Doubt::Jumped));
        assert_eq!(running.moment(at(300), at(300)).not_before, Some(at(60)));
    }
}
