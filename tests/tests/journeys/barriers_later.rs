//! The pages to which mails lead citizens, and what is there once a time is over: in German, Arabic and Leichte Sprache, as
//! axe-core and eyes judge them. `FOYER_PAGES=folder` keeps the pictures.

use crate::barriers_booking::{TUESDAY, house_with, signs_in};
use crate::barriers_citizens::Reader;
use crate::mails::{link, mail_about};
use crate::support::{at, cancels};
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_protocol::booking::{BookingView, MoveRequest};
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::mail_server::{MailServer, nobody};
use foyer_tests::wait;
use tempfile::TempDir;

async fn opened(rule: &str, port: u16) -> Result<(TempDir, House, Browser)> {
    let (folder, house) = house_with(rule, port).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    Ok((folder, house, browser))
}

/// Where an address is confirmed by mail: what is said until then, and the page behind the link.
#[tokio::test(flavor = "multi_thread")]
async fn a_confirmation_by_mail_has_no_barriers_in_any_words() -> Result<()> {
    let mails = MailServer::start()?;
    let (_folder, house, browser) = opened("confirm_by_mail_minutes = 60\n", mails.port).await?;
    let title = "portal-unconfirmed-title";
    let url = house.booking.url.clone();
    let citizen = Citizen::at(&browser);
    citizen.opens(&format!("{url}/offenburg/times?lang=de&services=ummeldung:1")).await?;
    citizen.takes_time("2026-11-25", "09:00").await?;
    citizen.types("#name", "Erika Mustermann").await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("main", "E-Mail").await?;
    let pending = browser.page.current_url().await?.path().to_owned();
    let mail = mail_about(&mails, "Bitte bestätigen").await?;
    let confirm = link(&mail, "/confirm/")?;
    for reader in Reader::all(&browser, &url) {
        reader.reads(&pending, title, "citizen-pending").await?;
        reader.reads(&confirm, title, "citizen-confirm").await?;
    }
    citizen.opens(&confirm).await?;
    citizen.leaves_by("main form .kern-btn--primary").await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await?;
    // Another language has what is told once, too.
    for reader in Reader::all(&browser, &url) {
        let tag = reader.language.tag();
        citizen.presses(".languages summary").await?;
        citizen.leaves_by(&format!(".languages button[lang={tag}]")).await?;
        reader.arrives(".booking__pin").await?;
        reader.judges("portal-booking-title", "citizen-confirmed").await?;
    }
    browser.close().await
}

/// A time that has become free for who waits, and one that the office offers in the place of another: while they are held,
/// and when they are no longer.
#[tokio::test(flavor = "multi_thread")]
async fn an_offered_time_has_no_barriers_in_any_words() -> Result<()> {
    let mails = MailServer::start()?;
    let (_folder, mut house, browser) = opened("", mails.port).await?;
    house.add_booking_staff("kim", "administrator")?;
    let url = house.booking.url.clone();
    let citizen = Citizen::at(&browser);
    let mut booked = Vec::new();
    for minutes in (0..240).step_by(15) {
        let start = at("2026-11-24T07:00:00Z") + TimeDelta::minutes(minutes);
        booked.push(house.book("personalausweis", start).await?);
    }
    citizen.opens(&format!("{url}/offenburg/wait?lang=de&services=personalausweis:1")).await?;
    citizen.types("#email", "wartet@example.org").await?;
    citizen.sets("#from", "2026-11-24").await?;
    citizen.sets("#until", "2026-11-24").await?;
    citizen.leaves_by("#wait .kern-btn--primary").await?;
    citizen.sees("main", "Sie stehen auf der Warteliste.").await?;
    let place = browser.page.current_url().await?.path().to_owned();
    cancels(&house, &booked[4]).await?;
    for reader in Reader::all(&browser, &url) {
        wait::for_value("an offer", wait::LIMIT, || async {
            reader.opens(&place).await?;
            Ok((citizen.counts(".offer a").await? == 1).then_some(()))
        })
        .await?;
        reader.judges("portal-wait-your-title", "citizen-offered").await?;
    }
    signs_in(&citizen, &url).await?;
    let close = "/staff/offices/offenburg/close?date=2026-11-24&way=offer&reason=illness&lang=de";
    citizen.opens(&format!("{url}{close}")).await?;
    citizen.leaves_by("main .say .kern-btn--primary").await?;
    let offer = link(&mail_about(&mails, "Ihr Termin fällt leider aus").await?, "/new-time/")?;
    for reader in Reader::all(&browser, &url) {
        reader.reads(&offer, "portal-offer-title", "citizen-new-time").await?;
    }
    // The appointment's own page says the same, with no code for the time that is closed.
    let secret = offer.split('/').nth(4).context("the booking's page")?;
    for reader in Reader::all(&browser, &url) {
        reader.reads(&format!("/b/{secret}"), "portal-booking-title", "citizen-booking-offered").await?;
        ensure!(citizen.counts("main img").await? == 0, "no code of a time that is closed");
        ensure!(citizen.counts("main a[href*='/new-time/']").await? == 1, "the offer");
    }
    // Who has moved the appointment by other ways keeps it when the offer is over.
    let mut bookings = booked.iter();
    let booking = bookings.find(|booking| booking.secret.to_string() == secret).context("one of these")?;
    let pin = booking.pin.clone().context("the PIN is told once")?;
    let other = MoveRequest { pin, start: at("2026-12-01T08:00:00Z") };
    let path = format!("/bookings/{secret}/move");
    let until = house.booked("select max(held_until) from booking where state = 'held'")?;
    let _: BookingView = house.booking.server(None)?.post(&path, Nonce::random(), &other).await?;
    house.set_time(at("1970-01-01T00:00:00Z") + TimeDelta::seconds(until + 60)).await?;
    for reader in Reader::all(&browser, &url) {
        reader.opens(&offer).await?;
        reader.judges("portal-offer-title", "citizen-new-time-over").await?;
    }
    browser.close().await
}

/// Who needs longer for the form than its time is held: what was typed is kept, and another time is chosen.
#[tokio::test(flavor = "multi_thread")]
async fn a_time_held_too_long_has_no_barriers_in_any_words() -> Result<()> {
    let (_folder, mut house, browser) = opened("", nobody()?).await?;
    let mut now = house.now();
    let first = house.hold(&house.office, "ummeldung", at(TUESDAY)).await?.hold;
    let url = house.booking.url.clone();
    for (reader, day) in Reader::all(&browser, &url).zip(["2026-11-25", "2026-11-26", "2026-11-27"]) {
        let citizen = &reader.citizen;
        reader.opens(&format!("/offenburg/times?services=ummeldung:1&day={day}")).await?;
        citizen.leaves_by("#times button").await?;
        citizen.types("#name", "Erika Mustermann").await?;
        citizen.types("#email", "erika@example.org").await?;
        now += TimeDelta::minutes(15);
        house.set_time(now).await?;
        citizen.leaves_by("#contact .kern-btn--primary").await?;
        reader.judges("portal-again-title", "citizen-held-too-long").await?;
        // Nothing was typed there.
        reader.opens(&format!("/h/{first}")).await?;
        reader.judges("portal-again-title", "citizen-again").await?;
    }
    browser.close().await
}
