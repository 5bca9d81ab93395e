//! Copies of the log and the register while the lobby runs. A copy reads what was durable when it began, from a
//! connection of its own: neither the owner nor a page waits for it.

use super::{StoreError, read_only};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// So many pages are copied at a time …
const PAGES: i32 = 256;

/// … and the disk is left to the queue's commits for so long.
const REST: Duration = Duration::from_millis(2);

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Nothing is overwritten.
    #[error("there is `{path}` already; name another file, or remove it")]
    Exists {
        /// Which.
        path: PathBuf,
    },
    /// The file cannot be made.
    #[error("the copy `{path}` cannot be written; check that its folder is there and has room")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// What is copied, or the copy.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for BackupError {
    fn from(source: rusqlite::Error) -> Self {
        Self::Store(source.into())
    }
}

/// What was copied.
#[derive(Debug)]
pub struct Copied {
    /// The last event in the copy.
    pub last: u64,
    /// The copy of the register; none if there is no register yet.
    pub registry: Option<PathBuf>,
}

/// Copies the log to a new file, and the register beside it.
///
/// # Errors
/// No log, a file that is there already or cannot be written, a copy that is not whole.
pub fn backup(dir: &Path, to: &Path) -> Result<Copied, BackupError> {
    let registry = with_end(to, ".registry");
    for path in [to, &registry] {
        if path.exists() {
            return Err(BackupError::Exists { path: path.to_owned() });
        }
    }
    let log = read_only(&dir.join("lobby.db"))?;
    hold_still(&log)?;
    let last: i64 = log.query_row(super::log::LAST, [], |row| row.get(0))?;
    copy(&log, to)?;
    let from = dir.join("registry.db");
    if !from.exists() {
        return Ok(Copied { last: super::unsigned(last), registry: None });
    }
    let source = read_only(&from)?;
    hold_still(&source)?;
    copy(&source, &registry)?;
    Ok(Copied { last: super::unsigned(last), registry: Some(registry) })
}

/// What is read from here on is one moment, however long it takes: without that a copy would begin anew with each
/// commit.
fn hold_still(db: &Connection) -> Result<(), BackupError> {
    Ok(db.execute_batch("begin; select 1 from sqlite_schema limit 1")?)
}

/// A copy has its name when it is whole and on the disk.
fn copy(from: &Connection, to: &Path) -> Result<(), BackupError> {
    let part = with_end(to, ".part");
    let file = |source| BackupError::File { path: part.clone(), source };
    let done = make(&part).map_err(file).and_then(|()| fill(from, &part));
    let named = done.and_then(|()| {
        File::open(&part).and_then(|made| made.sync_all()).map_err(file)?;
        fs::rename(&part, to).map_err(file)?;
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all()).map_err(file)
    });
    if named.is_err() {
        // What is left of it is of no use; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&part);
    }
    named
}

/// Nobody else may read it.
fn make(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path).map(drop)
}

fn fill(from: &Connection, to: &Path) -> Result<(), BackupError> {
    let mut copy = Connection::open(to)?;
    let running = Backup::new(from, &mut copy)?;
    loop {
        match running.step(PAGES)? {
            StepResult::Done => break,
            _ => thread::sleep(REST),
        }
    }
    drop(running);
    // One file, with nothing beside it.
    copy.pragma_update(None, "journal_mode", "delete")?;
    let fault: String = copy.query_row("pragma quick_check(1)", [], |row| row.get(0))?;
    if fault != "ok" {
        return Err(StoreError::Damaged { path: to.to_owned(), fault }.into());
    }
    copy.close().map_err(|(_, fault)| fault)?;
    Ok(())
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}
