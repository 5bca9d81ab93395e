//! The loudspeaker of both terminals: [`device`] opens it, watches it, and says when it is gone. What sounds is made in
//! `foyer-voice`.

pub mod device;

pub use device::{Output, SoundError};
