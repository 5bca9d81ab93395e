//! The voice: espeak-ng, a program of its own. A text goes in through its standard input, never through a shell or its
//! arguments; sound comes out bit by bit and is played as it comes.

use crate::speech::{Pace, Utterance};
use foyer_sound::device::Voice as Playing;
use foyer_text::Language;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

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

/// Words a minute. Leichte Sprache is spoken slowly, too.
fn words_a_minute(language: Language, pace: Pace) -> u16 {
    let usual = match pace {
        Pace::Slow => 110,
        Pace::Usual => 145,
        Pace::Quick => 190,
        Pace::Quickest => 260,
    };
    if language == Language::EasyGerman { usual * 5 / 6 } else { usual }
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

/// Something that is being said. Dropping it ends the program.
pub struct Saying {
    child: Child,
    playing: Playing,
    is_fed: Arc<AtomicBool>,
}

impl Saying {
    /// Begins to say something.
    ///
    /// # Errors
    /// The program cannot be started.
    pub fn begin(program: &Path, utterance: &Utterance, playing: Playing) -> io::Result<Self> {
        let pace = words_a_minute(utterance.language, utterance.pace);
        let mut child = Command::new(program)
            .args(["-v", name(utterance.language), "-s", &pace.to_string(), "-b", "1", "--stdin", "--stdout"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (text, voice) = (utterance.text.clone(), playing.clone());
        let pipes = child.stdin.take().zip(child.stdout.take());
        let is_fed = Arc::new(AtomicBool::new(false));
        let done = Arc::clone(&is_fed);
        thread::Builder::new().name("voice".to_owned()).spawn(move || {
            if let Some((mut text_in, sound_out)) = pipes {
                // A program that has ended takes no text; then there is no sound either, and that is known.
                let written = text_in.write_all(text.as_bytes());
                drop(text_in);
                if let Err(error) =
                    written.and_then(|()| feed(sound_out, |part, rate| voice.append(part, rate)))
                {
                    tracing::debug!(%error, "the voice was cut short");
                }
            }
            done.store(true, Ordering::Release);
        })?;
        Ok(Self { child, playing, is_fed })
    }

    /// Whether all has been said.
    pub fn is_over(&self) -> bool {
        self.is_fed.load(Ordering::Acquire) && self.playing.is_over()
    }

    /// Makes it louder or quieter.
    pub fn set_level(&self, level: f32) {
        self.playing.set_level(level);
    }
}

impl Drop for Saying {
    fn drop(&mut self) {
        self.playing.stop();
        // It may have ended by itself; either way it is waited for, so that nothing of it stays.
        if let Err(error) = self.child.kill().and_then(|()| self.child.wait()) {
            tracing::debug!(%error, "the voice's program could not be ended");
        }
    }
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
    use foyer_sound::strike::level_of;

    fn said(language: Language, text: &str, pace: Pace) -> (Vec<f32>, u32) {
        let pace = words_a_minute(language, pace).to_string();
        let mut child = Command::new("espeak-ng")
            .args(["-v", name(language), "-s", &pace, "-b", "1", "--stdin", "--stdout"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("espeak-ng is installed; `deploy/prepare --headless` does it");
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let (mut samples, mut rate) = (Vec::new(), 0);
        feed(child.stdout.take().unwrap(), |part, found| {
            samples.extend_from_slice(part);
            rate = found;
        })
        .unwrap();
        child.wait().unwrap();
        (samples, rate)
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
    fn a_ticket_is_said_in_every_language() {
        for language in Language::ALL {
            let text = crate::speech::sample_ticket(*language);
            let (samples, rate) = said(*language, &text, Pace::Usual);
            let seconds = samples.len() as f32 / rate as f32;
            let peak = samples.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
            let loud =
                samples.iter().filter(|sample| sample.abs() > 0.02).count() as f32 / samples.len() as f32;
            assert!((3.0..60.0).contains(&seconds), "{language:?}: {seconds} s for “{text}”");
            assert!(peak > 0.1 && loud > 0.2, "{language:?}: peak {peak}, {loud} of it heard");
            let hum = level_of(&samples, rate, 120.0);
            assert!(hum < peak, "{language:?}: a voice and no hum");
        }
    }

    #[test]
    fn a_slower_pace_takes_longer() {
        let seconds = |pace| said(Language::German, "Bitte nehmen Sie Ihre Wartemarke.", pace).0.len();
        assert!(seconds(Pace::Slow) > seconds(Pace::Usual));
        assert!(seconds(Pace::Usual) > seconds(Pace::Quickest));
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
