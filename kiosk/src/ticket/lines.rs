//! Text as the printer can write it: in Windows-1252, without commands, in lines that fit.

use std::borrow::Cow;

/// The lines of a text, each at most `columns` characters, each writable. A line of which less than half can be
/// written is left out: signs in place of words help nobody.
pub(super) fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let (clean, lost) = writable(text);
    if lost * 2 > clean.chars().filter(|character| !character.is_whitespace()).count() {
        return Vec::new();
    }
    let mut lines: Vec<String> = Vec::new();
    for word in clean.split_whitespace() {
        let mut rest: Vec<char> = word.chars().collect();
        if let Some(line) = lines.last_mut()
            && line.chars().count() + 1 + rest.len() <= columns
        {
            line.push(' ');
            line.extend(rest);
            continue;
        }
        // A word that no line holds is broken where the paper ends.
        while rest.len() > columns {
            let tail = rest.split_off(columns);
            lines.push(rest.into_iter().collect());
            rest = tail;
        }
        lines.push(rest.into_iter().collect());
    }
    lines
}

/// The text as the printer writes it, if it has all its letters: spaces of all widths are one, what has no width is
/// nothing.
pub(super) fn plain(text: &str) -> Option<String> {
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        match spaced(character) {
            _ if character.is_control() => clean.push(' '),
            Some(other) => clean.push_str(other),
            None if is_in_alphabet(character) => clean.push(character),
            None => return None,
        }
    }
    Some(clean)
}

/// The text in the printer's alphabet, and how many characters had no place in it and became `?`. A control
/// character becomes a space: a name may hold a command and prints as text.
fn writable(text: &str) -> (String, usize) {
    let mut clean = String::with_capacity(text.len());
    let mut lost = 0;
    for character in text.chars() {
        if character.is_control() {
            clean.push(' ');
        } else if let Some(other) = spaced(character).or_else(|| spelled(character)) {
            clean.push_str(other);
        } else if is_in_alphabet(character) {
            clean.push(character);
        } else {
            clean.push('?');
            lost += 1;
        }
    }
    (clean, lost)
}

fn is_in_alphabet(character: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(character.encode_utf8(&mut buffer));
    !unmappable && matches!(bytes, Cow::Borrowed(_) | Cow::Owned(_)) && bytes.len() == 1 && bytes[0] >= 0x20
}

/// Spaces of all widths as one, what has no width as nothing, hyphens as hyphens.
fn spaced(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => "",
        '\u{2010}' | '\u{2011}' | '\u{2212}' => "-",
        _ => return None,
    })
}

/// Letters of our neighbours that Windows-1252 lacks, without their signs.
fn spelled(character: char) -> Option<&'static str> {
    Some(match character {
        'Ā' | 'Ă' | 'Ą' => "A",
        'ā' | 'ă' | 'ą' => "a",
        'Ć' | 'Č' | 'Ċ' => "C",
        'ć' | 'č' | 'ċ' => "c",
        'Ď' | 'Đ' => "D",
        'ď' | 'đ' => "d",
        'Ē' | 'Ė' | 'Ę' | 'Ě' => "E",
        'ē' | 'ė' | 'ę' | 'ě' => "e",
        'Ğ' | 'Ģ' | 'Ġ' => "G",
        'ğ' | 'ģ' | 'ġ' => "g",
        'Ħ' => "H",
        'ħ' => "h",
        'İ' | 'Ī' | 'Į' => "I",
        'ı' | 'ī' | 'į' => "i",
        'Ķ' => "K",
        'ķ' => "k",
        'Ł' | 'Ļ' | 'Ľ' => "L",
        'ł' | 'ļ' | 'ľ' => "l",
        'Ń' | 'Ņ' | 'Ň' => "N",
        'ń' | 'ņ' | 'ň' => "n",
        'Ō' | 'Ő' => "O",
        'ō' | 'ő' => "o",
        'Ř' => "R",
        'ř' => "r",
        'Ś' | 'Ş' | 'Ș' => "S",
        'ś' | 'ş' | 'ș' => "s",
        'ẞ' => "SS",
        'Ť' | 'Ţ' | 'Ț' => "T",
        'ť' | 'ţ' | 'ț' => "t",
        'Ū' | 'Ů' | 'Ű' | 'Ų' => "U",
        'ū' | 'ů' | 'ű' | 'ų' => "u",
        'Ź' | 'Ż' => "Z",
        'ź' | 'ż' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_words_and_long_words_at_the_edge() {
        assert_eq!(wrapped("Personalausweis – abholen", 24), ["Personalausweis –", "abholen"]);
        assert_eq!(wrapped("Grundstücksverkehrsgenehmigung", 12), ["Grundstücksv", "erkehrsgeneh", "migung"]);
        assert_eq!(wrapped("  a \n b ", 48), ["a b"]);
        assert_eq!(wrapped("", 48), [""; 0]);
    }

    #[test]
    fn plain_is_what_the_printer_has_all_letters_for() {
        assert_eq!(plain("Größe\u{202f}„groß“ – 37,00 €\u{2069}").as_deref(), Some("Größe „groß“ – 37,00 €"));
        assert_eq!(plain("\u{10}\u{4}a").as_deref(), Some("  a"));
        assert_eq!((plain("Şükrü"), plain("Ваш")), (None, None));
    }

    #[test]
    fn what_the_printer_has_stays_and_the_rest_is_spelled_or_left_out() {
        assert_eq!(wrapped("Größe „groß“ – 37,00 €", 48), ["Größe „groß“ – 37,00 €"]);
        assert_eq!(wrapped("A\u{202f}017 Şükrü Łęczycki Dvořák", 48), ["A 017 Sükrü Leczycki Dvorák"]);
        assert_eq!(wrapped("Raum 5 東", 48), ["Raum 5 ?"]);
        assert_eq!(wrapped("رقمك الانتظار", 48), [""; 0]);
    }
}
