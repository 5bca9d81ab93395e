//! What is in a recording, for tests that listen: gongs and sentences are recognised by their samples, wherever they are
//! and however loud. Pure, but for the voice that says a sentence again.

use crate::announcement::Sentence;
use crate::espeak::{VoiceError, spoken};
use crate::gong::Chime;
use crate::level::loudness;
use crate::strike::peak;
use foyer_text::Language;
use std::ops::RangeInclusive;
use std::path::Path;
use std::time::Duration;

/// Samples of a recording in a second.
pub const RATE: u32 = 44_100;
/// What is louder than this is no silence.
const AUDIBLE: f32 = 0.0005;
/// A sound begins at most so many samples from where it is first heard …
const NEAR: usize = 100;
/// … and is compared in blocks of a twentieth of a second, …
const BLOCK: usize = 2_205;
/// … which are the same where they correlate so well: hissing sounds lose by the conversion of rates.
const ALIKE: f32 = 0.75;
/// Two sounds that begin so close to each other, in seconds, are one.
const AT_ONCE: f32 = 0.05;

/// A sound that is looked for.
#[derive(Debug, Clone)]
pub struct Expected {
    /// What it is.
    pub name: String,
    samples: Vec<f32>,
}

impl Expected {
    /// A gong.
    pub fn gong(chime: Chime) -> Self {
        Self { name: format!("{chime:?}"), samples: chime.samples(RATE, peak(50)) }
    }

    /// A sentence, as the voice says it again.
    ///
    /// # Errors
    /// The voice does not say it.
    pub fn sentence(language: Language, text: &str) -> Result<Self, VoiceError> {
        let sentence = Sentence { language, text: text.to_owned() };
        let said = spoken(Path::new("espeak-ng"), &sentence.words(), Duration::from_secs(30))?;
        let gong = Chime::Call.samples(RATE, peak(50));
        let said = said.at_rate(RATE).with_loudness(loudness(&gong, RATE));
        Ok(Self { name: text.to_owned(), samples: said.samples })
    }
}

/// A sound that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it is.
    pub name: String,
    /// When it begins, in seconds.
    pub from: f32,
    /// When it is over.
    pub to: f32,
    /// How loud it is, in dB below the full level (see [`crate::level`]).
    pub decibel: f32,
}

/// Those of the expected sounds that are in a recording from their beginning to their end, as often as they are, in the
/// order in which they begin. Of those that begin alike ("A 245", "A 245: please wait") it is the longest.
pub fn found(samples: &[f32], expected: &[Expected]) -> Vec<Found> {
    let begins = beginnings(samples);
    let mut all: Vec<Found> = Vec::new();
    for one in expected {
        for at in begins.iter().filter_map(|begin| matches(samples, *begin, &one.samples)) {
            let end = at + one.samples.len();
            all.push(Found {
                name: one.name.clone(),
                from: seconds(at),
                to: seconds(end),
                decibel: 20.0 * loudness(&samples[at..end], RATE).log10(),
            });
        }
    }
    let is_whole =
        |one: &&Found| !all.iter().any(|other| (one.from - other.from).abs() < AT_ONCE && other.to > one.to);
    let mut found: Vec<Found> = all.iter().filter(is_whole).cloned().collect();
    found.sort_by(|one, other| one.from.total_cmp(&other.from));
    found
}

#[expect(clippy::cast_precision_loss, reason = "a recording of minutes, told in hundredths of a second")]
fn seconds(samples: usize) -> f32 {
    samples as f32 / RATE as f32
}

/// Where something begins after at least a tenth of a second of silence.
fn beginnings(samples: &[f32]) -> Vec<usize> {
    let gap = RATE as usize / 10;
    let mut begins = Vec::new();
    let mut last: Option<usize> = None;
    for (index, _) in samples.iter().enumerate().filter(|(_, sample)| sample.abs() > AUDIBLE) {
        if last.is_none_or(|last| index - last > gap) {
            begins.push(index);
        }
        last = Some(index);
    }
    begins
}

/// Where exactly a sound begins that begins about here; `None` if it is another one, or cut short, or mixed with one.
fn matches(samples: &[f32], begin: usize, expected: &[f32]) -> Option<usize> {
    let audible = expected.iter().position(|sample| sample.abs() > AUDIBLE)?;
    let about = begin.saturating_sub(audible);
    let (at, alike) = best(samples, about.saturating_sub(NEAR)..=about + NEAR, expected.get(..BLOCK)?)?;
    let is_whole = at + expected.len() <= samples.len();
    (is_whole && alike > ALIKE && follows(samples, at, expected)).then_some(at)
}

/// Whether a sound goes on as expected from here to its end, with nothing else over it. It is compared block by block,
/// since a device's conversion of rates is off by a sample now and then.
fn follows(samples: &[f32], at: usize, expected: &[f32]) -> bool {
    let mut off = 0_isize;
    let mut whole = Products::default();
    for (index, block) in expected.chunks_exact(BLOCK).enumerate() {
        let about = (at + index * BLOCK).saturating_add_signed(off);
        let near = about.saturating_sub(4)..=about + 4;
        let Some((found, alike)) = best(samples, near, block) else { return false };
        whole.add(&samples[found..found + BLOCK], block);
        // A pause has nothing to be aligned by.
        if alike > ALIKE {
            off += isize::try_from(found).unwrap_or(0) - isize::try_from(about).unwrap_or(0);
        }
    }
    whole.alike() > ALIKE
}

/// Where a block fits best, and how well.
fn best(samples: &[f32], begins: RangeInclusive<usize>, block: &[f32]) -> Option<(usize, f32)> {
    let alike = |part: &[f32]| {
        let mut products = Products::default();
        products.add(part, block);
        products.alike()
    };
    let fits = begins.filter_map(|at| Some((at, alike(samples.get(at..at + block.len())?))));
    fits.max_by(|one, other| one.1.total_cmp(&other.1))
}

/// What the normalised correlation of two sounds is made of.
#[derive(Debug, Default)]
struct Products {
    both: f32,
    one: f32,
    other: f32,
}

impl Products {
    fn add(&mut self, one: &[f32], other: &[f32]) {
        for (one, other) in one.iter().zip(other) {
            self.both += one * other;
            self.one += one * one;
            self.other += other * other;
        }
    }

    /// 1 for the same sound at any level.
    fn alike(&self) -> f32 {
        let size = (self.one * self.other).sqrt();
        if size > 0.0 { self.both / size } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recorded(parts: &[(&[f32], f32)]) -> Vec<f32> {
        let pause = vec![0.0; RATE as usize / 4];
        let scaled = |(part, level): &(&[f32], f32)| {
            part.iter().map(|sample| sample * level).chain(pause.iter().copied()).collect::<Vec<f32>>()
        };
        parts.iter().flat_map(scaled).collect()
    }

    #[test]
    fn sounds_are_found_in_order_and_what_is_cut_short_or_covered_is_not() {
        let [call, back] = [Chime::Call, Chime::Withdrawal].map(Expected::gong);
        let said = Expected::sentence(Language::German, "A, null, eins, sieben: Schalter 3.").unwrap();
        let other = Expected::sentence(Language::German, "A, null, eins, neun: Schalter 3.").unwrap();
        let expected = [call.clone(), back.clone(), said.clone(), other.clone()];
        let names = |recording: &[f32]| {
            found(recording, &expected).into_iter().map(|found| found.name).collect::<Vec<_>>()
        };
        let recording = recorded(&[(&call.samples, 0.5), (&said.samples, 1.0), (&back.samples, 0.3)]);
        assert_eq!(names(&recording), [call.name.clone(), said.name.clone(), back.name.clone()]);
        let all = found(&recording, &expected);
        assert!(all.windows(2).all(|pair| pair[0].to < pair[1].from), "{all:#?}");
        assert!((all[0].decibel - all[1].decibel + 6.0).abs() < 0.5, "half the level: {all:#?}");

        let half = &said.samples[..said.samples.len() / 2];
        assert_eq!(names(&recorded(&[(half, 1.0), (&back.samples, 1.0)])), ["Withdrawal"], "cut short");
        let mut covered = said.samples.clone();
        for (sample, gong) in covered.iter_mut().skip(RATE as usize / 2).zip(&call.samples) {
            *sample += gong * 2.0;
        }
        assert!(!names(&recorded(&[(&covered, 1.0)])).contains(&said.name), "something over it");
    }
}
