//! The lobby server: the queue of one office, its event log, the terminals and the clerk's desk.
//!
//! In reading order:
//!
//! - [`lobby`]: the handle through which everything else asks and reads
//! - `owner`, [`store`]: decide, commit, apply, publish, answer; all SQL
//! - `reports`, `views`, `screens`: what follows from a committed event for others
//! - `api`, [`error`]: the terminals' side, as documented in `foyer_protocol::lobby`
//! - `pages`: the desk's side
//! - [`staff`], [`devices`], [`notices`]: who works here, which terminals there are, what staff should know
//! - `lists`: what kiosks keep to work alone
//! - `persons`, `retention`: how long what is kept
//! - [`link`], `outbox`: the booking server's feed, and the reports to it
//! - [`serve`], [`config`], [`cli`]: how it all starts
//! - [`simulate`]: whole days of an office beforehand

mod api;
mod beside;
pub mod board;
pub mod broadcast;
pub mod cli;
mod closing;
pub mod config;
mod copies;
pub mod devices;
mod error;
mod house;
pub mod link;
mod lists;
pub mod lobby;
pub mod notices;
mod outage;
mod outbox;
mod owner;
mod pages;
mod persons;
mod positions;
mod presence;
mod reports;
pub mod restored;
mod retention;
mod screens;
use foyer_access::secret;
pub mod serve;
pub mod simulate;
mod slides;
mod speech;
pub mod staff;
pub mod store;
mod timers;
mod tls;
pub mod troubles;
mod views;

pub use config::Config;
pub use lobby::{Answered, Lobby, LobbyError, Published};
pub use serve::serve;
