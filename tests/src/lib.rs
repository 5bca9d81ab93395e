//! The harness of Foyer's journeys, benchmarks and demonstration: real programs, a real browser, a virtual
//! screen, printer and loudspeaker, and readers that are not ours for what comes out.
//!
//! - [`program`]: a program that runs and is ended with the test
//! - [`wait`]: waiting for something to be so, with a limit
//! - [`house`]: a whole installation: booking server, lobby, kiosk, display
//! - [`kept`]: the database of its booking server
//! - [`servers`]: a booking server or a lobby alone
//! - [`citizen`]: somebody who books in a browser
//! - [`effort`]: how long people take for what they do
//! - [`mail_server`]: a real mail server, and what arrived there
//! - [`http`]: what a phone or browser would fetch
//! - [`judged`]: which pages are judged by axe-core and drawn
//! - [`lossy`]: a network that loses answers
//! - [`play`]: the main job, once through
//! - [`screen`]: a virtual screen whose picture can be read
//! - [`browser`]: a real Chromium
//! - [`clerk`]: a clerk who presses keys without a browser
//! - [`camera_picture`]: a code as a camera sees it
//! - [`printer`]: a ticket printer that speaks its protocol, with its faults
//! - [`stand_in`]: a camera that can be unplugged
//! - [`sound`]: a loudspeaker that records
//! - [`postgres`]: a PostgreSQL of this program's own
//! - [`measure`]: figures of benchmarks, and what they were measured on
//! - [`reading`]: text in pictures and on paper, read by programs that are not ours

pub mod browser;
pub mod camera_picture;
pub mod citizen;
pub mod clerk;
pub mod effort;
pub mod house;
pub mod http;
pub mod judged;
pub mod kept;
pub mod lone_kiosk;
pub mod lossy;
pub mod mail_server;
pub mod measure;
pub mod pages;
pub mod play;
pub mod postgres;
pub mod printer;
pub mod program;
pub mod reading;
pub mod screen;
pub mod servers;
pub mod shared_clock;
pub mod sound;
pub mod stand_in;
pub mod wait;
