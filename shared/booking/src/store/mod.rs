//! What is kept, in a SQLite file or a PostgreSQL database. Each public method is one use case and one transaction.
//!
//! One thread owns the only connection that writes ([`writer`]); readers have connections of their own. What was
//! committed is then marked in the [`catalog`], the picture in memory that searches read, and announced to whoever
//! follows ([`Store::changes`]). What other processes on the same database do is taken over ([`peers`]).

mod asking;
mod bookings;
mod by_mail;
mod calendars;
mod carry;
mod catalog;
mod changes;
mod closing_offer;
mod closing_preview;
mod closing_work;
mod closings;
mod connection;
mod crowd;
mod desk;
mod desk_change;
mod desk_paper;
mod drafts;
mod fault;
mod holds;
mod keys;
mod late;
mod lengthen;
mod letters;
mod limits;
mod link;
mod lobbies;
mod nonces;
mod offices;
mod owner;
mod peers;
mod phones;
mod places;
mod preview;
mod recipients;
mod relocations;
mod reopening;
mod reports;
mod requests;
mod revisions;
mod rows;
mod seating;
mod sql;
mod staff;
mod statistics;
mod tend;
mod tickets;
mod together;
mod tokens;
mod told;
mod unsent;
mod unused;
mod waiting;
mod webhooks;
mod writer;

pub use asking::{AskedFor, Asking, AskingOrder, Offered, Proposal};
pub use bookings::{Confirmed, HoldOrder};
pub use calendars::{CounterCalendar, CounterEntry};
pub use carry::{CarryFault, export_for_good, export_to, import_from};
pub use catalog::{FreeDay, OfficeState, Wanted};
pub use changes::{Batch, Cursor};
pub use closing_offer::OpenOffer;
pub use closing_preview::ClosingPreview;
pub use closings::{Closing, ClosingEntry, ClosingOrder, ClosingState, ClosingWay};
pub use desk::{DeskBooking, DeskPlace};
pub use desk_change::{Contact, DeskMove, ShownContact};
pub use desk_paper::DeskPaper;
pub use drafts::{Draft, SaveFault};
pub use fault::StoreFault;
pub use keys::KeyEntry;
pub use lengthen::Length;
pub use letters::{About, DueLetter};

pub use limits::BlockedEntry;
pub use lobbies::{Lobby, LobbyEntry};
pub use nonces::Request;
pub use offices::{ImportFault, Imported, OfficeRow};
pub use owner::MoveOrder;
pub use phones::{Following, Standing};
pub use preview::{Losing, Preview, ServiceTimes};
pub use relocations::Relocation;
pub use reopening::Reopening;
pub use requests::RequestAnswer;
pub use revisions::{Author, Revision};
pub use staff::StaffEntry;
pub use tickets::TicketView;
pub use together::{MOST_TOGETHER, Together, TogetherOrder};
pub use tokens::TokenEntry;
pub use told::{Told, ToldBatch};
pub use unsent::{LetterCounts, LetterEntry};
pub use unused::Used;
pub use webhooks::{DueHook, HookEntry};

use catalog::Catalog;
use connection::{Readers, Source};
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use link::{Forget, Link};
use peers::News;
use phones::Phones;
use sql::{Begin, Connection};
use std::sync::Arc;
use tokio::sync::watch;
use writer::Writer;

use crate::refusal::Refusal;
use crate::settings::DataSettings;

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
    is_shared: bool,
}

impl Store {
    /// Opens the database, makes or upgrades it, and reads what is searched in memory. It waits; an async caller
    /// loses the time that this takes once at its start. Letters are written only where a mail server will get them.
    ///
    /// # Errors
    /// A folder, file or server that cannot be used; a database that is locked, damaged or newer than this program.
    pub fn open(settings: &DataSettings, writes_letters: bool, now: Timestamp) -> Result<Self, StoreFault> {
        // PostgreSQL's connections run by themselves, which they cannot on an async caller's thread.
        std::thread::scope(|scope| scope.spawn(|| Self::open_here(settings, writes_letters, now)).join())
            .unwrap_or(Err(StoreFault::Stopped))
    }

    fn open_here(settings: &DataSettings, writes_letters: bool, now: Timestamp) -> Result<Self, StoreFault> {
        let source = Source::of(settings)?;
        let connection = source.open()?;
        let is_shared = connection.is_shared();
        let secrets = Arc::new(connection::secrets(&connection, now)?);
        let catalog = Arc::new(Catalog::default());
        let (newest, news) = connection.within(Begin::Read, |connection| {
            catalog.reload(connection, now)?;
            Ok((changes::newest(connection)?, News::up_to_now(connection)?))
        })?;
        let (announce, changes) = watch::channel(newest);
        let phones = Arc::new(Phones::default());
        let readers = Arc::new(Readers::new(source.clone()));
        let writer = Writer::start(writer::Owned {
            source,
            connection,
            catalog: Arc::clone(&catalog),
            announce,
            phones: Arc::clone(&phones),
            writes_letters,
            news,
            now,
            link: Link::default(),
            forget: Forget::at_start(),
        });
        Ok(Self { writer, readers, catalog, secrets, changes, phones, is_shared })
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

    /// Wakes whenever free times may have changed, of whatever office: see [`OfficeState::version`].
    pub fn free_times_change(&self) -> watch::Receiver<i64> {
        self.catalog.versions()
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
