//! The voice beside the gong: an announcement's sentences become samples on a thread of their own while the gong
//! sounds. Where there is no voice the gong sounds alone.

use crate::check::chain;
use foyer_text::Language;
use foyer_voice::espeak::spoken;
use foyer_voice::{Sentence, Sound, VoiceError, espeak};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// A sentence is made in a twentieth of a second; a voice that takes so long will not come back.
const PATIENCE: Duration = Duration::from_secs(3);

/// The gong takes ten times as long; until then the processor draws the call.
const PICTURE_FIRST: Duration = Duration::from_millis(150);

/// Who speaks.
#[derive(Debug, Clone)]
pub struct Voice {
    /// The program that speaks.
    pub program: PathBuf,
}

/// Sentences on their way.
pub struct Coming {
    sentences: Receiver<Result<Sound, VoiceError>>,
    left: usize,
}

impl Voice {
    /// Whether it speaks these languages.
    ///
    /// # Errors
    /// It does not; why, for staff.
    pub fn probe(&self, languages: &[Language]) -> Result<String, String> {
        espeak::probe(&self.program, languages).map_err(|fault| {
            format!("{fault}; install espeak-ng, or name another program under `speech.program`")
        })
    }

    /// Begins to make samples at the device's rate, as loud as `loudness`.
    pub fn make(&self, sentences: Vec<Sentence>, rate: u32, loudness: f32) -> Coming {
        let (made, received) = mpsc::channel();
        let coming = Coming { sentences: received, left: sentences.len() };
        let program = self.program.clone();
        let make = move || {
            thread::sleep(PICTURE_FIRST);
            for sentence in sentences {
                let sound = spoken(&program, &sentence.words(), PATIENCE);
                let failed = sound.is_err();
                if made.send(sound.map(|sound| sound.at_rate(rate).with_loudness(loudness))).is_err()
                    || failed
                {
                    return;
                }
            }
        };
        if let Err(error) = thread::Builder::new().name("voice".to_owned()).spawn(make) {
            tracing::error!(%error, "the voice has no thread");
        }
        coming
    }
}

impl Coming {
    /// The next sentence; `None` after the last.
    ///
    /// # Errors
    /// It cannot be said; why, for staff.
    pub fn sentence(&mut self) -> Option<Result<Sound, String>> {
        self.left = self.left.checked_sub(1)?;
        let sound = match self.sentences.recv_timeout(PATIENCE * 2) {
            Ok(sound) => sound.map_err(|error| chain(&error)),
            Err(RecvTimeoutError::Timeout) => Err(chain(&VoiceError::TooLong)),
            Err(RecvTimeoutError::Disconnected) => Err("the voice has ended".to_owned()),
        };
        if sound.is_err() {
            self.left = 0;
        }
        Some(sound)
    }
}
