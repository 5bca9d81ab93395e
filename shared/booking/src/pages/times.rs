//! When: the free times of a week, for a new booking and for moving one.

use super::choose::{self, as_text, chosen};
use super::frame::{Frame, Words, render};
use super::refused::{Refused, say};
use crate::api::request;
use crate::app::App;
use crate::error::ApiError;
use crate::random;
use crate::refusal::Refusal;
use crate::store::{HoldOrder, OfficeState};
use crate::{calendar, pages::booking};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Days, NaiveDate, NaiveTime, Timelike};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;
use uuid::Uuid;

/// So many days are on a page.
const DAYS: u64 = 7;

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

/// A day with free times.
pub struct Day {
    /// "Montag, 23. November 2026".
    pub title: String,
    /// "12 freie Zeiten".
    pub count: String,
    /// Its halves that have some.
    pub halves: Vec<Half>,
}

/// A week of free times.
pub struct Week {
    /// Days that have some.
    pub days: Vec<Day>,
    /// "Die nächste freie Zeit ist …", with where, if there are none.
    pub next: Option<(String, NaiveDate)>,
    /// The first day of the week before, unless it is past.
    pub earlier: Option<NaiveDate>,
    /// The first day of the week after, unless it is beyond the horizon.
    pub later: Option<NaiveDate>,
}

/// The week from `from` on; without it, the first that has a free time.
fn week(
    words: &Words,
    state: &OfficeState,
    wanted: &[ServiceChoice],
    from: Option<NaiveDate>,
    now: Timestamp,
) -> Result<Week, Refusal> {
    let office = &state.office;
    let (today, last) = (office.day(now), calendar::last_day(office, now));
    let minutes = calendar::total_minutes(office, wanted)?;
    let soonest = || state.next_free(minutes, now, now).map_or(today, |at| office.day(at));
    let first = from.unwrap_or_else(soonest).clamp(today, last);
    let end = first.checked_add_days(Days::new(DAYS)).unwrap_or(first);
    let span = office.local(first, NaiveTime::MIN)..office.local(end, NaiveTime::MIN);
    let found = state.free_times(wanted, span, now)?;
    let mut days: Vec<Day> = Vec::new();
    for same_day in found.starts.chunk_by(|one, other| office.day(*one) == office.day(*other)) {
        days.push(day(words, state, same_day));
    }
    let next = found.next.map(|at| {
        let date = foyer_text::date(words.language, office.time_zone, at);
        (words.text_with("portal-times-next", "date", date), office.day(at))
    });
    let before = first.checked_sub_days(Days::new(DAYS)).unwrap_or(today).max(today);
    Ok(Week { days, next, earlier: (first > today).then_some(before), later: (end <= last).then_some(end) })
}

fn day(words: &Words, state: &OfficeState, starts: &[Timestamp]) -> Day {
    let zone = state.office.time_zone;
    let time = |at: &Timestamp| Time {
        value: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
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
        title: foyer_text::date(words.language, zone, starts[0]),
        count: words.text_with("portal-times-free", "count", starts.len()),
        halves: halves.into_iter().filter(|half| !half.times.is_empty()).collect(),
    }
}

#[derive(Template)]
#[template(path = "times.html")]
struct Page {
    frame: Frame,
    lead: String,
    fault: Option<String>,
    week: Week,
    /// Where a time that is pressed goes, and how.
    action: String,
    method: &'static str,
    /// Hidden fields.
    fields: Vec<(&'static str, String)>,
    /// This page's address without the week.
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
    from: Option<NaiveDate>,
    fault: Option<&Refusal>,
) -> Result<Response, Refused> {
    let week =
        week(&words, state, wanted, from, app.now()).map_err(|refusal| Refused::new(&words, refusal))?;
    let id = &state.office.id;
    let services = as_text(wanted);
    let here = format!("/{id}/times?services={services}");
    let frame = Frame::new(app, words, words.text("portal-times-title"), here.clone()).step(2);
    let page = Page {
        frame,
        lead: lead(&words, state, wanted),
        fault: fault.map(|refusal| say(&words, refusal, state.office.time_zone)),
        week,
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

fn first_day(query: &[(String, String)]) -> Option<NaiveDate> {
    query.iter().find(|(key, _)| key == "from").and_then(|(_, value)| value.parse().ok())
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
    page(&app, words, &state, &wanted, first_day(&query), None)
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
            let from = state.office.day(pressed.start);
            page(&app, words, &state, &services, Some(from), Some(&refusal))
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
    let week = week(&words, &state, &view.services, first_day(&query), now)
        .map_err(|refusal| Refused::new(&words, refusal))?;
    let here = format!("/b/{secret}/move");
    let page = Page {
        frame: Frame::new(&app, words, words.text("portal-times-move-title"), here.clone()),
        lead: lead(&words, &state, &view.services),
        fault: None,
        week,
        action: here.clone(),
        method: "get",
        fields: vec![("lang", words.tag().to_owned())],
        here: words.link(&here),
        back: (words.link(&format!("/b/{secret}")), words.text("portal-back")),
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}
