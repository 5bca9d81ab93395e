//! The free times as they change while one looks at them, pushed. Each event is all of the part that changes.

use super::booking;
use super::choose::{self, as_text};
use super::elsewhere::{Elsewhere, elsewhere};
use super::frame::{Words, render};
use super::month::Kind;
use super::refused::Refused;
use super::stops::{Stops, stops};
use super::times::{self, Choice, Look};
use crate::api::HEARTBEAT;
use crate::app::App;
use crate::online;
use crate::refusal::Refusal;
use crate::store::OfficeState;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use futures_util::{StreamExt, stream};
use serde::Serialize;
use std::time::Duration;
use tokio::sync::watch;

/// However much is booked, a page changes so often at most.
const AT_MOST_EVERY: Duration = Duration::from_secs(1);
/// What time alone changes, a release or a time that is too near, shows after this.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// The part of the page that changes.
#[derive(Template)]
#[template(path = "live.html")]
pub struct Live {
    /// Its language.
    pub words: Words,
    /// Month, day and times.
    pub choice: Choice,
    /// The places that the office comes to.
    pub stops: Stops,
    /// Other offices.
    pub elsewhere: Vec<Elsewhere>,
    /// Where somebody is put on the waiting list; none where no mail is sent.
    pub wait: Option<String>,
    /// The page's address without the day.
    pub here: String,
    /// What is said where nothing is free.
    pub nothing: String,
}

impl Live {
    /// What is free for a new booking.
    ///
    /// # Errors
    /// Services that cannot be booked.
    pub fn new(
        app: &App,
        words: Words,
        state: &OfficeState,
        wanted: &[ServiceChoice],
        look: Look,
    ) -> Result<Self, Refusal> {
        let (now, id, services) = (app.now(), &state.office.id, as_text(wanted));
        let narrowed = look.narrow.query();
        let page = words.link(&format!("/{id}/times?services={services}"));
        let wait = app.settings.mail.is_some();
        let choice = times::choice(&words, state, wanted, &look, now)?;
        let elsewhere = elsewhere(app, &words, state, wanted, &look.narrow, now);
        let has_more = wait
            || !elsewhere.is_empty()
            || choice.release.is_some()
            || online::on_request(&state.office, wanted).is_ok();
        Ok(Self {
            words,
            nothing: words.text(match (look.narrow.leaves_out(), has_more) {
                (true, _) => "portal-times-nothing-fits",
                (false, true) => "portal-times-nothing",
                (false, false) => "portal-times-nothing-else",
            }),
            choice,
            stops: stops(&words, &state.office, &look.narrow, &page, now),
            elsewhere,
            wait: wait.then(|| words.link(&format!("/{id}/wait?services={services}{narrowed}"))),
            here: words.link(&format!("/{id}/times?services={services}{narrowed}")),
        })
    }

    /// What is free for a booking that is moved: at its own office.
    ///
    /// # Errors
    /// Services that are gone from the office while they are still booked.
    pub fn of_move(
        app: &App,
        words: Words,
        state: &OfficeState,
        wanted: &[ServiceChoice],
        look: Look,
        secret: &str,
    ) -> Result<Self, Refusal> {
        let (now, page) = (app.now(), words.link(&format!("/b/{secret}/move")));
        let leaves_out = look.narrow.leaves_out();
        Ok(Self {
            nothing: words.text(match leaves_out {
                true => "portal-times-nothing-fits",
                false => "portal-times-nothing-move",
            }),
            words,
            choice: times::choice(&words, state, wanted, &look, now)?,
            stops: stops(&words, &state.office, &look.narrow, &page, now),
            elsewhere: Vec::new(),
            wait: None,
            here: format!("{page}{}", look.narrow.query()),
        })
    }
}

/// What the page's script gets.
#[derive(Serialize)]
struct Told {
    html: String,
    /// The times of the shown day, so that only a change of these is said aloud.
    day: String,
}

struct Follower {
    app: App,
    words: Words,
    office: OfficeId,
    wanted: Vec<ServiceChoice>,
    /// The secret of the booking that is moved; none for a new one.
    moved: Option<String>,
    look: Look,
    changes: watch::Receiver<i64>,
    /// The office's version that was looked at.
    seen: Option<i64>,
    last: String,
}

impl Follower {
    /// The part at once, and then whenever it looks different.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if self.seen.is_some() {
                self.wait().await?;
            }
            let state = self.app.store.office(&self.office).ok()?;
            self.seen = Some(state.version());
            let (app, words, look) = (&self.app, self.words, self.look.clone());
            let live = match &self.moved {
                Some(secret) => Live::of_move(app, words, &state, &self.wanted, look, secret),
                None => Live::new(app, words, &state, &self.wanted, look),
            };
            let live = live.ok()?;
            let html = render(&live).ok()?.0;
            if html != self.last {
                self.last.clone_from(&html);
                let day = live
                    .choice
                    .day
                    .as_ref()
                    .map(|day| day.times().map(|time| time.value.as_str()).collect::<Vec<_>>().join(" "));
                return Event::default()
                    .event("times")
                    .json_data(Told { html, day: day.unwrap_or_default() })
                    .ok();
            }
        }
    }

    /// Waits until the office has changed, or a while; none where the store has ended.
    async fn wait(&mut self) -> Option<()> {
        tokio::time::sleep(AT_MOST_EVERY).await;
        let changed = async {
            loop {
                let version = self.app.store.office(&self.office).map(|state| state.version()).ok();
                if version != self.seen {
                    return Some(());
                }
                self.changes.changed().await.ok()?;
            }
        };
        tokio::time::timeout(LOOK_EVERY, changed).await.unwrap_or(Some(()))
    }
}

/// `GET /{office}/times/stream`.
pub async fn follow(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let office = OfficeId(office);
    let state = app.store.office(&office).map_err(|refusal| Refused::new(&words, refusal))?;
    let wanted = choose::chosen(&query);
    choose::judge(&state.office, &wanted).map_err(|refusal| Refused::new(&words, refusal))?;
    Ok(events(app, words, office, wanted, None, Look::read(&query)))
}

/// `GET /b/{secret}/move/stream`.
pub async fn follow_move(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (view, _, words) = booking::find(&app, words, &secret).await?;
    Ok(events(app, words, view.office, view.services, Some(secret), Look::read(&query)))
}

fn events(
    app: App,
    words: Words,
    office: OfficeId,
    wanted: Vec<ServiceChoice>,
    moved: Option<String>,
    look: Look,
) -> Response {
    let (shutdown, changes) = (app.shutdown.clone(), app.store.free_times_change());
    let follower =
        Follower { app, words, office, wanted, moved, look, changes, seen: None, last: String::new() };
    let events = stream::unfold(follower, async |mut follower| Some((follower.next().await?, follower)));
    let events = events.map(Ok::<_, std::convert::Infallible>).take_until(shutdown.cancelled_owned());
    Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response()
}
