//! The day the lobby dies: what a clerk still sees at a real browser.

use crate::barriers::judged;
use crate::desk::signed_on;
use crate::support::{Kiosk, at, house};
use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::http::StatusCode;
use foyer_domain::short_code::ShortCode;
use foyer_tests::browser::Browser;
use foyer_tests::pages::{Hands, shows};
use foyer_tests::wait;
use serde_json::json;
use thirtyfour::By;
use tokio::net::TcpListener;

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

/// Whether the sheet's page that the browser has is of somebody, too.
const KEPT_WITH: &str = "const [number, done] = arguments; \
    caches.match('/desk/kept').then((page) => page.text()).then((text) => done(text.includes(number)))";

/// An hour of the page's timers is a second.
async fn hours_are_seconds(browser: &Browser) -> Result<()> {
    let source = "const was = setInterval; \
                  setInterval = (what, ms) => was(what, ms === 3_600_000 ? 1_000 : ms)";
    browser.page.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    Ok(())
}

/// What a proxy says while there is no lobby behind it.
async fn proxy_alone(url: &str) -> Result<()> {
    let listener = TcpListener::bind(url.trim_start_matches("http://")).await?;
    let nobody = Router::new().fallback(async || StatusCode::BAD_GATEWAY);
    tokio::spawn(axum::serve(listener, nobody).into_future());
    Ok(())
}

/// It is so many minutes since the sheet was kept, on the browser's clock.
async fn is_old(browser: &Browser, minutes: u32) -> Result<()> {
    let script = format!(
        "const at = Number(document.getElementById('kept-page').dataset.kept); \
         Date.now = () => at + {minutes} * 60_000"
    );
    browser.page.execute(script, Vec::new()).await?;
    Ok(())
}

/// A lobby that hangs or is not behind its proxy is as dead as one that is gone: the desk shows the newest sheet, which
/// grows older and is deleted with its day.
#[tokio::test]
async fn the_newest_sheet_is_shown_with_its_age_until_its_day_is_over() -> Result<()> {
    let (folder, mut house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("anna", "clerk")?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    hours_are_seconds(&browser).await?;
    signed_on(&browser, &house.lobby.url, &Hands::at(&browser)).await?;
    keeps_the_sheet(&browser, true).await?;
    let number = kiosk.walk_in(&house, "meldung").await?.number.spaced();
    wait::for_value("the newer sheet to be kept", wait::LIMIT, || async {
        let script = browser.page.execute_async(KEPT_WITH, vec![number.clone().into()]);
        Ok(script.await?.convert::<bool>()?.then_some(()))
    })
    .await?;

    house.lobby.program.hang()?;
    browser.page.refresh().await?;
    let shown = number.replace('\u{202f}', " ");
    shows(&browser, "#sheet", &shown).await?;
    house.lobby.program.kill()?;
    proxy_alone(&house.lobby.url).await?;
    browser.page.refresh().await?;
    shows(&browser, "#sheet", &shown).await?;
    is_old(&browser, 7).await?;
    shows(&browser, "#kept-age", " 7 min alt").await?;
    is_old(&browser, 14 * 60).await?;
    shows(&browser, "#kept-age", "von einem anderen Tag und ist gelöscht").await?;
    ensure!(browser.page.find(By::Css("#sheet")).await.is_err(), "yesterday’s sheet helps nobody");
    keeps_the_sheet(&browser, false).await?;
    browser.close().await
}
