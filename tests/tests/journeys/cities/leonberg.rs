//! Leonberg: kind and number of concerns set the length, documents and forms are named, mail and PIN. All of it without
//! the pages' scripts.

use super::city_on;
use crate::mails::{arrived, code_in, is_to, link, mail_about, text};
use crate::support::{Kiosk, at};
use anyhow::{Context, Result, ensure};
use foyer_protocol::lobby::CheckInAnswer;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::kept::Kept;

/// Whose mails are counted.
const FAMILY: &str = "familie@example.org";

/// Three passports of a family, moved by PIN.
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
    let kept = citizen.confirms_as("Familie Mustermann", FAMILY).await?;

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
    let to = ("2026-11-25", "08:00");
    citizen.wants_to_move_by(&link(&mail, "/move")?, to).await?;
    citizen.types("#pin", &kept.pin).await?;
    citizen.presses("main form .kern-btn--primary").await?;
    citizen.sees("main", "Mittwoch, 25. November 2026, 08:00").await?;
    mail_about(&mails, "Termin verschoben: Mittwoch, 25. November 2026, 08:00 Uhr").await?;
    browser.close().await
}

/// Scenario 16: a wrong PIN, and a place that somebody else took meanwhile. Each time the old appointment stands: its page
/// says so, nobody else gets its place, no mail says otherwise, and its code checks in.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_moved_stands() -> Result<()> {
    let (folder, mut house, mails) =
        city_on(Kept::in_postgres()?, "leonberg", "2026-11-23T07:00:00Z").await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    citizen.has_scripts(false).await?;
    let times = format!("{}/leonberg/times?lang=de&services=reisepass:1", house.booking.url);
    citizen.opens(&times).await?;
    citizen.takes_time("2026-11-24", "08:30").await?;
    let kept = citizen.confirms_as("Familie Mustermann", FAMILY).await?;
    let mail = mail_about(&mails, "Termin gebucht: Dienstag, 24. November 2026, 08:30 Uhr").await?;
    let (move_to, code) = (link(&mail, "/move")?, code_in(&mail)?);

    let wrong = if kept.pin.starts_with('1') { "2" } else { "1" }.to_owned() + &kept.pin[1..];
    let refused = async |to: (&str, &str), pin: &str, said: &str| {
        citizen.types("#pin", pin).await?;
        citizen.presses("main form .kern-btn--primary").await?;
        citizen.sees("[role=alert]", said).await.with_context(|| format!("{to:?}"))?;
        stands(&citizen, &house, &move_to).await
    };
    let wednesday = ("2026-11-25", "08:00");
    citizen.wants_to_move_by(&move_to, wednesday).await?;
    refused(wednesday, &wrong, "Diese PIN ist falsch. Sie haben noch 4 Versuche.").await?;
    let thursday = ("2026-11-26", "08:00");
    citizen.wants_to_move_by(&move_to, thursday).await?;
    house.book("meldebescheinigung", at("2026-11-26T07:00:00Z")).await?;
    refused(thursday, &kept.pin, "jemand anderes gebucht").await?;
    browser.close().await?;

    // A mail that was written later has come.
    mail_about(&mails, "Termin gebucht: Donnerstag, 26. November 2026, 08:00 Uhr").await?;
    let to_them = arrived(&mails)?.into_iter().filter(|mail| is_to(mail, FAMILY)).count();
    ensure!(to_them == 1, "{to_them} mails to whom nothing has changed for");

    house.set_time(at("2026-11-24T07:20:00Z")).await?;
    let answer = Kiosk::enrol(&house).await?.scan(&code, house.now()).await?;
    ensure!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "{answer:?}");
    Ok(())
}

/// The old appointment is on its page, and its time is nobody else's.
async fn stands(citizen: &Citizen<'_>, house: &House, move_to: &str) -> Result<()> {
    citizen.opens(&move_to.replace("/move", "")).await?;
    citizen.sees("main", "Dienstag, 24. November 2026, 08:30").await?;
    let start = at("2026-11-24T07:30:00Z");
    let asked = house.hold(&house.office, "reisepass", start).await;
    let refused = asked.err().context("somebody else got the place")?.to_string();
    ensure!(refused.contains("(409)"), "{refused}");
    let free = house.free_times("reisepass:1", start, start + chrono::TimeDelta::minutes(1)).await?;
    ensure!(free.starts.is_empty(), "the place is offered: {free:?}");
    Ok(())
}
