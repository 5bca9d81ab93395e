//! Pages for those who work with bookings: at the telephone, at reception, in the administration.
//!
//! German and English. Whoever is not signed on is led to the form; forms count only from our own pages.

mod blocked;
mod book;
mod booking;
mod change;
mod closing;
mod day;
pub(super) mod form;
pub(super) mod frame;
mod free;
mod group;
mod lanes;
mod letters;
mod menu;
mod paper;
pub(super) mod people;
mod reason;
mod reopen;
mod requests;
mod series;
mod sign_in;
pub(super) mod signed_in;
mod statistics;
mod together;
mod who;

use crate::app::App;
use axum::Router;
use axum::extract::Request;
use axum::http::Method;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{get, post};
use foyer_access::guard;

/// The name of the cookie that carries a session.
pub const SESSION_COOKIE: &str = "foyer_staff";

/// Everything for staff, under `/staff`.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/staff", get(day::first))
        .route("/staff/sign-in", get(sign_in::show).post(sign_in::enter))
        .route("/staff/sign-out", post(sign_in::leave))
        .route("/staff/invitation/{secret}", get(sign_in::invitation).post(sign_in::accept))
        .route("/staff/people", get(people::show).post(people::invite))
        .route("/staff/people/roles", post(people::change))
        .route("/staff/people/links", post(people::renew))
        .route("/staff/people/removals", post(people::remove))
        .route("/staff/offices/{office}", get(day::show))
        .route("/staff/offices/{office}/close", get(closing::ask).post(closing::close))
        .route("/staff/closings/{closing}", get(closing::show))
        .route("/staff/closings/{closing}/accept", post(closing::accept))
        .route("/staff/closings/{closing}/reopen", get(reopen::ask).post(reopen::reopen))
        .route("/staff/offices/{office}/find", get(day::find))
        .route("/staff/offices/{office}/lanes", get(lanes::show))
        .route("/staff/offices/{office}/sheet", get(lanes::sheet))
        .route("/staff/offices/{office}/series", get(series::show).post(series::book))
        .route("/staff/offices/{office}/group", get(group::show).post(group::book))
        .route("/staff/together/{together}", get(together::show))
        .route("/staff/together/{together}/cancel", post(together::cancel))
        .route("/staff/together/{together}/letter", post(together::letter))
        .route("/staff/offices/{office}/requests", get(requests::show).post(requests::answer))
        .route("/staff/statistics", get(statistics::show))
        .route("/staff/statistics.csv", get(statistics::csv))
        .route("/staff/statistics.xlsx", get(statistics::xlsx))
        .route("/staff/letters", get(letters::show).post(letters::press))
        .route("/staff/offices/{office}/book", get(book::show).post(book::book))
        .route("/staff/bookings/{booking}", get(booking::show))
        .route("/staff/blocked", get(blocked::show).post(blocked::lift))
        .route("/staff/bookings/{booking}/block", post(blocked::block))
        .route("/staff/bookings/{booking}/unblock", post(blocked::unblock))
        .route("/staff/bookings/{booking}/cancel", post(change::cancel))
        .route("/staff/bookings/{booking}/contact", post(change::correct))
        .route("/staff/bookings/{booking}/letter", post(paper::write))
        .route("/staff/bookings/{booking}/move", get(change::choose).post(change::move_to))
        .route("/staff/bookings/{booking}/note", post(change::note))
        .route("/staff/bookings/{booking}/rung", post(change::rung))
        .layer(from_fn(own_pages_only))
        .layer(from_fn(frame::say_refusals))
}

/// The session's cookie is `SameSite=Strict` as well; this also covers other programs on another port of the host.
pub(super) async fn own_pages_only(request: Request, next: Next) -> Result<Response, frame::Refused> {
    let reads = [Method::GET, Method::HEAD].contains(request.method());
    let authority = request.uri().authority().map(|authority| authority.as_str().to_owned());
    if reads || guard::is_own(request.headers(), authority.as_deref()) {
        return Ok(next.run(request).await);
    }
    Err(frame::Refused::OtherOrigin)
}
