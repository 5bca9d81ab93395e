//! Staff at the kiosk: the real screen, camera and printer.

use crate::support::{at, office};
use anyhow::{Context, Result, ensure};
use foyer_tests::play::{Stage, Wanted};

const START: &str = "2026-11-23T08:52:00Z";

/// The office's name on a panel of 1080 × 1920, and the key of the printer's page.
const CORNER: (u32, u32) = (150, 65);
const PRINTER: (u32, u32) = (286, 203);

/// Holding the office's name down leads to the door, the staff code opens the page at once, and from there a test ticket
/// is printed. The code is in no log.
#[tokio::test(flavor = "multi_thread")]
async fn staff_come_in_by_gesture_and_by_code_and_print_a_test_ticket() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = office("round-the-clock.toml");
    let stage = Stage::set_up(&Wanted::headless(folder.path(), &office, at(START))).await?;
    let screens = stage.screens.as_ref().context("a virtual screen")?;
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;

    screens.touch(0, CORNER)?;
    screens.hold(0, CORNER)?;
    stage.screen_shows(0, "door.png", &["Personal", "PIN"]).await?;
    screens.lift(0, CORNER)?;

    stage.hold_up_staff_code()?;
    stage.screen_shows(0, "camera.png", &["Zustand", "Ordnung"]).await?;
    stage.take_away()?;
    screens.touch(0, PRINTER)?;
    stage.touch(0, "Testmarke").await?;
    let paper = stage.paper(1).await?;
    ensure!(paper.contains("Testdruck") && paper.contains("Keine Wartemarke"), "no test ticket:\n{paper}");
    stage.screen_shows(0, "printed.png", &["Gedruckt"]).await?;
    let log = stage.kiosk.log_end();
    ensure!(!log.contains("5C0F0E2A"), "the staff code is in the log:\n{log}");
    Ok(())
}
