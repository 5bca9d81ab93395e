//! Fonts: Noto Sans as the system has it. Without any font a screen would stay blank and say nothing.

use iced::Font;
use iced::font::Weight;

/// Running text.
pub const REGULAR: Font = Font::with_name("Noto Sans");
/// Headlines, numbers and keys.
pub const BOLD: Font = Font { weight: Weight::Bold, ..Font::with_name("Noto Sans") };

/// A font that a screen needs and the machine does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the font `{family}` is missing: install Debian's package `fonts-noto-core`")]
pub struct MissingFont {
    /// Its family.
    pub family: &'static str,
}

/// Letters that nine languages need, by the family that has them: of German, French, Turkish, Polish, Ukrainian and
/// Russian, and of Arabic.
const LETTERS: [(&str, &str); 2] = [
    ("Noto Sans", "\u{c4}\u{d6}\u{dc}\u{df}éçœÇŞĞİıŁąćęńóśźżЖЩЪЫЭЮЯґєїіё’“„«»…–½\u{202f}"),
    ("Noto Sans Arabic", "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى،؟"),
];

/// The families that all nine languages need and that this machine lacks, or has without some of their letters.
pub fn missing() -> Vec<MissingFont> {
    let mut missing = lacking_families();
    for (family, letters) in LETTERS {
        let known = missing.iter().any(|font: &MissingFont| font.family == family);
        if !known && !has_all(letters) {
            missing.push(MissingFont { family });
        }
    }
    missing
}

/// Whether every letter is drawn as itself and not as an empty box.
fn has_all(letters: &str) -> bool {
    use iced::advanced::text::{self, Paragraph};
    let paragraph = <iced::Renderer as text::Renderer>::Paragraph::with_text(text::Text {
        content: letters,
        font: REGULAR,
        bounds: iced::Size::INFINITE,
        size: 16.into(),
        line_height: text::LineHeight::default(),
        align_x: text::Alignment::Default,
        align_y: iced::alignment::Vertical::Top,
        shaping: text::Shaping::Advanced,
        wrapping: text::Wrapping::None,
    });
    paragraph.buffer().layout_runs().all(|run| run.glyphs.iter().all(|glyph| glyph.glyph_id != 0))
}

fn lacking_families() -> Vec<MissingFont> {
    let system = iced::advanced::graphics::text::font_system();
    let mut system = system.write().expect("no thread panics while it holds the fonts");
    let installed = |family: &&str| {
        let mut faces = system.raw().db().faces();
        faces.any(|face| face.families.iter().any(|(name, _)| name == family))
    };
    let (_, lacking): (Vec<&str>, Vec<&str>) =
        ["Noto Sans", "Noto Sans Arabic"].into_iter().partition(installed);
    lacking.into_iter().map(|family| MissingFont { family }).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_machine_of_the_tests_has_the_fonts() {
        assert_eq!(super::missing(), []);
    }

    #[test]
    fn letters_that_no_font_has_are_found() {
        assert!(super::has_all("Ab ж ş"));
        assert!(!super::has_all("\u{f8ff0}"), "a private sign");
    }
}
