//! Pages for people: book, look at and change a booking, follow a ticket on the phone.
//!
//! Rendered here, without scripts: forms carry what they need from step to step. The phone page alone has a small
//! script, and works by reloading without it.

mod assets;
mod booking;
mod choose;
mod contact;
mod frame;
mod month;
mod phone;
mod refused;
mod times;

pub use refused::panicked;

use crate::app::App;
use axum::Router;
use axum::routing::{get, post};

/// Nothing from elsewhere, no script or style in the page itself, no frame around it.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Everything for people.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(choose::offices))
        .route("/{office}", get(choose::services))
        .route("/{office}/times", get(times::choose))
        .route("/{office}/hold", post(times::hold))
        .route("/h/{hold}", get(contact::ask).post(contact::ask_again))
        .route("/h/{hold}/check", post(contact::check))
        .route("/b/{secret}", get(booking::show).post(booking::confirm))
        .route("/b/{secret}/qr.png", get(booking::qr_png))
        .route("/b/{secret}/qr.svg", get(booking::qr_svg))
        .route("/b/{secret}/cancel", post(booking::cancel))
        .route("/b/{secret}/move", get(times::choose_move).post(booking::move_to))
        .route("/t/{secret}", get(phone::show))
        .route("/t/{secret}/stream", get(phone::follow))
        .route("/t/{secret}/give-up", post(phone::give_up))
        .route("/t/{secret}/late", post(phone::late))
        .route("/t/{secret}/seen", post(phone::seen))
        .route("/t/worker.js", get(assets::phone_worker))
        .route("/assets/{file}", get(assets::serve))
        .fallback(refused::nothing_here)
}
