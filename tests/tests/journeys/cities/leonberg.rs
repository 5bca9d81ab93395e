//! Leonberg: kind and number of concerns set the length, documents and forms are named, mail and PIN. All of it without
//! the pages' scripts.

use super::city_on;
use crate::mails::{link, mail_about, text};
use crate::support::at;
use anyhow::{Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::kept::Kept;

/// Three passports of a family, moved by PIN; scenario 16 beside it: what cannot be moved stands.
#[tokio::test(flavor = "multi_thread")]
async fn as_promised_in_leonberg() -> Result<()> {
    let (folder, house, mails) = city_on(Kept::in_postgres()?, "leonberg", "2026-11-23T07:00:00Z").await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    citizen.has_scripts(false).await?;
    let url = &house.booking.url;
    citizen.opens(&format!("{url}/leonberg")).await?;
    citizen.takes("reisepass", 1).await?;
    citizen.sees("#sum", "15 Minuten").await?;
    citizen.opens(&format!("{url}/leonberg")).await?;
    citizen.takes("reisepass", 3).await?;
    citizen.takes("meldebescheinigung", 1).await?;
    // 15 and twice 10 for those who come along, and 5.
    citizen.sees("#sum", "40 Minuten").await?;
    citizen.wants_times().await?;
    // Two hours a day: after 9:20 there are no forty minutes left.
    citizen.presses("a.month__day--free[href*='day=2026-11-24']").await?;
    citizen.sees("#times", "09:20").await?;
    ensure!(!citizen.reads("#times").await?.contains("09:25"));
    citizen.takes_time("2026-11-24", "08:30").await?;

    // Without the address that the office needs nothing goes on, and nothing typed is lost.
    citizen.types("#name", "Familie Mustermann").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("[role=alert]", "E-Mail").await?;
    let name = browser.page.find(thirtyfour::By::Css("#name")).await?.value().await?;
    ensure!(name.as_deref() == Some("Familie Mustermann"), "{name:?}");
    let kept = citizen.confirms_as("Familie Mustermann", "familie@example.org").await?;

    let mail = mail_about(&mails, "Termin gebucht: Dienstag, 24. November 2026, 08:30 Uhr").await?;
    let said = text(&mail)?;
    for part in [
        "40 Minuten",
        "Biometrisches Passfoto",
        "Einverständnis der Eltern",
        "einverstaendnis.pdf",
        &kept.pin,
    ] {
        ensure!(said.contains(part), "{part} in {said}");
    }
    moved_by_pin(&citizen, &link(&mail, "/move")?, &kept.pin, &house).await?;
    mail_about(&mails, "Termin verschoben: Mittwoch, 25. November 2026, 08:00 Uhr").await?;
    browser.close().await
}

/// A wrong PIN and a place that somebody else took meanwhile: each time the old appointment stands.
async fn moved_by_pin(
    citizen: &Citizen<'_>,
    move_to: &str,
    pin: &str,
    house: &foyer_tests::house::House,
) -> Result<()> {
    let to = async |day: &str, time: &str| {
        citizen.opens(move_to).await?;
        citizen.presses(&format!("a.month__day--free[href*='day={day}']")).await?;
        citizen.presses_one("#times button", time).await?;
        citizen.sees("main", "bleibt bestehen, bis der neue sicher ist").await
    };
    let wrong = if pin.starts_with('1') { "2" } else { "1" }.to_owned() + &pin[1..];
    to("2026-11-25", "08:00").await?;
    citizen.types("#pin", &wrong).await?;
    citizen.presses("main form .kern-btn--primary").await?;
    citizen.sees("[role=alert]", "Diese PIN ist falsch. Sie haben noch 4 Versuche.").await?;

    to("2026-11-26", "08:00").await?;
    house.book("meldebescheinigung", at("2026-11-26T07:00:00Z")).await?;
    citizen.types("#pin", pin).await?;
    citizen.presses("main form .kern-btn--primary").await?;
    citizen.sees("[role=alert]", "jemand anderes gebucht").await?;
    let old = move_to.replace("/move", "");
    citizen.opens(&old).await?;
    citizen.sees("main", "Dienstag, 24. November 2026, 08:30").await?;

    to("2026-11-25", "08:00").await?;
    citizen.types("#pin", pin).await?;
    citizen.presses("main form .kern-btn--primary").await?;
    citizen.sees("main", "Mittwoch, 25. November 2026, 08:00").await
}
