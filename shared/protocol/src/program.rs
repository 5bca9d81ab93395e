//! What every program shares at its edge: the one clock adapter, the configuration file, where it listens.

use foyer_domain::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// The one clock of a program: the system's, or a demo's that starts at a given moment and runs on.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    demo: Option<(Timestamp, Instant)>,
}

impl Clock {
    /// The system's clock.
    pub const SYSTEM: Self = Self { demo: None };

    /// A clock that shows `start` now and runs on from there.
    pub fn starting_at(start: Timestamp) -> Self {
        Self { demo: Some((start, Instant::now())) }
    }

    /// What time it is.
    pub fn now(&self) -> Timestamp {
        match self.demo {
            None => Timestamp::from(SystemTime::now()),
            Some((start, began)) => start + began.elapsed(),
        }
    }

    /// Whether it is a demo's; screens and `/health` say so.
    pub fn is_demo(&self) -> bool {
        self.demo.is_some()
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
