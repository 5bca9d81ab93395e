//! `POST /desk/{counter}/search`: who waits behind the lines that the desk shows. The page's script searches those by
//! itself and asks for the others, by the same rule: all words that were typed, in any part of what a line says.
//! Nothing that was typed comes into an address, where browsers and proxies would keep it.

use super::lines::{Row, row};
use super::room::{Around, People};
use super::view::{Desk, Open};
use super::waiting::{Calls, LINES, Waiting};
use super::{Own, own_desk};
use crate::lobby::Lobby;
use crate::pages::error::PageError;
use crate::pages::html;
use crate::pages::signed_in::SignedIn;
use crate::pages::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Html;
use foyer_domain::Timestamp;
use foyer_domain::engine::QueueState;
use foyer_domain::id::CounterId;
use serde::Deserialize;
use std::iter::once;

/// What was typed.
#[derive(Deserialize)]
pub(in crate::pages) struct Search {
    text: String,
}

/// The lines that were found.
#[derive(Template)]
#[template(path = "desk_behind.html")]
struct Found {
    desk: Desk,
}

/// Finds whoever waits for this counter and is no line of its desk.
pub(in crate::pages) async fn search(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Path(counter): Path<CounterId>,
    Form(search): Form<Search>,
) -> Result<Html<String>, PageError> {
    let Own::Desk(mut desk) = own_desk(&lobby, &signed, &counter, Open::Nothing) else {
        return Err(PageError::NotFound(Box::new(signed.page)));
    };
    let (state, people, now) = (lobby.state(), lobby.staff().names(), lobby.clock().now());
    let found = behind(&state, &counter, &people, now, &signed.page.words, &search.text);
    desk.waiting = found.unwrap_or_default();
    html(&Found { desk: *desk })
}

/// As many as the desk has lines: more than these nobody reads.
pub(super) fn behind(
    state: &QueueState,
    counter: &CounterId,
    people: &People,
    now: Timestamp,
    words: &Words,
    typed: &str,
) -> Option<Vec<Row>> {
    let office = state.office()?;
    let (mine, others) = state.bound_elsewhere(counter);
    let calls = Calls { skills: state.skills(counter)?, mine: &mine, others: &others };
    let visits = Waiting::behind(state.tickets_in_order(now), &calls, |visit| state.visit(visit));
    let rows = visits.map(|visit| row(&Around::of(state, office, people, now, once(visit)), visit, words));
    let typed: Vec<String> = typed.split_whitespace().map(plain).collect();
    Some(rows.filter(|row| says(row, now, &typed)).take(LINES).collect())
}

/// Whether a line says all of these.
fn says(row: &Row, now: Timestamp, typed: &[String]) -> bool {
    let minutes = (now.timestamp_millis() - row.since).max(0) / 60_000;
    let minutes = format!("{}{minutes}{}", row.before, row.after);
    let (held, notes) = (row.held.as_deref().unwrap_or_default(), row.notes.as_deref().unwrap_or_default());
    let line = plain(&[&row.number, &row.due, held, notes, &row.services, &*minutes].join(" "));
    typed.iter().all(|word| line.contains(word))
}

/// Without spaces, in small letters: "A 017" is found by "a017".
fn plain(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).flat_map(char::to_lowercase).collect()
}
