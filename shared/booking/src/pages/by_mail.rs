//! An appointment that its owner has yet to confirm by a mail's link: what is so far, and the link's page.

use super::again;
use super::booking::{self, News};
use super::contact::Facts;
use super::frame::{Frame, Words, render};
use super::refused::Refused;
use super::typed::Typed;
use crate::app::App;
use crate::refusal::Refusal;
use crate::store::OfficeState;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::Timestamp;
use foyer_domain::booking::BookingState;
use foyer_domain::short_code::ShortCode;
use foyer_protocol::booking::BookingView;

#[derive(Template)]
#[template(path = "pending.html")]
struct Pending {
    frame: Frame,
    what: Facts,
    said: String,
    short_code: String,
    change: String,
}

#[derive(Template)]
#[template(path = "confirm.html")]
struct Confirm {
    frame: Frame,
    what: Facts,
    action: String,
}

/// What is so far: not certain, and until when.
pub fn pending(
    app: &App,
    words: Words,
    view: &BookingView,
    state: &OfficeState,
    until: Timestamp,
) -> Result<Response, Refused> {
    let time = foyer_text::day_and_time(words.language, state.office.time_zone, until);
    let path = format!("/b/{}", view.secret);
    let page = Pending {
        frame: Frame::new(app, words, words.text("portal-unconfirmed-title"), path),
        what: Facts::new(&words, state, view),
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
        what: Facts::new(&words, &state, &found.view),
        action: words.link(&path),
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}

/// `POST /b/{secret}/confirm/{token}`.
pub async fn confirm(
    State(app): State<App>,
    words: Words,
    Path((secret, token)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (found, state) = booking::read(&app, &words, &secret).await?;
    let words = words.or(&found.language);
    let confirmed = app.store.confirm_address(found.view.secret, token, app.now()).await;
    match confirmed.map_err(|fault| Refused::new(&words, fault))? {
        Ok(view) if view.pin.is_some() => {
            booking::page(&app, words, &view, &state, News::BookedAndMailed, None)
        }
        Ok(_) => Ok(Redirect::to(&words.link(&format!("/b/{secret}"))).into_response()),
        Err(refusal @ Refusal::HoldExpired { .. }) => {
            let look = again::Look::refused(&refusal);
            again::page(&app, words, &found.view, &state, &Typed::default(), look)
        }
        Err(refusal) => Err(Refused::new(&words, refusal)),
    }
}
