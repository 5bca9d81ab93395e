//! The pages that citizens see, as axe-core and eyes judge them: booking, and the phone's page from ticket to end.

use crate::desk::judged;
use crate::support::{Kiosk, at, house};
use anyhow::{Context, Result};
use foyer_tests::browser::Browser;
use foyer_tests::clerk::Clerk;
use foyer_tests::pages::shows;

/// Waiting, asked about, called, served; in German and in Arabic. `FOYER_PAGES=folder` keeps the pictures.
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
        ("/".to_owned(), "portal"),
    ] {
        browser.page.goto(format!("{at_booking}{path}")).await?;
        judged(&browser, name).await?;
    }

    let tickets = [kiosk.walk_in(&house, "meldung").await?, kiosk.walk_in(&house, "meldung").await?];
    let phone = tickets[1].phone_url.as_ref().context("a ticket's page")?;
    for (language, name) in [("de", "phone-waiting"), ("ar", "phone-waiting-ar")] {
        browser.page.goto(format!("{phone}?lang={language}")).await?;
        shows(&browser, "main", "002").await?;
        judged(&browser, name).await?;
    }
    browser.page.goto(format!("{phone}?lang=de")).await?;
    for what in ["next", "start", "finish", "next"] {
        anna.press("1", what).await?;
    }
    shows(&browser, "main", "Schalter 1").await?;
    judged(&browser, "phone-called").await?;
    anna.press("1", "start").await?;
    anna.press("1", "finish").await?;
    shows(&browser, "main", "beendet").await?;
    judged(&browser, "phone-over").await?;
    browser.close().await
}
