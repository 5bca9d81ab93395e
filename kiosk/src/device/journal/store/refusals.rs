//! Why citizens were refused, for the staff page: when and why, never who or what they held up.

use super::time;
use crate::device::journal::{Journal, JournalError};
use crate::screen::refusal::Reason;
use crate::screen::staff::{REFUSALS, Refused};
use foyer_domain::Timestamp;
use rusqlite::params;

impl Journal {
    /// Notes that somebody was told why not.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn note_refusal(&self, at: Timestamp, reason: &'static str) -> Result<(), JournalError> {
        let sql = "insert into refusals (at, reason) values (?1, ?2)";
        self.store().connection.execute(sql, params![at.timestamp(), reason])?;
        Ok(())
    }

    /// The last refusals, newest first. Reasons of other versions of this program are left out.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn refusals(&self) -> Result<Vec<Refused>, JournalError> {
        let store = self.store();
        let sql = "select at, reason from refusals order by id desc limit ?1";
        let mut rows = store.connection.prepare_cached(sql)?;
        let noted = rows.query_map([REFUSALS as i64], |row| {
            let reason: String = row.get(1)?;
            Ok((time(row, 0)?, Reason::FOR_STAFF.into_iter().find(|known| *known == reason)))
        })?;
        let known = noted.filter_map(|noted| match noted {
            Ok((at, reason)) => reason.map(|reason| Ok(Refused { at, reason })),
            Err(error) => Some(Err(error)),
        });
        Ok(known.collect::<Result<_, _>>()?)
    }
}
