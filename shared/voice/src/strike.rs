//! Struck bars with decaying partials, synthesised. A pure function to samples.

use std::f32::consts::TAU;

/// One stroke.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// In Hz.
    pub frequency: f32,
    /// When it is struck, in seconds.
    pub at: f32,
    /// How long it rings, as a share of a large bar's time.
    pub ring: f32,
}

/// A partial of a stroke: multiple of its frequency, level, and how long it takes to fall to 1/e (s). The
/// multiples are whole, so that an interval between strokes stays pure; the short fourth partial gives
/// the knock of a mallet.
const PARTIALS: [(f32, f32, f32); 4] =
    [(1.0, 1.0, 0.42), (2.0, 0.32, 0.26), (3.0, 0.12, 0.14), (4.0, 0.08, 0.05)];
/// The attack, a raised cosine: shorter clicks, longer sounds blown instead of struck (s).
const ATTACK: f32 = 0.004;
/// The last part fades to nothing, so that the end does not click (s) …
const RELEASE: f32 = 0.25;
/// … and is at most this share of a short sound.
const MOST_RELEASE: f32 = 0.4;

/// The samples of strokes at `rate` a second, one channel, `seconds` long, with this highest level (0–1).
#[expect(clippy::cast_precision_loss, reason = "seconds of samples are far below 2^24")]
#[expect(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "a positive, small count")]
pub fn struck(strokes: &[Stroke], seconds: f32, rate: u32, peak: f32) -> Vec<f32> {
    let count = (seconds * rate as f32) as usize;
    let mut samples = vec![0.0_f32; count];
    for stroke in strokes {
        let first = (stroke.at * rate as f32) as usize;
        for (index, sample) in samples.iter_mut().skip(first).enumerate() {
            *sample += stroke.level(index as f32 / rate as f32);
        }
    }
    let release = RELEASE.min(seconds * MOST_RELEASE) * rate as f32;
    for (left, sample) in samples.iter_mut().rev().enumerate() {
        *sample *= raised_cosine(left as f32 / release);
    }
    let highest = samples.iter().fold(0.0_f32, |highest, sample| highest.max(sample.abs()));
    if highest > 0.0 {
        samples.iter_mut().for_each(|sample| *sample *= peak / highest);
    }
    samples
}

impl Stroke {
    /// The level at `seconds` after the stroke.
    fn level(&self, seconds: f32) -> f32 {
        let sum: f32 = PARTIALS
            .iter()
            .map(|(multiple, level, decay)| {
                let fallen = (-seconds / (decay * self.ring)).exp();
                level * fallen * (TAU * self.frequency * multiple * seconds).sin()
            })
            .sum();
        sum * raised_cosine(seconds / ATTACK)
    }
}

/// From 0 to 1 without a corner; 1 from then on.
fn raised_cosine(part: f32) -> f32 {
    0.5 - 0.5 * (part.clamp(0.0, 1.0) * TAU / 2.0).cos()
}

/// The highest level of a sound at a volume in percent: 50 is −12 dBFS, every ten percent are 2.4 dB, 100 is
/// as loud as the device goes, 0 is silence.
pub fn peak(volume: u8) -> f32 {
    if volume == 0 {
        return 0.0;
    }
    let decibel = (f32::from(volume.min(100)) - 100.0) * 0.24;
    10.0_f32.powf(decibel / 20.0)
}

/// The level of one frequency (Goertzel), 0–1: for tests that listen.
pub fn level_of(samples: &[f32], rate: u32, frequency: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a sampling rate is far below 2^24")]
    let step = TAU * frequency / rate as f32;
    let (mut one, mut two) = (0.0_f64, 0.0_f64);
    let factor = f64::from(2.0 * step.cos());
    for sample in samples {
        (one, two) = (f64::from(*sample) + factor * one - two, one);
    }
    let power = one * one + two * two - factor * one * two;
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a level of 0 to 1")]
    let level = (2.0 * power.max(0.0).sqrt() / samples.len().max(1) as f64) as f32;
    level
}
