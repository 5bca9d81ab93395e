//! The clerk's desk: one page a counter, pushed, and one form a press.

mod choices;
mod lines;
mod press;
mod remark;
mod room;
mod search;
mod sentences;
mod sheet;
mod stream;
mod view;
mod visit;
mod waiting;

#[cfg(test)]
mod tests;

pub(super) use choices::{Choices, Chosen, read_service, read_transfer};
pub(super) use lines::{Parked, Row, absent, around, parked, row};
pub(super) use press::{missing, named_visit, press};
pub(super) use room::{Around, People};
pub(super) use search::search;
pub(super) use sentences::{Names, sentence, word};
pub(super) use sheet::sheet;
pub(super) use stream::stream;
pub(super) use view::{hidden, hidden_fields, path};
pub(super) use visit::{numbers, what};

use super::error::PageError;
use super::frame::{Frame, Sentence};
use super::house;
use super::signed_in::SignedIn;
use super::troubles;
use super::words::Words;
use super::{assets, html};
use crate::lobby::Lobby;
use crate::persons::joined_notes;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::engine::QueueState;
use foyer_domain::id::{CounterId, VisitId};
use room::Room;
use serde::Deserialize;
use view::{Desk, Open};

/// The whole page.
#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    words: Words,
    frame: Frame,
    desk: Desk,
}

/// What a press or the stream puts in the place of the old `#desk`.
#[derive(Template)]
#[template(path = "desk_part.html")]
struct DeskPart<'a> {
    words: Words,
    desk: &'a Desk,
    says: &'a [Sentence],
}

/// What a browser without script opens: `?ask=next` the question whether the visit in service is done, `?ask=leave`
/// what becomes of whom before the clerk goes, `?visit=17` what can be done with somebody who waits.
#[derive(Deserialize)]
pub(super) struct Asking {
    #[serde(default)]
    ask: String,
    visit: Option<u64>,
}

impl Asking {
    fn open(&self) -> Open {
        match (self.ask.as_str(), self.visit) {
            ("next", _) => Open::Question,
            ("leave", _) => Open::Leaving,
            (_, Some(visit)) => Open::Line(VisitId(visit)),
            _ => Open::Nothing,
        }
    }
}

/// `GET /desk/{counter}`.
pub(super) async fn show(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Path(counter): Path<CounterId>,
    Query(asking): Query<Asking>,
) -> Result<Response, PageError> {
    match own_desk(&lobby, &signed, &counter, asking.open()) {
        Own::Desk(desk) => Ok(page(signed, *desk, None)?.into_response()),
        Own::SomebodyElses => Ok(Redirect::to("/desk?left=yes").into_response()),
        Own::Unknown => Err(PageError::NotFound(Box::new(signed.page))),
    }
}

/// What a counter is to whoever asks.
enum Own {
    /// Their own: this is its desk.
    Desk(Box<Desk>),
    /// Free, or somebody else's.
    SomebodyElses,
    /// The office has no such counter.
    Unknown,
}

/// Whether a counter of the office is free, or somebody else's.
fn is_somebody_elses(state: &QueueState, counter: &CounterId, signed: &SignedIn) -> bool {
    let staff = state.counter(counter).map(|open| &open.staff);
    state.skills(counter).is_some() && staff != Some(&signed.person.id)
}

/// The desk of a counter that this person has opened.
fn own_desk(lobby: &Lobby, signed: &SignedIn, counter: &CounterId, open: Open) -> Own {
    let (published, people) = (lobby.published(), lobby.staff().names());
    if is_somebody_elses(&published.state, counter, signed) {
        return Own::SomebodyElses;
    }
    let Some(room) = Room::of(&published, counter, &people, lobby.board().told(), lobby.clock().now()) else {
        return Own::Unknown;
    };
    let words = &signed.page.words;
    let at = room.visit.map(|visit| visit.id);
    let (name, note) = (at.and_then(|visit| lobby.name_of(visit)), at.and_then(|visit| lobby.note_of(visit)));
    let joined = at.map(|visit| joined_notes(&published.state, visit, |part| lobby.note_of(part)));
    let mut desk = Desk::of(&room, words, open).knowing(name, note);
    desk.joined_notes = joined.unwrap_or_default();
    desk.note_lines(words, |visit| lobby.note_of(visit));
    desk.house = house::lines(&published.state, words);
    let areas = room.areas_of_calls();
    desk.house.extend(troubles::of_calls(&lobby.troubles().now(), &areas, room.around.now, words));
    Own::Desk(Box::new(desk))
}

fn page(signed: SignedIn, desk: Desk, sentence: Option<Sentence>) -> Result<impl IntoResponse, PageError> {
    let words = signed.page.words;
    let frame = Frame { title: desk.title.clone(), ..signed.page.frame.saying(sentence) };
    html(&DeskPage { words, frame, desk })
}

fn part(words: Words, desk: &Desk, says: &[Sentence]) -> Result<String, PageError> {
    Ok(DeskPart { words, desk, says }.render()?)
}

/// The desk's address with the question what becomes of whom.
pub(super) fn leaving_path(counter: &CounterId) -> String {
    format!("/desk/{}?ask=leave", path_segment(counter.as_str()))
}

/// A name as one segment of a path.
fn path_segment(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    let encode = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    name.bytes().map(encode).collect()
}
