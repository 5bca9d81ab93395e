//! The cheap look: where in a picture something could be a code. A code is a patch of strong edges in both
//! directions; a face, a wall or a lamp is not.

use super::prepare::{Region, half};
use crate::device::camera::Picture;

/// Side of a tile in pixels of the half-size picture.
const TILE: usize = 12;

/// An edge this strong in both directions, as a mean over a tile, is worth a look even in a quiet picture.
const FAINTEST: u32 = 5;

/// A patch is this many tiles wide and high at least: a code fills about 70 pixels or it cannot be read.
const SMALLEST: usize = 3;

/// More places than this are not looked at in one picture.
const MOST: usize = 3;

/// What one cheap look found.
#[derive(Debug, Clone)]
pub(super) struct Glance {
    /// The places that could hold a code, most likely first, at most [`MOST`].
    pub(super) places: Vec<Region>,
    edges: Vec<u32>,
}

impl Glance {
    /// Whether the scene is the same as in another glance: nothing moved, so nothing new can be read.
    pub(super) fn resembles(&self, other: &Self) -> bool {
        let moved = |(a, b): &(&u32, &u32)| a.abs_diff(**b) > FAINTEST.max(**a / 4);
        let tiles = self.edges.len();
        tiles == other.edges.len() && self.edges.iter().zip(&other.edges).filter(moved).count() * 100 <= tiles
    }
}

/// Looks for places that could hold a code.
pub(super) fn glance(picture: &Picture) -> Glance {
    let small = half(picture);
    let (columns, rows) = (small.width() / TILE, small.height() / TILE);
    if columns < SMALLEST || rows < SMALLEST {
        return Glance { places: vec![Region::whole(picture)], edges: Vec::new() };
    }
    let edges = edges(&small, columns, rows);
    // In a noisy picture everything has edges; a code has clearly more than the usual tile.
    let mut sorted = edges.clone();
    let middle = sorted.len() / 2;
    let (_, usual, _) = sorted.select_nth_unstable(middle);
    let least = FAINTEST.max(*usual * 2);
    let mut patches = patches(&edges, columns, least);
    patches.sort_unstable_by_key(|patch| std::cmp::Reverse(patch.weight));
    patches.truncate(MOST);
    Glance { places: patches.iter().map(|patch| patch.region(picture)).collect(), edges }
}

/// The lesser of the mean horizontal and vertical edge of each tile.
fn edges(small: &Picture, columns: usize, rows: usize) -> Vec<u32> {
    let mut found = Vec::with_capacity(columns * rows);
    let mut across = vec![0u32; columns];
    let mut down = vec![0u32; columns];
    for tile_row in 0..rows {
        across.fill(0);
        down.fill(0);
        // Every other row is enough to tell.
        for y in (tile_row * TILE..(tile_row + 1) * TILE).step_by(2) {
            let here = small.row(y);
            let below = small.row((y + 1).min(small.height() - 1));
            let next = &here[1..];
            for (column, (across, down)) in across.iter_mut().zip(&mut down).enumerate() {
                let (from, to) = (column * TILE, (column + 1) * TILE);
                let to_next = to.min(next.len());
                *across += steps(&here[from..to_next], &next[from..to_next]);
                *down += steps(&here[from..to], &below[from..to]);
            }
        }
        let area = (TILE * TILE / 2) as u32;
        found.extend(across.iter().zip(&down).map(|(across, down)| across.min(down) / area));
    }
    found
}

fn steps(a: &[u8], b: &[u8]) -> u32 {
    a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(*b))).sum()
}

/// Tiles that hang together.
struct Patch {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
    tiles: usize,
    weight: u32,
}

impl Patch {
    /// Where it is in the full picture, with a margin for the quiet zone and the tiles that the edge missed.
    fn region(&self, picture: &Picture) -> Region {
        let side = (self.right - self.left + 1).max(self.bottom - self.top + 1);
        let margin = (side / 5 + 1) * TILE * 2;
        let left = (self.left * TILE * 2).saturating_sub(margin);
        let top = (self.top * TILE * 2).saturating_sub(margin);
        let right = ((self.right + 1) * TILE * 2 + margin).min(picture.width());
        let bottom = ((self.bottom + 1) * TILE * 2 + margin).min(picture.height());
        Region { left, top, width: right - left, height: bottom - top }
    }
}

/// Flood fill, with gaps of one tile allowed, so that a glare spot does not tear a code apart.
fn patches(edges: &[u32], columns: usize, least: u32) -> Vec<Patch> {
    let rows = edges.len() / columns;
    let mut seen: Vec<bool> = edges.iter().map(|edge| *edge < least).collect();
    let mut found = Vec::new();
    let mut open = Vec::new();
    for start in 0..edges.len() {
        if seen[start] {
            continue;
        }
        seen[start] = true;
        open.push(start);
        let (x, y) = (start % columns, start / columns);
        let mut patch = Patch { left: x, top: y, right: x, bottom: y, tiles: 0, weight: 0 };
        while let Some(tile) = open.pop() {
            let (x, y) = (tile % columns, tile / columns);
            patch.left = patch.left.min(x);
            patch.right = patch.right.max(x);
            patch.top = patch.top.min(y);
            patch.bottom = patch.bottom.max(y);
            patch.tiles += 1;
            patch.weight += edges[tile];
            for y in y.saturating_sub(2)..(y + 3).min(rows) {
                for x in x.saturating_sub(2)..(x + 3).min(columns) {
                    let near = y * columns + x;
                    if !seen[near] {
                        seen[near] = true;
                        open.push(near);
                    }
                }
            }
        }
        let (wide, high) = (patch.right - patch.left + 1, patch.bottom - patch.top + 1);
        if wide >= SMALLEST && high >= SMALLEST && patch.tiles * 3 >= wide * high {
            found.push(patch);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::drawn::{code, scene, smooth};

    #[test]
    fn a_code_is_a_place_and_a_smooth_lobby_is_not() {
        let lobby = smooth(1280, 720);
        assert_eq!(glance(&lobby).places, []);
        let held = scene(&lobby, &code("F1:HELD BEFORE THE CAMERA", 5), 600, 300);
        let places = glance(&held).places;
        let side = code("F1:HELD BEFORE THE CAMERA", 5).width();
        assert_eq!(places.len(), 1);
        let place = places[0];
        assert!(place.left <= 620 && place.left + place.width >= 580 + side, "{place:?}");
        assert!(place.top <= 320 && place.top + place.height >= 280 + side, "{place:?}");
    }

    #[test]
    fn a_still_scene_resembles_itself_and_a_new_code_changes_it() {
        let lobby = smooth(1280, 720);
        let held = scene(&lobby, &code("F1:ONE", 6), 300, 300);
        assert!(glance(&held).resembles(&glance(&held)));
        assert!(!glance(&held).resembles(&glance(&lobby)));
    }

    #[test]
    fn tiny_pictures_are_taken_whole() {
        let tiny = Picture::new(3, 2, vec![0; 6]).unwrap();
        assert_eq!(glance(&tiny).places, [Region::whole(&tiny)]);
    }
}
