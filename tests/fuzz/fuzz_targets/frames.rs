//! Any bytes from a camera as a frame of any kind and size: never a panic, never a picture with missing pixels.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|frame: (u8, u16, u16, &[u8])| {
    let (kind, width, height, raw) = frame;
    if let Some((width, height, pixels)) = foyer_fuzz::camera::decode(kind, width, height, raw) {
        assert_eq!(width * height, pixels);
        assert!(width > 0 && height > 0);
    }
});
