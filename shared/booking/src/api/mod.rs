//! The programs' interface, under `/api/v1`, and `/health`. Shapes are in `foyer_protocol::{booking, feed}`.

mod bookings;
mod feed;
pub use feed::HEARTBEAT;
mod lobbies;
mod offices;
pub mod request;

use crate::app::App;
use crate::error::{ApiError, RequestFault};
use axum::extract::{DefaultBodyLimit, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use foyer_protocol::lobby::Health;

/// The most that anybody needs to send.
pub const BODY_LIMIT: usize = 64 * 1024;
/// A lobby that was cut off for a day tells a lot at once.
const REPORTS_LIMIT: usize = 1024 * 1024;

/// Everything for programs.
pub fn routes() -> Router<App> {
    let v1 = Router::new()
        .route("/offices", get(offices::list))
        .route("/offices/{office}/free-times", get(offices::free_times))
        .route("/offices/{office}/holds", post(bookings::hold))
        .route("/holds/{hold}/confirm", post(bookings::confirm))
        .route("/bookings/{secret}", get(bookings::view))
        .route("/bookings/{secret}/cancel", post(bookings::cancel))
        .route("/bookings/{secret}/move", post(bookings::move_to))
        .route("/lobbies", post(lobbies::link))
        .route("/feed", get(feed::follow))
        .route("/reports", post(lobbies::report).layer(DefaultBodyLimit::max(REPORTS_LIMIT)))
        .route("/positions", post(lobbies::positions).layer(DefaultBodyLimit::max(REPORTS_LIMIT)))
        .fallback(nothing_here)
        .method_not_allowed_fallback(wrong_method);
    Router::new().nest("/api/v1", v1).route("/health", get(health).fallback(wrong_method))
}

async fn nothing_here() -> ApiError {
    RequestFault::NothingHere.into()
}

async fn wrong_method() -> ApiError {
    RequestFault::WrongMethod.into()
}

async fn health(State(app): State<App>) -> Json<Health> {
    Json(Health {
        program: "foyer-booking".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        now: app.now(),
        demo_clock: app.clock.is_demo(),
        ready: app.store.is_ready(),
    })
}
