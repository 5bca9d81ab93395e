//! Problem documents, RFC 9457: `application/problem+json`.

use serde::{Deserialize, Serialize};

/// The content type of a problem.
pub const CONTENT_TYPE: &str = "application/problem+json";

/// A refusal or error on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[error("{title} ({status}){}", detail.as_ref().map(|detail| format!(": {detail}")).unwrap_or_default())]
pub struct Problem {
    /// What kind, stable, for programs: `slot_taken`. Sent as the last part of a URN.
    #[serde(rename = "type")]
    pub kind: String,
    /// In a few words, for staff.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What exactly, and what to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl Problem {
    /// A problem of this kind.
    pub fn new(status: u16, kind: &str, title: &str) -> Self {
        Self { kind: format!("urn:foyer:{kind}"), title: title.to_owned(), status, detail: None }
    }

    /// … with what exactly, and what to do.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The kind without its URN prefix.
    pub fn code(&self) -> &str {
        self.kind.strip_prefix("urn:foyer:").unwrap_or(&self.kind)
    }
}
