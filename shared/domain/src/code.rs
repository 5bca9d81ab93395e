//! The signed check-in code that a booking's QR carries.
//!
//! `F1:` and base45 of 78 bytes: a payload of 14 (key 2, office 2, booking 6, start 4, all big-endian) and an
//! Ed25519 signature of 64 over `F1:` and the payload. 120 characters of QR's alphanumeric mode: version 5,
//! 37 modules at ECC M. No base45 text ends in a space, because a group's last digit is at most 32
//! (65,535 / 45²) or 5 (255 / 45) and the space is digit 36.

use serde::{Deserialize, Serialize};

/// What a signing key may still do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyState {
    /// Signs and verifies.
    Active,
    /// Signs nothing any more and still verifies.
    Retired,
    /// Compromised: verifies nothing.
    Revoked,
}

/// A public key of the booking server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicKey {
    /// Its number in the codes.
    pub id: u16,
    /// What it may still do.
    pub state: KeyState,
    /// The Ed25519 public key, 64 hexadecimal digits.
    pub key: String,
}
