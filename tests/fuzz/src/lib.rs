//! The kiosk's own files in places that have what they need, so that a fuzzer need not build a whole kiosk.

pub mod camera;
pub mod printer;
