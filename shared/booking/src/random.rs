//! Random names and secrets, and the keyed hashes that stand for them.

use foyer_domain::id::BookingId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The characters of codes that are typed: no 0, O, 1, I or Q, as in short codes.
const TYPED: &[u8; 31] = b"23456789ABCDEFGHJKLMNPRSTUVWXYZ";

/// Bytes from the system's source.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("an operating system that runs a server has randomness");
    bytes
}

/// 64 random bits.
pub fn bits() -> u64 {
    u64::from_be_bytes(bytes())
}

/// A booking's id.
pub fn booking_id() -> BookingId {
    loop {
        if let Some(id) = BookingId::new(bits() >> 16) {
            return id;
        }
    }
}

/// A code that a person carries from one terminal window to another: `K7M4-3PXR-9HJK-2WXY`, 79 bits.
pub fn link_code() -> String {
    let random: [u8; 16] = bytes();
    let mut code = String::with_capacity(19);
    for (position, byte) in random.iter().enumerate() {
        if position > 0 && position % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(TYPED[usize::from(*byte) % TYPED.len()]));
    }
    code
}

/// A token for a program.
pub fn token() -> String {
    hex(&bytes::<32>())
}

/// SHA-256, for secrets with enough bits of their own.
pub fn sha256(secret: &[u8]) -> [u8; 32] {
    Sha256::digest(secret).into()
}

/// HMAC-SHA-256 over parts; each is preceded by its length, so that no two lists of parts look alike.
pub fn keyed_hash(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// HMAC-SHA-256.
pub fn mac(key: &[u8], said: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(said);
    mac.finalize().into_bytes().into()
}

/// HMAC-SHA-256 of a short code with the office's key, as the feed carries it (see `Change::Booking`).
pub fn short_code_hash(key: &[u8], short_code: &str) -> String {
    hex(&mac(key, short_code.as_bytes()))
}

/// A booking's six-digit PIN. It is computed from the server's secret and the booking's salt and stored nowhere.
pub fn pin(server_secret: &[u8], booking: BookingId, salt: &[u8]) -> String {
    let hash = keyed_hash(server_secret, &[b"pin", &booking.bits().to_be_bytes(), salt]);
    let number = hash.iter().take(8).fold(0u64, |sum, byte| sum << 8 | u64::from(*byte));
    format!("{:06}", number % 1_000_000)
}

/// Compares without telling by its time where the difference is.
pub fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_has_six_digits_and_depends_on_everything() {
        let id = BookingId::new(7).unwrap();
        let one = pin(b"secret", id, b"salt");
        assert_eq!(one, pin(b"secret", id, b"salt"));
        assert!(one.len() == 6 && one.bytes().all(|byte| byte.is_ascii_digit()));
        assert_ne!(one, pin(b"other", id, b"salt"));
        assert_ne!(one, pin(b"secret", id, b"tlas"));
        assert_ne!(one, pin(b"secret", BookingId::new(8).unwrap(), b"salt"));
    }

    #[test]
    fn a_link_code_can_be_read_aloud() {
        let code = link_code();
        assert_eq!(code.len(), 19);
        assert!(code.bytes().all(|byte| byte == b'-' || TYPED.contains(&byte)), "{code}");
        assert_ne!(code, link_code());
    }

    #[test]
    fn short_code_hash_is_plain_hmac() {
        // RFC 4231, test case 2.
        assert_eq!(
            short_code_hash(b"Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
