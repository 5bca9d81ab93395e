//! What can be wrong with a printer, and what it says of that.

use std::time::Duration;

/// What is wrong with the printer; the default is nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Faults {
    /// Switched off: nobody answers at its address, and its buffer is lost.
    pub off: bool,
    /// Takes connections and answers nothing.
    pub mute: bool,
    /// Answers questions with noise.
    pub garbage: bool,
    /// Takes connections and reads nothing.
    pub deaf: bool,
    /// The cover is open.
    pub cover_open: bool,
    /// No paper.
    pub paper_out: bool,
    /// The paper will soon be used up.
    pub near_end: bool,
    /// The knife is stuck.
    pub cutter: bool,
    /// The knife will stick at the next cut.
    pub cutter_at_next_cut: bool,
    /// The paper ends after so many more bytes.
    pub paper_out_after: Option<usize>,
    /// The cover opens after so many more bytes.
    pub cover_open_after: Option<usize>,
    /// The connection breaks after so many more received bytes.
    pub drop_after: Option<usize>,
    /// Says "done" to nobody.
    pub lose_done: bool,
    /// Says a byte, and the next one only so much later.
    pub trickle: Option<Duration>,
}

impl Faults {
    pub(super) fn stops(self) -> bool {
        self.cover_open || self.paper_out || self.cutter
    }
}

/// The answer to `DLE EOT n`.
pub(super) fn status(faults: Faults, question: u8) -> u8 {
    let bit = |so: bool, bit: u8| if so { bit } else { 0 };
    0x12 | match question {
        1 => bit(faults.stops(), 0x08),
        2 => bit(faults.cover_open, 0x04) | bit(faults.paper_out, 0x20) | bit(faults.cutter, 0x40),
        3 => bit(faults.cutter, 0x08),
        _ => bit(faults.near_end || faults.paper_out, 0x0c) | bit(faults.paper_out, 0x60),
    }
}

/// The four bytes of the automatic status.
pub(super) fn automatic(faults: Faults) -> [u8; 4] {
    let bit = |so: bool, bit: u8| if so { bit } else { 0 };
    [
        0x10 | bit(faults.stops(), 0x08) | bit(faults.cover_open, 0x20),
        bit(faults.cutter, 0x08),
        bit(faults.near_end || faults.paper_out, 0x03) | bit(faults.paper_out, 0x0c),
        0,
    ]
}

/// Counts down to the faults that come in the middle of a ticket.
pub(super) fn wear(faults: &mut Faults, printed: usize) {
    let run_out = |left: &mut Option<usize>| {
        *left = left.map(|left| left.saturating_sub(printed));
        left.take_if(|left| *left == 0).is_some()
    };
    faults.paper_out |= run_out(&mut faults.paper_out_after);
    faults.cover_open |= run_out(&mut faults.cover_open_after);
}
