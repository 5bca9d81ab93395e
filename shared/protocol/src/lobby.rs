//! Between the lobby and its terminals. Paths are under `/api/v1`; all but [`EnrolRequest`] need the
//! terminal's token as `authorization: Bearer …`, and all that change something need a nonce.
//!
//! - [`DeviceKind`], [`EnrolRequest`], [`DeviceStatus`]: who a terminal is, and how it is
//! - [`CheckInRequest`], [`CheckInAnswer`]: checking in
//! - [`WalkInRequest`], [`LateTicketRequest`], [`TicketView`], [`PrintReport`]: tickets and their paper
//! - [`WishRequest`]: what is wished of whoever calls
//! - [`DayList`], [`HandOverRequest`]: working without the lobby, and afterwards
//! - [`DisplayEvent`], [`KioskEvent`], [`Acknowledgement`]: what is told as it happens
//! - [`House`]: what holds for the whole house, on every screen
//! - [`Health`], [`LobbyHealth`]: whether a server can do its work

mod alone;
mod check_in;
mod device;
mod health;
mod house;
mod stream;
mod ticket;

pub use alone::{DayList, HandOverReply, HandOverRequest};
pub use check_in::{CheckInAnswer, CheckInReply, CheckInRequest, LateOffer, Presented};
pub use device::{DeviceKind, DeviceStatus, EnrolRequest, Enrolled, PartStatus, STATUS_EVERY, is_status_due};
pub use health::{BookingHealth, Health, LobbyHealth};
pub use house::{BROADCAST_MOST, Broadcast, House, Interrupted};
pub use stream::{
    Acknowledgement, CallView, DisplayEvent, DisplaySnapshot, KioskEvent, KioskSnapshot, Opening,
    SLIDE_BYTES, ServiceWait, Slide, StaffPause, all_numbers,
};
pub use ticket::{
    LateTicketRequest, PrintReport, TicketAnswer, TicketReply, TicketView, WalkInRequest, WishRequest,
};

/// The version of all this, as in `/api/v1`.
pub const VERSION: u16 = 1;
