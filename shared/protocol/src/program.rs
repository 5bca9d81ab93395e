//! What every program shares at its edge: the one clock adapter, the configuration file, where it listens, who speaks.

use foyer_domain::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

mod steady;

pub use steady::{Doubt, Steady};

/// The one clock of a program: the system's, one that doubts the system's, or a demo's that starts at a given moment
/// and runs on.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    form: Form,
}

#[derive(Debug, Clone, Copy)]
enum Form {
    System,
    Demo { start: Timestamp, began: Instant },
    Steady(&'static Doubted),
}

/// A clock is one for all its copies, and lives as long as its program.
#[derive(Debug)]
struct Doubted {
    steady: Mutex<Steady>,
    hands: Option<Hands>,
}

impl Doubted {
    fn readings(&self) -> (Timestamp, Duration) {
        self.hands.as_ref().map_or_else(readings, Hands::readings)
    }

    /// A poisoned lock means a panic in arithmetic; what it left is a time as good as any.
    fn steady(&self) -> MutexGuard<'_, Steady> {
        self.steady.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The system's two clocks.
fn readings() -> (Timestamp, Duration) {
    use nix::time::{ClockId, clock_gettime};
    // It counts while the machine sleeps, too.
    let steady = clock_gettime(ClockId::CLOCK_BOOTTIME).map(Duration::from).unwrap_or_default();
    (Timestamp::from(SystemTime::now()), steady)
}

/// The two clocks of a [`Clock::by_hand`].
#[derive(Debug, Clone)]
pub struct Hands(Arc<Mutex<(Timestamp, Duration)>>);

impl Hands {
    fn readings(&self) -> (Timestamp, Duration) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        let mut both = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *both = (both.0 + time, both.1 + time);
    }

    /// Sets the clock on the wall, and lets no time pass.
    pub fn set(&self, wall: Timestamp) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0 = wall;
    }
}

impl Clock {
    /// The system's clock.
    pub const SYSTEM: Self = Self { form: Form::System };

    /// A clock that shows `start` now and runs on from there.
    pub fn starting_at(start: Timestamp) -> Self {
        Self { form: Form::Demo { start, began: Instant::now() } }
    }

    /// The system's clock where it can be believed, and never a time before `floor`; see [`Steady`].
    pub fn doubting(floor: Option<Timestamp>) -> Self {
        let (wall, steady) = readings();
        Self::doubted(Steady::new(floor, wall, steady), None)
    }

    /// The same with two clocks that move when they are told to, hours after the machine's start.
    pub fn by_hand(floor: Option<Timestamp>, wall: Timestamp) -> (Self, Hands) {
        let steady = Duration::from_secs(12 * 3_600);
        let hands = Hands(Arc::new(Mutex::new((wall, steady))));
        (Self::doubted(Steady::new(floor, wall, steady), Some(hands.clone())), hands)
    }

    fn doubted(steady: Steady, hands: Option<Hands>) -> Self {
        let doubted = Doubted { steady: Mutex::new(steady), hands };
        Self { form: Form::Steady(Box::leak(Box::new(doubted))) }
    }

    /// What time it is.
    pub fn now(&self) -> Timestamp {
        match self.form {
            Form::System => Timestamp::from(SystemTime::now()),
            Form::Demo { start, began } => start + began.elapsed(),
            Form::Steady(doubted) => {
                let mut steady = doubted.steady();
                // Read under the lock: two readers' times come in one order.
                let (wall, since_start) = doubted.readings();
                steady.read(wall, since_start)
            }
        }
    }

    /// Why the clock on the wall is not believed now.
    pub fn doubt(&self) -> Option<Doubt> {
        match self.form {
            Form::System | Form::Demo { .. } => None,
            Form::Steady(doubted) => doubted.steady().doubt(),
        }
    }

    /// Whether it is a demo's; screens and `/health` say so.
    pub fn is_demo(&self) -> bool {
        matches!(self.form, Form::Demo { .. })
    }

    /// How long until `at`; zero if it has passed.
    pub fn until(&self, at: Timestamp) -> Duration {
        (at - self.now()).to_std().unwrap_or(Duration::ZERO)
    }
}

/// So many files a server asks for at most: thousands of phones, and room.
const OPEN_FILES: u64 = 65_536;

/// Raises how many files this process may have open, as far as the system lets it, and says how many that are. Each
/// terminal, desk and phone holds one for as long as it looks, and the usual limit is 1,024.
///
/// # Errors
/// The system's, if it does not say or does not let.
pub fn raise_open_files() -> std::io::Result<u64> {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};
    let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE)?;
    let wanted = hard.min(OPEN_FILES);
    if soft >= wanted {
        return Ok(soft);
    }
    setrlimit(Resource::RLIMIT_NOFILE, wanted, hard)?;
    Ok(wanted)
}

/// Whoever has confirmed nothing for so long has gone without a word: power, network. A system's own limit is a
/// quarter of an hour, for which a desk without power would count as there.
const UNCONFIRMED: Duration = Duration::from_secs(30);

/// Lets connections of a listener end when the other side has vanished while something was sent to it. Event streams
/// send a sign of life at least every few seconds.
///
/// # Errors
/// The system's.
pub fn miss_who_vanished(listener: &TcpListener) -> std::io::Result<()> {
    use nix::sys::socket::{setsockopt, sockopt};
    // Connections have it from their listener (Linux: tcp(7), TCP_USER_TIMEOUT).
    let milliseconds = u32::try_from(UNCONFIRMED.as_millis()).unwrap_or(u32::MAX);
    Ok(setsockopt(listener, sockopt::TcpUserTimeout, &milliseconds)?)
}

/// `[clock]` in a configuration file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ClockSettings {
    /// The moment at which a demo's clock starts.
    pub start: Option<Timestamp>,
}

impl ClockSettings {
    /// The clock that is meant.
    ///
    /// # Errors
    /// A start without `demo = true`.
    pub fn clock(&self, demo: bool) -> Result<Clock, SettingsError> {
        match (self.start, demo) {
            (None, _) => Ok(Clock::SYSTEM),
            (Some(start), true) => Ok(Clock::starting_at(start)),
            (Some(_), false) => Err(SettingsError::Value {
                key: "clock.start",
                fault: "is for demonstrations".to_owned(),
                remedy: "remove it, or set `demo = true`",
            }),
        }
    }
}

/// `[speech]`: the words after the gong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SpeechSettings {
    /// Whether calls are said.
    pub on: bool,
    /// The program that speaks.
    pub program: PathBuf,
}

impl Default for SpeechSettings {
    fn default() -> Self {
        Self { on: true, program: PathBuf::from("espeak-ng") }
    }
}

/// `[listen]` in a server's configuration file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListenSettings {
    /// Address and port; port 0 takes a free one and prints it as the first line.
    pub address: SocketAddr,
    /// Serve TLS. The lobby makes its own certificate where none is named.
    #[serde(default)]
    pub tls: bool,
    /// A certificate chain of the town's own, PEM.
    #[serde(default)]
    pub certificate: Option<PathBuf>,
    /// Its private key, PEM.
    #[serde(default)]
    pub private_key: Option<PathBuf>,
    /// A proxy on this address terminates TLS for us.
    #[serde(default)]
    pub trusted_proxy: Option<std::net::IpAddr>,
    /// Accept that everybody on the network can read and change what is sent.
    #[serde(default)]
    pub allow_plain_http: bool,
}

impl ListenSettings {
    /// Loopback at this port, without TLS.
    pub fn loopback(port: u16) -> Self {
        Self {
            address: SocketAddr::from(([127, 0, 0, 1], port)),
            tls: false,
            certificate: None,
            private_key: None,
            trusted_proxy: None,
            allow_plain_http: false,
        }
    }

    /// Refuses to listen in the open.
    ///
    /// # Errors
    /// An address beyond loopback without TLS, proxy or consent.
    pub fn check(&self) -> Result<(), SettingsError> {
        let covered = self.tls || self.trusted_proxy.is_some() || self.allow_plain_http;
        if self.address.ip().is_loopback() || covered {
            return Ok(());
        }
        Err(SettingsError::Value {
            key: "listen.address",
            fault: format!("{} can be reached from outside and TLS is off", self.address),
            remedy: "set `tls = true`, name a `trusted_proxy`, or set `allow_plain_http = true`",
        })
    }
}

/// What is wrong with a configuration file, and what helps.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("cannot read the configuration `{path}`; name it with --config, and see --print-config")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is not what it should be; the source names line and key.
    #[error("the configuration `{path}` is wrong")]
    Parse {
        /// Which file.
        path: PathBuf,
        /// Where and why.
        source: Box<toml::de::Error>,
    },
    /// A value cannot be used.
    #[error("`{key}` {fault}: {remedy}")]
    Value {
        /// Which key.
        key: &'static str,
        /// What is wrong with it.
        fault: String,
        /// What helps.
        remedy: &'static str,
    },
}

/// Reads a configuration file. Unknown keys are errors (`deny_unknown_fields` of `T`).
///
/// # Errors
/// A missing file, bad TOML, a wrong or missing key; the message names it.
pub fn load<T: DeserializeOwned>(path: &Path) -> Result<T, SettingsError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| SettingsError::Read { path: path.to_owned(), source })?;
    parse(&text, path)
}

/// Reads a configuration from text; `path` is for the message.
///
/// # Errors
/// Bad TOML, a wrong or missing key; the message names it.
pub fn parse<T: DeserializeOwned>(text: &str, path: &Path) -> Result<T, SettingsError> {
    toml::from_str(text)
        .map_err(|source| SettingsError::Parse { path: path.to_owned(), source: Box::new(source) })
}
