//! Sizes: physical, from the panel's diagonal and its pixels, in one scale of ratio 1.25.

use iced::Size;

/// Millimetres of an inch.
const INCH_MM: f32 = 25.4;
/// The height of Noto Sans's capitals, as a share of the font's size (OS/2 table: 714 of 1000).
pub const CAPITAL: f32 = 0.714;
/// From one step of the type scale to the next.
pub const RATIO: f32 = 1.25;
/// Eight pixels at 96 dots per inch, in millimetres: the unit of all space.
const UNIT_MM: f32 = 8.0 * INCH_MM / 96.0;
/// A kiosk's body capitals at a reading distance of 0.6 m, in millimetres.
const KIOSK_CAPITALS_MM: f32 = 7.3;
/// A kiosk's least headline capitals, in millimetres.
const KIOSK_HEADLINE_MM: f32 = 14.0;
/// A kiosk's body is at most this share of the panel's short side, or its sentences would not fit …
const KIOSK_LARGEST_BODY: f32 = 1.0 / 25.0;
/// … and at least this one: on a large panel everything grows together instead of standing lost in white.
const KIOSK_LEAST_BODY: f32 = 1.0 / 28.0;

/// A panel: how large it is, and how many pixels it has as the window counts them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Panel {
    /// Its diagonal in inches.
    pub diagonal_inch: f32,
    /// Its size in the window's pixels.
    pub size: Size,
}

impl Panel {
    /// Pixels of a millimetre.
    pub fn px_per_mm(&self) -> f32 {
        self.size.width.hypot(self.size.height) / (self.diagonal_inch.max(1.0) * INCH_MM)
    }

    /// Whether it hangs upright.
    pub fn is_upright(&self) -> bool {
        self.size.height >= self.size.width
    }
}

/// A step of the type scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// For staff, two steps under the body.
    Note,
    /// One step under the body.
    Small,
    /// Running text, and what stands on keys.
    Body,
    /// One step over the body.
    Lead,
    /// Two steps over the body.
    Title,
    /// Three steps over the body.
    Headline,
    /// Five steps over the body.
    Huge,
}

impl Step {
    fn exponent(self) -> i32 {
        match self {
            Self::Note => -2,
            Self::Small => -1,
            Self::Body => 0,
            Self::Lead => 1,
            Self::Title => 2,
            Self::Headline => 3,
            Self::Huge => 5,
        }
    }
}

/// Turns physical sizes into the window's pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    px_per_mm: f32,
    /// How much larger than need be everything is drawn; 1 or more.
    zoom: f32,
    body: f32,
    /// How much smaller words, pictures and space are than they should be, where not all fits; 1 or less.
    tight: f32,
    /// How much larger letters are than they should be, for who wants that; 1 or more.
    letters: f32,
}

impl Scale {
    /// A scale whose body has capitals of so many millimetres.
    pub fn new(panel: Panel, body_capitals_mm: f32) -> Self {
        let px_per_mm = panel.px_per_mm();
        Self { px_per_mm, zoom: 1.0, body: px_per_mm * body_capitals_mm / CAPITAL, tight: 1.0, letters: 1.0 }
    }

    /// The kiosk's: legible from 0.6 m, but never so large that a sentence does not fit a small panel.
    pub fn kiosk(panel: Panel) -> Self {
        let wanted = Self::new(panel, KIOSK_CAPITALS_MM);
        let side = panel.size.width.min(panel.size.height);
        let zoom = (side * KIOSK_LEAST_BODY / wanted.body).max(1.0);
        Self { body: (wanted.body * zoom).min(side * KIOSK_LARGEST_BODY), zoom, ..wanted }
    }

    /// The same with smaller words, pictures and space; what can be pressed keeps its size.
    #[must_use]
    pub fn tightened(self, tight: f32) -> Self {
        Self { tight, ..self }
    }

    /// The same with letters so many steps of the type scale larger; a part of a step is a step in between.
    #[must_use]
    pub fn enlarged(self, steps: f32) -> Self {
        Self { letters: RATIO.powf(steps), ..self }
    }

    /// The same without what a large panel adds: where only a part of it is used, all has its own size.
    #[must_use]
    pub fn unzoomed(self) -> Self {
        Self { body: self.body / self.zoom, zoom: 1.0, ..self }
    }

    /// How many steps larger letters are.
    pub fn enlarged_steps(&self) -> f32 {
        self.letters.ln() / RATIO.ln()
    }

    /// The least font size: that of notes, never enlarged.
    pub fn least_text(&self) -> f32 {
        self.body * self.tight * RATIO.powi(Step::Note.exponent())
    }

    /// How much smaller than it should be everything is; 1 or less.
    pub fn tight(&self) -> f32 {
        self.tight
    }

    /// The font size of a step.
    pub fn text(&self, step: Step) -> f32 {
        self.body * self.tight * self.letters * RATIO.powi(step.exponent())
    }

    /// The font size whose capitals are so many millimetres high.
    pub fn capitals(&self, millimetres: f32) -> f32 {
        self.mm(millimetres) / CAPITAL
    }

    /// How high a step's capitals are, in millimetres.
    pub fn capitals_mm(&self, step: Step) -> f32 {
        self.text(step) * CAPITAL / self.px_per_mm
    }

    /// Millimetres as pixels; more where a large panel lets everything grow, never less.
    pub fn mm(&self, millimetres: f32) -> f32 {
        self.physical(millimetres) * self.tight
    }

    fn physical(&self, millimetres: f32) -> f32 {
        self.px_per_mm * self.zoom * millimetres
    }

    /// So many units of eight pixels at 96 dots per inch.
    pub fn units(&self, count: f32) -> f32 {
        self.mm(UNIT_MM * count).round()
    }

    /// Space at the screen's edge.
    pub fn edge(&self) -> f32 {
        self.units(6.0)
    }

    /// Space between groups.
    pub fn group(&self) -> f32 {
        self.units(4.0)
    }

    /// Space within a group.
    pub fn within(&self) -> f32 {
        self.units(2.0)
    }

    /// The radius of corners.
    pub fn corner(&self) -> f32 {
        self.units(1.0)
    }

    /// The width of lines that carry meaning: borders, icons' strokes.
    pub fn stroke(&self) -> f32 {
        self.mm(0.75).max(1.5)
    }

    /// The least height and width of what can be pressed: 20 mm.
    pub fn touch(&self) -> f32 {
        self.physical(20.0).ceil()
    }

    /// The least space between two things that can be pressed: 8 mm.
    pub fn apart(&self) -> f32 {
        self.physical(8.0).ceil()
    }

    /// The sizes that a kiosk's panel cannot meet, for `--check`; empty where all is well.
    pub fn unmet_on_kiosk(&self) -> Vec<Unmet> {
        let wanted = [
            ("body capitals", Step::Body, KIOSK_CAPITALS_MM),
            ("headline capitals", Step::Headline, KIOSK_HEADLINE_MM),
        ];
        let found = wanted.into_iter().map(|(what, step, least_mm)| Unmet {
            what,
            found_mm: self.capitals_mm(step),
            least_mm,
        });
        found.filter(|size| size.found_mm < size.least_mm - 0.05).collect()
    }
}

/// A size that a panel cannot meet.
#[derive(Debug, Clone, PartialEq)]
pub struct Unmet {
    /// Of what.
    pub what: &'static str,
    /// As it is, in millimetres.
    pub found_mm: f32,
    /// As it should be, in millimetres.
    pub least_mm: f32,
}

impl std::fmt::Display for Unmet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:.1} mm instead of {:.1} mm", self.what, self.found_mm, self.least_mm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(diagonal_inch: f32, width: f32, height: f32) -> Panel {
        Panel { diagonal_inch, size: Size::new(width, height) }
    }

    #[test]
    fn sizes_are_physical_whatever_the_resolution() {
        let coarse = Scale::kiosk(panel(32.0, 1080.0, 1920.0));
        let fine = Scale::kiosk(panel(32.0, 2160.0, 3840.0));
        assert!((coarse.text(Step::Body) * 2.0 - fine.text(Step::Body)).abs() < 0.01);
        assert!(coarse.capitals_mm(Step::Body) >= 7.3);
        assert!(coarse.capitals_mm(Step::Headline) >= 14.0);
        assert!(coarse.touch() / coarse.px_per_mm >= 20.0);
        let exact = Scale::kiosk(panel(22.5, 1080.0, 1920.0));
        assert!((exact.capitals_mm(Step::Body) - 7.3).abs() < 0.01);
        assert_eq!(exact.zoom, 1.0);
    }

    #[test]
    fn a_panel_that_is_too_small_is_named() {
        assert_eq!(Scale::kiosk(panel(21.5, 1080.0, 1920.0)).unmet_on_kiosk(), []);
        let small = Scale::kiosk(panel(15.6, 1080.0, 1920.0)).unmet_on_kiosk();
        let named: Vec<String> = small.iter().map(ToString::to_string).collect();
        assert_eq!(
            named,
            ["body capitals 5.5 mm instead of 7.3 mm", "headline capitals 10.8 mm instead of 14.0 mm"]
        );
    }
}
