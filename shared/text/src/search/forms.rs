//! Other forms of German words: "ich bin umgezogen" where a text has "Umzug". It knows prefixes, endings and some verbs
//! that change within; which words mean the same is for an office's keywords to say.

use super::{Umlauts, folded};

/// Whether a thing's texts have every word of a sentence in some form, small words aside.
pub(super) fn finds_forms(typed: &str, texts: &[&str]) -> bool {
    let wanted: Vec<String> = words(typed, Umlauts::Plain).take(MOST_WORDS).map(|word| stem(&word)).collect();
    if wanted.is_empty() {
        return false;
    }
    let stems = |umlauts| texts.iter().flat_map(move |text| words(text, umlauts)).map(|word| stem(&word));
    let known: Vec<String> = stems(Umlauts::Plain).chain(stems(Umlauts::SpelledOut)).collect();
    wanted.iter().all(|stem| {
        // In a longer word only where it says enough by itself: "ausweis" in "personalausweis".
        known.iter().any(|known| known == stem || (stem.len() >= LONG && known.contains(stem.as_str())))
    })
}

/// Nobody types more words that help.
const MOST_WORDS: usize = 12;
/// So many letters a stem keeps at least.
const SHORTEST: usize = 4;
/// From so many letters on a stem is looked for within longer words.
const LONG: usize = 5;

/// What a sentence has besides what it is about, a word a line.
const SMALL: &str = include_str!("small_words.txt");

/// What stands before a verb and apart from it.
const PREFIXES: [&str; 13] =
    ["zurueck", "zuruck", "nach", "aus", "auf", "bei", "ein", "mit", "vor", "weg", "ab", "an", "um"];

/// Endings of verbs and nouns, the longest first.
const ENDINGS: [&str; 15] =
    ["ungen", "eten", "ung", "end", "ete", "ten", "est", "et", "en", "er", "es", "em", "te", "e", "t"];

/// Verbs that change within, and what is left of each one's noun.
const CHANGED: [(&str, &str); 9] = [
    ("zieh", "zug"),
    ("zog", "zug"),
    ("verlor", "verlus"),
    ("verli", "verlus"),
    ("stohl", "stahl"),
    ("stehl", "stahl"),
    ("boren", "gebur"),
    ("storb", "sterb"),
    ("verheira", "heira"),
];

fn words(text: &str, umlauts: Umlauts) -> impl Iterator<Item = String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric() && sign != '-');
    words
        .map(move |word| folded(word, umlauts))
        .filter(|word| word.len() > 1 && SMALL.lines().all(|small| small != word))
}

/// What a word's forms share.
fn stem(word: &str) -> String {
    let mut stem = without_ge(word);
    for _ in 0..2 {
        let mut shorter = ENDINGS.iter().filter_map(|ending| stem.strip_suffix(ending));
        let Some(shorter) = shorter.find(|shorter| shorter.len() >= SHORTEST) else { break };
        stem = shorter.to_owned();
    }
    match CHANGED.iter().find_map(|(from, to)| Some((stem.strip_suffix(from)?, to))) {
        Some((before, noun)) => format!("{before}{noun}"),
        None => stem,
    }
}

/// "umgezogen" and "umzuziehen" without what makes them forms: "umzogen", "umziehen".
fn without_ge(word: &str) -> String {
    let is_verbs = |rest: &&str| rest.len() > SHORTEST && (rest.ends_with('t') || rest.ends_with("en"));
    let within = PREFIXES.iter().find_map(|prefix| {
        let rest = word.strip_prefix(prefix)?;
        let rest = rest.strip_prefix("ge").or_else(|| rest.strip_prefix("zu")).filter(is_verbs)?;
        Some(format!("{prefix}{rest}"))
    });
    let first = || word.strip_prefix("ge").filter(is_verbs).map(str::to_owned);
    within.or_else(first).unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for forms in [
            ["umziehen", "umgezogen", "umzuziehen", "Umzug"].as_slice(),
            &["ummelden", "umgemeldet", "Ummeldung", "umzumelden", "Ummeldungen"],
            &["beantragen", "beantragt", "Beantragung"],
            &["heiraten", "geheiratet", "verheiratet", "Heirat"],
            &["verloren", "verlieren", "Verlust"],
            &["geboren", "Geburt"],
            &["Pässe", "pass"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(&folded(form, Umlauts::Plain))).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{forms:?} {stems:?}");
        }
    }

    #[test]
    fn sentences_find_what_they_are_about_and_nothing_else() {
        let move_house = ["Wohnsitz anmelden oder ummelden", "Umzug, Adresse"];
        for typed in ["Ich bin umgezogen", "umziehen", "meine neue Adresse ummelden", "wir sind umgezogen!"] {
            assert!(finds_forms(typed, &move_house), "{typed}");
        }
        for typed in ["", "ich bin", "Hund anmelden", "umgezogen mit Auto", "heiraten", "Zirkus"] {
            assert!(!finds_forms(typed, &move_house), "{typed}");
        }
        assert!(finds_forms("Pass verloren", &["Reisepass beantragen", "Pass, Verlust"]));
        assert!(finds_forms("gestohlenen Ausweis", &["Personalausweis", "Diebstahl"]));
        assert!(!finds_forms(&"umgezogen ".repeat(10_000), &["Hund"]), "and soon");
    }
}
