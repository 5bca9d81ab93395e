//! Paper that is not flat: what it shows moves on it, and its slopes catch more or less light.

use super::curves::{cosine, mix, sine, step};
use super::dice::Dice;
use super::light::Clouds;

/// Places a module.
const STEPS: f32 = 1.0;

/// How far each place of a flat surface is from what is seen there, in modules, and the light on it.
#[derive(Debug, Clone)]
pub struct Bend {
    reach: f32,
    side: usize,
    /// Right, down, and light as a factor.
    cells: Vec<[f32; 3]>,
}

/// A sharp fold of the paper.
#[derive(Debug, Clone, Copy)]
pub struct Crease {
    /// A place on it, in modules from the code's middle.
    pub through: (f32, f32),
    /// Its direction on the paper, in degrees.
    pub direction: f32,
    /// By how many degrees the paper beyond it turns away.
    pub angle: f32,
}

impl Bend {
    /// A flat one that reaches so many modules to all sides.
    pub fn flat(reach: f32) -> Self {
        let side = (2.0 * reach * STEPS).ceil() as usize + 2;
        Self { reach, side, cells: vec![[0.0, 0.0, 1.0]; side * side] }
    }

    /// Right, down and light at a place; beyond its reach that of the edge.
    pub fn at(&self, u: f32, v: f32) -> [f32; 3] {
        let last = (self.side - 2) as f32 + 0.999;
        let x = ((u + self.reach) * STEPS).clamp(0.0, last);
        let y = ((v + self.reach) * STEPS).clamp(0.0, last);
        let (left, top) = (x as usize, y as usize);
        let (part_x, part_y) = (x - left as f32, y - top as f32);
        let at = top * self.side + left;
        let (upper, lower) = (&self.cells[at..at + 2], &self.cells[at + self.side..at + self.side + 2]);
        let blend = |part: usize| {
            let above = mix(upper[0][part], upper[1][part], part_x);
            mix(above, mix(lower[0][part], lower[1][part], part_x), part_y)
        };
        [blend(0), blend(1), blend(2)]
    }

    /// Changes every place by what `change` makes of its coordinates in modules.
    pub fn each(&mut self, mut change: impl FnMut(f32, f32, &mut [f32; 3])) {
        for row in 0..self.side {
            let v = row as f32 / STEPS - self.reach;
            for column in 0..self.side {
                let u = column as f32 / STEPS - self.reach;
                change(u, v, &mut self.cells[row * self.side + column]);
            }
        }
    }

    /// Rolls it about an axis through the middle; `strength` 0.5 is a quarter of a cylinder over its reach.
    pub fn curve(&mut self, dice: &mut Dice, strength: f32) {
        let turns = dice.between(0.0, 1.0);
        let (across_u, across_v) = (cosine(turns), sine(turns));
        let (reach, lit) = (self.reach, dice.between(-0.35, 0.35));
        self.each(|u, v, cell| {
            let across = (u * across_u + v * across_v) / reach;
            let bent = strength * across * across;
            // Towards the edges the surface turns away: more of it fits, and it is farther off.
            let more = across * bent * 0.6 * reach;
            let farther = bent * 0.12;
            cell[0] += more * across_u + u * farther;
            cell[1] += more * across_v + v * farther;
            cell[2] *= (1.0 + lit * across - 0.35 * bent).max(0.3);
        });
    }

    /// Folds it along a crease.
    pub fn fold(&mut self, crease: &Crease) {
        let (along_u, along_v) = (cosine(crease.direction / 360.0), sine(crease.direction / 360.0));
        let (narrow, slope) = (cosine(crease.angle / 360.0), sine(crease.angle / 360.0));
        let reach = self.reach;
        self.each(|u, v, cell| {
            let (from_u, from_v) = (u - crease.through.0, v - crease.through.1);
            let beyond = from_v * along_u - from_u * along_v;
            let mark = 1.0 - step(0.2, 1.4, beyond.abs());
            cell[2] *= 1.0 - 0.35 * slope.abs() * mark;
            if beyond > 0.0 {
                let more = beyond * (1.0 / narrow - 1.0);
                let farther = beyond / reach * slope * 0.25;
                cell[0] += from_u * farther - more * along_v;
                cell[1] += from_v * farther + more * along_u;
                cell[2] *= 1.0 - 0.75 * slope * step(0.0, 1.5, beyond);
            }
        });
    }

    /// Crumples it: what is seen moves by up to `shift` modules, with waves `size` modules long; `relief` is
    /// how much light the slopes take or give, as a part.
    pub fn crumple(&mut self, dice: &mut Dice, shift: f32, size: f32, relief: f32) {
        let (right, down) = (Clouds::new(dice), Clouds::new(dice));
        let hills = Clouds::new(dice);
        self.each(|u, v, cell| {
            let (x, y) = (u / size, v / size);
            cell[0] += shift * right.at(x, y);
            cell[1] += shift * down.at(x, y);
            // Facets: the steps of a coarse height are steeper than it.
            let height = hills.at(x, y) + 0.5 * hills.at(2.0 * x + 17.0, 2.0 * y + 5.0);
            cell[2] *= (1.0 + relief * height).max(0.15);
        });
    }

    /// Casts a shadow with an edge through a place: beyond it only the part `left` of the light is left; the
    /// edge is `soft` modules wide.
    pub fn shade(&mut self, through: (f32, f32), direction: f32, soft: f32, left: f32) {
        let (along_u, along_v) = (cosine(direction / 360.0), sine(direction / 360.0));
        self.each(|u, v, cell| {
            let beyond = (v - through.1) * along_u - (u - through.0) * along_v;
            cell[2] *= mix(1.0, left, step(-soft, soft, beyond));
        });
    }

    /// Lights it from one side: by `part` more or less at its reach.
    pub fn light_from(&mut self, direction: f32, part: f32) {
        let (along_u, along_v) = (cosine(direction / 360.0), sine(direction / 360.0));
        let reach = self.reach;
        self.each(|u, v, cell| {
            let way = (u * along_u + v * along_v) / reach;
            cell[2] *= (1.0 + part * way).max(0.2);
        });
    }
}
