//! Puts a lobby together and runs it.

use crate::api;
use crate::board::Board;
use crate::broadcast::{Broadcasts, end_in_time};
use crate::closing;
use crate::config::Config;
use crate::copies::{self, Copies};
use crate::devices::Devices;
use crate::link::{self, BookingLink};
use crate::lists;
use crate::lobby::{Inner, Lobby, Published};
use crate::notices::{self, Notices};
use crate::outbox;
use crate::owner::{Outlets, Owner, WAITING};
use crate::pages;
use crate::persons;
use crate::positions;
use crate::presence::Presence;
use crate::restored::{self, RestoredError};
use crate::retention;
use crate::screens::Screens;
use crate::slides::{self, Slides};
use crate::speech::Speech;
use crate::staff::Staff;
use crate::store::StoreError;
use crate::store::log::LogStore;
use crate::store::persons::Persons;
use crate::store::registry::Registry;
use crate::timers;
use crate::tls::{self, TlsError};
use crate::troubles::{self, Troubles};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum_server::accept::NoDelayAcceptor;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use chrono::TimeDelta;
use foyer_client::Fingerprint;
use foyer_domain::attempts::Attempts;
use foyer_domain::id::DeviceId;
use foyer_protocol::program::{Clock, SettingsError, miss_who_vanished};
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::{broadcast, mpsc, watch};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tower_http::catch_panic::CatchPanicLayer;

/// No request of a terminal or a form of the desk is larger.
const BODY_BYTES: usize = 64 * 1024;

/// Requests that are under way at the end may take so long; streams end at once.
const GRACE: Duration = Duration::from_secs(5);

/// Who follows the log's events may be so many behind before it has to look at the state instead.
const RECORDS: usize = 1_024;

/// A demonstration that is begun again after so long begins at its start.
const DEMO_DAY: TimeDelta = TimeDelta::hours(12);

/// Why a lobby does not start, or stops.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The configuration.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The data.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The certificate.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The address is taken or not ours.
    #[error("cannot listen on {address}; another program may have it, or name another `listen.address`")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// The system gives no thread.
    #[error("cannot start the queue's thread")]
    Thread(#[source] std::io::Error),
    /// The log was restored from a backup, and the numbers after that cannot be told from those before.
    #[error("after the restore no new letters could be taken; nothing was given")]
    Restored(#[from] RestoredError),
    /// Serving broke off.
    #[error("serving broke off")]
    Serve(#[source] std::io::Error),
}

/// A lobby that works, before or without a network.
pub struct Running {
    /// The handle.
    pub lobby: Lobby,
    owner: JoinHandle<()>,
    tls: Option<RustlsConfig>,
    dir: PathBuf,
    booking: crate::config::BookingSettings,
}

/// Opens the address of the configuration.
///
/// # Errors
/// An address in the open without TLS, or one that cannot be had.
pub fn bind(config: &Config) -> Result<TcpListener, ServeError> {
    config.check()?;
    let address = config.listen.address;
    let listener = TcpListener::bind(address).map_err(|source| ServeError::Listen { address, source })?;
    // The server's runtime asks for the first.
    let prepared = listener.set_nonblocking(true).and_then(|()| miss_who_vanished(&listener));
    prepared.map_err(|source| ServeError::Listen { address, source })?;
    Ok(listener)
}

/// Serves until `shutdown`, then ends the event streams, lets requests finish and closes the log.
///
/// # Errors
/// Data, certificate or network that cannot be used; the message says what helps.
pub async fn serve(
    listener: TcpListener,
    config: Config,
    shutdown: CancellationToken,
) -> Result<(), ServeError> {
    let running = start(&config, shutdown).await?;
    running.serve(listener).await
}

/// Reads the data and starts the owner of the queue.
///
/// # Errors
/// Data or certificate that cannot be used; the message says what helps.
pub async fn start(config: &Config, shutdown: CancellationToken) -> Result<Running, ServeError> {
    start_by(config, None, shutdown).await
}

/// The same by another clock than the configuration's.
///
/// # Errors
/// As [`start`].
pub async fn start_by(
    config: &Config,
    clock: Option<Clock>,
    shutdown: CancellationToken,
) -> Result<Running, ServeError> {
    config.check()?;
    raise_open_files();
    let dir = config.data.dir.clone();
    let store = LogStore::open(&dir)?;
    let registry = Registry::open(&dir)?;
    let persons = Persons::open(&dir)?;
    let loaded = store.load()?;
    let clock = match clock {
        Some(clock) => clock,
        // What is in the log is done; a demonstration begins again where it is told.
        None if config.clock.start.is_none() => Clock::doubting(loaded.last_at),
        None => self::clock(config, &registry, true).await?,
    };
    let tls = tls::load(&config.listen, &dir)?;
    if let Some(tls) = &tls {
        tracing::info!(fingerprint = %tls.fingerprint, own = tls.own, "the certificate of this lobby");
    }
    let pin: Option<Fingerprint> = tls.as_ref().filter(|tls| tls.own).map(|tls| tls.fingerprint.clone());
    let devices = Devices::load(registry.clone(), clock, pin).await?;
    let list_key = store.list_key()?;
    let current = Published {
        seq: loaded.seq,
        state: Arc::new(loaded.state),
        beside: Arc::new(loaded.beside),
        last_report: loaded.last_report,
    };
    let booking = registry.link().await?.map_or(BookingLink::NotLinked, |link| BookingLink::Disconnected {
        since: current.beside.known_until(&link.id).unwrap_or_else(|| clock.now()),
    });
    let (jobs, waiting) = mpsc::channel(WAITING);
    let (published, readers) = watch::channel(current.clone());
    let records = broadcast::Sender::new(RECORDS);
    let screens = Arc::new(Screens::new(current.seq));
    let outlets = Outlets { published, records: records.clone(), screens: Arc::clone(&screens) };
    let (checkpoint, tidied) = (current.seq, clock.now());
    let owner =
        Owner { store, persons: persons.clone(), clock, jobs: waiting, outlets, current, checkpoint, tidied };
    let thread = std::thread::Builder::new().name("queue".to_owned());
    let owner = thread.spawn(move || owner.run()).map_err(ServeError::Thread)?;
    let lobby = Lobby::new(Inner {
        jobs,
        published: readers,
        records,
        screens,
        clock,
        staff: Staff::new(registry.clone(), clock),
        devices,
        notices: Notices::new(registry.clone(), clock),
        board: Board::default(),
        broadcasts: Broadcasts::load(registry.clone(), clock).await?,
        slides: Slides::of(&dir),
        speech: Speech::new(config.speech.clone()),
        copies: Copies::default(),
        presence: Presence::new(clock.now()),
        troubles: Troubles::default(),
        registry,
        persons,
        link: watch::Sender::new(booking),
        keypads: Mutex::new(keypads()),
        list_key,
        lists: watch::Sender::new(0),
        late_ones: watch::Sender::default(),
        restored: AtomicBool::new(false),
        tls: config.listen.tls || config.listen.trusted_proxy.is_some(),
        shutdown,
    });
    restored::go_on(&lobby, &dir).await?;
    copies::take_up(&lobby).await?;
    Ok(Running { lobby, owner, tls: tls.map(rustls), dir, booking: config.booking.clone() })
}

fn rustls(tls: tls::Tls) -> RustlsConfig {
    RustlsConfig::from_config(tls.config)
}

/// Five wrong short codes in two minutes lock a keypad for one minute.
fn keypads() -> Attempts<DeviceId> {
    Attempts::new(5, TimeDelta::minutes(2), TimeDelta::minutes(1))
}

/// Every terminal and desk holds a stream. A system that does not let it serves fewer.
fn raise_open_files() {
    match foyer_protocol::program::raise_open_files() {
        Ok(files) => tracing::info!(files, "may be open at once"),
        Err(error) => {
            tracing::warn!(error = &error as &dyn std::error::Error, "no more files may be open than before")
        }
    }
}

/// The clock of this lobby: the system's, or a demonstration's that goes on where the lobby before left it.
pub(crate) async fn clock(config: &Config, registry: &Registry, begin: bool) -> Result<Clock, ServeError> {
    let Some(start) = config.clock.start else { return Ok(Clock::SYSTEM) };
    let at_start = config.clock()?;
    let now = Clock::SYSTEM.now();
    if let Some(began) = registry.demo_clock_began(start, now - DEMO_DAY).await? {
        return Ok(Clock::starting_at(start + (now - began)));
    }
    if begin {
        registry.begin_demo_clock(start, now).await?;
    }
    Ok(at_start)
}

impl Running {
    /// Serves until the lobby's shutdown.
    ///
    /// # Errors
    /// A network that breaks off.
    pub async fn serve(self, listener: TcpListener) -> Result<(), ServeError> {
        let Self { lobby, owner, tls, dir, booking } = self;
        let mut tasks = JoinSet::new();
        tasks.spawn(timers::tick(lobby.clone()));
        tasks.spawn(timers::tell_waits(lobby.clone()));
        tasks.spawn(closing::foresee(lobby.clone()));
        tasks.spawn(end_in_time(lobby.clone()));
        tasks.spawn(link::follow(lobby.clone(), booking.clone()));
        tasks.spawn(outbox::deliver(lobby.clone(), booking.clone()));
        tasks.spawn(positions::tell(lobby.clone(), booking));
        tasks.spawn(lists::tell(lobby.clone()));
        tasks.spawn(persons::forget(lobby.clone()));
        tasks.spawn(retention::keep(lobby.clone(), dir.clone()));
        tasks.spawn(notices::tell_of_hand_overs(lobby.clone()));
        tasks.spawn(troubles::watch(lobby.clone()));
        tasks.spawn(slides::watch(lobby.clone()));
        tracing::info!(position = lobby.published().seq, folder = %dir.display(), "the lobby is open");

        let handle = axum_server::Handle::new();
        let (stop, shutdown) = (handle.clone(), lobby.shutdown());
        tokio::spawn(async move {
            shutdown.cancelled().await;
            stop.graceful_shutdown(Some(GRACE));
        });
        let service = router(lobby.clone()).into_make_service_with_connect_info::<SocketAddr>();
        let served = match tls {
            Some(tls) => {
                let acceptor = RustlsAcceptor::new(tls).acceptor(NoDelayAcceptor::new());
                let server = axum_server::from_tcp(listener).map_err(ServeError::Serve)?;
                server.acceptor(acceptor).handle(handle).serve(service).await
            }
            None => {
                let server = axum_server::from_tcp(listener).map_err(ServeError::Serve)?;
                // A call's few bytes must not wait for more to fill a packet.
                server.acceptor(NoDelayAcceptor::new()).handle(handle).serve(service).await
            }
        };
        // Where serving broke off by itself, all else ends with it.
        lobby.shutdown().cancel();
        while tasks.join_next().await.is_some() {}
        close(lobby, owner).await;
        served.map_err(ServeError::Serve)
    }

    /// Ends without having served.
    pub async fn close(self) {
        self.lobby.shutdown().cancel();
        close(self.lobby, self.owner).await;
    }
}

async fn close(lobby: Lobby, owner: JoinHandle<()>) {
    lobby.stop().await;
    let ended = tokio::task::spawn_blocking(move || owner.join()).await;
    if !matches!(ended, Ok(Ok(()))) {
        tracing::error!("the queue's thread ended by a fault");
    }
    tracing::info!("the lobby is closed");
}

/// All that is served.
fn router(lobby: Lobby) -> Router {
    api::router(lobby.clone())
        .merge(pages::router(lobby))
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        // A fault in one request ends that request alone.
        .layer(CatchPanicLayer::new())
}
