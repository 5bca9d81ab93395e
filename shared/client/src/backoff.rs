//! How long to wait before the next attempt: doubling, with full jitter, so that two hundred terminals that
//! lost the same server do not come back in the same moment.

use std::time::Duration;

/// Pauses between attempts.
#[derive(Debug, Clone)]
pub struct Backoff {
    first: Duration,
    longest: Duration,
    failures: u32,
}

impl Backoff {
    /// The first pause is at most `first`, each further one at most twice as long, up to `longest`.
    pub fn new(first: Duration, longest: Duration) -> Self {
        Self { first, longest, failures: 0 }
    }

    /// The pause after one more failure: anything up to its limit.
    pub fn pause(&mut self) -> Duration {
        let limit = self.limit();
        self.failures = self.failures.saturating_add(1);
        limit.mul_f64(fraction())
    }

    /// It worked: the next pause is a first one.
    pub fn reset(&mut self) {
        self.failures = 0;
    }

    fn limit(&self) -> Duration {
        let doubled = 2_u32.checked_pow(self.failures).and_then(|factor| self.first.checked_mul(factor));
        doubled.map_or(self.longest, |limit| limit.min(self.longest))
    }
}

/// A random number from 0 up to 1. Without randomness the pause is its whole limit, which is always right.
fn fraction() -> f64 {
    getrandom::u32().map_or(1.0, |random| f64::from(random) / f64::from(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Duration = Duration::from_millis(250);
    const LONGEST: Duration = Duration::from_secs(8);

    #[test]
    fn limits_double_up_to_the_longest_and_start_again() {
        let mut backoff = Backoff::new(FIRST, LONGEST);
        let mut limits = Vec::new();
        for _ in 0..8 {
            limits.push(backoff.limit().as_millis());
            let limit = backoff.limit();
            assert!(backoff.pause() <= limit);
        }
        assert_eq!(limits, [250, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
        backoff.failures = u32::MAX;
        assert_eq!(backoff.limit(), LONGEST, "no overflow after years");
        backoff.reset();
        assert_eq!(backoff.limit(), FIRST);
    }

    #[test]
    fn pauses_differ() {
        let pauses: Vec<Duration> = (0..20).map(|_| Backoff::new(FIRST, LONGEST).pause()).collect();
        assert!(pauses.iter().any(|pause| *pause != pauses[0]), "{pauses:?}");
    }
}
