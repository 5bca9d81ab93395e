//! The terminals: enrolment codes, tokens, rights, how each is.

use crate::secret::{self, Hash};
use crate::store::StoreError;
use crate::store::devices::{self as rows, Wanted};
use crate::store::registry::Registry;
use chrono::TimeDelta;
use foyer_client::{EnrolmentCode, Fingerprint};
use foyer_domain::Timestamp;
use foyer_domain::attempts::Attempts;
use foyer_domain::id::{AreaId, DeviceId};
use foyer_protocol::lobby::{DeviceKind, DeviceStatus, EnrolRequest, Enrolled};
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::Clock;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// An enrolment code is good for so long: the way from the desk to the terminal and typing it.
pub const CODE_MINUTES: i64 = 15;

/// The cookie that holds the token of a display that is a page.
pub(crate) const DISPLAY_COOKIE: &str = "foyer_display";

/// An answer that got lost is given again for so long; the token in it is not kept longer than that.
const ANSWERED_AGAIN: TimeDelta = TimeDelta::minutes(1);

/// An enrolled terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// As the log knows it.
    pub id: DeviceId,
    /// Its rights follow from this.
    pub kind: DeviceKind,
    /// As staff call it.
    pub name: String,
    /// The areas that it shows; empty means all.
    pub areas: Vec<AreaId>,
    /// When it enrolled.
    pub enrolled_at: Timestamp,
    /// When its rights were taken away.
    pub revoked_at: Option<Timestamp>,
}

/// A terminal and how it is, for staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceOverview {
    /// The terminal.
    pub device: Device,
    /// When it last said or asked something, since the lobby started.
    pub last_seen: Option<Timestamp>,
    /// Whether its event stream is open now.
    pub connected: bool,
    /// The last that it said of itself.
    pub status: Option<DeviceStatus>,
    /// How often it said how it is, since the lobby started, and when it did last.
    pub told: Option<(u64, Timestamp)>,
}

/// A code for staff to type at a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCode {
    /// `K7M4-3PXR`, longer where the lobby's own certificate is pinned by it.
    pub code: String,
    /// When it ends.
    pub until: Timestamp,
}

/// Why a terminal cannot enrol or a code cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum DeviceError {
    /// Wrong, used or too old.
    #[error("this code is wrong, used or older than {CODE_MINUTES} minutes; ask for a new one")]
    WrongCode,
    /// The code is for another kind of terminal; it stays valid.
    #[error("this code is for a {0:?}")]
    OtherKind(DeviceKind),
    /// Too many wrong codes from one address.
    #[error("too many wrong codes; try again later")]
    TooManyTries {
        /// First moment at which it is tried again.
        until: Timestamp,
    },
    /// Empty or too long.
    #[error("a terminal's name has 1 to 60 characters")]
    Name,
    /// Storage.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A terminal while the lobby runs.
#[derive(Debug)]
struct Presence {
    device: Device,
    last_seen: Option<Timestamp>,
    streams: u32,
    status: Option<DeviceStatus>,
    told: Option<(u64, Timestamp)>,
    revoked: CancellationToken,
}

/// All terminals. Enrolment happens here alone, so that memory knows as much as the file; codes may be
/// written by a second process and are read on use.
#[derive(Clone)]
pub struct Devices {
    registry: Registry,
    clock: Clock,
    pin: Option<Fingerprint>,
    wrong: Arc<Mutex<Attempts<IpAddr>>>,
    known: Arc<RwLock<Vec<Presence>>>,
    by_token: Arc<RwLock<HashMap<Hash, usize>>>,
    /// What was just answered, by nonce: a code is good once, and its answer may get lost on the way.
    answered: Arc<Mutex<HashMap<Nonce, (Timestamp, Enrolled)>>>,
    changed: watch::Sender<u64>,
}

/// A terminal that has shown its token. Its streams end with [`Terminal::revoked`].
#[derive(Debug, Clone)]
pub struct Terminal {
    /// Who.
    pub device: Device,
    /// Ends when its rights are taken away.
    pub revoked: CancellationToken,
}

impl Devices {
    /// Reads the terminals; `pin` is what enrolment codes carry of the lobby's own certificate.
    ///
    /// # Errors
    /// Storage.
    pub async fn load(
        registry: Registry,
        clock: Clock,
        pin: Option<Fingerprint>,
    ) -> Result<Self, StoreError> {
        let kept = registry.run(|db| rows::all(db)).await?;
        let by_token = kept.iter().enumerate().map(|(index, kept)| (kept.token, index)).collect();
        let known = kept.into_iter().map(|kept| Presence::new(kept.device, kept.status)).collect();
        // Five wrong codes within a minute from one address close it for a minute.
        let wrong = Attempts::new(5, TimeDelta::minutes(1), TimeDelta::minutes(1));
        Ok(Self {
            registry,
            clock,
            pin,
            wrong: Arc::new(Mutex::new(wrong)),
            known: Arc::new(RwLock::new(known)),
            by_token: Arc::new(RwLock::new(by_token)),
            answered: Arc::default(),
            changed: watch::Sender::new(0),
        })
    }

    /// Makes a code with which one terminal can enrol.
    ///
    /// # Errors
    /// A name that cannot be used, storage.
    pub async fn create_code(
        &self,
        kind: DeviceKind,
        name: &str,
        areas: Vec<AreaId>,
    ) -> Result<NewCode, DeviceError> {
        let name = name.trim().to_owned();
        if name.is_empty() || name.chars().count() > 60 || name.chars().any(char::is_control) {
            return Err(DeviceError::Name);
        }
        let code = EnrolmentCode::new(secret::random(), self.pin.as_ref());
        let (hash, now) = (secret::hash(code.secret()), self.clock.now());
        let until = now + TimeDelta::minutes(CODE_MINUTES);
        let wanted = Wanted { kind, name, areas };
        self.registry.run(move |db| rows::add_code(db, &hash, &wanted, now, until)).await?;
        Ok(NewCode { code: code.to_string(), until })
    }

    /// Enrols a terminal that shows a code. The same nonce gets the same answer for a minute.
    ///
    /// # Errors
    /// A wrong code, one of another kind, too many wrong ones, storage.
    pub async fn enrol(
        &self,
        request: &EnrolRequest,
        nonce: Nonce,
        from: IpAddr,
    ) -> Result<Enrolled, DeviceError> {
        let now = self.clock.now();
        if let Some(enrolled) = self.answered_before(nonce, now) {
            return Ok(enrolled);
        }
        let enrolled = self.enrol_anew(request, from).await?;
        self.answered.lock().unwrap_or_else(PoisonError::into_inner).insert(nonce, (now, enrolled.clone()));
        Ok(enrolled)
    }

    fn answered_before(&self, nonce: Nonce, now: Timestamp) -> Option<Enrolled> {
        let mut answered = self.answered.lock().unwrap_or_else(PoisonError::into_inner);
        answered.retain(|_, (at, _)| now - *at < ANSWERED_AGAIN);
        answered.get(&nonce).map(|(_, enrolled)| enrolled.clone())
    }

    async fn enrol_anew(&self, request: &EnrolRequest, from: IpAddr) -> Result<Enrolled, DeviceError> {
        let now = self.clock.now();
        if let Some(until) = self.attempts().locked(&from, now) {
            return Err(DeviceError::TooManyTries { until });
        }
        // The client settles spelling; a code with its pin or dashes is read, too.
        let typed: Result<EnrolmentCode, _> = request.code.parse();
        let code = secret::hash(typed.as_ref().map_or(request.code.as_str(), EnrolmentCode::secret));
        let wanted = self.registry.run(move |db| rows::code(db, &code, now)).await?;
        let Some(wanted) = wanted else {
            self.attempts().wrong(from, now);
            return Err(DeviceError::WrongCode);
        };
        if wanted.kind != request.kind {
            return Err(DeviceError::OtherKind(wanted.kind));
        }
        let token = secret::token();
        let hash = secret::hash(&token);
        let device = self.registry.run(move |db| rows::enrol(db, &code, &wanted, &hash, now)).await?;
        let device = device.ok_or(DeviceError::WrongCode)?;
        let enrolled = Enrolled { device: device.id.clone(), name: device.name.clone(), token };
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let mut by_token = self.by_token.write().unwrap_or_else(PoisonError::into_inner);
        by_token.insert(hash, known.len());
        known.push(Presence::new(device, None));
        drop((known, by_token));
        self.tell();
        Ok(enrolled)
    }

    /// Who shows this token; `None` for a wrong or revoked one.
    pub fn authenticate(&self, token: &str) -> Option<Terminal> {
        let hash = secret::hash(token);
        let index = *self.by_token.read().unwrap_or_else(PoisonError::into_inner).get(&hash)?;
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let presence = known.get_mut(index)?;
        if presence.device.revoked_at.is_some() {
            return None;
        }
        presence.last_seen = Some(self.clock.now());
        Some(Terminal { device: presence.device.clone(), revoked: presence.revoked.clone() })
    }

    /// All terminals that may work, and how they are, oldest first.
    pub fn list(&self) -> Vec<DeviceOverview> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let active = known.iter().filter(|presence| presence.device.revoked_at.is_none());
        let overview = |presence: &Presence| DeviceOverview {
            device: presence.device.clone(),
            last_seen: presence.last_seen,
            connected: presence.streams > 0,
            status: presence.status.clone(),
            told: presence.told,
        };
        active.map(overview).collect()
    }

    /// Changes whenever a terminal enrols, comes, goes, reports or is revoked.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// Takes away a terminal's rights; its stream ends at once.
    ///
    /// # Errors
    /// Storage; then it keeps its rights.
    pub async fn revoke(&self, id: &DeviceId) -> Result<bool, DeviceError> {
        let (wanted, now) = (id.clone(), self.clock.now());
        self.registry.run(move |db| rows::revoke(db, &wanted, now)).await?;
        let found = self.with(id, |presence| {
            presence.device.revoked_at = Some(now);
            presence.revoked.cancel();
        });
        self.tell();
        Ok(found.is_some())
    }

    /// Keeps what a terminal says of itself; answers what it said before.
    pub(crate) async fn report(
        &self,
        id: &DeviceId,
        status: DeviceStatus,
    ) -> Result<Option<DeviceStatus>, StoreError> {
        let now = self.clock.now();
        let keep = |presence: &mut Presence| {
            let times = presence.told.map_or(0, |(times, _)| times) + 1;
            presence.told = Some((times, now));
            presence.status.replace(status.clone())
        };
        let before = self.with(id, keep).flatten();
        if before.as_ref() != Some(&status) {
            let wanted = id.clone();
            let kept = self.registry.run(move |db| rows::keep_status(db, &wanted, &status)).await;
            if let Err(error) = kept {
                // The next time it says so it is news again.
                self.with(id, |presence| presence.status = before);
                return Err(error);
            }
            self.tell();
        }
        Ok(before)
    }

    /// Notes that a terminal's stream is open until the guard is dropped.
    pub(crate) fn stream_opened(&self, id: &DeviceId) -> OpenStream {
        self.with(id, |presence| presence.streams += 1);
        self.tell();
        OpenStream { devices: self.clone(), id: id.clone() }
    }

    fn with<R>(&self, id: &DeviceId, change: impl FnOnce(&mut Presence) -> R) -> Option<R> {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.iter_mut().find(|presence| presence.device.id == *id).map(change)
    }

    fn tell(&self) {
        self.changed.send_modify(|count| *count += 1);
    }

    fn attempts(&self) -> std::sync::MutexGuard<'_, Attempts<IpAddr>> {
        self.wrong.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Presence {
    fn new(device: Device, status: Option<DeviceStatus>) -> Self {
        Self { device, last_seen: None, streams: 0, status, told: None, revoked: CancellationToken::new() }
    }
}

/// While it lives, a terminal counts as connected.
pub(crate) struct OpenStream {
    devices: Devices,
    id: DeviceId,
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let now = self.devices.clock.now();
        self.devices.with(&self.id, |presence| {
            presence.streams = presence.streams.saturating_sub(1);
            presence.last_seen = Some(now);
        });
        self.devices.tell();
    }
}
