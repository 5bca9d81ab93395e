//! How each language is written: its quotation marks and spaces, its plural forms, the direction of its lines, and
//! how easy German is easy. Each rule is a function over texts, so that it can be seen to find a fault.

use crate::reading::{Text, Texts, languages};
use crate::{none, texts};
use foyer_text::Language;
use std::collections::BTreeSet;

fn all(
    rule: impl Fn(Language, &str, &Text) -> Option<&'static str>,
    of: &[(Language, Texts)],
) -> Vec<String> {
    let mut faults = Vec::new();
    for (language, texts) in of {
        for (id, text) in texts {
            if let Some(fault) = rule(*language, id, text) {
                faults.push(format!("{}: `{id}` {fault}: {}", language.tag(), text.words));
            }
        }
    }
    faults
}

fn in_tree() -> Vec<(Language, Texts)> {
    let known = |tag: String| Language::from_tag(&tag).expect("a folder is named like its language");
    languages().0.into_iter().map(|(tag, texts)| (known(tag), texts)).collect()
}

/// The branches that CLDR gives a number in this language.
fn plural_forms(language: Language) -> &'static [&'static str] {
    match language {
        Language::German
        | Language::EasyGerman
        | Language::English
        | Language::Turkish
        | Language::French => &["one", "other"],
        Language::Ukrainian | Language::Russian | Language::Polish => &["one", "few", "many", "other"],
        Language::Arabic => &["zero", "one", "two", "few", "many", "other"],
    }
}

/// A choice has every plural form of its language and no other; a number of its own (`[1.5]`) may come before.
fn lacks_plural_forms(language: Language, _: &str, text: &Text) -> Option<&'static str> {
    let wanted: BTreeSet<&str> = plural_forms(language).iter().copied().collect();
    let is_named = |branch: &&str| branch.starts_with(|c: char| c.is_alphabetic());
    let is_whole = |choice: &BTreeSet<String>| {
        let named: BTreeSet<&str> = choice.iter().map(String::as_str).filter(is_named).collect();
        // A choice by certain numbers alone has nothing but its default.
        named == wanted || named.len() == 1 && choice.len() > 1
    };
    (!text.choices.iter().all(is_whole)).then_some("has not all plural forms, or others")
}

/// Quotation marks, spaces and signs as they are printed in that language.
fn is_set_wrongly(language: Language, _: &str, text: &Text) -> Option<&'static str> {
    let words = &text.words;
    let foreign: &[char] = match language {
        Language::German | Language::EasyGerman => &['«', '»', '”'],
        Language::English => &['„', '«', '»'],
        Language::Turkish => &['„', '«', '»'],
        Language::Polish => &['“', '«', '»'],
        Language::Ukrainian | Language::Russian => &['“', '”'],
        Language::French | Language::Arabic => &['„', '“', '”'],
    };
    if words.contains(foreign) {
        return Some("has quotation marks of another language");
    }
    if language == Language::French && is_badly_spaced(words) {
        return Some("lacks the narrow space before : ; ? or !");
    }
    let own_signs = [',', ';', '?'];
    if language == Language::Arabic && words.contains(own_signs) {
        return Some("has a comma, a semicolon or a question mark of another script");
    }
    None
}

fn is_badly_spaced(words: &str) -> bool {
    let mut before = ' ';
    for sign in words.chars() {
        if [':', ';', '?', '!'].contains(&sign) && before != '\u{202f}' {
            return true;
        }
        before = sign;
    }
    false
}

/// A line runs as its first letter does, marks of isolation aside; a line of Arabic that begins with a Latin word
/// would run the wrong way.
fn runs_the_wrong_way(language: Language, _: &str, text: &Text) -> Option<&'static str> {
    let outside = without_isolated(&text.words);
    let is_marked = text.words.contains('\u{2066}') || text.words.contains('\u{200f}');
    let Some(first) = outside.chars().find(|c| c.is_alphabetic()) else {
        let undecided = language.is_right_to_left() && !text.variables.is_empty() && !is_marked;
        return undecided.then_some("leaves its direction to its values: begin with U+200F");
    };
    let is_arabic = ('\u{600}'..='\u{6ff}').contains(&first);
    (is_arabic != language.is_right_to_left()).then_some("begins with a letter of the other direction")
}

/// What stands between two marks of isolation does not count.
fn without_isolated(words: &str) -> String {
    let mut parts = words.split('\u{2066}');
    let mut outside = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        outside.push_str(part.split_once('\u{2069}').map_or("", |(_, rest)| rest));
    }
    outside
}

/// A sentence of easy German has at most so many words (Netzwerk Leichte Sprache: at most 8 to 12 where it can be).
const MOST_WORDS: usize = 12;
/// A longer word is parted by a hyphen.
const LONGEST_WORD: usize = 14;
/// Words that easy German has others for.
const HARD_WORDS: [&str; 12] = [
    "bitten",
    "dennoch",
    "etwa",
    "freiwillig",
    "jedoch",
    "mindestens",
    "sofern",
    "sowie",
    "verbindlich",
    "würde",
    "wäre",
    "zurzeit",
];

fn is_hard_to_read(language: Language, id: &str, text: &Text) -> Option<&'static str> {
    if language != Language::EasyGerman || ["weekday-", "month-"].iter().any(|names| id.starts_with(names)) {
        return None;
    }
    let branches = text.choices.iter().map(BTreeSet::len).max().unwrap_or(1);
    for sentence in text.words.split(['.', '?', '!', ':']) {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        if words.len() > MOST_WORDS * branches {
            return Some("has a sentence that is too long");
        }
        for word in words {
            if word.split('-').any(|part| part.chars().count() > LONGEST_WORD) {
                return Some("has a long word without a hyphen");
            }
            let plain = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            if HARD_WORDS.contains(&plain.as_str()) {
                return Some("has a hard word");
            }
        }
    }
    None
}

#[test]
fn every_language_has_all_its_plural_forms() {
    none(&all(lacks_plural_forms, &in_tree()));
}

#[test]
fn every_language_is_set_as_it_is_printed() {
    none(&all(is_set_wrongly, &in_tree()));
}

#[test]
fn lines_run_in_the_direction_of_their_language() {
    none(&all(runs_the_wrong_way, &in_tree()));
}

#[test]
fn easy_german_is_easy() {
    none(&all(is_hard_to_read, &in_tree()));
}

#[test]
fn each_rule_finds_its_fault() {
    let found = |rule: fn(Language, &str, &Text) -> Option<&'static str>, language, source: &str| {
        all(rule, &[(language, texts(source))]).len()
    };
    let choice = "kiosk-a = { $n ->\n    [one] a\n    [few] b\n   *[other] c\n }\n";
    assert_eq!(found(lacks_plural_forms, Language::Russian, choice), 1);
    assert_eq!(found(lacks_plural_forms, Language::German, choice), 1);
    let german = "kiosk-a = { $n ->\n    [one] a\n   *[other] c\n }\n";
    assert_eq!(found(lacks_plural_forms, Language::German, german), 0);
    assert_eq!(found(is_set_wrongly, Language::French, "kiosk-a = Ici: là\n"), 1);
    assert_eq!(found(is_set_wrongly, Language::French, "kiosk-a = Ici\u{202f}: là\n"), 0);
    assert_eq!(found(is_set_wrongly, Language::Arabic, "kiosk-a = نعم, لا\n"), 1);
    assert_eq!(found(is_set_wrongly, Language::Polish, "kiosk-a = To “tak”\n"), 1);
    assert_eq!(found(runs_the_wrong_way, Language::Arabic, "kiosk-a = QR رمز\n"), 1);
    assert_eq!(found(runs_the_wrong_way, Language::Arabic, "kiosk-a = رمز QR\n"), 0);
    assert_eq!(found(runs_the_wrong_way, Language::Arabic, "kiosk-a = { $x }, { $y }\n"), 1);
    assert_eq!(found(runs_the_wrong_way, Language::German, "kiosk-a = 8 رمز\n"), 1);
    let long = "kiosk-a = Bitte gehen Sie nun gleich in den großen Raum hinten rechts und warten Sie dort.\n";
    assert_eq!(found(is_hard_to_read, Language::EasyGerman, long), 1);
    assert_eq!(found(is_hard_to_read, Language::EasyGerman, "kiosk-a = Terminbestätigung\n"), 1);
    assert_eq!(found(is_hard_to_read, Language::EasyGerman, "kiosk-a = Das ist verbindlich.\n"), 1);
    assert_eq!(found(is_hard_to_read, Language::EasyGerman, "kiosk-a = Das ist Ihre Termin-Nummer.\n"), 0);
}
