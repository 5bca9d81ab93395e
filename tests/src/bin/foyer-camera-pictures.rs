//! Makes pictures of booking codes as a kiosk's camera might see them, to compare decoders on.

use anyhow::{Context, Result};
use clap::Parser;
use foyer_tests::camera_picture::{Kind, Truth, make};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Instant;

/// Makes pictures of booking codes as a kiosk's camera might see them: 1280 × 720, gray, JPEG, in fifteen kinds
/// that take turns, each from easy to hard. Nobody's photo or booking is in them.
///
/// Beside the pictures lies truth.jsonl, one line a picture: file, text (what must be read; null: nothing of
/// ours), category (the kind), difficulty, tags, version, ecc, mode, module_px (a module's side in dots of the
/// picture), corners, also (other QR codes in the picture).
///
/// The same seed makes the same pictures on every machine, and picture 7 of 10 is picture 7 of 1000. Seeds from
/// 100 on are for judging: whoever improves a decoder looks at the pictures of smaller ones.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Which pictures: any number.
    #[arg(long)]
    seed: u64,
    /// How many pictures with a code of ours.
    #[arg(long)]
    count: u64,
    /// How many more pictures without one: other codes, text, a torn code, nothing.
    #[arg(long, default_value_t = 0)]
    negatives: u64,
    /// Only pictures of this kind instead of all in turn.
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// The folder for the pictures; it is made if it is not there.
    out_folder: PathBuf,
}

/// As many as the machines have on which this is run.
const THREADS: usize = 2;

#[expect(clippy::print_stdout, reason = "what was made is this program's own output")]
fn main() -> Result<()> {
    let options = Options::parse();
    let folder = &options.out_folder;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let begun = Instant::now();
    let next = AtomicU64::new(0);
    let mut truths = thread::scope(|scope| -> Result<Vec<(u64, Truth)>> {
        let workers: Vec<_> = (0..THREADS).map(|_| scope.spawn(|| work(&options, &next))).collect();
        let mut all = Vec::new();
        for worker in workers {
            all.extend(worker.join().expect("no picture panics")?);
        }
        Ok(all)
    })?;
    truths.sort_unstable_by_key(|(number, _)| *number);
    write_truths(&folder.join("truth.jsonl"), &truths)?;
    let made = truths.len();
    let each = begun.elapsed().as_secs_f64() * 1_000.0 / made.max(1) as f64;
    println!("{made} pictures in {}, {each:.0} ms each", folder.display());
    Ok(())
}

/// Makes pictures until none is left.
fn work(options: &Options, next: &AtomicU64) -> Result<Vec<(u64, Truth)>> {
    let mut truths = Vec::new();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= options.count + options.negatives {
            return Ok(truths);
        }
        let in_turn = Kind::OURS[(number % Kind::OURS.len() as u64) as usize];
        let kind = if number < options.count { options.kind.unwrap_or(in_turn) } else { Kind::NotOurs };
        let picture = make(options.seed, number, kind)?;
        let path = options.out_folder.join(&picture.truth.file);
        fs::write(&path, &picture.jpeg).with_context(|| format!("cannot write {}", path.display()))?;
        truths.push((number, picture.truth));
    }
}

fn write_truths(path: &Path, truths: &[(u64, Truth)]) -> Result<()> {
    let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
    let mut lines = BufWriter::new(file);
    for (_, truth) in truths {
        serde_json::to_writer(&mut lines, truth)?;
        lines.write_all(b"\n")?;
    }
    lines.flush().with_context(|| format!("cannot write {}", path.display()))
}
