//! The Terminnummer: what a citizen types whose QR code is not at hand.
//!
//! Eight characters of 31 that are not taken for one another, the last a check character. 31 is prime, so a
//! sum of the characters' values with the weights 1–8, modulo 31, catches every single wrong character (its
//! weight is no multiple of 31) and every swap of two characters, neighbours or not (their weights differ by
//! less than 31).

use serde::{Deserialize, Serialize};
use std::fmt;

/// The characters of a short code: no 0, 1, I, O and Q.
pub const ALPHABET: &str = "23456789ABCDEFGHJKLMNPRSTUVWXYZ";

/// How many characters a short code has.
pub const CHARACTERS: usize = 8;

/// How many digits the PIN has with which a booking is moved or cancelled.
pub const PIN_DIGITS: usize = 6;

/// Numbers of this many digits are taken for a PIN, so that a PIN with a digit too few or too many is too.
const PIN_LIKE: std::ops::RangeInclusive<usize> = 4..=8;

/// The alphabet's size, a prime.
const BASE: u64 = 31;

/// What the weighted sum of a short code leaves modulo 31; not 0, so that `22222222` is no short code.
const REMAINDER: u64 = 17;

/// How many of the alphabet's characters are digits; they come first.
const DIGITS: u64 = 8;

/// A well-formed short code. Whether a booking has it is another matter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(value_type = String, pattern = "^[2-9A-HJ-NPR-Z]{8}$", example = "K7M43PXR"))]
#[serde(try_from = "String", into = "String")]
pub struct ShortCode([u8; CHARACTERS]);

/// Why a typed text is no short code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShortCodeFault {
    /// Digits only, as the PIN: no short code is. Ask for the Terminnummer, which has letters.
    #[error("this looks like the PIN; the short code has letters as well")]
    LooksLikePin,
    /// Not eight characters.
    #[error("a short code has {CHARACTERS} characters, not {0}")]
    Length(usize),
    /// A character that no short code has.
    #[error("a short code has no `{0}`")]
    Character(char),
    /// A wrong or swapped character.
    #[error("a character is wrong or two are swapped")]
    Check,
}

impl ShortCode {
    /// The short code of a random number, one of about 2.75 · 10¹⁰. It always has a letter, so that it is
    /// never taken for a PIN.
    pub fn from_random(random: u64) -> Self {
        let mut values = [0; CHARACTERS];
        let mut rest = random;
        for value in &mut values[..CHARACTERS - 1] {
            *value = rest % BASE;
            rest /= BASE;
        }
        if values[..CHARACTERS - 1].iter().all(|&value| value < DIGITS) {
            values[0] += DIGITS;
        }
        let weight = CHARACTERS as u64;
        let missing = (REMAINDER + BASE * BASE * weight - weighted_sum(&values)) % BASE;
        // The inverse of 8 modulo 31 is 4: 8 · 4 = 32.
        values[CHARACTERS - 1] = missing * 4 % BASE;
        Self(values.map(|value| ALPHABET.as_bytes()[usize::try_from(value).expect("a value is below 31")]))
    }

    /// Reads what somebody typed: lower case, dashes and spaces are fine.
    ///
    /// # Errors
    /// What is wrong with it, so that a keypad can say what helps.
    pub fn parse(text: &str) -> Result<Self, ShortCodeFault> {
        let typed: Vec<char> = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}'))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if PIN_LIKE.contains(&typed.len()) && typed.iter().all(char::is_ascii_digit) {
            return Err(ShortCodeFault::LooksLikePin);
        }
        if let Some(&wrong) = typed.iter().find(|c| !ALPHABET.contains(**c)) {
            return Err(ShortCodeFault::Character(wrong));
        }
        let bytes: Vec<u8> = typed.iter().filter_map(|&c| u8::try_from(c).ok()).collect();
        let code = <[u8; CHARACTERS]>::try_from(bytes).map_err(|_| ShortCodeFault::Length(typed.len()))?;
        let values = code.map(|byte| ALPHABET.bytes().position(|other| other == byte).unwrap_or(0) as u64);
        if weighted_sum(&values) % BASE == REMAINDER { Ok(Self(code)) } else { Err(ShortCodeFault::Check) }
    }

    /// The eight characters, `K7M43PXR`.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a short code is made of its alphabet, which is ASCII")
    }

    /// As people read it, `K7M4-3PXR`.
    pub fn shown(&self) -> String {
        let (first, second) = self.as_str().split_at(CHARACTERS / 2);
        format!("{first}-{second}")
    }
}

fn weighted_sum(values: &[u64; CHARACTERS]) -> u64 {
    (1..).zip(values).map(|(weight, value)| weight * value).sum()
}

/// Short codes open a citizen's booking, so a log gets none of their characters.
impl fmt::Debug for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShortCode(…)")
    }
}

impl From<ShortCode> for String {
    fn from(code: ShortCode) -> Self {
        code.as_str().to_owned()
    }
}

impl TryFrom<String> for ShortCode {
    type Error = ShortCodeFault;

    fn try_from(text: String) -> Result<Self, ShortCodeFault> {
        Self::parse(&text)
    }
}
