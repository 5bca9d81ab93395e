//! A booking's own page: the confirmation, and what can be done with the PIN.

use super::again;
use super::by_mail;
use super::contact::{Facts, malformed};
use super::frame::{Frame, Words, render};
use super::refused::{Refused, say};
use super::typed::Typed;
use crate::app::App;
use crate::error::ApiError;
use crate::mail::calendar::Method;
use crate::mail::{Kind, Letter};
use crate::refusal::Refusal;
use crate::store::{Confirmed, MoveOrder, OfficeState, StoreFault};
use crate::{mail, qr};
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::Timestamp;
use foyer_domain::booking::BookingState;
use foyer_domain::short_code::ShortCode;
use foyer_domain::window::Window;
use foyer_protocol::booking::BookingView;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

/// What the page says above everything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// It was just booked.
    Booked,
    /// … and a mail says it, too.
    BookedAndMailed,
    /// A mail's link leads to the form.
    Cancelling,
    /// It was just moved.
    Moved,
    /// Nothing.
    Nothing,
}

#[derive(Template)]
#[template(path = "booking.html")]
struct BookingPage {
    frame: Frame,
    what: Facts,
    news: News,
    is_cancelled: bool,
    is_over: bool,
    window: String,
    short_code: String,
    pin: Option<String>,
    documents: Vec<String>,
    here: String,
    calendar: String,
    cancel: String,
    move_to: String,
    new: String,
    nonce: String,
    pin_fault: Option<String>,
}

#[derive(Template)]
#[template(path = "move.html")]
struct MovePage {
    frame: Frame,
    before: String,
    after: String,
    action: String,
    other: String,
    start: String,
    nonce: String,
    pin_fault: Option<String>,
}

/// The booking of a secret with its office; in the language it was made in, unless the address says another one.
pub async fn find(
    app: &App,
    words: Words,
    secret: &str,
) -> Result<(BookingView, Arc<OfficeState>, Words), Refused> {
    let (found, state) = read(app, &words, secret).await?;
    Ok((found.view, state, words.or(&found.language)))
}

/// As [`find`], with all that is known.
pub async fn read(app: &App, words: &Words, secret: &str) -> Result<(Confirmed, Arc<OfficeState>), Refused> {
    let refused = |error: ApiError| Refused::new(words, error);
    let id: Uuid = secret.parse().map_err(|_| refused(Refusal::BookingUnknown.into()))?;
    let found = app.store.booking(id).await.map_err(|fault| refused(fault.into()))?;
    let found = found.map_err(|refusal| refused(refusal.into()))?;
    let state = app.store.office(&found.view.office).map_err(|refusal| refused(refusal.into()))?;
    Ok((found, state))
}

/// The booking's page.
pub fn page(
    app: &App,
    words: Words,
    view: &BookingView,
    state: &OfficeState,
    news: News,
    fault: Option<&Refusal>,
) -> Result<Response, Refused> {
    let zone = state.office.time_zone;
    let here = format!("/b/{}", view.secret);
    let window = Window::of(view.start, &state.office.rules);
    let time = |at| foyer_text::time_of_day(words.language, zone, at);
    let values = [("from", time(window.opens_at).into()), ("to", time(window.closes_at).into())];
    let end = view.start + chrono::TimeDelta::minutes(i64::from(view.minutes));
    let page = BookingPage {
        frame: Frame::new(app, words, words.text("portal-booking-title"), here.clone()),
        what: Facts::new(&words, state, view),
        news,
        is_cancelled: view.state == BookingState::Cancelled,
        is_over: app.now() >= end,
        window: foyer_text::text_with(words.language, "portal-booking-window", &values),
        short_code: ShortCode::parse(&view.short_code).map_or(view.short_code.clone(), |code| code.shown()),
        pin: view.pin.clone(),
        documents: view.documents.iter().map(|text| text.get(words.tag()).to_owned()).collect(),
        calendar: format!("{here}/termin.ics"),
        cancel: words.link(&format!("{here}/cancel")),
        move_to: words.link(&format!("{here}/move")),
        new: words.link(&format!("/{}", view.office)),
        here,
        nonce: Nonce::random().to_string(),
        pin_fault: fault.map(|refusal| say(&words, refusal, zone)),
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok(match fault {
        Some(refusal) => (ApiError::from(refusal.clone()).status(), html).into_response(),
        None => html.into_response(),
    })
}

/// `GET /b/{secret}`.
pub async fn show(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (found, state) = read(&app, &words, &secret).await?;
    let (words, is_unconfirmed) = (words.or(&found.language), found.is_unconfirmed);
    let view = found.view;
    if let BookingState::Held { until } = view.state {
        if is_unconfirmed && app.now() <= until {
            return by_mail::pending(&app, words, &view, &state, until);
        }
        return Ok(Redirect::to(&words.link(&format!("/h/{secret}"))).into_response());
    }
    let is_asked = |name: &str| query.iter().any(|(key, _)| key == name);
    let news = match (is_asked("moved"), is_asked("cancel")) {
        (true, _) => News::Moved,
        (false, true) => News::Cancelling,
        (false, false) => News::Nothing,
    };
    page(&app, words, &view, &state, news, None)
}

/// The last step's form.
#[derive(Deserialize)]
pub struct Confirmation {
    nonce: Uuid,
    #[serde(flatten)]
    typed: Typed,
}

/// `POST /b/{secret}`: makes it certain and shows the PIN. Sent again, it shows the same again. What was typed is kept
/// where the time is no longer held.
pub async fn confirm(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    form: Result<Form<Confirmation>, FormRejection>,
) -> Result<Response, Refused> {
    let refused = |error: ApiError| Refused::new(&words, error);
    let Form(Confirmation { nonce, typed }) = form.map_err(|rejection| refused(malformed(&rejection)))?;
    let hold: Uuid = secret.parse().map_err(|_| refused(Refusal::HoldUnknown.into()))?;
    let found = app.store.hold_or_booking(hold).await.map_err(|fault| refused(fault.into()))?;
    let held = found.map_err(|refusal| refused(refusal.into()))?.view;
    let state = app.store.office(&held.office).map_err(|refusal| refused(refusal.into()))?;
    let Ok(person) = typed.read(&words, &state.office.rules) else {
        return super::contact::form(&app, words, &secret, typed, true).await;
    };
    let is_mailed = app.settings.mail.is_some() && !person.email.is_empty();
    let fields = typed.fields();
    let fields = fields.iter().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]);
    let asked: Vec<&[u8]> =
        [b"confirm page".as_slice(), secret.as_bytes()].into_iter().chain(fields).collect();
    let request = app.store.request(Nonce(nonce), &asked);
    let confirmed = app.store.confirm(request, hold, person, app.now()).await;
    match confirmed.map_err(|fault| refused(fault.into()))? {
        Ok(view) if matches!(view.state, BookingState::Held { .. }) => {
            Ok(Redirect::to(&words.link(&format!("/b/{secret}"))).into_response())
        }
        Ok(view) => {
            let news = if is_mailed { News::BookedAndMailed } else { News::Booked };
            page(&app, words, &view, &state, news, None)
        }
        Err(refusal @ Refusal::HoldExpired { .. }) => {
            again::page(&app, words, &held, &state, &typed, again::Look::refused(&refusal))
        }
        Err(refusal) => Err(refused(refusal.into())),
    }
}

/// A form with the PIN.
#[derive(Deserialize)]
pub struct WithPin {
    pin: String,
    nonce: Uuid,
    start: Option<Timestamp>,
}

/// Whether the form can be shown again with this refusal beside the PIN or the time.
fn is_about_the_form(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::PinWrong { .. }
            | Refusal::PinLocked { .. }
            | Refusal::SlotTaken { .. }
            | Refusal::NotOffered
    )
}

/// `POST /b/{secret}/cancel`.
pub async fn cancel(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    form: Result<Form<WithPin>, FormRejection>,
) -> Result<Response, Refused> {
    let Form(form) = form.map_err(|rejection| Refused::new(&words, malformed(&rejection)))?;
    let (view, state, words) = find(&app, words, &secret).await?;
    let asked: [&[u8]; 3] = [b"cancel page", secret.as_bytes(), form.pin.as_bytes()];
    let request = app.store.request(Nonce(form.nonce), &asked);
    let cancelled = app.store.cancel(request, view.secret, form.pin, app.now()).await;
    match cancelled.map_err(|fault| Refused::new(&words, fault))? {
        Ok(_) => Ok(Redirect::to(&words.link(&format!("/b/{secret}"))).into_response()),
        Err(refusal) if is_about_the_form(&refusal) => {
            page(&app, words, &view, &state, News::Nothing, Some(&refusal))
        }
        Err(refusal) => Err(Refused::new(&words, refusal)),
    }
}

/// The question for the PIN before moving.
pub fn move_page(
    app: &App,
    words: Words,
    view: &BookingView,
    state: &OfficeState,
    start: Timestamp,
    fault: Option<&Refusal>,
) -> Result<Response, Refused> {
    let zone = state.office.time_zone;
    let value = start.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let path = format!("/b/{}/move", view.secret);
    let page = MovePage {
        frame: Frame::new(app, words, words.text("portal-move-title"), format!("{path}?start={value}")),
        before: foyer_text::day_and_time(words.language, zone, view.start),
        after: foyer_text::day_and_time(words.language, zone, start),
        action: words.link(&path),
        other: words.link(&path),
        start: value,
        nonce: Nonce::random().to_string(),
        pin_fault: fault.map(|refusal| say(&words, refusal, zone)),
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok(match fault {
        Some(refusal) => (ApiError::from(refusal.clone()).status(), html).into_response(),
        None => html.into_response(),
    })
}

/// `POST /b/{secret}/move`.
pub async fn move_to(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    form: Result<Form<WithPin>, FormRejection>,
) -> Result<Response, Refused> {
    let Form(form) = form.map_err(|rejection| Refused::new(&words, malformed(&rejection)))?;
    let (view, state, words) = find(&app, words, &secret).await?;
    let start = form.start.ok_or_else(|| Refused::new(&words, Refusal::NotOffered))?;
    let asked = start.to_rfc3339();
    let asked: [&[u8]; 4] = [b"move page", secret.as_bytes(), form.pin.as_bytes(), asked.as_bytes()];
    let request = app.store.request(Nonce(form.nonce), &asked);
    let order = MoveOrder { secret: view.secret, pin: form.pin, start };
    let moved: Result<_, StoreFault> = app.store.move_to(request, order, app.now()).await;
    match moved.map_err(|fault| Refused::new(&words, fault))? {
        Ok(_) => Ok(Redirect::to(&words.link(&format!("/b/{secret}?moved=1"))).into_response()),
        Err(refusal) if is_about_the_form(&refusal) => {
            move_page(&app, words, &view, &state, start, Some(&refusal))
        }
        Err(refusal) => Err(Refused::new(&words, refusal)),
    }
}

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
        interpreter: false,
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
