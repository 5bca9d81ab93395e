//! Pictures of black and white dots.

/// Rows of dots, eight to a byte, the left one highest, 1 black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    width_bytes: u8,
    dots: Vec<u8>,
}

/// Every printer takes so many rows in one picture …
const MOST_ROWS: usize = 255;

/// … and so many bytes: a printer with a receive buffer of 4 kB may want the whole of a picture in it.
const MOST_BYTES: usize = 3_500;

impl Raster {
    /// Draws: `black` says for each dot, from the top left corner.
    pub(super) fn draw(width_bytes: u8, height: u16, black: impl Fn(i32, i32) -> bool) -> Self {
        let byte = |(y, column): (i32, i32)| {
            (0..8).fold(0u8, |byte, bit| byte << 1 | u8::from(black(column * 8 + bit, y)))
        };
        let places = (0..i32::from(height)).flat_map(|y| (0..i32::from(width_bytes)).map(move |x| (y, x)));
        Self { width_bytes, dots: places.map(byte).collect() }
    }

    /// Of dots row by row, `width` in each; a width that no printer has is cut off.
    pub(super) fn of(width: usize, dots: &[bool]) -> Self {
        let width_bytes = u8::try_from(width.div_ceil(8)).unwrap_or(u8::MAX);
        let height = u16::try_from(dots.len() / width.max(1)).unwrap_or(u16::MAX);
        Self::draw(width_bytes, height, |x, y| {
            (x as usize) < width && dots.get(y as usize * width + x as usize).copied().unwrap_or(false)
        })
    }

    /// Dots in a row.
    pub(super) fn width(&self) -> usize {
        8 * usize::from(self.width_bytes)
    }

    /// Rows.
    pub(super) fn height(&self) -> usize {
        self.dots.len() / usize::from(self.width_bytes.max(1))
    }

    /// Whether a dot is black.
    pub(super) fn is_black(&self, x: usize, y: usize) -> bool {
        self.dots[y * usize::from(self.width_bytes) + x / 8] >> (7 - x % 8) & 1 == 1
    }

    /// How many dots are black.
    #[cfg(test)]
    pub(super) fn ink(&self) -> usize {
        self.dots.iter().map(|byte| byte.count_ones() as usize).sum()
    }

    /// `GS v 0`, old and known to every printer; several one after the other where one would be too high.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let width = usize::from(self.width_bytes.max(1));
        let most = (MOST_BYTES / width).clamp(1, MOST_ROWS) * width;
        let picture = |dots: &[u8]| {
            let height = (dots.len() / width) as u8;
            let mut bytes = vec![0x1d, b'v', b'0', 0, self.width_bytes, 0, height, 0];
            bytes.extend(harmless(dots));
            bytes
        };
        self.dots.chunks(most).flat_map(picture).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_picture_is_as_long_as_it_says() {
        let stripes = Raster::draw(18, 92, |x, _| x % 2 == 0);
        let bytes = stripes.bytes();
        assert_eq!(bytes[..8], [0x1d, b'v', b'0', 0, 18, 0, 92, 0]);
        assert_eq!(bytes.len(), 8 + 18 * 92);
        assert!(bytes[8..].iter().all(|byte| *byte == 0xaa));
        assert!(stripes.is_black(0, 91) && !stripes.is_black(143, 91));
    }

    #[test]
    fn a_high_picture_is_sent_in_parts() {
        let high = Raster::of(10, &[true; 10 * 300]);
        assert_eq!((high.width(), high.height(), high.ink()), (16, 300, 3000));
        let bytes = high.bytes();
        assert_eq!(bytes.len(), 2 * 8 + 2 * 300);
        assert_eq!(bytes[8 + 2 * 255..][..8], [0x1d, b'v', b'0', 0, 2, 0, 45, 0]);
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
