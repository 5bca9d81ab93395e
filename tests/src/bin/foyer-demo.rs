//! Plays Foyer's main job once; see `deploy/demo --help`.
#![expect(clippy::print_stdout, reason = "what it says on standard output is what it is for")]

use anyhow::{Context, Result, ensure};
use clap::Parser;
use foyer_tests::house::PASSWORD;
use foyer_tests::play::{Camera, Stage, Wanted};
use std::path::{Path, PathBuf};
use std::time::Instant;
use tokio::signal::unix::{SignalKind, signal};

/// Starts an installation on this computer and plays the main job; `deploy/demo` builds and starts it.
#[derive(Parser)]
struct Arguments {
    /// Draw on virtual screens, check every step, save pictures, end.
    #[arg(long)]
    headless: bool,
    /// Use this computer's camera; nothing is held before it by itself.
    #[arg(long, conflicts_with = "headless")]
    camera: bool,
    /// Where pictures and data go.
    #[arg(long, default_value = "target/demo")]
    folder: PathBuf,
    /// Also renew the pictures of the README.
    #[arg(long)]
    keep_pictures: bool,
}

const PICTURES: [&str; 6] =
    ["booking.png", "camera.png", "kiosk.png", "ticket.png", "desk.png", "display.png"];

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    // Whatever ends it, all that it started ends with it: dropping the installation stops its programs.
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        done = run(&arguments) => done,
        _ = tokio::signal::ctrl_c() => end(&arguments),
        _ = terminate.recv() => end(&arguments),
    }
}

/// Somebody has seen enough; a run that has to check every step has failed then.
fn end(arguments: &Arguments) -> Result<()> {
    ensure!(!arguments.headless, "interrupted before every step was seen");
    println!("Everything has ended.");
    Ok(())
}

async fn run(arguments: &Arguments) -> Result<()> {
    std::fs::create_dir_all(&arguments.folder)?;
    let folder = arguments.folder.canonicalize()?;
    let began = Instant::now();
    let mut say = |text: String| println!("[{:6.1} s] {text}", began.elapsed().as_secs_f32());
    let office = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../deploy/examples/office.toml");
    let wanted = Wanted {
        folder: &folder,
        office_toml: &office,
        // A Monday morning, eight minutes before ten.
        start: "2026-11-23T08:52:00Z".parse().context("a moment")?,
        headless: arguments.headless,
        camera: if arguments.camera { Camera::Own } else { Camera::Pictures },
        way: None,
    };
    let stage = Stage::set_up(&wanted).await?;
    say("booking server, lobby, kiosk, display and ticket printer run".to_owned());
    if !arguments.headless {
        tell_where(&stage);
    }
    if !arguments.camera {
        stage.play(&mut say).await?;
        tell_pictures(&folder, &mut say);
    }
    if arguments.keep_pictures {
        keep_pictures(&folder)?;
    }
    if !arguments.headless {
        println!("Everything stays until Ctrl-C.");
        std::future::pending::<()>().await;
    }
    Ok(())
}

fn tell_where(stage: &Stage) {
    println!("booking page    {}", stage.house.booking.url);
    println!("clerk's desk    {}/desk", stage.house.lobby.url);
    println!("sign-on         demo, password {PASSWORD}");
}

fn tell_pictures(folder: &Path, say: &mut dyn FnMut(String)) {
    for picture in PICTURES {
        let file = folder.join(picture);
        if file.is_file() {
            say(format!("picture: {}", file.display()));
        }
    }
}

/// Copies the pictures of this run to where the README finds them.
fn keep_pictures(folder: &Path) -> Result<()> {
    let kept = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../assets/pictures");
    std::fs::create_dir_all(&kept)?;
    for picture in PICTURES.into_iter().filter(|picture| *picture != "camera.png") {
        std::fs::copy(folder.join(picture), kept.join(picture)).with_context(|| picture.to_owned())?;
    }
    Ok(())
}
