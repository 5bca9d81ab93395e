//! What a clerk notes about the visit at the counter, for whoever serves next. It goes with the person.

use crate::lobby::Lobby;
use foyer_domain::id::{CounterId, VisitId};

/// A few sentences.
pub(super) const MOST: usize = 500;

/// Why nothing was noted.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum RemarkFault {
    /// Too long, or more than lines of text.
    Text,
    /// Somebody else is at the counter by now, or nobody.
    Gone,
    /// The disk.
    Storage,
}

/// Notes something, in the place of what was noted before.
pub(super) async fn note(
    lobby: &Lobby,
    counter: &CounterId,
    visit: VisitId,
    text: &str,
) -> Result<(), RemarkFault> {
    let text = read(text).ok_or(RemarkFault::Text)?;
    if lobby.state().counter(counter).and_then(|open| open.visit) != Some(visit) {
        return Err(RemarkFault::Gone);
    }
    let persons = lobby.persons().clone();
    let kept = tokio::task::spawn_blocking(move || persons.keep_note(visit, &text)).await;
    match kept {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => {
            tracing::error!(error = &error as &dyn std::error::Error, "a note cannot be kept");
            Err(RemarkFault::Storage)
        }
        Err(_) => Err(RemarkFault::Storage),
    }
}

/// The text as it is kept; browsers send lines with a carriage return.
fn read(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    let is_text = !text.chars().any(|sign| sign.is_control() && sign != '\n');
    (is_text && text.chars().count() <= MOST).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_a_few_lines_of_text() {
        assert_eq!(read(" Foto fehlt\r\nkommt nach ").as_deref(), Some("Foto fehlt\nkommt nach"));
        assert_eq!(read(" \r\n ").as_deref(), Some(""), "an empty one takes the note back");
        assert_eq!(read(&"ä".repeat(MOST)).map(|text| text.chars().count()), Some(MOST));
        assert_eq!(read(&"ä".repeat(MOST + 1)), None);
        assert_eq!(read("a\u{7}b"), None);
    }
}
