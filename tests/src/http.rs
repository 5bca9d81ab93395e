//! Plain HTTP on loopback, for what a browser or phone would fetch.

use anyhow::{Context, Result};
use reqwest::{Client, redirect};
use std::time::Duration;

/// A client that follows no redirect, so that a test sees what was answered.
///
/// # Errors
/// The system has no randomness or no sockets.
pub fn client() -> Result<Client> {
    provide();
    let limit = Duration::from_secs(20);
    Client::builder().redirect(redirect::Policy::none()).timeout(limit).build().context("an HTTP client")
}

/// The same for a page that goes on for as long as it is looked at.
///
/// # Errors
/// The system has no randomness or no sockets.
pub fn follower() -> Result<Client> {
    provide();
    Client::builder().build().context("an HTTP client")
}

/// Names the TLS library of this process, which reqwest wants even for plain HTTP.
pub fn provide() {
    // An error means that it was named before.
    let _ = rustls::crypto::ring::default_provider().install_default();
}
