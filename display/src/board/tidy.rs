//! Names as they can be shown: whatever a lobby sends, nothing in them steers the line, and none is so long that it
//! becomes too small to read. Offices' files are judged by the same rules before; this is for a lobby that is broken, or
//! not ours.

use foyer_domain::office::Localized;
use foyer_protocol::lobby::{CallView, DisplayEvent, DisplaySnapshot};

/// A name of more characters is cut: the longest name of a real counter has half as many.
const NAME: usize = 120;
/// … and a way, which stands on one line.
const WAY: usize = 60;
/// … and a sentence.
const SENTENCE: usize = 400;

/// The event with names that can be shown.
pub(super) fn tidied(event: DisplayEvent) -> DisplayEvent {
    match event {
        DisplayEvent::Snapshot { snapshot } => {
            DisplayEvent::Snapshot { snapshot: Box::new(of_snapshot(*snapshot)) }
        }
        DisplayEvent::Called { call } => DisplayEvent::Called { call: of_call(call) },
        other @ (DisplayEvent::Cleared { .. }
        | DisplayEvent::Withdrawn { .. }
        | DisplayEvent::Waits { .. }) => other,
    }
}

fn of_snapshot(mut snapshot: DisplaySnapshot) -> DisplaySnapshot {
    snapshot.office_name = plain(&snapshot.office_name, NAME);
    snapshot.device_name = plain(&snapshot.device_name, NAME);
    snapshot.area_names.iter_mut().for_each(|name| localized(name, NAME));
    snapshot.standing = snapshot.standing.into_iter().map(of_call).collect();
    snapshot.recent = snapshot.recent.into_iter().map(of_call).collect();
    if let Some(interrupted) = &mut snapshot.house.interrupted {
        localized(&mut interrupted.text, SENTENCE);
    }
    if let Some(broadcast) = &mut snapshot.house.broadcast {
        broadcast.text = plain(&broadcast.text, SENTENCE);
    }
    snapshot
}

fn of_call(mut call: CallView) -> CallView {
    localized(&mut call.counter, NAME);
    localized(&mut call.way, WAY);
    call
}

fn localized(text: &mut Localized, most: usize) {
    text.0.values_mut().for_each(|text| *text = plain(text, most));
}

/// A word of more letters is broken, since it fits on no line: the longest word of an office has forty.
const WORD: usize = 45;

/// Without control characters, without marks that turn the line round, and at most so many characters.
fn plain(text: &str, most: usize) -> String {
    let turns = |sign: &char| matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let shown = |sign: char| if sign.is_control() { ' ' } else { sign };
    let text: String = text.chars().filter(|sign| !turns(sign)).map(shown).collect();
    let text = text.split(' ').map(broken).collect::<Vec<_>>().join(" ");
    let text = text.trim();
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => {
            let whole = text[..end].rfind(' ').filter(|space| *space > end / 2).unwrap_or(end);
            format!("{} …", text[..whole].trim_end())
        }
    }
}

fn broken(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(WORD).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_line_goes_and_what_is_too_long_is_cut_between_words() {
        assert_eq!(plain(" Schalter 3\n", NAME), "Schalter 3");
        assert_eq!(plain("\u{202e}3 retlahcS\u{202c}\u{feff}", NAME), "3 retlahcS");
        assert_eq!(plain("a\u{7}b", NAME), "a b");
        // A mark that only says where a letter belongs stays.
        assert_eq!(plain("الشباك\u{200f} 3", NAME), "الشباك\u{200f} 3");
        assert_eq!(plain("eins zwei drei vier", 12), "eins zwei …");
        let part = "ä".repeat(45);
        assert_eq!(plain(&"ä".repeat(300), 120), format!("{part} {part} …"));
        assert_eq!(plain(&"ä".repeat(50), 120), format!("{part} äääää"));
        assert_eq!(plain("", NAME), "");
    }
}
