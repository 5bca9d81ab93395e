//! How long it takes until a fault is noticed and said: to staff on the page of the terminals, on the kiosk's screen.

use anyhow::{Context, Result};
use foyer_domain::Timestamp;
use foyer_tests::camera_picture::empty_lobby;
use foyer_tests::clerk::Clerk;
use foyer_tests::measure::Durations;
use foyer_tests::play::{Camera, Stage, Wanted};
use foyer_tests::printer::Faults;
use foyer_tests::stand_in::StandIn;
use foyer_tests::{house, wait};
use std::time::{Duration, Instant};

const START: &str = "2026-11-23T08:50:00Z";
const ROUNDS: usize = 7;
/// How often the page is looked at.
const LOOK: Duration = Duration::from_millis(10);
/// Between two faults.
const CALM: Duration = Duration::from_millis(700);

/// Measures.
///
/// # Errors
/// A fault is not noticed within the harness's limit.
pub async fn run() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office_toml = house::busy_office(folder.path())?;
    let start: Timestamp = START.parse()?;
    let camera = StandIn::new(&folder.path().join("camera"))?;
    camera.show(&empty_lobby(1))?;
    let wanted =
        Wanted { camera: Camera::StandIn(&camera), ..Wanted::headless(folder.path(), &office_toml, start) };
    let stage = Stage::set_up(&wanted).await?;
    let clerk = Clerk::sign_in(&stage.house, "demo").await?;
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;
    clerk.open("1").await?;
    println!("from the fault to the words for staff, in the lobby:");
    let none = Faults::default();
    let printer: [(&str, Faults, &str); 6] = [
        ("printer switched off", Faults { off: true, ..none }, "Der Drucker antwortet nicht."),
        ("printer frozen", Faults { mute: true, ..none }, "Der Drucker meldet seinen Zustand nicht."),
        ("paper out", Faults { paper_out: true, ..none }, "Das Papier ist zu Ende."),
        ("paper near its end", Faults { near_end: true, ..none }, "Das Papier geht bald zu Ende."),
        ("cover open", Faults { cover_open: true, ..none }, "Die Klappe des Druckers ist offen."),
        ("knife stuck", Faults { cutter: true, ..none }, "Das Messer des Druckers klemmt."),
    ];
    for (name, fault, words) in printer {
        let break_it = || {
            stage.printer.set(|faults| *faults = fault);
            Ok(())
        };
        let mend_it = || {
            stage.printer.set(|faults| *faults = none);
            Ok(())
        };
        rounds(&clerk, "/devices", name, words, &break_it, &mend_it).await?;
    }
    let black = image::GrayImage::from_pixel(1280, 720, image::Luma([2]));
    let see = || camera.show(&empty_lobby(1));
    let fault = |name: &'static str, is_so| camera.set(name, is_so);
    let (unplug, plug) = (|| fault("unplugged", true), || fault("unplugged", false));
    rounds(&clerk, "/devices", "camera unplugged", "Kamera", &unplug, &plug).await?;
    let (stall, go_on) = (|| fault("stalled", true), || fault("stalled", false));
    rounds(&clerk, "/devices", "camera sends nothing", "Die Kamera liefert keine Bilder", &stall, &go_on)
        .await?;
    let (freeze, thaw) = (|| fault("frozen", true), || fault("frozen", false));
    rounds(&clerk, "/devices", "camera frozen", "Die Kamera zeigt immer dasselbe", &freeze, &thaw).await?;
    rounds(
        &clerk,
        "/devices",
        "camera covered",
        "Die Kamera sieht nur Schwarz",
        &|| camera.show(&black),
        &see,
    )
    .await?;
    rounds(&clerk, "/devices", "camera garbled", "Die Bilder der Kamera sind", &|| camera.garble(), &see)
        .await?;
    let (hang, go_on) = (|| stage.display.hang(), || stage.display.go_on());
    rounds(&clerk, "/desk/1", "display hangs, said at a desk", "meldet sich seit", &hang, &go_on).await?;
    link(stage).await
}

/// Breaks and mends again and again.
async fn rounds(
    clerk: &Clerk,
    page: &str,
    name: &str,
    words: &str,
    break_it: &dyn Fn() -> Result<()>,
    mend_it: &dyn Fn() -> Result<()>,
) -> Result<()> {
    let mut noticed = Durations::default();
    for _ in 0..ROUNDS {
        wait::pause(CALM).await;
        break_it()?;
        let began = Instant::now();
        until(clerk, page, words, true).await.with_context(|| name.to_owned())?;
        noticed.push(began.elapsed());
        mend_it()?;
        until(clerk, page, words, false).await.with_context(|| format!("{name}: mended"))?;
    }
    println!("{name}: {}", noticed.summary());
    Ok(())
}

async fn until(clerk: &Clerk, page: &str, words: &str, are_there: bool) -> Result<()> {
    // “Kamera” alone is the part's name; its trouble comes in a sentence.
    let sentence = |page: &str| {
        let told = page.matches(words).count();
        if words == "Kamera" {
            page.contains("Keine Kamera") || page.contains("zur Kamera")
        } else {
            told > 0
        }
    };
    let limit = Instant::now() + wait::LIMIT;
    while Instant::now() < limit {
        if sentence(&clerk.page(page).await?) == are_there {
            return Ok(());
        }
        wait::pause(LOOK).await;
    }
    anyhow::bail!("“{words}” on {page}: {are_there} is not reached")
}

/// The lobby ends: from then to the line in the head of the kiosk's screen.
async fn link(mut stage: Stage) -> Result<()> {
    let screens = stage.screens.as_ref().context("a virtual screen")?;
    let spot = screens.spot(0, (400, 110), (300, 60))?;
    let before = spot.look()?;
    stage.house.lobby.program.kill()?;
    let began = Instant::now();
    while spot.look()? == before {
        anyhow::ensure!(began.elapsed() < wait::LIMIT, "the screen does not say that the lobby is gone");
        wait::pause(LOOK).await;
    }
    println!("lobby ended → said on the kiosk's screen (once): {} ms", began.elapsed().as_millis());
    Ok(())
}
