//! All SQL of the lobby. `lobby.db` is the log and what is written with it: the owner's thread alone writes it, and
//! others may read it meanwhile (`foyer-lobby replay`, `foyer-lobby backup`). `registry.db` holds staff, sessions,
//! terminals and the link to the booking server, and may be written by a second process (`foyer-lobby device code`).

pub mod backup;
mod broadcast;
pub(crate) mod codes;
pub mod daily;
pub mod devices;
pub(crate) mod digests;
mod lock;
pub mod log;
mod notes;
pub mod outbox;
pub(crate) mod persons;
pub mod registry;
pub mod replay;
pub(crate) mod retention;
mod searches;
pub mod staff;

use foyer_domain::Timestamp;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Why a database cannot be used, and what helps.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder cannot be made.
    #[error("cannot make the folder `{path}`; make it and give it to this program's user")]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file cannot be opened.
    #[error("cannot open the database `{path}`; check that it belongs to this program's user")]
    Open {
        /// Which.
        path: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
    /// Another program has it.
    #[error(
        "the database `{path}` is in use by another program; \
         stop the other foyer-lobby on this folder, or name another `[data] dir`"
    )]
    Locked {
        /// Which.
        path: PathBuf,
    },
    /// A newer program has written it.
    #[error(
        "the database `{path}` was written by a newer foyer-lobby ({found}); \
         install that version again, or restore the backup from before its installation"
    )]
    Newer {
        /// Which.
        path: PathBuf,
        /// What was found.
        found: String,
    },
    /// It is not what it should be.
    #[error(
        "the database `{path}` is damaged ({fault}); \
         keep a copy of it for help, and restore the last backup"
    )]
    Damaged {
        /// Which.
        path: PathBuf,
        /// What was found.
        fault: String,
    },
    /// It does not do what it is told: disk full, disk gone.
    #[error("the database refuses")]
    Sql(#[from] rusqlite::Error),
}

/// What a database is for, and so how it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// One program alone, for as long as it runs.
    Alone,
    /// Several, each for a moment.
    Shared,
}

/// Opens a database, makes it durable and brings its tables up to date.
pub(crate) fn open(path: &Path, migrations: &refinery::Runner, usage: Use) -> Result<Connection, StoreError> {
    let told = |source: rusqlite::Error| explain(path, source);
    let mut db = Connection::open(path).map_err(told)?;
    match usage {
        Use::Alone => {
            // Nobody else writes; whoever moves the log's end into the file for a moment is waited for.
            db.busy_timeout(Duration::from_millis(300)).map_err(told)?;
            // What is deleted is overwritten where that costs no further page.
            db.pragma_update(None, "secure_delete", "fast").map_err(told)?;
        }
        Use::Shared => {
            db.busy_timeout(Duration::from_secs(5)).map_err(told)?;
            // A password or session that was removed is to be gone from the file, too.
            db.pragma_update(None, "secure_delete", "on").map_err(told)?;
        }
    }
    db.pragma_update(None, "journal_mode", "wal").map_err(told)?;
    db.pragma_update(None, "synchronous", "full").map_err(told)?;
    db.pragma_update(None, "foreign_keys", "on").map_err(told)?;
    let fault: String = db.query_row("pragma quick_check(1)", [], |row| row.get(0)).map_err(told)?;
    if fault != "ok" {
        return Err(StoreError::Damaged { path: path.to_owned(), fault });
    }
    migrate(&mut db, path, migrations)?;
    Ok(db)
}

/// Opens a database to look at it while its owner may write.
pub(crate) fn read_only(path: &Path) -> Result<Connection, StoreError> {
    let told = |source: rusqlite::Error| explain(path, source);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags).map_err(told)?;
    db.busy_timeout(Duration::from_secs(5)).map_err(told)?;
    Ok(db)
}

fn migrate(db: &mut Connection, path: &Path, migrations: &refinery::Runner) -> Result<(), StoreError> {
    let Err(error) = migrations.run(db) else { return Ok(()) };
    match error.kind() {
        refinery::error::Kind::MissingVersion(version)
        | refinery::error::Kind::DivergentVersion(version, _) => {
            Err(StoreError::Newer { path: path.to_owned(), found: format!("migration {version}") })
        }
        _ => Err(StoreError::Damaged { path: path.to_owned(), fault: error.to_string() }),
    }
}

/// Says what an error of SQLite means for whoever runs the lobby.
fn explain(path: &Path, source: rusqlite::Error) -> StoreError {
    let path = path.to_owned();
    match source.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Locked { path },
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            StoreError::Damaged { path, fault: source.to_string() }
        }
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly) => {
            StoreError::Open { path, source }
        }
        _ => StoreError::Sql(source),
    }
}

/// Makes the folder of the data, readable by this program's user alone.
///
/// # Errors
/// A folder that cannot be made.
pub fn make_folder(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::DirBuilderExt;
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.map_err(|source| StoreError::Folder { path: path.to_owned(), source })
}

/// A moment as the tables hold it.
pub(crate) fn millis(at: Timestamp) -> i64 {
    at.timestamp_millis()
}

/// A moment from the tables; a value that no clock shows is taken as 1970.
pub(crate) fn moment(millis: i64) -> Timestamp {
    Timestamp::from_timestamp_millis(millis).unwrap_or_default()
}

/// A position or id as SQLite holds it: it has no unsigned numbers, and none of ours reaches 2^63.
pub(crate) fn signed(number: u64) -> i64 {
    number.cast_signed()
}

/// A position or id from the tables.
pub(crate) fn unsigned(number: i64) -> u64 {
    number.cast_unsigned()
}
