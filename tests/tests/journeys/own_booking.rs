//! What citizens do with the appointment that they have: with its PIN, which nobody guesses, and with keys alone.

use crate::barriers::judged_both_ways;
use crate::barriers_booking::{TUESDAY, house_with};
use crate::support::at;
use anyhow::{Context, Result};
use chrono::TimeDelta;
use chrono_tz::Europe::Berlin;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::mail_server::nobody;
use foyer_tests::pages::{Hands, shows};
use thirtyfour::Key;

/// Each wrong PIN is told, with how often one may try again; after the fifth the right one is refused, too, and the page says
/// until when.
#[tokio::test(flavor = "multi_thread")]
async fn a_pin_is_not_guessed() -> Result<()> {
    let (folder, mut house) = house_with("", nobody()?).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let citizen = Citizen::at(&browser);
    let booking = house.book("personalausweis", at(TUESDAY)).await?;
    let right = booking.pin.clone().context("the PIN is told once")?;
    let wrong = if right.starts_with('1') { "2" } else { "1" }.to_owned() + &right[1..];
    let page = format!("{}/b/{}?lang=de&cancel=1", house.booking.url, booking.secret);
    let tries = async |pin: &str, said: &str| {
        citizen.opens(&page).await?;
        citizen.types("#pin", pin).await?;
        citizen.leaves_by("#cancel button").await?;
        citizen.sees("[role=alert]", said).await
    };
    for left in ["4 Versuche.", "3 Versuche.", "2 Versuche.", "1 Versuch."] {
        tries(&wrong, &format!("Diese PIN ist falsch. Sie haben noch {left}")).await?;
    }
    judged_both_ways(&browser, "citizen-pin-wrong").await?;
    let before = house.now();
    tries(&wrong, "Die PIN war zu oft falsch.").await?;
    let until = house.booked("select coalesce(max(pin_locked_until), 0) from booking")?;
    let until = at("1970-01-01T00:00:00Z") + TimeDelta::seconds(until);
    let quarter = TimeDelta::seconds(15 * 60 - 1)..TimeDelta::minutes(16);
    anyhow::ensure!(quarter.contains(&(until - before)), "a quarter of an hour: {until}");
    let said = until.with_timezone(&Berlin).format("Bitte versuchen Sie es ab %H:%M Uhr noch einmal.");
    citizen.sees("[role=alert]", &said.to_string()).await?;
    tries(&right, &said.to_string()).await?;
    judged_both_ways(&browser, "citizen-pin-locked").await?;
    citizen.opens(&page).await?;
    citizen.sees("main", "Dienstag, 24. November 2026, 09:00").await?;
    house.set_time(until).await?;
    citizen.opens(&page).await?;
    citizen.types("#pin", &right).await?;
    citizen.presses("#cancel button").await?;
    citizen.sees("main", "Dieser Termin ist abgesagt.").await?;
    browser.close().await
}

/// Moved to the next day, and then given up: each stop of the focus is seen.
#[tokio::test(flavor = "multi_thread")]
async fn moved_and_cancelled_with_keys_alone() -> Result<()> {
    let (folder, house) = house_with("", nobody()?).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let hands = Hands::at(&browser);
    let booking = house.book("personalausweis", at(TUESDAY)).await?;
    let pin = booking.pin.clone().context("the PIN is told once")?;
    browser.page.goto(format!("{}/b/{}?lang=de", house.booking.url, booking.secret)).await?;
    hands.choose("main a[href*='/move']").await?;
    shows(&browser, "h1", "Termin verschieben").await?;
    hands.choose("a.month__day--free[href*='day=2026-11-25']").await?;
    shows(&browser, "#times", "08:00").await?;
    hands.choose("#times button").await?;
    shows(&browser, "main", "bleibt bestehen, bis der neue sicher ist").await?;
    hands.go_to("#pin").await?;
    hands.press(pin.clone() + Key::Enter).await?;
    shows(&browser, "main", "Mittwoch, 25. November 2026, 08:00").await?;
    judged_both_ways(&browser, "citizen-moved").await?;
    hands.choose("#cancel summary").await?;
    hands.go_to("#pin").await?;
    hands.press(pin + Key::Enter).await?;
    shows(&browser, "main", "Dieser Termin ist abgesagt.").await?;
    judged_both_ways(&browser, "citizen-cancelled").await?;
    browser.close().await
}
