//! What citizens wish of whoever calls, until the lobby has it.

use super::time;
use crate::device::journal::{Journal, JournalError};
use foyer_domain::Timestamp;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{WishChange, Wishes};
use foyer_protocol::nonce::Nonce;
use rusqlite::types::Type;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

/// A wish that the lobby does not have yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptWish {
    /// Its request's key.
    pub nonce: Nonce,
    /// Whose.
    pub number: TicketNumber,
    /// What is wished, and what no longer.
    pub change: WishChange,
    /// When.
    pub at: Timestamp,
}

impl Journal {
    /// Keeps a wish until the lobby has it; with an earlier one of the same ticket it becomes one.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn keep_wish(
        &self,
        number: TicketNumber,
        change: WishChange,
        at: Timestamp,
    ) -> Result<(), JournalError> {
        let mut store = self.store();
        let transaction = store.connection.transaction()?;
        let earlier = "delete from wishes where number = ?1 returning nonce, number, wishes, takes, at";
        let earlier = transaction.query_row(earlier, [number.to_string()], kept).optional()?;
        let change = earlier.map_or(change, |earlier| earlier.change.then(change));
        let json = |wishes: Wishes| serde_json::to_string(&wishes).expect("wishes have texts as keys");
        transaction.execute(
            "insert into wishes (nonce, number, wishes, takes, at) values (?1, ?2, ?3, ?4, ?5)",
            params![
                Nonce::random().0.into_bytes(),
                number.to_string(),
                json(change.adds),
                json(change.takes),
                at.timestamp()
            ],
        )?;
        transaction.commit()?;
        Ok(())
    }

    /// How many wishes the lobby does not have yet.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn wishes(&self) -> Result<usize, JournalError> {
        let count = "select count(*) from wishes";
        let count: i64 = self.store().connection.query_row(count, [], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The oldest wish that the lobby does not have yet.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn next_wish(&self) -> Result<Option<KeptWish>, JournalError> {
        let oldest = "select nonce, number, wishes, takes, at from wishes order by id limit 1";
        Ok(self.store().connection.query_row(oldest, [], kept).optional()?)
    }

    /// The lobby has it, or never takes it.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn drop_wish(&self, nonce: Nonce) -> Result<(), JournalError> {
        let sql = "delete from wishes where nonce = ?1";
        self.store().connection.execute(sql, [nonce.0.into_bytes()])?;
        Ok(())
    }
}

fn kept(row: &Row<'_>) -> rusqlite::Result<KeptWish> {
    let number: String = row.get(1)?;
    let damaged = |column, fault| rusqlite::Error::InvalidColumnType(column, fault, Type::Text);
    let wishes = |column: usize| -> rusqlite::Result<Wishes> {
        let text: String = row.get(column)?;
        serde_json::from_str(&text).map_err(|fault| damaged(column, fault.to_string()))
    };
    Ok(KeptWish {
        nonce: Nonce(Uuid::from_bytes(row.get(0)?)),
        number: TicketNumber::try_from(number).map_err(|fault| damaged(1, fault.to_string()))?,
        change: WishChange { adds: wishes(2)?, takes: wishes(3)? },
        at: time(row, 4)?,
    })
}
