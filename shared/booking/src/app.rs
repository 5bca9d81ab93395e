//! What every handler works with.

use crate::mail::outbox::Failing;
use crate::metrics::Metrics;
use crate::pace::Pace;
use crate::settings::Settings;
use crate::store::Store;
use foyer_access::Staff;
use foyer_domain::Timestamp;
use foyer_domain::office::Office;
use foyer_protocol::program::Clock;
use std::sync::Arc;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// Store, clock and settings; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// What is kept.
    pub store: Store,
    /// Who works with bookings.
    pub staff: Staff<Store>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// How often somebody has asked.
    pub pace: Arc<Pace>,
    /// The one clock.
    pub clock: Clock,
    /// The configuration.
    pub settings: Arc<Settings>,
    /// Since when no mail goes out, if none does.
    pub mail_failing: watch::Receiver<Option<Failing>>,
    /// Ends event streams, which graceful shutdown would wait for.
    pub shutdown: CancellationToken,
}

impl App {
    /// Where citizens reach this server for this office, without a slash at the end; empty where nobody has said it.
    pub fn public_url(&self, office: &Office) -> String {
        let everywhere = self.settings.public_url.as_ref().map(url::Url::as_str);
        let said = office.public_url.as_deref().or(everywhere).unwrap_or_default();
        said.trim_end_matches('/').to_owned()
    }

    /// What time it is.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
