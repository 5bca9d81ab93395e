//! Text in pictures and on paper, read by programs that are not ours.

use crate::program::{self, run};
use anyhow::{Context, Result};
use image::RgbImage;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The words of a picture, read by tesseract in German. `sparse` finds single words anywhere, else lines
/// of one block are expected.
///
/// # Errors
/// Tesseract is not installed or fails.
pub fn words(picture: &RgbImage, sparse: bool) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("picture.png");
    // Tesseract reads letters of 30 to 60 dots best; those on a wall display are ten times as high.
    let high = image::imageops::resize(
        picture,
        picture.width() / 2,
        picture.height() / 2,
        image::imageops::FilterType::Triangle,
    );
    high.save(&file)?;
    let mode = if sparse { "11" } else { "6" };
    run(Command::new("tesseract")
        .arg(&file)
        .args(["-", "-l", "deu", "--psm", mode]))
}

/// What is on the paper of these printer bytes: its text, and its picture under `png`.
///
/// # Errors
/// The viewer is not built or fails.
pub fn paper(bytes: &Path, png: &Path) -> Result<String> {
    run(Command::new(viewer()?).arg(bytes).arg(png))
}

/// The QR codes of a picture, read by ZBar.
///
/// # Errors
/// ZBar is not installed; a picture without a code is an error of its own.
pub fn qr(png: &Path) -> Result<String> {
    run(Command::new("zbarimg")
        .args(["-q", "--raw", "-Sdisable", "-Sqrcode.enable"])
        .arg(png))
    .map(|text| text.trim_end_matches('\n').to_owned())
}

/// The independent ticket viewer, a package with a lock file of its own.
fn viewer() -> Result<PathBuf> {
    let beside = program::built("foyer-demo").or_else(|_| program::built("foyer-lobby"))?;
    let target = beside
        .parent()
        .and_then(Path::parent)
        .context("programs lie in a target folder")?;
    let viewer = target.join("ticket-viewer/debug/ticket-viewer");
    viewer.is_file().then_some(viewer).context(
        "the ticket viewer is not built: see `deploy/demo`, which builds it under target/ticket-viewer",
    )
}
