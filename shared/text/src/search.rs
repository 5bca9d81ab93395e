//! Searching as people type: whatever the case, with accents or without, umlauts as letters of their own or spelled
//! out, words with hyphens or in one.

/// Whether a text holds what somebody types. Nothing typed is found nowhere.
pub fn finds(typed: &str, text: &str) -> bool {
    let typed = folded(typed, Umlauts::Plain);
    let holds = |umlauts| folded(text, umlauts).contains(&typed);
    !typed.is_empty() && (holds(Umlauts::Plain) || holds(Umlauts::SpelledOut))
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
    fn what_is_not_there_is_not_found() {
        for (typed, text) in [("", "Pass"), (" -", "Pass"), ("pas t", "Pass"), ("fuehrerin", "Führerschein")]
        {
            assert!(!finds(typed, text), "{typed:?} in {text}");
        }
    }
}
