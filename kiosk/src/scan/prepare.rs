//! Pictures made ready for a decoder: smaller, softer, larger, or black and white by their neighbourhood.

use crate::device::camera::Picture;

/// A part of a picture, in whole pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Region {
    pub(super) fn whole(picture: &Picture) -> Self {
        Self { left: 0, top: 0, width: picture.width(), height: picture.height() }
    }
}

/// A picture of these pixels. The callers below make exactly `width · height` of them, at least one.
fn made(width: usize, height: usize, pixels: Vec<u8>) -> Picture {
    Picture::new(width, height, pixels).expect("as many pixels as were computed")
}

/// A part of a picture; a part that sticks out is cut off.
pub(super) fn crop(picture: &Picture, region: Region) -> Picture {
    let left = region.left.min(picture.width() - 1);
    let top = region.top.min(picture.height() - 1);
    let right = (region.left + region.width).clamp(left + 1, picture.width());
    let bottom = (region.top + region.height).clamp(top + 1, picture.height());
    let pixels = (top..bottom).flat_map(|y| picture.row(y)[left..right].iter().copied()).collect();
    made(right - left, bottom - top, pixels)
}

/// Half as wide and high, each pixel the mean of four. A picture of one row or column stays as it is.
pub(super) fn half(picture: &Picture) -> Picture {
    let (width, height) = (picture.width() / 2, picture.height() / 2);
    if width == 0 || height == 0 {
        return picture.clone();
    }
    let mut pixels = Vec::with_capacity(width * height);
    for y in 0..height {
        let (above, below) = (picture.row(2 * y), picture.row(2 * y + 1));
        let quads = above.chunks_exact(2).zip(below.chunks_exact(2));
        pixels.extend(quads.map(|(a, b)| {
            let sum = u16::from(a[0]) + u16::from(a[1]) + u16::from(b[0]) + u16::from(b[1]);
            ((sum + 2) / 4) as u8
        }));
    }
    made(width, height, pixels)
}

/// Two thirds as wide and high, by area: three pixels become two.
pub(super) fn two_thirds(picture: &Picture) -> Picture {
    let (width, height) = (picture.width() / 3 * 2, picture.height() / 3 * 2);
    if width == 0 || height == 0 {
        return picture.clone();
    }
    // Of three in a row the first new one has the first and half the second, the other one the rest.
    let mut pixels = vec![0; width * height];
    let mut mixed: [Vec<u16>; 2] = [vec![0; picture.width()], vec![0; picture.width()]];
    for (block, rows) in pixels.chunks_exact_mut(2 * width).enumerate() {
        let [first, middle, last] = [0, 1, 2].map(|y| picture.row(3 * block + y));
        for x in 0..picture.width() {
            let shared = u16::from(middle[x]);
            mixed[0][x] = 2 * u16::from(first[x]) + shared;
            mixed[1][x] = 2 * u16::from(last[x]) + shared;
        }
        for (row, mixed) in rows.chunks_exact_mut(width).zip(&mixed) {
            for (pair, three) in row.chunks_exact_mut(2).zip(mixed.chunks_exact(3)) {
                pair[0] = ((2 * three[0] + three[1] + 4) / 9) as u8;
                pair[1] = ((2 * three[2] + three[1] + 4) / 9) as u8;
            }
        }
    }
    made(width, height, pixels)
}

/// A third as wide and high, each pixel the mean of nine.
pub(super) fn third(picture: &Picture) -> Picture {
    let (width, height) = (picture.width() / 3, picture.height() / 3);
    if width == 0 || height == 0 {
        return picture.clone();
    }
    let mut pixels = Vec::with_capacity(width * height);
    for y in 0..height {
        let [above, here, below] = [0, 1, 2].map(|part| picture.row(3 * y + part).chunks_exact(3));
        let sum = |three: &[u8]| three.iter().map(|pixel| u16::from(*pixel)).sum::<u16>();
        let nines = above.zip(here).zip(below);
        pixels.extend(nines.map(|((a, b), c)| ((sum(a) + sum(b) + sum(c) + 4) / 9) as u8));
    }
    made(width, height, pixels)
}

/// Twice as wide and high, smooth between the old pixels: for modules too small for the decoder.
pub(super) fn double(picture: &Picture) -> Picture {
    let (width, height) = (picture.width(), picture.height());
    let mut pixels = vec![0; width * height * 4];
    let mut wide = [vec![0u16; 2 * width], vec![0u16; 2 * width]];
    let widen = |row: &[u8], wide: &mut [u16]| {
        for x in 0..width {
            let at = u16::from(row[x]);
            wide[2 * x] = 3 * at + u16::from(row[x.saturating_sub(1)]);
            wide[2 * x + 1] = 3 * at + u16::from(row[(x + 1).min(width - 1)]);
        }
    };
    for y in 0..height {
        widen(picture.row(y), &mut wide[0]);
        for (part, neighbour) in [y.saturating_sub(1), (y + 1).min(height - 1)].into_iter().enumerate() {
            widen(picture.row(neighbour), &mut wide[1]);
            let row = &mut pixels[(2 * y + part) * 2 * width..][..2 * width];
            for (pixel, (near, far)) in row.iter_mut().zip(wide[0].iter().zip(&wide[1])) {
                *pixel = ((3 * near + far + 8) / 16) as u8;
            }
        }
    }
    made(2 * width, 2 * height, pixels)
}

/// A small blur, 1-2-1 in both directions: takes noise and the grid of a screen away, leaves modules.
pub(super) fn soften(picture: &Picture) -> Picture {
    let (width, height) = (picture.width(), picture.height());
    let mut pixels = Vec::with_capacity(width * height);
    let mut column = vec![0u16; width];
    for y in 0..height {
        let above = picture.row(y.saturating_sub(1));
        let (here, below) = (picture.row(y), picture.row((y + 1).min(height - 1)));
        for (sum, ((a, b), c)) in column.iter_mut().zip(above.iter().zip(here).zip(below)) {
            *sum = u16::from(*a) + 2 * u16::from(*b) + u16::from(*c);
        }
        let before = std::iter::once(&column[0]).chain(&column);
        let after = column.iter().skip(1).chain(column.last());
        let triples = before.zip(&column).zip(after);
        pixels.extend(triples.map(|((a, b), c)| ((a + 2 * b + c + 8) / 16) as u8));
    }
    made(width, height, pixels)
}

/// Each pixel as dark as the darkest of the nine around it: thin dark parts grow by a pixel on each side.
pub(super) fn darker(picture: &Picture) -> Picture {
    let (width, height) = (picture.width(), picture.height());
    let mut pixels = Vec::with_capacity(width * height);
    let mut column = vec![0; width];
    for y in 0..height {
        let above = picture.row(y.saturating_sub(1));
        let (here, below) = (picture.row(y), picture.row((y + 1).min(height - 1)));
        for (least, ((a, b), c)) in column.iter_mut().zip(above.iter().zip(here).zip(below)) {
            *least = *a.min(b).min(c);
        }
        let before = std::iter::once(&column[0]).chain(&column);
        let after = column.iter().skip(1).chain(column.last());
        pixels.extend(before.zip(&column).zip(after).map(|((a, b), c): ((&u8, &u8), &u8)| *a.min(b).min(c)));
    }
    made(width, height, pixels)
}

/// Black (0) and white (255) by comparison with the mean of the square of `radius` around each pixel, `margin`
/// darker being black: shadows, folds and uneven light vanish. `dark` gives light-on-dark codes as dark on light.
pub(super) fn local(picture: &Picture, radius: usize, margin: u8, dark: bool) -> Picture {
    let pixels = by_surroundings(picture, radius, |pixel, sum, area| {
        let (pixel, margin) = (u32::from(pixel) * area, u32::from(margin) * area);
        let black = if dark { pixel > sum + margin } else { pixel + margin < sum };
        if black { 0 } else { 255 }
    });
    made(picture.width(), picture.height(), pixels)
}

/// What `of` makes of each pixel, the sum of the square of `radius` around it, and how many pixels that has.
pub(super) fn by_surroundings<T>(picture: &Picture, radius: usize, of: impl Fn(u8, u32, u32) -> T) -> Vec<T> {
    let (width, height) = (picture.width(), picture.height());
    let mut columns = vec![0u32; width];
    let add = |columns: &mut [u32], y: usize| {
        columns.iter_mut().zip(picture.row(y)).for_each(|(sum, pixel)| *sum += u32::from(*pixel));
    };
    (0..radius.min(height)).for_each(|y| add(&mut columns, y));
    let mut made = Vec::with_capacity(width * height);
    let mut before = vec![0u32; width + 1];
    for y in 0..height {
        if y + radius < height {
            add(&mut columns, y + radius);
        }
        if y > radius {
            let gone = picture.row(y - radius - 1);
            columns.iter_mut().zip(gone).for_each(|(sum, pixel)| *sum -= u32::from(*pixel));
        }
        let rows = ((y + radius).min(height - 1) - y.saturating_sub(radius) + 1) as u32;
        let mut sum = 0;
        for (total, column) in before[1..].iter_mut().zip(&columns) {
            sum += column;
            *total = sum;
        }
        made.extend(picture.row(y).iter().enumerate().map(|(x, pixel)| {
            let (left, right) = (x.saturating_sub(radius), (x + radius + 1).min(width));
            of(*pixel, before[right] - before[left], rows * (right - left) as u32)
        }));
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: usize, height: usize, pixel: impl Fn(usize, usize) -> u8) -> Picture {
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| pixel(x, y));
        Picture::new(width, height, pixels.collect()).unwrap()
    }

    #[test]
    fn sizes_and_means_are_right() {
        let ramp = picture(6, 6, |x, _| (x * 30) as u8);
        assert_eq!(half(&ramp).row(0), [15, 75, 135]);
        assert_eq!(third(&ramp).row(1), [30, 120]);
        assert_eq!(two_thirds(&ramp).row(3), [10, 50, 100, 140]);
        let flat = picture(7, 5, |_, _| 90);
        for made in
            [soften(&flat), darker(&flat), double(&flat), half(&flat), two_thirds(&flat), third(&flat)]
        {
            assert!(made.pixels().iter().all(|pixel| *pixel == 90));
        }
        assert_eq!((double(&flat).width(), double(&flat).height()), (14, 10));
        let part = crop(&ramp, Region { left: 4, top: 5, width: 9, height: 9 });
        assert_eq!((part.width(), part.height(), part.pixels()), (2, 1, &[120, 150][..]));
    }

    #[test]
    fn pictures_of_any_size_are_taken() {
        for (width, height) in [(1, 1), (1, 9), (9, 1), (2, 2), (3, 3), (5, 4)] {
            let some = picture(width, height, |x, y| (x * 50 + y * 20) as u8);
            for made in
                [soften(&some), darker(&some), double(&some), half(&some), two_thirds(&some), third(&some)]
            {
                assert!(!made.pixels().is_empty());
            }
            assert_eq!(local(&some, 12, 2, false).pixels().len(), width * height);
        }
    }

    #[test]
    fn dark_parts_grow_by_a_pixel() {
        let dot = picture(5, 4, |x, y| if (x, y) == (1, 1) { 7 } else { 200 });
        let grown = darker(&dot);
        for y in 0..4 {
            let expected: &[u8] = if y < 3 { &[7, 7, 7, 200, 200] } else { &[200; 5] };
            assert_eq!(grown.row(y), expected, "row {y}");
        }
    }

    #[test]
    fn the_local_threshold_sees_through_a_shadow() {
        // Stripes of 4 whose right half lies in a shadow darker than the left half's black.
        let shadowed = picture(80, 20, |x, _| {
            let light = if x / 4 % 2 == 0 { 80 } else { 200 };
            if x < 40 { light } else { light / 4 }
        });
        let clear = local(&shadowed, 6, 2, false);
        for x in (2..80).filter(|x| !(34..46).contains(x)) {
            let expected = if x / 4 % 2 == 0 { 0 } else { 255 };
            assert_eq!(clear.row(10)[x], expected, "column {x}");
        }
        let dark = local(&shadowed, 6, 2, true);
        assert_eq!(dark.row(10)[6], 0);
    }
}
