//! Which language is spoken, until when, and what a language from right to left turns around.

use crate::layout;
use crate::stage::{self, Stage, UPRIGHT, start, ten};
use chrono::TimeDelta;
use foyer_kiosk::action::Action;
use foyer_kiosk::device::printer::Outcome;
use foyer_kiosk::model::Message;
use foyer_protocol::lobby::CheckInAnswer;
use foyer_text::Language;
use iced::Rectangle;

fn german() -> Stage {
    Stage::open(Language::German, UPRIGHT, 32.0)
}

fn fresh() -> CheckInAnswer {
    CheckInAnswer::CheckedIn { ticket: stage::ticket() }
}

fn printed_in(stage: &Stage) -> Vec<Language> {
    let jobs = stage.actions.iter().filter_map(|action| match action {
        Action::Print(job) => Some(job.language),
        _ => None,
    });
    jobs.collect()
}

#[test]
fn a_bookings_language_is_spoken_on_screen_and_paper_and_goes_back() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers_in("uk", fresh());
    stage.sees("Ваш номер");
    assert_eq!(printed_in(&stage), [Language::Ukrainian]);
    stage.happens(Message::Printed { visit: stage::ticket().visit, outcome: Outcome::Printed });
    stage.presses("Готово");
    stage.sees("Handy oder Papier");
}

#[test]
fn a_refusal_is_said_in_the_bookings_language_and_the_next_code_begins_anew() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers_in("ar", CheckInAnswer::Cancelled { start: ten() });
    stage.sees("أُلغي هذا الموعد");
    stage.shows("https://www.bahn.de/ticket/4711");
    stage.sees("Dieser QR-Code ist nicht von uns");
}

#[test]
fn the_next_ones_of_a_family_keep_the_language() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers_in("tr", fresh());
    stage.happens(Message::Printed { visit: stage::ticket().visit, outcome: Outcome::Printed });
    stage.presses("Başka QR kodu göster");
    stage.sees("Sonraki QR kodunu kameraya tutun");
    stage.shows(&stage.code(7, ten()));
    stage.answers(fresh());
    stage.sees("Numaranız");
}

#[test]
fn a_choice_at_the_kiosk_outweighs_the_bookings_language() {
    let mut stage = german();
    stage.presses("Sprache · Language · لغة");
    stage.presses("Français");
    stage.shows(&stage.code(7, ten()));
    stage.answers_in("uk", fresh());
    stage.sees("Votre numéro");
    assert_eq!(printed_in(&stage), [Language::French]);
}

#[test]
fn a_language_that_is_not_offered_changes_nothing() {
    let mut stage = german();
    for strange in ["tlh", ""] {
        stage.shows(&stage.code(7, ten()));
        stage.answers_in(strange, CheckInAnswer::Cancelled { start: ten() });
        stage.sees("Dieser Termin ist abgesagt");
    }
}

#[test]
fn easy_german_has_a_key_of_its_own_and_a_way_back() {
    let mut stage = german();
    stage.presses("Leichte Sprache");
    stage.sees("Auf dem Handy oder auf Papier");
    stage.presses("Termin\u{2011}Nummer eintippen");
    stage.presses("Zurück");
    stage.sees("Handy oder Papier");
    stage.presses("Leichte Sprache");
    stage.presses("Deutsch");
    stage.sees("Handy oder Papier");
}

fn place(stage: &Stage, text: &str) -> Rectangle {
    let shown = layout::of(stage);
    let found = shown.texts.iter().find(|shown| shown.content == text);
    found.unwrap_or_else(|| panic!("no “{text}” in {:#?}", shown.texts)).bounds
}

#[test]
fn arabic_is_mirrored_and_a_keyboard_is_not() {
    let (german, mut arabic) = (german(), Stage::open(Language::Arabic, UPRIGHT, 32.0));
    let middle = UPRIGHT.width / 2.0;
    assert!(place(&german, "Bürgerbüro Mitte").center_x() < middle);
    let office = place(&arabic, "Bürgerbüro Mitte");
    assert!(office.center_x() > middle && office.x + office.width > UPRIGHT.width * 0.95);
    let label = arabic.model.words().say("kiosk-type-number");
    arabic.presses(&label);
    assert!(place(&arabic, "2").x < place(&arabic, "9").x, "keys run as on every keyboard");
    let (back, send) = ("رجوع", "تسجيل الحضور");
    assert!(place(&arabic, back).x > place(&arabic, send).x, "back is where lines begin");
}

#[test]
fn the_way_to_the_waiting_area_is_the_same_in_every_language() {
    // The ticket's words keep clear of the arrow to the right, wherever they begin.
    for language in [Language::German, Language::Arabic] {
        let mut stage = Stage::open(language, UPRIGHT, 32.0);
        stage.shows(&stage.code(7, ten()));
        stage.answers(fresh());
        let parts = [("area", stage::ticket().area), ("way", stage::ticket().way)];
        let values = parts.each_ref().map(|(name, text)| (*name, text.get(language.tag()).into()));
        let words = place(&stage, &foyer_text::text_with(language, "kiosk-ticket-place", &values));
        assert!(words.x + words.width < UPRIGHT.width * 0.88, "{language:?}: {words:?}");
    }
}

#[test]
fn a_time_in_arabic_stands_beside_its_words() {
    let mut stage = Stage::open(Language::Arabic, UPRIGHT, 32.0);
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::TooEarly { opens_at: start() + TimeDelta::minutes(5), start: ten() });
    let texts = stage.texts();
    assert!(texts.iter().any(|text| text.contains("09:55")), "{texts:#?}");
    assert!(!texts.iter().any(|text| text.contains('\u{2066}')), "{texts:#?}");
}
