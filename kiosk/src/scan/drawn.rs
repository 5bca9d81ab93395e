//! Pictures for tests: codes, and a lobby to hold them in.

use crate::device::camera::Picture;

/// A code on white, `module` pixels for each of its squares, with four of white around.
pub(super) fn code(text: &str, module: usize) -> Picture {
    let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M).unwrap();
    let (side, colors) = (code.width(), code.to_colors());
    let whole = (side + 8) * module;
    let pixel = |i: usize| {
        let (x, y) = ((i % whole / module).wrapping_sub(4), (i / whole / module).wrapping_sub(4));
        let black = x < side && y < side && colors[y * side + x] == qrcode::Color::Dark;
        if black { 30 } else { 225 }
    };
    Picture::new(whole, whole, (0..whole * whole).map(pixel).collect()).unwrap()
}

/// A lobby without anything sharp in it.
pub(super) fn smooth(width: usize, height: usize) -> Picture {
    let pixel = |i: usize| (90 + (i % width) * 60 / width + (i / width) * 40 / height) as u8;
    Picture::new(width, height, (0..width * height).map(pixel).collect()).unwrap()
}

/// One picture held before another.
pub(super) fn scene(behind: &Picture, held: &Picture, x: usize, y: usize) -> Picture {
    let mut pixels = behind.pixels().to_vec();
    for row in 0..held.height() {
        let at = (y + row) * behind.width() + x;
        pixels[at..at + held.width()].copy_from_slice(held.row(row));
    }
    Picture::new(behind.width(), behind.height(), pixels).unwrap()
}

/// Dark for light.
pub(super) fn dark(picture: &Picture) -> Picture {
    let pixels = picture.pixels().iter().map(|pixel| 255 - pixel).collect();
    Picture::new(picture.width(), picture.height(), pixels).unwrap()
}
