//! Hardware: the sound device.

pub mod sound;
