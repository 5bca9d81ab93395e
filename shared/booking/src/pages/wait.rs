//! The way onto the waiting list.

use super::choose::{self, as_text};
use super::contact::malformed;
use super::frame::{Frame, Words, render};
use super::narrow::{self, HalfDay, Narrow};
use super::refused::Refused;
use super::times;
use super::typed::{Fault, Faults};
use crate::api::request;
use crate::app::App;
use crate::contact::{self, Given};
use crate::error::{ApiError, RequestFault, of_form};
use crate::refusal::Refusal;
use crate::store::{AskedFor, AskingOrder, OfficeState};
use crate::{calendar, mail};
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

/// How long before the start somebody has to know, in hours, and its text. The shortest leaves an hour after an offer
/// of two.
const NOTICES: [(u16, &str); 4] = [
    (3, "portal-wait-notice-hours"),
    (24, "portal-wait-notice-day"),
    (72, "portal-wait-notice-days"),
    (168, "portal-wait-notice-week"),
];
/// What is chosen at first.
const USUAL_NOTICE: &str = "24";

/// In the address of the form in another language: what is typed is shown again and nobody is put on any list.
const AGAIN: &str = "again";

/// What is typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Typed {
    services: String,
    nonce: Option<Uuid>,
    email: String,
    from: String,
    until: String,
    half: String,
    notice: String,
}

impl Typed {
    fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = (narrow::read_day(&self.from)?, narrow::read_day(&self.until)?);
        (days.0 <= days.1).then_some(days)
    }

    /// What is waited for.
    fn wanted(&self) -> Option<AskedFor> {
        let (from, until) = self.days()?;
        let notice_hours =
            NOTICES.iter().map(|(hours, _)| *hours).find(|hours| hours.to_string() == self.notice);
        Some(AskedFor::Waiting {
            from,
            until,
            half: HalfDay::from_name(&self.half),
            notice_hours: notice_hours.unwrap_or(NOTICES[1].0),
        })
    }
}

/// The first and the last day that can be booked.
fn days(app: &App, state: &OfficeState) -> (NaiveDate, NaiveDate) {
    let now = app.now();
    (state.office.day(now), calendar::last_day(&state.office, now))
}

/// All that is wrong.
fn faults(app: &App, words: &Words, state: &OfficeState, typed: &Typed) -> Vec<Fault> {
    let (first, last) = days(app, state);
    let mut faults = Vec::new();
    let last_said = mail::asked::date(words, &state.office, last);
    let (from, until) = (narrow::read_day(&typed.from), narrow::read_day(&typed.until));
    let mut fault = |field: &'static str, said: String| faults.push(Fault { field, said });
    match from {
        None => fault("from", narrow::day_wrong(words, first)),
        Some(from) if from > last => {
            fault("from", words.text_with("portal-wait-from-wrong", "last", last_said.as_str()));
        }
        Some(_) => {}
    }
    match until {
        None => fault("until", narrow::day_wrong(words, last)),
        Some(until)
            if until < first || until > last || from.is_some_and(|from| from <= last && until < from) =>
        {
            fault("until", words.text_with("portal-wait-days-wrong", "last", last_said.as_str()));
        }
        Some(_) => {}
    }
    let email = typed.email.trim();
    if email.is_empty() || contact::read(&Given::alone("", email, words.tag())).is_err() {
        faults.push(Fault { field: "email", said: words.text("portal-wait-email-missing") });
    }
    faults
}

#[derive(Template)]
#[template(path = "wait.html")]
struct Page {
    frame: Frame,
    lead: String,
    typed: Typed,
    faults: Vec<Fault>,
    action: String,
    nonce: String,
    first: NaiveDate,
    last: NaiveDate,
    services: String,
    /// Hours, words, whether it is chosen.
    notices: Vec<(u16, String, bool)>,
    back: String,
}

fn page(
    app: &App,
    words: Words,
    state: &OfficeState,
    services: &[ServiceChoice],
    typed: Typed,
    faults: Vec<Fault>,
) -> Result<Response, Refused> {
    let (id, chosen) = (&state.office.id, as_text(services));
    let (first, last) = days(app, state);
    let notices =
        NOTICES.iter().map(|(hours, text)| (*hours, words.text(text), hours.to_string() == typed.notice));
    let page = Page {
        frame: Frame::new(
            app,
            words,
            words.text("portal-wait-list"),
            format!("/{id}/wait?services={chosen}&{AGAIN}=1"),
        )
        .keeping("wait"),
        lead: times::lead(&words, state, services),
        action: words.link(&format!("/{id}/wait?services={chosen}")),
        nonce: Nonce::random().to_string(),
        first,
        last,
        notices: notices.collect(),
        back: words.link(&format!("/{id}/times?services={chosen}")),
        services: chosen,
        typed,
        faults,
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok((of_form(!page.faults.is_empty()), html).into_response())
}

/// The office, if there is a waiting list: without mail nobody could be told.
fn office(app: &App, words: &Words, office: String) -> Result<Arc<OfficeState>, Refused> {
    if app.settings.mail.is_none() {
        return Err(Refused::new(words, RequestFault::NothingHere));
    }
    app.store.office(&OfficeId(office)).map_err(|refusal| Refused::new(words, refusal))
}

/// `GET /{office}/wait`: what the page of times left out is known already.
pub async fn ask(
    State(app): State<App>,
    words: Words,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let state = office(&app, &words, id)?;
    let services = choose::chosen(&query);
    if let Err(refusal) = choose::judge(&state.office, &services) {
        return choose::again(&app, words, &state.office, services, Narrow::read(&query), &refusal);
    }
    let (narrow, (first, last)) = (Narrow::read(&query), days(&app, &state));
    let typed = Typed {
        from: narrow.from.unwrap_or(first).clamp(first, last).to_string(),
        until: last.to_string(),
        half: narrow.half.map(|half| half.as_str().to_owned()).unwrap_or_default(),
        notice: USUAL_NOTICE.to_owned(),
        ..Typed::default()
    };
    page(&app, words, &state, &services, typed, Vec::new())
}

/// `POST /{office}/wait`.
pub async fn wait(
    State(app): State<App>,
    words: Words,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
    form: Result<Form<Typed>, FormRejection>,
) -> Result<Response, Refused> {
    let refused = |error: ApiError| Refused::new(&words, error);
    let state = office(&app, &words, id)?;
    let Form(typed) = form.map_err(|rejection| refused(malformed(&rejection)))?;
    let services = request::services(&typed.services).map_err(refused)?;
    if query.iter().any(|(key, _)| key == AGAIN) {
        return page(&app, words, &state, &services, typed, Vec::new());
    }
    let faults = faults(&app, &words, &state, &typed);
    let (Some(wanted), Some(nonce), true) = (typed.wanted(), typed.nonce, faults.is_empty()) else {
        return page(&app, words, &state, &services, typed, faults);
    };
    let order = AskingOrder {
        office: state.office.id.clone(),
        services: services.clone(),
        language: words.tag().to_owned(),
        name: String::new(),
        email: typed.email.trim().to_owned(),
        phone: String::new(),
        wanted,
    };
    let fields = [&typed.services, &typed.email, &typed.from, &typed.until, &typed.half, &typed.notice];
    let mut asked: Vec<&[u8]> = vec![b"wait page", state.office.id.as_str().as_bytes()];
    asked.extend(fields.iter().map(|field| field.as_bytes()));
    let asked = app.store.request(Nonce(nonce), &asked);
    let waits = app.store.wait(asked, order, app.now()).await.map_err(|fault| refused(fault.into()))?;
    let secret = match waits {
        Ok(secret) => secret,
        Err(Refusal::TooManyAsked { .. }) => {
            let fault = Fault { field: "email", said: words.text("portal-wait-many") };
            return page(&app, words, &state, &services, typed, vec![fault]);
        }
        Err(refusal) => match Fault::of_contact(&words, &refusal, &typed.email, state.office.time_zone) {
            Some(fault) => return page(&app, words, &state, &services, typed, vec![fault]),
            None => return Err(refused(refusal.into())),
        },
    };
    // What is free already and suits need not wait for the next look.
    app.store.offer_waiting(app.now()).await.map_err(|fault| refused(fault.into()))?;
    Ok(Redirect::to(&words.link(&format!("/w/{secret}?new=1"))).into_response())
}
