//! A picture of a kind with its truth, from a seed and a number.

use super::SIZE;
use super::code::{Booking, Other};
use super::dice::Dice;
use super::kind::Kind;
use super::pose::Pose;
use super::recipe::{Beside, Recipe};
use super::{camera, draw, scene};
use anyhow::Result;
use image::GrayImage;
use qrcode::EcLevel;
use serde::Serialize;

/// A picture as the kiosk's camera might send it.
#[derive(Debug, Clone)]
pub struct Synthetic {
    /// 1280 × 720 dots, before it was made a JPEG.
    pub gray: GrayImage,
    /// The same as a JPEG of quality 75 to 92.
    pub jpeg: Vec<u8>,
    /// What is in it.
    pub truth: Truth,
}

/// What is in a picture: a line of `truth.jsonl`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Truth {
    /// The picture's file name.
    pub file: String,
    /// What must be read; `None`: there is nothing of ours.
    pub text: Option<String>,
    /// The kind's name.
    pub category: &'static str,
    /// `easy`, `medium` or `hard`: the third of the kind's range that it comes from.
    pub difficulty: &'static str,
    /// What else is worth knowing: `paper`, `inverted`, `shadow`, …
    pub tags: Vec<&'static str>,
    /// The QR code's version, 5 to 10.
    pub version: Option<u8>,
    /// Its level of error correction.
    pub ecc: Option<char>,
    /// `byte` (base64url) or `alnum` (base45).
    pub mode: Option<&'static str>,
    /// The shortest mean side of a module along one of the code's four sides, in dots of the picture.
    pub module_px: Option<f32>,
    /// The code's outer corners in dots of the picture: from its own upper left one clockwise.
    pub corners: Option<[[f32; 2]; 4]>,
    /// Texts of other QR codes in the picture: to read them is no error.
    pub also: Vec<String>,
}

/// Makes the picture with this number under a seed.
///
/// # Errors
/// Never: all texts fit into codes, and all pictures have the camera's size.
pub fn make(seed: u64, number: u64, kind: Kind) -> Result<Synthetic> {
    let mut dice = Dice::of(seed, number);
    let hardness = dice.between(0.0, 1.0);
    let is_ours = kind != Kind::NotOurs;
    let booking = is_ours.then(|| Booking::any(&mut dice)).transpose()?;
    let side = booking.as_ref().map_or(41, |booking| booking.modules.side);
    let half = side as f32 / 2.0;
    let mut recipe = Recipe::of(kind, hardness, side, &mut dice);
    let torn = if is_ours { None } else { not_ours(&mut recipe, &mut dice)? };
    let code = booking.as_ref().or(torn.as_ref()).map(|booking| &booking.modules);
    let mut drawn = draw::face(&recipe, code, side, &mut dice)?;
    if torn.is_some() {
        // The upper half is gone: two of three finder patterns.
        drawn.face.fill([-half - 2.0, -half - 2.0, half + 40.0, 0.0], 0.25);
    }
    let pose = Pose::new(&recipe.attitude, scene::bend(&recipe, half, &mut dice));
    let light = scene::scene(&recipe, &drawn.face, &pose, half, &mut dice);
    let gray = camera::picture(light, &recipe, &mut dice)?;
    let jpeg = camera::jpeg(&gray, recipe.camera.quality)?;
    let file = format!("s{seed}_{number:04}_{}.jpg", kind.name());
    let corners = [(-half, -half), (half, -half), (half, half), (-half, half)].map(|(u, v)| {
        let (x, y) = pose.to_picture(u, v);
        // The middle of the first dot is 0 here, its outer corner in the truth.
        [tenths(x + 0.5), tenths(y + 0.5)]
    });
    let ours = booking.as_ref();
    let truth = Truth {
        file,
        text: ours.map(|booking| booking.text.clone()),
        category: kind.name(),
        difficulty: ["easy", "medium", "hard"][((hardness * 3.0) as usize).min(2)],
        tags: recipe.tags,
        version: ours.map(|booking| booking.version),
        ecc: ours.map(|booking| letter(booking.level)),
        mode: ours.map(|booking| if booking.is_bytes { "byte" } else { "alnum" }),
        module_px: ours.map(|_| shortest(&corners) / side as f32),
        corners: ours.map(|_| corners),
        also: drawn.also,
    };
    Ok(Synthetic { gray, jpeg, truth })
}

/// Turns a recipe into one without a code of ours; gives back one that is to be torn.
fn not_ours(recipe: &mut Recipe, dice: &mut Dice) -> Result<Option<Booking>> {
    let (beside, tag) = *dice.pick(&[
        (None, "none"),
        (Some(Beside::Aztec), "aztec_ticket"),
        (Some(Beside::Ean), "ean13"),
        (Some(Beside::Qr(Other::Wifi)), "wifi_qr"),
        (Some(Beside::Qr(Other::Url)), "url_qr"),
        (Some(Beside::Qr(Other::Card)), "vcard_qr"),
        (None, "text_page"),
        (None, "torn_ours"),
    ]);
    recipe.beside = beside;
    recipe.tags.push(tag);
    if tag == "none" {
        // Held up out of the camera's sight.
        recipe.attitude.middle = (-4.0 * SIZE.0 as f32, 0.0);
    }
    if tag != "torn_ours" {
        return Ok(None);
    }
    loop {
        // One that fits where it was planned to be.
        let booking = Booking::any(dice)?;
        if booking.modules.side == 41 {
            return Ok(Some(booking));
        }
    }
}

fn letter(level: EcLevel) -> char {
    match level {
        EcLevel::L => 'L',
        EcLevel::M => 'M',
        EcLevel::Q => 'Q',
        EcLevel::H => 'H',
    }
}

fn tenths(value: f32) -> f32 {
    (value * 10.0).round() / 10.0
}

fn shortest(corners: &[[f32; 2]; 4]) -> f32 {
    let sides = (0..4).map(|at| {
        let (from, to) = (corners[at], corners[(at + 1) % 4]);
        let (right, down) = (to[0] - from[0], to[1] - from[1]);
        (right * right + down * down).sqrt()
    });
    sides.fold(f32::MAX, f32::min)
}

#[cfg(test)]
mod tests;
