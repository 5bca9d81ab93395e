//! What is said aloud: a screen as sentences, numbers sign by sign, times as people say them. Pure; the voice itself is
//! [`foyer_voice::espeak`], and who hears what is decided in [`crate::model`].

use foyer_domain::estimate::Span;
use foyer_text::Language;
pub use foyer_voice::{sayable, spelled};

/// How quickly it speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// For who needs time.
    Slow,
    /// As people speak.
    #[default]
    Usual,
    /// Quicker …
    Quick,
    /// … and as quick as who hears screens all day wants it.
    Quickest,
}

impl Pace {
    const ALL: [Self; 4] = [Self::Slow, Self::Usual, Self::Quick, Self::Quickest];

    /// Words a minute. Leichte Sprache is spoken slowly, too.
    pub fn words_a_minute(self, language: Language) -> u16 {
        let usual = match self {
            Self::Slow => 110,
            Self::Usual => 145,
            Self::Quick => 190,
            Self::Quickest => 260,
        };
        if language == Language::EasyGerman { usual * 5 / 6 } else { usual }
    }

    /// The next quicker one, or the next slower one; the same at the end.
    #[must_use]
    pub fn changed(self, quicker: bool) -> Self {
        let at = self as usize;
        let next = if quicker { at + 1 } else { at.saturating_sub(1) };
        Self::ALL[next.min(Self::ALL.len() - 1)]
    }
}

/// Something to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// Counts up, so that its end can be told from another's.
    pub id: u64,
    /// In whose voice.
    pub language: Language,
    /// How quickly.
    pub pace: Pace,
    /// What.
    pub text: String,
}

/// A screen as it is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// What it says, sentence by sentence.
    pub lines: Vec<String>,
    /// What only the citizen should hear: times of appointments, concerns.
    pub private: Vec<String>,
    /// What can be pressed.
    pub keys: Vec<String>,
    /// What stands around and need not be said again when it changes.
    pub around: Vec<String>,
}

impl Said {
    /// Sentences that everybody may hear.
    pub fn of(lines: impl IntoIterator<Item = String>) -> Self {
        Self { lines: lines.into_iter().collect(), ..Self::default() }
    }

    /// And these.
    #[must_use]
    pub fn with(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.lines.extend(lines);
        self
    }

    /// And these for the citizen alone.
    #[must_use]
    pub fn with_private(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.private.extend(lines);
        self
    }

    /// And these keys.
    #[must_use]
    pub fn with_keys(mut self, keys: impl IntoIterator<Item = String>) -> Self {
        self.keys.extend(keys);
        self
    }

    /// And this around it.
    #[must_use]
    pub fn with_around(mut self, around: impl IntoIterator<Item = String>) -> Self {
        self.around.extend(around);
        self
    }
}

/// A ticket as it is said, to try the voices.
pub fn sample_ticket(language: Language) -> String {
    let say = |id: &str| foyer_text::text(language, id);
    let span = foyer_text::span(language, Span { from_minutes: 5, to_minutes: 10 });
    let wait = foyer_text::text_with(language, "kiosk-ticket-wait", &[("span", span.into())]);
    let number = spelled(language, "A 017");
    let parts = [say("kiosk-ticket-title"), number, wait, say("kiosk-ticket-printed")];
    sayable(language, &parts.join(". "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_voice::Words;
    use foyer_voice::espeak::spoken;
    use std::path::Path;
    use std::time::Duration;

    #[test]
    fn a_ticket_is_said_in_every_language() {
        for language in Language::ALL {
            let words = Words {
                language: *language,
                words_a_minute: Pace::Usual.words_a_minute(*language),
                text: sample_ticket(*language),
            };
            let said = spoken(Path::new("espeak-ng"), &words, Duration::from_secs(30)).unwrap();
            let seconds = said.seconds();
            assert!((3.0..60.0).contains(&seconds), "{language:?}: {seconds} s for “{}”", words.text);
        }
    }

    #[test]
    fn the_pace_has_ends() {
        assert_eq!(Pace::Quickest.changed(true), Pace::Quickest);
        assert_eq!(Pace::Slow.changed(false), Pace::Slow);
        assert_eq!(Pace::Usual.changed(true).changed(false), Pace::Usual);
    }
}
