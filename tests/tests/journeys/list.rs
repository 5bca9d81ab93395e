//! What somebody looks for and chooses on a desk, while it is pushed anew.

use crate::desk::{rest, serves_the_next, signed_on};
use crate::support::{Kiosk, house, numbers_of};
use anyhow::{Context, Result, ensure};
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::House;
use foyer_tests::lossy::LossyLine;
use foyer_tests::pages::{Hands, shows};
use foyer_tests::wait;
use thirtyfour::{By, Key};

/// More than a desk has lines.
const MANY: usize = 43;

/// What the script knows of an element.
async fn is(browser: &Browser, script: &str) -> Result<bool> {
    Ok(browser.page.execute(format!("return {script}"), Vec::new()).await?.convert()?)
}

/// Who waits behind the lines of the page is found, stays through pushes and can be served; that nobody waits is said
/// only where it is known.
#[tokio::test(flavor = "multi_thread")]
async fn who_waits_behind_the_lines_is_found_by_number() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let numbers = numbers_of(&kiosk, &house, &["meldung"; MANY]).await?;
    let last = numbers.last().context("many wait")?;
    house.add_staff("anna", "clerk")?;
    let line = LossyLine::to(house.lobby.url.trim_start_matches("http://").parse()?)?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &format!("http://{}", line.address()), &hands).await?;
    shows(&browser, "#more", "und 3 weitere").await?;
    ensure!(
        !is(&browser, &format!("document.getElementById('lines').textContent.includes('{last}')")).await?
    );

    hands.press("s").await?;
    hands.press("zzz").await?;
    shows(&browser, "#search-none", "Dazu wartet niemand für diesen Schalter.").await?;
    hands.press(Key::Escape).await?;
    hands.press(last.to_lowercase().replace(' ', "")).await?;
    shows(&browser, "#lines > li:not([hidden])", last).await?;
    ensure!(is(&browser, "document.getElementById('search-none').hidden").await?);

    // It stays, with the focus and what can be done, while others come.
    hands.press(Key::Down).await?;
    hands.press(Key::Enter).await?;
    shows(&browser, "#chosen", last).await?;
    for waiting in MANY + 1..MANY + 4 {
        numbers_of(&kiosk, &house, &["meldung"]).await?;
        shows(&browser, "#waiting-title", &waiting.to_string()).await?;
        ensure!(hands.is_at("#chosen button").await?, "the focus stays");
        shows(&browser, "#lines > li:not([hidden]) #chosen", last).await?;
    }
    rest(&browser).await?;
    hands.choose("#chosen-take").await?;
    shows(&browser, ".at", last).await?;

    // Without a line it is not known who waits behind the others.
    line.cut(true);
    shows(&browser, "#link", "keine Verbindung").await?;
    hands.go_to("#search").await?;
    hands.press(Key::Escape).await?;
    hands.press("zzz").await?;
    shows(&browser, "#search-unknown", "lässt sich gerade nicht durchsuchen").await?;
    ensure!(is(&browser, "document.getElementById('search-none').hidden").await?);
    line.cut(false);
    shows(&browser, "#search-none", "Dazu wartet niemand").await?;
    browser.close().await
}

/// What was ticked as done is still ticked when somebody else comes.
#[tokio::test]
async fn what_is_done_stays_ticked_through_pushes() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    numbers_of(&kiosk, &house, &["meldung"]).await?;
    house.add_staff("anna", "clerk")?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &house.lobby.url, &hands).await?;
    serves_the_next(&browser, &hands).await?;
    hands.press("t").await?;
    hands.go_to("#transfer-done-1").await?;
    hands.press(" ").await?;
    numbers_of(&kiosk, &house, &["meldung"]).await?;
    shows(&browser, "#waiting-title", "1 Person").await?;
    ensure!(is(&browser, "document.getElementById('transfer-done-1').checked").await?);
    browser.close().await
}

/// To whom somebody was to be handed on has gone: no press then hands on to everybody.
#[tokio::test]
async fn a_choice_that_has_gone_closes_its_panel_and_says_so() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    numbers_of(&kiosk, &house, &["meldung", "ausweis"]).await?;
    for name in ["anna", "bernd"] {
        house.add_staff(name, "clerk")?;
    }
    let bernd = Clerk::sign_in(&house, "bernd").await?;
    let leave = async || {
        let nonce = Nonce::random().to_string();
        bernd.send("/desk/1", &[("do", "leave"), ("nonce", &nonce), ("visit", "")]).await
    };
    bernd.open("1").await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &house.lobby.url, &hands).await?;
    hands.press(" ").await?;
    shows(&browser, ".at", "aufgerufen").await?;
    rest(&browser).await?;
    hands.press("t").await?;
    hands.press("Schalter 1").await?;
    hands.go_to("#transfer-do").await?;
    leave().await?;
    shows(&browser, "#says", "„Schalter 1“ steht nicht mehr zur Wahl.").await?;
    ensure!(!is(&browser, "document.getElementById('panel-transfer').open").await?, "the panel is closed");
    ensure!(hands.is_at("#key-transfer").await?, "the focus is where it opens again");
    rest(&browser).await?;
    hands.press(Key::Enter).await?;
    shows(&browser, ".at", "aufgerufen").await?;
    ensure!(is(&browser, "document.getElementById('panel-transfer').open").await?, "a press only opens it");
    hands.press(Key::Escape).await?;

    // The same below a line of the list.
    bernd.open("1").await?;
    hands.choose("#lines > li a").await?;
    hands.go_to("#chosen-to").await?;
    hands.press("Schalter 1").await?;
    hands.go_to("#chosen-hand-on").await?;
    leave().await?;
    shows(&browser, "#says", "„Schalter 1“ steht nicht mehr zur Wahl.").await?;
    ensure!(is(&browser, "document.getElementById('chosen').hidden").await?, "what was open is closed");
    shows(&browser, "#waiting-title", "1 Person").await?;

    // What a press itself has changed is nobody's loss.
    rest(&browser).await?;
    browser.page.execute("document.getElementById('says').replaceChildren()", Vec::new()).await?;
    hands.press(Key::Enter).await?;
    shows(&browser, ".at", "in Bedienung").await?;
    rest(&browser).await?;
    hands.choose("#key-services").await?;
    hands.go_to("#services-1").await?;
    hands.press("0").await?;
    hands.go_to("#services-more").await?;
    hands.press("Personal").await?;
    hands.choose("#services-do").await?;
    shows(&browser, ".at", "Personalausweis").await?;
    rest(&browser).await?;
    ensure!(
        !is(&browser, "document.getElementById('says').textContent.includes('Wahl')").await?,
        "it was done"
    );
    browser.close().await
}

/// Counts what the desk's stream pushes.
const PROBE: &str = "
    window.pushed = 0;
    const probe = new EventSource(document.getElementById('desk-page').dataset.stream);
    probe.addEventListener('desk', () => (window.pushed += 1));";

/// Somebody comes, and the browser has heard of it.
async fn somebody_comes(browser: &Browser, house: &House, kiosk: &Kiosk) -> Result<()> {
    let pushed = async || -> Result<u32> {
        Ok(browser.page.execute("return window.pushed", Vec::new()).await?.convert()?)
    };
    let before = pushed().await?;
    numbers_of(kiosk, house, &["meldung"]).await?;
    wait::for_value("the push", wait::LIMIT, || async { Ok((pushed().await? > before).then_some(())) }).await
}

/// A mouse button goes down on a key, something is pushed, and the button comes up: the press counts. A list of choices
/// stays open while others come, and so does the place in a note.
#[tokio::test]
async fn what_is_pushed_waits_for_the_hand_on_the_page() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let numbers = numbers_of(&kiosk, &house, &["meldung", "ausweis"]).await?;
    house.add_staff("anna", "clerk")?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1400).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &house.lobby.url, &hands).await?;
    shows(&browser, "#waiting-title", "2 Personen").await?;
    browser.page.execute(PROBE, Vec::new()).await?;
    wait::for_value("the probe", wait::LIMIT, || async {
        Ok(is(&browser, "window.pushed > 0").await?.then_some(()))
    })
    .await?;

    let key = browser.page.find(By::Id("key-next")).await?;
    browser.page.action_chain().click_and_hold_element(&key).perform().await?;
    somebody_comes(&browser, &house, &kiosk).await?;
    shows(&browser, "#waiting-title", "2 Personen").await?;
    browser.page.action_chain().release().perform().await?;
    shows(&browser, ".at", &numbers[0]).await?;
    shows(&browser, "#waiting-title", "2 Personen").await?;

    rest(&browser).await?;
    hands.press("t").await?;
    browser.page.find(By::Id("transfer-service")).await?.click().await?;
    ensure!(is(&browser, "document.querySelector('select:open') !== null").await?, "the list is open");
    somebody_comes(&browser, &house, &kiosk).await?;
    ensure!(is(&browser, "document.querySelector('select:open') !== null").await?, "and stays open");
    hands.press("Personal".to_owned() + Key::Enter).await?;
    shows(&browser, "#waiting-title", "3 Personen").await?;
    let chosen = "document.getElementById('transfer-service').selectedOptions[0].text.includes('Personal')";
    ensure!(is(&browser, chosen).await?, "what was chosen holds");
    hands.press(Key::Escape).await?;

    rest(&browser).await?;
    hands.choose("#key-note").await?;
    hands.go_to("#note").await?;
    hands.press("Er wartet").await?;
    hands.press(Key::Home).await?;
    somebody_comes(&browser, &house, &kiosk).await?;
    shows(&browser, "#waiting-title", "4 Personen").await?;
    hands.press("Ja. ").await?;
    ensure!(is(&browser, "document.getElementById('note').value === 'Ja. Er wartet'").await?);
    browser.close().await
}
