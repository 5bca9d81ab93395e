//! How a certificate is recognised: SHA-256 of its DER, all of it or the first 80 bits and more.

use crate::base32;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

const FULL: usize = 32;
/// Eighty bits: enough that nobody finds another certificate with the same beginning.
const SHORT: usize = 10;

/// The SHA-256 of a certificate's DER, or its beginning.
///
/// Written in hexadecimal, in configuration as on screen; [`Fingerprint::short`] is the form for enrolment
/// codes. Read from hexadecimal (with or without `sha256:` and colons) or from the short form.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint(Vec<u8>);

impl Fingerprint {
    /// The whole fingerprint of a certificate.
    pub fn of(certificate_der: &[u8]) -> Self {
        Self(Sha256::digest(certificate_der).to_vec())
    }

    /// A fingerprint of these bytes; `None` unless they are 10–32.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        (SHORT..=FULL).contains(&bytes.len()).then(|| Self(bytes.to_vec()))
    }

    /// Whether this certificate is the one that is meant.
    pub fn matches(&self, certificate_der: &[u8]) -> bool {
        Sha256::digest(certificate_der).starts_with(&self.0)
    }

    /// Its first 80 bits alone.
    pub fn shortened(&self) -> Self {
        Self(self.0.iter().copied().take(SHORT).collect())
    }

    /// Its first 80 bits for a person to type: `9F3C-0T7K-2M8W-VX41`.
    pub fn short(&self) -> String {
        base32::grouped(&base32::encode(&self.shortened().0))
    }

    /// Reads the form of [`Fingerprint::short`], with or without dashes and spaces.
    pub(crate) fn from_short(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
        base32::decode(&digits).filter(|bytes| bytes.len() == SHORT).map(Self)
    }

    fn from_hex(text: &str) -> Option<Self> {
        let text = text.strip_prefix("sha256:").unwrap_or(text);
        let digits: Vec<u32> =
            text.chars().filter(|c| *c != ':').map(|c| c.to_digit(16)).collect::<Option<_>>()?;
        if !digits.len().is_multiple_of(2) {
            return None;
        }
        let bytes: Vec<u8> = digits.chunks(2).map(|pair| (pair[0] << 4 | pair[1]) as u8).collect();
        Self::from_bytes(&bytes)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

/// A text that is no fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint is 20 to 64 hexadecimal digits of SHA-256, or 16 characters like 9F3C-0T7K-2M8W-VX41")]
pub struct NotAFingerprint;

impl FromStr for Fingerprint {
    type Err = NotAFingerprint;

    fn from_str(text: &str) -> Result<Self, NotAFingerprint> {
        // Twenty hexadecimal digits or more are never sixteen characters, so the two forms cannot be confused.
        Self::from_hex(text.trim()).or_else(|| Self::from_short(text.trim())).ok_or(NotAFingerprint)
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = NotAFingerprint;

    fn try_from(text: String) -> Result<Self, NotAFingerprint> {
        text.parse()
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_again() {
        let whole = Fingerprint::of(b"certificate");
        assert_eq!(whole.to_string().parse(), Ok(whole.clone()));
        assert_eq!(format!("sha256:{whole}").parse(), Ok(whole.clone()));
        assert_eq!(whole.short().parse(), Ok(whole.shortened()));
        assert_eq!(whole.short().to_lowercase().parse(), Ok(whole.shortened()));
        let colons: Vec<String> =
            whole.to_string().as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).into()).collect();
        assert_eq!(colons.join(":").to_uppercase().parse(), Ok(whole));
    }

    #[test]
    fn the_beginning_is_enough_and_another_certificate_is_not() {
        let whole = Fingerprint::of(b"certificate");
        assert!(whole.matches(b"certificate"));
        assert!(whole.shortened().matches(b"certificate"));
        assert!(!whole.shortened().matches(b"another"));
    }

    #[test]
    fn fewer_than_eighty_bits_are_no_fingerprint() {
        assert_eq!("0011223344556677 89".parse::<Fingerprint>(), Err(NotAFingerprint));
        assert_eq!("00112233445566778".parse::<Fingerprint>(), Err(NotAFingerprint));
        assert_eq!("".parse::<Fingerprint>(), Err(NotAFingerprint));
        assert!(Fingerprint::from_bytes(&[7; 9]).is_none());
        assert!(Fingerprint::from_bytes(&[7; 33]).is_none());
    }
}
