//! In the waiting room: real displays on two screens, one with a loudspeaker that is recorded, and clerks who press.

use crate::support::{Kiosk, house};
use anyhow::{Context, Result, ensure};
use foyer_protocol::lobby::DeviceKind;
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::House;
use foyer_tests::lossy::LossyLine;
use foyer_tests::program::Program;
use foyer_tests::reading::words;
use foyer_tests::screen::VirtualScreen;
use foyer_tests::sound::Recorder;
use foyer_tests::wait;
use foyer_text::Language;
use foyer_voice::recorded::{Expected, Found};
use foyer_voice::{Chime, spelled};
use std::path::Path;

/// What a fresh call is filled with.
const ACCENT: [u8; 3] = [0x97, 0xaf, 0xe1];

/// Two displays; the first has a loudspeaker and its own line to the lobby.
struct WaitingRoom {
    screens: VirtualScreen,
    recorder: Recorder,
    line: LossyLine,
    displays: Vec<Program>,
}

impl WaitingRoom {
    async fn open(folder: &Path, house: &House) -> Result<Self> {
        let screens = VirtualScreen::start(&folder.join("screens"), &[(1280, 720), (1280, 720)])?;
        let recorder = Recorder::new(folder)?;
        let line = LossyLine::to(house.lobby.url.trim_start_matches("http://").parse()?)?;
        let mut room = Self { screens, recorder, line, displays: Vec::new() };
        for screen in 0..2 {
            let display = room.switch_on(house, screen)?;
            room.displays.push(display);
        }
        for screen in 0..2 {
            room.shows(screen, &["Bürgerbüro"]).await?;
        }
        Ok(room)
    }

    fn switch_on(&self, house: &House, screen: usize) -> Result<Program> {
        let sound = self.recorder.config().to_string_lossy().into_owned();
        let at = self.screens.display(screen);
        let through = format!("http://{}", self.line.address());
        let (lobby, sounds) =
            if screen == 0 { (through.as_str(), "true") } else { (house.lobby.url.as_str(), "false") };
        let settings = format!("[panel]\ndiagonal_inch = 43.0\n[sound]\non = {sounds}\n");
        let environment = [("DISPLAY", at.as_str()), ("ALSA_CONFIG_PATH", sound.as_str())];
        let name = format!("Anzeige {}", screen + 1);
        house.start_terminal(
            DeviceKind::Display,
            &name,
            lobby,
            &settings,
            &["--size", "1280x720"],
            &environment,
        )
    }

    /// Waits until all of `wanted` can be read, spaces aside; answers all that is read.
    async fn shows(&self, screen: usize, wanted: &[&str]) -> Result<String> {
        let bare = |text: &str| text.replace(char::is_whitespace, "");
        wait::for_value(&format!("screen {screen} to show {wanted:?}"), wait::LIMIT, || async {
            let words = bare(&words(&self.screens.picture(screen)?)?);
            Ok(wanted.iter().all(|wanted| words.contains(&bare(wanted))).then_some(words))
        })
        .await
    }

    /// Waits until a fresh call fills the left of a screen, or no longer does.
    async fn is_fresh(&self, screen: usize, fresh: bool) -> Result<()> {
        wait::for_value(&format!("screen {screen} to be fresh: {fresh}"), wait::LIMIT, || async {
            let picture = self.screens.picture(screen)?;
            let left = picture.enumerate_pixels().filter(|(x, y, _)| *x < 640 && *y < 560);
            let filled = left.filter(|(.., pixel)| pixel.0 == ACCENT).count();
            Ok(((filled > 640 * 560 / 3) == fresh).then_some(()))
        })
        .await
    }

    /// Waits until so many sounds were heard; all of them, none over another.
    async fn hears(&self, expected: &[Expected], count: usize) -> Result<Vec<Found>> {
        let heard = wait::for_value("the announcements", wait::LIMIT, || async {
            let heard = self.recorder.heard(expected)?;
            Ok((heard.len() >= count).then_some(heard))
        })
        .await?;
        ensure!(heard.windows(2).all(|pair| pair[0].to < pair[1].from), "one over another: {heard:#?}");
        Ok(heard)
    }
}

fn called(number: &str, counter: &str) -> Result<Expected> {
    let text = format!("{}: {counter}.", spelled(Language::German, number));
    Ok(Expected::sentence(Language::German, &text)?)
}

async fn clerk(house: &House, name: &str, counter: &str) -> Result<Clerk> {
    house.add_staff(name, "clerk")?;
    let clerk = Clerk::sign_in(house, name).await?;
    clerk.open(counter).await?;
    Ok(clerk)
}

fn names(heard: &[Found]) -> Vec<&str> {
    heard.iter().map(|found| found.name.as_str()).collect()
}

/// Scenarios 23, 6 and 29: two calls in one second are both heard, whole and in order; a recall highlights and sounds
/// again on every display; three recalls in five seconds make no no-show.
#[tokio::test(flavor = "multi_thread")]
async fn calls_and_recalls_are_seen_and_heard_whole_and_in_order() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let (anna, bernd) = (clerk(&house, "anna", "1").await?, clerk(&house, "bernd", "3").await?);
    for _ in 0..2 {
        kiosk.walk_in(&house, "meldung").await?;
    }
    let room = WaitingRoom::open(folder.path(), &house).await?;
    let first = anna.press("1", "next").await?.number().context("somebody waits")?;
    let second = bernd.press("3", "next").await?.number().context("somebody else waits")?;
    let expected =
        [Expected::gong(Chime::Call), called(&first, "Schalter 1")?, called(&second, "Schalter 3")?];
    let [gong, one, two] = [0, 1, 2].map(|index: usize| expected[index].name.as_str());
    let heard = room.hears(&expected, 4).await?;
    ensure!(names(&heard) == [gong, one, gong, two], "{heard:#?}");
    let levels = heard.iter().map(|found| found.decibel);
    let (low, high) = (levels.clone().fold(f32::MAX, f32::min), levels.fold(f32::MIN, f32::max));
    ensure!(high - low < 3.0, "from {low} to {high} dB");
    for screen in 0..2 {
        room.shows(screen, &[&first, &second, "Schalter 1", "Schalter 3"]).await?;
        room.is_fresh(screen, false).await?;
    }
    for _ in 0..3 {
        ensure!(anna.press("1", "recall").await?.done());
    }
    for screen in 0..2 {
        room.is_fresh(screen, true).await?;
    }
    ensure!(!anna.press("1", "no_show").await?.done(), "three recalls within seconds are one");
    let heard = room.hears(&expected, 10).await?;
    ensure!(names(&heard)[4..] == [gong, one, gong, one, gong, one], "{heard:#?}");
    Ok(())
}

/// A lost link: its age is said after five seconds, what is called meanwhile is shown and sounded once when it is back,
/// and what was sounded before is not sounded again.
#[tokio::test(flavor = "multi_thread")]
async fn a_lost_link_is_said_and_what_was_called_meanwhile_sounds_once() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let (anna, bernd) = (clerk(&house, "anna", "1").await?, clerk(&house, "bernd", "3").await?);
    for _ in 0..2 {
        kiosk.walk_in(&house, "meldung").await?;
    }
    let mut room = WaitingRoom::open(folder.path(), &house).await?;
    let first = anna.press("1", "next").await?.number().context("somebody waits")?;
    let said = [Expected::gong(Chime::Call), called(&first, "Schalter 1")?];
    room.hears(&said, 2).await?;
    // A cable that was pulled says nothing; the display notices by the silence. Then the line is gone for good.
    room.line.hold_streams(true);
    room.shows(0, &["unterbrochen", &first]).await?;
    room.line.cut(true);
    room.line.hold_streams(false);
    let second = bernd.press("3", "next").await?.number().context("somebody else waits")?;
    room.shows(1, &[&second]).await?;
    room.line.cut(false);
    let words = room.shows(0, &[&second, &first, "Schalter 3"]).await?;
    ensure!(!words.contains("unterbrochen"), "{words}");
    let [gong, one] = said;
    let expected = [gong, one, called(&second, "Schalter 3")?];
    let heard = room.hears(&expected, 4).await?;
    let [gong, one, two] = [0, 1, 2].map(|index: usize| expected[index].name.as_str());
    ensure!(names(&heard) == [gong, one, gong, two], "{heard:#?}");

    // Power comes back: the same picture as before.
    room.displays[0].kill()?;
    room.displays[0] = room.switch_on(&house, 0)?;
    room.shows(0, &[&second, &first, "Schalter 3", "Schalter 1"]).await?;
    Ok(())
}

/// Scenario 26: one press, and it is silent in the middle of a word; the screens say why; afterwards who was called is
/// called anew, by the clerk.
#[tokio::test(flavor = "multi_thread")]
async fn it_is_silent_in_the_middle_of_a_word_when_everything_stands_still() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let anna = clerk(&house, "anna", "1").await?;
    house.add_staff("rea", "supervisor")?;
    let rea = Clerk::sign_in(&house, "rea").await?;
    kiosk.walk_in(&house, "meldung").await?;
    let room = WaitingRoom::open(folder.path(), &house).await?;
    let press = async |what: &str| {
        let nonce = Nonce::random().to_string();
        rea.send("/room/house", &[("do", what), ("nonce", &nonce), ("visit", ""), ("text", "")]).await
    };
    let number = anna.press("1", "next").await?.number().context("somebody waits")?;
    let expected = [Expected::gong(Chime::Call), called(&number, "Schalter 1")?];
    // The gong is over: the words begin.
    room.hears(&expected[..1], 1).await?;
    press("interrupt").await?;
    for screen in 0..2 {
        let words = room.shows(screen, &["unterbrochen"]).await?;
        ensure!(!words.contains(&number), "{words}");
    }
    ensure!(
        names(&room.recorder.heard(&expected)?) == [expected[0].name.as_str()],
        "the words were cut short"
    );
    press("go_on").await?;
    for screen in 0..2 {
        room.shows(screen, &["Bürgerbüro"]).await?;
    }
    let again = anna.press("1", "next").await?.number().context("the same one waits")?;
    ensure!(again == number, "{again}, not {number}");
    let heard = room.hears(&expected, 3).await?;
    ensure!(names(&heard)[1..] == [expected[0].name.as_str(), expected[1].name.as_str()], "{heard:#?}");
    Ok(())
}
