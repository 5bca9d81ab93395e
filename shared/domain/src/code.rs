//! The signed check-in code that a booking's QR carries.
//!
//! `F1:` and base45 of 78 bytes: a payload of 14 (key 2, office 2, booking 6, start 4, all big-endian) and an
//! Ed25519 signature of 64 over `F1:` and the payload. 120 characters of QR's alphanumeric mode: version 5,
//! 37 modules at ECC M. No base45 text ends in a space, because a group's last digit is at most 32
//! (65,535 / 45²) or 5 (255 / 45) and the space is digit 36. So nothing is lost to whoever trims a text, and
//! [`read`] itself never does: spaces inside are part of the code.

use crate::Timestamp;
use crate::id::BookingId;
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// What every code of this version begins with; it is signed, too.
pub const PREFIX: &str = "F1:";

/// How many characters a code has, the prefix included.
pub const CODE_CHARACTERS: usize = 120;

const PAYLOAD_BYTES: usize = 14;
const SIGNATURE_BYTES: usize = 64;

/// What a signing key may still do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
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
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicKey {
    /// Its number in the codes.
    pub id: u16,
    /// What it may still do.
    pub state: KeyState,
    /// The Ed25519 public key, 64 hexadecimal digits.
    pub key: String,
}

/// The public keys that verify, ready for use: unpacking a key costs as much as a fifth of a verification.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyRing(BTreeMap<u16, VerifyingKey>);

impl KeyRing {
    /// All of these that still verify. A text that is no Ed25519 key verifies nothing, like a revoked key.
    pub fn new(keys: &[PublicKey]) -> Self {
        let usable = keys.iter().filter(|key| key.state != KeyState::Revoked);
        Self(usable.filter_map(|key| Some((key.id, verifying_key(&key.key)?))).collect())
    }
}

fn verifying_key(hex: &str) -> Option<VerifyingKey> {
    let digits = hex.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let nibble = |digit: u8| char::from(digit).to_digit(16);
        *byte = u8::try_from(nibble(pair[0])? * 16 + nibble(pair[1])?).ok()?;
    }
    VerifyingKey::from_bytes(&bytes).ok()
}

/// What a genuine code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInCode {
    /// The key that signed it.
    pub key: u16,
    /// The office's number.
    pub office: u16,
    /// The booking.
    pub booking: BookingId,
    /// The booked start when it was signed; an older one shows that the booking was moved. Whole seconds,
    /// 1970–2106.
    pub start: Timestamp,
}

/// Why a text is no code that can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeFault {
    /// Something else: a bus ticket, a web address.
    #[error("this is not one of our codes")]
    NotOurs,
    /// Ours by its look, but cut, altered, of another version, or signed by a key that is unknown or revoked.
    #[error("this code is not genuine")]
    NotGenuine,
}

/// A private key of the booking server. It is never shown.
#[derive(Clone)]
pub struct SigningKey {
    id: u16,
    key: ed25519_dalek::SigningKey,
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("id", &self.id).finish_non_exhaustive()
    }
}

impl SigningKey {
    /// The key of these 32 secret bytes, which must be random.
    pub fn from_bytes(secret: [u8; 32], id: u16) -> Self {
        Self { id, key: ed25519_dalek::SigningKey::from_bytes(&secret) }
    }

    /// Its number in the codes.
    pub fn id(&self) -> u16 {
        self.id
    }

    /// The public half, active.
    pub fn public(&self) -> PublicKey {
        let hex = self.key.verifying_key().as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        PublicKey { id: self.id, state: KeyState::Active, key: hex }
    }

    /// The text of a booking's QR. Fractions of a second are dropped; `None` for a start outside 1970–2106.
    pub fn sign(&self, office: u16, booking: BookingId, start: Timestamp) -> Option<String> {
        let seconds = u32::try_from(start.timestamp()).ok()?;
        let mut signed = PREFIX.as_bytes().to_vec();
        signed.extend(self.id.to_be_bytes());
        signed.extend(office.to_be_bytes());
        signed.extend(&booking.bits().to_be_bytes()[2..]);
        signed.extend(seconds.to_be_bytes());
        let signature = self.key.sign(&signed).to_bytes();
        let bytes = [&signed[PREFIX.len()..], &signature].concat();
        Some(format!("{PREFIX}{}", base45::encode(bytes)))
    }
}

/// Reads the untrimmed text of a QR code and verifies it.
///
/// # Errors
/// [`CodeFault::NotOurs`] unless the text begins with `F`, digits and a colon; else
/// [`CodeFault::NotGenuine`] unless it is whole and one of `keys` signed it.
pub fn read(text: &str, keys: &KeyRing) -> Result<CheckInCode, CodeFault> {
    if !looks_ours(text) {
        return Err(CodeFault::NotOurs);
    }
    let coded = text.strip_prefix(PREFIX).ok_or(CodeFault::NotGenuine)?;
    if text.len() != CODE_CHARACTERS {
        return Err(CodeFault::NotGenuine);
    }
    let bytes = base45::decode(coded).map_err(|_| CodeFault::NotGenuine)?;
    verified(&bytes, keys).ok_or(CodeFault::NotGenuine)
}

/// Whether a text is a Foyer code by its look, of whatever version.
fn looks_ours(text: &str) -> bool {
    let version = text.strip_prefix('F').and_then(|rest| rest.split_once(':')).map(|(version, _)| version);
    version.is_some_and(|digits| {
        (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn verified(bytes: &[u8], keys: &KeyRing) -> Option<CheckInCode> {
    let (payload, signature) = bytes.split_first_chunk::<PAYLOAD_BYTES>()?;
    let signature = Signature::from_bytes(<&[u8; SIGNATURE_BYTES]>::try_from(signature).ok()?);
    let [key_0, key_1, office_0, office_1, rest @ ..] = *payload;
    let [b0, b1, b2, b3, b4, b5, start @ ..] = rest;
    let key = u16::from_be_bytes([key_0, key_1]);
    let signed = [PREFIX.as_bytes(), payload.as_slice()].concat();
    keys.0.get(&key)?.verify_strict(&signed, &signature).ok()?;
    Some(CheckInCode {
        key,
        office: u16::from_be_bytes([office_0, office_1]),
        booking: BookingId::new(u64::from_be_bytes([0, 0, b0, b1, b2, b3, b4, b5]))?,
        start: Timestamp::from_timestamp(i64::from(u32::from_be_bytes(start)), 0)?,
    })
}
