//! A QR code as a kiosk's camera sees it: on a phone's screen or on paper, held by hand, in a lobby.
//!
//! The same seed makes the same picture. Nothing here is tuned to Foyer's own decoder: it is what happens to the
//! picture of a code on its way through glass, air, lens and sensor.
//!
//! - [`held_up`] shows a given code plainly: for journeys.
//! - [`make`] makes up a booking's code and a picture of one [`Kind`] of it, from easy to hard, with its truth:
//!   for comparing decoders (`tests/decoders/README.md`).
//!
//! On the way from a seed to a picture: `recipe` decides everything (`strength` how hard it becomes), `draw`
//! draws the surface, `pose` and `bend` hold it, `scene` lights it before a `room`, `camera` takes the picture.

mod bend;
mod blur;
mod camera;
mod code;
mod curves;
mod dice;
mod draw;
mod face;
mod held;
mod kind;
mod letters;
mod light;
mod pose;
mod recipe;
mod room;
mod scene;
mod strength;
mod synthetic;
mod wear;

pub use held::{Carrier, Held, empty_lobby, held_up, still_lobby};
pub use kind::Kind;
pub use synthetic::{Synthetic, Truth, make};

/// The camera's picture, in dots.
pub const SIZE: (u32, u32) = (1280, 720);
