//! How long people take for what they do at a screen, without a stopwatch: a test on a busy machine says nothing of that,
//! but what has to be pressed, decided and read can be counted.
//!
//! The keystroke-level model: S. K. Card, T. P. Moran, A. Newell, "The keystroke-level model for user performance time with
//! interactive systems", Communications of the ACM 23 (1980), 396–410. Reading: S. Trauzettel-Klosinski, K. Dietz,
//! "Standardized assessment of reading performance: the new International Reading Speed Texts IReST", Investigative
//! Ophthalmology & Visual Science 53 (2012), 5452–5461: 179 words a minute in German, read aloud.

/// What somebody has done.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Keys that were pressed on a keyboard.
    pub keys: usize,
    /// What was pointed at and pressed.
    pub presses: usize,
    /// Decisions before a press or before a text.
    pub decisions: usize,
    /// Words that were read.
    pub words: usize,
}

/// How long each of it takes, in seconds.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    key: f64,
    press: f64,
    decision: f64,
    word: f64,
}

/// Types as most who are no typists, and knows what stands on the pages.
pub const EXPERT: Pace = Pace { key: 0.28, press: 1.1 + 0.2, decision: 1.35, word: 0.0 };
/// Types letter by letter, as what is no word, and reads every word.
pub const NEWCOMER: Pace = Pace { key: 0.5, press: 1.1 + 0.2, decision: 1.35, word: 60.0 / 179.0 };

impl Effort {
    /// How long it takes at this pace, in seconds.
    pub fn seconds(self, pace: Pace) -> f64 {
        let times = |count: usize, each: f64| f64::from(u32::try_from(count).unwrap_or(u32::MAX)) * each;
        times(self.keys, pace.key)
            + times(self.presses, pace.press)
            + times(self.decisions, pace.decision)
            + times(self.words, pace.word)
    }
}
