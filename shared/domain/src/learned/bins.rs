//! How often something took how long: counts in bins, each an eighth of an octave wide.

use crate::estimate::Law;
use serde::{Deserialize, Serialize};

/// What one sample weighs when it is new, so that it can fade in whole numbers.
pub(super) const UNIT: u32 = 1_024;

/// Every day a thirty-second part fades: about so many days are remembered.
const DAYS: u32 = 32;

/// No bin begins later than this many seconds: about nine hours.
const LONGEST: u32 = (1 << 15) - 1;

/// A law is read at so many places.
const PLACES: usize = 48;

/// Counts by duration; times in seconds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bins(Vec<u32>);

impl Bins {
    pub(super) fn add(&mut self, seconds: u32, weight: u32) {
        let place = place(seconds.min(LONGEST));
        if self.0.len() <= place {
            self.0.resize(place + 1, 0);
        }
        self.0[place] = self.0[place].saturating_add(weight);
    }

    pub(super) fn fade(&mut self) {
        self.0.iter_mut().for_each(|count| *count = faded(*count));
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// How many samples there are, in [`UNIT`]s.
    pub(super) fn weight(&self) -> u64 {
        self.0.iter().map(|count| u64::from(*count)).sum()
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        self.0.iter_mut().zip(&other.0).for_each(|(count, more)| *count = count.saturating_add(*more));
    }

    /// `None` without samples.
    pub(super) fn law(&self) -> Option<Law> {
        let bins = self.0.iter().enumerate();
        law(
            bins.map(|(place, count)| (begin(place) * 1_000, begin(place + 1) * 1_000, *count)),
            self.weight(),
        )
    }
}

/// The law of counted spans in order, each from and to a number of milliseconds; `all` is the sum of the counts. It is
/// read at the middles of equal parts, so that a few outliers change next to nothing.
pub(super) fn law(spans: impl Iterator<Item = (i64, i64, u32)>, all: u64) -> Option<Law> {
    let middle = |number: usize| all * (2 * number as u64 + 1) / (2 * PLACES as u64);
    let mut quantiles = Vec::with_capacity(PLACES);
    let mut below = 0;
    for (from, to, count) in spans {
        let count = u64::from(count);
        while quantiles.len() < PLACES && middle(quantiles.len()) < below + count {
            let within = middle(quantiles.len()).saturating_sub(below);
            quantiles.push(from + (to - from) * within as i64 / count as i64);
        }
        below += count;
    }
    (all > 0).then(|| Law::of(quantiles))
}

pub(super) fn faded(count: u32) -> u32 {
    count - count.div_ceil(DAYS)
}

/// The bin of a time: by its octave and the three bits behind its first.
fn place(seconds: u32) -> usize {
    if seconds < 8 {
        return seconds as usize;
    }
    let octave = seconds.ilog2();
    ((octave - 2) * 8 + ((seconds >> (octave - 3)) & 7)) as usize
}

/// Where a bin begins, in seconds.
fn begin(place: usize) -> i64 {
    if place < 8 {
        return place as i64;
    }
    (8 + (place as i64 & 7)) << (place / 8 - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_lies_in_the_bin_that_begins_before_it() {
        for seconds in 0..=LONGEST {
            let place = place(seconds);
            assert!(begin(place) <= i64::from(seconds) && i64::from(seconds) < begin(place + 1), "{seconds}");
        }
    }

    #[test]
    fn the_law_is_that_of_the_samples_and_an_outlier_hardly_moves_it() {
        let mut bins = Bins::default();
        assert_eq!(bins.law(), None);
        for sample in 0..100 {
            bins.add(600 + sample * 2, UNIT);
        }
        let middle = |bins: &Bins| bins.law().unwrap().at(u32::MAX / 2) / 1_000;
        assert!((690..=710).contains(&middle(&bins)), "{}", middle(&bins));
        bins.add(3 * 3_600, UNIT);
        assert!((690..=712).contains(&middle(&bins)), "{}", middle(&bins));
        assert!(bins.law().unwrap().at(u32::MAX) < 1_000_000, "the outlier is beyond the last place");
    }

    #[test]
    fn what_is_old_fades_away() {
        let mut bins = Bins::default();
        bins.add(100, UNIT);
        for _ in 0..400 {
            bins.fade();
        }
        assert_eq!(bins, Bins::default());
    }
}
