//! Who comes, and whether all is right.

use super::frame::{Frame, Words, render};
use super::refused::{Refused, say};
use crate::app::App;
use crate::contact;
use crate::error::{ApiError, RequestFault, SHOWN_AGAIN};
use crate::refusal::Refusal;
use crate::store::OfficeState;
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::booking::BookingState;
use foyer_protocol::booking::BookingView;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;
use std::sync::Arc;

/// What is typed.
#[derive(Default, Deserialize)]
pub struct Typed {
    /// The name.
    #[serde(default)]
    pub name: String,
    /// The address.
    #[serde(default)]
    pub email: String,
    /// `yes` where an interpreter is wished.
    #[serde(default)]
    pub interpreter: String,
}

impl Typed {
    /// Whether an interpreter is wished.
    fn needs_interpreter(&self) -> bool {
        self.interpreter == "yes"
    }
}

/// A form that is not what the page sends.
pub fn malformed(rejection: &FormRejection) -> ApiError {
    RequestFault::Malformed(rejection.body_text()).into()
}

#[derive(Template)]
#[template(path = "contact.html")]
struct ContactPage {
    frame: Frame,
    what: Facts,
    held: String,
    action: String,
    typed: Typed,
    name_fault: Option<String>,
    email_fault: Option<String>,
}

#[derive(Template)]
#[template(path = "check.html")]
struct CheckPage {
    frame: Frame,
    what: Facts,
    held: String,
    book: String,
    change: String,
    typed: Typed,
    nonce: String,
}

/// A booking in words.
pub struct Facts {
    /// Name and address of the office.
    pub place: (String, String),
    /// Date and time.
    pub when: String,
    /// The services.
    pub services: String,
    /// "etwa 15 Minuten".
    pub length: String,
}

impl Facts {
    /// A booking in these words.
    pub fn new(words: &Words, state: &OfficeState, view: &BookingView) -> Self {
        Self {
            place: (view.office_name.clone(), view.address.clone()),
            when: foyer_text::day_and_time(words.language, state.office.time_zone, view.start),
            services: words.services(&state.office, &view.services),
            length: words.text_with("portal-services-minutes", "minutes", view.minutes),
        }
    }
}

/// A time that is still held, with its office.
struct Held {
    view: BookingView,
    state: Arc<OfficeState>,
    until: String,
}

/// Finds it; a booking that is certain already sends to its page.
async fn held(app: &App, words: &Words, hold: &str) -> Result<Result<Held, Response>, Refused> {
    let refused = |error: ApiError| Refused::new(words, error);
    let secret = hold.parse().map_err(|_| refused(Refusal::HoldUnknown.into()))?;
    app.store.expire_holds(app.now()).await.map_err(|fault| refused(fault.into()))?;
    let found = app.store.hold_or_booking(secret).await.map_err(|fault| refused(fault.into()))?;
    let view = found.map_err(|refusal| refused(refusal.into()))?.view;
    let state = app.store.office(&view.office).map_err(|refusal| refused(refusal.into()))?;
    let zone = state.office.time_zone;
    let again =
        words.link(&format!("/{}/times?services={}", view.office, super::choose::as_text(&view.services)));
    match view.state {
        BookingState::Held { until } if app.now() <= until => {
            let until = foyer_text::time_of_day(words.language, zone, until);
            let until = words.text_with("portal-contact-held", "time", until);
            Ok(Ok(Held { view, state, until }))
        }
        BookingState::Held { until } => Err(refused(Refusal::HoldExpired { until }.into()).at(zone, again)),
        BookingState::Confirmed | BookingState::Cancelled => {
            Ok(Err(Redirect::to(&words.link(&format!("/b/{hold}"))).into_response()))
        }
    }
}

/// `GET /h/{hold}`.
pub async fn ask(
    State(app): State<App>,
    words: Words,
    Path(hold): Path<String>,
) -> Result<Response, Refused> {
    form(&app, words, &hold, Typed::default(), false).await
}

/// `POST /h/{hold}`: back from the check, with what was typed.
pub async fn ask_again(
    State(app): State<App>,
    words: Words,
    Path(hold): Path<String>,
    typed: Result<Form<Typed>, FormRejection>,
) -> Result<Response, Refused> {
    let Form(typed) = typed.map_err(|rejection| Refused::new(&words, malformed(&rejection)))?;
    form(&app, words, &hold, typed, false).await
}

/// What is wrong with name and address.
fn faults(words: &Words, typed: &Typed) -> (Option<String>, Option<String>) {
    let say = |result: Result<_, Refusal>| result.err().map(|refusal| say(words, &refusal, chrono_tz::UTC));
    let name = match typed.name.trim().is_empty() {
        true => Some(words.text("portal-contact-name-missing")),
        false => say(contact::read(&typed.name, "", words.tag())),
    };
    (name, say(contact::read("", &typed.email, words.tag())))
}

async fn form(
    app: &App,
    words: Words,
    hold: &str,
    typed: Typed,
    is_checked: bool,
) -> Result<Response, Refused> {
    let Held { view, state, until } = match held(app, &words, hold).await? {
        Ok(held) => held,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (name_fault, email_fault) = if is_checked { faults(&words, &typed) } else { (None, None) };
    let frame = Frame::new(app, words, words.text("portal-contact-title"), format!("/h/{hold}")).step(3);
    let page = ContactPage {
        frame,
        what: Facts::new(&words, &state, &view),
        held: until,
        action: words.link(&format!("/h/{hold}/check")),
        typed,
        name_fault,
        email_fault,
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok(if is_checked { (SHOWN_AGAIN, html).into_response() } else { html.into_response() })
}

/// `POST /h/{hold}/check`.
pub async fn check(
    State(app): State<App>,
    words: Words,
    Path(hold): Path<String>,
    typed: Result<Form<Typed>, FormRejection>,
) -> Result<Response, Refused> {
    let Form(typed) = typed.map_err(|rejection| Refused::new(&words, malformed(&rejection)))?;
    if faults(&words, &typed) != (None, None) {
        return form(&app, words, &hold, typed, true).await;
    }
    let Held { view, state, until } = match held(&app, &words, &hold).await? {
        Ok(held) => held,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let frame = Frame::new(&app, words, words.text("portal-check-title"), format!("/h/{hold}")).step(4);
    let page = CheckPage {
        frame,
        what: Facts::new(&words, &state, &view),
        held: until,
        book: words.link(&format!("/b/{hold}")),
        change: words.link(&format!("/h/{hold}")),
        typed,
        nonce: Nonce::random().to_string(),
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}
