//! What the kiosk holds to work alone: the day list, checked and ready.

use crate::device::journal::{Entry, KeptList};
use foyer_domain::Timestamp;
use foyer_domain::alone::{Given, Known, ListFault, SignedList};
use foyer_domain::code::KeyRing;
use foyer_domain::engine::Presented as Judged;
use foyer_domain::short_code::ShortCode;
use foyer_protocol::lobby::{DayList, Presented};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The day list, checked and ready.
#[derive(Debug, Clone)]
pub struct Holdings {
    /// What it says.
    pub list: DayList,
    /// When it came, by this terminal's clock.
    pub received_at: Timestamp,
    keys: KeyRing,
}

impl Holdings {
    /// A list that has just come, or was kept.
    ///
    /// # Errors
    /// It is not as the lobby signed it, or of another version.
    pub fn open(kept: &KeptList) -> Result<Self, ListFault> {
        Self::read(&kept.list, &kept.public_key, kept.received_at)
    }

    fn read(list: &SignedList, public_key: &str, received_at: Timestamp) -> Result<Self, ListFault> {
        let list: DayList = serde_json::from_str(list.verified(public_key)?).map_err(|_| ListFault)?;
        let keys = KeyRing::new(&list.snapshot.keys);
        Ok(Self { list, received_at, keys })
    }

    /// What the rules know, together with what this kiosk gave since.
    pub fn known<'a>(&'a self, given: &'a [Given]) -> Known<'a> {
        let snapshot = &self.list.snapshot;
        Known {
            office: &snapshot.office,
            offices: &snapshot.offices,
            keys: &self.keys,
            made_at: snapshot.now,
            bookings: &self.list.bookings,
            leases: &self.list.leases,
            interruptions: &self.list.interruptions,
            walk_in: snapshot.walk_in,
            given,
        }
    }

    /// What was presented, as the rules know it. A ticket's own link is known to the lobby alone: `None`.
    pub fn judged(&self, presented: &Presented) -> Option<Judged> {
        match presented {
            Presented::Scan(text) if !text.contains("/t/") => Some(Judged::Scanned(text.clone())),
            Presented::Scan(_) => None,
            Presented::ShortCode(text) => Some(self.typed(text)),
        }
    }

    fn typed(&self, text: &str) -> Judged {
        let hash = ShortCode::parse(text).ok().and_then(|code| self.hash(&code));
        let listed = self
            .list
            .bookings
            .iter()
            .find(|listed| hash.is_some() && listed.short_code_hash.as_ref() == hash.as_ref());
        listed.map_or(Judged::UnknownShortCode, |listed| Judged::ShortCode(listed.booking.id))
    }

    fn hash(&self, code: &ShortCode) -> Option<String> {
        let key = bytes(self.list.short_code_key.as_ref()?)?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
        mac.update(code.as_str().as_bytes());
        Some(mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// How many numbers of today are left.
    pub fn numbers_left(&self, entries: &[Entry], now: Timestamp) -> usize {
        let office = &self.list.snapshot.office;
        let today = office.day(now);
        let is_given = |number| {
            entries
                .iter()
                .any(|entry| entry.given.number == number && office.day(entry.given.seen_at) == today)
        };
        let leases = self.list.leases.iter().filter(|lease| lease.day == today);
        leases.flat_map(|lease| lease.numbers()).filter(|number| !is_given(*number)).count()
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pairs = hex.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
