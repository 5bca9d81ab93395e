//! Pages of citizens and staff in the states in which few meet them, as axe-core and eyes judge them: what went wrong, what
//! was found, what is there once somebody has worked with it. `FOYER_PAGES=folder` keeps the pictures.

use crate::barriers::judged_both_ways;
use crate::barriers_booking::{all, links, signs_in};
use crate::support::{Kiosk, at, office};
use anyhow::Result;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::House;
use foyer_tests::program::{built, run};
use foyer_tests::wait;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use thirtyfour::By;

/// A place that the example's office comes to.
const STOP: &str = r#"
[[stops]]
id = "nord"
name = "Bibliothek Nord"
address = "Nordring 1, 12345 Musterstadt"

[[hours]]
dates = ["2026-12-05"]
from = "09:00:00"
to = "10:00:00"
stop = "nord"
places = 1
"#;

/// Monday at nine.
const NINE: &str = "2026-11-23T08:00:00Z";

/// The example's office with a place that it comes to, and somebody before a browser.
async fn example() -> Result<(TempDir, House, Browser)> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("example.toml");
    std::fs::write(&file, std::fs::read_to_string(office("../../deploy/examples/office.toml"))? + STOP)?;
    let house = House::open(&folder.path().join("house"), &file, at(NINE)).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    Ok((folder, house, browser))
}

/// Who is not let in, what does not exist, faults in forms and in a file, a program and an address that does not answer.
#[tokio::test(flavor = "multi_thread")]
async fn staff_pages_in_rare_states_have_no_barriers() -> Result<()> {
    let (folder, house, browser) = example().await?;
    house.add_booking_staff("kim", "administrator")?;
    let citizen = Citizen::at(&browser);
    let url = house.booking.url.clone();
    citizen.opens(&format!("{url}/staff/sign-in?lang=de")).await?;
    citizen.types("input[name=name]", "kim").await?;
    citizen.types("input[name=password]", "falsch").await?;
    citizen.leaves_by("main button.kern-btn--primary").await?;
    citizen.sees("[role=alert]", "Name oder Passwort").await?;
    judged_both_ways(&browser, "state-sign-in-wrong").await?;
    signs_in(&citizen, &url).await?;
    all(&browser, &url, &[("/staff/offices/nirgends", "Das geht so nicht", "state-staff-refused")]).await?;
    sections(&browser, &url).await?;
    faults_in_forms(&citizen, &browser, &url).await?;
    programs(&house, &citizen, &browser).await?;
    sends_a_wrong_file(&citizen, &browser, &url, folder.path()).await?;
    browser.close().await
}

/// Each part of an office's form, and the first entry of each list.
async fn sections(browser: &Browser, url: &str) -> Result<()> {
    let edit = "/staff/offices/musterstadt/edit";
    browser.page.goto(format!("{url}{edit}?lang=de")).await?;
    let mut entries = 0;
    for (section, said) in links(browser, edit).await? {
        let name = format!("state-admin-{}", section.rsplit('/').next().unwrap_or_default());
        all(browser, url, &[(&section, &said, &name)]).await?;
        if let Ok(found) = links(browser, &section).await {
            let (first, _) = &found[0];
            all(browser, url, &[(first, "Übernehmen", &format!("{name}-0"))]).await?;
            entries += 1;
        }
    }
    anyhow::ensure!(entries >= 8, "lists have entries: {entries}");
    Ok(())
}

/// A field of the administration that cannot be so, and an office without a name.
async fn faults_in_forms(citizen: &Citizen<'_>, browser: &Browser, url: &str) -> Result<()> {
    citizen.opens(&format!("{url}/staff/offices/musterstadt/edit/rules?lang=de")).await?;
    citizen.types("input[name=grid_minutes]", "7").await?;
    citizen.leaves_by("main form .admin__foot .kern-btn--primary").await?;
    citizen.opens(&format!("{url}/staff/offices/musterstadt/edit/rules?lang=de")).await?;
    citizen.sees(".admin__fault", "5").await?;
    judged_both_ways(browser, "state-admin-wrong").await?;
    citizen.opens(&format!("{url}/staff/city/new?lang=de")).await?;
    citizen.types("#number", "0").await?;
    citizen.leaves_by("main form .kern-btn--primary").await?;
    citizen.sees(".admin__fault", "Bitte einen Namen").await?;
    judged_both_ways(browser, "state-new-office-wrong").await
}

/// A token that was just made, and an address at which nobody listens.
async fn programs(house: &House, citizen: &Citizen<'_>, browser: &Browser) -> Result<()> {
    let url = &house.booking.url;
    citizen.opens(&format!("{url}/staff/programs?lang=de")).await?;
    citizen.presses("details:has(#token-name) summary").await?;
    citizen.types("#token-name", "Stadtplan").await?;
    citizen.presses("input[name=right]").await?;
    citizen.leaves_by("form:has(#token-name) .kern-btn--primary").await?;
    citizen.sees("main", "Zugang für Stadtplan").await?;
    judged_both_ways(browser, "state-programs-token").await?;
    run(Command::new(built("foyer-booking")?)
        .args(["webhook", "add", "Stadtplan", "http://127.0.0.1:9/hook", "--config"])
        .arg(&house.booking.config))?;
    house.book("reisepass", at("2026-11-24T09:00:00Z")).await?;
    wait::for_value("nobody to answer", wait::LIMIT, || async {
        citizen.opens(&format!("{url}/staff/programs?lang=de")).await?;
        Ok((citizen.counts("button[name=again]").await? > 0).then_some(()))
    })
    .await?;
    judged_both_ways(browser, "state-programs-failing").await
}

/// An office's file with a fault in it: the page asks before it takes the place of a draft, and says in which line it is.
async fn sends_a_wrong_file(
    citizen: &Citizen<'_>,
    browser: &Browser,
    url: &str,
    folder: &Path,
) -> Result<()> {
    let file: PathBuf = folder.join("wrong.toml");
    let text = std::fs::read_to_string(folder.join("example.toml"))?;
    std::fs::write(&file, text.replacen("grid_minutes = ", "grid_minutes = 1", 1))?;
    citizen.opens(&format!("{url}/staff/city?lang=de")).await?;
    browser.page.find(By::Css("#file")).await?.send_keys(file.to_string_lossy()).await?;
    citizen.leaves_by("form:has(#file) .kern-btn--primary").await?;
    citizen.sees("main", "Sie haben einen Entwurf").await?;
    judged_both_ways(browser, "state-city-file-draft").await?;
    browser.page.find(By::Css("#file")).await?.send_keys(file.to_string_lossy()).await?;
    if citizen.counts("input[name=replace]:checked").await? == 0 {
        citizen.presses("label[for=replace-1]").await?;
    }
    citizen.leaves_by("form:has(#file) .kern-btn--primary").await?;
    citizen.sees(".admin__wrong", "Zeile").await?;
    judged_both_ways(browser, "state-city-file-wrong").await
}

/// Figures of people who came.
#[tokio::test(flavor = "multi_thread")]
async fn figures_have_no_barriers() -> Result<()> {
    let (_folder, house, browser) = example().await?;
    house.add_booking_staff("kim", "administrator")?;
    house.add_staff("anna", "clerk")?;
    let kiosk = Kiosk::enrol(&house).await?;
    let anna = Clerk::sign_in(&house, "anna").await?;
    anna.open("1").await?;
    for service in ["reisepass", "personalausweis", "ummeldung"] {
        kiosk.walk_in(&house, service).await?;
        for press in ["next", "start", "finish"] {
            anyhow::ensure!(anna.press("1", press).await?.done(), "{press} for {service}");
        }
    }
    let citizen = Citizen::at(&browser);
    let url = house.booking.url.clone();
    signs_in(&citizen, &url).await?;
    let figures = format!("{url}/staff/statistics?lang=de&from=2026-11-23&to=2026-11-23");
    wait::for_value("figures", wait::LIMIT, || async {
        citizen.opens(&figures).await?;
        Ok((!citizen.reads("main").await?.contains("noch keine Zahlen")).then_some(()))
    })
    .await?;
    citizen.sees("main", "Reisepass").await?;
    judged_both_ways(&browser, "state-statistics").await?;
    browser.close().await
}
