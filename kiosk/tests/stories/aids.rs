//! Larger letters, lower keys, more time: what they do, and that they end with the visit.

use crate::layout;
use crate::scenes::{aids, help};
use crate::stage::{self, Stage, UPRIGHT, WIDE, ten};
use foyer_kiosk::aids::{Aids, Letters, Patience};
use foyer_kiosk::screen::Screen;
use foyer_kiosk::screen::help::Message as Help;
use foyer_kiosk::times;
use foyer_look::scale::Step;
use foyer_protocol::lobby::CheckInAnswer;
use foyer_text::Language;
use iced::keyboard::{Key, key::Named};

fn german() -> Stage {
    Stage::open(Language::German, UPRIGHT, 32.0)
}

fn set(stage: &Stage) -> Aids {
    stage.model.context().aids
}

#[test]
fn the_ring_leads_to_the_aids_and_each_key_says_how_it_stands() {
    let mut stage = german();
    help(&mut stage, &[]);
    stage.sees("Bedienhilfe");
    for label in ["Große Schrift: aus", "Mehr Zeit: aus", "Tasten weiter unten: aus"] {
        stage.presses(label);
    }
    stage.sees("Große Schrift: groß");
    stage.sees("Mehr Zeit: doppelt so lang");
    stage.sees("Tasten weiter unten: an");
    let wanted = Aids { letters: Letters::Large, low: true, patience: Patience::Double };
    assert_eq!(set(&stage), wanted);
    for label in ["Große Schrift: groß", "Große Schrift: sehr groß", "Tasten weiter unten: an"] {
        stage.presses(label);
    }
    assert_eq!(set(&stage), Aids { patience: Patience::Double, ..Aids::default() });
    stage.presses("Zurück");
    stage.sees("Handy oder Papier");
}

#[test]
fn letters_grow_by_a_step_of_the_scale_each() {
    let mut stage = german();
    let size = |stage: &Stage| stage.model.look().scale.text(Step::Body);
    let usual = size(&stage);
    aids(&mut stage, &[Help::Enlarge]);
    assert!((size(&stage) / usual - 1.25).abs() < 0.001);
    aids(&mut stage, &[Help::Enlarge]);
    assert!((size(&stage) / usual - 1.5625).abs() < 0.001);
    aids(&mut stage, &[Help::Enlarge]);
    assert!((size(&stage) - usual).abs() < 0.001);
}

#[test]
fn large_letters_are_really_larger_on_the_screen() {
    let height = |stage: &Stage, words: &str| {
        let shown = layout::of(stage);
        let found = shown.texts.iter().find(|text| text.content.contains(words));
        found.unwrap_or_else(|| panic!("no “{words}” in {:#?}", shown.texts)).needs.height
    };
    let mut stage = german();
    stage.presses("Ich habe nichts dabei");
    let usual = height(&stage, "Infotheke");
    stage.presses("Zurück");
    aids(&mut stage, &[Help::Enlarge, Help::Enlarge]);
    stage.presses("Ich habe nichts dabei");
    assert!(height(&stage, "Infotheke") > usual * 1.2, "{} after {usual}", height(&stage, "Infotheke"));
}

#[test]
fn in_the_low_layout_all_keys_are_within_reach() {
    let mut stage = german();
    aids(&mut stage, &[Help::Lower]);
    // 420 mm of a panel of 32 inches, which is 708 mm high.
    let top = UPRIGHT.height * (1.0 - 420.0 / 708.4) - 1.0;
    for label in ["Terminnummer eintippen", "Ohne Termin", "Sprache · Language · لغة"] {
        let low = |stage: &Stage| layout::of(stage).keys.iter().all(|key| key.y >= top);
        assert!(low(&stage), "{:?}", layout::of(&stage).keys);
        stage.presses(label);
        assert!(low(&stage), "{label}: {:?}", layout::of(&stage).keys);
        stage.presses("Zurück");
    }
}

#[test]
fn a_wide_panel_is_low_enough_and_offers_no_key_for_it() {
    let mut stage = Stage::open(Language::German, WIDE, 32.0);
    help(&mut stage, &[]);
    stage.sees_no("Tasten weiter unten");
}

#[test]
fn more_time_doubles_and_triples_what_goes_on_by_itself() {
    for (presses, factor) in [(0, 1.0), (1, 2.0), (2, 3.0)] {
        let mut stage = german();
        aids(&mut stage, &vec![Help::Wait; presses]);
        stage.presses("Ich habe nichts dabei");
        let choosing = times::CHOOSING.as_secs_f64() * factor;
        stage.passes(choosing - 1.0);
        assert!(!stage.model.is_asking(), "{factor}");
        stage.passes(1.0);
        assert!(stage.model.is_asking(), "{factor}");
        stage.passes(times::ASKING.as_secs_f64() * factor - 1.0);
        assert!(matches!(stage.model.screen(), Screen::Nothing(_)), "{factor}");
        stage.passes(1.0);
        assert!(matches!(stage.model.screen(), Screen::Welcome(_)), "{factor}");
        assert_eq!(set(&stage), Aids::default());
    }
}

#[test]
fn the_aids_stay_while_somebody_goes_back_and_end_with_the_visit() {
    let all = [Help::Enlarge, Help::Lower, Help::Wait];
    let mut stage = german();
    stage.presses("Leichte Sprache");
    aids(&mut stage, &all);
    stage.presses("Ich habe nichts dabei");
    stage.presses("Zurück");
    assert_ne!(set(&stage), Aids::default());
    stage.sees("Auf dem Handy oder auf Papier");
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
    stage.presses("Fertig");
    assert_eq!(set(&stage), Aids::default());
    stage.sees("Handy oder Papier");
    aids(&mut stage, &all);
    stage.passes(times::LANGUAGE.as_secs_f64() * 2.0 + 1.0);
    assert_eq!(set(&stage), Aids::default(), "somebody left without a word");
}

#[test]
fn the_aids_open_over_a_ticket_which_is_there_again_afterwards_with_its_paper() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
    stage.key(Key::Named(Named::F2));
    stage.sees("Bedienhilfe");
    let outcome = foyer_kiosk::device::printer::Outcome::Printed;
    stage.happens(foyer_kiosk::model::Message::Printed { visit: stage::ticket().visit, outcome });
    stage.key(Key::Named(Named::Escape));
    stage.sees("Bitte nehmen Sie Ihre Wartemarke");
}
