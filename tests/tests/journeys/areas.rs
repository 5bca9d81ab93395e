//! Waiting areas that come and go.

use crate::support::{Display, Kiosk, at, known_to_the_lobby, office};
use anyhow::{Context, Result, ensure};
use foyer_protocol::lobby::DisplayEvent;
use foyer_tests::clerk::Clerk;
use foyer_tests::play::{Stage, Wanted, number_on};

/// What the third area has beside the two of the file.
const THIRD: &str = r#"
[[areas]]
id = "dg"
name = { de = "Wartebereich 3", en = "Waiting area 3" }
letter = "C"
way = { de = "Dachgeschoss", en = "attic" }
direction = "up"

[[services]]
id = "fund"
name = { de = "Fundsache abholen", en = "Collect a lost item" }
minutes = 5
area = "dg"

[[counters]]
id = "5"
name = { de = "Schalter 5", en = "Counter 5" }
area = "dg"
direction = "up"
"#;

/// Scenario 13: one of three areas is given up while somebody waits in it. Kiosk and display go on for the others, that
/// somebody is called all the same, and a display that stood in the area alone shows what there is.
#[tokio::test(flavor = "multi_thread")]
async fn an_area_is_given_up_and_all_goes_on() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let two = office("round-the-clock.toml");
    let three = folder.path().join("three.toml");
    std::fs::write(&three, std::fs::read_to_string(&two)? + THIRD)?;
    let stage = Stage::set_up(&Wanted::headless(folder.path(), &three, at("2026-11-23T08:52:00Z"))).await?;
    let house = &stage.house;
    stage.screen_shows(1, "idle.png", &["Rathaus"]).await?;
    let kiosk = Kiosk::enrol(house).await?;
    let mut attic = Display::enrol_for(house, "Anzeige Dach", &["dg"]).await?;
    let mut upstairs = Display::enrol_for(house, "Anzeige oben", &["dg", "og"]).await?;
    for display in [&mut attic, &mut upstairs] {
        let DisplayEvent::Snapshot { .. } = display.next().await? else { anyhow::bail!("a snapshot first") };
    }
    let waits = kiosk.walk_in(house, "fund").await?;
    ensure!(waits.number.to_string() == "C001", "{}", waits.number);

    known_to_the_lobby(house, house.import_office(&two)).await?;
    let names = async |display: &mut Display| -> Result<Vec<String>> {
        loop {
            if let DisplayEvent::Snapshot { snapshot } = display.next().await? {
                let names = snapshot.area_names.iter().map(|name| name.get("de").to_owned()).collect();
                return Ok(names);
            }
        }
    };
    ensure!(names(&mut upstairs).await? == ["Wartebereich 2"], "the area that is left");
    ensure!(names(&mut attic).await?.is_empty(), "none is left");

    // The kiosk checks in, and the wall shows who is called.
    let booking = house.book("ausweis", at("2026-11-23T09:00:00Z")).await?;
    stage.hold_up(&booking).await?;
    let number = number_on(&stage.paper(1).await?).context("a number on the paper")?;
    house.add_staff("anna", "clerk")?;
    let anna = Clerk::sign_in(house, "anna").await?;
    anna.open("3").await?;
    let mut called = Vec::new();
    for _ in 0..2 {
        called.push(anna.press("3", "next").await?.number().context("somebody waits")?);
        let number = called.last().context("just pushed")?;
        stage.screen_shows(1, "called.png", &[number, "Schalter3"]).await?;
        ensure!(attic.next_call().await?.number.to_string() == *number, "whoever sits there sees it");
        anna.press("3", "start").await?;
        anna.press("3", "finish").await?;
    }
    called.sort();
    ensure!(called == [number, waits.number.to_string()], "{called:?}");
    Ok(())
}
