//! Scenario 30: a name that was planted in a booking is in no file, log or copy after its time, and neither is its
//! Terminnummer in what the office keeps.

use crate::support::{Kiosk, at, cancels, office};
use anyhow::{Result, ensure};
use chrono::TimeDelta;
use foyer_domain::short_code::ShortCode;
use foyer_protocol::booking::BookingView;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::House;
use foyer_tests::program::{built, run};
use foyer_tests::wait;
use std::path::{Path, PathBuf};
use std::process::Command;

/// As the harness books.
const NAME: &str = "Erika Mustermann";

/// Every file below a folder that holds one of the texts.
pub fn found_in(folder: &Path, texts: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(found_in(&path, texts)?);
            continue;
        }
        // One that is gone by now holds nothing.
        let bytes = std::fs::read(&path).unwrap_or_default();
        let holds = |text: &&str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        if texts.iter().any(holds) {
            found.push(path);
        }
    }
    Ok(found)
}

async fn until_gone(folder: &Path, texts: &[&str]) -> Result<()> {
    wait::for_value("what was planted to be gone", wait::LIMIT, || async {
        Ok(found_in(folder, texts)?.is_empty().then_some(()))
    })
    .await
}

fn back_up(house: &House, file: &Path) -> Result<()> {
    run(Command::new(built("foyer-lobby")?)
        .arg("backup")
        .arg(file)
        .arg("--config")
        .arg(&house.lobby.config))?;
    Ok(())
}

async fn plant(shows_names: bool) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let text = std::fs::read_to_string(office("round-the-clock.toml"))?;
    let rules = format!("[rules]\nshow_names = {shows_names}\n\n[[areas]]");
    let file = folder.path().join("names.toml");
    std::fs::write(&file, text.replacen("[[areas]]", &rules, 1))?;
    let data = folder.path().join("house");
    let mut house = House::open(&data, &file, at("2026-11-23T08:50:00Z")).await?;
    let lobby = data.join("foyer-lobby");
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("anna", "clerk")?;
    let anna = Clerk::sign_in(&house, "anna").await?;
    anna.open("1").await?;

    let served = house.book("ausweis", at("2026-11-23T09:00:00Z")).await?;
    let stays_away = house.book("ausweis", at("2026-11-23T10:00:00Z")).await?;
    // As it is stored and as it is shown.
    let shown = |view: &BookingView| Ok::<_, anyhow::Error>(ShortCode::parse(&view.short_code)?.shown());
    let (served_code, away_code) = (shown(&served)?, shown(&stays_away)?);
    let codes = [&served.short_code, &served_code, &stays_away.short_code, &away_code].map(String::as_str);
    let all = [[NAME].as_slice(), &codes].concat();
    kiosk.check_in(&house, &served).await?;
    ensure!(anna.press("1", "next").await?.done());
    ensure!(anna.press("1", "start").await?.done());
    // While it may be shown it is in the one file that is for it, and in no copy.
    let names = found_in(&lobby, &[NAME])?;
    let planted = found_in(&lobby, &all)?;
    let is_persons = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("persons.db"))
    };
    ensure!(names.is_empty() != shows_names && planted.iter().all(is_persons), "{planted:?}");
    let sheet = anna.page("/desk/1/sheet").await?;
    ensure!(!sheet.contains(NAME) && [&served_code, &away_code].iter().all(|code| sheet.contains(*code)));
    let copies = folder.path().join("copies");
    std::fs::create_dir(&copies)?;
    back_up(&house, &copies.join("serving"))?;
    ensure!(anna.press("1", "finish").await?.done());
    ensure!(found_in(&lobby, &[NAME])?.is_empty() != shows_names, "for a minute the clerk can take it back");

    // A minute later who was served is gone, and so is at once who has cancelled.
    let later = house.now() + TimeDelta::seconds(75);
    house.set_time(later).await?;
    cancels(&house, &stays_away).await?;
    until_gone(&lobby, &all).await?;
    back_up(&house, &copies.join("later"))?;

    // In the night all of it is, wherever it was; the booking server alone keeps the numbers of its bookings.
    house.set_time(at("2026-11-24T06:00:00Z")).await?;
    until_gone(folder.path(), &[NAME]).await?;
    until_gone(&lobby, &all).await?;
    ensure!(found_in(&copies, &all)?.is_empty());
    Ok(())
}

#[tokio::test]
async fn a_planted_name_is_nowhere_after_its_time() -> Result<()> {
    plant(true).await
}

#[tokio::test]
async fn an_office_that_shows_no_names_never_has_one() -> Result<()> {
    plant(false).await
}
