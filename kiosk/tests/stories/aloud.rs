//! Speech mode: what is said on every screen, to whom, until when.

use crate::scenes::scenes;
use crate::stage::{self, Stage, UPRIGHT, ten};
use chrono::TimeDelta;
use foyer_kiosk::action::Action;
use foyer_kiosk::device::printer::Outcome;
use foyer_kiosk::device::sound;
use foyer_kiosk::model::{Message, Sighted};
use foyer_kiosk::screen::Screen;
use foyer_kiosk::speech::{Pace, sayable};
use foyer_kiosk::times;
use foyer_protocol::lobby::{CheckInAnswer, TicketView};
use foyer_text::Language;
use iced::keyboard::{Key, key::Named};
use std::collections::BTreeSet;

const SPEECH: Key = Key::Named(Named::F1);

fn sign(sign: &str) -> Key {
    Key::Character(sign.into())
}

fn listening(language: Language) -> Stage {
    let mut stage = Stage::open(language, UPRIGHT, 32.0);
    stage.can_speak();
    stage.key(SPEECH);
    stage
}

fn too_early() -> CheckInAnswer {
    CheckInAnswer::TooEarly { opens_at: ten() - TimeDelta::minutes(15), start: ten() }
}

#[track_caller]
fn says(stage: &Stage, wanted: &str) {
    let said = &stage.said().expect("something is said").text;
    assert!(said.contains(wanted), "no “{wanted}” in “{said}”");
}

#[track_caller]
fn says_no(stage: &Stage, unwanted: &str) {
    let said = &stage.said().expect("something is said").text;
    assert!(!said.contains(unwanted), "“{unwanted}” in “{said}”");
}

/// Words of three letters and more; figures are said as words.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|sign: char| !sign.is_alphabetic());
    words.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect()
}

/// Everything that is said when the screen is said whole, with consent.
fn all_said(stage: &mut Stage) -> String {
    stage.can_speak();
    stage.key(SPEECH);
    let asks = sayable(stage.model.words().language, &stage.model.words().say("kiosk-speak-private"));
    if stage.said().is_some_and(|said| said.text.contains(&asks)) {
        stage.key(sign("5"));
    } else if stage.said().is_none() {
        // Speech was on already.
        stage.key(SPEECH);
    }
    stage.said().map(|said| said.text.clone()).unwrap_or_default()
}

#[test]
fn every_screen_says_all_that_it_shows_in_every_language() {
    let mut faults = Vec::new();
    for (name, play) in scenes() {
        for language in Language::ALL {
            let mut stage = Stage::open(*language, UPRIGHT, 32.0);
            play(&mut stage);
            stage.actions.clear();
            let said = all_said(&mut stage);
            if said.is_empty() || said.contains("kiosk-") || said.contains('\u{202f}') {
                faults.push(format!("{} {name}: “{said}”", language.tag()));
            }
            let heard = words(&said);
            let is_name = |text: &String| Language::ALL.iter().any(|other| other.own_name() == text);
            // What staff read is in German and not for citizens' ears; a language's name is said in its own voice.
            let shown =
                stage.texts().into_iter().filter(|text| !is_name(text) || !name.contains("languages"));
            let shown = shown.filter(|_| !name.starts_with("out-") || name == "out-starting");
            // "10 h 15 min 12 s" is said in words of its own.
            let is_sign = |word: &String| *language == Language::French && word == "min";
            let shown = shown.flat_map(|text| words(&sayable(*language, &text)));
            let unsaid: Vec<String> = shown.filter(|word| !heard.contains(word) && !is_sign(word)).collect();
            if !unsaid.is_empty() {
                faults.push(format!("{} {name}: not said: {unsaid:?} in “{said}”", language.tag()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_number_is_said_sign_by_sign_and_never_as_figures() {
    for language in Language::ALL {
        let mut stage = listening(*language);
        stage.shows(&stage.code(7, ten()));
        stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
        says_no(&stage, "017");
        says(&stage, &foyer_kiosk::speech::spelled(*language, "A017"));
    }
}

#[test]
fn a_ticket_says_where_how_long_and_that_paper_comes() {
    let mut stage = listening(Language::German);
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
    for words in [
        "Ihre Nummer: A, null, eins, sieben",
        "Wartebereich 1, rechts",
        "Wartezeit etwa 5 bis 10 Minuten",
        "Ihre Wartemarke wird gedruckt",
        "Ihre Nummer erscheint auf der Anzeige",
        stage::OWN_WORDS,
        "Fertig",
    ] {
        says(&stage, words);
    }
    stage.happens(Message::Printed { visit: stage::ticket().visit, outcome: Outcome::Printed });
    assert_eq!(stage.said().unwrap().text, "Bitte nehmen Sie Ihre Wartemarke.", "what is new, and no more");
}

#[test]
fn appointments_and_concerns_are_for_the_citizen_alone() {
    let concern = Stage::office().services[0].name.clone();
    let ticket = TicketView { services: vec![concern.clone()], ..stage::ticket() };
    let mut stage = listening(Language::German);
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::CheckedIn { ticket: ticket.clone() });
    says_no(&stage, "10 Uhr");
    says_no(&stage, concern.get("de"));
    says(&stage, "drücken Sie die Fünf");
    stage.key(sign("5"));
    says(&stage, "mit Termin 10 Uhr");
    says(&stage, concern.get("de"));
    // The consent is this citizen's.
    stage.presses("Fertig");
    stage.key(SPEECH);
    stage.shows(&stage.code(7, ten()));
    stage.answers(too_early());
    says(&stage, "Sie sind noch zu früh");
    says_no(&stage, "9 Uhr 45");
    says(&stage, "drücken Sie die Fünf");
    // In a headset nobody else listens.
    let mut stage = Stage::with_headset(Language::German);
    stage.can_speak();
    stage.key(SPEECH);
    stage.shows(&stage.code(7, ten()));
    stage.answers(too_early());
    says(&stage, "Bitte melden Sie sich ab 9 Uhr 45 hier an");
    says(&stage, "Ihr Termin: 10 Uhr");
}

#[test]
fn any_key_and_any_touch_cut_speech_and_the_speech_key_says_it_again() {
    let mut stage = listening(Language::German);
    says(&stage, "Halten Sie den QR-Code");
    let first = stage.said().cloned().unwrap();
    stage.actions.clear();
    stage.key(SPEECH);
    assert!(stage.actions.contains(&Action::Hush) && stage.said().is_none(), "{:?}", stage.actions);
    stage.key(SPEECH);
    assert_eq!(stage.said().unwrap().text, first.text, "again, in full");
    stage.actions.clear();
    stage.happens(Message::Touched);
    assert!(stage.actions.contains(&Action::Hush));
    stage.key(SPEECH);
    stage.actions.clear();
    stage.key(Key::Named(Named::Tab));
    assert!(stage.actions.contains(&Action::Hush));
}

#[test]
fn volume_and_pace_can_be_changed_and_end_with_the_visit() {
    let mut stage = listening(Language::German);
    assert_eq!(stage.model.volume(), 6);
    (0..9).for_each(|_| stage.key(sign("+")));
    assert_eq!(stage.model.volume(), 10);
    stage.key(Key::Named(Named::PageUp));
    assert_eq!(stage.said().unwrap().pace, Pace::Quick);
    (0..20).for_each(|_| stage.key(sign("-")));
    assert_eq!(stage.model.volume(), 1, "never silent");
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
    stage.presses("Fertig");
    assert_eq!(stage.model.volume(), 6);
    stage.actions.clear();
    stage.presses("Ich habe nichts dabei");
    assert_eq!(stage.said(), None, "speech has ended with the visit");
    stage.key(SPEECH);
    assert_eq!(stage.said().unwrap().pace, Pace::Usual);
}

#[test]
fn a_citizen_who_leaves_takes_speech_along() {
    let mut stage = listening(Language::German);
    stage.key(sign("+"));
    stage.has_said();
    stage.passes(times::LANGUAGE.as_secs_f64() + 1.0);
    assert_eq!(stage.model.volume(), 6);
    stage.actions.clear();
    stage.presses("Ohne Termin");
    assert_eq!(stage.said(), None);
}

#[test]
fn the_next_citizens_code_ends_the_speech_of_the_last() {
    let mut stage = listening(Language::German);
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
    stage.has_said();
    stage.actions.clear();
    stage.shows(&stage.code(7, ten()));
    stage.answers(too_early());
    assert_eq!(stage.said(), None);
}

#[test]
fn no_screen_goes_back_while_speech_talks_and_the_question_is_said() {
    let mut stage = listening(Language::German);
    stage.shows(&stage.code(7, ten()));
    stage.answers(too_early());
    (0..800).for_each(|_| stage.passes(0.5));
    assert!(matches!(stage.model.screen(), Screen::Refusal(_)) && !stage.model.is_asking());
    stage.has_said();
    stage.passes(times::REFUSAL.as_secs_f64());
    assert!(stage.model.is_asking());
    says(&stage, "Brauchen Sie noch Zeit?");
    (0..100).for_each(|_| stage.passes(0.5));
    assert!(stage.model.is_asking(), "it is still being said");
    stage.has_said();
    stage.actions.clear();
    stage.key(Key::Named(Named::Tab));
    assert!(
        !stage.model.is_asking() && stage.said().is_none(),
        "any key is a yes, and nothing is said twice"
    );
    stage.passes(times::REFUSAL.as_secs_f64());
    stage.key(Key::Named(Named::Escape));
    assert!(matches!(stage.model.screen(), Screen::Welcome(_)));
}

#[test]
fn hints_and_typed_signs_are_said_as_they_come() {
    let mut stage = listening(Language::German);
    stage.happens(Message::Sighted(Sighted::Candidate));
    stage.has_said();
    stage.passes(times::HINT_AFTER.as_secs_f64() + 0.1);
    assert_eq!(stage.said().unwrap().text, "Bitte etwas näher – oder den Bildschirm heller stellen.");
    stage.passes(times::KEYPAD_AFTER.as_secs_f64());
    assert_eq!(stage.said().unwrap().text, "Klappt es nicht? Tippen Sie die Terminnummer ein.");
    stage.presses("Terminnummer eintippen");
    stage.key(sign("7"));
    assert_eq!(stage.said().unwrap().text, "sieben.");
    stage.key(sign("k"));
    assert_eq!(stage.said().unwrap().text, "K.");
    stage.key(Key::Named(Named::Backspace));
    assert_eq!(stage.said().unwrap().text, "Gelöscht: K.");
    stage.key(SPEECH);
    stage.key(SPEECH);
    says(&stage, "Eingetippt: sieben");
}

#[test]
fn a_languages_name_is_said_in_its_own_voice() {
    let mut stage = listening(Language::German);
    stage.happens(Message::Focused("Türkçe".to_owned()));
    assert_eq!(stage.said().unwrap().language, Language::Turkish);
    stage.happens(Message::Focused("Zurück".to_owned()));
    assert_eq!(stage.said().unwrap().language, Language::German);
}

#[test]
fn without_a_voice_the_speech_key_says_so_on_the_screen_and_nothing_else_breaks() {
    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    let state = sound::State { has_device: Some(true), has_voice: Some(false), ended: 0 };
    stage.happens(Message::Sound(state));
    stage.key(SPEECH);
    stage.sees("Vorlesen: geht hier nicht");
    assert_eq!(stage.said(), None);
    stage.presses("Zurück");
    stage.sees("Handy oder Papier");
}

#[test]
fn speech_starts_with_any_of_its_keys_on_any_screen() {
    for (name, play) in scenes() {
        let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
        play(&mut stage);
        stage.actions.clear();
        stage.can_speak();
        if name == "help-all-on" {
            continue;
        }
        stage.key(sign("*"));
        assert!(stage.said().is_some_and(|said| said.text.contains("Pfeiltasten")), "{name}");
    }
}

#[test]
fn what_a_code_reader_types_is_no_key_of_speech() {
    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    stage.can_speak();
    for typed in "F1:AB*+-5*".chars() {
        stage.types_quickly(sign(&typed.to_string()));
    }
    assert_eq!(stage.said(), None);
    assert_eq!(stage.model.volume(), 6);
}
