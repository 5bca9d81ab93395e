//! A reader that types like a keyboard: so quickly as nobody does, and Enter at the end.

use super::{Model, Sighted};
use crate::action::Action;
use iced::keyboard;
use std::time::Duration;

/// Two keys of a reader are never further apart; those of a person seldom nearer.
const QUICK: Duration = Duration::from_millis(60);

/// A reader's code has so many characters at least; a person who hits a few keys at once has fewer.
const SHORTEST: usize = 8;
/// No code is longer.
const LONGEST: usize = 4_300;

/// What was typed quickly.
#[derive(Debug, Default)]
pub(super) struct Wedge {
    typed: String,
    /// When the first and the last key went down, by the steady clock.
    began: Duration,
    last: Duration,
}

/// A code that was typed by a reader.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// Untrimmed.
    pub(super) text: String,
    /// How long ago its first character came.
    pub(super) ago: Duration,
}

impl Wedge {
    /// A character.
    pub(super) fn character(&mut self, character: &str, now: Duration) {
        if now.saturating_sub(self.last) > QUICK {
            self.typed.clear();
        }
        if self.typed.is_empty() {
            self.began = now;
        }
        // One more than the longest is enough to know that it is none.
        if self.typed.len() <= LONGEST {
            self.typed.push_str(character);
        }
        self.last = now;
    }

    /// Whether the last character came so quickly after the one before that a reader types.
    pub(super) fn is_reader(&self) -> bool {
        self.typed.chars().nth(1).is_some()
    }

    /// Enter: the code, if a reader has typed it.
    pub(super) fn enter(&mut self, now: Duration) -> Option<Typed> {
        let text = std::mem::take(&mut self.typed);
        let is_quick = now.saturating_sub(self.last) <= QUICK;
        let is_code = is_quick && (SHORTEST..=LONGEST).contains(&text.len());
        is_code.then(|| Typed { text, ago: now.saturating_sub(self.began) })
    }
}

impl Model {
    /// Keeps what a reader types; whether it has just ended a code.
    pub(super) fn on_quick_key(&mut self, event: &keyboard::Event, actions: &mut Vec<Action>) -> bool {
        let keyboard::Event::KeyPressed { key, text, .. } = event else { return false };
        let now = self.now.steady;
        if *key == keyboard::Key::Named(keyboard::key::Named::Enter) {
            let Some(typed) = self.wedge.enter(now) else { return false };
            let ago = chrono::TimeDelta::from_std(typed.ago).unwrap_or_default();
            self.on_sight(Sighted::Read { text: typed.text, at: self.now.at - ago }, actions);
            return true;
        }
        if let Some(text) = text.as_deref().filter(|text| !text.chars().any(char::is_control)) {
            self.wedge.character(text, now);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, apart: u64) -> Option<Typed> {
        let mut wedge = Wedge::default();
        let at = |count: usize| Duration::from_millis(5_000 + apart * count as u64);
        text.chars().enumerate().for_each(|(count, letter)| wedge.character(&letter.to_string(), at(count)));
        wedge.enter(at(text.chars().count()))
    }

    #[test]
    fn what_a_reader_types_is_a_code_and_what_a_person_types_is_not() {
        let ago = Duration::from_millis(10 * 14);
        assert_eq!(typed("F1:ABC DEF GH ", 10), Some(Typed { text: "F1:ABC DEF GH ".to_owned(), ago }));
        assert_eq!(typed("K7M43PXR", 150), None);
        assert_eq!(typed("K7M4", 10), None);
        assert_eq!(typed("", 10), None);
        assert_eq!(typed(&"x".repeat(9_000), 1), None);
    }

    #[test]
    fn a_pause_begins_anew() {
        let mut wedge = Wedge::default();
        let at = Duration::from_millis;
        wedge.character("K", at(0));
        "F1:ABCDEF"
            .chars()
            .zip(0..)
            .for_each(|(letter, count)| wedge.character(&letter.to_string(), at(900 + count)));
        assert_eq!(wedge.enter(at(920)).map(|typed| typed.text).as_deref(), Some("F1:ABCDEF"));
        assert_eq!(wedge.enter(at(921)), None);
    }
}
