use super::*;
use crate::device::sound::SoundId;
use crate::quiet::quiet;
use crate::settings::EXAMPLE;
use foyer_domain::id::{AreaId, DeviceId, VisitId};
use foyer_domain::office::Localized;
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::{DisplaySnapshot, Enrolled, House, Interrupted, Opening};
use foyer_protocol::problem::Problem;
use std::path::Path;

fn at(seconds: f64) -> Moment {
    Moment(Duration::from_secs_f64(seconds))
}

fn start() -> Timestamp {
    "2026-11-23T08:51:00Z".parse().unwrap()
}

fn app() -> App {
    let settings = Settings::parse(EXAMPLE, Path::new("example.toml")).unwrap();
    let (app, actions) =
        App::new(settings, Clock::starting_at(start()), Size::new(1920.0, 1080.0), String::new());
    assert_eq!(actions, [Action::ReadIdentity]);
    app
}

fn identity(token: &str) -> Identity {
    let enrolled = Enrolled {
        device: DeviceId::from("display-1"),
        name: "Anzeige 1".to_owned(),
        token: token.to_owned(),
    };
    Identity { enrolled, pin: None }
}

fn event(event: DisplayEvent) -> Message {
    Message::Followed(Box::new(Followed::Event { id: None, event }))
}

fn snapshot() -> Message {
    event(DisplayEvent::Snapshot { snapshot: Box::new(quiet(start())) })
}

fn interrupted(text: Option<Localized>) -> Message {
    let interrupted = text.map(|text| Interrupted { since: start(), text });
    let house = House { interrupted, ..House::default() };
    event(DisplayEvent::Snapshot { snapshot: Box::new(DisplaySnapshot { house, ..quiet(start()) }) })
}

fn called(id: u64) -> Message {
    let call = CallView {
        call: CallId(id),
        visit: VisitId(id),
        number: TicketNumber::try_from(format!("A{id:03}")).unwrap(),
        also: Vec::new(),
        counter: Localized::german("Schalter 3"),
        way: Localized::default(),
        direction: None,
        area: AreaId::from("eg"),
        language: None,
        at: start(),
    };
    event(DisplayEvent::Called { call })
}

/// What is announced.
fn played(actions: &[Action]) -> Vec<u64> {
    let ids = actions.iter().filter_map(|action| match action {
        Action::Play(order) => Some(order.id.0),
        _ => None,
    });
    ids.collect()
}

fn seen(call: u64) -> Action {
    Action::Acknowledge { call: CallId(call), heard: false }
}

#[test]
fn a_call_is_acknowledged_after_its_frame_and_again_when_heard() {
    let mut app = app();
    app.update(at(0.0), snapshot());
    assert!(!app.awaits_frame());
    let actions = app.update(at(1.0), called(7));
    assert_eq!(played(&actions), [0], "not on receipt");
    assert_eq!(actions.len(), 1);
    assert!(app.awaits_frame());
    let actions = app.update(at(1.1), Message::Drawn(at(0.9)));
    assert_eq!(actions, [], "a frame that was begun before does not hold it");
    let actions = app.update(at(1.2), Message::Drawn(at(1.1)));
    assert_eq!(actions, [seen(7)]);
    assert!(!app.awaits_frame());
    assert_eq!(app.update(at(1.3), Message::Drawn(at(1.3))), [], "once");
    let actions = app.update(at(3.0), Message::Sounded(Report::Played(SoundId(0))));
    assert_eq!(actions, [Action::Acknowledge { call: CallId(7), heard: true }]);
}

#[test]
fn a_call_in_the_history_is_acknowledged_too_but_heard_only_in_its_turn() {
    let mut app = app();
    app.update(at(0.0), snapshot());
    app.update(at(1.0), called(7));
    assert_eq!(app.update(at(1.0), called(8)), []);
    assert_eq!(app.update(at(1.1), Message::Drawn(at(1.1))), [seen(7), seen(8)]);
    assert_eq!(app.update(at(6.0), Message::Ticked), [], "the first is still being said");
    let actions = app.update(at(7.5), Message::Sounded(Report::Played(SoundId(0))));
    assert_eq!(actions[0], Action::Acknowledge { call: CallId(7), heard: true });
    assert_eq!(played(&actions), [1]);
}

#[test]
fn without_a_device_the_picture_goes_on_and_the_lobby_is_told() {
    let mut app = app();
    app.update(at(0.0), snapshot());
    let missing = Message::Sounded(Report::Missing("no sound device".to_owned()));
    assert_eq!(app.update(at(0.1), missing), [], "nobody to tell yet");
    let told = app.update(at(0.2), Message::Followed(Box::new(Followed::Link(Link::Connected))));
    let [Action::Tell(status)] = told.as_slice() else { panic!("{told:?}") };
    let sound = part_of(status, "sound").unwrap();
    assert_eq!((sound.works, sound.detail.as_str()), (false, "no sound device"));
    app.update(at(1.0), called(7));
    app.update(at(1.0), Message::Sounded(Report::NotPlayed(SoundId(0))));
    assert_eq!(app.update(at(1.1), Message::Drawn(at(1.1))), [seen(7)], "seen, never heard");
    let told = app.update(at(2.0), Message::Sounded(Report::Ready));
    let [Action::Tell(status)] = told.as_slice() else { panic!("{told:?}") };
    assert!(status.parts.iter().all(|part| part.works));
}

#[test]
fn the_lobby_hears_every_second_that_the_screen_is_alive_while_the_link_stands() {
    let mut app = app();
    let tells = |actions: Vec<Action>| actions.iter().any(|action| matches!(action, Action::Tell(_)));
    assert!(!tells(app.update(at(1.0), Message::Ticked)), "nobody hears it");
    assert!(tells(app.update(at(1.0), Message::Followed(Box::new(Followed::Link(Link::Connected))))));
    assert!(!tells(app.update(at(1.5), Message::Ticked)), "while something moves it ticks more often");
    for second in 2_u8..10 {
        assert!(tells(app.update(at(f64::from(second)), Message::Ticked)), "{second}");
    }
    let since = app.time(at(10.0));
    app.update(at(10.0), Message::Followed(Box::new(Followed::Link(Link::Disconnected { since }))));
    assert!(!tells(app.update(at(11.0), Message::Ticked)));
}

#[test]
fn with_sound_off_nothing_is_played_or_reported() {
    let mut app = app();
    app.settings.sound.on = false;
    app.update(at(0.0), snapshot());
    assert_eq!(app.update(at(1.0), called(7)), []);
    assert!(part_of(&app.status(), "sound").is_none() && part_of(&app.status(), "voice").is_none());
    app.update(at(1.1), called(8));
    assert!(app.update(at(6.1), Message::Ticked).is_empty());
    assert_eq!(app.picture.big.unwrap().shown.visit(), VisitId(8), "nobody waits for a sound");
}

#[test]
fn a_voice_that_is_missing_is_told_and_the_gong_goes_on() {
    let mut app = app();
    app.update(at(0.0), snapshot());
    app.update(at(0.1), Message::Followed(Box::new(Followed::Link(Link::Connected))));
    let told = app.update(at(0.2), Message::Sounded(Report::VoiceMissing("install espeak-ng".to_owned())));
    let [Action::Tell(status)] = told.as_slice() else { panic!("{told:?}") };
    assert!(!part_of(status, "voice").unwrap().works && part_of(status, "sound").unwrap().works);
    assert_eq!(played(&app.update(at(1.0), called(7))), [0]);
    app.settings.speech.on = false;
    assert!(part_of(&app.status(), "voice").is_none());
}

#[test]
fn a_panel_that_is_too_small_for_the_room_is_told() {
    let mut app = app();
    assert!(part_of(&app.status(), "panel").unwrap().works);
    app.settings.panel.distance_m = 20.0;
    app.update(at(0.0), Message::Resized(Size::new(1920.0, 1080.0)));
    let status = app.status();
    let panel = part_of(&status, "panel").unwrap();
    assert!(!panel.works && panel.detail.contains("mm are needed"), "{}", panel.detail);
}

/// Monday 08:51 UTC is 09:51 in Berlin.
fn opening(spans: &[(&str, &str)]) -> Message {
    let opening =
        spans.iter().map(|(from, to)| Opening { from: from.parse().unwrap(), to: to.parse().unwrap() });
    event(DisplayEvent::Snapshot {
        snapshot: Box::new(DisplaySnapshot { opening: opening.collect(), ..quiet(start()) }),
    })
}

#[test]
fn a_closed_office_says_when_it_opens_once_nobody_is_called_any_more() {
    let opens: Timestamp = "2026-11-23T13:00:00Z".parse().unwrap();
    let later = ("2026-11-23T13:00:00Z", "2026-11-23T17:00:00Z");
    let mut app = app();
    app.update(at(0.0), opening(&[("2026-11-23T07:00:00Z", "2026-11-23T11:00:00Z"), later]));
    assert_eq!(app.closed(at(1.0)), None, "it is open");
    app.update(at(1.0), opening(&[("2026-11-23T07:00:00Z", "2026-11-23T08:52:00Z"), later]));
    app.update(at(2.0), called(7));
    assert_eq!(app.closed(at(100.0)), None, "closed, but somebody is called");
    app.update(at(100.0), event(DisplayEvent::Cleared { visit: VisitId(7) }));
    app.update(at(101.0), Message::Sounded(Report::Played(SoundId(0))));
    assert_eq!(app.closed(at(1700.0)), None, "less than half an hour ago");
    assert_eq!(app.closed(at(1900.0)), Some(opens));
    assert_eq!(app.closed(at(30_000.0)), None, "what comes after the last known hours nobody knows");
    app.update(at(1900.0), snapshot());
    assert_eq!(app.closed(at(1901.0)), None, "a lobby that does not say its hours");
}

#[test]
fn a_picture_is_shown_only_while_nobody_is_called() {
    let mut app = app();
    let slide = Slide { digest: "a".repeat(64), name: "a.png".to_owned(), bytes: 3 };
    let slides = vec![slide.clone()];
    let told = event(DisplayEvent::Snapshot {
        snapshot: Box::new(DisplaySnapshot { slides: slides.clone(), ..quiet(start()) }),
    });
    assert_eq!(app.update(at(0.0), told), [Action::Tidy(slides)]);
    let wanted = app.update(at(11.5), Message::Ticked);
    let [Action::Prepare(wanted)] = wanted.as_slice() else { panic!("{wanted:?}") };
    assert_eq!(wanted.slide, slide);
    let size = Size::new(1, 1);
    let picture = iced::widget::image::Handle::from_rgba(1, 1, vec![0; 4]);
    let prepared = Prepared { digest: slide.digest.clone(), room: wanted.room, picture, size };
    app.update(at(11.6), Message::Pictured(wanted.clone(), Ok(prepared)));
    assert!(app.slide(at(11.9)).is_none() && app.slide(at(12.0)).is_some());
    app.update(at(12.5), called(7));
    assert!(app.slide(at(12.6)).is_none(), "never beside a fresh call");
    assert!(app.slide(at(36.5)).is_none(), "nor while it stands");
    app.update(at(37.0), interrupted(Some(Localized::default())));
    assert!(app.slide(at(37.0)).is_none());
}

fn part_of<'a>(status: &'a DeviceStatus, part: &str) -> Option<&'a PartStatus> {
    status.parts.iter().find(|found| found.part == part)
}

#[test]
fn enrolment_is_waited_for_and_noticed() {
    let mut app = app();
    app.update(at(0.0), Message::IdentityRead(Ok(None)));
    assert_eq!(app.screen, Screen::Enrol { refused: false, fault: None });
    assert_eq!(app.update(at(1.0), Message::Ticked), [Action::ReadIdentity]);
    let read = || Message::IdentityRead(Ok(Some(Box::new(identity("one")))));
    assert_eq!(app.update(at(1.0), read()), [Action::Follow(Box::new(identity("one")))]);
    assert_eq!(app.screen, Screen::Waiting);
    assert_eq!(app.update(at(2.0), Message::Ticked), []);
    // Revoked: nothing is shown any more, and a new identity is taken up.
    app.update(at(3.0), snapshot());
    assert_eq!(app.screen, Screen::Board);
    let problem = Problem::new(401, "unknown_device", "this terminal is not enrolled");
    let refused = Link::Refused { since: start(), problem };
    app.update(at(4.0), Message::Followed(Box::new(Followed::Link(refused))));
    assert!(matches!(app.screen, Screen::Enrol { refused: true, .. }));
    assert_eq!(app.update(at(5.0), Message::Ticked), [Action::ReadIdentity]);
    assert_eq!(app.update(at(5.0), read()), [], "the same one is no news");
    let other = Message::IdentityRead(Ok(Some(Box::new(identity("two")))));
    assert_eq!(app.update(at(6.0), other), [Action::Follow(Box::new(identity("two")))]);
}

#[test]
fn the_lobbys_time_is_shown_and_counts_for_the_age() {
    let mut app = app();
    app.update(at(10.0), snapshot());
    assert_eq!(app.time(at(70.0)), start() + Duration::from_secs(60));
    let lost = |app: &mut App, seconds: u64| {
        let since = app.clock.now() - Duration::from_secs(seconds);
        app.update(at(70.0), Message::Followed(Box::new(Followed::Link(Link::Disconnected { since }))));
    };
    lost(&mut app, 2);
    assert_eq!(app.stale_since(at(72.5)), None);
    let shown = app.stale_since(at(73.5)).expect("five seconds after the lobby was last heard");
    let expected = start() + Duration::from_secs(58);
    assert!((shown - expected).abs() < chrono::TimeDelta::seconds(1), "{shown}");
    app.update(at(75.0), Message::Followed(Box::new(Followed::Link(Link::Connected))));
    lost(&mut app, 5);
    assert!(
        app.stale_since(at(70.5)).is_some(),
        "a line that died without a word is old when that is noticed"
    );
}

/// Refused for a moment, by another lobby at this address perhaps: it goes on where it was, and is seen again.
#[test]
fn who_was_refused_for_a_moment_goes_on() {
    let mut app = app();
    app.update(at(0.0), snapshot());
    let problem = foyer_protocol::problem::Problem::new(401, "not-enrolled", "no token");
    let link = |link| Message::Followed(Box::new(Followed::Link(link)));
    app.update(at(1.0), link(Link::Refused { since: app.clock.now(), problem }));
    assert!(matches!(app.screen, Screen::Enrol { refused: true, .. }));
    app.update(at(31.0), link(Link::Connected));
    assert_eq!(app.screen, Screen::Board);
    app.update(at(32.0), called(7));
    assert!(app.awaits_frame());
}

#[test]
fn everything_stands_still_in_silence_and_is_silenced_once() {
    let mut app = app();
    app.update(at(0.0), snapshot());
    app.update(at(1.0), called(7));
    let still = || interrupted(Some(Localized::german("Bitte gehen Sie hinaus.")));
    assert_eq!(app.update(at(1.5), still()), [Action::Silence]);
    assert_eq!(app.update(at(2.0), still()), [], "asked again it is silent already");
    let report = Message::Sounded(Report::NotPlayed(SoundId(0)));
    assert_eq!(app.update(at(2.1), report), [], "a gong that was cut off is no trouble");
    assert!(!app.awaits_frame());
}

/// No sound, and no call that would sound, while everything stands still; what was just to sound falls silent.
#[test]
fn a_call_makes_no_sound_while_everything_stands_still() {
    let plays = |actions: &[Action]| actions.iter().any(|action| matches!(action, Action::Play(..)));
    let mut app = app();
    app.update(at(0.0), snapshot());
    assert!(plays(&app.update(at(1.0), called(1))), "as usual");
    app.update(at(1.5), called(2));
    let stopped = app.update(at(2.0), interrupted(Some(Localized::default())));
    assert_eq!(stopped, [Action::Silence]);
    let mut after = Vec::new();
    for (second, message) in [(3.0, called(3)), (4.0, called(1)), (20.0, Message::Ticked), (60.0, called(4))]
    {
        after.extend(app.update(at(second), message));
    }
    assert!(!plays(&after), "{after:?}");
    assert_eq!(app.picture.calls().count(), 0, "nor is it seen");
    app.update(at(61.0), interrupted(None));
    assert!(plays(&app.update(at(62.0), called(5))), "and then as ever");
}

/// Nobody calls 500 people in a minute; a broken or foreign lobby may. The display goes on, nothing grows, each is in the
/// picture sooner or later, and it comes to rest.
#[test]
fn five_hundred_calls_in_a_minute_are_all_seen_and_leave_nothing_behind() {
    let mut app = app();
    app.settings.sound.on = false;
    app.update(at(0.0), snapshot());
    let mut seen = BTreeSet::new();
    for id in 1..=500_u64 {
        app.update(at(1.0 + 0.12 * id as f64), called(id));
        seen.extend(app.picture.calls());
    }
    let mut seconds = 61.0;
    while app.board.is_moving(at(seconds)) && seconds < 3600.0 {
        seconds += 0.5;
        app.update(at(seconds), Message::Ticked);
        seen.extend(app.picture.calls());
    }
    assert!(seconds < 3600.0, "it comes to rest");
    assert_eq!(seen.len(), 500);
    for id in 1..=500 {
        app.update(at(seconds), event(DisplayEvent::Cleared { visit: VisitId(id) }));
    }
    app.update(at(seconds + 10.0), Message::Ticked);
    assert!(app.picture.big.is_none() && app.picture.rows.len() <= 12);
}

/// What a newer lobby says and this version does not know is passed over.
#[test]
fn what_is_not_understood_changes_nothing() {
    let mut app = app();
    app.update(at(0.0), snapshot());
    app.update(at(1.0), called(7));
    let before = app.picture.clone();
    let data = r#"{"event":"parade","float":3}"#.to_owned();
    let unknown = Followed::NotUnderstood { id: None, data };
    assert_eq!(app.update(at(1.1), Message::Followed(Box::new(unknown))), []);
    assert_eq!((app.picture.clone(), app.screen.clone()), (before, Screen::Board));
}

/// A computer whose clock is wrong by an hour shows the lobby's time, and takes no call for a late one.
#[test]
fn a_clock_that_is_wrong_by_an_hour_is_not_believed() {
    for wrong in [-3600_i64, 3600] {
        let settings = Settings::parse(EXAMPLE, Path::new("example.toml")).unwrap();
        let clock = Clock::starting_at(start() + chrono::TimeDelta::seconds(wrong));
        let (mut app, _) = App::new(settings, clock, Size::new(1920.0, 1080.0), String::new());
        app.update(at(0.0), snapshot());
        assert_eq!(app.time(at(0.0)), start(), "{wrong}");
        assert_eq!(played(&app.update(at(1.0), called(7))), [0], "{wrong}");
        let since = app.clock.now();
        app.update(at(20.0), Message::Followed(Box::new(Followed::Link(Link::Disconnected { since }))));
        let stale = app.stale_since(at(25.0)).unwrap();
        assert!((stale - app.time(at(20.0))).abs() < chrono::TimeDelta::seconds(2), "{wrong}: {stale}");
    }
}
