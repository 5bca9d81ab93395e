//! The only code that speaks to a server: calls, a reconnecting event stream, the link as a value.
//!
//! - [`address`], [`fingerprint`], [`token`]: where a server is, how it is recognised, who we are
//! - [`enrolment`], [`identity`]: how a terminal signs on once, and where it keeps what it got
//! - [`server`]: calls with a nonce, repeated until a deadline
//! - [`follow`]: an event stream that never ends
//! - [`outward`]: messages to addresses that are none of ours
//! - [`error`]: what can go wrong, with the remedy; the only place that knows status codes
//!
//! Paths are given as in `foyer_protocol`, without the `/api/v1` that is common to all of them.

pub mod address;
pub mod backoff;
mod base32;
pub mod enrolment;
pub mod error;
pub mod fingerprint;
pub mod follow;
pub mod identity;
mod listen;
pub mod outward;
pub mod server;
mod tls;
pub mod token;

pub use address::Address;
pub use enrolment::EnrolmentCode;
pub use error::{CallError, ClientError};
pub use fingerprint::Fingerprint;
pub use follow::{Followed, Link};
pub use identity::Identity;
pub use outward::{NotTaken, Outward};
pub use server::{Limits, Server};
pub use token::Token;
