//! All hardware: the camera, a code reader, the ticket printer, the loudspeaker, and the kiosk's own memory on disk. Nothing else in this
//! program opens a device; every adapter has a variant that needs none.

pub mod camera;
pub mod journal;
mod line;
pub mod printer;
pub mod reader;
pub mod sound;
pub mod voice;
