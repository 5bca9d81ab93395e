//! How long a screen stays when nobody does anything, whatever else is going on.

use crate::stage::{self, Stage, UPRIGHT, ten};
use foyer_kiosk::screen::Screen;
use foyer_kiosk::times;
use foyer_protocol::lobby::CheckInAnswer;
use foyer_text::Language;

#[test]
fn three_minutes_without_a_touch_clear_even_a_ticket_whose_paper_never_comes() {
    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
    let almost = times::FORGOTTEN.as_secs_f64() - 1.0;
    stage.passes(almost);
    assert!(matches!(stage.model.screen(), Screen::Ticket(_)), "its paper may still come");
    stage.passes(1.0);
    assert!(matches!(stage.model.screen(), Screen::Welcome(_)));
}

#[test]
fn a_chosen_language_does_not_wait_for_the_next_citizen() {
    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    stage.presses("Leichte Sprache");
    stage.passes(times::LANGUAGE.as_secs_f64() - 1.0);
    stage.sees_no("Terminbestätigung vor die Kamera");
    stage.passes(2.0);
    stage.sees("Terminbestätigung vor die Kamera");
}
