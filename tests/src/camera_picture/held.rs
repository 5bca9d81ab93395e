//! A given code held up plainly, and a lobby in which nobody holds up anything: what journeys show to a kiosk.

use super::SIZE;
use super::dice::Dice;
use image::imageops::{FilterType, blur, resize};
use image::{GrayImage, Luma};

/// What carries the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// A phone whose page is white around the code.
    Phone,
    /// A letter.
    Paper,
}

/// How the code is held.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Held {
    /// What carries it.
    pub carrier: Carrier,
    /// The code's side in dots of the picture, before it is tilted.
    pub side: f32,
    /// Turned in the picture's plane, in degrees.
    pub turned: f32,
    /// Tilted away from the camera, in degrees.
    pub tilted: f32,
    /// Its middle, as a part of the picture's width and height.
    pub middle: (f32, f32),
}

impl Default for Held {
    fn default() -> Self {
        Self { carrier: Carrier::Phone, side: 300.0, turned: 6.0, tilted: 14.0, middle: (0.5, 0.5) }
    }
}

/// A lobby without a code: light from the left, a counter, a door, somebody's blurred outline.
pub fn empty_lobby(seed: u64) -> GrayImage {
    finish(lobby(seed), seed)
}

/// The same lobby as of seed 1, a moment later: nothing moves, only the sensor's noise is another.
pub fn still_lobby(noise: u64) -> GrayImage {
    finish(lobby(1), noise)
}

/// A lobby in which somebody holds up `code`, a QR code with its white margin.
pub fn held_up(code: &GrayImage, held: &Held, seed: u64) -> GrayImage {
    let mut picture = lobby(seed);
    let carrier = carrier(code, held.carrier);
    // The margin is part of the picture of the code; `side` means the dark part, about 37 of 45 modules.
    let scale = held.side / (code.width() as f32 * 0.82);
    paste(&mut picture, &carrier, held, scale);
    finish(picture, seed)
}

fn lobby(seed: u64) -> GrayImage {
    let mut dice = Dice::new(seed);
    let (width, height) = SIZE;
    let door = (0.7 + 0.1 * dice.roll()) * width as f32;
    let person = (0.3 + 0.1 * dice.roll()) * width as f32;
    let picture = GrayImage::from_fn(width, height, |x, y| {
        let (x, y) = (x as f32, y as f32);
        let light = 150.0 - 60.0 * x / width as f32 - 20.0 * y / height as f32;
        let doorway = if (x - door).abs() < 90.0 && y > 120.0 { -45.0 } else { 0.0 };
        let counter = if y > 560.0 { -30.0 } else { 0.0 };
        let body = if (x - person).hypot((y - 780.0) * 0.6) < 260.0 { -50.0 } else { 0.0 };
        let head = if (x - person).hypot(y - 330.0) < 85.0 { -25.0 } else { 0.0 };
        Luma([(light + doorway + counter + body + head).clamp(10.0, 245.0) as u8])
    });
    blur(&picture, 6.0)
}

/// The code on what carries it: its picture in the middle of a larger one, 0 where there is nothing.
fn carrier(code: &GrayImage, carrier: Carrier) -> Layer {
    let (side, high) = (code.width(), code.height());
    let (width, height) = match carrier {
        Carrier::Phone => (side * 13 / 10, high * 26 / 10),
        Carrier::Paper => (side * 28 / 10, high * 24 / 10),
    };
    let bezel = side / 16;
    let mut face = GrayImage::from_pixel(width, height, Luma([252]));
    for (x, y, dot) in face.enumerate_pixels_mut() {
        let edge = x.min(width - 1 - x).min(y).min(height - 1 - y);
        let line = y % (high / 8) < high / 40 && (x > width / 8 && x < width * 7 / 8);
        if carrier == Carrier::Phone && edge < bezel {
            *dot = Luma([18]);
        } else if line {
            // Lines of text around the code.
            *dot = Luma([120]);
        }
    }
    image::imageops::overlay(&mut face, code, i64::from((width - side) / 2), i64::from((height - high) / 2));
    // A code is a few dots a module at the camera: what is finer than that only costs time.
    let shrink = (width.max(height) / 1400).max(1);
    let face = resize(&face, width / shrink, height / shrink, FilterType::Triangle);
    Layer { face, shrink: shrink as f32 }
}

struct Layer {
    face: GrayImage,
    shrink: f32,
}

/// Draws the layer into the picture as a pinhole camera sees it turned and tilted.
fn paste(picture: &mut GrayImage, layer: &Layer, held: &Held, scale: f32) {
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    let (sin, cos) = held.turned.to_radians().sin_cos();
    let (tilt_sin, tilt_cos) = held.tilted.to_radians().sin_cos();
    let distance = 1400.0;
    let (middle_x, middle_y) = (held.middle.0 * width, held.middle.1 * height);
    let scale = scale * layer.shrink;
    let (half_x, half_y) = (layer.face.width() as f32 / 2.0, layer.face.height() as f32 / 2.0);
    for (x, y, dot) in picture.enumerate_pixels_mut() {
        let (right, down) = (x as f32 - middle_x, y as f32 - middle_y);
        // The ray through this dot meets the tilted plane at (u, v): solved for a plane through the middle
        // that is turned about its vertical axis.
        let depth = distance * tilt_cos - right * tilt_sin;
        if depth <= 1.0 {
            continue;
        }
        let u = right * distance / depth;
        let v = down * (1.0 + u * tilt_sin / distance);
        let (from_x, from_y) = ((cos * u + sin * v) / scale + half_x, (cos * v - sin * u) / scale + half_y);
        if let Some(shade) = sample(&layer.face, from_x, from_y) {
            *dot = Luma([shade]);
        }
    }
}

/// The shade between four dots; `None` outside.
fn sample(face: &GrayImage, x: f32, y: f32) -> Option<u8> {
    let inside = x >= 0.0 && y >= 0.0 && x < face.width() as f32 - 1.0 && y < face.height() as f32 - 1.0;
    inside.then(|| {
        let (left, top) = (x as u32, y as u32);
        let (part_x, part_y) = (x.fract(), y.fract());
        let at = |dx, dy| f32::from(face.get_pixel(left + dx, top + dy)[0]);
        let upper = at(0, 0) * (1.0 - part_x) + at(1, 0) * part_x;
        let lower = at(0, 1) * (1.0 - part_x) + at(1, 1) * part_x;
        (upper * (1.0 - part_y) + lower * part_y) as u8
    })
}

/// Lens and sensor: a little blur, fall-off of light towards the corners, noise.
fn finish(picture: GrayImage, seed: u64) -> GrayImage {
    let mut picture = blur(&picture, 0.9);
    let mut dice = Dice::new(seed ^ 0x5eed);
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    for (x, y, dot) in picture.enumerate_pixels_mut() {
        let from_middle = ((x as f32 / width - 0.5).powi(2) + (y as f32 / height - 0.5).powi(2)) * 0.5;
        let noise = (dice.roll() + dice.roll() + dice.roll()) * 3.5;
        let shade = f32::from(dot[0]) * (0.94 - from_middle) + noise;
        *dot = Luma([shade.clamp(0.0, 255.0) as u8]);
    }
    picture
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> GrayImage {
        let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M).expect("it fits");

        let modules = code.width();
        let side = u32::try_from((modules + 8) * 10).expect("small");
        let colours = code.to_colors();
        GrayImage::from_fn(side, side, |x, y| {
            let at = |dot: u32| (dot as usize / 10).checked_sub(4).filter(|module| *module < modules);
            let dark = match (at(x), at(y)) {
                (Some(x), Some(y)) => colours[y * modules + x] == qrcode::Color::Dark,
                _ => false,
            };
            Luma([if dark { 0 } else { 255 }])
        })
    }

    #[test]
    fn a_held_up_code_is_there_to_be_read_and_an_empty_lobby_has_none() {
        let text = "F1:HARNESS 0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./: HARNESS 0123456789";
        let code = code(text);
        let folder = tempfile::tempdir().expect("a folder");
        for (name, carrier) in [("phone", Carrier::Phone), ("paper", Carrier::Paper)] {
            let file = folder.path().join(format!("{name}.png"));
            held_up(&code, &Held { carrier, ..Held::default() }, 7).save(&file).expect("a file");
            assert_eq!(crate::reading::qr(&file).expect("a code that ZBar reads"), text);
        }
        let file = folder.path().join("empty.png");
        empty_lobby(7).save(&file).expect("a file");
        assert!(crate::reading::qr(&file).is_err(), "nothing is held up");
    }

    #[test]
    fn the_same_seed_makes_the_same_picture() {
        assert_eq!(empty_lobby(3), empty_lobby(3));
        assert_ne!(empty_lobby(3), empty_lobby(4));
    }
}
