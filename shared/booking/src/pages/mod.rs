//! Pages for people: book, look at and change a booking, follow a ticket on the phone.
//!
//! Rendered here: forms carry what they need from step to step, and every page works without scripts. The phone page and
//! those where somebody chooses or has to hurry have a small one each.

pub mod admin;
mod again;
mod asked;
mod assets;
mod booking;
mod by_mail;
mod choose;
mod contact;
mod counter;
mod day;
mod elsewhere;
mod frame;
mod live;
mod month;
mod narrow;
mod new_time;
mod offices;
mod phone;
mod questions;
mod refused;
mod request;
mod service;
pub mod staff;
mod stops;
mod times;
mod typed;
mod wait;

pub use frame::Words;
pub use refused::{Refused, panicked};
pub(crate) use service::fees;
pub(crate) use typed::interpreting_said;

use crate::app::App;
use axum::Router;
use axum::routing::{get, post};

/// Nothing from elsewhere, no script or style in the page itself, no frame around it.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Everything for people.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(offices::show))
        .route("/{office}", get(choose::services))
        .route("/{office}/choice", get(choose::choice))
        .route("/{office}/questions", get(questions::first))
        .route("/{office}/questions/{question}", get(questions::further))
        .route("/{office}/times", get(times::choose))
        .route("/{office}/times/stream", get(live::follow))
        .route("/{office}/hold", post(times::hold))
        .route("/{office}/wait", get(wait::ask).post(wait::wait))
        .route("/{office}/request", get(request::ask).post(request::send))
        .route("/w/{secret}", get(asked::show))
        .route("/w/{secret}/pass", post(asked::pass))
        .route("/w/{secret}/leave", post(asked::leave))
        .route("/h/{hold}", get(contact::ask).post(contact::ask_again))
        .route("/h/{hold}/check", post(contact::check))
        .route("/h/{hold}/longer", post(contact::longer))
        .route("/h/{hold}/again", post(again::again))
        .route("/b/{secret}", get(booking::show).post(booking::confirm))
        .route("/b/{secret}/confirm/{token}", get(by_mail::ask).post(by_mail::confirm))
        .route("/b/{secret}/qr.png", get(booking::qr_png))
        .route("/b/{secret}/qr.svg", get(booking::qr_svg))
        .route("/b/{secret}/termin.ics", get(booking::calendar))
        .route("/b/{secret}/cancel", post(booking::cancel))
        .route("/b/{secret}/move/stream", get(live::follow_move))
        .route("/b/{secret}/move", get(times::choose_move).post(booking::move_to))
        .route("/b/{secret}/new-time/{offer}", get(new_time::show).post(new_time::accept))
        .route("/c/{secret}", get(counter::calendar))
        .route("/t/{secret}", get(phone::show))
        .route("/t/{secret}/stream", get(phone::follow))
        .route("/t/{secret}/give-up", post(phone::give_up))
        .route("/t/{secret}/late", post(phone::late))
        .route("/t/{secret}/seen", post(phone::seen))
        .route("/t/worker.js", get(assets::phone_worker))
        .route("/assets/{file}", get(assets::serve))
        .merge(staff::routes())
        .merge(admin::routes())
        .fallback(refused::nothing_here)
}
