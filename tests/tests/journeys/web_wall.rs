//! The wall display as a page: a real Chromium in the waiting room. It is held to the stories of the program's board, to
//! what is heard, and to what the lobby is told.

use crate::barriers::judged;
use crate::support::{Kiosk, at, house};
use anyhow::{Context, Result, ensure};
use foyer_protocol::lobby::DeviceKind;
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::lossy::LossyLine;
use foyer_tests::pages::{pictures, shows};
use foyer_tests::wait;
use foyer_text::Language;
use foyer_voice::recorded::{Expected, RATE, found};
use foyer_voice::{Chime, spelled};
use image::RgbImage;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use thirtyfour::{By, Key};

/// Keeps what the page plays, and when, and what it tells the lobby of its calls.
const WATCHED: &str = "
    window.played = [];
    window.told = [];
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (...at) {
      const samples = Array.from(this.buffer.getChannelData(0));
      window.played.push({ at: this.context.currentTime, rate: this.buffer.sampleRate, samples });
      return start.apply(this, at);
    };
    const real = window.fetch;
    window.fetch = (path, how) => {
      const call = /calls\\/(\\d+)\\/acknowledgement/.exec(path);
      if (call) window.told.push([Number(call[1]), JSON.parse(how.body).heard]);
      return real(path, how);
    };";

/// Runs stories on the page's board, and answers what it says where the program was asked.
const REPLAY: &str = "
    const asked = arguments[0];
    const told = ({ big, rows, page }) => ({
      big: big && {
        kind: big.shown.kind,
        visit: FoyerBoard.visitOf(big.shown),
        counter: big.shown.kind === 'call' ? big.shown.call.counter : null,
        fresh: big.fresh,
      },
      rows: rows.map(({ call, stands, fresh }) => ({ call: call.call, stands, fresh })),
      page: [page.at, page.of],
    });
    let board = new FoyerBoard.Board();
    let wide = 0;
    return asked.map(({ at, ...step }) => {
      const [what] = Object.keys(step);
      switch (what) {
        case 'start':
          board = new FoyerBoard.Board();
          return null;
        case 'wide':
          wide = step.wide;
          return null;
        case 'fold':
          return board.fold(at, step.fold) ?? null;
        case 'advance':
          return board.advance(at).map(({ ring, said, detail }) => ({ ring, said, detail }));
        case 'sounded':
          return board.sounded(step.sounded) ?? null;
        default:
          return told(board.picture(at, 4, ({ call }) => (call === wide ? 2 : 1)));
      }
    });";

/// A page that is a display, after it has enrolled.
struct Wall {
    browser: Browser,
}

impl Wall {
    /// Enrols as a technician would: types the code, the panel and the room.
    async fn enrol(folder: &Path, house: &House, url: &str, languages: &[&str]) -> Result<Self> {
        let browser = Browser::open(&folder.join("wall"), 1280, 1600).await?;
        browser.page.goto(format!("{url}/display")).await?;
        let code = house.device_code(DeviceKind::Display, "Anzeige im Netz")?;
        browser.page.find(By::Id("code")).await?.send_keys(code).await?;
        for (id, value) in [("inch", "43"), ("metres", "4,5"), ("volume", "50")] {
            let field = browser.page.find(By::Id(id)).await?;
            field.clear().await?;
            field.send_keys(value).await?;
        }
        for language in languages.iter().filter(|language| **language != "de") {
            browser.page.find(By::Css(format!("input[value='{language}']"))).await?.click().await?;
        }
        browser.page.find(By::Css("form.fields button")).await?.click().await?;
        shows(&browser, "#screen", "Bürgerbüro").await?;
        browser.looks(1280, 720, "dark", 1).await?;
        browser.page.execute(WATCHED, Vec::new()).await?;
        Ok(Self { browser })
    }

    async fn told(&self) -> Result<Vec<(u64, bool)>> {
        Ok(self.browser.page.execute("return window.told", Vec::new()).await?.convert()?)
    }

    /// What was played so far, as a recording of it would be.
    async fn recording(&self) -> Result<Vec<f32>> {
        #[derive(serde::Deserialize)]
        struct Played {
            at: f64,
            rate: u32,
            samples: Vec<f32>,
        }
        let played: Vec<Played> =
            self.browser.page.execute("return window.played", Vec::new()).await?.convert()?;
        let mut all: Vec<f32> = Vec::new();
        for one in played {
            let sound = foyer_voice::Sound { samples: one.samples, rate: one.rate }.at_rate(RATE);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds of a test")]
            let from = (one.at * f64::from(RATE)) as usize;
            all.resize(all.len().max(from + sound.samples.len()), 0.0);
            for (place, sample) in all[from..].iter_mut().zip(sound.samples) {
                *place += sample;
            }
        }
        Ok(all)
    }

    /// Waits until these were played, in this order, none over another, each as loud as the others, and nothing else.
    async fn hears(&self, expected: &[Expected], order: &[usize]) -> Result<()> {
        let heard = wait::for_value("the announcements", wait::LIMIT, || async {
            let heard = found(&self.recording().await?, expected);
            Ok((heard.len() >= order.len()).then_some(heard))
        })
        .await?;
        ensure!(heard.windows(2).all(|pair| pair[0].to < pair[1].from), "one over another: {heard:#?}");
        let levels = heard.iter().map(|found| found.decibel);
        let (low, high) = (levels.clone().fold(f32::MAX, f32::min), levels.fold(f32::MIN, f32::max));
        ensure!(high - low < 3.0, "from {low} to {high} dB");
        let names: Vec<&str> = heard.iter().map(|found| found.name.as_str()).collect();
        let wanted: Vec<&str> = order.iter().map(|index| expected[*index].name.as_str()).collect();
        ensure!(names == wanted, "{heard:#?}");
        Ok(())
    }

    /// Waits for text in the picture.
    async fn shows(&self, css: &str, text: &str) -> Result<()> {
        shows(&self.browser, css, text).await
    }

    /// The picture, and how high the capitals of an element are in it, in pixels.
    async fn capitals(&self, css: &str) -> Result<u32> {
        let place =
            "const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
                     return [x, y, width, height].map(Math.round)";
        let place: [u32; 4] = self.browser.page.execute(place, vec![json!(css)]).await?.convert()?;
        let png = self.browser.page.screenshot_as_png().await?;
        Ok(highest(&image::load_from_memory(&png)?.to_rgb8(), place))
    }

    /// Keeps a picture where pictures are kept.
    async fn picture(&self, name: &str) -> Result<()> {
        let Some(folder) = pictures() else { return Ok(()) };
        self.browser.picture(&folder.join(format!("{name}.png"))).await
    }
}

/// The height of the first line of signs in a place: the rows that are not of one colour.
fn highest(picture: &RgbImage, [x, y, width, height]: [u32; 4]) -> u32 {
    let ground = *picture.get_pixel(x, y);
    let differs = |x: u32, y: u32| {
        picture.get_pixel(x, y).0.iter().zip(ground.0).any(|(one, other)| one.abs_diff(other) > 90)
    };
    let has_ink = |y: &u32| (x..x + width).any(|x| differs(x, *y));
    let rows = (y..y + height).skip_while(|y| !has_ink(y)).take_while(has_ink);
    u32::try_from(rows.count()).unwrap_or(0)
}

/// "A 017" of "A017".
fn spaced(number: &str) -> String {
    let (letter, digits) = number.split_at(1);
    format!("{letter} {}", digits.trim_start())
}

fn stories() -> Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../display/tests/board");
    let files = std::fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut paths: Vec<PathBuf> = files.map(|file| Ok(file?.path())).collect::<Result<_>>()?;
    paths.sort();
    Ok(paths)
}

/// The page's board answers as the program's in every story of it.
#[tokio::test(flavor = "multi_thread")]
async fn the_same_stories_judge_the_page() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 300).await?;
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/web");
    for script in ["display_tidy.js", "display_board.js"] {
        let script = std::fs::read_to_string(scripts.join(script))?;
        browser.page.execute(script, Vec::new()).await?;
    }
    let stories = stories()?;
    ensure!(stories.len() >= 20, "{} stories", stories.len());
    for path in stories {
        let text = std::fs::read_to_string(&path)?;
        let steps: Vec<Value> = text.lines().map(serde_json::from_str).collect::<serde_json::Result<_>>()?;
        let answers: Vec<Value> = browser.page.execute(REPLAY, vec![json!(steps)]).await?.convert()?;
        let mut picture = &Value::Null;
        for ((line, step), answer) in (1..).zip(&steps).zip(&answers) {
            if let Some(other) = step.get("picture").filter(|picture| !picture.is_string()) {
                picture = other;
            }
            let same = step.get("picture").map(|_| picture);
            let expected = step.get("advance").or(same).unwrap_or(&Value::Null);
            ensure!(answer == expected, "{}:{line}: {answer:#}, not {expected:#}", path.display());
        }
    }
    browser.close().await
}

/// Enrolled, it shows and says a call, tells the lobby that it was seen and heard, says the age of what it shows while the
/// link is lost, and then what was called meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn a_browser_shows_says_and_acknowledges_calls() -> Result<()> {
    let (folder, mut house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    for name in ["anna", "bernd"] {
        house.add_staff(name, "clerk")?;
    }
    let (anna, bernd) = (Clerk::sign_in(&house, "anna").await?, Clerk::sign_in(&house, "bernd").await?);
    anna.open("1").await?;
    bernd.open("3").await?;
    for _ in 0..3 {
        kiosk.walk_in(&house, "meldung").await?;
    }
    let line = LossyLine::to(house.lobby.url.trim_start_matches("http://").parse()?)?;
    let wall = Wall::enrol(folder.path(), &house, &format!("http://{}", line.address()), &["de"]).await?;
    wall.picture("wall-idle-1280").await?;

    // Switched on anew: one press, as browsers want it, and there is sound.
    wall.browser.page.goto(format!("http://{}/display", line.address())).await?;
    wall.browser.page.execute(WATCHED, Vec::new()).await?;
    shows(&wall.browser, "#sound-key", "Ton einschalten").await?;
    wall.browser.page.find(By::Id("sound-key")).await?.click().await?;
    wait::for_value("the key to go", wait::LIMIT, || async {
        Ok((!wall.browser.page.find(By::Id("sound-key")).await?.is_displayed().await?).then_some(()))
    })
    .await?;

    let first = anna.press("1", "next").await?.number().context("somebody waits")?;
    let second = bernd.press("3", "next").await?.number().context("somebody else waits")?;
    shows(&wall.browser, ".call--fresh", &spaced(&first)).await?;
    wall.picture("wall-call-1280").await?;
    let called = |number: &str, counter: &str| {
        Expected::sentence(Language::German, &format!("{}: {counter}.", spelled(Language::German, number)))
    };
    let expected =
        [Expected::gong(Chime::Call), called(&first, "Schalter 1")?, called(&second, "Schalter 3")?];
    wall.hears(&expected, &[0, 1, 0, 2]).await?;
    wait::for_value("seen and heard to be told", wait::LIMIT, || async {
        let mut told = wall.told().await?;
        told.sort_unstable();
        let all = told.len() == 4 && told.windows(2).all(|pair| pair[0] < pair[1]);
        Ok(all.then_some(()))
    })
    .await?;
    ensure!(anna.desk("1").await?.contains("gezählte Aufrufe: 1"), "the desk knows that it was seen");

    // The link is lost, without a word as after a pulled cable, and another clerk goes on: presses still arrive, calls no more.
    ensure!(wall.browser.page.find_all(By::Css(".foot--lost")).await?.is_empty(), "nothing is lost yet");
    line.hold_streams(true);
    shows(&wall.browser, ".foot--lost", "unterbrochen seit 10:0").await?;
    wall.picture("wall-lost-1280").await?;
    line.cut(true);
    line.hold_streams(false);
    ensure!(anna.press("1", "start").await?.done());
    ensure!(anna.press("1", "finish").await?.done());
    let third = anna.press("1", "next").await?.number().context("a third one waits")?;
    line.cut(false);
    shows(&wall.browser, ".call--fresh", &spaced(&third)).await?;
    let expected = [
        Expected::gong(Chime::Call),
        called(&first, "Schalter 1")?,
        called(&second, "Schalter 3")?,
        called(&third, "Schalter 1")?,
    ];
    wall.hears(&expected, &[0, 1, 0, 2, 0, 3]).await?;
    ensure!(wall.browser.page.find_all(By::Css(".foot--lost")).await?.is_empty(), "the link is back");

    // A lobby that starts again: the same picture, and only who is called after that sounds.
    house.power_cut_lobby().await?;
    ensure!(bernd.press("3", "recall").await?.done());
    wall.hears(&expected, &[0, 1, 0, 2, 0, 3, 0, 2]).await?;
    shows(&wall.browser, "#screen", &spaced(&third)).await?;
    let mut told = wall.told().await?;
    let count = told.len();
    told.sort_unstable();
    told.dedup();
    ensure!(told.len() == count, "told twice: {told:?}");
    wall.browser.close().await
}

/// What a technician types wrongly is said, and what was typed stays; who may no more is told how to enrol and nothing else;
/// and a panel that is switched on before the lobby says what it waits for.
#[tokio::test(flavor = "multi_thread")]
async fn a_browser_is_enrolled_and_switched_on_before_the_lobby() -> Result<()> {
    let (folder, mut house) = house("2026-11-23T09:00:00Z").await?;
    house.add_staff("adam", "administrator")?;
    let adam = Clerk::sign_in(&house, "adam").await?;
    let browser = Browser::open(&folder.path().join("form"), 1280, 1600).await?;
    let url = house.lobby.url.clone();
    browser.page.goto(format!("{url}/display")).await?;
    judged(&browser, "wall-enrol").await?;
    browser.page.goto(format!("{url}/display")).await?;
    let kiosks = house.device_code(DeviceKind::Kiosk, "Terminal")?;
    let own = house.device_code(DeviceKind::Display, "Anzeige 4")?;
    let field = async |id: &str, value: &str| -> Result<()> {
        let field = browser.page.find(By::Id(id)).await?;
        field.clear().await?;
        Ok(field.send_keys(value).await?)
    };
    for (code, inch, says) in [
        ("AAAA-AAAA", "55", "Dieser Code ist falsch"),
        (kiosks.as_str(), "55", "für ein Terminal"),
        (own.as_str(), "4", "5 bis 200"),
    ] {
        field("code", code).await?;
        field("inch", inch).await?;
        field("metres", &format!("6{}", Key::Enter.value())).await?;
        shows(&browser, ".say--no", says).await?;
        let metres = browser.page.find(By::Id("metres")).await?.value().await?;
        ensure!(metres.as_deref() == Some("6"), "{metres:?}");
    }
    field("code", &own).await?;
    field("inch", &format!("55{}", Key::Enter.value())).await?;
    shows(&browser, "#screen", "Bürgerbüro").await?;
    shows(&browser, "#screen", "Anzeige 4").await?;
    // A panel can be touched by anybody: only who looks after terminals changes it, and is signed off with that.
    browser.page.goto(format!("{url}/display/settings")).await?;
    for (id, value) in
        [("name", "adam".to_owned()), ("password", format!("{PASSWORD}{}", Key::Enter.value()))]
    {
        browser.page.find(By::Id(id)).await?.send_keys(value).await?;
    }
    shows(&browser, "h1", "Einstellungen der Anzeige").await?;
    judged(&browser, "wall-settings").await?;
    browser.page.goto(format!("{url}/display/settings")).await?;
    field("metres", &format!("7{}", Key::Enter.value())).await?;
    shows(&browser, "#screen", "Anzeige 4").await?;
    let metres = browser.page.find(By::Tag("body")).await?.attr("data-metres").await?;
    ensure!(metres.as_deref() == Some("7"), "{metres:?}");
    browser.page.goto(format!("{url}/display/settings")).await?;
    shows(&browser, "h1", "Anmelden").await?;

    // The power comes back, and the panel is faster than the lobby.
    browser.page.goto(format!("{url}/display")).await?;
    let is_kept = "const done = arguments[0];
                   caches.match('/display').then((page) => done(Boolean(page)))";
    wait::for_value("the page to be kept", wait::LIMIT, || async {
        let kept: bool = browser.page.execute_async(is_kept, Vec::new()).await?.convert()?;
        Ok(kept.then_some(()))
    })
    .await?;
    house.lobby.program.kill()?;
    browser.page.goto(format!("{url}/display")).await?;
    shows(&browser, "#screen", "wartet auf den Standort-Server").await?;
    house.start_lobby_again().await?;
    shows(&browser, "#screen", "Anzeige 4").await?;

    let device = ("device", "display-1");
    adam.send("/devices/revocations", &[device]).await?;
    shows(&browser, "h1", "nicht mehr angemeldet").await?;
    let text = browser.page.find(By::Tag("main")).await?.text().await?;
    ensure!(!text.contains("Anzeige 4"), "{text}");
    browser.close().await
}

/// Pictures of every kind in every size that panels have, with capitals as high as the norm asks: for the panel and the
/// distance that were typed in. `FOYER_PAGES=folder` keeps them.
#[tokio::test(flavor = "multi_thread")]
async fn every_panel_is_laid_out_for_its_distance() -> Result<()> {
    const SIZES: [(u32, u32); 4] = [(1280, 720), (1920, 1080), (1080, 1920), (3840, 2160)];
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("anna", "clerk")?;
    house.add_staff("rea", "supervisor")?;
    let (anna, rea) = (Clerk::sign_in(&house, "anna").await?, Clerk::sign_in(&house, "rea").await?);
    anna.open("1").await?;
    let wall = Wall::enrol(folder.path(), &house, &house.lobby.url, &["de", "ar"]).await?;
    let in_all_sizes = async |name: &str, css: &str, text: &str| -> Result<()> {
        for (width, height) in SIZES {
            wall.browser.looks(width, height, "dark", 1).await?;
            wall.shows(css, text).await?;
            let wider = "return document.documentElement.scrollWidth > innerWidth";
            let wider: bool = wall.browser.page.execute(wider, Vec::new()).await?.convert()?;
            ensure!(!wider, "{name} {width}×{height}: wider than its panel");
            wall.picture(&format!("wall-{name}-{width}x{height}")).await?;
        }
        Ok(())
    };
    in_all_sizes("idle", "#screen:lang(de)", "Bitte warten Sie").await?;
    in_all_sizes("idle-ar", "#screen:lang(ar)", "Bürgerbüro").await?;
    kiosk.walk_in(&house, "meldung").await?;
    let first = anna.press("1", "next").await?.number().context("somebody waits")?;
    anna.press("1", "start").await?;
    anna.press("1", "finish").await?;
    kiosk.walk_in(&house, "meldung").await?;
    let second = anna.press("1", "next").await?.number().context("somebody waits")?;
    in_all_sizes("call", ".number", &spaced(&second)).await?;
    for (width, height) in SIZES {
        wall.browser.looks(width, height, "dark", 1).await?;
        wall.shows(".row--over .row__number", &spaced(&first)).await?;
        let px_per_mm = f64::from(width).hypot(f64::from(height)) / (43.0 * 25.4);
        for (css, least) in [(".number", 4500.0 * 0.0122), (".row__number", 4500.0 / 155.0)] {
            let found = f64::from(wall.capitals(css).await?) / px_per_mm;
            // A hair is lost to the edge of a letter, which is no full colour.
            ensure!(found > least - 0.7, "{css} at {width}×{height}: {found:.1} mm, not {least:.1}");
        }
    }
    in_all_sizes("call-ar", "#screen:lang(ar) .number", &spaced(&second)).await?;
    let nonce = Nonce::random().to_string();
    rea.send("/room/house", &[("do", "interrupt"), ("nonce", &nonce), ("visit", ""), ("text", "")]).await?;
    in_all_sizes("interrupted", "#screen:lang(de)", "unterbrochen").await?;
    wall.browser.close().await
}

/// At night the page says when the office opens, and no number.
#[tokio::test(flavor = "multi_thread")]
async fn a_closed_office_says_when_it_opens() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy/examples/office.toml");
    let house = House::open(folder.path(), &office, at("2026-11-23T20:00:00Z")).await?;
    let wall = Wall::enrol(folder.path(), &house, &house.lobby.url, &["de"]).await?;
    wall.shows(".body--closed", "Geöffnet ab Dienstag").await?;
    wall.picture("wall-closed-1280").await?;
    wall.browser.close().await
}

/// While nobody is called there are pictures; one that cannot be shown is named to staff, and a call takes the place at once.
#[tokio::test(flavor = "multi_thread")]
async fn pictures_are_shown_while_nobody_is_called() -> Result<()> {
    let (folder, house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("adam", "administrator")?;
    let adam = Clerk::sign_in(&house, "adam").await?;
    adam.open("1").await?;
    let slides = folder.path().join("foyer-lobby/slides");
    std::fs::create_dir_all(&slides)?;
    RgbImage::from_pixel(640, 360, image::Rgb([40, 90, 60])).save(slides.join("1 Stadtfest.png"))?;
    std::fs::write(slides.join("2 Kaputt.png"), b"\x89PNG\r\n\x1a\nand no more")?;
    let wall = Wall::enrol(folder.path(), &house, &house.lobby.url, &["de"]).await?;
    wait::for_value("a picture", wait::LIMIT, || async {
        let shown = wall.browser.page.find_all(By::Css(".call--slide .slide")).await?;
        Ok((!shown.is_empty()).then_some(()))
    })
    .await?;
    wall.picture("wall-slide-1280").await?;
    wait::for_value("staff to be told", wait::LIMIT, || async {
        Ok(adam.page("/devices").await?.contains("2 Kaputt.png: the browser cannot show it").then_some(()))
    })
    .await?;
    kiosk.walk_in(&house, "meldung").await?;
    let number = adam.press("1", "next").await?.number().context("somebody waits")?;
    wall.shows(".call--fresh", &spaced(&number)).await?;
    ensure!(wall.browser.page.find_all(By::Css(".slide")).await?.is_empty(), "no picture beside a call");
    wall.browser.close().await
}

/// Who may ask what: nothing without a token, nothing by a kiosk's, and nothing changed by another site's page.
#[tokio::test(flavor = "multi_thread")]
async fn a_displays_cookie_opens_what_a_display_may_and_only_to_our_own_page() -> Result<()> {
    let (_folder, house) = house("2026-11-23T09:00:00Z").await?;
    let (display, _) = house.enrol(DeviceKind::Display, "Anzeige").await?;
    let (kiosk, _) = house.enrol(DeviceKind::Kiosk, "Terminal").await?;
    let http = reqwest::Client::new();
    let sound =
        json!({ "numbers": ["A001"], "counter": null, "language": null, "detail": "gong", "volume": 50 });
    let ask =
        async |path: &str, body: Option<&Value>, token: Option<&str>, origin: Option<&str>| -> Result<u16> {
            let url = format!("{}{path}", house.lobby.url);
            let mut request = match body {
                Some(body) => http.post(url).json(body),
                None => http.get(url),
            };
            if let Some(token) = token {
                request = request.header("cookie", format!("foyer_display={token}"));
            }
            if let Some(origin) = origin {
                request = request.header("origin", origin);
            }
            Ok(request.send().await?.status().as_u16())
        };
    let own = house.lobby.url.as_str();
    let words = "/display/words?language=de&at=2026-11-23T09:00:00Z";
    let status = json!({ "version": "1", "parts": [] });
    for (path, body) in [
        (words, None),
        ("/api/v1/stream", None),
        ("/display/sound", Some(&sound)),
        ("/api/v1/device/status", Some(&status)),
    ] {
        let mine = ask(path, body, Some(&display.token), Some(own)).await?;
        ensure!((200..300).contains(&mine), "{path}: {mine}");
        ensure!(ask(path, body, None, Some(own)).await? == 401, "{path} without a token");
        ensure!(ask(path, body, Some(&kiosk.token), Some(own)).await? == 401, "{path} with a kiosk's");
        if body.is_some() {
            let theirs = ask(path, body, Some(&display.token), Some("http://evil.test")).await?;
            ensure!([401, 403].contains(&theirs), "{path} from another site: {theirs}");
        }
    }
    let many = json!({ "numbers": vec!["A001"; 9], "counter": null, "language": null, "detail": "whole", "volume": 50 });
    ensure!(
        ask("/display/sound", Some(&many), Some(&display.token), Some(own)).await? == 400,
        "nine numbers"
    );
    Ok(())
}
