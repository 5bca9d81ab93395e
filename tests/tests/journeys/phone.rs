//! The pages that citizens see, as axe-core and eyes judge them: booking, and the phone's page from ticket to end.

use crate::barriers::{judged, judged_in_other_words};
use crate::support::{Kiosk, at, house};
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::clerk::Clerk;
use foyer_tests::lossy::LossyLine;
use foyer_tests::pages::{self, shows};
use foyer_tests::wait;
use foyer_text::Language;
use serde::de::DeserializeOwned;
use serde_json::json;
use thirtyfour::By;
use url::Url;

/// Booking and portal; the phone's page waiting, called and over, in all languages. `FOYER_PAGES=folder` keeps the
/// pictures.
#[tokio::test]
async fn the_pages_of_citizens_have_no_barriers() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("anna", "clerk")?;
    let anna = Clerk::sign_in(&house, "anna").await?;
    anna.open("1").await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let booking = house.book("ausweis", at("2026-11-23T09:10:00Z")).await?;
    let at_booking = &house.booking.url;
    for (path, name) in [
        (format!("/b/{}", booking.secret), "booking"),
        (format!("/b/{}?lang=ar", booking.secret), "booking-ar"),
        ("/rathaus?lang=de".to_owned(), "services"),
        ("/rathaus/times?services=ausweis:1&lang=de".to_owned(), "times"),
        ("/rathaus/times?services=ausweis:1&lang=ar".to_owned(), "times-ar"),
    ] {
        pages::open(&browser, &format!("{at_booking}{path}")).await?;
        judged(&browser, name).await?;
    }

    let tickets = [kiosk.walk_in(&house, "meldung").await?, kiosk.walk_in(&house, "meldung").await?];
    let phone = tickets[1].phone_url.as_ref().context("a ticket's page")?;
    in_all_languages(&browser, phone, "phone-waiting", "002").await?;
    browser.page.goto(format!("{phone}?lang=de")).await?;
    let citizen = Citizen::at(&browser);
    citizen.presses("#be-late summary").await?;
    citizen.presses("#be-late button[name=minutes]").await?;
    citizen.sees("#late", "Wir warten auf Sie bis").await?;
    judged(&browser, "phone-late").await?;
    for what in ["next", "start", "finish", "next"] {
        anna.press("1", what).await?;
    }
    shows(&browser, "main", "Schalter 1").await?;
    in_all_languages(&browser, phone, "phone-called", "002").await?;
    browser.page.goto(format!("{phone}?lang=de")).await?;
    anna.press("1", "start").await?;
    anna.press("1", "finish").await?;
    shows(&browser, "main", "beendet").await?;
    in_all_languages(&browser, phone, "phone-over", "").await?;
    browser.close().await
}

/// A state of the phone's page, fully in German and from right to left, and in every other language as it is.
async fn in_all_languages(browser: &Browser, phone: &str, state: &str, text: &str) -> Result<()> {
    for language in Language::ALL {
        let tag = language.tag();
        browser.page.goto(format!("{phone}?lang={tag}")).await?;
        shows(browser, "main", text).await?;
        let name = format!("{state}-{tag}");
        match language {
            Language::German | Language::Arabic => judged(browser, &name).await?,
            _ => judged_in_other_words(browser, &name).await?,
        }
    }
    Ok(())
}

/// Counts what a phone would be heard and felt by.
const WATCHED: &str = "
    window.tones = 0;
    window.buzzes = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...at) {
      window.tones += 1;
      return start.apply(this, at);
    };
    navigator.vibrate = () => (window.buzzes += 1);";

/// A page that is loaded from now on takes it for five minutes later.
const LATER: &str = "const real = Date.now; Date.now = () => real() + 300_000";

/// What a script on the page answers.
async fn answer<T: DeserializeOwned>(browser: &Browser, script: &str) -> Result<T> {
    let script = format!("const done = arguments[arguments.length - 1]; ({script})().then(done)");
    Ok(browser.page.execute_async(script, Vec::new()).await?.convert()?)
}

/// Who asked to be called is called by tone, vibration and message, whatever was pressed in between and however the
/// network was; and nothing of the visit stays on the phone.
#[tokio::test(flavor = "multi_thread")]
async fn the_page_calls_shows_its_age_without_a_network_and_forgets() -> Result<()> {
    let (folder, mut house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("anna", "clerk")?;
    let anna = Clerk::sign_in(&house, "anna").await?;
    anna.open("1").await?;
    let ticket = kiosk.walk_in(&house, "meldung").await?;
    let line = LossyLine::to(house.booking.url.trim_start_matches("http://").parse()?)?;
    let origin = format!("http://{}", line.address());
    let path = Url::parse(ticket.phone_url.as_ref().context("a ticket's page")?)?.path().to_owned();
    let url = format!("{origin}{path}?lang=de");
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let tools = browser.page.cdp();
    let granted = json!({ "origin": origin, "permissions": ["notifications"] });
    tools.send_raw("Browser.grantPermissions", granted).await?;
    wait::for_value("the ticket's page", wait::LIMIT, || async {
        browser.page.goto(&url).await?;
        Ok(browser.page.find(By::Id("number")).await.ok())
    })
    .await?;
    browser.page.execute(WATCHED, Vec::new()).await?;
    browser.page.find(By::Id("alert-key")).await?.click().await?;
    shows(&browser, "#alert-on", "So klingt Ihr Aufruf").await?;
    let _: bool = answer(&browser, "async () => Boolean(await navigator.serviceWorker.ready)").await?;

    // What cannot be sent is said, and the page stays; then it arrives.
    line.cut(true);
    browser.page.find(By::Css("#be-late summary")).await?.click().await?;
    browser.page.find(By::Css("#be-late button[value='5']")).await?.click().await?;
    shows(&browser, "#unsent", "nicht senden").await?;
    line.cut(false);
    browser.page.find(By::Css("#be-late button[value='5']")).await?.click().await?;
    shows(&browser, "#late", "Sie kommen später").await?;
    house.set_time(at("2026-11-23T09:06:00Z")).await?;

    // One tone sequence was the trial; the call is two more, and the desk knows that it was seen.
    let tones = "return [window.tones, window.buzzes]";
    let before: [u32; 2] = browser.page.execute(tones, Vec::new()).await?.convert()?;
    ensure!(before == [3, 1], "the trial: {before:?}");
    ensure!(anna.press("1", "next").await?.done());
    shows(&browser, "#said", "Schalter 1").await?;
    wait::for_value("tones, vibration and a message", wait::LIMIT, || async {
        let heard: [u32; 2] = browser.page.execute(tones, Vec::new()).await?.convert()?;
        let messages = "async () => (await (await navigator.serviceWorker.ready).getNotifications()).length";
        let messages: u32 = answer(&browser, messages).await?;
        Ok((heard == [9, 2] && messages == 1).then_some(()))
    })
    .await?;
    wait::for_value("the desk to know that it was seen", wait::LIMIT, || async {
        Ok(anna.desk("1").await?.contains("gezählte Aufrufe: 1").then_some(()))
    })
    .await?;

    // Without a network: what was heard last, and how old that is.
    line.cut(true);
    let later = tools.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LATER })).await?;
    browser.page.refresh().await?;
    shows(&browser, "#number", "001").await?;
    shows(&browser, "#said", "Schalter 1").await?;
    shows(&browser, "#age", "vor 5 Minuten").await?;
    shows(&browser, "#lost", "Verbindung ist unterbrochen").await?;
    tools.send_raw("Page.removeScriptToEvaluateOnNewDocument", later).await?;
    line.cut(false);

    // Over: neither the address nor the number stays.
    for what in ["start", "finish"] {
        anna.press("1", what).await?;
    }
    browser.page.goto(&url).await?;
    shows(&browser, "#said", "beendet").await?;
    wait::for_value("the phone to forget", wait::LIMIT, || async {
        let left = "async () => (await caches.keys()).length + localStorage.length";
        Ok((answer::<u32>(&browser, left).await? == 0).then_some(()))
    })
    .await?;
    browser.close().await
}
