//! Curves made of plain arithmetic. The system's own sine and exponential differ in their last digits from one
//! platform to the next, and a seed must make the same picture everywhere.

/// The sine of an angle in turns: 0.25 is 90 degrees. Wrong by 0.0002 at most.
pub fn sine(turns: f32) -> f32 {
    let part = turns - turns.floor();
    let (part, sign) = if part < 0.5 { (part, 1.0) } else { (part - 0.5, -1.0) };
    // Folded to the first quarter; then the series of the sine up to the seventh power.
    let quarter = if part > 0.25 { 0.5 - part } else { part };
    let angle = quarter * std::f32::consts::TAU;
    let square = angle * angle;
    let series = 1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0));
    sign * angle * series
}

/// The cosine of an angle in turns.
pub fn cosine(turns: f32) -> f32 {
    sine(turns + 0.25)
}

/// A bell: 1 at 0, about exp(−`square` / 2), and 0 from a square of 16 on. `square` is the distance from the
/// middle, in standard deviations, squared.
pub fn bell(square: f32) -> f32 {
    if square >= 16.0 {
        return 0.0;
    }
    let once = 1.0 - square / 16.0;
    let twice = once * once;
    let fourth = twice * twice;
    fourth * fourth
}

/// From 0 at `edge0` to 1 at `edge1`, without a corner.
pub fn step(edge0: f32, edge1: f32, value: f32) -> f32 {
    let part = ((value - edge0) / (edge1 - edge0)).clamp(0.0, 1.0);
    part * part * (3.0 - 2.0 * part)
}

/// Between two values: the first at 0, the second at 1.
pub fn mix(first: f32, second: f32, part: f32) -> f32 {
    first + (second - first) * part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sine_is_that_of_the_textbook() {
        for step in -40..40_i16 {
            let turns = f32::from(step) / 16.0;
            let exact = (f64::from(turns) * std::f64::consts::TAU).sin();
            assert!((f64::from(sine(turns)) - exact).abs() < 2e-4, "{turns}: {}", sine(turns));
        }
    }
}
