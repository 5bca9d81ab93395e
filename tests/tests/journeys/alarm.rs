//! Help is called for from the desk, with the hands wherever they are, and while nothing passes the line.

use crate::barriers::judged;
use crate::desk::{rest, signed_on};
use crate::support::{Kiosk, house, numbers_of};
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::House;
use foyer_tests::lossy::LossyLine;
use foyer_tests::pages::{Hands, shows};
use foyer_tests::wait;
use std::time::{Duration, Instant};
use thirtyfour::Key;

/// The desk once said this for ten seconds and no longer.
const LONGER_THAN_A_SENTENCE: Duration = Duration::from_secs(11);

/// Two clerks, somebody who waits, and a line to the lobby that can be cut.
struct Stage {
    folder: tempfile::TempDir,
    _house: House,
    bernd: Clerk,
    line: LossyLine,
}

impl Stage {
    async fn open() -> Result<Self> {
        let (folder, house) = house("2026-11-23T09:00:00Z").await?;
        numbers_of(&Kiosk::enrol(&house).await?, &house, &["meldung", "ausweis"]).await?;
        for name in ["anna", "bernd"] {
            house.add_staff(name, "clerk")?;
        }
        let bernd = Clerk::sign_in(&house, "bernd").await?;
        bernd.open("1").await?;
        let line = LossyLine::to(house.lobby.url.trim_start_matches("http://").parse()?)?;
        Ok(Self { folder, _house: house, bernd, line })
    }

    /// Anna at counter 3, whose browser has the line.
    async fn anna(&self) -> Result<Browser> {
        let browser = Browser::open(&self.folder.path().join("browser"), 1200, 900).await?;
        let url = format!("http://{}", self.line.address());
        signed_on(&browser, &url, &Hands::at(&browser)).await?;
        Ok(browser)
    }

    /// Whether the colleague reads that counter 3 needs help.
    async fn is_heard(&self) -> Result<bool> {
        Ok(self.bernd.desk("1").await?.contains("Schalter 3 braucht Hilfe."))
    }

    /// The call stands, at her desk and at the colleague's; then it is over.
    async fn heard(&self, browser: &Browser, hands: &Hands<'_>, from: &str) -> Result<()> {
        shows(browser, ".told", "Hilfe ist gerufen.").await.with_context(|| format!("from {from}"))?;
        ensure!(self.is_heard().await?, "from {from}");
        rest(browser).await?;
        hands.choose(".told button").await?;
        shows(browser, "#key-help", "Hilfe rufen").await.with_context(|| format!("over, from {from}"))?;
        ensure!(!self.is_heard().await?, "over, from {from}");
        Ok(())
    }
}

/// F8 counts in every field, right after a change, and while another press is on its way.
#[tokio::test(flavor = "multi_thread")]
async fn help_is_called_wherever_the_hands_are() -> Result<()> {
    let stage = Stage::open().await?;
    let browser = stage.anna().await?;
    let hands = Hands::at(&browser);
    for (key, field) in [("s", "#search"), ("b", "#break-reason"), ("o", "#quick-service")] {
        hands.press(key).await?;
        ensure!(hands.is_at(field).await?, "{key} leads to {field}");
        hands.press(Key::F8).await?;
        stage.heard(&browser, &hands, field).await?;
        hands.go_to(field).await?;
        hands.press(Key::Escape).await?;
        browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    }
    hands.choose("#next-key button").await?;
    hands.press(Key::F8).await?;
    stage.heard(&browser, &hands, "choosing a key").await?;

    browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    rest(&browser).await?;
    hands.press(" ").await?;
    shows(&browser, ".at", "aufgerufen").await?;
    hands.press(Key::F8).await?;
    stage.heard(&browser, &hands, "right after a change").await?;
    hands.choose("#key-note").await?;
    hands.go_to("#note").await?;
    hands.press("Er schreit").await?;
    hands.press(Key::F8).await?;
    let typed = "return document.getElementById('note').value";
    stage.heard(&browser, &hands, "a note").await?;
    let typed: String = browser.page.execute(typed, Vec::new()).await?.convert()?;
    ensure!(typed == "Er schreit", "what was typed stays: {typed}");

    // The answers of another press are lost: it is sent again, and help does not wait for it.
    browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    rest(&browser).await?;
    stage.line.lose(true);
    hands.press("r").await?;
    wait::for_value("a lost answer", wait::LIMIT, || async { Ok((stage.line.lost() > 0).then_some(())) })
        .await?;
    hands.press(Key::F8).await?;
    wait::for_value("the colleague to hear", Duration::from_secs(4), || async {
        Ok(stage.is_heard().await?.then_some(()))
    })
    .await?;
    let busy = "return document.getElementById('desk-page').classList.contains('busy')";
    let busy: bool = browser.page.execute(busy, Vec::new()).await?.convert()?;
    ensure!(busy, "the other press was over before, which proves nothing");
    stage.line.lose(false);
    stage.heard(&browser, &hands, "behind another press").await?;
    browser.close().await
}

/// What stands where it is said that a call did not arrive.
async fn unsent(browser: &Browser) -> Result<String> {
    let script = "return document.getElementById('unsent').textContent";
    Ok(browser.page.execute(script, Vec::new()).await?.convert()?)
}

/// Without a line that is said at once and for as long as it is so; the call arrives when the line is back, unless
/// somebody has said that it need not.
#[tokio::test(flavor = "multi_thread")]
async fn help_that_does_not_arrive_is_said_at_once_until_it_does() -> Result<()> {
    let stage = Stage::open().await?;
    let browser = stage.anna().await?;
    let hands = Hands::at(&browser);
    stage.line.cut(true);
    shows(&browser, "#link", "keine Verbindung").await?;
    let pressed = Instant::now();
    hands.press(Key::F8).await?;
    shows(&browser, "#unsent", "Bitte Notruf benutzen.").await?;
    ensure!(pressed.elapsed() < Duration::from_secs(3), "said after {:?}", pressed.elapsed());
    judged(&browser, "desk-unsent").await?;
    wait::pause(LONGER_THAN_A_SENTENCE).await;
    ensure!(unsent(&browser).await?.contains("Notruf"), "it is as true as before");
    stage.line.cut(false);
    shows(&browser, "#link", "verbunden").await?;
    stage.heard(&browser, &hands, "the mended line").await?;
    ensure!(unsent(&browser).await?.is_empty(), "it has arrived");

    stage.line.cut(true);
    shows(&browser, "#link", "keine Verbindung").await?;
    hands.press(Key::F8).await?;
    hands.choose("#unsent-over").await?;
    stage.line.cut(false);
    shows(&browser, "#link", "verbunden").await?;
    rest(&browser).await?;
    hands.press(" ").await?;
    shows(&browser, ".at", "aufgerufen").await?;
    ensure!(!stage.is_heard().await? && unsent(&browser).await?.is_empty(), "nobody wants it any more");
    browser.close().await
}

/// A tab that nobody looks at says first that a colleague needs help.
#[tokio::test(flavor = "multi_thread")]
async fn a_tab_behind_others_says_that_a_colleague_needs_help() -> Result<()> {
    let stage = Stage::open().await?;
    let browser = stage.anna().await?;
    let begins = async |with: &str| {
        wait::for_value(&format!("a tab `{with}`"), wait::LIMIT, || async {
            Ok(browser.page.title().await?.starts_with(with).then_some(()))
        })
        .await
    };
    begins("Schalter 3").await?;
    stage.bernd.press("1", "call_for_help").await?;
    begins("Hilfe! Schalter 1 · Schalter 3").await?;
    let hands = Hands::at(&browser);
    hands.choose(".told button").await?;
    shows(&browser, ".told", "anna kommt zu Schalter 1.").await?;
    begins("Schalter 3").await?;
    browser.close().await
}
