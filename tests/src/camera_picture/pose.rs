//! Where each dot of the picture looks to: turned, tilted, far away, bent, and seen through a lens.

use super::SIZE;
use super::bend::Bend;
use super::curves::{cosine, sine};

/// How a flat surface is held before the camera.
#[derive(Debug, Clone, Copy)]
pub struct Attitude {
    /// The code's middle in dots of the picture.
    pub middle: (f32, f32),
    /// A module's side in dots, before it is tilted.
    pub module: f32,
    /// Turned in the picture's plane, in degrees.
    pub turned: f32,
    /// Tilted out of the picture's plane, in degrees.
    pub tilted: f32,
    /// Direction of the axis about which it is tilted, in degrees from the picture's lower border.
    pub axis: f32,
    /// Distance of the eye, in dots: less means stronger perspective.
    pub distance: f32,
    /// Radial distortion of the lens at the picture's corners, as a part: negative is a barrel.
    pub distortion: f32,
}

/// From places in the picture to places on the surface, and back.
#[derive(Debug, Clone)]
pub struct Pose {
    back: [f32; 9],
    forward: [f32; 9],
    distortion: f32,
    bend: Option<Bend>,
}

impl Pose {
    /// Of an attitude and a surface that may be bent.
    pub fn new(attitude: &Attitude, bend: Option<Bend>) -> Self {
        let (turn_sin, turn_cos) = (sine(attitude.turned / 360.0), cosine(attitude.turned / 360.0));
        let (tilt_sin, tilt_cos) = (sine(attitude.tilted / 360.0), cosine(attitude.tilted / 360.0));
        let (axis_sin, axis_cos) = (sine(attitude.axis / 360.0), cosine(attitude.axis / 360.0));
        // A step right (u) and down (v) on the surface, as a step in space: along the axis, across it, away.
        let seen = |right: f32, down: f32| {
            let (x, y) = (right * turn_cos - down * turn_sin, right * turn_sin + down * turn_cos);
            let (along, across) = (x * axis_cos + y * axis_sin, y * axis_cos - x * axis_sin);
            let (across, away) = (across * tilt_cos, across * tilt_sin);
            (along * axis_cos - across * axis_sin, along * axis_sin + across * axis_cos, away)
        };
        let (u, v) = (seen(attitude.module, 0.0), seen(0.0, attitude.module));
        let (distance, middle) = (attitude.distance, attitude.middle);
        let forward = [
            distance * u.0 + middle.0 * u.2,
            distance * v.0 + middle.0 * v.2,
            middle.0 * distance,
            distance * u.1 + middle.1 * u.2,
            distance * v.1 + middle.1 * v.2,
            middle.1 * distance,
            u.2,
            v.2,
            distance,
        ];
        Self { back: inverse(&forward), forward, distortion: attitude.distortion, bend }
    }

    /// What a place in the picture shows: modules right and down from the code's middle, and how bright the
    /// surface's slope makes it there (1 where it is flat). `None` behind the eye.
    pub fn to_surface(&self, x: f32, y: f32) -> Option<(f32, f32, f32)> {
        let (middle_x, middle_y) = (SIZE.0 as f32 / 2.0, SIZE.1 as f32 / 2.0);
        let (right, down) = (x - middle_x, y - middle_y);
        let corner = middle_x * middle_x + middle_y * middle_y;
        let stretch = 1.0 + self.distortion * (right * right + down * down) / corner;
        let (u, v) = apply(&self.back, middle_x + right * stretch, middle_y + down * stretch)?;
        Some(self.bend.as_ref().map_or((u, v, 1.0), |bend| {
            let [du, dv, light] = bend.at(u, v);
            (u + du, v + dv, light)
        }))
    }

    /// Where in the picture a place on the surface is seen, in dots.
    pub fn to_picture(&self, u: f32, v: f32) -> (f32, f32) {
        let (mut x, mut y) = apply(&self.forward, u, v).unwrap_or((0.0, 0.0));
        // Lens and bend have no inverse in one formula: Newton's method comes near it in a few steps.
        for _ in 0..8 {
            let [Some(here), Some(right), Some(down)] =
                [(0.0, 0.0), (2.0, 0.0), (0.0, 2.0)].map(|(dx, dy)| self.to_surface(x + dx, y + dy))
            else {
                break;
            };
            let (miss_u, miss_v) = (u - here.0, v - here.1);
            let (a, b) = ((right.0 - here.0) / 2.0, (down.0 - here.0) / 2.0);
            let (c, d) = ((right.1 - here.1) / 2.0, (down.1 - here.1) / 2.0);
            let area = a * d - b * c;
            if area.abs() < 1e-9 {
                break;
            }
            x += ((d * miss_u - b * miss_v) / area).clamp(-40.0, 40.0);
            y += ((a * miss_v - c * miss_u) / area).clamp(-40.0, 40.0);
        }
        (x, y)
    }
}

fn apply(matrix: &[f32; 9], x: f32, y: f32) -> Option<(f32, f32)> {
    let depth = matrix[6] * x + matrix[7] * y + matrix[8];
    (depth > 1e-6).then(|| {
        (
            (matrix[0] * x + matrix[1] * y + matrix[2]) / depth,
            (matrix[3] * x + matrix[4] * y + matrix[5]) / depth,
        )
    })
}

/// The inverse up to a factor, positive where the surface is before the eye.
fn inverse(m: &[f32; 9]) -> [f32; 9] {
    let m = m.map(f64::from);
    let minors = [
        m[4] * m[8] - m[5] * m[7],
        m[2] * m[7] - m[1] * m[8],
        m[1] * m[5] - m[2] * m[4],
        m[5] * m[6] - m[3] * m[8],
        m[0] * m[8] - m[2] * m[6],
        m[2] * m[3] - m[0] * m[5],
        m[3] * m[7] - m[4] * m[6],
        m[1] * m[6] - m[0] * m[7],
        m[0] * m[4] - m[1] * m[3],
    ];
    let determinant = m[0] * minors[0] + m[1] * minors[3] + m[2] * minors[6];
    minors.map(|minor| (minor / determinant * m[8]) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::camera_picture::bend::Crease;
    use crate::camera_picture::dice::Dice;

    const HELD: Attitude = Attitude {
        middle: (700.0, 300.0),
        module: 8.0,
        turned: 200.0,
        tilted: 40.0,
        axis: 70.0,
        distance: 1200.0,
        distortion: -0.03,
    };

    #[test]
    fn the_way_there_and_back_ends_where_it_began() {
        let mut dice = Dice::new(5);
        let mut bend = Bend::flat(30.0);
        bend.curve(&mut dice, 0.3);
        bend.fold(&Crease { through: (3.0, -2.0), direction: 30.0, angle: 25.0 });
        for pose in [Pose::new(&HELD, None), Pose::new(&HELD, Some(bend))] {
            for (u, v) in [(-20.0, -20.0), (20.0, -20.0), (20.0, 20.0), (-20.0, 20.0), (0.0, 0.0)] {
                let (x, y) = pose.to_picture(u, v);
                let back = pose.to_surface(x, y).unwrap();
                assert!((back.0 - u).hypot(back.1 - v) < 0.05, "{u} {v} became {back:?}");
            }
        }
    }

    #[test]
    fn a_surface_that_is_only_turned_keeps_its_modules() {
        let flat = Attitude { tilted: 0.0, distortion: 0.0, turned: 90.0, ..HELD };
        let (x, y) = Pose::new(&flat, None).to_picture(10.0, 0.0);
        assert!((x - 700.0).hypot(y - 380.0) < 0.1, "ten modules to the right, turned, are down: {x} {y}");
    }
}
