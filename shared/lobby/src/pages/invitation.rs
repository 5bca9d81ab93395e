//! A one-time link: the first administrator's, or an invitation by one.

use super::error::{self, PageError};
use super::frame::{Frame, Page, Sentence};
use super::words::Words;
use super::{assets, html, page, sign_in};
use crate::lobby::Lobby;
use crate::staff::{PASSWORD_LEAST, PASSWORD_MOST, StaffError};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use foyer_text::Value;
use serde::Deserialize;
use std::fmt;

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationPage {
    words: Words,
    frame: Frame,
    name: String,
    name_is_open: bool,
}

/// The form.
#[derive(Deserialize)]
pub(super) struct Accept {
    name: String,
    password: String,
}

impl fmt::Debug for Accept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accept").finish_non_exhaustive()
    }
}

/// `GET /invitation/{secret}`.
pub(super) async fn show(
    State(lobby): State<Lobby>,
    headers: HeaderMap,
    Path(secret): Path<String>,
) -> Result<Response, PageError> {
    let page = own_page(&lobby, &headers, &secret);
    let Some(invited) = lobby.staff().invitation(&secret).await? else {
        return Ok(used(page));
    };
    let (words, frame, name_is_open) = (page.words, page.frame, invited.name.is_none());
    let name = invited.name.unwrap_or_default();
    Ok(html(&InvitationPage { words, frame, name, name_is_open })?.into_response())
}

/// `POST /invitation/{secret}`.
pub(super) async fn accept(
    State(lobby): State<Lobby>,
    headers: HeaderMap,
    cookies: CookieJar,
    Path(secret): Path<String>,
    Form(form): Form<Accept>,
) -> Result<Response, PageError> {
    let page = own_page(&lobby, &headers, &secret);
    let Some(invited) = lobby.staff().invitation(&secret).await? else {
        return Ok(used(page));
    };
    let limits = [("least", Value::from(PASSWORD_LEAST)), ("most", Value::from(PASSWORD_MOST))];
    let sentence = match lobby.staff().accept(&secret, &form.name, &form.password).await {
        Ok(session) => {
            let signed_in = cookies.add(sign_in::cookie(&lobby, session));
            return Ok((signed_in, Redirect::to("/desk")).into_response());
        }
        Err(StaffError::NoInvitation) => return Ok(used(page)),
        Err(StaffError::Password) => page.words.texts("desk-password-short", &limits),
        Err(StaffError::Name) => page.words.text("desk-name-needed"),
        Err(StaffError::Taken) => page.words.text("desk-name-taken"),
        Err(other) => return Err(other.into()),
    };
    let (words, frame) = (page.words, page.frame.saying(Some(Sentence::no(sentence))));
    let name_is_open = invited.name.is_none();
    Ok(error::unusable(html(&InvitationPage { words, frame, name: form.name, name_is_open })?))
}

fn own_page(lobby: &Lobby, headers: &HeaderMap, secret: &str) -> Page {
    page(lobby, headers, "desk-setup-title", &format!("/invitation/{secret}"))
}

fn used(page: Page) -> Response {
    error::gone(page, "desk-setup-used")
}
