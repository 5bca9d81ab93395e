//! Mornings and afternoons.

use chrono::Timelike;
use foyer_domain::Timestamp;
use foyer_domain::office::Office;
use serde::{Deserialize, Serialize};

/// A half of the day, parted at noon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HalfDay {
    /// Before twelve.
    Morning,
    /// From twelve on.
    Afternoon,
}

impl HalfDay {
    /// As in addresses and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
        }
    }

    /// The other way round.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Morning, Self::Afternoon].into_iter().find(|half| half.as_str() == name)
    }

    /// The half that a moment lies in.
    pub fn of(office: &Office, at: Timestamp) -> Self {
        if at.with_timezone(&office.time_zone).hour() < 12 { Self::Morning } else { Self::Afternoon }
    }
}
