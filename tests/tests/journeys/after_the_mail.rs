//! What happens to an appointment after its mail has arrived, and what the kiosk says to the code in that mail.

use crate::mails::{house_that_mails, link, mail_about, picture_in};
use crate::support::{at, known_to_the_lobby, office};
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::camera_picture::{Held, held_up};
use foyer_tests::citizen::{Citizen, Kept as Taken};
use foyer_tests::house::House;
use foyer_tests::kept::Kept;
use foyer_tests::mail_server::MailServer;
use foyer_tests::play::{Stage, Wanted, number_on};
use foyer_tests::wait;
use image::GrayImage;
use mail_parser::Message;
use std::time::Duration;

/// Ten minutes before both appointments.
const START: &str = "2026-11-23T08:50:00Z";
/// Ten minutes before the new one.
const NEW: &str = "2026-11-23T13:50:00Z";
/// Between two who hold something up.
const SECOND_LOOK: Duration = Duration::from_secs(3);

/// Books ten o'clock today; what is taken home, and the mail.
async fn books(
    citizen: &Citizen<'_>,
    house: &House,
    mails: &MailServer,
    service: &str,
) -> Result<(Taken, Message<'static>)> {
    citizen.opens(&format!("{}/rathaus/times?lang=de&services={service}:1", house.booking.url)).await?;
    citizen.takes_time("2026-11-23", "10:00").await?;
    let address = format!("{service}@example.org");
    let booked = citizen.confirms_as("Erika Mustermann", &address);
    let taken = known_to_the_lobby(house, booked).await?;
    let mail = crate::mails::mail_to(mails, &address, "Termin gebucht").await?;
    Ok((taken, mail))
}

fn code(mail: &Message<'_>) -> Result<GrayImage> {
    picture_in(mail)?.context("a mail has a code")
}

/// Holds a mail's code before the camera after another was there.
async fn holds_up(stage: &Stage, code: &GrayImage) -> Result<()> {
    stage.take_away()?;
    wait::pause(SECOND_LOOK).await;
    stage.show(&held_up(code, &Held::default(), 5))?;
    Ok(())
}

/// Scenario 11: moved and cancelled by the mail's links after the code was mailed. The kiosk says the new time or that it
/// is cancelled; the new mail's code is early until then, and lets in at the new time; the old one then finds the same
/// visit.
#[tokio::test(flavor = "multi_thread")]
async fn a_mailed_code_is_told_what_became_of_its_appointment() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = office("round-the-clock.toml");
    let data = folder.path().join("data");
    let (house, mails) = house_that_mails(Kept::in_postgres()?, &data, &office, START).await?;
    let stage = Stage::around(house, &Wanted::headless(folder.path(), &office, at(START)))?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let (moved, first) = books(&citizen, &stage.house, &mails, "ausweis").await?;
    let (cancelled, second) = books(&citizen, &stage.house, &mails, "meldung").await?;

    let to = ("2026-11-23", "15:00");
    let move_to = link(&first, "/move")?;
    known_to_the_lobby(&stage.house, citizen.moves_by(&move_to, to, &moved.pin)).await?;
    citizen.sees("main", "Montag, 23. November 2026, 15:00").await?;
    let third = mail_about(&mails, "Termin verschoben: Montag, 23. November 2026, 15:00 Uhr").await?;
    let cancel = link(&second, "cancel=1")?;
    known_to_the_lobby(&stage.house, citizen.cancels_by(&cancel, &cancelled.pin)).await?;
    mail_about(&mails, "Termin abgesagt").await?;
    browser.close().await?;

    let (old, given_up, new) = (code(&first)?, code(&second)?, code(&third)?);
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;
    stage.show(&held_up(&old, &Held::default(), 5))?;
    stage.screen_shows(0, "moved.png", &["verschoben", "1500Uhr", "1445Uhr"]).await?;
    holds_up(&stage, &given_up).await?;
    stage.screen_shows(0, "cancelled.png", &["abgesagt"]).await?;
    holds_up(&stage, &new).await?;
    stage.screen_shows(0, "early.png", &["Siesindnochzufrüh", "1445Uhr"]).await?;
    ensure!(stage.printer.tickets().is_empty(), "nobody was let in");

    // The same house in the afternoon, with its terminals.
    let mut house = stage.end_terminals();
    house.set_time(at(NEW)).await?;
    let stage = Stage::around(house, &Wanted::headless(folder.path(), &office, at(NEW)))?;
    stage.screen_shows(0, "afternoon.png", &["Kamera"]).await?;
    stage.show(&held_up(&given_up, &Held::default(), 5))?;
    stage.screen_shows(0, "still-cancelled.png", &["abgesagt"]).await?;
    holds_up(&stage, &new).await?;
    let number = number_on(&stage.paper(1).await?).context("a number on the paper")?;
    stage.screen_shows(0, "number.png", &[&number]).await?;
    holds_up(&stage, &old).await?;
    stage.screen_shows(0, "again.png", &[&number, "schonangemeldet"]).await?;
    ensure!(stage.printer.tickets().len() == 1, "one visit, one paper");
    Ok(())
}
