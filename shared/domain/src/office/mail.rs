//! What an office says itself in its mails.

use super::Localized;
use serde::{Deserialize, Serialize};

/// Sentences that an office adds to its mails; each is a paragraph of its own, and none is needed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MailTexts {
    /// After the greeting of every mail.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub opening: Localized,
    /// When it is booked, and when it has a new code.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub confirmed: Localized,
    /// When its owner still has to say that the address is theirs.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub confirm: Localized,
    /// When it has another time, whoever moved it.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub moved: Localized,
    /// When it is given up, by whomever.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub cancelled: Localized,
    /// When another time is held for somebody.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub offer: Localized,
    /// When it is soon.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub reminder: Localized,
    /// At the end of every mail.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub closing: Localized,
}

impl MailTexts {
    /// Whether the office says nothing itself.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// All of them, with their keys.
    pub fn all(&self) -> [(&'static str, &Localized); 8] {
        [
            ("opening", &self.opening),
            ("confirmed", &self.confirmed),
            ("confirm", &self.confirm),
            ("moved", &self.moved),
            ("cancelled", &self.cancelled),
            ("offer", &self.offer),
            ("reminder", &self.reminder),
            ("closing", &self.closing),
        ]
    }
}
