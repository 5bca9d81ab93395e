//! How often somebody may ask: an address in all, an address to change things and to hold times, anybody to change one
//! booking, and programs that send a token.
//!
//! Callers on this machine have no limit. Behind a `trusted_proxy` the address is the one that the proxy adds last to
//! `x-forwarded-for`; whatever stands before it was sent by the caller.

use crate::api::request::bearer;
use crate::app::App;
use crate::error::{ApiError, RequestFault};
use crate::pages::{Refused, Words};
use crate::random;
use crate::settings::LimitSettings;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::collections::HashMap;
use std::convert::Infallible;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// One limit; none where it is switched off.
struct Limit<K: Hash + Eq + Clone>(Option<DefaultKeyedRateLimiter<K>>);

impl<K: Hash + Eq + Clone> Limit<K> {
    /// So many at once, and so many a minute from then on.
    fn per_minute(most: u32) -> Self {
        Self(NonZeroU32::new(most).map(|most| RateLimiter::keyed(Quota::per_minute(most))))
    }

    /// Counts one; if it is one too many, in how many seconds the next is taken.
    fn take(&self, key: &K) -> Result<(), u64> {
        let Some(limiter) = &self.0 else { return Ok(()) };
        let now = DefaultClock::default().now();
        limiter.check_key(key).map_err(|early| early.wait_time_from(now).as_secs() + 1)
    }

    /// Drops those who could ask as often as anybody again.
    fn forget(&self) {
        if let Some(limiter) = &self.0 {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

/// What has been asked in the last minute; nothing of it is kept on a disk.
pub struct Pace {
    requests: Limit<IpAddr>,
    changes: Limit<IpAddr>,
    holds: Limit<IpAddr>,
    programs: Limit<IpAddr>,
    bookings: Limit<String>,
    proxy: Option<IpAddr>,
    /// Hashes of tokens that were found good, and when last.
    known: Mutex<HashMap<[u8; 32], Instant>>,
}

/// A token that was not shown for so long is judged anew.
const KNOWN_FOR: Duration = Duration::from_secs(600);

impl Pace {
    /// Nobody has asked yet.
    pub fn new(settings: &LimitSettings, proxy: Option<IpAddr>) -> Self {
        Self {
            requests: Limit::per_minute(settings.requests_per_minute),
            changes: Limit::per_minute(settings.changes_per_minute),
            holds: Limit::per_minute(settings.holds_per_minute),
            programs: Limit::per_minute(settings.programs_per_minute),
            bookings: Limit::per_minute(settings.changes_per_booking),
            proxy,
            known: Mutex::default(),
        }
    }

    /// This token is good: from now on it is a program that asks. Its first request counted as anybody's.
    pub fn know(&self, token: &str) {
        self.known().insert(random::sha256(token.as_bytes()), Instant::now());
    }

    fn is_program(&self, headers: &HeaderMap) -> bool {
        let token = bearer(headers).ok();
        token.is_some_and(|token| self.known().contains_key(&random::sha256(token.as_bytes())))
    }

    fn known(&self) -> MutexGuard<'_, HashMap<[u8; 32], Instant>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Drops what no longer counts.
    pub fn forget(&self) {
        self.requests.forget();
        self.changes.forget();
        self.holds.forget();
        self.programs.forget();
        self.bookings.forget();
        self.known().retain(|_, shown| shown.elapsed() < KNOWN_FOR);
    }

    /// Whose request it is; none of somebody on this machine.
    fn caller(&self, peer: IpAddr, headers: &HeaderMap) -> Option<IpAddr> {
        let peer = peer.to_canonical();
        let is_proxy = self.proxy.is_some_and(|proxy| proxy.to_canonical() == peer);
        let said = headers.get_all("x-forwarded-for").iter().next_back();
        let said = said.filter(|_| is_proxy).and_then(|value| value.to_str().ok());
        let last = said.and_then(|text| text.rsplit(',').next()).and_then(address);
        Some(last.unwrap_or(peer)).filter(|address| !address.is_loopback()).map(network)
    }

    /// Whether a request comes from this machine itself, and not through a proxy on it, named or not.
    pub fn is_from_here(&self, peer: IpAddr, headers: &HeaderMap) -> bool {
        let is_passed_on = headers.contains_key("x-forwarded-for") || headers.contains_key(header::FORWARDED);
        !is_passed_on && self.caller(peer, headers).is_none()
    }

    fn judge(&self, peer: IpAddr, request: &Request) -> Result<(), u64> {
        let (path, headers) = (request.uri().path(), request.headers());
        let is_change = request.method() == Method::POST;
        if let Some(booking) = booking(path).filter(|_| is_change) {
            self.bookings.take(&booking)?;
        }
        match self.caller(peer, headers) {
            None => Ok(()),
            Some(_) if path.starts_with("/assets/") => Ok(()),
            Some(caller) if path.starts_with("/api/") && self.is_program(headers) => {
                self.programs.take(&caller)
            }
            Some(caller) => {
                self.requests.take(&caller)?;
                if is_change {
                    self.changes.take(&caller)?;
                }
                if is_change && is_hold(path) { self.holds.take(&caller) } else { Ok(()) }
            }
        }
    }
}

/// An address as proxies write it: `203.0.113.7`, `2001:db8::1`, also with a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.trim_start_matches('[').trim_end_matches(']').parse().ok();
    let found = bare.or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()));
    found.map(|address: IpAddr| address.to_canonical())
}

/// An IPv6 caller has a whole network of addresses (RFC 6177): its first 64 bits count.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
    }
}

/// Whether a change keeps a time from others: it is held, held longer, or another one in its place.
fn is_hold(path: &str) -> bool {
    matches!(path.rsplit('/').next(), Some("hold" | "holds" | "longer" | "extend" | "again"))
}

/// The secret of the booking or hold that a path is about.
fn booking(path: &str) -> Option<String> {
    let path = path.strip_prefix("/api/v1").unwrap_or(path);
    let mut parts = path.split('/').skip(1);
    let kind = parts.next()?;
    let secret = parts.next().filter(|_| matches!(kind, "b" | "h" | "bookings" | "holds"))?;
    // However it is written, it is one booking.
    secret.parse().ok().map(|secret: uuid::Uuid| secret.to_string())
}

/// Lets a request through, or says when the next one is taken.
pub async fn keep(State(app): State<App>, request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let Some(Err(seconds)) = peer.map(|peer| app.pace.judge(peer, &request)) else {
        return next.run(request).await;
    };
    let error = ApiError::from(RequestFault::TooOften { seconds });
    if request.uri().path().starts_with("/api/") {
        return error.into_response();
    }
    let (mut parts, _) = request.into_parts();
    let words: Result<Words, Infallible> = Words::from_request_parts(&mut parts, &app).await;
    let Ok(words) = words;
    Refused::new(&words, error).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn of(peer: &str, proxy: Option<&str>, said: &[&'static str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for said in said {
            headers.append("x-forwarded-for", HeaderValue::from_static(said));
        }
        let pace = Pace::new(&LimitSettings::default(), proxy.map(|proxy| proxy.parse().unwrap()));
        pace.caller(peer.parse().unwrap(), &headers).map(|caller| caller.to_string())
    }

    #[test]
    fn only_the_proxy_is_believed_and_only_what_it_adds() {
        let is = |caller: Option<String>, expected: &str| assert_eq!(caller.as_deref(), Some(expected));
        is(of("203.0.113.7", None, &["198.51.100.1"]), "203.0.113.7");
        is(of("203.0.113.7", Some("127.0.0.1"), &["198.51.100.1"]), "203.0.113.7");
        is(of("127.0.0.1", Some("127.0.0.1"), &["1.2.3.4, 198.51.100.1"]), "198.51.100.1");
        is(of("127.0.0.1", Some("127.0.0.1"), &["1.2.3.4", "198.51.100.1:4711"]), "198.51.100.1");
        is(of("::ffff:10.0.0.2", Some("10.0.0.2"), &["[2001:db8:1:2:3:4:5:6]:99"]), "2001:db8:1:2::");
        is(of("10.0.0.2", Some("10.0.0.2"), &["unknown"]), "10.0.0.2");
        assert_eq!(of("127.0.0.1", None, &["198.51.100.1"]), None);
        assert_eq!(of("::1", Some("127.0.0.1"), &[]), None);
    }

    #[test]
    fn one_booking_is_one_however_its_address_is_written() {
        let secret = "1e14f9af-52e9-49de-98b5-a3d771fff265";
        for path in
            [format!("/b/{secret}/cancel"), format!("/api/v1/holds/{}/confirm", secret.to_uppercase())]
        {
            assert_eq!(booking(&path).as_deref(), Some(secret), "{path}");
        }
        for path in ["/", "/musterstadt/times", "/t/1e14f9af-52e9-49de-98b5-a3d771fff265/late", "/b/x/cancel"]
        {
            assert_eq!(booking(path), None, "{path}");
        }
    }
}
