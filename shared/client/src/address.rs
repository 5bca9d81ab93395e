//! Where a server is and how it is recognised: `[server]` in a terminal's configuration file.

use crate::error::ClientError;
use crate::fingerprint::Fingerprint;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::PathBuf;
use url::{Host, Url};

/// Where a server is and how it is recognised.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// `https://lobby.example:8480`; a path before `/api/v1` is kept.
    pub url: Url,
    /// Accept exactly the certificate whose fingerprint begins like this, whoever signed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Fingerprint>,
    /// Certificates (PEM) that may have signed the server's, instead of the system's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca: Option<PathBuf>,
    /// An HTTP proxy on the way. The environment's proxy settings are not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<Url>,
    /// Accept that everybody on the network can read and change what is sent.
    #[serde(default)]
    pub allow_plain_http: bool,
}

impl Address {
    /// The server at this URL, recognised by a certificate that the system trusts.
    pub fn new(url: Url) -> Self {
        Self { url, pin: None, ca: None, proxy: None, allow_plain_http: false }
    }

    /// … recognised by this certificate and no other.
    #[must_use]
    pub fn pinned(mut self, pin: Option<Fingerprint>) -> Self {
        self.pin = pin;
        self
    }

    /// Host and port, for messages.
    pub fn host(&self) -> String {
        host_and_port(&self.url)
    }

    /// Whether the server speaks TLS.
    pub fn is_encrypted(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// Refuses what could never work or would send secrets in the open.
    ///
    /// # Errors
    /// A scheme other than http and https, credentials in the URL, plain http beyond this machine without
    /// consent, or a pin where there is no certificate.
    pub fn check(&self) -> Result<(), ClientError> {
        let refuse = |fault: &str, remedy: &'static str| {
            Err(ClientError::Address { host: self.host(), fault: fault.to_owned(), remedy })
        };
        if !matches!(self.url.scheme(), "http" | "https") || self.url.host().is_none() {
            return refuse("is no web address", "write it like `https://lobby.example:8480`");
        }
        if !self.url.username().is_empty() || self.url.password().is_some() {
            return refuse("has a user or password in it", "remove them; terminals enrol with a code");
        }
        if self.is_encrypted() {
            return Ok(());
        }
        if self.pin.is_some() {
            return refuse("has a pin but no TLS", "write `https://`, or remove the pin");
        }
        if !self.is_loopback() && !self.allow_plain_http {
            return refuse(
                "is beyond this machine and not encrypted",
                "write `https://`, or set `allow_plain_http = true`",
            );
        }
        Ok(())
    }

    fn is_loopback(&self) -> bool {
        match self.url.host() {
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost",
            None => false,
        }
    }

    /// The URL of a path of the interface, as `foyer_protocol` names it; a query after `?` is kept.
    pub fn endpoint(&self, path: &str) -> Url {
        let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
        let mut url = self.url.clone();
        url.set_path(&format!("{}/api/v1{path}", self.url.path().trim_end_matches('/')));
        url.set_query(query);
        url.set_fragment(None);
        url
    }
}

impl From<Url> for Address {
    fn from(url: Url) -> Self {
        Self::new(url)
    }
}

/// A proxy's URL may carry a password, so only its host is shown.
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("host", &self.host())
            .field("scheme", &self.url.scheme())
            .field("pin", &self.pin)
            .field("ca", &self.ca)
            .field("proxy", &self.proxy.as_ref().map(host_and_port))
            .field("allow_plain_http", &self.allow_plain_http)
            .finish()
    }
}

fn host_and_port(url: &Url) -> String {
    // `lobby.example:8480` without `https://` has no host; what was written names the mistake.
    let host = url.host_str().unwrap_or(url.as_str());
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_configuration_is_read_and_its_mistakes_are_named() {
        let good = r#"{ "url": "https://lobby.example:8480", "pin": "9F3C-0T7K-2M8W-VX41" }"#;
        let address: Address = serde_json::from_str(good).expect("a good address");
        assert_eq!(address.host(), "lobby.example:8480");
        assert_eq!(address.pin.as_ref().map(Fingerprint::short).as_deref(), Some("9F3C-0T7K-2M8W-VX41"));
        address.check().expect("it can be used");
        for (bad, told) in [
            (good.replace("pin", "pins"), "unknown field `pins`"),
            (good.replace("9F3C", "9F3"), "a fingerprint is"),
            (good.replace("https://lobby.example:8480", "lobby"), "relative URL"),
        ] {
            let error = serde_json::from_str::<Address>(&bad).expect_err("a mistake").to_string();
            assert!(error.contains(told), "{error}");
        }
    }

    #[test]
    fn paths_lie_below_the_interface() {
        let endpoint = |url: &str, path: &str| {
            let url: Url = url.parse().expect("a URL");
            Address::new(url).endpoint(path).to_string()
        };
        assert_eq!(endpoint("https://a.example", "/health"), "https://a.example/api/v1/health");
        assert_eq!(endpoint("https://a.example/b/", "/c?d=e:1,f"), "https://a.example/b/api/v1/c?d=e:1,f");
        assert_eq!(endpoint("https://a.example/?x#y", "/c"), "https://a.example/api/v1/c");
    }
}
