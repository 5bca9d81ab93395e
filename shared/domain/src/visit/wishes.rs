//! What a citizen wishes of whoever calls. Only the wish is kept, never a reason.

use serde::{Deserialize, Serialize};

/// How many times as long as usual a call lasts for somebody with a wish (DESIGN "People together").
pub(super) const LONGER: i32 = 2;

/// What a citizen wishes of whoever calls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wishes {
    /// "Bitte holen Sie mich ab."
    pub pick_up: bool,
    /// "Ich brauche mehr Zeit."
    pub more_time: bool,
    /// "Ich brauche jemanden, der übersetzt."
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub interpreter: bool,
}

impl Wishes {
    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// What either wishes.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            pick_up: self.pick_up || other.pick_up,
            more_time: self.more_time || other.more_time,
            interpreter: self.interpreter || other.interpreter,
        }
    }

    /// Whether a call lasts longer: who needs an interpreter walks as fast as anybody.
    pub(super) fn needs_longer(self) -> bool {
        self.pick_up || self.more_time
    }
}
