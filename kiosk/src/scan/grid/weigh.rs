//! How dark each module is.

use super::darkness::Darkness;
use super::placement::Place;

/// The modules of a code, row by row; more than zero is dark, and the further from zero the surer.
#[derive(Debug, Clone)]
pub(super) struct Modules {
    pub(super) side: usize,
    pub(super) weights: Vec<f32>,
}

/// A module is looked at in its middle and this far from it, in modules.
const AROUND: f32 = 0.22;

/// Weighs every module of a code with so many on a side; `place` says where a point lies that is given in modules.
pub(super) fn modules(darkness: &Darkness, side: usize, place: impl Fn(f32, f32) -> Place) -> Modules {
    let spots = [(0.0, 0.0), (-AROUND, -AROUND), (AROUND, -AROUND), (-AROUND, AROUND), (AROUND, AROUND)];
    let weigh = |x: usize, y: usize| {
        let at = |(right, down)| place(x as f32 + 0.5 + right, y as f32 + 0.5 + down);
        spots.iter().map(|spot| darkness.at(at(*spot))).sum()
    };
    Modules { side, weights: (0..side * side).map(|at| weigh(at % side, at / side)).collect() }
}

impl Modules {
    pub(super) fn at(&self, x: usize, y: usize) -> f32 {
        self.weights[y * self.side + x]
    }

    /// With the light that spills over from the four neighbours taken away.
    pub(super) fn sharpened(&self, amount: f32) -> Self {
        let last = self.side - 1;
        let sharp = |at: usize| {
            let (x, y) = (at % self.side, at / self.side);
            let beside = self.at(x.saturating_sub(1), y) + self.at((x + 1).min(last), y);
            let around = (beside + self.at(x, y.saturating_sub(1)) + self.at(x, (y + 1).min(last))) / 4.0;
            self.at(x, y) + amount * (self.at(x, y) - around)
        };
        Self { side: self.side, weights: (0..self.weights.len()).map(sharp).collect() }
    }

    /// With zero in the middle between the darkest and the lightest of the modules up to `reach` away: where a
    /// glare or a shadow ends, the mean of pixels is no good measure.
    pub(super) fn levelled(&self, reach: usize) -> Self {
        let last = self.side - 1;
        let range = |at: usize| at.saturating_sub(reach)..=(at + reach).min(last);
        // First along the rows, then down the columns.
        let extremes = |of: &dyn Fn(usize, usize) -> (f32, f32), along: bool| -> Vec<(f32, f32)> {
            let around = |at: usize| {
                let (x, y) = (at % self.side, at / self.side);
                let values = range(if along { x } else { y });
                let values = values.map(|near| if along { of(near, y) } else { of(x, near) });
                values
                    .fold((f32::MAX, f32::MIN), |(least, most), (low, high)| (least.min(low), most.max(high)))
            };
            (0..self.weights.len()).map(around).collect()
        };
        let rows = extremes(&|x, y| (self.at(x, y), self.at(x, y)), true);
        let squares = extremes(&|x, y| rows[y * self.side + x], false);
        let weights = self.weights.iter().zip(squares);
        Self { side: self.side, weights: weights.map(|(at, (low, high))| at - (low + high) / 2.0).collect() }
    }
}
