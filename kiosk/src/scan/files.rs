//! The pipeline on picture files, one line of JSON each: to try it, and to compare it with others.

use super::pipeline::{Ours, Pipeline};
use super::scanner::BUDGET;
use crate::device::camera::{Picture, from_file, is_picture};
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What one file held.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Read {
        /// As given or found.
        file: &'a Path,
        /// All texts that were read until one of ours was among them.
        codes: Vec<String>,
        /// From the gray picture in memory to the texts, in milliseconds.
        ms: f64,
    },
    Broken {
        file: &'a Path,
        error: String,
    },
}

/// Reads each file by itself, as if nothing had been seen before, and writes a line of JSON for it. A folder stands
/// for the pictures in it. Says whether all could be read as pictures.
///
/// # Errors
/// The lines cannot be written.
pub fn read_files(given: &[PathBuf], out: &mut impl Write) -> io::Result<bool> {
    // `F1.` begins the codes of a forerunner that pictures for comparison carry.
    let ours = Ours { prefixes: vec!["F1:".to_owned(), "F1.".to_owned()], keys: None };
    let mut all_good = true;
    for file in &pictures(given) {
        let line = read_file(file, &ours);
        all_good &= matches!(line, Line::Read { .. });
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(all_good)
}

/// All texts of a gray picture, as if nothing had been seen before; the texts of a picture with one of ours end with
/// it. A picture without pixels has none.
pub fn read_picture(picture: &image::GrayImage, ours: &Ours) -> Vec<String> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let Some(picture) = Picture::new(width, height, picture.as_raw().clone()) else { return Vec::new() };
    texts(&picture, ours)
}

fn texts(picture: &Picture, ours: &Ours) -> Vec<String> {
    let readings = Pipeline::new(BUDGET).look_and_list(picture, ours);
    readings.into_iter().map(|reading| reading.text).collect()
}

fn read_file<'a>(file: &'a Path, ours: &Ours) -> Line<'a> {
    let broken = |error: String| Line::Broken { file, error };
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return broken(error.to_string()),
    };
    let Some(picture) = from_file(&bytes) else {
        return broken("this is no picture that can be decoded: use JPEG or PNG".to_owned());
    };
    let began = Instant::now();
    let codes = texts(&picture, ours);
    let ms = (began.elapsed().as_secs_f64() * 1e5).round() / 100.0;
    Line::Read { file, codes, ms }
}

/// The files, each once, in order of their names.
fn pictures(given: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in given {
        match std::fs::read_dir(path) {
            Ok(entries) => {
                files.extend(entries.flatten().map(|entry| entry.path()).filter(|path| is_picture(path)));
            }
            // A file; or it is missing, which its line says.
            Err(_) => files.push(path.clone()),
        }
    }
    files.sort();
    files.dedup();
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::drawn::{code, scene, smooth};

    #[test]
    fn every_file_has_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let picture = scene(&smooth(640, 480), &code("F1:ONE", 6), 150, 100);
        let image = image::GrayImage::from_raw(640, 480, picture.pixels().to_vec()).unwrap();
        image.save(folder.path().join("b.png")).unwrap();
        std::fs::write(folder.path().join("a.jpg"), b"\xff\xd8 and nothing more").unwrap();
        std::fs::write(folder.path().join("truth.jsonl"), b"{}").unwrap();
        let missing = folder.path().join("z.png");
        let mut out = Vec::new();
        assert!(!read_files(&[missing.clone(), folder.path().to_owned()], &mut out).unwrap());
        let lines: Vec<serde_json::Value> =
            out.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
        let file = |name: &str| serde_json::json!(folder.path().join(name));
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert_eq!((&lines[0]["file"], lines[0]["error"].is_string()), (&file("a.jpg"), true));
        assert_eq!((&lines[1]["file"], &lines[1]["codes"]), (&file("b.png"), &serde_json::json!(["F1:ONE"])));
        assert!(lines[1]["ms"].as_f64().unwrap() > 0.0);
        assert_eq!((&lines[2]["file"], lines[2]["error"].is_string()), (&file("z.png"), true));

        let mut out = Vec::new();
        assert!(read_files(&[folder.path().join("b.png")], &mut out).unwrap());
        assert_eq!(out.iter().filter(|byte| **byte == b'\n').count(), 1);
    }
}
