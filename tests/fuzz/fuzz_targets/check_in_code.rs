//! Any text as a check-in code and as a Terminnummer: never a panic, and only what was signed is accepted.
#![no_main]

use foyer_domain::Timestamp;
use foyer_domain::code::{self, KeyRing, SigningKey};
use foyer_domain::id::BookingId;
use foyer_domain::short_code::ShortCode;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

struct Signed {
    keys: KeyRing,
    text: String,
}

/// A genuine code, so that the fuzzer can be led near one.
static SIGNED: LazyLock<Signed> = LazyLock::new(|| {
    let key = SigningKey::from_bytes([7; 32], 1);
    let start = Timestamp::from_timestamp(1_800_000_000, 0).expect("a time");
    let text = key.sign(49, BookingId::new(0xfeed_beef).expect("an id"), start).expect("a code");
    Signed { keys: KeyRing::new(&[key.public()]), text }
});

fuzz_target!(|input: (u8, &[u8])| {
    let (mode, bytes) = input;
    let given = String::from_utf8_lossy(bytes);
    // The genuine one with some of its characters replaced, or whatever came.
    let text = if mode & 1 == 1 {
        let from = usize::from(mode >> 1) % SIGNED.text.len();
        let to = (from + given.chars().count()).min(SIGNED.text.len());
        format!("{}{given}{}", &SIGNED.text[..from], &SIGNED.text[to..])
    } else {
        given.into_owned()
    };
    if code::read(&text, &SIGNED.keys).is_ok() {
        assert_eq!(text, SIGNED.text, "a code that nobody has signed is accepted");
    }
    if let Ok(short) = ShortCode::parse(&text) {
        assert_eq!(ShortCode::parse(&short.shown()).as_ref().map(ShortCode::as_str), Ok(short.as_str()));
    }
});
