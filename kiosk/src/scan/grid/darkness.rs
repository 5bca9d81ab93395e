//! How dark a place is against its surroundings.

use crate::device::camera::Picture;
use crate::scan::prepare::by_surroundings;

/// Positive where it is darker than the mean around, in steps of gray; between pixels by their neighbours.
pub(super) struct Darkness {
    width: usize,
    height: usize,
    values: Vec<f32>,
}

impl Darkness {
    /// Against the mean of the square of `radius` around each pixel.
    pub(super) fn of(picture: &Picture, radius: usize) -> Self {
        let darker = |pixel, sum, area| sum as f32 / area as f32 - f32::from(pixel);
        let values = by_surroundings(picture, radius, darker);
        Self { width: picture.width(), height: picture.height(), values }
    }

    /// At a place in pixels, whose middles are at halves. Outside the picture nothing is dark or light.
    #[inline]
    pub(super) fn at(&self, [x, y]: [f32; 2]) -> f32 {
        let (x, y) = (x - 0.5, y - 0.5);
        if !(x >= 0.0 && y >= 0.0) {
            return 0.0;
        }
        let (column, row) = (x as usize, y as usize);
        if column + 1 >= self.width || row + 1 >= self.height {
            return 0.0;
        }
        let (right, down) = (x - column as f32, y - row as f32);
        let first = row * self.width + column;
        let (above, below) = (&self.values[first..first + 2], &self.values[first + self.width..][..2]);
        let above = above[0] + (above[1] - above[0]) * right;
        let below = below[0] + (below[1] - below[0]) * right;
        above + (below - above) * down
    }
}
