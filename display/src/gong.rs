//! The gong, synthesised: two struck bars with decaying partials. A pure function to samples.

use std::f32::consts::TAU;

/// What is to be heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chime {
    /// "Somebody is called": a falling major third, E5 to C5.
    Call,
    /// "A call is taken back": one low tone, A4.
    Withdrawal,
}

/// One stroke: which frequency (Hz), and when it is struck (s).
struct Stroke {
    frequency: f32,
    at: f32,
}

/// A partial of a stroke: multiple of its frequency, level, and how long it takes to fall to 1/e (s). The
/// multiples are whole, so that the third between the strokes stays pure; the short fourth partial gives
/// the knock of a mallet.
const PARTIALS: [(f32, f32, f32); 4] =
    [(1.0, 1.0, 0.42), (2.0, 0.32, 0.26), (3.0, 0.12, 0.14), (4.0, 0.08, 0.05)];
/// The attack, a raised cosine: shorter clicks, longer sounds blown instead of struck (s).
const ATTACK: f32 = 0.004;
/// The last part fades to nothing, so that the end does not click (s).
const RELEASE: f32 = 0.25;
/// Length of the whole (s).
const SECONDS: f32 = 1.7;

impl Chime {
    /// Its length in seconds.
    pub const SECONDS: f32 = SECONDS;

    fn strokes(self) -> &'static [Stroke] {
        match self {
            Self::Call => &[Stroke { frequency: 659.255, at: 0.0 }, Stroke { frequency: 523.251, at: 0.45 }],
            Self::Withdrawal => &[Stroke { frequency: 440.0, at: 0.0 }],
        }
    }

    /// Its samples at `rate` a second, one channel, with this highest level (0–1).
    #[expect(clippy::cast_precision_loss, reason = "two seconds of samples are far below 2^24")]
    #[expect(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "a positive, small count")]
    pub fn samples(self, rate: u32, peak: f32) -> Vec<f32> {
        let count = (SECONDS * rate as f32) as usize;
        let mut samples = vec![0.0_f32; count];
        for stroke in self.strokes() {
            let first = (stroke.at * rate as f32) as usize;
            for (index, sample) in samples.iter_mut().skip(first).enumerate() {
                *sample += stroke.level(index as f32 / rate as f32);
            }
        }
        let release = RELEASE * rate as f32;
        for (left, sample) in samples.iter_mut().rev().enumerate() {
            *sample *= raised_cosine(left as f32 / release);
        }
        let highest = samples.iter().fold(0.0_f32, |highest, sample| highest.max(sample.abs()));
        for sample in &mut samples {
            *sample *= peak / highest;
        }
        samples
    }
}

impl Stroke {
    /// The level at `seconds` after the stroke.
    fn level(&self, seconds: f32) -> f32 {
        let sum: f32 = PARTIALS
            .iter()
            .map(|(multiple, level, decay)| {
                level * (-seconds / decay).exp() * (TAU * self.frequency * multiple * seconds).sin()
            })
            .sum();
        sum * raised_cosine(seconds / ATTACK)
    }
}

/// From 0 to 1 without a corner; 1 from then on.
fn raised_cosine(part: f32) -> f32 {
    0.5 - 0.5 * (part.clamp(0.0, 1.0) * TAU / 2.0).cos()
}

/// The highest level of a gong at a volume in percent: 50 is −12 dBFS, every ten percent are 2.4 dB, 100 is
/// as loud as the device goes, 0 is silence.
pub fn peak(volume: u8) -> f32 {
    if volume == 0 {
        return 0.0;
    }
    let decibel = (f32::from(volume.min(100)) - 100.0) * 0.24;
    10.0_f32.powf(decibel / 20.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: u32 = 48_000;

    /// The level of one frequency (Goertzel), 0–1.
    fn level(samples: &[f32], frequency: f32) -> f32 {
        let step = TAU * frequency / RATE as f32;
        let (mut one, mut two) = (0.0_f64, 0.0_f64);
        let factor = f64::from(2.0 * step.cos());
        for sample in samples {
            (one, two) = (f64::from(*sample) + factor * one - two, one);
        }
        let power = one * one + two * two - factor * one * two;
        (2.0 * power.sqrt() / samples.len() as f64) as f32
    }

    #[test]
    fn is_as_long_and_as_loud_as_said_and_has_no_direct_current() {
        for chime in [Chime::Call, Chime::Withdrawal] {
            let samples = chime.samples(RATE, peak(50));
            assert_eq!(samples.len(), (Chime::SECONDS * RATE as f32) as usize);
            assert!((1.0..=2.0).contains(&Chime::SECONDS));
            let highest = samples.iter().fold(0.0_f32, |highest, sample| highest.max(sample.abs()));
            let decibel = 20.0 * highest.log10();
            assert!((decibel + 12.0).abs() < 0.1, "{decibel} dBFS");
            let mean = samples.iter().sum::<f32>() / samples.len() as f32;
            assert!(mean.abs() < 1e-4, "mean {mean}");
        }
    }

    #[test]
    fn does_not_click() {
        for chime in [Chime::Call, Chime::Withdrawal] {
            let samples = chime.samples(RATE, 1.0);
            assert!(samples[0].abs() < 1e-6 && samples[samples.len() - 1].abs() < 1e-4);
            // The steepest step that the highest partial can make at full level; a click is steeper.
            let steepest = samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
            assert!(steepest < TAU * 659.255 * 4.0 / RATE as f32 * 0.6, "steepest step {steepest}");
            let tail = &samples[samples.len() - RATE as usize / 100..];
            assert!(tail.iter().all(|sample| sample.abs() < 0.005));
        }
    }

    #[test]
    fn falls_by_a_third() {
        let samples = Chime::Call.samples(RATE, 1.0);
        let first = &samples[..RATE as usize * 4 / 10];
        let second = &samples[RATE as usize / 2..RATE as usize * 9 / 10];
        assert!(level(first, 659.255) > 5.0 * level(first, 523.251));
        assert!(level(second, 523.251) > 1.5 * level(second, 659.255));
        assert!(level(first, 659.255) > 10.0 * level(first, 600.0));
    }

    #[test]
    fn volume_is_in_steps_that_the_ear_hears() {
        assert_eq!(peak(0), 0.0);
        assert!((peak(50) - 0.251).abs() < 0.001);
        assert!((peak(100) - 1.0).abs() < 1e-6);
        assert_eq!(peak(200), peak(100));
    }
}
