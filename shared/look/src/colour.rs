//! The colours: KERN's roles, light and dark, with one accent of the office's own.

use iced::Color;

/// The least contrast of an accent against its ground (WCAG 2.2, success criterion 1.4.6, level AAA).
pub const LEAST_CONTRAST: f32 = 7.0;

/// The colours of a screen by role. Never colour alone: each state has a sign and a word, too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    /// Behind everything.
    pub ground: Color,
    /// Behind what is set apart.
    pub second_ground: Color,
    /// Text.
    pub text: Color,
    /// Text that may be overlooked.
    pub quiet: Color,
    /// What can be pressed, and the office's own colour. One a screen.
    pub accent: Color,
    /// Text on the accent.
    pub on_accent: Color,
    /// Done, good.
    pub yes: Color,
    /// Behind [`Palette::yes`].
    pub yes_ground: Color,
    /// Wait, look: what is not now, but is no failure either.
    pub wait: Color,
    /// Behind [`Palette::wait`].
    pub wait_ground: Color,
    /// Danger and failure alone.
    pub no: Color,
    /// Behind [`Palette::no`].
    pub no_ground: Color,
    /// A line that only decorates.
    pub line: Color,
    /// The border of a control, at least 3:1.
    pub border: Color,
}

impl Palette {
    /// Dark on light, for the kiosk by day.
    pub fn light(accent: Accent) -> Self {
        Self {
            ground: rgb(0xffffff),
            second_ground: rgb(0xf3f4f7),
            text: rgb(0x131525),
            quiet: rgb(0x454b6b),
            accent: accent.on_light,
            on_accent: rgb(0xffffff),
            yes: rgb(0x005741),
            yes_ground: rgb(0xcdf2e4),
            wait: rgb(0x734000),
            wait_ground: rgb(0xffe7b6),
            no: rgb(0x9e0000),
            no_ground: rgb(0xfee4e0),
            line: rgb(0xa9aec6),
            border: rgb(0x454b6b),
        }
    }

    /// Light on dark, for displays and for the kiosk at night.
    pub fn dark(accent: Accent) -> Self {
        Self {
            ground: rgb(0x131525),
            second_ground: rgb(0x1d2034),
            text: rgb(0xf3f4f7),
            quiet: rgb(0xa9aec6),
            accent: accent.on_dark,
            on_accent: rgb(0x131525),
            yes: rgb(0x3cc39f),
            yes_ground: rgb(0x1d2034),
            wait: rgb(0xf69a00),
            wait_ground: rgb(0x1d2034),
            no: rgb(0xf59587),
            no_ground: rgb(0x1d2034),
            line: rgb(0x454b6b),
            border: rgb(0xa9aec6),
        }
    }

    /// What iced's own theme is made from.
    pub fn seed(&self) -> iced::theme::Palette {
        iced::theme::Palette {
            background: self.ground,
            text: self.text,
            primary: self.accent,
            success: self.yes,
            warning: self.wait,
            danger: self.no,
        }
    }
}

/// The office's own colour, with enough contrast on both grounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Accent {
    on_light: Color,
    on_dark: Color,
}

impl Default for Accent {
    /// KERN's action blue.
    fn default() -> Self {
        Self { on_light: rgb(0x2044aa), on_dark: rgb(0x97afe1) }
    }
}

impl Accent {
    /// Reads `#2044aa`. The dark screens' variant is the same colour, lightened until it is legible there.
    ///
    /// # Errors
    /// No colour, or less than 7:1 against white.
    pub fn parse(text: &str) -> Result<Self, AccentFault> {
        let colour = hex(text).ok_or_else(|| AccentFault::NotAColour { text: text.to_owned() })?;
        let found = contrast(colour, Color::WHITE);
        if found < LEAST_CONTRAST {
            return Err(AccentFault::TooPale { text: text.to_owned(), contrast: found });
        }
        if colour == Self::default().on_light {
            return Ok(Self::default());
        }
        Ok(Self { on_light: colour, on_dark: lightened(colour, rgb(0x1d2034)) })
    }

    /// The configured accent, or the default where none is set or the set one cannot be used.
    pub fn of(configured: Option<&str>) -> (Self, Option<AccentFault>) {
        match configured.map(Self::parse) {
            None => (Self::default(), None),
            Some(Ok(accent)) => (accent, None),
            Some(Err(fault)) => (Self::default(), Some(fault)),
        }
    }
}

/// Why a colour cannot be the accent.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum AccentFault {
    /// It is none.
    #[error("accent `{text}` is no colour: write it like `#2044aa`")]
    NotAColour {
        /// As configured.
        text: String,
    },
    /// It could not be read on white.
    #[error("accent `{text}` has a contrast of {contrast:.1}:1 on white: choose a darker one, at least 7:1")]
    TooPale {
        /// As configured.
        text: String,
        /// Its contrast against white.
        contrast: f32,
    },
}

/// The contrast of two colours, 1–21 (WCAG 2.2, "contrast ratio").
pub fn contrast(a: Color, b: Color) -> f32 {
    let (a, b) = (a.relative_luminance(), b.relative_luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A colour between `from` and `to`, `share` 0–1 of the way.
pub fn mix(from: Color, to: Color, share: f32) -> Color {
    let between = |from: f32, to: f32| from + (to - from) * share;
    Color::from_rgb(between(from.r, to.r), between(from.g, to.g), between(from.b, to.b))
}

fn lightened(colour: Color, ground: Color) -> Color {
    let steps = (0..=20u8).map(|step| mix(colour, Color::WHITE, f32::from(step) / 20.0));
    steps.into_iter().find(|colour| contrast(*colour, ground) >= LEAST_CONTRAST).unwrap_or(Color::WHITE)
}

fn rgb(hex: u32) -> Color {
    let [_, r, g, b] = hex.to_be_bytes();
    Color::from_rgb8(r, g, b)
}

fn hex(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let valid = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    valid.then(|| u32::from_str_radix(digits, 16).ok().map(rgb)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(p: Palette) -> Vec<(&'static str, Color, Color, f32)> {
        vec![
            ("text", p.text, p.ground, 7.0),
            ("text on second", p.text, p.second_ground, 7.0),
            ("quiet", p.quiet, p.ground, 7.0),
            ("quiet on second", p.quiet, p.second_ground, 7.0),
            ("accent", p.accent, p.ground, 7.0),
            ("accent on second", p.accent, p.second_ground, 7.0),
            ("ground on wait", p.ground, p.wait, 7.0),
            ("on accent", p.on_accent, p.accent, 7.0),
            ("yes", p.yes, p.yes_ground, 7.0),
            ("wait", p.wait, p.wait_ground, 7.0),
            ("no", p.no, p.no_ground, 7.0),
            ("border", p.border, p.ground, 3.0),
        ]
    }

    #[test]
    fn every_pair_of_colours_can_be_read() {
        for accent in ["#2044aa", "#9e0000", "#004d40", "#000000"] {
            let accent = Accent::parse(accent).unwrap();
            for (name, front, back, least) in
                pairs(Palette::light(accent)).into_iter().chain(pairs(Palette::dark(accent)))
            {
                let found = contrast(front, back);
                assert!(found >= least, "{name}: {found:.2} is less than {least}");
            }
        }
    }

    #[test]
    fn a_pale_or_garbled_accent_is_refused() {
        assert!(matches!(Accent::parse("#ffcc00"), Err(AccentFault::TooPale { .. })));
        assert!(matches!(Accent::parse("blue"), Err(AccentFault::NotAColour { .. })));
        assert!(matches!(Accent::parse("#+12345"), Err(AccentFault::NotAColour { .. })));
        assert_eq!(Accent::of(Some("#ffcc00")).0, Accent::default());
        assert_eq!(Accent::of(None), (Accent::default(), None));
    }

    #[test]
    fn contrast_is_the_norms() {
        assert!((contrast(Color::BLACK, Color::WHITE) - 21.0).abs() < 0.01);
        assert!((contrast(rgb(0x2044aa), Color::WHITE) - 8.5).abs() < 0.1);
    }
}
