//! What clerks note about a visit for whoever serves next. It can be about a person, so it lies where names lie.

use super::persons::{Persons, truncate};
use super::{StoreError, signed, unsigned};
use foyer_domain::id::VisitId;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::sync::PoisonError;
use tokio::sync::watch;

/// All notes of the file.
pub(super) fn read(db: &Connection) -> Result<BTreeMap<VisitId, String>, StoreError> {
    let mut rows = db.prepare("select visit, note from notes")?;
    let rows = rows.query_map([], |row| Ok((VisitId(unsigned(row.get(0)?)), row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Persons {
    /// Keeps a note in the place of the one before; an empty one is none.
    pub(crate) fn keep_note(&self, visit: VisitId, note: &str) -> Result<(), StoreError> {
        if note.is_empty() {
            return self.forget_notes(&[visit]);
        }
        let db = self.db();
        let sql = "insert or replace into notes (visit, note) values (?, ?)";
        db.execute(sql, params![signed(visit.0), note])?;
        self.notes.write().unwrap_or_else(PoisonError::into_inner).insert(visit, note.to_owned());
        self.noted.send_modify(|count| *count += 1);
        // What stood there before is in no file any more.
        truncate(&db)
    }

    /// What is noted about a visit.
    pub(crate) fn note(&self, visit: VisitId) -> Option<String> {
        self.notes.read().unwrap_or_else(PoisonError::into_inner).get(&visit).cloned()
    }

    /// The visits that something is noted about.
    pub(crate) fn noted(&self) -> Vec<VisitId> {
        self.notes.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }

    /// Forgets notes, in memory, file and write-ahead log.
    pub(crate) fn forget_notes(&self, visits: &[VisitId]) -> Result<(), StoreError> {
        let keys = visits.iter().map(|visit| visit.0);
        self.delete("delete from notes where visit = ?", "select count(*) from notes", keys)?;
        self.notes.write().unwrap_or_else(PoisonError::into_inner).retain(|visit, _| !visits.contains(visit));
        self.noted.send_modify(|count| *count += 1);
        Ok(())
    }

    /// Tells whenever something was noted or forgotten, or a name came.
    pub(crate) fn note_changes(&self) -> watch::Receiver<u64> {
        self.noted.subscribe()
    }
}

#[cfg(test)]
mod tests {
    use super::super::persons::tests::contains;
    use super::*;
    use tempfile::TempDir;

    #[test]
    fn a_note_lasts_over_a_restart_and_what_is_forgotten_is_in_no_file() {
        let folder = TempDir::new().unwrap();
        let persons = Persons::open(folder.path()).unwrap();
        let (one, other) = (VisitId(1), VisitId(2));
        let mut changes = persons.note_changes();
        persons.keep_note(one, "Adelgunde bringt das Foto nach").unwrap();
        assert!(changes.has_changed().unwrap(), "desks are told at once");
        changes.mark_unchanged();
        persons.keep_note(one, "Foto ist da").unwrap();
        persons.keep_note(other, "spricht leise").unwrap();
        assert!(!contains(&folder, "Adelgunde"), "what was written over is gone");
        drop(changes);
        drop(persons);
        let persons = Persons::open(folder.path()).unwrap();
        assert_eq!(persons.note(one).as_deref(), Some("Foto ist da"));
        assert_eq!(persons.noted(), [one, other]);
        let changes = persons.note_changes();
        persons.forget_notes(&[one]).unwrap();
        assert!(changes.has_changed().unwrap());
        assert!(!contains(&folder, "Foto ist da") && contains(&folder, "spricht leise"));
        persons.keep_note(other, "").unwrap();
        assert!(persons.noted().is_empty() && !contains(&folder, "spricht leise"));
    }
}
