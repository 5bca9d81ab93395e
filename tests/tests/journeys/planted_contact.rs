//! Scenario 30 at the booking server: a night after the appointment nobody who looks through its folder, its database's
//! files and log, or a copy of any of it that is made from then on finds who had it, who asked for one, or who waited.

use crate::barriers_booking::signs_in;
use crate::free_text::open_hearted;
use crate::mails::{mail_about, mail_to};
use crate::planted_name::found_in;
use crate::support::at;
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::kept::Kept;
use foyer_tests::mail_server::{self, MailServer};
use foyer_tests::program::{built, run};
use foyer_tests::wait;
use std::path::{Path, PathBuf};
use std::process::Command;

/// People who are found in no other test: all tests have the files of one PostgreSQL.
struct Planted {
    /// Begins what each of them is called.
    who: &'static str,
    /// Ends each telephone number.
    number: &'static str,
}

impl Planted {
    fn name(&self, role: &str) -> String {
        format!("{} {role}wurzel", self.who)
    }

    fn email(&self, role: &str) -> String {
        format!("{}@{}.example", role.to_lowercase(), self.who.to_lowercase())
    }

    fn phone(&self, begins: &str) -> String {
        format!("{begins} {}", self.number)
    }

    fn says(&self, role: &str) -> String {
        format!("{} hat {role}", self.who)
    }

    /// What who was never answered has typed.
    fn question(&self) -> [String; 4] {
        [self.name("Frager"), self.email("Frager"), self.phone("0782"), self.says("Fragen")]
    }

    /// All that somebody typed, in the order in which it is planted below.
    fn all(&self) -> Vec<String> {
        let mut all = vec![self.name("Bucher"), self.email("Bucher"), self.phone("0781")];
        all.extend([self.says("Notizen"), self.email("Warter"), self.email("Hoffer")]);
        all.extend(self.question());
        all.extend([self.name("Bitter"), self.email("Bitter"), self.phone("0783"), self.says("Bitten")]);
        all.push(self.says("Antwort"));
        all
    }
}

/// The files of a house and of its database that hold one of the texts, what PostgreSQL writes ahead of its tables
/// included.
fn known(house: &House, texts: &[&str]) -> Result<Vec<PathBuf>> {
    house.kept.write_out()?;
    let files = house.kept.files(&house.folder);
    Ok([found_in(&house.folder, texts)?, found_in(&files, texts)?].concat())
}

/// Waits until nothing is known of these. What ends is looked for every minute, and goes once its last mail is sent.
async fn are_gone(house: &House, texts: &[&str]) -> Result<()> {
    for text in texts {
        let what = format!("“{text}” to be gone");
        let gone = wait::for_value(&what, 3 * wait::LIMIT, || async {
            Ok(known(house, &[text])?.is_empty().then_some(()))
        });
        gone.await.with_context(|| format!("it is in {:?}", known(house, &[text])))?;
    }
    ensure!(known(house, texts)?.is_empty(), "something is back");
    Ok(())
}

/// Books with all that can be typed.
async fn books(citizen: &Citizen<'_>, url: &str, planted: &Planted) -> Result<()> {
    citizen.opens(&format!("{url}/offenburg/times?lang=de&services=fischereischein:1")).await?;
    citizen.takes_time("2026-11-24", "09:00").await?;
    citizen.types("#phone", &planted.phone("0781")).await?;
    citizen.confirms_as(&planted.name("Bucher"), &planted.email("Bucher")).await?;
    Ok(())
}

/// Waits for Tuesday: in the afternoon, when there is none, and in the morning, for which there is an offer at once.
async fn waits(citizen: &Citizen<'_>, url: &str, planted: &Planted) -> Result<()> {
    for (half, role) in [("afternoon", "Warter"), ("morning", "Hoffer")] {
        citizen.opens(&format!("{url}/offenburg/wait?lang=de&services=fischereischein:1")).await?;
        citizen.types("#email", &planted.email(role)).await?;
        citizen.sets("#from", "2026-11-24").await?;
        citizen.sets("#until", "2026-11-24").await?;
        citizen.presses(&format!("#half option[value={half}]")).await?;
        citizen.leaves_by("#wait .kern-btn--primary").await?;
        citizen.sees("main", "Warteliste").await?;
    }
    Ok(())
}

/// Asks for a time on Tuesday.
async fn asks(citizen: &Citizen<'_>, url: &str, planted: &Planted, as_who: [&str; 3]) -> Result<()> {
    let [role, begins, words] = as_who;
    citizen.opens(&format!("{url}/offenburg/request?lang=de&services=beurkundung:1")).await?;
    citizen.sets("#day1", "2026-11-24").await?;
    citizen.types("#name", &planted.name(role)).await?;
    citizen.types("#email", &planted.email(role)).await?;
    citizen.types("#phone", &planted.phone(begins)).await?;
    citizen.types("#words", &planted.says(words)).await?;
    citizen.leaves_by("#request .kern-btn--primary").await?;
    citizen.sees("main", "Ihre Anfrage ist bei uns.").await
}

/// Notes something about who has booked, and says no to one who has asked.
async fn staff_write(citizen: &Citizen<'_>, house: &House, planted: &Planted) -> Result<()> {
    let url = &house.booking.url;
    house.add_booking_staff("kim", "administrator")?;
    signs_in(citizen, url).await?;
    citizen.opens(&format!("{url}/staff/offices/offenburg/find?lang=de&q=Bucherwurzel")).await?;
    // There is one, so its page comes.
    citizen.types("#note", &planted.says("Notizen")).await?;
    citizen.leaves_by("form[action*='/note'] button").await?;
    citizen.opens(&format!("{url}/staff/offices/offenburg/requests?lang=de")).await?;
    citizen.presses_one(".staff__asked nav a", &planted.name("Bitter")).await?;
    citizen.sees("main h2", &planted.name("Bitter")).await?;
    citizen.presses("details.staff__ask summary").await?;
    citizen.types("#reason", &planted.says("Antwort")).await
}

/// A dump as a city backs its PostgreSQL up; of SQLite the folder itself is copied.
fn copies(house: &House, to: &Path) -> Result<()> {
    run(Command::new("cp").arg("-r").arg(&house.folder).arg(to.join("folder")))?;
    if let Kept::Postgres(database) = &house.kept {
        let versions = std::fs::read_dir("/usr/lib/postgresql")?;
        let programs = versions.map(|version| Ok(version?.path().join("bin/pg_dump")));
        let mut programs = programs.collect::<Result<Vec<PathBuf>>>()?;
        programs.retain(|program| program.exists());
        programs.sort();
        let program = programs.pop().context("pg_dump is not installed: run deploy/prepare --headless")?;
        let dump = to.join("dump");
        run(Command::new(program).arg("-f").arg(&dump).arg(format!("--dbname={}", database.connection())))?;
        ensure!(
            std::fs::read_to_string(dump)?.contains("fischereischein"),
            "the booking itself is in the dump"
        );
    }
    let export = to.join("export");
    run(Command::new(built("foyer-booking")?)
        .arg("export")
        .arg(&export)
        .arg("--config")
        .arg(&house.booking.config))?;
    ensure!(
        std::fs::read_to_string(export)?.contains("fischereischein"),
        "the booking itself is in the copy"
    );
    Ok(())
}

async fn plant(kept: Kept, planted: &Planted) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mails = MailServer::start()?;
    let section = mail_server::section(mails.port, "security = \"none\"");
    let data = folder.path().join("house");
    let file = open_hearted(folder.path())?;
    let mut house = House::open_on(kept, &section, &data, &file, at("2026-11-23T07:00:00Z")).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1000, 900).await?;
    let citizen = Citizen::at(&browser);
    let url = house.booking.url.clone();
    books(&citizen, &url, planted).await?;
    waits(&citizen, &url, planted).await?;
    for as_who in [["Frager", "0782", "Fragen"], ["Bitter", "0783", "Bitten"]] {
        asks(&citizen, &url, planted, as_who).await?;
    }
    staff_write(&citizen, &house, planted).await?;
    // Until then all of it is known, but the answer, which is not sent yet.
    let all = planted.all();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    for text in &all[..all.len() - 1] {
        ensure!(!known(&house, &[text])?.is_empty(), "{text} is nowhere");
    }
    citizen.leaves_by("button[name=do][value=no]").await?;
    mail_about(&mails, "Antwort auf Ihre Anfrage").await?;
    browser.close().await?;

    house.set_time(at("2026-11-25T03:30:00Z")).await?;
    for role in ["Warter", "Hoffer"] {
        mail_to(&mails, &planted.email(role), "Sie stehen nicht mehr auf der Warteliste").await?;
    }
    // PostgreSQL's tables are rewritten every five minutes, and when a server starts.
    house.set_time(at("2026-11-25T03:32:00Z")).await?;
    // What staff answered is in no copy and no dump below; PostgreSQL writes over the pages of its letters when it needs them.
    let answer = planted.says("Antwort");
    let is_sqlite = matches!(house.kept, Kept::Sqlite);
    let in_files: Vec<&str> = all.iter().copied().filter(|text| is_sqlite || *text != answer).collect();
    // A question that nobody has answered is kept for thirty days, as its page says.
    let asked = planted.question();
    let (unanswered, others): (Vec<&str>, Vec<&str>) =
        in_files.iter().partition(|text| asked.iter().any(|asked| asked == *text));
    ensure!(unanswered.len() == asked.len());
    are_gone(&house, &others).await?;
    house.set_time(at("2026-12-24T03:30:00Z")).await?;
    mail_to(&mails, &planted.email("Frager"), "Antwort auf Ihre Anfrage").await?;
    house.set_time(at("2026-12-24T03:32:00Z")).await?;
    are_gone(&house, &in_files).await?;
    let to = folder.path().join("copies");
    std::fs::create_dir(&to)?;
    copies(&house, &to)?;
    let found = found_in(&to, &all)?;
    ensure!(found.is_empty(), "{found:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_booking_server_forgets_who_came() -> Result<()> {
    plant(Kept::Sqlite, &Planted { who: "Xaverine", number: "90817263" }).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_booking_server_forgets_in_postgresql_too() -> Result<()> {
    plant(Kept::in_postgres()?, &Planted { who: "Yolanthe", number: "45362718" }).await
}
