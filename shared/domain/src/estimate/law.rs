//! How long something takes, or when somebody comes: a distribution.

use chrono::TimeDelta;

/// A distribution of times in milliseconds, as its quantiles at equal distances from the least to the greatest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// In order, never empty.
    quantiles: Vec<i64>,
}

impl Law {
    /// Always the same.
    pub fn certain(time: TimeDelta) -> Self {
        Self { quantiles: vec![time.num_milliseconds()] }
    }

    /// Each of these is as likely, and all between neighbours.
    pub fn of(mut milliseconds: Vec<i64>) -> Self {
        milliseconds.sort_unstable();
        if milliseconds.is_empty() {
            milliseconds.push(0);
        }
        Self { quantiles: milliseconds }
    }

    /// The time up to which a share of all lies: at 0 the least, at `u32::MAX` the greatest.
    pub fn at(&self, share: u32) -> i64 {
        let last = self.quantiles.len() - 1;
        let position = u64::from(share) * last as u64;
        let (place, part) = ((position >> 32) as usize, (position & u64::from(u32::MAX)) as i64);
        let (low, high) = (self.quantiles[place], self.quantiles[(place + 1).min(last)]);
        low + (((high - low) * part) >> 32)
    }

    /// The share of all that is not above a time.
    pub fn share_up_to(&self, time: i64) -> u32 {
        let last = self.quantiles.len() - 1;
        let place = self.quantiles.partition_point(|quantile| *quantile <= time);
        if place == 0 {
            return 0;
        }
        if place > last {
            return u32::MAX;
        }
        let (low, high) = (self.quantiles[place - 1], self.quantiles[place]);
        let part = (((time - low) << 32) / (high - low).max(1)) as u64;
        let share = ((((place - 1) as u64) << 32) + part) / last as u64;
        u32::try_from(share).unwrap_or(u32::MAX)
    }

    /// Of those that are above a time, the one up to which a share of them lies; `None` if none is.
    pub fn above(&self, time: i64, share: u32) -> Option<i64> {
        self.beyond(self.share_up_to(time), time, share)
    }

    /// The same where it is known already which share is not above the time.
    pub(super) fn beyond(&self, from: u32, time: i64, share: u32) -> Option<i64> {
        if from == u32::MAX {
            return None;
        }
        let beyond = (u64::from(u32::MAX - from) * u64::from(share)) >> 32;
        Some(self.at(from + beyond as u32).max(time))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: u32 = u32::MAX / 2;

    #[test]
    fn a_law_is_read_between_its_quantiles() {
        let law = Law::of(vec![400, 0, 100]);
        assert_eq!([law.at(0), law.at(HALF / 2), law.at(HALF), law.at(u32::MAX)], [0, 49, 99, 399]);
        assert_eq!(law.share_up_to(-1), 0);
        assert_eq!(law.share_up_to(100), HALF + 1);
        assert_eq!(law.share_up_to(400), u32::MAX);
    }

    #[test]
    fn what_lasts_longer_is_drawn_from_what_is_left() {
        let law = Law::of(vec![0, 100, 200, 300, 400]);
        for (after, share, expected) in [(200, 0, 200), (200, HALF, 299), (300, HALF, 349)] {
            assert_eq!(law.above(after, share), Some(expected), "{after} {share}");
        }
        assert_eq!(law.above(400, 0), None);
        let certain = Law::certain(TimeDelta::milliseconds(70));
        assert_eq!(
            (certain.at(HALF), certain.above(69, HALF), certain.above(70, HALF)),
            (70, Some(70), None)
        );
    }
}
