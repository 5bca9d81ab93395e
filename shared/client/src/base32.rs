//! Crockford's base32 (<https://www.crockford.com/base32.html>): no I, L, O, U, so that a person can read it
//! aloud; read without regard to case, with O for 0 and I or L for 1.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Writes bytes, five to eight characters; a rest is padded with zero bits.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            text.push(digit(bits >> count));
        }
    }
    if count > 0 {
        text.push(digit(bits << (5 - count)));
    }
    text
}

fn digit(bits: u32) -> char {
    char::from(ALPHABET[(bits & 31) as usize])
}

/// Reads whole bytes; `None` for a foreign character, or for rest bits that are too many or not zero.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut bits, mut count) = (0_u32, 0);
    for character in text.chars() {
        bits = bits << 5 | value(character)?;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    let rest = bits & ((1 << count) - 1);
    (count < 5 && rest == 0).then_some(bytes)
}

fn value(character: char) -> Option<u32> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|digit| char::from(*digit) == character).map(|at| at as u32)
}

/// Four characters to a group, with dashes between: `K7M4-3PXR`.
pub(crate) fn grouped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len() * 5 / 4);
    for (at, character) in text.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            shown.push('-');
        }
        shown.push(character);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_comes_back() {
        let bytes: Vec<u8> = (0..=40).map(|at| (at as u8).wrapping_mul(97).wrapping_add(13)).collect();
        for length in 0..bytes.len() {
            assert_eq!(decode(&encode(&bytes[..length])).as_deref(), Some(&bytes[..length]), "{length}");
        }
    }

    #[test]
    fn what_a_hand_confuses_is_read_as_meant() {
        assert_eq!(decode("0O1iIlL0"), decode("00111110"));
        assert_eq!(decode("U000"), None, "U is not a digit");
        assert_eq!(decode("000"), None, "three characters are no whole bytes");
        assert_eq!(decode("01"), None, "the two last bits must be zero");
    }

    #[test]
    fn groups_are_four_long() {
        assert_eq!(grouped("K7M43PXR"), "K7M4-3PXR");
        assert_eq!(grouped(""), "");
    }
}
