//! The Leipzig citizens' service: one standard for all offices, bundled services of several areas, an office that travels
//! with a lobby of its own, interpreters of whom the counter knows beforehand, and a day without a network.

use crate::mails::{code_in, mail_about, text};
use crate::support::{Kiosk, at, known_to_the_lobby, office};
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_protocol::booking::Offices;
use foyer_protocol::lobby::{CheckInAnswer, LobbyHealth};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::House;
use foyer_tests::kept::Kept;
use foyer_tests::mail_server::{self, MailServer};
use foyer_tests::program::{built, run};
use foyer_tests::servers::START;
use foyer_tests::wait;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Monday at eight; the office is in Grünau the day after.
const MONDAY: &str = "2026-11-30T07:00:00Z";
/// Tuesday at nine, the first appointment there.
const NINE: &str = "2026-12-01T08:00:00Z";
/// Two offices that stay where they are.
const OTHERS: [(&str, u16, &str, &str); 2] = [
    ("leipzig-otto-schill", 22, "Bürgerbüro Otto-Schill-Straße", "Otto-Schill-Straße 2, 04109 Leipzig"),
    ("leipzig-paunsdorf", 23, "Bürgerbüro Paunsdorf", "Paunsdorfer Allee 1, 04329 Leipzig"),
];

/// The files of all offices, the one that travels first: what is their own, without the standard that they share.
fn heads(folder: &Path) -> Result<Vec<PathBuf>> {
    let mobile = std::fs::read_to_string(office("leipzig-mobil.toml"))?;
    let mut heads = vec![("leipzig-mobil".to_owned(), mobile)];
    for (id, number, name, address) in OTHERS {
        let head = format!(
            "id = \"{id}\"\nnumber = {number}\nname = \"{name}\"\naddress = \"{address}\"\n\
             time_zone = \"Europe/Berlin\"\nholidays = \"SN\"\nlanguages = [\"de\", \"vi\"]\n\
             [[hours]]\nweekdays = [\"Mon\", \"Wed\", \"Fri\"]\nfrom = \"09:00:00\"\nto = \"12:00:00\"\n\
             counters = [\"1\"]\n"
        );
        heads.push((id.to_owned(), head));
    }
    let file = |(id, head): (String, String)| {
        let file = folder.join(format!("{id}.toml"));
        std::fs::write(&file, head)?;
        Ok(file)
    };
    heads.into_iter().map(file).collect()
}

/// Takes all offices over with one standard, by one command.
fn with_standard(house: &House, offices: &[PathBuf], standard: &Path) -> Result<()> {
    let mut import = Command::new(built("foyer-booking")?);
    import.args(["office", "import"]).args(offices).arg("--standard").arg(standard);
    run(import.arg("--config").arg(&house.booking.config))?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn as_promised_in_the_leipzig_citizens_service() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let offices = heads(folder.path())?;
    let standard = std::fs::read_to_string(office("leipzig-standard.toml"))?;
    // The house begins with one office, as one file.
    let first = folder.path().join("first.toml");
    std::fs::write(&first, [std::fs::read_to_string(&offices[0])?, standard].concat())?;
    let mails = MailServer::start()?;
    let section = mail_server::section(mails.port, "security = \"none\"");
    let home = folder.path().join("house");
    let mut house = House::open_on(Kept::in_postgres()?, &section, &home, &first, at(MONDAY)).await?;
    with_standard(&house, &offices, &office("leipzig-standard.toml"))?;
    let server = house.booking.server(None)?;
    wait::for_value("all offices", wait::LIMIT, || async {
        Ok((server.get::<Offices>("/offices").await?.offices.len() == offices.len()).then_some(()))
    })
    .await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let page = books_at_a_place(&citizen, &house.booking.url).await?;
    let mail = mail_about(&mails, "Termin gebucht: Dienstag, 1. Dezember 2026, 09:00 Uhr").await?;
    let said = text(&mail)?;
    for part in ["Stuttgarter Allee 15", "Eingang am Markt", "Dolmetschen", "Tigrinya", "45 Minuten"] {
        ensure!(said.contains(part), "{part} in {said}");
    }
    ensure!(!said.contains("Martin-Luther-Ring"), "{said}");
    citizen.opens(&page).await?;
    citizen.sees("main", "Bibliothek Grünau-Mitte").await?;
    browser.close().await?;

    let second = known_to_the_lobby(&house, house.book("ummeldung", at(NINE))).await?;
    house.set_time(at(NINE) - TimeDelta::minutes(10)).await?;
    a_day_without_a_network(&mut house, &code_in(&mail)?, second.check_in_code.as_deref()).await?;
    the_standard_is_changed_once(&house, &offices, &folder.path().join("standard.toml")).await
}

/// Three offices from one list; the one that travels has places, each with its days; two concerns of two areas in one
/// appointment, with an interpreter for Tigrinya by video. The booking's page.
async fn books_at_a_place(citizen: &Citizen<'_>, url: &str) -> Result<String> {
    citizen.opens(&format!("{url}/?lang=de")).await?;
    ensure!(citizen.counts(".cards .card").await? == 3, "three offices");
    citizen.sees("main", "Bibliothek Grünau-Mitte, Stuttgarter Allee 15").await?;
    citizen.opens(&format!("{url}/?lang=de&speaks=vi")).await?;
    ensure!(citizen.counts(".cards .card").await? == 2, "two speak Vietnamese");
    citizen.opens(&format!("{url}/?lang=de&step_free=1")).await?;
    ensure!(citizen.counts(".cards .card").await? == 1, "one is known to have no steps");
    citizen.sees(".cards .card", "Mobiler Bürgerservice").await?;
    citizen.presses_one(".cards a", "Mobiler Bürgerservice").await?;
    citizen.takes("personalausweis", 1).await?;
    citizen.takes("fuehrerschein", 1).await?;
    citizen.sees("#sum", "30 Minuten").await?;
    citizen.wants_times().await?;
    citizen.sees(".stops", "Nächste Tage: Di 01.12.2026, Di 05.01.2027").await?;
    citizen.presses_one(".stops a", "Bürgertreff Plagwitz").await?;
    citizen.sees("#times", "Ort: Bürgertreff Plagwitz, Karl-Heine-Straße 54").await?;
    ensure!(citizen.counts("a.month__day--free").await? == 2, "on two dates");
    citizen.presses_one(".stops a", "Alle Orte").await?;
    citizen.sees("#times", "Ort: Bibliothek Grünau-Mitte").await?;
    citizen.takes_time("2026-12-01", "09:00").await?;
    citizen.presses("details.support summary").await?;
    // Beside "none" and "another one".
    let languages = citizen.counts("#interpreter option:not([value='']):not([value=mis])").await?;
    ensure!(languages >= 65, "{languages} languages");
    citizen.presses("#interpreter option[value=ti]").await?;
    citizen.presses("label[for=way-video]").await?;
    let kept = citizen.confirms_as("Selam Beispiel", "selam@example.org").await?;
    citizen.sees("main", "Stuttgarter Allee 15").await?;
    citizen.sees("main", "45 Minuten").await?;
    Ok(kept.page)
}

/// The lobby on the laptop knows the day since the morning. The link goes, two check in, are called and served; in the
/// evening the link is back, and everything arrives once.
async fn a_day_without_a_network(house: &mut House, first: &str, second: Option<&str>) -> Result<()> {
    let kiosk = Kiosk::enrol(house).await?;
    let booked = "select count(*) from booking where visit is not null";
    ensure!(house.booked(booked)? == 0, "nobody was there yet");
    house.booking.program.stop(START)?;
    house.add_staff("ada", "clerk")?;
    let ada = Clerk::sign_in(house, "ada").await?;
    ada.open("1").await?;
    let second = second.context("a confirmed booking has a code")?;
    for code in [first, second] {
        let answer = kiosk.scan(code, house.now()).await?;
        ensure!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "{answer:?}");
    }
    let desk = ada.desk("1").await?;
    ensure!(desk.contains("Dolmetschen: Tigrinya, Video"), "before the call: {desk}");
    for _ in 0..2 {
        for press in ["next", "start", "finish"] {
            ensure!(ada.press("1", press).await?.done(), "{press}");
        }
    }
    let lobby = house.lobby.server(None)?;
    let health: LobbyHealth = lobby.get("/health").await?;
    ensure!(health.booking.has_reports && !health.booking.connected, "{health:?}");
    house.start_booking_again()?;
    wait::for_value("the day to arrive", wait::LIMIT, || async {
        let finished = "select count(*) from booking where visit like '%finished%'";
        let health: LobbyHealth = lobby.get("/health").await?;
        Ok((house.booked(finished)? == 2 && !health.booking.has_reports).then_some(()))
    })
    .await
}

/// One line of the standard: taken over once, all offices say it.
async fn the_standard_is_changed_once(house: &House, offices: &[PathBuf], changed: &Path) -> Result<()> {
    let standard = std::fs::read_to_string(office("leipzig-standard.toml"))?;
    let longer = standard.replacen("minutes = 10\n", "minutes = 20\n", 1);
    ensure!(longer != standard);
    std::fs::write(changed, longer)?;
    with_standard(house, offices, changed)?;
    let server = house.booking.server(None)?;
    wait::for_value("the new standard", wait::LIMIT, || async {
        let known: Offices = server.get("/offices").await?;
        let services = known.offices.iter().flat_map(|office| &office.services);
        let minutes: Vec<u16> =
            services.filter(|one| one.id.as_str() == "ummeldung").map(|one| one.minutes).collect();
        Ok((minutes == [20, 20, 20]).then_some(()))
    })
    .await
}
