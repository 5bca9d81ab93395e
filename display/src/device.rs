//! Hardware: the sound device.

pub mod pacer;
pub mod sound;
