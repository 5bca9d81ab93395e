//! Opening the database, whichever it is; the server's own secrets; connections that read.

use super::fault::StoreFault;
use super::keys;
use super::sql::{Begin, Connection, postgres, sqlite, values};
use crate::random;
use crate::settings::DataSettings;
use foyer_domain::Timestamp;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// So many readers stay open.
const IDLE_READERS: usize = 8;
/// So many read at a time; PostgreSQL lets in a hundred of all servers together.
const MOST_READERS: usize = 16;

/// Where the database is.
#[derive(Clone)]
pub(super) enum Source {
    /// A file in a folder of its own.
    Sqlite { dir: PathBuf, path: PathBuf },
    /// A server.
    Postgres(Box<postgres::Address>),
}

impl Source {
    /// What the settings say.
    pub(super) fn of(settings: &DataSettings) -> Result<Self, StoreFault> {
        match (&settings.postgres, &settings.dir) {
            (Some(postgres), _) => Ok(Self::Postgres(Box::new(postgres::Address::new(postgres)?))),
            (None, dir) => {
                let dir = dir.clone().unwrap_or_default();
                Ok(Self::Sqlite { path: dir.join(super::FILE), dir })
            }
        }
    }

    /// Opens it for writing and brings it up to date.
    pub(super) fn open(&self) -> Result<Connection, StoreFault> {
        Ok(match self {
            Self::Sqlite { dir, path } => Connection::Sqlite(sqlite::open(dir, path)?),
            Self::Postgres(address) => Connection::Postgres(Box::new(address.open()?)),
        })
    }

    /// Opens it for writing again, after it was open before.
    pub(super) fn reconnect(&self) -> Result<Connection, StoreFault> {
        match self {
            Self::Sqlite { .. } => self.open(),
            Self::Postgres(address) => Ok(Connection::Postgres(Box::new(address.connect()?))),
        }
    }

    /// Opens it for reading.
    pub(super) fn open_to_read(&self) -> Result<Connection, StoreFault> {
        Ok(match self {
            Self::Sqlite { path, .. } => Connection::Sqlite(sqlite::open_to_read(path)?),
            Self::Postgres(address) => Connection::Postgres(Box::new(address.connect()?)),
        })
    }
}

/// What the server alone knows.
pub(super) struct Secrets {
    /// Under which PINs and request hashes are keyed.
    pub server: Vec<u8>,
    /// Names this database in cursors, so that another one's cursor is not taken for its own.
    pub database: String,
}

/// Reads the server's secrets and makes them, and the first signing key, on the first start.
pub(super) fn secrets(connection: &Connection, now: Timestamp) -> Result<Secrets, StoreFault> {
    connection.within(Begin::Write, |connection| {
        let server = meta_or(connection, "secret", || random::bytes::<32>().to_vec())?;
        let database = meta_or(connection, "database", || random::bytes::<4>().to_vec())?;
        keys::make_first(connection, now)?;
        Ok(Secrets { server, database: random::hex(&database) })
    })
}

/// Under which PINs and links are keyed, within a transaction.
pub(super) fn server_secret(connection: &Connection) -> Result<Vec<u8>, StoreFault> {
    connection.one("select value from meta where name = 'secret'", &[], |row| row.get(0))
}

fn meta_or(
    connection: &Connection,
    name: &str,
    make: impl FnOnce() -> Vec<u8>,
) -> Result<Vec<u8>, StoreFault> {
    if let Some(value) = meta(connection, name)? {
        return Ok(value);
    }
    let value = make();
    set_meta(connection, name, &value)?;
    Ok(value)
}

/// A value of the `meta` table.
pub(super) fn meta(connection: &Connection, name: &str) -> Result<Option<Vec<u8>>, StoreFault> {
    connection.row("select value from meta where name = ?1", values![name], |row| row.get(0))
}

/// Sets a value of the `meta` table.
pub(super) fn set_meta(connection: &Connection, name: &str, value: &[u8]) -> Result<(), StoreFault> {
    let sql = "insert into meta (name, value) values (?1, ?2) on conflict (name) do update set value = excluded.value";
    connection.execute(sql, values![name, value])?;
    Ok(())
}

/// Connections that only read.
pub(super) struct Readers {
    source: Source,
    pool: Mutex<Pool>,
    free: Condvar,
}

#[derive(Default)]
struct Pool {
    idle: Vec<Connection>,
    at_work: usize,
}

impl Readers {
    pub(super) fn new(source: Source) -> Self {
        Self { source, pool: Mutex::default(), free: Condvar::new() }
    }

    /// Runs `job` in one read transaction, so that it sees one state. Waits while too many read.
    pub(super) fn with<T>(
        &self,
        job: impl FnOnce(&Connection) -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault> {
        let _turn = self.turn();
        let connection = self.begin()?;
        let result = job(&connection);
        let ended = connection.end(result.is_ok());
        let mut pool = self.pool();
        if ended.is_ok() && pool.idle.len() < IDLE_READERS {
            pool.idle.push(connection);
        }
        result
    }

    /// A connection with a transaction on it. One that was idle may have been closed meanwhile by the other side.
    fn begin(&self) -> Result<Connection, StoreFault> {
        loop {
            let Some(idle) = self.pool().idle.pop() else { break };
            if idle.begin(Begin::Read).is_ok() {
                return Ok(idle);
            }
        }
        let fresh = self.source.open_to_read()?;
        fresh.begin(Begin::Read)?;
        Ok(fresh)
    }

    fn turn(&self) -> Turn<'_> {
        let wait = |pool: &mut Pool| pool.at_work >= MOST_READERS;
        let mut pool = self.free.wait_while(self.pool(), wait).unwrap_or_else(PoisonError::into_inner);
        pool.at_work += 1;
        Turn(self)
    }

    fn pool(&self) -> MutexGuard<'_, Pool> {
        // A list of idle connections and a count are whole even if a reader panicked.
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One of those who read at a time.
struct Turn<'a>(&'a Readers);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.pool().at_work -= 1;
        self.0.free.notify_one();
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        let idle = std::mem::take(&mut self.pool().idle);
        // A connection to PostgreSQL ends a runtime of its own, which no async thread may do.
        std::thread::spawn(move || drop(idle));
    }
}
