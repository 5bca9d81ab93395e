//! The booking server: offices, services, free times, bookings, pages.
//!
//! In reading order:
//!
//! - [`settings`], [`office_file`]: what is configured
//! - [`calendar`]: which times are free
//! - [`refusal`], [`error`]: what is refused, and how it looks on the wire
//! - [`contact`], `visible`: who comes, as typed
//! - [`store`]: what is kept; every change is one transaction
//! - [`statistics`]: figures of visits and bookings
//! - [`mail`]: letters to citizens · `hooks`: what others are told
//! - [`api`]: for programs · [`pages`]: for people
//! - `pace`: how often somebody may ask · `metrics`: what is counted · [`rights`]: what tokens allow
//! - [`serve`]: the running server · [`cli`], [`commands`]: the program around it

pub mod api;
pub mod app;
pub mod calendar;
pub mod cli;
pub mod commands;
pub mod contact;
pub mod error;
pub mod examples;
mod hooks;
mod lock;
pub mod mail;
mod metrics;
pub mod office_file;
mod online;
mod pace;
pub mod pages;
pub mod qr;
mod random;
pub mod refusal;
pub mod rights;
pub mod serve;
pub mod settings;
pub mod statistics;
pub mod store;
mod visible;

pub use serve::serve;
pub use settings::Settings;
