//! `POST /room/search`: nothing that was typed comes into an address, where browsers and proxies would keep it.

use super::found::Asked;
use super::{page, room};
use crate::lobby::Lobby;
use crate::pages::error::PageError;
use crate::pages::frame::Sentence;
use crate::pages::signed_in::SignedIn;
use crate::staff::Role;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

/// What was typed.
#[derive(Deserialize)]
pub(in crate::pages) struct Search {
    code: String,
}

/// Who looks for a name is written down, with the time and without the name.
pub(in crate::pages) async fn search(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Form(search): Form<Search>,
) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Supervisor, "desk-room-title")?;
    let words = signed.page.words;
    let (published, now) = (lobby.published(), lobby.clock().now());
    let typed: String = search.code.trim().chars().take(60).collect();
    let asked = Asked::read(&published, &typed);
    let mut names = Vec::new();
    if let Asked::Name(_) = asked {
        // First written, then looked.
        lobby.registry().note_name_search(&signed.person.id, now).await?;
        names = lobby.persons().all();
    }
    let (found, more) = asked.find(&published, &names, now, &words);
    let says = match (found.is_empty(), more) {
        (true, _) => (!typed.is_empty()).then(|| words.text(asked.nothing())),
        (false, 0) => None,
        (false, more) => Some(words.text_with("desk-room-find-more", "count", more)),
    };
    let desk = room(&lobby, &words, None);
    page(signed, desk, typed, found, says.map(Sentence::look))
}
