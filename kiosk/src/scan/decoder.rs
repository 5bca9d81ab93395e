//! The two decoders, on a black and white picture that was made ready for them.

use super::prepare::Region;
use super::thread_time;
use crate::device::camera::{Picture, Quad, Spot};
use rqrr::PreparedImage;
use rxing::common::cpp_essentials::ConcentricPattern;
use rxing::common::{BitMatrix, DetectorRXingResult};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};
use std::time::Duration;

/// A text, untrimmed, and its place in the original picture.
pub(super) type Text = (String, Quad);

/// What could be one of the three corners of a code, in the original picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Corner {
    pub(super) middle: Spot,
    /// Its width, seven modules; in pixels.
    pub(super) size: f32,
}

/// A picture full of edges has thousands of triples that could be the corners of a code; the likeliest come first.
/// What is not found within this computing time is left to the next picture.
const DEADLINE: Duration = Duration::from_millis(8);

/// Patterns that could be a corner; a picture with more of them shows a fence and not a code.
const MOST_CORNERS: usize = 60;

/// rqrr looks at every three corners that could belong together and cannot be stopped: 70 take it 0.2 s, 600 more
/// than 3 s. A picture with more corners than this is left to rxing, which stops at [`DEADLINE`].
const MOST_FOR_RQRR: usize = 15;

/// Which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decoder {
    /// The newer reader of the zxing family.
    Rxing,
    /// The other.
    Rqrr,
}

impl Decoder {
    /// Reads a prepared picture of a `place` in the original one; black is 0. Corners are told by rxing alone,
    /// whether a text belongs to them or not.
    pub(super) fn read(self, prepared: &Picture, place: Region) -> (Vec<Text>, Vec<Corner>) {
        let original = Original::of(prepared, place);
        let (texts, corners) = match self {
            Self::Rxing => by_rxing(prepared),
            Self::Rqrr => (by_rqrr(prepared), Vec::new()),
        };
        let texts = texts.into_iter().map(|(text, quad)| (text, quad.mapped(|spot| original.spot(spot))));
        (texts.collect(), corners.iter().map(|corner| original.corner(corner)).collect())
    }
}

/// The corners alone.
pub(super) fn corners(prepared: &Picture, place: Region) -> Vec<Corner> {
    let original = Original::of(prepared, place);
    let found = bits(prepared).map(|bits| patterns(&bits)).unwrap_or_default();
    found.iter().map(|corner| original.corner(corner)).collect()
}

/// From a prepared picture back to the original one.
#[derive(Debug, Clone, Copy)]
struct Original {
    place: Region,
    across: f32,
    down: f32,
}

impl Original {
    fn of(prepared: &Picture, place: Region) -> Self {
        let across = place.width as f32 / prepared.width() as f32;
        Self { place, across, down: place.height as f32 / prepared.height() as f32 }
    }

    fn spot(&self, spot: Spot) -> Spot {
        let (left, top) = (self.place.left as f32, self.place.top as f32);
        Spot { x: left + spot.x * self.across, y: top + spot.y * self.down }
    }

    fn corner(&self, found: &ConcentricPattern) -> Corner {
        let middle = self.spot(Spot { x: found.p.x, y: found.p.y });
        Corner { middle, size: found.size as f32 * self.across }
    }
}

/// The black pixels of a picture, as rxing wants them; `None` if it is too small for any code.
fn bits(prepared: &Picture) -> Option<BitMatrix> {
    // It looks at every third row, and so needs three.
    if prepared.height() < 3 {
        return None;
    }
    let (width, height) = (u32::try_from(prepared.width()).ok()?, u32::try_from(prepared.height()).ok()?);
    let mut bits = BitMatrix::new(width, height).ok()?;
    for (y, row) in (0..).zip(prepared.pixels().chunks_exact(prepared.width())) {
        for (x, _) in (0..).zip(row).filter(|(_, pixel)| **pixel == 0) {
            bits.set(x, y);
        }
    }
    Some(bits)
}

/// What could be a corner of a code, the largest first.
fn patterns(bits: &BitMatrix) -> Vec<ConcentricPattern> {
    let mut patterns = FindFinderPatterns(bits, true, 0);
    // They come in order of rows; noise makes small ones anywhere.
    patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.size));
    patterns.truncate(MOST_CORNERS);
    patterns
}

fn by_rxing(prepared: &Picture) -> (Vec<Text>, Vec<ConcentricPattern>) {
    let Some(bits) = bits(prepared) else { return (Vec::new(), Vec::new()) };
    let mut corners = patterns(&bits);
    let began = thread_time();
    let (mut texts, mut used) = (Vec::new(), Vec::new());
    for triple in GenerateFinderPatternSets(&mut corners) {
        if thread_time().saturating_sub(began) > DEADLINE {
            break;
        }
        let three = [triple.tl, triple.tr, triple.bl];
        if three.iter().any(|corner| used.contains(corner)) {
            continue;
        }
        let Ok(sampled) = SampleQR(&bits, &triple) else { continue };
        let Ok(decoded) = Decode(sampled.getBits()) else { continue };
        if decoded.isValid() {
            used.extend(three);
            let spot = |index: usize| {
                let point = sampled.getPoints().get(index).copied().unwrap_or_default();
                Spot { x: point.x, y: point.y }
            };
            texts.push((decoded.text(), Quad(std::array::from_fn(spot))));
        }
    }
    (texts, corners)
}

fn by_rqrr(prepared: &Picture) -> Vec<Text> {
    let (width, height) = (prepared.width(), prepared.height());
    if bits(prepared).is_none_or(|bits| FindFinderPatterns(&bits, true, 0).len() > MOST_FOR_RQRR) {
        return Vec::new();
    }
    let black = |x: usize, y: usize| prepared.row(y)[x] == 0;
    let mut search = PreparedImage::prepare_from_bitmap(width, height, black);
    let spot = |point: rqrr::Point| Spot { x: point.x as f32 + 0.5, y: point.y as f32 + 0.5 };
    let grids = search.detect_grids();
    let read = |grid: &rqrr::Grid<_>| Some((grid.decode().ok()?.1, Quad(grid.bounds.map(spot))));
    grids.iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::drawn::{code, scene, smooth};
    use crate::scan::prepare::local;

    #[test]
    fn both_read_all_codes_of_a_picture_with_their_places() {
        let two = scene(&smooth(640, 480), &code("F1:ONE", 6), 60, 100);
        let two = scene(&two, &code("https://two.example", 5), 380, 180);
        let prepared = local(&two, 12, 2, false);
        // As if the picture were twice as large and lay elsewhere in a larger one.
        let place = Region { left: 10, top: 20, width: 1280, height: 960 };
        for decoder in [Decoder::Rxing, Decoder::Rqrr] {
            let (mut texts, _) = decoder.read(&prepared, place);
            texts.sort_by(|a, b| a.0.cmp(&b.0));
            let [(one, quad), (other, _)] = &texts[..] else { panic!("{decoder:?}: {texts:?}") };
            assert_eq!((one.as_str(), other.as_str()), ("F1:ONE", "https://two.example"));
            let middle = quad.middle();
            let half = code("F1:ONE", 6).width() as f32 / 2.0;
            assert!((middle.x - (10.0 + 2.0 * (60.0 + half))).abs() < 8.0, "{decoder:?}: {middle:?}");
            assert!((middle.y - (20.0 + 2.0 * (100.0 + half))).abs() < 8.0, "{decoder:?}: {middle:?}");
        }
    }

    #[test]
    fn pictures_of_any_size_are_taken() {
        for (width, height) in [(1, 1), (1, 9), (9, 1), (2, 2), (3, 3), (5, 4), (64, 2)] {
            for shade in [0, 255] {
                let flat = Picture::new(width, height, vec![shade; width * height]).unwrap();
                for decoder in [Decoder::Rxing, Decoder::Rqrr] {
                    assert_eq!(decoder.read(&flat, Region::whole(&flat)), (Vec::new(), Vec::new()));
                }
            }
        }
    }

    #[test]
    fn a_fence_full_of_corners_is_no_code() {
        // The worst for whoever looks for three corners that belong together: rqrr would not end within minutes.
        let corner = |x: usize, y: usize| {
            let (x, y) = (x % 9, y % 9);
            let ring = x.abs_diff(3).max(y.abs_diff(3));
            x < 7 && y < 7 && (ring <= 1 || ring == 3)
        };
        let pixels = (0..640 * 360).map(|at| if corner(at % 640, at / 640) { 0 } else { 255 }).collect();
        let fence = Picture::new(640, 360, pixels).unwrap();
        for decoder in [Decoder::Rxing, Decoder::Rqrr] {
            assert!(decoder.read(&fence, Region::whole(&fence)).0.is_empty(), "{decoder:?}");
        }
    }
}
