//! Any bytes from a printer, in pieces: never a panic, never a loop, and no more kept than one reply needs.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|pieces: Vec<&[u8]>| {
    assert!(foyer_fuzz::printer::take_all(&pieces) < 16, "the printer can fill the memory");
});
