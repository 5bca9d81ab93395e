//! At the kiosk, with its real screen, camera pictures and printer.

use crate::support::{Kiosk, at, office, ticket};
use anyhow::{Context, Result, ensure};
use foyer_tests::lossy::LossyLine;
use foyer_tests::play::{Stage, Wanted, number_on};
use foyer_tests::{reading, wait};
use std::cell::RefCell;
use std::time::Duration;

const START: &str = "2026-11-23T08:52:00Z";

/// What a citizen takes to look at the phone and hold it up again; less is the same scan to a kiosk.
const SECOND_LOOK: Duration = Duration::from_secs(3);

/// Scenario 2 at the kiosk: the second scan shows the same number and prints nothing by itself; asked for,
/// the second paper says that it is a copy.
#[tokio::test(flavor = "multi_thread")]
async fn the_second_paper_is_a_copy_and_only_when_asked_for() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = office("round-the-clock.toml");
    let stage = Stage::set_up(&Wanted::headless(folder.path(), &office, at(START))).await?;
    let booking = stage.house.book("ausweis", at("2026-11-23T09:00:00Z")).await?;
    stage.hold_up(&booking).await?;
    let first = stage.paper(1).await?;
    let number = number_on(&first).context("a number on the paper")?;
    ensure!(!first.contains("Kopie"), "the first paper is no copy:\n{first}");

    let sound = stage.kiosk_recorder.as_ref().context("a headless kiosk records its sound")?;
    wait::for_value("the read and the number to be heard", wait::LIMIT, || async {
        Ok((sound.peak()? > 0.05).then_some(()))
    })
    .await?;

    stage.take_away()?;
    wait::pause(SECOND_LOOK).await;
    stage.hold_up(&booking).await?;
    stage.screen_shows(0, "again.png", &[&number, "schonangemeldet"]).await?;
    ensure!(stage.printer.tickets().len() == 1, "nothing is printed by itself");
    stage.touch(0, "drucken").await?;
    let second = stage.paper(2).await?;
    ensure!(number_on(&second) == Some(number), "another number:\n{second}");
    ensure!(second.contains("Kopie"), "the second paper does not say that it is a copy:\n{second}");
    Ok(())
}

/// Scenario 22: the lobby says yes, the answer is lost. The kiosk does not let the citizen stand there: it gives a
/// number alone. The next scan shows the number that was given, nothing is printed again, and to the lobby both
/// numbers are one visit.
#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_loses_no_number_and_prints_once() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = office("round-the-clock.toml");
    let line = RefCell::new(None);
    let way = |lobby: &str| {
        let address = lobby.trim_start_matches("http://").parse()?;
        let lossy = LossyLine::to(address)?;
        let url = format!("http://{}", lossy.address());
        line.replace(Some(lossy));
        Ok(url)
    };
    let wanted = Wanted { way: Some(&way), ..Wanted::headless(folder.path(), &office, at(START)) };
    let stage = Stage::set_up(&wanted).await?;
    let line = line.take().context("the way was asked for")?;
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;
    let booking = stage.house.book("ausweis", at("2026-11-23T09:00:00Z")).await?;

    line.lose(true);
    line.hold_streams(true);
    stage.hold_up(&booking).await?;
    // The lobby has decided and answered into the void, and the kiosk has stopped waiting for it.
    let paper = stage.paper(1).await?;
    ensure!(line.lost() > 0, "no answer was lost");
    let given = number_on(&paper).context("a number on the paper")?;
    ensure!(given != "A001", "the number that nobody heard");
    ensure!(paper.contains("Aufruf durch Mitarbeitende"), "who calls, without the lobby:\n{paper}");
    stage.screen_shows(0, "alone.png", &[&given, "AufrufdurchMitarbeitende"]).await?;

    line.lose(false);
    line.hold_streams(false);
    stage.take_away()?;
    wait::pause(SECOND_LOOK).await;
    stage.hold_up(&booking).await?;
    stage.screen_shows(0, "number.png", &[&given, "schonangemeldet"]).await?;
    let tester = Kiosk::enrol(&stage.house).await?;
    let code = booking.check_in_code.as_deref().context("a confirmed booking has a code")?;
    wait::for_value("the two numbers to be one visit", wait::LIMIT, || async {
        let answer = tester.scan(code, stage.house.now()).await?;
        let visit = ticket(&answer)?;
        let also: Vec<String> = visit.also.iter().map(ToString::to_string).collect();
        Ok((visit.number.to_string() == "A001" && also == [given.clone()]).then_some(()))
    })
    .await?;
    wait::for_value("a calm printer", wait::LIMIT, || async {
        Ok((stage.printer.buffered() == 0).then_some(()))
    })
    .await?;
    ensure!(stage.printer.tickets().len() == 1, "printed once");
    Ok(())
}

/// Whoever booked in another language reads the screen and the paper in it, letters that the printer has none of
/// included; who comes next is greeted in the office's.
#[tokio::test(flavor = "multi_thread")]
async fn a_bookings_language_is_shown_and_printed_and_forgotten() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = foyer_tests::house::busy_office(folder.path())?;
    let stage = Stage::set_up(&Wanted::headless(folder.path(), &office, at(START))).await?;
    let spoken =
        [("ar", "ara", ["رقمكم", "الانتظار", "10:00"]), ("uk", "ukr", ["Ваш номер", "чекайте", "10:00"])];
    for (turn, (language, letters, words)) in spoken.into_iter().enumerate() {
        let booking = stage.house.book_in(language, "ausweis", at("2026-11-23T09:00:00Z")).await?;
        stage.hold_up(&booking).await?;
        stage.paper(turn + 1).await?;
        let paper = reading::drawn(&stage.picture("ticket.png"), letters)?;
        for word in words {
            ensure!(paper.contains(word), "{word} is not on the paper:\n{paper}");
        }
        // The office's own words are its own; the kiosk's are not German any more.
        let number = format!("A{:03}", turn + 1);
        stage.screen_shows(0, "spoken.png", &[&number]).await?;
        ensure!(!stage.screen_has(0, &["IhreNummer"])?, "the screen speaks German in {language}");
        stage.take_away()?;
        wait::pause(SECOND_LOOK).await;
    }
    stage.hold_up(&stage.house.book("ausweis", at("2026-11-23T09:00:00Z")).await?).await?;
    stage.screen_shows(0, "next.png", &["A003", "IhreNummer"]).await?;
    ensure!(stage.paper(3).await?.contains("Ihre Nummer"), "the paper is not in the office's language");
    Ok(())
}
