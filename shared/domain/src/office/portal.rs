//! What a citizen at home reads and is asked before booking.

use super::{Localized, Office};
use crate::id::{ChoiceId, ServiceId};
use serde::{Deserialize, Serialize};

/// What a service costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// How much, in euro cents; 0 is free of charge.
    pub cents: u32,
    /// For whom or what: "unter 24 Jahren"; empty for the usual fee.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub name: Localized,
}

/// A form to fill in beforehand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// "Wohnungsgeberbestätigung".
    pub name: Localized,
    /// Where it is, `https://…`.
    pub url: String,
}

/// A question of the assistant, which leads to the right services. The first of an office's list is asked first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name in this file.
    pub id: ChoiceId,
    /// "Worum geht es?"
    pub text: Localized,
    /// What can be answered; "Ich weiß es nicht" is always there.
    pub answers: Vec<Answer>,
}

/// An answer: the services that it means, and what is asked next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// "Ich bin umgezogen".
    pub text: Localized,
    /// What is needed then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceId>,
    /// The question that follows; none at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<ChoiceId>,
}

/// Whether a form asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asks {
    /// It is not asked for.
    None,
    /// It can be left out.
    Optional,
    /// Nothing can be booked without it.
    Required,
}

impl Asks {
    /// Whether the form has a field for it.
    pub fn is_asked(self) -> bool {
        self != Self::None
    }

    /// Whether nothing can be booked without it.
    pub fn is_required(self) -> bool {
        self == Self::Required
    }
}

/// How somebody interprets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InterpreterWay {
    /// In the room.
    OnSite,
    /// By telephone.
    Telephone,
    /// By video link.
    Video,
}

impl InterpreterWay {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::OnSite, Self::Telephone, Self::Video];

    /// As in files and forms: `on_site`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OnSite => "on_site",
            Self::Telephone => "telephone",
            Self::Video => "video",
        }
    }

    /// The other way round.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == name)
    }
}

impl Office {
    /// The assistant's question of this id.
    pub fn question(&self, id: &ChoiceId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }
}
