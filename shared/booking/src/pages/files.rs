//! What goes with a booking: its code as a picture, and its entry for calendars.

use super::booking::{find, read};
use super::frame::Words;
use super::refused::Refused;
use crate::app::App;
use crate::mail::calendar::Method;
use crate::mail::{Kind, Letter};
use crate::refusal::Refusal;
use crate::store::Confirmed;
use crate::{mail, qr};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use foyer_domain::booking::BookingState;

async fn code(app: &App, words: Words, secret: &str) -> Result<(String, Words), Refused> {
    let (view, _, words) = find(app, words, secret).await?;
    let code = view.check_in_code.ok_or_else(|| Refused::new(&words, Refusal::BookingUnknown))?;
    Ok((code, words))
}

/// `GET /b/{secret}/qr.png`.
pub async fn qr_png(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
) -> Result<Response, Refused> {
    let (code, words) = code(&app, words, &secret).await?;
    let picture = qr::png(&code).ok_or_else(|| Refused::new(&words, Refusal::BookingUnknown))?;
    Ok(([(header::CONTENT_TYPE, "image/png")], picture).into_response())
}

/// `GET /b/{secret}/qr.svg`.
pub async fn qr_svg(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
) -> Result<Response, Refused> {
    let (code, words) = code(&app, words, &secret).await?;
    let picture = qr::svg(&code).ok_or_else(|| Refused::new(&words, Refusal::BookingUnknown))?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], picture).into_response())
}

/// `GET /b/{secret}/termin.ics`: the same file as in mails.
pub async fn calendar(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
) -> Result<Response, Refused> {
    let (Confirmed { view, language, sequence, .. }, state) = read(&app, &words, &secret).await?;
    let words = words.or(&language);
    let kind = match view.state {
        BookingState::Held { .. } => return Err(Refused::new(&words, Refusal::BookingUnknown)),
        BookingState::Confirmed => Kind::Confirmed,
        BookingState::Cancelled => Kind::Cancelled,
    };
    let method = if kind.is_cancelled() { Method::Cancel } else { Method::Publish };
    let public_url = app.public_url(&state.office);
    let letter = Letter {
        kind,
        language: words.language,
        name: "",
        office: &state.office,
        view: &view,
        wished: None,
        together: &[],
        sequence,
        public_url: &public_url,
        written_at: app.now(),
    };
    let kind = format!("text/calendar; charset=utf-8; method={}", method.name());
    let saved = "attachment; filename=\"termin.ics\"".to_owned();
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, saved)];
    Ok((headers, mail::calendar::write(&letter, method)).into_response())
}
