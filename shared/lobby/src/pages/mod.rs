//! The pages of staff: signing in, counters, the desk, devices, staff, notices. Rendered here, whole, and of use
//! without script; the desk's own script adds push and keys.

mod assets;
mod counters;
mod desk;
mod devices;
mod display;
mod error;
mod frame;
pub(crate) mod guard;
mod house;
mod invitation;
mod notices;
mod reception;
mod sign_in;
mod signed_in;
mod staff;
mod statistics;
mod told;
mod troubles;
mod words;

use crate::lobby::Lobby;
use askama::Template;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::HeaderMap;
use axum::middleware::from_fn;
use axum::response::{Html, Redirect};
use axum::routing::{get, post};
use error::PageError;
use frame::{Frame, Page};
use words::Words;

/// The header of a press that a page's script sends: it wants the part that has changed and no page.
const PART: &str = "foyer-part";

/// The largest form is a name and a password; this is some sixty times as much.
const LARGEST_FORM: usize = 16 * 1024;

/// All pages, with their styles and script.
pub fn router(lobby: Lobby) -> Router {
    let pages = Router::new()
        .route("/", get(async || Redirect::to("/desk")))
        .route("/sign-in", get(sign_in::show).post(sign_in::enter))
        .route("/sign-out", post(sign_in::leave))
        .route("/language", post(sign_in::speak))
        .route("/invitation/{secret}", get(invitation::show).post(invitation::accept))
        .route("/desk", get(counters::show).post(counters::take))
        .route("/desk/{counter}", get(desk::show).post(desk::press))
        .route("/desk/{counter}/search", post(desk::search))
        .route("/desk/{counter}/sheet", get(desk::sheet))
        .route("/desk/{counter}/stream", get(desk::stream))
        .route("/room", get(reception::show).post(reception::press))
        // Whoever comes back to the address of a form's answer sees the room, or is asked to sign on.
        .route("/room/house", get(async || Redirect::to("/room")).post(reception::press_house))
        .route("/room/search", get(async || Redirect::to("/room")).post(reception::search))
        .route("/room/stream", get(reception::stream))
        .route("/devices", get(devices::show).post(devices::make_code))
        .route("/devices/revocations", post(devices::revoke))
        .route("/display", get(display::show).post(display::enter))
        .route("/display/settings", get(display::settings).post(display::keep))
        .route("/display/words", get(display::words))
        .route("/display/sound", post(display::sound))
        .route("/staff", get(staff::show).post(staff::invite))
        .route("/staff/removals", post(staff::remove))
        .route("/statistics", get(statistics::show))
        .route("/notices", get(notices::show).post(notices::dismiss))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(from_fn(guard::own_origin_only))
        .layer(from_fn(guard::fresh))
        .with_state(lobby);
    pages.merge(assets::router()).layer(from_fn(guard::confined))
}

/// The beginning of every page for whoever asks.
fn page(lobby: &Lobby, headers: &HeaderMap, title: &str, path: &str) -> Page {
    let state = lobby.state();
    let words = Words::of(headers, state.office());
    let frame = Frame {
        title: words.text(title),
        office: state.office().map_or_else(|| "Foyer".to_owned(), |office| office.name.clone()),
        person: None,
        demo_clock: lobby.clock().is_demo(),
        path: path.to_owned(),
        says: Vec::new(),
    };
    Page { words, frame }
}

/// Whether a page's script asks, which puts the answer into the page that is there.
fn wants_part(headers: &HeaderMap) -> bool {
    headers.contains_key(PART)
}

fn html(template: &impl Template) -> Result<Html<String>, PageError> {
    Ok(Html(template.render()?))
}
