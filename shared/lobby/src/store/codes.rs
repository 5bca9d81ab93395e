//! The Terminnummern of bookings, for the sheet that desks keep for the day the lobby dies. They open a citizen's
//! booking, so they lie where names lie.

use super::persons::Persons;
use super::{StoreError, signed, unsigned};
use foyer_domain::id::BookingId;
use foyer_domain::short_code::ShortCode;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::sync::PoisonError;

/// The short code of a booking.
pub(crate) type Code = (BookingId, ShortCode);

/// All short codes of the file.
pub(super) fn read(db: &Connection) -> Result<BTreeMap<BookingId, ShortCode>, StoreError> {
    let mut rows = db.prepare("select booking, code from short_codes")?;
    let mut codes = BTreeMap::new();
    for row in rows.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))? {
        let (booking, code) = row?;
        if let (Some(booking), Ok(code)) = (BookingId::new(unsigned(booking)), ShortCode::parse(&code)) {
            codes.insert(booking, code);
        }
    }
    Ok(codes)
}

/// Writes short codes.
pub(super) fn keep(db: &Connection, codes: &[Code]) -> Result<(), StoreError> {
    for (booking, code) in codes {
        db.prepare_cached("insert or replace into short_codes (booking, code) values (?, ?)")?
            .execute(params![signed(booking.bits()), code.as_str()])?;
    }
    Ok(())
}

impl Persons {
    /// The short code of a booking.
    pub(crate) fn code(&self, booking: BookingId) -> Option<ShortCode> {
        self.codes.read().unwrap_or_else(PoisonError::into_inner).get(&booking).copied()
    }

    /// The bookings whose short codes there are.
    pub(crate) fn coded(&self) -> Vec<BookingId> {
        self.codes.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }

    /// Forgets short codes, in memory, file and write-ahead log.
    pub(crate) fn forget_codes(&self, bookings: &[BookingId]) -> Result<(), StoreError> {
        let keys = bookings.iter().map(|booking| booking.bits());
        self.delete("delete from short_codes where booking = ?", "select count(*) from short_codes", keys)?;
        let mut codes = self.codes.write().unwrap_or_else(PoisonError::into_inner);
        codes.retain(|booking, _| !bookings.contains(booking));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::persons::Came;
    use super::super::persons::tests::contains;
    use super::*;
    use tempfile::TempDir;

    #[test]
    fn a_short_code_lasts_over_a_restart_and_a_forgotten_one_is_in_no_file() {
        let folder = TempDir::new().unwrap();
        let persons = Persons::open(folder.path()).unwrap();
        let of = |id| (BookingId::new(id).unwrap(), ShortCode::from_random(id * 1_000_003));
        let ((one, first), (other, second)) = (of(1), of(2));
        persons.keep(&Came { names: Vec::new(), codes: vec![(one, first), (other, second)] }).unwrap();
        assert_eq!(persons.code(one), None, "not before its booking");
        drop(persons);
        let persons = Persons::open(folder.path()).unwrap();
        assert_eq!((persons.code(one), persons.code(other)), (Some(first), Some(second)));
        assert!(contains(&folder, first.as_str()));
        persons.forget_codes(&[one]).unwrap();
        assert_eq!((persons.code(one), persons.coded()), (None, vec![other]));
        assert!(!contains(&folder, first.as_str()) && contains(&folder, second.as_str()));
        persons.forget_codes(&[other]).unwrap();
        assert!(!contains(&folder, second.as_str()));
    }
}
