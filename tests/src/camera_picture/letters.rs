//! Lines of something like text: what stands around a code, and what decoders must not stumble over.

use super::dice::Dice;
use super::light::Light;

/// Letters as strokes in a grid of four columns and seven rows; the sixth row is the line they stand on.
const LETTERS: [&[&[(u8, u8)]]; 16] = [
    &[&[(0, 6), (2, 0), (4, 6)], &[(1, 4), (3, 4)]],
    &[&[(0, 0), (0, 6), (3, 6), (4, 5), (3, 3), (0, 3)]],
    &[&[(4, 3), (2, 2), (0, 4), (2, 6), (4, 5)]],
    &[&[(4, 0), (4, 6), (1, 6), (0, 4), (1, 2), (4, 2)]],
    &[&[(0, 4), (4, 4), (3, 2), (1, 2), (0, 4), (1, 6), (4, 6)]],
    &[&[(0, 0), (0, 6)], &[(0, 3), (3, 2), (4, 4), (4, 6)]],
    &[&[(2, 2), (2, 6)], &[(2, 0), (2, 1)]],
    &[&[(0, 0), (0, 6)], &[(4, 0), (0, 3), (4, 6)]],
    &[&[(2, 0), (2, 6)]],
    &[&[(0, 6), (0, 2), (2, 4), (4, 2), (4, 6)]],
    &[&[(0, 6), (0, 2)], &[(0, 3), (2, 2), (4, 3), (4, 6)]],
    &[&[(1, 2), (3, 2), (4, 4), (3, 6), (1, 6), (0, 4), (1, 2)]],
    &[&[(0, 2), (0, 6)], &[(0, 3), (3, 2)]],
    &[&[(4, 2), (1, 2), (1, 4), (4, 4), (4, 6), (0, 6)]],
    &[&[(2, 0), (2, 6), (4, 6)], &[(0, 2), (4, 2)]],
    &[&[(0, 0), (4, 0), (0, 6), (4, 6)]],
];

/// Writes one line of words from a place on the left to an end on the right; all in dots.
pub fn line(light: &mut Light, dice: &mut Dice, from: (f32, f32), end: f32, height: f32, ink: f32) {
    let grid = height / 6.0;
    let thick = grid * dice.between(0.7, 1.25);
    let mut x = from.0;
    'words: loop {
        for _ in 0..2 + dice.below(10) {
            if x + 5.0 * grid > end {
                break 'words;
            }
            for stroke in *dice.pick(&LETTERS) {
                let points: Vec<_> = stroke
                    .iter()
                    .map(|&(right, down)| (x + f32::from(right) * grid, from.1 + f32::from(down) * grid))
                    .collect();
                light.stroke(&points, thick, ink);
            }
            x += 5.6 * grid;
        }
        x += 4.0 * grid;
    }
}

/// Writes lines one below the other into a box (left, top, right, bottom), with an empty one now and then.
pub fn block(light: &mut Light, dice: &mut Dice, area: [f32; 4], height: f32, ink: f32) {
    let [left, top, right, bottom] = area;
    let mut y = top;
    while y + height < bottom {
        if !dice.chance(0.15) {
            let end = if dice.chance(0.3) { left + (right - left) * dice.between(0.3, 0.9) } else { right };
            line(light, dice, (left, y), end, height, ink);
        }
        y += height * 1.7;
    }
}
