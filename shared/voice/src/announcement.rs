//! What is said of a call: "A null eins sieben, Schalter 3", in German and in the language of who is called.

use crate::aloud::{sayable, spelled};
use crate::espeak::Words;
use crate::gong::Chime;
use foyer_domain::office::Localized;
use foyer_domain::ticket::TicketNumber;
use foyer_text::{Language, Value, text_with};

/// Words a minute: slower than people talk, since a waiting room has an echo and nobody can ask again.
const PACE: u16 = 130;

/// Something that is announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// All numbers of the visit, its own first.
    pub numbers: Vec<TicketNumber>,
    /// To which counter it is called; `None` where a call is taken back.
    pub counter: Option<Localized>,
    /// The language of who is called, where it is known.
    pub language: Option<Language>,
}

/// How much of it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// The gong alone: so many wait to be announced that words would come minutes after the call.
    Gong,
    /// A short gong and German: some wait.
    Short,
    /// The gong, German, and the language of who is called.
    Whole,
}

/// A sentence in a voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// In whose voice.
    pub language: Language,
    /// Ready to be said.
    pub text: String,
}

impl Sentence {
    /// For the voice.
    pub fn words(&self) -> Words {
        let slow = self.language == Language::EasyGerman;
        let words_a_minute = if slow { PACE * 5 / 6 } else { PACE };
        Words { language: self.language, words_a_minute, text: self.text.clone() }
    }
}

impl Announcement {
    /// Its gong.
    pub fn chime(&self, detail: Detail) -> Chime {
        match (&self.counter, detail) {
            (None, _) => Chime::Withdrawal,
            (Some(_), Detail::Whole) => Chime::Call,
            (Some(_), Detail::Short | Detail::Gong) => Chime::ShortCall,
        }
    }

    /// What is said after the gong, in order.
    pub fn sentences(&self, detail: Detail) -> Vec<Sentence> {
        let own = self.language.unwrap_or_default();
        let german = if own == Language::EasyGerman { own } else { Language::German };
        match detail {
            Detail::Gong => Vec::new(),
            Detail::Short => vec![self.sentence(german)],
            Detail::Whole if own == german => vec![self.sentence(german)],
            Detail::Whole => vec![self.sentence(german), self.sentence(own)],
        }
    }

    fn sentence(&self, language: Language) -> Sentence {
        let numbers: Vec<String> =
            self.numbers.iter().map(|number| spelled(language, &number.to_string())).collect();
        let numbers = Value::from(numbers.join(". "));
        let text = match &self.counter {
            // A name that the office gives in German alone was said in German just before; a foreign voice makes
            // nothing of it that could be understood.
            Some(counter) => match name(counter, language) {
                Some(counter) => {
                    text_with(language, "said-call", &[("numbers", numbers), ("counter", counter.into())])
                }
                None => text_with(language, "said-number", &[("numbers", numbers)]),
            },
            None => text_with(language, "said-withdrawal", &[("numbers", numbers)]),
        };
        Sentence { language, text: sayable(language, &text) }
    }
}

/// The counter's name where the voice of a language can say it.
fn name(counter: &Localized, language: Language) -> Option<String> {
    let is_german = matches!(language, Language::German | Language::EasyGerman);
    let known = is_german || counter.0.contains_key(language.tag());
    known.then(|| counter.get(language.tag()).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(language: Option<Language>) -> Announcement {
        let numbers = vec!["A017".to_owned().try_into().unwrap()];
        let mut counter = Localized::german("Schalter 3");
        counter.0.insert("en".to_owned(), "Counter 3".to_owned());
        Announcement { numbers, counter: Some(counter), language }
    }

    fn said(announcement: &Announcement, detail: Detail) -> Vec<String> {
        announcement.sentences(detail).into_iter().map(|sentence| sentence.text).collect()
    }

    #[test]
    fn a_call_is_said_in_german_and_in_the_language_of_who_is_called() {
        let german = "A, null, eins, sieben: Schalter 3.";
        assert_eq!(said(&called(None), Detail::Whole), [german]);
        assert_eq!(said(&called(Some(Language::German)), Detail::Whole), [german]);
        let english = called(Some(Language::English));
        assert_eq!(said(&english, Detail::Whole), [german, "A, zero, one, seven: Counter 3."]);
        // Its counter has no Turkish name.
        let turkish = called(Some(Language::Turkish));
        assert_eq!(said(&turkish, Detail::Whole), [german, "A, sıfır, bir, yedi."]);
        let easy = called(Some(Language::EasyGerman)).sentences(Detail::Whole);
        assert_eq!(easy.len(), 1);
        assert!(easy[0].words().words_a_minute < PACE);
    }

    #[test]
    fn the_more_wait_the_less_is_said() {
        let english = called(Some(Language::English));
        assert_eq!(said(&english, Detail::Short), ["A, null, eins, sieben: Schalter 3."]);
        assert!(said(&english, Detail::Gong).is_empty());
        assert_eq!(english.chime(Detail::Whole), Chime::Call);
        assert_eq!(english.chime(Detail::Short), Chime::ShortCall);
    }

    #[test]
    fn a_call_that_is_taken_back_says_so() {
        let mut back = called(Some(Language::English));
        back.counter = None;
        back.numbers.push("A803".to_owned().try_into().unwrap());
        let said = said(&back, Detail::Whole);
        assert_eq!(said[0], "A, null, eins, sieben. A, acht, null, drei: Bitte warten Sie noch.");
        assert_eq!(said.len(), 2);
        assert_eq!(back.chime(Detail::Whole), Chime::Withdrawal);
    }
}
