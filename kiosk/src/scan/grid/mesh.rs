//! A grid that gives way: for sheets that were folded or crumpled, which no projection and no bulge can follow.

use super::fit::{Fit, View};
use super::placement::Place;

/// Cells on a side; each corner of a cell moves by itself.
const CELLS: usize = 6;
const NODES: usize = CELLS + 1;

/// By how much they move, in modules, one after the other; and how often all of them in turn.
const STEPS: [f32; 2] = [0.4, 0.2];
const ROUNDS: usize = 3;

/// No corner moves further than this from its place, in modules: a module further the grid fits as well, but wrong.
const FURTHEST: f32 = 1.3;

/// What a module that is not known beforehand says: that its middle is clearly dark or clearly light.
const UNKNOWN: f32 = 0.6;

/// What it costs to move a whole module away from where the neighbours are, in modules that lie right.
const STIFF: f32 = 8.0;

/// A module with its place before the grid gives way, and its cell.
struct Node {
    place: Place,
    column: usize,
    row: usize,
    right: f32,
    down: f32,
    /// Known to be dark or light; 0 where it is not known.
    weight: f32,
}

/// A grid that has given way.
pub(super) struct Mesh {
    modules: Vec<Node>,
    side: usize,
    /// In pixels.
    moved: [[Place; NODES]; NODES],
}

impl Mesh {
    /// Begins with a grid and moves each corner of its cells to where the modules around it are darkest and
    /// lightest.
    pub(super) fn relaxed(view: &View, fit: &Fit) -> Self {
        let side = fit.known.side;
        let mut weights = vec![0.0; side * side];
        for known in &fit.known.modules {
            weights[known.y as usize * side + known.x as usize] = known.weight;
        }
        let node = |(at, weight): (usize, f32)| {
            let (x, y) = ((at % side) as f32 + 0.5, (at / side) as f32 + 0.5);
            let (across, along) = (x * CELLS as f32 / side as f32, y * CELLS as f32 / side as f32);
            let (column, row) = (across as usize, along as usize);
            let (right, down) = (across - column as f32, along - row as f32);
            Node { place: fit.placement.at(x, y), column, row, right, down, weight }
        };
        let modules = weights.into_iter().enumerate().map(node).collect();
        let mut mesh = Self { modules, side, moved: [[[0.0; 2]; NODES]; NODES] };
        for step in STEPS {
            for _ in 0..ROUNDS {
                if !mesh.round(view, step * view.module) {
                    break;
                }
            }
        }
        mesh
    }

    /// Where a module's middle lies, and how far it is to a place beside it, both in modules.
    pub(super) fn at(&self, fit: &Fit, x: f32, y: f32) -> Place {
        let side = self.side;
        let module = &self.modules[(y as usize).min(side - 1) * side + (x as usize).min(side - 1)];
        let (place, moved) = (fit.placement.at(x, y), self.displacement(module));
        [place[0] + moved[0], place[1] + moved[1]]
    }

    fn displacement(&self, module: &Node) -> Place {
        let corner = |row: usize, column: usize| self.moved[row][column];
        let (above, below) = (
            [corner(module.row, module.column), corner(module.row, module.column + 1)],
            [corner(module.row + 1, module.column), corner(module.row + 1, module.column + 1)],
        );
        [0, 1].map(|axis| {
            let above = above[0][axis] + (above[1][axis] - above[0][axis]) * module.right;
            let below = below[0][axis] + (below[1][axis] - below[0][axis]) * module.right;
            above + (below - above) * module.down
        })
    }

    /// Tries to move every corner; whether one was moved.
    fn round(&mut self, view: &View, step: f32) -> bool {
        let mut any = false;
        for row in 0..NODES {
            for column in 0..NODES {
                let mut best = self.worth(view, row, column);
                for [x, y] in [[-step, 0.0], [step, 0.0], [0.0, -step], [0.0, step]] {
                    let before = self.moved[row][column];
                    let after = [before[0] + x, before[1] + y];
                    if after[0].hypot(after[1]) > FURTHEST * view.module {
                        continue;
                    }
                    self.moved[row][column] = after;
                    let worth = self.worth(view, row, column);
                    if worth > best {
                        best = worth;
                        any = true;
                    } else {
                        self.moved[row][column] = before;
                    }
                }
            }
        }
        any
    }

    /// How well the modules around a corner lie, less what it takes to bend the grid there.
    fn worth(&self, view: &View, row: usize, column: usize) -> f32 {
        let side = self.side;
        // The modules of the cells around it.
        let range = |node: usize| {
            let first = (node.saturating_sub(1) * side).div_ceil(CELLS).saturating_sub(1);
            let last = ((node + 1).min(CELLS) * side).div_ceil(CELLS).min(side);
            first..last
        };
        let mut worth = 0.0;
        for y in range(row) {
            for module in &self.modules[y * side..][range(column)] {
                let moved = self.displacement(module);
                let dark = view.dark([module.place[0] + moved[0], module.place[1] + moved[1]]);
                worth += if module.weight == 0.0 {
                    UNKNOWN * (dark / 2.0).abs().min(1.0)
                } else {
                    module.weight * dark.clamp(-1.0, 1.0)
                };
            }
        }
        worth - STIFF * self.bend(row, column) / (view.module * view.module)
    }

    /// The square of how far a corner is from the mean of its neighbours, in pixels.
    fn bend(&self, row: usize, column: usize) -> f32 {
        let rows = row.saturating_sub(1)..=(row + 1).min(CELLS);
        let columns = column.saturating_sub(1)..=(column + 1).min(CELLS);
        let (mut sum, mut count) = ([0.0; 2], 0.0);
        for near in rows.flat_map(|row| columns.clone().map(move |column| self.moved[row][column])) {
            sum = [sum[0] + near[0], sum[1] + near[1]];
            count += 1.0;
        }
        let here = self.moved[row][column];
        [0, 1].map(|axis| (here[axis] - sum[axis] / count).powi(2)).iter().sum()
    }
}
