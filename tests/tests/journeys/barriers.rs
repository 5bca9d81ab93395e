//! The pages of staff as axe-core and eyes judge them: every state, light and dark, narrow and with large letters, in
//! German and in English. `FOYER_PAGES=folder` keeps the pictures.

use crate::desk::{rest, serves_the_next, signed_on};
use crate::support::{Kiosk, at, house, numbers_of, office};
use anyhow::{Result, ensure};
use foyer_protocol::lobby::{DeviceKind, DeviceStatus};
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::pages::{self, Hands, has_no_barriers, is_meant, shows};
use foyer_tests::wait;
use tempfile::TempDir;
use thirtyfour::{By, Key};

/// A size of the window, how it is coloured, and how large the letters are.
type Look = (&'static str, u32, &'static str, u32);

const LOOKS: [Look; 4] = [
    ("light", 1200, "light", 1),
    ("dark", 1200, "dark", 1),
    ("narrow", 400, "light", 1),
    ("large", 600, "light", 2),
];

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
    let nonce = Nonce::random().to_string();
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
    let nonce = Nonce::random().to_string();
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

/// All states of the desk and the other pages of staff.
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
    shows(&browser, "#key-called-out", "ausgerufen").await?;
    judged(&browser, "desk-not-shown").await?;
    rest(&browser).await?;
    hands.press(Key::Enter).await?;
    shows(&browser, ".at", "in Bedienung").await?;
    rest(&browser).await?;
    hands.press("p").await?;
    shows(&browser, ".parked", "A").await?;
    judged(&browser, "desk-parked").await?;
    rest(&browser).await?;
    serves_the_next(&browser, &hands).await?;
    hands.press("t").await?;
    judged(&browser, "desk-transfer").await?;
    hands.press(Key::Escape).await?;
    hands.choose("#key-services").await?;
    judged(&browser, "desk-services").await?;
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
        pages::open(&browser, &format!("{url}{path}")).await?;
        judged(&browser, name).await?;
    }
    room_and_standstill(&browser, &hands, &url).await?;
    browser.close().await
}

/// Reception: who gives up the place is asked, who was given up stands in the queue again.
#[tokio::test]
async fn the_pages_of_reception_have_no_barriers() -> Result<()> {
    let (_folder, house, browser) = with_somebody_gone("de").await?;
    let hands = Hands::at(&browser);
    browser.page.goto(format!("{}/room", house.lobby.url)).await?;
    hands.choose("#lines > li:first-child a").await?;
    hands.choose("#key-give-up").await?;
    shows(&browser, "#panel-give-up", "gestrichen").await?;
    judged(&browser, "room-give-up").await?;
    found_again(&browser).await?;
    judged(&browser, "room-return").await?;
    browser.page.find(By::Css("#found-1 form:last-of-type button")).await?.click().await?;
    shows(&browser, "main", "002").await?;
    judged(&browser, "room-returned").await?;
    browser.close().await
}

/// The same pages as who reads English sees them.
#[tokio::test]
async fn the_pages_of_staff_in_english_fit() -> Result<()> {
    let (_folder, house, browser) = with_somebody_gone("en").await?;
    let (hands, url) = (Hands::at(&browser), house.lobby.url.clone());
    let as_it_is = async |name: &str| judged_in_other_words(&browser, &format!("en-{name}")).await;
    as_it_is("desk-free").await?;
    for (key, name) in [("o", "desk-quick"), ("b", "desk-break")] {
        hands.press(key).await?;
        as_it_is(name).await?;
        hands.press(Key::Escape).await?;
        browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    }
    hands.choose("#lines > li:first-child a").await?;
    as_it_is("desk-line").await?;
    hands.press(Key::Escape).await?;
    rest(&browser).await?;
    hands.press(" ").await?;
    shows(&browser, "#key-called-out", "called out").await?;
    as_it_is("desk-not-shown").await?;
    rest(&browser).await?;
    hands.press(Key::Enter).await?;
    shows(&browser, ".at", "being served").await?;
    for (key, name) in
        [("#key-transfer", "desk-transfer"), ("#key-services", "desk-services"), ("#key-note", "desk-note")]
    {
        rest(&browser).await?;
        hands.choose(key).await?;
        as_it_is(name).await?;
        hands.press(Key::Escape).await?;
    }
    browser.page.execute("document.activeElement.blur()", Vec::new()).await?;
    hands.press("e").await?;
    as_it_is("desk-finish-with").await?;
    hands.press(Key::Escape).await?;
    hands.press(" ").await?;
    shows(&browser, "#ask", "finish").await?;
    as_it_is("desk-ask").await?;
    for (path, name) in [
        ("/desk/3?ask=leave", "desk-leave"),
        ("/desk", "counters"),
        ("/devices", "devices"),
        ("/staff", "staff"),
        ("/notices", "notices"),
        ("/statistics", "statistics"),
        ("/room", "room"),
    ] {
        pages::open(&browser, &format!("{url}{path}")).await?;
        as_it_is(name).await?;
    }
    hands.choose("#lines > li:first-child a").await?;
    hands.choose("#key-give-up").await?;
    as_it_is("room-give-up").await?;
    found_again(&browser).await?;
    as_it_is("room-return").await?;
    browser.close().await
}

/// The administrator Anna at counter 3 in this language, three who wait, and A 002, who did not come.
async fn with_somebody_gone(language: &str) -> Result<(TempDir, House, Browser)> {
    let folder = tempfile::tempdir()?;
    let text = std::fs::read_to_string(office("round-the-clock.toml"))?;
    let rules = "[rules]\nmax_calls = 1\nrecall_counts_after_seconds = 0\n\n[[areas]]";
    let office = folder.path().join("office.toml");
    std::fs::write(&office, text.replacen("[[areas]]", rules, 1))?;
    let house = House::open(folder.path(), &office, at("2026-11-23T09:00:00Z")).await?;
    let kiosk = Kiosk::enrol(&house).await?;
    numbers_of(&kiosk, &house, &["meldung", "ausweis", "meldung", "ausweis", "meldung"]).await?;
    house.add_staff("anna", "administrator")?;
    house.add_staff("bernd", "clerk")?;
    let bernd = Clerk::sign_in(&house, "bernd").await?;
    bernd.open("1").await?;
    for what in ["next", "start", "finish", "next"] {
        ensure!(bernd.press("1", what).await?.done(), "{what}");
    }
    wait::for_value("nobody to come", wait::LIMIT, || async {
        // Without a display only who called out aloud may say so, and only once nothing was shown.
        bernd.press("1", "called_out").await?;
        Ok(bernd.press("1", "no_show").await?.done().then_some(()))
    })
    .await?;
    let browser = Browser::open_in(language, &folder.path().join("browser"), 1200, 1000).await?;
    browser.page.goto(format!("{}/desk", house.lobby.url)).await?;
    let hands = Hands::at(&browser);
    hands.go_to("input[name=name]").await?;
    hands.press("anna").await?;
    hands.go_to("input[name=password]").await?;
    hands.press(PASSWORD.to_owned() + Key::Enter).await?;
    hands.choose("form:has(input[value='3']) button").await?;
    shows(&browser, "#link", if language == "de" { "verbunden" } else { "connected" }).await?;
    Ok((folder, house, browser))
}

/// Looks at reception for who did not come.
async fn found_again(browser: &Browser) -> Result<()> {
    let hands = Hands::at(browser);
    hands.go_to("input[name=code]").await?;
    hands.press("A002".to_owned() + Key::Enter).await?;
    shows(browser, "#found-1", "002").await
}

/// As it is, in the dark, in a narrow window, with letters twice as large, in colours of the reader's own and with more
/// contrast.
pub async fn judged(browser: &Browser, name: &str) -> Result<()> {
    judged_in(browser, name, &LOOKS).await?;
    for wish in [("forced-colors", "active"), ("prefers-contrast", "more")] {
        browser.prefers(&[wish]).await?;
        has_no_barriers(browser, &format!("{name}, {}: {}", wish.0, wish.1)).await?;
        keep_picture(browser, name, wish.0).await?;
    }
    browser.looks(1200, 1000, "light", 1).await
}

/// As it is and in a narrow window: for other words on a page that is judged in German.
pub async fn judged_in_other_words(browser: &Browser, name: &str) -> Result<()> {
    judged_in(browser, name, &[LOOKS[0], LOOKS[2]]).await
}

/// Wide and light, narrow and dark: for the many pages whose parts are judged in every look elsewhere.
pub async fn judged_both_ways(browser: &Browser, name: &str) -> Result<()> {
    judged_in(browser, name, &[("wide", 1280, "light", 1), ("narrow", 390, "dark", 1)]).await
}

/// The page that is meant, in these looks.
async fn judged_in(browser: &Browser, name: &str, looks: &[Look]) -> Result<()> {
    is_meant(browser, name).await?;
    for look in looks {
        looked_at(browser, name, *look).await?;
    }
    browser.looks(1200, 1000, "light", 1).await
}

/// No barrier that axe-core knows, nothing wider than the window, and nothing that loses the focus.
async fn looked_at(browser: &Browser, name: &str, (kind, width, scheme, zoom): Look) -> Result<()> {
    browser.looks(width, 1000, scheme, zoom).await?;
    has_no_barriers(browser, &format!("{name}, {kind}")).await?;
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    let scrolls: bool = browser.page.execute(wider, Vec::new()).await?.convert()?;
    ensure!(!scrolls, "{name}, {kind}: wider than its window");
    let nameless = "return [...document.querySelectorAll('#desk :is(a, button, summary, select, textarea, \
                    input:not([type=hidden]))')].filter((at) => !at.id).map((at) => at.outerHTML).join()";
    let nameless: String = browser.page.execute(nameless, Vec::new()).await?.convert()?;
    ensure!(nameless.is_empty(), "{name}: what is pushed anew loses the focus without an id: {nameless}");
    keep_picture(browser, name, kind).await
}

pub async fn keep_picture(browser: &Browser, name: &str, kind: &str) -> Result<()> {
    let Some(folder) = pages::pictures() else { return Ok(()) };
    std::fs::create_dir_all(&folder)?;
    browser.picture(&folder.join(format!("{name}-{kind}.png"))).await
}
