//! What is held up, seen straight on: a phone's page or a letter, with the code, text and neighbours on it.

use super::code::{Modules, ean_widths};
use super::dice::Dice;
use super::letters;
use super::light::Light;

/// A flat surface with everything on it. Places on it are in modules of the code, right and down from the
/// code's middle.
#[derive(Debug, Clone)]
pub struct Face {
    /// How much light each place gives back (paper) or out (screen), 0 to 1.
    pub light: Light,
    /// Dots a module.
    pub density: f32,
    /// Left, top, right and bottom edge in modules.
    pub edges: [f32; 4],
}

impl Face {
    /// An empty one; edges in modules.
    pub fn new(edges: [f32; 4], density: f32, value: f32) -> Self {
        let [left, top, right, bottom] = edges;
        let dots = |modules: f32| (modules * density).ceil().max(8.0) as usize;
        Self { light: Light::new(dots(right - left), dots(bottom - top), value), density, edges }
    }

    /// Where a place lies in `light`, in dots.
    pub fn dots(&self, u: f32, v: f32) -> (f32, f32) {
        ((u - self.edges[0]) * self.density - 0.5, (v - self.edges[1]) * self.density - 0.5)
    }

    /// Fills a box (left, top, right, bottom, in modules).
    pub fn fill(&mut self, area: [f32; 4], value: f32) {
        let (left, top) = self.dots(area[0], area[1]);
        let (right, bottom) = self.dots(area[2], area[3]);
        self.light.fill(left, top, right, bottom, value);
    }

    /// Draws a line through points in modules; its width is in modules, too.
    pub fn stroke(&mut self, points: &[(f32, f32)], width: f32, value: f32) {
        let points: Vec<_> = points.iter().map(|&(u, v)| self.dots(u, v)).collect();
        self.light.stroke(&points, width * self.density, value);
    }

    /// Draws a code whose upper left corner and module are given in modules of ours. `spread` is how far ink
    /// runs over each dark module's edge, in its own modules.
    pub fn draw(&mut self, code: &Modules, corner: (f32, f32), module: f32, spread: f32, ink: f32) {
        for row in 0..code.side {
            let mut column = 0;
            while column < code.side {
                let run = (column..code.side).take_while(|&at| code.is_dark(at, row)).count();
                if run > 0 {
                    let left = corner.0 + (column as f32 - spread) * module;
                    let top = corner.1 + (row as f32 - spread) * module;
                    let width = (run as f32 + 2.0 * spread) * module;
                    let height = (1.0 + 2.0 * spread) * module;
                    self.fill([left, top, left + width, top + height], ink);
                }
                column += run + 1;
            }
        }
    }

    /// Draws an EAN-13 of this width and height in modules of ours.
    pub fn draw_ean(&mut self, dice: &mut Dice, corner: (f32, f32), size: (f32, f32), ink: f32) {
        let module = size.0 / 95.0;
        let mut left = corner.0;
        for (at, width) in (0..).zip(ean_widths(dice)) {
            let right = left + f32::from(width) * module;
            if at % 2 == 0 {
                self.fill([left, corner.1, right, corner.1 + size.1], ink);
            }
            left = right;
        }
    }

    /// Writes lines of text into a box (left, top, right, bottom), all in modules.
    pub fn write(&mut self, dice: &mut Dice, area: [f32; 4], height: f32, ink: f32) {
        let (left, top) = self.dots(area[0], area[1]);
        let (right, bottom) = self.dots(area[2], area[3]);
        // Text beyond what is drawn only takes time.
        let (right, bottom) = (right.min(self.light.width as f32), bottom.min(self.light.height as f32));
        letters::block(&mut self.light, dice, [left, top, right, bottom], height * self.density, ink);
    }
}
