//! What is heard, as samples: struck bars, spoken words, announcements. No device: that is `foyer-sound`.
//!
//! - [`strike`], [`gong`]: struck bars, synthesised; pure
//! - [`aloud`]: texts as a voice can say them; pure
//! - [`level`]: how loud a sound is, and sounds as loud as each other; pure
//! - [`announcement`]: what is said of a call, and in which languages; pure but for its voice
//! - [`espeak`]: the voice, a program of its own
//! - [`recorded`]: what is in a recording, for tests that listen

pub mod aloud;
pub mod announcement;
pub mod espeak;
pub mod gong;
pub mod level;
pub mod recorded;
pub mod strike;

pub use aloud::{sayable, spelled};
pub use announcement::{Announcement, Detail, Sentence};
pub use espeak::{Speaking, VoiceError, Words};
pub use gong::Chime;
pub use level::Sound;
pub use strike::{Stroke, peak, struck};
