//! What must hold besides the state for a command to be taken.

use super::VisitCommand;
use serde::Serialize;

/// What must hold besides the state; where it does not, the command is refused by the name that stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// Nothing stands still: `Interrupted`.
    GoesOn,
    /// Nobody else is at the counter, and its clerk takes no break: `SomebodyAtCounter`, `CounterPaused`.
    CounterFree,
    /// It is the visit at the clerk's own counter: `SomebodyElse`, `NobodyAtCounter`, `CounterTaken`.
    AtCounter,
    /// Its companions are at no other counter: `CompanionElsewhere`.
    Together,
    /// A screen, a speaker or a phone has shown the call: `CallNotShown`.
    Shown,
    /// Called often enough, and long enough ago: `CalledTooFewTimes`, `CallTooRecent`, `ComesLater`.
    CalledEnough,
    /// Whoever has put it aside is not there, or asks: `ParkedElsewhere`.
    Left,
    /// The desk where it is has been silent: `ClerkThere`.
    Absent,
    /// The other visit is open, and both are for ten services at most: `Over`, `TooManyServices`.
    Fits,
}

impl VisitCommand {
    /// What must hold besides the state.
    pub fn guards(self) -> &'static [Guard] {
        use Guard as G;
        match self {
            Self::Call | Self::Quick => &[G::GoesOn, G::CounterFree, G::Together],
            Self::Resume => &[G::GoesOn, G::CounterFree, G::Together, G::Left],
            Self::TakeOver => &[G::GoesOn, G::CounterFree, G::Together, G::Absent],
            Self::Recall => &[G::GoesOn, G::AtCounter],
            Self::Start | Self::Finish | Self::PutBack | Self::Park => &[G::AtCounter],
            Self::NoShow => &[G::GoesOn, G::AtCounter, G::Shown, G::CalledEnough],
            Self::Merge => &[G::Fits],
            Self::Return | Self::Transfer | Self::Cancel | Self::Withdraw | Self::EndDay => &[],
        }
    }
}
