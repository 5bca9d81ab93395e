//! The running server: routes, headers, timers, shutdown.

use crate::app::App;
use crate::mail::outbox::Outbox;
use crate::metrics;
use crate::pace::{self, Pace};
use crate::settings::Settings;
use crate::store::{Store, StoreFault};
use crate::{api, hooks, lock, pages};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware;
use foyer_access::{Staff, StaffError};
use foyer_protocol::program::SettingsError;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

/// Another process's changes are noticed within this time. SQLite cannot tell them; asking costs microseconds.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// Holds end within this time after they are over; a search ends them at once.
const EXPIRE_EVERY: Duration = Duration::from_secs(1);
/// Old data is deleted so often.
const HOUSEKEEP_EVERY: Duration = Duration::from_secs(60);
/// How long open requests may take once the server is to stop.
const GRACE: Duration = Duration::from_secs(5);

/// Why a server does not start, or stopped by itself.
#[derive(Debug, thiserror::Error)]
pub enum ServeFault {
    /// The configuration.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The data folder or database.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// The staff.
    #[error(transparent)]
    Staff(#[from] StaffError<StoreFault>),
    /// The certificate or its key.
    #[error(
        "cannot use the certificate `{certificate}` with the key `{key}`; both must be PEM and belong together"
    )]
    Certificate {
        /// `listen.certificate`.
        certificate: PathBuf,
        /// `listen.private_key`.
        key: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The network.
    #[error("the server can no longer listen")]
    Listen(#[source] std::io::Error),
}

/// Serves on `listener` until `shutdown` is cancelled. Event streams end with it.
///
/// # Errors
/// A configuration, folder, database or certificate that cannot be used.
pub async fn serve(
    listener: TcpListener,
    settings: Settings,
    shutdown: CancellationToken,
) -> Result<(), ServeFault> {
    serve_and_say(listener, settings, shutdown, |_| ()).await
}

/// As [`serve`], and calls `ready` when the data is open and answers will come: whoever was told an address
/// may count on it. While nobody works here yet it is told the path of the first administrator's link.
///
/// # Errors
/// As [`serve`]; `ready` was not called then.
pub async fn serve_and_say(
    listener: TcpListener,
    settings: Settings,
    shutdown: CancellationToken,
    ready: impl FnOnce(Option<String>),
) -> Result<(), ServeFault> {
    settings.check()?;
    raise_open_files();
    let clock = settings.clock.clock(settings.demo)?;
    let _lock = settings.data.dir.as_deref().map(lock::take).transpose()?;
    let store = Store::open(&settings.data, settings.mail.is_some(), clock.now())?;
    store.lay_horizon(clock.now()).await?;
    store.housekeep(clock.now(), clock.is_demo()).await?;
    let staff = Staff::new(store.clone(), clock);
    let first = staff.first_administrator().await?.map(|path| format!("/staff{path}"));
    let (failing, mail_failing) = watch::channel(None);
    let outbox = settings.mail.as_ref().map(|mail| Outbox::new(mail, settings.public_host(), failing));
    let outbox = outbox.transpose()?;
    let pace = Arc::new(Pace::new(&settings.limits, settings.listen.trusted_proxy));
    let settings = Arc::new(settings);
    let app = App {
        store,
        staff,
        metrics: Arc::default(),
        pace,
        clock,
        settings,
        mail_failing,
        shutdown: shutdown.clone(),
    };
    let timers = [tokio::spawn(keep_time(app.clone())), tokio::spawn(work_closings(app.clone()))];
    let sending = outbox.map(|outbox| tokio::spawn(outbox.run(app.clone())));
    let telling = tokio::spawn(hooks::run(app.clone()));
    ready(first);
    let result = listen(listener, app, shutdown.clone()).await;
    shutdown.cancel();
    for timer in timers {
        // It ends by itself; a panic in it has been logged.
        if tokio::time::timeout(GRACE, timer).await.is_err() {
            tracing::warn!(
                "what was due was not finished when the server stopped; it is done with the next start"
            );
        }
    }
    if let Some(sending) = sending
        && tokio::time::timeout(GRACE, sending).await.is_err()
    {
        tracing::warn!("a mail was on its way when the server stopped; it is sent again");
    }
    if tokio::time::timeout(GRACE, telling).await.is_err() {
        tracing::warn!("somebody was being told when the server stopped; they are told again");
    }
    result
}

/// Every phone holds a stream. A system that does not let it serves fewer.
fn raise_open_files() {
    match foyer_protocol::program::raise_open_files() {
        Ok(files) => tracing::info!(files, "may be open at once"),
        Err(error) => {
            tracing::warn!(error = &error as &dyn std::error::Error, "no more files may be open than before")
        }
    }
}

async fn listen(listener: TcpListener, app: App, shutdown: CancellationToken) -> Result<(), ServeFault> {
    let handle = axum_server::Handle::new();
    let stop = handle.clone();
    tokio::spawn(async move {
        shutdown.cancelled().await;
        stop.graceful_shutdown(Some(GRACE));
    });
    listener.set_nonblocking(true).map_err(ServeFault::Listen)?;
    let settings = Arc::clone(&app.settings);
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    let listen = &settings.listen;
    let served = match (&listen.certificate, &listen.private_key) {
        (Some(certificate), Some(key)) if listen.tls => {
            // Another part of the process may have chosen it already; they are the same.
            let _ = rustls::crypto::ring::default_provider().install_default();
            let fault = |source| ServeFault::Certificate {
                certificate: certificate.clone(),
                key: key.clone(),
                source,
            };
            let tls = axum_server::tls_rustls::RustlsConfig::from_pem_file(certificate, key)
                .await
                .map_err(fault)?;
            let server = axum_server::from_tcp_rustls(listener, tls).map_err(ServeFault::Listen)?;
            server.handle(handle).serve(service).await
        }
        _ => {
            let server = axum_server::from_tcp(listener).map_err(ServeFault::Listen)?;
            server.handle(handle).serve(service).await
        }
    };
    served.map_err(ServeFault::Listen)
}

/// All routes with what holds for every answer.
pub fn router(app: App) -> Router {
    let set = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    Router::new()
        .merge(api::routes())
        .merge(pages::routes())
        .layer(middleware::from_fn_with_state(app.clone(), pace::keep))
        .layer(middleware::from_fn_with_state(app.clone(), metrics::count))
        .layer(DefaultBodyLimit::max(api::BODY_LIMIT))
        .layer(CatchPanicLayer::custom(pages::panicked))
        // Event streams and pictures are left as they are.
        .layer(CompressionLayer::new())
        .layer(set(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(set(header::REFERRER_POLICY, "no-referrer"))
        .layer(set(header::CONTENT_SECURITY_POLICY, pages::CONTENT_SECURITY_POLICY))
        // Secrets stand in addresses, and times change while one looks at them.
        .layer(set(header::CACHE_CONTROL, "no-store"))
        .with_state(app)
}

/// Does what time asks for until the server stops.
async fn keep_time(app: App) {
    let mut look = tokio::time::interval(LOOK_EVERY);
    let mut expire = tokio::time::interval(EXPIRE_EVERY);
    let mut housekeep = tokio::time::interval(HOUSEKEEP_EVERY);
    loop {
        let done = tokio::select! {
            () = app.shutdown.cancelled() => return,
            _ = look.tick() => app.store.look(app.now()).await,
            _ = expire.tick() => app.store.expire_holds(app.now()).await,
            _ = housekeep.tick() => {
                tend(&app).await;
                Ok(())
            }
        };
        say_if_not(done);
    }
}

/// Each for itself: what cannot be done today must not keep contacts from being deleted.
async fn tend(app: &App) {
    let now = app.now();
    app.pace.forget();
    say_if_not(app.store.housekeep(now, app.clock.is_demo()).await);
    say_if_not(app.store.follow_day(now).await);
    say_if_not(app.store.offer_waiting(now).await);
}

/// Does what closings have left to do, which is long work where many had booked; it stops between two bookings.
async fn work_closings(app: App) {
    let mut work = tokio::time::interval(HOUSEKEEP_EVERY);
    loop {
        let next = async {
            work.tick().await;
            app.store.work_closings(app.now()).await
        };
        tokio::select! {
            () = app.shutdown.cancelled() => return,
            done = next => say_if_not(done),
        }
    }
}

fn say_if_not(done: Result<(), StoreFault>) {
    if let Err(fault) = done {
        tracing::error!(
            error = &fault as &dyn std::error::Error,
            "what is due could not be done; it is tried again"
        );
    }
}
