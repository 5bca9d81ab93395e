//! The check-in code as a picture: alphanumeric mode, ECC M, four modules of white around it.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, Version};
use std::fmt::Write as _;

/// White around the symbol, in modules (ISO/IEC 18004).
const QUIET: usize = 4;
/// Pixels a module in the PNG.
const PIXELS: usize = 12;
/// The symbol's least width on paper, without the white.
const PRINTED_MM: usize = 40;

/// A symbol as rows of modules, the white included.
struct Symbol {
    width: usize,
    dark: Vec<bool>,
}

/// What alphanumeric mode holds (ISO/IEC 18004).
const ALPHANUMERIC: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The smallest symbol in one piece of alphanumeric mode. The library would change to digits for a run of them and back,
/// which about one in ten thousand of our codes makes longer than a symbol of version 5 holds.
fn smallest(text: &str) -> Option<QrCode> {
    if !text.bytes().all(|byte| ALPHANUMERIC.contains(&byte)) {
        return None;
    }
    (1..=40).find_map(|version| {
        let mut bits = Bits::new(Version::Normal(version));
        bits.push_alphanumeric_data(text.as_bytes()).ok()?;
        bits.push_terminator(EcLevel::M).ok()?;
        QrCode::with_bits(bits, EcLevel::M).ok()
    })
}

/// Draws nothing for a text that no symbol holds, which none of ours is.
fn symbol(text: &str) -> Option<Symbol> {
    let code = smallest(text)?;
    let (inner, colours) = (code.width(), code.to_colors());
    let width = inner + 2 * QUIET;
    let mut dark = vec![false; width * width];
    for (at, colour) in colours.iter().enumerate() {
        dark[(at / inner + QUIET) * width + at % inner + QUIET] = *colour == Color::Dark;
    }
    Some(Symbol { width, dark })
}

/// Dark modules beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Where the first one is.
    pub column: usize,
    /// … and in which row.
    pub row: usize,
    /// How many they are.
    pub length: usize,
}

fn dark_runs(width: usize, dark: &[bool]) -> Vec<Run> {
    let mut runs = Vec::new();
    for (row, modules) in dark.chunks(width).enumerate() {
        let mut column = 0;
        while column < width {
            let length = modules[column..].iter().take_while(|is_dark| **is_dark).count();
            if length > 0 {
                runs.push(Run { column, row, length });
            }
            column += length.max(1);
        }
    }
    runs
}

/// How many modules a symbol is wide without its white, and its dark modules, counted from where the white ends.
pub fn runs(text: &str) -> Option<(usize, Vec<Run>)> {
    let Symbol { width, dark } = symbol(text)?;
    let from_white = |run: Run| Run { column: run.column - QUIET, row: run.row - QUIET, ..run };
    Some((width - 2 * QUIET, dark_runs(width, &dark).into_iter().map(from_white).collect()))
}

/// As PNG with 12 pixels a module.
pub fn png(text: &str) -> Option<Vec<u8>> {
    let symbol = symbol(text)?;
    let side = symbol.width * PIXELS;
    let at = |pixel: usize| symbol.dark[(pixel / side / PIXELS) * symbol.width + pixel % side / PIXELS];
    let pixels: Vec<u8> = (0..side * side).map(|pixel| if at(pixel) { 0 } else { 255 }).collect();
    let mut bytes = Vec::new();
    let size = u32::try_from(side).ok()?;
    PngEncoder::new(&mut bytes).write_image(&pixels, size, size, ExtendedColorType::L8).ok()?;
    Some(bytes)
}

/// How wide the PNG is to be shown in CSS pixels, of which 96 are an inch: a whole fraction of its own width,
/// so that modules stay sharp; the symbol without its white is 40 mm wide or more.
pub fn shown_px(text: &str) -> Option<usize> {
    let width = symbol(text)?.width;
    let inner = width - 2 * QUIET;
    // 40 mm · 96 / 25.4
    let fits = |module: &usize| PIXELS.is_multiple_of(*module) && inner * module * 254 >= PRINTED_MM * 960;
    (1..=PIXELS).find(fits).map(|module| module * width)
}

/// As SVG; printed, the symbol is 40 mm wide and the white comes on top.
pub fn svg(text: &str) -> Option<String> {
    let Symbol { width, dark } = symbol(text)?;
    let inner = width - 2 * QUIET;
    // Rounded up, so that no printer makes it smaller.
    let tenths = (PRINTED_MM * 10 * width).div_ceil(inner);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let mut path = String::new();
    for Run { column, row, length: run } in dark_runs(width, &dark) {
        write!(path, "M{column} {row}h{run}v1h-{run}z").expect("a string takes any text");
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole}.{tenth}mm\" height=\"{whole}.{tenth}mm\" \
         viewBox=\"0 0 {width} {width}\" shape-rendering=\"crispEdges\"><rect width=\"{width}\" height=\"{width}\" \
         fill=\"#fff\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_domain::code::{KeyRing, SigningKey, read};
    use foyer_domain::id::BookingId;

    #[test]
    fn the_picture_is_read_back_and_verifies() {
        let key = SigningKey::from_bytes([7; 32], 3);
        let start = "2026-11-23T09:00:00Z".parse().unwrap();
        let booking = BookingId::new(0x1234_5678_9abc).unwrap();
        let text = key.sign(12, booking, start).unwrap();
        let picture = image::load_from_memory(&png(&text).unwrap()).unwrap().to_luma8();
        // Version 5 and four modules of white on each side.
        assert_eq!(picture.width() as usize, (37 + 8) * PIXELS);
        let mut prepared = rqrr::PreparedImage::prepare(picture);
        let (meta, content) = prepared.detect_grids()[0].decode().unwrap();
        assert_eq!((content.as_str(), meta.version.0), (text.as_str(), 5));
        let code = read(&content, &KeyRing::new(&[key.public()])).unwrap();
        assert_eq!((code.office, code.booking, code.start), (12, booking, start));
    }

    #[test]
    fn many_digits_in_a_row_make_no_larger_symbol() {
        let text = "F1:10010069NS/LTZDZNDP*SS0G0758440HEV%PG$969KC576*RFNE/H8%XM6RK5*IXC9WN9RVI%PSJIH9E9GRMCL186UYSJ5Q9%P9 UNE:I:7IR+VDGKNSM";
        assert_eq!((text.len(), symbol(text).unwrap().width), (foyer_domain::code::CODE_CHARACTERS, 37 + 8));
        let picture = image::load_from_memory(&png(text).unwrap()).unwrap().to_luma8();
        let (_, content) = rqrr::PreparedImage::prepare(picture).detect_grids()[0].decode().unwrap();
        assert_eq!(content, text);
        assert!(symbol("in small letters").is_none());
    }

    #[test]
    fn in_a_mail_the_symbol_is_forty_millimetres_wide_or_more() {
        let key = SigningKey::from_bytes([7; 32], 3);
        let text = key.sign(12, BookingId::new(1).unwrap(), "2026-11-23T09:00:00Z".parse().unwrap()).unwrap();
        let wide = shown_px(&text).unwrap();
        // Six pixels a module: 37 of them are 222 px, and 151.2 px are 40 mm.
        assert_eq!(wide, (37 + 8) * 6);
        assert_eq!((37 + 8) * PIXELS % wide, 0, "shown by a whole fraction");
    }

    #[test]
    fn the_drawing_is_forty_millimetres_wide_without_its_white() {
        let key = SigningKey::from_bytes([7; 32], 3);
        let text = key.sign(12, BookingId::new(1).unwrap(), "2026-11-23T09:00:00Z".parse().unwrap()).unwrap();
        let drawing = svg(&text).unwrap();
        // 40 mm · 45 / 37
        assert!(
            drawing.contains("width=\"48.7mm\"") && drawing.contains("viewBox=\"0 0 45 45\""),
            "{drawing}"
        );
    }
}
