//! The lobby as its terminals and the booking server know it: real HTTP, real files, the real client.

mod booking_server;
mod check_in;
mod cli;
mod house;
mod rights;
mod stream;
