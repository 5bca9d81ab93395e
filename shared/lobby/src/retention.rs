//! How long what is kept, and by whom it is removed. Names have a file and a time of their own (`persons`).

use crate::lobby::{Lobby, LobbyError};
use crate::owner::{CLERKS_FOR, Tidy};
use crate::store::StoreError;
use crate::store::retention::{Base, base_before};
use chrono::Days;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Visits are kept pseudonymous for so many days, then as sums of their days.
const VISITS_FOR: Days = Days::new(90);

/// How often the log is looked through.
const LOOK: Duration = Duration::from_secs(3_600);

/// Why something stays longer than it should, until the next look.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RetentionError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Lobby(#[from] LobbyError),
}

/// Removes what is old, for as long as the lobby runs.
pub(crate) async fn keep(lobby: Lobby, dir: PathBuf) {
    let shutdown = lobby.shutdown();
    loop {
        if let Err(error) = look(&lobby, &dir).await {
            tracing::error!(error = &error as &dyn std::error::Error, "what is old stays for another hour");
        }
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Removes what is old now.
pub(crate) async fn look(lobby: &Lobby, dir: &Path) -> Result<(), RetentionError> {
    let roles = lobby.registry().staff_roles().await?;
    let mut base = base(lobby, dir).await?;
    // In parts: whoever asks the queue meanwhile is answered in between.
    while lobby.tidy(Tidy { roles: roles.clone(), base: base.take() }).await? {}
    lobby.registry().forget_old(lobby.clock().now() - CLERKS_FOR).await?;
    Ok(())
}

/// The state that stands for all days that are over for so long. It is made aside, not by the queue.
async fn base(lobby: &Lobby, dir: &Path) -> Result<Option<Base>, StoreError> {
    let state = lobby.state();
    let day = state.office().and_then(|office| office.day(lobby.clock().now()).checked_sub_days(VISITS_FOR));
    let Some(day) = day else { return Ok(None) };
    let dir = dir.to_owned();
    let made = tokio::task::spawn_blocking(move || base_before(&dir, day)).await;
    made.expect("reading the log neither panics nor is cancelled")
}

#[cfg(test)]
mod tests;
