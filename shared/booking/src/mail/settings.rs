//! `[mail]` of the configuration file.

use super::message::{Sender, mailbox};
use foyer_protocol::program::SettingsError;
use lettre::message::Mailbox;
use serde::Deserialize;
use std::net::IpAddr;
use std::path::PathBuf;

/// Through which server mails go, and who writes them. The password lies in a file of its own and is never part of
/// this value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// The mail server's name or address.
    pub server: String,
    /// Its port; 465, 587 or 25 by `security` where it is not named.
    #[serde(default)]
    pub port: Option<u16>,
    /// How the way there is protected.
    #[serde(default)]
    pub security: Security,
    /// Consent that everybody on the way can read and change mails.
    #[serde(default)]
    pub allow_plain_smtp: bool,
    /// A certificate authority of the town's own, PEM; trusted beside those of the system.
    #[serde(default)]
    pub certificate_authority: Option<PathBuf>,
    /// Who signs on, if the server asks for it.
    #[serde(default)]
    pub user: Option<String>,
    /// A file with the password in its first line.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    /// The sender: `Bürgerbüro Musterstadt <termine@musterstadt.example>`.
    pub from: String,
    /// Where answers go, if not to the sender.
    #[serde(default)]
    pub reply_to: Option<String>,
    /// How long the server may take to connect and sign on, and as long for each mail's addresses, in seconds.
    #[serde(default = "default_timeout")]
    pub timeout_seconds: u16,
    /// How long it may take to accept a mail's content, in seconds. Whoever gives up earlier than the server sends the
    /// mail twice.
    #[serde(default = "default_content_timeout")]
    pub content_timeout_seconds: u16,
}

/// Half a minute.
fn default_timeout() -> u16 {
    30
}

/// Ten minutes (RFC 5321, 4.5.3.2.6).
fn default_content_timeout() -> u16 {
    600
}

/// How the way to the mail server is protected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS from the first byte (RFC 8314, 3.3).
    #[default]
    Tls,
    /// TLS after `STARTTLS` (RFC 3207); without it nothing is sent.
    Starttls,
    /// None.
    None,
}

impl MailSettings {
    /// The port.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            Security::Tls => 465,
            Security::Starttls => 587,
            Security::None => 25,
        })
    }

    /// Judges what the types cannot.
    ///
    /// # Errors
    /// The key, its fault and a remedy.
    pub fn check(&self) -> Result<(), SettingsError> {
        self.sender()?;
        if let Err(fault) = url::Host::parse(&self.server)
            && self.address().is_none()
        {
            let fault = format!("is `{}`: {fault}", self.server);
            return Err(value("mail.server", fault, "write the server’s name"));
        }
        if self.port == Some(0) {
            return Err(value("mail.port", "is 0".to_owned(), "use 465, 587 or what the server has"));
        }
        for (key, seconds) in [
            ("mail.timeout_seconds", self.timeout_seconds),
            ("mail.content_timeout_seconds", self.content_timeout_seconds),
        ] {
            if !(1..=600).contains(&seconds) {
                return Err(value(key, format!("is {seconds}"), "use 1 to 600"));
            }
        }
        if self.security == Security::None && !self.allow_plain_smtp && !self.is_on_this_machine() {
            let fault = format!("is `none`, and {} is another machine", self.server);
            let remedy = "use `tls` or `starttls`, or set `allow_plain_smtp = true`";
            return Err(value("mail.security", fault, remedy));
        }
        match (&self.user, &self.password_file) {
            (Some(_), None) => {
                let remedy = "name a file with the password in its first line, or remove `user`";
                Err(value("mail.password_file", "is missing".to_owned(), remedy))
            }
            (None, Some(_)) => {
                let remedy = "say who signs on with it, or remove `password_file`";
                Err(value("mail.user", "is missing".to_owned(), remedy))
            }
            (Some(_), Some(_)) | (None, None) => Ok(()),
        }
    }

    fn address(&self) -> Option<IpAddr> {
        self.server.trim_matches(['[', ']']).parse().ok()
    }

    fn is_on_this_machine(&self) -> bool {
        self.address().map_or(self.server == "localhost", |address| address.is_loopback())
    }

    /// Who writes.
    ///
    /// # Errors
    /// An address that is none.
    pub fn sender(&self) -> Result<Sender, SettingsError> {
        let parse = |key, text: &str| -> Result<Mailbox, SettingsError> {
            mailbox(text).map_err(|fault| {
                let remedy = "write it like `Termine <termine@musterstadt.example>`";
                value(key, format!("is `{text}`: {fault}"), remedy)
            })
        };
        let reply_to = self.reply_to.as_deref().map(|text| parse("mail.reply_to", text)).transpose()?;
        Ok(Sender { from: parse("mail.from", &self.from)?, reply_to })
    }
}

/// A value that cannot be used.
pub(super) fn value(key: &'static str, fault: String, remedy: &'static str) -> SettingsError {
    SettingsError::Value { key, fault, remedy }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Result<MailSettings, String> {
        let all = format!("server = \"mail.example\"\nfrom = \"a@b.example\"\n{text}");
        let settings: MailSettings = toml::from_str(&all).map_err(|error| error.to_string())?;
        settings.check().map_err(|error| error.to_string())?;
        Ok(settings)
    }

    #[test]
    fn ports_follow_from_the_security() {
        let port = |text: &str| check(text).unwrap().port();
        assert_eq!(port(""), 465);
        assert_eq!(port("security = \"starttls\""), 587);
        assert_eq!(port("security = \"none\"\nallow_plain_smtp = true"), 25);
        assert_eq!(port("port = 2525"), 2525);
    }

    #[test]
    fn faults_name_key_and_remedy() {
        for (text, said) in [
            (
                "security = \"none\"",
                "`mail.security` is `none`, and mail.example is another machine: use `tls`",
            ),
            ("user = \"x\"", "`mail.password_file` is missing"),
            ("password_file = \"x\"", "`mail.user` is missing"),
            ("timeout_seconds = 0", "`mail.timeout_seconds` is 0"),
            ("port = 0", "`mail.port` is 0"),
            ("reply_to = \"nobody\"", "`mail.reply_to` is `nobody`"),
            ("password = \"secret\"", "unknown field `password`"),
            ("security = \"ssl\"", "unknown variant `ssl`"),
        ] {
            let fault = check(text).unwrap_err();
            assert!(fault.contains(said), "{fault}");
        }
        let other = |key: &str, value: &str| {
            let mut settings = check("").unwrap();
            match key {
                "from" => settings.from = value.to_owned(),
                _ => settings.server = value.to_owned(),
            }
            settings.check().unwrap_err().to_string()
        };
        assert!(other("from", "Bürgerbüro").starts_with("`mail.from` is `Bürgerbüro`"));
        assert!(other("server", "mail server").starts_with("`mail.server` is `mail server`"));
    }

    #[test]
    fn plain_smtp_is_for_this_machine_alone() {
        for server in ["127.0.0.1", "::1", "[::1]", "localhost"] {
            let text = format!("server = \"{server}\"\nfrom = \"a@b.example\"\nsecurity = \"none\"");
            let settings: MailSettings = toml::from_str(&text).unwrap();
            assert!(settings.check().is_ok(), "{server}");
        }
    }
}
