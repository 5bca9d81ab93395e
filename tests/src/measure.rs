//! Figures of a benchmark, and what they were measured on. Machines differ, and the same one from day to day:
//! figures of one run are compared with each other, never with those of another.

use anyhow::{Context, Result};
use rusqlite::Connection;
use std::path::Path;
use std::time::{Duration, Instant};

/// Durations that were measured.
#[derive(Debug, Clone, Default)]
pub struct Durations(Vec<Duration>);

impl Durations {
    /// Adds one.
    pub fn push(&mut self, duration: Duration) {
        self.0.push(duration);
    }

    /// The least duration that so many per cent of all do not exceed (nearest rank); zero if there are none.
    pub fn percentile(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let rank = (sorted.len() * percent).div_ceil(100);
        sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
    }

    /// "n 40, p50 81.2 ms, p95 103.0 ms, p99 118.2 ms, worst 120.9 ms".
    pub fn summary(&self) -> String {
        let milliseconds = |percent| self.percentile(percent).as_secs_f64() * 1_000.0;
        format!(
            "n {}, p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms, worst {:.1} ms",
            self.0.len(),
            milliseconds(50),
            milliseconds(95),
            milliseconds(99),
            milliseconds(100)
        )
    }
}

impl IntoIterator for Durations {
    type Item = Duration;
    type IntoIter = std::vec::IntoIter<Duration>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Extend<Duration> for Durations {
    fn extend<I: IntoIterator<Item = Duration>>(&mut self, durations: I) {
        self.0.extend(durations);
    }
}

impl FromIterator<Duration> for Durations {
    fn from_iter<I: IntoIterator<Item = Duration>>(durations: I) -> Self {
        Self(durations.into_iter().collect())
    }
}

/// The processor, how many of it, and how busy it is with everything on it.
pub fn machine() -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let processor = read("/proc/cpuinfo")
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name.to_owned()))
        .unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = read("/proc/loadavg");
    let load = load.split_whitespace().next().unwrap_or("?");
    let build = if cfg!(debug_assertions) { "unoptimised build, not for figures" } else { "release build" };
    format!("{cores} × {processor}, load {load}, {build}")
}

/// Single-row transactions that SQLite makes durable one after another (WAL, `synchronous=FULL`): the limit of
/// anything that commits one thing at a time.
#[derive(Debug)]
pub struct SingleCommits(Connection);

impl SingleCommits {
    /// In a database of their own in `folder`, which stays there.
    ///
    /// # Errors
    /// The folder takes no database.
    pub fn open(folder: &Path) -> Result<Self> {
        let connection = Connection::open(folder.join("single-commits.db"))?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.execute("create table if not exists event (body text not null)", [])?;
        Ok(Self(connection))
    }

    /// Makes one; how long it took.
    ///
    /// # Errors
    /// The disk is full.
    pub fn commit(&self) -> Result<Duration> {
        let (body, began) = ("x".repeat(200), Instant::now());
        self.0.execute("insert into event (body) values (?1)", [&body])?;
        Ok(began.elapsed())
    }
}

/// How many of [`SingleCommits`] fit into a second in `folder`, over `how_long`.
///
/// # Errors
/// The folder takes no database.
pub fn single_commits_per_second(folder: &Path, how_long: Duration) -> Result<f64> {
    let (commits, began) = (SingleCommits::open(folder)?, Instant::now());
    let mut count = 0_u32;
    while began.elapsed() < how_long {
        commits.commit()?;
        count += 1;
    }
    Ok(f64::from(count) / began.elapsed().as_secs_f64())
}

/// What a process has used of the processor since it began.
///
/// # Errors
/// It has ended.
pub fn processor_time(process: u32) -> Result<Duration> {
    // proc(5): the name is in parentheses; user and system time are fields 14 and 15, in ticks of 10 ms.
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let (_, fields) = stat.rsplit_once(')').context("a stat line has a name")?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = |field: usize| -> Result<u64> { Ok(fields.get(field - 3).context("a field")?.parse()?) };
    Ok(Duration::from_millis(10 * (ticks(14)? + ticks(15)?)))
}

/// What a process holds of the memory, in MB.
///
/// # Errors
/// It has ended.
pub fn resident_megabytes(process: u32) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("a line VmRSS")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes / 1_024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_nearest_ranks() {
        let durations: Durations = (1..=40).rev().map(Duration::from_millis).collect();
        assert_eq!(durations.percentile(50), Duration::from_millis(20));
        assert_eq!(durations.percentile(95), Duration::from_millis(38));
        assert_eq!(durations.percentile(100), Duration::from_millis(40));
        assert_eq!(Durations::default().percentile(95), Duration::ZERO);
    }

    #[test]
    fn this_process_uses_processor_and_memory() {
        let process = std::process::id();
        assert!(processor_time(process).is_ok());
        assert!(resident_megabytes(process).unwrap() > 0.5);
        assert!(processor_time(u32::MAX).is_err());
    }
}
