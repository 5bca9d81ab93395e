//! Counts wrong attempts and closes what is being guessed at for a while.

use crate::Timestamp;
use chrono::TimeDelta;
use std::collections::{BTreeMap, VecDeque};

/// Beyond this many names the oldest is forgotten, so that a guesser cannot fill the memory.
const REMEMBERED: usize = 10_000;

/// Wrong attempts by name, address or terminal.
#[derive(Debug)]
pub struct Attempts<K> {
    limit: usize,
    within: TimeDelta,
    rest: TimeDelta,
    wrong: BTreeMap<K, Tries>,
}

#[derive(Debug, Default)]
struct Tries {
    wrong: VecDeque<Timestamp>,
    locked_until: Option<Timestamp>,
}

impl<K: Ord + Clone> Attempts<K> {
    /// `limit` wrong attempts `within` a time close it for `rest`.
    pub fn new(limit: usize, within: TimeDelta, rest: TimeDelta) -> Self {
        Self { limit, within, rest, wrong: BTreeMap::new() }
    }

    /// Until when it is closed.
    pub fn locked(&self, key: &K, now: Timestamp) -> Option<Timestamp> {
        self.wrong.get(key)?.locked_until.filter(|until| now < *until)
    }

    /// Notes a wrong attempt; answers until when it is closed if this one closed it.
    pub fn wrong(&mut self, key: K, now: Timestamp) -> Option<Timestamp> {
        if self.wrong.len() >= REMEMBERED && !self.wrong.contains_key(&key) {
            let oldest = self.wrong.iter().min_by_key(|(_, tries)| tries.wrong.back().copied());
            if let Some(oldest) = oldest.map(|(key, _)| key.clone()) {
                self.wrong.remove(&oldest);
            }
        }
        let tries = self.wrong.entry(key).or_default();
        tries.wrong.retain(|at| now - *at < self.within && *at <= now);
        tries.wrong.push_back(now);
        if tries.wrong.len() < self.limit {
            return None;
        }
        tries.wrong.clear();
        tries.locked_until = Some(now + self.rest);
        tries.locked_until
    }

    /// Forgets the wrong attempts: somebody was right.
    pub fn right(&mut self, key: &K) {
        self.wrong.remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_wrong_one_within_the_time_closes_it_for_the_rest() {
        let mut attempts = Attempts::new(5, TimeDelta::minutes(2), TimeDelta::minutes(1));
        let start = Timestamp::default();
        for second in 0..4 {
            assert_eq!(attempts.wrong("pad", start + TimeDelta::seconds(second)), None);
        }
        let fifth = start + TimeDelta::seconds(119);
        assert_eq!(attempts.wrong("pad", fifth), Some(fifth + TimeDelta::minutes(1)));
        assert_eq!(
            attempts.locked(&"pad", fifth + TimeDelta::seconds(59)),
            Some(fifth + TimeDelta::minutes(1))
        );
        assert_eq!(attempts.locked(&"pad", fifth + TimeDelta::seconds(60)), None);
        assert_eq!(attempts.locked(&"other", fifth), None);
    }

    #[test]
    fn old_ones_do_not_count() {
        let mut attempts = Attempts::new(2, TimeDelta::minutes(2), TimeDelta::minutes(1));
        let start = Timestamp::default();
        assert_eq!(attempts.wrong(1, start), None);
        assert_eq!(attempts.wrong(1, start + TimeDelta::minutes(2)), None);
        assert!(attempts.wrong(1, start + TimeDelta::minutes(3)).is_some());
    }
}
