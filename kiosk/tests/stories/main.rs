//! The kiosk's screens, told as stories: every screen and every answer, in both languages, upright and wide.

mod panel;
mod stage;
mod stories;
