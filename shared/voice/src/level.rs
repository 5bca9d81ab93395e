//! How loud a sound is, and sounds as loud as each other. Pure.

/// One channel of sound.
#[derive(Debug, Clone, PartialEq)]
pub struct Sound {
    /// Samples, −1 to 1.
    pub samples: Vec<f32>,
    /// How many there are in a second.
    pub rate: u32,
}

/// What is quieter than this is silence: −46 dBFS, below the noise of a waiting room.
const SILENCE: f32 = 0.005;
/// Loudness is judged over so many seconds, about as the ear does (the momentary loudness of EBU R 128).
const WINDOW: f32 = 0.4;
/// Up to here a sound is as it is; peaks beyond bend towards 1 instead of being cut.
const KNEE: f32 = 0.7;

impl Sound {
    /// Its length in seconds.
    #[expect(clippy::cast_precision_loss, reason = "seconds of samples are far below 2^24")]
    pub fn seconds(&self) -> f32 {
        self.samples.len() as f32 / self.rate.max(1) as f32
    }

    /// The same without the silence before and after it.
    #[must_use]
    pub fn without_silence(mut self) -> Self {
        let is_heard = |sample: &f32| sample.abs() > SILENCE;
        let end = self.samples.iter().rposition(is_heard).map_or(0, |last| last + 1);
        self.samples.truncate(end);
        let start = self.samples.iter().position(is_heard).unwrap_or(0);
        self.samples.drain(..start);
        self
    }

    /// The same with so many samples a second, each between its neighbours: a voice has little above 8 kHz to lose by it.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "seconds of samples are far below 2^24"
    )]
    #[expect(clippy::cast_possible_truncation, reason = "a positive, small count")]
    pub fn at_rate(self, rate: u32) -> Self {
        if rate == self.rate || self.rate == 0 || self.samples.is_empty() {
            return Self { rate, ..self };
        }
        let step = f64::from(self.rate) / f64::from(rate.max(1));
        let last = self.samples.len() - 1;
        let count = (last as f64 / step) as usize + 1;
        let sample = |index: usize| {
            let at = index as f64 * step;
            let (before, part) = ((at as usize).min(last), at.fract() as f32);
            let (one, other) = (self.samples[before], self.samples[(before + 1).min(last)]);
            one + (other - one) * part
        };
        Self { samples: (0..count).map(sample).collect(), rate }
    }

    /// The same as loud as `loudness` (see [`loudness`]); no sample is beyond −1 and 1.
    #[must_use]
    pub fn with_loudness(mut self, wanted: f32) -> Self {
        let found = loudness(&self.samples, self.rate);
        if found > 0.0 {
            let gain = wanted / found;
            self.samples.iter_mut().for_each(|sample| *sample = bent(*sample * gain));
        }
        self
    }
}

/// How loud the loudest [`WINDOW`] of it is: the root of its mean square, 0–1.
#[expect(clippy::cast_precision_loss, reason = "seconds of samples are far below 2^24")]
#[expect(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "a positive, small count")]
pub fn loudness(samples: &[f32], rate: u32) -> f32 {
    let window = ((rate as f32 * WINDOW) as usize).clamp(1, samples.len().max(1));
    let mean = |part: &[f32]| {
        let sum: f64 = part.iter().map(|sample| f64::from(*sample).powi(2)).sum();
        (sum / part.len() as f64) as f32
    };
    let parts = samples.windows(window).step_by((window / 4).max(1));
    parts.map(mean).fold(0.0_f32, f32::max).sqrt()
}

fn bent(sample: f32) -> f32 {
    let over = sample.abs() - KNEE;
    if over <= 0.0 {
        return sample;
    }
    let room = 1.0 - KNEE;
    sample.signum() * (KNEE + room * (over / room).tanh())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f32::consts::TAU;

    fn tone(level: f32, seconds: f32) -> Sound {
        let rate = 8_000;
        let count = (seconds * rate as f32) as usize;
        let samples = (0..count).map(|at| level * (at as f32 * TAU * 400.0 / rate as f32).sin()).collect();
        Sound { samples, rate }
    }

    #[test]
    fn a_tone_is_as_loud_as_its_level_and_a_pause_does_not_count() {
        let Sound { mut samples, rate } = tone(0.5, 1.0);
        let loud = loudness(&samples, rate);
        assert!((loud - 0.5 / 2.0_f32.sqrt()).abs() < 0.01, "{loud}");
        samples.extend(vec![0.0; 16_000]);
        assert!((loudness(&samples, rate) - loud).abs() < 0.01);
        assert_eq!(loudness(&[], rate), 0.0);
        assert_eq!(loudness(&[0.0; 10], rate), 0.0);
    }

    #[test]
    fn sounds_become_as_loud_as_each_other_and_none_is_cut() {
        for level in [0.001, 0.1, 1.0] {
            let sound = tone(level, 1.0).with_loudness(0.2);
            let found = loudness(&sound.samples, sound.rate);
            assert!((found - 0.2).abs() < 0.01, "{level}: {found}");
        }
        let loud = tone(0.1, 1.0).with_loudness(2.0);
        assert!(loud.samples.iter().all(|sample| sample.abs() <= 1.0));
        assert_eq!(Sound { samples: vec![], rate: 8_000 }.with_loudness(0.2).samples, Vec::<f32>::new());
    }

    #[test]
    fn another_rate_is_the_same_sound() {
        let sound = tone(0.5, 1.0);
        for rate in [8_000, 11_025, 22_050, 44_100, 48_000] {
            let other = sound.clone().at_rate(rate);
            assert!((other.seconds() - 1.0).abs() < 0.001, "{rate}");
            let level = crate::strike::level_of(&other.samples, rate, 400.0);
            assert!((level - 0.5).abs() < 0.02, "{rate}: {level}");
        }
        let none = Sound { samples: vec![], rate: 8_000 }.at_rate(44_100);
        assert_eq!((none.samples.len(), none.rate), (0, 44_100));
    }

    #[test]
    fn silence_around_a_sound_goes() {
        let samples = vec![0.0, 0.001, 0.5, 0.0, -0.5, 0.002, 0.0];
        let sound = Sound { samples, rate: 8_000 }.without_silence();
        assert_eq!(sound.samples, [0.5, 0.0, -0.5]);
        let none = Sound { samples: vec![0.0; 9], rate: 8_000 }.without_silence();
        assert!(none.samples.is_empty());
    }
}
