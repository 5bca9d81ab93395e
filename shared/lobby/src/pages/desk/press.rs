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
use foyer_domain::engine::{Command, Finish, Left, Refusal, Step, Transfer};
use foyer_domain::id::{CounterId, VisitId};
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
    /// The visit that the page showed; empty if nobody was there.
    visit: String,
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
    /// Put aside.
    Park,
    /// Has gone.
    Cancel,
    /// Hand on to whoever offers the service.
    ToAll,
    /// Serve somebody who waits or was put aside.
    Take,
    Finish,
    Undo,
    Leave,
    /// Leave, and hand on whoever was put aside.
    LeaveToAll,
}

/// Why a press changed nothing.
enum Fault {
    Refused(Refusal),
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
    if done.is_ok() && matches!(press.what, What::Leave | What::LeaveToAll) {
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
    let counter = counter.clone();
    // A page that is older than what is at the counter names another visit than is there: refused by name, in the
    // same breath as it is decided. Zero is nobody's.
    let visit = VisitId(press.visit.parse().unwrap_or_default());
    let step = |counter, step| Command::Step { counter, visit, step };
    let finish = |then_next| Step::Finish(Finish { then_next, ..Finish::default() });
    let command = match press.what {
        What::Next => Command::CallNext(counter),
        What::FinishAndNext => step(counter, finish(true)),
        What::Finish => step(counter, finish(false)),
        What::Start => step(counter, Step::Start),
        What::Recall => step(counter, Step::Recall),
        What::NoShow => step(counter, Step::NoShow),
        What::PutBack => step(counter, Step::PutBack),
        What::Park => step(counter, Step::Park),
        What::Cancel => step(counter, Step::Cancel),
        What::ToAll => step(counter, Step::Transfer(Transfer::default())),
        What::Take => Command::Take { counter, visit },
        What::Undo => Command::Undo { counter, visit },
        What::Leave => Command::CloseCounter { counter, left: Left::Nobody },
        What::LeaveToAll => Command::CloseCounter { counter, left: Left::ToAll },
    };
    lobby.ask(actor, Some(press.nonce), command).await?;
    Ok(())
}

fn say(lobby: &Lobby, signed: &SignedIn, counter: &CounterId, fault: &Fault) -> Sentence {
    let words = &signed.page.words;
    let state = lobby.state();
    let visit = state.counter(counter).and_then(|open| open.visit).and_then(|visit| state.visit(visit));
    let number = visit.map(|visit| visit.number.spaced()).unwrap_or_default();
    match fault {
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
