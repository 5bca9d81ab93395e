//! Who looks at which ticket: one report wakes the phones of its ticket and no other, and reads nothing.

use super::tickets::TicketView;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::estimate::Span;
use foyer_domain::id::OfficeId;
use foyer_protocol::feed::Positions;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// A place that was not told anew for so long is forgotten; lobbies tell all of them every minute.
const PLACES_FOR: TimeDelta = TimeDelta::minutes(3);

/// Where a ticket stands among those who wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// So many are called before it.
    pub ahead: u16,
    /// The expected wait.
    pub wait: Option<Span>,
    /// At which moment.
    pub as_of: Timestamp,
}

/// All that is known of a ticket.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// The ticket; none before it was read.
    pub ticket: Option<Arc<TicketView>>,
    /// Where it stands while it waits.
    pub place: Option<Place>,
}

/// The tickets that somebody looks at, by their secrets' hashes, and where everybody stands.
#[derive(Default)]
pub(super) struct Phones(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    followed: HashMap<String, watch::Sender<Standing>>,
    /// Of all who wait, because whoever looks later wants to know at once.
    places: HashMap<OfficeId, HashMap<String, Place>>,
}

impl Phones {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        // What a reader that panicked left is whole: it changes in one step.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Follows a ticket from now on; what it is like now has to be read once by whoever comes first.
    pub(super) fn follow(phones: &Arc<Self>, secret_hash: &str) -> Following {
        let mut inner = phones.inner();
        let place = inner.places.values().find_map(|places| places.get(secret_hash)).copied();
        let begin = || watch::Sender::new(Standing { ticket: None, place });
        let news = inner.followed.entry(secret_hash.to_owned()).or_insert_with(begin).subscribe();
        Following { news, phones: Arc::clone(phones), secret_hash: secret_hash.to_owned() }
    }

    /// Whether anybody looks at a ticket here.
    pub(super) fn is_followed(&self, secret_hash: &str) -> bool {
        self.inner().followed.contains_key(secret_hash)
    }

    /// A ticket is like this, which changes nothing if something newer is known.
    pub(super) fn tell(&self, secret_hash: &str, ticket: Arc<TicketView>) {
        let inner = self.inner();
        let Some(followed) = inner.followed.get(secret_hash) else { return };
        followed.send_if_modified(|now| {
            let known = now.ticket.as_deref();
            let is_news = known.is_none_or(|known| known.report <= ticket.report && *known != *ticket);
            if is_news {
                now.ticket = Some(ticket);
            }
            is_news
        });
    }

    /// A ticket was read like this, maybe before something newer was told.
    pub(super) fn offer(&self, secret_hash: &str, ticket: Arc<TicketView>) {
        let inner = self.inner();
        let Some(followed) = inner.followed.get(secret_hash) else { return };
        followed.send_if_modified(|now| {
            let is_news = now.ticket.as_deref().is_none_or(|known| known.report < ticket.report);
            if is_news {
                now.ticket = Some(ticket);
            }
            is_news
        });
    }

    /// Where an office's waiting stand.
    pub(super) fn place(&self, office: OfficeId, positions: Positions) {
        let mut inner = self.inner();
        let Inner { followed, places } = &mut *inner;
        let as_of = positions.as_of;
        let of_office = places.entry(office).or_default();
        // What waits no more is not told anew.
        of_office.retain(|_, place| (as_of - place.as_of).abs() <= PLACES_FOR);
        for position in positions.of {
            let place = Place { ahead: position.ahead, wait: position.wait, as_of };
            if let Some(followed) = followed.get(&position.secret_hash) {
                followed.send_modify(|now| now.place = Some(place));
            }
            of_office.insert(position.secret_hash, place);
        }
    }
}

/// Somebody looks at a ticket for as long as this lives.
pub struct Following {
    news: watch::Receiver<Standing>,
    phones: Arc<Phones>,
    secret_hash: String,
}

impl Following {
    /// All that is known of it.
    pub fn now(&self) -> Standing {
        self.news.borrow().clone()
    }

    /// Waits for something new since the last time that it was looked at like this.
    pub async fn next(&mut self) -> Standing {
        if self.news.changed().await.is_err() {
            // Its sender lives as long as anybody follows.
            std::future::pending::<()>().await;
        }
        self.news.borrow_and_update().clone()
    }

    /// What is known counts as seen.
    pub fn look(&mut self) -> Standing {
        self.news.borrow_and_update().clone()
    }
}

impl Drop for Following {
    /// The last one who looked takes the ticket out.
    fn drop(&mut self) {
        let mut inner = self.phones.inner();
        if inner.followed.get(&self.secret_hash).is_some_and(|followed| followed.receiver_count() <= 1) {
            inner.followed.remove(&self.secret_hash);
        }
    }
}

#[cfg(test)]
mod tests;
