//! A press on the desk: one form, one command, one nonce.

use super::{Names, Own, own_desk, page, part, path_segment, sentence};
use crate::lobby::{Lobby, LobbyError};
use crate::pages::error::{self, PageError};
use crate::pages::frame::Sentence;
use crate::pages::signed_in::SignedIn;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use foyer_domain::engine::{Command, QueueState, Refusal, Step};
use foyer_domain::id::CounterId;
use foyer_domain::visit::Actor;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;

/// The header of a press that the page's script sends: it wants the new `#desk` and no page.
const PART: &str = "foyer-part";

/// The fields of a form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct Press {
    #[serde(rename = "do")]
    what: What,
    nonce: Nonce,
    /// The visit at the counter when the page was made; empty if nobody was there.
    visit: String,
    /// The nonce of the call in [`What::FinishAndNext`].
    next_nonce: Option<Nonce>,
}

/// What a key of the desk does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Next,
    FinishAndNext,
    Start,
    Recall,
    NoShow,
    PutBack,
    Finish,
    Undo,
    Leave,
}

/// Why a press changed nothing.
enum Fault {
    Refused(Refusal),
    /// The page was older than the counter's visit.
    Elsewhere,
    Lobby(LobbyError),
}

impl From<LobbyError> for Fault {
    fn from(error: LobbyError) -> Self {
        match error {
            LobbyError::Refused(refusal) => Self::Refused(refusal),
            other => Self::Lobby(other),
        }
    }
}

/// `POST /desk/{counter}`.
pub(in crate::pages) async fn press(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Path(counter): Path<CounterId>,
    headers: HeaderMap,
    Form(press): Form<Press>,
) -> Result<Response, PageError> {
    let wants_part = headers.contains_key(PART);
    let done = perform(&lobby, &signed, &counter, &press).await;
    if done.is_ok() && press.what == What::Leave {
        return Ok(Redirect::to("/desk").into_response());
    }
    let said = done.err().map(|fault| say(&lobby, &signed, &counter, &fault));
    let desk = match own_desk(&lobby, &signed, &counter, false) {
        Own::Desk(desk) => desk,
        Own::SomebodyElses => return Ok(Redirect::to("/desk?left=yes").into_response()),
        Own::Unknown => return Err(PageError::NotFound(Box::new(signed.page))),
    };
    let refused = said.is_some();
    let answer = match (wants_part, refused) {
        (true, _) => Html(part(signed.page.words, &desk, said.as_slice())?).into_response(),
        (false, true) => page(signed, *desk, said)?.into_response(),
        (false, false) => Redirect::to(&format!("/desk/{}", path_segment(counter.as_str()))).into_response(),
    };
    Ok(if refused { error::conflict(answer) } else { answer })
}

async fn perform(lobby: &Lobby, signed: &SignedIn, counter: &CounterId, press: &Press) -> Result<(), Fault> {
    let actor = Actor::Staff(signed.person.id.clone());
    // A repeated press gets its own answer again, whatever has happened since.
    if is_old(&lobby.state(), counter, press) {
        let answered = lobby.recollect(actor.clone(), press.nonce).await?;
        return answered.map(|_| ()).ok_or(Fault::Elsewhere);
    }
    let step = |step| Command::Step(counter.clone(), step);
    let command = match press.what {
        What::Next => Command::CallNext(counter.clone()),
        What::FinishAndNext | What::Finish => step(Step::Finish),
        What::Start => step(Step::Start),
        What::Recall => step(Step::Recall),
        What::NoShow => step(Step::NoShow),
        What::PutBack => step(Step::PutBack),
        What::Undo => Command::Undo(counter.clone()),
        What::Leave => Command::CloseCounter(counter.clone()),
    };
    lobby.ask(actor.clone(), Some(press.nonce), command).await?;
    if let (What::FinishAndNext, Some(nonce)) = (press.what, press.next_nonce) {
        lobby.ask(actor, Some(nonce), Command::CallNext(counter.clone())).await?;
    }
    Ok(())
}

/// Whether the page that was pressed on showed another visit than is at the counter now. "Next" needs no such
/// care: it returns whoever is at the counter.
fn is_old(state: &QueueState, counter: &CounterId, press: &Press) -> bool {
    let here = state.counter(counter).and_then(|open| open.visit).map(|visit| visit.0.to_string());
    let same = here.unwrap_or_default() == press.visit;
    !same && !matches!(press.what, What::Next | What::Leave)
}

fn say(lobby: &Lobby, signed: &SignedIn, counter: &CounterId, fault: &Fault) -> Sentence {
    let words = &signed.page.words;
    let state = lobby.state();
    let visit = state.counter(counter).and_then(|open| open.visit).and_then(|visit| state.visit(visit));
    let number = visit.map(|visit| visit.number.spaced()).unwrap_or_default();
    match fault {
        Fault::Elsewhere => Sentence::look(words.text("desk-refused-elsewhere")),
        Fault::Lobby(error) => error::sentence(error, words),
        Fault::Refused(refusal) => {
            let office = state.office();
            let known = office.and_then(|office| office.counters.iter().find(|known| known.id == *counter));
            let names = Names {
                counter: known.map(|known| words.own(&known.name).to_owned()).unwrap_or_default(),
                taken_by: String::new(),
                number,
                rules: office.map(|office| office.rules.clone()).unwrap_or_default(),
            };
            sentence(refusal, &names, words)
        }
    }
}
