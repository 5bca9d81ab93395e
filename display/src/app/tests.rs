use super::*;
use crate::quiet::quiet;
use crate::settings::EXAMPLE;
use foyer_domain::id::{AreaId, DeviceId, VisitId};
use foyer_domain::office::Localized;
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::{DisplaySnapshot, Enrolled, House};
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
    event(DisplayEvent::Snapshot { snapshot: quiet(start()) })
}

fn interrupted(text: Option<Localized>) -> Message {
    let interrupted = text.map(|text| Interrupted { since: start(), text });
    let house = House { interrupted, ..House::default() };
    event(DisplayEvent::Snapshot { snapshot: DisplaySnapshot { house, ..quiet(start()) } })
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
        at: start(),
    };
    event(DisplayEvent::Called { call })
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
    assert_eq!(actions, [Action::Play(SoundId(0), Chime::Call)], "not on receipt");
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
    assert_eq!(app.update(at(6.0), Message::Ticked), [Action::Play(SoundId(1), Chime::Call)]);
}

#[test]
fn without_a_device_the_picture_goes_on_and_the_lobby_is_told() {
    let mut app = app();
    app.update(at(0.0), snapshot());
    let missing = Message::Sounded(Report::Missing("no sound device".to_owned()));
    assert_eq!(app.update(at(0.1), missing), [], "nobody to tell yet");
    let told = app.update(at(0.2), Message::Followed(Box::new(Followed::Link(Link::Connected))));
    let [Action::Tell(status)] = told.as_slice() else { panic!("{told:?}") };
    let sound = status.parts.iter().find(|part| part.part == "sound").unwrap();
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
    assert_eq!(app.status().parts.len(), 1);
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
    let since = app.clock.now() - Duration::from_secs(20);
    app.update(at(70.0), Message::Followed(Box::new(Followed::Link(Link::Disconnected { since }))));
    assert_eq!(app.stale_since(at(74.0)), None);
    let shown = app.stale_since(at(75.0)).unwrap();
    let expected = start() + Duration::from_secs(40);
    assert!((shown - expected).abs() < chrono::TimeDelta::seconds(1), "{shown}");
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
