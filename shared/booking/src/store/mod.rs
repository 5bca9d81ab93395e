//! What is kept, in one SQLite database. Each public method is one use case and one transaction.
//!
//! One thread owns the only connection that writes ([`writer`]); readers have connections of their own. What was
//! committed is then marked in the [`catalog`], the picture in memory that searches read, and announced to whoever
//! follows ([`Store::changes`]). Another process on the same database (`foyer-booking office import`) is noticed by
//! SQLite's `data_version`.

mod bookings;
mod catalog;
mod changes;
mod connection;
mod fault;
mod keys;
mod late;
mod lobbies;
mod nonces;
mod offices;
mod owner;
mod phones;
mod places;
mod reports;
mod rows;
mod tend;
mod tickets;
mod writer;

pub use bookings::{Confirmed, Contact, HoldOrder};
pub use catalog::{FreeDay, OfficeState};
pub use changes::{Batch, Cursor};
pub use fault::StoreFault;
pub use keys::KeyEntry;
pub use lobbies::Lobby;
pub use nonces::Request;
pub use offices::{ImportFault, Imported, OfficeRow};
pub use owner::MoveOrder;
pub use phones::{Following, Standing};
pub use tickets::TicketView;

use catalog::Catalog;
use connection::Readers;
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use phones::Phones;
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::watch;
use writer::Writer;

use crate::refusal::Refusal;

/// What a use case answers: a value, or a refusal; the store's own faults stand around it.
pub type Answer<T> = Result<Result<T, Refusal>, StoreFault>;

/// The file in the data folder.
pub const FILE: &str = "booking.sqlite";

/// The store; cheap to clone.
#[derive(Clone)]
pub struct Store {
    writer: Writer,
    readers: Arc<Readers>,
    catalog: Arc<Catalog>,
    secrets: Arc<connection::Secrets>,
    changes: watch::Receiver<i64>,
    phones: Arc<Phones>,
}

impl Store {
    /// Opens the database in `dir`, makes or upgrades it, and reads what is searched in memory.
    ///
    /// # Errors
    /// A folder or file that cannot be used; a database that is locked, damaged or newer than this program.
    pub fn open(dir: &Path, now: Timestamp) -> Result<Self, StoreFault> {
        let path = dir.join(FILE);
        let mut connection = connection::open(dir, &path)?;
        let secrets = Arc::new(connection::secrets(&mut connection, now)?);
        let catalog = Arc::new(Catalog::default());
        catalog.reload(&connection, now)?;
        let newest = changes::newest(&connection)?;
        let (announce, changes) = watch::channel(newest);
        let phones = Arc::new(Phones::default());
        let writer = Writer::start(writer::Owned {
            connection,
            catalog: Arc::clone(&catalog),
            announce,
            phones: Arc::clone(&phones),
        });
        Ok(Self { writer, readers: Arc::new(Readers::new(path)), catalog, secrets, changes, phones })
    }

    /// Reads with a connection of its own, off the async threads.
    async fn read<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Connection) -> Result<T, StoreFault> + Send + 'static,
    ) -> Result<T, StoreFault> {
        let readers = Arc::clone(&self.readers);
        let done = tokio::task::spawn_blocking(move || readers.with(job)).await;
        done.unwrap_or(Err(StoreFault::Stopped))
    }

    /// The number of the newest change, which grows with every commit that has news for a lobby.
    pub fn changes(&self) -> watch::Receiver<i64> {
        self.changes.clone()
    }

    /// Whether the writer still works.
    pub fn is_ready(&self) -> bool {
        self.writer.is_running()
    }

    /// An office as it is in memory.
    ///
    /// # Errors
    /// [`Refusal::OfficeUnknown`].
    pub fn office(&self, id: &OfficeId) -> Result<Arc<OfficeState>, Refusal> {
        self.catalog.office(id).ok_or_else(|| Refusal::OfficeUnknown { office: id.to_string() })
    }

    /// All offices, by name.
    pub fn offices(&self) -> Vec<Arc<OfficeState>> {
        self.catalog.all()
    }
}
