//! Reads a code by laying its grid of modules over the gray picture.
//!
//! A decoder that works on black and white decides about each pixel before it knows where the modules are; blur,
//! glare and folds then cost it the code. Every code has parts that are known beforehand, though: three corners,
//! two dotted lines between them, small squares inside. Here the corners only say where to begin; the grid is then
//! moved until the known parts lie where they are dark and light ([`fit`]), each module is weighed in the gray
//! picture ([`weigh`]), and what is doubtful counts less in the correction of errors ([`codewords`]). Where that is
//! not enough the grid may give way, cell by cell ([`mesh`]).

mod codewords;
mod darkness;
mod fit;
mod known;
mod mesh;
mod placement;
mod reed_solomon;
#[cfg(test)]
mod tests;
mod triples;
mod weigh;

use super::decoder::{Corner, Text};
use super::prepare::Region;
use super::thread_time;
use crate::device::camera::{Picture, Spot};
use darkness::Darkness;
use fit::{Fit, View};
use mesh::Mesh;
use std::time::Duration;
use triples::triples;

/// What one picture may take.
pub(super) const DEADLINE: Duration = Duration::from_millis(9);

/// Dark is what is darker than the mean of so many pixels to each side: wider than a corner of the largest code.
const RADIUS: usize = 36;

/// Where a first try explains so much of the known parts, there is a code.
const CLEAR: f32 = 0.7;

/// So many others are laid with care, the most promising first.
const MOST_DOUBTFUL: usize = 4;

/// A grid that explains less of its known parts than this is none.
const LEAST_FIT: f32 = 0.3;

/// All codes that belong to three of these corners. `gray` is the original picture, made smaller; corners and places
/// are the original's. Once `deadline` of this thread's time is used up only the grid at hand is finished.
pub(super) fn read(gray: &Picture, original: Region, corners: &[Corner], deadline: Duration) -> Vec<Text> {
    let began = thread_time();
    let scale = original.width as f32 / gray.width() as f32;
    let triples = triples(corners, scale);
    if triples.is_empty() {
        return Vec::new();
    }
    let darkness = Darkness::of(gray, RADIUS);
    let mut reader = Reader { darkness: &darkness, until: began.saturating_add(deadline), texts: Vec::new() };
    // What is clear at once is read at once; the rest waits, the most promising first.
    let mut rest: Vec<(View, Fit)> = Vec::new();
    for triple in &triples {
        if reader.has_read(triple.middle()) {
            continue;
        }
        let (clear, doubtful): (Vec<_>, Vec<_>) =
            View::of(&darkness, triple).begin(triple).partition(|(_, fit)| fit.score >= CLEAR);
        rest.extend(doubtful);
        clear.into_iter().for_each(|(view, fit)| reader.read(view, fit));
    }
    rest.sort_by(|(_, one), (_, other)| other.score.total_cmp(&one.score));
    for (view, fit) in rest.into_iter().take(MOST_DOUBTFUL) {
        if reader.is_late() {
            break;
        }
        reader.read(view, fit);
    }
    let texts = reader.texts;
    let enlarged = |spot: Spot| Spot { x: spot.x * scale, y: spot.y * scale };
    texts.into_iter().map(|(text, quad)| (text, quad.mapped(enlarged))).collect()
}

struct Reader<'a> {
    darkness: &'a Darkness,
    /// By this thread's time.
    until: Duration,
    texts: Vec<Text>,
}

impl Reader<'_> {
    fn is_late(&self) -> bool {
        thread_time() > self.until
    }

    fn has_read(&self, spot: Spot) -> bool {
        self.texts.iter().any(|(_, quad)| quad.contains(spot))
    }

    /// Lays the grid with care, and reads it if it is one; a place that was read already is left alone.
    fn read(&mut self, view: View, mut fit: Fit) {
        if self.has_read(fit.placement.outline().middle()) {
            return;
        }
        view.climb(&mut fit);
        if fit.score < LEAST_FIT {
            return;
        }
        let (side, version) = (fit.known.side, fit.known.version);
        let stiff = weigh::modules(self.darkness, side, |x, y| fit.placement.at(x, y));
        let text = codewords::read(&stiff, version).or_else(|| {
            if self.is_late() {
                return None;
            }
            let mesh = Mesh::relaxed(&view, &fit);
            codewords::read(&weigh::modules(self.darkness, side, |x, y| mesh.at(&fit, x, y)), version)
        });
        self.texts.extend(text.map(|text| (text, fit.placement.outline())));
    }
}
