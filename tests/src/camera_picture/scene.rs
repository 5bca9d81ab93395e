//! Puts the surface before the lobby, with the light that falls on it and mirrors in it.

use super::bend::{Bend, Crease};
use super::curves::{bell, cosine, mix, sine};
use super::dice::Dice;
use super::face::Face;
use super::held::Carrier;
use super::light::{Clouds, Light};
use super::pose::Pose;
use super::recipe::{Glare, Recipe};
use super::room;

/// The bend of the paper that a recipe asks for, with the light on it; none for a phone.
pub fn bend(recipe: &Recipe, half: f32, dice: &mut Dice) -> Option<Bend> {
    if recipe.carrier == Carrier::Phone {
        return None;
    }
    let paper = &recipe.paper;
    let mut bend = Bend::flat(half * 3.2);
    bend.light_from(dice.between(0.0, 360.0), paper.slant);
    if paper.curve > 0.0 {
        bend.curve(dice, paper.curve);
    }
    for angle in &paper.folds {
        let through = (dice.between(-0.6, 0.6) * half, dice.between(-0.6, 0.6) * half);
        // Letters are folded along their sides, more or less.
        let direction = 90.0 * dice.below(4) as f32 + dice.between(-12.0, 12.0);
        bend.fold(&Crease { through, direction, angle: *angle });
    }
    if let Some((shift, size, relief)) = paper.crumple {
        bend.crumple(dice, shift, size, relief);
    }
    if let Some(left) = paper.shadow {
        let through = (dice.between(-0.8, 0.8) * half, dice.between(-0.8, 0.8) * half);
        bend.shade(through, dice.between(0.0, 360.0), dice.between(0.5, 6.0), left);
    }
    Some(bend)
}

/// The lobby with the surface before it.
pub fn scene(recipe: &Recipe, face: &Face, pose: &Pose, half: f32, dice: &mut Dice) -> Light {
    let mut scene = room::lobby(dice);
    let mut surface = Surface::new(recipe, half, dice);
    surface.mirrored = (recipe.glass.mirror > 0.0).then(|| room::lobby(dice));
    let [left, top, right, bottom] = seen_box(face, pose, &scene);
    let edges = face.edges;
    for y in top..bottom {
        let from = y * scene.width;
        for (x, dot) in (left..right).zip(&mut scene.dots[from + left..from + right]) {
            let Some((u, v, slope)) = pose.to_surface(x as f32, y as f32) else { continue };
            if u < edges[0] || v < edges[1] || u > edges[2] || v > edges[3] {
                continue;
            }
            let (face_x, face_y) = face.dots(u, v);
            if let Some(value) = face.light.sample(face_x, face_y) {
                *dot = surface.light((x, y), (u, v), slope, value);
            }
        }
    }
    finger(&mut scene, face, pose, half, dice);
    if recipe.glass.grease > 0.0 {
        grease(&mut scene, recipe, pose, half, dice);
    }
    scene
}

/// Left, top, right and bottom of the dots that may show the surface.
fn seen_box(face: &Face, pose: &Pose, scene: &Light) -> [usize; 4] {
    let [left, top, right, bottom] = face.edges;
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    // A little more, because the lens and the bend move what is between the corners.
    let more = 60.0;
    let (mut low, mut high) = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
    for (u, v) in corners {
        let (x, y) = pose.to_picture(u, v);
        low = (low.0.min(x - more), low.1.min(y - more));
        high = (high.0.max(x + more), high.1.max(y + more));
    }
    let within = |place: f32, end: usize| (place.max(0.0) as usize).min(end);
    [
        within(low.0, scene.width),
        within(low.1, scene.height),
        within(high.0, scene.width),
        within(high.1, scene.height),
    ]
}

/// How the surface lights up.
struct Surface<'a> {
    recipe: &'a Recipe,
    clouds: Clouds,
    glares: Vec<(Glare, f32, f32)>,
    mirrored: Option<Light>,
    /// Waves a module of the beat between screen and sensor, in both directions.
    beat: [(f32, f32); 2],
    /// Waves a row of the rolling shutter's bands, and where they begin.
    bands: (f32, f32),
}

impl<'a> Surface<'a> {
    fn new(recipe: &'a Recipe, half: f32, dice: &mut Dice) -> Self {
        let wave = |dice: &mut Dice| (dice.roll() * 5.0 / half, dice.roll() * 5.0 / half);
        let glares = recipe.glass.glares.iter();
        Self {
            recipe,
            clouds: Clouds::new(dice),
            glares: glares
                .map(|glare| (*glare, sine(glare.turned / 360.0), cosine(glare.turned / 360.0)))
                .collect(),
            mirrored: None,
            beat: [wave(dice), wave(dice)],
            bands: (dice.between(2.0, 9.0) / 720.0, dice.between(0.0, 1.0)),
        }
    }

    /// Light from a place of the surface, seen at a dot of the picture.
    fn light(&self, dot: (usize, usize), place: (f32, f32), slope: f32, value: f32) -> f32 {
        if self.recipe.carrier == Carrier::Paper {
            return value * slope;
        }
        let glass = &self.recipe.glass;
        let mut light = value * glass.brightness;
        if glass.beat > 0.0 {
            let [first, second] = self.beat.map(|wave| sine(place.0 * wave.0 + place.1 * wave.1));
            light *= 1.0 + glass.beat * 0.5 * (first + second);
        }
        if glass.bands > 0.0 {
            let wave = sine(dot.1 as f32 * self.bands.0 + self.bands.1);
            light *= 1.0 - glass.bands * 0.5 * (1.0 + wave);
        }
        if let Some(mirrored) = &self.mirrored {
            light += glass.mirror * mirrored.dots[dot.1 * mirrored.width + mirrored.width - 1 - dot.0];
        }
        for (glare, turn_sin, turn_cos) in &self.glares {
            let (right, down) = (place.0 - glare.at.0, place.1 - glare.at.1);
            let along = (right * turn_cos + down * turn_sin) / glare.radii.0;
            let across = (down * turn_cos - right * turn_sin) / glare.radii.1;
            let square = along * along + across * across;
            if square < 16.0 {
                // Fingerprints on the glass break the lamp up.
                let rough = 1.0 + 0.5 * self.clouds.at(place.0 * 0.5, place.1 * 0.5);
                light += glare.light * rough * bell(square);
            }
        }
        light
    }
}

/// A thumb at the surface's edge, beside the code.
fn finger(scene: &mut Light, face: &Face, pose: &Pose, half: f32, dice: &mut Dice) {
    if !dice.chance(0.4) {
        return;
    }
    let (left, right) = (face.edges[0], face.edges[2]);
    let u = if dice.chance(0.5) { left } else { right };
    let v = dice.between(face.edges[1], face.edges[3]);
    let middle = pose.to_picture(u * 1.08, v);
    let (near, far) = (pose.to_picture(0.0, v), pose.to_picture(u, v));
    let module = ((far.0 - near.0) * (far.0 - near.0) + (far.1 - near.1) * (far.1 - near.1)).sqrt() / u.abs();
    let radius = ((u.abs() * 1.08 - half - 2.0) * module).min(dice.between(24.0, 48.0));
    if radius > 8.0 {
        scene.ellipse(middle, (radius, radius * dice.between(0.7, 1.0)), dice.between(0.12, 0.4));
    }
}

/// Grease on the glass: patches in which the picture is blurred and veiled.
fn grease(scene: &mut Light, recipe: &Recipe, pose: &Pose, half: f32, dice: &mut Dice) {
    let mut blurred = scene.clone();
    let reach = (recipe.attitude.module * 0.6).ceil().max(2.0) as usize;
    blurred.spread(reach);
    blurred.spread(reach);
    let mut mask = Light::new(scene.width, scene.height, 0.0);
    for _ in 0..1 + dice.below(3) {
        let middle = pose.to_picture(dice.roll() * half, dice.roll() * half);
        let spread = half * recipe.attitude.module * dice.between(0.1, 0.25);
        mask.add_bell(middle, spread, recipe.glass.grease);
    }
    for ((dot, blurred), mask) in scene.dots.iter_mut().zip(&blurred.dots).zip(&mask.dots) {
        *dot = mix(*dot, *blurred * 0.95 + 0.03, mask.min(0.9));
    }
}
