//! Words that are played as the voice speaks them.

use crate::speech::Utterance;
use foyer_sound::device::Voice as Playing;
use foyer_voice::{Speaking, Words};
use std::io;
use std::path::Path;

/// Something that is being said. Dropping it ends it.
pub struct Saying {
    speaking: Speaking,
    playing: Playing,
}

impl Saying {
    /// Begins to say something.
    ///
    /// # Errors
    /// The program cannot be started.
    pub fn begin(program: &Path, utterance: &Utterance, playing: Playing) -> io::Result<Self> {
        let Utterance { language, pace, text, .. } = utterance;
        let words =
            Words { language: *language, words_a_minute: pace.words_a_minute(*language), text: text.clone() };
        let voice = playing.clone();
        let speaking = Speaking::begin(program, &words, move |part, rate| voice.append(part, rate))?;
        Ok(Self { speaking, playing })
    }

    /// Whether all has been said.
    pub fn is_over(&self) -> bool {
        self.speaking.is_over() && self.playing.is_over()
    }

    /// Makes it louder or quieter.
    pub fn set_level(&self, level: f32) {
        self.playing.set_level(level);
    }
}

impl Drop for Saying {
    fn drop(&mut self) {
        self.playing.stop();
    }
}
