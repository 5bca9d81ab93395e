//! What is said aloud: a screen as sentences, numbers sign by sign, times as people say them. Pure; the voice itself is
//! [`crate::device::voice`], and who hears what is decided in [`crate::model`].

use foyer_domain::estimate::Span;
use foyer_text::Language;

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

/// Numbers and codes sign by sign: "A 017" is "A null eins sieben".
pub fn spelled(language: Language, signs: &str) -> String {
    let digits = foyer_text::text(language, "kiosk-speak-digits");
    let digits: Vec<&str> = digits.split_whitespace().collect();
    let named = |sign: char| match sign.to_digit(10).and_then(|digit| digits.get(digit as usize)) {
        Some(name) => (*name).to_owned(),
        None => sign.to_string(),
    };
    signs.chars().filter(|sign| sign.is_alphanumeric()).map(named).collect::<Vec<_>>().join(", ")
}

/// A text as a voice can say it: one kind of space and hyphen, no marks of direction, spans in words.
pub fn sayable(language: Language, text: &str) -> String {
    let to = format!(" {} ", foyer_text::text(language, "kiosk-speak-to"));
    let mut said = String::with_capacity(text.len());
    let mut before = ' ';
    for sign in text.chars() {
        match sign {
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\n' => said.push(' '),
            '\u{2011}' => said.push('-'),
            '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' => continue,
            '–' if before.is_ascii_digit() || before == '½' => said.push_str(&to),
            '·' => said.push(','),
            '…' => said.push('.'),
            other => said.push(other),
        }
        before = sign;
    }
    let words: Vec<String> = said.split(' ').map(|word| with_code_spelled(language, word)).collect();
    words.join(" ")
}

/// A word as it is, or sign by sign where it is a code such as K7M4-3PXR.
fn with_code_spelled(language: Language, word: &str) -> String {
    let code = word.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
    let is_code = code.len() >= 4
        && code.bytes().any(|sign| sign.is_ascii_uppercase())
        && code.bytes().any(|sign| sign.is_ascii_digit())
        && code.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == b'-');
    if is_code { word.replace(code, &spelled(language, code)) } else { word.to_owned() }
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

    #[test]
    fn numbers_are_said_sign_by_sign_in_every_language() {
        assert_eq!(spelled(Language::German, "A\u{202f}017"), "A, null, eins, sieben");
        assert_eq!(spelled(Language::English, "K7M4-3PXR"), "K, seven, M, four, three, P, X, R");
        for language in Language::ALL {
            let all = spelled(*language, "0123456789");
            assert!(!all.contains(|sign: char| sign.is_ascii_digit()), "{language:?}: {all}");
            assert_eq!(all.split(", ").count(), 10, "{language:?}: {all}");
        }
    }

    #[test]
    fn a_span_is_said_in_words_and_marks_are_not_said() {
        assert_eq!(
            sayable(Language::German, "etwa 5\u{2060}–\u{2060}10\u{a0}Minuten"),
            "etwa 5 bis 10 Minuten"
        );
        assert_eq!(sayable(Language::German, "Handy – oder Papier"), "Handy – oder Papier");
        assert_eq!(sayable(Language::Arabic, "\u{200f}09:55"), "09:55");
        assert_eq!(sayable(Language::German, "QR\u{2011}Code …"), "QR-Code .");
        assert_eq!(sayable(Language::German, "etwa A4-7B."), "etwa A, vier, sieben, B.");
        assert_eq!(sayable(Language::German, "um 10 Uhr, PIN"), "um 10 Uhr, PIN");
    }

    #[test]
    fn the_pace_has_ends() {
        assert_eq!(Pace::Quickest.changed(true), Pace::Quickest);
        assert_eq!(Pace::Slow.changed(false), Pace::Slow);
        assert_eq!(Pace::Usual.changed(true).changed(false), Pace::Usual);
    }
}
