//! Signing on and off, and the link with which somebody chooses a password.

use super::super::frame::{Words, render};
use super::SESSION_COOKIE;
use super::form::Form;
use super::frame::{Frame, Refused, Sentence};
use crate::app::App;
use crate::error::{SHOWN_AGAIN, USED_UP, of_form};
use crate::store::StoreFault;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use foyer_access::guard::own_path;
use foyer_access::{PASSWORD_LEAST, PASSWORD_MOST, Session, StaffError};
use serde::Deserialize;
use std::fmt;

/// Where staff begin.
const HOME: &str = "/staff";

#[derive(Template)]
#[template(path = "staff/sign_in.html")]
struct SignInPage {
    frame: Frame,
    name: String,
    back: String,
}

#[derive(Template)]
#[template(path = "staff/invitation.html")]
struct InvitationPage {
    frame: Frame,
    name: String,
    name_is_open: bool,
    action: String,
}

#[derive(Template)]
#[template(path = "staff/message.html")]
struct MessagePage {
    frame: Frame,
}

/// Where to go on after signing on.
#[derive(Deserialize)]
pub struct Back {
    #[serde(default)]
    back: String,
}

/// The form.
#[derive(Deserialize)]
pub struct SignIn {
    name: String,
    password: String,
    #[serde(default)]
    back: String,
}

/// A password chosen with an invitation.
#[derive(Deserialize)]
pub struct Accept {
    #[serde(default)]
    name: String,
    password: String,
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn").finish_non_exhaustive()
    }
}

impl fmt::Debug for Accept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accept").finish_non_exhaustive()
    }
}

/// `GET /staff/sign-in`.
pub async fn show(
    State(app): State<App>,
    words: Words,
    Query(back): Query<Back>,
) -> Result<Response, Refused> {
    let frame = Frame::new(&app, words, "staff-sign-in", "/staff/sign-in", None);
    let page = SignInPage { frame, name: String::new(), back: own_path(&back.back, HOME) };
    Ok(render(&page)?.into_response())
}

/// `POST /staff/sign-in`.
pub async fn enter(
    State(app): State<App>,
    words: Words,
    cookies: CookieJar,
    Form(form): Form<SignIn>,
) -> Result<Response, Refused> {
    let frame = Frame::new(&app, words, "staff-sign-in", "/staff/sign-in", None);
    let back = own_path(&form.back, HOME);
    let sentence = match app.staff.sign_in(&form.name, &form.password).await {
        Ok(session) => return Ok((cookies.add(cookie(&app, session)), Redirect::to(&back)).into_response()),
        Err(StaffError::Wrong) => frame.words.text("staff-sign-in-wrong"),
        Err(StaffError::TooManyTries { .. }) => frame.words.text("staff-sign-in-locked"),
        Err(other) => return Err(Refused::of_staff(other)),
    };
    let page = SignInPage { frame: frame.saying(Some(Sentence(sentence))), name: form.name, back };
    Ok((SHOWN_AGAIN, render(&page)?).into_response())
}

/// `POST /staff/sign-out`.
pub async fn leave(State(app): State<App>, cookies: CookieJar) -> Result<Response, Refused> {
    if let Some(cookie) = cookies.get(SESSION_COOKIE) {
        app.staff.sign_out(cookie.value()).await.map_err(Refused::of_staff)?;
    }
    let gone = Cookie::build((SESSION_COOKIE, "")).path(HOME).build();
    Ok((cookies.remove(gone), Redirect::to("/staff/sign-in")).into_response())
}

/// `GET /staff/invitation/{secret}`.
pub async fn invitation(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
) -> Result<Response, Refused> {
    invited(&app, words, &secret, String::new(), None).await
}

async fn invited(
    app: &App,
    words: Words,
    secret: &str,
    typed: String,
    fault: Option<StaffError<StoreFault>>,
) -> Result<Response, Refused> {
    let action = format!("/staff/invitation/{secret}");
    let frame = Frame::new(app, words, "staff-invitation", &action, None);
    let invited = app.staff.invitation(secret).await.map_err(Refused::of_staff)?;
    let Some(invited) = invited else {
        let said = frame.words.text("staff-invitation-used");
        let page = MessagePage { frame: frame.saying(Some(Sentence(said))) };
        return Ok((USED_UP, render(&page)?).into_response());
    };
    let limits = [("least", PASSWORD_LEAST.into()), ("most", PASSWORD_MOST.into())];
    let said = match fault {
        None => None,
        Some(StaffError::Password) => {
            Some(foyer_text::text_with(frame.words.language, "staff-password-short", &limits))
        }
        Some(StaffError::Name) => Some(frame.words.text("staff-name-needed")),
        Some(StaffError::Taken) => Some(frame.words.text("staff-name-taken")),
        Some(other) => return Err(Refused::of_staff(other)),
    };
    let status = of_form(said.is_some());
    let frame = frame.saying(said.map(Sentence));
    let name_is_open = invited.name.is_none();
    let page = InvitationPage { frame, name: invited.name.unwrap_or(typed), name_is_open, action };
    Ok((status, render(&page)?).into_response())
}

/// `POST /staff/invitation/{secret}`.
pub async fn accept(
    State(app): State<App>,
    words: Words,
    cookies: CookieJar,
    Path(secret): Path<String>,
    Form(form): Form<Accept>,
) -> Result<Response, Refused> {
    match app.staff.accept(&secret, &form.name, &form.password).await {
        Ok(session) => Ok((cookies.add(cookie(&app, session)), Redirect::to(HOME)).into_response()),
        Err(StaffError::NoInvitation) => invited(&app, words, &secret, form.name, None).await,
        Err(fault) => invited(&app, words, &secret, form.name, Some(fault)).await,
    }
}

/// The cookie of a session. It goes when the browser is closed, and is worth nothing after a working day.
fn cookie(app: &App, session: Session) -> Cookie<'static> {
    let is_encrypted = app.settings.listen.tls
        || app
            .settings
            .public_url
            .as_ref()
            .is_some_and(|url| url.scheme() == "https" && !app.clock.is_demo());
    Cookie::build((SESSION_COOKIE, session.cookie))
        .path(HOME)
        .http_only(true)
        .secure(is_encrypted)
        .same_site(SameSite::Strict)
        .build()
}
