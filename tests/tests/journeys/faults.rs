//! What breaks at the kiosk: camera, printer, and texts that were meant to break something.

use crate::support::{at, office};
use anyhow::{Context, Result, ensure};
use foyer_tests::camera_picture::empty_lobby;
use foyer_tests::clerk::Clerk;
use foyer_tests::play::{Camera, Stage, Wanted, number_on};
use foyer_tests::printer::Faults;
use foyer_tests::stand_in::StandIn;
use foyer_tests::{house, http, wait};
use std::time::Duration;

const START: &str = "2026-11-23T08:52:00Z";
const BOOKED: &str = "2026-11-23T09:00:00Z";

/// What a code that was taken away needs to be a new one.
const AWAY: Duration = Duration::from_secs(3);

/// Waits until the page of the terminals tells staff this.
async fn staff_read(clerk: &Clerk, text: &str) -> Result<()> {
    wait::for_value(text, wait::LIMIT, || async {
        Ok(clerk.page("/devices").await?.contains(text).then_some(()))
    })
    .await
}

/// A stage with a clerk who reads, in an office that has room for several at once.
async fn stage(wanted: &Wanted<'_>) -> Result<(Stage, Clerk)> {
    let stage = Stage::set_up(wanted).await?;
    let clerk = Clerk::sign_in(&stage.house, "demo").await?;
    Ok((stage, clerk))
}

/// A display that hangs still has its connection. It is said at the desk whose calls it should show and in the room
/// all the same, and no longer when it goes on.
#[tokio::test(flavor = "multi_thread")]
async fn a_display_that_hangs_is_said_where_staff_work() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (stage, clerk) =
        stage(&Wanted::headless(folder.path(), &office("round-the-clock.toml"), at(START))).await?;
    clerk.open("1").await?;
    let says = async |path: &str, is_said: bool| {
        wait::for_value(path, wait::LIMIT, || async {
            let page = clerk.page(path).await?;
            Ok((page.contains("meldet sich seit") == is_said).then_some(()))
        })
        .await
    };
    stage.screen_shows(1, "wall.png", &["Nummer"]).await?;
    says("/desk/1", false).await?;
    stage.display.hang()?;
    for page in ["/desk/1", "/room"] {
        says(page, true).await?;
    }
    wait::for_value("the notice for the technician", wait::LIMIT, || async {
        Ok(clerk.page("/notices").await?.contains("meldet sich nicht mehr").then_some(()))
    })
    .await?;
    stage.display.go_on()?;
    for page in ["/desk/1", "/room"] {
        says(page, false).await?;
    }
    Ok(())
}

/// Scenario 24: the paper ends in the middle of a ticket. The screen has the number all the same and staff are told;
/// reloaded, that one ticket comes out, once and whole, and the next citizen's is the next one's.
#[tokio::test(flavor = "multi_thread")]
async fn paper_that_ends_within_a_ticket_loses_nobody_and_leaves_no_backlog() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = house::busy_office(folder.path())?;
    let (stage, clerk) = stage(&Wanted::headless(folder.path(), &office, at(START))).await?;
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;
    stage.printer.set(|faults| faults.paper_out_after = Some(900));
    stage.hold_up(&stage.house.book("ausweis", at(BOOKED)).await?).await?;
    staff_read(&clerk, "Das Papier ist zu Ende.").await?;
    stage.screen_shows(0, "no-paper.png", &["A001"]).await?;
    ensure!(stage.printer.tickets().is_empty(), "nothing is cut yet");
    stage.printer.set(|faults| faults.paper_out = false);
    // One whole paper, or none and the screen has said so: whoever was slow with the roll has waited too long.
    wait::for_value("the end of the first print", wait::LIMIT, || async {
        let is_told = stage.screen_has(0, &["KommtkeinPapier"])?;
        Ok((stage.printer.tickets().len() == 1 || is_told).then_some(()))
    })
    .await?;
    let before = stage.printer.tickets().len();
    if before == 1 {
        ensure!(number_on(&stage.paper(1).await?).as_deref() == Some("A001"), "another paper");
    }
    stage.take_away()?;
    wait::pause(AWAY).await;
    stage.hold_up(&stage.house.book("ausweis", at(BOOKED)).await?).await?;
    stage.screen_shows(0, "next.png", &["A002"]).await?;
    let paper = stage.paper(before + 1).await?;
    ensure!(paper.contains("A 002"), "the second citizen's paper:\n{paper}");
    ensure!(before == 0 || number_on(&paper).as_deref() == Some("A002"), "a backlog:\n{paper}");
    wait::for_value("an empty printer", wait::LIMIT, || async {
        Ok((stage.printer.buffered() == 0 && stage.printer.uncut().is_empty()).then_some(()))
    })
    .await?;
    ensure!(stage.printer.tickets().len() == before + 1, "more papers than citizens");
    Ok(())
}

/// Each fault that is there before the first byte: the number is on the screen, the citizen is told that no paper
/// comes, staff are told why; mended, the next one's paper comes out and nobody else's.
#[tokio::test(flavor = "multi_thread")]
async fn a_printer_that_does_not_print_is_said_to_both_and_prints_no_backlog() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = house::busy_office(folder.path())?;
    let (stage, clerk) = stage(&Wanted::headless(folder.path(), &office, at(START))).await?;
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;
    let faults = [
        (Faults { off: true, ..Faults::default() }, "Der Drucker antwortet nicht."),
        (Faults { cover_open: true, ..Faults::default() }, "Die Klappe des Druckers ist offen."),
        (Faults { mute: true, ..Faults::default() }, "Der Drucker meldet seinen Zustand nicht."),
        (Faults { garbage: true, ..Faults::default() }, "Der Drucker meldet seinen Zustand nicht."),
        (Faults { cutter: true, ..Faults::default() }, "Das Messer des Druckers klemmt."),
    ];
    for (turn, (fault, told)) in faults.into_iter().enumerate() {
        stage.printer.set(|faults| *faults = fault);
        staff_read(&clerk, told).await?;
        let number = format!("A{:03}", 2 * turn + 1);
        stage.hold_up(&stage.house.book("ausweis", at(BOOKED)).await?).await?;
        stage.screen_shows(0, "no-paper.png", &[&number, "EskommtkeinPapier"]).await?;
        stage.printer.set(|faults| *faults = Faults::default());
        wait::for_value("a printer that works", wait::LIMIT, || async {
            Ok((!clerk.page("/devices").await?.contains(told)).then_some(()))
        })
        .await?;
        ensure!(stage.printer.tickets().len() == turn, "a paper that nobody waits for, after {fault:?}");
        stage.take_away()?;
        wait::pause(AWAY).await;
        stage.hold_up(&stage.house.book("ausweis", at(BOOKED)).await?).await?;
        let number = format!("A{:03}", 2 * turn + 2);
        ensure!(number_on(&stage.paper(turn + 1).await?) == Some(number), "the wrong paper, after {fault:?}");
        stage.take_away()?;
        wait::pause(AWAY).await;
    }
    Ok(())
}

/// Scenario 25: the camera's cable is pulled and plugged in again; scanning goes on without a restart. Meanwhile staff
/// are told; what the screen says is in the kiosk's stories, for tesseract does not read its banner.
#[tokio::test(flavor = "multi_thread")]
async fn a_camera_that_is_unplugged_and_plugged_in_scans_on() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = house::busy_office(folder.path())?;
    let camera = StandIn::new(&folder.path().join("camera"))?;
    camera.show(&empty_lobby(1))?;
    let wanted =
        Wanted { camera: Camera::StandIn(&camera), ..Wanted::headless(folder.path(), &office, at(START)) };
    let (mut stage, clerk) = stage(&wanted).await?;
    stage.screen_shows(0, "welcome.png", &["Kamera"]).await?;
    for turn in 1..4 {
        camera.plug(false)?;
        staff_read(&clerk, "Keine Kamera gefunden.").await?;
        camera.plug(true)?;
        let booking = stage.house.book("ausweis", at(BOOKED)).await?;
        camera.show(&stage.held(&booking).await?)?;
        let paper = stage.paper(turn).await?;
        ensure!(number_on(&paper) == Some(format!("A{turn:03}")), "another paper:\n{paper}");
        camera.show(&empty_lobby(2))?;
    }
    ensure!(stage.kiosk.runs(), "the kiosk is another one");
    Ok(())
}

/// Scenario 21: what somebody has typed stays text wherever it comes out: on the screen, on paper (one cut, no other
/// command), on the pages. Bytes that a printer would take for commands are refused where an office is imported.
#[tokio::test(flavor = "multi_thread")]
async fn texts_that_were_meant_as_commands_are_texts() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let evil = folder.path().join("office.toml");
    let plain = std::fs::read_to_string(office("round-the-clock.toml"))?;
    // What is left of a cut, a reset and a picture without their first bytes; a script; a formula.
    let text = plain
        .replace(r#"de = "Wartebereich 1""#, r#"de = "Raum <b>V@v0ÿÿÿÿ""#)
        .replace("Personalausweis beantragen", "<script>alert(1)</script> i =1+1")
        .replace("Bürgerbüro Rathaus", "=2+3 <i>Amt</i>");
    ensure!(text != plain, "the office's file has other words by now");
    std::fs::write(&evil, &text)?;
    let (stage, clerk) = stage(&Wanted::headless(folder.path(), &evil, at(START))).await?;
    let commands = folder.path().join("commands.toml");
    std::fs::write(&commands, text.replace("Raum <b>", r"Raum <b>\u001dV\u0001\u001b@\u001dv0\u0000"))?;
    let refused =
        stage.house.import_office(&commands).await.err().context("commands are no office's words")?;
    ensure!(refused.to_string().contains("U+001D"), "{refused}");
    stage.screen_shows(0, "welcome.png", &["Kamera", "Amt"]).await?;
    let booking = stage.house.book("ausweis", at(BOOKED)).await?;
    stage.hold_up(&booking).await?;
    let paper = stage.paper(1).await?;
    ensure!(number_on(&paper) == Some("A001".to_owned()), "no number:\n{paper}");
    for text in ["Raum <b>", "<script>alert(1)</script>", "=2+3 <i>Amt</i>"] {
        ensure!(paper.contains(text), "{text} is not on the paper:\n{paper}");
    }
    let bytes = stage.printer.tickets().pop().context("a ticket")?;
    let cuts = bytes.windows(2).filter(|pair| *pair == [0x1d, b'V']).count();
    ensure!(cuts == 1 && stage.printer.uncut().is_empty(), "{cuts} cuts");
    ensure!(!bytes.windows(2).any(|pair| pair == [0x1b, b'i']), "a command of somebody else's");
    clerk.open("1").await?;
    clerk.press("1", "next").await?;
    let booked = http::client()?.get(format!("{}/b/{}", stage.house.booking.url, booking.secret));
    let pages = [clerk.desk("1").await?, booked.send().await?.error_for_status()?.text().await?];
    for page in pages {
        ensure!(
            page.contains("alert(1)") && !page.contains("<script>alert"),
            "a script of somebody's:\n{page}"
        );
    }
    Ok(())
}
