//! What a display uses through a busy hour, and how soon it speaks.

use anyhow::{Context, Result, ensure};
use chrono::SubsecRound;
use foyer_client::Server;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::Localized;
use foyer_protocol::lobby::{DeviceKind, TicketReply, WalkInRequest};
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::Clerk;
use foyer_tests::house;
use foyer_tests::measure::{self, Durations};
use foyer_tests::play::{Stage, Wanted};
use foyer_text::Language;
use foyer_voice::espeak::spoken;
use foyer_voice::{Announcement, Detail};
use std::path::Path;
use std::time::{Duration, Instant};

const START: &str = "2026-11-23T08:50:00Z";
const EVERY: Duration = Duration::from_secs(5);
const SENTENCES: u16 = 20;

/// Measures.
///
/// # Errors
/// A part does not do what it should.
pub async fn run(minutes: u64) -> Result<()> {
    speech()?;
    let folder = tempfile::tempdir()?;
    let office_toml = house::busy_office(folder.path())?;
    let start: Timestamp = START.parse()?;
    let stage = Stage::set_up(&Wanted::headless(folder.path(), &office_toml, start)).await?;
    stage.screen_shows(1, "idle.png", &["Bürgerbüro"]).await?;
    let clerk = Clerk::sign_in(&stage.house, "demo").await?;
    clerk.open("1").await?;
    let (_, entrance) = stage.house.enrol(DeviceKind::Kiosk, "Messung").await?;
    for minute in 1..=minutes {
        let meter = Meter::start(&stage)?;
        tokio::time::sleep(Duration::from_secs(60)).await;
        println!("minute {minute}, nobody is called: {}", meter.read(&stage)?);
    }
    let mut tick = tokio::time::interval(EVERY);
    for minute in 1..=minutes {
        let meter = Meter::start(&stage)?;
        for _ in 0..60 / EVERY.as_secs() {
            tick.tick().await;
            called(&stage, &entrance, &clerk).await?;
        }
        println!("minute {minute}, a call every {} s: {}", EVERY.as_secs(), meter.read(&stage)?);
    }
    Ok(())
}

/// How long the voice takes until all samples of a sentence are there.
fn speech() -> Result<()> {
    let mut took = Durations::default();
    for language in Language::ALL {
        for number in 1..=SENTENCES {
            let numbers = vec![format!("A{number:03}").try_into().map_err(anyhow::Error::msg)?];
            let counter = Some(Localized::german("Schalter 3"));
            let call = Announcement { numbers, counter, language: Some(*language) };
            for sentence in call.sentences(Detail::Whole) {
                let began = Instant::now();
                spoken(Path::new("espeak-ng"), &sentence.words(), Duration::from_secs(10))?;
                took.push(began.elapsed());
            }
        }
    }
    println!("a sentence is ready (the gong lasts 1,700 ms): {}", took.summary());
    Ok(())
}

/// Somebody comes, is called, served and gone.
pub(super) async fn called(stage: &Stage, entrance: &Server, clerk: &Clerk) -> Result<()> {
    let services = vec![ServiceChoice { service: "meldung".into(), quantity: 1 }];
    let seen_at = stage.house.now().trunc_subsecs(0);
    let request = WalkInRequest { services, seen_at, with: None, language: Some("en".to_owned()) };
    let _: TicketReply = entrance.post("/walk-ins", Nonce::random(), &request).await?;
    let pressed = clerk.press("1", "next").await?;
    ensure!(pressed.done(), "nobody was called");
    pressed.number().context("a number")?;
    for done in ["start", "finish"] {
        clerk.press("1", done).await?;
    }
    Ok(())
}

/// What the display has used when it was looked at.
struct Meter {
    used: Duration,
    began: Instant,
}

impl Meter {
    fn start(stage: &Stage) -> Result<Self> {
        Ok(Self { used: measure::processor_time(stage.display.id())?, began: Instant::now() })
    }

    fn read(&self, stage: &Stage) -> Result<String> {
        let used = measure::processor_time(stage.display.id())? - self.used;
        let share = used.as_secs_f64() / self.began.elapsed().as_secs_f64() * 100.0;
        let memory = measure::resident_megabytes(stage.display.id())?;
        Ok(format!("{share:.1} % of a core, {memory:.1} MB resident"))
    }
}
