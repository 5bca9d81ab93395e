//! What crosses a wire or rests in the event log; and what every program shares at its edge.
//!
//! - [`booking`]: between the booking server and whoever books
//! - [`changes`]: between the booking server and programs of others
//! - [`feed`]: between the booking server and the lobbies: changes down, reports up
//! - [`lobby`]: between the lobby and its terminals: snapshots, events, requests, answers
//! - [`log`]: how an event rests in the lobby's log
//! - [`problem`]: refusals and errors on the wire (RFC 9457)
//! - [`nonce`]: the key of a request that changes something
//! - [`when`]: moments and days that a calendar can reckon with
//! - [`program`]: clock, configuration file, listening address: the same in every program

pub mod booking;
pub mod changes;
pub mod feed;
pub mod lobby;
pub mod log;
pub mod nonce;
pub mod problem;
pub mod program;
pub mod when;
