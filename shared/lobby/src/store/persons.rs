//! Who booked, in a file of its own beside the log: outside replay and copies, and gone in time.

use super::codes::Code;
use super::{StoreError, Use, make_folder, open, signed, unsigned};
use foyer_domain::id::{BookingId, VisitId};
use foyer_domain::short_code::ShortCode;
use foyer_protocol::feed::PersonName;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use tokio::sync::watch;

mod embedded {
    refinery::embed_migrations!("migrations/persons");
}

/// The name that belongs to a booking.
pub(crate) type Name = (BookingId, PersonName);

/// What came with bookings and is never in an event.
#[derive(Default)]
pub(crate) struct Came {
    /// Who booked.
    pub(crate) names: Vec<Name>,
    /// Their short codes.
    pub(crate) codes: Vec<Code>,
}

/// The names that this office shows to its clerks, the short codes for its emergency sheet, and what clerks note.
/// Clones are handles to the same ones.
#[derive(Clone)]
pub(crate) struct Persons {
    db: Arc<Mutex<Connection>>,
    /// Those whose bookings are in the queue's state.
    shown: Arc<RwLock<BTreeMap<BookingId, PersonName>>>,
    /// The short codes of bookings that are in the queue's state.
    pub(super) codes: Arc<RwLock<BTreeMap<BookingId, ShortCode>>>,
    /// What clerks note.
    pub(super) notes: Arc<RwLock<BTreeMap<VisitId, String>>>,
    /// Counts how often they changed.
    pub(super) noted: watch::Sender<u64>,
}

impl Persons {
    /// Opens or makes the file in the folder of the data.
    pub(crate) fn open(folder: &Path) -> Result<Self, StoreError> {
        make_folder(folder)?;
        let db = open(&folder.join("persons.db"), &embedded::migrations::runner(), Use::Shared)?;
        // A program that was killed may have left there what it had deleted.
        truncate(&db)?;
        let mut shown = BTreeMap::new();
        let mut rows = db.prepare("select booking, name from persons")?;
        for row in rows.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))? {
            let (booking, name) = row?;
            if let Some(booking) = BookingId::new(unsigned(booking)) {
                shown.insert(booking, PersonName(name));
            }
        }
        drop(rows);
        let notes = Arc::new(RwLock::new(super::notes::read(&db)?));
        let codes = Arc::new(RwLock::new(super::codes::read(&db)?));
        Ok(Self {
            db: Arc::new(Mutex::new(db)),
            shown: Arc::new(RwLock::new(shown)),
            codes,
            notes,
            noted: watch::Sender::new(0),
        })
    }

    /// Makes durable what came with bookings; it is shown once they are ([`Self::show`]).
    pub(crate) fn keep(&self, came: &Came) -> Result<(), StoreError> {
        if came.names.is_empty() && came.codes.is_empty() {
            return Ok(());
        }
        let mut db = self.db();
        let tx = db.transaction()?;
        super::codes::keep(&tx, &came.codes)?;
        for (booking, PersonName(name)) in &came.names {
            tx.prepare_cached("insert or replace into persons (booking, name) values (?, ?)")?
                .execute(params![signed(booking.bits()), name])?;
        }
        Ok(tx.commit()?)
    }

    /// Shows from now on what came with bookings.
    pub(crate) fn show(&self, came: Came) {
        let Came { names, codes } = came;
        if !names.is_empty() {
            self.shown.write().unwrap_or_else(PoisonError::into_inner).extend(names);
            // A desk that was pushed the booking a moment ago may have had no name for it yet.
            self.noted.send_modify(|count| *count += 1);
        }
        if !codes.is_empty() {
            self.codes.write().unwrap_or_else(PoisonError::into_inner).extend(codes);
        }
    }

    /// Who booked.
    pub(crate) fn name(&self, booking: BookingId) -> Option<PersonName> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).get(&booking).cloned()
    }

    /// All names.
    pub(crate) fn all(&self) -> Vec<Name> {
        let shown = self.shown.read().unwrap_or_else(PoisonError::into_inner);
        shown.iter().map(|(booking, name)| (*booking, name.clone())).collect()
    }

    /// Whose names there are.
    pub(crate) fn bookings(&self) -> Vec<BookingId> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }

    /// Forgets names, in memory, file and write-ahead log.
    pub(crate) fn forget(&self, bookings: &[BookingId]) -> Result<(), StoreError> {
        let keys = bookings.iter().map(|booking| booking.bits());
        self.delete("delete from persons where booking = ?", "select count(*) from persons", keys)?;
        self.shown
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|booking, _| !bookings.contains(booking));
        Ok(())
    }

    /// Deletes rows, from file and write-ahead log.
    pub(super) fn delete(
        &self,
        delete: &str,
        count: &str,
        keys: impl Iterator<Item = u64>,
    ) -> Result<(), StoreError> {
        let mut db = self.db();
        let tx = db.transaction()?;
        for key in keys {
            tx.prepare_cached(delete)?.execute([signed(key)])?;
        }
        let left: i64 = tx.query_row(count, [], |row| row.get(0))?;
        tx.commit()?;
        if left == 0 {
            // Pages that once were full have been written over; now they are gone, too.
            db.execute_batch("vacuum")?;
        }
        truncate(&db)
    }

    /// A poisoned lock means a panic between two statements; SQLite rolls back what was open.
    pub(super) fn db(&self) -> MutexGuard<'_, Connection> {
        self.db.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Moves the write-ahead log into the file and empties it.
pub(super) fn truncate(db: &Connection) -> Result<(), StoreError> {
    let is_busy: bool = db.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0))?;
    if is_busy {
        return Err(StoreError::Sql(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            Some("somebody reads the persons".to_owned()),
        )));
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use tempfile::TempDir;

    /// Whether a file of the folder holds a text.
    pub(in crate::store) fn contains(folder: &TempDir, text: &str) -> bool {
        let files = std::fs::read_dir(folder.path()).unwrap();
        files.flatten().any(|file| {
            let bytes = std::fs::read(file.path()).unwrap();
            bytes.windows(text.len()).any(|window| window == text.as_bytes())
        })
    }

    fn names(count: u64) -> Vec<Name> {
        let name = |id| (BookingId::new(id).unwrap(), PersonName(format!("Adelgunde Probierstein {id}.")));
        (1..=count).map(name).collect()
    }

    fn came(names: &[Name]) -> Came {
        Came { names: names.to_vec(), codes: Vec::new() }
    }

    #[test]
    fn who_is_forgotten_is_in_no_file_and_the_others_stay() {
        let folder = TempDir::new().unwrap();
        let persons = Persons::open(folder.path()).unwrap();
        let all = names(400);
        persons.keep(&came(&all)).unwrap();
        assert_eq!(persons.name(all[6].0), None, "not before its booking");
        let changes = persons.note_changes();
        persons.show(came(&all));
        assert!(changes.has_changed().unwrap(), "desks are told at once");
        assert_eq!(persons.name(all[6].0).as_ref(), Some(&all[6].1));
        assert!(contains(&folder, &all[6].1.0));
        let some: Vec<_> = all.iter().step_by(3).map(|(booking, _)| *booking).collect();
        persons.forget(&some).unwrap();
        for (booking, name) in &all {
            let is_kept = !some.contains(booking);
            assert_eq!((contains(&folder, &name.0), persons.name(*booking).is_some()), (is_kept, is_kept));
        }
        // … also after a kill, which leaves the write-ahead log where it is.
        let persons = Persons::open(folder.path()).unwrap();
        assert_eq!(persons.bookings().len(), all.len() - some.len());
        persons.forget(&persons.bookings()).unwrap();
        assert!(!contains(&folder, "Probierstein"));
        assert!(!format!("{:?}", all[0].1).contains("Adelgunde"));
    }
}
