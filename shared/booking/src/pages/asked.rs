//! The page of somebody who waits or asks: what for, what is held for them, and the way out.

use super::frame::{Frame, Words, render};
use super::refused::Refused;
use crate::app::App;
use crate::error::ApiError;
use crate::mail::asked;
use crate::refusal::Refusal;
use crate::store::{AskedFor, Asking, OfficeState};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;
use uuid::Uuid;

/// A time that is held for them.
struct Offer {
    said: String,
    take: String,
    pass: String,
}

#[derive(Template)]
#[template(path = "asked.html")]
struct Page {
    frame: Frame,
    said: String,
    is_new: bool,
    office: (String, String),
    services: String,
    days_label: String,
    days: Vec<String>,
    /// What else they wrote; may be empty.
    written: String,
    offer: Option<Offer>,
    leave: String,
    leave_do: String,
}

#[derive(Template)]
#[template(path = "left.html")]
struct Left {
    frame: Frame,
    said: String,
    new: String,
}

async fn find(app: &App, words: &Words, secret: &str) -> Result<(Asking, Arc<OfficeState>, Words), Refused> {
    let refused = |error: ApiError| Refused::new(words, error);
    let secret: Uuid = secret.parse().map_err(|_| refused(Refusal::AskingUnknown.into()))?;
    app.store.expire_holds(app.now()).await.map_err(|fault| refused(fault.into()))?;
    let found = app.store.asking(secret).await.map_err(|fault| refused(fault.into()))?;
    let asking = found.map_err(|refusal| refused(refusal.into()))?;
    let state = app.store.office(&asking.office).map_err(|refusal| refused(refusal.into()))?;
    let words = words.or(&asking.language);
    Ok((asking, state, words))
}

/// `GET /w/{secret}`.
pub async fn show(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (asking, state, words) = find(&app, &words, &secret).await?;
    let is_new = query.iter().any(|(key, _)| key == "new");
    let here = format!("/w/{secret}");
    let office = &state.office;
    let moment = |at| foyer_text::day_and_time(words.language, office.time_zone, at);
    let offer = asking.offer.as_ref().map(|offer| {
        let values = [("when", moment(offer.start).into()), ("time", moment(offer.until).into())];
        Offer {
            said: foyer_text::text_with(words.language, "portal-wait-offer", &values),
            take: words.link(&format!("/h/{}", offer.hold)),
            pass: words.link(&format!("{here}/pass")),
        }
    });
    let (title, said, leave, written) = match &asking.wanted {
        AskedFor::Waiting { .. } => {
            let said = if is_new { "portal-wait-done" } else { "portal-wait-stands" };
            ("portal-wait-your-title", said, "portal-wait-leave", "")
        }
        AskedFor::Request { words, .. } => {
            let (said, withdraw) = ("portal-request-done", "portal-request-withdraw");
            ("portal-request-your-title", said, withdraw, words.as_str())
        }
    };
    let page = Page {
        frame: Frame::new(&app, words, words.text(title), here.clone()),
        said: words.text(said),
        is_new,
        office: (office.name.clone(), office.addresses().join(" · ")),
        services: words.services(office, &asking.services),
        days_label: words.text(asked::days_label(&asking.wanted)),
        written: written.to_owned(),
        leave_do: words.text(leave),
        days: asked::days(&words, office, &asking.wanted),
        offer,
        leave: words.link(&format!("{here}/leave")),
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}

/// `POST /w/{secret}/pass`: not this time.
pub async fn pass(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
) -> Result<Response, Refused> {
    let (asking, _, words) = find(&app, &words, &secret).await?;
    let passed = app.store.not_this_one(asking.secret, app.now()).await;
    passed.map_err(|fault| Refused::new(&words, fault))?.map_err(|refusal| Refused::new(&words, refusal))?;
    Ok(Redirect::to(&words.link(&format!("/w/{secret}"))).into_response())
}

/// `POST /w/{secret}/leave`: off the list, or the request withdrawn.
pub async fn leave(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
) -> Result<Response, Refused> {
    let (asking, state, words) = find(&app, &words, &secret).await?;
    let left = app.store.leave(asking.secret, app.now()).await;
    left.map_err(|fault| Refused::new(&words, fault))?.map_err(|refusal| Refused::new(&words, refusal))?;
    let new = words.office_link(&state.office);
    let (title, said) = match asking.wanted {
        AskedFor::Waiting { .. } => ("portal-wait-list", "portal-wait-left"),
        AskedFor::Request { .. } => ("portal-request-your-title", "portal-request-withdrawn"),
    };
    let page = Left { frame: Frame::bare(words, words.text(title)), said: words.text(said), new };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}
