//! Whose contact makes no bookings for a time, and letting it book again.

use super::super::frame::render;
use super::booking::of;
use super::form::Form;
use super::frame::{Frame, Refused, Sentence};
use super::reason::Fields;
use super::signed_in::SignedIn;
use crate::app::App;
use crate::error::of_form;
use crate::store::BlockedEntry;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::TimeDelta;

/// For so many days a contact can be blocked.
pub const DAYS: [i64; 3] = [7, 30, 90];

/// Somebody who is blocked.
struct Line {
    key: String,
    what: String,
    since: String,
    until: String,
}

#[derive(Template)]
#[template(path = "staff/blocked.html")]
struct BlockedPage {
    frame: Frame,
    lines: Vec<Line>,
}

async fn page(app: &App, signed: &SignedIn, says: Option<String>) -> Result<Response, Refused> {
    let words = signed.words;
    let zone = app.store.offices().first().map_or(chrono_tz::UTC, |state| state.office.time_zone);
    let date = |at| foyer_text::date(words.language, zone, at);
    let line = |entry: BlockedEntry| Line {
        what: words.text(if entry.is_email { "staff-blocked-email" } else { "staff-blocked-phone" }),
        since: date(entry.since),
        until: date(entry.until),
        key: entry.key,
    };
    let status = of_form(says.is_some());
    let page = BlockedPage {
        frame: signed.frame(app, "staff-blocked").saying(says.map(Sentence)),
        lines: app.store.blocked(app.now()).await?.into_iter().map(line).collect(),
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/blocked`.
pub async fn show(State(app): State<App>, signed: SignedIn) -> Result<Response, Refused> {
    page(&app, &signed.everywhere()?, None).await
}

/// `POST /staff/blocked`: lifts a block, of an entry or of an address or number as typed.
pub async fn lift(
    State(app): State<App>,
    signed: SignedIn,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, fields) = (signed.everywhere()?, Fields(fields));
    let is_lifted = app.store.unblock(fields.get("contact"), app.now()).await?;
    let said = (!is_lifted).then(|| signed.words.text("staff-blocked-not"));
    page(&app, &signed, said).await
}

/// `POST /staff/bookings/{booking}/block`.
pub async fn block(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let found = of(&app, &signed, &id).await?;
    let typed = Fields(fields).get("days").parse().ok();
    let days = DAYS.into_iter().find(|days| Some(*days) == typed).unwrap_or(DAYS[0]);
    app.store.block(found.id, TimeDelta::days(days), app.now()).await??;
    Ok(Redirect::to(&signed.words.link(&format!("/staff/bookings/{id}"))).into_response())
}

/// `POST /staff/bookings/{booking}/unblock`: lets this booking's contact book again. Whoever can block it can lift that,
/// too, and needs to see nobody else's for it.
pub async fn unblock(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    let found = of(&app, &signed, &id).await?;
    app.store.unblock_contact(&found.email, &found.phone).await?;
    Ok(Redirect::to(&signed.words.link(&format!("/staff/bookings/{id}"))).into_response())
}
