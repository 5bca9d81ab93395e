//! When: a month, the free times of a day, and other offices; for a new booking and for moving one.

use super::choose::{self, as_text, chosen};
use super::frame::{Frame, Words, render};
use super::month::{self, Kind, Month};
use super::refused::{Refused, say};
use crate::api::request;
use crate::app::App;
use crate::error::ApiError;
use crate::random;
use crate::refusal::Refusal;
use crate::store::{FreeDay, HoldOrder, OfficeState};
use crate::{calendar, pages::booking};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{NaiveDate, NaiveTime, Timelike};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;
use uuid::Uuid;

/// A time that can be pressed.
pub struct Time {
    /// For the server.
    pub value: String,
    /// For the eye.
    pub shown: String,
}

/// Morning or afternoon.
pub struct Half {
    /// Its name.
    pub title: String,
    /// Its times.
    pub times: Vec<Time>,
}

/// A day and its free times.
pub struct Day {
    /// "Montag, 23. November 2026".
    pub title: String,
    /// "12 freie Zeiten".
    pub count: String,
    /// Its halves that have some.
    pub halves: Vec<Half>,
}

/// Another office that serves the same.
pub struct Elsewhere {
    /// Its times.
    pub href: String,
    /// "Bürgerbüro Nord: Dienstag, 24. November 2026, 09:10 Uhr".
    pub shown: String,
}

/// What can be chosen from.
pub struct Choice {
    /// The month that is shown.
    pub month: Month,
    /// The day whose times are shown; none where nothing is free.
    pub day: Option<Day>,
    /// The next free time.
    pub soonest: Option<Time>,
}

/// What the address says is looked at.
#[derive(Clone, Copy, Default)]
struct Look {
    day: Option<NaiveDate>,
    month: Option<NaiveDate>,
}

impl Look {
    fn read(query: &[(String, String)]) -> Self {
        let value = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        Self {
            day: value("day").and_then(|day| day.parse().ok()),
            month: value("month").and_then(month::read),
        }
    }
}

/// A month and the times of one of its days: of the one that was asked for, else of the first with a free time.
fn choice(
    words: &Words,
    state: &OfficeState,
    wanted: &[ServiceChoice],
    look: Look,
    now: Timestamp,
) -> Result<Choice, Refusal> {
    let office = &state.office;
    let minutes = calendar::total_minutes(office, wanted)?;
    let days = state.free_days(wanted, now)?;
    let is_shown = |free: &&FreeDay| look.month.is_none_or(|month| month::first_of(free.day) == month);
    let first_free = days.iter().filter(is_shown).find(|free| free.free > 0).map(|free| free.day);
    let asked = look.day.filter(|day| days.iter().any(|free| free.day == *day));
    let chosen = asked.or(first_free);
    let today = office.day(now);
    let last = days.last().map_or(today, |free| free.day);
    let shown = look.month.or(chosen).unwrap_or(today).clamp(month::first_of(today), last);
    let soonest = state.next_free(minutes, now, now).map(|at| Time {
        value: rfc3339(at),
        shown: foyer_text::day_and_time(words.language, office.time_zone, at),
    });
    let day = match chosen {
        Some(chosen) => {
            let midnight = office.local(chosen, NaiveTime::MIN);
            Some(day(
                words,
                state,
                midnight,
                &state.free_times(wanted, midnight..office.next_midnight(midnight), now)?.starts,
            ))
        }
        None => None,
    };
    let month = month::month(words, office, &days, month::first_of(shown), chosen);
    Ok(Choice { month, day, soonest })
}

/// The other offices that serve all of this, by their next free time.
fn elsewhere(
    app: &App,
    words: &Words,
    here: &OfficeState,
    wanted: &[ServiceChoice],
    now: Timestamp,
) -> Vec<Elsewhere> {
    let mut found: Vec<(Timestamp, Elsewhere)> = Vec::new();
    for state in app.store.offices().into_iter().filter(|state| state.office.id != here.office.id) {
        let office = &state.office;
        let Ok(minutes) = calendar::total_minutes(office, wanted) else { continue };
        let Some(at) = state.next_free(minutes, now, now) else { continue };
        let time = foyer_text::day_and_time(words.language, office.time_zone, at);
        let values = [("office", office.name.as_str().into()), ("time", time.into())];
        let shown = foyer_text::text_with(words.language, "portal-times-elsewhere-next", &values);
        let href = words.link(&format!("/{}/times?services={}", office.id, as_text(wanted)));
        found.push((at, Elsewhere { href, shown }));
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, elsewhere)| elsewhere).collect()
}

fn rfc3339(at: Timestamp) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

fn day(words: &Words, state: &OfficeState, midnight: Timestamp, starts: &[Timestamp]) -> Day {
    let zone = state.office.time_zone;
    let time = |at: &Timestamp| Time {
        value: rfc3339(*at),
        shown: foyer_text::time_of_day(words.language, zone, *at),
    };
    let is_morning = |at: &&Timestamp| at.with_timezone(&zone).hour() < 12;
    let (morning, afternoon): (Vec<_>, Vec<_>) = starts.iter().partition(is_morning);
    let half = |id: &str, starts: Vec<&Timestamp>| Half {
        title: words.text(id),
        times: starts.into_iter().map(time).collect(),
    };
    let halves = [half("portal-times-morning", morning), half("portal-times-afternoon", afternoon)];
    Day {
        title: foyer_text::date(words.language, zone, midnight),
        count: match starts.len() {
            0 => words.text("portal-times-day-full"),
            free => words.text_with("portal-times-free", "count", free),
        },
        halves: halves.into_iter().filter(|half| !half.times.is_empty()).collect(),
    }
}

#[derive(Template)]
#[template(path = "times.html")]
struct Page {
    frame: Frame,
    lead: String,
    fault: Option<String>,
    choice: Choice,
    elsewhere: Vec<Elsewhere>,
    /// Where a time that is pressed goes, and how.
    action: String,
    method: &'static str,
    /// Hidden fields.
    fields: Vec<(&'static str, String)>,
    /// This page's address without the day.
    here: String,
    back: (String, String),
}

fn lead(words: &Words, state: &OfficeState, wanted: &[ServiceChoice]) -> String {
    let minutes = calendar::total_minutes(&state.office, wanted).unwrap_or_default();
    let services = words.services(&state.office, wanted);
    let values = [("services", services.into()), ("minutes", minutes.into())];
    foyer_text::text_with(words.language, "portal-times-lead", &values)
}

/// The times of a new booking.
fn page(
    app: &App,
    words: Words,
    state: &OfficeState,
    wanted: &[ServiceChoice],
    look: Look,
    fault: Option<&Refusal>,
) -> Result<Response, Refused> {
    let now = app.now();
    let choice = choice(&words, state, wanted, look, now).map_err(|refusal| Refused::new(&words, refusal))?;
    let elsewhere = elsewhere(app, &words, state, wanted, now);
    let id = &state.office.id;
    let services = as_text(wanted);
    let here = format!("/{id}/times?services={services}");
    let frame = Frame::new(app, words, words.text("portal-times-title"), here.clone()).step(2);
    let page = Page {
        frame,
        lead: lead(&words, state, wanted),
        fault: fault.map(|refusal| say(&words, refusal, state.office.time_zone)),
        choice,
        elsewhere,
        action: words.link(&format!("/{id}/hold")),
        method: "post",
        fields: vec![("services", services.clone()), ("nonce", Nonce::random().to_string())],
        here: words.link(&here),
        back: (words.link(&format!("/{id}?services={services}")), words.text("portal-times-change")),
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok(match fault {
        Some(refusal) => (ApiError::from(refusal.clone()).status(), html).into_response(),
        None => html.into_response(),
    })
}

/// `GET /{office}/times`.
pub async fn choose(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let refused = |error: ApiError| Refused::new(&words, error);
    let state = app.store.office(&OfficeId(office)).map_err(|refusal| refused(refusal.into()))?;
    let wanted = chosen(&query);
    if let Err(refusal) = calendar::total_minutes(&state.office, &wanted) {
        return choose::page(&app, words, &state.office, &wanted, Some(refusal));
    }
    app.store.expire_holds(app.now()).await.map_err(|fault| refused(fault.into()))?;
    page(&app, words, &state, &wanted, Look::read(&query), None)
}

/// A time that was pressed.
#[derive(Deserialize)]
pub struct Pressed {
    services: String,
    nonce: Uuid,
    start: Timestamp,
}

/// `POST /{office}/hold`.
pub async fn hold(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    form: Result<Form<Pressed>, axum::extract::rejection::FormRejection>,
) -> Result<Response, Refused> {
    let refused = |error: ApiError| Refused::new(&words, error);
    let Form(pressed) = form.map_err(|rejection| refused(super::contact::malformed(&rejection)))?;
    let state = app.store.office(&OfficeId(office.clone())).map_err(|refusal| refused(refusal.into()))?;
    let services = request::services(&pressed.services).map_err(refused)?;
    // Each time on the page is another request, also after going back.
    let start = pressed.start.to_rfc3339();
    let mix = random::sha256([pressed.nonce.as_bytes().as_slice(), start.as_bytes()].concat().as_slice());
    let nonce =
        Nonce(uuid::Builder::from_slice(&mix[..16]).map(uuid::Builder::into_uuid).unwrap_or(pressed.nonce));
    let asked = app.store.request(nonce, &[b"hold page", office.as_bytes(), pressed.services.as_bytes()]);
    let order = HoldOrder { office: OfficeId(office), services: services.clone(), start: pressed.start };
    match app.store.hold(asked, order, app.now()).await {
        Ok(Ok(hold)) => Ok(Redirect::to(&words.link(&format!("/h/{}", hold.hold))).into_response()),
        Ok(Err(refusal @ (Refusal::SlotTaken { .. } | Refusal::NotOffered))) => {
            let look = Look { day: Some(state.office.day(pressed.start)), month: None };
            page(&app, words, &state, &services, look, Some(&refusal))
        }
        Ok(Err(refusal)) => Err(refused(refusal.into())),
        Err(fault) => Err(refused(fault.into())),
    }
}

/// `GET /b/{secret}/move`: the times, or with `start` the question for the PIN.
pub async fn choose_move(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (view, state, words) = booking::find(&app, words, &secret).await?;
    let start = query.iter().find(|(key, _)| key == "start").and_then(|(_, value)| value.parse().ok());
    if let Some(start) = start {
        return booking::move_page(&app, words, &view, &state, start, None);
    }
    let now = app.now();
    app.store.expire_holds(now).await.map_err(|fault| Refused::new(&words, fault))?;
    // A service may be gone from the office while it is still booked; then there is nothing to search for.
    let choice = choice(&words, &state, &view.services, Look::read(&query), now)
        .map_err(|refusal| Refused::new(&words, refusal))?;
    let here = format!("/b/{secret}/move");
    let page = Page {
        frame: Frame::new(&app, words, words.text("portal-times-move-title"), here.clone()),
        lead: lead(&words, &state, &view.services),
        fault: None,
        choice,
        elsewhere: Vec::new(),
        action: here.clone(),
        method: "get",
        fields: vec![("lang", words.tag().to_owned())],
        here: words.link(&here),
        back: (words.link(&format!("/b/{secret}")), words.text("portal-back")),
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}
