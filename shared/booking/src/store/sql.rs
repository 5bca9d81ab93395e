//! One connection to either database. What is asked is written once, in the SQL that SQLite and PostgreSQL share; `?1`
//! stands for the first value. What only one of them has is in [`sqlite`] and [`postgres`].

pub(super) mod postgres;
pub(super) mod sqlite;
mod value;

pub(super) use value::{Row, Value};

use super::fault::StoreFault;

/// The values of a statement.
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::store::sql::Value::from($value)),*] };
}
pub(super) use values;

/// A connection that one thread uses at a time.
pub(super) enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Session>),
}

/// What kind of transaction begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begin {
    /// Sees one state throughout and changes nothing.
    Read,
    /// Waits until nobody else writes: writers come one after the other, whatever process they are in.
    Write,
}

impl Connection {
    /// Runs a statement; how many rows it changed.
    pub(super) fn execute(&self, sql: &str, values: &[Value]) -> Result<usize, StoreFault> {
        match self {
            Self::Sqlite(connection) => sqlite::execute(connection, sql, values),
            Self::Postgres(session) => session.execute(sql, values),
        }
    }

    /// The rows of a query, each read by `read`.
    pub(super) fn rows<T>(
        &self,
        sql: &str,
        values: &[Value],
        mut read: impl FnMut(&Row) -> Result<T, StoreFault>,
    ) -> Result<Vec<T>, StoreFault> {
        let mut found = Vec::new();
        let mut take = |row: Row| {
            found.push(read(&row)?);
            Ok(())
        };
        match self {
            Self::Sqlite(connection) => sqlite::query(connection, sql, values, &mut take)?,
            Self::Postgres(session) => session.query(sql, values, &mut take)?,
        }
        Ok(found)
    }

    /// The first row of a query, if there is one.
    pub(super) fn row<T>(
        &self,
        sql: &str,
        values: &[Value],
        read: impl FnMut(&Row) -> Result<T, StoreFault>,
    ) -> Result<Option<T>, StoreFault> {
        Ok(self.rows(sql, values, read)?.into_iter().next())
    }

    /// The row of a query that always has one.
    pub(super) fn one<T>(
        &self,
        sql: &str,
        values: &[Value],
        read: impl FnMut(&Row) -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault> {
        self.row(sql, values, read)?.ok_or(StoreFault::Missing)
    }

    /// Whether a query has a row.
    pub(super) fn exists(&self, sql: &str, values: &[Value]) -> Result<bool, StoreFault> {
        Ok(self.row(sql, values, |_| Ok(()))?.is_some())
    }

    /// Statements without values, one after the other.
    pub(super) fn batch(&self, sql: &str) -> Result<(), StoreFault> {
        match self {
            Self::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Self::Postgres(session) => session.batch(sql),
        }
    }

    /// Runs `job` in a transaction that stands only if it succeeds.
    pub(super) fn within<T>(
        &self,
        begin: Begin,
        job: impl FnOnce(&Self) -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault> {
        self.begin(begin)?;
        let done = job(self);
        let ended = self.end(done.is_ok());
        done.and_then(|value| ended.map(|()| value))
    }

    /// Begins a transaction.
    pub(super) fn begin(&self, begin: Begin) -> Result<(), StoreFault> {
        match self {
            Self::Sqlite(connection) => sqlite::begin(connection, begin),
            Self::Postgres(session) => session.begin(begin),
        }
    }

    /// Ends a transaction: commits it if all went well, else undoes it. After an error nothing of it stays, unless the
    /// connection was lost while it committed; then only the database knows.
    pub(super) fn end(&self, all_went_well: bool) -> Result<(), StoreFault> {
        if !all_went_well {
            return self.batch("rollback");
        }
        let committed = self.batch("commit");
        if committed.is_err()
            && let Err(fault) = self.batch("rollback")
        {
            tracing::debug!(error = &fault as &dyn std::error::Error, "there was nothing to roll back");
        }
        committed
    }

    /// Whether other processes may write meanwhile, so that they have to be told what was done.
    pub(super) fn is_shared(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    /// Deleted personal data leaves the files, too; outside of a transaction.
    pub(super) fn forget(&self) -> Result<(), StoreFault> {
        match self {
            Self::Sqlite(connection) => sqlite::forget(connection),
            Self::Postgres(session) => session.forget(),
        }
    }
}
