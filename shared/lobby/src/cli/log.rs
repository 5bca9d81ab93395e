//! `foyer-lobby replay` and `foyer-lobby backup`.

use super::{CliError, say};
use crate::store::backup::backup;
use crate::store::replay::{Compared, replay};
use clap::Args;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What a copy is good for, and how it is taken back.
pub(super) const BACKUP: &str = "\
Copy the log and the register of staff and terminals, while the server runs or not.

FILE is the log, FILE.registry the register. Names of citizens are in neither. The office's day goes on
meanwhile: nothing waits for the copy. Keep copies for 30 days at most; they do not forget by themselves.

To take a copy back, in the folder of [data] dir:
  1. stop the server
  2. remove lobby.db, lobby.db-wal, lobby.db-shm, and persons.db with what begins like it
  3. copy FILE to lobby.db; only if it is lost as well, copy FILE.registry to registry.db
  4. foyer-lobby replay      says whether the copy is whole
  5. foyer-lobby restored    so that no number on a paper is given a second time
  6. start the server";

/// What to compare.
#[derive(Debug, Args)]
pub struct Replay {
    /// Compare only what was written at this event or after it; the log is read from its beginning all the same.
    #[arg(long, value_name = "SEQ", default_value_t = 0)]
    from: u64,
}

impl Replay {
    /// Replays and prints; `false` at a difference.
    ///
    /// # Errors
    /// A log that cannot be read to its end; the message names the event.
    pub fn run(&self, dir: &Path) -> Result<bool, CliError> {
        let began = Instant::now();
        let replayed = replay(dir, self.from)?;
        let seconds = began.elapsed().as_secs_f64();
        let count = replayed.last - replayed.base;
        say(format_args!("events      {count} after {}, read in {seconds:.1} s", replayed.base))?;
        let Compared { equal, passed_over } = replayed.digests;
        say(format_args!("digests     {equal} equal, {passed_over} of another version passed over"))?;
        say(match replayed.checkpoint {
            Some(seq) => format!("checkpoint  compared at event {seq}"),
            None => "checkpoint  none of this version to compare".to_owned(),
        })?;
        for difference in &replayed.differences {
            say(format_args!("DIFFERENT   {difference}"))?;
        }
        if replayed.differences.is_empty() {
            say("the log and what was written beside it say the same")?;
        }
        Ok(replayed.differences.is_empty())
    }
}

/// Where to.
#[derive(Debug, Args)]
pub struct Backup {
    /// The copy of the log; it must not be there yet.
    file: PathBuf,
}

impl Backup {
    /// Copies and prints.
    ///
    /// # Errors
    /// A file that cannot be read or written, or is there already.
    pub fn run(&self, dir: &Path) -> Result<(), CliError> {
        let copied = backup(dir, &self.file)?;
        say(format_args!("the log up to event {} is in {}", copied.last, self.file.display()))?;
        if let Some(registry) = copied.registry {
            say(format_args!("staff and terminals are in {}", registry.display()))?;
        }
        Ok(())
    }
}
