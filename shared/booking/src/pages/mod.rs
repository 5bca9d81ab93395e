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
mod files;
mod frame;
mod instead;
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
mod steps;
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
use axum::extract::DefaultBodyLimit;
use axum::routing::get;

/// Nothing from elsewhere, no script or style in the page itself, no frame around it.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Whoever pastes a whole letter into a field is told which one, and loses nothing.
const FORM_LIMIT: usize = 512 * 1024;

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
        .route("/{office}/hold", get(steps::back).post(times::hold))
        .route("/{office}/wait", get(wait::ask).post(wait::wait))
        .route("/{office}/request", get(request::ask).post(request::send))
        .route("/w/{secret}", get(asked::show))
        .route("/w/{secret}/pass", get(steps::back).post(asked::pass))
        .route("/w/{secret}/leave", get(steps::back).post(asked::leave))
        .route("/h/{hold}", get(contact::ask).post(contact::ask_again))
        .route("/h/{hold}/check", get(steps::back).post(contact::check))
        .route("/h/{hold}/longer", get(steps::back).post(contact::longer))
        .route("/h/{hold}/again", get(steps::back).post(again::again))
        .route("/b/{secret}", get(booking::show).post(booking::confirm))
        .route("/b/{secret}/confirm/{token}", get(by_mail::ask).post(by_mail::confirm))
        .route("/b/{secret}/qr.png", get(files::qr_png))
        .route("/b/{secret}/qr.svg", get(files::qr_svg))
        .route("/b/{secret}/termin.ics", get(files::calendar))
        .route("/b/{secret}/cancel", get(steps::cancel).post(booking::cancel))
        .route("/b/{secret}/move/stream", get(live::follow_move))
        .route("/b/{secret}/move", get(booking::ask_move).post(booking::move_to))
        .route("/b/{secret}/new-time/{offer}", get(new_time::show).post(new_time::accept))
        .route("/c/{secret}", get(counter::calendar))
        .route("/t/{secret}", get(phone::show))
        .route("/t/{secret}/stream", get(phone::follow))
        .route("/t/{secret}/give-up", get(steps::back).post(phone::give_up))
        .route("/t/{secret}/late", get(steps::back).post(phone::late))
        .route("/t/{secret}/seen", get(steps::back).post(phone::seen))
        .route("/t/worker.js", get(assets::phone_worker))
        .route("/assets/{file}", get(assets::serve))
        .merge(staff::routes())
        .merge(admin::routes())
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .method_not_allowed_fallback(refused::wrong_method)
        .fallback(refused::nothing_here)
}
