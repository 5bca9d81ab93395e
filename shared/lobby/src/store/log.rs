//! The log, and what is written in the same transaction: nonces and their replies, short codes, phone
//! secrets, the feed's cursor.

use super::{StoreError, Use, make_folder, millis, moment, open, signed, unsigned};
use crate::beside::{Beside, FeedPosition};
use crate::secret;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::alone::{KEY_BYTES, ListKey};
use foyer_domain::engine::{QueueState, Reply};
use foyer_domain::id::{BookingId, VisitId};
use foyer_domain::visit::Actor;
use foyer_protocol::log::{Record, VERSION};
use foyer_protocol::nonce::Nonce;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use std::path::{Path, PathBuf};
use uuid::Uuid;

mod embedded {
    refinery::embed_migrations!("migrations/log");
}

/// A nonce and its reply are kept so long: a kiosk's journal may hand over after a night without a network.
const NONCE_HOURS: i64 = 48;

/// The owner's database.
pub(crate) struct LogStore {
    db: Connection,
    path: PathBuf,
}

/// What the log says at the start.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) seq: u64,
    pub(crate) state: QueueState,
    pub(crate) beside: Beside,
    pub(crate) last_report: u64,
}

/// What was answered to a nonce.
#[derive(Debug)]
pub(crate) enum Known {
    /// This, after the log had reached this position.
    Reply(Reply, u64),
    /// Something, but to somebody else.
    OfAnother,
}

impl LogStore {
    /// Opens or makes the log, for this program alone.
    pub(crate) fn open(folder: &Path) -> Result<Self, StoreError> {
        make_folder(folder)?;
        let path = folder.join("lobby.db");
        let db = open(&path, &embedded::migrations::runner(), Use::Alone)?;
        Ok(Self { db, path })
    }

    /// Folds the log into a state, from the checkpoint where there is one that this program understands.
    pub(crate) fn load(&self) -> Result<Loaded, StoreError> {
        let newest: u16 =
            self.db.query_row("select coalesce(max(version), 0) from events", [], |row| row.get(0))?;
        if newest > VERSION {
            let found = format!("its events have form {newest}, this program knows {VERSION}");
            return Err(StoreError::Newer { path: self.path.clone(), found });
        }
        let (mut seq, mut state) = self.checkpoint()?.unwrap_or_default();
        let mut rows = self.db.prepare("select seq, at_ms, event from events where seq > ? order by seq")?;
        let mut rows = rows.query([signed(seq)])?;
        while let Some(row) = rows.next()? {
            let (found, at, event): (i64, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let found = unsigned(found);
            if found != seq + 1 {
                return Err(self.damaged(format!("event {} is missing", seq + 1)));
            }
            let event = serde_json::from_str(&event)
                .map_err(|fault| self.damaged(format!("event {found}: {fault}")))?;
            state.apply(moment(at), &event);
            seq = found;
        }
        let last_report =
            self.db.query_row("select coalesce(max(id), 0) from outbox", [], |row| row.get(0))?;
        Ok(Loaded { seq, state, beside: self.beside()?, last_report: unsigned(last_report) })
    }

    /// The key that signs day lists; made when it is first asked for, and restored with a backup.
    pub(crate) fn list_key(&self) -> Result<ListKey, StoreError> {
        let fresh = secret::random::<KEY_BYTES>();
        self.db.execute("insert or ignore into list_key (one, secret) values (1, ?)", [fresh])?;
        let secret = self.db.query_row("select secret from list_key", [], |row| row.get(0))?;
        Ok(ListKey::from_bytes(secret))
    }

    /// Writes the state beside the log, so that the next start need not read all of it.
    pub(crate) fn write_checkpoint(&self, seq: u64, state: &QueueState) -> Result<(), StoreError> {
        let text = serde_json::to_string(state).expect("the state's keys are all texts or numbers");
        self.db.execute(
            "insert or replace into checkpoint (one, seq, program, state) values (1, ?, ?, ?)",
            params![signed(seq), program(), text],
        )?;
        Ok(())
    }

    /// Does something to the file that the lobby never does, to see what follows.
    #[cfg(test)]
    pub(crate) fn meddle(&self, sql: &str) {
        self.db.execute_batch(sql).expect("a test's own SQL is right");
    }

    /// Begins what is durable as a whole or not at all.
    pub(crate) fn begin(&mut self) -> Result<Batch<'_>, StoreError> {
        Ok(Batch { tx: self.db.transaction_with_behavior(TransactionBehavior::Immediate)? })
    }

    fn checkpoint(&self) -> Result<Option<(u64, QueueState)>, StoreError> {
        let row = self
            .db
            .query_row(
                "select seq, state from checkpoint where program = ? and seq <= (select max(seq) from events)",
                [program()],
                |row| Ok((row.get(0)?, row.get::<_, String>(1)?)),
            )
            .optional()?;
        Ok(row.and_then(|(seq, state)| Some((unsigned(seq), serde_json::from_str(&state).ok()?))))
    }

    fn beside(&self) -> Result<Beside, StoreError> {
        let mut beside = Beside::default();
        let mut rows = self.db.prepare("select hash, booking from short_codes")?;
        for row in rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (hash, booking): ([u8; 32], i64) = row?;
            if let Some(booking) = BookingId::new(unsigned(booking)) {
                beside.keep_short_code(hash, booking);
            }
        }
        let mut rows = self.db.prepare("select visit, secret from phone_secrets")?;
        for row in rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
            let (visit, secret): (i64, [u8; 16]) = row?;
            beside.keep_secret(VisitId(unsigned(visit)), Uuid::from_bytes(secret));
        }
        let feed = self
            .db
            .query_row("select link, cursor, at_ms, short_code_key from feed", [], |row| {
                let position =
                    FeedPosition { link: row.get(0)?, cursor: row.get(1)?, at: moment(row.get(2)?) };
                Ok((position, row.get(3)?))
            })
            .optional()?;
        if let Some((position, key)) = feed {
            beside.feed = Some(position);
            beside.short_code_key = key;
        }
        Ok(beside)
    }

    fn damaged(&self, fault: String) -> StoreError {
        StoreError::Damaged { path: self.path.clone(), fault }
    }
}

/// A checkpoint is a shortcut of one version of the program; another reads the log.
fn program() -> &'static str {
    concat!(env!("CARGO_PKG_VERSION"), " form 3")
}

/// One transaction of the owner.
pub(crate) struct Batch<'a> {
    pub(super) tx: Transaction<'a>,
}

impl Batch<'_> {
    /// What was answered to a nonce.
    pub(crate) fn known(&self, caller: &Actor, nonce: Nonce) -> Result<Option<Known>, StoreError> {
        let row = self
            .tx
            .prepare_cached("select caller, reply, seq from nonces where nonce = ?")?
            .query_row([nonce.0.as_bytes()], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?))
            })
            .optional()?;
        let Some((kept, reply, seq)) = row else { return Ok(None) };
        if kept != json(caller) {
            return Ok(Some(Known::OfAnother));
        }
        // A reply that this version cannot read is as good as none: the state answers instead.
        Ok(serde_json::from_str(&reply).ok().map(|reply| Known::Reply(reply, unsigned(seq))))
    }

    /// Keeps what is answered to a nonce.
    pub(crate) fn keep_reply(
        &self,
        caller: &Actor,
        nonce: Nonce,
        at: Timestamp,
        seq: u64,
        reply: &Reply,
    ) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "insert or replace into nonces (nonce, caller, at_ms, seq, reply) values (?, ?, ?, ?, ?)",
            )?
            .execute(params![nonce.0.as_bytes(), json(caller), millis(at), signed(seq), json(reply)])?;
        Ok(())
    }

    /// Forgets nonces that nobody will send again.
    pub(crate) fn forget_nonces(&self, now: Timestamp) -> Result<(), StoreError> {
        let before = millis(now - TimeDelta::hours(NONCE_HOURS));
        self.tx.prepare_cached("delete from nonces where at_ms < ?")?.execute([before])?;
        Ok(())
    }

    /// Appends an event.
    pub(crate) fn append(&self, record: &Record) -> Result<(), StoreError> {
        let row =
            params![signed(record.seq), VERSION, millis(record.at), json(&record.actor), json(&record.event)];
        self.tx
            .prepare_cached("insert into events (seq, version, at_ms, actor, event) values (?, ?, ?, ?, ?)")?
            .execute(row)?;
        Ok(())
    }

    /// Keeps the hash of a booking's short code, in place of an older one.
    pub(crate) fn keep_short_code(&self, hash: &[u8; 32], booking: BookingId) -> Result<(), StoreError> {
        self.tx
            .prepare_cached("insert or replace into short_codes (hash, booking) values (?, ?)")?
            .execute(params![hash, signed(booking.bits())])?;
        Ok(())
    }

    /// Forgets the short codes of bookings that are no longer known.
    pub(crate) fn drop_short_codes(&self, bookings: &[BookingId]) -> Result<(), StoreError> {
        let mut drop = self.tx.prepare_cached("delete from short_codes where booking = ?")?;
        for booking in bookings {
            drop.execute([signed(booking.bits())])?;
        }
        Ok(())
    }

    /// Keeps the secret of a ticket's link.
    pub(crate) fn keep_secret(&self, visit: VisitId, secret: Uuid) -> Result<(), StoreError> {
        self.tx
            .prepare_cached("insert into phone_secrets (visit, secret) values (?, ?)")?
            .execute(params![signed(visit.0), secret.as_bytes()])?;
        Ok(())
    }

    /// Forgets the secrets of visits that are no longer known.
    pub(crate) fn drop_secrets(&self, visits: &[VisitId]) -> Result<(), StoreError> {
        let mut drop = self.tx.prepare_cached("delete from phone_secrets where visit = ?")?;
        for visit in visits {
            drop.execute([signed(visit.0)])?;
        }
        Ok(())
    }

    /// Keeps how far the booking server's feed has been taken over.
    pub(crate) fn keep_feed(
        &self,
        position: &FeedPosition,
        short_code_key: Option<&[u8; 32]>,
    ) -> Result<(), StoreError> {
        self.tx
            .prepare_cached(
                "insert or replace into feed (one, link, cursor, at_ms, short_code_key) values (1, ?, ?, ?, ?)",
            )?
            .execute(params![position.link, position.cursor, millis(position.at), short_code_key])?;
        Ok(())
    }

    /// Makes it durable.
    pub(crate) fn commit(self) -> Result<(), StoreError> {
        Ok(self.tx.commit()?)
    }
}

/// JSON of a value of the log.
pub(super) fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("the log's values have texts as keys")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::registry::Registry;
    use tempfile::TempDir;

    #[track_caller]
    fn refused(folder: &TempDir) -> String {
        let opened = LogStore::open(folder.path()).and_then(|log| log.load());
        opened.expect_err("it must not be used").to_string()
    }

    #[test]
    fn a_log_that_another_program_has_is_refused() {
        let folder = TempDir::new().unwrap();
        let _first = LogStore::open(folder.path()).unwrap();
        let said = refused(&folder);
        assert!(said.contains("lobby.db` is in use") && said.contains("stop the other"), "{said}");
    }

    #[test]
    fn a_newer_log_is_refused_and_left_as_it_is() {
        let folder = TempDir::new().unwrap();
        let log = LogStore::open(folder.path()).unwrap();
        log.meddle("insert into refinery_schema_history values (99, 'later', '2030-01-01T00:00:00Z', '1')");
        drop(log);
        let said = refused(&folder);
        assert!(said.contains("newer foyer-lobby") && said.contains("V99__later"), "{said}");
        let folder = TempDir::new().unwrap();
        let log = LogStore::open(folder.path()).unwrap();
        log.meddle("insert into events values (1, 3, 0, '{}', '{}')");
        drop(log);
        let said = refused(&folder);
        assert!(said.contains("newer foyer-lobby") && said.contains("form 3"), "{said}");
    }

    #[test]
    fn a_damaged_log_is_refused() {
        let folder = TempDir::new().unwrap();
        std::fs::write(
            folder.path().join("lobby.db"),
            "this is no database, and it is long enough".repeat(200),
        )
        .unwrap();
        let said = refused(&folder);
        assert!(said.contains("lobby.db` is damaged") && said.contains("restore the last backup"), "{said}");
        for (events, fault) in [
            ("(2, 1, 0, '{}', '{}')", "event 1 is missing"),
            ("(1, 1, 0, '{}', '{\"event\": \"danced\"}')", "event 1: unknown variant `danced`"),
        ] {
            let folder = TempDir::new().unwrap();
            let log = LogStore::open(folder.path()).unwrap();
            log.meddle(&format!("insert into events values {events}"));
            drop(log);
            let said = refused(&folder);
            assert!(said.contains(fault), "{said}");
        }
    }

    #[tokio::test]
    async fn a_registry_takes_two_programs() {
        let folder = TempDir::new().unwrap();
        let one = Registry::open(folder.path()).unwrap();
        let two = Registry::open(folder.path()).unwrap();
        assert_eq!(one.link().await.unwrap(), None);
        assert_eq!(two.link().await.unwrap(), None);
    }
}
