//! The booking server's feed, followed: its changes become events of the log.

use crate::beside::FeedPosition;
use crate::config::BookingSettings;
use crate::lobby::{Lobby, LobbyError, Published};
use crate::notices::NoticeKind;
use crate::owner::{FeedStep, Taken};
use crate::persons::is_code_over;
use crate::store::registry::Link;
use foyer_client::{Address, Followed, Server, Token};
use foyer_domain::Timestamp;
use foyer_domain::booking::Booking;
use foyer_protocol::feed::Change;
use foyer_protocol::problem::Problem;
use futures_util::StreamExt;
use std::time::Duration;

/// So many changes are handed over before the first one's commit is waited for.
const AT_ONCE: usize = 200;

/// How soon a sign-on that was made beside the running server is noticed, and how long a full disk rests.
const PAUSE: Duration = Duration::from_secs(1);

/// How the link to the booking server is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookingLink {
    /// `foyer-lobby connect` has not been run yet.
    NotLinked,
    /// Up: what the lobby knows is fresh.
    Connected,
    /// Down: what the lobby knows is as old as this.
    Disconnected {
        /// Since when.
        since: Timestamp,
    },
    /// The booking server does not accept this lobby any more.
    Refused {
        /// Since when.
        since: Timestamp,
        /// Why.
        problem: Problem,
    },
}

impl BookingLink {
    /// The same with another beginning.
    fn since(self, since: Timestamp) -> Self {
        match self {
            Self::Disconnected { .. } => Self::Disconnected { since },
            Self::Refused { problem, .. } => Self::Refused { since, problem },
            Self::NotLinked | Self::Connected => self,
        }
    }
}

/// The server of a link.
///
/// # Errors
/// An address or certificate that cannot be used.
pub(crate) fn server(link: &Link, settings: &BookingSettings) -> Result<Server, foyer_client::ClientError> {
    let address = settings.address(link.url.clone());
    Server::new(&address, Some(Token::new(link.token.clone())))
}

impl BookingSettings {
    /// How the booking server at `url` is reached from here.
    pub(crate) fn address(&self, url: url::Url) -> Address {
        let mut address = Address::new(url);
        address.ca.clone_from(&self.ca);
        address.proxy.clone_from(&self.proxy);
        address.allow_plain_http = self.allow_plain_http;
        address
    }
}

/// Follows the feed for as long as the lobby runs.
pub(crate) async fn follow(lobby: Lobby, settings: BookingSettings) {
    let shutdown = lobby.shutdown();
    loop {
        let round = async {
            match lobby.registry().link().await {
                Ok(Some(link)) => follow_link(&lobby, &settings, link).await,
                Ok(None) => {
                    lobby.set_link(BookingLink::NotLinked);
                    tokio::time::sleep(PAUSE).await;
                }
                Err(error) => {
                    tracing::error!(error = &error as &dyn std::error::Error, "the link cannot be read");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        };
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = round => {}
        }
    }
}

/// Follows one sign-on until it is replaced or something could not be kept.
async fn follow_link(lobby: &Lobby, settings: &BookingSettings, link: Link) {
    let server = match server(&link, settings) {
        Ok(server) => server,
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "the booking server cannot be reached like this"
            );
            return tokio::time::sleep(PAUSE).await;
        }
    };
    let published = lobby.published();
    let kept = published.beside.feed.as_ref().filter(|feed| feed.link == link.id);
    let mut cursor = kept.and_then(|feed| feed.cursor.clone());
    let since = published.beside.known_until(&link.id).unwrap_or_else(|| lobby.clock().now());
    lobby.set_link(BookingLink::Disconnected { since });
    // Until the link is up once, what is known is as old as the log says, not as this program.
    let mut age = Some(since);
    let from = cursor.clone().filter(|_| !lacks_a_code(lobby, &published));
    let changes = server.follow::<Change>("/feed", "change", from, lobby.clock());
    let mut changes = changes.ready_chunks(AT_ONCE);
    loop {
        let ready = tokio::select! {
            ready = changes.next() => ready.unwrap_or_default(),
            () = replaced(lobby, &link) => return,
        };
        if let Err(error) = take(lobby, &link, &mut cursor, &mut age, ready).await {
            tracing::error!(%error, "the feed rests");
            return tokio::time::sleep(PAUSE).await;
        }
    }
}

/// Whether somebody is expected whose short code is not known: an older program did not tell it or did not keep it, or
/// the log was restored, whose copies are without it. Then everything is asked for again.
fn lacks_a_code(lobby: &Lobby, published: &Published) -> bool {
    let (state, now) = (&published.state, lobby.clock().now());
    let is_expected = |booking: &&Booking| booking.start >= now && !is_code_over(state, booking.id, now);
    state.bookings().filter(is_expected).any(|booking| lobby.persons().code(booking.id).is_none())
}

/// Returns when another sign-on has taken the place of this one.
async fn replaced(lobby: &Lobby, link: &Link) {
    loop {
        tokio::time::sleep(PAUSE).await;
        if !matches!(lobby.registry().link().await, Ok(Some(now)) if now == *link) {
            return;
        }
    }
}

/// Hands over what has come, in order, and then waits for all of it to be durable.
async fn take(
    lobby: &Lobby,
    link: &Link,
    cursor: &mut Option<String>,
    age: &mut Option<Timestamp>,
    ready: Vec<Followed<Change>>,
) -> Result<(), LobbyError> {
    let mut waiting = Vec::with_capacity(ready.len());
    for followed in ready {
        let (id, change) = match followed {
            Followed::Link(state) => {
                let state = BookingLink::from(state);
                if state == BookingLink::Connected {
                    *age = None;
                }
                lobby.set_link(age.map_or(state.clone(), |since| state.since(since)));
                continue;
            }
            Followed::Event { id, event } => (id, Some(event)),
            Followed::NotUnderstood { id, .. } => (id, None),
        };
        let after = cursor.clone();
        *cursor = id.or_else(|| after.clone());
        let position =
            FeedPosition { link: link.id.clone(), cursor: cursor.clone(), at: lobby.clock().now() };
        waiting.push(lobby.follow(FeedStep { after, position, change }).await?);
    }
    for taken in waiting {
        match taken.await.map_err(|_| LobbyError::StorageUnavailable)?? {
            Taken::Fully => {}
            Taken::Not(why) => lobby.notices().tell(NoticeKind::BookingTrouble, "", &why).await,
        }
    }
    Ok(())
}

impl From<foyer_client::Link> for BookingLink {
    fn from(link: foyer_client::Link) -> Self {
        match link {
            foyer_client::Link::Connected => Self::Connected,
            foyer_client::Link::Disconnected { since } => Self::Disconnected { since },
            foyer_client::Link::Refused { since, problem } => Self::Refused { since, problem },
        }
    }
}
