//! An office that travels: lobby, terminal and desk on one laptop, by `deploy/laptop`, a day without a network, and the
//! evening on which everything is handed over.

use crate::support::{at, office};
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_tests::browser::Browser;
use foyer_tests::camera_picture::{self, Held};
use foyer_tests::citizen::Citizen;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::mail_server::free_port;
use foyer_tests::play::number_on;
use foyer_tests::program::{self, Program, run};
use foyer_tests::screen::VirtualScreen;
use foyer_tests::servers::{START, add_staff};
use foyer_tests::{http, reading, wait};
use std::path::{Path, PathBuf};
use std::process::Command;

const MORNING: &str = "2026-11-23T08:50:00Z";
const COUNTER: &str = "3";

/// The suitcase's laptop.
struct Laptop {
    folder: PathBuf,
    screen: VirtualScreen,
    port: u16,
}

impl Laptop {
    fn open(folder: &Path) -> Result<Self> {
        let screen = VirtualScreen::start(&folder.join("screen"), &[(1366, 768)])?;
        Ok(Self { folder: folder.join("laptop"), screen, port: free_port()? })
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What a technician types.
    fn types(&self, arguments: &[&str]) -> Result<Command> {
        let programs = program::built("foyer-lobby")?;
        let programs = programs.parent().context("programs lie in a folder")?;
        let path = format!("{}:{}", programs.display(), std::env::var("PATH")?);
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy/laptop");
        let mut command = Command::new("bash");
        command
            .arg(script)
            .args(arguments)
            .env("PATH", path)
            .env("FOYER_LAPTOP", &self.folder)
            .env("FOYER_LAPTOP_PORT", self.port.to_string())
            .env("DISPLAY", self.screen.display(0))
            .env("BROWSER", "true");
        Ok(command)
    }

    /// Writes the configuration files, with the house's clock and pictures in the place of the webcam; where these lie.
    fn prepare(&self, house: &House) -> Result<PathBuf> {
        run(&mut self.types(&["prepare"])?)?;
        let camera = self.folder.join("camera");
        std::fs::create_dir_all(&camera)?;
        for (name, from, to) in [
            ("lobby.toml", String::new(), String::new()),
            ("kiosk.toml", "kind = \"device\"".to_owned(), format!("kind = \"images\"\nfolder = {camera:?}")),
        ] {
            let file = self.folder.join(name);
            let text = std::fs::read_to_string(&file)?;
            ensure!(text.contains(&from), "{text}");
            std::fs::write(&file, house.clock_settings() + text.replacen(&from, &to, 1).as_str())?;
        }
        Ok(camera)
    }

    /// The number that the terminal shows to who has no paper.
    async fn number_on_screen(&self) -> Result<String> {
        wait::for_value("a number on the terminal's screen", wait::LIMIT, || async {
            Ok(number_on(&reading::words(&self.screen.picture(0)?)?))
        })
        .await
    }

    async fn is_connected(&self) -> Result<bool> {
        let Ok(response) = http::client()?.get(format!("{}/health", self.url())).send().await else {
            return Ok(false);
        };
        Ok(response.text().await?.contains("\"connected\":true"))
    }
}

fn show(camera: &Path, picture: &image::GrayImage) -> Result<()> {
    let beside = camera.with_extension("part.jpg");
    picture.save(&beside)?;
    Ok(std::fs::rename(beside, camera.join("now.jpg"))?)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_in_the_library_and_the_evening_after() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut house =
        House::open(&folder.path().join("house"), &office("round-the-clock.toml"), at(MORNING)).await?;
    // The suitcase has a lobby of its own.
    house.lobby.program.stop(START)?;
    let laptop = Laptop::open(folder.path())?;
    let early = laptop.types(&["day"])?.output()?;
    ensure!(!early.status.success() && String::from_utf8_lossy(&early.stderr).contains("not linked yet"));
    let booked = house.book("meldung", at(MORNING) + TimeDelta::minutes(10)).await?;
    let code =
        http::client()?.get(format!("{}/b/{}/qr.png", house.booking.url, booked.secret)).send().await?;
    let code = image::load_from_memory(&code.bytes().await?)?.into_luma8();

    let camera = laptop.prepare(&house)?;
    show(&camera, &camera_picture::empty_lobby(1))?;
    let linked = run(Command::new(program::built("foyer-booking")?)
        .args(["office", "link", house.office.as_str(), "--config"])
        .arg(&house.booking.config))?;
    let link = linked.split_whitespace().next_back().context("`office link` prints a code")?;
    run(&mut laptop.types(&["link", "--booking", &house.booking.url, link])?)?;
    add_staff("foyer-lobby", &laptop.folder.join("lobby.toml"), "ada", "clerk")?;

    // In the office: it hears of the day. Then the network is gone.
    let mut day = Program::start(laptop.types(&["day"])?, &folder.path().join("day.log"))?;
    wait::for_value("the laptop to be connected", START, || async {
        Ok(laptop.is_connected().await?.then_some(()))
    })
    .await?;
    house.booking.program.stop(START)?;
    let ada = Clerk::sign_in_at(&laptop.url(), "ada").await?;
    ada.open(COUNTER).await?;
    show(&camera, &camera_picture::held_up(&code, &Held::default(), 5))?;
    let number = laptop.number_on_screen().await?;
    let called = wait::for_value("somebody to be called", START, || async {
        Ok(ada.press(COUNTER, "next").await?.number())
    })
    .await?;
    ensure!(called == number, "the terminal has shown {number}, and {called} is called");
    let browser = Browser::open(&folder.path().join("browser"), 1366, 768).await?;
    let citizen = Citizen::at(&browser);
    citizen.opens(&format!("{}/desk", laptop.url())).await?;
    citizen.types("input[name=name]", "ada").await?;
    citizen.types("input[name=password]", PASSWORD).await?;
    citizen.leaves_by("form.fields button").await?;
    citizen.opens(&format!("{}/desk/{COUNTER}", laptop.url())).await?;
    let shown = citizen.reads(".at__number").await?;
    let shown: String = shown.chars().filter(char::is_ascii_alphanumeric).collect();
    ensure!(shown == number, "the desk shows {shown} instead of {number}");
    browser.close().await?;
    for press in ["start", "finish"] {
        ensure!(ada.press(COUNTER, press).await?.done(), "{press}");
    }
    ensure!(day.runs(), "{}", day.log_end());
    // Nobody missed a paper.
    let said = ada.page("/desk/3").await?;
    ensure!(!said.contains("nicht gedruckt"), "{said}");
    day.stop(START)?;
    ensure!(!laptop.is_connected().await?, "the lobby ends with the day");

    // In the evening the network is back.
    let finished = "select count(*) from booking where visit like '%finished%'";
    ensure!(house.booked(finished)? == 0);
    house.start_booking_again()?;
    let evening = laptop.types(&["evening"])?.output()?;
    let said = String::from_utf8_lossy(&evening.stderr);
    ensure!(evening.status.success() && said.contains("everything is handed over"), "{said}");
    ensure!(house.booked(finished)? == 1);
    let check = laptop.types(&["check"])?.output()?;
    let said = String::from_utf8_lossy(&check.stdout);
    ensure!(said.contains("none, as it is set up"), "{said}");
    Ok(())
}
