//! The lobby as its terminals and the booking server know it: real HTTP, real files, the real client.

#![expect(clippy::unwrap_used, reason = "a test's helper fails its test")]

mod alone;
mod backup;
mod booking_server;
mod check_in;
mod cli;
mod clock;
mod ended;
mod house;
mod house_wide;
mod replay;
mod restored;
mod rights;
mod stream;
mod troubles;
mod upgrade;
