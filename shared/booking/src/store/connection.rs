//! Opening the database: rights, settings, upgrade, health, the server's own secrets.

use super::fault::StoreFault;
use super::keys;
use crate::random;
use foyer_domain::Timestamp;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, params};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

mod migrations {
    refinery::embed_migrations!("src/store/migrations");
}

/// How long a connection waits for another process's write.
const BUSY: Duration = Duration::from_secs(5);
/// So many readers stay open; more are opened for the moment.
const IDLE_READERS: usize = 8;

/// Opens the database for writing, in WAL mode with every commit on the disk, and brings it up to date.
pub(super) fn open(dir: &Path, path: &Path) -> Result<Connection, StoreFault> {
    let folder = |source| StoreFault::Folder { path: dir.to_owned(), source: Arc::new(source) };
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(dir).map_err(folder)?;
    // Made before SQLite opens it, so that nobody else can read keys and contacts; its side files take its mode.
    let file = std::fs::OpenOptions::new().create(true).append(true).mode(0o600).open(path);
    drop(file.map_err(folder)?);
    let fault = |source| StoreFault::of(source, path);
    let mut connection = Connection::open(path).map_err(fault)?;
    settle(&connection).map_err(fault)?;
    let damage: String =
        connection.query_row("pragma quick_check(1)", [], |row| row.get(0)).map_err(fault)?;
    if damage != "ok" {
        return Err(StoreFault::Damaged { path: path.to_owned(), detail: damage });
    }
    migrate(&mut connection, path)?;
    Ok(connection)
}

fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is overwritten: contact data must not stay in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreFault> {
    let runner = migrations::migrations::runner().set_grouped(true);
    match runner.run(connection) {
        Ok(_) => Ok(()),
        Err(error) => Err(match error.kind() {
            refinery::error::Kind::MissingVersion(unknown) => {
                StoreFault::Newer { path: path.to_owned(), version: unknown.to_string() }
            }
            refinery::error::Kind::DivergentVersion(applied, _) => {
                StoreFault::Newer { path: path.to_owned(), version: applied.to_string() }
            }
            _ => match sqlite_cause(&error) {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                    StoreFault::Locked { path: path.to_owned() }
                }
                _ => StoreFault::Upgrade { path: path.to_owned(), source: Arc::new(error) },
            },
        }),
    }
}

fn sqlite_cause(error: &dyn std::error::Error) -> Option<ErrorCode> {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if let Some(sqlite) = inner.downcast_ref::<rusqlite::Error>() {
            return sqlite.sqlite_error_code();
        }
        cause = inner.source();
    }
    None
}

/// What the server alone knows.
pub(super) struct Secrets {
    /// Under which PINs and request hashes are keyed.
    pub server: Vec<u8>,
    /// Names this database in cursors, so that another one's cursor is not taken for its own.
    pub database: String,
}

/// Reads the server's secrets and makes them, and the first signing key, on the first start.
pub(super) fn secrets(connection: &mut Connection, now: Timestamp) -> Result<Secrets, StoreFault> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let server = meta_or(&transaction, "secret", || random::bytes::<32>().to_vec())?;
    let database = meta_or(&transaction, "database", || random::bytes::<4>().to_vec())?;
    keys::make_first(&transaction, now)?;
    transaction.commit()?;
    Ok(Secrets { server, database: random::hex(&database) })
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
    let mut select = connection.prepare_cached("select value from meta where name = ?1")?;
    Ok(select.query_row([name], |row| row.get(0)).optional()?)
}

/// Sets a value of the `meta` table.
pub(super) fn set_meta(connection: &Connection, name: &str, value: &[u8]) -> Result<(), StoreFault> {
    let sql = "insert into meta (name, value) values (?1, ?2) on conflict (name) do update set value = excluded.value";
    connection.prepare_cached(sql)?.execute(params![name, value])?;
    Ok(())
}

/// Connections that only read.
pub(super) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, idle: Mutex::new(Vec::new()) }
    }

    /// Runs `job` in one read transaction, so that it sees one state.
    pub(super) fn with<T>(
        &self,
        job: impl FnOnce(&Connection) -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault> {
        let connection = match self.idle().pop() {
            Some(connection) => connection,
            None => self.open()?,
        };
        let transaction = connection.unchecked_transaction()?;
        let result = job(&transaction);
        drop(transaction);
        let mut idle = self.idle();
        if idle.len() < IDLE_READERS {
            idle.push(connection);
        }
        result
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        // A list of idle connections is whole even if a reader panicked.
        self.idle.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn open(&self) -> Result<Connection, StoreFault> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        connection.busy_timeout(BUSY)?;
        connection.set_prepared_statement_cache_capacity(32);
        Ok(connection)
    }
}
