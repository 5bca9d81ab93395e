//! Calls to a server: JSON there and back, problems as errors, a nonce on all that changes something.

use crate::address::Address;
use crate::backoff::Backoff;
use crate::error::{self, CallError, ClientError, Fault};
use crate::tls;
use crate::token::Token;
use foyer_protocol::nonce::{self, Nonce};
use foyer_protocol::problem;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::{Method, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::time::Duration;
use tokio::time::Instant;

/// No answer of ours is larger: a day list of a large office has less than a megabyte.
const LARGEST_ANSWER_BYTES: usize = 16 << 20;

/// How long is waited for what. The defaults are right; tests shorten them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// For a connection.
    pub connect: Duration,
    /// For an answer, all of it.
    pub request: Duration,
    /// For anything on an event stream; servers send a comment every 10 s.
    pub silence: Duration,
    /// The first pause before another attempt, at most.
    pub first_pause: Duration,
    /// The longest pause before another attempt.
    pub longest_pause: Duration,
    /// The longest pause after the server refused our sign-on.
    pub refused_pause: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(2),
            request: Duration::from_secs(5),
            silence: Duration::from_secs(30),
            first_pause: Duration::from_millis(250),
            longest_pause: Duration::from_secs(8),
            refused_pause: Duration::from_secs(30),
        }
    }
}

impl Limits {
    pub(crate) fn backoff(&self) -> Backoff {
        Backoff::new(self.first_pause, self.longest_pause)
    }
}

/// A server that can be called. Cheap to clone; all clones share their connections.
#[derive(Clone)]
pub struct Server {
    http: reqwest::Client,
    address: Address,
    host: String,
    pub(crate) limits: Limits,
}

impl Server {
    /// A server at this address, asked as the owner of this token.
    ///
    /// # Errors
    /// An address, certificate file, proxy or token that cannot be used. Nothing is sent.
    pub fn new(address: &Address, token: Option<Token>) -> Result<Self, ClientError> {
        Self::with_limits(address, token, Limits::default())
    }

    /// … with other limits than the usual ones.
    ///
    /// # Errors
    /// As [`Server::new`].
    pub fn with_limits(address: &Address, token: Option<Token>, limits: Limits) -> Result<Self, ClientError> {
        address.check()?;
        let host = address.host();
        let mut builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls::config(address)?)
            .default_headers(headers(token)?)
            .connect_timeout(limits.connect)
            .tcp_keepalive(limits.silence)
            // A redirect would carry the token to who knows where.
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("foyer/", env!("CARGO_PKG_VERSION")))
            .no_proxy();
        if let Some(proxy) = &address.proxy {
            builder = builder.proxy(reqwest::Proxy::all(proxy.as_str()).map_err(ClientError::Proxy)?);
        }
        let http = builder.build().map_err(|source| ClientError::Build { host: host.clone(), source })?;
        Ok(Self { http, address: address.clone(), host, limits })
    }

    /// Where it is.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Asks for something.
    ///
    /// # Errors
    /// No answer, a problem, or an answer that is not an `R`.
    pub async fn get<R: DeserializeOwned>(&self, path: &str) -> Result<R, CallError> {
        self.send(self.request(Method::GET, path), self.limits.request).await
    }

    /// Changes something: the same nonce has the same effect and answer, however often it is sent.
    ///
    /// # Errors
    /// As [`Server::get`]. After [`CallError::Unreachable`] it may have happened: send the same nonce again.
    pub async fn post<B, R>(&self, path: &str, nonce: Nonce, body: &B) -> Result<R, CallError>
    where
        B: Serialize + ?Sized,
        R: DeserializeOwned,
    {
        self.send(self.change(path, nonce, body), self.limits.request).await
    }

    /// Tells something whose repetition is harmless, without a nonce.
    ///
    /// # Errors
    /// As [`Server::get`].
    pub async fn post_plain<B, R>(&self, path: &str, body: &B) -> Result<R, CallError>
    where
        B: Serialize + ?Sized,
        R: DeserializeOwned,
    {
        self.send(self.request(Method::POST, path).json(body), self.limits.request).await
    }

    /// As [`Server::post`], sent again with the same nonce until there is an answer or `deadline` has passed.
    ///
    /// # Errors
    /// The last error, as soon as it is one that another attempt does not mend, or when the time is up.
    pub async fn call_until<B, R>(
        &self,
        path: &str,
        nonce: Nonce,
        body: &B,
        deadline: Duration,
    ) -> Result<R, CallError>
    where
        B: Serialize + ?Sized,
        R: DeserializeOwned,
    {
        let end = Instant::now() + deadline;
        let mut backoff = self.limits.backoff();
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let error = match self.send(self.change(path, nonce, body), left.min(self.limits.request)).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            let pause = backoff.pause();
            if !error.is_retryable() || Instant::now() + pause >= end {
                return Err(error);
            }
            tracing::debug!(%error, ?pause, "asking again");
            tokio::time::sleep(pause).await;
        }
    }

    /// Asks for a file of at most so many bytes.
    ///
    /// # Errors
    /// No answer within `limit`, a problem, or more than `most`.
    pub async fn file(&self, path: &str, most: usize, limit: Duration) -> Result<Vec<u8>, CallError> {
        let fetch = async {
            let response = self.successful(self.request(Method::GET, path).timeout(limit)).await?;
            self.body_of(response, most).await
        };
        let timed_out = |_| self.unreachable(Fault::TimedOut);
        tokio::time::timeout(limit, fetch).await.map_err(timed_out)?
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, self.address.endpoint(path))
    }

    fn change<B: Serialize + ?Sized>(&self, path: &str, nonce: Nonce, body: &B) -> RequestBuilder {
        self.request(Method::POST, path).header(nonce::HEADER, nonce.to_string()).json(body)
    }

    async fn send<R: DeserializeOwned>(
        &self,
        request: RequestBuilder,
        limit: Duration,
    ) -> Result<R, CallError> {
        let timed_out =
            |_| CallError::Unreachable { host: self.host.clone(), fault: Fault::TimedOut, source: None };
        tokio::time::timeout(limit, self.exchange(request)).await.map_err(timed_out)?
    }

    async fn exchange<R: DeserializeOwned>(&self, request: RequestBuilder) -> Result<R, CallError> {
        let response = self.successful(request).await?;
        let status = response.status().as_u16();
        let body = self.body(response).await?;
        // An empty answer is the one of a call that has nothing to tell.
        let text: &[u8] = if body.is_empty() { b"null" } else { &body };
        serde_json::from_slice(text).map_err(|error| self.garbled(status, error.to_string()))
    }

    /// Sends a request; an answer that is no success becomes an error.
    pub(crate) async fn successful(&self, request: RequestBuilder) -> Result<Response, CallError> {
        let response = request.send().await.map_err(|error| CallError::from_reqwest(&self.host, error))?;
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        let is_problem = has_type(&response, problem::CONTENT_TYPE);
        let body = self.body(response).await?;
        let problem = is_problem.then(|| serde_json::from_slice(&body).ok()).flatten();
        Err(error::not_successful(&self.host, status, problem))
    }

    async fn body(&self, response: Response) -> Result<Vec<u8>, CallError> {
        self.body_of(response, LARGEST_ANSWER_BYTES).await
    }

    async fn body_of(&self, mut response: Response, most: usize) -> Result<Vec<u8>, CallError> {
        let status = response.status().as_u16();
        let mut body = Vec::new();
        loop {
            let chunk = response.chunk().await;
            match chunk.map_err(|error| CallError::from_reqwest(&self.host, error))? {
                None => return Ok(body),
                Some(chunk) if body.len() + chunk.len() > most => {
                    return Err(self.garbled(status, "too large".to_owned()));
                }
                Some(chunk) => body.extend_from_slice(&chunk),
            }
        }
    }

    pub(crate) fn garbled(&self, status: u16, fault: String) -> CallError {
        CallError::Garbled { host: self.host.clone(), status, fault }
    }

    pub(crate) fn unreachable(&self, fault: Fault) -> CallError {
        CallError::Unreachable { host: self.host.clone(), fault, source: None }
    }

    pub(crate) fn host(&self) -> &str {
        &self.host
    }
}

/// The address alone: what else there is contains the token.
impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").field("address", &self.address).finish_non_exhaustive()
    }
}

/// Whether an answer says that it is of this content type, whatever its parameters.
pub(crate) fn has_type(response: &Response, expected: &str) -> bool {
    let said = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    said.split(';').next().is_some_and(|said| said.trim().eq_ignore_ascii_case(expected))
}

fn headers(token: Option<Token>) -> Result<HeaderMap, ClientError> {
    let mut headers = HeaderMap::new();
    if let Some(token) = token {
        let value = HeaderValue::from_str(&format!("Bearer {}", token.expose()));
        let mut value = value.map_err(|_| ClientError::Token)?;
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
    Ok(headers)
}
