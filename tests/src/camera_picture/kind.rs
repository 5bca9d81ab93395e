//! What makes a picture hard to read: one kind each, from easy to hard.

use clap::ValueEnum;

/// A kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Kind {
    /// Phone or paper, mildly tilted, turned in any direction.
    Plain,
    /// A dark page on a phone; half of the codes are light on dark.
    PhoneDark,
    /// A screen's grid of dots beats with the sensor's; bands of a rolling shutter.
    PhoneMoire,
    /// Lamps mirrored in the glass.
    PhoneGlare,
    /// A screen with little light, and the lobby mirrored in it.
    PhoneDim,
    /// A screen too bright for the camera, with bloom.
    PhoneGlow,
    /// Cracks in the glass, and grease on it.
    PhoneCracked,
    /// Curved, folded or crumpled paper, and the edge of a shadow on it.
    PaperFolded,
    /// Faded print, missing lines, a stamp or a pen over it, ink that ran.
    PaperWorn,
    /// Tilted by 22 to 52 degrees.
    Tilt,
    /// Moved while the shutter was open.
    Motion,
    /// Not in the lens's focus.
    Defocus,
    /// Little light, much noise.
    Lowlight,
    /// Beside another QR code, an EAN or something like an Aztec code.
    Multi,
    /// Small, or at the picture's edge.
    Framing,
    /// No code of ours, or only a part of one.
    NotOurs,
}

impl Kind {
    /// Those with a code of ours, in the order in which they take turns.
    pub const OURS: [Self; 15] = [
        Self::Plain,
        Self::PhoneDark,
        Self::PhoneMoire,
        Self::PhoneGlare,
        Self::PhoneDim,
        Self::PhoneGlow,
        Self::PhoneCracked,
        Self::PaperFolded,
        Self::PaperWorn,
        Self::Tilt,
        Self::Motion,
        Self::Defocus,
        Self::Lowlight,
        Self::Multi,
        Self::Framing,
    ];

    /// Its name in files: `phone_dark`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::PhoneDark => "phone_dark",
            Self::PhoneMoire => "phone_moire",
            Self::PhoneGlare => "phone_glare",
            Self::PhoneDim => "phone_dim",
            Self::PhoneGlow => "phone_glow",
            Self::PhoneCracked => "phone_cracked",
            Self::PaperFolded => "paper_folded",
            Self::PaperWorn => "paper_worn",
            Self::Tilt => "tilt",
            Self::Motion => "motion",
            Self::Defocus => "defocus",
            Self::Lowlight => "lowlight",
            Self::Multi => "multi",
            Self::Framing => "framing",
            Self::NotOurs => "not_ours",
        }
    }
}
