//! What is heard and seen at a read, before anybody has answered.

use crate::stage::{self, Stage, UPRIGHT, ten};
use foyer_kiosk::action::Action;
use foyer_kiosk::model::{Message, Sighted};
use foyer_kiosk::screen::welcome::aim_size;
use foyer_kiosk::tones::{Nearness, Tone};
use foyer_protocol::lobby::CheckInAnswer;
use foyer_text::Language;
use iced::keyboard::{Key, key::Named};

fn german() -> Stage {
    Stage::open(Language::German, UPRIGHT, 32.0)
}

fn heard(stage: &Stage) -> Vec<Tone> {
    let tones = stage.actions.iter().filter_map(|action| match action {
        Action::Sound(tone) => Some(*tone),
        _ => None,
    });
    tones.collect()
}

#[test]
fn a_read_is_heard_and_seen_before_the_lobby_is_even_asked() {
    let mut stage = german();
    let dark = crate::picture::drawn(&stage);
    stage.shows(&stage.code(7, ten()));
    let place = |wanted: fn(&Action) -> bool| stage.actions.iter().position(wanted).unwrap();
    let sound = place(|action| *action == Action::Sound(Tone::Read));
    assert!(sound < place(|action| matches!(action, Action::Ask(_))), "in the very same update");
    assert!(stage.model.context().lit);
    stage.sees("QR-Code erkannt");
    // The very next frame has the light, and nothing of it waited for the lobby.
    let lit = crate::picture::drawn(&stage);
    let changed = dark.pixels().zip(lit.pixels()).filter(|(a, b)| a != b).count();
    let aim = aim_size(&stage.model.context());
    assert!(changed > usize::from(aim.width) * 20, "a broad frame, {changed} pixels");
    stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
    assert!(!stage.model.context().lit);
    assert_eq!(heard(&stage), [Tone::Read, Tone::Accepted]);
}

#[test]
fn a_refusal_is_a_soft_tone_and_a_bus_ticket_is_silence() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::Cancelled { start: ten() });
    assert_eq!(heard(&stage), [Tone::Read, Tone::Look]);
    stage.actions.clear();
    stage.shows("https://www.bahn.de/ticket/4711");
    stage.sees("nicht von uns");
    assert_eq!(heard(&stage), []);
    assert!(!stage.model.context().lit);
}

#[test]
fn a_silent_lobby_ends_in_a_tone_too() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.passes(2.5);
    assert_eq!(heard(&stage), [Tone::Read, Tone::Look]);
}

#[test]
fn what_cannot_be_read_ticks_on_the_welcome_and_nowhere_else() {
    let mut stage = german();
    stage.can_speak();
    stage.key(Key::Named(Named::F1));
    stage.actions.clear();
    let near = Nearness { size: 1, middle: 3 };
    stage.happens(Message::Sighted(Sighted::Near(near)));
    assert_eq!(heard(&stage), [Tone::Guide(near)]);
    stage.actions.clear();
    stage.presses("Ich habe nichts dabei");
    stage.happens(Message::Sighted(Sighted::Near(near)));
    assert_eq!(heard(&stage), []);
    let mut seeing = german();
    seeing.happens(Message::Sighted(Sighted::Near(near)));
    assert_eq!(heard(&seeing), [], "who sees the picture needs none");
}
