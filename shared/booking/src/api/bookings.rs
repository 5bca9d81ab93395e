//! Hold, confirm, look at, cancel, move.

use super::request::{Body, change};
use crate::app::App;
use crate::contact;
use crate::error::ApiError;
use crate::refusal::Refusal;
use crate::store::{Contact, HoldOrder, MoveOrder};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use foyer_domain::id::OfficeId;
use foyer_protocol::booking::{BookingView, CancelRequest, ConfirmRequest, Hold, HoldRequest, MoveRequest};
use uuid::Uuid;

/// `POST /offices/{office}/holds`.
pub async fn hold(
    State(app): State<App>,
    Path(office): Path<String>,
    headers: HeaderMap,
    body: Body<HoldRequest>,
) -> Result<Json<Hold>, ApiError> {
    let request = change(&app, &headers, &["hold", &office], &body)?;
    let HoldRequest { services, start } = body.value;
    let order = HoldOrder { office: OfficeId(office), services, start };
    Ok(Json(app.store.hold(request, order, app.now()).await??))
}

/// `POST /holds/{hold}/confirm`.
pub async fn confirm(
    State(app): State<App>,
    Path(hold): Path<String>,
    headers: HeaderMap,
    body: Body<ConfirmRequest>,
) -> Result<Json<BookingView>, ApiError> {
    let request = change(&app, &headers, &["confirm", &hold], &body)?;
    let hold: Uuid = hold.parse().map_err(|_| Refusal::HoldUnknown)?;
    let ConfirmRequest { name, email, language, interpreter } = body.value;
    let contact = Contact { interpreter, ..contact::read(&name, &email, &language)? };
    Ok(Json(app.store.confirm(request, hold, contact, app.now()).await??))
}

fn secret(text: &str) -> Result<Uuid, Refusal> {
    text.parse().map_err(|_| Refusal::BookingUnknown)
}

/// `GET /bookings/{secret}`.
pub async fn view(State(app): State<App>, Path(text): Path<String>) -> Result<Json<BookingView>, ApiError> {
    Ok(Json(app.store.booking(secret(&text)?).await??.view))
}

/// `POST /bookings/{secret}/cancel`.
pub async fn cancel(
    State(app): State<App>,
    Path(text): Path<String>,
    headers: HeaderMap,
    body: Body<CancelRequest>,
) -> Result<Json<BookingView>, ApiError> {
    let request = change(&app, &headers, &["cancel", &text], &body)?;
    Ok(Json(app.store.cancel(request, secret(&text)?, body.value.pin, app.now()).await??))
}

/// `POST /bookings/{secret}/move`.
pub async fn move_to(
    State(app): State<App>,
    Path(text): Path<String>,
    headers: HeaderMap,
    body: Body<MoveRequest>,
) -> Result<Json<BookingView>, ApiError> {
    let request = change(&app, &headers, &["move", &text], &body)?;
    let MoveRequest { pin, start } = body.value;
    let order = MoveOrder { secret: secret(&text)?, pin, start };
    Ok(Json(app.store.move_to(request, order, app.now()).await??))
}
