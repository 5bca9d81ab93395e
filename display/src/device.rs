//! The sound device, the voice that speaks through it, and pictures on the disk.

pub mod pictures;
pub mod sound;
pub mod voice;
