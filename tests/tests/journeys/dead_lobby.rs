//! The day the lobby dies: what a clerk still sees at a real browser.

use crate::desk::{judged, signed_on};
use crate::support::{Kiosk, at, house};
use anyhow::{Context, Result, ensure};
use foyer_domain::short_code::ShortCode;
use foyer_tests::browser::Browser;
use foyer_tests::pages::{Hands, shows};
use foyer_tests::wait;
use thirtyfour::By;

/// Whether the browser has the sheet's page.
const KEPT: &str =
    "const done = arguments[0]; caches.match('/desk/kept').then((page) => done(Boolean(page)))";

/// Waits until the browser keeps the sheet, or nothing of it any more.
async fn keeps_the_sheet(browser: &Browser, wanted: bool) -> Result<()> {
    wait::for_value(&format!("a kept sheet: {wanted}"), wait::LIMIT, || async {
        let kept: bool = browser.page.execute_async(KEPT, Vec::new()).await?.convert()?;
        Ok((kept == wanted).then_some(()))
    })
    .await
}

/// Loaded again while the lobby is dead, the desk shows the sheet, says how old it is, and when the lobby is back; whoever
/// has signed off finds nothing.
#[tokio::test]
async fn the_emergency_sheet_survives_a_reload_and_no_signing_off() -> Result<()> {
    let (folder, mut house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let number = kiosk.walk_in(&house, "meldung").await?.number.spaced().replace('\u{202f}', " ");
    let expected = house.book("ausweis", at("2026-11-23T10:00:00Z")).await?;
    let code = ShortCode::parse(&expected.short_code)?.shown();
    house.add_staff("anna", "clerk")?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    signed_on(&browser, &house.lobby.url, &Hands::at(&browser)).await?;
    keeps_the_sheet(&browser, true).await?;

    house.lobby.program.kill()?;
    browser.page.refresh().await?;
    shows(&browser, "#kept-age", "0 min alt").await?;
    for text in [&number, "11:00 Uhr", &code] {
        shows(&browser, "#sheet", text).await?;
    }
    judged(&browser, "dead-lobby").await?;

    house.start_lobby_again().await?;
    shows(&browser, "#kept-back", "Die Verbindung ist wieder da.").await?;
    browser.page.find(By::Css("#kept-go-on")).await?.click().await?;
    shows(&browser, "#link", "verbunden").await?;

    // Signing off takes the sheet, and with it what shows it.
    keeps_the_sheet(&browser, true).await?;
    browser.page.find(By::Css("form[action='/sign-out'] button")).await?.click().await?;
    shows(&browser, "h1", "Anmelden").await?;
    keeps_the_sheet(&browser, false).await?;
    house.lobby.program.kill()?;
    // The browser says that there is nobody.
    let _ = browser.page.goto(format!("{}/desk", house.lobby.url)).await;
    let left = browser.page.source().await.context("a page of the browser's own")?;
    ensure!(!left.contains(&code) && !left.contains("kept-page"), "{left}");
    browser.close().await
}
