//! Foyer's reading of booking codes beside other decoders, on pictures of `foyer-camera-pictures`:
//!
//! ```sh
//! target/release/foyer-camera-pictures --seed 101 --count 600 /tmp/pictures
//! cargo bench -p foyer-kiosk --bench decode -- /tmp/pictures
//! ```
//!
//! The decoders in Rust run here, one thread, each on the same gray picture in memory, picture by picture in turn, so
//! that a neighbour's load meets all alike. The others (zxing-cpp, WeChat's, OpenCV, ZBar) are run by
//! `tests/decoders/compare.py`, which prints the table.

use anyhow::{Context as _, bail};
use foyer_kiosk::scan::Ours;
use rxing::{BarcodeFormat, DecodeHints};
use serde_json::json;
use std::collections::HashSet;
use std::io::{BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

type Read = fn(&image::GrayImage) -> Vec<String>;

const DECODERS: [(&str, Read); 3] = [("foyer", foyer), ("rxing", rxing), ("rqrr", rqrr)];

fn main() -> anyhow::Result<()> {
    // Cargo adds `--bench`; what begins with a dash is for the script.
    let given: Vec<String> = std::env::args().skip(1).filter(|given| given != "--bench").collect();
    let folders: Vec<&String> = given.iter().filter(|given| Path::new(given).is_dir()).collect();
    if folders.is_empty() {
        bail!("name the folders that foyer-camera-pictures has made: cargo bench … -- FOLDER");
    }
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the kiosk's folder is in the project's")?;
    let kept = root.join("target/decoders");
    std::fs::create_dir_all(&kept)?;
    let lines = kept.join("rust.jsonl");
    let mut out = BufWriter::new(std::fs::File::create(&lines)?);
    for folder in &folders {
        read_folder(Path::new(folder), &mut out)?;
    }
    out.flush()?;
    drop(out);
    let mut script = Command::new("python3");
    script
        .arg(root.join("tests/decoders/compare.py"))
        .arg("--venv")
        .arg(kept.join("venv"))
        .arg("--also")
        .arg(lines);
    let status = script.args(&given).status().context("python3 does not run")?;
    if !status.success() {
        bail!("the comparison failed");
    }
    Ok(())
}

fn read_folder(folder: &Path, out: &mut impl Write) -> anyhow::Result<()> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "jpg" || ending == "png"));
    files.sort();
    for file in files {
        let picture = image::open(&file).with_context(|| file.display().to_string())?.into_luma8();
        for (decoder, read) in DECODERS {
            let began = Instant::now();
            // rqrr and rxing could panic on a picture; then they have not read it.
            let texts = catch_unwind(AssertUnwindSafe(|| read(&picture))).unwrap_or_default();
            let ms = began.elapsed().as_secs_f64() * 1e3;
            let file = file.file_name().and_then(|name| name.to_str());
            writeln!(out, "{}", json!({ "decoder": decoder, "file": file, "texts": texts, "ms": ms }))?;
        }
    }
    Ok(())
}

fn foyer(picture: &image::GrayImage) -> Vec<String> {
    let ours = Ours { prefixes: vec!["F1:".to_owned(), "F1.".to_owned()], keys: None };
    foyer_kiosk::scan::read_picture(picture, &ours)
}

/// As its authors mean it to be used on photographs: filtered, trying harder, light on dark as well.
fn rxing(picture: &image::GrayImage) -> Vec<String> {
    let mut hints = DecodeHints {
        PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])),
        TryHarder: Some(true),
        AlsoInverted: Some(true),
        ..DecodeHints::default()
    };
    let (width, height) = picture.dimensions();
    let luma = picture.as_raw().clone();
    let format = Some(BarcodeFormat::QR_CODE);
    let read = rxing::helpers::detect_in_luma_filtered_with_hints(luma, width, height, format, &mut hints);
    read.into_iter().map(|read| read.getText().to_owned()).collect()
}

fn rqrr(picture: &image::GrayImage) -> Vec<String> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let luma = picture.as_raw();
    let mut search = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| luma[y * width + x]);
    search.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}
