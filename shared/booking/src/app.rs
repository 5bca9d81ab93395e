//! What every handler works with.

use crate::settings::Settings;
use crate::store::Store;
use foyer_domain::Timestamp;
use foyer_protocol::program::Clock;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// Store, clock and settings; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// What is kept.
    pub store: Store,
    /// The one clock.
    pub clock: Clock,
    /// The configuration.
    pub settings: Arc<Settings>,
    /// Ends event streams, which graceful shutdown would wait for.
    pub shutdown: CancellationToken,
}

impl App {
    /// What time it is.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
