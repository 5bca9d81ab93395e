//! One way to read a picture. No way reads everything; each of these reads some that the others do not.

use super::decoder::{Corner, Decoder, Text, corners};
use super::grid;
use super::prepare::{Region, crop, darker, double, half, local, soften, third, two_thirds};
use crate::device::camera::Picture;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A preparation and the decoder behind it.
///
/// What each is worth beside the others, and the whole beside other decoders, is measured by
/// `tests/decoders/compare.py`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Half the size against the mean around each pixel: most codes, in any light.
    Half,
    /// The same for light on dark, which neither decoder looks for by itself.
    HalfDark,
    /// A third of the size: codes close to the camera, blurred, moving, noisy.
    Third,
    /// The grid of modules laid over the gray picture where corners were seen: blur, glare, cracks, tilted and
    /// curved codes.
    Grid,
    /// Two thirds of the size, softened, against a wider mean: the grid of a screen, folds, shadows, worn print.
    Soft,
    /// The whole picture in full size against a wide mean: small modules.
    Full,
    /// Half the size with every dark part grown: screens that outshine their code, faded print.
    Darker,
    /// The likeliest place at twice the size: codes far away.
    Doubled,
    /// Half the size against a close mean, by the decoder that is good at tilted codes.
    Close,
}

/// A picture on its way through the stages, with what earlier ones have seen of it.
pub(super) struct Work<'a> {
    picture: &'a Picture,
    /// Where the cheap look saw something.
    place: Option<Region>,
    /// Corners of dark-on-light codes, each once.
    corners: Vec<Corner>,
}

impl<'a> Work<'a> {
    pub(super) fn new(picture: &'a Picture, place: Option<Region>) -> Self {
        Self { picture, place, corners: Vec::new() }
    }

    /// Reads by rxing and keeps the corners that it saw: what one preparation hides, another shows.
    fn by_rxing(&mut self, prepared: &Picture, place: Region) -> Vec<Text> {
        let (texts, corners) = Decoder::Rxing.read(prepared, place);
        self.keep(&corners);
        texts
    }

    fn keep(&mut self, corners: &[Corner]) {
        for corner in corners {
            let apart = |known: &Corner| known.middle.distance(corner.middle) > known.size / 3.0;
            if self.corners.iter().all(apart) {
                self.corners.push(*corner);
            }
        }
    }
}

impl Stage {
    /// All, in the order in which they are tried.
    pub const ALL: [Self; 9] = [
        Self::Half,
        Self::HalfDark,
        Self::Third,
        Self::Grid,
        Self::Soft,
        Self::Full,
        Self::Darker,
        Self::Doubled,
        Self::Close,
    ];

    /// Reads what it can: texts, untrimmed, with their places in the picture. A stage that panics has read nothing.
    pub(super) fn read(self, work: &mut Work) -> Vec<Text> {
        catch_unwind(AssertUnwindSafe(|| self.read_boldly(work))).unwrap_or_else(|_| {
            tracing::error!(stage = ?self, "a way to read failed on a picture");
            Vec::new()
        })
    }

    fn read_boldly(self, work: &mut Work) -> Vec<Text> {
        let picture = work.picture;
        let whole = Region::whole(picture);
        match self {
            Self::Half => work.by_rxing(&local(&half(picture), 12, 2, false), whole),
            Self::HalfDark => Decoder::Rxing.read(&local(&half(picture), 12, 2, true), whole).0,
            Self::Third => work.by_rxing(&local(&third(picture), 6, 2, false), whole),
            Self::Grid => {
                let half = half(picture);
                work.keep(&corners(&local(&half, 6, 2, false), whole));
                grid::read(&half, whole, &work.corners, grid::DEADLINE)
            }
            Self::Soft => work.by_rxing(&local(&soften(&two_thirds(picture)), 16, 2, false), whole),
            Self::Full => work.by_rxing(&local(picture, 24, 2, false), whole),
            Self::Darker => work.by_rxing(&local(&darker(&half(picture)), 12, 2, false), whole),
            Self::Doubled => {
                // Doubling a large place would cost more than all the others.
                let small =
                    work.place.filter(|place| place.width * place.height * 4 <= picture.pixels().len());
                small.map_or_else(Vec::new, |place| {
                    Decoder::Rxing.read(&local(&double(&crop(picture, place)), 12, 2, false), place).0
                })
            }
            Self::Close => Decoder::Rqrr.read(&local(&half(picture), 6, 5, false), whole).0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_any_size_are_taken() {
        for (width, height) in [(1, 1), (1, 9), (9, 1), (2, 2), (3, 3), (5, 4), (64, 2)] {
            let flat = Picture::new(width, height, vec![200; width * height]).unwrap();
            let mut work = Work::new(&flat, Some(Region::whole(&flat)));
            assert!(Stage::ALL.iter().all(|stage| stage.read(&mut work).is_empty()));
        }
    }
}
