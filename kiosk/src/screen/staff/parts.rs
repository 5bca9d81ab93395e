//! What the staff page is told.

use crate::alone;
use crate::device::printer;
use foyer_client::Link;
use foyer_domain::Timestamp;

/// What the camera has read lately.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// Pictures in the last second; `None` before it was counted.
    pub frames_per_second: Option<u32>,
    /// Codes that were read in the last minute.
    pub read: usize,
    /// What was seen in the last minute, may have been a code, and was not read.
    pub unread: usize,
    /// From its picture to its text, of the last code.
    pub last_milliseconds: Option<u32>,
}

/// What became of a paper that the staff page asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printing {
    /// It is on its way.
    UnderWay,
    /// The printer is done.
    Ended(printer::Outcome),
}

/// Lobby and working alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    /// The lobby's host and port.
    pub server: String,
    /// How the link is; `None` before it was tried.
    pub link: Option<Link>,
    /// Since when it is up.
    pub connected_since: Option<Timestamp>,
    /// When the lobby last told something.
    pub heard_at: Option<Timestamp>,
    /// How the terminal stands that may have to work alone.
    pub alone: Option<alone::State>,
    /// Whether the journal took no attempt.
    pub journal_refuses: bool,
}

/// Somebody was told why not. Nothing says who.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// When.
    pub at: Timestamp,
    /// The id of the text for staff.
    pub reason: &'static str,
}

/// Program and computer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The program's version.
    pub version: String,
    /// The version of what it speaks with the lobby.
    pub protocol: String,
    /// The computer's system.
    pub system: String,
    /// The configuration file.
    pub config: String,
}
