//! Twelve hours of an office day, by a clock that is set from hour to hour: does the memory of the terminals stay flat?

use super::wall::called;
use anyhow::{Result, ensure};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_protocol::lobby::DeviceKind;
use foyer_tests::clerk::Clerk;
use foyer_tests::house;
use foyer_tests::measure;
use foyer_tests::play::{Stage, Wanted};
use image::{Rgb, RgbImage};
use std::time::Duration;

const START: &str = "2026-11-23T06:50:00Z";
const CALLS: u64 = 40;
const EVERY: Duration = Duration::from_secs(1);
/// Until each picture was shown once.
const CALM: Duration = Duration::from_secs(40);
/// By then everything was there once; what comes after it is growth.
const WARM: usize = 3;
/// More than this share of it is growth.
const MOST: f64 = 0.10;

/// Measures.
///
/// # Errors
/// A part does not do what it should, or grows.
pub async fn run(hours: usize) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office_toml = house::busy_office(folder.path())?;
    let start: Timestamp = START.parse()?;
    let mut stage = Stage::set_up(&Wanted::headless(folder.path(), &office_toml, start)).await?;
    stage.screen_shows(1, "idle.png", &["Bürgerbüro"]).await?;
    let slides = folder.path().join("foyer-lobby/slides");
    std::fs::create_dir_all(&slides)?;
    for shade in [40, 200] {
        RgbImage::from_pixel(1920, 1080, Rgb([shade, 90, 60])).save(slides.join(format!("{shade}.png")))?;
    }
    let mut taken: Vec<[f64; 2]> = Vec::new();
    for hour in 0..hours {
        if hour > 0 {
            stage.house.set_time(start + TimeDelta::hours(i64::try_from(hour)?)).await?;
        }
        let clerk = Clerk::sign_in(&stage.house, "demo").await?;
        clerk.open("1").await?;
        let (_, entrance) = stage.house.enrol(DeviceKind::Kiosk, &format!("Messung {hour}")).await?;
        let mut tick = tokio::time::interval(EVERY);
        for _ in 0..CALLS {
            tick.tick().await;
            called(&stage, &entrance, &clerk).await?;
        }
        tokio::time::sleep(CALM).await;
        let memory = [stage.display.id(), stage.kiosk.id()].map(measure::resident_megabytes);
        let [display, kiosk] = memory;
        taken.push([display?, kiosk?]);
        let [display, kiosk] = taken[hour];
        println!("hour {}, {CALLS} calls: display {display:.1} MB, kiosk {kiosk:.1} MB resident", hour + 1);
    }
    for (index, name) in ["display", "kiosk"].into_iter().enumerate() {
        if let (Some(warm), Some(last)) = (taken.get(WARM - 1), taken.last()) {
            let (warm, last) = (warm[index], last[index]);
            ensure!(last <= warm * (1.0 + MOST), "the {name} grows: {warm:.1} MB, then {last:.1} MB");
        }
    }
    Ok(())
}
