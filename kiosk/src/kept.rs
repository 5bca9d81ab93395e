//! What staff set on the terminal itself, in the data folder: it outlasts a restart.

use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The loudest volume; 0 is silence.
pub const LOUDEST: u8 = 10;

/// What staff set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// How loud it is, 0 to [`LOUDEST`].
    pub volume: u8,
    /// Whether staff have taken it out of service.
    pub out_of_service: bool,
}

impl Default for Kept {
    fn default() -> Self {
        Self { volume: 6, out_of_service: false }
    }
}

/// Keeps the settings in a file. Clones share it.
#[derive(Debug, Clone)]
pub struct Keeper {
    path: PathBuf,
    newest: Arc<Mutex<Kept>>,
    /// One writer at a time, and each writes what is newest then: the last one on disk is the last one set.
    writing: Arc<Mutex<()>>,
}

impl Keeper {
    /// The settings as they were kept; until something is, as the configuration has them. What cannot be read counts as the usual: a terminal that works is better than
    /// one that waits for its volume.
    pub fn open(path: &Path, usual_volume: u8) -> (Self, Kept) {
        let kept = read(path).unwrap_or_else(|error| {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::error!(%error, path = %path.display(), "the terminal's settings cannot be read");
            }
            Kept { volume: usual_volume, ..Kept::default() }
        });
        let keeper = Self {
            path: path.to_owned(),
            newest: Arc::new(Mutex::new(kept)),
            writing: Arc::new(Mutex::new(())),
        };
        (keeper, kept)
    }

    /// From now on these count; [`Self::write`] brings them to the disk.
    pub fn set(&self, kept: Kept) {
        *self.newest.lock().unwrap_or_else(PoisonError::into_inner) = kept;
    }

    /// Brings what is newest to the disk, whole or not at all. Not on the screen's thread.
    ///
    /// # Errors
    /// A disk that does not take it: what was there before stays.
    pub fn write(&self) -> io::Result<()> {
        let _one_at_a_time = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = *self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let beside = self.path.with_extension("part");
        let mut file = File::create(&beside)?;
        file.write_all(&serde_json::to_vec(&kept)?)?;
        file.sync_all()?;
        fs::rename(&beside, &self.path)
    }
}

fn read(path: &Path) -> io::Result<Kept> {
    let kept: Kept = serde_json::from_slice(&fs::read(path)?)?;
    Ok(Kept { volume: kept.volume.min(LOUDEST), ..kept })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_set_last_is_there_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("terminal.json");
        let (keeper, kept) = Keeper::open(&path, 6);
        assert_eq!(kept, Kept::default());
        keeper.set(Kept { volume: 2, out_of_service: false });
        keeper.set(Kept { volume: 3, out_of_service: true });
        keeper.write().unwrap();
        assert_eq!(Keeper::open(&path, 6).1, Kept { volume: 3, out_of_service: true });
    }

    #[test]
    fn a_damaged_file_is_as_none_and_a_disk_that_refuses_keeps_the_last() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("terminal.json");
        for damaged in ["", "{\"volume\": \"loud\"}", "\u{0}\u{0}\u{0}"] {
            fs::write(&path, damaged).unwrap();
            assert_eq!(Keeper::open(&path, 6).1, Kept::default(), "{damaged:?}");
        }
        fs::write(&path, "{\"volume\": 200}").unwrap();
        let (keeper, kept) = Keeper::open(&path, 6);
        assert_eq!(kept.volume, LOUDEST);
        // A folder stands where the new file would be written.
        fs::create_dir(path.with_extension("part")).unwrap();
        keeper.set(Kept { volume: 1, out_of_service: true });
        assert!(keeper.write().is_err());
        assert_eq!(Keeper::open(&path, 6).1.volume, LOUDEST);
    }
}
