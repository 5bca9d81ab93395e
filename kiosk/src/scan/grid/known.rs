//! The parts that every code of a size has.

use rxing::qrcode::common::{Version, VersionRef};
use std::sync::LazyLock;

/// A module that is known beforehand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Module {
    /// Its middle, in modules from the top left.
    pub(super) x: f32,
    pub(super) y: f32,
    /// More than zero if it is dark, less if it is light; larger where it says more about the grid.
    pub(super) weight: f32,
}

/// A size of code.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) version: VersionRef,
    /// Modules on a side.
    pub(super) side: usize,
    pub(super) modules: Vec<Module>,
    /// The first so many of them are the corners'; the others lie between and inside.
    pub(super) in_corners: usize,
}

/// The small squares lie inside, far from the corners: they say most about bends.
const INNER: f32 = 1.6;

/// From the smallest to what a booking's code or a ticket's link can have, and some more.
static ALL: LazyLock<Vec<Known>> = LazyLock::new(|| (21..=69).step_by(4).filter_map(Known::made).collect());

impl Known {
    /// The code with so many modules on a side; `None` if there is none that anybody would hold up here.
    pub(super) fn of(side: usize) -> Option<&'static Self> {
        ALL.iter().find(|known| known.side == side)
    }

    fn made(side: usize) -> Option<Self> {
        let version = Version::getProvisionalVersionForDimension(u32::try_from(side).ok()?).ok()?;
        let mut modules = Vec::new();
        let mut push = |x: usize, y: usize, dark: bool, weight: f32| {
            let weight = if dark { weight } else { -weight };
            modules.push(Module { x: x as f32 + 0.5, y: y as f32 + 0.5, weight });
        };
        for (left, top) in [(0, 0), (side - 7, 0), (0, side - 7)] {
            // With the light row and column around it.
            for y in top.saturating_sub(1)..(top + 8).min(side) {
                for x in left.saturating_sub(1)..(left + 8).min(side) {
                    let ring = (x.abs_diff(left + 3)).max(y.abs_diff(top + 3));
                    push(x, y, ring <= 1 || ring == 3, 1.0);
                }
            }
        }
        let in_corners = 3 * 8 * 8;
        for at in 8..side - 8 {
            push(at, 6, at % 2 == 0, 1.0);
            push(6, at, at % 2 == 0, 1.0);
        }
        let centres: Vec<usize> =
            version.getAlignmentPatternCenters().iter().map(|centre| *centre as usize).collect();
        for (row, cy) in centres.iter().enumerate() {
            for (column, cx) in centres.iter().enumerate() {
                let last = centres.len() - 1;
                if [(0, 0), (0, last), (last, 0)].contains(&(row, column)) {
                    continue;
                }
                for y in cy - 2..=cy + 2 {
                    for x in cx - 2..=cx + 2 {
                        push(x, y, x.abs_diff(*cx).max(y.abs_diff(*cy)) != 1, INNER);
                    }
                }
            }
        }
        Some(Self { version, side, modules, in_corners })
    }
}
