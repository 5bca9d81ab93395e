//! Tells addresses of others what became of bookings: signed by the rules of Standard Webhooks 1.0 (`webhook-id`,
//! `webhook-timestamp`, `webhook-signature`), in order, at least once; whatever is not taken is told again.

use crate::app::App;
use crate::random;
use crate::store::{DueHook, StoreFault};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use foyer_client::Outward;
use foyer_domain::Timestamp;
use foyer_protocol::changes::Changes;
use futures_util::future::join_all;
use std::error::Error;
use std::time::Duration;
use url::{Host, Url};

/// So often it is looked whether anything is due.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// So long an address may take.
const TIMEOUT: Duration = Duration::from_secs(15);
/// A claim lasts for that, and this much longer.
const CLAIM: TimeDelta = TimeDelta::seconds(75);
/// Stands before a secret, so that it is known for one.
const PREFIX: &str = "whsec_";

/// A secret as receivers are given it.
pub fn shown(secret: &[u8]) -> String {
    format!("{PREFIX}{}", STANDARD.encode(secret))
}

/// Whether something may be told there: over TLS, or on this machine.
pub fn is_safe(url: &Url) -> bool {
    url.scheme() == "https" || (url.scheme() == "http" && is_here(url))
}

/// Whether it is this machine, whose programs only its command line may have told: a page would let people look for
/// what else runs here.
pub fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback() || address.is_unspecified(),
        Some(Host::Ipv6(address)) => {
            let v4 = address.to_ipv4_mapped();
            address.is_loopback() || address.is_unspecified() || v4.is_some_and(|v4| v4.is_loopback())
        }
        None => false,
    }
}

fn signature(secret: &[u8], id: &str, at: i64, body: &str) -> String {
    let said = format!("{id}.{at}.{body}");
    format!("v1,{}", STANDARD.encode(random::mac(secret, said.as_bytes())))
}

/// Tells until the server stops.
pub async fn run(app: App) {
    let outward = match Outward::new(TIMEOUT) {
        Ok(outward) => outward,
        Err(fault) => {
            tracing::error!(error = &fault as &dyn Error, "no webhook is told: TLS cannot be used");
            return;
        }
    };
    let mut tick = tokio::time::interval(LOOK_EVERY);
    loop {
        tokio::select! {
            () = app.shutdown.cancelled() => return,
            _ = tick.tick() => {}
        }
        if let Err(fault) = tell_all(&app, &outward).await {
            tracing::error!(error = &fault as &dyn Error, "webhooks cannot be read; it is tried again");
        }
    }
}

/// Tells everybody all that is due.
async fn tell_all(app: &App, outward: &Outward) -> Result<(), StoreFault> {
    while !app.shutdown.is_cancelled() {
        let due = app.store.claim_webhooks(CLAIM, app.now()).await?;
        if due.is_empty() {
            return Ok(());
        }
        let told = join_all(due.into_iter().map(|hook| tell(app, outward, hook))).await;
        told.into_iter().collect::<Result<(), StoreFault>>()?;
    }
    Ok(())
}

async fn tell(app: &App, outward: &Outward, hook: DueHook) -> Result<(), StoreFault> {
    let up_to = hook.batch.cursor.seq();
    let (id, now) = (hook.id, app.now());
    match send(outward, hook, now).await {
        Ok(()) => app.store.webhook_told(id, up_to, app.now()).await,
        Err(said) => {
            let is_dead = app.store.webhook_failed(id, said.clone(), now).await?;
            if is_dead {
                tracing::error!(webhook = id, said, "given up; see `foyer-booking webhook list`");
            } else {
                tracing::warn!(webhook = id, said, "told in vain; it is told again");
            }
            Ok(())
        }
    }
}

/// Sends one batch; why it was not taken.
async fn send(outward: &Outward, hook: DueHook, now: Timestamp) -> Result<(), String> {
    let cursor = hook.batch.cursor.to_string();
    let changes = hook.batch.changes.into_iter().map(|(_, change)| change).collect();
    let body = Changes { changes, cursor: cursor.clone(), more: hook.batch.more };
    let body = serde_json::to_string(&body).map_err(|fault| fault.to_string())?;
    let (id, at) = (format!("{}-{cursor}", hook.id), now.timestamp());
    let url = hook.url.parse().map_err(|_| "it is no address".to_owned())?;
    let signature = signature(&hook.secret, &id, at, &body);
    let at = at.to_string();
    let headers =
        [("webhook-signature", signature.as_str()), ("webhook-id", &id), ("webhook-timestamp", &at)];
    outward.tell(url, &headers, body).await.map_err(|fault| fault.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the Standard Webhooks specification.
    #[test]
    fn signs_as_others_verify() {
        let secret = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        assert_eq!(
            signature(&secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        );
        assert_eq!(shown(&secret), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    #[test]
    fn tells_over_tls_or_on_this_machine() {
        let is_safe = |url: &str| is_safe(&url.parse().unwrap());
        assert!(is_safe("https://stadtplan.example/hook") && is_safe("http://127.0.0.1:9/x"));
        assert!(is_safe("http://[::1]:9/x") && is_safe("http://localhost:9/"));
        assert!(!is_safe("http://stadtplan.example/hook") && !is_safe("ftp://localhost/"));
        assert!(!is_safe("http://127.0.0.1.stadtplan.example/"));
    }
}
