//! The ticket on the citizen's phone.

use super::frame::{Frame, Words, render};
use super::refused::Refused;
use crate::api::HEARTBEAT;
use crate::app::App;
use crate::random;
use crate::refusal::Refusal;
use crate::store::TicketView;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::ReportBody;
use futures_util::{StreamExt, stream};
use serde::Serialize;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

/// A ticket in words; also what the stream sends, so that the script needs no words of its own.
#[derive(Serialize)]
struct Told {
    /// `called`, for the colours.
    state: &'static str,
    /// `A 017`.
    number: String,
    /// What to do now.
    said: String,
    /// Where to wait; empty once called.
    area: String,
    /// How long; empty if nobody knows.
    estimate: String,
    /// When the office told it.
    as_of: String,
}

#[derive(Template)]
#[template(path = "phone.html")]
struct Page {
    frame: Frame,
    ticket: Told,
    office: (String, String),
    stream: String,
}

fn state_name(state: VisitState) -> &'static str {
    match state {
        VisitState::Waiting => "waiting",
        VisitState::Called => "called",
        VisitState::Serving => "serving",
        VisitState::Parked => "parked",
        VisitState::Finished => "finished",
        VisitState::NoShow => "no-show",
        VisitState::Cancelled => "cancelled",
        VisitState::Unserved => "unserved",
    }
}

fn in_words(words: &Words, app: &App, ticket: &TicketView) -> Option<Told> {
    let ReportBody::Ticket { number, state, counter, area, estimate, .. } = &ticket.body else { return None };
    let name = state_name(*state);
    let id = format!("portal-phone-{name}");
    let said = match (state, counter) {
        (VisitState::Called | VisitState::Serving, Some(counter)) => {
            words.text_with(&id, "counter", counter.as_str())
        }
        (VisitState::Called | VisitState::Serving, None) => words.text(&format!("{id}-nowhere")),
        _ => words.text(&id),
    };
    let is_waiting = *state == VisitState::Waiting;
    let span = estimate.filter(|_| is_waiting).map(|span| foyer_text::span(words.language, span));
    let zone = app.store.office(&ticket.office).map_or(chrono_tz::UTC, |state| state.office.time_zone);
    let time = foyer_text::time_with_seconds(words.language, zone, ticket.at);
    Some(Told {
        state: name,
        number: number.spaced(),
        said,
        area: if is_waiting {
            words.text_with("portal-phone-area", "area", area.as_str())
        } else {
            String::new()
        },
        estimate: span.map(|span| words.text_with("portal-phone-estimate", "span", span)).unwrap_or_default(),
        as_of: words.text_with("portal-phone-as-of", "time", time),
    })
}

/// The ticket of a link's secret, looked up by its hash.
async fn find(app: &App, words: &Words, secret: &str) -> Result<(TicketView, String), Refused> {
    let hash = random::hex(&random::sha256(secret.as_bytes()));
    let found = app.store.ticket(hash.clone()).await.map_err(|fault| Refused::new(words, fault))?;
    Ok((found.map_err(|refusal| Refused::new(words, refusal))?, hash))
}

/// `GET /t/{secret}`.
pub async fn show(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
) -> Result<Response, Refused> {
    let (ticket, _) = find(&app, &words, &secret).await?;
    let in_words =
        in_words(&words, &app, &ticket).ok_or_else(|| Refused::new(&words, Refusal::TicketUnknown))?;
    let office = app.store.office(&ticket.office).map_err(|refusal| Refused::new(&words, refusal))?;
    let page = Page {
        frame: Frame::new(&app, words, words.text("portal-phone-title"), format!("/t/{secret}")),
        ticket: in_words,
        office: (office.office.name.clone(), office.office.address.clone()),
        stream: words.link(&format!("/t/{secret}/stream")),
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}

struct Follower {
    app: App,
    words: Words,
    hash: String,
    news: broadcast::Receiver<String>,
    is_first: bool,
}

impl Follower {
    /// The ticket at once, and then whenever it changes; nothing more once the server shuts down.
    async fn next(&mut self) -> Option<Event> {
        if !self.is_first {
            self.wait().await?;
        }
        self.is_first = false;
        let ticket = self.app.store.ticket(self.hash.clone()).await.ok()?.ok()?;
        Event::default().event("ticket").json_data(in_words(&self.words, &self.app, &ticket)?).ok()
    }

    async fn wait(&mut self) -> Option<()> {
        loop {
            match self.news.recv().await {
                Ok(hash) if hash == self.hash => return Some(()),
                Ok(_) => {}
                // Too much happened at once to follow each: ours may have been among it.
                Err(RecvError::Lagged(_)) => return Some(()),
                Err(RecvError::Closed) => return None,
            }
        }
    }
}

/// `GET /t/{secret}/stream`.
pub async fn stream(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
) -> Result<Response, Refused> {
    let news = app.store.tickets();
    let (_, hash) = find(&app, &words, &secret).await?;
    let shutdown = app.shutdown.clone();
    let follower = Follower { app, words, hash, news, is_first: true };
    let events = stream::unfold(follower, async |mut follower| Some((follower.next().await?, follower)));
    let events = events.map(Ok::<_, std::convert::Infallible>).take_until(shutdown.cancelled_owned());
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response())
}
