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
        "the database `{path}` was made by a newer foyer-booking ({version}); install that one, or restore the backup from before the upgrade"
    )]
    Newer {
        /// Which.
        path: PathBuf,
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
    #[error("the database `{path}` could not be upgraded and is unchanged")]
    Upgrade {
        /// Which.
        path: PathBuf,
        /// Why.
        source: Arc<refinery::Error>,
    },
    /// SQLite failed in the middle of work.
    #[error("the database failed")]
    Database(#[source] Arc<rusqlite::Error>),
    /// What rests in the database cannot be read back.
    #[error("the database holds something that cannot be read")]
    Content(#[source] Arc<serde_json::Error>),
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
