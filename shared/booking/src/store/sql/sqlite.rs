//! SQLite: one file beside the program, WAL mode, every commit on the disk.

use super::super::fault::StoreFault;
use super::{Begin, Row, Value};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

mod migrations {
    refinery::embed_migrations!("src/store/migrations/sqlite");
}

/// How long a connection waits for another process's write.
const BUSY: Duration = Duration::from_secs(5);

/// Opens the database for writing and brings it up to date.
pub(in super::super) fn open(dir: &Path, path: &Path) -> Result<Connection, StoreFault> {
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

/// Opens it for reading alone.
pub(in super::super) fn open_to_read(path: &Path) -> Result<Connection, StoreFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is overwritten: contact data must not stay in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreFault> {
    let runner = migrations::migrations::runner().set_grouped(true);
    let Err(error) = runner.run(connection) else { return Ok(()) };
    Err(match StoreFault::of_upgrade(error, &path.display().to_string()) {
        StoreFault::Upgrade { source, .. }
            if matches!(
                sqlite_cause(&*source),
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
            ) =>
        {
            StoreFault::Locked { path: path.to_owned() }
        }
        fault => fault,
    })
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

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(value) => ValueRef::Integer(*value),
            Self::Boolean(value) => ValueRef::Integer(i64::from(*value)),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn value(column: usize, value: ValueRef<'_>) -> Result<Value, StoreFault> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(value) => Value::Integer(value),
        ValueRef::Text(text) => {
            Value::Text(String::from_utf8(text.to_owned()).map_err(|_| StoreFault::Column { column })?)
        }
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_owned()),
        ValueRef::Real(_) => return Err(StoreFault::Column { column }),
    })
}

pub(super) fn execute(connection: &Connection, sql: &str, values: &[Value]) -> Result<usize, StoreFault> {
    Ok(connection.prepare_cached(sql)?.execute(rusqlite::params_from_iter(values))?)
}

pub(super) fn query(
    connection: &Connection,
    sql: &str,
    values: &[Value],
    take: &mut dyn FnMut(Row) -> Result<(), StoreFault>,
) -> Result<(), StoreFault> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(rusqlite::params_from_iter(values))?;
    while let Some(row) = rows.next()? {
        let values = (0..columns).map(|column| value(column, row.get_ref(column)?));
        take(Row(values.collect::<Result<_, _>>()?))?;
    }
    Ok(())
}

pub(super) fn begin(connection: &Connection, begin: Begin) -> Result<(), StoreFault> {
    let sql = match begin {
        Begin::Read => "begin",
        Begin::Write => "begin immediate",
    };
    Ok(connection.execute_batch(sql)?)
}

/// What was deleted leaves the log file, too.
pub(super) fn forget(connection: &Connection) -> Result<(), StoreFault> {
    Ok(connection.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?)
}

/// Changes when another connection has committed, never by this one's own commits.
pub(in super::super) fn data_version(connection: &Connection) -> Result<i64, StoreFault> {
    Ok(connection.query_row("pragma data_version", [], |row| row.get(0))?)
}
