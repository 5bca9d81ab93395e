//! The rules of Foyer: booking, window, code, ticket, queue order, estimate.
//!
//! Pure: no input or output, no clock, no async, no randomness. Time and random bytes are arguments,
//! a refusal is an ordinary return value. In reading order:
//!
//! - [`id`], [`office`]: what things are called and how an office is configured
//! - [`code`], [`short_code`], [`window`], [`booking`], [`judge`]: from a QR code to an answer
//! - [`attempts`]: when a keypad rests
//! - [`ticket`], [`visit`]: numbers and the life of a visit
//! - [`queue`], [`estimate`], [`learned`], [`intake`]: who is next, how long it takes, what the days before
//!   taught, who is let in
//! - [`alone`]: what a kiosk says and gives without its lobby
//! - [`engine`]: one office's day: commands in, events or a refusal out, state as a fold over events

pub mod alone;
pub mod attempts;
pub mod booking;
pub mod code;
pub mod engine;
pub mod estimate;
pub mod id;
pub mod intake;
pub mod judge;
pub mod learned;
pub mod office;
pub mod queue;
pub mod short_code;
pub mod ticket;
pub mod visit;
pub mod window;

/// A moment in UTC. The office's zone is applied at the edges only.
pub type Timestamp = chrono::DateTime<chrono::Utc>;
