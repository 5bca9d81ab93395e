//! Text as large as its space allows.
//!
//! A screen with a live picture is laid out 15 times a second, and its words are the same each time: what was
//! measured once is remembered.

use iced::advanced::text::{self, Paragraph, Renderer};
use iced::{Font, Size};
use std::cell::RefCell;
use std::collections::HashMap;

/// So many measurements are remembered; a screen has a few, and after more all are forgotten.
const REMEMBERED: usize = 512;

/// A text, its font, and the bits of size, line height and width.
type Measured = (String, Font, [u32; 3]);

thread_local! {
    static KNOWN: RefCell<HashMap<Measured, Size>> = RefCell::new(HashMap::new());
}

/// How wide and high `content` is on one line, with a line height of 1.
pub fn measure(content: &str, font: Font, size: f32) -> Size {
    wrapped(content, font, size, 1.0, f32::INFINITY)
}

/// How wide and high `content` is when it is broken into lines of at most `width`.
pub fn wrapped(content: &str, font: Font, size: f32, line_height: f32, width: f32) -> Size {
    let key = (content.to_owned(), font, [size, line_height, width].map(f32::to_bits));
    KNOWN.with_borrow_mut(|known| {
        if known.len() >= REMEMBERED && !known.contains_key(&key) {
            known.clear();
        }
        *known.entry(key).or_insert_with(|| laid_out(content, font, size, line_height, width))
    })
}

fn laid_out(content: &str, font: Font, size: f32, line_height: f32, width: f32) -> Size {
    let wrapping = if width.is_finite() { text::Wrapping::Word } else { text::Wrapping::None };
    <iced::Renderer as Renderer>::Paragraph::with_text(text::Text {
        content,
        font,
        bounds: Size::new(width, f32::INFINITY),
        size: size.into(),
        line_height: text::LineHeight::Relative(line_height),
        align_x: text::Alignment::Default,
        align_y: iced::alignment::Vertical::Top,
        shaping: text::Shaping::Advanced,
        wrapping,
    })
    .min_bounds()
}

/// The largest font size at which `content` fits `space` on one line, at most `largest`.
pub fn one_line(content: &str, font: Font, space: Size, largest: f32) -> f32 {
    let at_100 = measure(content, font, 100.0);
    if at_100.width <= 0.0 || at_100.height <= 0.0 {
        return largest;
    }
    let factor = (space.width / at_100.width).min(space.height / at_100.height);
    (100.0 * factor).floor().clamp(1.0, largest.max(1.0))
}

/// The largest font size from `sizes` (largest first) at which `content` fits `space` in several lines;
/// the last one if none does.
pub fn several_lines(content: &str, font: Font, line_height: f32, space: Size, sizes: &[f32]) -> f32 {
    let fits = |size: &&f32| {
        let needed = wrapped(content, font, **size, line_height, space.width);
        needed.height <= space.height && longest_word(content, font, **size) <= space.width
    };
    sizes.iter().find(fits).or(sizes.last()).copied().unwrap_or(1.0)
}

/// The width of the widest word: a word that is wider than its box would be broken anywhere.
fn longest_word(content: &str, font: Font, size: f32) -> f32 {
    let words = content.split_whitespace();
    words.map(|word| measure(word, font, size).width).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::BOLD;

    #[test]
    fn a_number_fills_its_box_and_no_more() {
        let size = one_line("A\u{202f}017", BOLD, Size::new(500.0, 1000.0), 1000.0);
        let width = measure("A\u{202f}017", BOLD, size).width;
        assert!(width <= 500.0 && width > 480.0, "{width}");
        assert_eq!(one_line("A\u{202f}017", BOLD, Size::new(500.0, 1000.0), 60.0), 60.0);
    }

    #[test]
    fn a_sentence_shrinks_until_its_lines_and_words_fit() {
        let words = "Aufenthaltsangelegenheiten und Staatsangehörigkeit";
        let size = several_lines(words, BOLD, 1.2, Size::new(400.0, 120.0), &[60.0, 40.0, 20.0]);
        assert_eq!(size, 20.0);
        assert_eq!(several_lines("kurz", BOLD, 1.2, Size::new(400.0, 120.0), &[60.0, 40.0]), 60.0);
    }
}
