//! A text by its id, with German behind every other language.

use crate::language::Language;
use crate::pseudo;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<(Language, Bundle)>> =
    LazyLock::new(|| Language::ALL.iter().map(|language| (*language, bundle(*language))).collect());

fn bundle(language: Language) -> Bundle {
    let tag: LanguageIdentifier = language.tag().parse().expect("our own tags are well-formed");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Fluent would put marks of isolation around every number; see `isolated`.
    bundle.set_use_isolating(false);
    for (file, source) in language.files() {
        // What can be read of a faulty file is used; the tests refuse faults and doubles.
        let (resource, faults) = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, faults)) => (resource, faults),
        };
        debug_assert!(faults.is_empty(), "{}/{file}.ftl: {faults:?}", language.tag());
        let doubles = bundle.add_resource(resource);
        debug_assert!(doubles.is_ok(), "{}/{file}.ftl: {doubles:?}", language.tag());
    }
    bundle
}

/// What stands in a text for one of its variables: a text or a whole number. Numbers choose plural forms.
#[derive(Debug, Clone, PartialEq)]
pub struct Value<'a>(FluentValue<'a>);

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::from(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self(FluentValue::from(text.as_str()))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self(FluentValue::from(text))
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self(FluentValue::from(number))
            }
        })+
    };
}
numbers!(u8, u16, u32, u64, usize, i32, i64, f32);

/// How the ids begin of what only staff read: the clerks' pages, what a camera or printer lacks, and what a
/// terminal says to whoever mends it. They exist in [`Language::FOR_STAFF`] alone; see [`Language::for_staff`].
const FOR_STAFF: [&str; 11] = [
    "admin-",
    "desk-",
    "staff-",
    "camera-",
    "printer-",
    "reader-",
    "sound-",
    "voice-",
    "kiosk-alone-",
    "kiosk-staff-",
    "display-staff-",
];

/// Whether only staff read the text of this id. On a screen in another language it is said in German, whole: never
/// words of two languages in one line.
pub fn is_for_staff(id: &str) -> bool {
    FOR_STAFF.iter().any(|beginning| id.starts_with(beginning))
}

/// The text of this id; what only staff read in their language, else German.
///
/// # Panics
/// In debug builds, if German lacks it, too, or if it has variables: both are mistakes of ours that a test
/// should meet. In release builds the id is shown instead, so that staff can name it.
pub fn text(language: Language, id: &str) -> String {
    text_with(language, id, &[])
}

/// The text of this id with values for its variables.
///
/// # Panics
/// As [`text`], and in debug builds if a variable has no value.
pub fn text_with(language: Language, id: &str, values: &[(&str, Value<'_>)]) -> String {
    let language = if is_for_staff(id) { language.for_staff() } else { language };
    let arguments: FluentArgs<'_> =
        values.iter().map(|(name, value)| (*name, placed(language, &value.0))).collect();
    let found = formatted(language, id, &arguments).or_else(|| formatted(Language::German, id, &arguments));
    let found = found.unwrap_or_else(|| {
        debug_assert!(false, "no text has the id `{id}`");
        id.to_owned()
    });
    pseudo::lengthened(id, found)
}

/// A value as it stands in a line of this language.
fn placed<'v>(language: Language, value: &FluentValue<'v>) -> FluentValue<'v> {
    match value {
        FluentValue::String(text) if language.is_right_to_left() => FluentValue::from(isolated(text)),
        other => other.clone(),
    }
}

/// A value as it stands in a line from right to left. An office's German name, or a number with signs such as "2½",
/// would be torn apart by its neighbours; marks keep it together (U+2068, U+2069). Arabic words, numbers and times
/// keep together by themselves (Unicode Standard Annex 9, rules W2 and W4), and every mark less is a place less where
/// a line may break badly.
fn isolated(value: &str) -> String {
    let is_safe = |sign: char| {
        sign.is_ascii_digit()
            || sign.is_whitespace()
            || (!sign.is_ascii() && !is_foreign(sign))
            || sign == ':'
    };
    if value.chars().all(is_safe) { value.to_owned() } else { format!("\u{2068}{value}\u{2069}") }
}

/// Letters that do not run from right to left, and signs that belong to the number before them.
fn is_foreign(sign: char) -> bool {
    let is_from_the_right = matches!(sign, '\u{590}'..='\u{8ff}');
    (sign.is_alphanumeric() && !is_from_the_right) || sign == '–'
}

fn formatted(language: Language, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
    let (_, bundle) = BUNDLES.iter().find(|(known, _)| *known == language)?;
    let pattern = bundle.get_message(id)?.value()?;
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, Some(arguments), &mut faults).into_owned();
    debug_assert!(faults.is_empty(), "`{id}` in {}: {faults:?}", language.tag());
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_as_they_are() {
        let shown = text_with(Language::German, "minutes-about", &[("minutes", Value::from(1_200_u16))]);
        assert_eq!(shown, "etwa 1200 Minuten", "no grouping, no marks of isolation");
    }

    #[test]
    fn from_right_to_left_each_value_keeps_its_own_direction() {
        let shown =
            text_with(Language::Arabic, "kiosk-ticket-go-to", &[("counter", Value::from("Schalter 3"))]);
        assert!(shown.contains("\u{2068}Schalter 3\u{2069}"), "{shown}");
    }

    #[test]
    fn what_only_staff_read_is_in_german_where_they_have_no_other() {
        for language in Language::ALL {
            let shown = text(*language, "camera-busy");
            let german = text(Language::German, "camera-busy");
            assert_eq!(shown == german, *language != Language::English, "{language:?}");
        }
    }

    #[test]
    #[should_panic(expected = "no text has the id `no-such-text`")]
    fn an_id_that_nobody_knows_is_met_by_a_test() {
        text(Language::English, "no-such-text");
    }

    #[test]
    #[should_panic(expected = "minutes-about")]
    fn a_variable_without_a_value_is_met_by_a_test() {
        text(Language::English, "minutes-about");
    }
}
