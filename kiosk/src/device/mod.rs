//! All hardware: the camera, the ticket printer, and the kiosk's own memory on disk. Nothing else in this
//! program opens a device; every adapter has a variant that needs none.

pub mod camera;
pub mod journal;
pub mod printer;
