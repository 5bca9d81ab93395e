//! What spreads light over its neighbours: the lens, a hand that moves, a bright screen's bloom.

use super::curves::bell;
use super::light::Light;

impl Light {
    /// A bell-shaped blur with this standard deviation in dots, up to about 3.
    pub fn soften(&mut self, spread: f32) {
        let reach = (spread * 2.5).ceil().max(1.0) as usize;
        let weights: Vec<f32> = (0..=2 * reach)
            .map(|at| {
                let distance = (at as f32 - reach as f32) / spread;
                bell(distance * distance)
            })
            .collect();
        let sum: f32 = weights.iter().sum();
        let weights: Vec<f32> = weights.iter().map(|weight| weight / sum).collect();
        let along: Vec<_> =
            (0..).zip(&weights).map(|(at, weight)| (at - reach as isize, 0, *weight)).collect();
        let down: Vec<_> = along.iter().map(|&(at, _, weight)| (0, at, weight)).collect();
        self.gather(&along);
        self.gather(&down);
    }

    /// What a camera in motion sees: the mean over a way of this length, in dots, in a direction in turns.
    pub fn smear(&mut self, length: f32, direction: (f32, f32)) {
        let count = (length * 1.5).ceil().max(2.0) as usize;
        let mut taps = Vec::new();
        for at in 0..count {
            let way = length * ((at as f32 + 0.5) / count as f32 - 0.5);
            let (x, y) = (way * direction.0, way * direction.1);
            let (left, top) = (x.floor(), y.floor());
            let (part_x, part_y) = (x - left, y - top);
            for (dx, dy, weight) in [
                (0, 0, (1.0 - part_x) * (1.0 - part_y)),
                (1, 0, part_x * (1.0 - part_y)),
                (0, 1, (1.0 - part_x) * part_y),
                (1, 1, part_x * part_y),
            ] {
                add_tap(&mut taps, left as isize + dx, top as isize + dy, weight / count as f32);
            }
        }
        self.gather(&taps);
    }

    /// Replaces each dot by the weighted sum of those at these distances (right, down, weight); beyond the
    /// border lies what is at the border.
    fn gather(&mut self, taps: &[(isize, isize, f32)]) {
        let (width, height) = (self.width as isize, self.height as isize);
        let mut sums = vec![0.0; self.dots.len()];
        for (y, sums) in (0..height).zip(sums.chunks_exact_mut(self.width)) {
            for &(dx, dy, weight) in taps {
                let from = ((y + dy).clamp(0, height - 1) * width) as usize;
                let row = &self.dots[from..from + self.width];
                let shift = dx.unsigned_abs().min(self.width);
                let (first, last) = (row[0] * weight, row[self.width - 1] * weight);
                if dx >= 0 {
                    let inner = self.width - shift;
                    sums[..inner].iter_mut().zip(&row[shift..]).for_each(|(sum, dot)| *sum += dot * weight);
                    sums[inner..].iter_mut().for_each(|sum| *sum += last);
                } else {
                    sums[shift..].iter_mut().zip(row).for_each(|(sum, dot)| *sum += dot * weight);
                    sums[..shift].iter_mut().for_each(|sum| *sum += first);
                }
            }
        }
        self.dots = sums;
    }

    /// A lens out of focus: the mean over a disc with this radius in dots.
    pub fn defocus(&mut self, radius: f32) {
        let reach = radius.floor() as isize;
        // Each row of the disc is a run of dots: how far it reaches to both sides, with a part of a dot.
        let runs: Vec<(isize, f32)> =
            (-reach..=reach).map(|dy| (dy, (radius * radius - (dy * dy) as f32).max(0.0).sqrt())).collect();
        let height = self.height as isize;
        // At the border a part of the disc has nothing to take.
        let mut areas = vec![0.0; self.height];
        let mut sums = vec![0.0; self.dots.len()];
        let mut before = vec![0.0_f64; self.width + 1];
        for from in 0..self.height {
            let row = &self.dots[from * self.width..(from + 1) * self.width];
            let mut sum = 0.0;
            for (before, dot) in before[1..].iter_mut().zip(row) {
                sum += f64::from(*dot);
                *before = sum;
            }
            for &(dy, half) in &runs {
                let to = from as isize - dy;
                if (0..height).contains(&to) {
                    let at = to as usize * self.width;
                    add_run(&mut sums[at..at + self.width], row, &before, half);
                    areas[to as usize] += 2.0 * half + 1.0;
                }
            }
        }
        for (sums, area) in sums.chunks_exact_mut(self.width).zip(areas) {
            sums.iter_mut().for_each(|sum| *sum /= area);
        }
        self.dots = sums;
    }

    /// The mean over a square that reaches so many dots to each side.
    pub fn spread(&mut self, reach: usize) {
        let width = self.width;
        let mut along = vec![0.0; self.dots.len()];
        let part = 1.0 / (2 * reach + 1) as f32;
        for (sums, row) in along.chunks_exact_mut(width).zip(self.dots.chunks_exact(width)) {
            let mut sum = row[0] * reach as f32 + row[..=reach.min(width - 1)].iter().sum::<f32>();
            for (x, to) in sums.iter_mut().enumerate() {
                *to = sum * part;
                sum += row[(x + reach + 1).min(width - 1)] - row[x.saturating_sub(reach)];
            }
        }
        let row = |y: usize| &along[y * width..(y + 1) * width];
        let mut sums: Vec<f32> = row(0).iter().map(|dot| dot * reach as f32).collect();
        for y in 0..=reach {
            sums.iter_mut().zip(row(y.min(self.height - 1))).for_each(|(sum, dot)| *sum += dot);
        }
        for y in 0..self.height {
            let (new, old) = (row((y + reach + 1).min(self.height - 1)), row(y.saturating_sub(reach)));
            let to = &mut self.dots[y * width..(y + 1) * width];
            for (((to, sum), new), old) in to.iter_mut().zip(&mut sums).zip(new).zip(old) {
                *to = *sum * part;
                *sum += new - old;
            }
        }
    }
}

fn add_tap(taps: &mut Vec<(isize, isize, f32)>, dx: isize, dy: isize, weight: f32) {
    match taps.iter_mut().find(|tap| (tap.0, tap.1) == (dx, dy)) {
        Some(tap) => tap.2 += weight,
        None => taps.push((dx, dy, weight)),
    }
}

/// Adds to each dot of a row the sum from `half` dots left of it to `half` right of it in another row, whose
/// sums up to each dot are `before`.
fn add_run(sums: &mut [f32], row: &[f32], before: &[f64], half: f32) {
    let reach = half as usize;
    let part = half - reach as f32;
    let last = row.len() - 1;
    for (x, sum) in sums.iter_mut().enumerate() {
        let (left, right) = (x.saturating_sub(reach), (x + reach).min(last));
        let whole = (before[right + 1] - before[left]) as f32;
        let parts = row[left.saturating_sub(1)] + row[(right + 1).min(last)];
        *sum += whole + part * parts;
    }
}
