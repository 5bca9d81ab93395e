//! What helps a code along that is seen and not read.

use foyer_look::Icon;

/// One line under the live picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// A code was read.
    Seen,
    /// Nearer, or brighter.
    Closer,
    /// One code after the other.
    OnlyOne,
    /// The Terminnummer instead.
    TypeInstead,
}

impl Hint {
    /// Its sign and the id of its words.
    pub(super) fn text(self) -> (Icon, &'static str) {
        match self {
            Self::Seen => (Icon::Check, "kiosk-welcome-seen"),
            Self::Closer => (Icon::Phone, "kiosk-welcome-closer"),
            Self::OnlyOne => (Icon::QrCode, "kiosk-welcome-one-only"),
            Self::TypeInstead => (Icon::Keypad, "kiosk-welcome-type-instead"),
        }
    }
}
