//! Searching as people type: whatever the case, with accents or without, umlauts as letters of their own or spelled
//! out, words with hyphens or in one; in whole sentences and other forms of a word.

mod forms;

/// Whether a text holds what somebody types. Nothing typed is found nowhere.
pub fn finds(typed: &str, text: &str) -> bool {
    let typed = folded(typed, Umlauts::Plain);
    let holds = |umlauts| folded(text, umlauts).contains(&typed);
    !typed.is_empty() && (holds(Umlauts::Plain) || holds(Umlauts::SpelledOut))
}

/// Whether a text holds nearly what somebody types: up to one slip in four letters or more, two in eight or more. A slip
/// is a letter too many, missing, wrong, or two of them swapped. For when [`finds`] finds nothing.
pub fn finds_nearly(typed: &str, text: &str) -> bool {
    let typed: Vec<char> = folded(typed, Umlauts::Plain).chars().take(LONGEST_TYPED).collect();
    let slips = match typed.len() {
        0..4 => return false,
        4..8 => 1,
        _ => 2,
    };
    // Each word by itself, from each of its letters: "ausweiß" is nearly in "Personalausweis", and no words run together.
    let words = text.split(|sign: char| sign.is_whitespace() || sign == ',');
    words.flat_map(|word| [Umlauts::Plain, Umlauts::SpelledOut].map(|umlauts| folded(word, umlauts))).any(
        |word| {
            let word: Vec<char> = word.chars().collect();
            (0..word.len()).any(|from| {
                let lengths = typed.len().saturating_sub(slips)..=typed.len() + slips;
                let mut parts = lengths.filter_map(|length| word.get(from..from + length));
                parts.any(|part| is_near(&typed, part, slips))
            })
        },
    )
}

/// One way of searching: whether any of a thing's texts holds what somebody types.
pub type Finds = fn(typed: &str, texts: &[&str]) -> bool;

/// All of them, the strictest first: each is for when those before it find nothing.
pub const WAYS: [Finds; 3] = [
    |typed, texts| texts.iter().any(|text| finds(typed, text)),
    forms::finds_forms,
    |typed, texts| texts.iter().any(|text| finds_nearly(typed, text)),
];

/// What is typed beyond this is no service's name, and comparing would only take time.
const LONGEST_TYPED: usize = 40;

fn is_near(typed: &[char], part: &[char], slips: usize) -> bool {
    // Whoever types a word knows how it begins.
    typed.first() == part.first() && strsim::generic_damerau_levenshtein(typed, part) <= slips
}

/// For sorting names as a reader looks for them: marks do not count, except where they come after the plain letter.
pub(crate) fn folded_for_order(name: &str) -> String {
    let mut order = String::with_capacity(name.len());
    for sign in name.chars().flat_map(char::to_lowercase) {
        match sign {
            // Ukrainian: е є · и і ї.
            'є' => order.push_str("е\u{10ffff}"),
            'і' => order.push_str("и\u{10fffe}"),
            'ї' => order.push_str("и\u{10ffff}"),
            // Turkish and Polish letters of their own come after the plain ones.
            'ç' | 'ć' => order.push_str("c\u{10ffff}"),
            'ł' => order.push_str("l\u{10ffff}"),
            'ö' | 'ó' => order.push_str("o\u{10ffff}"),
            'ş' | 'ś' => order.push_str("s\u{10ffff}"),
            sign => order.push(base(sign)),
        }
    }
    order
}

/// How ä, ö and ü are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Umlauts {
    /// As a, o, u.
    Plain,
    /// As ae, oe, ue.
    SpelledOut,
}

/// Letters and digits alone, in their plainest form.
fn folded(text: &str, umlauts: Umlauts) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_lowercase) {
        match sign {
            'ä' | 'ö' | 'ü' if umlauts == Umlauts::SpelledOut => {
                plain.push(base(sign));
                plain.push('e');
            }
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            sign if sign.is_alphanumeric() => plain.push(base(sign)),
            // Hyphens, spaces, and marks that stand above or below another letter.
            _ => {}
        }
    }
    plain
}

/// A letter without its marks, for the languages that are offered.
fn base(sign: char) -> char {
    match sign {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ę' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ś' | 'ş' | 'š' => 's',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        'й' | 'ї' => 'и',
        'ґ' => 'г',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ة' => 'ه',
        'ى' | 'ئ' => 'ي',
        'ؤ' => 'و',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_found() {
        for (typed, text) in [
            ("fuhrer", "Führerschein umtauschen"),
            ("FUEHRER", "Führerschein umtauschen"),
            ("führ", "Führer-Schein tauschen"),
            ("personalaus", "Personal-Ausweis beantragen"),
            ("strasse", "Straße"),
            ("identite", "Demander une carte d’identité"),
            ("basvuru", "Pasaport başvurusu"),
            ("ikamet", "İkamet kaydı"),
            ("zaswiad", "Zaświadczenie o niekaralności"),
            ("рабочии", "Рабочий"),
            ("اقامه", "تصريح إقامة"),
        ] {
            assert!(finds(typed, text), "{typed} in {text}");
        }
    }

    #[test]
    fn what_is_nearly_right_is_nearly_found() {
        for (typed, text) in [
            ("personalausweiß", "Personalausweis beantragen"),
            ("ausweiß", "Personalausweis beantragen"),
            ("fürerschein", "Führerschein umtauschen"),
            ("führerschien", "Führerschein umtauschen"),
            ("resepass", "Reisepass beantragen"),
            ("umeldung", "Wohnsitz ummelden, Ummeldung"),
            ("pasport", "Apply for a passport"),
            ("паспрт", "Оформить паспорт"),
        ] {
            assert!(!finds(typed, text) && finds_nearly(typed, text), "{typed} in {text}");
        }
        for (typed, text) in [
            ("pas", "Park"),
            ("", "Pass"),
            ("hund", "Führungszeugnis beantragen"),
            ("auto", "Personalausweis"),
            ("heiraten", "Wohnsitz anmelden oder ummelden"),
        ] {
            assert!(!finds_nearly(typed, text), "{typed} in {text}");
        }
        assert!(!finds_nearly(&"x".repeat(100_000), "Pass"));
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for (typed, text) in [("", "Pass"), (" -", "Pass"), ("pas t", "Pass"), ("fuehrerin", "Führerschein")]
        {
            assert!(!finds(typed, text), "{typed:?} in {text}");
        }
    }
}
