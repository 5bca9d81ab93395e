//! Messages to addresses that are none of ours: each told once, as it is.

use crate::error::ClientError;
use crate::tls;
use std::time::Duration;
use url::Url;

/// Tells addresses of others.
#[derive(Debug, Clone)]
pub struct Outward {
    http: reqwest::Client,
}

/// Why a message was not taken, with nothing of the address, which may hold a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// Nobody there, or no TLS.
    #[error("no connection")]
    NoConnection,
    /// Too slow.
    #[error("no answer in time")]
    NoAnswer,
    /// Answered with something else than a success.
    #[error("answered {0}")]
    Answered(u16),
}

impl Outward {
    /// Waits so long for an answer. Certificates are judged by the system's trust.
    ///
    /// # Errors
    /// TLS cannot be set up.
    pub fn new(timeout: Duration) -> Result<Self, ClientError> {
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls::of_the_system()?)
            .timeout(timeout)
            // A redirect would lead what is told to who knows where.
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("foyer/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|source| ClientError::Build { host: "addresses of others".to_owned(), source })?;
        Ok(Self { http })
    }

    /// Posts a JSON text with these headers beside it.
    ///
    /// # Errors
    /// It was not taken.
    pub async fn tell(&self, url: Url, headers: &[(&str, &str)], json: String) -> Result<(), NotTaken> {
        let mut request = self.http.post(url).header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = request.body(json).send().await;
        let answer = answer.map_err(|fault| match fault.is_timeout() {
            true => NotTaken::NoAnswer,
            false => NotTaken::NoConnection,
        })?;
        let status = answer.status();
        if status.is_success() { Ok(()) } else { Err(NotTaken::Answered(status.as_u16())) }
    }
}
