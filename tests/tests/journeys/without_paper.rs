//! Whoever rings and has neither e-mail nor paper has a Terminnummer, and needs nothing else.

use crate::mails::{arrived, house_that_mails, is_to, mail_to};
use crate::support::{at, known_to_the_lobby, office};
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::effort::{Effort, NEWCOMER};
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::kept::Kept;
use foyer_tests::play::{Stage, Wanted, number_on};
use foyer_tests::reading;
use std::collections::BTreeSet;

/// Both appointments are at ten.
const START: &str = "2026-11-23T08:52:00Z";
/// Who calls has a minute at the kiosk or at reception, by the model.
const MINUTE: f64 = 60.0;

/// Whoever takes the call books ten o'clock for somebody; the Terminnummer that is read aloud.
async fn books(kim: &Citizen<'_>, house: &House, name: &str) -> Result<String> {
    let book =
        format!("{}/staff/offices/rathaus/book?lang=de&q-ausweis=1&from=2026-11-23", house.booking.url);
    kim.opens(&book).await?;
    kim.presses("label:has(input[name=start][value='2026-11-23T09:00:00Z'])").await?;
    kim.types("#name", name).await?;
    known_to_the_lobby(house, kim.leaves_by(".staff__book .kern-btn--primary")).await?;
    kim.sees("main", "Bitte vorlesen").await?;
    kim.reads(".staff__number").await
}

/// How many words the kiosk's screen has: each that is read at any size, once.
fn words_on_screen(stage: &Stage) -> Result<usize> {
    let screens = stage.screens.as_ref().context("a virtual screen")?;
    let read = reading::words(&screens.picture(0)?)?;
    let words = read.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.chars().count() > 2);
    Ok(words.collect::<BTreeSet<_>>().len())
}

/// At the kiosk, who reads every word of every screen.
async fn at_the_kiosk(stage: &Stage, number: &str) -> Result<()> {
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;
    let before = words_on_screen(stage)?;
    let presses = stage.types(number).await?;
    let paper = stage.paper(1).await?;
    let ticket = number_on(&paper).context("a number on the paper")?;
    stage.screen_shows(0, "ticket.png", &[&ticket]).await?;
    let words = before + words_on_screen(stage)?;
    // Each sign is looked up on the note that was taken, and found among the keys.
    let effort = Effort { presses, decisions: presses, words, ..Effort::default() };
    let seconds = effort.seconds(NEWCOMER);
    ensure!(seconds < MINUTE, "{effort:?}: {seconds} s at the kiosk, by the model");
    Ok(())
}

/// At reception, where the number is said aloud.
async fn at_reception(rea: &Citizen<'_>, stage: &Stage, number: &str) -> Result<()> {
    let house = &stage.house;
    house.add_staff("rea", "supervisor")?;
    rea.opens(&format!("{}/sign-in", house.lobby.url)).await?;
    rea.types("#name", "rea").await?;
    rea.types("#password", PASSWORD).await?;
    rea.leaves_by("form.fields button").await?;
    rea.opens(&format!("{}/room", house.lobby.url)).await?;
    rea.sees("main", "noch nicht da").await?;
    let before = rea.effort();
    rea.types(".room-code input[name=code]", number).await?;
    rea.leaves_by(".room-code button").await?;
    rea.sees("#found-1", "10:00").await?;
    ensure!(rea.counts(".room-found").await? == 1, "one booking has this number");
    rea.presses("#found-1 select").await?;
    rea.presses("#found-1 option[value=no-code]").await?;
    rea.leaves_by("#found-1 button[value=check_in]").await?;
    rea.sees(".say__number", "A 002").await?;
    let after = rea.effort();
    let effort = Effort {
        keys: after.keys - before.keys,
        presses: after.presses - before.presses,
        decisions: after.decisions - before.decisions,
        words: 0,
    };
    let seconds = effort.seconds(NEWCOMER);
    ensure!(seconds < MINUTE, "{effort:?}: {seconds} s at reception, by the model");
    Ok(())
}

/// Scenario 27: booked by telephone, no e-mail, no paper. Nothing is sent although mail is, and the Terminnummer gets one
/// in by the kiosk's keypad and another by reception, each within a minute.
#[tokio::test(flavor = "multi_thread")]
async fn the_number_alone_gets_in_within_a_minute() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = office("round-the-clock.toml");
    let data = folder.path().join("data");
    let (house, mails) = house_that_mails(Kept::in_postgres()?, &data, &office, START).await?;
    house.add_booking_staff("kim", "administrator")?;
    let stage = Stage::around(house, &Wanted::headless(folder.path(), &office, at(START)))?;
    let house = &stage.house;
    let browser = Browser::open(&folder.path().join("browser"), 1280, 1000).await?;
    let staff = Citizen::at(&browser);
    staff.opens(&format!("{}/staff/sign-in?lang=de", house.booking.url)).await?;
    staff.types("input[name=name]", "kim").await?;
    staff.types("input[name=password]", PASSWORD).await?;
    staff.leaves_by("main button.kern-btn--primary").await?;
    let dora = books(&staff, house, "Dora Fernsprech").await?;
    let emil = books(&staff, house, "Emil Fernsprech").await?;
    ensure!(dora != emil);

    // Mail is sent here: whoever books after them has theirs.
    house.book("meldung", at("2026-11-23T15:00:00Z")).await?;
    mail_to(&mails, "erika@example.org", "Termin gebucht").await?;
    let others: Vec<_> =
        arrived(&mails)?.into_iter().filter(|mail| !is_to(mail, "erika@example.org")).collect();
    ensure!(others.is_empty(), "a mail to nobody's address: {others:?}");
    let count = |sql: &str| house.booked(sql);
    ensure!(count("select count(*) from contact where email = ''")? == 2, "two without an address");
    let theirs =
        "select count(*) from letter where booking in (select booking from contact where email = '')";
    ensure!(count(theirs)? == 0, "a letter that nobody can get");

    at_the_kiosk(&stage, &dora).await?;
    at_reception(&staff, &stage, &emil).await?;
    ensure!(stage.printer.tickets().len() == 1, "reception needs no paper");
    browser.close().await
}
