//! The wall display: calls to be seen and heard.
//!
//! - [`board`]: what is shown: a pure fold over the lobby's events
//! - [`app`]: the display as a whole: messages in, actions out
//! - [`layout`], [`screen`]: where things are, and how they look
//! - [`gong`]: the sound as a pure function; [`device`]: the loudspeaker
//! - [`run`]: the window, and all effects
//! - [`settings`], [`cli`], [`enrol`], [`check`]: the program's edge

pub mod app;
pub mod board;
pub mod check;
pub mod cli;
pub mod device;
pub mod enrol;
pub mod gong;
pub mod layout;
pub mod run;
pub mod screen;
pub mod settings;

#[cfg(test)]
#[path = "../tests/stage/quiet.rs"]
mod quiet;
