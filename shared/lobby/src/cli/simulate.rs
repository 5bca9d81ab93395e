//! `foyer-lobby simulate`.

use super::{CliError, say};
use crate::simulate::{Asked, Scenario, simulate, svg};
use clap::Args;
use std::path::PathBuf;
use std::time::Instant;

/// What to play. The same seed gives the same days. Examples: deploy/examples/simulate-*.toml
#[derive(Debug, Args)]
pub struct Simulate {
    /// The scenario file.
    scenario: PathBuf,
    /// How many working days.
    #[arg(long, default_value_t = 200)]
    days: u32,
    /// Another seed, other people.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Play the same days by ZMS's order, with strict priority of appointments, first come first served, and by our
    /// order without walk-ins, and print them side by side.
    #[arg(long)]
    compare: bool,
    /// How much of the counters' time is booked, instead of the scenario's: 0.6–0.95.
    #[arg(long, value_name = "SHARE")]
    load: Option<f64>,
    /// Plays of each estimate at most; 0 makes no estimates.
    #[arg(long, default_value_t = 40)]
    plays: u32,
    /// Forecast every so many tickets with the true distributions, too: as good as an estimate can be.
    #[arg(long, value_name = "TICKETS", default_value_t = 0)]
    oracle: u32,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Draw how many were called after how long, as an SVG file.
    #[arg(long, value_name = "FILE")]
    chart: Option<PathBuf>,
}

impl Simulate {
    /// Plays and prints.
    ///
    /// # Errors
    /// A file that cannot be read or written, a scenario that cannot be played.
    pub fn run(&self) -> Result<(), CliError> {
        let mut scenario: Scenario = foyer_protocol::program::load(&self.scenario)?;
        scenario.bookings.load = self.load.unwrap_or(scenario.bookings.load);
        let Self { days, seed, compare, plays, oracle, .. } = *self;
        let began = Instant::now();
        let report = simulate(&scenario, &Asked { days, seed, compare, plays, oracle })?;
        if let Some(chart) = &self.chart {
            std::fs::write(chart, svg(&report)).map_err(CliError::Chart)?;
        }
        if self.json {
            say(serde_json::to_string_pretty(&report).map_err(std::io::Error::from)?)?;
            return Ok(());
        }
        let rate = f64::from(days) / began.elapsed().as_secs_f64();
        say(report)?;
        say(format_args!("{rate:.0} days a second"))?;
        Ok(())
    }
}
