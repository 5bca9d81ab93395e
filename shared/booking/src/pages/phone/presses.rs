//! What is pressed on a ticket's page.

use super::{hash, refused};
use crate::app::App;
use crate::error::RequestFault;
use crate::pages::frame::Words;
use crate::pages::refused::Refused;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::{NoContent, Redirect};
use foyer_domain::id::CallId;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;
use uuid::Uuid;

/// The form of "I give up my place".
#[derive(Deserialize)]
pub struct GiveUp {
    nonce: Uuid,
}

/// `POST /t/{secret}/give-up`.
pub async fn give_up(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    form: Result<Form<GiveUp>, FormRejection>,
) -> Result<Redirect, Refused> {
    let form = form.map_err(|rejection| refused(&words, RequestFault::Malformed(rejection.body_text())))?;
    let request = app.store.request(Nonce(form.nonce), &[b"give up", secret.as_bytes()]);
    let done = app.store.give_up(request, hash(&secret), app.now()).await;
    done.map_err(|fault| refused(&words, fault))?.map_err(|refusal| refused(&words, refusal))?;
    Ok(Redirect::to(&words.link(&format!("/t/{secret}"))))
}

/// By so many minutes somebody can say to come later.
pub const MINUTES: [u8; 3] = [5, 10, 15];

/// The form of "I will be late".
#[derive(Deserialize)]
pub struct Late {
    nonce: Uuid,
    minutes: u8,
}

/// `POST /t/{secret}/late`.
pub async fn late(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    form: Result<Form<Late>, FormRejection>,
) -> Result<Redirect, Refused> {
    let form = form.map_err(|rejection| refused(&words, RequestFault::Malformed(rejection.body_text())))?;
    if !MINUTES.contains(&form.minutes) {
        let fault = format!("minutes: one of {MINUTES:?}");
        return Err(refused(&words, RequestFault::Malformed(fault)));
    }
    let page = words.link(&format!("/t/{secret}"));
    let back = |refused: Refused| refused.at(chrono_tz::UTC, page.clone());
    let request = app.store.request(Nonce(form.nonce), &[b"late", secret.as_bytes(), &[form.minutes]]);
    let done = app.store.come_later(request, hash(&secret), form.minutes, app.now()).await;
    done.map_err(|fault| back(refused(&words, fault)))?.map_err(|refusal| back(refused(&words, refusal)))?;
    Ok(Redirect::to(&page))
}

/// What the script tells once a call was in sight.
#[derive(Deserialize)]
pub struct Seen {
    call: u64,
}

/// `POST /t/{secret}/seen`.
pub async fn seen(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    form: Result<Form<Seen>, FormRejection>,
) -> Result<NoContent, Refused> {
    let form = form.map_err(|rejection| refused(&words, RequestFault::Malformed(rejection.body_text())))?;
    let done = app.store.seen(hash(&secret), CallId(form.call), app.now()).await;
    done.map_err(|fault| refused(&words, fault))?.map_err(|refusal| refused(&words, refusal))?;
    Ok(NoContent)
}
