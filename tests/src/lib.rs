//! The harness of Foyer's journeys, benchmarks and demonstration: real programs, a real browser, a virtual
//! screen, printer and loudspeaker, and readers that are not ours for what comes out.
//!
//! - [`program`]: a program that runs and is ended with the test
//! - [`wait`]: waiting for something to be so, with a limit
//! - [`house`]: a whole installation: booking server, lobby, kiosk, display
//! - [`screen`]: a virtual screen whose picture can be read
//! - [`browser`]: a real Chromium
//! - [`sound`]: a loudspeaker that records
//! - [`reading`]: text in pictures and on paper, read by programs that are not ours

pub mod browser;
pub mod house;
pub mod program;
pub mod reading;
pub mod screen;
pub mod sound;
pub mod wait;
