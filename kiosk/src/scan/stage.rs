//! One way to read a picture. No decoder reads everything; each of these reads some that the others do not.

use super::prepare::{Region, crop, double, half, local, soften, third, two_thirds};
use crate::device::camera::{Picture, Quad, Spot};
use rqrr::PreparedImage;

/// A preparation and the decoder behind it.
///
/// The first four read 80 % of what 70 pictures of phones and papers hold (45 % by the decoder alone), the second
/// and third what is too close or folded for the first; the rest is for cases that those pictures hardly have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Half the size against the mean close around each pixel: most codes, in any light.
    HalfLocal,
    /// A third of the size, the same way: codes close to the camera, blurred, moving, noisy.
    ThirdLocal,
    /// Two thirds of the size against a wider mean: folds, shadows, small modules.
    WideLocal,
    /// Two thirds of the size, softened, against a close mean: the grid of a screen, worn print.
    SoftLocal,
    /// Light on dark, which the decoder itself does not know.
    Dark,
    /// The likeliest place at twice the size: codes far away.
    Doubled,
    /// The picture as it is.
    Full,
}

impl Stage {
    /// All, in the order in which they are tried.
    pub const ALL: [Self; 7] = [
        Self::HalfLocal,
        Self::ThirdLocal,
        Self::WideLocal,
        Self::SoftLocal,
        Self::Dark,
        Self::Doubled,
        Self::Full,
    ];

    /// Reads what it can: texts, untrimmed, with their places in the picture. `place` is where the gate saw
    /// something.
    pub(super) fn read(self, picture: &Picture, place: Option<Region>) -> Vec<(String, Quad)> {
        let whole = Region::whole(picture);
        match self {
            Self::HalfLocal => decode(&local(&half(picture), 6, 5, false), Tone::TwoTone, whole),
            Self::ThirdLocal => decode(&local(&third(picture), 6, 2, false), Tone::TwoTone, whole),
            Self::WideLocal => decode(&local(&two_thirds(picture), 16, 5, false), Tone::TwoTone, whole),
            Self::SoftLocal => {
                decode(&local(&soften(&two_thirds(picture)), 8, 2, false), Tone::TwoTone, whole)
            }
            Self::Dark => decode(&local(&soften(&two_thirds(picture)), 16, 2, true), Tone::TwoTone, whole),
            Self::Doubled => {
                // Doubling a large place would cost more than all the others.
                let small = place.filter(|place| place.width * place.height * 4 <= picture.pixels().len());
                small.map_or_else(Vec::new, |place| {
                    decode(&local(&double(&crop(picture, place)), 12, 2, false), Tone::TwoTone, place)
                })
            }
            Self::Full => decode(picture, Tone::Gray, whole),
        }
    }
}

/// Whether a picture is black and white already.
#[derive(Clone, Copy)]
enum Tone {
    Gray,
    TwoTone,
}

/// Runs the decoder on a prepared picture of a place, and says where in the original one it found what.
fn decode(prepared: &Picture, tone: Tone, place: Region) -> Vec<(String, Quad)> {
    let (width, height) = (prepared.width(), prepared.height());
    let across = place.width as f32 / width as f32;
    let down = place.height as f32 / height as f32;
    let in_original = |point: rqrr::Point| Spot {
        x: place.left as f32 + (point.x as f32 + 0.5) * across,
        y: place.top as f32 + (point.y as f32 + 0.5) * down,
    };
    let pixel = |x: usize, y: usize| prepared.pixels()[y * width + x];
    let mut search = match tone {
        Tone::Gray => PreparedImage::prepare_from_greyscale(width, height, pixel),
        Tone::TwoTone => PreparedImage::prepare_from_bitmap(width, height, |x, y| pixel(x, y) == 0),
    };
    let grids = search.detect_grids();
    let read = |grid: &rqrr::Grid<_>| Some((grid.decode().ok()?.1, Quad(grid.bounds.map(in_original))));
    grids.iter().filter_map(read).collect()
}
