//! Who may do what, at an office's own server as at the city's: staff with passwords and roles, their sessions and
//! invitations, secrets and what is kept of them, and whose forms count.
//!
//! A server says where its people are kept ([`Keep`]); everything else about signing in is here.

pub mod guard;
mod passwords;
mod person;
pub mod secret;
mod staff;

pub use passwords::Passwords;
pub use person::{Invited, Person, Role};
pub use staff::{Keep, PASSWORD_LEAST, PASSWORD_MOST, SESSION_HOURS, Session, Staff, StaffError};
