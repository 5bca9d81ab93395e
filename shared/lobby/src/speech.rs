//! What a display in a browser is to play: gong and words of an announcement, by the same voice and at the same levels as
//! a display program makes them for itself.

use foyer_protocol::program::SpeechSettings;
use foyer_voice::espeak::spoken;
use foyer_voice::level::loudness;
use foyer_voice::{Announcement, Chime, Detail, Sound, peak};
use std::io::Cursor;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;

/// Samples a second.
const RATE: u32 = 44_100;
/// Silence before each sentence.
const BREATH: Duration = Duration::from_millis(350);
/// A sentence is made in a twentieth of a second; a voice that takes so long will not come back.
const PATIENCE: Duration = Duration::from_secs(3);
/// A voice that failed is tried again after so long: no gong waits for it each time.
const REST: Duration = Duration::from_secs(60);
/// So many announcements are made at once, so that many displays do not hold up the lobby.
const AT_ONCE: usize = 2;

/// The voice of web displays.
pub(crate) struct Speech {
    settings: SpeechSettings,
    places: Semaphore,
    /// When it failed last, and why.
    failed: Mutex<Option<(Instant, String)>>,
}

/// A sound that can be played.
pub(crate) struct Made {
    /// One channel, 16 bits.
    pub(crate) wav: Vec<u8>,
    /// Why it has no words though it should, for staff.
    pub(crate) fault: Option<String>,
}

impl Speech {
    pub(crate) fn new(settings: SpeechSettings) -> Self {
        Self { settings, places: Semaphore::new(AT_ONCE), failed: Mutex::new(None) }
    }

    /// Waits until it may begin.
    pub(crate) async fn turn(&self) -> impl Drop + '_ {
        self.places.acquire().await.expect("it is never closed")
    }

    /// Gong and words; the gong alone where nothing speaks. Takes as long as a voice takes.
    pub(crate) fn announce(&self, said: &Announcement, detail: Detail, volume: u8) -> Made {
        let level = peak(volume.min(100));
        let mut samples = said.chime(detail).samples(RATE, level);
        // As loud as a call's gong, whatever gong comes before it.
        let wanted = loudness(&Chime::Call.samples(RATE, level), RATE);
        let mut fault = self.rests();
        let speaks = self.settings.on && fault.is_none();
        let sentences = if speaks { said.sentences(detail) } else { Vec::new() };
        for sentence in sentences {
            match spoken(&self.settings.program, &sentence.words(), PATIENCE) {
                Ok(sound) => {
                    samples.extend(silence(BREATH));
                    samples.extend(sound.at_rate(RATE).with_loudness(wanted).samples);
                }
                Err(error) => {
                    tracing::warn!(%error, "announcements of web displays have no words");
                    fault = Some(format!("{error} ({})", sentence.language.tag()));
                    break;
                }
            }
        }
        if speaks {
            let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
            *failed = fault.clone().map(|fault| (Instant::now(), fault));
        }
        Made { wav: wav(&Sound { samples, rate: RATE }), fault }
    }

    /// Why it does not speak for now.
    fn rests(&self) -> Option<String> {
        let failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        failed.as_ref().filter(|(at, _)| at.elapsed() < REST).map(|(_, fault)| fault.clone())
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "less than a second of samples"
)]
fn silence(span: Duration) -> impl Iterator<Item = f32> {
    std::iter::repeat_n(0.0, (span.as_secs_f32() * RATE as f32) as usize)
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to what 16 bits hold")]
fn wav(sound: &Sound) -> Vec<u8> {
    let spec = hound::WavSpec {
        channels: 1,
        sample_rate: sound.rate,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut file = Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut file, spec).expect("one channel of 16 bits is WAV");
    for sample in &sound.samples {
        let sample = (sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16;
        writer.write_sample(sample).expect("memory takes any sample");
    }
    writer.finalize().expect("memory takes any sample");
    file.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_domain::office::Localized;

    fn said() -> Announcement {
        let numbers = vec!["A017".to_owned().try_into().unwrap()];
        Announcement { numbers, counter: Some(Localized::german("Schalter 3")), language: None }
    }

    fn seconds(made: &Made) -> f32 {
        let reader = hound::WavReader::new(Cursor::new(&made.wav)).unwrap();
        reader.duration() as f32 / RATE as f32
    }

    #[test]
    fn words_follow_the_gong() {
        let speech = Speech::new(SpeechSettings::default());
        let whole = speech.announce(&said(), Detail::Whole, 50);
        assert!(whole.fault.is_none(), "{:?}", whole.fault);
        assert!(seconds(&whole) > Chime::Call.seconds() + 1.5, "{}", seconds(&whole));
        let gong = speech.announce(&said(), Detail::Gong, 50);
        assert!((seconds(&gong) - Chime::ShortCall.seconds()).abs() < 0.01);
    }

    #[test]
    fn without_a_voice_the_gong_sounds_and_the_voice_rests() {
        let settings = SpeechSettings { program: "no-such-voice".into(), ..SpeechSettings::default() };
        let speech = Speech::new(settings);
        for _ in 0..2 {
            let made = speech.announce(&said(), Detail::Whole, 50);
            assert!(made.fault.unwrap().contains("no-such-voice"));
            let found = hound::WavReader::new(Cursor::new(&made.wav)).unwrap().duration();
            assert!((found as f32 / RATE as f32 - Chime::Call.seconds()).abs() < 0.01);
        }
        let off = Speech::new(SpeechSettings { on: false, program: "no-such-voice".into() });
        assert!(off.announce(&said(), Detail::Whole, 50).fault.is_none(), "as configured");
    }
}
