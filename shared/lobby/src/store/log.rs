//! The log, and what is written in the same transaction: nonces and their replies, short codes, phone
//! secrets, the feed's cursor.

use super::{StoreError, Use, lock, millis, moment, open, signed, unsigned};
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
use std::fs::File;
use std::path::{Path, PathBuf};
use uuid::Uuid;

mod embedded {
    refinery::embed_migrations!("migrations/log");
}

/// A nonce and its reply are kept so long: a kiosk's journal may hand over after a night without a network.
const NONCE_HOURS: i64 = 48;

/// The owner's database.
pub(crate) struct LogStore {
    pub(super) db: Connection,
    path: PathBuf,
    /// Held for as long as the store is open.
    _lock: File,
}

/// What the log says at the start.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) seq: u64,
    pub(crate) state: QueueState,
    pub(crate) beside: Beside,
    pub(crate) last_report: u64,
    /// When the last event was decided.
    pub(crate) last_at: Option<Timestamp>,
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
        let lock = lock::take(folder)?;
        let path = folder.join("lobby.db");
        let db = open(&path, &embedded::migrations::runner(), Use::Alone)?;
        Ok(Self { db, path, _lock: lock })
    }

    /// Folds the log into a state, from the checkpoint where there is one that this program understands.
    pub(crate) fn load(&self) -> Result<Loaded, StoreError> {
        let events = Events { db: &self.db, path: &self.path };
        let base = events.base()?.unwrap_or_default();
        let checkpoint = self.checkpoint()?.filter(|(seq, _)| *seq >= base.0);
        let (seq, mut state) = checkpoint.unwrap_or(base);
        let seq = events.fold(seq, &mut state, |_, _| ())?;
        let last_at = self
            .db
            .query_row("select at_ms from events order by seq desc limit 1", [], |row| row.get(0))
            .optional()?;
        let last_report =
            self.db.query_row("select coalesce(max(id), 0) from outbox", [], |row| row.get(0))?;
        let last_at = last_at.map(moment);
        Ok(Loaded { seq, state, beside: self.beside()?, last_report: unsigned(last_report), last_at })
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
}

/// The last event of the log.
pub(super) const LAST: &str = "select max(coalesce((select max(seq) from events), 0), \
     coalesce((select seq from base), 0))";

/// The events of a log, as whoever reads it sees them.
pub(super) struct Events<'a> {
    pub(super) db: &'a Connection,
    pub(super) path: &'a Path,
}

impl Events<'_> {
    /// The state that stands for all events before it, where those were trimmed.
    pub(super) fn base(&self) -> Result<Option<(u64, QueueState)>, StoreError> {
        let row = self
            .db
            .query_row("select seq, state from base", [], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
            })
            .optional()?;
        let Some((seq, state)) = row else { return Ok(None) };
        let state =
            serde_json::from_str(&state).map_err(|fault| self.damaged(format!("the base: {fault}")))?;
        Ok(Some((unsigned(seq), state)))
    }

    /// Folds the events after one into its state; `seen` is told each and what the state is then. Answers the last.
    pub(super) fn fold(
        &self,
        after: u64,
        state: &mut QueueState,
        seen: impl FnMut(u64, &QueueState),
    ) -> Result<u64, StoreError> {
        self.fold_between(after, i64::MAX.unsigned_abs(), state, seen)
    }

    /// Folds the events after one into its state, up to another one.
    pub(super) fn fold_to(&self, after: u64, to: u64, state: &mut QueueState) -> Result<(), StoreError> {
        self.fold_between(after, to, state, |_, _| ()).map(drop)
    }

    fn fold_between(
        &self,
        after: u64,
        to: u64,
        state: &mut QueueState,
        mut seen: impl FnMut(u64, &QueueState),
    ) -> Result<u64, StoreError> {
        let newest: u16 =
            self.db.query_row("select coalesce(max(version), 0) from events", [], |row| row.get(0))?;
        if newest > VERSION {
            let found = format!("its events have form {newest}, this program knows {VERSION}");
            return Err(StoreError::Newer { path: self.path.to_owned(), found });
        }
        let mut seq = after;
        let mut rows = self
            .db
            .prepare("select seq, at_ms, event from events where seq > ? and seq <= ? order by seq")?;
        let mut rows = rows.query([signed(seq), signed(to)])?;
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
            seen(seq, state);
        }
        Ok(seq)
    }

    fn damaged(&self, fault: String) -> StoreError {
        StoreError::Damaged { path: self.path.to_owned(), fault }
    }
}

/// A checkpoint is a shortcut of one version of the program; another reads the log.
pub(super) fn program() -> &'static str {
    concat!(env!("CARGO_PKG_VERSION"), " form 4")
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
mod tests;
