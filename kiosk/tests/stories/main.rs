//! The kiosk's screens, told as stories: every screen and every answer, in both languages, upright and wide.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod panel;
mod readers;
mod stage;
mod stories;
