//! The desk behind a line that loses answers, that is cut, and behind a lobby that came back from a backup.

use crate::desk::{rest, signed_on};
use crate::support::{Kiosk, house, numbers_of};
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::lossy::LossyLine;
use foyer_tests::pages::{Hands, shows};
use foyer_tests::program::run;
use foyer_tests::wait;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use thirtyfour::Key;

/// Keeps what the page's script sends.
const KEEP: &str = "window.sent = [];
    const real = window.fetch;
    window.fetch = (to, how) => {
      if (how?.method === 'POST') window.sent.push(String(how.body));
      return real(to, how);
    };";

/// The nonces with which the script has sent a press, try by try.
async fn tries(browser: &Browser, what: &str) -> Result<Vec<String>> {
    let sent: Vec<String> = browser.page.execute("return window.sent", Vec::new()).await?.convert()?;
    let pressed = sent.iter().filter(|body| body.split('&').any(|pair| pair == format!("do={what}")));
    let nonce =
        |body: &String| body.split('&').find_map(|pair| pair.strip_prefix("nonce=")).map(str::to_owned);
    pressed.map(nonce).collect::<Option<_>>().context("a press has a nonce")
}

/// Answers are lost, then the whole line: the same press is sent again and counts once; what does not arrive in time is
/// said, and has not happened.
#[tokio::test(flavor = "multi_thread")]
async fn on_a_dead_line_no_press_is_lost_unseen_and_none_counts_twice() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let numbers = numbers_of(&kiosk, &house, &["meldung", "ausweis", "meldung"]).await?;
    house.add_staff("anna", "clerk")?;
    let line = LossyLine::to(house.lobby.url.trim_start_matches("http://").parse()?)?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &format!("http://{}", line.address()), &hands).await?;
    browser.page.execute(KEEP, Vec::new()).await?;

    line.lose(true);
    hands.press(" ").await?;
    wait::for_value("a second try", wait::LIMIT, || async {
        Ok((tries(&browser, "next").await?.len() > 1).then_some(()))
    })
    .await?;
    ensure!(line.lost() > 0, "no answer was lost");
    line.lose(false);
    rest(&browser).await?;
    shows(&browser, ".at", &numbers[0]).await?;
    shows(&browser, "#waiting-title", "2 Personen").await?;
    let nonces = tries(&browser, "next").await?;
    ensure!(nonces.iter().collect::<BTreeSet<_>>().len() == 1, "one press: {nonces:?}");

    // Nothing passes for a moment: said with the time, and the press arrives afterwards.
    line.cut(true);
    shows(&browser, "#link", "seit 10:0").await?;
    shows(&browser, "#link", "keine Verbindung").await?;
    shows(&browser, "#offline", "Sie sehen den Stand von 10:0").await?;
    hands.press(Key::Enter).await?;
    wait::for_value("two tries", wait::LIMIT, || async {
        Ok((tries(&browser, "start").await?.len() > 1).then_some(()))
    })
    .await?;
    line.cut(false);
    shows(&browser, ".at", "in Bedienung").await?;
    shows(&browser, "#link", "verbunden").await?;
    let nonces: BTreeSet<_> = tries(&browser, "start").await?.into_iter().collect();
    ensure!(nonces.len() == 1, "one press: {nonces:?}");

    // For longer: the clerk hears of it and decides anew.
    rest(&browser).await?;
    line.cut(true);
    shows(&browser, "#link", "keine Verbindung").await?;
    hands.press("f").await?;
    shows(&browser, "#says", "Nicht angekommen.").await?;
    line.cut(false);
    shows(&browser, "#link", "verbunden").await?;
    shows(&browser, ".at", "in Bedienung").await?;
    rest(&browser).await?;
    hands.press("f").await?;
    shows(&browser, ".at", "Niemand am Schalter").await?;
    shows(&browser, "#waiting-title", "2 Personen").await?;
    browser.close().await
}

/// The lobby's files as they were, or to be kept for later.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let _ = std::fs::remove_dir_all(to);
    run(Command::new("cp").arg("-a").arg(from).arg(to))?;
    Ok(())
}

/// The log of a lobby that was restored is shorter than what an open desk has seen: the desk shows it all the same.
#[tokio::test(flavor = "multi_thread")]
async fn an_open_desk_follows_a_lobby_that_was_restored_from_a_backup() -> Result<()> {
    let (folder, mut house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    numbers_of(&kiosk, &house, &["meldung"]).await?;
    house.add_staff("anna", "clerk")?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &house.lobby.url, &hands).await?;
    shows(&browser, "#waiting-title", "1 Person").await?;
    let (files, backup) = (house.folder.join("foyer-lobby"), house.folder.join("backup"));
    house.lobby.program.kill()?;
    copy(&files, &backup)?;
    house.start_lobby_again().await?;
    numbers_of(&kiosk, &house, &["meldung", "ausweis", "meldung"]).await?;
    shows(&browser, "#waiting-title", "4 Personen").await?;

    house.lobby.program.kill()?;
    shows(&browser, "#link", "keine Verbindung").await?;
    copy(&backup, &files)?;
    house.start_lobby_again().await?;
    shows(&browser, "#waiting-title", "1 Person").await?;
    shows(&browser, "#link", "verbunden").await?;
    hands.press(" ").await?;
    shows(&browser, ".at", "aufgerufen").await?;
    browser.close().await
}
