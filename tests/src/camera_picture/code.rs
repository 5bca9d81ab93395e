//! Codes as squares: ours, and those of others that lie beside them.

use super::dice::Dice;
use anyhow::{Context, Result};
use qrcode::{Color, EcLevel, QrCode, Version};

/// A square of dark and light modules, without its white margin.
#[derive(Debug, Clone)]
pub struct Modules {
    /// Modules along a side.
    pub side: usize,
    /// Row after row; dark is true.
    pub dark: Vec<bool>,
}

impl Modules {
    /// Whether the module is dark; coordinates count from the upper left corner.
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        self.dark[row * self.side + column]
    }

    /// The QR code of a text.
    ///
    /// # Errors
    /// The text is too long for a QR code.
    pub fn of(text: &str, level: EcLevel) -> Result<(Self, u8)> {
        let code = QrCode::with_error_correction_level(text, level).context("too long for a QR code")?;
        let version = match code.version() {
            Version::Normal(version) | Version::Micro(version) => u8::try_from(version)?,
        };
        let dark = code.to_colors().iter().map(|colour| *colour == Color::Dark).collect();
        Ok((Self { side: code.width(), dark }, version))
    }

    /// Something like an Aztec code as on train tickets: rings around the middle, chance elsewhere. No decoder
    /// reads it.
    pub fn aztec_like(dice: &mut Dice) -> Self {
        let side = 27 + 4 * dice.below(4);
        let middle = side / 2;
        let mut dark = Vec::with_capacity(side * side);
        for row in 0..side {
            for column in 0..side {
                let ring = row.abs_diff(middle).max(column.abs_diff(middle));
                dark.push(if ring <= 6 { ring % 2 == 0 } else { dice.chance(0.5) });
            }
        }
        Self { side, dark }
    }
}

/// A code of a booking, drawn by chance.
#[derive(Debug, Clone)]
pub struct Booking {
    /// What must be read: `F1:` and base45, or `F1.` and base64url.
    pub text: String,
    /// Its picture.
    pub modules: Modules,
    /// The QR code's version.
    pub version: u8,
    /// Level of error correction: L, M or Q.
    pub level: EcLevel,
    /// Whether the text is written in bytes, not in QR's alphanumeric mode.
    pub is_bytes: bool,
}

/// RFC 9285, table 1.
const BASE45: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
/// RFC 4648, table 2.
const BASE64URL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Booking {
    /// One with a token of 78 to 100 bytes: versions 5 to 10.
    ///
    /// # Errors
    /// Never: such a text fits.
    pub fn any(dice: &mut Dice) -> Result<Self> {
        let is_bytes = dice.chance(0.4);
        let (prefix, alphabet, length) = if is_bytes {
            ("F1.", BASE64URL, 107 + dice.below(31))
        } else {
            ("F1:", BASE45, 120 + dice.below(34))
        };
        let level = match dice.below(20) {
            0..2 => EcLevel::L,
            2..5 => EcLevel::Q,
            _ => EcLevel::M,
        };
        let mut text = prefix.to_owned();
        text.extend((0..length).map(|_| char::from(*dice.pick(alphabet))));
        let (modules, version) = Modules::of(&text, level)?;
        Ok(Self { text, modules, version, level, is_bytes })
    }
}

/// What the QR codes of others say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// An address of a page.
    Url,
    /// The guests' network.
    Wifi,
    /// A visiting card.
    Card,
}

impl Other {
    /// Its text.
    pub fn text(self, dice: &mut Dice) -> String {
        let number = dice.bits() % 90_000_000 + 10_000_000;
        match self {
            Self::Url => format!("https://www.example.org/t/{}{number}", 1000 + dice.below(9000)),
            Self::Wifi => format!("WIFI:T:WPA;S:Gast-{};P:{number};;", 10 + dice.below(90)),
            Self::Card => {
                format!("BEGIN:VCARD\nVERSION:3.0\nN:Muster;Erika\nTEL:+4930{number}\nEND:VCARD")
            }
        }
    }
}

/// Widths of the bars and gaps of an EAN-13, in modules, beginning with a bar: 59 of them, 95 modules together
/// (ISO/IEC 15420). The digits are chance, their parity is that of a first digit 0.
pub fn ean_widths(dice: &mut Dice) -> Vec<u8> {
    const DIGITS: [[u8; 4]; 10] = [
        [3, 2, 1, 1],
        [2, 2, 2, 1],
        [2, 1, 2, 2],
        [1, 4, 1, 1],
        [1, 1, 3, 2],
        [1, 2, 3, 1],
        [1, 1, 1, 4],
        [1, 3, 1, 2],
        [1, 2, 1, 3],
        [3, 1, 1, 2],
    ];
    let digits: Vec<usize> = (0..11).map(|_| dice.below(10)).collect();
    let sum: usize = (0..).zip(&digits).map(|(at, digit)| digit * if at % 2 == 0 { 3 } else { 1 }).sum();
    let check = (10 - sum % 10) % 10;
    let mut widths = vec![1, 1, 1];
    for (at, digit) in (0..).zip(digits.into_iter().chain([check])) {
        if at == 6 {
            widths.extend([1, 1, 1, 1, 1]);
        }
        widths.extend(DIGITS[digit]);
    }
    widths.extend([1, 1, 1]);
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bookings_have_the_versions_and_alphabets_of_ours() {
        let mut dice = Dice::new(1);
        let mut bytes = 0;
        for _ in 0..200 {
            let booking = Booking::any(&mut dice).unwrap();
            assert!((5..=10).contains(&booking.version), "version {}", booking.version);
            assert_eq!(booking.modules.side, 17 + 4 * usize::from(booking.version));
            assert!(booking.modules.is_dark(0, 0) && !booking.modules.is_dark(7, 7));
            assert!(booking.text.starts_with(if booking.is_bytes { "F1." } else { "F1:" }));
            bytes += u32::from(booking.is_bytes);
        }
        assert!((60..100).contains(&bytes), "about 40 % are in bytes: {bytes} of 200");
    }

    #[test]
    fn an_ean_has_ninety_five_modules() {
        let widths = ean_widths(&mut Dice::new(3));
        assert_eq!((widths.len(), widths.iter().map(|width| u32::from(*width)).sum::<u32>()), (59, 95));
    }
}
