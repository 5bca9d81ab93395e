//! Signing in and out, and the language of the pages.

use super::desk;
use super::error::{self, PageError};
use super::frame::{Frame, Sentence};
use super::words::{self, Words};
use super::{assets, html, page};
use crate::lobby::{Lobby, LobbyError};
use crate::staff::{SESSION_COOKIE, Session, StaffError};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use foyer_access::guard::own_path;
use foyer_domain::engine::{Command, Left};
use foyer_domain::visit::Actor;
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;
use serde::Deserialize;
use std::fmt;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    words: Words,
    frame: Frame,
    name: String,
    back: String,
}

/// Where to go on after signing in.
#[derive(Deserialize)]
pub(super) struct Back {
    #[serde(default)]
    back: String,
}

/// The form.
#[derive(Deserialize)]
pub(super) struct SignIn {
    name: String,
    password: String,
    #[serde(default)]
    back: String,
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn").finish_non_exhaustive()
    }
}

/// `GET /sign-in`.
pub(super) async fn show(
    State(lobby): State<Lobby>,
    headers: HeaderMap,
    Query(back): Query<Back>,
) -> Result<Response, PageError> {
    let page = page(&lobby, &headers, "desk-sign-in-title", "/sign-in");
    let nobody = lobby.staff().list().await?.is_empty();
    let hint = nobody.then(|| Sentence::look(page.words.text("desk-sign-in-first")));
    let (words, frame) = (page.words, page.frame.saying(hint));
    Ok(html(&SignInPage { words, frame, name: String::new(), back: own_path(&back.back, "/desk") })?
        .into_response())
}

/// `POST /sign-in`.
pub(super) async fn enter(
    State(lobby): State<Lobby>,
    headers: HeaderMap,
    cookies: CookieJar,
    Form(form): Form<SignIn>,
) -> Result<Response, PageError> {
    let page = page(&lobby, &headers, "desk-sign-in-title", "/sign-in");
    let back = own_path(&form.back, "/desk");
    let sentence = match lobby.staff().sign_in(&form.name, &form.password).await {
        Ok(session) => return Ok((cookies.add(cookie(&lobby, session)), Redirect::to(&back)).into_response()),
        Err(StaffError::Wrong) => page.words.text("desk-sign-in-wrong"),
        Err(StaffError::TooManyTries { until }) => {
            page.words.text_with("desk-sign-in-locked", "time", page.words.seconds(until))
        }
        Err(other) => return Err(other.into()),
    };
    let (words, frame) = (page.words, page.frame.saying(Some(Sentence::no(sentence))));
    Ok(error::unusable(html(&SignInPage { words, frame, name: form.name, back })?))
}

/// `POST /sign-out`. Whoever still has a counter leaves it with that; with somebody there, or put aside, they are
/// asked first what becomes of them.
pub(super) async fn leave(State(lobby): State<Lobby>, cookies: CookieJar) -> Result<Response, PageError> {
    if let Some(cookie) = cookies.get(SESSION_COOKIE) {
        if let Some(person) = lobby.staff().session(cookie.value()).await?
            && let Some(counter) = lobby.state().counter_with(&person.id).cloned()
        {
            let command = Command::CloseCounter { counter: counter.clone(), left: Left::Nobody };
            let closed = lobby.ask(Actor::Staff(person.id), Some(Nonce::random()), command).await;
            if let Err(LobbyError::Refused(_)) = closed {
                return Ok(Redirect::to(&desk::leaving_path(&counter)).into_response());
            }
        }
        lobby.staff().sign_out(cookie.value()).await?;
    }
    let gone = Cookie::build((SESSION_COOKIE, "")).path("/").build();
    Ok((cookies.remove(gone), Redirect::to("/sign-in")).into_response())
}

/// The form at the foot of every page.
#[derive(Deserialize)]
pub(super) struct Speak {
    language: Language,
    back: String,
}

/// `POST /language`.
pub(super) async fn speak(cookies: CookieJar, Form(form): Form<Speak>) -> Response {
    let cookie = Cookie::build((words::COOKIE, form.language.tag()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .permanent();
    (cookies.add(cookie), Redirect::to(&own_path(&form.back, "/desk"))).into_response()
}

/// The cookie of a session. It goes when the browser is closed, and is worth nothing after a working day.
pub(super) fn cookie(lobby: &Lobby, session: Session) -> Cookie<'static> {
    Cookie::build((SESSION_COOKIE, session.cookie))
        .path("/")
        .http_only(true)
        .secure(lobby.secure_cookies())
        .same_site(SameSite::Strict)
        .build()
}
