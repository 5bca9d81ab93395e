//! The ticket on the citizen's phone, in a real browser: live, called, without network, given up, and at its end.
//! `FOYER_PICTURES=folder` keeps what was seen.

use crate::support::{Kiosk, at, house};
use anyhow::{Context, Result, ensure};
use foyer_protocol::lobby::TicketView;
use foyer_tests::browser::Browser;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::House;
use foyer_tests::wait;
use thirtyfour::By;

/// A phone that somebody holds.
struct Phone {
    browser: Browser,
}

impl Phone {
    async fn open(house: &House) -> Result<Self> {
        // No window of a browser is narrower.
        Ok(Self { browser: Browser::open(&house.folder.join("phone"), 500, 900).await? })
    }

    async fn go(&self, ticket: &TicketView, language: &str) -> Result<()> {
        let url = ticket.phone_url.as_ref().context("the ticket has a link")?;
        Ok(self.browser.page.goto(format!("{url}?lang={language}")).await?)
    }

    async fn text(&self, id: &str) -> Result<Option<String>> {
        // Between two pages there is none.
        let Ok(element) = self.browser.page.find(By::Id(id)).await else { return Ok(None) };
        Ok(element.text().await.ok())
    }

    /// Waits until a part of the page says something.
    async fn says(&self, id: &str, words: &str) -> Result<()> {
        wait::for_value(&format!("`{id}` to say “{words}”"), wait::LIMIT, || async {
            Ok(self.text(id).await?.filter(|text| text.contains(words)).map(drop))
        })
        .await
    }

    /// Waits until a script's answer is true.
    async fn is(&self, what: &str, script: &str) -> Result<()> {
        wait::for_value(what, wait::LIMIT, || async {
            let said = self.browser.page.execute(script, Vec::new()).await;
            Ok(said.ok().and_then(|said| said.json().as_bool()).filter(|is| *is).map(drop))
        })
        .await
    }

    async fn press(&self, css: &str) -> Result<()> {
        Ok(self.browser.page.find(By::Css(css)).await?.click().await?)
    }

    async fn picture(&self, name: &str) -> Result<()> {
        let Some(folder) = std::env::var_os("FOYER_PICTURES") else { return Ok(()) };
        self.browser.picture(&std::path::Path::new(&folder).join(format!("phone-{name}.png"))).await
    }
}

const IS_KEPT: &str = "return caches.match(location.href).then((kept) => Boolean(kept))";
const IS_FORGOTTEN: &str =
    "return caches.keys().then((names) => names.length === 0 && localStorage.length === 0)";

#[tokio::test(flavor = "multi_thread")]
async fn a_citizen_waits_with_the_phone_and_is_called() -> Result<()> {
    let (_folder, house) = house("2026-11-23T08:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("anna", "clerk")?;
    let anna = Clerk::sign_in(&house, "anna").await?;
    anna.open("1").await?;
    let first = kiosk.walk_in(&house, "meldung").await?;
    let ticket = kiosk.walk_in(&house, "meldung").await?;
    let phone = Phone::open(&house).await?;
    phone.go(&ticket, "de").await?;
    phone.says("ahead", "Noch 1 Person vor Ihnen").await?;
    phone.picture("waiting-de").await?;
    for language in ["ar", "en"] {
        phone.go(&ticket, language).await?;
        phone.says("estimate", if language == "en" { "Waiting time" } else { "مدة" }).await?;
        phone.is("the place to be shown", "return !document.getElementById('ahead').hidden").await?;
        phone.picture(&format!("waiting-{language}")).await?;
    }
    phone.go(&ticket, "de").await?;
    phone.browser.page.execute("navigator.vibrate = (of) => { window.shaken = of; }", Vec::new()).await?;
    phone.press("#alert-key").await?;
    phone.says("alert-on", "So klingt Ihr Aufruf").await?;

    for (called, left) in [(&first, "Niemand mehr vor Ihnen"), (&ticket, "")] {
        anna.press("1", "next").await?;
        if called.number == ticket.number {
            break;
        }
        phone.says("ahead", left).await?;
        phone.picture("next-de").await?;
        anna.press("1", "start").await?;
        anna.press("1", "finish").await?;
    }
    phone.says("said", "Schalter 1").await?;
    phone
        .is("the phone to shake", "return Array.isArray(window.shaken) && window.shaken.length === 5")
        .await?;
    phone.picture("called-de").await?;
    phone.go(&ticket, "ar").await?;
    phone.picture("called-ar").await?;
    anna.press("1", "start").await?;
    phone
        .is("service to begin", "return document.getElementById('ticket').dataset.state === 'serving'")
        .await?;
    anna.press("1", "finish").await?;
    phone.go(&ticket, "en").await?;
    phone.says("said", "Your visit has ended").await?;
    phone.picture("ended-en").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_network_the_phone_shows_what_it_knew_and_gives_up_only_with_it() -> Result<()> {
    let (_folder, mut house) = house("2026-11-23T08:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let ticket = kiosk.walk_in(&house, "meldung").await?;
    let phone = Phone::open(&house).await?;
    phone.go(&ticket, "de").await?;
    phone.says("ahead", "Niemand mehr vor Ihnen").await?;
    phone.is("the page to be kept", IS_KEPT).await?;

    house.booking.program.kill()?;
    phone.says("lost", "Die Verbindung ist unterbrochen").await?;
    phone.browser.page.refresh().await?;
    phone.says("lost", "Die Verbindung ist unterbrochen").await?;
    phone.says("ahead", "Niemand mehr vor Ihnen").await?;
    let number = phone.text("number").await?.context("the number is there")?;
    ensure!(number.ends_with(&ticket.number.to_string()[1..]), "{number}");
    phone.picture("offline-de").await?;

    house.start_booking_again()?;
    phone.is("the link to be back", "return document.getElementById('lost').hidden").await?;
    phone.press("#give-up summary").await?;
    phone.picture("give-up-de").await?;
    phone.press("#give-up button").await?;
    phone.says("said", "Sie haben Ihren Platz aufgegeben").await?;
    phone.picture("gave-up-de").await?;
    // Once no clerk can take it back any more, nothing of it is on the phone.
    house.set_time(at("2026-11-23T08:10:00Z")).await?;
    phone.is("the phone to forget", IS_FORGOTTEN).await.context("nothing is left of the visit")?;
    Ok(())
}
