//! A time that was not confirmed in time, or went to somebody else: other times, and everything typed is still there.

use super::contact::{self, malformed};
use super::day::{self, Day};
use super::frame::{Frame, Words, render};
use super::refused::{Refused, say_of};
use super::times;
use super::typed::Typed;
use crate::app::App;
use crate::calendar::Asker;
use crate::error::ApiError;
use crate::refusal::Refusal;
use crate::store::OfficeState;
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use chrono::{NaiveDate, NaiveTime};
use foyer_domain::Timestamp;
use foyer_protocol::booking::BookingView;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::when;
use serde::Deserialize;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "again.html")]
struct Page<'a> {
    frame: Frame,
    lead: String,
    fault: Option<String>,
    typed: &'a Typed,
    nonce: String,
    action: String,
    day: Option<Day>,
    /// Days with free times: value, name with how many, whether it is the one that is shown.
    days: Vec<(NaiveDate, String, bool)>,
}

/// What the page shows.
#[derive(Default)]
pub struct Look<'a> {
    day: Option<NaiveDate>,
    fault: Option<&'a Refusal>,
}

impl<'a> Look<'a> {
    /// Why the time is gone.
    pub fn refused(fault: &'a Refusal) -> Self {
        Self { day: None, fault: Some(fault) }
    }
}

/// The free times of the day that was asked for, else of the one that was chosen before, or the first after it that has
/// some; with what is typed.
pub fn page(
    app: &App,
    words: Words,
    view: &BookingView,
    state: &OfficeState,
    typed: &Typed,
    look: Look<'_>,
) -> Result<Response, Refused> {
    let refused = |refusal: Refusal| Refused::new(&words, refusal);
    let (office, now) = (&state.office, app.now());
    let mut free = state.free_days(&view.services, Asker::Public, now).map_err(refused)?;
    free.retain(|day| day.free > 0);
    let wanted = look.day.unwrap_or_else(|| office.day(view.start));
    let chosen = free.iter().find(|known| known.day >= wanted).or(free.first()).map(|known| known.day);
    let midnight = |day: NaiveDate| office.local(day, NaiveTime::MIN);
    let day = match chosen {
        Some(chosen) => {
            let span = midnight(chosen)..office.next_midnight(midnight(chosen));
            let starts = state.free_times(&view.services, span, Asker::Public, now).map_err(refused)?.starts;
            Some(day::day(&words, state, midnight(chosen), &starts))
        }
        None => None,
    };
    let named = |known: &crate::store::FreeDay| {
        let date = foyer_text::date(words.language, office.time_zone, midnight(known.day));
        let count = words.text_with("portal-times-free", "count", known.free);
        (known.day, format!("{date} – {count}"), Some(known.day) == chosen)
    };
    let path = format!("/h/{}/again", view.secret);
    let page = Page {
        frame: Frame::new(app, words, words.text("portal-again-title"), path.clone())
            .step(2)
            .keeping("contact"),
        lead: times::lead(&words, state, &view.services),
        fault: look.fault.map(|refusal| say_of(&words, refusal, office)),
        typed,
        nonce: Nonce::random().to_string(),
        action: words.link(&path),
        day,
        days: free.iter().map(named).collect(),
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok(match look.fault {
        Some(refusal) => (ApiError::from(refusal.clone()).status(), html).into_response(),
        None => html.into_response(),
    })
}

/// A time or a day that was pressed, with what is typed.
#[derive(Deserialize)]
pub struct Pressed {
    nonce: Option<Uuid>,
    #[serde(default, deserialize_with = "foyer_protocol::when::some_moment")]
    start: Option<Timestamp>,
    #[serde(default)]
    day: String,
    #[serde(flatten)]
    typed: Typed,
}

/// `POST /h/{hold}/again`: another day, or with a time that was pressed what comes next for that time.
pub async fn again(
    State(app): State<App>,
    words: Words,
    Path(hold): Path<String>,
    form: Result<Form<Pressed>, FormRejection>,
) -> Result<Response, Refused> {
    let refused = |error: ApiError| Refused::new(&words, error);
    let Form(pressed) = form.map_err(|rejection| refused(malformed(&rejection)))?;
    let secret: Uuid = hold.parse().map_err(|_| refused(Refusal::HoldUnknown.into()))?;
    app.store.expire_holds(app.now()).await.map_err(|fault| refused(fault.into()))?;
    let found = app.store.hold_or_booking(secret).await.map_err(|fault| refused(fault.into()))?;
    let view = found.map_err(|refusal| refused(refusal.into()))?.view;
    let state = app.store.office(&view.office).map_err(|refusal| refused(refusal.into()))?;
    let day = when::read_day(&pressed.day);
    let (Some(start), Some(nonce)) = (pressed.start, pressed.nonce) else {
        return page(&app, words, &view, &state, &pressed.typed, Look { day, fault: None });
    };
    let taken = times::take(&app, &view.office, &view.services, nonce, start).await;
    match taken.map_err(|fault| refused(fault.into()))? {
        Ok(held) => {
            let (hold, typed) = (held.hold.to_string(), pressed.typed);
            // Whoever had typed all of it has only to check it.
            match typed.faults(&words, &state.office.rules).is_empty() {
                true => contact::checked(&app, words, &hold, typed).await,
                false => contact::form(&app, words, &hold, typed, contact::Look::New).await,
            }
        }
        Err(refusal) => {
            let look = Look { day: Some(state.office.day(start)), fault: Some(&refusal) };
            page(&app, words, &view, &state, &pressed.typed, look)
        }
    }
}
