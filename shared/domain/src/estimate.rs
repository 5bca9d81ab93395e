//! The expected wait: a forward simulation of the queue's own order, played many times with drawn luck.
//!
//! Whoever waits, whoever is booked and may still come, and whoever may walk in is called in the very order of
//! [`crate::queue`] by the counters that are open, each busy as long as its visit may still need. How long services
//! and ways take, how many of the booked come and when, and how many walk in is drawn from what the office has
//! learned ([`crate::learned`]). The middle of all plays is the estimate, their quarters are its span. The seed is
//! part of the question, so the same question has the same answer, in any replay.
//!
//! Where no open counter serves a need, the configured counters that do are taken to open for that need with
//! the office: now within opening hours, else when it opens next that day. Where none is open at all, all are taken
//! to open then. If the office does not open, there is no estimate.

mod dice;
mod law;
mod odds;
mod play;
mod scene;

pub use dice::Dice;
pub use law::Law;
pub use odds::{ALL, HALF_HOURS, Load, Odds};
pub use scene::{Busy, Desk, Foreseen, Guest, Scene};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// A span of expected waiting, in whole minutes, `from` ≤ `to`: "etwa 5–10 Minuten".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Span {
    /// At least about so many minutes.
    #[cfg_attr(feature = "schema", schema(maximum = 65535))]
    pub from_minutes: u16,
    /// At most about so many minutes.
    #[cfg_attr(feature = "schema", schema(maximum = 65535))]
    pub to_minutes: u16,
}

/// The bounds of the spans that are told, in minutes: a promise of "37 minutes" would be none. Above the
/// last, every hour.
const BOUNDS: [u16; 9] = [0, 5, 10, 15, 25, 40, 60, 90, 120];

/// How many of each kind a scene holds: more than any office serves in a day.
pub const DEPTH: usize = 1_000;

impl Span {
    /// The span that a wait falls into; a wait on a bound belongs to the longer one.
    pub fn of(wait: TimeDelta) -> Self {
        let minutes = u16::try_from(wait.num_minutes().max(0)).unwrap_or(u16::MAX - 60);
        let bound = BOUNDS.windows(2).find(|bounds| minutes < bounds[1]);
        let (from_minutes, to_minutes) = match bound {
            Some(bounds) => (bounds[0], bounds[1]),
            None => (minutes / 60 * 60, minutes / 60 * 60 + 60),
        };
        Self { from_minutes, to_minutes }
    }
}

/// An expected wait: a quarter of all plays is shorter than `low_s`, half of them than `median_s`, a quarter
/// longer than `high_s`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// The first quarter, in seconds.
    pub low_s: u32,
    /// The middle, in seconds.
    pub median_s: u32,
    /// The third quarter, in seconds.
    pub high_s: u32,
}

impl Expected {
    /// Of waits in milliseconds, `i64::MAX` where nobody called: `None` if that is so in half of all.
    pub fn of(mut waits: Vec<i64>) -> Option<Self> {
        waits.sort_unstable();
        let last = waits.len().checked_sub(1)?;
        let middle =
            if last % 2 == 0 { waits[last / 2] } else { waits[last / 2].midpoint(waits[last / 2 + 1]) };
        let longest = waits.iter().rev().find(|wait| **wait != i64::MAX)?;
        let seconds = |wait: i64| u32::try_from(wait.max(0) / 1_000).unwrap_or(u32::MAX);
        (waits[last / 2] != i64::MAX).then(|| Self {
            low_s: seconds(waits[last / 4]),
            median_s: seconds(middle.min(*longest)),
            high_s: seconds(waits[last - last / 4].min(*longest)),
        })
    }

    /// What is told: from the quarter to the third quarter, to bounds that people understand.
    pub fn span(&self) -> Span {
        let of = |seconds: u32| Span::of(TimeDelta::seconds(i64::from(seconds)));
        let to_minutes = of(self.high_s).to_minutes;
        Span { from_minutes: of(self.low_s).from_minutes, to_minutes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_quarters_are_those_of_all_plays() {
        let waits = |minutes: &[i64]| minutes.iter().map(|minutes| minutes * 60_000).collect::<Vec<_>>();
        let expected = Expected::of(waits(&[16, 1, 3, 5, 12])).unwrap();
        assert_eq!(expected, Expected { low_s: 180, median_s: 300, high_s: 720 });
        assert_eq!(expected.span(), Span { from_minutes: 0, to_minutes: 15 });
        assert_eq!(Expected::of(waits(&[2, 4])).unwrap().median_s, 180);
        assert_eq!(Expected::of(vec![]), None);
        assert_eq!(Expected::of(vec![0, i64::MAX, i64::MAX]), None, "most plays call nobody");
        let one = Expected::of(vec![60_000, 60_000, i64::MAX]).unwrap();
        assert_eq!((one.median_s, one.high_s), (60, 60));
    }
}
