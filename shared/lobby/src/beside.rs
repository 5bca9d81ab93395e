//! What the owner keeps beside the queue's state and outside its events: short codes, phone secrets, the
//! feed's position.

use foyer_domain::Timestamp;
use foyer_domain::id::{BookingId, VisitId};
use foyer_domain::short_code::ShortCode;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::collections::HashMap;
use std::fmt;
use uuid::Uuid;

/// How far the booking server's feed has been taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FeedPosition {
    /// Which sign-on the cursor belongs to.
    pub(crate) link: String,
    /// The last change's id.
    pub(crate) cursor: Option<String>,
    /// When it was taken over.
    pub(crate) at: Timestamp,
}

/// Short codes and phone secrets by what they lead to.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Beside {
    pub(crate) feed: Option<FeedPosition>,
    pub(crate) short_code_key: Option<[u8; 32]>,
    bookings: HashMap<[u8; 32], BookingId>,
    hashes: HashMap<BookingId, [u8; 32]>,
    visits: HashMap<Uuid, VisitId>,
    secrets: HashMap<VisitId, Uuid>,
}

impl fmt::Debug for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Beside");
        shown.field("feed", &self.feed).field("short_codes", &self.hashes.len());
        shown.field("secrets", &self.secrets.len()).finish_non_exhaustive()
    }
}

impl Beside {
    /// Until when what is known of bookings holds, by this sign-on at the booking server.
    pub(crate) fn known_until(&self, link: &str) -> Option<Timestamp> {
        self.feed.as_ref().filter(|feed| feed.link == link).map(|feed| feed.at)
    }

    pub(crate) fn keep_short_code(&mut self, hash: [u8; 32], booking: BookingId) {
        if let Some(old) = self.hashes.insert(booking, hash) {
            self.bookings.remove(&old);
        }
        self.bookings.insert(hash, booking);
    }

    pub(crate) fn keep_secret(&mut self, visit: VisitId, secret: Uuid) {
        self.secrets.insert(visit, secret);
        self.visits.insert(secret, visit);
    }

    /// The hash that is kept for a booking's short code.
    pub(crate) fn short_code_hash(&self, booking: BookingId) -> Option<&[u8; 32]> {
        self.hashes.get(&booking)
    }

    /// The booking of a typed short code.
    pub(crate) fn booking(&self, code: &ShortCode) -> Option<BookingId> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.short_code_key.as_ref()?).ok()?;
        mac.update(code.as_str().as_bytes());
        let hash: [u8; 32] = mac.finalize().into_bytes().into();
        self.bookings.get(&hash).copied()
    }

    /// The secret of a visit's phone link.
    pub(crate) fn secret(&self, visit: VisitId) -> Option<Uuid> {
        self.secrets.get(&visit).copied()
    }

    /// The visit of the text that one of our own tickets' QR carries: `{public_url}/t/{secret}`. The address
    /// before it may have changed since the ticket was printed; the secret alone counts.
    pub(crate) fn ticket(&self, text: &str) -> Option<VisitId> {
        let (_, secret) = text.rsplit_once("/t/")?;
        self.visits.get(&Uuid::try_parse(secret).ok()?).copied()
    }

    /// Forgets what leads to visits and bookings that are gone, and answers which.
    pub(crate) fn prune(
        &mut self,
        visit_lives: impl Fn(VisitId) -> bool,
        booking_lives: impl Fn(BookingId) -> bool,
    ) -> (Vec<VisitId>, Vec<BookingId>) {
        let visits: Vec<VisitId> =
            self.secrets.keys().copied().filter(|visit| !visit_lives(*visit)).collect();
        for visit in &visits {
            if let Some(secret) = self.secrets.remove(visit) {
                self.visits.remove(&secret);
            }
        }
        let bookings: Vec<BookingId> =
            self.hashes.keys().copied().filter(|booking| !booking_lives(*booking)).collect();
        for booking in &bookings {
            if let Some(hash) = self.hashes.remove(booking) {
                self.bookings.remove(&hash);
            }
        }
        (visits, bookings)
    }
}
