//! What one citizen sets for one visit: larger letters, lower keys, more time. All of it ends with the visit.

use crate::times;
use std::time::Duration;

/// What is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Aids {
    /// How large letters are.
    pub letters: Letters,
    /// Whether everything stands in the lower part of a high panel.
    pub low: bool,
    /// How long timed states last.
    pub patience: Patience,
}

/// How large letters are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Letters {
    /// As LOOK says.
    #[default]
    Usual,
    /// One step up in the type scale, where there is room.
    Large,
    /// Two steps up.
    Largest,
}

impl Letters {
    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Usual => Self::Large,
            Self::Large => Self::Largest,
            Self::Largest => Self::Usual,
        }
    }

    /// How many steps of the type scale.
    pub fn steps(self) -> u8 {
        match self {
            Self::Usual => 0,
            Self::Large => 1,
            Self::Largest => 2,
        }
    }
}

/// How long timed states last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Patience {
    /// As [`times`] says.
    #[default]
    Usual,
    /// Twice as long.
    Double,
    /// Three times as long.
    Triple,
}

impl Patience {
    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Usual => Self::Double,
            Self::Double => Self::Triple,
            Self::Triple => Self::Usual,
        }
    }

    /// So long with this patience.
    pub fn of(self, time: Duration) -> Duration {
        time * match self {
            Self::Usual => 1,
            Self::Double => times::MORE_TIME[0],
            Self::Triple => times::MORE_TIME[1],
        }
    }
}
