//! Every text of an office's file, wherever it stands: it goes to screens, paper and voices as it is.

use foyer_domain::office::{Office, OfficeFault};
use serde_json::Value;

/// A text longer than this fits no screen.
const LONGEST: usize = 500;

/// Finds the texts that no line of a screen or a ticket can show.
pub(super) fn judge(office: &Office, faults: &mut Vec<OfficeFault>) {
    for (key, text) in office.mail.all().into_iter().filter(|(_, text)| !text.is_empty()) {
        super::has_german(faults, &format!("mail.{key}"), text);
    }
    let office = serde_json::to_value(office).expect("an office has texts as keys");
    walk("", &office, faults);
}

fn walk(place: &str, value: &Value, faults: &mut Vec<OfficeFault>) {
    match value {
        Value::String(text) => judge_text(place, text, faults),
        Value::Array(list) => {
            for (at, entry) in list.iter().enumerate() {
                walk(&format!("{place}[{}]", at + 1), entry, faults);
            }
        }
        Value::Object(entries) => {
            for (key, entry) in entries {
                let dot = if place.is_empty() { "" } else { "." };
                walk(&format!("{place}{dot}{key}"), entry, faults);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn judge_text(place: &str, text: &str, faults: &mut Vec<OfficeFault>) {
    let mut fault = |value: String, remedy| {
        faults.push(OfficeFault::Range { place: place.to_owned(), value, remedy });
    };
    if let Some(letter) = text.chars().find(|letter| is_invisible(*letter)) {
        let value = format!("a text with U+{:04X} in it", u32::from(letter));
        fault(value, "write one line of visible letters");
    }
    let length = text.chars().count();
    if length > LONGEST {
        fault(format!("a text of {length} characters"), "use up to 500");
    }
}

/// Line breaks, tabs and other control characters, and marks that turn the writing round and are never closed.
fn is_invisible(letter: char) -> bool {
    let separators = '\u{2028}'..='\u{2029}';
    let embeddings = '\u{202a}'..='\u{202e}';
    letter.is_control()
        || letter == '\u{feff}'
        || separators.contains(&letter)
        || embeddings.contains(&letter)
}
