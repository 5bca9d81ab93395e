//! The entrance terminal: camera, check-in screens, ticket printer.
//!
//! In reading order: [`screen`] and its modules are what a citizen sees, [`model`] is the kiosk without any
//! device, [`driver`] does what the model wants done, [`alone`] works without the lobby. [`device`], [`scan`] and
//! [`ticket`] are camera, decoder and paper; [`tones`] and [`speech`] are what is heard; [`times`] says how long everything
//! lasts; [`staff`] is who may open the staff page, [`kept`] what they set there; [`config`], [`cli`] and [`check`] are for
//! whoever sets a terminal up.

pub mod action;
pub mod aids;
pub mod alone;
pub mod check;
pub mod cli;
pub mod config;
pub mod context;
pub mod device;
pub mod driver;
pub mod hearing;
pub mod judgement;
pub mod kept;
pub mod model;
pub mod page;
pub mod phone;
mod sample;
pub mod scan;
pub mod screen;
pub mod speech;
pub mod staff;
pub mod ticket;
pub mod times;
pub mod tones;
mod try_sound;
pub mod view;
