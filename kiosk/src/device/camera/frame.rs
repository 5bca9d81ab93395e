//! What a camera gives: gray pictures with the time of capture.

use foyer_domain::Timestamp;
use std::time::Instant;

/// A gray picture, row by row, one byte a pixel, 0 black.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Picture {
    /// A picture of these pixels; `None` unless there is exactly one byte for each pixel of at least one.
    pub fn new(width: usize, height: usize, pixels: Vec<u8>) -> Option<Self> {
        let size = width.checked_mul(height)?;
        (size > 0 && pixels.len() == size).then_some(Self { width, height, pixels })
    }

    /// Pixels in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// All pixels, row by row.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// One row, from the top.
    ///
    /// # Panics
    /// If there is no such row.
    pub fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({}×{})", self.width, self.height)
    }
}

/// One picture of the camera.
#[derive(Debug, Clone)]
pub struct Frame {
    /// What it shows.
    pub picture: Picture,
    /// When it was taken, by the program's clock.
    pub captured_at: Timestamp,
    /// The same moment on the machine's steady clock, to measure from.
    pub taken: Instant,
    /// Counts up over the life of the camera, so that a gap can be seen.
    pub sequence: u64,
}

/// A place in a picture, in pixels from the top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Spot {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

impl Spot {
    /// How far it is to another, in pixels.
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// Four corners in order around a code.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Quad(pub [Spot; 4]);

impl Quad {
    /// The same corners after moving and scaling: `at · scale + offset`.
    pub fn mapped(&self, map: impl Fn(Spot) -> Spot) -> Self {
        Self(self.0.map(map))
    }

    /// Whether a place lies inside; the quad must be convex.
    pub fn contains(&self, spot: Spot) -> bool {
        let side = |a: Spot, b: Spot| (b.x - a.x) * (spot.y - a.y) - (b.y - a.y) * (spot.x - a.x);
        let sides: [f32; 4] = std::array::from_fn(|i| side(self.0[i], self.0[(i + 1) % 4]));
        sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
    }

    /// Left, top, right and bottom of the upright rectangle around it.
    pub fn bounds(&self) -> (f32, f32, f32, f32) {
        self.0.iter().fold((f32::MAX, f32::MAX, f32::MIN, f32::MIN), |(left, top, right, bottom), spot| {
            (left.min(spot.x), top.min(spot.y), right.max(spot.x), bottom.max(spot.y))
        })
    }

    /// The same shape, grown about its middle.
    pub fn grown(&self, factor: f32) -> Self {
        let middle = self.middle();
        self.mapped(|spot| Spot {
            x: middle.x + (spot.x - middle.x) * factor,
            y: middle.y + (spot.y - middle.y) * factor,
        })
    }

    /// Its middle.
    pub fn middle(&self) -> Spot {
        Spot {
            x: self.0.iter().map(|spot| spot.x).sum::<f32>() / 4.0,
            y: self.0.iter().map(|spot| spot.y).sum::<f32>() / 4.0,
        }
    }
}
