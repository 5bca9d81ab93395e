//! `foyer-bench`: see `--help`.

#![expect(clippy::print_stdout, reason = "a benchmark says its figures")]

mod bare;
mod booking;
mod check_ins;
mod day;
mod desks;
mod fan_out;
mod faults;
mod idle;
mod main_job;
mod presses;
mod start;
mod streams;
mod wall;
mod watch;

use anyhow::Result;
use clap::Parser;
use foyer_tests::{measure, program};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const PROGRAMS: [&str; 4] = ["foyer-kiosk", "foyer-display", "foyer-lobby", "foyer-booking"];

/// Measures Foyer's programs as they lie beside this one, with real parts on loopback.
///
/// Build first, with `cargo build --release --workspace`. Machines differ, and the same one from hour to hour: compare
/// figures of one run with each other.
#[derive(Parser)]
#[command(version)]
enum Bench {
    /// Code in the camera's picture to number on the screen and on paper; press of "next" to number on the
    /// wall; what the terminals use while nobody is there. Needs Xvfb; takes six minutes.
    MainJob {
        /// For how long the idle terminals are looked at; 0 for not at all.
        #[arg(long, default_value_t = 60)]
        idle_seconds: u64,
    },
    /// What the terminals use while nobody is there, minute after minute: does it stay flat? Needs Xvfb.
    Soak {
        /// For how long.
        #[arg(long, default_value_t = 10)]
        minutes: u64,
    },
    /// What a display with sound uses while nobody is called, and then with a call every five seconds; and how soon the
    /// words after the gong are ready. Needs Xvfb.
    Wall {
        /// For how long each.
        #[arg(long, default_value_t = 30)]
        minutes: u64,
    },
    /// Twelve hours of an office day, by a clock that is set from hour to hour, with calls and pictures in each: fails where
    /// the memory of kiosk or display grows. Needs Xvfb; a minute and a half for each hour.
    Day {
        /// How many hours.
        #[arg(long, default_value_t = 12)]
        hours: usize,
    },
    /// From the start of a kiosk that is set up to its first frame and to the finished screen. Needs Xvfb.
    Start,
    /// From a fault of printer, camera or link to the words about it, for staff and on the screen. Needs Xvfb.
    Faults,
    /// Durable check-ins a second with 300 connections, beside what the disk commits one at a time and what a
    /// server answers that decides nothing.
    CheckIns,
    /// From a clerk's "next" to the last of 200 displays, beside a durable commit and a bare fan-out to as many; to 19 other desks with about 200 people waiting, and to the phones
    /// of who was called, with 2,000 phones open and streams that nobody reads; and the memory that they take.
    Streams,
    /// The booking server with ten offices of 20 services and 90 days: searches at 300 a second and as many as go,
    /// bookings a second, and 1,000 who want the last place at once; in SQLite, and in PostgreSQL with three servers,
    /// beside what the database alone does with 100 rivals. Needs PostgreSQL.
    Booking,
    /// A day of 5,000 visits at 20 counters: presses of "next" a second, 1,000 of them at once, and how long the day's
    /// log takes to be read again.
    Presses,
    /// How large the programs are, with line tables and without.
    Sizes,
    /// The server that decides nothing, for `check-ins` and `streams`.
    #[command(hide = true)]
    Bare,
}

#[tokio::main]
async fn main() -> Result<()> {
    let bench = Bench::parse();
    if !matches!(bench, Bench::Bare) {
        println!("machine: {}", measure::machine());
    }
    match bench {
        Bench::MainJob { idle_seconds } => main_job::run(Duration::from_secs(idle_seconds)).await,
        Bench::Soak { minutes } => idle::soak(minutes).await,
        Bench::Wall { minutes } => wall::run(minutes).await,
        Bench::Day { hours } => day::run(hours).await,
        Bench::Start => start::run().await,
        Bench::Faults => faults::run().await,
        Bench::CheckIns => check_ins::run().await,
        Bench::Streams => streams::run().await,
        Bench::Booking => booking::run().await,
        Bench::Presses => presses::run().await,
        Bench::Sizes => sizes(),
        Bench::Bare => bare::serve().await,
    }
}

fn sizes() -> Result<()> {
    let megabytes = |path: &Path| -> Result<f64> { Ok(std::fs::metadata(path)?.len() as f64 / 1e6) };
    let folder = tempfile::tempdir()?;
    for name in PROGRAMS {
        let (built, stripped) = (program::built(name)?, folder.path().join(name));
        program::run(Command::new("strip").arg("-o").arg(&stripped).arg(&built))?;
        println!("{name}: {:.1} MB, stripped {:.1} MB", megabytes(&built)?, megabytes(&stripped)?);
    }
    Ok(())
}
