//! The gong: struck bars. A pure function to samples.

use crate::strike::{Stroke, struck};

/// What is to be heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chime {
    /// "Somebody is called": a falling major third, E5 to C5.
    Call,
    /// The same in short, where others wait to be announced.
    ShortCall,
    /// "A call is taken back": one low tone, A4.
    Withdrawal,
}

impl Chime {
    /// Its length in seconds.
    pub fn seconds(self) -> f32 {
        match self {
            Self::Call | Self::Withdrawal => 1.7,
            Self::ShortCall => 1.0,
        }
    }

    fn strokes(self) -> &'static [Stroke] {
        match self {
            Self::Call => &[
                Stroke { frequency: 659.255, at: 0.0, ring: 1.0 },
                Stroke { frequency: 523.251, at: 0.45, ring: 1.0 },
            ],
            Self::ShortCall => &[
                Stroke { frequency: 659.255, at: 0.0, ring: 0.5 },
                Stroke { frequency: 523.251, at: 0.25, ring: 0.5 },
            ],
            Self::Withdrawal => &[Stroke { frequency: 440.0, at: 0.0, ring: 1.0 }],
        }
    }

    /// Its samples at `rate` a second, one channel, with this highest level (0–1).
    pub fn samples(self, rate: u32, peak: f32) -> Vec<f32> {
        struck(self.strokes(), self.seconds(), rate, peak)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strike::{level_of, peak};
    use std::f32::consts::TAU;

    const RATE: u32 = 48_000;

    fn level(samples: &[f32], frequency: f32) -> f32 {
        level_of(samples, RATE, frequency)
    }

    #[test]
    fn is_as_long_and_as_loud_as_said_and_has_no_direct_current() {
        for chime in [Chime::Call, Chime::ShortCall, Chime::Withdrawal] {
            let samples = chime.samples(RATE, peak(50));
            assert_eq!(samples.len(), (chime.seconds() * RATE as f32) as usize);
            assert!((1.0..=2.0).contains(&chime.seconds()));
            let highest = samples.iter().fold(0.0_f32, |highest, sample| highest.max(sample.abs()));
            let decibel = 20.0 * highest.log10();
            assert!((decibel + 12.0).abs() < 0.1, "{decibel} dBFS");
            let mean = samples.iter().sum::<f32>() / samples.len() as f32;
            assert!(mean.abs() < 1e-4, "mean {mean}");
        }
    }

    #[test]
    fn does_not_click() {
        for chime in [Chime::Call, Chime::ShortCall, Chime::Withdrawal] {
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
