//! The whole room at a glance, for reception and supervisors: all counters, all who wait, who is expected; checked in
//! by hand, found by any word or by the booking's short code.

mod house;
mod press;
mod stream;
mod view;

#[cfg(test)]
mod tests;

pub(super) use house::press as press_house;
pub(super) use press::press;
pub(super) use stream::stream;

use super::error::PageError;
use super::frame::{Frame, Sentence};
use super::signed_in::SignedIn;
use super::words::Words;
use super::{assets, html};
use crate::lobby::Lobby;
use crate::staff::Role;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use foyer_domain::id::VisitId;
use foyer_domain::short_code::ShortCode;
use house::House;
use serde::Deserialize;
use view::{Found, Reception};

/// Where it is.
const PATH: &str = "/room";

/// The whole page.
#[derive(Template)]
#[template(path = "reception.html")]
struct ReceptionPage {
    words: Words,
    frame: Frame,
    desk: Reception,
    code: String,
    found: Option<Found>,
}

/// What a press or the stream puts in the place of the old one.
#[derive(Template)]
#[template(path = "reception_part.html")]
struct ReceptionPart<'a> {
    words: Words,
    desk: &'a Reception,
    says: &'a [Sentence],
}

/// `?visit=17` opens what can be done with somebody, `?code=K7M4-3PXR` looks for a booking.
#[derive(Deserialize)]
pub(super) struct Looking {
    visit: Option<u64>,
    #[serde(default)]
    code: String,
}

/// `GET /room`.
pub(super) async fn show(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Query(looking): Query<Looking>,
) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Supervisor, "desk-room-title")?;
    let words = signed.page.words;
    let (published, code) = (lobby.published(), looking.code.trim().to_owned());
    let parsed = ShortCode::parse(&code).ok();
    let booking = parsed.as_ref().and_then(|code| published.beside.booking(code));
    let booking = booking.and_then(|booking| published.state.booking(booking));
    let found = booking.map(|booking| Found::of(&published.state, booking, &words));
    let missing = (!code.is_empty() && found.is_none()).then(|| {
        let text = if parsed.is_some() { "desk-room-code-unknown" } else { "desk-room-code-wrong" };
        Sentence::look(words.text(text))
    });
    let desk = room(&lobby, &words, looking.visit.map(VisitId));
    page(signed, desk, code, found, missing)
}

/// The room as it is now.
fn room(lobby: &Lobby, words: &Words, chosen: Option<VisitId>) -> Reception {
    let (published, people) = (lobby.published(), lobby.staff().names());
    let mut room =
        Reception::of(&published, &people, &lobby.board().told(), lobby.clock().now(), words, chosen);
    room.house = House::of(lobby, words);
    room
}

fn page(
    signed: SignedIn,
    desk: Reception,
    code: String,
    found: Option<Found>,
    sentence: Option<Sentence>,
) -> Result<Response, PageError> {
    let words = signed.page.words;
    let frame = signed.page.frame.saying(sentence);
    Ok(html(&ReceptionPage { words, frame, desk, code, found })?.into_response())
}

fn part(words: Words, desk: &Reception, says: &[Sentence]) -> Result<String, PageError> {
    Ok(ReceptionPart { words, desk, says }.render()?)
}
