//! How much there is to do until somebody has an appointment: presses, keys and words are counted, and taken together at the
//! pace of whoever does it every day and of whoever does it for the first time.

use crate::support::{at, office};
use anyhow::{Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::effort::{EXPERT, NEWCOMER};
use foyer_tests::house::House;

/// An expert is through in less than a minute, a newcomer who reads every word of every step in less than three.
#[tokio::test(flavor = "multi_thread")]
async fn an_expert_needs_a_minute_and_a_newcomer_three() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let example = office("../../deploy/examples/office.toml");
    let house = House::open(&folder.path().join("house"), &example, at("2026-11-23T07:00:00Z")).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    citizen.opens(&format!("{}/musterstadt?lang=de", house.booking.url)).await?;
    citizen.reads_all().await?;
    citizen.takes("personalausweis", 1).await?;
    citizen.takes("ummeldung", 1).await?;
    citizen.wants_times().await?;
    citizen.reads_all().await?;
    citizen.takes_time("2026-11-25", "08:00").await?;
    citizen.reads_all().await?;
    citizen.types("#name", "Erika Mustermann").await?;
    citizen.types("#email", "erika.mustermann@example.org").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    citizen.reads_all().await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await?;
    let effort = citizen.effort();
    browser.close().await?;
    let (expert, newcomer) = (effort.seconds(EXPERT), effort.seconds(NEWCOMER));
    println!("{effort:?}: {expert:.0} s, by a newcomer {newcomer:.0} s");
    // Two services, on, a day, a time, two fields, on, and yes.
    ensure!(effort.presses == 9 && effort.keys == 44 && effort.words > 100, "{effort:?}");
    ensure!(expert < 60.0, "{expert} s");
    ensure!(newcomer < 180.0, "{newcomer} s");
    Ok(())
}
