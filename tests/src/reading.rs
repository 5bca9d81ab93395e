//! Text in pictures and on paper, read by programs that are not ours.

use crate::program::{self, run};
use anyhow::{Context, Result};
use image::RgbImage;
use image::imageops::FilterType;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The words of a picture, read by tesseract in German, at several sizes: letters of 30 to 60 dots are read
/// best, and a screen has letters of 20 dots beside some of 400.
///
/// # Errors
/// Tesseract is not installed or fails.
pub fn words(picture: &RgbImage) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("picture.png");
    let mut words = String::new();
    for part in [2, 4, 8] {
        let (width, height) = (picture.width() / part, picture.height() / part);
        image::imageops::resize(picture, width, height, FilterType::Triangle).save(&file)?;
        // Mode 11: words anywhere, in no order.
        words += &run(Command::new("tesseract").arg(&file).args(["-", "-l", "deu", "--psm", "11"]))?;
    }
    Ok(words)
}

/// The middle of a word on a screen, in its dots; `None` if it is not there.
///
/// # Errors
/// Tesseract is not installed or fails.
pub fn find(picture: &RgbImage, word: &str) -> Result<Option<(u32, u32)>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("picture.png");
    for part in [1, 2, 4, 8] {
        let (width, height) = (picture.width() / part, picture.height() / part);
        image::imageops::resize(picture, width, height, FilterType::Triangle).save(&file)?;
        // Tab-separated: …, left, top, width, height, confidence, text.
        let table = run(Command::new("tesseract").arg(&file).args(["-", "-l", "deu", "--psm", "11", "tsv"]))?;
        let found = table.lines().find_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let number = |index: usize| cells.get(index).and_then(|cell| cell.parse::<u32>().ok());
            let right = cells.get(11).is_some_and(|text| text.contains(word));
            let (left, top, width, high) = (number(6)?, number(7)?, number(8)?, number(9)?);
            right.then_some(((left + width / 2) * part, (top + high / 2) * part))
        });
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// What is on the paper of these printer bytes: its text, and its picture under `png`.
///
/// # Errors
/// The viewer is not built or fails.
pub fn paper(bytes: &Path, png: &Path) -> Result<String> {
    run(Command::new(viewer()?).arg(bytes).arg(png))
}

/// The lines of a ticket's picture, read by tesseract in a language: `ara`, `ukr`. Letters that are drawn as dots are no
/// text to [`paper`].
///
/// # Errors
/// Tesseract or its language is not installed, or it fails.
pub fn drawn(png: &Path, language: &str) -> Result<String> {
    run(Command::new("tesseract").arg(png).args(["-", "-l", language, "--psm", "6"]))
}

/// The QR codes of a picture, read by ZBar.
///
/// # Errors
/// ZBar is not installed; a picture without a code is an error of its own.
pub fn qr(png: &Path) -> Result<String> {
    run(Command::new("zbarimg").args(["-q", "--raw", "-Sdisable", "-Sqrcode.enable"]).arg(png))
        .map(|text| text.trim_end_matches('\n').to_owned())
}

/// The independent ticket viewer, a package with a lock file of its own.
fn viewer() -> Result<PathBuf> {
    let beside = program::built("foyer-demo").or_else(|_| program::built("foyer-lobby"))?;
    let target = beside.parent().and_then(Path::parent).context("programs lie in a target folder")?;
    let viewer = target.join("ticket-viewer/debug/ticket-viewer");
    viewer.is_file().then_some(viewer).context(
        "the ticket viewer is not built: see `deploy/demo`, which builds it under target/ticket-viewer",
    )
}
