//! The configuration file.

use crate::mail::MailSettings;
use crate::store::StoreFault;
use foyer_protocol::program::{ClockSettings, ListenSettings, SettingsError};
use serde::Deserialize;
use std::path::PathBuf;
use std::sync::Arc;
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
    /// How often somebody may ask.
    #[serde(default)]
    pub limits: LimitSettings,
    /// Where its data lies.
    pub data: DataSettings,
    /// How mails are sent; without it none are.
    #[serde(default)]
    pub mail: Option<MailSettings>,
}

/// Port 8470 on loopback.
fn default_listen() -> ListenSettings {
    ListenSettings::loopback(8470)
}

/// `[limits]`: how often somebody may ask in a minute; 0 is as often as they like. Callers on this machine have no limit
/// but the one of a booking.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LimitSettings {
    /// Pages and calls of one address, or of one IPv6 network (/64). Phones in a waiting room share an address.
    pub requests_per_minute: u32,
    /// Those of them that hold, book or press something.
    pub changes_per_minute: u32,
    /// Times that one address holds, or holds longer: each is kept from others for `hold_minutes`.
    pub holds_per_minute: u32,
    /// Changes of one booking or hold, whoever asks.
    pub changes_per_booking: u32,
    /// Calls of one address that carry a token, such as those of lobbies.
    pub programs_per_minute: u32,
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self {
            requests_per_minute: 1_200,
            changes_per_minute: 240,
            holds_per_minute: 30,
            changes_per_booking: 30,
            programs_per_minute: 6_000,
        }
    }
}

/// `[data]`: a folder for SQLite, or where PostgreSQL is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataSettings {
    /// The folder.
    #[serde(default)]
    pub dir: Option<PathBuf>,
    /// The database of a city, for several servers.
    #[serde(default)]
    pub postgres: Option<PostgresSettings>,
}

/// `[data.postgres]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostgresSettings {
    /// In libpq's words, without a password: `host=/run/postgresql dbname=foyer user=foyer`.
    pub connection: String,
    /// The file that holds the password and nothing else.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    /// Whom to trust instead of the system's authorities, PEM.
    #[serde(default)]
    pub certificate_authority: Option<PathBuf>,
}

impl PostgresSettings {
    /// With the password from its file.
    ///
    /// # Errors
    /// A connection that is not understood, a file that cannot be read.
    pub fn config(&self) -> Result<postgres::Config, StoreFault> {
        let mut config: postgres::Config =
            self.connection.parse().map_err(|source| StoreFault::Connection(Arc::new(source)))?;
        if let Some(path) = &self.password_file {
            let password = std::fs::read_to_string(path)
                .map_err(|source| StoreFault::File { path: path.clone(), source: Arc::new(source) })?;
            config.password(password.trim_end_matches(['\r', '\n']));
        }
        Ok(config)
    }

    fn check(&self) -> Result<(), SettingsError> {
        let wrong = |fault: &str, remedy| SettingsError::Value {
            key: "data.postgres.connection",
            fault: fault.to_owned(),
            remedy,
        };
        let Ok(config) = self.connection.parse::<postgres::Config>() else {
            return Err(wrong("cannot be understood", "write it like `host=/run/postgresql dbname=foyer`"));
        };
        if config.get_password().is_some() {
            return Err(wrong("holds a password", "put it into a file of its own and name `password_file`"));
        }
        if config.get_hosts().is_empty() {
            return Err(wrong("names no host", "add `host=/run/postgresql`, or the name of the server"));
        }
        Ok(())
    }
}

impl Settings {
    /// What a test or a demo uses: a folder and a free port on loopback.
    pub fn in_folder(dir: PathBuf) -> Self {
        Self {
            demo: false,
            public_url: None,
            clock: ClockSettings::default(),
            listen: ListenSettings::loopback(0),
            limits: LimitSettings::default(),
            data: DataSettings { dir: Some(dir), postgres: None },
            mail: None,
        }
    }

    /// How this server names itself to others.
    pub fn public_host(&self) -> &str {
        self.public_url.as_ref().and_then(Url::host_str).unwrap_or("localhost")
    }

    /// Judges what the types cannot.
    ///
    /// # Errors
    /// The key, its fault and a remedy.
    pub fn check(&self) -> Result<(), SettingsError> {
        self.listen.check()?;
        match (&self.data.dir, &self.data.postgres) {
            (Some(_), None) => {}
            (None, Some(postgres)) => postgres.check()?,
            (dir, _) => {
                return Err(SettingsError::Value {
                    key: "data",
                    fault: if dir.is_some() { "names two databases" } else { "names no database" }.to_owned(),
                    remedy: "name `dir`, or `[data.postgres]` with its `connection`",
                });
            }
        }
        self.clock.clock(self.demo)?;
        if self.listen.tls && (self.listen.certificate.is_none() || self.listen.private_key.is_none()) {
            return Err(SettingsError::Value {
                key: "listen.tls",
                fault: "needs a certificate and its key".to_owned(),
                remedy: "name `certificate` and `private_key`, or let a `trusted_proxy` do TLS",
            });
        }
        if let Some(mail) = &self.mail {
            mail.check()?;
        }
        match &self.public_url {
            None if self.mail.is_some() => Err(SettingsError::Value {
                key: "public_url",
                fault: "is missing, and mails lead there".to_owned(),
                remedy: "say where citizens reach this server, or remove `[mail]`",
            }),
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
        assert_eq!(settings.limits, LimitSettings::default());
        // What is commented out must be right, too.
        let (before_mail, mail) = examples::SETTINGS.split_once("# [mail]").unwrap();
        let uncommented = before_mail
            .replace("# public_url", "public_url")
            .replace("# [clock]", "[clock]")
            .replace("# start", "start")
            .replace("# certificate =", "certificate =")
            .replace("# private_key", "private_key")
            .replace("# trusted_proxy", "trusted_proxy")
            .replace("# allow_plain", "allow_plain")
            .replace("demo = false", "demo = true");
        assert!(read(&uncommented).unwrap().clock.start.is_some());
        let city = before_mail.replace("dir = ", "# dir = ");
        let city = ["[data.postgres]", "connection", "password_file", "certificate_authority"]
            .iter()
            .fold(city, |text, key| text.replace(&format!("# {key}"), key));
        let postgres = read(&city).unwrap().data.postgres.unwrap();
        assert!(postgres.password_file.is_some() && postgres.certificate_authority.is_some());
        let is_value = |line: &&str| line.contains(" = ") && !line.contains(". ");
        let mail: Vec<&str> =
            mail.lines().filter(is_value).map(|line| line.trim_start_matches("# ")).collect();
        let mail = read(&format!("{uncommented}[mail]\n{}", mail.join("\n"))).unwrap().mail.unwrap();
        assert!(mail.password_file.is_some() && mail.certificate_authority.is_some());
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
            (format!("{data}[mail]\nserver = \"x\"\nfrom = \"a@b.example\""), "`public_url` is missing"),
            (format!("{data}[mail]\nserver = \"x\"\nfrom = \"nobody\""), "`mail.from` is `nobody`"),
            ("[data]".to_owned(), "names no database"),
            (format!("{data}[data.postgres]\nconnection = \"host=x\""), "names two databases"),
            ("[data.postgres]\nconnection = \"host=x password=y\"".to_owned(), "holds a password"),
            ("[data.postgres]\nconnection = \"dbname=x\"".to_owned(), "names no host"),
            ("[data.postgres]\nconnection = \"hots=x\"".to_owned(), "cannot be understood"),
        ] {
            let error = read(&text).unwrap_err();
            assert!(error.contains(said), "{error}");
        }
    }
}
