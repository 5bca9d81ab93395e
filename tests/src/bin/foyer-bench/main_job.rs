//! How long the main job's two waits are, and what the terminals use while nothing happens: real programs,
//! camera pictures of 15 a second, the pixels of a virtual screen.

use crate::{idle, watch};
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::Clerk;
use foyer_tests::house;
use foyer_tests::measure::Durations;
use foyer_tests::play::{Stage, Wanted, number_on};
use foyer_tests::screen::{Spot, VirtualScreen};
use foyer_tests::{reading, wait};
use std::time::{Duration, Instant};

const START: &str = "2026-11-23T08:50:00Z";
const SCANS: usize = 40;
const CALLS: usize = 20;
/// How long a screen is watched after what changes it: it has its last look well before.
const WATCHED: Duration = Duration::from_millis(1_500);
/// A code that was taken away is forgotten by then.
const BETWEEN_CITIZENS: Duration = Duration::from_millis(2_500);
/// A call stays large until it was said, before the next one may take its place.
const BETWEEN_CALLS: Duration = Duration::from_secs(10);

/// Measures.
///
/// # Errors
/// A part does not do what it should.
pub async fn run(idle_for: Duration) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office_toml = house::busy_office(folder.path())?;
    let start: Timestamp = START.parse()?;
    let stage = Stage::set_up(&Wanted::headless(folder.path(), &office_toml, start)).await?;
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;
    if !idle_for.is_zero() {
        idle::watch(&stage, idle_for, idle::Lobby::Still).await?;
        println!("with somebody who moves:");
        idle::watch(&stage, idle_for, idle::Lobby::Moving).await?;
    }
    scans(&stage, start).await?;
    calls(&stage).await
}

/// From the code in the camera's picture to the ticket's number on the screen, and to the last byte of the
/// ticket in the printer.
async fn scans(stage: &Stage, start: Timestamp) -> Result<()> {
    let booked = start + TimeDelta::minutes(10);
    let (mut on_screen, mut on_paper) = (Durations::default(), Durations::default());
    let mut spot = None;
    for round in 0..=SCANS {
        let held = stage.held(&stage.house.book("ausweis", booked).await?).await?;
        let screens = stage.screens.as_ref().context("a virtual screen")?;
        // The last one has gone when the next one comes.
        stage.take_away()?;
        wait::pause(BETWEEN_CITIZENS).await;
        let before = spot.as_ref().map(Spot::look).transpose()?;
        let shown = stage.show(&held)?;
        if let Some((spot, before)) = spot.as_ref().zip(before) {
            let printed = || stage.printer.tickets().len() > round;
            let seen = watch::spot(spot, &before, (shown, WATCHED), printed).await?;
            on_screen.push(seen.settled);
            on_paper.push(seen.other.context("the ticket was not printed in time")?);
        } else {
            // The first one is not measured: it says where the number stands.
            let number = number_on(&stage.paper(1).await?).context("a number on the paper")?;
            spot = Some(number_at(stage, screens, 0, &number).await?);
        }
    }
    println!("code in the picture → number on the screen: {}", on_screen.summary());
    println!("code in the picture → ticket whole in the printer: {}", on_paper.summary());
    Ok(())
}

/// From a clerk's press to the number on the wall; those who have been scanned are there to be called.
async fn calls(stage: &Stage) -> Result<()> {
    let house = &stage.house;
    let clerk = Clerk::sign_in(house, "demo").await?;
    clerk.open("1").await?;
    let mut on_wall = Durations::default();
    let mut spot = None;
    for _ in 0..=CALLS {
        let desk = clerk.desk("1").await?;
        let screens = stage.screens.as_ref().context("a virtual screen")?;
        let before = spot.as_ref().map(Spot::look).transpose()?;
        let pressed = Instant::now();
        let press = clerk.press_on(&desk, "1", "next", Nonce::random());
        if let Some((spot, before)) = spot.as_ref().zip(before) {
            let (press, watched) =
                tokio::join!(press, watch::spot(spot, &before, (pressed, WATCHED), || true));
            ensure!(press?.done(), "nobody was called");
            on_wall.push(watched?.settled);
        } else {
            let number = press.await?.number().context("somebody was called")?;
            spot = Some(number_at(stage, screens, 1, &number).await?);
        }
        for done in ["start", "finish"] {
            clerk.press("1", done).await?;
        }
        wait::pause(BETWEEN_CALLS).await;
    }
    println!("press of “next” → number on the wall: {}", on_wall.summary());
    Ok(())
}

/// Where a screen shows a number.
async fn number_at(stage: &Stage, screens: &VirtualScreen, screen: usize, number: &str) -> Result<Spot> {
    stage.screen_shows(screen, "number.png", &[number]).await?;
    let digits = number.get(1..).unwrap_or_default();
    let at = reading::find(&screens.picture(screen)?, digits)?.context("where the number stands")?;
    // Wide enough for all its digits, whichever part of it was read.
    screens.spot(screen, at, (600, 120))
}
