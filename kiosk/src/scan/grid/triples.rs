//! Which three corners could belong to one code.

use super::placement::Place;
use crate::device::camera::Spot;
use crate::scan::decoder::Corner;

/// Three corners of a code in their places; their middles.
#[derive(Debug, Clone, Copy)]
pub(super) struct Triple {
    pub(super) top_left: Place,
    pub(super) top_right: Place,
    pub(super) bottom_left: Place,
    /// Pixels a module, about.
    pub(super) module: f32,
    /// Where a corner opposite to the top left would be, if the nearest corners are the largest.
    pub(super) opposite: Place,
}

impl Triple {
    /// The middle of the code, about.
    pub(super) fn middle(&self) -> Spot {
        let [one, other] = [self.top_right, self.bottom_left];
        Spot { x: (one[0] + other[0]) / 2.0, y: (one[1] + other[1]) / 2.0 }
    }
}

/// So many triples are told at most.
const MOST_TRIPLES: usize = 6;

/// So many corners are combined, the largest first.
const MOST_CORNERS: usize = 20;

/// The nearest corner of a code is at most so much larger than the farthest …
const MOST_RATIO: f32 = 2.2;
/// … one side at most so much longer than the other …
const MOST_LEGS: f32 = 2.5;
/// … and the angle between them between 41 and 139 degrees: a code tilted by 55 degrees, seen askew.
const MOST_COSINE: f32 = 0.75;

/// Modules between the middles of two corners, with room for a bad estimate of their size.
const APART: std::ops::RangeInclusive<f32> = 10.0..=80.0;

/// All that could be codes, those most like a square first, in a picture `scale` times smaller.
pub(super) fn triples(corners: &[Corner], scale: f32) -> Vec<Triple> {
    let smaller = |corner: &Corner| {
        let middle = Spot { x: corner.middle.x / scale, y: corner.middle.y / scale };
        Corner { middle, size: corner.size / scale }
    };
    let mut corners: Vec<Corner> = corners.iter().map(smaller).collect();
    corners.sort_by(|one, other| other.size.total_cmp(&one.size));
    corners.truncate(MOST_CORNERS);
    let mut found: Vec<(f32, Triple)> = Vec::new();
    for (at, first) in corners.iter().enumerate() {
        for (one, other) in pairs(corners.len()).filter(|(one, other)| *one != at && *other != at) {
            found.extend(triple(first, &corners[one], &corners[other]));
        }
    }
    found.sort_by(|one, other| one.0.total_cmp(&other.0));
    found.truncate(MOST_TRIPLES);
    found.into_iter().map(|(_, triple)| triple).collect()
}

fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |one| (one + 1..count).map(move |other| (one, other)))
}

/// With the first as the top left; how little it looks like a square comes with it.
fn triple(first: &Corner, one: &Corner, other: &Corner) -> Option<(f32, Triple)> {
    let sizes = [first.size, one.size, other.size];
    let (least, most) =
        (sizes.iter().copied().fold(f32::MAX, f32::min), sizes.iter().copied().fold(0.0, f32::max));
    let from = |corner: &Corner| [corner.middle.x - first.middle.x, corner.middle.y - first.middle.y];
    let (a, b) = (from(one), from(other));
    let (long, short) = (a[0].hypot(a[1]), b[0].hypot(b[1]));
    let (long, short) = (long.max(short), long.min(short));
    let module = sizes.iter().sum::<f32>() / 21.0;
    let cosine = (a[0] * b[0] + a[1] * b[1]) / (long * short);
    let apart = (long + short) / 2.0 / module;
    let fits = least > 0.0
        && most <= MOST_RATIO * least
        && long <= MOST_LEGS * short
        && cosine.abs() <= MOST_COSINE
        && APART.contains(&apart);
    if !fits {
        return None;
    }
    // Seen from the front the top right comes before the bottom left, clockwise.
    let clockwise = a[0] * b[1] - a[1] * b[0] > 0.0;
    let (right, left) = if clockwise { (one, other) } else { (other, one) };
    let place = |corner: &Corner| [corner.middle.x, corner.middle.y];
    let unlikely = cosine.abs() + (long / short).ln() + (most / least).ln() + apart / 100.0;
    // A corner is as far away as it is small, and on a plane the distances add up.
    let three =
        [(right, 1.0), (left, 1.0), (first, -1.0)].map(|(corner, sign)| (place(corner), sign / corner.size));
    let depth = three.iter().map(|(_, depth)| depth).sum::<f32>().max(0.3 / most);
    let opposite =
        [0, 1].map(|axis| three.iter().map(|(place, depth)| place[axis] * depth).sum::<f32>() / depth);
    let (top_left, top_right, bottom_left) = (place(first), place(right), place(left));
    let triple = Triple { top_left, top_right, bottom_left, module, opposite };
    Some((unlikely, triple))
}
