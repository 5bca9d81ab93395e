//! Waiting for something to be so, with a limit.

use anyhow::{Result, bail};
use std::future::Future;
use std::time::{Duration, Instant};

/// How long a step may take on a slow machine with busy neighbours.
pub const LIMIT: Duration = Duration::from_secs(60);

/// Asks again until there is a value.
///
/// # Errors
/// `what` did not come within `limit`; or what `look` says.
pub async fn for_value<T, F>(what: &str, limit: Duration, mut look: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<Option<T>>>,
{
    let began = Instant::now();
    let mut tick = tokio::time::interval(Duration::from_millis(40));
    loop {
        tick.tick().await;
        if let Some(value) = look().await? {
            return Ok(value);
        }
        if began.elapsed() > limit {
            bail!("waited {} s in vain for {what}", limit.as_secs());
        }
    }
}

/// What somebody takes between two things that they do. It is part of the story and never a way to wait for
/// a program: that is [`for_value`].
pub async fn pause(how_long: Duration) {
    let mut tick = tokio::time::interval(how_long);
    // The first tick comes at once.
    tick.tick().await;
    tick.tick().await;
}
