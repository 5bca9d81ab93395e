//! Codes that a reader other than the camera has read.

use crate::stage::{Stage, UPRIGHT, ten};
use foyer_kiosk::action::{Action, Wish};
use foyer_kiosk::device::reader;
use foyer_kiosk::model::{Message, Sighted};
use foyer_kiosk::screen::Screen;
use foyer_protocol::lobby::Presented;
use foyer_text::Language;
use iced::keyboard::{self, Key, Location, Modifiers, key::Named, key::Physical};

fn open() -> Stage {
    Stage::open(Language::German, UPRIGHT, 32.0)
}

fn pressed(key: Key, text: Option<&str>) -> Message {
    Message::Typed(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key: Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
        location: Location::Standard,
        modifiers: Modifiers::empty(),
        text: text.map(Into::into),
        repeat: false,
    })
}

/// Keys, so many seconds apart, and Enter.
fn type_in(stage: &mut Stage, text: &str, apart: f64) {
    for letter in text.chars() {
        let letter = letter.to_string();
        let key =
            if letter == " " { Key::Named(Named::Space) } else { Key::Character(letter.as_str().into()) };
        stage.happens(pressed(key, Some(&letter)));
        stage.passes(apart);
    }
    stage.happens(pressed(Key::Named(Named::Enter), Some("\r")));
}

fn asked(stage: &Stage) -> Option<String> {
    stage.actions.iter().rev().find_map(|action| match action {
        Action::Ask(attempt) => match &attempt.wish {
            Wish::CheckIn(Presented::Scan(text)) => Some(text.clone()),
            _ => None,
        },
        _ => None,
    })
}

#[test]
fn a_reader_that_types_checks_in_from_any_screen() {
    for screen in ["", "Terminnummer eintippen", "Ohne Termin"] {
        let mut stage = open();
        if !screen.is_empty() {
            stage.presses(screen);
        }
        let code = stage.code(7, ten());
        let began = stage.now.at;
        type_in(&mut stage, &code, 0.004);
        assert_eq!(asked(&stage).as_deref(), Some(code.as_str()), "on “{screen}”");
        assert_eq!(stage.asked().seen_at, began, "the first key judges");
    }
}

#[test]
fn what_a_person_types_stays_what_it_is() {
    let mut stage = open();
    stage.presses("Terminnummer eintippen");
    type_in(&mut stage, "K7M43PX", 0.2);
    assert_eq!(asked(&stage), None);
    assert!(matches!(stage.model.screen(), Screen::Keypad(_)));
}

#[test]
fn what_a_reader_reads_is_never_changed_unless_that_makes_it_genuine() {
    let mut stage = open();
    let (code, at) = (stage.code(7, ten()), stage.now.at);
    stage.happens(Message::Sighted(Sighted::Read { text: code.clone(), at }));
    assert_eq!(asked(&stage).as_deref(), Some(code.as_str()));
    let mut stage = open();
    stage.happens(Message::Sighted(Sighted::Read { text: "WIFI:S:Rathaus;;".to_owned(), at }));
    assert_eq!(asked(&stage), None);
    stage.sees("nicht von uns");
}

#[test]
fn staff_are_told_of_a_reader_that_is_gone() {
    let mut stage = open();
    let lost = reader::State::Trouble(reader::Trouble::Lost);
    stage.happens(Message::Reader(lost));
    let told = stage.actions.iter().find_map(|action| match action {
        Action::ReportStatus(status) => status.parts.iter().find(|part| part.part == "reader"),
        _ => None,
    });
    assert!(told.is_some_and(|part| !part.works && part.detail.contains("Kabel")), "{told:?}");
}
