//! Offenburg: 90 days, the length before booking, several concerns, documents, a reminder, places for emergencies,
//! booking by telephone, cancelling, check-in a quarter of an hour before and after.

use super::city;
use super::shown::{Shown, page_of};
use crate::mails::{code_in, link, mail_about, text};
use crate::support::{Kiosk, at};
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_protocol::lobby::{CheckInAnswer, Presented};
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::mail_server::MailServer;

/// Whose mails are counted.
const CITIZEN: &str = "buergerin@example.org";
/// When they come.
const START: &str = "2026-11-25T09:00:00Z";

/// From the first page to the counter's door, and what staff and latecomers do beside it.
#[tokio::test(flavor = "multi_thread")]
async fn as_promised_in_offenburg() -> Result<()> {
    let (folder, mut house, mails) = city("offenburg", "2026-11-23T07:00:00Z").await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let url = house.booking.url.clone();

    citizen.opens(&format!("{url}/offenburg")).await?;
    citizen.sees("#s-personalausweis", "15 Minuten").await?;
    citizen.types("#q", "perso").await?;
    citizen.sees("#found", "1").await?;
    citizen.takes("personalausweis", 1).await?;
    citizen.types("#q", "").await?;
    citizen.presses("#all a").await?;
    citizen.takes("ummeldung", 1).await?;
    citizen.sees("#sum", "25 Minuten").await?;
    citizen.wants_times().await?;
    ninety_days(&citizen).await?;
    citizen.takes_time("2026-11-25", "10:00").await?;
    let kept = citizen.confirms_as("Erika Mustermann", CITIZEN).await?;
    for document in ["Bisheriger Ausweis", "Biometrisches Passfoto", "Wohnungsgeberbestätigung"] {
        citizen.sees("main", document).await?;
    }
    let mail = mail_about(&mails, "Termin gebucht: Mittwoch, 25. November 2026, 10:00 Uhr").await?;
    let said = text(&mail)?;
    for part in ["Biometrisches Passfoto", "Wohnungsgeberbestätigung", "25 Minuten", &kept.number, &kept.pin]
    {
        ensure!(said.contains(part), "{part} in {said}");
    }
    let code = code_in(&mail)?;
    let shown = Shown { code: &code, number: &kept.number };
    for (name, width) in [("phone", 390), ("desktop", 1280)] {
        shown.is_large_and_alone(&browser, &folder.path().join(name), width).await?;
    }
    let html = page_of(&mail, &folder.path().join("mail"))?;
    for (name, width) in [("mail-phone", 390), ("mail-desktop", 1280)] {
        citizen.opens(&html).await?;
        shown.is_large_and_alone(&browser, &folder.path().join(name), width).await?;
    }

    let called = by_telephone_in_an_emergency(&citizen, &house).await?;
    cancelled_in_two_clicks(&citizen, &url, &mails).await?;
    browser.close().await?;

    // The day before at ten, and not two minutes earlier, when mails are sent already.
    house.set_time(at("2026-11-24T08:58:00Z")).await?;
    let reminders = || -> Result<usize> {
        let mails = mails.mails()?;
        let texts = mails.iter().map(|mail| String::from_utf8_lossy(mail));
        Ok(texts.filter(|mail| mail.contains("<reminder.") && mail.contains(CITIZEN)).count())
    };
    house.book("fischereischein", at("2026-11-27T09:00:00Z")).await?;
    mail_about(&mails, "Termin gebucht: Freitag, 27. November 2026, 10:00 Uhr").await?;
    ensure!(reminders()? == 0 && house.now() < at("2026-11-24T09:00:00Z"), "reminded too early");
    house.set_time(at("2026-11-24T09:00:00Z")).await?;
    mail_about(&mails, "Erinnerung an Ihren Termin: Mittwoch, 25. November 2026, 10:00 Uhr").await?;

    house.set_time(at("2026-11-25T07:50:00Z")).await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let typed = Presented::ShortCode(called.replace('-', ""));
    let answer = kiosk.present(Nonce::random(), typed, house.now()).await?;
    ensure!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "who had called: {answer:?}");
    a_quarter_of_an_hour(&mut house, &code).await?;
    ensure!(reminders()? == 1, "reminded once");
    Ok(())
}

/// The last day that can be booked is the ninetieth; it is a Sunday, and Friday before it is free.
async fn ninety_days(citizen: &Citizen<'_>) -> Result<()> {
    for month in ["2026-12", "2027-01", "2027-02"] {
        citizen.presses(&format!(".month__head a[href*='month={month}']")).await?;
        citizen.sees("#month", if month == "2026-12" { "Dezember" } else { "2027" }).await?;
    }
    ensure!(citizen.counts("a.month__day--free[href*='day=2027-02-19']").await? == 1);
    ensure!(citizen.counts("a.month__day--free[href*='day=2027-02-22']").await? == 0);
    ensure!(citizen.counts(".month__head a[href*='month=2027-03']").await? == 0);
    for month in ["2027-01", "2026-12", "2026-11"] {
        citizen.presses(&format!(".month__head a[href*='month={month}']")).await?;
    }
    citizen.sees("#month", "November").await
}

/// What is kept for emergencies is nobody's who books online, and is booked by whoever takes the call.
/// The Terminnummer is read aloud to them.
async fn by_telephone_in_an_emergency(citizen: &Citizen<'_>, house: &House) -> Result<String> {
    // 8:55, 9:00 … are counter 1's; until ten the second is for emergencies alone.
    let free =
        house.free_times("fischereischein:1", at("2026-11-25T08:00:00Z"), at("2026-11-25T08:05:00Z")).await?;
    ensure!(free.starts.len() == 1, "{free:?}");
    house.book("fischereischein", at("2026-11-25T08:00:00Z")).await?;
    let free =
        house.free_times("fischereischein:1", at("2026-11-25T08:00:00Z"), at("2026-11-25T08:05:00Z")).await?;
    ensure!(free.starts.is_empty(), "{free:?}");

    house.add_booking_staff("kim", "administrator")?;
    let book = format!("{}/staff/offices/offenburg/book?lang=de", house.booking.url);
    citizen.opens(&book).await?;
    citizen.types("input[name=name]", "kim").await?;
    citizen.types("input[name=password]", PASSWORD).await?;
    citizen.presses("main button.kern-btn--primary").await?;
    let ask = format!("{book}&q-fischereischein=1&from=2026-11-25");
    citizen.opens(&ask).await?;
    ensure!(citizen.counts("input[name=start][value='2026-11-25T08:00:00Z']").await? == 0);
    citizen.opens(&format!("{ask}&emergency=yes")).await?;
    citizen.presses("label:has(input[name=start][value='2026-11-25T08:00:00Z'])").await?;
    citizen.types("#name", "Bernd Notfall").await?;
    citizen.presses(".staff__book .kern-btn--primary").await?;
    citizen.sees("main", "Bitte vorlesen").await?;
    citizen.reads(".staff__number").await
}

/// From the mail: the link, the PIN and the key, and the place is free again.
async fn cancelled_in_two_clicks(citizen: &Citizen<'_>, url: &str, mails: &MailServer) -> Result<()> {
    citizen.opens(&format!("{url}/offenburg/times?lang=de&services=fischereischein:1")).await?;
    citizen.takes_time("2026-11-26", "11:00").await?;
    let kept = citizen.confirms_as("Karla Beispiel", "karla@example.org").await?;
    let mail = mail_about(mails, "Termin gebucht: Donnerstag, 26. November 2026, 11:00 Uhr").await?;
    citizen.cancels_by(&link(&mail, "cancel=1")?, &kept.pin).await?;
    mail_about(mails, "Termin abgesagt: Donnerstag, 26. November 2026, 11:00 Uhr").await?;
    citizen
        .opens(&format!("{url}/offenburg/times?lang=de&services=fischereischein:1&day=2026-11-26"))
        .await?;
    citizen.sees("#times", "11:00").await
}

/// The code of the mail opens from a quarter of an hour before the start, another one to a quarter after it.
async fn a_quarter_of_an_hour(house: &mut House, code: &str) -> Result<()> {
    let quarter = TimeDelta::minutes(15);
    let second = TimeDelta::seconds(1);
    let edge = at(START) - quarter;
    let late = house.book("fischereischein", edge - quarter).await?;
    let late = late.check_in_code.context("a confirmed booking has a code")?;
    house.set_time(edge + TimeDelta::seconds(20)).await?;
    let kiosk = Kiosk::enrol(house).await?;
    let answer = kiosk.scan(code, edge - second).await?;
    let too_early = CheckInAnswer::TooEarly { opens_at: edge, start: at(START) };
    ensure!(answer == too_early, "{answer:?}");
    let answer = kiosk.scan(code, edge).await?;
    ensure!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "{answer:?}");
    let answer = kiosk.scan(&late, edge + second).await?;
    ensure!(matches!(answer, CheckInAnswer::TooLate { .. }), "{answer:?}");
    let answer = kiosk.scan(&late, edge).await?;
    ensure!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "{answer:?}");
    Ok(())
}
