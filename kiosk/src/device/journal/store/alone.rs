//! What the kiosk keeps to work alone, and what it gave then. A ticket is on the disk before its number is shown
//! or printed; its attempt's nonce, its nonce of handing over and its number are each there once.

use super::time;
use crate::device::journal::{Journal, JournalError};
use foyer_domain::Timestamp;
use foyer_domain::alone::{Decision, Given, SignedList};
use foyer_protocol::nonce::Nonce;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use uuid::Uuid;

/// The day list as it rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptList {
    /// The lobby's public key, as its stream told it.
    pub public_key: String,
    /// The list.
    pub list: SignedList,
    /// When it came, by this terminal's clock.
    pub received_at: Timestamp,
}

/// A ticket that was given alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its row: the order of handing over.
    pub id: i64,
    /// The nonce under which the lobby was asked.
    pub attempt: Nonce,
    /// The nonce of handing over.
    pub hand_over: Nonce,
    /// What was given.
    pub given: Given,
    /// When, by this terminal's clock.
    pub given_at: Timestamp,
    /// Whether the lobby has it.
    pub state: EntryState,
}

/// Whether the lobby has a ticket that was given alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryState {
    /// Not yet.
    Open,
    /// It has.
    HandedOver,
    /// It does not take it; staff are told.
    Refused,
}

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// It is on the disk now, or was already by the very same attempt.
    Kept(Entry),
    /// Nothing was to be kept.
    Decided(Decision),
}

impl Journal {
    /// Keeps the day list in place of the last one.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn keep_list(&self, kept: &KeptList) -> Result<(), JournalError> {
        self.store().connection.execute(
            "insert or replace into list (one, public_key, text, signature, received_at)
             values (1, ?1, ?2, ?3, ?4)",
            params![kept.public_key, kept.list.text, kept.list.signature, kept.received_at.timestamp()],
        )?;
        Ok(())
    }

    /// The day list that was kept last, as it is on the disk; whether it is genuine is another matter.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn list(&self) -> Result<Option<KeptList>, JournalError> {
        let sql = "select public_key, text, signature, received_at from list";
        let kept = self.store().connection.query_row(sql, [], |row| {
            let list = SignedList { text: row.get(1)?, signature: row.get(2)? };
            Ok(KeptList { public_key: row.get(0)?, list, received_at: time(row, 3)? })
        });
        Ok(kept.optional()?)
    }

    /// Throws the day list away: the lobby does not accept this terminal any more.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn forget_list(&self) -> Result<(), JournalError> {
        self.store().connection.execute("delete from list", [])?;
        Ok(())
    }

    /// Decides an attempt alone and keeps what it gives, in one transaction. `day` is the office's local day of a
    /// moment. The same attempt again gets the same ticket.
    ///
    /// # Errors
    /// A disk that does not take it: nothing was given.
    pub fn settle_alone(
        &self,
        attempt: Nonce,
        now: Timestamp,
        day: impl Fn(Timestamp) -> String,
        decide: impl FnOnce(&[Entry]) -> Decision,
    ) -> Result<Settled, JournalError> {
        let mut store = self.store();
        let change = store.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let entries = entries(&change, "1")?;
        if let Some(known) = entries.iter().find(|entry| entry.attempt == attempt) {
            return Ok(Settled::Kept(known.clone()));
        }
        let given = match decide(&entries) {
            Decision::Give(given) | Decision::Back(given) => given,
            decision @ (Decision::Again(..) | Decision::Refuse(_) | Decision::Unable) => {
                return Ok(Settled::Decided(decision));
            }
        };
        let hand_over = Nonce::random();
        change.execute(
            "insert into alone (attempt, hand_over, day, number, leased, given, given_at, state)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open')",
            params![
                attempt.0.into_bytes(),
                hand_over.0.into_bytes(),
                day(given.seen_at),
                given.number.to_string(),
                !given.returned,
                serde_json::to_string(&given).expect("a ticket has texts as keys"),
                now.timestamp()
            ],
        )?;
        let id = change.last_insert_rowid();
        change.commit()?;
        let state = EntryState::Open;
        Ok(Settled::Kept(Entry { id, attempt, hand_over, given, given_at: now, state }))
    }

    /// All that was given alone and is still kept, oldest first.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn given_alone(&self) -> Result<Vec<Entry>, JournalError> {
        Ok(entries(&self.store().connection, "1")?)
    }

    /// The oldest that the lobby does not have yet.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn next_to_hand_over(&self) -> Result<Option<Entry>, JournalError> {
        Ok(entries(&self.store().connection, "state = 'open' limit 1")?.pop())
    }

    /// Notes whether the lobby has it.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn note_hand_over(&self, id: i64, state: EntryState) -> Result<(), JournalError> {
        let sql = "update alone set state = ?2 where id = ?1";
        self.store().connection.execute(sql, params![id, name(state)])?;
        Ok(())
    }
}

/// Those for which `which` holds, in order; it may end with a limit.
fn entries(connection: &Connection, which: &str) -> rusqlite::Result<Vec<Entry>> {
    let (which, limit) = which.split_once(" limit ").map_or((which, "-1"), |split| split);
    let sql = format!(
        "select id, attempt, hand_over, given, given_at, state from alone
         where {which} order by id limit {limit}"
    );
    let mut rows = connection.prepare_cached(&sql)?;
    let entries = rows.query_map([], entry)?;
    entries.collect()
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let given: String = row.get(3)?;
    let damaged = |fault: String| rusqlite::Error::InvalidColumnType(3, fault, Type::Text);
    Ok(Entry {
        id: row.get(0)?,
        attempt: Nonce(Uuid::from_bytes(row.get(1)?)),
        hand_over: Nonce(Uuid::from_bytes(row.get(2)?)),
        given: serde_json::from_str(&given).map_err(|fault| damaged(fault.to_string()))?,
        given_at: time(row, 4)?,
        state: state(&row.get::<_, String>(5)?),
    })
}

fn name(state: EntryState) -> &'static str {
    match state {
        EntryState::Open => "open",
        EntryState::HandedOver => "handed_over",
        EntryState::Refused => "refused",
    }
}

fn state(name: &str) -> EntryState {
    match name {
        "handed_over" => EntryState::HandedOver,
        "refused" => EntryState::Refused,
        _ => EntryState::Open,
    }
}
