//! What a citizen wishes of whoever calls. Only the wish is kept, never a reason.

use serde::{Deserialize, Serialize};

/// How many times as long as usual a call lasts for somebody with a wish (DESIGN "People together").
pub(super) const LONGER: i32 = 2;

/// What a citizen wishes of whoever calls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
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

    /// What this wishes and the other does not.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self {
            pick_up: self.pick_up && !other.pick_up,
            more_time: self.more_time && !other.more_time,
            interpreter: self.interpreter && !other.interpreter,
        }
    }

    /// Whether a call lasts longer: who needs an interpreter walks as fast as anybody.
    pub(super) fn needs_longer(self) -> bool {
        self.pick_up || self.more_time
    }
}

/// What is wished from now on, and what no longer. What is in neither stays as it is: somebody else may have wished it
/// meanwhile, at booking, at another terminal or at reception.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WishChange {
    /// Wished from now on.
    pub adds: Wishes,
    /// No longer wished.
    pub takes: Wishes,
}

impl WishChange {
    /// What a press did, from what was seen before it to what is seen after it.
    pub fn between(before: Wishes, after: Wishes) -> Self {
        Self { adds: after.without(before), takes: before.without(after) }
    }

    /// The wishes after it.
    #[must_use]
    pub fn of(self, wishes: Wishes) -> Wishes {
        wishes.without(self.takes).and(self.adds)
    }

    /// This and then a later one, in one.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        Self { adds: later.of(self.adds), takes: self.takes.without(later.adds).and(later.takes) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = Wishes> {
        (0_u8..8).map(|bits| Wishes {
            pick_up: bits & 1 > 0,
            more_time: bits & 2 > 0,
            interpreter: bits & 4 > 0,
        })
    }

    #[test]
    fn two_changes_in_one_do_what_they_do_one_after_the_other() {
        let changes = || all().flat_map(|before| all().map(move |after| WishChange::between(before, after)));
        for first in changes() {
            for second in changes() {
                for wishes in all() {
                    assert_eq!(
                        first.then(second).of(wishes),
                        second.of(first.of(wishes)),
                        "{first:?} {second:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_press_leads_from_what_was_seen_to_what_is_seen() {
        for before in all() {
            for after in all() {
                assert_eq!(WishChange::between(before, after).of(before), after);
            }
        }
    }
}
