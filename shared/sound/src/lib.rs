//! What both terminals share of sound: [`strike`] makes samples, a pure function; [`device`] opens a loudspeaker,
//! watches it, and says when it is gone.

pub mod device;
pub mod strike;

pub use device::{Output, SoundError};
pub use strike::{Stroke, peak, struck};
