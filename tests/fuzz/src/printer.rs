//! What a printer says.

#[path = "../../../kiosk/src/device/printer/answers.rs"]
#[allow(dead_code, reason = "the kiosk asks for more of it")]
mod answers;

/// What [`answers`] says of a printer; the kiosk's has more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The cover is open.
    CoverOpen,
    /// No paper.
    PaperOut,
    /// The knife sticks.
    Cutter,
    /// Another fault.
    Fault,
}

/// Takes all answers out of what comes in pieces; how many bytes are kept of an unfinished one.
///
/// # Panics
/// More answers come out than bytes went in.
pub fn take_all(pieces: &[&[u8]]) -> usize {
    let mut read = Vec::new();
    let (mut given, mut taken) = (0, 0);
    for piece in pieces {
        read.extend_from_slice(piece);
        given += piece.len();
        while let Some(answer) = answers::next_answer(&mut read) {
            taken += 1;
            assert!(taken <= given, "more answers than bytes");
            if let answers::Answer::Automatic(status) = answer {
                let _ = answers::Condition::of_automatic(status).reason();
            }
        }
    }
    read.len()
}
