//! How strong each kind's own disturbance is, from easy (hardness 0) to hard (1).
//!
//! The bounds are set so that a decoder that is not ours (ZXing's C++ version, default options) reads about the
//! same part of each kind as it does of the pictures that the decoders were first compared on
//! (`tests/decoders/README.md`). They are not set by what Foyer reads.

use super::SIZE;
use super::code::Other;
use super::curves::mix;
use super::dice::Dice;
use super::held::Carrier;
use super::kind::Kind;
use super::recipe::{Beside, Glare, Recipe};

/// Adds what makes the kind.
pub fn apply(recipe: &mut Recipe, kind: Kind, hardness: f32, side: usize, dice: &mut Dice) {
    match kind {
        Kind::Plain => passing_trouble(recipe, hardness, side, dice),
        Kind::PhoneDark => phone_dark(recipe, dice),
        Kind::PhoneMoire => phone_moire(recipe, hardness, dice),
        Kind::PhoneGlare => phone_glare(recipe, hardness, side, dice),
        Kind::PhoneDim => phone_dim(recipe, hardness, side, dice),
        Kind::PhoneGlow => phone_glow(recipe, hardness, dice),
        Kind::PhoneCracked => phone_cracked(recipe, hardness, dice),
        Kind::PaperFolded => paper_folded(recipe, hardness, dice),
        Kind::PaperWorn => paper_worn(recipe, hardness, dice),
        Kind::Tilt => tilt(recipe, hardness, side, dice),
        Kind::Motion => {
            recipe.camera.motion = mix(0.75, 1.57, hardness) * dice.between(0.9, 1.1);
        }
        Kind::Defocus => {
            recipe.camera.defocus = mix(0.3, 0.69, hardness) * dice.between(0.9, 1.1);
        }
        Kind::Lowlight => lowlight(recipe, hardness, dice),
        Kind::Multi => multi(recipe, dice),
        Kind::Framing => framing(recipe, side, dice),
        Kind::NotOurs => {}
    }
    if recipe.carrier == Carrier::Paper && kind != Kind::PaperFolded && dice.chance(0.25) {
        recipe.paper.shadow = Some(dice.between(0.35, 0.7));
        recipe.tags.push("shadow");
    }
}

/// What happens to any code now and then, and more in hard pictures.
fn passing_trouble(recipe: &mut Recipe, hardness: f32, side: usize, dice: &mut Dice) {
    if !dice.chance(0.25 + 0.5 * hardness) {
        return;
    }
    if recipe.carrier == Carrier::Paper {
        recipe.paper.crumple = Some((0.6 * hardness, dice.between(7.0, 14.0), dice.between(0.1, 0.4)));
        recipe.tags.push("crumpled");
    } else {
        let glare = glare(side, dice.between(0.2, 0.7), dice);
        recipe.glass.glares.push(glare);
        recipe.tags.push("glare");
    }
}

fn phone_dark(recipe: &mut Recipe, dice: &mut Dice) {
    recipe.is_dark = true;
    recipe.is_inverted = dice.chance(0.5);
    if recipe.is_inverted {
        recipe.tags.push("inverted");
    }
}

fn phone_moire(recipe: &mut Recipe, hardness: f32, dice: &mut Dice) {
    recipe.glass.beat = mix(0.08, 0.3, hardness) * dice.between(0.8, 1.2);
    recipe.glass.bands = mix(0.1, 0.5, hardness) * dice.between(0.7, 1.2);
}

/// A round lamp or a bar somewhere over the code.
fn glare(side: usize, light: f32, dice: &mut Dice) -> Glare {
    let half = side as f32 / 2.0;
    let size = side as f32 * dice.between(0.05, 0.1);
    let long = if dice.chance(0.3) { dice.between(2.0, 4.0) } else { dice.between(1.0, 1.6) };
    Glare {
        at: (dice.roll() * half, dice.roll() * half),
        radii: (size * long, size),
        turned: dice.between(0.0, 180.0),
        light,
    }
}

fn phone_glare(recipe: &mut Recipe, hardness: f32, side: usize, dice: &mut Dice) {
    for _ in 0..1 + dice.below(2) {
        let light = mix(0.4, 1.45, hardness) * dice.between(0.7, 1.3);
        let mut glare = glare(side, light, dice);
        let larger = mix(0.8, 1.2, hardness);
        glare.radii = (glare.radii.0 * larger, glare.radii.1 * larger);
        recipe.glass.glares.push(glare);
    }
}

fn phone_dim(recipe: &mut Recipe, hardness: f32, side: usize, dice: &mut Dice) {
    recipe.glass.brightness = mix(0.4, 0.13, hardness) * dice.between(0.8, 1.2);
    recipe.glass.mirror = mix(0.05, 0.27, hardness) * dice.between(0.7, 1.3);
    if dice.chance(0.5) {
        let glare = glare(side, dice.between(0.1, 0.5), dice);
        recipe.glass.glares.push(glare);
    }
}

fn phone_glow(recipe: &mut Recipe, hardness: f32, dice: &mut Dice) {
    recipe.is_dark = false;
    recipe.glass.brightness = mix(1.75, 5.0, hardness) * dice.between(0.85, 1.15);
    recipe.camera.bloom = mix(0.12, 0.4, hardness) * dice.between(0.7, 1.3);
    recipe.camera.softness = dice.between(0.7, 1.3);
}

fn phone_cracked(recipe: &mut Recipe, hardness: f32, dice: &mut Dice) {
    recipe.glass.cracks = 3 + (mix(2.0, 12.0, hardness) * dice.between(0.7, 1.3)) as usize;
    recipe.glass.crack_width = mix(0.2, 0.6, hardness) * dice.between(0.7, 1.3);
    recipe.glass.grease = mix(0.15, 0.8, hardness) * dice.between(0.6, 1.2);
}

fn paper_folded(recipe: &mut Recipe, hardness: f32, dice: &mut Dice) {
    let mut any = false;
    if dice.chance(0.4) {
        recipe.paper.curve = mix(0.2, 0.6, hardness) * dice.between(0.7, 1.2);
        recipe.tags.push("curved");
        any = true;
    }
    if dice.chance(0.4) {
        let angle = |dice: &mut Dice| mix(5.0, 14.0, hardness) * dice.between(0.7, 1.2);
        recipe.paper.folds = (0..1 + dice.below(2)).map(|_| angle(dice)).collect();
        recipe.tags.push("folded");
        any = true;
    }
    if !any || dice.chance(0.4) {
        let shift = mix(0.1, 0.35, hardness) * dice.between(0.7, 1.2);
        let relief = mix(0.2, 0.6, hardness) * dice.between(0.7, 1.2);
        recipe.paper.crumple = Some((shift, dice.between(6.0, 14.0), relief));
        recipe.tags.push("crumpled");
    }
    if dice.chance(0.5) {
        recipe.paper.shadow = Some(mix(0.6, 0.2, hardness) * dice.between(0.8, 1.2));
        recipe.tags.push("shadow");
    }
}

fn paper_worn(recipe: &mut Recipe, hardness: f32, dice: &mut Dice) {
    let wear = &mut recipe.wear;
    match dice.below(5) {
        0 => {
            wear.faded = mix(0.5, 0.78, hardness) * dice.between(0.9, 1.1);
            recipe.tags.push("faded");
        }
        1 => {
            wear.lines = (mix(1.0, 4.0, hardness) * dice.between(0.7, 1.3)).ceil() as usize;
            wear.line_width = mix(0.2, 0.46, hardness) * dice.between(0.8, 1.2);
            recipe.tags.push("print_lines");
        }
        2 => {
            wear.stamp = mix(0.45, 0.8, hardness);
            wear.faded = mix(0.1, 0.42, hardness);
            recipe.tags.push("stamp");
        }
        3 => {
            wear.pen = (mix(3.0, 12.0, hardness) * dice.between(0.7, 1.3)) as usize;
            wear.faded = mix(0.0, 0.6, hardness);
            recipe.tags.push("pen");
        }
        _ => {
            wear.ink_spread = mix(0.08, 0.3, hardness) * dice.between(0.9, 1.1);
            recipe.tags.push("ink_spread");
        }
    }
    if dice.chance(0.3) {
        recipe.paper.curve = 0.2 * hardness;
        recipe.tags.push("curved");
    }
}

fn tilt(recipe: &mut Recipe, hardness: f32, side: usize, dice: &mut Dice) {
    recipe.attitude.tilted = (mix(22.0, 50.0, hardness) + dice.between(0.0, 4.0)).min(52.0);
    recipe.place(side, dice);
}

fn lowlight(recipe: &mut Recipe, hardness: f32, dice: &mut Dice) {
    recipe.camera.exposure = mix(0.25, 0.06, hardness) * dice.between(0.8, 1.2);
    recipe.camera.noise = mix(7.0, 19.5, hardness) * dice.between(0.8, 1.2);
    recipe.glass.brightness *= 0.8;
}

fn multi(recipe: &mut Recipe, dice: &mut Dice) {
    let (beside, tag) = *dice.pick(&[
        (Beside::Qr(Other::Url), "url_qr_beside"),
        (Beside::Qr(Other::Wifi), "wifi_qr_beside"),
        (Beside::Aztec, "aztec_beside"),
        (Beside::Ean, "ean_beside"),
    ]);
    recipe.beside = Some(beside);
    recipe.tags.push(tag);
}

fn framing(recipe: &mut Recipe, side: usize, dice: &mut Dice) {
    let (width, height) = (SIZE.0 as f32, SIZE.1 as f32);
    let part = if dice.chance(0.5) {
        recipe.tags.push("small");
        dice.between(0.18, 0.28)
    } else {
        recipe.tags.push("edge");
        dice.between(0.28, 0.5)
    };
    recipe.attitude.module = part * height / side as f32;
    recipe.place(side, dice);
    if recipe.tags.contains(&"edge") {
        let reach = recipe.reach(side);
        let (near, middle) = (reach - dice.between(0.0, 4.0), &mut recipe.attitude.middle);
        match dice.below(4) {
            0 => middle.0 = near,
            1 => middle.0 = width - near,
            2 => middle.1 = near,
            _ => middle.1 = height - near,
        }
    }
}
