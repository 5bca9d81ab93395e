//! The journal's SQL. Each call is one transaction.

pub mod alone;
pub mod papers;
mod refusals;
pub mod wishes;

use super::{Attempt, JournalError, PrintJob, PrintState};
use chrono::{DateTime, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::id::VisitId;
use foyer_protocol::nonce::Nonce;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::time::Duration;
use uuid::Uuid;

/// Numbered, append-only: version N is what the first N made.
const MIGRATIONS: [&str; 6] = [
    "
    -- One row; makes the hashes useless outside this file.
    create table salt (value blob not null);
    create table attempts (
        nonce    blob primary key,      -- the request's key
        text     blob not null,         -- salted hash of what was presented, never the text
        seen_at  integer not null,      -- unix seconds, when it was first seen
        settled  integer not null       -- 1 once there is an answer
    ) strict;
    create index attempts_by_text on attempts (text, seen_at);
    create table prints (
        id       integer primary key,
        visit    integer not null,      -- the lobby's id
        attempt  blob,                  -- the nonce that it belongs to
        copy     integer not null,      -- 1 if it was asked for again
        began_at integer not null,      -- unix seconds
        state    text not null check (state in ('sending', 'printed', 'not_sent', 'unknown')),
        interrupted integer not null    -- 1 if a crash left it unknown and the lobby does not know yet
    ) strict;
",
    "
    -- What the lobby told for working alone, as it came.
    create table list (
        one         integer primary key check (one = 1),
        public_key  text not null,      -- the lobby's, as its stream told it
        text        text not null,      -- JSON, exactly as it was signed
        signature   text not null,
        received_at integer not null    -- unix seconds of this terminal's clock
    ) strict;
    create table alone (
        id        integer primary key,  -- the order of handing over
        attempt   blob not null unique, -- the nonce under which the lobby was asked
        hand_over blob not null unique, -- the nonce of handing over
        day       text not null,        -- the office's local day, YYYY-MM-DD
        number    text not null,
        leased    integer not null,     -- 0 for a no-show who came back with the number of before
        given     text not null,        -- JSON
        given_at  integer not null,     -- unix seconds of this terminal's clock
        state     text not null check (state in ('open', 'handed_over', 'refused'))
    ) strict;
    -- The last line of defence: no leased number twice.
    create unique index alone_numbers on alone (day, number) where leased = 1;
    create index alone_open on alone (id) where state = 'open';
",
    "
    create table refusals (
        id     integer primary key,  -- the order
        at     integer not null,     -- unix seconds
        reason text not null         -- the id of the text for staff
    ) strict;
",
    "
    create table wishes (
        id     integer primary key,     -- the order of handing over
        nonce  blob not null unique,    -- its request's key
        number text not null,
        wishes text not null,           -- JSON
        at     integer not null         -- unix seconds of this terminal's clock
    ) strict;
",
    "
    alter table alone add column visit integer;  -- the lobby's id, once it has the ticket
    alter table alone add column paper_told integer not null default 0; -- 1 once it knows what became of the paper
",
    "
    alter table wishes add column takes text not null default '{}'; -- JSON: what is no longer wished
",
];

/// Failed scans and prints are kept for a week, for support.
const KEPT: TimeDelta = TimeDelta::days(7);

/// An attempt is gone on with for so long; the lobby takes no older time.
const GOES_ON: TimeDelta = TimeDelta::seconds(60);

pub(super) struct Store {
    pub(super) connection: Connection,
    salt: Vec<u8>,
}

impl Store {
    pub(super) fn open(path: &Path) -> Result<Self, JournalError> {
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(2))?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        // Before the first byte goes to the printer it must be on the disk, not on its way there.
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "secure_delete", "on")?;
        migrate(&mut connection)?;
        let salt = connection.query_row("select value from salt", [], |row| row.get(0))?;
        Ok(Self { connection, salt })
    }

    /// What a former run was sending may be on paper or not.
    pub(super) fn give_up_sending(&mut self) -> rusqlite::Result<()> {
        let sql = "update prints set state = 'unknown', interrupted = 1 where state = 'sending'";
        self.connection.execute(sql, []).map(|_| ())
    }

    pub(super) fn purge(&mut self, now: Timestamp) -> rusqlite::Result<()> {
        let oldest = (now - KEPT).timestamp();
        let change = self.connection.transaction()?;
        change.execute("delete from attempts where seen_at < ?1", [oldest])?;
        change.execute("delete from refusals where at < ?1", [oldest])?;
        change.execute("delete from prints where began_at < ?1", [oldest])?;
        // What the lobby does not have yet stays, however old.
        change.execute("delete from wishes where at < ?1", [oldest])?;
        change.execute("delete from alone where given_at < ?1 and state <> 'open'", [oldest])?;
        change.commit()
    }

    pub(super) fn begin_attempt(
        &mut self,
        presented: &str,
        seen_at: Timestamp,
        fresh: Nonce,
    ) -> rusqlite::Result<Attempt> {
        let text = Sha256::new().chain_update(&self.salt).chain_update(presented).finalize().to_vec();
        let change = self.connection.transaction()?;
        let known = change
            .query_row(
                "select nonce, seen_at from attempts
                 where text = ?1 and settled = 0 and seen_at between ?2 and ?3
                 order by seen_at desc limit 1",
                params![text, (seen_at - GOES_ON).timestamp(), seen_at.timestamp()],
                |row| Ok(Attempt { nonce: Nonce(Uuid::from_bytes(row.get(0)?)), seen_at: time(row, 1)? }),
            )
            .optional()?;
        let attempt = match known {
            Some(attempt) => attempt,
            None => {
                let seconds = seen_at.timestamp();
                change.execute(
                    "insert into attempts (nonce, text, seen_at, settled) values (?1, ?2, ?3, 0)",
                    params![fresh.0.into_bytes(), text, seconds],
                )?;
                let truncated = DateTime::from_timestamp(seconds, 0).unwrap_or(seen_at);
                Attempt { nonce: fresh, seen_at: truncated }
            }
        };
        change.commit()?;
        Ok(attempt)
    }

    pub(super) fn settle_attempt(&mut self, nonce: Nonce) -> rusqlite::Result<()> {
        let sql = "update attempts set settled = 1 where nonce = ?1";
        self.connection.execute(sql, [nonce.0.into_bytes()]).map(|_| ())
    }

    pub(super) fn begin_print(
        &mut self,
        visit: VisitId,
        attempt: Option<Nonce>,
        copy: bool,
        state: PrintState,
        now: Timestamp,
    ) -> rusqlite::Result<i64> {
        self.connection.execute(
            "insert into prints (visit, attempt, copy, began_at, state, interrupted)
             values (?1, ?2, ?3, ?4, ?5, 0)",
            params![
                visit.0 as i64,
                attempt.map(|nonce| nonce.0.into_bytes()),
                copy,
                now.timestamp(),
                name(state)
            ],
        )?;
        Ok(self.connection.last_insert_rowid())
    }

    pub(super) fn print_of(&self, attempt: Nonce) -> rusqlite::Result<Option<PrintState>> {
        let sql = "select state from prints where attempt = ?1 order by id desc limit 1";
        let read = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
        let found = self.connection.query_row(sql, [attempt.0.into_bytes()], read).optional()?;
        let all = [PrintState::Sending, PrintState::Printed, PrintState::NotSent, PrintState::Unknown];
        Ok(found.and_then(|found| all.into_iter().find(|state| name(*state) == found)))
    }

    pub(super) fn finish_print(&mut self, id: i64, state: PrintState) -> rusqlite::Result<()> {
        let sql = "update prints set state = ?2 where id = ?1";
        self.connection.execute(sql, params![id, name(state)]).map(|_| ())
    }

    pub(super) fn interrupted(&mut self) -> rusqlite::Result<Vec<PrintJob>> {
        let sql = "
            select id, visit, began_at, iif(copy = 1, attempt, null) from prints
            where interrupted = 1 order by id";
        let mut rows = self.connection.prepare_cached(sql)?;
        let jobs = rows.query_map([], |row| {
            let visit = VisitId(row.get::<_, i64>(1)? as u64);
            let order = row.get::<_, Option<[u8; 16]>>(3)?.map(|nonce| Nonce(Uuid::from_bytes(nonce)));
            Ok(PrintJob { id: row.get(0)?, visit, began_at: time(row, 2)?, order })
        })?;
        jobs.collect()
    }

    pub(super) fn reported(&mut self, id: i64) -> rusqlite::Result<()> {
        self.connection.execute("update prints set interrupted = 0 where id = ?1", [id]).map(|_| ())
    }

    #[cfg(test)]
    pub(super) fn rows(&self) -> rusqlite::Result<i64> {
        let sql = "select (select count(*) from attempts) + (select count(*) from prints)";
        self.connection.query_row(sql, [], |row| row.get(0))
    }
}

fn migrate(connection: &mut Connection) -> Result<(), JournalError> {
    let known = MIGRATIONS.len() as i64;
    let change = connection.transaction()?;
    let found: i64 = change.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(JournalError::Newer { found, known });
    }
    for migration in MIGRATIONS.iter().skip(found.max(0) as usize) {
        change.execute_batch(migration)?;
    }
    if found == 0 {
        let salt = [Uuid::new_v4().into_bytes(), Uuid::new_v4().into_bytes()].concat();
        change.execute("insert into salt (value) values (?1)", [salt])?;
    }
    change.pragma_update(None, "user_version", known)?;
    change.commit()?;
    Ok(())
}

fn name(state: PrintState) -> &'static str {
    match state {
        PrintState::Sending => "sending",
        PrintState::Printed => "printed",
        PrintState::NotSent => "not_sent",
        PrintState::Unknown => "unknown",
    }
}

fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    let seconds: i64 = row.get(column)?;
    DateTime::from_timestamp(seconds, 0)
        .ok_or_else(|| rusqlite::Error::InvalidColumnType(column, "time".to_owned(), Type::Integer))
}
