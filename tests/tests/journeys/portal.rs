//! Booking where something is in the way: a form that takes too long, a mail server that is down, a slow link, hours that
//! come twice, names that are no names.

use crate::barriers::judged_both_ways;
use crate::mails::{code_in, mail_about, text};
use crate::support::{Kiosk, at, office};
use anyhow::{Context, Result, ensure};
use foyer_protocol::lobby::CheckInAnswer;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::mail_server::{self, MailServer, free_port};
use foyer_tests::wait;
use serde_json::json;
use std::path::Path;
use tempfile::TempDir;
use thirtyfour::By;

/// An office of the journeys whose booking server sends mails to this port.
async fn house(file: &Path, start: &str, port: u16) -> Result<(TempDir, House)> {
    let folder = tempfile::tempdir()?;
    let section = mail_server::section(port, "security = \"none\"");
    let house = House::open_with(&section, &folder.path().join("house"), file, at(start)).await?;
    Ok((folder, house))
}

/// Offenburg where everything is asked that can be asked.
async fn curious_house(port: u16) -> Result<(TempDir, House)> {
    let asked =
        "grid_minutes = 5\nphone = \"optional\"\nmost_persons = 5\ninterpreters = [\"on_site\", \"video\"]";
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("curious.toml");
    let text = std::fs::read_to_string(office("offenburg.toml"))?.replace("grid_minutes = 5", asked);
    std::fs::write(&file, text)?;
    house(&file, "2026-11-23T07:00:00Z", port).await
}

/// All that can be typed of who comes.
const TYPED: [(&str, &str); 8] = [
    ("name", "Erika Mustermann"),
    ("email", "erika@example.org"),
    ("phone", "0341 123-0"),
    ("persons", "3"),
    ("more_time", "yes"),
    ("pick_up", "yes"),
    ("interpreter", "ti"),
    ("way", "video"),
];

/// Fills in every field of the form.
async fn types_everything(citizen: &Citizen<'_>) -> Result<()> {
    for (field, value) in &TYPED[..3] {
        citizen.types(&format!("#{field}"), value).await?;
    }
    citizen.presses("#persons option[value='3']").await?;
    citizen.presses("details.support summary").await?;
    citizen.presses("label[for=more_time]").await?;
    citizen.presses("label[for=pick_up]").await?;
    citizen.presses("#interpreter option[value=ti]").await?;
    citizen.presses("label[for=way-video]").await
}

/// What the form holds, field by field: in fields that are seen or, further on, in hidden ones.
async fn still_typed(browser: &Browser) -> Result<()> {
    let script = r#"return Object.fromEntries(new FormData(document.getElementById("contact")))"#;
    let found = browser.page.execute(script, Vec::new()).await?.json().clone();
    for (field, value) in TYPED {
        ensure!(found[field] == value, "{field} is not {value} in {found}");
    }
    Ok(())
}

/// Scenario 17: a quarter of an hour over the form, while the time was kept for ten minutes. That is said plainly, nothing
/// typed is lost, and there is one booking at the end.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_takes_too_long_loses_nothing() -> Result<()> {
    let mails = MailServer::start()?;
    let (folder, mut house) = curious_house(mails.port).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let times = format!("{}/offenburg/times?lang=de&services=fischereischein:1", house.booking.url);
    citizen.opens(&times).await?;
    citizen.takes_time("2026-11-24", "08:00").await?;
    types_everything(&citizen).await?;
    house.set_time(at("2026-11-23T07:15:00Z")).await?;
    let other = house.book("fischereischein", at("2026-11-24T07:00:00Z")).await?;

    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Sie müssen nichts noch einmal eintippen").await?;
    judged_both_ways(&browser, "citizen-held-too-long").await?;
    still_typed(&browser).await?;
    citizen.presses_one("#times button", "08:10").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    for said in [
        "Erika Mustermann",
        "erika@example.org",
        "0341 123-0",
        "mehr Zeit",
        "im Wartebereich ab",
        "Tigrinya",
        "per Video",
    ] {
        citizen.sees(".facts", said).await?;
    }
    still_typed(&browser).await?;
    // Back in the form all of it stands where it was typed.
    citizen.leaves_by("#contact .kern-btn--secondary").await?;
    citizen.sees("main", "Schritt 3 von 4").await?;
    still_typed(&browser).await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
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

/// How long the time is still kept, as the page counts it down: seconds.
async fn counted(browser: &Browser) -> Result<u32> {
    let left = browser.page.find(By::Css("#held-left")).await?.text().await?;
    let (minutes, seconds) =
        left.split_once(':').with_context(|| format!("minutes and seconds: `{left}`"))?;
    ensure!(seconds.len() == 2, "{left}");
    Ok(minutes.parse::<u32>()? * 60 + seconds.parse::<u32>()?)
}

/// Who fills in the form sees how long the time is kept, can have it kept once more as long with all that is typed, and
/// hears when two minutes are left and when it is over.
#[tokio::test(flavor = "multi_thread")]
async fn how_long_a_time_is_kept_is_counted_down() -> Result<()> {
    let (folder, mut house) = curious_house(free_port()?).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let times = format!("{}/offenburg/times?lang=de&services=fischereischein:1", house.booking.url);
    citizen.opens(&times).await?;
    citizen.takes_time("2026-11-24", "08:00").await?;
    citizen.sees("#held-until", "Wir halten diese Zeit bis 08:1").await?;
    let first = counted(&browser).await?;
    ensure!((500..=600).contains(&first), "ten minutes: {first}");
    wait::for_value("the seconds to go by", wait::LIMIT, || async {
        Ok((counted(&browser).await? < first).then_some(()))
    })
    .await?;
    types_everything(&citizen).await?;
    house.set_time(at("2026-11-23T07:05:00Z")).await?;
    citizen.sees(".held__longer", "Länger frei halten").await?;
    citizen.leaves_by(".held__longer").await?;
    citizen.sees("#held-until", "Wir halten diese Zeit bis 08:2").await?;
    still_typed(&browser).await?;
    ensure!(counted(&browser).await? > first, "{} after {first}", counted(&browser).await?);
    ensure!(citizen.counts(".held__longer").await? == 1, "whoever needs still more gets it");
    judged_both_ways(&browser, "citizen-held-longer").await?;

    let held = browser.page.current_url().await?.to_string().replace("/longer", "");
    let until = house.booked("select held_until from booking where state = 'held'")?;
    let until = at("1970-01-01T00:00:00Z") + chrono::TimeDelta::seconds(until);
    for (before, said) in [(125, "noch 2 Minuten"), (5, "nicht mehr für Sie frei gehalten")] {
        house.set_time(until - chrono::TimeDelta::seconds(before)).await?;
        citizen.opens(&held).await?;
        citizen.sees("main", "Schritt 3 von 4").await?;
        wait::for_value(said, wait::LIMIT, || async {
            let heard = "return document.getElementById('held-said').textContent";
            let heard: String = browser.page.execute(heard, Vec::new()).await?.convert()?;
            Ok(heard.contains(said).then_some(()))
        })
        .await?;
    }
    judged_both_ways(&browser, "citizen-held-over").await?;
    browser.close().await
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
            house.set_time(at("2026-11-23T07:00:00Z") + chrono::TimeDelta::hours(hour)).await?;
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
    checks_in_from(&mut house, &kiosk, &code_in(&mail)?, "2027-03-28T00:45:00Z").await?;

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
    checks_in_from(&mut house, &kiosk, &code_in(&mail)?, "2027-10-31T01:15:00Z").await
}

/// Not a second before this moment, and then at once.
async fn checks_in_from(house: &mut House, kiosk: &Kiosk, code: &str, from: &str) -> Result<()> {
    let from = at(from);
    house.set_time(from).await?;
    let answer = kiosk.scan(code, from - chrono::TimeDelta::seconds(1)).await?;
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
    let start = "2026-11-23T22:59:45Z";
    let (folder, mut house) = house(&office("round-the-clock.toml"), start, mails.port).await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let url = house.booking.url.clone();
    let times = format!("{url}/rathaus/times?lang=de&services=ausweis:1");
    citizen.opens(&format!("{times}&day=2026-11-23")).await?;
    citizen.sees("#times", "Montag, 23. November 2026").await?;
    wait::for_value("the next day", wait::LIMIT, || async {
        let shown = citizen.reads("#times").await?;
        Ok(shown.contains("Dienstag, 24. November 2026").then_some(()))
    })
    .await?;
    ensure!(house.now() >= at("2026-11-23T23:00:00Z"), "not before");
    citizen.sees(".soonest", "Dienstag, 24. November 2026, 00:0").await?;
    citizen.takes_time("2026-11-24", "00:30").await?;
    citizen.confirms_as("Mia Mitternacht", "mia@example.org").await?;
    let mail = mail_about(&mails, "Termin gebucht: Dienstag, 24. November 2026, 00:30 Uhr").await?;
    browser.close().await?;
    checks_in_from(&mut house, &kiosk, &code_in(&mail)?, "2026-11-23T23:15:00Z").await
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
