//! Text as large as its space allows.
//!
//! A screen with a live picture is laid out 15 times a second, and its words are the same each time: what was
//! measured once is remembered.

use iced::advanced::text::{self, Paragraph, Renderer};
use iced::{Font, Size};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// So many measurements are remembered; a screen has a few, and after more all are forgotten.
const REMEMBERED: usize = 2048;

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
    let known = KNOWN.with_borrow_mut(|known| {
        if known.len() >= REMEMBERED && !known.contains_key(&key) {
            known.clear();
        }
        known.get(&key).copied()
    });
    known.unwrap_or_else(|| {
        // Not while the memory is borrowed: breaking lines measures words.
        let found = laid_out(&broken(content, font, size, width), font, size, line_height, width);
        KNOWN.with_borrow_mut(|known| known.insert(key, found));
        found
    })
}

/// The text with its lines broken where `width` ends, if it has words from right to left; others break by themselves
/// (see [`crate::prose`]). Every line begins with a mark of the text's own direction.
pub fn broken(content: &str, font: Font, size: f32, width: f32) -> Cow<'_, str> {
    if !width.is_finite() || !runs_from_the_right(content) {
        return Cow::Borrowed(content);
    }
    let first = own_letter(content);
    let mark = if first.is_some_and(is_from_the_right) { '\u{200f}' } else { '\u{200e}' };
    let mut lines: Vec<String> = Vec::new();
    for paragraph in content.split('\n') {
        let mut line = String::from(mark);
        for word in paragraph.split(' ') {
            let longer =
                if line.chars().count() == 1 { format!("{line}{word}") } else { format!("{line} {word}") };
            if line.chars().count() > 1 && measure(&longer, font, size).width > width {
                lines.push(std::mem::replace(&mut line, format!("{mark}{word}")));
            } else {
                line = longer;
            }
        }
        lines.push(line);
    }
    Cow::Owned(lines.join("\n"))
}

/// The first letter that is the text's own: a number or name that stands isolated in it has its own direction
/// (Unicode Standard Annex 9, rule P2).
fn own_letter(content: &str) -> Option<char> {
    let mut depth = 0_u8;
    content.chars().find(|sign| {
        match sign {
            '\u{2066}'..='\u{2068}' => depth = depth.saturating_add(1),
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && sign.is_alphabetic()
    })
}

/// Whether a text has words that run from right to left.
pub fn runs_from_the_right(content: &str) -> bool {
    content.chars().any(is_from_the_right)
}

/// Arabic and Hebrew, with their presentation forms.
fn is_from_the_right(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
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

/// Whether `content` fits `space` in several lines of this size.
pub fn fits(content: &str, font: Font, line_height: f32, space: Size, size: f32) -> bool {
    let needed = wrapped(content, font, size, line_height, space.width);
    needed.height <= space.height
        && needed.width <= space.width + 0.5
        && longest_word(content, font, size) <= space.width
}

/// The largest font size from `sizes` (largest first) at which `content` fits `space` in several lines;
/// the last one if none does.
pub fn several_lines(content: &str, font: Font, line_height: f32, space: Size, sizes: &[f32]) -> f32 {
    let fits = |size: &&f32| fits(content, font, line_height, space, **size);
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
    fn a_time_at_the_end_of_an_arabic_sentence_goes_to_the_next_line() {
        let words = "يُرجى تسجيل حضوركم هنا من الساعة 09:45.";
        let width = measure(words, BOLD, 60.0).width - 20.0;
        let lines = broken(words, BOLD, 60.0, width);
        assert_eq!(lines.lines().count(), 2, "{lines}");
        assert!(lines.lines().all(|line| line.starts_with('\u{200f}')));
        assert!(wrapped(words, BOLD, 60.0, 1.0, width).width <= width);
        assert!(matches!(broken("Ab 09:45 Uhr.", BOLD, 60.0, 100.0), Cow::Borrowed(_)));
    }

    #[test]
    fn an_arabic_sentence_that_begins_with_numbers_is_arabic() {
        let words = "\u{2068}B\u{202f}011, A\u{202f}012, B\u{202f}013\u{2069}: نأسف، لا يمكننا خدمتكم اليوم.";
        let width = measure(words, BOLD, 60.0).width / 2.0;
        let lines = broken(words, BOLD, 60.0, width);
        assert!(lines.lines().count() > 1, "{lines}");
        assert!(lines.lines().all(|line| line.starts_with('\u{200f}')), "{lines:?}");
        let of_german = broken("Schalter 3: نأسف، لا يمكننا خدمتكم", BOLD, 60.0, 300.0);
        assert!(of_german.starts_with('\u{200e}'), "{of_german:?}");
    }

    #[test]
    fn arabic_letters_are_measured_as_they_are_joined() {
        let width = |content| measure(content, BOLD, 100.0).width;
        let (joined, apart) = (width("ههه"), 3.0 * width("ه"));
        assert!((joined - apart).abs() > 10.0, "{joined} is {apart}");
    }

    #[test]
    fn a_sentence_shrinks_until_its_lines_and_words_fit() {
        let words = "Aufenthaltsangelegenheiten und Staatsangehörigkeit";
        let size = several_lines(words, BOLD, 1.2, Size::new(400.0, 120.0), &[60.0, 40.0, 20.0]);
        assert_eq!(size, 20.0);
        assert_eq!(several_lines("kurz", BOLD, 1.2, Size::new(400.0, 120.0), &[60.0, 40.0]), 60.0);
    }
}
