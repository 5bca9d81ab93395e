//! What the kiosk must still know after a crash: which attempt it was making and which ticket it was printing.
//! No personal data: a code is kept as a hash, for as long as the rules say.

mod store;

pub use store::alone::{Entry, EntryState, KeptList, Settled};
pub use store::papers::UntoldPaper;
pub use store::wishes::KeptWish;

use foyer_domain::Timestamp;
use foyer_domain::id::VisitId;
use foyer_protocol::nonce::Nonce;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The kiosk's memory on disk. Clones share it. Every call writes through to the disk (about 4 ms): call it off
/// the screen's thread.
#[derive(Clone)]
pub struct Journal {
    store: Arc<Mutex<store::Store>>,
}

/// Why the journal cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The file is damaged, locked, on a full disk, or not ours.
    #[error("the kiosk's journal cannot be used; if its file is damaged, move it away and start again")]
    Storage(#[from] rusqlite::Error),
    /// A newer program has written it.
    #[error(
        "the kiosk's journal was written by a newer version ({found}, this one knows {known}); update the kiosk"
    )]
    Newer {
        /// The file's version.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
}

/// One check-in that is being tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt {
    /// The key of its request: a repeated one gets the same answer.
    pub nonce: Nonce,
    /// When the code was first seen, truncated to the second.
    pub seen_at: Timestamp,
}

/// A print that a crash left without an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintJob {
    /// Its row.
    pub id: i64,
    /// Whose ticket.
    pub visit: VisitId,
    /// When it was begun.
    pub began_at: Timestamp,
    /// The order of staff that it was printed for; none of a paper that a citizen asked for.
    pub order: Option<Nonce>,
}

/// Where a print stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintState {
    /// Its bytes are on their way. After a start of the program it means [`Self::Unknown`].
    Sending,
    /// The printer said that it is done.
    Printed,
    /// Nothing of it was sent.
    NotSent,
    /// Some of it may be on paper.
    Unknown,
}

impl Journal {
    /// Opens the journal, makes it if there is none, and throws away what is old.
    ///
    /// # Errors
    /// A file that cannot be used, or that a newer program has written.
    pub fn open(path: &Path, now: Timestamp) -> Result<Self, JournalError> {
        let mut store = store::Store::open(path)?;
        store.give_up_sending()?;
        store.purge(now)?;
        Ok(Self { store: Arc::new(Mutex::new(store)) })
    }

    /// Writes down an attempt before anything is sent. If the same text is being tried already and was first seen
    /// at most 60 s before (older the lobby would not take), that attempt is gone on with.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn begin_attempt(
        &self,
        presented: &str,
        seen_at: Timestamp,
        fresh: Nonce,
    ) -> Result<Attempt, JournalError> {
        Ok(self.store().begin_attempt(presented, seen_at, fresh)?)
    }

    /// The attempt has its answer: the next scan of the same text is a new one.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn settle_attempt(&self, nonce: Nonce) -> Result<(), JournalError> {
        Ok(self.store().settle_attempt(nonce)?)
    }

    /// Writes down a print before its first byte, and gives its row.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn begin_print(
        &self,
        visit: VisitId,
        attempt: Option<Nonce>,
        copy: bool,
        state: PrintState,
        now: Timestamp,
    ) -> Result<i64, JournalError> {
        Ok(self.store().begin_print(visit, attempt, copy, state, now)?)
    }

    /// What became of the print of an attempt; `None` if there was none.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn print_of(&self, attempt: Nonce) -> Result<Option<PrintState>, JournalError> {
        Ok(self.store().print_of(attempt)?)
    }

    /// Writes down what became of a print.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn finish_print(&self, id: i64, state: PrintState) -> Result<(), JournalError> {
        Ok(self.store().finish_print(id, state)?)
    }

    /// The prints that a crash left without an outcome, oldest first, until they are [`Self::reported`].
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn interrupted(&self) -> Result<Vec<PrintJob>, JournalError> {
        Ok(self.store().interrupted()?)
    }

    /// The lobby knows of this print that its outcome is unknown.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn reported(&self, id: i64) -> Result<(), JournalError> {
        Ok(self.store().reported(id)?)
    }

    /// Throws away what is old: once a day.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn purge(&self, now: Timestamp) -> Result<(), JournalError> {
        Ok(self.store().purge(now)?)
    }

    fn store(&self) -> MutexGuard<'_, store::Store> {
        // Every call is one transaction, so a panic in one leaves nothing half done.
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeDelta, TimeZone, Utc};
    use foyer_domain::ticket::TicketNumber;
    use foyer_domain::visit::{WishChange, Wishes};

    fn at(second: i64) -> Timestamp {
        Utc.timestamp_opt(1_790_000_000 + second, 0).unwrap()
    }

    fn journal(folder: &tempfile::TempDir, now: Timestamp) -> Journal {
        Journal::open(&folder.path().join("kiosk.sqlite"), now).unwrap()
    }

    #[test]
    fn an_attempt_without_an_answer_is_gone_on_with_after_a_crash() {
        let folder = tempfile::tempdir().unwrap();
        let first = journal(&folder, at(0)).begin_attempt("F1:ABC", at(0), Nonce::random()).unwrap();
        let again = journal(&folder, at(9));
        assert_eq!(again.begin_attempt("F1:ABC", at(9), Nonce::random()).unwrap(), first);
        let other = again.begin_attempt("F1:ABC ", at(9), Nonce::random()).unwrap();
        assert_ne!(other.nonce, first.nonce, "a text is never trimmed");
        again.settle_attempt(first.nonce).unwrap();
        let next = again.begin_attempt("F1:ABC", at(10), Nonce::random()).unwrap();
        assert_ne!(next.nonce, first.nonce);
        let late = again.begin_attempt("F1:ABC", at(71), Nonce::random()).unwrap();
        assert_eq!(late.seen_at, at(71), "older than a minute the lobby would not take it");
    }

    #[test]
    fn presses_that_the_lobby_does_not_have_yet_become_one_and_none_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let number = TicketNumber::try_from("A017".to_owned()).unwrap();
        let none = Wishes::default();
        let (pick_up, more_time) = (Wishes { pick_up: true, ..none }, Wishes { more_time: true, ..none });
        let kept = journal(&folder, at(0));
        kept.keep_wish(number, WishChange::between(none, pick_up), at(0)).unwrap();
        // The ticket was shown anew, without the wish that the lobby does not have yet.
        kept.keep_wish(number, WishChange::between(none, more_time), at(1)).unwrap();
        let both = Wishes { pick_up: true, ..more_time };
        let told = journal(&folder, at(2)).next_wish().unwrap().unwrap();
        assert_eq!((told.change, told.at), (WishChange { adds: both, takes: none }, at(1)));
        kept.keep_wish(number, WishChange::between(both, more_time), at(3)).unwrap();
        let told = kept.next_wish().unwrap().unwrap();
        assert_eq!(told.change, WishChange { adds: more_time, takes: pick_up });
        assert_eq!(kept.wishes().unwrap(), 1);
    }

    #[test]
    fn wishes_are_told_in_their_order_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let numbers =
            ["A019", "A017", "A018"].map(|number| TicketNumber::try_from(number.to_owned()).unwrap());
        let before = journal(&folder, at(0));
        let pick_up =
            WishChange { adds: Wishes { pick_up: true, ..Wishes::default() }, ..WishChange::default() };
        (0..)
            .zip(numbers)
            .for_each(|(second, number)| before.keep_wish(number, pick_up, at(second)).unwrap());
        drop(before);
        for number in numbers {
            let after = journal(&folder, at(60));
            let told = after.next_wish().unwrap().unwrap();
            assert_eq!(told.number, number);
            after.drop_wish(told.nonce).unwrap();
        }
    }

    #[test]
    fn a_crash_while_sending_leaves_the_print_unknown_until_it_is_reported() {
        let folder = tempfile::tempdir().unwrap();
        let before = journal(&folder, at(0));
        let lost = before.begin_print(VisitId(7), None, false, PrintState::Sending, at(0)).unwrap();
        let done = before.begin_print(VisitId(8), None, true, PrintState::Sending, at(1)).unwrap();
        before.finish_print(done, PrintState::Printed).unwrap();
        assert_eq!(before.interrupted().unwrap(), [], "it may still end well");
        drop(before);
        let after = journal(&folder, at(60));
        let expected = PrintJob { id: lost, visit: VisitId(7), began_at: at(0), order: None };
        assert_eq!(after.interrupted().unwrap(), [expected]);
        after.reported(lost).unwrap();
        assert_eq!(after.interrupted().unwrap(), []);
        assert_eq!(journal(&folder, at(61)).interrupted().unwrap(), []);
    }

    #[test]
    fn an_interrupted_copy_is_known_by_the_order_of_staff_that_it_was_for() {
        let folder = tempfile::tempdir().unwrap();
        let (order, attempt) = (Nonce::random(), Nonce::random());
        let before = journal(&folder, at(0));
        before.begin_print(VisitId(7), Some(order), true, PrintState::Sending, at(0)).unwrap();
        before.begin_print(VisitId(8), Some(attempt), false, PrintState::Sending, at(1)).unwrap();
        drop(before);
        let interrupted = journal(&folder, at(60)).interrupted().unwrap();
        assert_eq!(interrupted.iter().map(|job| job.order).collect::<Vec<_>>(), [Some(order), None]);
    }

    #[test]
    fn no_code_is_in_any_file_and_old_rows_go() {
        let folder = tempfile::tempdir().unwrap();
        let journal = journal(&folder, at(0));
        journal.begin_attempt("F1:SECRETCODE", at(0), Nonce::random()).unwrap();
        journal.begin_print(VisitId(1), None, false, PrintState::Sending, at(0)).unwrap();
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            assert!(!bytes.windows(10).any(|part| part == b"SECRETCODE"));
        }
        assert_eq!(journal.store().rows().unwrap(), 2);
        journal.purge(at(0) + TimeDelta::days(6)).unwrap();
        assert_eq!(journal.store().rows().unwrap(), 2);
        journal.purge(at(0) + TimeDelta::days(8)).unwrap();
        assert_eq!(journal.store().rows().unwrap(), 0);
    }

    #[test]
    fn refusals_are_there_after_a_restart_newest_first_and_go_after_a_week() {
        use crate::screen::refusal::Reason;
        let folder = tempfile::tempdir().unwrap();
        let before = journal(&folder, at(0));
        for (second, reason) in [(1, 8), (2, 0)] {
            before.note_refusal(at(second), Reason::FOR_STAFF[reason]).unwrap();
        }
        (0..30).for_each(|second| before.note_refusal(at(10 + second), Reason::FOR_STAFF[3]).unwrap());
        let read = journal(&folder, at(60)).refusals().unwrap();
        assert_eq!((read.len(), read[0].at, read[0].reason), (20, at(39), Reason::FOR_STAFF[3]));
        drop(before);
        assert_eq!(journal(&folder, at(0) + TimeDelta::days(8)).refusals().unwrap(), []);
    }

    #[test]
    fn a_full_disk_refuses_loses_nothing_and_goes_on_when_there_is_room() {
        let folder = tempfile::tempdir().unwrap();
        let journal = journal(&folder, at(0));
        let kept = journal.begin_attempt("F1:FIRST", at(0), Nonce::random()).unwrap();
        // The file may not grow any more: SQLite then says what it says of a full disk.
        let limit = |pages: i64| {
            let sql = format!("pragma max_page_count = {pages}");
            journal.store().connection.query_row(&sql, [], |row| row.get::<_, i64>(0)).unwrap()
        };
        limit(1);
        let fill = |text: u32| journal.begin_attempt(&format!("F1:{text}"), at(1), Nonce::random());
        let full = (0..2_000).find_map(|text| fill(text).err());
        let Some(JournalError::Storage(fault)) = full else { panic!("never full") };
        assert_eq!(fault.sqlite_error_code(), Some(rusqlite::ErrorCode::DiskFull));
        assert_eq!(journal.begin_attempt("F1:FIRST", at(2), Nonce::random()).unwrap(), kept, "it stays");
        limit(1_000_000);
        fill(3_000).unwrap();
    }

    #[test]
    fn a_damaged_or_newer_file_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kiosk.sqlite");
        std::fs::write(&path, [0x55; 4096]).unwrap();
        assert!(matches!(Journal::open(&path, at(0)), Err(JournalError::Storage(_))));
        std::fs::remove_file(&path).unwrap();
        drop(journal(&folder, at(0)));
        let file = rusqlite::Connection::open(&path).unwrap();
        file.pragma_update(None, "user_version", 99).unwrap();
        drop(file);
        assert!(matches!(Journal::open(&path, at(0)), Err(JournalError::Newer { found: 99, .. })));
    }
}
