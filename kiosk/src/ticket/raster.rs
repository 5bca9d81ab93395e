//! Pictures of black and white dots.

/// Rows of dots, eight to a byte, the left one highest, 1 black.
pub(super) struct Raster {
    width_bytes: u8,
    dots: Vec<u8>,
}

impl Raster {
    /// Draws: `black` says for each dot, from the top left corner. At most 255 rows, which every printer takes.
    fn draw(width_bytes: u8, height: u8, black: impl Fn(i32, i32) -> bool) -> Self {
        let byte = |(y, column): (i32, i32)| {
            (0..8).fold(0u8, |byte, bit| byte << 1 | u8::from(black(column * 8 + bit, y)))
        };
        let places = (0..i32::from(height)).flat_map(|y| (0..i32::from(width_bytes)).map(move |x| (y, x)));
        Self { width_bytes, dots: places.map(byte).collect() }
    }

    /// `GS v 0`, old and known to every printer.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let height = (self.dots.len() / usize::from(self.width_bytes.max(1))) as u8;
        let mut bytes = vec![0x1d, b'v', b'0', 0, self.width_bytes, 0, height, 0];
        bytes.extend(harmless(&self.dots));
        bytes
    }
}

/// The dots without real-time commands: printers obey `10 04`, `10 05` and `10 14` even inside a picture, so a dot
/// is flipped where chance has written one.
fn harmless(dots: &[u8]) -> Vec<u8> {
    let mut safe = dots.to_vec();
    for at in 1..safe.len() {
        if safe[at - 1] == 0x10 && matches!(safe[at], 0x04 | 0x05 | 0x14) {
            safe[at] ^= 0x20;
        }
    }
    safe
}

/// Foyer's own mark: a doorway whose door stands open, and the light on the floor.
pub(super) fn door() -> Raster {
    Raster::draw(18, 92, |x, y| {
        let (across, down) = (x - 72, y - 36);
        let in_arch = |half: i32| {
            let round = across * across + down * down <= half * half && down <= 0;
            round || (across.abs() <= half && (0..=40).contains(&down))
        };
        let frame = in_arch(36) && !in_arch(29);
        // The door's leaf, drawn as it swings towards the reader.
        let swing = (across + 29) * 8 / 22;
        let leaf = (-29..=-7).contains(&across) && in_arch(29) && down <= 40;
        let leaf = leaf || ((-29..=-7).contains(&across) && (40..=40 + swing).contains(&down));
        let knob = (across + 12).pow(2) + (down - 12).pow(2) <= 6;
        let light =
            (44..=54).contains(&down) && (across - (down - 44)).abs() <= 60 && (down % 4) < 2 && across > -4;
        frame || (leaf && !knob) || light
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_picture_is_as_long_as_it_says() {
        let bytes = door().bytes();
        assert_eq!(bytes[..8], [0x1d, b'v', b'0', 0, 18, 0, 92, 0]);
        assert_eq!(bytes.len(), 8 + 18 * 92);
        assert!(bytes[8..].iter().any(|byte| *byte != 0));
    }

    proptest! {
        #[test]
        fn no_picture_holds_a_real_time_command(
            dots in proptest::collection::vec(prop_oneof![Just(0x10u8), Just(4), Just(5), Just(0x14), Just(0x30)], 1..200)
        ) {
            let safe = harmless(&dots);
            prop_assert_eq!(safe.len(), dots.len());
            prop_assert!(!safe.windows(2).any(|pair| pair[0] == 0x10 && matches!(pair[1], 4 | 5 | 0x14)));
        }
    }
}
