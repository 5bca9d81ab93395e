//! A clerk's hour at a real browser by keyboard alone, and the hints of the first days.

use crate::support::{Display, Kiosk, at, house, numbers_of, office};
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::pages::{Hands, shows};
use thirtyfour::{By, Key};

/// Signs on and takes counter 3, without a mouse.
pub async fn signed_on(browser: &Browser, url: &str, hands: &Hands<'_>) -> Result<()> {
    browser.page.goto(format!("{url}/desk")).await?;
    hands.go_to("input[name=name]").await?;
    hands.press("anna").await?;
    hands.go_to("input[name=password]").await?;
    hands.press(PASSWORD.to_owned() + Key::Enter).await?;
    shows(browser, "h1", "Welcher Schalter?").await?;
    hands.choose("button[aria-label*='Schalter 3'], form:has(input[value='3']) button").await?;
    shows(browser, "#link", "verbunden").await
}

/// Presses the big key and begins with whoever is called.
pub async fn serves_the_next(browser: &Browser, hands: &Hands<'_>) -> Result<()> {
    rest(browser).await?;
    hands.press(" ").await?;
    shows(browser, ".at", "aufgerufen").await?;
    rest(browser).await?;
    hands.press(Key::Enter).await?;
    shows(browser, ".at", "in Bedienung").await?;
    rest(browser).await
}

/// What stands at the counter.
async fn is_at(browser: &Browser, hands: &Hands<'_>, text: &str) -> Result<()> {
    shows(browser, ".at", text).await.with_context(|| format!("after {:?}", hands.last()))
}

/// Somebody without a number is served at once, with an outcome.
async fn without_a_number(browser: &Browser, hands: &Hands<'_>) -> Result<()> {
    rest(browser).await?;
    hands.press("o").await?;
    ensure!(hands.is_at("#quick-service").await?);
    hands.choose("#panel-quick button").await?;
    is_at(browser, hands, "in Bedienung").await?;
    rest(browser).await?;
    hands.press("e").await?;
    hands.go_to("#outcome").await?;
    hands.press("nicht").await?;
    hands.choose("#panel-finish button").await?;
    is_at(browser, hands, "Niemand am Schalter").await
}

/// Who waits is searched, chosen, let go first, and called by another key for the big key.
async fn from_the_list(browser: &Browser, hands: &Hands<'_>, last: &str) -> Result<()> {
    rest(browser).await?;
    hands.press("s").await?;
    ensure!(hands.is_at("#search").await?, "letters are typed here from now on");
    hands.press(last).await?;
    shows(browser, "#lines", last).await?;
    let left = browser.page.find_all(By::Css("#lines > li:not([hidden])")).await?;
    ensure!(left.len() == 1, "{} lines are left", left.len());
    hands.press(Key::Down).await?;
    hands.press(Key::Enter).await?;
    shows(browser, "#chosen", last).await?;
    hands.choose("#chosen-urgent").await?;
    shows(browser, "#key-next", last).await?;

    // Another key for the big key, as a button on the table types it; then the space bar rests.
    hands.choose("#next-key button").await?;
    hands.press(Key::F9).await?;
    shows(browser, "#key-next kbd", "F9").await?;
    // A letter, too: "Pause" from B to K, where B then rests.
    hands.go_to("#own-key").await?;
    hands.press("Pause").await?;
    hands.choose("#next-key button").await?;
    hands.press("k").await?;
    shows(browser, "#key-break kbd", "K").await?;
    browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    rest(browser).await?;
    hands.press("b").await?;
    hands.press("k").await?;
    ensure!(hands.is_at("#break-reason").await?, "K opens the panel, and B did not before");
    hands.press("k").await?;
    ensure!(hands.is_at("#break-reason").await?, "letters rest in a field");
    hands.press(Key::Escape).await?;
    rest(browser).await?;
    browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    hands.press(" ").await?;
    hands.press(Key::F9).await?;
    is_at(browser, hands, last).await
}

/// Who is called and does not come: put back, or called again and given up. Then help is called for.
async fn who_does_not_come(browser: &Browser, hands: &Hands<'_>, next: &str) -> Result<()> {
    rest(browser).await?;
    hands.choose("#key-put-back").await?;
    is_at(browser, hands, "Niemand am Schalter").await?;
    rest(browser).await?;
    hands.press(Key::F9).await?;
    is_at(browser, hands, next).await?;
    is_at(browser, hands, "gezählte Aufrufe: 1 von 2").await?;
    rest(browser).await?;
    hands.press("r").await?;
    is_at(browser, hands, "gezählte Aufrufe: 2 von 2").await?;
    foyer_tests::wait::for_value(
        "the second call to be shown and N to count",
        foyer_tests::wait::LIMIT,
        || async {
            rest(browser).await?;
            hands.press("n").await?;
            rest(browser).await?;
            let script = "return document.querySelector('.at').textContent.includes('Niemand am Schalter')";
            let has_gone: bool = browser.page.execute(script, Vec::new()).await?.convert()?;
            Ok(has_gone.then_some(()))
        },
    )
    .await?;
    hands.press(Key::F8).await?;
    shows(browser, ".told", "Hilfe ist gerufen.").await?;
    hands.choose(".told button").await?;
    shows(browser, "#key-help", "Hilfe rufen").await?;
    browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    rest(browser).await?;
    hands.press(Key::F9).await?;
    is_at(browser, hands, "aufgerufen").await
}

/// The big key, the letters, the panels, the list, the settings and the way home: all by keyboard.
#[tokio::test]
async fn a_clerks_hour_by_keyboard_alone() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let text = std::fs::read_to_string(office("round-the-clock.toml"))?;
    let rules = "[rules]\nmax_calls = 2\nrecall_counts_after_seconds = 0\n\n[[areas]]";
    let quick = folder.path().join("quick.toml");
    std::fs::write(&quick, text.replacen("[[areas]]", rules, 1))?;
    let house = House::open(folder.path(), &quick, at("2026-11-23T09:00:00Z")).await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let walls = tokio::spawn(Display::enrol(&house, "Anzeige Halle").await?.show_all());
    let services = ["meldung", "ausweis", "meldung", "meldung", "ausweis", "meldung"];
    let numbers = numbers_of(&kiosk, &house, &services).await?;
    house.add_staff("anna", "clerk")?;
    house.add_staff("bernd", "clerk")?;
    let bernd = Clerk::sign_in(&house, "bernd").await?;
    bernd.open("1").await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &house.lobby.url, &hands).await?;
    let at = async |text: &str| is_at(&browser, &hands, text).await;

    // Called, begun, done; the next one with the question, and without it.
    hands.press(" ").await?;
    at(&numbers[0]).await?;
    at("aufgerufen").await?;
    rest(&browser).await?;
    hands.press(Key::Enter).await?;
    at("in Bedienung").await?;
    rest(&browser).await?;
    hands.press("f").await?;
    at("Niemand am Schalter").await?;
    rest(&browser).await?;
    hands.press("z").await?;
    at("in Bedienung").await?;
    rest(&browser).await?;
    hands.press(" ").await?;
    shows(&browser, "#ask", "abschließen?").await?;
    rest(&browser).await?;
    hands.press(" ").await?;
    at(&numbers[1]).await?;
    rest(&browser).await?;
    hands.press(Key::Enter).await?;
    at("in Bedienung").await?;

    // Put aside, and gone on with.
    rest(&browser).await?;
    hands.press("p").await?;
    shows(&browser, ".parked", &numbers[1]).await?;
    rest(&browser).await?;
    hands.choose(".parked button").await?;
    at(&numbers[1]).await?;
    at("in Bedienung").await?;

    // Handed on to the other counter, by the panel's fields.
    rest(&browser).await?;
    hands.press("t").await?;
    ensure!(hands.is_at("#transfer-to").await?, "the panel's first field has the focus");
    hands.press("Schalter 1").await?;
    hands.choose("#panel-transfer button").await?;
    at("Niemand am Schalter").await?;
    let theirs = bernd.press("1", "next").await?.number().context("the other counter calls")?;
    ensure!(theirs == numbers[1].replace(' ', ""), "{theirs}");

    without_a_number(&browser, &hands).await?;
    from_the_list(&browser, &hands, &numbers[5]).await?;
    who_does_not_come(&browser, &hands, &numbers[2]).await?;
    walls.abort();

    // Home: whoever is there is asked about.
    hands.choose(".page-head__out button").await?;
    shows(&browser, ".leaving", "Was wird aus den Besuchen").await?;
    hands.choose(".leaving form:last-of-type button").await?;
    shows(&browser, "h1", "Welcher Schalter?").await?;
    hands.choose(".page-head__out button").await?;
    shows(&browser, "h1", "Anmelden").await?;
    browser.close().await
}

/// Two keys as fast as fingers are: both count. The same key twice is one press.
#[tokio::test]
async fn a_quick_hand_loses_no_press_and_presses_none_twice() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let numbers = numbers_of(&kiosk, &house, &["meldung", "meldung", "meldung"]).await?;
    house.add_staff("anna", "clerk")?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &house.lobby.url, &hands).await?;
    shows(&browser, "#waiting-title", "3 Personen").await?;
    for number in &numbers {
        rest(&browser).await?;
        hands.press(" \u{e007}").await?;
        shows(&browser, ".at", number).await?;
        shows(&browser, ".at", "in Bedienung").await?;
        rest(&browser).await?;
        hands.press("ff").await?;
        shows(&browser, ".at", "Niemand am Schalter").await?;
    }
    browser.close().await
}

/// The hint of the first days says what the newest thing on the page is for, until it was understood.
#[tokio::test]
async fn hints_say_what_is_new_and_go_away() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    for _ in 0..2 {
        kiosk.walk_in(&house, "meldung").await?;
    }
    house.add_staff("anna", "clerk")?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &house.lobby.url, &hands).await?;
    shows(&browser, "#hint", "Die große Taste").await?;
    browser.page.find(By::Css(".waiting__number")).await?.click().await?;
    shows(&browser, "#hint", "Diese Person wartet.").await?;
    hands.press(Key::Escape).await?;
    shows(&browser, "#hint", "Die große Taste").await?;

    hands.press(" ").await?;
    shows(&browser, "#hint", "Beginnen").await?;
    rest(&browser).await?;
    hands.press(Key::Enter).await?;
    shows(&browser, "#hint", "Sind Sie fertig").await?;
    rest(&browser).await?;
    hands.press("p").await?;
    shows(&browser, "#hint", "geparkt").await?;
    browser.page.find(By::Css("#hint button")).await?.click().await?;
    shows(&browser, "#hint", "Die große Taste").await?;
    browser.page.goto(format!("{}/desk/3?ask=leave", house.lobby.url)).await?;
    shows(&browser, "#hint", "was aus den offenen Besuchen wird").await?;
    browser.close().await
}

/// Who has called, begun and ended three times needs no hints for it, after the page was loaded again, too.
#[tokio::test]
async fn a_hint_goes_away_when_its_keys_were_used_and_stays_away() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    for _ in 0..4 {
        kiosk.walk_in(&house, "meldung").await?;
    }
    house.add_staff("anna", "clerk")?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 900).await?;
    let hands = Hands::at(&browser);
    signed_on(&browser, &house.lobby.url, &hands).await?;
    let steps = [(" ", "Die große Taste"), ("\u{e007}", "Beginnen"), ("f", "Sind Sie fertig")];
    for (key, hint) in steps.repeat(3) {
        shows(&browser, "#hint", hint).await?;
        rest(&browser).await?;
        hands.press(key).await?;
    }
    shows(&browser, ".at", "Niemand am Schalter").await?;
    let shown =
        async || -> Result<bool> { Ok(browser.page.find(By::Css("#hint")).await?.is_displayed().await?) };
    ensure!(!shown().await?, "its keys are known");
    browser.page.refresh().await?;
    shows(&browser, "#link", "verbunden").await?;
    ensure!(!shown().await?, "and stay so");
    browser.page.find(By::Css(".waiting__number")).await?.click().await?;
    shows(&browser, "#hint", "Diese Person wartet.").await?;
    browser.close().await
}

/// A key is ignored for a moment after the page has changed under the hand.
pub async fn rest(browser: &Browser) -> Result<()> {
    foyer_tests::wait::for_value("the keys to listen again", foyer_tests::wait::LIMIT, || async {
        let script = "const its = document.getElementById('desk-page').classList; \
                      return !its.contains('resting') && !its.contains('busy')";
        let listens: bool = browser.page.execute(script, Vec::new()).await?.convert()?;
        Ok(listens.then_some(()))
    })
    .await
}
