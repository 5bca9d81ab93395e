//! The whole room at a glance, for reception and supervisors: all counters, all who wait, who is expected; checked in
//! by hand, found by any word or by the booking's short code.

mod found;
mod house;
mod press;
mod print;
mod search;
mod stream;
mod view;

#[cfg(test)]
mod tests;

pub(super) use house::press as press_house;
pub(super) use press::press;
pub(super) use search::search;
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
use found::Found;
use foyer_domain::id::VisitId;
use house::House;
use serde::Deserialize;
use view::Reception;

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
    found: Vec<Found>,
}

/// What a press or the stream puts in the place of the old one.
#[derive(Template)]
#[template(path = "reception_part.html")]
struct ReceptionPart<'a> {
    words: Words,
    desk: &'a Reception,
    says: &'a [Sentence],
}

/// `?visit=17` opens what can be done with somebody, `?booking=…` how a booking is checked in.
#[derive(Deserialize)]
pub(super) struct Looking {
    visit: Option<u64>,
    booking: Option<String>,
}

/// `GET /room`.
pub(super) async fn show(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Query(looking): Query<Looking>,
) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Supervisor, "desk-room-title")?;
    let words = signed.page.words;
    let desk = room(&lobby, &words, looking.visit.map(VisitId));
    let found = looking.booking.as_deref().and_then(|booking| of_booking(&lobby, booking, &words));
    page(signed, desk, String::new(), found.into_iter().collect(), None)
}

/// A booking by its id, as it is now.
fn of_booking(lobby: &Lobby, booking: &str, words: &Words) -> Option<Found> {
    let state = lobby.state();
    Some(Found::of(&state, state.booking(booking.parse().ok()?)?, words))
}

/// The room as it is now.
fn room(lobby: &Lobby, words: &Words, chosen: Option<VisitId>) -> Reception {
    let (published, people) = (lobby.published(), lobby.staff().names());
    let told = lobby.board().told();
    let mut room = Reception::of(&published, &people, &told, lobby.clock().now(), words, chosen);
    room.house = House::of(lobby, words);
    room.with_kiosks(print::kiosks(lobby))
}

fn page(
    signed: SignedIn,
    desk: Reception,
    code: String,
    found: Vec<Found>,
    sentence: Option<Sentence>,
) -> Result<Response, PageError> {
    let words = signed.page.words;
    let frame = signed.page.frame.saying(sentence);
    Ok(html(&ReceptionPage { words, frame, desk, code, found })?.into_response())
}

fn part(words: Words, desk: &Reception, says: &[Sentence]) -> Result<String, PageError> {
    Ok(ReceptionPart { words, desk, says }.render()?)
}
