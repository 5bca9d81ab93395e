//! Markkleeberg: four steps, concerns of several areas in one appointment, days in colours and signs, a confirmation that
//! binds, a mail within two minutes. All of it by keyboard.

use super::city;
use crate::barriers::judged;
use crate::mails::mail_about;
use crate::support::at;
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::pages::{Hands, shows};
use thirtyfour::{By, Key};

#[tokio::test(flavor = "multi_thread")]
async fn as_promised_in_markkleeberg() -> Result<()> {
    let (folder, house, mails) = city("markkleeberg", "2026-11-23T07:00:00Z").await?;
    let browser = Browser::open(&folder.path().join("browser"), 1000, 900).await?;
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
    let nothing =
        house.free_times("ummeldung:1,urkunde:1", at("2026-11-24T08:30:00Z"), at("2026-11-24T08:31:00Z"));
    ensure!(nothing.await?.starts.is_empty(), "it is kept while the form is open");
    ensure!(mails.mails()?.is_empty(), "nothing is certain yet");
    let before = house.now();
    hands.choose("#contact .kern-btn--primary").await?;
    shows(&browser, "main", "Ihr Termin ist gebucht.").await?;
    judged(&browser, "cities-booked").await?;

    let mail = mail_about(&mails, "Termin gebucht: Dienstag, 24. November 2026, 09:30 Uhr").await?;
    let written = mail.date().context("a mail has a date")?.to_timestamp();
    ensure!((before.timestamp()..before.timestamp() + 120).contains(&written), "within two minutes");
    browser.close().await
}

/// Free, full and closed days differ by what stands in them and by their colour.
async fn days_in_colour_and_sign(browser: &Browser) -> Result<()> {
    let script = r#"
        return ["free", "full", "closed"].map((kind) => {
          const day = document.querySelector(`.month__legend .month__day--${kind}`);
          const style = getComputedStyle(day.querySelector("small"));
          return [style.backgroundColor, style.color, style.borderColor].join() + day.querySelector("small").textContent;
        });
    "#;
    let looks: Vec<String> = browser.page.execute(script, Vec::new()).await?.convert()?;
    ensure!(
        looks.len() == 3 && looks[0] != looks[1] && looks[1] != looks[2] && looks[0] != looks[2],
        "{looks:?}"
    );
    let script = "return [...document.querySelectorAll('.month__day--closed:not(li) small')].map((at) => at.textContent)";
    let signs: Vec<String> = browser.page.execute(script, Vec::new()).await?.convert()?;
    ensure!(!signs.is_empty() && signs.iter().all(|sign| sign == "–"), "{signs:?}");
    Ok(())
}
