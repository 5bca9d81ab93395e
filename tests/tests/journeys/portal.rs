//! Booking where something is in the way: a mail server that is down, a slow link, hours that come twice, a day that ends.

use crate::mails::{code_in, mail_about, text};
use crate::support::{Kiosk, at, office, opens_before};
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_protocol::lobby::CheckInAnswer;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::mail_server::{self, MailServer, free_port};
use foyer_tests::wait;
use foyer_text::Language;
use serde_json::json;
use std::path::Path;
use tempfile::TempDir;

/// An office of the journeys whose booking server sends mails to this port.
pub async fn house(file: &Path, start: &str, port: u16) -> Result<(TempDir, House)> {
    let folder = tempfile::tempdir()?;
    let section = mail_server::section(port, "security = \"none\"");
    let house = House::open_with(&section, &folder.path().join("house"), file, at(start)).await?;
    Ok((folder, house))
}

/// Scenario 18: what is booked while the mail server is down is mailed when it is back after three hours, once. Each hour it
/// was really tried, and failed.
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_is_down_for_three_hours_delays_only() -> Result<()> {
    let port = free_port()?;
    let (_folder, mut house) = house(&office("offenburg.toml"), "2026-11-23T07:00:00Z", port).await?;
    let booking = house.book("fischereischein", at("2026-11-27T09:00:00Z")).await?;
    let unsent = "select coalesce(max(tries), 0) from letter where kind = 'confirmed' and sent_at is null";
    let sent = "select count(*) from letter where sent_at is not null";
    for hour in 0..3 {
        if hour > 0 {
            house.set_time(at("2026-11-23T07:00:00Z") + TimeDelta::hours(hour)).await?;
        }
        wait::for_value("a try that fails", wait::LIMIT, || async {
            Ok((house.booked(unsent)? > hour).then_some(()))
        })
        .await?;
        ensure!(house.booked(sent)? == 0, "nobody is there to take it");
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
/// times twice and says which is which. What is booked there is mailed, and gets somebody in, at that moment.
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
    let kiosk = Kiosk::enrol(&house).await?;
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
    citizen.presses_one("#times button", "03:00").await?;
    citizen.confirms_as("Frieda Frühling", "frieda@example.org").await?;
    let mail = mail_about(&mails, "Termin gebucht: Sonntag, 28. März 2027, 03:00 Uhr").await?;
    // A quarter of an hour before three it is a quarter to two.
    citizen.sees("main", "01:45").await?;
    checks_in_from(&mut house, &kiosk, &code_in(&mail)?, at("2027-03-28T00:45:00Z")).await?;

    house.set_time(at("2027-10-20T07:00:00Z")).await?;
    citizen.opens(&format!("{times}2027-10-31")).await?;
    let shown = citizen.reads("#times").await?;
    ensure!(shown.contains("8 freie Zeiten"), "{shown}");
    let keys: Vec<&str> = shown.lines().filter(|line| line.contains("02:30")).collect();
    ensure!(keys.len() == 2 && keys[0] != keys[1], "which of the two: {keys:?}");
    // The later one.
    citizen.presses_one("#times button[value='2027-10-31T01:30:00Z']", keys[1]).await?;
    citizen.sees("main", keys[1]).await?;
    citizen.confirms_as("Herta Herbst", "herta@example.org").await?;
    let mail = mail_about(&mails, &format!("Termin gebucht: Sonntag, 31. Oktober 2027, {}", keys[1])).await?;
    browser.close().await?;
    checks_in_from(&mut house, &kiosk, &code_in(&mail)?, at("2027-10-31T01:15:00Z")).await
}

/// Not a second before this moment, and then at once.
async fn checks_in_from(house: &mut House, kiosk: &Kiosk, code: &str, from: Timestamp) -> Result<()> {
    house.set_time(from).await?;
    let answer = kiosk.scan(code, from - TimeDelta::seconds(1)).await?;
    ensure!(
        matches!(answer, CheckInAnswer::TooEarly { opens_at, .. } if opens_at == from),
        "{answer:?} for {from}"
    );
    let answer = kiosk.scan(code, from).await?;
    ensure!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "{answer:?} at {from}");
    Ok(())
}

/// A page that is open at midnight goes on to the next day by itself, and what is booked there is the new day's for mail and
/// check-in.
#[tokio::test(flavor = "multi_thread")]
async fn a_day_ends_while_somebody_books() -> Result<()> {
    let mails = MailServer::start()?;
    let start = "2026-11-23T21:00:00Z";
    let (folder, mut house) = house(&office("round-the-clock.toml"), start, mails.port).await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let times = format!("{}/rathaus/times?lang=de&services=ausweis:1", house.booking.url);
    // Whoever was too slow to see the page before midnight waits for the next one.
    let midnights = (0..3).map(|late| at("2026-11-23T23:00:00Z") + TimeDelta::days(late));
    let page =
        |midnight: Timestamp| format!("{times}&day={}", (midnight - TimeDelta::hours(12)).date_naive());
    let midnight = opens_before(&mut house, &citizen, midnights, page).await?;
    let date = |time: Timestamp| foyer_text::date(Language::German, chrono_tz::Europe::Berlin, time);
    citizen.sees("#times", &date(midnight - TimeDelta::hours(12))).await?;
    let after = &date(midnight);
    wait::for_value("the next day", 2 * wait::LIMIT, || async {
        Ok(citizen.reads("#times").await?.contains(after).then_some(()))
    })
    .await?;
    ensure!(house.now() >= midnight, "not before");
    citizen.sees(".soonest", &format!("{after}, 00:")).await?;
    let day = (midnight + TimeDelta::hours(12)).date_naive();
    citizen.takes_time(&day.to_string(), "00:30").await?;
    citizen.confirms_as("Mia Mitternacht", "mia@example.org").await?;
    let mail = mail_about(&mails, &format!("Termin gebucht: {after}, 00:30 Uhr")).await?;
    browser.close().await?;
    checks_in_from(&mut house, &kiosk, &code_in(&mail)?, midnight + TimeDelta::minutes(15)).await
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
