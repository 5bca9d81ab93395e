//! Leipzig: on every day an appointment, nobody reloads a page, what somebody gives up is held for who waits, office after
//! office joins while the server runs, and what cannot be booked is asked for.

use super::city;
use crate::mails::{link, mail_about};
use crate::support::{at, office};
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_protocol::booking::{BookingView, CancelRequest};
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::mail_server::MailServer;

/// Monday at half past seven: the times of Tuesday are released in half an hour.
const EARLY: &str = "2026-11-23T06:30:00Z";
/// Monday and Tuesday at two, the first of two times each.
const MONDAY: &str = "2026-11-23T13:00:00Z";
const TUESDAY: &str = "2026-11-24T13:00:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn as_promised_in_leipzig() -> Result<()> {
    let (folder, mut house, mails) = city("leipzig", EARLY).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    every_day(&mut house, &citizen).await?;
    let booked = nobody_reloads(&house, &citizen).await?;
    what_is_given_up(&house, &citizen, &mails, &booked).await?;
    another_joins(&house, &citizen, folder.path()).await?;
    asked_for(&house, &citizen, &mails).await?;
    browser.close().await?;
    and_every_other(&mut house).await
}

async fn free_on(house: &House, start: &str) -> Result<usize> {
    let start = at(start);
    Ok(house.free_times("reisepass:1", start, start + TimeDelta::hours(1)).await?.starts.len())
}

/// At eight there are the next day's times, and it was said that they come.
async fn every_day(house: &mut House, citizen: &Citizen<'_>) -> Result<()> {
    ensure!((free_on(house, MONDAY).await?, free_on(house, TUESDAY).await?) == (2, 0));
    let times = format!("{}/leipzig/times?lang=de&services=reisepass:1", house.booking.url);
    citizen.opens(&times).await?;
    citizen.sees("#live", "Weitere Zeiten gibt es hier ab: Montag, 23. November 2026, 08:00 Uhr").await?;
    house.set_time(at("2026-11-23T07:00:00Z")).await?;
    ensure!(free_on(house, TUESDAY).await? == 2, "tomorrow's are there");
    Ok(())
}

/// … and so on the next day, and the one after.
async fn and_every_other(house: &mut House) -> Result<()> {
    for (eight, next) in
        [("2026-11-24T07:00:00Z", "2026-11-25T13:00:00Z"), ("2026-11-25T07:00:00Z", "2026-11-26T13:00:00Z")]
    {
        ensure!(free_on(house, next).await? == 0, "not yet for {next}");
        house.set_time(at(eight)).await?;
        ensure!(free_on(house, next).await? == 2, "at {eight} for {next}");
    }
    Ok(())
}

/// What others take and give back is seen where one looks.
async fn nobody_reloads(house: &House, citizen: &Citizen<'_>) -> Result<Vec<BookingView>> {
    let times = format!("{}/leipzig/times?lang=de&services=reisepass:1&day=2026-11-24", house.booking.url);
    citizen.opens(&times).await?;
    citizen.sees("#times", "2 freie Zeiten").await?;
    let first = house.book("reisepass", at(TUESDAY)).await?;
    citizen.sees("#times", "1 freie Zeit").await?;
    cancels(house, &first).await?;
    citizen.sees("#times", "2 freie Zeiten").await?;
    let mut booked = Vec::new();
    for start in [MONDAY, TUESDAY] {
        for late in [0, 10] {
            booked.push(house.book("reisepass", at(start) + TimeDelta::minutes(late)).await?);
        }
    }
    citizen.sees("#live", "Zurzeit ist keine Zeit frei.").await?;
    Ok(booked)
}

async fn cancels(house: &House, booking: &BookingView) -> Result<()> {
    let pin = booking.pin.clone().context("who has just booked has a PIN")?;
    let path = format!("/bookings/{}/cancel", booking.secret);
    let server = house.booking.server(None)?;
    let _: BookingView = server.post(&path, Nonce::random(), &CancelRequest { pin }).await?;
    Ok(())
}

/// Nothing is free; who waits is written to in the moment when somebody cancels, and nobody else gets that time.
async fn what_is_given_up(
    house: &House,
    citizen: &Citizen<'_>,
    mails: &MailServer,
    booked: &[BookingView],
) -> Result<()> {
    citizen.presses("a[href*='/wait?']").await?;
    citizen.types("#email", "wartet@example.org").await?;
    citizen.presses("#notice option:first-child").await?;
    citizen.presses("#wait .kern-btn--primary").await?;
    citizen.sees("main", "Sie stehen auf der Warteliste.").await?;
    cancels(house, booked.last().context("the last one of Tuesday")?).await?;
    let mail =
        mail_about(mails, "Eine Zeit ist frei geworden: Dienstag, 24. November 2026, 14:10 Uhr").await?;
    ensure!(free_on(house, TUESDAY).await? == 0, "it is held");
    citizen.opens(&link(&mail, "/h/")?).await?;
    citizen.types("#name", "Willi Wartet").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await
}

/// A second office, and a third: the page that is open offers each as soon as it is there.
async fn another_joins(house: &House, citizen: &Citizen<'_>, folder: &std::path::Path) -> Result<()> {
    let times = format!("{}/leipzig/times?lang=de&services=reisepass:1", house.booking.url);
    citizen.opens(&times).await?;
    citizen.sees("#live", "Zurzeit ist keine Zeit frei.").await?;
    let first = std::fs::read_to_string(office("leipzig.toml"))?;
    for (number, name) in [(16, "Paunsdorf"), (17, "Stötteritz")] {
        let file = folder.join(format!("office-{number}.toml"));
        let joins = first
            .replace("id = \"leipzig\"\n", &format!("id = \"leipzig-{number}\"\n"))
            .replace("number = 15\n", &format!("number = {number}\n"))
            .replace("Leipzig-Mitte", &format!("Leipzig-{name}"));
        std::fs::write(&file, joins)?;
        house.import_office(&file).await?;
        let offered = format!("Bürgerbüro Leipzig-{name}: Montag, 23. November 2026, 14:00 Uhr");
        citizen.sees(".elsewhere", &offered).await?;
    }
    citizen.presses_one(".elsewhere a", "Bürgerbüro Leipzig-Paunsdorf").await?;
    citizen.sees("#times", "14:10").await
}

/// What nobody books online is asked for with days that suit.
async fn asked_for(house: &House, citizen: &Citizen<'_>, mails: &MailServer) -> Result<()> {
    let page = format!("{}/leipzig/request?lang=de&services=beurkundung:1", house.booking.url);
    citizen.opens(&page).await?;
    citizen.presses("#half1 option[value=afternoon]").await?;
    citizen.sets("#day1", "2026-11-26").await?;
    citizen.types("#name", "Anna Anfrage").await?;
    citizen.types("#email", "anna@example.org").await?;
    citizen.types("#words", "Wir kommen zu dritt.").await?;
    citizen.presses("#request .kern-btn--primary").await?;
    citizen.sees("main", "Ihre Anfrage ist bei uns.").await?;
    citizen.sees("main", "26. November 2026").await?;
    mail_about(mails, "Ihre Anfrage ist bei uns: Bürgerbüro Leipzig-Mitte").await?;
    Ok(())
}
