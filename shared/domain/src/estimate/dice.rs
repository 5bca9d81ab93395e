//! Random numbers that are a function of their seed alone: SplitMix64 (Steele, Lea, Flood, “Fast splittable
//! pseudorandom number generators”, OOPSLA 2014). Whole numbers only, so the same on every machine.

/// What each roll adds: the golden ratio's fraction in 64 bits, as in the paper.
const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// A sequence of random numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dice(u64);

impl Dice {
    /// The sequence of a seed.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A sequence of its own for one of many things: the same for it whatever is rolled for others.
    #[must_use]
    pub fn apart(self, thing: u64) -> Self {
        Self(mixed(self.0 ^ mixed(thing.wrapping_add(GAMMA))))
    }

    /// The next number; all are equally likely.
    pub fn roll(&mut self) -> u32 {
        (self.long_roll() >> 32) as u32
    }

    /// The next number, of 64 bits.
    pub fn long_roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GAMMA);
        mixed(self.0)
    }

    /// As many numbers are passed over.
    pub fn skip(&mut self, numbers: u64) {
        self.0 = self.0.wrapping_add(GAMMA.wrapping_mul(numbers));
    }

    /// The next number below `end`; 0 where `end` is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        ((u64::from(self.roll()) * u64::from(end)) >> 32) as u32
    }
}

fn mixed(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_paper() {
        // The first ones of seed 0 in every published implementation.
        let mut dice = Dice::of(0);
        assert_eq!(dice.long_roll(), 0xE220_A839_7B1D_CDAF);
        assert_eq!(dice.long_roll(), 0x6E78_9E6A_A1B9_65F4);
        let mut skipping = Dice::of(0);
        skipping.skip(2);
        assert_eq!(skipping, dice);
    }

    #[test]
    fn every_number_below_comes_about_as_often() {
        let mut dice = Dice::of(7);
        let mut counts = [0; 6];
        for _ in 0..6_000 {
            counts[dice.below(6) as usize] += 1;
        }
        assert!(counts.iter().all(|count| (850..1150).contains(count)), "{counts:?}");
        assert_eq!(dice.below(0), 0);
        assert_ne!(Dice::of(7).apart(1), Dice::of(7).apart(2));
    }
}
