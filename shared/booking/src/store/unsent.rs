//! Letters that are not sent: how many there are, what went wrong, tried again or given up by staff.

use super::Store;
use super::fault::StoreFault;
use super::letters::{OPEN, id};
use super::rows::moment;
use super::sql::{Connection, Row, values};
use super::writer::Work;
use foyer_domain::Timestamp;
use foyer_domain::id::BookingId;

/// A letter that is not sent, for staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterEntry {
    /// Its number.
    pub id: i64,
    /// Of which booking; none where somebody waits or asks for a time.
    pub booking: Option<BookingId>,
    /// [`crate::mail::Kind::name`] or [`crate::mail::AskedKind::name`].
    pub kind: String,
    /// When it was or is due.
    pub due_at: Timestamp,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried again; none if it is given up.
    pub next_try_at: Option<Timestamp>,
    /// What went wrong last: step and code.
    pub last_error: Option<String>,
}

/// How many letters there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterCounts {
    /// Due and not sent.
    pub waiting: u64,
    /// Given up.
    pub dead: u64,
}

const UNSENT: &str = "select id, booking, kind, due_at, tries, next_try_at, last_error, dead_at from letter where sent_at is null";

fn entry(row: &Row) -> Result<LetterEntry, StoreFault> {
    let is_dead = row.get::<Option<i64>>(7)?.is_some();
    Ok(LetterEntry {
        id: row.get(0)?,
        booking: id(row, 1)?,
        kind: row.get(2)?,
        due_at: moment(row.get(3)?),
        tries: row.get(4)?,
        next_try_at: Some(moment(row.get(5)?)).filter(|_| !is_dead),
        last_error: row.get(6)?,
    })
}

impl Store {
    /// How many letters wait, and how many are given up.
    ///
    /// # Errors
    /// The store's.
    pub async fn letter_counts(&self, now: Timestamp) -> Result<LetterCounts, StoreFault> {
        self.read(move |connection| {
            let waiting = format!("select count(*) from letter where {OPEN} and due_at <= ?1");
            let dead = "select count(*) from letter where dead_at is not null";
            let read = |row: &Row| row.get(0);
            Ok(LetterCounts {
                waiting: connection.one(&waiting, values![now.timestamp()], read)?,
                dead: connection.one(dead, &[], read)?,
            })
        })
        .await
    }

    /// The letters that are not sent, those that wait first.
    ///
    /// # Errors
    /// The store's.
    pub async fn letters(&self) -> Result<Vec<LetterEntry>, StoreFault> {
        let sql = format!("{UNSENT} order by dead_at is not null, next_try_at, id");
        self.read(move |connection| connection.rows(&sql, &[], entry)).await
    }

    /// The letters that should be sent by now, those that are given up first; `most` of them. What waits for its day, as
    /// reminders do, is no trouble.
    ///
    /// # Errors
    /// The store's.
    pub async fn late_letters(&self, most: usize, now: Timestamp) -> Result<Vec<LetterEntry>, StoreFault> {
        let sql = format!(
            "{UNSENT} and (dead_at is not null or tries > 0 or due_at <= ?1)
            order by dead_at is null, next_try_at, id limit ?2"
        );
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let job = move |connection: &Connection| connection.rows(&sql, values![now.timestamp(), most], entry);
        self.read(job).await
    }

    /// Tries a letter again at once, or all that are given up; how many.
    ///
    /// # Errors
    /// The store's.
    pub async fn retry_letters(&self, id: Option<i64>, now: Timestamp) -> Result<usize, StoreFault> {
        let which =
            if id.is_some() { "sent_at is null and id = ?2" } else { "dead_at is not null and id <> ?2" };
        let sql = format!(
            "update letter set dead_at = null, tries = 0, due_at = ?1, next_try_at = ?1 where {which}"
        );
        let job = move |work: &mut Work<'_>| {
            work.connection.execute(&sql, values![now.timestamp(), id.unwrap_or_default()])
        };
        self.writer.run(job).await
    }

    /// Gives a letter up for good; whether there was one.
    ///
    /// # Errors
    /// The store's.
    pub async fn drop_letter(&self, id: i64) -> Result<bool, StoreFault> {
        let sql = "delete from letter where id = ?1 and sent_at is null";
        let job = move |work: &mut Work<'_>| work.connection.execute(sql, values![id]);
        Ok(self.writer.run(job).await? > 0)
    }
}
