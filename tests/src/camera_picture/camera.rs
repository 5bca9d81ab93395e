//! Lens and sensor: from light to shades of gray, and to a JPEG as a camera sends it.

use super::SIZE;
use super::dice::Dice;
use super::light::Light;
use super::recipe::Recipe;
use anyhow::{Context, Result};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, GrayImage};

/// What the camera's sensor makes of the light.
///
/// # Errors
/// The light has another size than the camera's picture.
pub fn picture(mut light: Light, recipe: &Recipe, dice: &mut Dice) -> Result<GrayImage> {
    let camera = &recipe.camera;
    let module = recipe.attitude.module;
    if camera.motion > 0.0 {
        let turns = dice.between(0.0, 1.0);
        let direction = (super::curves::cosine(turns), super::curves::sine(turns));
        light.smear(camera.motion * module, direction);
    }
    if camera.defocus > 0.0 {
        light.defocus(camera.defocus * module);
    }
    light.soften(camera.softness);
    light.dots.iter_mut().for_each(|dot| *dot *= camera.exposure);
    if camera.bloom > 0.03 {
        bloom(&mut light, camera.bloom);
    }
    let (width, height) = (light.width as f32, light.height as f32);
    let mut shades = Vec::with_capacity(light.dots.len());
    for (y, row) in light.dots.chunks_exact(light.width).enumerate() {
        let down = y as f32 / height - 0.5;
        for (x, dot) in row.iter().enumerate() {
            let right = x as f32 / width - 0.5;
            // Less light in the corners.
            let light = dot * (1.0 - 0.35 * (right * right + down * down));
            // Shades are the square root of light, which is near the usual 1 / 2.2.
            let shade = 255.0 * light.clamp(0.0, 1.0).sqrt() + camera.noise * dice.normal();
            shades.push((shade + 0.5).clamp(0.0, 255.0) as u8);
        }
    }
    GrayImage::from_raw(SIZE.0, SIZE.1, shades).context("the light has another size")
}

/// Bright light spreads in lens and sensor.
fn bloom(light: &mut Light, part: f32) {
    let mut far = light.clone();
    for reach in [4, 16, 16] {
        far.spread(reach);
    }
    for (dot, far) in light.dots.iter_mut().zip(&far.dots) {
        *dot += part * far;
    }
}

/// The picture as a JPEG.
///
/// # Errors
/// The encoder refuses; it does not.
pub fn jpeg(picture: &GrayImage, quality: u8) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode(
        picture.as_raw(),
        picture.width(),
        picture.height(),
        ExtendedColorType::L8,
    )?;
    Ok(bytes)
}
