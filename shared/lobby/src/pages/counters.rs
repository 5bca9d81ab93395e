//! Which counter? The free ones can be taken; nobody is pushed off a chair.

use super::desk::{self, Names};
use super::error::{self, PageError};
use super::frame::{Frame, Sentence};
use super::signed_in::SignedIn;
use super::words::Words;
use super::{assets, html};
use crate::lobby::{Lobby, LobbyError};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::engine::{Command, QueueState};
use foyer_domain::id::{CounterId, StaffId};
use foyer_domain::office::{Counter, Office};
use foyer_domain::visit::Actor;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "counters.html")]
struct CountersPage {
    words: Words,
    frame: Frame,
    counters: Vec<Choice>,
    choosable: bool,
}

/// A counter to choose.
struct Choice {
    id: String,
    path: String,
    name: String,
    /// Which services it calls.
    offers: String,
    taken: Taken,
    nonce: Nonce,
}

/// Who sits there.
enum Taken {
    Yours,
    By(String),
    Free,
}

/// `?left=yes`: the desk that was asked for is not this person's any more.
#[derive(Deserialize)]
pub(super) struct Left {
    left: Option<String>,
}

/// `GET /desk`.
pub(super) async fn show(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Query(left): Query<Left>,
) -> Result<Response, PageError> {
    let own = own_counter(&lobby.state(), &signed.person.id).is_some();
    let hint = left.left.filter(|_| !own).map(|_| signed.page.words.text("desk-refused-counter-not-open"));
    Ok(choices(&lobby, signed, hint.map(Sentence::look)).await?.into_response())
}

/// The form of a free counter.
#[derive(Deserialize)]
pub(super) struct Take {
    nonce: Nonce,
    counter: CounterId,
}

/// `POST /desk`.
pub(super) async fn take(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Form(form): Form<Take>,
) -> Result<Response, PageError> {
    let (state, words, me) = (lobby.state(), signed.page.words, signed.person.id.clone());
    let known =
        state.office().and_then(|office| office.counters.iter().find(|known| known.id == form.counter));
    let elsewhere = own_counter(&state, &me).filter(|own| **own != form.counter);
    let sentence = match (known, elsewhere) {
        (_, Some(own)) => Sentence::look(words.text_with(
            "desk-refused-one-counter",
            "counter",
            counter_name(&state, own, &words),
        )),
        (None, None) => Sentence::look(words.text("desk-refused-not-found")),
        (Some(counter), None) => {
            let command = Command::OpenCounter { counter: form.counter.clone(), staff: me.clone() };
            match lobby.ask(Actor::Staff(me), Some(form.nonce), command).await {
                Ok(_) => return Ok(Redirect::to(&desk::path(counter)).into_response()),
                Err(LobbyError::Refused(refusal)) => {
                    let names = Names {
                        counter: words.own(&counter.name).to_owned(),
                        taken_by: taken_by(&lobby, &form.counter).await?,
                        ..Names::default()
                    };
                    desk::sentence(&refusal, &names, &words)
                }
                Err(other) => error::sentence(&other, &words),
            }
        }
    };
    Ok(error::conflict(choices(&lobby, signed, Some(sentence)).await?))
}

async fn choices(
    lobby: &Lobby,
    signed: SignedIn,
    sentence: Option<Sentence>,
) -> Result<impl IntoResponse + use<>, PageError> {
    let (state, words) = (lobby.state(), signed.page.words);
    let people = lobby.staff().list().await?;
    let name = |id: &StaffId| {
        let known = people.iter().find(|person| person.id == *id);
        known.map_or_else(|| id.to_string(), |person| person.name.clone())
    };
    let choice = |office: &Office, counter: &Counter| Choice {
        id: counter.id.to_string(),
        path: desk::path(counter),
        name: words.own(&counter.name).to_owned(),
        offers: offers(office, counter, &words),
        taken: match state.counter(&counter.id) {
            None => Taken::Free,
            Some(open) if open.staff == signed.person.id => Taken::Yours,
            Some(open) => Taken::By(name(&open.staff)),
        },
        nonce: Nonce::random(),
    };
    let office = state.office();
    let counters = office.map_or_else(Vec::new, |office| {
        office.counters.iter().map(|counter| choice(office, counter)).collect()
    });
    let unknown = office.is_none().then(|| Sentence::look(words.text("desk-counters-none")));
    let frame = signed.page.frame.saying(sentence).saying(unknown);
    let choosable = own_counter(&state, &signed.person.id).is_none();
    html(&CountersPage { words, frame, counters, choosable })
}

/// "Personalausweis beantragen, Reisepass beantragen".
fn offers(office: &Office, counter: &Counter, words: &Words) -> String {
    if counter.services.is_empty() {
        return words.text("desk-counters-all");
    }
    let offered = office.services.iter().filter(|service| counter.services.contains(&service.id));
    offered.map(|service| words.own(&service.name)).collect::<Vec<_>>().join(", ")
}

fn own_counter<'a>(state: &'a QueueState, me: &StaffId) -> Option<&'a CounterId> {
    state.counters().find(|(_, open)| open.staff == *me).map(|(counter, _)| counter)
}

fn counter_name(state: &QueueState, id: &CounterId, words: &Words) -> String {
    let known = state.office().and_then(|office| office.counters.iter().find(|known| known.id == *id));
    known.map_or_else(|| id.to_string(), |counter| words.own(&counter.name).to_owned())
}

async fn taken_by(lobby: &Lobby, counter: &CounterId) -> Result<String, PageError> {
    let staff = lobby.state().counter(counter).map(|open| open.staff.clone());
    let people = lobby.staff().list().await?;
    let known = people.into_iter().find(|person| Some(&person.id) == staff.as_ref());
    Ok(known.map(|person| person.name).unwrap_or_default())
}
