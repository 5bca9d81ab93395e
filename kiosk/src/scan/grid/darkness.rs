//! How dark a place is against its surroundings.

use crate::device::camera::Picture;

/// Positive where it is darker than the mean around, in steps of gray; between pixels by their neighbours.
pub(super) struct Darkness {
    width: usize,
    height: usize,
    values: Vec<f32>,
}

impl Darkness {
    /// Against the mean of the square of `radius` around each pixel.
    pub(super) fn of(picture: &Picture, radius: usize) -> Self {
        let (width, height) = (picture.width(), picture.height());
        let mut columns = vec![0u32; width];
        let mut before = vec![0u32; width + 1];
        let mut values = Vec::with_capacity(width * height);
        let add = |columns: &mut [u32], y: usize| {
            columns.iter_mut().zip(picture.row(y)).for_each(|(sum, pixel)| *sum += u32::from(*pixel));
        };
        (0..radius.min(height)).for_each(|y| add(&mut columns, y));
        for y in 0..height {
            if y + radius < height {
                add(&mut columns, y + radius);
            }
            if y > radius {
                let gone = picture.row(y - radius - 1);
                columns.iter_mut().zip(gone).for_each(|(sum, pixel)| *sum -= u32::from(*pixel));
            }
            let rows = (y + radius).min(height - 1) - y.saturating_sub(radius) + 1;
            let mut sum = 0;
            for (total, column) in before[1..].iter_mut().zip(&columns) {
                sum += column;
                *total = sum;
            }
            values.extend(picture.row(y).iter().enumerate().map(|(x, pixel)| {
                let (left, right) = (x.saturating_sub(radius), (x + radius + 1).min(width));
                let mean = (before[right] - before[left]) as f32 / (rows * (right - left)) as f32;
                mean - f32::from(*pixel)
            }));
        }
        Self { width, height, values }
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
