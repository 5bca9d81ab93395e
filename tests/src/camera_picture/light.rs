//! Amounts of light in rows and columns, and what draws into them.

use super::curves::{bell, mix, step};
use super::dice::Dice;

/// A picture in linear light: 0 is none, 1 is where the sensor is full.
#[derive(Debug, Clone)]
pub struct Light {
    /// In dots.
    pub width: usize,
    /// In dots.
    pub height: usize,
    /// Row after row.
    pub dots: Vec<f32>,
}

impl Light {
    /// The same everywhere; sizes in dots.
    pub fn new(width: usize, height: usize, value: f32) -> Self {
        Self { width, height, dots: vec![value; width * height] }
    }

    /// One row from the top.
    pub fn row(&mut self, y: usize) -> &mut [f32] {
        &mut self.dots[y * self.width..(y + 1) * self.width]
    }

    /// Between four dots, whose middles lie at whole numbers; `None` outside.
    pub fn sample(&self, x: f32, y: f32) -> Option<f32> {
        if !(x >= 0.0 && y >= 0.0) {
            return None;
        }
        let (left, top) = (x as usize, y as usize);
        if left + 1 >= self.width || top + 1 >= self.height {
            return None;
        }
        let at = top * self.width + left;
        let (upper, lower) = (&self.dots[at..at + 2], &self.dots[at + self.width..at + self.width + 2]);
        let (part_x, part_y) = (x - left as f32, y - top as f32);
        Some(mix(mix(upper[0], upper[1], part_x), mix(lower[0], lower[1], part_x), part_y))
    }

    /// Fills from one corner to the opposite one, in dots; what lies outside is left out.
    pub fn fill(&mut self, left: f32, top: f32, right: f32, bottom: f32, value: f32) {
        let (left, right) = (inside(left, self.width), inside(right, self.width));
        for y in inside(top, self.height)..inside(bottom, self.height) {
            if left < right {
                self.row(y)[left..right].fill(value);
            }
        }
    }

    /// Fills an ellipse with soft edge around a middle, with its two radii, in dots.
    pub fn ellipse(&mut self, middle: (f32, f32), radii: (f32, f32), value: f32) {
        let (left, right) =
            (inside(middle.0 - radii.0, self.width), inside(middle.0 + radii.0 + 1.0, self.width));
        for y in inside(middle.1 - radii.1, self.height)..inside(middle.1 + radii.1 + 1.0, self.height) {
            let down = (y as f32 - middle.1) / radii.1;
            for (x, dot) in (left..).zip(&mut self.row(y)[left..right.max(left)]) {
                let right = (x as f32 - middle.0) / radii.0;
                let outwards = (right * right + down * down).sqrt();
                let cover = ((1.0 - outwards) * radii.0.min(radii.1) + 0.5).clamp(0.0, 1.0);
                *dot = mix(*dot, value, cover);
            }
        }
    }

    /// Draws a line through points with round ends; points and width in dots.
    pub fn stroke(&mut self, points: &[(f32, f32)], width: f32, value: f32) {
        for pair in points.windows(2) {
            self.segment(pair[0], pair[1], width, value);
        }
    }

    fn segment(&mut self, from: (f32, f32), to: (f32, f32), width: f32, value: f32) {
        let reach = width / 2.0 + 1.0;
        let (left, right) =
            (inside(from.0.min(to.0) - reach, self.width), inside(from.0.max(to.0) + reach, self.width));
        let (top, bottom) =
            (inside(from.1.min(to.1) - reach, self.height), inside(from.1.max(to.1) + reach, self.height));
        let (along_x, along_y) = (to.0 - from.0, to.1 - from.1);
        let square = (along_x * along_x + along_y * along_y).max(1e-6);
        for y in top..bottom {
            for (x, dot) in (left..).zip(&mut self.row(y)[left..right.max(left)]) {
                let (right, down) = (x as f32 - from.0, y as f32 - from.1);
                let part = ((right * along_x + down * along_y) / square).clamp(0.0, 1.0);
                let (off_x, off_y) = (right - part * along_x, down - part * along_y);
                let distance = (off_x * off_x + off_y * off_y).sqrt();
                let cover = (width / 2.0 - distance + 0.5).clamp(0.0, 1.0);
                *dot = mix(*dot, value, cover);
            }
        }
    }

    /// Adds a bell of light around a middle; `spread` is its standard deviation in dots.
    pub fn add_bell(&mut self, middle: (f32, f32), spread: f32, value: f32) {
        let reach = spread * 4.0;
        let (left, right) = (inside(middle.0 - reach, self.width), inside(middle.0 + reach, self.width));
        for y in inside(middle.1 - reach, self.height)..inside(middle.1 + reach, self.height) {
            let down = (y as f32 - middle.1) / spread;
            for (x, dot) in (left..).zip(&mut self.row(y)[left..right.max(left)]) {
                let right = (x as f32 - middle.0) / spread;
                *dot += value * bell(right * right + down * down);
            }
        }
    }
}

/// The first whole dot from a place on, within 0 to `end`.
fn inside(place: f32, end: usize) -> usize {
    (place.max(0.0).ceil() as usize).min(end)
}

/// Cells of the grid of clouds on each side; a power of two, because it repeats.
const CLOUDS: usize = 64;

/// Irregular clouds between −1 and 1, one a unit of length; they repeat after 64.
#[derive(Debug, Clone)]
pub struct Clouds(Vec<f32>);

impl Clouds {
    /// Others with each throw.
    pub fn new(dice: &mut Dice) -> Self {
        Self((0..CLOUDS * CLOUDS).map(|_| dice.roll()).collect())
    }

    /// Their height at a place.
    pub fn at(&self, x: f32, y: f32) -> f32 {
        let (left, top) = (x.floor(), y.floor());
        let (part_x, part_y) = (step(0.0, 1.0, x - left), step(0.0, 1.0, y - top));
        let cell = |dx: i64, dy: i64| {
            let column = (left as i64 + dx).rem_euclid(CLOUDS as i64) as usize;
            let row = (top as i64 + dy).rem_euclid(CLOUDS as i64) as usize;
            self.0[row * CLOUDS + column]
        };
        mix(mix(cell(0, 0), cell(1, 0), part_x), mix(cell(0, 1), cell(1, 1), part_x), part_y)
    }
}
