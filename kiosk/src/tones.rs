//! What the kiosk lets be heard besides words: a few short, friendly sounds. Pure functions to samples. None of them
//! is an error's buzz: whoever shows a bus ticket by mistake is not told off before the whole lobby.

use foyer_voice::{Stroke, struck};

/// How near a code is to where it can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nearness {
    /// How large it is in the picture: 0 is much too far away, [`Self::BEST`] is large enough.
    pub size: u8,
    /// How near it is to the picture's middle: 0 is at the edge, [`Self::BEST`] in the middle.
    pub middle: u8,
}

impl Nearness {
    /// As it should be.
    pub const BEST: u8 = 4;

    /// From where something is in a picture: the share of the picture's height that it fills, and how far from the
    /// picture's middle its own middle is, as a share of half the picture (0–1).
    pub fn of(fills: f32, off: f32) -> Self {
        let best = f32::from(Self::BEST);
        // At a third of the height a code of the usual size has 4 pixels a module at 720 rows.
        let size = (fills / 0.34).clamp(0.0, 1.0);
        let middle = 1.0 - off.clamp(0.0, 1.0);
        Self { size: (size * best).round() as u8, middle: (middle * best).round() as u8 }
    }
}

/// A sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A code of ours was read: a quick rise, G5 to C6.
    Read,
    /// There is a number: C5, E5, G5.
    Accepted,
    /// Please look: one soft tone, D5.
    Look,
    /// A key was pressed, where keys are heard: a short click.
    Key,
    /// Something is seen that cannot be read yet: a tick, the higher the nearer.
    Guide(Nearness),
}

/// Whole tones above A4 for the ticks, one for each step of [`Nearness::size`].
const GUIDE_HZ: [f32; Nearness::BEST as usize + 1] = [440.0, 493.88, 554.37, 659.26, 739.99];

impl Tone {
    fn strokes(self) -> Vec<Stroke> {
        let stroke = |frequency, at, ring| Stroke { frequency, at, ring };
        match self {
            Self::Read => vec![stroke(783.99, 0.0, 0.25), stroke(1_046.5, 0.09, 0.35)],
            Self::Accepted => {
                vec![stroke(523.25, 0.0, 0.5), stroke(659.26, 0.12, 0.5), stroke(783.99, 0.24, 0.7)]
            }
            Self::Look => vec![stroke(587.33, 0.0, 0.5)],
            Self::Key => vec![stroke(1_318.5, 0.0, 0.03)],
            Self::Guide(nearness) => {
                let step = usize::from(nearness.size.min(Nearness::BEST));
                vec![stroke(GUIDE_HZ[step], 0.0, 0.08)]
            }
        }
    }

    /// How long it lasts, in seconds.
    pub fn seconds(self) -> f32 {
        match self {
            Self::Read => 0.35,
            Self::Accepted => 0.8,
            Self::Look => 0.5,
            Self::Key => 0.04,
            Self::Guide(_) => 0.1,
        }
    }

    /// How loud it is beside the others, 0–1.
    fn share(self) -> f32 {
        match self {
            Self::Read | Self::Accepted => 1.0,
            Self::Look => 0.7,
            Self::Key | Self::Guide(_) => 0.4,
        }
    }

    /// Its samples at `rate` a second, one channel, with this highest level (0–1) for the loudest of them.
    pub fn samples(self, rate: u32, peak: f32) -> Vec<f32> {
        struck(&self.strokes(), self.seconds(), rate, peak * self.share())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_voice::strike::level_of;

    const RATE: u32 = 48_000;

    fn all() -> Vec<Tone> {
        let guide = |size| Tone::Guide(Nearness { size, middle: 2 });
        vec![Tone::Read, Tone::Accepted, Tone::Look, Tone::Key, guide(0), guide(4)]
    }

    #[test]
    fn every_tone_is_short_soft_at_its_ends_and_as_loud_as_said() {
        for tone in all() {
            let samples = tone.samples(RATE, 0.5);
            assert_eq!(samples.len(), (tone.seconds() * RATE as f32) as usize);
            assert!(tone.seconds() <= 1.0);
            let highest = samples.iter().fold(0.0_f32, |highest, sample| highest.max(sample.abs()));
            assert!((highest - 0.5 * tone.share()).abs() < 1e-3, "{tone:?}: {highest}");
            assert!(samples[0].abs() < 1e-4 && samples[samples.len() - 1].abs() < 1e-3, "{tone:?} clicks");
            let mean = samples.iter().sum::<f32>() / samples.len() as f32;
            assert!(mean.abs() < 2e-3, "{tone:?}: {mean}");
        }
    }

    #[test]
    fn a_read_is_heard_at_once_and_rises() {
        let samples = Tone::Read.samples(RATE, 1.0);
        let at_first = &samples[..RATE as usize / 50];
        assert!(at_first.iter().any(|sample| sample.abs() > 0.3), "audible within 20 ms");
        let (low, high) = (&samples[..RATE as usize * 8 / 100], &samples[RATE as usize * 12 / 100..]);
        assert!(level_of(low, RATE, 783.99) > 3.0 * level_of(low, RATE, 1_046.5));
        assert!(level_of(high, RATE, 1_046.5) > 3.0 * level_of(high, RATE, 783.99));
    }

    #[test]
    fn a_tick_is_the_higher_the_nearer_the_code_is() {
        let pitch = |size| {
            let samples = Tone::Guide(Nearness { size, middle: 4 }).samples(RATE, 1.0);
            let loudest =
                |a: &&f32, b: &&f32| level_of(&samples, RATE, **a).total_cmp(&level_of(&samples, RATE, **b));
            GUIDE_HZ.iter().max_by(loudest).copied().unwrap()
        };
        let pitches: Vec<f32> = (0..=Nearness::BEST).map(pitch).collect();
        assert!(pitches.is_sorted_by(|a, b| a < b), "{pitches:?}");
    }

    #[test]
    fn nearness_follows_size_and_place() {
        assert_eq!(Nearness::of(0.0, 1.0), Nearness { size: 0, middle: 0 });
        assert_eq!(Nearness::of(0.17, 0.5), Nearness { size: 2, middle: 2 });
        assert_eq!(Nearness::of(0.9, 0.0), Nearness { size: 4, middle: 4 });
        assert_eq!(Nearness::of(f32::INFINITY, -1.0), Nearness { size: 4, middle: 4 });
    }
}
