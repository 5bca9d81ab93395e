//! The ticket as it changes, pushed. Each event is all that the page shows, so that whoever comes back after a gap
//! needs nothing of what was in between.

use super::told::Told;
use super::{find, refused};
use crate::api::HEARTBEAT;
use crate::app::App;
use crate::pages::frame::Words;
use crate::pages::refused::Refused;
use crate::refusal::Refusal;
use crate::store::{Following, Standing};
use axum::extract::{Path, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, NoContent, Response};
use chrono::TimeDelta;
use futures_util::{StreamExt, stream};
use std::time::Duration;

/// So long after its end a visit may go on once more: a clerk takes the last step back within 60 s, and the report
/// of that takes its way.
const UNDO_FOR: TimeDelta = TimeDelta::seconds(70);

struct Follower {
    app: App,
    words: Words,
    following: Following,
    last: Option<Told>,
    is_over: bool,
}

impl Follower {
    /// The ticket at once, and then whenever it looks different; in the end `end`, and nothing more.
    async fn next(&mut self) -> Option<Event> {
        loop {
            let standing = match self.last {
                None => self.following.look(),
                Some(_) if self.is_over => return None,
                Some(_) => match self.wait().await {
                    Some(standing) => standing,
                    None => {
                        self.is_over = true;
                        return Some(Event::default().event("end").data("over"));
                    }
                },
            };
            let told = Told::of(&self.words, &self.app, &standing)?;
            let before = self.last.replace(told.clone());
            let looks_alike = |before: Told| Told { now_ms: told.now_ms, ..before } == told;
            if !before.is_some_and(looks_alike) {
                return Event::default().event("ticket").json_data(&told).ok();
            }
        }
    }

    /// Something new; nothing if the visit is over and stays so.
    async fn wait(&mut self) -> Option<Standing> {
        match left(&self.app, &self.following.now()) {
            None => Some(self.following.next().await),
            Some(left) => tokio::time::timeout(left, self.following.next()).await.ok(),
        }
    }
}

/// How long a visit that has ended may still go on; none while it goes on anyway.
fn left(app: &App, standing: &Standing) -> Option<Duration> {
    let ended = standing.ticket.as_ref()?.ended_at()?;
    Some((ended + UNDO_FOR - app.now()).to_std().unwrap_or_default())
}

/// `GET /t/{secret}/stream`.
pub async fn follow(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
) -> Result<Response, Refused> {
    let following = find(&app, &words, &secret).await?;
    let standing = following.now();
    if standing.ticket.is_none() {
        return Err(refused(&words, Refusal::TicketUnknown));
    }
    if left(&app, &standing).is_some_and(|left| left.is_zero()) {
        // It tells the browser not to come back.
        return Ok(NoContent.into_response());
    }
    let shutdown = app.shutdown.clone();
    let follower = Follower { app, words, following, last: None, is_over: false };
    let events = stream::unfold(follower, async |mut follower| Some((follower.next().await?, follower)));
    let events = events.map(Ok::<_, std::convert::Infallible>).take_until(shutdown.cancelled_owned());
    // A page hears this one, unlike a comment, and so knows that the link is alive.
    let beat = KeepAlive::new().interval(HEARTBEAT).event(Event::default().event("beat").data("here"));
    Ok(Sse::new(events).keep_alive(beat).into_response())
}
