//! The configuration file.

use foyer_protocol::program::{ClockSettings, ListenSettings, SettingsError};
use serde::Deserialize;
use std::path::PathBuf;
use url::Url;

/// What a configuration file says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A demonstration.
    #[serde(default)]
    pub demo: bool,
    /// Where citizens reach this server.
    #[serde(default)]
    pub public_url: Option<Url>,
    /// The clock.
    #[serde(default)]
    pub clock: ClockSettings,
    /// Where it listens.
    #[serde(default = "default_listen")]
    pub listen: ListenSettings,
    /// Where its data lies.
    pub data: DataSettings,
}

/// Port 8470 on loopback.
fn default_listen() -> ListenSettings {
    ListenSettings::loopback(8470)
}

/// `[data]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataSettings {
    /// The folder.
    pub dir: PathBuf,
}

impl Settings {
    /// What a test or a demo uses: a folder and a free port on loopback.
    pub fn in_folder(dir: PathBuf) -> Self {
        Self {
            demo: false,
            public_url: None,
            clock: ClockSettings::default(),
            listen: ListenSettings::loopback(0),
            data: DataSettings { dir },
        }
    }

    /// Judges what the types cannot.
    ///
    /// # Errors
    /// The key, its fault and a remedy.
    pub fn check(&self) -> Result<(), SettingsError> {
        self.listen.check()?;
        self.clock.clock(self.demo)?;
        if self.listen.tls && (self.listen.certificate.is_none() || self.listen.private_key.is_none()) {
            return Err(SettingsError::Value {
                key: "listen.tls",
                fault: "needs a certificate and its key".to_owned(),
                remedy: "name `certificate` and `private_key`, or let a `trusted_proxy` do TLS",
            });
        }
        match &self.public_url {
            Some(url) if !matches!(url.scheme(), "http" | "https") => Err(SettingsError::Value {
                key: "public_url",
                fault: format!("is {url}"),
                remedy: "write an address that begins with https://",
            }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use foyer_protocol::program::parse;
    use std::path::Path;

    fn read(text: &str) -> Result<Settings, String> {
        let chain = |error: SettingsError| {
            let source = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
            format!("{error}: {source}")
        };
        let settings: Settings = parse(text, Path::new("booking.toml")).map_err(chain)?;
        settings.check().map_err(chain)?;
        Ok(settings)
    }

    #[test]
    fn the_example_is_right() {
        let settings = read(examples::SETTINGS).unwrap();
        assert_eq!(settings.listen, default_listen());
        // What is commented out must be right, too.
        let uncommented = examples::SETTINGS
            .replace("# public_url", "public_url")
            .replace("# [clock]", "[clock]")
            .replace("# start", "start")
            .replace("# certificate", "certificate")
            .replace("# private_key", "private_key")
            .replace("# trusted_proxy", "trusted_proxy")
            .replace("# allow_plain", "allow_plain")
            .replace("demo = false", "demo = true");
        assert!(read(&uncommented).unwrap().clock.start.is_some());
    }

    #[test]
    fn faults_name_the_key() {
        let data = "[data]\ndir = \"x\"\n";
        let listen = "[listen]\naddress = \"0.0.0.0:8470\"\n";
        for (text, said) in [
            (format!("colour = 1\n{data}"), "colour"),
            (format!("{data}[clock]\nstart = \"2027-03-28T01:50:00Z\""), "clock.start"),
            (format!("{listen}{data}"), "listen.address"),
            (format!("{listen}tls = true\n{data}"), "listen.tls"),
            (format!("public_url = \"ftp://x\"\n{data}"), "public_url"),
            (listen.replace("0.0.0.0", "127.0.0.1"), "data"),
        ] {
            let error = read(&text).unwrap_err();
            assert!(error.contains(said), "{error}");
        }
    }
}
