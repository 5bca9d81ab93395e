//! The kiosk's screens, told as stories: every screen and every answer, in every language and on every panel.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod aids;
mod aloud;
mod feedback;
mod focus;
mod house;
mod languages;
mod layout;
mod orders;
mod panel;
mod picture;
mod readers;
mod scenes;
mod staff;
mod staff_scenes;
mod stage;
mod stories;
mod times;
mod together;
mod walk_ins;
