//! Draws from the usual distributions.

use foyer_domain::estimate::Dice;

/// A number above 0 and below 1.
pub fn unit(dice: &mut Dice) -> f64 {
    (f64::from(dice.roll()) + 0.5) / (f64::from(u32::MAX) + 1.0)
}

/// Whether something of this probability happens.
pub fn happens(dice: &mut Dice, probability: f64) -> bool {
    unit(dice) < probability
}

/// Normal (Box and Muller).
pub fn normal(dice: &mut Dice, mean: f64, spread: f64) -> f64 {
    let (radius, turn) = (unit(dice), unit(dice));
    mean + spread * (-2.0 * radius.ln()).sqrt() * (std::f64::consts::TAU * turn).cos()
}

/// Log-normal with this mean; `spread` is the standard deviation of the logarithm.
pub fn log_normal(dice: &mut Dice, mean: f64, spread: f64) -> f64 {
    normal(dice, mean.ln() - spread * spread / 2.0, spread).exp()
}

/// How many of something come that comes `mean` times on average (Poisson, by Knuth).
pub fn poisson(dice: &mut Dice, mean: f64) -> u32 {
    let limit = (-mean).exp();
    let mut product = unit(dice);
    let mut count = 0;
    while product > limit {
        product *= unit(dice);
        count += 1;
    }
    count
}

/// The place of one of these weights.
pub fn weighted(dice: &mut Dice, weights: &[f64]) -> usize {
    let mut rest = unit(dice) * weights.iter().sum::<f64>();
    for (place, weight) in weights.iter().enumerate() {
        rest -= weight;
        if rest < 0.0 {
            return place;
        }
    }
    weights.iter().rposition(|weight| *weight > 0.0).unwrap_or(0)
}
