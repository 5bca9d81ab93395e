//! A clerk's hour at a real browser by keyboard alone, and the pages as axe-core and eyes judge them.

use crate::support::{Display, Kiosk, at, house, numbers_of, office};
use anyhow::{Context, Result, ensure};
use foyer_protocol::lobby::{DeviceKind, DeviceStatus};
use foyer_tests::browser::Browser;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::pages::{self, Hands, has_no_barriers, shows};
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

/// The room's panels, a line of it, and the whole house standing still.
async fn room_and_standstill(browser: &Browser, hands: &Hands<'_>, url: &str) -> Result<()> {
    hands.choose("#lines > li:first-child a").await?;
    shows(browser, "#chosen", "A").await?;
    judged(browser, "room-line").await?;
    hands.press(Key::Escape).await?;
    hands.choose("#key-interrupt").await?;
    judged(browser, "room-interrupt").await?;
    hands.choose("#panel-interrupt button").await?;
    shows(browser, ".told", "unterbrochen seit").await?;
    judged(browser, "room-interrupted").await?;
    browser.page.goto(format!("{url}/desk/3")).await?;
    judged(browser, "desk-interrupted").await?;
    Ok(())
}

/// With an alarm and a message, with the note's panel, the search's results and the other panels open.
async fn with_panels(browser: &Browser, hands: &Hands<'_>, (rea, bernd): (&Clerk, &Clerk)) -> Result<()> {
    hands.press("e").await?;
    judged(browser, "desk-finish-with").await?;
    hands.press(Key::Escape).await?;
    hands.choose("#key-note").await?;
    judged(browser, "desk-note").await?;
    hands.go_to("#key-note").await?;
    hands.press(Key::Enter).await?;
    rest(browser).await?;
    browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    hands.press("f").await?;
    shows(browser, ".at", "Niemand am Schalter").await?;
    rest(browser).await?;
    browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    hands.press("b").await?;
    judged(browser, "desk-break").await?;
    hands.press(Key::Escape).await?;
    bernd.press("1", "call_for_help").await?;
    let nonce = foyer_protocol::nonce::Nonce::random().to_string();
    let message =
        [("do", "tell"), ("nonce", &nonce), ("visit", ""), ("to", "3"), ("text", "Der Kaffee ist fertig")];
    rea.send("/room", &message).await?;
    shows(browser, ".told", "Schalter 1 braucht Hilfe.").await?;
    shows(browser, ".told", "Der Kaffee ist fertig").await?;
    judged(browser, "desk-alarm-message").await?;
    browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    hands.press("s").await?;
    hands.press("Ausweis").await?;
    judged(browser, "desk-search").await?;
    hands.press("zzz").await?;
    shows(browser, "#search-none", "Dazu wartet niemand").await?;
    judged(browser, "desk-search-none").await?;
    hands.choose(".told [id^='answer-']").await?;
    shows(browser, ".told", "kommt zu Schalter 1").await?;
    judged(browser, "desk-alarm-answered").await?;
    let nonce = foyer_protocol::nonce::Nonce::random().to_string();
    bernd.send("/desk/1", &[("do", "end_call"), ("nonce", &nonce), ("visit", "")]).await?;
    rest(browser).await?;
    hands.choose(".told [id^='read-']").await
}

/// A display says how it is and then nothing more.
async fn a_display_fails(house: &House) -> Result<()> {
    let (_, wall) = house.enrol(DeviceKind::Display, "Anzeige Halle").await?;
    let status = DeviceStatus { version: "1".to_owned(), parts: Vec::new() };
    Ok(wall.post_plain::<_, ()>("/device/status", &status).await?)
}

/// All states of the desk and the other pages of staff: no barrier that axe-core knows, light and dark, narrow and
/// with large letters. `FOYER_PAGES=folder` keeps the pictures.
#[tokio::test]
async fn the_pages_of_staff_have_no_barriers() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    numbers_of(&kiosk, &house, &["meldung", "ausweis", "meldung", "ausweis"]).await?;
    house.add_staff("anna", "administrator")?;
    house.add_staff("bernd", "clerk")?;
    house.add_staff("rea", "supervisor")?;
    let (rea, bernd) = (Clerk::sign_in(&house, "rea").await?, Clerk::sign_in(&house, "bernd").await?);
    bernd.open("1").await?;
    bernd.press("1", "next").await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let hands = Hands::at(&browser);
    let url = house.lobby.url.clone();
    browser.page.goto(format!("{url}/sign-in")).await?;
    judged(&browser, "sign-in").await?;
    signed_on(&browser, &url, &hands).await?;
    judged(&browser, "desk-free").await?;
    hands.press("o").await?;
    judged(&browser, "desk-quick").await?;
    hands.press(Key::Escape).await?;
    hands.choose("#lines > li:nth-child(2) a").await?;
    judged(&browser, "desk-line").await?;
    hands.press(Key::Escape).await?;
    hands.press(" ").await?;
    shows(&browser, ".at", "aufgerufen").await?;
    judged(&browser, "desk-called").await?;
    rest(&browser).await?;
    hands.press(Key::Enter).await?;
    shows(&browser, ".at", "in Bedienung").await?;
    rest(&browser).await?;
    hands.press("p").await?;
    shows(&browser, ".parked", "A").await?;
    judged(&browser, "desk-parked").await?;
    rest(&browser).await?;
    hands.press(" ").await?;
    shows(&browser, ".at", "aufgerufen").await?;
    rest(&browser).await?;
    hands.press(Key::Enter).await?;
    shows(&browser, ".at", "in Bedienung").await?;
    rest(&browser).await?;
    hands.press("t").await?;
    judged(&browser, "desk-transfer").await?;
    hands.press(Key::Escape).await?;
    hands.press(" ").await?;
    shows(&browser, "#ask", "abschließen?").await?;
    judged(&browser, "desk-ask").await?;
    hands.press(Key::Escape).await?;
    with_panels(&browser, &hands, (&rea, &bernd)).await?;
    a_display_fails(&house).await?;
    shows(&browser, ".told", "meldet sich seit").await?;
    judged(&browser, "desk-trouble").await?;
    for (path, name) in [
        ("/desk/3?ask=leave", "desk-leave"),
        ("/desk", "counters"),
        ("/devices", "devices"),
        ("/staff", "staff"),
        ("/notices", "notices"),
        ("/statistics", "statistics"),
        ("/room", "room"),
    ] {
        browser.page.goto(format!("{url}{path}")).await?;
        judged(&browser, name).await?;
    }
    room_and_standstill(&browser, &hands, &url).await?;
    browser.close().await
}

/// As it is, in the dark, in a narrow window, and with letters twice as large.
pub async fn judged(browser: &Browser, name: &str) -> Result<()> {
    let pictures = pages::pictures();
    for (kind, width, scheme, scale) in [
        ("light", 1200, "light", 1),
        ("dark", 1200, "dark", 1),
        ("narrow", 400, "light", 1),
        ("large", 600, "light", 2),
    ] {
        browser.looks(width, 1000, scheme, scale).await?;
        has_no_barriers(browser, &format!("{name}, {kind}")).await?;
        let wider = "return document.documentElement.scrollWidth > innerWidth";
        let scrolls: bool = browser.page.execute(wider, Vec::new()).await?.convert()?;
        ensure!(!scrolls, "{name}, {kind}: wider than its window");
        let nameless = "return [...document.querySelectorAll('#desk :is(a, button, summary, select, textarea, \
                        input:not([type=hidden]))')].filter((at) => !at.id).map((at) => at.outerHTML).join()";
        let nameless: String = browser.page.execute(nameless, Vec::new()).await?.convert()?;
        ensure!(nameless.is_empty(), "{name}: what is pushed anew loses the focus without an id: {nameless}");
        if let Some(folder) = &pictures {
            std::fs::create_dir_all(folder)?;
            browser.picture(&folder.join(format!("{name}-{kind}.png"))).await?;
        }
    }
    browser.looks(1200, 1000, "light", 1).await?;
    for wish in [("forced-colors", "active"), ("prefers-contrast", "more")] {
        browser.prefers(&[wish]).await?;
        has_no_barriers(browser, &format!("{name}, {}: {}", wish.0, wish.1)).await?;
        if let Some(folder) = &pictures {
            browser.picture(&folder.join(format!("{name}-{}.png", wish.0))).await?;
        }
    }
    browser.looks(1200, 1000, "light", 1).await
}
