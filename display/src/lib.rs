//! The wall display: calls to be seen and heard.
//!
//! - [`board`]: what is shown: a pure fold over the lobby's events
//! - [`app`]: the display as a whole: messages in, actions out
//! - [`layout`], [`screen`]: where things are, and how they look
//! - [`hearing`], [`slides`]: what is to be heard, and what is shown while nobody is called; pure
//! - [`device`]: loudspeaker, voice, pictures
//! - [`run`]: the window, and all effects
//! - [`settings`], [`cli`], [`enrol`], [`check`]: the program's edge

pub mod app;
pub mod board;
pub mod check;
pub mod cli;
pub mod device;
pub mod enrol;
pub mod hearing;
pub mod layout;
pub mod run;
pub mod screen;
pub mod settings;
pub mod slides;

#[cfg(test)]
#[path = "../tests/stage/quiet.rs"]
mod quiet;
