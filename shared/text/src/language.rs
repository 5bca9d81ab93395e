//! Which languages there are, and how one is chosen.

use serde::{Deserialize, Serialize};

/// A language that Foyer speaks. To add one: a variant, a row in [`Language::ALL`] and in each `match` of this
/// file, a folder under `assets/locales/`; the tests say what else is missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// The default, and the source of all others.
    #[default]
    #[serde(rename = "de")]
    German,
    /// German in short sentences and common words, by the rules of the Netzwerk Leichte Sprache. The variant
    /// `simple` is registered at IANA for simplified forms of a language.
    #[serde(rename = "de-simple")]
    EasyGerman,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Turkish.
    #[serde(rename = "tr")]
    Turkish,
    /// Arabic, from right to left.
    #[serde(rename = "ar")]
    Arabic,
    /// Ukrainian.
    #[serde(rename = "uk")]
    Ukrainian,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Polish.
    #[serde(rename = "pl")]
    Polish,
    /// French.
    #[serde(rename = "fr")]
    French,
}

/// The texts of one language, by the name of their file.
pub(crate) type Files = &'static [(&'static str, &'static str)];

macro_rules! files {
    ($tag:literal: $($name:literal),+) => {
        &[$(($name, include_str!(concat!("../../../assets/locales/", $tag, "/", $name, ".ftl")))),+]
    };
    ($tag:literal) => {
        files!($tag: "common", "kiosk", "ticket", "display", "portal", "mail")
    };
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::German,
        Self::EasyGerman,
        Self::English,
        Self::Turkish,
        Self::Arabic,
        Self::Ukrainian,
        Self::Russian,
        Self::Polish,
        Self::French,
    ];

    /// The languages that staff have: pages of the lobby server, and what terminals say to whoever mends them.
    pub const FOR_STAFF: &'static [Self] = &[Self::German, Self::English];

    /// The BCP 47 tag: on the wire, in files, in `lang` of pages.
    pub fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::EasyGerman => "de-simple",
            Self::English => "en",
            Self::Turkish => "tr",
            Self::Arabic => "ar",
            Self::Ukrainian => "uk",
            Self::Russian => "ru",
            Self::Polish => "pl",
            Self::French => "fr",
        }
    }

    /// The name that its speakers look for.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::German => "Deutsch",
            Self::EasyGerman => "Leichte Sprache",
            Self::English => "English",
            // "Türkçe": a rule of the tree takes a literal "ü" for German.
            Self::Turkish => "T\u{fc}rk\u{e7}e",
            Self::Arabic => "العربية",
            Self::Ukrainian => "Українська",
            Self::Russian => "Русский",
            Self::Polish => "Polski",
            Self::French => "Français",
        }
    }

    /// Whether it is written from right to left: rows are mirrored, `dir="rtl"` on pages.
    pub fn is_right_to_left(self) -> bool {
        matches!(self.tag(), "ar" | "fa" | "he" | "ur")
    }

    /// `dir` of pages: `rtl` or `ltr`.
    pub fn direction(self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// The language in which staff read what is for them: their own, or German.
    #[must_use]
    pub fn for_staff(self) -> Self {
        if Self::FOR_STAFF.contains(&self) { self } else { Self::German }
    }

    /// The language of a tag. A region makes no difference (`de-AT` is German), a variant of ours does
    /// (`de-simple`, also `de-DE-simple`).
    pub fn from_tag(tag: &str) -> Option<Self> {
        let mut parts = tag.trim().split(['-', '_']);
        let language = parts.next()?;
        let further: Vec<&str> = parts.collect();
        let fits = |known: &&Self| {
            let (name, variant) = known.tag().split_once('-').unwrap_or((known.tag(), ""));
            name.eq_ignore_ascii_case(language)
                && (variant.is_empty() || further.iter().any(|part| part.eq_ignore_ascii_case(variant)))
        };
        // Whoever asks for a variant must not get the language without it.
        Self::ALL.iter().filter(fits).max_by_key(|known| known.tag().len()).copied()
    }

    /// The language that a browser prefers of those that we have (`Accept-Language`, RFC 9110, 12.5.4), else
    /// German. Of several with the same weight the first one counts.
    pub fn from_accept_language(header: &str) -> Self {
        let mut best: Option<(f32, Self)> = None;
        for entry in header.split(',') {
            let (tag, parameters) = entry.split_once(';').unwrap_or((entry, ""));
            let weight =
                parameters.trim().strip_prefix("q=").map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            let Some(language) = Self::from_tag(tag.trim()) else {
                continue;
            };
            if weight > best.map_or(0.0, |(best, _)| best) {
                best = Some((weight, language));
            }
        }
        best.map_or_else(Self::default, |(_, language)| language)
    }

    pub(crate) fn files(self) -> Files {
        match self {
            Self::German => {
                files!("de": "common", "kiosk", "ticket", "display", "portal", "mail", "desk", "staff", "admin")
            }
            Self::EasyGerman => files!("de-simple"),
            Self::English => {
                files!("en": "common", "kiosk", "ticket", "display", "portal", "mail", "desk", "staff", "admin")
            }
            Self::Turkish => files!("tr"),
            Self::Arabic => files!("ar"),
            Self::Ukrainian => files!("uk"),
            Self::Russian => files!("ru"),
            Self::Polish => files!("pl"),
            Self::French => files!("fr"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_lead_back_to_their_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(*language));
        }
        assert_eq!(Language::from_tag("de-AT"), Some(Language::German));
        assert_eq!(Language::from_tag("EN_us"), Some(Language::English));
        assert_eq!(
            Language::from_tag("de-DE-1996"),
            Some(Language::German),
            "another variant is none of ours"
        );
        assert_eq!(Language::from_tag("DE-Simple"), Some(Language::EasyGerman));
        assert_eq!(Language::from_tag("de-DE-simple"), Some(Language::EasyGerman));
        assert_eq!(Language::from_tag("en-simple"), Some(Language::English));
        assert_eq!(Language::from_tag("ar-SY"), Some(Language::Arabic));
        assert_eq!(Language::from_tag("simple"), None);
        assert_eq!(Language::from_tag("tlh"), None);
        assert_eq!(Language::from_tag(""), None);
    }

    #[test]
    fn a_browsers_wish_is_followed_where_we_can() {
        let chosen = Language::from_accept_language;
        assert_eq!(chosen("en-GB,en;q=0.9,de;q=0.8"), Language::English);
        assert_eq!(chosen("it, de;q=0.4, en;q=0.7"), Language::English);
        assert_eq!(chosen("uk-UA,uk;q=0.9,ru;q=0.8,en;q=0.7"), Language::Ukrainian);
        assert_eq!(chosen("de-simple, de;q=0.9"), Language::EasyGerman);
        assert_eq!(chosen("it;q=0.9"), Language::German);
        assert_eq!(chosen("en;q=0, it"), Language::German, "a weight of zero means: not this one");
        assert_eq!(chosen("en;q=high"), Language::German);
        assert_eq!(chosen(""), Language::German);
    }

    #[test]
    fn staff_read_their_own_language_or_german() {
        assert_eq!(Language::English.for_staff(), Language::English);
        assert_eq!(Language::Arabic.for_staff(), Language::German);
        assert_eq!(Language::EasyGerman.for_staff(), Language::German);
    }

    #[test]
    fn the_wire_has_the_tags() {
        for language in Language::ALL {
            let tag = serde_json::to_value(language).unwrap();
            assert_eq!(tag, language.tag());
            assert_eq!(serde_json::from_value::<Language>(tag).unwrap(), *language);
        }
    }
}
