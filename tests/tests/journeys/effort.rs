//! How much there is to do until somebody has an appointment: presses, keys and words are counted, and taken together at the
//! pace of whoever does it every day and of whoever does it for the first time.

use crate::support::{at, office};
use anyhow::{Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::effort::{EXPERT, NEWCOMER};
use foyer_tests::house::House;

/// What somebody types where a page asks for it.
const ANSWERS: [(&str, &str); 3] =
    [("name", "Erika Mustermann"), ("email", "erika.mustermann@example.org"), ("phone", "0171 2345678")];

/// By the model an expert is through in less than a minute, a newcomer who reads every word of every step in less than
/// three; what is typed, pressed and read is what the pages ask for.
#[tokio::test(flavor = "multi_thread")]
async fn by_the_model_an_expert_needs_a_minute_and_a_newcomer_three() -> Result<()> {
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
    // Whatever the pages on the way ask for: a field more is typed, a page more is read and left.
    let pages = citizen.answers_until("Ihr Termin ist gebucht.", &ANSWERS).await?;
    let effort = citizen.effort();
    browser.close().await?;
    ensure!(pages == 2, "four steps: services, times, and {pages} more");
    let (expert, newcomer) = (effort.seconds(EXPERT), effort.seconds(NEWCOMER));
    println!("by the keystroke-level model: {effort:?}: {expert:.0} s, by a newcomer {newcomer:.0} s");
    ensure!(expert < 60.0, "by the model an expert needs {expert:.0} s: {effort:?}");
    ensure!(newcomer < 180.0, "by the model a newcomer needs {newcomer:.0} s: {effort:?}");
    Ok(())
}
