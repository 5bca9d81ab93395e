//! Tickets without an appointment: found by any word, with the wait and who is ahead, or with what the office says
//! instead.

use crate::stage::{Stage, UPRIGHT, ten};
use chrono::TimeDelta;
use foyer_domain::office::Localized;
use foyer_kiosk::model::Message;
use foyer_protocol::lobby::{KioskEvent, TicketAnswer};
use foyer_text::Language;
use iced::keyboard;
use iced_test::core::SmolStr;

fn german() -> Stage {
    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    stage.presses("Ohne Termin");
    stage
}

fn typed(stage: &mut Stage, word: &str) {
    for letter in word.chars() {
        stage.presses(&letter.to_string());
    }
}

#[test]
fn a_service_is_found_by_any_word_in_any_language() {
    for (word, found) in [
        ("PERSO", "Personalausweis beantragen"),
        ("FUHRUNG", "Führungszeugnis beantragen"),
        ("FUEHRUNG", "Führungszeugnis beantragen"),
        ("PASSPORT", "Reisepass beantragen"),
        ("UMZUG", "Wohnung anmelden, ummelden oder abmelden"),
    ] {
        let mut stage = german();
        stage.presses("Suchen");
        stage.sees_no(found);
        typed(&mut stage, word);
        stage.sees(found);
        stage.sees_no("Fischereischein verlängern");
        stage.presses(found);
        stage.presses("Nummer nehmen");
        assert!(matches!(stage.asked().wish, foyer_kiosk::action::Wish::WalkIn(of, _) if of.len() == 1));
    }
    let mut stage = german();
    stage.presses("Suchen");
    typed(&mut stage, "QX");
    stage.sees("Dazu finden wir nichts.");
    stage.presses("Zurück");
    stage.sees("Was möchten Sie erledigen?");
}

#[test]
fn a_keyboard_searches_too() {
    let mut stage = german();
    stage.presses("Suchen");
    for letter in ["ü", "x"] {
        stage.happens(Message::Typed(pressed(keyboard::Key::Character(SmolStr::new(letter)), Some(letter))));
    }
    stage.sees("ÜX");
    stage.happens(Message::Typed(pressed(keyboard::Key::Named(keyboard::key::Named::Backspace), None)));
    stage.sees("Führungszeugnis beantragen");
    stage.happens(Message::Typed(pressed(keyboard::Key::Named(keyboard::key::Named::Escape), None)));
    stage.sees("Was möchten Sie erledigen?");
}

fn pressed(key: keyboard::Key, text: Option<&str>) -> keyboard::Event {
    keyboard::Event::KeyPressed {
        key: key.clone(),
        modified_key: key,
        physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
        location: keyboard::Location::Standard,
        modifiers: keyboard::Modifiers::default(),
        text: text.map(SmolStr::new),
        repeat: false,
    }
}

#[test]
fn the_wait_and_who_is_ahead_are_told_before_a_number_is_taken() {
    let mut stage = german();
    stage.sees("Ausweise und Pässe");
    stage.sees("Wartezeit ohne Termin: etwa 10–15 Minuten");
    stage.presses("Personalausweis beantragen");
    stage.sees("Wartezeit ohne Termin: etwa 15–25 Minuten");
    stage.sees("Personen vor Ihnen: 4");
    let snapshot = stage.snapshot();
    stage.follows(KioskEvent::Waits { walk_in: snapshot.walk_in, services: Vec::new() });
    stage.sees("Wartezeit ohne Termin: etwa 10–15 Minuten");
    stage.sees_no("Personen vor Ihnen");
}

#[test]
fn a_message_stands_instead_of_a_ticket_with_the_way_to_book() {
    let mut stage = german();
    stage.presses("Suchen");
    typed(&mut stage, "PARK");
    stage.presses("Bewohnerparkausweis");
    stage.sees("Hierfür bitte einen Termin buchen.");
    stage.sees("termine.musterstadt.example");
    stage.sees_no("Nummer nehmen");
    stage.presses("Zurück");
    stage.presses("Zurück");
    stage.sees("Was möchten Sie erledigen?");
}

#[test]
fn a_pause_and_hours_are_told_before_and_after() {
    let mut stage = german();
    let mut snapshot = stage.snapshot();
    snapshot.office.walk_in_paused = Some(Localized::german("Heute nur mit Termin."));
    stage.follows(KioskEvent::Snapshot { snapshot: Box::new(snapshot) });
    stage.sees("Heute nur mit Termin.");
    stage.presses("Personalausweis beantragen");
    stage.presses("Nummer nehmen");
    stage.answers_ticket(TicketAnswer::NotNow { opens_at: Some(ten() + TimeDelta::days(1)) });
    stage.sees("Jetzt geht das nicht ohne Termin");
    stage.sees("Bitte kommen Sie wieder: Dienstag, 24. November 2026, 10:00 Uhr.");
}
