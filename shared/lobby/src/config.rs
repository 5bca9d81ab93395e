//! The configuration file.

use foyer_protocol::program::{Clock, ClockSettings, ListenSettings, SettingsError, SpeechSettings, load};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use url::Url;

/// A commented example; every key is in it.
pub const EXAMPLE: &str = include_str!("../example.toml");

/// The port on which a lobby listens where nothing else is said.
pub const DEFAULT_PORT: u16 = 8480;

/// The configuration of a lobby server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// A demonstration: allows a clock that starts at a given moment.
    #[serde(default)]
    pub demo: bool,
    /// The clock.
    #[serde(default)]
    pub clock: ClockSettings,
    /// Where it listens.
    #[serde(default = "loopback")]
    pub listen: ListenSettings,
    /// Where its data lies.
    pub data: DataSettings,
    /// How the booking server is reached.
    #[serde(default)]
    pub booking: BookingSettings,
    /// The words after the gong of a display that is a page. Programs have a voice of their own.
    #[serde(default)]
    pub speech: SpeechSettings,
}

/// `[data]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataSettings {
    /// The folder of the log, the registry and the certificate.
    pub dir: PathBuf,
}

/// `[booking]`: the way to the booking server. Its address comes with `foyer-lobby connect`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BookingSettings {
    /// An HTTP proxy.
    pub proxy: Option<Url>,
    /// A certificate authority of the town's own, PEM.
    pub ca: Option<PathBuf>,
    /// Accept that everybody on the way can read and change what is sent.
    pub allow_plain_http: bool,
}

fn loopback() -> ListenSettings {
    ListenSettings::loopback(DEFAULT_PORT)
}

impl Config {
    /// A lobby on a free loopback port with its data in `dir`.
    pub fn local(dir: &Path) -> Self {
        Self {
            demo: false,
            clock: ClockSettings::default(),
            listen: ListenSettings::loopback(0),
            data: DataSettings { dir: dir.to_owned() },
            booking: BookingSettings::default(),
            speech: SpeechSettings::default(),
        }
    }

    /// Reads and checks a configuration file.
    ///
    /// # Errors
    /// A file that cannot be read, a wrong or missing key, a value that cannot be used.
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        let config: Self = load(path)?;
        config.check()?;
        Ok(config)
    }

    /// Checks what the form alone does not.
    ///
    /// # Errors
    /// A value that cannot be used; the message names the key.
    pub fn check(&self) -> Result<(), SettingsError> {
        self.listen.check()?;
        self.clock()?;
        let own = (&self.listen.certificate, &self.listen.private_key);
        let fault = match own {
            (Some(_), None) => Some(("listen.private_key", "is missing beside `listen.certificate`")),
            (None, Some(_)) => Some(("listen.certificate", "is missing beside `listen.private_key`")),
            (Some(_), Some(_)) if !self.listen.tls => {
                Some(("listen.tls", "is off although a certificate is named"))
            }
            (Some(_), Some(_)) | (None, None) => None,
        };
        fault.map_or(Ok(()), |(key, fault)| {
            Err(SettingsError::Value {
                key,
                fault: fault.to_owned(),
                remedy: "name both files and set `tls = true`",
            })
        })
    }

    /// The clock that is meant.
    ///
    /// # Errors
    /// A start without `demo = true`.
    pub fn clock(&self) -> Result<Clock, SettingsError> {
        self.clock.clock(self.demo)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_protocol::program::parse;

    fn read(text: &str) -> Result<Config, SettingsError> {
        let config: Config = parse(text, Path::new("lobby.toml"))?;
        config.check().map(|()| config)
    }

    fn fault(text: &str) -> String {
        let error = read(text).expect_err("a fault");
        let source = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        format!("{error} {source}")
    }

    #[test]
    fn the_example_is_the_default() {
        let config = read(EXAMPLE).unwrap();
        let mut default = Config::local(Path::new("/var/lib/foyer-lobby"));
        default.listen.address.set_port(DEFAULT_PORT);
        assert_eq!(config, default);
    }

    #[test]
    fn every_line_of_the_example_is_understood() {
        // Keys and sections that are commented out, without those that exclude each other.
        let comment =
            |line: &&str| line.starts_with("# ") && (line.contains(" = ") || line.starts_with("# ["));
        let shown: Vec<&str> = EXAMPLE.lines().filter(comment).collect();
        assert_eq!(shown.len(), 15, "{shown:#?}");
        let all: String = EXAMPLE
            .lines()
            .map(|line| if comment(&line) { &line[2..] } else { line })
            .map(|line| {
                line.replace("demo = false", "demo = true").replace("tls = false", "tls = true") + "\n"
            })
            .collect();
        read(&all).unwrap();
    }

    #[test]
    fn faults_name_the_key_and_the_remedy() {
        assert!(fault("[data]\ndir = 'x'\ncolour = 1").contains("colour"));
        assert!(fault("demo = true").contains("data"));
        let open = fault("[data]\ndir = 'x'\n[listen]\naddress = '0.0.0.0:8480'");
        assert!(open.contains("listen.address") && open.contains("tls = true"), "{open}");
        let clock = fault("[data]\ndir = 'x'\n[clock]\nstart = '2027-03-28T01:50:00Z'");
        assert!(clock.contains("clock.start") && clock.contains("demo = true"), "{clock}");
        let key =
            fault("[data]\ndir = 'x'\n[listen]\naddress = '127.0.0.1:0'\ntls = true\ncertificate = 'c'");
        assert!(key.contains("listen.private_key"), "{key}");
    }
}
