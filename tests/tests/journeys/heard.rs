//! What a screen reader gets of the desk and of the whole room, and what somebody finds in the list.

use crate::desk::{rest, signed_on};
use crate::support::{Kiosk, house, numbers_of};
use anyhow::{Result, ensure};
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::House;
use foyer_tests::pages::{Hands, shows};
use foyer_tests::wait;
use thirtyfour::Key;

/// Keeps all that comes into a live region, and every live region that comes with something in it: as browsers hand it
/// to a screen reader.
const LISTEN: &str = r#"
    window.heard = [];
    const live = "[role=alert], [role=status], [aria-live]";
    const keep = (node) => node.textContent.trim() && window.heard.push(node.textContent.replace(/\s+/g, " "));
    new MutationObserver((changes) => {
      for (const node of changes.flatMap((change) => [...change.addedNodes])) {
        const at = node.nodeType === 1 ? node : node.parentElement;
        if (at?.closest(live)) keep(node);
        else at?.querySelectorAll(live).forEach(keep);
      }
    }).observe(document, { subtree: true, childList: true });"#;

/// How often something was heard.
async fn heard(browser: &Browser, text: &str) -> Result<usize> {
    let all: Vec<String> = browser.page.execute("return window.heard", Vec::new()).await?.convert()?;
    Ok(all.iter().filter(|said| said.contains(text)).count())
}

/// Waits until something is heard; it must have been once.
async fn is_heard_once(browser: &Browser, text: &str) -> Result<()> {
    let times = wait::for_value(&format!("`{text}` to be heard"), wait::LIMIT, || async {
        Ok(Some(heard(browser, text).await?).filter(|times| *times > 0))
    })
    .await?;
    ensure!(times == 1, "`{text}` was heard {times} times");
    Ok(())
}

async fn send(clerk: &Clerk, path: &str, what: &str, more: &[(&str, &str)]) -> Result<()> {
    let nonce = Nonce::random().to_string();
    let form = [&[("do", what), ("nonce", &nonce), ("visit", "")], more].concat();
    clerk.send(path, &form).await?;
    Ok(())
}

/// Supervisor Rea without a browser, and Bernd at counter 1.
async fn colleagues(house: &House) -> Result<(Clerk, Clerk)> {
    house.add_staff("anna", "supervisor")?;
    house.add_staff("bernd", "clerk")?;
    house.add_staff("rea", "supervisor")?;
    let bernd = Clerk::sign_in(house, "bernd").await?;
    bernd.open("1").await?;
    Ok((Clerk::sign_in(house, "rea").await?, bernd))
}

/// All of these were heard once, and the page was replaced since.
async fn still_once(browser: &Browser, all: &[&str]) -> Result<()> {
    for text in all {
        let times = heard(browser, text).await?;
        ensure!(times == 1, "`{text}` was heard {times} times");
    }
    Ok(())
}

/// A colleague's alarm, a message, a call that no display shows: each is heard once, whatever is pushed meanwhile.
#[tokio::test]
async fn what_stands_on_a_desk_is_heard_once_however_often_it_is_pushed() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let (rea, bernd) = colleagues(&house).await?;
    numbers_of(&kiosk, &house, &["meldung"]).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    signed_on(&browser, &house.lobby.url, &Hands::at(&browser)).await?;
    browser.page.execute(LISTEN, Vec::new()).await?;
    bernd.press("1", "call_for_help").await?;
    send(&rea, "/room", "tell", &[("to", "3"), ("text", "Der Kaffee ist fertig")]).await?;
    Hands::at(&browser).press(" ").await?;
    let all = [
        "Schalter 1 braucht Hilfe.",
        "Der Kaffee ist fertig",
        "ist aufgerufen.",
        "Anzeige gestört, bitte ausrufen.",
        "Alles ist unterbrochen seit",
    ];
    for text in &all[..4] {
        is_heard_once(&browser, text).await?;
    }
    for pushes in 1..4 {
        numbers_of(&kiosk, &house, &["meldung"]).await?;
        shows(&browser, "#waiting-title", &format!("{pushes} Person")).await?;
    }
    still_once(&browser, &all[..4]).await?;
    send(&rea, "/room/house", "interrupt", &[("text", "")]).await?;
    is_heard_once(&browser, all[4]).await?;
    send(&rea, "/room", "tell", &[("to", "3"), ("text", "Bitte alle hinaus")]).await?;
    is_heard_once(&browser, "Bitte alle hinaus").await?;
    still_once(&browser, &all).await?;
    browser.close().await
}

/// The same in the page of the whole room.
#[tokio::test]
async fn what_stands_in_the_room_is_heard_once_however_often_it_is_pushed() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let (rea, bernd) = colleagues(&house).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    signed_on(&browser, &house.lobby.url, &Hands::at(&browser)).await?;
    browser.page.goto(format!("{}/room", house.lobby.url)).await?;
    shows(&browser, "#link", "verbunden").await?;
    browser.page.execute(LISTEN, Vec::new()).await?;
    bernd.press("1", "call_for_help").await?;
    let all = [
        "Schalter 1 braucht Hilfe.",
        "Alles ist unterbrochen seit",
        "Auf allen Bildschirmen bis",
        "alle Anliegen",
    ];
    is_heard_once(&browser, all[0]).await?;
    for pushes in 1..4 {
        numbers_of(&kiosk, &house, &["meldung"]).await?;
        shows(&browser, "#waiting-title", &format!("{pushes} Person")).await?;
    }
    for (what, more, text) in [
        ("interrupt", &[("text", "")][..], all[1]),
        ("tell", &[("words", "Heute bis 16 Uhr"), ("minutes", "60")][..], all[2]),
        ("pause", &[("scope", "office"), ("text", "")][..], all[3]),
    ] {
        send(&rea, "/room/house", what, more).await?;
        is_heard_once(&browser, text).await?;
    }
    still_once(&browser, &all).await?;
    browser.close().await
}

/// What Chromium hands to a screen reader: the big key says what it does and whom it means, the number that is called is
/// a heading, an alarm is an alert.
#[tokio::test]
async fn a_screen_reader_gets_the_desk_in_words() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let (_, bernd) = colleagues(&house).await?;
    let numbers = numbers_of(&kiosk, &house, &["meldung", "ausweis"]).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &house.lobby.url, &hands).await?;
    let has = async |role: &str, all: &[&str]| {
        let tree = browser.accessible().await?;
        let names: Vec<_> = tree.iter().filter(|node| node.role == role).map(|node| &node.name).collect();
        let says = |name: &&String| all.iter().all(|text| name.contains(text));
        ensure!(names.iter().any(says), "no {role} says {all:?}: {names:?}");
        Ok(())
    };
    has("button", &["Nächste", &numbers[0], "Wohnsitz anmelden"]).await?;
    has("heading", &["Niemand am Schalter"]).await?;
    hands.press(" ").await?;
    shows(&browser, ".at", "aufgerufen").await?;
    has("heading", &[&numbers[0]]).await?;
    has("button", &["Beginnen"]).await?;
    rest(&browser).await?;
    hands.press(Key::Enter).await?;
    shows(&browser, ".at", "in Bedienung").await?;
    rest(&browser).await?;
    hands.press(" ").await?;
    shows(&browser, "#ask", "abschließen?").await?;
    has("button", &[&numbers[0], "abschließen?", "Ja, abschließen und Nächste", &numbers[1]]).await?;
    bernd.press("1", "call_for_help").await?;
    shows(&browser, ".told", "Schalter 1 braucht Hilfe.").await?;
    has("button", &["Ich komme"]).await?;
    is_an_alert(&browser, "Schalter 1 braucht Hilfe.").await?;
    browser.close().await
}

/// A text is part of an alert.
async fn is_an_alert(browser: &Browser, text: &str) -> Result<()> {
    let tree = browser.accessible().await?;
    let by_id = |id: &str| tree.iter().find(|node| node.id == id);
    let mut said = tree.iter().filter(|node| node.name.contains(text));
    let is_in_alert = said.any(|node| {
        std::iter::successors(Some(node), |node| by_id(&node.parent)).any(|node| node.role == "alert")
    });
    ensure!(is_in_alert, "no alert says `{text}`");
    Ok(())
}
