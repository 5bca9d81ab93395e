//! Draws what is held up, as its recipe says.

use super::code::{Modules, Other};
use super::dice::Dice;
use super::face::Face;
use super::held::Carrier;
use super::recipe::{Beside, Recipe};
use super::wear;
use anyhow::Result;
use qrcode::EcLevel;

/// White paper, as the part of light that it gives back.
const PAPER: f32 = 0.72;
/// Toner.
const TONER: f32 = 0.045;
/// A screen's black, as a part of its white.
const BLACK: f32 = 0.015;

/// What is held up, and what other QR codes on it say.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// The surface.
    pub face: Face,
    /// Texts of QR codes that are not ours.
    pub also: Vec<String>,
}

/// Draws the surface with the code in its middle; without one, with its neighbour there, if it has any.
///
/// # Errors
/// A neighbour's text is too long; none is.
pub fn face(recipe: &Recipe, code: Option<&Modules>, side: usize, dice: &mut Dice) -> Result<Drawn> {
    // A little finer than the picture, so that no edge of a module is lost.
    let density = (recipe.attitude.module * 1.25).ceil().clamp(3.0, 13.0);
    let mut drawn = match recipe.carrier {
        Carrier::Phone => phone(recipe, side, density, dice),
        Carrier::Paper => paper(recipe, side, density, dice),
    };
    let half = side as f32 / 2.0;
    let ink = ink(recipe);
    if let Some(code) = code {
        drawn.draw(code, (-half, -half), 1.0, recipe.wear.ink_spread, ink);
    }
    if code.is_none() && recipe.beside.is_none() {
        drawn.write(dice, [drawn.edges[0] + 3.0, -half - 3.0, drawn.edges[2] - 3.0, half + 5.0], 3.0, ink);
    }
    let corner = if code.is_some() { (half + 4.5, -half) } else { (-half, -half) };
    let also = beside(&mut drawn, recipe, corner, half, dice)?;
    wear::print(&mut drawn, recipe, half, PAPER, dice);
    wear::glass(&mut drawn, recipe, half, dice);
    Ok(Drawn { face: drawn, also })
}

fn ink(recipe: &Recipe) -> f32 {
    match recipe.carrier {
        Carrier::Phone if recipe.is_inverted => 0.85,
        Carrier::Phone => BLACK,
        Carrier::Paper => TONER,
    }
}

/// Whole modules and half a one, so that the code's modules begin where dots do.
fn snapped(modules: f32) -> f32 {
    modules.floor() + 0.5
}

fn phone(recipe: &Recipe, side: usize, density: f32, dice: &mut Dice) -> Face {
    let half = side as f32 / 2.0;
    let quiet = dice.between(3.0, 6.0);
    let width = snapped((half + quiet) * dice.between(1.05, 1.4));
    let (above, below) = (snapped(width * dice.between(1.25, 2.2)), snapped(width * dice.between(1.25, 2.2)));
    let bezel = width * dice.between(0.06, 0.12);
    let frame = dice.between(0.005, 0.04);
    let mut face = Face::new([-width - bezel, -above - bezel, width + bezel, below + bezel], density, frame);
    let (page, ink) = if recipe.is_dark { (BLACK, 0.7) } else { (1.0, BLACK) };
    face.fill([-width, -above, width, below], page);
    let text = dice.between(2.2, 4.5);
    let card = half + quiet;
    let margin = width * 0.08;
    let (left, right) = (-width + margin, width - margin);
    face.write(dice, [left, -above + text, right, -card - 1.0], text, ink);
    face.write(dice, [left, card + 1.0 + text * 0.5, right, below - text * 3.0], text, ink);
    if dice.chance(0.4) {
        // A button across the page.
        face.fill([left, below - text * 3.0, right, below - text], if recipe.is_dark { 0.2 } else { 0.12 });
    }
    if recipe.is_dark && !recipe.is_inverted {
        face.fill([-card, -card, card, card], 1.0);
    } else if !recipe.is_dark && dice.chance(0.4) {
        // A card that is whiter than its page.
        let area = [-width, -card, width, card];
        face.fill(area, 0.86);
        face.fill([-card, -card, card, card], 1.0);
    }
    face
}

fn paper(recipe: &Recipe, side: usize, density: f32, dice: &mut Dice) -> Face {
    let half = side as f32 / 2.0;
    let reach = |dice: &mut Dice| snapped(half + 4.0 + half * dice.between(0.2, 2.0));
    let edges = [-reach(dice), -reach(dice), reach(dice), reach(dice)];
    let mut face = Face::new(edges, density, PAPER);
    let text = dice.between(2.0, 4.0);
    let ink = PAPER + (TONER - PAPER) * (1.0 - recipe.wear.faded);
    let (left, right) = (edges[0] + 3.0, edges[2] - 3.0);
    face.write(dice, [left, edges[1] + 3.0, right, -half - 4.0], text, ink);
    face.write(dice, [left, half + 6.0, right, edges[3] - 3.0], text, ink);
    if recipe.beside.is_none() && dice.chance(0.5) {
        face.write(dice, [half + 5.0, -half, right, half + 2.0], text, ink);
    }
    face
}

/// Draws the neighbour; gives back what it says if it is a QR code.
fn beside(
    face: &mut Face,
    recipe: &Recipe,
    corner: (f32, f32),
    half: f32,
    dice: &mut Dice,
) -> Result<Vec<String>> {
    let Some(beside) = recipe.beside else { return Ok(Vec::new()) };
    let size = half * if corner.0 > 0.0 { dice.between(0.8, 1.3) } else { 2.0 };
    // The paper may end before the neighbour does, as it does in a hand: then it is cut.
    let mut draw = |code: &Modules| {
        let module = size / code.side as f32;
        face.draw(code, corner, module, 0.0, TONER);
    };
    match beside {
        Beside::Qr(other) => {
            let text = other.text(dice);
            let level = if other == Other::Card { EcLevel::L } else { EcLevel::M };
            draw(&Modules::of(&text, level)?.0);
            return Ok(vec![text]);
        }
        Beside::Aztec => draw(&Modules::aztec_like(dice)),
        Beside::Ean => face.draw_ean(dice, corner, (size * 1.3, size * 0.6), TONER),
    }
    Ok(Vec::new())
}
