//! A closing is taken back: first it is shown what that changes and what it does not, then it is done.

use super::super::frame::{Words, render};
use super::change::request;
use super::closing::{self, find};
use super::form::Form;
use super::frame::{Frame, Refused, office as of};
use super::reason::Fields;
use super::signed_in::SignedIn;
use crate::app::App;
use crate::store::{Closing, ClosingEntry, ClosingState, Reopening};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveTime;
use foyer_domain::office::Office;
use foyer_protocol::nonce::Nonce;

#[derive(Template)]
#[template(path = "staff/reopen.html")]
struct ReopenPage {
    frame: Frame,
    what: String,
    /// What becomes of the bookings; each of those that are cancelled or wait stays as it is.
    said: Vec<String>,
    action: String,
    nonce: String,
    back: String,
}

/// When a closing was taken back, or why it cannot be; nothing where it can.
pub fn said(words: &Words, office: &Office, reopening: &Reopening) -> Option<String> {
    match reopening {
        Reopening::Possible { .. } | Reopening::Over => None,
        Reopening::NotInPlan => Some(words.text("staff-reopen-not-in-plan")),
        Reopening::Done(at) => {
            let at = foyer_text::day_and_time(words.language, office.time_zone, *at);
            Some(words.text_with("staff-reopen-done", "time", at))
        }
    }
}

/// What it changes, line by line.
fn lines(words: &Words, office: &Office, reopening: &Reopening, entries: &[ClosingEntry]) -> Vec<String> {
    let count = |state| entries.iter().filter(|entry| entry.state == state).count();
    let all = [
        (ClosingState::Due, "staff-reopen-due"),
        (ClosingState::Cancelled, "staff-reopen-cancelled"),
        (ClosingState::Offered, "staff-reopen-offered"),
    ];
    let mut lines = vec![words.text("staff-reopen-times")];
    if let Reopening::Possible { still_closed } = reopening
        && !still_closed.is_empty()
    {
        let date = |day: &chrono::NaiveDate| {
            foyer_text::date(words.language, office.time_zone, office.local(*day, NaiveTime::MIN))
        };
        let days: Vec<String> = still_closed.iter().map(date).collect();
        lines.push(words.text_with("staff-reopen-still-closed", "days", days.join("; ")));
    }
    let counted = all.into_iter().map(|(state, id)| (id, count(state))).filter(|(_, count)| *count > 0);
    lines.extend(counted.map(|(id, count)| words.text_with(id, "count", count)));
    lines.push(words.text("staff-reopen-no-mail"));
    lines
}

/// `GET /staff/closings/{closing}/reopen`: what it would change.
pub async fn ask(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    let (signed, closing, entries) = find(&app, signed, &id).await?;
    let reopening = app.store.reopening(closing.clone(), app.now()).await?;
    if !matches!(reopening, Reopening::Possible { .. }) {
        return Ok(back(&signed, &closing));
    }
    let (office, words) = (of(&app, closing.office.as_str())?, signed.words);
    let page = ReopenPage {
        frame: signed.frame_at(&app, "staff-reopen", &office.id),
        what: format!("{}: {}", office.name, closing::said(&words, &office, &closing.order.closure)),
        said: lines(&words, &office, &reopening, &entries),
        action: words.link(&format!("/staff/closings/{id}/reopen")),
        nonce: Nonce::random().to_string(),
        back: words.link(&format!("/staff/closings/{id}")),
    };
    Ok(render(&page)?.into_response())
}

fn back(signed: &SignedIn, closing: &Closing) -> Response {
    Redirect::to(&signed.words.link(&format!("/staff/closings/{}", closing.id))).into_response()
}

/// `POST /staff/closings/{closing}/reopen`: opens again. The closing's page says so, or why it cannot be.
pub async fn reopen(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, closing, _) = find(&app, signed, &id).await?;
    let request = request(&app, b"staff reopen", &id, &Fields(fields))?;
    match app.store.reopen(request, closing.id, app.now()).await? {
        Ok(_) => {
            app.store.work_closings(app.now()).await?;
            Ok(back(&signed, &closing))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
