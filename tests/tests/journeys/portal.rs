//! Booking where something is in the way: a form that takes too long, a mail server that is down, a slow link, hours that
//! come twice, names that are no names.

use crate::mails::{mail_about, text};
use crate::support::{at, office};
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::mail_server::{self, MailServer, free_port};
use foyer_tests::wait;
use serde_json::json;
use std::path::Path;
use tempfile::TempDir;

/// An office of the journeys whose booking server sends mails to this port.
async fn house(file: &Path, start: &str, port: u16) -> Result<(TempDir, House)> {
    let folder = tempfile::tempdir()?;
    let section = mail_server::section(port, "security = \"none\"");
    let house = House::open_with(&section, &folder.path().join("house"), file, at(start)).await?;
    Ok((folder, house))
}

/// Scenario 17: a quarter of an hour over the form, while the time was kept for ten minutes. That is said plainly, nothing
/// typed is lost, and there is one booking at the end.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_takes_too_long_loses_nothing() -> Result<()> {
    let mails = MailServer::start()?;
    let (folder, mut house) = house(&office("offenburg.toml"), "2026-11-23T07:00:00Z", mails.port).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let times = format!("{}/offenburg/times?lang=de&services=fischereischein:1", house.booking.url);
    citizen.opens(&times).await?;
    citizen.takes_time("2026-11-24", "08:00").await?;
    citizen.types("#name", "Erika Mustermann").await?;
    citizen.types("#email", "erika@example.org").await?;
    house.set_time(at("2026-11-23T07:15:00Z")).await?;
    let other = house.book("fischereischein", at("2026-11-24T07:00:00Z")).await?;

    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Sie müssen nichts noch einmal eintippen").await?;
    citizen.presses_one("#times button", "08:10").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    citizen.sees("main", "Erika Mustermann").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await?;
    citizen.sees("main", "08:10").await?;
    // Whoever goes back to the form is led to the booking, and makes no second one.
    let booked = browser.page.current_url().await?.to_string();
    citizen.opens(&booked.replace("/b/", "/h/")).await?;
    citizen.sees("main", "Terminnummer").await?;
    citizen.sees("main", "08:10").await?;
    let day =
        house.free_times("fischereischein:1", at("2026-11-24T07:00:00Z"), at("2026-11-24T07:21:00Z")).await?;
    ensure!(day.starts == [at("2026-11-24T07:20:00Z")], "two are booked, and nothing is still kept: {day:?}");
    ensure!(other.start == at("2026-11-24T07:00:00Z"));
    browser.close().await
}

/// Scenario 18: what is booked while the mail server is down is mailed when it is back after three hours, once.
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_is_down_for_three_hours_delays_only() -> Result<()> {
    let port = free_port()?;
    let (_folder, mut house) = house(&office("offenburg.toml"), "2026-11-23T07:00:00Z", port).await?;
    let booking = house.book("fischereischein", at("2026-11-27T09:00:00Z")).await?;
    for hour in 1..3 {
        house.set_time(at("2026-11-23T07:00:00Z") + chrono::TimeDelta::hours(hour)).await?;
    }
    let mails = MailServer::with(port, &[])?;
    house.set_time(at("2026-11-23T10:00:00Z")).await?;
    let mail = mail_about(&mails, "Termin gebucht: Freitag, 27. November 2026, 10:00 Uhr").await?;
    ensure!(text(&mail)?.contains(&booking.pin.context("the PIN is told once")?));
    // A second one would have been on its way by now.
    house.set_time(at("2026-11-23T13:00:00Z")).await?;
    house.book("fischereischein", at("2026-11-27T10:00:00Z")).await?;
    mail_about(&mails, "Termin gebucht: Freitag, 27. November 2026, 11:00 Uhr").await?;
    ensure!(mails.mails()?.len() == 2, "one mail of each booking");
    Ok(())
}

/// Scenario 19 at the booking server: the hour that is skipped has no times, the one that comes twice has each of its
/// times twice and says which is which.
#[tokio::test(flavor = "multi_thread")]
async fn the_hours_of_the_clock_changes_are_told_apart() -> Result<()> {
    let mails = MailServer::start()?;
    let folder = tempfile::tempdir()?;
    let night = std::fs::read_to_string(office("offenburg.toml"))?
        .replace("\"Mon\", \"Tue\", \"Wed\", \"Thu\", \"Fri\"", "\"Sun\"")
        .replace("from = \"08:00:00\"\nto = \"12:00:00\"", "from = \"01:00:00\"\nto = \"04:00:00\"")
        .replace("grid_minutes = 5", "grid_minutes = 30");
    let file = folder.path().join("night.toml");
    std::fs::write(&file, night)?;
    let (_folder, mut house) = house(&file, "2027-03-20T07:00:00Z", mails.port).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let times = format!("{}/offenburg/times?lang=de&services=fischereischein:1&day=", house.booking.url);
    citizen.opens(&format!("{times}2027-03-28")).await?;
    let shown = citizen.reads("#times").await?;
    ensure!(
        shown.contains("4 freie Zeiten") && shown.contains("01:30") && shown.contains("03:00"),
        "{shown}"
    );
    ensure!(!shown.contains("02:"), "{shown}");

    house.set_time(at("2027-10-20T07:00:00Z")).await?;
    citizen.opens(&format!("{times}2027-10-31")).await?;
    let shown = citizen.reads("#times").await?;
    ensure!(shown.contains("8 freie Zeiten"), "{shown}");
    let keys: Vec<&str> = shown.lines().filter(|line| line.contains("02:30")).collect();
    ensure!(keys.len() == 2 && keys[0] != keys[1], "which of the two: {keys:?}");
    browser.close().await
}

/// Scenario 21: what is no name is shown as text wherever it comes to light.
#[tokio::test(flavor = "multi_thread")]
async fn free_text_is_text_everywhere() -> Result<()> {
    const NAME: &str = "=HYPERLINK(\"x\") <b onclick=\"alert(1)\">Ünal</b> & ${7*7}";
    let mails = MailServer::start()?;
    let (folder, house) = house(&office("offenburg.toml"), "2026-11-23T07:00:00Z", mails.port).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1000, 900).await?;
    let citizen = Citizen::at(&browser);
    let url = &house.booking.url;
    citizen.opens(&format!("{url}/offenburg/times?lang=de&services=fischereischein:1")).await?;
    citizen.takes_time("2026-11-24", "09:00").await?;
    citizen.types("#name", NAME).await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", NAME).await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await?;
    let mail = mail_about(&mails, "Termin gebucht: Dienstag, 24. November 2026, 09:00 Uhr").await?;
    // Nor does the town send what is no name under its own.
    let html = mail.body_html(0).context("a mail has a page")?;
    ensure!(!text(&mail)?.contains("HYPERLINK") && !html.contains("HYPERLINK"), "{html}");

    house.add_booking_staff("kim", "administrator")?;
    citizen.opens(&format!("{url}/staff/offices/offenburg?lang=de&day=2026-11-24")).await?;
    citizen.types("input[name=name]", "kim").await?;
    citizen.types("input[name=password]", PASSWORD).await?;
    citizen.presses("main button.kern-btn--primary").await?;
    citizen.opens(&format!("{url}/staff/offices/offenburg?lang=de&day=2026-11-24")).await?;
    citizen.sees("main", NAME).await?;
    ensure!(citizen.counts("main b[onclick]").await? == 0);
    browser.close().await
}

/// The first page on a link of 400 kbit/s, with nothing in the browser's memory: usable within four seconds, and not more
/// than 100 kB come over the wire.
#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_is_light() -> Result<()> {
    let mails = MailServer::start()?;
    let (folder, house) =
        house(&office("../../deploy/examples/office.toml"), "2026-11-23T07:00:00Z", mails.port).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let tools = browser.page.cdp();
    let link =
        json!({ "offline": false, "latency": 100, "downloadThroughput": 50_000, "uploadThroughput": 50_000 });
    tools.send_raw("Network.enable", json!({})).await?;
    tools.send_raw("Network.emulateNetworkConditions", link).await?;
    Citizen::at(&browser).opens(&format!("{}/musterstadt?lang=de", house.booking.url)).await?;
    let script = r#"
        const parts = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
        const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
        return paint && performance.timing.domComplete && [parts.reduce((sum, part) => sum + part.transferSize, 0), performance.timing.domComplete - performance.timing.navigationStart, paint];
    "#;
    // It is painted a moment after it is there.
    let figures = wait::for_value("the first page to be painted", wait::LIMIT, || async {
        Ok(browser.page.execute(script, Vec::new()).await?.convert::<Option<[f64; 3]>>().ok().flatten())
    });
    let [bytes, usable, painted] = figures.await?;
    println!(
        "first page: {bytes} bytes, painted after {painted:.0} ms, usable after {usable:.0} ms at 400 kbit/s"
    );
    ensure!(bytes > 10_000.0 && bytes <= 100_000.0, "{bytes} bytes");
    // A figure of the link, not of the machine: four fifths of it are bytes divided by their rate.
    ensure!(usable <= 4_000.0, "{usable} ms");
    browser.close().await
}

/// Scenario 30 at the booking server: a night after the appointment nothing in its folder knows who had it.
#[tokio::test(flavor = "multi_thread")]
async fn the_booking_server_forgets_who_came() -> Result<()> {
    const NAME: &str = "Xaverine Vergissmeinnicht";
    const EMAIL: &str = "xaverine@vergissmeinnicht.example";
    let mails = MailServer::start()?;
    let (folder, mut house) = house(&office("offenburg.toml"), "2026-11-23T07:00:00Z", mails.port).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    citizen
        .opens(&format!("{}/offenburg/times?lang=de&services=fischereischein:1", house.booking.url))
        .await?;
    citizen.takes_time("2026-11-24", "09:00").await?;
    citizen.confirms_as(NAME, EMAIL).await?;
    mail_about(&mails, "Termin gebucht").await?;
    browser.close().await?;
    let data = house.folder.join("foyer-booking");
    ensure!(!crate::planted_name::found_in(&data, &[NAME])?.is_empty(), "until then it is known");
    house.set_time(at("2026-11-25T03:30:00Z")).await?;
    wait::for_value("the name to be gone", wait::LIMIT, || async {
        let found = crate::planted_name::found_in(&house.folder, &[NAME, EMAIL])?;
        Ok(found.is_empty().then_some(()))
    })
    .await
}
