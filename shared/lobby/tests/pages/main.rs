//! The pages of staff as a browser meets them: the real server on a free port, cookies, forms, event streams.

#![expect(clippy::unwrap_used, reason = "a test's helper fails its test")]

mod browser;
mod by_hand;
mod choices;
mod copies;
mod hand_on;
mod house;
mod office;
mod room;
mod story;
