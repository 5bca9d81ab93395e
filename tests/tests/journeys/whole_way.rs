//! The whole way, from a booking to a number over a counter, on ordinary and on strange days.

use crate::support::{at, office};
use anyhow::{Result, ensure};
use foyer_tests::play::{Stage, Wanted};

async fn play(start: &str) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = office("round-the-clock.toml");
    let mut stage = Stage::set_up(&Wanted::headless(folder.path(), &office, at(start))).await?;
    let mut steps = Vec::new();
    let played = stage.play(&mut |step| steps.push(step)).await?;
    ensure!(played.number == "A003", "{played:?}");
    ensure!(steps.len() == 6, "{steps:?}");
    ensure!(stage.kiosk.runs() && stage.display.runs(), "a terminal has ended");
    ensure!(stage.printer.tickets().len() == 1, "one paper a citizen");
    Ok(())
}

/// Shortly before midnight in Berlin.
#[tokio::test(flavor = "multi_thread")]
async fn late_in_the_evening() -> Result<()> {
    play("2026-11-23T22:31:00Z").await
}

/// Across the hour that is skipped in spring.
#[tokio::test(flavor = "multi_thread")]
async fn when_the_clock_jumps_forward() -> Result<()> {
    play("2027-03-28T00:52:00Z").await
}

/// In the hour that comes twice in autumn.
#[tokio::test(flavor = "multi_thread")]
async fn when_an_hour_comes_twice() -> Result<()> {
    play("2026-10-25T00:52:00Z").await
}
