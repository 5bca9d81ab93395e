//! Who may open the staff page: whoever knows a PIN or holds a code up. Both are kept as hashes in the configuration
//! file, so that they work without a lobby. The code is compared here: it goes to no server and into no log.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use image::{GrayImage, Luma};
use qrcode::{Color, EcLevel, QrCode};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fmt;
use uuid::Uuid;

/// How every staff code begins; in QR's alphanumeric mode.
pub const PREFIX: &str = "FOYER-STAFF:";

/// A PIN has so many digits at least …
pub const PIN_LEAST: usize = 6;
/// … and at most.
pub const PIN_MOST: usize = 12;

/// Pixels of a module in the picture of a code, and white modules around it (ISO/IEC 18004, quiet zone).
const MODULE: u32 = 12;
const QUIET: u32 = 4;

/// `[staff]`
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Access {
    /// The PIN's hash, from `foyer-kiosk staff-pin`.
    pub pin: Option<PinHash>,
    /// The code's hash, from `foyer-kiosk staff-code`.
    pub code: Option<CodeHash>,
}

impl Access {
    /// Whether nobody can open the page yet.
    pub fn is_empty(&self) -> bool {
        self.pin.is_none() && self.code.is_none()
    }
}

/// Whether a scanned text is a staff code by its look, right or wrong.
pub fn is_code(text: &str) -> bool {
    text.starts_with(PREFIX)
}

/// A PIN as it was typed.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

/// Why a PIN is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PinFault {
    /// Too short or too long.
    #[error("a PIN has {PIN_LEAST} to {PIN_MOST} digits")]
    Length,
    /// Something else than digits.
    #[error("a PIN has digits alone: it is typed on a keypad")]
    Digits,
    /// The first that anybody would try.
    #[error("this PIN is the first that anybody would try; take digits without a pattern")]
    Simple,
}

impl Pin {
    /// Any digits that somebody typed.
    pub fn typed(digits: &str) -> Self {
        Self(digits.to_owned())
    }

    /// A PIN that is good enough to be set.
    ///
    /// # Errors
    /// It is not, and why.
    pub fn chosen(text: &str) -> Result<Self, PinFault> {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PinFault::Digits);
        }
        if !(PIN_LEAST..=PIN_MOST).contains(&text.len()) {
            return Err(PinFault::Length);
        }
        let steps = |step: i16| {
            let digits = text.as_bytes();
            digits.windows(2).all(|pair| i16::from(pair[1]) - i16::from(pair[0]) == step)
        };
        if [0, 1, -1].into_iter().any(steps) {
            return Err(PinFault::Simple);
        }
        Ok(Self(text.to_owned()))
    }

    /// Its hash (Argon2id, with a salt of its own). Takes some 30 ms on purpose: not on the screen's thread.
    pub fn hash(&self) -> PinHash {
        let hash = Argon2::default().hash_password(self.0.as_bytes());
        PinHash(hash.expect("argon2's own parameters hash any digits").to_string())
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

/// A PIN's hash in PHC's form. A million PINs are soon tried: it is no more for logs than the PIN itself.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PinHash(String);

impl PinHash {
    /// Whether it is this PIN's. Takes some 30 ms on purpose: not on the screen's thread.
    pub fn is_of(&self, pin: &Pin) -> bool {
        let hash = PasswordHash::new(&self.0);
        hash.is_ok_and(|hash| Argon2::default().verify_password(pin.0.as_bytes(), &hash).is_ok())
    }

    /// The line for the configuration file.
    pub fn line(&self) -> String {
        format!("pin = \"{}\"", self.0)
    }
}

impl TryFrom<String> for PinHash {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match PasswordHash::new(&text) {
            Ok(_) => Ok(Self(text)),
            Err(_) => Err("no hash of a PIN; `foyer-kiosk staff-pin` makes one"),
        }
    }
}

impl fmt::Debug for PinHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinHash(…)")
    }
}

/// The SHA-256 of a whole staff code. The code holds 128 random bits, so that nothing slower is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct CodeHash([u8; 32]);

impl CodeHash {
    /// Of this text.
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// The line for the configuration file.
    pub fn line(&self) -> String {
        format!("code = \"{}\"", hex(&self.0).to_lowercase())
    }
}

impl TryFrom<String> for CodeHash {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let fault = "no hash of a staff code; `foyer-kiosk staff-code` makes one";
        if text.len() != 64 || !text.is_ascii() {
            return Err(fault);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| fault)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| fault)?;
        }
        Ok(Self(bytes))
    }
}

/// A fresh staff code of 128 random bits.
pub fn new_code() -> String {
    // A random UUID has 122 random bits: two of them have more than enough.
    let random =
        Sha256::new().chain_update(Uuid::new_v4().as_bytes()).chain_update(Uuid::new_v4().as_bytes());
    format!("{PREFIX}{}", hex(&random.finalize()[..16]))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// The picture of a code, with its white around it.
///
/// # Panics
/// With a text that is longer than a staff code ever is.
pub fn picture(code: &str) -> GrayImage {
    let code = QrCode::with_error_correction_level(code, EcLevel::M).expect("a staff code is short");
    let width = u32::try_from(code.width()).expect("a code has at most 177 modules");
    let colors = code.to_colors();
    let side = (width + 2 * QUIET) * MODULE;
    GrayImage::from_fn(side, side, |x, y| {
        let inside = |pixel: u32| (pixel / MODULE).checked_sub(QUIET).filter(|module| *module < width);
        let dark = match (inside(x), inside(y)) {
            (Some(x), Some(y)) => colors[(y * width + x) as usize] == Color::Dark,
            _ => false,
        };
        Luma([if dark { 0 } else { 0xff }])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_known_by_its_hash_alone() {
        let hash = Pin::chosen("472913").unwrap().hash();
        assert!(hash.is_of(&Pin::typed("472913")));
        assert!(!hash.is_of(&Pin::typed("472914")) && !hash.is_of(&Pin::typed("")));
        assert!(hash.line().starts_with("pin = \"$argon2id$"), "{}", hash.line());
        assert!(!hash.line().contains("472913"));
        assert_ne!(Pin::chosen("472913").unwrap().hash(), hash, "with a salt");
        let shown = format!("{:?} {hash:?}", Pin::typed("472913"));
        assert!(!shown.contains("472913") && !shown.contains("argon2"), "{shown}");
    }

    #[test]
    fn a_pin_that_anybody_would_try_is_not_taken() {
        for (text, fault) in [
            ("47291", PinFault::Length),
            ("4729134729134", PinFault::Length),
            ("47291a", PinFault::Digits),
            ("111111", PinFault::Simple),
            ("123456", PinFault::Simple),
            ("987654", PinFault::Simple),
        ] {
            assert_eq!(Pin::chosen(text).unwrap_err(), fault, "{text}");
        }
    }

    #[test]
    fn a_code_is_known_by_its_hash_and_read_from_its_picture() {
        let code = new_code();
        assert!(is_code(&code) && code.len() == PREFIX.len() + 32);
        assert_ne!(code, new_code());
        let hash = CodeHash::of(&code);
        let line = hash.line();
        let kept = line.trim_start_matches("code = \"").trim_end_matches('"');
        assert_eq!(CodeHash::try_from(kept.to_owned()), Ok(hash));
        assert_ne!(CodeHash::of(&format!("{code} ")), hash);
        for wrong in ["", "zz", &"g".repeat(64), &"ä".repeat(32)] {
            assert!(CodeHash::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
        let mut image = rqrr::PreparedImage::prepare(picture(&code));
        assert_eq!(image.detect_grids()[0].decode().unwrap().1, code);
    }
}
