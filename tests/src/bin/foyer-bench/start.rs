//! How long a kiosk that is set up takes from its start to its first frame and to the finished welcome screen.

use crate::watch;
use anyhow::{Context, Result};
use foyer_domain::Timestamp;
use foyer_tests::house;
use foyer_tests::measure::Durations;
use foyer_tests::play::{Stage, Wanted};
use foyer_tests::program::{self, Program};
use std::process::Command;
use std::time::{Duration, Instant};

const START: &str = "2026-11-23T08:50:00Z";
const ROUNDS: usize = 15;
/// The screen stands still long before.
const WATCHED: Duration = Duration::from_secs(6);

/// Measures.
///
/// # Errors
/// The kiosk does not start.
pub async fn run() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office_toml = house::busy_office(folder.path())?;
    let start: Timestamp = START.parse()?;
    let mut stage = Stage::set_up(&Wanted::headless(folder.path(), &office_toml, start)).await?;
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;
    let screens = stage.screens.as_ref().context("a virtual screen")?;
    // The headline, above the live picture.
    let spot = screens.spot(0, (540, 330), (480, 160))?;
    let home = stage.house.folder.join("Terminal am Eingang");
    let (mut first, mut finished) = (Durations::default(), Durations::default());
    for _ in 0..ROUNDS {
        stage.kiosk.stop(Duration::from_secs(10))?;
        let mut command = Command::new(program::built("foyer-kiosk")?);
        command.arg("--config").arg(home.join("config.toml")).args(["--size", "1080x1920"]);
        command.env("DISPLAY", screens.display(0));
        let before = spot.look()?;
        let began = Instant::now();
        stage.kiosk = Program::start(command, &home.join("log.txt"))?;
        let seen = watch::spot(&spot, &before, (began, WATCHED), || false).await?;
        first.push(seen.changed);
        finished.push(seen.settled);
    }
    println!("start of the kiosk → first frame: {}", first.summary());
    println!("start of the kiosk → welcome screen finished: {}", finished.summary());
    Ok(())
}
