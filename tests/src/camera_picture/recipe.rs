//! All that happens to one picture, decided before anything is drawn.

use super::SIZE;
use super::code::Other;
use super::curves::{cosine, mix, sine};
use super::dice::Dice;
use super::held::Carrier;
use super::kind::Kind;
use super::pose::Attitude;
use super::strength;

/// What is drawn, and what is done to it. Lengths are in modules of the code unless said; light is linear,
/// from 0 to 1 where the sensor is full.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// What carries the code.
    pub carrier: Carrier,
    /// How it is held.
    pub attitude: Attitude,
    /// A phone's page that is dark around the code's white card.
    pub is_dark: bool,
    /// Light modules on a dark page.
    pub is_inverted: bool,
    /// What lies beside the code, or instead of it.
    pub beside: Option<Beside>,
    /// Ink, pen and stamp.
    pub wear: Wear,
    /// How the paper lies, and the light on it.
    pub paper: Paper,
    /// What the phone's glass does.
    pub glass: Glass,
    /// What camera and hand do.
    pub camera: Camera,
    /// What is worth knowing of it.
    pub tags: Vec<&'static str>,
}

/// A neighbour of the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Another QR code.
    Qr(Other),
    /// Something like an Aztec code.
    Aztec,
    /// An EAN-13.
    Ean,
}

/// What happened to the print.
#[derive(Debug, Clone, Default)]
pub struct Wear {
    /// How much of the ink's darkness is gone, as a part.
    pub faded: f32,
    /// Lines across that the printer left out.
    pub lines: usize,
    /// How wide each of them is.
    pub line_width: f32,
    /// How much of a stamp's darkness lies on it; 0 is no stamp.
    pub stamp: f32,
    /// How many turns a pen scribbled; 0 is no pen.
    pub pen: usize,
    /// How far the ink ran over each edge.
    pub ink_spread: f32,
}

/// Shape of the paper and light on it.
#[derive(Debug, Clone, Default)]
pub struct Paper {
    /// See `Bend::curve`.
    pub curve: f32,
    /// Angles of sharp folds in degrees.
    pub folds: Vec<f32>,
    /// Shift, size of the waves and relief: see `Bend::crumple`.
    pub crumple: Option<(f32, f32, f32)>,
    /// The part of light that is left in a shadow over a part of the code; `None` is no shadow.
    pub shadow: Option<f32>,
    /// How much brighter one side is, as a part.
    pub slant: f32,
}

/// What a phone's glass and screen do.
#[derive(Debug, Clone, Default)]
pub struct Glass {
    /// The screen's white, in light at the sensor.
    pub brightness: f32,
    /// Depth of the beat between both grids of dots, as a part.
    pub beat: f32,
    /// Depth of the rolling shutter's bands, as a part.
    pub bands: f32,
    /// Mirrored lamps.
    pub glares: Vec<Glare>,
    /// The mirrored lobby's light, as a part.
    pub mirror: f32,
    /// How many cracks run over the glass.
    pub cracks: usize,
    /// How wide they are.
    pub crack_width: f32,
    /// How much grease blurs, as a part; 0 is clean.
    pub grease: f32,
}

/// A lamp in the glass.
#[derive(Debug, Clone, Copy)]
pub struct Glare {
    /// Its middle.
    pub at: (f32, f32),
    /// Standard deviations along both axes.
    pub radii: (f32, f32),
    /// Its first axis, in degrees.
    pub turned: f32,
    /// Light that it adds in its middle.
    pub light: f32,
}

/// Lens, sensor, and the hand before them.
#[derive(Debug, Clone)]
pub struct Camera {
    /// Factor on all light.
    pub exposure: f32,
    /// Part of the light that spreads far over the picture.
    pub bloom: f32,
    /// The lens's own blur: standard deviation in dots.
    pub softness: f32,
    /// Way of the code while the shutter was open.
    pub motion: f32,
    /// Radius of a point of light out of focus.
    pub defocus: f32,
    /// Standard deviation of the noise, in shades of 256.
    pub noise: f32,
    /// Quality of the JPEG, 1 to 100.
    pub quality: u8,
}

impl Recipe {
    /// One of a kind for a code with so many modules a side. `hardness` goes from 0 to 1.
    pub fn of(kind: Kind, hardness: f32, side: usize, dice: &mut Dice) -> Self {
        let mut recipe = Self::ordinary(kind, hardness, side, dice);
        strength::apply(&mut recipe, kind, hardness, side, dice);
        recipe.tags.insert(0, if recipe.carrier == Carrier::Phone { "phone" } else { "paper" });
        recipe
    }

    /// What is common to all kinds.
    fn ordinary(kind: Kind, hardness: f32, side: usize, dice: &mut Dice) -> Self {
        let carrier = match kind {
            Kind::PaperFolded | Kind::PaperWorn | Kind::Multi | Kind::NotOurs => Carrier::Paper,
            Kind::PhoneDark
            | Kind::PhoneMoire
            | Kind::PhoneGlare
            | Kind::PhoneDim
            | Kind::PhoneGlow
            | Kind::PhoneCracked => Carrier::Phone,
            Kind::Plain | Kind::Tilt | Kind::Motion | Kind::Defocus | Kind::Lowlight | Kind::Framing => {
                if dice.chance(0.5) {
                    Carrier::Phone
                } else {
                    Carrier::Paper
                }
            }
        };
        let turned = if dice.chance(0.6) { dice.between(-25.0, 25.0) } else { dice.between(-180.0, 180.0) };
        let part = dice.between(mix(0.44, 0.27, hardness), mix(0.72, 0.5, hardness));
        let attitude = Attitude {
            middle: (0.0, 0.0),
            module: part * SIZE.1 as f32 / side as f32,
            turned,
            tilted: dice.between(0.0, mix(12.0, 24.0, hardness)),
            axis: dice.between(0.0, 360.0),
            distance: dice.between(750.0, 1400.0),
            distortion: dice.between(-0.035, 0.015),
        };
        let mut recipe = Self {
            carrier,
            attitude,
            is_dark: carrier == Carrier::Phone && dice.chance(0.2),
            is_inverted: false,
            beside: None,
            wear: Wear::default(),
            paper: Paper { slant: dice.between(0.0, 0.35), ..Paper::default() },
            glass: Glass { brightness: dice.between(0.6, 0.95), ..Glass::default() },
            camera: Camera {
                exposure: dice.between(0.75, 1.15),
                bloom: 0.02,
                softness: dice.between(0.5, 0.75),
                motion: 0.0,
                defocus: 0.0,
                noise: mix(1.5, 5.0, hardness) * dice.between(0.8, 1.2),
                quality: 75 + dice.below(18) as u8,
            },
            tags: Vec::new(),
        };
        recipe.place(side, dice);
        recipe
    }

    /// Puts the code somewhere wholly inside of the picture, smaller if it does not fit.
    pub fn place(&mut self, side: usize, dice: &mut Dice) {
        let (width, height) = (SIZE.0 as f32, SIZE.1 as f32);
        let needed = self.reach(side);
        if needed > height * 0.47 {
            self.attitude.module *= height * 0.47 / needed;
        }
        let reach = self.reach(side);
        self.attitude.middle = (dice.between(reach, width - reach), dice.between(reach, height - reach));
    }

    /// How far the code's corners are from its middle at most, right or down, in dots.
    pub fn reach(&self, side: usize) -> f32 {
        let turns = self.attitude.turned / 360.0;
        let box_part = sine(turns).abs() + cosine(turns).abs();
        let nearer = 1.08 + 0.004 * self.attitude.tilted;
        side as f32 * self.attitude.module * 0.5 * box_part * nearer + 6.0
    }
}
