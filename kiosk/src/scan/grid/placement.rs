//! Where each module of a code lies in the picture.

use crate::device::camera::{Quad, Spot};

/// A place in pixels.
pub(super) type Place = [f32; 2];

/// A flat code seen from anywhere, whose rows and columns may be bent: a projection of the square, and a bulge to
/// each side that is largest in the middle. That is enough for a curled sheet or a phone's protective glass.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placement {
    /// Top left, top right, bottom right, bottom left.
    pub(super) corners: [Place; 4],
    /// How far the middle of the rows is off in x and in y, then the middle of the columns; in pixels.
    pub(super) bulges: [f32; 4],
    modules: f32,
    projection: [f32; 8],
}

impl Placement {
    /// A square of so many modules a side, its corners at these places.
    pub(super) fn new(corners: [Place; 4], bulges: [f32; 4], modules: f32) -> Self {
        // The projection of the unit square onto four corners (P. Heckbert, Fundamentals of texture mapping, 1989).
        let [a, b, c, d] = corners;
        let sum = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]];
        let (right, left) = ([b[0] - c[0], b[1] - c[1]], [d[0] - c[0], d[1] - c[1]]);
        let area = right[0] * left[1] - left[0] * right[1];
        let (g, h) = if area.abs() < 1e-6 {
            (0.0, 0.0)
        } else {
            ((sum[0] * left[1] - left[0] * sum[1]) / area, (right[0] * sum[1] - sum[0] * right[1]) / area)
        };
        let x = [b[0] - a[0] + g * b[0], d[0] - a[0] + h * d[0], a[0]];
        let y = [b[1] - a[1] + g * b[1], d[1] - a[1] + h * d[1], a[1]];
        Self { corners, bulges, modules, projection: [x[0], x[1], x[2], y[0], y[1], y[2], g, h] }
    }

    /// The place of a point given in modules from the top left.
    #[inline]
    pub(super) fn at(&self, x: f32, y: f32) -> Place {
        let (u, v) = (x / self.modules, y / self.modules);
        let [a, b, c, d, e, f, g, h] = self.projection;
        let depth = g * u + h * v + 1.0;
        let (along, down) = (4.0 * u * (1.0 - u), 4.0 * v * (1.0 - v));
        let [row_x, row_y, column_x, column_y] = self.bulges;
        [
            (a * u + b * v + c) / depth + row_x * along + column_x * down,
            (d * u + e * v + f) / depth + row_y * along + column_y * down,
        ]
    }

    /// The corners.
    pub(super) fn outline(&self) -> Quad {
        Quad(self.corners.map(|[x, y]| Spot { x, y }))
    }
}
