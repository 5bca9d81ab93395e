//! What became of the paper of tickets that were given alone: told to the lobby once it has the ticket.

use crate::device::journal::{Journal, JournalError};
use foyer_domain::engine::PrintOutcome;
use foyer_domain::id::VisitId;
use rusqlite::params;

/// A ticket that the lobby has, without knowing what became of its paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UntoldPaper {
    /// The row of the ticket.
    pub id: i64,
    /// The lobby's visit.
    pub visit: VisitId,
    /// What became of its first paper.
    pub outcome: PrintOutcome,
}

impl Journal {
    /// The lobby has a ticket, as this visit; `None` if its day is over.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn note_visit(&self, id: i64, visit: Option<VisitId>) -> Result<(), JournalError> {
        let sql = "update alone set state = 'handed_over', visit = ?2 where id = ?1";
        self.store().connection.execute(sql, params![id, visit.map(|visit| visit.0 as i64)])?;
        Ok(())
    }

    /// The papers that ended and that the lobby can be told of, in order. One that is still being printed waits.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn papers_untold(&self) -> Result<Vec<UntoldPaper>, JournalError> {
        let store = self.store();
        let first = VisitId::alone(0).0 as i64;
        let sql = "
            select alone.id, alone.visit, prints.state from alone
            join prints on prints.visit = alone.id + ?1 and prints.copy = 0
            where alone.visit is not null and alone.paper_told = 0 and prints.state <> 'sending'
            and prints.id = (select max(id) from prints as other where other.visit = prints.visit and copy = 0)
            order by alone.id";
        let mut rows = store.connection.prepare_cached(sql)?;
        let papers = rows.query_map([first], |row| {
            let state: String = row.get(2)?;
            let outcome = match state.as_str() {
                "printed" => PrintOutcome::Printed,
                "not_sent" => PrintOutcome::NotSent,
                _ => PrintOutcome::Unknown,
            };
            Ok(UntoldPaper { id: row.get(0)?, visit: VisitId(row.get::<_, i64>(1)? as u64), outcome })
        })?;
        Ok(papers.collect::<Result<_, _>>()?)
    }

    /// The lobby knows what became of this ticket's paper.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn note_paper_told(&self, id: i64) -> Result<(), JournalError> {
        self.store().connection.execute("update alone set paper_told = 1 where id = ?1", [id])?;
        Ok(())
    }
}
