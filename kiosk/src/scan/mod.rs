//! From the camera's pictures to what citizens hold up.
//!
//! In reading order: [`Sight`] is what is told, [`Scanner`] the thread that tells it, [`Pipeline`] reads one
//! picture stage by stage ([`Stage`]). Nothing here stores a picture.

mod decoder;
#[cfg(test)]
mod drawn;
mod files;
mod gate;
mod grid;
mod pipeline;
mod prepare;
mod presence;
mod scanner;
mod stage;

pub use files::{read_files, read_picture};
pub use pipeline::{Content, Ours, Pipeline, Reading};
pub use scanner::Scanner;
pub use stage::Stage;

use crate::device::camera::Quad;
use crate::tones::Nearness;
use foyer_domain::Timestamp;
use nix::time::{ClockId, clock_gettime};
use std::time::{Duration, Instant};

/// What happens before the camera.
#[derive(Debug, Clone, PartialEq)]
pub enum Sight {
    /// A code was read. The same text is told again only after it was away for two seconds.
    Seen(Seen),
    /// More than one of ours is held up: none is taken.
    Several {
        /// When.
        at: Timestamp,
    },
    /// Something that could be a code cannot be read; told every second for a while, so that a hint can be given.
    Candidate {
        /// Since when.
        since: Timestamp,
    },
    /// How near that is to where it can be read: the oftener told, the nearer it is to the picture's middle.
    Near(Nearness),
    /// What was there is gone.
    Gone,
}

/// A code that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// Its text, untrimmed.
    pub text: String,
    /// Whether it is one of ours by its look; only the rules say whether it is good.
    pub ours: bool,
    /// Where it is in the picture.
    pub quad: Quad,
    /// When the picture was taken, by the program's clock: the moment that judges.
    pub at: Timestamp,
    /// The same moment on the steady clock, to measure from.
    pub taken: Instant,
    /// From the picture to its text, in milliseconds.
    pub milliseconds: u32,
}

/// How long this thread has computed. Other programs on the machine do not count, so a busy computer does not make
/// a decoder give up earlier.
fn thread_time() -> Duration {
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).map_or(Duration::ZERO, Duration::from)
}
