//! Markkleeberg: four steps, concerns of several areas in one appointment, days in colours and signs, a confirmation that
//! binds, a mail within two minutes. All of it by keyboard.

use super::city;
use crate::barriers::judged;
use crate::mails::mail_about;
use crate::support::at;
use anyhow::{Context, Result, bail, ensure};
use foyer_client::CallError;
use foyer_domain::booking::ServiceChoice;
use foyer_protocol::booking::{Hold, HoldRequest};
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::pages::{Hands, shows};
use serde::Deserialize;
use thirtyfour::{By, Key};

/// The last time of Tuesday.
const HALF_PAST_NINE: &str = "2026-11-24T08:30:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn as_promised_in_markkleeberg() -> Result<()> {
    let (folder, mut house, mails) = city("markkleeberg", "2026-11-23T07:00:00Z").await?;
    let browser = Browser::open(&folder.path().join("browser"), 1000, 900).await?;
    thursday_is_full(&house).await?;
    let hands = Hands::at(&browser);
    browser.page.goto(format!("{}/markkleeberg", house.booking.url)).await?;
    shows(&browser, "main", "Schritt 1 von 4").await?;
    hands.choose("#s-ummeldung .service__take").await?;
    shows(&browser, "#s-ummeldung .stepper__count", "1").await?;
    hands.choose("#s-urkunde .service__take").await?;
    shows(&browser, "#sum", "30 Minuten").await?;
    hands.choose(".bar .kern-btn--primary").await?;
    shows(&browser, "main", "Schritt 2 von 4").await?;
    days_in_colour_and_sign(&browser).await?;
    hands.choose("a.month__day--free[href*='day=2026-11-24']").await?;
    shows(&browser, "#times", "09:30").await?;
    // One room does both, for an hour: 9:00, 9:10, 9:20 and 9:30.
    ensure!(browser.page.find_all(By::Css("#times button")).await?.len() == 4);
    judged(&browser, "cities-times").await?;
    hands.choose("#times li:last-child button").await?;
    shows(&browser, "main", "Schritt 3 von 4").await?;
    hands.go_to("#name").await?;
    hands.press("Erika Mustermann").await?;
    hands.go_to("#email").await?;
    hands.press("erika@example.org".to_owned() + Key::Enter).await?;
    shows(&browser, "main", "Schritt 4 von 4").await?;
    let nothing = house.free_times("ummeldung:1,urkunde:1", at(HALF_PAST_NINE), at("2026-11-24T08:31:00Z"));
    ensure!(nothing.await?.starts.is_empty(), "it is kept while the form is open");
    ensure!(mails.mails()?.is_empty(), "nothing is certain yet");
    let before = house.now();
    hands.choose("#contact .kern-btn--primary").await?;
    shows(&browser, "main", "Ihr Termin ist gebucht.").await?;
    judged(&browser, "cities-booked").await?;

    let mail = mail_about(&mails, "Termin gebucht: Dienstag, 24. November 2026, 09:30 Uhr").await?;
    let written = mail.date().context("a mail has a date")?.to_timestamp();
    ensure!((before.timestamp()..before.timestamp() + 120).contains(&written), "within two minutes");
    nobody_else_gets_it(&mut house, &Citizen::at(&browser)).await?;
    browser.close().await
}

/// How a day of the calendar, or what stands for such days in the legend, looks: its colours and its sign.
#[derive(Debug, PartialEq, Deserialize)]
struct Look {
    ground: String,
    ink: String,
    sign: String,
}

impl Look {
    async fn of(browser: &Browser, css: &str) -> Result<Self> {
        let script = r#"
            const day = document.querySelector(arguments[0]), small = day.querySelector("small");
            return { ground: getComputedStyle(day).backgroundColor, ink: getComputedStyle(small).color, sign: small.textContent };
        "#;
        let found = browser.page.execute(script, vec![css.into()]).await;
        Ok(serde_json::from_value(found.with_context(|| css.to_owned())?.json().clone())?)
    }

    /// Somebody who sees no colours tells them apart, and so does who sees nothing but colours.
    fn differs(&self, other: &Self) -> Result<()> {
        let is_told = self.ground != other.ground && self.ink != other.ink && self.sign != other.sign;
        ensure!(is_told, "{self:?} and {other:?}");
        Ok(())
    }
}

/// The day of a number, with what is read aloud for it.
async fn day(browser: &Browser, number: u32) -> Result<(Look, String)> {
    let script = r#"
        const days = [...document.querySelectorAll(".month td .month__day")];
        const day = days.find((day) => day.querySelector("b").textContent === arguments[0]);
        day.id = `day-${arguments[0]}`;
        return day.querySelector(".unseen").textContent;
    "#;
    let said = browser.page.execute(script, vec![number.to_string().into()]).await?.convert()?;
    Ok((Look::of(browser, &format!("#day-{number}")).await?, said))
}

/// Free, full and closed days of the calendar itself differ by colour and by sign, and look as the legend says.
async fn days_in_colour_and_sign(browser: &Browser) -> Result<()> {
    let (free, said) = day(browser, 24).await?;
    ensure!(free.sign == "4" && said == "Dienstag, 24. November 2026: 4 freie Zeiten", "{free:?} {said}");
    let (full, said) = day(browser, 26).await?;
    ensure!(full.sign == "×" && said == "Donnerstag, 26. November 2026: ausgebucht", "{full:?} {said}");
    let (closed, said) = day(browser, 25).await?;
    ensure!(closed.sign == "–" && said == "Mittwoch, 25. November 2026: geschlossen", "{closed:?} {said}");
    free.differs(&full)?;
    full.differs(&closed)?;
    closed.differs(&free)?;
    for (kind, seen) in [("free", free), ("full", full), ("closed", closed)] {
        let legend = Look::of(browser, &format!(".month__legend .month__day--{kind}")).await?;
        ensure!(
            (&legend.ground, &legend.ink) == (&seen.ground, &seen.ink),
            "{kind}: {legend:?} and {seen:?}"
        );
    }
    Ok(())
}

/// Thursday's rooms are taken before anybody looks.
async fn thursday_is_full(house: &House) -> Result<()> {
    for start in ["2026-11-26T08:00:00Z", "2026-11-26T08:20:00Z", "2026-11-26T08:40:00Z"] {
        for _ in 0..2 {
            house.hold(&house.office, "ummeldung", at(start)).await?;
        }
    }
    Ok(())
}

/// What is confirmed stays, also when the time for which it was kept is over: nobody else is offered it, and whoever
/// asks for it all the same is refused.
async fn nobody_else_gets_it(house: &mut House, citizen: &Citizen<'_>) -> Result<()> {
    house.set_time(at("2026-11-23T09:00:00Z")).await?;
    let times = "markkleeberg/times?lang=de&services=ummeldung:1,urkunde:1";
    citizen.opens(&format!("{}/{times}&day=2026-11-24", house.booking.url)).await?;
    citizen.sees("#times", "1 freie Zeit").await?;
    let left = citizen.reads("#times button").await?;
    ensure!(left.starts_with("09:00"), "the half hour before it: {left}");
    let server = house.booking.server(None)?;
    let services = ["ummeldung", "urkunde"].map(|id| ServiceChoice { service: id.into(), quantity: 1 });
    let request = HoldRequest { services: services.to_vec(), start: at(HALF_PAST_NINE) };
    let path = format!("/offices/{}/holds", house.office);
    match server.post::<_, Hold>(&path, Nonce::random(), &request).await {
        Err(CallError::Problem(problem)) => ensure!(problem.code() == "slot_taken", "{problem:?}"),
        other => bail!("somebody else at half past nine: {other:?}"),
    }
    Ok(())
}
