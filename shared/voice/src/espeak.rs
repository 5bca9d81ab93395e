//! The voice: espeak-ng, a program of its own, without a network. A text goes in, sound comes out bit by bit.

use crate::level::Sound;
use foyer_text::Language;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// The voice of a language, as espeak-ng calls it.
pub fn name(language: Language) -> &'static str {
    match language {
        Language::German | Language::EasyGerman => "de",
        Language::English => "en-gb",
        Language::Turkish => "tr",
        Language::Arabic => "ar",
        Language::Ukrainian => "uk",
        Language::Russian => "ru",
        Language::Polish => "pl",
        Language::French => "fr-fr",
    }
}

/// Whether the program is there and speaks every language that is offered.
///
/// # Errors
/// It cannot be started, or lacks a language; for staff.
pub fn probe(program: &Path, languages: &[Language]) -> Result<String, String> {
    let run = |argument: &str| {
        let output = Command::new(program).arg(argument).stdin(Stdio::null()).output();
        let output = output.map_err(|error| format!("{}: {error}", program.display()))?;
        Ok::<_, String>(String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let voices = run("--voices")?;
    let known: Vec<&str> = voices.lines().filter_map(|line| line.split_whitespace().nth(1)).collect();
    let lacking: Vec<&str> =
        languages.iter().map(|language| name(*language)).filter(|name| !known.contains(name)).collect();
    if lacking.is_empty() {
        Ok(run("--version")?.lines().next().unwrap_or_default().to_owned())
    } else {
        Err(format!("{}: no voice for {}", program.display(), lacking.join(", ")))
    }
}

/// What is to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// In whose voice.
    pub language: Language,
    /// How quickly; 145 is as people speak.
    pub words_a_minute: u16,
    /// What. It goes in through the program's standard input, never through a shell or its arguments.
    pub text: String,
}

/// Something that is being said. Dropping it ends the program.
#[derive(Debug)]
pub struct Speaking {
    child: Child,
    is_fed: Arc<AtomicBool>,
}

impl Speaking {
    /// Begins to say something; `part` is given its samples, one channel, and how many there are in a second, bit by
    /// bit from a thread of its own.
    ///
    /// # Errors
    /// The program cannot be started.
    pub fn begin(
        program: &Path,
        words: &Words,
        part: impl FnMut(&[f32], u32) + Send + 'static,
    ) -> io::Result<Self> {
        let pace = words.words_a_minute.to_string();
        let mut child = Command::new(program)
            .args(["-v", name(words.language), "-s", &pace, "-b", "1", "--stdin", "--stdout"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let text = words.text.clone();
        let pipes = child.stdin.take().zip(child.stdout.take());
        let is_fed = Arc::new(AtomicBool::new(false));
        let done = Arc::clone(&is_fed);
        let speaking = Self { child, is_fed };
        thread::Builder::new().name("voice".to_owned()).spawn(move || {
            if let Some((mut text_in, sound_out)) = pipes {
                // A program that has ended takes no text; then there is no sound either, and that is known.
                let written = text_in.write_all(text.as_bytes());
                drop(text_in);
                if let Err(error) = written.and_then(|()| feed(sound_out, part)) {
                    tracing::debug!(%error, "the voice was cut short");
                }
            }
            done.store(true, Ordering::Release);
        })?;
        Ok(speaking)
    }

    /// Whether all has been handed on.
    pub fn is_over(&self) -> bool {
        self.is_fed.load(Ordering::Acquire)
    }
}

impl Drop for Speaking {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is waited for, so that nothing of it stays.
        if let Err(error) = self.child.kill().and_then(|()| self.child.wait()) {
            tracing::debug!(%error, "the voice's program could not be ended");
        }
    }
}

/// Why nothing was said.
#[derive(Debug, thiserror::Error)]
pub enum VoiceError {
    /// The program cannot be started.
    #[error(
        "`{program}` cannot be started; install espeak-ng, or name another program under `speech.program`"
    )]
    Start {
        /// Which.
        program: String,
        /// Why.
        source: io::Error,
    },
    /// It gave nothing.
    #[error("the voice says nothing in {0}; install espeak-ng-data")]
    Silent(&'static str),
    /// It took too long.
    #[error("the voice did not end in time")]
    TooLong,
}

/// All that is said, at once, without the silence around it.
///
/// # Errors
/// The program cannot be started, says nothing, or has not ended after `patience`.
pub fn spoken(program: &Path, words: &Words, patience: Duration) -> Result<Sound, VoiceError> {
    let (parts, received) = mpsc::channel();
    let hand_on = move |part: &[f32], rate: u32| {
        // Nobody waits any more.
        let _ = parts.send((part.to_vec(), rate));
    };
    let speaking = Speaking::begin(program, words, hand_on)
        .map_err(|source| VoiceError::Start { program: program.display().to_string(), source })?;
    let end = Instant::now() + patience;
    let mut sound = Sound { samples: Vec::new(), rate: 0 };
    loop {
        match received.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok((part, rate)) => {
                sound.samples.extend(part);
                sound.rate = rate;
            }
            Err(mpsc::RecvTimeoutError::Timeout) => return Err(VoiceError::TooLong),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
    }
    drop(speaking);
    let sound = sound.without_silence();
    if sound.samples.is_empty() { Err(VoiceError::Silent(name(words.language))) } else { Ok(sound) }
}

/// Bytes of sound that are handed on at once: an eighth of a second.
const PART: usize = 2 * 22_050 / 8;

/// Reads a WAV of one channel of 16 bit from a pipe, whose lengths are not known beforehand, and hands it on.
fn feed(mut sound: impl Read, mut part: impl FnMut(&[f32], u32)) -> io::Result<()> {
    let rate = header(&mut sound)?;
    let mut bytes = vec![0; PART];
    loop {
        let mut filled = 0;
        while filled < bytes.len() {
            match sound.read(&mut bytes[filled..])? {
                0 => break,
                more => filled += more,
            }
        }
        let samples = bytes[..filled].chunks_exact(2).map(|two| i16::from_le_bytes([two[0], two[1]]));
        let samples: Vec<f32> = samples.map(|sample| f32::from(sample) / 32_768.0).collect();
        if !samples.is_empty() {
            part(&samples, rate);
        }
        if filled < bytes.len() {
            return Ok(());
        }
    }
}

/// Reads up to the samples; the samples a second. Chunks that nobody asked for are skipped.
fn header(sound: &mut impl Read) -> io::Result<u32> {
    let fault = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let mut riff = [0; 12];
    sound.read_exact(&mut riff)?;
    if &riff[..4] != b"RIFF" || &riff[8..] != b"WAVE" {
        return Err(fault("the voice gives no WAV"));
    }
    let mut rate = None;
    loop {
        let mut head = [0; 8];
        sound.read_exact(&mut head)?;
        let [.., a, b, c, d] = head;
        let length = u64::from(u32::from_le_bytes([a, b, c, d]));
        match &head[..4] {
            b"data" => return rate.ok_or_else(|| fault("the voice gives sound without saying how")),
            b"fmt " if length >= 16 => {
                let mut format = [0; 16];
                sound.read_exact(&mut format)?;
                let (channels, bits) = (format[2], format[14]);
                if (format[0], channels, bits) != (1, 1, 16) {
                    return Err(fault("the voice gives something else than one channel of 16 bit"));
                }
                rate = Some(u32::from_le_bytes([format[4], format[5], format[6], format[7]]));
                io::copy(&mut sound.by_ref().take(length - 16), &mut io::sink())?;
            }
            _ => drop(io::copy(&mut sound.by_ref().take(length), &mut io::sink())?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strike::level_of;

    const PATIENCE: Duration = Duration::from_secs(30);

    fn said(language: Language, words_a_minute: u16, text: &str) -> Sound {
        let words = Words { language, words_a_minute, text: text.to_owned() };
        spoken(Path::new("espeak-ng"), &words, PATIENCE)
            .expect("espeak-ng is installed; `deploy/prepare --headless` does it")
    }

    #[test]
    fn every_language_has_a_voice() {
        let version = probe(Path::new("espeak-ng"), Language::ALL).unwrap();
        assert!(version.contains("eSpeak"), "{version}");
        assert!(
            probe(Path::new("/no/such/program"), Language::ALL).unwrap_err().contains("/no/such/program")
        );
    }

    #[test]
    fn a_sentence_is_said_in_every_language() {
        for language in Language::ALL {
            let text = crate::spelled(*language, "A 017");
            let Sound { samples, rate } = said(*language, 145, &text);
            let seconds = samples.len() as f32 / rate as f32;
            let peak = samples.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
            let loud =
                samples.iter().filter(|sample| sample.abs() > 0.02).count() as f32 / samples.len() as f32;
            assert!((1.0..5.0).contains(&seconds), "{language:?}: {seconds} s for “{text}”");
            assert!(peak > 0.1 && loud > 0.2, "{language:?}: peak {peak}, {loud} of it heard");
            let hum = level_of(&samples, rate, 120.0);
            assert!(hum < peak, "{language:?}: a voice and no hum");
        }
    }

    #[test]
    fn a_slower_pace_takes_longer() {
        let samples = |pace| said(Language::German, pace, "Bitte nehmen Sie Ihre Wartemarke.").samples.len();
        assert!(samples(110) > samples(145));
        assert!(samples(145) > samples(260));
    }

    #[test]
    fn a_voice_that_is_missing_silent_or_endless_is_named() {
        let folder = tempfile::tempdir().unwrap();
        // Written by another process: one that we had open ourselves could not be run while a thread beside forks.
        let program = |name: &str, text: &str| {
            let path = folder.path().join(name);
            let script = "printf %s \"$1\" > \"$0\" && chmod 755 \"$0\"";
            let written = Command::new("sh").args(["-c", script]).arg(&path).arg(text).status().unwrap();
            assert!(written.success());
            path
        };
        let words = Words { language: Language::German, words_a_minute: 145, text: "Eins".to_owned() };
        let missing = spoken(Path::new("/no/such/voice"), &words, PATIENCE).unwrap_err();
        assert!(missing.to_string().contains("/no/such/voice"), "{missing}");
        let silent = program("silent", "#!/bin/sh\ncat > /dev/null\n");
        assert!(matches!(spoken(&silent, &words, PATIENCE), Err(VoiceError::Silent("de"))));
        let endless = program("endless", "#!/bin/sh\nexec tail -f /dev/null\n");
        let soon = Duration::from_millis(50);
        assert!(matches!(spoken(&endless, &words, soon), Err(VoiceError::TooLong)));
    }

    #[test]
    fn what_is_no_sound_is_an_error_and_no_panic() {
        for bytes in [
            &b""[..],
            b"RIFF",
            b"RIFF\0\0\0\0WAVEdata\0\0\0\0",
            b"RIFFxxxxWAVEfmt \x10\0\0\0garbagegarbage!!",
        ] {
            assert!(feed(bytes, |_, _| {}).is_err(), "{bytes:?}");
        }
    }
}
