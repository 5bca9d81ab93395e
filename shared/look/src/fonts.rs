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

/// The families that all nine languages need and that this machine lacks.
pub fn missing() -> Vec<MissingFont> {
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
}
