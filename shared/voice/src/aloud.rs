//! Texts as a voice can say them: numbers sign by sign, spans in words. Pure.

use foyer_text::Language;

/// Numbers and codes sign by sign: "A 017" is "A null eins sieben".
pub fn spelled(language: Language, signs: &str) -> String {
    let digits = foyer_text::text(language, "speak-digits");
    let digits: Vec<&str> = digits.split_whitespace().collect();
    let named = |sign: char| match sign.to_digit(10).and_then(|digit| digits.get(digit as usize)) {
        Some(name) => (*name).to_owned(),
        None => sign.to_string(),
    };
    signs.chars().filter(|sign| sign.is_alphanumeric()).map(named).collect::<Vec<_>>().join(", ")
}

/// A text as a voice can say it: one kind of space and hyphen, no marks of direction, spans in words.
pub fn sayable(language: Language, text: &str) -> String {
    let to = format!(" {} ", foyer_text::text(language, "speak-to"));
    let mut said = String::with_capacity(text.len());
    let mut before = ' ';
    for sign in text.chars() {
        match sign {
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\n' => said.push(' '),
            '\u{2011}' => said.push('-'),
            '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' => continue,
            '–' if before.is_ascii_digit() || before == '½' => said.push_str(&to),
            '·' => said.push(','),
            '…' => said.push('.'),
            other => said.push(other),
        }
        before = sign;
    }
    let words: Vec<String> = said.split(' ').map(|word| with_code_spelled(language, word)).collect();
    words.join(" ")
}

/// A word as it is, or sign by sign where it is a code such as K7M4-3PXR.
fn with_code_spelled(language: Language, word: &str) -> String {
    let code = word.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
    let is_code = code.len() >= 4
        && code.bytes().any(|sign| sign.is_ascii_uppercase())
        && code.bytes().any(|sign| sign.is_ascii_digit())
        && code.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == b'-');
    if is_code { word.replace(code, &spelled(language, code)) } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_sign_by_sign_in_every_language() {
        assert_eq!(spelled(Language::German, "A\u{202f}017"), "A, null, eins, sieben");
        assert_eq!(spelled(Language::English, "K7M4-3PXR"), "K, seven, M, four, three, P, X, R");
        for language in Language::ALL {
            let all = spelled(*language, "0123456789");
            assert!(!all.contains(|sign: char| sign.is_ascii_digit()), "{language:?}: {all}");
            assert_eq!(all.split(", ").count(), 10, "{language:?}: {all}");
        }
    }

    #[test]
    fn a_span_is_said_in_words_and_marks_are_not_said() {
        assert_eq!(
            sayable(Language::German, "etwa 5\u{2060}–\u{2060}10\u{a0}Minuten"),
            "etwa 5 bis 10 Minuten"
        );
        assert_eq!(sayable(Language::German, "Handy – oder Papier"), "Handy – oder Papier");
        assert_eq!(sayable(Language::Arabic, "\u{200f}09:55"), "09:55");
        assert_eq!(sayable(Language::German, "QR\u{2011}Code …"), "QR-Code .");
        assert_eq!(sayable(Language::German, "etwa A4-7B."), "etwa A, vier, sieben, B.");
        assert_eq!(sayable(Language::German, "um 10 Uhr, PIN"), "um 10 Uhr, PIN");
    }
}
