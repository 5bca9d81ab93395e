//! The programs' interface, under `/api/v1`, and `/health`. Shapes are in `foyer_protocol::{booking, changes, feed}`.

mod bookings;
mod changes;
mod document;
mod feed;
mod lobbies;
mod offices;
pub mod request;
mod statistics;
mod stream;
pub use stream::HEARTBEAT;

use crate::app::App;
use crate::error::{ApiError, RequestFault};
use crate::mail::outbox::Failing;
use crate::rights::Right;
use axum::extract::{ConnectInfo, DefaultBodyLimit, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use document::{AskedRefused, Base, MetricsRefused};
use foyer_protocol::lobby::Health;
use serde::Serialize;
use std::net::SocketAddr;
use utoipa::{OpenApi, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The most that anybody needs to send.
pub const BODY_LIMIT: usize = 64 * 1024;
/// A lobby that was cut off for a day tells a lot at once.
const REPORTS_LIMIT: usize = 1024 * 1024;

/// Everything for programs.
pub fn routes() -> Router<App> {
    let (v1, _) = v1().split_for_parts();
    let v1 = v1.fallback(nothing_here).method_not_allowed_fallback(wrong_method);
    let (server, _) = server().split_for_parts();
    // Another version is none that we have.
    let other = Router::new().fallback(nothing_here);
    let server = server.method_not_allowed_fallback(wrong_method);
    Router::new().nest("/api/v1", v1).nest("/api", other).merge(server)
}

/// The routes with their document.
fn described() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Base::openapi()).nest("/api/v1", v1()).merge(server())
}

fn v1() -> OpenApiRouter<App> {
    let limit = DefaultBodyLimit::max(REPORTS_LIMIT);
    OpenApiRouter::new()
        .routes(routes!(offices::list))
        .routes(routes!(offices::free_times))
        .routes(routes!(bookings::hold))
        .routes(routes!(bookings::confirm))
        .routes(routes!(bookings::extend))
        .routes(routes!(bookings::view))
        .routes(routes!(bookings::cancel))
        .routes(routes!(bookings::move_to))
        .routes(routes!(lobbies::link))
        .routes(routes!(feed::follow))
        .routes(routes!(changes::list))
        .routes(routes!(changes::follow))
        .routes(routes!(statistics::statistics))
        .merge(
            OpenApiRouter::new()
                .routes(routes!(lobbies::report))
                .routes(routes!(lobbies::positions))
                .layer(limit),
        )
}

fn server() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(health)).routes(routes!(metrics)).routes(routes!(document::document))
}

/// What a Prometheus asks for, from this machine or with a token that has the right `metrics`.
#[utoipa::path(
    get,
    path = "/metrics",
    operation_id = "metrics",
    tag = "server",
    responses(
        (status = 200, description = "OpenMetrics 1.0", body = String, content_type = "application/openmetrics-text"),
        MetricsRefused
    ),
    security((), ("token" = []))
)]
async fn metrics(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    if !app.pace.is_from_here(peer.ip(), &headers) {
        request::program(&app, &headers, Right::Metrics).await?;
    }
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(([(header::CONTENT_TYPE, kind)], app.metrics.text(&app).await).into_response())
}

async fn nothing_here() -> ApiError {
    RequestFault::NothingHere.into()
}

async fn wrong_method() -> ApiError {
    RequestFault::WrongMethod.into()
}

/// What every server says, and how mails go.
#[derive(Serialize, ToSchema)]
struct BookingHealth {
    #[serde(flatten)]
    health: Health,
    /// None where no mails are sent.
    mail: Option<MailHealth>,
}

#[derive(Serialize, ToSchema)]
struct MailHealth {
    /// Due and not sent; none while the database does not answer.
    waiting: Option<u64>,
    /// Given up; see `foyer-booking mail list`.
    dead: Option<u64>,
    /// Since when none goes out, and why.
    failing: Option<Failing>,
}

/// Whether the server can do its work.
#[utoipa::path(
    get,
    path = "/health",
    operation_id = "health",
    tag = "server",
    responses((status = 200, description = "It answers; `ready` says whether it can store", body = BookingHealth), AskedRefused)
)]
async fn health(State(app): State<App>) -> Json<BookingHealth> {
    let health = Health {
        program: "foyer-booking".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        now: app.now(),
        demo_clock: app.clock.is_demo(),
        ready: app.store.is_ready(),
    };
    let mail = match &app.settings.mail {
        Some(_) => {
            let counts = app.store.letter_counts(app.now()).await.ok();
            let (waiting, dead) = (counts.map(|counts| counts.waiting), counts.map(|counts| counts.dead));
            Some(MailHealth { waiting, dead, failing: app.mail_failing.borrow().clone() })
        }
        None => None,
    };
    Json(BookingHealth { health, mail })
}
