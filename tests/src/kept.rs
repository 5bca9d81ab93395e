//! Where a booking server of the journeys keeps everything: SQLite in its folder, or a PostgreSQL of the test's own.

use crate::postgres::Database;
use crate::wait;
use anyhow::Result;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// A booking server's database.
pub enum Kept {
    /// SQLite, as a city begins.
    Sqlite,
    /// PostgreSQL, as a large one goes on.
    Postgres(Database),
}

impl Kept {
    /// In a PostgreSQL that does not wait for the disk.
    ///
    /// # Errors
    /// PostgreSQL is not installed or does not start.
    pub fn in_postgres() -> Result<Self> {
        Ok(Self::Postgres(Database::new(false)?))
    }

    /// What the server's configuration says of it.
    pub fn section(&self) -> String {
        match self {
            Self::Sqlite => String::new(),
            Self::Postgres(database) => {
                format!("[data.postgres]\nconnection = \"{}\"\n", database.connection())
            }
        }
    }

    /// Where its files lie: the folder of the server whose house this is, or PostgreSQL's own, its log included.
    pub fn files(&self, folder: &Path) -> PathBuf {
        match self {
            Self::Sqlite => folder.join("foyer-booking"),
            Self::Postgres(database) => {
                // Its socket lies in its folder.
                let connection = database.connection();
                let host = connection.split_whitespace().find_map(|part| part.strip_prefix("host="));
                host.unwrap_or_default().into()
            }
        }
    }

    /// Has PostgreSQL write what it has in memory; SQLite keeps nothing there.
    ///
    /// # Errors
    /// What the database says to it.
    pub fn write_out(&self) -> Result<()> {
        match self {
            Self::Sqlite => Ok(()),
            Self::Postgres(database) => {
                database.text("select pg_switch_wal()::text")?;
                database.execute("checkpoint").map(drop)
            }
        }
    }

    /// The number that a query answers, asked beside the server whose house has this folder.
    ///
    /// # Errors
    /// What the database says to it.
    pub fn number(&self, folder: &Path, sql: &str) -> Result<i64> {
        match self {
            Self::Sqlite => {
                let file = folder.join("foyer-booking/booking.sqlite");
                let booking = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
                booking.busy_timeout(wait::LIMIT)?;
                Ok(booking.query_row(sql, [], |row| row.get(0))?)
            }
            Self::Postgres(database) => database.number(sql),
        }
    }
}
