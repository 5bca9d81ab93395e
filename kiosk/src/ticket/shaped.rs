//! Text as the citizen writes it, drawn: letters that join, that run from right to left, that the printer lacks.

use super::raster::Raster;
use cosmic_text::{Align, Attrs, Buffer, Color, Family, FontSystem, Metrics, Shaping, SwashCache, fontdb};
use std::sync::{LazyLock, Mutex, PoisonError};

/// How thick the strokes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Only these are used, whatever else is installed: the same ticket is the same on every machine, and a text that
/// they cannot write is known before it is printed. The first has Latin, Greek and Cyrillic letters; what it lacks is
/// taken from the other.
const FAMILIES: [&str; 2] = ["Noto Sans", "Noto Sans Arabic"];

/// Dots of the letters' size at the size 1, near that of the printer's own, whose lines are 30 dots apart.
const SIZE_DOTS: f32 = 25.0;
const LINE_DOTS: f32 = 34.0;

/// A dot is black where ink covers this much of it, of 255: thin strokes must not break on thermal paper.
const INK: u8 = 96;

struct Fonts {
    system: FontSystem,
    cache: SwashCache,
}

/// Loaded once, in some tens of milliseconds.
static FONTS: LazyLock<Mutex<Fonts>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    faces.load_system_fonts();
    let is_other =
        |face: &fontdb::FaceInfo| face.families.iter().all(|(name, _)| !FAMILIES.contains(&name.as_str()));
    let others: Vec<_> = faces.faces().filter(|face| is_other(face)).map(|face| face.id).collect();
    others.into_iter().for_each(|id| faces.remove_face(id));
    let system = FontSystem::new_with_locale_and_db("de-DE".to_owned(), faces);
    Mutex::new(Fonts { system, cache: SwashCache::new() })
});

/// Loads the fonts, so that the first ticket does not wait for them.
pub fn load() {
    LazyLock::force(&FONTS);
}

/// The text in the middle of `width` dots, broken where it must be, a picture for each line; `None` if a letter is in
/// none of the fonts, or there are no fonts.
pub(super) fn draw(text: &str, width: usize, size: f32, weight: Weight) -> Option<Vec<Raster>> {
    // A separator within a line ends a paragraph, and the shaper panics where the next one runs the other way.
    let ends = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    let text: String = text.chars().map(|letter| if ends(letter) { ' ' } else { letter }).collect();
    let mut fonts = FONTS.lock().unwrap_or_else(PoisonError::into_inner);
    let Fonts { system, cache } = &mut *fonts;
    let mut buffer = Buffer::new(system, Metrics::new(SIZE_DOTS * size, LINE_DOTS * size));
    buffer.set_size(system, Some(width as f32), None);
    let weight = match weight {
        Weight::Regular => cosmic_text::Weight::NORMAL,
        Weight::Bold => cosmic_text::Weight::BOLD,
    };
    let attrs = Attrs::new().family(Family::Name(FAMILIES[0])).weight(weight);
    buffer.set_text(system, text.trim(), &attrs, Shaping::Advanced, Some(Align::Center));
    buffer.shape_until_scroll(system, false);
    let mut lines = 0;
    for run in buffer.layout_runs() {
        // Glyph 0 is the box that stands for what a font does not have.
        if run.glyphs.iter().any(|glyph| glyph.glyph_id == 0) {
            return None;
        }
        lines += 1;
    }
    let height = (LINE_DOTS * size) as usize;
    let mut black = vec![false; width * height * lines];
    buffer.draw(system, cache, Color::rgb(0, 0, 0), |x, y, w, h, colour| {
        if colour.a() < INK {
            return;
        }
        for (y, x) in (0..h as i32).flat_map(|down| (0..w as i32).map(move |right| (y + down, x + right))) {
            let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { continue };
            if x < width && y < height * lines {
                black[y * width + x] = true;
            }
        }
    });
    let line = |dots: &[bool]| Raster::of(width, dots);
    (lines > 0).then(|| black.chunks_exact(width * height).map(line).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ink(lines: &[Raster]) -> usize {
        lines.iter().map(Raster::ink).sum()
    }

    #[test]
    fn every_script_of_ours_is_drawn_and_others_are_refused() {
        for text in
            ["رقمك A 017 — انتظر", "Ваш номер А 017", "Şükrü, lütfen bekleyin", "Łęczycki", "Größe 37 €"]
        {
            let lines = draw(text, 576, 1.0, Weight::Regular).expect(text);
            assert_eq!(lines.len(), 1, "{text}");
            assert!(ink(&lines) > 500, "{text}");
            assert!(ink(&draw(text, 576, 2.0, Weight::Bold).unwrap()) > 3 * ink(&lines), "{text}");
        }
        assert!(draw("東京", 576, 1.0, Weight::Regular).is_none());
        assert!(draw("", 576, 1.0, Weight::Regular).is_none_or(|lines| ink(&lines) == 0));
    }

    #[test]
    fn paragraphs_that_run_both_ways_are_one_line() {
        for text in ["\u{1ee05}\u{2029}a", "ا\u{2028}a\u{85}ب", "a\u{1c}ا\u{1e}b"] {
            // Whether the fonts have all letters is theirs to say; that it comes back is ours.
            let _ = draw(text, 384, 1.0, Weight::Regular);
        }
        assert_eq!(draw("ا\u{2029}a", 384, 1.0, Weight::Regular).map(|lines| lines.len()), Some(1));
    }

    #[test]
    fn long_texts_are_broken_and_nothing_leaves_the_paper() {
        let long =
            "Будь ласка, зачекайте на виклик працівника біля зони очікування 1, перший поверх, праворуч";
        let lines = draw(long, 384, 1.0, Weight::Regular).unwrap();
        assert!((3..=6).contains(&lines.len()), "{}", lines.len());
        let word = "Бундесфервальтунгсангелегенгайтенминистериум".repeat(2);
        let lines = draw(&word, 384, 2.0, Weight::Bold).unwrap();
        assert!(lines.len() > 2 && lines.iter().all(|line| line.width() <= 384));
    }
}
