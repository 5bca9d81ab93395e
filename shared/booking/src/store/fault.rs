//! What can be wrong with the store itself, and what helps.

use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The store cannot do its work; nothing of the failed transaction stays.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreFault {
    /// The data folder cannot be made or read.
    #[error(
        "cannot use the data folder `{path}`; create it, or give its rights to the user that runs this program"
    )]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        source: Arc<std::io::Error>,
    },
    /// Another server has the data folder.
    #[error(
        "the data folder `{path}` is in use by another foyer-booking; end that one, or set another `[data] dir`"
    )]
    InUse {
        /// Which.
        path: PathBuf,
    },
    /// Another program keeps the database locked.
    #[error(
        "the database `{path}` is locked by another program; end it (a backup? an open sqlite3?) and try again"
    )]
    Locked {
        /// Which.
        path: PathBuf,
    },
    /// A newer program made it.
    #[error(
        "the database `{database}` was made by a newer foyer-booking ({version}); install that one, or restore the backup from before the upgrade"
    )]
    Newer {
        /// Which.
        database: String,
        /// The step that this program does not know.
        version: String,
    },
    /// It is no database, or broken.
    #[error("the database `{path}` is damaged ({detail}); move it away and restore the last backup")]
    Damaged {
        /// Which.
        path: PathBuf,
        /// What the check said.
        detail: String,
    },
    /// It could not be upgraded; it is as it was.
    #[error("the database `{database}` could not be upgraded and is unchanged")]
    Upgrade {
        /// Which.
        database: String,
        /// Why.
        source: Arc<refinery::Error>,
    },
    /// SQLite failed in the middle of work.
    #[error("the database failed")]
    Database(#[source] Arc<rusqlite::Error>),
    /// PostgreSQL failed in the middle of work, or went away.
    #[error("the database failed")]
    Postgres(#[source] Arc<postgres::Error>),
    /// PostgreSQL does not answer or does not let this program in.
    #[error(
        "cannot reach the database {database}; see that PostgreSQL runs there and knows this user, and look at `[data.postgres]`"
    )]
    Unreachable {
        /// Which, without its password.
        database: String,
        /// Why.
        source: Arc<postgres::Error>,
    },
    /// How to reach PostgreSQL is not said rightly.
    #[error(
        "`data.postgres.connection` cannot be understood; write it like `host=/run/postgresql dbname=foyer`"
    )]
    Connection(#[source] Arc<postgres::Error>),
    /// A file that the settings name cannot be read.
    #[error(
        "cannot read `{path}`, which `[data.postgres]` names; give its rights to the user that runs this program"
    )]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: Arc<std::io::Error>,
    },
    /// The certificates of the authority cannot be used.
    #[error(
        "cannot use the certificates in `{path}`; `data.postgres.certificate_authority` must be a PEM file"
    )]
    Authority {
        /// Which.
        path: PathBuf,
        /// Why.
        source: Arc<dyn std::error::Error + Send + Sync>,
    },
    /// TLS cannot be set up.
    #[error("cannot set up TLS for the database")]
    Tls(#[source] Arc<rustls::Error>),
    /// A column holds what it never should.
    #[error("column {column} of an answer holds something that cannot be read")]
    Column {
        /// Counted from 0.
        column: usize,
    },
    /// A row that must be there is not.
    #[error("the database misses something that it must hold")]
    Missing,
    /// What rests in the database cannot be read back.
    #[error("the database holds something that cannot be read")]
    Content(#[source] Arc<serde_json::Error>),
    /// The database does not answer at the moment.
    #[error("the database does not answer")]
    Away,
    /// The server is shutting down.
    #[error("the store has stopped")]
    Stopped,
}

impl StoreFault {
    /// Names what SQLite means about the database at `path`.
    pub(super) fn of(source: rusqlite::Error, path: &Path) -> Self {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { path, detail: source.to_string() }
            }
            _ => Self::Database(Arc::new(source)),
        }
    }

    /// Names what failed about bringing a database up to date.
    pub(super) fn of_upgrade(source: refinery::Error, database: &str) -> Self {
        let database = database.to_owned();
        match source.kind() {
            refinery::error::Kind::MissingVersion(unknown) => {
                Self::Newer { database, version: unknown.to_string() }
            }
            refinery::error::Kind::DivergentVersion(applied, _) => {
                Self::Newer { database, version: applied.to_string() }
            }
            _ => Self::Upgrade { database, source: Arc::new(source) },
        }
    }

    /// Whether the database's own guard of this name has refused: a trigger that raises its name.
    pub(super) fn is_guard(&self, name: &str) -> bool {
        match self {
            Self::Database(error) => match &**error {
                rusqlite::Error::SqliteFailure(_, Some(message)) => message.contains(name),
                _ => false,
            },
            Self::Postgres(error) => error.as_db_error().is_some_and(|error| error.message().contains(name)),
            _ => false,
        }
    }
}

impl From<postgres::Error> for StoreFault {
    fn from(source: postgres::Error) -> Self {
        Self::Postgres(Arc::new(source))
    }
}

impl From<rusqlite::Error> for StoreFault {
    fn from(source: rusqlite::Error) -> Self {
        Self::of(source, Path::new(super::FILE))
    }
}

impl From<serde_json::Error> for StoreFault {
    fn from(source: serde_json::Error) -> Self {
        Self::Content(Arc::new(source))
    }
}
