//! An appointment that its owner has yet to confirm by a mail's link: what is so far, and the link's page.

use super::again;
use super::booking::{self, Look, News, Once};
use super::contact::{Facts, malformed};
use super::frame::{Frame, Words, render};
use super::refused::Refused;
use super::typed::Typed;
use crate::app::App;
use crate::error::ApiError;
use crate::refusal::Refusal;
use crate::store::OfficeState;
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::Timestamp;
use foyer_domain::booking::BookingState;
use foyer_domain::short_code::ShortCode;
use foyer_protocol::booking::BookingView;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "pending.html")]
struct Pending {
    frame: Frame,
    what: Facts,
    said: String,
    short_code: String,
    /// Where the mail went.
    email: String,
    change: String,
}

#[derive(Template)]
#[template(path = "confirm.html")]
struct Confirm {
    frame: Frame,
    what: Facts,
    action: String,
    nonce: String,
}

/// What is so far: not certain, until when, and where the mail went.
pub async fn pending(
    app: &App,
    words: Words,
    view: &BookingView,
    state: &OfficeState,
    until: Timestamp,
) -> Result<Response, Refused> {
    let time = foyer_text::day_and_time(words.language, state.office.time_zone, until);
    let path = format!("/b/{}", view.secret);
    let person = app.store.unconfirmed_person(view.secret).await;
    let person = person.map_err(|fault| Refused::new(&words, fault))?;
    let page = Pending {
        frame: Frame::new(app, words, words.text("portal-unconfirmed-title"), path),
        what: Facts::new(&words, state, view).on_map(state, view),
        email: person.map(|person| person.email).unwrap_or_default(),
        said: words.text_with("portal-unconfirmed", "time", time),
        short_code: ShortCode::parse(&view.short_code).map_or(view.short_code.clone(), |code| code.shown()),
        change: words.link(&format!("/h/{}", view.secret)),
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}

/// `GET /b/{secret}/confirm/{token}`: mail programs look at links beforehand, so that it takes a press.
pub async fn ask(
    State(app): State<App>,
    words: Words,
    Path((secret, token)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (found, state) = booking::read(&app, &words, &secret).await?;
    let words = words.or(&found.language);
    let is_open = matches!(found.view.state, BookingState::Held { until } if app.now() <= until);
    if !found.is_unconfirmed || !is_open {
        return Ok(Redirect::to(&words.link(&format!("/b/{secret}"))).into_response());
    }
    let path = format!("/b/{secret}/confirm/{token}");
    let page = Confirm {
        frame: Frame::new(&app, words, words.text("portal-unconfirmed-title"), path.clone()),
        what: Facts::new(&words, &state, &found.view).on_map(&state, &found.view),
        action: words.link(&path),
        nonce: Nonce::random().to_string(),
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}

/// The press that confirms.
#[derive(Deserialize)]
pub struct Pressed {
    nonce: Option<Uuid>,
}

/// `POST /b/{secret}/confirm/{token}`: makes it certain and shows the PIN. Sent again, it shows the same again.
pub async fn confirm(
    State(app): State<App>,
    words: Words,
    Path((secret, token)): Path<(String, String)>,
    form: Result<Form<Pressed>, FormRejection>,
) -> Result<Response, Refused> {
    let Form(Pressed { nonce }) = form.map_err(|rejection| Refused::new(&words, malformed(&rejection)))?;
    let (found, state) = booking::read(&app, &words, &secret).await?;
    let words = words.or(&found.language);
    let refused = |error: ApiError| Refused::new(&words, error);
    let nonce = nonce.map_or_else(Nonce::random, Nonce);
    let path = format!("/b/{secret}/confirm/{token}");
    let request = app.store.request(nonce, &[b"confirm address page", path.as_bytes()]);
    let confirmed = app.store.confirm_address(request, found.view.secret, token, app.now()).await;
    match confirmed.map_err(|fault| refused(fault.into()))? {
        Ok(Some(pin)) => {
            let (found, state) = booking::read(&app, &words, &secret).await?;
            let once = Some(Once { pin, path, fields: vec![("nonce", nonce.to_string())] });
            booking::page(
                &app,
                words,
                &found,
                &state,
                Look { news: News::BookedAndMailed, once, fault: None },
            )
        }
        Ok(None) => Ok(Redirect::to(&words.link(&format!("/b/{secret}"))).into_response()),
        Err(refusal @ Refusal::HoldExpired { .. }) => {
            let person = app.store.unconfirmed_person(found.view.secret).await;
            let person = person.map_err(|fault| refused(fault.into()))?;
            let (typed, look) = (person.map(Typed::of).unwrap_or_default(), again::Look::refused(&refusal));
            again::page(&app, words, &found.view, &state, &typed, look)
        }
        Err(refusal) => Err(refused(refusal.into()).in_zone(state.office.time_zone)),
    }
}
