//! Where an office wants an address to be confirmed by mail: what a booking counts before, at the desk and at the kiosk.

use crate::mails::{house_that_mails, link, mail_to, picture_in};
use crate::support::{at, known_to_the_lobby, office};
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::camera_picture::{Held, held_up};
use foyer_tests::citizen::Citizen;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::House;
use foyer_tests::kept::Kept;
use foyer_tests::mail_server::MailServer;
use foyer_tests::play::{Stage, Wanted, number_on};
use std::path::{Path, PathBuf};

/// Karla books so early that her half hour is over when the window opens; the others' is not.
const EARLY: &str = "2026-11-23T08:12:00Z";
const LATER: &str = "2026-11-23T08:26:00Z";
/// In everybody's window.
const AT_THE_KIOSK: &str = "2026-11-23T08:46:00Z";

/// An office that waits half an hour for a link to be followed.
fn asks_by_mail(folder: &Path) -> Result<PathBuf> {
    let text = std::fs::read_to_string(office("round-the-clock.toml"))?;
    let rules = "[rules]\nconfirm_by_mail_minutes = 30\n\n[[areas]]";
    let file = folder.join("asks.toml");
    std::fs::write(&file, text.replacen("[[areas]]", rules, 1))?;
    Ok(file)
}

/// Somebody who has sent the form for ten o'clock.
struct Asked {
    /// The Terminnummer, which is all that they have so far.
    number: String,
    /// The link of their mail.
    link: String,
}

async fn asks(citizen: &Citizen<'_>, house: &House, mails: &MailServer, name: &str) -> Result<Asked> {
    citizen.opens(&format!("{}/rathaus/times?lang=de&services=ausweis:1", house.booking.url)).await?;
    citizen.takes_time("2026-11-23", "10:00").await?;
    let address = format!("{name}@example.org");
    citizen.types("#name", name).await?;
    citizen.types("#email", &address).await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Ihr Termin ist noch nicht sicher.").await?;
    ensure!(citizen.counts("main img").await? == 0, "no code before it is certain");
    let number = citizen.reads(".booking__code").await?;
    let mail = mail_to(mails, &address, "Bitte bestätigen Sie Ihren Termin").await?;
    ensure!(picture_in(&mail)?.is_none(), "no code in the mail before it is certain");
    Ok(Asked { number, link: link(&mail, "/confirm/")? })
}

/// Whom the desk calls; they are served at once.
async fn next(anna: &Clerk) -> Result<Option<String>> {
    let called = anna.press("1", "next").await?.number();
    if called.is_some() {
        for what in ["start", "finish"] {
            ensure!(anna.press("1", what).await?.done(), "{what}");
        }
    }
    Ok(called)
}

/// Scenario 12: a booking that is not confirmed is not callable before its check-in. Who is late to confirm is told so
/// at the kiosk and called by nobody; who stands there in time has confirmed by that; who has followed the link has a
/// code, and is called after it was read and not before.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_not_confirmed_is_nobody_to_call() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = asks_by_mail(folder.path())?;
    let data = folder.path().join("data");
    let (mut house, mails) = house_that_mails(Kept::in_postgres()?, &data, &office, EARLY).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    house.add_staff("anna", "clerk")?;
    let karla = asks(&citizen, &house, &mails, "karla").await?;
    house.set_time(at(LATER)).await?;
    let bernd = asks(&citizen, &house, &mails, "bernd").await?;
    let erika = asks(&citizen, &house, &mails, "erika").await?;
    house.set_time(at(AT_THE_KIOSK)).await?;
    let stage = Stage::around(house, &Wanted::headless(folder.path(), &office, at(AT_THE_KIOSK)))?;
    let anna = Clerk::sign_in(&stage.house, "anna").await?;
    anna.open("1").await?;
    ensure!(next(&anna).await?.is_none(), "nobody has checked in");

    // Her time was given back; nobody cancelled it.
    stage.types(&karla.number).await?;
    stage.screen_shows(0, "not-confirmed.png", &["nichtbestätigt"]).await?;
    stage.touch(0, "Zurück").await?;
    citizen.opens(&karla.link).await?;
    citizen.sees("main", "09:42 Uhr").await?;
    ensure!(citizen.counts("main img").await? == 0 && next(&anna).await?.is_none());

    stage.types(&bernd.number).await?;
    let number = number_on(&stage.paper(1).await?).context("a number on the paper")?;
    ensure!(next(&anna).await? == Some(number), "who stands there has confirmed");
    ensure!(next(&anna).await?.is_none(), "the others have not");

    citizen.opens(&erika.link).await?;
    known_to_the_lobby(&stage.house, citizen.presses("main form .kern-btn--primary")).await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await?;
    let mail = mail_to(&mails, "erika@example.org", "Termin gebucht").await?;
    ensure!(next(&anna).await?.is_none(), "confirmed, and not here yet");
    let code = picture_in(&mail)?.context("a code in the mail")?;
    stage.show(&held_up(&code, &Held::default(), 5))?;
    let number = number_on(&stage.paper(2).await?).context("a number on the paper")?;
    ensure!(next(&anna).await? == Some(number), "she is here");
    ensure!(stage.printer.tickets().len() == 2, "no paper for who was refused");
    browser.close().await
}
