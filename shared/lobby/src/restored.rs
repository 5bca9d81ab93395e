//! Going on after a restore from a backup (`foyer-lobby restored`).
//!
//! A backup is older than the papers in the waiting area. Whoever restores one says so once, before the next start;
//! then every area goes on with a letter that nobody can have used, before the first request is taken. If nobody said
//! so, the first terminal that comes back tells: it has heard of events that this log does not have.

use crate::lobby::{Lobby, LobbyError};
use crate::notices::NoticeKind;
use foyer_domain::engine::{Command, Refusal};
use foyer_domain::visit::Actor;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Why a restored log could not go on.
#[derive(Debug, thiserror::Error)]
pub enum RestoredError {
    /// The mark cannot be made or removed.
    #[error("the mark `{path}` of a restored log cannot be made, read or removed")]
    Mark {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The queue does not take it.
    #[error(transparent)]
    Lobby(#[from] LobbyError),
}

fn mark_in(dir: &Path) -> PathBuf {
    dir.join("restored")
}

/// Says that the log in this folder was restored from a backup; the next start heeds it.
///
/// # Errors
/// A folder that does not take it.
pub fn mark(dir: &Path) -> Result<(), RestoredError> {
    let path = mark_in(dir);
    let made = File::create(&path).and_then(|file| file.sync_all());
    made.map_err(|source| RestoredError::Mark { path, source })
}

/// A terminal knows of a later event than the log has, which commits before it tells: the log is an older one.
pub(crate) async fn recognised(lobby: &Lobby, terminal: &str) {
    // Other terminals know later events, too; one letter is enough.
    if !lobby.recognise_restored() {
        return;
    }
    match lobby.ask(Actor::System, None, Command::Restored).await {
        Ok(_) | Err(LobbyError::Refused(Refusal::NoOffice)) => {}
        Err(error) => tracing::error!(error = &error as &dyn std::error::Error, "no untouched letter"),
    }
    lobby.notices().tell(NoticeKind::Restored, terminal, "").await;
}

/// Goes on with untouched letters if the log was restored. The mark goes when that is durable: a start that ends in
/// between takes one more letter, which harms nobody.
pub(crate) async fn go_on(lobby: &Lobby, dir: &Path) -> Result<(), RestoredError> {
    let path = mark_in(dir);
    if !path.exists() {
        return Ok(());
    }
    match lobby.ask(Actor::System, None, Command::Restored).await {
        Ok(_) => {}
        // Without an office nothing was ever given.
        Err(LobbyError::Refused(Refusal::NoOffice)) => {}
        Err(error) => return Err(error.into()),
    }
    tracing::warn!("the log was restored from a backup: all areas go on with untouched letters");
    fs::remove_file(&path).map_err(|source| RestoredError::Mark { path, source })
}
