//! What a printer says. Status bytes, automatic status and replies come mixed and are told apart by their fixed
//! bits (Epson ESC/POS reference, appendix G; Citizen's is the same).

use super::Reason;

/// One answer of the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// The byte that `DLE EOT n` asked for.
    Status(u8),
    /// Four bytes that come by themselves when something changes (`GS a`).
    Automatic([u8; 4]),
    /// The marker that was sent with `GS ( H`: all before it is printed.
    Done([u8; 4]),
    /// The buffers are empty (`DLE DC4 8`).
    Cleared,
    /// Another reply, not asked for by us.
    Other,
}

/// The longest reply that begins with `37`: header, identifier, 4 characters, NUL, with room to spare.
const LONGEST_REPLY: usize = 16;

/// Takes the first whole answer from what was read; garbage before it is dropped.
pub(super) fn next_answer(read: &mut Vec<u8>) -> Option<Answer> {
    loop {
        let first = *read.first()?;
        let length = if first == 0x37 {
            match read.iter().position(|byte| *byte == 0) {
                Some(end) => end + 1,
                // Not a reply after all; noise can look like a header.
                None if read.len() >= LONGEST_REPLY => 0,
                None => return None,
            }
        } else if first & 0x93 == 0x10 {
            4
        } else {
            usize::from(first & 0x93 == 0x12)
        };
        if length == 0 {
            read.remove(0);
            continue;
        }
        if read.len() < length {
            return None;
        }
        let taken: Vec<u8> = read.drain(..length).collect();
        return Some(match taken[..] {
            [0x37, 0x22, a, b, c, d, 0] => Answer::Done([a, b, c, d]),
            [0x37, 0x25, 0] => Answer::Cleared,
            [0x37, ..] => Answer::Other,
            [status] => Answer::Status(status),
            [a, b, c, d] => Answer::Automatic([a, b, c, d]),
            _ => Answer::Other,
        });
    }
}

/// What the four questions of `DLE EOT` and the automatic status tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) offline: bool,
    pub(super) cover_open: bool,
    pub(super) paper_out: bool,
    pub(super) near_end: bool,
    pub(super) cutter: bool,
    pub(super) error: bool,
}

impl Condition {
    /// From the answers to `DLE EOT 1` to `4`.
    pub(super) fn of_status([printer, offline, error, paper]: [u8; 4]) -> Self {
        Self {
            offline: printer & 0x08 != 0,
            cover_open: offline & 0x04 != 0,
            paper_out: offline & 0x20 != 0 || paper & 0x60 != 0,
            near_end: paper & 0x0c != 0,
            cutter: error & 0x08 != 0,
            error: offline & 0x40 != 0 || error & 0x60 != 0,
        }
    }

    /// From an automatic status.
    pub(super) fn of_automatic([printer, error, paper, _]: [u8; 4]) -> Self {
        Self {
            offline: printer & 0x08 != 0,
            cover_open: printer & 0x20 != 0,
            paper_out: paper & 0x0c != 0,
            near_end: paper & 0x03 != 0,
            cutter: error & 0x08 != 0,
            error: error & 0x60 != 0,
        }
    }

    /// Why it cannot print. With the cover open the paper's sensor may be wrong, so the cover comes first.
    pub(super) fn reason(self) -> Option<Reason> {
        if self.cover_open {
            Some(Reason::CoverOpen)
        } else if self.paper_out {
            Some(Reason::PaperOut)
        } else if self.cutter {
            Some(Reason::Cutter)
        } else if self.error || self.offline {
            Some(Reason::Fault)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> (Vec<Answer>, Vec<u8>) {
        let mut read = bytes.to_vec();
        let answers = std::iter::from_fn(|| next_answer(&mut read)).collect();
        (answers, read)
    }

    #[test]
    fn mixed_answers_are_told_apart_and_garbage_is_dropped() {
        let (answers, left) = all(&[
            0xff, 0x11, 0x12, 0x18, 0x00, 0x0c, 0x00, 0x37, 0x22, b'0', b'0', b'1', b'7', 0, 0x55, 0x37,
            0x25, 0, 0x1a, 0x37, 0x22,
        ]);
        assert_eq!(
            answers,
            [
                Answer::Status(0x12),
                Answer::Automatic([0x18, 0x00, 0x0c, 0x00]),
                Answer::Done(*b"0017"),
                Answer::Cleared,
                Answer::Status(0x1a),
            ]
        );
        assert_eq!(left, [0x37, 0x22], "half an answer waits for its rest");
    }

    #[test]
    fn noise_that_looks_like_a_header_blocks_nothing_for_ever() {
        let mut noise = vec![0x37; 40];
        noise.push(0x12);
        let (answers, _) = all(&noise);
        assert_eq!(answers, []);
        noise.extend([0x12; LONGEST_REPLY]);
        assert!(all(&noise).0.contains(&Answer::Status(0x12)));
    }

    #[test]
    fn the_cover_is_named_before_the_paper() {
        let open = Condition::of_status([0x1a, 0x36, 0x12, 0x72]);
        assert_eq!(open.reason(), Some(Reason::CoverOpen));
        let empty = Condition::of_status([0x1a, 0x32, 0x12, 0x7e]);
        assert_eq!(empty.reason(), Some(Reason::PaperOut));
        assert_eq!(Condition::of_status([0x12; 4]).reason(), None);
        let low = Condition::of_status([0x12, 0x12, 0x12, 0x1e]);
        assert!(low.near_end && low.reason().is_none());
        assert_eq!(Condition::of_automatic([0x18, 0x08, 0, 0]).reason(), Some(Reason::Cutter));
        assert_eq!(Condition::of_automatic([0x18, 0, 0x0f, 0]).reason(), Some(Reason::PaperOut));
        assert_eq!(Condition::of_automatic([0x10, 0, 0x03, 0]).reason(), None);
    }
}
