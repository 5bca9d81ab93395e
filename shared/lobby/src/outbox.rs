//! Tells the booking server what became of bookings and tickets: at least once, in order, for as long as it
//! takes. The server knows each report by its id, so that telling twice does no harm.

use crate::config::BookingSettings;
use crate::link::{self, BookingLink};
use crate::lobby::Lobby;
use crate::store::registry::Link;
use foyer_client::{CallError, Server};
use foyer_protocol::feed::{Report, ReportBody, Reports};
use foyer_protocol::nonce::Nonce;
use std::time::Duration;
use tokio::sync::watch;

/// So many reports go in one request.
const AT_ONCE: u32 = 100;

/// The first pause after a failure; each further one is twice as long, up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(500);

/// No longer than this passes without another try: citizens look at their phones.
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// Empties the outbox for as long as the lobby runs.
pub(crate) async fn deliver(lobby: Lobby, settings: BookingSettings) {
    let shutdown = lobby.shutdown();
    tokio::select! {
        () = shutdown.cancelled() => {}
        () = deliver_all(&lobby, &settings) => {}
    }
}

async fn deliver_all(lobby: &Lobby, settings: &BookingSettings) {
    let mut changes = lobby.changes();
    let mut link_changes = lobby.link();
    let mut told = 0;
    let mut way = None;
    let mut pause = FIRST_PAUSE;
    loop {
        let newest = changes.borrow_and_update().last_report;
        if newest == told {
            if changes.changed().await.is_err() {
                return;
            }
            continue;
        }
        match deliver_some(lobby, settings, &mut way).await {
            Delivery::Empty => {
                told = newest;
                pause = FIRST_PAUSE;
            }
            Delivery::Some => pause = FIRST_PAUSE,
            Delivery::Failed => {
                rest(&mut link_changes, pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
    }
}

/// Waits, but not when the link comes up meanwhile.
async fn rest(link: &mut watch::Receiver<BookingLink>, pause: Duration) {
    link.mark_unchanged();
    let up = async {
        while link.changed().await.is_ok() {
            if *link.borrow_and_update() == BookingLink::Connected {
                return;
            }
        }
        std::future::pending().await
    };
    // Both ends mean the same: try again.
    let _ = tokio::time::timeout(pause, up).await;
}

enum Delivery {
    Empty,
    Some,
    Failed,
}

async fn deliver_some(
    lobby: &Lobby,
    settings: &BookingSettings,
    way: &mut Option<(Link, Server)>,
) -> Delivery {
    let reports = match lobby.reports(AT_ONCE).await {
        Ok(reports) if reports.is_empty() => return Delivery::Empty,
        Ok(reports) => reports,
        Err(error) => {
            tracing::error!(%error, "the outbox cannot be read");
            return Delivery::Failed;
        }
    };
    let Some(server) = booking_server(lobby, settings, way).await else { return Delivery::Failed };
    let up_to = reports.last().map_or(0, |report: &Report| report.id);
    match tell(&server, reports).await {
        Ok(()) => {}
        Err(error) if error.is_retryable() => {
            tracing::debug!(error = &error as &dyn std::error::Error, "the reports wait");
            return Delivery::Failed;
        }
        Err(error) => {
            // They are kept: a booking server of the right version will take them.
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "the booking server refuses the reports"
            );
            return Delivery::Failed;
        }
    }
    match lobby.reported(up_to).await {
        Ok(()) => Delivery::Some,
        Err(error) => {
            tracing::error!(%error, "delivered reports stay in the outbox and go again");
            Delivery::Failed
        }
    }
}

/// Tells reports. A booking server from before figures were made does not know the ends of visits and refuses all that
/// stands beside them: it hears the others, and its city does without these figures until it is a newer one.
async fn tell(server: &Server, reports: Vec<Report>) -> Result<(), CallError> {
    let reports = Reports { reports };
    let told: Result<(), CallError> = server.post("/reports", Nonce::random(), &reports).await;
    let is_visit = |report: &Report| matches!(report.body, ReportBody::Visit(_));
    match told {
        Err(error) if !error.is_retryable() && reports.reports.iter().any(is_visit) => {
            let mut others = reports.reports;
            let count = others.len();
            others.retain(|report| !is_visit(report));
            let passed_over = count - others.len();
            server.post::<_, ()>("/reports", Nonce::random(), &Reports { reports: others }).await?;
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                passed_over,
                "the booking server is older and makes no figures of visits; bring it up to date"
            );
            Ok(())
        }
        told => told,
    }
}

/// The booking server of the current sign-on; a client with its connections is kept while that stays the same.
pub(crate) async fn booking_server(
    lobby: &Lobby,
    settings: &BookingSettings,
    way: &mut Option<(Link, Server)>,
) -> Option<Server> {
    let link = lobby.registry().link().await.ok()??;
    if let Some((kept, server)) = way
        && *kept == link
    {
        return Some(server.clone());
    }
    let server = link::server(&link, settings).ok()?;
    *way = Some((link, server.clone()));
    Some(server)
}
