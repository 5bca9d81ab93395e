//! Which languages there are, and how one is chosen.

use serde::{Deserialize, Serialize};

/// A language that Foyer speaks. To add one: a variant, a row in each `match` of this file, a folder under
/// `assets/locales/`; the tests say what else is missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// The default, and the source of all others.
    #[default]
    #[serde(rename = "de")]
    German,
    /// For guests.
    #[serde(rename = "en")]
    English,
}

/// The texts of one language, by the name of their file.
pub(crate) type Files = &'static [(&'static str, &'static str)];

macro_rules! files {
    ($tag:literal: $($name:literal),+) => {
        &[$(($name, include_str!(concat!("../../../assets/locales/", $tag, "/", $name, ".ftl")))),+]
    };
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::German, Self::English];

    /// The BCP 47 tag: on the wire, in files, in `lang` of pages.
    pub fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// The name that its speakers look for.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::German => "Deutsch",
            Self::English => "English",
        }
    }

    /// Whether it is written from right to left, as `ar` will be: rows are mirrored, `dir="rtl"` on pages.
    pub fn is_right_to_left(self) -> bool {
        matches!(self.tag(), "ar" | "fa" | "he" | "ur")
    }

    /// The language of a tag; a region (`de-AT`) makes no difference.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag).trim();
        Self::ALL.iter().copied().find(|known| known.tag().eq_ignore_ascii_case(language))
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
            Self::German => files!("de": "common", "kiosk", "ticket", "display", "desk", "portal"),
            Self::English => files!("en": "common", "kiosk", "ticket", "display", "desk", "portal"),
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
        assert_eq!(Language::from_tag("tlh"), None);
        assert_eq!(Language::from_tag(""), None);
    }

    #[test]
    fn a_browsers_wish_is_followed_where_we_can() {
        let chosen = Language::from_accept_language;
        assert_eq!(chosen("en-GB,en;q=0.9,de;q=0.8"), Language::English);
        assert_eq!(chosen("fr, de;q=0.4, en;q=0.7"), Language::English);
        assert_eq!(chosen("fr;q=0.9"), Language::German);
        assert_eq!(chosen("en;q=0, fr"), Language::German, "a weight of zero means: not this one");
        assert_eq!(chosen("en;q=high"), Language::German);
        assert_eq!(chosen(""), Language::German);
    }
}
