//! A ticket as a picture, a pixel for each dot: to see a template before it is printed.

use super::block::{Block, blocks};
use super::raster::Raster;
use super::shaped::{self, Weight};
use super::{COLUMN_DOTS, TicketStyle};
use foyer_protocol::lobby::TicketView;
use image::{GrayImage, Luma};

/// White around what is printed: the roll is wider than the head.
const EDGE: usize = 32;
/// Rows of a line in the printer's own letters at size 1.
const LINE: usize = 30;

/// Draws the ticket. The printer's own letters are drawn in another font, in their cells; all else is dot by dot as on
/// paper.
pub fn preview(ticket: &TicketView, style: &TicketStyle<'_>) -> GrayImage {
    let width = usize::from(style.template.columns) * COLUMN_DOTS;
    let blocks = blocks(ticket, style);
    let height: usize = blocks.iter().map(height).sum();
    let mut paper = Paper {
        picture: GrayImage::from_pixel((width + 2 * EDGE) as u32, (height + 3 * EDGE) as u32, Luma([255])),
        width,
        top: EDGE,
    };
    for block in &blocks {
        match block {
            Block::Line { text, size, bold } => paper.line(text, *size, *bold),
            Block::Image(image) => paper.image(image),
            Block::Code { text, module } => paper.code(text, usize::from(*module)),
        }
        paper.top += self::height(block);
    }
    paper.picture
}

fn height(block: &Block) -> usize {
    match block {
        Block::Line { size, .. } => LINE * usize::from(*size),
        Block::Image(image) => image.height(),
        Block::Code { text, module } => code(text).map_or(0, |code| code.width() * usize::from(*module)),
    }
}

fn code(text: &str) -> Option<qrcode::QrCode> {
    qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M).ok()
}

struct Paper {
    picture: GrayImage,
    width: usize,
    top: usize,
}

impl Paper {
    fn dot(&mut self, x: usize, y: usize) {
        if x < self.picture.width() as usize && y < self.picture.height() as usize {
            self.picture.put_pixel(x as u32, y as u32, Luma([0]));
        }
    }

    fn image(&mut self, image: &Raster) {
        let left = EDGE + self.width.saturating_sub(image.width()) / 2;
        for (y, x) in (0..image.height()).flat_map(|y| (0..image.width()).map(move |x| (y, x))) {
            if image.is_black(x, y) {
                self.dot(left + x, self.top + y);
            }
        }
    }

    /// Each letter in the middle of its cell.
    fn line(&mut self, text: &str, size: u8, bold: bool) {
        let cell = COLUMN_DOTS * usize::from(size);
        let letters: Vec<char> = text.chars().collect();
        let start = EDGE + self.width.saturating_sub(letters.len() * cell) / 2;
        let weight = if bold { Weight::Bold } else { Weight::Regular };
        for (at, letter) in letters.into_iter().enumerate().filter(|(_, letter)| *letter != ' ') {
            // Wide enough for any letter; then as narrow as its cell, as the printer has it.
            let drawn = shaped::draw(&letter.to_string(), 4 * cell, f32::from(size) * 0.9, weight);
            if let Some(drawn) = drawn.as_deref().and_then(|lines| lines.first()) {
                self.letter(drawn, start + at * cell, cell);
            }
        }
    }

    fn letter(&mut self, drawn: &Raster, left: usize, cell: usize) {
        let has_ink = |x: &usize| (0..drawn.height()).any(|y| drawn.is_black(*x, y));
        let Some(first) = (0..drawn.width()).find(has_ink) else { return };
        let last = (first..drawn.width()).rfind(has_ink).unwrap_or(first);
        let (ink, most) = (last + 1 - first, cell - cell / 12);
        let wide = ink.min(most);
        let left = left + (cell - wide) / 2;
        for (y, x) in (0..drawn.height()).flat_map(|y| (0..wide).map(move |x| (y, x))) {
            if drawn.is_black(first + x * ink / wide, y) {
                self.dot(left + x, self.top + y);
            }
        }
    }

    fn code(&mut self, text: &str, module: usize) {
        let Some(code) = code(text) else { return };
        let left = EDGE + self.width.saturating_sub(code.width() * module) / 2;
        for (at, colour) in code.to_colors().into_iter().enumerate() {
            if colour == qrcode::Color::Dark {
                let (x, y) = (at % code.width() * module, at / code.width() * module);
                for (right, down) in (0..module).flat_map(|right| (0..module).map(move |down| (right, down)))
                {
                    self.dot(left + x + right, self.top + y + down);
                }
            }
        }
    }
}
