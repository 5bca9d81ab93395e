//! Mails to citizens, and what staff have to know at once.
//!
//! In reading order:
//!
//! - [`letter`]: which letters there are, and what one is made of
//! - [`asked`]: letters to whoever waits or asks for a time
//! - [`said`], [`facts`]: what a letter says, once for text and HTML · [`plain`], [`page`]: the two forms of it
//! - [`for_staff`]: what staff are told
//! - [`REASONS`]: why an office usually cancels or moves
//! - [`calendar`]: the appointment as a file for calendars
//! - [`paper`]: a letter on paper, as PDF
//! - [`message`]: a letter as a mail · [`settings`], [`carrier`]: how it gets to the mail server
//! - [`outbox`]: sends what the store says is due

pub mod asked;
pub mod calendar;
pub mod carrier;
mod facts;
mod for_staff;
pub mod letter;
pub mod message;
pub mod outbox;
mod page;
pub mod paper;
mod plain;
mod reasons;
mod said;
pub mod settings;
mod sheet;

pub use asked::{AskedKind, AskedLetter};
pub use carrier::{Carrier, Trouble};
pub(crate) use facts::map;
pub use letter::{Attachment, Composed, Kind, Left, Letter, Sibling, Wished, compose};
pub use reasons::REASONS;
pub(crate) use said::{Item, Link};
pub use settings::MailSettings;
pub use sheet::SheetFault;
