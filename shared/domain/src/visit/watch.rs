//! A watch that stops while everything stands still.

use crate::Timestamp;
use crate::window::Interruption;

/// A moment, and when everything stood still before it: what has to be known to say how long something took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    at: Timestamp,
    /// In order of time, none overlapping another.
    still: Vec<Interruption>,
}

impl Watch {
    /// At a moment until which everything stood still in these spans.
    pub fn new(at: Timestamp, still: Vec<Interruption>) -> Self {
        Self { at, still }
    }

    /// The moment.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// How long it ran since, and how long it stood still, in milliseconds; neither is negative.
    pub fn since(&self, from: Timestamp) -> (u64, u64) {
        let length =
            |from: Timestamp, to: Timestamp| u64::try_from((to - from).num_milliseconds()).unwrap_or(0);
        let within = |span: &Interruption| length(span.from.max(from), span.to.min(self.at));
        let still = self.still.iter().map(within).sum();
        (length(from, self.at).saturating_sub(still), still)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_what_overlaps_an_interruption_apart() {
        let at = |second: i64| Timestamp::from_timestamp(second, 0).unwrap();
        let span = |from, to| Interruption { from: at(from), to: at(to) };
        let watch = Watch::new(at(100), vec![span(10, 20), span(50, 70), span(90, 100)]);
        assert_eq!(watch.since(at(0)), (60_000, 40_000));
        assert_eq!(watch.since(at(15)), (50_000, 35_000));
        assert_eq!(watch.since(at(95)), (0, 5_000));
        assert_eq!(watch.since(at(120)), (0, 0), "the clock was put back");
    }
}
