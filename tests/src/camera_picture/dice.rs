//! Numbers that a seed decides.

/// Pseudo-random numbers from a seed (splitmix64).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Those of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Those of the picture with this number under a seed: neighbours have nothing in common.
    pub fn of(seed: u64, number: u64) -> Self {
        let mut dice = Self(seed);
        let mixed = dice.bits() ^ number.wrapping_mul(0xd6e8_feb8_6659_fd93);
        Self(Self(mixed).bits())
    }

    /// 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Evenly between −1 and 1.
    pub fn roll(&mut self) -> f32 {
        let upper = u32::try_from(self.bits() >> 40).expect("24 bits are left");
        upper as f32 / 8_388_608.0 - 1.0
    }

    /// Evenly between the two.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * (self.roll() + 1.0) * 0.5
    }

    /// Evenly one of 0, 1, … up to below `count`, which must not be 0.
    pub fn below(&mut self, count: usize) -> usize {
        let count = count as u64;
        (self.bits() % count) as usize
    }

    /// Whether something happens that does so in this part (0 to 1) of all cases.
    pub fn chance(&mut self, part: f32) -> bool {
        self.between(0.0, 1.0) < part
    }

    /// One of these, which must not be empty.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// About normally distributed, with mean 0 and standard deviation 1: four even parts added up.
    pub fn normal(&mut self) -> f32 {
        let bits = self.bits();
        let sum = (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48);
        (sum as f32 / 65_536.0 - 2.0) * 1.732
    }
}
