//! Every screen in every state, headless: what can be read in it, and a picture of it for the eye under
//! `target/tmp/display`.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "what goes wrong in a test ends it")]

#[path = "stage/quiet.rs"]
mod quiet;
#[path = "stories/ruler.rs"]
mod ruler;

use foyer_client::{Followed, Link};
use foyer_display::app::{App, Message, Screen};
use foyer_display::board::Moment;
use foyer_display::screen;
use foyer_display::settings::{EXAMPLE, Settings};
use foyer_display::slides::{Prepared, Wanted};
use foyer_domain::Timestamp;
use foyer_domain::estimate::Span;
use foyer_domain::id::{AreaId, CallId, VisitId};
use foyer_domain::office::{Direction, Localized};
use foyer_domain::ticket::TicketNumber;
use foyer_look::fonts;
use foyer_protocol::lobby::{CallView, DisplayEvent, DisplaySnapshot, Opening, Slide};
use foyer_protocol::program::Clock;
use foyer_text::Language;
use iced::widget::image::Handle;
use iced::{Element, Size};
use iced_test::Simulator;
use quiet::quiet;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Wide, upright, small, fine.
const SIZES: [(u16, u16); 4] = [(1920, 1080), (1080, 1920), (1280, 720), (3840, 2160)];

const LONG: &str = "Zimmer 214 – Staatsangehörigkeit und Aufenthaltsangelegenheiten";

/// A display that goes through a story.
struct Story {
    name: &'static str,
    app: App,
    now: Moment,
}

fn start() -> Timestamp {
    "2026-11-23T08:51:00Z".parse().unwrap()
}

fn call(id: u64, number: &str, counter: &str, way: &str, direction: Option<Direction>) -> CallView {
    CallView {
        call: CallId(id),
        visit: VisitId(id),
        number: TicketNumber::try_from(number.to_owned()).unwrap(),
        also: Vec::new(),
        counter: Localized::german(counter),
        way: Localized::german(way),
        direction,
        area: AreaId::from("eg"),
        language: None,
        at: start() - Duration::from_secs(100 - id),
    }
}

fn usual(id: u64) -> CallView {
    let number = format!("{}{:03}", ["A", "B"][usize::try_from(id).unwrap() % 2], 10 + id);
    call(id, &number, &format!("Schalter {}", id % 5 + 1), "1. OG, rechts", Some(Direction::Right))
}

fn snapshot(standing: Vec<CallView>, recent: Vec<CallView>) -> DisplayEvent {
    let walk_in = Some(Span { from_minutes: 10, to_minutes: 15 });
    let snapshot = DisplaySnapshot { standing, recent, walk_in, ..quiet(start()) };
    DisplayEvent::Snapshot { snapshot: Box::new(snapshot) }
}

fn newest_first(ids: std::ops::RangeInclusive<u64>) -> Vec<CallView> {
    ids.rev().map(usual).collect()
}

impl Story {
    fn new(name: &'static str) -> Self {
        Self::with(name, |_| {})
    }

    fn with(name: &'static str, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings::parse(EXAMPLE, Path::new("example.toml")).unwrap();
        change(&mut settings);
        let size = Size::new(1920.0, 1080.0);
        // The program's clock is the demo's; the lobby's is not, and the lobby's is what is shown.
        let clock = if settings.demo { Clock::starting_at(start()) } else { Clock::SYSTEM };
        let (app, _) = App::new(settings, clock, size, String::new());
        Self { name, app, now: Moment::default() }
    }

    fn after(mut self, seconds: f64) -> Self {
        self.now = self.now.after(Duration::from_secs_f64(seconds));
        self.told(Message::Ticked)
    }

    fn told(mut self, message: Message) -> Self {
        let _ = self.app.update(self.now, message);
        self
    }

    fn link(self, link: Link) -> Self {
        self.told(Message::Followed(Box::new(Followed::Link(link))))
    }

    fn event(self, event: DisplayEvent) -> Self {
        self.told(Message::Followed(Box::new(Followed::Event { id: None, event })))
    }

    fn sized(mut self, (width, height): (u16, u16)) -> Self {
        self = self.told(Message::Resized(Size::new(width.into(), height.into())));
        self.told(Message::Ticked)
    }

    /// Whether exactly this text is on the screen.
    fn shows(&self, text: &str) -> bool {
        let view: Element<'_, ()> = screen::view(&self.app, self.now);
        let settings = iced_test::core::Settings { default_font: fonts::REGULAR, ..Default::default() };
        let mut simulator = Simulator::with_size(settings, self.app.layout.size, view);
        simulator.find(text).is_ok()
    }

    /// Draws it as it would be on a wall.
    fn picture(&self) -> PathBuf {
        let state = (self.app.clone(), self.now);
        let (theme, size) = (self.app.look().theme(), self.app.layout.size);
        let program = iced::application(move || state.clone(), |_: &mut Still, (): ()| (), drawn)
            .theme(|still: &Still| still.0.look().theme())
            .default_font(fonts::REGULAR);
        let shot = iced_test::screenshot(&program, &theme, size, 1.0, Duration::ZERO);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("display");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{}-{}x{}.png", self.name, size.width, size.height));
        let (width, height) = (shot.size.width, shot.size.height);
        image::save_buffer(&path, &shot.rgba, width, height, image::ColorType::Rgba8).unwrap();
        path
    }
}

/// A display at a moment.
type Still = (App, Moment);

fn drawn((app, now): &Still) -> Element<'_, ()> {
    screen::view(app, *now)
}

/// The story in all sizes; in each, all of `texts` must be there.
fn told_in_all_sizes(story: &dyn Fn() -> Story, texts: &[&str]) {
    for size in SIZES {
        let story = story().sized(size);
        for text in texts {
            assert!(story.shows(text), "{} at {size:?} lacks `{text}`", story.name);
        }
        story.picture();
    }
}

#[test]
fn idle() {
    let story = || Story::new("idle").link(Link::Connected).event(snapshot(vec![], vec![]));
    told_in_all_sizes(
        &story,
        &["09:51", "Montag, 23. November 2026", "Wartezeit ohne Termin: etwa 10–15 Minuten"],
    );
    let story =
        || Story::new("idle-history").link(Link::Connected).event(snapshot(vec![], newest_first(1..=12)));
    told_in_all_sizes(&story, &["A\u{202f}022", "Bürgerbüro Mitte"]);
}

#[test]
fn night() {
    let story = || {
        let DisplayEvent::Snapshot { mut snapshot } = snapshot(vec![], vec![]) else { unreachable!() };
        snapshot.walk_in = None;
        snapshot.now += Duration::from_secs(13 * 3600);
        Story::new("night").event(DisplayEvent::Snapshot { snapshot })
    };
    told_in_all_sizes(&story, &["22:51", "Bürgerbüro Mitte"]);
    assert!(!story().shows("Bitte warten Sie, bis Ihre Nummer hier erscheint."));
}

/// What a display says while its office is closed.
#[test]
fn closed() {
    let opening = |from: &str, to: &str| Opening { from: from.parse().unwrap(), to: to.parse().unwrap() };
    let told = |name, hours: u64, language| {
        let DisplayEvent::Snapshot { mut snapshot } = snapshot(vec![], newest_first(1..=3)) else {
            unreachable!()
        };
        snapshot.walk_in = None;
        snapshot.now += Duration::from_secs(hours * 3600);
        snapshot.opening = vec![
            opening("2026-11-23T07:00:00Z", "2026-11-23T11:00:00Z"),
            opening("2026-11-23T13:00:00Z", "2026-11-23T17:00:00Z"),
            opening("2026-11-24T07:00:00Z", "2026-11-24T11:00:00Z"),
        ];
        Story::with(name, |settings| settings.languages.show = vec![language])
            .link(Link::Connected)
            .event(DisplayEvent::Snapshot { snapshot })
    };
    let night = || told("closed", 13, Language::German);
    told_in_all_sizes(&night, &["22:51", "Bürgerbüro Mitte", "Geöffnet ab Dienstag, 08:00 Uhr"]);
    let noon = || told("closed-noon", 3, Language::German);
    told_in_all_sizes(&noon, &["Geöffnet ab 14:00 Uhr"]);
    told_in_all_sizes(&|| told("closed-arabic", 13, Language::Arabic), &["22:51"]);
    // The lines go about, and stay within the picture.
    for minute in 0..9_u32 {
        let story = night().after(f64::from(minute) * 60.0);
        assert!(story.shows("Geöffnet ab Dienstag, 08:00 Uhr"), "{minute}");
    }
    let lost = || {
        let since = start();
        night().link(Link::Disconnected { since }).after(6.0)
    };
    assert!(lost().shows("Geöffnet ab Dienstag, 08:00 Uhr"));
    assert!(!told("closed-open", 0, Language::German).shows("Geöffnet ab 14:00 Uhr"), "it is open");
}

/// A picture while nobody is called, beside the history and alone.
#[test]
fn a_slide() {
    let told = |name, recent| {
        let DisplayEvent::Snapshot { mut snapshot } = snapshot(vec![], recent) else { unreachable!() };
        snapshot.slides = vec![Slide { digest: "ab".repeat(32), name: "Stadtfest.png".to_owned(), bytes: 1 }];
        Story::new(name).link(Link::Connected).event(DisplayEvent::Snapshot { snapshot }).after(13.0)
    };
    let ready = |story: Story| {
        let Size { width, height } = story.app.layout.calm(story.app.picture.is_empty());
        let room = Size::new(width as u32, height as u32);
        let slide = story.app.board.facts().unwrap().slides[0].clone();
        let size = Size::new(room.height * 3 / 4, room.height / 2);
        let picture = Handle::from_rgba(
            size.width,
            size.height,
            [40, 160, 90, 255].repeat((size.width * size.height) as usize),
        );
        let prepared = Prepared { digest: slide.digest.clone(), room, picture, size };
        story.told(Message::Pictured(Wanted { slide, room }, Ok(prepared)))
    };
    for (name, recent) in [("slide", vec![]), ("slide-history", newest_first(1..=6))] {
        for size in SIZES {
            let story = ready(told(name, recent.clone()).sized(size));
            assert!(!story.shows("Bitte warten Sie, bis Ihre Nummer hier erscheint."), "{name} {size:?}");
            let picture = image::open(story.picture()).unwrap().to_rgb8();
            let green = picture.pixels().filter(|pixel| pixel.0 == [40, 160, 90]).count();
            assert!(green > picture.pixels().len() / 20, "{name} {size:?}: {green}");
        }
    }
}

#[test]
fn one_call_fresh_then_quiet() {
    let fresh = || {
        let called = DisplayEvent::Called { call: usual(17) };
        Story::new("fresh").event(snapshot(vec![], newest_first(1..=6))).event(called).after(1.0)
    };
    told_in_all_sizes(&fresh, &["B\u{202f}027", "Schalter 3", "1. OG, rechts"]);
    let quiet = || {
        let mut story = fresh();
        story.name = "one-call";
        story.after(6.0)
    };
    told_in_all_sizes(&quiet, &["B\u{202f}027", "Schalter 3"]);
}

/// At once where there is room for them, as the distance asks; else part by part.
#[test]
fn eight_standing_calls_are_all_there() {
    let at = |seconds: f64| {
        Story::new("eight-calls").event(snapshot(newest_first(5..=12), newest_first(1..=4))).after(seconds)
    };
    for size in SIZES {
        let moments = [at(40.0).sized(size), at(46.0).sized(size)];
        moments[0].picture();
        for number in (5..=12).map(|id| usual(id).number.spaced()) {
            assert!(moments.iter().any(|story| story.shows(&number)), "{size:?} lacks {number}");
        }
        let (_, parts) = moments[0].app.picture.page;
        assert_eq!(parts, if size.0 > size.1 { 1 } else { 2 }, "{size:?}");
    }
}

#[test]
fn three_calls_at_once() {
    let story = || {
        let story = Story::new("burst").event(snapshot(newest_first(1..=3), vec![])).after(60.0);
        (7..=9).fold(story, |story, id| story.event(DisplayEvent::Called { call: usual(id) })).after(0.5)
    };
    told_in_all_sizes(&story, &["B\u{202f}017", "A\u{202f}018", "B\u{202f}019"]);
}

#[test]
fn more_calls_than_rows_are_paged() {
    let story = || Story::new("crowd").event(snapshot(newest_first(1..=30), vec![])).after(200.0);
    told_in_all_sizes(&story, &["A\u{202f}040"]);
}

#[test]
fn a_call_taken_back() {
    let story = || {
        let call = usual(17);
        let withdrawn =
            DisplayEvent::Withdrawn { visit: call.visit, number: call.number, also: call.also.clone() };
        let called = DisplayEvent::Called { call };
        Story::new("withdrawn")
            .event(snapshot(newest_first(1..=2), vec![]))
            .event(called)
            .event(withdrawn)
            .after(1.0)
    };
    told_in_all_sizes(&story, &["B\u{202f}027", "Bitte warten Sie noch."]);
}

#[test]
fn a_call_taken_back_names_both_papers_of_a_visit() {
    let story = || {
        let also = vec![TicketNumber::try_from("A803".to_owned()).unwrap()];
        let call = CallView { also, ..usual(17) };
        let withdrawn =
            DisplayEvent::Withdrawn { visit: call.visit, number: call.number, also: call.also.clone() };
        Story::new("withdrawn-both")
            .event(snapshot(vec![], vec![]))
            .event(DisplayEvent::Called { call })
            .event(withdrawn)
            .after(1.0)
    };
    told_in_all_sizes(&story, &["B\u{202f}027 · A\u{202f}803", "Bitte warten Sie noch."]);
}

#[test]
fn a_lost_link_is_said_with_its_age_after_five_seconds() {
    let story = || {
        let lost = Link::Disconnected { since: Clock::SYSTEM.now() - Duration::from_secs(3) };
        Story::new("link-lost")
            .event(snapshot(newest_first(4..=6), newest_first(1..=3)))
            .after(60.0)
            .link(lost)
    };
    let words = "Verbindung unterbrochen seit 09:51 Uhr. Bitte achten Sie auf Durchsagen.";
    // Noticed three seconds after the last word.
    assert!(!story().after(1.5).shows(words));
    assert!(story().after(2.5).shows(words));
    told_in_all_sizes(&|| story().after(5.0), &[words]);
    let back = story().after(9.0).link(Link::Connected).event(snapshot(vec![], vec![]));
    assert!(!back.shows(words));
}

#[test]
fn long_names_are_whole() {
    let story = || {
        let calls = vec![
            call(9, "A009", LONG, "2. Obergeschoss, am Ende des langen Flurs links", Some(Direction::Left)),
            call(8, "B008", LONG, "", None),
            call(7, "C007", "Infotheke", "", Some(Direction::Down)),
        ];
        Story::new("long-names").event(snapshot(calls, newest_first(1..=4))).after(60.0)
    };
    told_in_all_sizes(&story, &[LONG]);
}

/// Whatever names a lobby sends, on whatever panel: the number can be read, and the display goes on.
#[test]
fn names_without_end_or_with_marks_that_turn_the_line_round() {
    let endless = "Staatsangehörigkeits- und Aufenthaltsangelegenheiten ".repeat(6);
    let one_word = "Ä".repeat(300);
    let story = || {
        let calls = vec![
            call(9, "A009", &endless, &endless, Some(Direction::Left)),
            call(8, "B008", &one_word, &one_word, None),
            call(7, "C007", "\u{202e}3 retlahcS\u{2066}", "\u{202e}sthcer", Some(Direction::Down)),
        ];
        let DisplayEvent::Snapshot { mut snapshot } = snapshot(calls, newest_first(1..=4)) else {
            unreachable!()
        };
        snapshot.office_name = one_word.clone();
        snapshot.device_name = endless.clone();
        Story::new("bad-names").event(DisplayEvent::Snapshot { snapshot }).after(60.0)
    };
    told_in_all_sizes(&story, &["A\u{202f}009"]);
    for size in [(800, 480), (480, 800)] {
        let story = story().sized(size);
        story.picture();
        assert!(story.shows("A\u{202f}009"), "{size:?}");
    }
    let small =
        || Story::new("small").event(snapshot(newest_first(1..=5), vec![])).after(60.0).sized((800, 480));
    small().picture();
    assert!(small().shows("B\u{202f}015") && small().app.layout.rows >= 2);
}

#[test]
fn not_enrolled_and_not_connected() {
    let story = || Story::new("not-enrolled").told(Message::IdentityRead(Ok(None)));
    told_in_all_sizes(
        &story,
        &[
            "Diese Anzeige ist noch nicht angemeldet.",
            "foyer-display enrol --lobby https://lobby.example:8480 ANMELDECODE",
        ],
    );
    assert!(matches!(story().app.screen, Screen::Enrol { refused: false, .. }));
    told_in_all_sizes(&|| Story::new("waiting"), &["Bitte achten Sie auf Durchsagen."]);
}

#[test]
fn a_demo_clock_is_marked() {
    let story = || {
        let DisplayEvent::Snapshot { mut snapshot } = snapshot(newest_first(1..=3), vec![]) else {
            unreachable!()
        };
        snapshot.demo_clock = true;
        snapshot.accent = Some("#9e0000".to_owned());
        let called = DisplayEvent::Called { call: usual(17) };
        Story::new("demo-accent").event(DisplayEvent::Snapshot { snapshot }).event(called).after(1.0)
    };
    told_in_all_sizes(&story, &["Vorführung: gestellte Uhr"]);
}

#[test]
fn languages_take_turns() {
    use foyer_text::Language;
    let story = |seconds| {
        let story = Story::with("english", |settings| {
            settings.languages.show = vec![Language::German, Language::English];
        });
        let both = BTreeMap::from([("de", "Schalter 3"), ("en", "Counter 3")]);
        let both = both.into_iter().map(|(tag, name)| (tag.to_owned(), name.to_owned())).collect();
        let call = CallView { counter: Localized(both), ..usual(3) };
        story.event(snapshot(vec![call], vec![])).after(seconds)
    };
    assert!(story(1.0).shows("Schalter 3"));
    told_in_all_sizes(
        &|| story(13.0),
        &["Counter 3", "Waiting time without an appointment: about 10–15 minutes"],
    );
}

#[test]
fn arabic_is_mirrored_and_stays_in_its_place() {
    let story = |name, standing: Vec<CallView>| {
        let story = Story::with(name, |settings| {
            settings.languages.show = vec![foyer_text::Language::Arabic];
        });
        story.event(snapshot(standing, newest_first(1..=2))).after(1.0)
    };
    let text = |german: &str, arabic: &str| {
        let both = [("de", german), ("ar", arabic)].map(|(tag, text)| (tag.to_owned(), text.to_owned()));
        Localized(BTreeMap::from(both))
    };
    let way = text("1. OG, rechts", "الطابق الأول، إلى اليمين");
    let call = || CallView { counter: text("Schalter 3", "الشباك 3"), way: way.clone(), ..usual(3) };
    told_in_all_sizes(
        &|| story("arabic", vec![call()]),
        &["الشباك 3", "الطابق الأول، إلى اليمين", "مدة الانتظار بدون موعد: من 10 إلى 15 دقيقة تقريبًا"],
    );
    told_in_all_sizes(
        &|| story("arabic-idle", vec![]),
        &["مدة الانتظار بدون موعد: من 10 إلى 15 دقيقة تقريبًا"],
    );
}

#[test]
fn the_order_of_numbers_is_explained_once_in_a_while() {
    let story = |seconds| Story::new("order").event(snapshot(newest_first(1..=3), vec![])).after(seconds);
    assert!(!story(10.0).shows("Die Nummern werden nicht der Reihe nach aufgerufen."));
    told_in_all_sizes(&|| story(35.0), &["Die Nummern werden nicht der Reihe nach aufgerufen."]);
}

fn with_house(change: impl Fn(&mut foyer_protocol::lobby::House)) -> DisplayEvent {
    let DisplayEvent::Snapshot { mut snapshot } = snapshot(vec![], newest_first(1..=6)) else {
        unreachable!()
    };
    change(&mut snapshot.house);
    DisplayEvent::Snapshot { snapshot }
}

#[test]
fn everything_stands_still() {
    let since = start();
    let usual = || {
        let still = with_house(|house| {
            house.interrupted =
                Some(foyer_protocol::lobby::Interrupted { since, text: Localized::default() });
        });
        Story::new("interrupted").link(Link::Connected).event(snapshot(vec![usual(17)], vec![])).event(still)
    };
    told_in_all_sizes(&usual, &["Der Betrieb ist unterbrochen", "09:51", "Bürgerbüro Mitte"]);
    assert!(!usual().shows("B\u{202f}027") && !usual().shows("Schalter 3"), "no call");
    let own = "Feueralarm. Bitte verlassen Sie ruhig das Haus durch den Haupteingang und warten Sie auf dem Marktplatz.";
    let theirs = || {
        let still = with_house(|house| {
            let text = Localized::german(own);
            house.interrupted = Some(foyer_protocol::lobby::Interrupted { since, text });
        });
        Story::new("interrupted-own").link(Link::Connected).event(still)
    };
    told_in_all_sizes(&theirs, &[own]);
}

/// What is shown may be old: the foot says how old, and of which clock, as on every other screen.
#[test]
fn an_interruption_shows_its_age_and_ends_with_the_day_where_nothing_is_heard() {
    let story = |hour: u64, name| {
        let since = start() + Duration::from_secs(hour * 3600);
        let DisplayEvent::Snapshot { mut snapshot } = with_house(|house| {
            let text = Localized::default();
            house.interrupted = Some(foyer_protocol::lobby::Interrupted { since, text });
        }) else {
            unreachable!()
        };
        snapshot.now = since;
        snapshot.demo_clock = true;
        let story = Story::new(name).link(Link::Connected).event(DisplayEvent::Snapshot { snapshot });
        story.after(30.0).link(Link::Disconnected { since: Clock::SYSTEM.now() })
    };
    let (title, age) = ("Der Betrieb ist unterbrochen", "Verbindung unterbrochen seit 09:51 Uhr.");
    let age = format!("{age} Bitte achten Sie auf Durchsagen.");
    told_in_all_sizes(
        &|| story(0, "interrupted-link-lost").after(3600.0),
        &[title, &age, "10:51", "Vorführung: gestellte Uhr"],
    );
    // 13 h after 09:51 it is 22:51: after 69 minutes more there is another day, of which nothing is known.
    let late = |minutes: f64| story(13, "interrupted-yesterday").after(minutes * 60.0);
    assert!(late(68.0).shows(title));
    assert!(!late(70.0).shows(title), "yesterday's is not today's");
    let age = "Verbindung unterbrochen seit 22:51 Uhr. Bitte achten Sie auf Durchsagen.";
    told_in_all_sizes(&|| late(70.0), &[age, "00:01", "Vorführung: gestellte Uhr"]);
    // A lobby that is heard says what holds, however long.
    assert!(late(70.0).link(Link::Connected).shows(title));
}

#[test]
fn everybody_is_told_something_at_the_foot() {
    let text = "Der Aufzug ist außer Betrieb. Bitte nehmen Sie die Treppe oder fragen Sie an der Infotheke. "
        .repeat(2);
    let text = text.trim().to_owned();
    let until = start() + Duration::from_secs(600);
    let story = || {
        let text = text.clone();
        let told = with_house(move |house| {
            house.broadcast = Some(foyer_protocol::lobby::Broadcast { text: text.clone(), until });
        });
        Story::new("notice").link(Link::Connected).event(told)
    };
    told_in_all_sizes(&story, &[&text]);
    assert!(!story().after(601.0).shows(&text), "it ends by itself");
    let number = TicketNumber::try_from("A017".to_owned()).unwrap();
    let in_vain = || {
        Story::new("in-vain").link(Link::Connected).event(with_house(|house| house.unserved = vec![number]))
    };
    let said = "A\u{202f}017: Heute können wir Sie leider nicht mehr bedienen. Bitte vereinbaren Sie einen neuen Termin.";
    told_in_all_sizes(&in_vain, &[said]);
}

#[test]
fn many_who_wait_in_vain_are_told_in_turns() {
    use foyer_text::Language;
    let numbers: Vec<TicketNumber> = (0..20_u64).map(|id| usual(id + 1).number).collect();
    for language in [Language::German, Language::Arabic, Language::French, Language::Russian] {
        let name = format!("in-vain-many-{}", language.tag()).leak();
        let story = |seconds| {
            let story = Story::with(name, |settings| settings.languages.show = vec![language]);
            let told = with_house(|house| house.unserved = numbers.clone());
            story.link(Link::Connected).event(told).after(seconds)
        };
        told_in_all_sizes(&|| story(1.0), &[]);
        if language == Language::German {
            let text = |group: &[TicketNumber]| {
                let all: Vec<String> = group.iter().map(|number| number.spaced()).collect();
                format!(
                    "{}: Heute können wir Sie leider nicht mehr bedienen. Bitte vereinbaren Sie einen neuen Termin.",
                    all.join(", ")
                )
            };
            let in_turns = |of: usize| {
                let mut turns = numbers.chunks(of).enumerate();
                turns.all(|(turn, group)| story(10.0 * turn as f64 + 1.0).shows(&text(group)))
            };
            assert!((2..=8).any(in_turns), "each is told in its turn");
        }
    }
}
