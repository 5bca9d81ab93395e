//! An event stream that never ends: it reconnects by itself, resumes after the last event, and says in
//! between how the link is.

use crate::backoff::Backoff;
use crate::error::{CallError, Fault};
use crate::listen::{Events, Heard};
use crate::server::Server;
use eventsource_stream::{Event, EventStreamError};
use foyer_domain::Timestamp;
use foyer_protocol::problem::Problem;
use foyer_protocol::program::Clock;
use futures_util::stream::{self, Stream, StreamExt};
use serde::de::DeserializeOwned;
use std::marker::PhantomData;
use std::time::Duration;

/// The link to a server, as a value that every screen must handle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// Events arrive as they happen.
    Connected,
    /// What is shown is as old as this. It is being tried again, within seconds.
    Disconnected {
        /// When the last byte was heard; before the first one, when following began.
        since: Timestamp,
    },
    /// The server does not know this terminal or does not allow it this stream: it needs to be enrolled
    /// (again). It is being tried again, slowly.
    Refused {
        /// When the last byte was heard; before the first one, when following began.
        since: Timestamp,
        /// What the server said.
        problem: Problem,
    },
}

/// What comes out of [`Server::follow`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Followed<E> {
    /// The link has changed; never the same twice in a row.
    Link(Link),
    /// Something happened.
    Event {
        /// The server's cursor: give the last one to [`Server::follow`] after a restart.
        id: Option<String>,
        /// What.
        event: E,
    },
    /// Something happened that this version does not know. It is not sent again.
    NotUnderstood {
        /// The server's cursor.
        id: Option<String>,
        /// As it came.
        data: String,
    },
}

impl Server {
    /// Follows an event stream from `last_event_id` on, or from its beginning. Events of another name than
    /// `event_name` are passed over.
    ///
    /// The stream never ends. Dropping it ends the connection.
    pub fn follow<E>(
        &self,
        path: &str,
        event_name: &str,
        last_event_id: Option<String>,
        clock: Clock,
    ) -> impl Stream<Item = Followed<E>> + Send + Unpin + 'static + use<E>
    where
        E: DeserializeOwned + Send + 'static,
    {
        let follower = Follower {
            server: self.clone(),
            path: path.to_owned(),
            event_name: event_name.to_owned(),
            last_event_id,
            heard: Heard::new(clock),
            link: None,
            backoff: self.limits.backoff(),
            phase: Phase::Unconnected,
            event: PhantomData,
        };
        stream::unfold(follower, |mut follower| async move { Some((follower.next().await, follower)) })
            .boxed()
    }
}

enum Phase {
    Unconnected,
    Open(Events),
    Pausing(Duration),
}

struct Follower<E> {
    server: Server,
    path: String,
    event_name: String,
    last_event_id: Option<String>,
    heard: Heard,
    /// What was last said of the link.
    link: Option<Link>,
    backoff: Backoff,
    phase: Phase,
    event: PhantomData<fn() -> E>,
}

impl<E: DeserializeOwned> Follower<E> {
    async fn next(&mut self) -> Followed<E> {
        loop {
            let news = match std::mem::replace(&mut self.phase, Phase::Unconnected) {
                Phase::Unconnected => self.connect().await,
                Phase::Open(events) => self.read(events).await,
                Phase::Pausing(pause) => {
                    tokio::time::sleep(pause).await;
                    None
                }
            };
            if let Some(news) = news {
                return news;
            }
        }
    }

    async fn connect(&mut self) -> Option<Followed<E>> {
        match self.server.open(&self.path, self.last_event_id.as_deref(), self.heard.clone()).await {
            Ok(events) => {
                self.phase = Phase::Open(events);
                self.changed(Link::Connected)
            }
            Err(error) => self.lost(&error),
        }
    }

    async fn read(&mut self, mut events: Events) -> Option<Followed<E>> {
        match events.next().await {
            Some(Ok(event)) => {
                self.phase = Phase::Open(events);
                self.heard.event();
                self.understood(event)
            }
            Some(Err(EventStreamError::Transport(error))) => self.lost(&error),
            Some(Err(error @ (EventStreamError::Utf8(_) | EventStreamError::Parser(_)))) => {
                self.lost(&self.server.garbled(0, error.to_string()))
            }
            None => self.lost(&self.server.unreachable(Fault::Broken)),
        }
    }

    fn understood(&mut self, event: Event) -> Option<Followed<E>> {
        let id = Some(event.id).filter(|id| !id.is_empty());
        if id.is_some() {
            self.last_event_id.clone_from(&id);
        }
        if event.event != self.event_name {
            return None;
        }
        Some(match serde_json::from_str(&event.data) {
            Ok(event) => Followed::Event { id, event },
            Err(error) => {
                tracing::warn!(stream = self.event_name, %error, "an event was not understood");
                Followed::NotUnderstood { id, data: event.data }
            }
        })
    }

    fn lost(&mut self, error: &CallError) -> Option<Followed<E>> {
        let (since, heard_any) = self.heard.lost();
        if heard_any {
            self.backoff.reset();
        }
        let (link, pause) = match error.refusal() {
            Some(problem) => {
                let limit = self.server.limits.refused_pause;
                (Link::Refused { since, problem: problem.clone() }, Backoff::new(limit, limit).pause())
            }
            None => (Link::Disconnected { since }, self.backoff.pause()),
        };
        self.phase = Phase::Pausing(pause);
        let news = self.changed(link);
        if news.is_some() {
            tracing::warn!(
                host = self.server.host(),
                error = error as &dyn std::error::Error,
                "the link is down"
            );
        }
        news
    }

    fn changed(&mut self, link: Link) -> Option<Followed<E>> {
        if self.link.as_ref() == Some(&link) {
            return None;
        }
        self.link = Some(link.clone());
        Some(Followed::Link(link))
    }
}
