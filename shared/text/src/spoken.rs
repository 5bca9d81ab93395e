//! The languages that people speak and the office can find somebody for: many more than Foyer's pages have.

use crate::language::Language;
use crate::search::folded_for_order;
use std::sync::LazyLock;

/// A language by its ISO 639 code.
#[derive(Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Two letters (ISO 639-1) where there are two, else three (ISO 639-3): `uk`, `kmr`; `gsg` is German Sign Language.
    pub code: &'static str,
    /// The name that its speakers look for.
    pub own_name: &'static str,
    names: [&'static str; 8],
}

impl Spoken {
    /// Its name in one of our languages, as at the beginning of a line.
    pub fn name(&self, language: Language) -> &'static str {
        let [german, english, turkish, arabic, ukrainian, russian, polish, french] = self.names;
        match language {
            Language::German | Language::EasyGerman => german,
            Language::English => english,
            Language::Turkish => turkish,
            Language::Arabic => arabic,
            Language::Ukrainian => ukrainian,
            Language::Russian => russian,
            Language::Polish => polish,
            Language::French => french,
        }
    }
}

static SPOKEN: LazyLock<Vec<Spoken>> = LazyLock::new(|| {
    let lines = include_str!("spoken.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut cells = line.split('\t');
            let mut next = || cells.next().expect("a test reads every line");
            Spoken { code: next(), own_name: next(), names: std::array::from_fn(|_| next()) }
        })
        .collect()
});

/// Some of them, in the alphabetical order of their names in one of our languages.
pub fn spoken_among(language: Language, is_wanted: impl Fn(&Spoken) -> bool) -> Vec<&'static Spoken> {
    let mut all: Vec<&'static Spoken> = SPOKEN.iter().filter(|spoken| is_wanted(spoken)).collect();
    all.sort_by_cached_key(|spoken| folded_for_order(spoken.name(language)));
    all
}

/// The language of a code.
pub fn spoken_language(code: &str) -> Option<&'static Spoken> {
    SPOKEN.iter().find(|spoken| spoken.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_enough_and_each_is_whole() {
        assert!(SPOKEN.len() >= 65, "{}", SPOKEN.len());
        let codes: BTreeSet<&str> = SPOKEN.iter().map(|spoken| spoken.code).collect();
        assert_eq!(codes.len(), SPOKEN.len(), "a code twice");
        for spoken in SPOKEN.iter() {
            let is_code = (2..=3).contains(&spoken.code.len())
                && spoken.code.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(is_code, "{spoken:?}");
            let names = spoken.names.iter().chain([&spoken.own_name]);
            assert!(names.clone().all(|name| !name.trim().is_empty() && name.trim() == *name), "{spoken:?}");
            let is_arabic = |c: char| matches!(c, '\u{600}'..='\u{6ff}');
            assert!(spoken.name(Language::Arabic).chars().all(|c| !c.is_alphabetic() || is_arabic(c)));
        }
        for language in Language::ALL {
            let names: BTreeSet<&str> = SPOKEN.iter().map(|spoken| spoken.name(*language)).collect();
            assert_eq!(names.len(), SPOKEN.len(), "{language:?} has one name for two languages");
        }
        let lines = include_str!("spoken.tsv").lines().filter(|line| !line.starts_with('#'));
        assert!(lines.clone().all(|line| line.split('\t').count() == 10));
        assert_eq!(lines.count(), SPOKEN.len());
    }

    #[test]
    fn they_stand_in_the_order_of_the_readers_alphabet() {
        let names = |language: Language| {
            spoken_among(language, |_| true).iter().map(|spoken| spoken.name(language)).collect::<Vec<_>>()
        };
        let before = |language: Language, one: &str, other: &str| {
            let names = names(language);
            let at = |name: &str| names.iter().position(|known| *known == name).expect(name);
            assert!(at(one) < at(other), "{one} before {other}");
        };
        before(Language::German, "Albanisch", "Arabisch");
        before(Language::German, "Oromo", "Portugiesisch");
        before(Language::Turkish, "Çince", "Danca");
        before(Language::Ukrainian, "Італійська", "Китайська");
        before(Language::Ukrainian, "Естонська", "Їдиш");
        before(Language::Ukrainian, "Їдиш", "Казахська");
        before(Language::Polish, "Łotewski", "Macedoński");
        assert_eq!(spoken_language("kmr").map(|spoken| spoken.own_name), Some("Kurmancî"));
        assert_eq!(spoken_language("tlh"), None);
    }
}
