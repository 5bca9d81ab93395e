//! The day list's signature.
//!
//! The lobby signs, and not the booking server: the list holds what the lobby alone knows, visits and leases,
//! and must be made while the booking server cannot be reached. The text that was signed is kept as it came, so
//! that no two ways of writing the same JSON make a difference. The signature shows that a file was damaged,
//! edited, or is another lobby's; it does not help against somebody who can replace the kiosk's whole folder,
//! the public key included.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How many secret bytes a key is made of.
pub const KEY_BYTES: usize = 32;

/// Stands before what is signed, so that a signature of a list is never one of something else.
const PURPOSE: &[u8] = b"foyer day list 1\n";

/// A list as it travels and rests: its text, and the lobby's signature of exactly that text.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedList {
    /// JSON.
    pub text: String,
    /// Ed25519, 128 hexadecimal digits.
    pub signature: String,
}

/// It has keyed hashes and their key, so a log gets its size alone.
impl fmt::Debug for SignedList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedList").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}

/// The list is not what the lobby made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the day list is not as the lobby signed it")]
pub struct ListFault;

/// The lobby's key for lists. It is never shown.
#[derive(Clone)]
pub struct ListKey(SigningKey);

impl fmt::Debug for ListKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ListKey(…)")
    }
}

impl ListKey {
    /// The key of these secret bytes, which must be random.
    pub fn from_bytes(secret: [u8; KEY_BYTES]) -> Self {
        Self(SigningKey::from_bytes(&secret))
    }

    /// The public half, 64 hexadecimal digits.
    pub fn public(&self) -> String {
        hex(self.0.verifying_key().as_bytes())
    }

    /// Signs a list.
    pub fn sign(&self, text: String) -> SignedList {
        let signature = self.0.sign(&[PURPOSE, text.as_bytes()].concat());
        SignedList { signature: hex(&signature.to_bytes()), text }
    }
}

impl SignedList {
    /// The text, if this public key signed it.
    ///
    /// # Errors
    /// Anything else.
    pub fn verified(&self, public: &str) -> Result<&str, ListFault> {
        let key = bytes::<KEY_BYTES>(public).and_then(|key| VerifyingKey::from_bytes(&key).ok());
        let signature = bytes::<64>(&self.signature).map(|bytes| Signature::from_bytes(&bytes));
        let (Some(key), Some(signature)) = (key, signature) else { return Err(ListFault) };
        let signed = [PURPOSE, self.text.as_bytes()].concat();
        key.verify_strict(&signed, &signature).map_err(|_| ListFault)?;
        Ok(&self.text)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes<const N: usize>(hex: &str) -> Option<[u8; N]> {
    let digits = hex.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let nibble = |digit: u8| char::from(digit).to_digit(16);
        *byte = u8::try_from(nibble(pair[0])? * 16 + nibble(pair[1])?).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_or_signed_by_another_is_noticed() {
        let (key, other) = (ListKey::from_bytes([7; 32]), ListKey::from_bytes([8; 32]));
        let list = key.sign("{\"bookings\":[]}".to_owned());
        assert_eq!(list.verified(&key.public()), Ok("{\"bookings\":[]}"));
        assert_eq!(list.verified(&other.public()), Err(ListFault));
        let edited = SignedList { text: "{\"bookings\":[1]}".to_owned(), ..list.clone() };
        assert_eq!(edited.verified(&key.public()), Err(ListFault));
        let cut = SignedList { signature: list.signature[1..].to_owned(), ..list.clone() };
        assert_eq!(cut.verified(&key.public()), Err(ListFault));
        assert_eq!(list.verified("no key"), Err(ListFault));
        assert!(!format!("{list:?}{key:?}").contains("bookings"), "neither is in a log");
    }
}
