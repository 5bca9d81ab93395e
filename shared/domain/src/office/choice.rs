//! What staff choose from: reasons, outcomes of a visit, and texts for everybody.

use super::{Localized, Office};
use crate::id::ChoiceId;
use serde::{Deserialize, Serialize};

/// One of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its name in this file and in the log.
    pub id: ChoiceId,
    /// What staff read.
    pub name: Localized,
}

/// Reasons for urgency where an office has none of its own: nothing about anybody's health is ever kept.
pub const URGENT_REASONS: [&str; 3] = ["deadline", "office-fault", "cannot-wait"];

/// Outcomes where an office has none of its own.
pub const OUTCOMES: [&str; 4] = ["done", "documents-missing", "not-responsible", "comes-again"];

/// Reasons for a break where an office has none of its own.
pub const PAUSE_REASONS: [&str; 4] = ["break", "lunch", "meeting", "errand"];

/// Reasons for letting somebody in by hand where an office has none of its own.
pub const ADMIT_REASONS: [&str; 4] = ["no-code", "delayed-by-us", "delayed-by-transport", "goodwill"];

impl Office {
    /// Whether staff may call somebody urgent for this reason.
    pub fn has_urgent_reason(&self, id: &ChoiceId) -> bool {
        is_one_of(&self.urgent_reasons, &URGENT_REASONS, id)
    }

    /// Whether a clerk may pause for this reason.
    pub fn has_pause_reason(&self, id: &ChoiceId) -> bool {
        is_one_of(&self.pause_reasons, &PAUSE_REASONS, id)
    }

    /// Whether reception may let somebody in for this reason.
    pub fn has_admit_reason(&self, id: &ChoiceId) -> bool {
        is_one_of(&self.admit_reasons, &ADMIT_REASONS, id)
    }

    /// What screens say to everybody by this name.
    pub fn text(&self, id: &ChoiceId) -> Option<&Localized> {
        self.texts.iter().find(|text| text.id == *id).map(|text| &text.name)
    }

    /// Whether a visit may end so.
    pub fn has_outcome(&self, id: &ChoiceId) -> bool {
        is_one_of(&self.outcomes, &OUTCOMES, id)
    }
}

fn is_one_of(own: &[Choice], usual: &[&str], id: &ChoiceId) -> bool {
    if own.is_empty() { usual.contains(&id.as_str()) } else { own.iter().any(|choice| choice.id == *id) }
}
