//! What is typed without what nobody sees of it: copied texts bring blanks without width along, and marks that turn the
//! writing of everything after them round.

/// A name. What shapes the letters of some scripts stays behind such a letter.
pub fn name(typed: &str) -> String {
    let mut seen = String::with_capacity(typed.len());
    let mut before = None;
    for sign in typed.chars() {
        let is_kept = !is_invisible(sign) || (is_shaping(sign) && before.is_some_and(can_be_shaped));
        if is_kept {
            seen.push(sign);
            before = Some(sign);
        }
    }
    seen
}

/// An address or a number, in which nothing invisible has a meaning.
pub fn plain(typed: &str) -> String {
    typed.chars().filter(|sign| !is_invisible(*sign)).collect()
}

/// A text of several lines, as copied from anywhere: whatever ends a line does so here, a tabulator is a blank, and nothing
/// is left that only machines read, such as a printer.
pub fn lines(typed: &str) -> String {
    let seen = |sign: char| match sign {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' => Some('\n'),
        '\t' => Some(' '),
        sign => (sign == '\n' || !sign.is_control()).then_some(sign),
    };
    typed.replace("\r\n", "\n").chars().filter_map(seen).collect()
}

/// `Default_Ignorable_Code_Point` of Unicode's DerivedCoreProperties.txt, with the separators of lines and paragraphs,
/// the marks of annotations and Braille's blank.
fn is_invisible(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// What joins or parts letters, or chooses one of their shapes.
fn is_shaping(sign: char) -> bool {
    matches!(sign,
        '\u{200c}' | '\u{200d}' | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Latin, Greek, Cyrillic, Armenian and Hebrew letters, which come before, have one shape each.
fn can_be_shaped(sign: char) -> bool {
    sign >= '\u{600}' && !is_invisible(sign) && !sign.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_invisible_is_left() {
        for nothing in ["\u{200b}", "\u{2060}\u{feff}\u{ad}", "\u{3164}", "\u{200d}\u{200c}", "\u{e0041}"] {
            assert_eq!((name(nothing), plain(nothing)), Default::default(), "{nothing:?}");
        }
        assert_eq!(name("Erika\u{202e} nnamretsuM"), "Erika nnamretsuM");
        assert_eq!(name("Eri\u{200d}ka"), "Erika");
        assert_eq!(plain("erika\u{200b}@example.org\u{2069}"), "erika@example.org");
        assert_eq!(plain("\u{202d}01234 5678\u{202c}"), "01234 5678");
    }

    #[test]
    fn lines_are_lines_and_nothing_commands() {
        assert_eq!(
            lines("Zu viert,\tbitte\r\nebenerdig\u{b}und\rfrüh"),
            "Zu viert, bitte\nebenerdig\nund\nfrüh"
        );
        assert_eq!(lines("\u{1b}@\u{1d}V\u{1}\0\u{9b}x\u{7f}"), "@Vx");
    }

    #[test]
    fn letters_keep_their_shapes() {
        // Persian parts two letters, Sinhala joins two, a Japanese name has one of several shapes.
        for whole in ["علی\u{200c}رضا", "ශ\u{dca}\u{200d}රී", "葛\u{e0100}城", "Zoë O’Neil", "أحمد علي"]
        {
            assert_eq!(name(whole), whole);
        }
        assert_eq!(name("علی\u{200c}\u{200c}\u{200c}رضا"), "علی\u{200c}رضا");
    }
}
