//! What happened to print and glass before they were held up.

use super::curves::{cosine, mix, sine};
use super::dice::Dice;
use super::face::Face;
use super::letters;
use super::light::{Clouds, Light};
use super::recipe::Recipe;

/// Fades the print, leaves lines out, stamps it and scribbles on it. `half` is half the code's side in modules,
/// `paper` the light that the paper gives back.
pub fn print(face: &mut Face, recipe: &Recipe, half: f32, paper: f32, dice: &mut Dice) {
    let wear = &recipe.wear;
    if wear.faded > 0.0 {
        fade(face, wear.faded, half, paper, dice);
    }
    for _ in 0..wear.lines {
        let at = dice.between(-half, half);
        face.fill([face.edges[0], at, face.edges[2], at + wear.line_width], paper);
    }
    if wear.stamp > 0.0 {
        stamp(face, wear.stamp, half, dice);
    }
    if wear.pen > 0 {
        pen(face, wear.pen, half, dice);
    }
}

/// Takes ink away, in some places more than in others.
fn fade(face: &mut Face, faded: f32, half: f32, paper: f32, dice: &mut Dice) {
    let clouds = Clouds::new(dice);
    let (left, top) = face.dots(-half - 1.0, -half - 1.0);
    let (right, bottom) = face.dots(half + 1.0, half + 1.0);
    let cell = 1.0 / (face.density * 9.0);
    for y in top.max(0.0) as usize..(bottom as usize).min(face.light.height) {
        let ends = left.max(0.0) as usize..(right as usize).min(face.light.width);
        for (x, dot) in ends.clone().zip(&mut face.light.row(y)[ends]) {
            let part = faded + 0.12 * clouds.at(x as f32 * cell, y as f32 * cell);
            *dot = mix(*dot, paper, part.clamp(0.0, 0.93));
        }
    }
}

/// A round office stamp whose ink lies over a corner of the code.
fn stamp(face: &mut Face, ink: f32, half: f32, dice: &mut Dice) {
    let mut mask = Light::new(face.light.width, face.light.height, 0.0);
    let middle = face.dots(dice.between(-0.9, 0.9) * half, dice.between(-0.9, 0.9) * half);
    let radius = dice.between(0.3, 0.5) * half * face.density;
    for (part, width) in [(1.0, 0.09), (0.72, 0.05)] {
        let points: Vec<_> = (0..=40_u8)
            .map(|at| {
                let turns = f32::from(at) / 40.0;
                (middle.0 + radius * part * cosine(turns), middle.1 + radius * part * sine(turns))
            })
            .collect();
        mask.stroke(&points, radius * width, 1.0);
    }
    let from = (middle.0 - radius * 0.55, middle.1 - radius * 0.15);
    letters::line(&mut mask, dice, from, middle.0 + radius * 0.6, radius * 0.3, 1.0);
    for (dot, mask) in face.light.dots.iter_mut().zip(&mask.dots) {
        *dot *= 1.0 - ink * mask;
    }
}

/// A ballpoint pen's scribble: a walk whose direction turns by chance.
fn pen(face: &mut Face, turns: usize, half: f32, dice: &mut Dice) {
    let width = dice.between(0.4, 0.8);
    let mut at = (dice.between(-0.9, 0.9) * half, dice.between(-0.9, 0.9) * half);
    let mut direction = dice.between(0.0, 1.0);
    let mut points = vec![at];
    for _ in 0..turns * 4 {
        direction += dice.roll() * 0.16;
        let way = half * dice.between(0.04, 0.1);
        at = (at.0 + way * cosine(direction), at.1 + way * sine(direction));
        points.push(at);
    }
    face.stroke(&points, width, 0.06);
}

/// Cracks in the glass: they run from a blow to the rim, and branch.
pub fn glass(face: &mut Face, recipe: &Recipe, half: f32, dice: &mut Dice) {
    let blow = (dice.between(-1.0, 1.0) * half, dice.between(-1.0, 1.0) * half);
    for crack in 0..recipe.glass.cracks {
        // Most begin at the blow; some are splinters elsewhere.
        let mut at = if crack % 3 < 2 {
            blow
        } else {
            (dice.between(-1.2, 1.2) * half, dice.between(-1.2, 1.2) * half)
        };
        let mut direction = dice.between(0.0, 1.0);
        let value = *dice.pick(&[0.0, 0.02, 0.1, 0.4, 0.9]);
        let mut width = recipe.glass.crack_width * dice.between(0.6, 1.4);
        for _ in 0..4 + dice.below(8) {
            direction += dice.roll() * 0.07;
            let way = half * dice.between(0.08, 0.25);
            let next = (at.0 + way * cosine(direction), at.1 + way * sine(direction));
            face.stroke(&[at, next], width, value);
            at = next;
            width *= 0.93;
        }
    }
}
