//! The main job, played once through with real parts, each step seen at its other end: a booking is made, its
//! QR code held before the kiosk's camera, a ticket printed, called at a desk, shown and sounded on the wall.

mod earlier;
mod keypad;
mod staff;
mod terminals;

use crate::browser::Browser;
use crate::camera_picture::{self, Held};
use crate::house::{House, PASSWORD};
use crate::printer::VirtualPrinter;
use crate::program::Program;
use crate::reading;
use crate::screen::VirtualScreen;
use crate::sound::Recorder;
use crate::stand_in::StandIn;
use crate::wait;
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::office::Service;
use foyer_protocol::booking::BookingView;
use foyer_voice::Chime;
use foyer_voice::recorded::Expected;

use std::path::{Path, PathBuf};
use std::time::Instant;
use terminals::{Terminals, show};
use thirtyfour::{By, Key};

/// The kiosk's and the display's screen.
const SCREENS: [(u32, u32); 2] = [(1080, 1920), (1920, 1080)];

/// The counter that calls.
const COUNTER: &str = "3";

/// A ticket that has come all the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Played {
    /// Its number, `A003`.
    pub number: String,
    /// The booking's confirmation page.
    pub booking_page: String,
    /// The phone's page of the ticket.
    pub phone_page: String,
}

/// An installation with its terminals, printer and screens.
pub struct Stage {
    /// Servers.
    pub house: House,
    /// The ticket printer.
    pub printer: VirtualPrinter,
    /// Virtual screens: the kiosk's, then the display's; none where windows open on a real one.
    pub screens: Option<VirtualScreen>,
    /// The display's loudspeaker, where it records.
    pub recorder: Option<Recorder>,
    /// The kiosk's.
    pub kiosk_recorder: Option<Recorder>,
    /// Where the camera finds its pictures.
    pub camera: PathBuf,
    /// The kiosk.
    pub kiosk: Program,
    /// The display.
    pub display: Program,
    pictures: PathBuf,
}

/// Makes another way of an address: what a test puts between a terminal and its server.
pub type Way<'a> = &'a dyn Fn(&str) -> Result<String>;

/// What the kiosk sees with.
#[derive(Debug, Clone, Copy)]
pub enum Camera<'a> {
    /// Pictures in a folder, which [`Stage::show`] changes.
    Pictures,
    /// This computer's own.
    Own,
    /// One that a test plugs in and out; [`Stage::show`] does not reach it.
    StandIn(&'a StandIn),
}

/// What to set up.
#[derive(Clone)]
pub struct Wanted<'a> {
    /// Where pictures go; data lie beneath.
    pub folder: &'a Path,
    /// The office's file.
    pub office_toml: &'a Path,
    /// What the house's clock shows at the beginning.
    pub start: Timestamp,
    /// Draw on virtual screens and record sound.
    pub headless: bool,
    /// What the kiosk sees with.
    pub camera: Camera<'a>,
    /// Another way from the kiosk to the lobby than the straight one.
    pub way: Option<Way<'a>>,
}

impl<'a> Wanted<'a> {
    /// On virtual screens, with camera pictures from a folder and straight ways.
    pub fn headless(folder: &'a Path, office_toml: &'a Path, start: Timestamp) -> Self {
        Self { folder, office_toml, start, headless: true, camera: Camera::Pictures, way: None }
    }
}

impl Stage {
    /// Starts everything.
    ///
    /// # Errors
    /// A part does not do what it should; the message has the end of its log.
    pub async fn set_up(wanted: &Wanted<'_>) -> Result<Self> {
        let data = wanted.folder.join("data");
        if data.exists() {
            std::fs::remove_dir_all(&data)?;
        }
        let house = House::open(&data, wanted.office_toml, wanted.start).await?;
        house.add_staff("demo", "administrator")?;
        Self::around(house, wanted)
    }

    /// The same around servers that run already, with the time that it is there.
    ///
    /// # Errors
    /// A part does not do what it should; the message has the end of its log.
    pub fn around(house: House, wanted: &Wanted<'_>) -> Result<Self> {
        let data = house.folder.clone();
        let camera = data.join("camera");
        std::fs::create_dir_all(&camera)?;
        let printer = VirtualPrinter::start()?;
        let screens =
            wanted.headless.then(|| VirtualScreen::start(&data.join("screens"), &SCREENS)).transpose()?;
        let recorder = wanted.headless.then(|| Recorder::new(&data)).transpose()?;
        let kiosk_recorder = wanted.headless.then(|| Recorder::new(&camera)).transpose()?;
        show(&camera, &camera_picture::empty_lobby(1))?;
        let terminals = Terminals {
            house: &house,
            screens: screens.as_ref(),
            recorder: recorder.as_ref(),
            kiosk_recorder: kiosk_recorder.as_ref(),
        };
        let lobby = wanted.way.map_or_else(|| Ok(house.lobby.url.clone()), |way| way(&house.lobby.url))?;
        let kiosk = terminals.kiosk(&lobby, &printer, &wanted.camera, &camera)?;
        let display = terminals.display()?;
        let pictures = wanted.folder.to_owned();
        Ok(Self { house, printer, screens, recorder, kiosk_recorder, camera, kiosk, display, pictures })
    }

    /// Ends the terminals; the servers run on.
    pub fn end_terminals(self) -> House {
        let Self { house, .. } = self;
        house
    }

    /// Where a picture of this name is saved.
    pub fn picture(&self, name: &str) -> PathBuf {
        self.pictures.join(name)
    }

    /// Plays the main job; `say` is told each step that was seen at its other end.
    ///
    /// # Errors
    /// The first step that was not.
    pub async fn play(&self, say: &mut dyn FnMut(String)) -> Result<Played> {
        let browser = Browser::open(&self.house.folder.join("browser"), 1280, 900).await?;
        self.earlier_visitors().await?;
        say("two citizens without an appointment were called to counters 1 and 2".to_owned());

        let booking = self.book().await?;
        let booking_page = format!("{}/b/{}", self.house.booking.url, booking.secret);
        browser.page.goto(&booking_page).await?;
        browser.picture(&self.picture("booking.png")).await?;
        say(format!("booked for {}; its page: {}", booking.start, self.picture("booking.png").display()));

        let code = self.code_picture(&booking_page).await?;
        let number = self.scan(&code).await?;
        say(format!("the kiosk read the code from its camera and printed ticket {number}"));

        let phone_page = reading::qr(&self.picture("ticket.png"))?;
        self.call(&browser, &number).await?;
        say(format!("a clerk pressed one key: the display shows {number} and counter {COUNTER}"));

        if let Some(recorder) = &self.recorder {
            wait::for_value("the gong", wait::LIMIT, || async {
                Ok((recorder.peak()? > 0.05).then_some(()))
            })
            .await?;
            let gongs = recorder.heard(&[Expected::gong(Chime::Call)])?.len();
            say(format!("{gongs} gongs are in the recorded sound"));
        }
        self.finish(&browser, &phone_page, &number).await?;
        say("the citizen was served; the booking server knows it".to_owned());
        browser.close().await?;
        Ok(Played { number, booking_page, phone_page })
    }

    /// Books the next free time in whose check-in window now lies.
    async fn book(&self) -> Result<BookingView> {
        let house = &self.house;
        let office = self.office()?;
        let counter = office.counter(&COUNTER.into()).context("the office has counter 3")?;
        let offered =
            |service: &&Service| counter.services.is_empty() || counter.services.contains(&service.id);
        let service = &office.services.iter().find(offered).context("counter 3 offers something")?.id;
        let now = house.now();
        let free = house.free_times(&format!("{service}:1"), now, now + TimeDelta::minutes(15)).await?;
        let start = free.starts.last().copied().context("no time is free in the next quarter of an hour")?;
        house.book(service.as_str(), start).await
    }

    /// The QR code as the booking server drew it.
    async fn code_picture(&self, booking_page: &str) -> Result<image::GrayImage> {
        let response =
            crate::http::client()?.get(format!("{booking_page}/qr.png")).send().await?.error_for_status()?;
        let png = response.bytes().await?;
        Ok(image::load_from_memory(&png)?.into_luma8())
    }

    /// Holds the code before the camera until a ticket is on paper; gives its number.
    async fn scan(&self, code: &image::GrayImage) -> Result<String> {
        for step in 0..4_u8 {
            // The hand comes nearer and turns a little.
            let step = f32::from(step);
            let held = Held { side: 210.0 + 30.0 * step, turned: 9.0 - 2.0 * step, ..Held::default() };
            let seen = camera_picture::held_up(code, &held, 11);
            seen.save(self.picture("camera.png"))?;
            show(&self.camera, &seen)?;
        }
        let text = self.paper(1).await?;
        let number = number_on(&text).with_context(|| format!("no number on the paper:\n{text}"))?;
        ensure!(text.contains("Wartebereich"), "no place to wait on the paper:\n{text}");
        self.screen_shows(0, "kiosk.png", &[&number]).await?;
        show(&self.camera, &camera_picture::empty_lobby(2))?;
        Ok(number)
    }

    /// Signs on at the desk, takes counter 3 and presses the big key until the booked citizen is called.
    async fn call(&self, browser: &Browser, number: &str) -> Result<()> {
        let page = &browser.page;
        page.goto(format!("{}/sign-in", self.house.lobby.url)).await?;
        page.find(By::Id("name")).await?.send_keys("demo").await?;
        page.find(By::Id("password")).await?.send_keys(PASSWORD).await?;
        page.find(By::Css("form.fields button")).await?.click().await?;
        page.goto(format!("{}/desk", self.house.lobby.url)).await?;
        let take = format!("//form[input[@name='counter' and @value='{COUNTER}']]//button");
        page.find(By::XPath(take)).await?.click().await?;
        wait::for_value("the desk", wait::LIMIT, || async { Ok(page.find(By::Id("desk")).await.ok()) })
            .await?;
        let body = page.find(By::Tag("body")).await?;
        body.send_keys(" ").await?;
        let shown = |text: String| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        wait::for_value("the desk to show who was called", wait::LIMIT, || async {
            let Ok(heading) = page.find(By::Css(".at__number")).await else { return Ok(None) };
            // A desk that is pushed anew takes its old heading away.
            Ok(heading.text().await.ok().filter(|text| shown(text.clone()) == number))
        })
        .await?;
        browser.picture(&self.picture("desk.png")).await?;
        self.screen_shows(1, "display.png", &[number, &format!("Schalter{COUNTER}")]).await
    }

    /// Serves the citizen; the phone's page, which the booking server serves, must tell both steps.
    async fn finish(&self, browser: &Browser, phone_page: &str, number: &str) -> Result<()> {
        let http = crate::http::client()?;
        let says = async |what: &str, state: &str| {
            wait::for_value(what, wait::LIMIT, || async {
                let text = http.get(phone_page).send().await?.error_for_status()?.text().await?;
                let has_number = text.contains(number.get(1..).unwrap_or_default());
                Ok((has_number && text.contains(state)).then_some(()))
            })
            .await
        };
        says("the phone's page to show the call", "data-state=\"called\"").await?;
        let page = &browser.page;
        let body = page.find(By::Tag("body")).await?;
        body.send_keys(Key::Enter + "").await?;
        // The desk takes no press for 0.4 s after a change, so that a double press is not twice.
        wait::for_value("the desk to be done", wait::LIMIT, || async {
            if let Ok(finish) = page.find(By::Id("key-finish")).await {
                // A desk that was pushed anew in between takes the next press.
                let _ = finish.click().await;
            }
            Ok(page.find(By::Css(".at__nobody")).await.ok())
        })
        .await?;
        says("the phone's page to show the end", "data-state=\"finished\"").await
    }

    /// Touches a word on a virtual screen, as soon as it is there.
    ///
    /// # Errors
    /// The word does not come.
    pub async fn touch(&self, screen: usize, word: &str) -> Result<()> {
        let screens = self.screens.as_ref().context("there is no virtual screen")?;
        let at =
            wait::for_value(word, wait::LIMIT, || async { reading::find(&screens.picture(screen)?, word) });
        screens.touch(screen, at.await?)
    }

    /// The text of the newest ticket, once there are `count`, as the viewer reads it.
    ///
    /// # Errors
    /// It is not printed, or not readable.
    pub async fn paper(&self, count: usize) -> Result<String> {
        wait::for_value("a printed ticket", wait::LIMIT, || async {
            Ok((self.printer.tickets().len() >= count).then_some(()))
        })
        .await
        .with_context(|| format!("the kiosk's log ends:\n{}", self.kiosk.log_end()))?;
        let ticket = self.printer.tickets().pop().context("a ticket was printed")?;
        let bytes = self.house.folder.join("ticket.bin");
        std::fs::write(&bytes, ticket)?;
        reading::paper(&bytes, &self.picture("ticket.png"))
    }

    /// A booking's code as the camera will see it.
    ///
    /// # Errors
    /// The booking server does not draw it.
    pub async fn held(&self, booking: &BookingView) -> Result<image::GrayImage> {
        let page = format!("{}/b/{}", self.house.booking.url, booking.secret);
        Ok(camera_picture::held_up(&self.code_picture(&page).await?, &Held::default(), 5))
    }

    /// Lets the camera see a picture, from the moment that is given back.
    ///
    /// # Errors
    /// The picture cannot be written.
    pub fn show(&self, picture: &image::GrayImage) -> Result<Instant> {
        show(&self.camera, picture)
    }

    /// Holds a booking's code before the camera.
    ///
    /// # Errors
    /// The booking server does not draw it.
    pub async fn hold_up(&self, booking: &BookingView) -> Result<()> {
        self.show(&self.held(booking).await?)?;
        Ok(())
    }

    /// Takes away what is held before the camera.
    ///
    /// # Errors
    /// The picture cannot be written.
    pub fn take_away(&self) -> Result<()> {
        self.show(&camera_picture::empty_lobby(3))?;
        Ok(())
    }

    /// Whether a virtual screen shows all these words now.
    ///
    /// # Errors
    /// Its picture cannot be read.
    pub fn screen_has(&self, screen: usize, words: &[&str]) -> Result<bool> {
        let screens = self.screens.as_ref().context("there is no virtual screen")?;
        let read = reading::words(&screens.picture(screen)?)?;
        let plain: String = read.chars().filter(|c| c.is_alphanumeric()).collect();
        Ok(words.iter().all(|word| plain.contains(word)))
    }

    /// Waits until a virtual screen shows all these words, and saves its picture.
    ///
    /// # Errors
    /// They do not come.
    pub async fn screen_shows(&self, screen: usize, name: &str, words: &[&str]) -> Result<()> {
        let Some(screens) = &self.screens else { return Ok(()) };
        let mut read = String::new();
        let seen = wait::for_value("the words on the screen", wait::LIMIT, || {
            let found = screens.picture(screen).and_then(|picture| {
                picture.save(self.picture(name))?;
                read = reading::words(&picture)?;
                let plain: String = read.chars().filter(|c| c.is_alphanumeric()).collect();
                Ok(words.iter().all(|word| plain.contains(word)).then_some(()))
            });
            async { found }
        })
        .await;
        seen.with_context(|| format!("{words:?} are not in {}: {read}", self.picture(name).display()))
    }
}

/// The ticket number on a paper: a letter, a space and three digits on a line of their own.
pub fn number_on(text: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let plain: String = line.chars().filter(|c| !c.is_whitespace()).collect();
        let mut chars = plain.chars();
        let letter = chars.next().is_some_and(|c| c.is_ascii_uppercase());
        (letter && plain.len() == 4 && chars.all(|c| c.is_ascii_digit())).then_some(plain)
    })
}
