//! The key of a request that changes something: the same nonce gets the same answer again.

use serde::{Deserialize, Serialize};

/// Made by the caller before it sends, kept with the attempt, sent as the header [`HEADER`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Nonce(pub uuid::Uuid);

/// The request header that carries the nonce (draft-ietf-httpapi-idempotency-key-header).
pub const HEADER: &str = "idempotency-key";

impl Nonce {
    /// A new random one.
    pub fn random() -> Self {
        Self(uuid::Uuid::new_v4())
    }
}

impl std::fmt::Display for Nonce {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
