//! What a supervisor tells everybody, on displays and kiosks, until a time. It is of the moment: beside the log, in the
//! registry, so that a lobby that is started again still tells it.

use crate::lobby::Lobby;
use crate::store::StoreError;
use crate::store::registry::Registry;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::id::StaffId;
use foyer_protocol::lobby::{BROADCAST_MOST, Broadcast};
use foyer_protocol::program::Clock;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::watch;

/// Nothing is told for longer than a day: what holds for longer is configured.
const LONGEST: TimeDelta = TimeDelta::hours(24);

/// However long it still holds it is looked at this often: a clock may be set.
const LOOK: Duration = Duration::from_secs(3);

/// Why nothing is told.
#[derive(Debug, thiserror::Error)]
pub enum BroadcastError {
    /// Empty, too long, or more than text.
    #[error("a notice has 1 to {BROADCAST_MOST} characters, none of them for control or direction")]
    Text,
    /// Over already, or for too long.
    #[error("a notice ends within 24 hours")]
    Until,
    /// It could not be kept.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is told to everybody. Clones are handles to the same.
#[derive(Clone)]
pub struct Broadcasts {
    registry: Registry,
    clock: Clock,
    told: watch::Sender<Option<Arc<Broadcast>>>,
    has_changed: Arc<AtomicBool>,
    /// Held while file and memory are changed together.
    changing: Arc<tokio::sync::Mutex<()>>,
}

impl Broadcasts {
    /// With what was told before, if that still holds.
    pub(crate) async fn load(registry: Registry, clock: Clock) -> Result<Self, StoreError> {
        let now = clock.now();
        let told = registry.broadcast().await?.filter(|broadcast| now < broadcast.until).map(Arc::new);
        Ok(Self {
            registry,
            clock,
            told: watch::Sender::new(told),
            has_changed: Arc::default(),
            changing: Arc::default(),
        })
    }

    /// What is told now.
    pub fn told(&self) -> Option<Broadcast> {
        let now = self.clock.now();
        self.told.borrow().as_deref().filter(|broadcast| now < broadcast.until).cloned()
    }

    /// Whether anything was told or ended since this program began: whoever was away then may not know.
    pub(crate) fn has_changed(&self) -> bool {
        self.has_changed.load(Ordering::Relaxed)
    }

    /// Hears of every change.
    pub fn changes(&self) -> watch::Receiver<Option<Arc<Broadcast>>> {
        self.told.subscribe()
    }

    /// Tells everybody this instead of what was told before. Kept before it is shown.
    ///
    /// # Errors
    /// What is no sentence, a wrong end, storage.
    pub async fn tell(&self, by: &StaffId, text: &str, until: Timestamp) -> Result<(), BroadcastError> {
        let (text, now) = (text.trim(), self.clock.now());
        let is_sentence = (1..=BROADCAST_MOST).contains(&text.chars().count()) && !text.contains(is_no_text);
        if !is_sentence {
            return Err(BroadcastError::Text);
        }
        if until <= now || until - now > LONGEST {
            return Err(BroadcastError::Until);
        }
        let broadcast = Broadcast { text: text.to_owned(), until };
        let _changing = self.changing.lock().await;
        self.registry.keep_broadcast(broadcast.clone(), by.clone(), now).await?;
        tracing::info!(%by, %until, "everybody is told something");
        self.has_changed.store(true, Ordering::Relaxed);
        self.told.send_replace(Some(Arc::new(broadcast)));
        Ok(())
    }

    /// Tells nothing any more.
    ///
    /// # Errors
    /// Storage.
    pub async fn end(&self) -> Result<(), StoreError> {
        let _changing = self.changing.lock().await;
        self.drop_told().await
    }

    /// Ends what is told if its time is over; a newer one stays.
    async fn end_if_over(&self) -> Result<(), StoreError> {
        let _changing = self.changing.lock().await;
        let is_over = self.told.borrow().as_ref().is_some_and(|told| told.until <= self.clock.now());
        if is_over { self.drop_told().await } else { Ok(()) }
    }

    async fn drop_told(&self) -> Result<(), StoreError> {
        self.registry.drop_broadcast().await?;
        self.has_changed.store(true, Ordering::Relaxed);
        self.told.send_if_modified(|told| told.take().is_some());
        Ok(())
    }
}

/// What steers a line instead of standing in it: control characters, separators, and marks of direction.
fn is_no_text(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// Ends what is told when its time is over, for as long as the lobby runs.
pub(crate) async fn end_in_time(lobby: Lobby) {
    let (shutdown, mut changes) = (lobby.shutdown(), lobby.broadcasts().changes());
    loop {
        let until = changes.borrow_and_update().as_ref().map(|broadcast| broadcast.until);
        let mut pause = until.map_or(LOOK, |until| lobby.clock().until(until).min(LOOK));
        if until.is_some_and(|until| until <= lobby.clock().now()) {
            pause = LOOK;
            if let Err(error) = lobby.broadcasts().end_if_over().await {
                // Terminals know the end themselves; it is tried again.
                tracing::error!(error = &error as &dyn std::error::Error, "a notice could not be ended");
            }
        }
        tokio::select! {
            () = shutdown.cancelled() => return,
            _ = changes.changed() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn ten() -> Timestamp {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    #[tokio::test]
    async fn it_is_a_sentence_that_ends_by_itself_and_outlives_a_start() {
        let data = TempDir::new().unwrap();
        let registry = Registry::open(data.path()).unwrap();
        let (clock, hands) = Clock::by_hand(None, ten());
        let broadcasts = Broadcasts::load(registry.clone(), clock).await.unwrap();
        let by = StaffId::from("rea");
        let hour = ten() + TimeDelta::hours(1);
        for wrong in ["", " ", "a\u{7}b", "a\nb", "a\u{202e}b", "a\u{2067}b", "a\u{200f}b", &"x".repeat(201)]
        {
            assert!(
                matches!(broadcasts.tell(&by, wrong, hour).await, Err(BroadcastError::Text)),
                "{wrong:?}"
            );
        }
        for wrong in [ten(), ten() + TimeDelta::hours(25)] {
            assert!(matches!(broadcasts.tell(&by, "x", wrong).await, Err(BroadcastError::Until)));
        }
        assert_eq!(broadcasts.told(), None);
        let longest = "ä".repeat(200);
        broadcasts.tell(&by, &format!(" {longest} "), hour).await.unwrap();
        let told = Broadcast { text: longest, until: hour };
        assert_eq!(broadcasts.told(), Some(told.clone()));
        let again = Broadcasts::load(registry.clone(), clock).await.unwrap();
        assert_eq!(again.told(), Some(told), "a lobby that is started again");
        hands.pass(Duration::from_secs(3_600));
        assert_eq!(again.told(), None, "its time is over");
        assert_eq!(Broadcasts::load(registry.clone(), clock).await.unwrap().told(), None);
        again.end().await.unwrap();
        assert_eq!(registry.broadcast().await.unwrap(), None);
    }

    /// Whoever ends a notice whose time is over may find another one in its place: that one stays.
    #[tokio::test]
    async fn a_notice_that_ends_while_it_is_replaced_does_not_take_the_new_one_with_it() {
        let data = TempDir::new().unwrap();
        let registry = Registry::open(data.path()).unwrap();
        let (clock, hands) = Clock::by_hand(None, ten());
        let broadcasts = Broadcasts::load(registry.clone(), clock).await.unwrap();
        let by = StaffId::from("rea");
        broadcasts.tell(&by, "alt", ten() + TimeDelta::minutes(1)).await.unwrap();
        hands.pass(Duration::from_secs(61));
        // The new one is being written when the end comes: the end waits, and looks only then.
        let changing = broadcasts.changing.lock().await;
        let mut end = Box::pin(broadcasts.end_if_over());
        assert!(futures_util::poll!(&mut end).is_pending());
        let new = Broadcast { text: "neu".to_owned(), until: ten() + TimeDelta::hours(1) };
        registry.keep_broadcast(new.clone(), by, clock.now()).await.unwrap();
        broadcasts.told.send_replace(Some(Arc::new(new.clone())));
        drop(changing);
        end.await.unwrap();
        assert_eq!(broadcasts.told(), Some(new.clone()));
        assert_eq!(registry.broadcast().await.unwrap(), Some(new), "also for the next lobby");
        hands.pass(Duration::from_secs(3_600));
        broadcasts.end_if_over().await.unwrap();
        assert_eq!(registry.broadcast().await.unwrap(), None, "until its own time is over");
    }
}
