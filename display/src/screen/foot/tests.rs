use super::*;
use crate::app::Message;
use crate::board::Moment;
use crate::quiet::quiet;
use crate::settings::{EXAMPLE, Settings};
use foyer_client::{Followed, Link};
use foyer_domain::office::Localized;
use foyer_protocol::lobby::{Broadcast, DisplayEvent, DisplaySnapshot, House, Interrupted};
use foyer_protocol::program::Clock;
use std::path::Path;
use std::time::Duration;

const PANELS: [(f32, f32); 6] = [
    (1920.0, 1080.0),
    (1080.0, 1920.0),
    (1280.0, 720.0),
    (3840.0, 2160.0),
    (1280.0, 1024.0),
    (800.0, 1280.0),
];

/// A display on this panel that heard of so many who wait in vain.
fn told(languages: &[Language], panel: (f32, f32), count: u16) -> App {
    let number = |at| TicketNumber::try_from(format!("{}{at:03}", ["M", "W"][usize::from(at % 2)])).unwrap();
    let house = House { unserved: (401..401 + count).map(number).collect(), ..House::default() };
    told_of(house, languages, panel)
}

fn told_of(house: House, languages: &[Language], (width, height): (f32, f32)) -> App {
    let mut settings = Settings::parse(EXAMPLE, Path::new("example.toml")).unwrap();
    settings.languages.show = languages.to_vec();
    let (mut app, _) = App::new(settings, Clock::SYSTEM, Size::new(width, height), String::new());
    let snapshot = DisplaySnapshot { house, ..quiet("2026-11-23T16:30:00Z".parse().unwrap()) };
    let event = DisplayEvent::Snapshot { snapshot: Box::new(snapshot) };
    for followed in [Followed::Link(Link::Connected), Followed::Event { id: None, event }] {
        let _ = app.update(Moment::default(), Message::Followed(Box::new(followed)));
    }
    app
}

fn stage(app: &App, seconds: u64) -> Stage {
    let now = Moment(Duration::from_secs(seconds));
    Stage {
        palette: app.look().palette,
        layout: app.layout,
        language: app.language(now),
        zone: app.zone(),
        time: app.time(now),
        now,
        stale: false,
    }
}

fn unserved(app: &App) -> &[TicketNumber] {
    &app.board.facts().unwrap().house.unserved
}

/// LOOK.md: whoever sits in the last row can read it, in every language and on every panel.
#[test]
fn many_who_wait_in_vain_are_told_in_groups_that_can_be_read() {
    for language in Language::ALL {
        for panel in PANELS {
            for count in [1, 8, 9, 40] {
                let app = told(&[*language], panel, count);
                let stage = stage(&app, 0);
                let groups = in_groups(&stage, &app, unserved(&app));
                let what = format!("{count} in {language:?} at {panel:?}");
                assert_eq!(groups.concat(), unserved(&app), "{what}: nobody is lost");
                assert!(groups.iter().all(|group| group.len() <= NUMBERS), "{what}: at one look");
                // A narrow panel has room for fewer, and more turns.
                let is_usual = *language == Language::German && panel.0 != 800.0;
                assert!(count < 8 || !is_usual || groups[0].len() >= 4, "{what}: {}", groups[0].len());
                for group in groups {
                    let (sentence, room) = (in_vain(*language, group), room(&stage, &app));
                    let size = size(&sentence, REGULAR, room, stage.layout.foot_text);
                    assert!(size >= stage.layout.foot_text * READABLE, "{what}: {size}");
                    assert!(fit::fits(&sentence, REGULAR, 1.1, room, size), "{what}");
                }
            }
        }
    }
}

/// Two languages take turns, too: in the time of a round in each, everybody's number was there.
#[test]
fn everybody_who_waits_in_vain_has_a_turn() {
    for languages in [&[Language::German][..], &[Language::German, Language::Russian, Language::Arabic]] {
        let app = told(languages, (1280.0, 1024.0), 30);
        let mut seen = std::collections::BTreeSet::new();
        let groups = in_groups(&stage(&app, 0), &app, unserved(&app)).len();
        for turn in 0..u64::try_from(groups).unwrap() {
            let sentence = sentence(&stage(&app, turn * NEWS), &app).unwrap();
            let shown = unserved(&app).iter().filter(|number| sentence.contains(&number.spaced()));
            seen.extend(shown.copied());
        }
        assert_eq!(seen.len(), 30, "in {groups} turns");
        assert!(groups > 1);
    }
}

#[test]
fn who_waits_in_vain_is_told_beside_other_news_and_while_the_house_stands_still() {
    let number = TicketNumber::try_from("M401".to_owned()).unwrap();
    let at = |text: &str| text.parse().unwrap();
    let house = House {
        interrupted: Some(Interrupted { since: at("2026-11-23T16:20:00Z"), text: Localized::default() }),
        broadcast: Some(Broadcast {
            text: "Der Aufzug steht.".to_owned(),
            until: at("2026-11-23T17:30:00Z"),
        }),
        unserved: vec![number],
    };
    let app = told_of(house, &[Language::German], (1920.0, 1080.0));
    let turns = [0, NEWS].map(|seconds| sentence(&stage(&app, seconds), &app).unwrap());
    assert!(app.interruption(Moment(Duration::ZERO)).is_some());
    assert_eq!(turns, ["Der Aufzug steht.".to_owned(), in_vain(Language::German, &[number])]);
}
