//! The booking server as others meet it: real HTTP on a free port, real files.

mod bookings;
mod feed;
mod pages;
mod program;
mod support;
