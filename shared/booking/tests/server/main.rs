//! The booking server as others meet it: real HTTP on a free port, real files.

#![expect(clippy::unwrap_used, reason = "a test that meets an error has failed")]

mod bookings;
mod feed;
mod late;
mod pages;
mod phones;
mod program;
mod support;
