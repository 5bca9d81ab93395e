//! What the terminals use while nobody is there.

use anyhow::Result;
use foyer_domain::Timestamp;
use foyer_tests::camera_picture::{empty_lobby, still_lobby};
use foyer_tests::house;
use foyer_tests::measure;
use foyer_tests::play::{Stage, Wanted};
use foyer_tests::program::Program;
use std::time::{Duration, Instant};

const START: &str = "2026-11-23T08:50:00Z";

/// Looks at them minute after minute.
///
/// # Errors
/// A part does not do what it should.
pub async fn soak(minutes: u64) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office_toml = house::busy_office(folder.path())?;
    let start: Timestamp = START.parse()?;
    let stage = Stage::set_up(&Wanted::headless(folder.path(), &office_toml, start)).await?;
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;
    for minute in 1..=minutes {
        println!("minute {minute}:");
        watch(&stage, Duration::from_secs(60), Lobby::Still).await?;
    }
    println!("minute {}, with somebody who moves:", minutes + 1);
    watch(&stage, Duration::from_secs(60), Lobby::Moving).await
}

/// What the camera sees meanwhile; nobody holds anything up.
#[derive(Debug, Clone, Copy)]
pub enum Lobby {
    /// Nothing moves; only the sensor's noise is another in each picture.
    Still,
    /// Somebody stands elsewhere in each picture.
    Moving,
}

/// What they use over so long, with 15 pictures of the lobby a second.
///
/// # Errors
/// A picture cannot be written, or a terminal has ended.
pub async fn watch(stage: &Stage, how_long: Duration, lobby: Lobby) -> Result<()> {
    let seen = match lobby {
        Lobby::Still => still_lobby,
        Lobby::Moving => empty_lobby,
    };
    let pictures: Vec<_> = (1..=8).map(seen).collect();
    let files: Vec<_> = (0..pictures.len()).map(|n| stage.house.folder.join(format!("{n}.jpg"))).collect();
    for (picture, file) in pictures.iter().zip(&files) {
        picture.save(file)?;
    }
    let used = |program: &Program| measure::processor_time(program.id());
    let (before, began) = ((used(&stage.kiosk)?, used(&stage.display)?), Instant::now());
    let mut tick = tokio::time::interval(Duration::from_secs(1) / 15);
    for file in files.iter().cycle() {
        tick.tick().await;
        if began.elapsed() > how_long {
            break;
        }
        // Copied beside and renamed in, so that no half picture is seen.
        let beside = stage.house.folder.join("next.jpg");
        std::fs::copy(file, &beside)?;
        std::fs::rename(&beside, stage.camera.join("now.jpg"))?;
    }
    let took = began.elapsed();
    for (name, program, before) in
        [("kiosk, 15 pictures a second", &stage.kiosk, before.0), ("display", &stage.display, before.1)]
    {
        let share = (used(program)? - before).as_secs_f64() / took.as_secs_f64() * 100.0;
        let memory = measure::resident_megabytes(program.id())?;
        println!("idle {name}: {share:.1} % of a core, {memory:.1} MB resident, over {} s", took.as_secs());
    }
    Ok(())
}
