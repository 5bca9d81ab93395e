//! The whole content of a database as lines of JSON, and back into an empty one of either kind.
//!
//! The first line says what it is; then each table has a line with its columns and a line for each row. Bytes are
//! hexadecimal digits in an object, `{"hex": "…"}`.

use super::connection::Source;
use super::fault::StoreFault;
use super::sql::{Begin, Connection, Row, Value, values};
use crate::random;
use crate::settings::DataSettings;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, Write};

/// What is carried, in an order in which nothing points to what is not there yet. What only servers that run tell each
/// other stays behind.
const TABLES: [&str; 31] = [
    "meta",
    "office",
    "office_revision",
    "open_span",
    "signing_key",
    "booking",
    "place",
    "contact",
    "asking",
    "contact_key",
    "blocked",
    "closing",
    "closing_booking",
    "letter",
    "nonce",
    "feed",
    "change",
    "link_code",
    "lobby",
    "report",
    "ticket",
    "staff",
    "session",
    "invitation",
    "api_token",
    "webhook",
    "draft",
    "ended_visit",
    "visit_sum",
    "booking_sum",
    "capacity",
];

/// In the first line.
const KIND: &str = "foyer-booking";

/// Why a content cannot be written or taken over.
#[derive(Debug, thiserror::Error)]
pub enum CarryFault {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// The file.
    #[error("cannot read or write the file")]
    File(#[from] std::io::Error),
    /// A line that is none of ours.
    #[error("line {line} is not what an export writes; take an unchanged file of `foyer-booking export`")]
    Line {
        /// Counted from 1.
        line: usize,
    },
    /// It comes from another version.
    #[error(
        "the file has step {found} of the database and this program has {known}; export and import with the same version"
    )]
    Version {
        /// The file's.
        found: i64,
        /// Ours.
        known: i64,
    },
    /// What is booked meanwhile would stay behind.
    #[error("{count} connections of servers are open to the database; stop the servers first")]
    InUse {
        /// How many.
        count: u32,
    },
    /// There is something already.
    #[error("the database is not empty; import into a new one")]
    NotEmpty,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Head { kind: String, step: i64 },
    Table { table: String, columns: Vec<String> },
    Row(Vec<Cell>),
}

/// A value in the file.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Cell {
    Null(()),
    Boolean(bool),
    Integer(i64),
    Text(String),
    Bytes { hex: String },
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null(()),
            Value::Boolean(value) => Self::Boolean(value),
            Value::Integer(value) => Self::Integer(value),
            Value::Text(text) => Self::Text(text),
            Value::Bytes(bytes) => Self::Bytes { hex: random::hex(&bytes) },
        }
    }
}

impl Cell {
    fn value(self) -> Option<Value> {
        Some(match self {
            Self::Null(()) => Value::Null,
            Self::Boolean(value) => Value::Boolean(value),
            Self::Integer(value) => Value::Integer(value),
            Self::Text(text) => Value::Text(text),
            Self::Bytes { hex } => {
                let pairs = hex.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).ok());
                let bytes =
                    pairs.map(|pair| u8::from_str_radix(pair.filter(|pair| pair.len() == 2)?, 16).ok());
                Value::Bytes(bytes.collect::<Option<_>>()?)
            }
        })
    }
}

/// How far the database's migrations are.
fn step(connection: &Connection) -> Result<i64, StoreFault> {
    connection.one("select max(version) from refinery_schema_history", &[], |row| row.get(0))
}

fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, StoreFault> {
    let sql = match connection {
        Connection::Sqlite(_) => "select name from pragma_table_info(?1) order by name",
        Connection::Postgres(_) => {
            "select column_name::text from information_schema.columns
            where table_name = ?1 and table_schema = current_schema() order by 1"
        }
    };
    connection.rows(sql, values![table], |row| row.get(0))
}

/// Names are quoted: some are words of SQL in one of the two.
fn listed(columns: &[String]) -> String {
    columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
}

fn export(connection: &Connection, out: &mut dyn Write) -> Result<usize, CarryFault> {
    let mut say = |line: &Line| -> Result<(), CarryFault> {
        serde_json::to_writer(&mut *out, line).map_err(std::io::Error::from)?;
        Ok(out.write_all(b"\n")?)
    };
    say(&Line::Head { kind: KIND.to_owned(), step: step(connection)? })?;
    let mut count = 0;
    for table in TABLES {
        let columns = columns(connection, table)?;
        let sql = format!("select {} from {table}", listed(&columns));
        let rows = connection.rows(&sql, &[], |Row(row)| Ok(row.clone()))?;
        say(&Line::Table { table: table.to_owned(), columns })?;
        count += rows.len();
        for row in rows {
            say(&Line::Row(row.into_iter().map(Cell::from).collect()))?;
        }
    }
    Ok(count)
}

fn import(connection: &Connection, lines: &mut dyn BufRead) -> Result<usize, CarryFault> {
    if connection.exists("select 1 from office limit 1", &[])? {
        return Err(CarryFault::NotEmpty);
    }
    // What a new database made for itself gives way to what comes.
    for table in TABLES.into_iter().rev() {
        connection.execute(&format!("delete from {table}"), &[])?;
    }
    let (mut insert, mut count) = (None, 0);
    for (number, line) in lines.lines().enumerate() {
        let fault = || CarryFault::Line { line: number + 1 };
        match serde_json::from_str(&line?).map_err(|_| fault())? {
            Line::Head { kind, step: found } if number == 0 && kind == KIND => {
                let known = step(connection)?;
                if found != known {
                    return Err(CarryFault::Version { found, known });
                }
            }
            Line::Table { table, columns: named } if number > 0 && TABLES.contains(&table.as_str()) => {
                // Only names that the table has become part of a statement.
                if named != columns(connection, &table)? {
                    return Err(fault());
                }
                let places: Vec<String> = (1..=named.len()).map(|place| format!("?{place}")).collect();
                let sql = format!("insert into {table} ({}) values ({})", listed(&named), places.join(", "));
                insert = Some((sql, named.len()));
            }
            Line::Row(cells) => {
                let (sql, width) =
                    insert.as_ref().filter(|(_, width)| *width == cells.len()).ok_or_else(fault)?;
                let values: Option<Vec<Value>> = cells.into_iter().map(Cell::value).collect();
                debug_assert_eq!(values.as_ref().map_or(*width, Vec::len), *width);
                connection.execute(sql, &values.ok_or_else(fault)?)?;
                count += 1;
            }
            Line::Head { .. } | Line::Table { .. } => return Err(fault()),
        }
    }
    if insert.is_none() {
        return Err(CarryFault::Line { line: 1 });
    }
    Ok(count)
}

/// Without the guard of capacity, which judges what is sold and not what was: bookings of an earlier, larger plan stand.
fn unguarded<T>(
    connection: &Connection,
    job: impl FnOnce() -> Result<T, CarryFault>,
) -> Result<T, CarryFault> {
    match connection {
        Connection::Sqlite(_) => {
            let sql = "select sql from sqlite_master where type = 'trigger' and tbl_name = 'place'";
            let guards = connection.rows(sql, &[], |row| row.get::<String>(0))?;
            connection.batch("drop trigger place_within_capacity")?;
            let done = job()?;
            guards.iter().try_for_each(|guard| connection.batch(guard))?;
            Ok(done)
        }
        Connection::Postgres(_) => {
            connection.batch("alter table place disable trigger place_within_capacity")?;
            let done = job()?;
            connection.batch(
                "alter table place enable trigger place_within_capacity;
                select setval(pg_get_serial_sequence('lobby', 'id'), coalesce(max(id), 0) + 1, false) from lobby;
                insert into feed (name, seq) values ('effect', 0) on conflict do nothing",
            )?;
            Ok(done)
        }
    }
}

/// Runs on a thread of its own, because PostgreSQL's connections cannot be used on an async caller's.
fn aside<T: Send>(job: impl FnOnce() -> Result<T, CarryFault> + Send) -> Result<T, CarryFault> {
    std::thread::scope(|scope| scope.spawn(job).join()).unwrap_or(Err(StoreFault::Stopped.into()))
}

/// Ends a transaction by how the job went.
fn within<T>(
    connection: &Connection,
    begin: Begin,
    job: impl FnOnce() -> Result<T, CarryFault>,
) -> Result<T, CarryFault> {
    connection.begin(begin)?;
    let done = job();
    let ended = connection.end(done.is_ok());
    let done = done?;
    ended?;
    Ok(done)
}

/// Writes everything that a database holds, keys and contacts included; how many rows.
///
/// # Errors
/// A database or file that cannot be used.
pub fn export_to(settings: &DataSettings, out: &mut (dyn Write + Send)) -> Result<usize, CarryFault> {
    aside(move || {
        let connection = Source::of(settings)?.open()?;
        within(&connection, Begin::Read, || export(&connection, out))
    })
}

/// The same for good: of a database that no server uses any more. A folder's own lock says that of SQLite.
///
/// # Errors
/// As [`export_to`], and servers that are still connected.
pub fn export_for_good(settings: &DataSettings, out: &mut (dyn Write + Send)) -> Result<usize, CarryFault> {
    aside(move || {
        let connection = Source::of(settings)?.open()?;
        if connection.is_shared() {
            let sql = "select count(*) from pg_stat_activity where datname = current_database()
                and application_name = 'foyer-booking' and pid <> pg_backend_pid()";
            let count: u32 = connection.one(sql, &[], |row| row.get(0))?;
            if count > 0 {
                return Err(CarryFault::InUse { count });
            }
        }
        within(&connection, Begin::Read, || export(&connection, out))
    })
}

/// Takes everything over into an empty database, or nothing; how many rows.
///
/// # Errors
/// A database that is not empty or cannot be used; a file that is no export of this version.
pub fn import_from(settings: &DataSettings, lines: &mut (dyn BufRead + Send)) -> Result<usize, CarryFault> {
    aside(move || {
        let connection = Source::of(settings)?.open()?;
        within(&connection, Begin::Write, || unguarded(&connection, || import(&connection, lines)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table that nobody carries would be lost on the way.
    #[test]
    fn every_table_is_carried() {
        let folder = tempfile::tempdir().unwrap();
        let settings = DataSettings { dir: Some(folder.path().to_owned()), postgres: None };
        let connection = Source::of(&settings).unwrap().open().unwrap();
        let sql =
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name";
        let mut found: Vec<String> = connection.rows(sql, &[], |row| row.get(0)).unwrap();
        found.retain(|table| table != "refinery_schema_history");
        let mut carried = TABLES.map(str::to_owned).to_vec();
        carried.sort();
        assert_eq!(found, carried);
    }
}
