//! Hold, confirm, look at, cancel, move.

use super::document::{CancelRefused, ConfirmRefused, ExtendRefused, HoldRefused, MoveRefused, ViewRefused};
use super::request::{Body, Named, change};
use crate::app::App;
use crate::calendar::Asker;
use crate::contact::{self, Given};
use crate::error::ApiError;
use crate::online;
use crate::refusal::Refusal;
use crate::store::{HoldOrder, MoveOrder};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use foyer_domain::booking::BookingState;
use foyer_domain::id::OfficeId;
use foyer_domain::visit::Wishes;
use foyer_protocol::booking::{BookingView, CancelRequest, ConfirmRequest, Hold, HoldRequest, MoveRequest};
use uuid::Uuid;

/// Keep a time while the form is open.
#[utoipa::path(
    post,
    path = "/offices/{office}/holds",
    operation_id = "hold",
    tag = "book",
    params(
        ("office" = OfficeId, Path, description = "The office’s id", example = "musterstadt"),
        ("idempotency-key" = Uuid, Header, description = "A new UUID; the same one again for the same request")
    ),
    request_body(content = HoldRequest, example = json!({
        "services": [{ "service": "reisepass", "quantity": 1 }], "start": "2026-11-23T07:00:00Z"
    })),
    responses((status = 200, description = "The time is held", body = Hold, links(
        ("confirm" = (operation_id = "confirm", parameters(("hold" = "$response.body#/hold")))), ("extend" = (operation_id = "extend", parameters(("hold" = "$response.body#/hold"))))
    )), HoldRefused)
)]
pub async fn hold(
    State(app): State<App>,
    Named(office): Named,
    headers: HeaderMap,
    body: Body<HoldRequest>,
) -> Result<Json<Hold>, ApiError> {
    let request = change(&app, &headers, &["hold", &office], &body)?;
    let HoldRequest { services, start } = body.value;
    let office = OfficeId(office);
    online::bookable(&app.store.office(&office)?.office, &services)?;
    let order = HoldOrder { office, services, start, asker: Asker::Public };
    Ok(Json(app.store.hold(request, order, app.now()).await??))
}

/// Make a held time certain. The answer alone carries the PIN.
#[utoipa::path(
    post,
    path = "/holds/{hold}/confirm",
    operation_id = "confirm",
    tag = "book",
    params(
        ("hold" = Uuid, Path, description = "The hold’s secret name"),
        ("idempotency-key" = Uuid, Header, description = "A new UUID; the same one again for the same request")
    ),
    request_body(content = ConfirmRequest, example = json!({
        "name": "Erika Mustermann", "email": "erika@example.org", "language": "de"
    })),
    responses((status = 200, description = "It is booked", body = BookingView, links(
        ("booking" = (operation_id = "booking", parameters(("secret" = "$response.body#/secret"))))
    )), ConfirmRefused)
)]
pub async fn confirm(
    State(app): State<App>,
    Named(hold): Named,
    headers: HeaderMap,
    body: Body<ConfirmRequest>,
) -> Result<Json<BookingView>, ApiError> {
    let request = change(&app, &headers, &["confirm", &hold], &body)?;
    let hold: Uuid = hold.parse().map_err(|_| Refusal::HoldUnknown)?;
    let asked = body.value;
    let person = contact::read(&Given {
        name: &asked.name,
        email: &asked.email,
        phone: &asked.phone,
        language: &asked.language,
        persons: asked.persons,
        wishes: Wishes { interpreter: asked.interpreter || asked.wishes.interpreter, ..asked.wishes },
        interpreter_language: asked.interpreter_language.as_deref(),
        interpreter_way: asked.interpreter_way,
    })?;
    Ok(Json(app.store.confirm(request, hold, person, app.now()).await??))
}

/// Hold a time once more as long as at first, ten times at most; asked again at once, nothing changes.
#[utoipa::path(
    post,
    path = "/holds/{hold}/extend",
    operation_id = "extend",
    tag = "book",
    params(
        ("hold" = Uuid, Path, description = "The hold’s secret name")
    ),
    responses((status = 200, description = "It is held longer", body = Hold), ExtendRefused)
)]
pub async fn extend(State(app): State<App>, Named(hold): Named) -> Result<Json<Hold>, ApiError> {
    let secret: Uuid = hold.parse().map_err(|_| Refusal::HoldUnknown)?;
    app.store.extend(secret, app.now()).await??;
    let view = app.store.hold_or_booking(secret).await??.view;
    match view.state {
        BookingState::Held { until } => {
            Ok(Json(Hold { hold: secret, start: view.start, minutes: view.minutes, until }))
        }
        BookingState::Confirmed | BookingState::Cancelled => Err(Refusal::HoldUnknown.into()),
    }
}

fn secret(text: &str) -> Result<Uuid, Refusal> {
    text.parse().map_err(|_| Refusal::BookingUnknown)
}

/// Look at a booking.
#[utoipa::path(
    get,
    path = "/bookings/{secret}",
    operation_id = "booking",
    tag = "book",
    params(
        ("secret" = Uuid, Path, description = "The booking’s secret name")
    ),
    responses((status = 200, description = "As its owner sees it", body = BookingView), ViewRefused)
)]
pub async fn view(State(app): State<App>, Named(text): Named) -> Result<Json<BookingView>, ApiError> {
    Ok(Json(app.store.booking(secret(&text)?).await??.view))
}

/// Give a booking up.
#[utoipa::path(
    post,
    path = "/bookings/{secret}/cancel",
    operation_id = "cancel",
    tag = "book",
    params(
        ("secret" = Uuid, Path, description = "The booking’s secret name"),
        ("idempotency-key" = Uuid, Header, description = "A new UUID; the same one again for the same request")
    ),
    request_body(content = CancelRequest, example = json!({ "pin": "123456" })),
    responses((status = 200, description = "It is cancelled", body = BookingView), CancelRefused)
)]
pub async fn cancel(
    State(app): State<App>,
    Named(text): Named,
    headers: HeaderMap,
    body: Body<CancelRequest>,
) -> Result<Json<BookingView>, ApiError> {
    let request = change(&app, &headers, &["cancel", &text], &body)?;
    Ok(Json(app.store.cancel(request, secret(&text)?, body.value.pin, app.now()).await??))
}

/// Move a booking; the old time stands until the new one is certain.
#[utoipa::path(
    post,
    path = "/bookings/{secret}/move",
    operation_id = "move",
    tag = "book",
    params(
        ("secret" = Uuid, Path, description = "The booking’s secret name"),
        ("idempotency-key" = Uuid, Header, description = "A new UUID; the same one again for the same request")
    ),
    request_body(content = MoveRequest, example = json!({ "pin": "123456", "start": "2026-11-23T08:00:00Z" })),
    responses((status = 200, description = "It is moved", body = BookingView), MoveRefused)
)]
pub async fn move_to(
    State(app): State<App>,
    Named(text): Named,
    headers: HeaderMap,
    body: Body<MoveRequest>,
) -> Result<Json<BookingView>, ApiError> {
    let request = change(&app, &headers, &["move", &text], &body)?;
    let MoveRequest { pin, start } = body.value;
    let order = MoveOrder { secret: secret(&text)?, pin, start };
    Ok(Json(app.store.move_to(request, order, app.now()).await??))
}
