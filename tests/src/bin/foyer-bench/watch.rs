//! What a spot of a screen looks like over some time.

use anyhow::{Context, Result, ensure};
use foyer_tests::screen::Spot;
use std::time::{Duration, Instant};

/// What was seen, and how long after the beginning.
pub struct Seen {
    /// The first change.
    pub changed: Duration,
    /// The last look came for the first time.
    pub settled: Duration,
    /// Something else became so.
    pub other: Option<Duration>,
}

/// Watches a spot that looked like `before` from a moment on for so long, and when `other` becomes so.
///
/// # Errors
/// The screen cannot be read, or did not change.
pub async fn spot(
    spot: &Spot,
    before: &[u8],
    (began, how_long): (Instant, Duration),
    other: impl Fn() -> bool,
) -> Result<Seen> {
    let mut looks: Vec<(Duration, Vec<u8>)> = Vec::new();
    let mut was_so = None;
    let mut tick = tokio::time::interval(Duration::from_millis(2));
    while began.elapsed() < how_long {
        tick.tick().await;
        let look = spot.look()?;
        if looks.last().map_or(before, |(_, last)| last) != look {
            looks.push((began.elapsed(), look));
        }
        if was_so.is_none() && other() {
            was_so = Some(began.elapsed());
        }
    }
    let (changed, _) = looks.first().context("the screen did not change")?;
    let (_, end) = looks.last().context("the screen did not change")?;
    ensure!(end != before, "the screen looks as it did before");
    let settled = looks.iter().find(|(_, look)| look == end).context("the last look is one of them")?;
    Ok(Seen { changed: *changed, settled: settled.0, other: was_so })
}
