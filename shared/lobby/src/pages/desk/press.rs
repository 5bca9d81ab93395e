//! A press on the desk: one form, one command, one nonce.

use super::choices::{read_done, read_target};
use super::view::Open;
use super::{Names, Own, own_desk, page, part, path_segment, sentence};
use crate::lobby::{Lobby, LobbyError};
use crate::pages::error::{self, PageError};
use crate::pages::frame::Sentence;
use crate::pages::signed_in::SignedIn;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{Change, Command, Finish, Left, Refusal, Step, Transfer};
use foyer_domain::id::{ChoiceId, CounterId, ServiceId, VisitId};
use foyer_domain::visit::{Actor, Bound};
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
    /// To whom: `counter:3`, `staff:…`, or nothing for whoever offers the service.
    #[serde(default)]
    to: String,
    /// For which service; nothing for what it was for.
    #[serde(default)]
    service: String,
    /// Why.
    #[serde(default)]
    reason: String,
    /// How it ended.
    #[serde(default)]
    outcome: String,
    /// What was done and how often, `ausweis:2`.
    #[serde(default)]
    done: Vec<String>,
    /// The other visit.
    #[serde(default)]
    with: String,
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
    /// Hand on who is at the counter.
    Transfer,
    /// Serve somebody who waits or was put aside.
    Take,
    /// Serve somebody who has no ticket.
    ServeAtOnce,
    /// Hand on who waits or was put aside.
    HandOn,
    /// Let somebody go first.
    Urgent,
    /// Somebody who waits wants to no longer.
    GiveUp,
    /// Serve somebody together with who is at the counter.
    Join,
    Finish,
    Undo,
    Leave,
    /// Leave; who is there was served.
    LeaveFinished,
    /// Leave, and hand on whoever is there to one counter.
    LeaveTo,
    /// Leave, and hand on whoever is there to all.
    LeaveToAll,
}

impl What {
    fn leaves(self) -> bool {
        matches!(self, Self::Leave | Self::LeaveFinished | Self::LeaveTo | Self::LeaveToAll)
    }
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
    if done.is_ok() && press.what.leaves() {
        return Ok(Redirect::to("/desk").into_response());
    }
    let said = done.err().map(|fault| say(&lobby, &signed, &counter, &fault));
    // Who may not go yet is asked what becomes of whom.
    let open = if press.what.leaves() { Open::Leaving } else { Open::Nothing };
    let desk = match own_desk(&lobby, &signed, &counter, open) {
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
    let command = press.command(counter.clone()).map_err(Fault::Refused)?;
    lobby.ask(actor, Some(press.nonce), command).await?;
    Ok(())
}

impl Press {
    /// What is asked of the queue. A page that is older than what is at the counter names another visit than is
    /// there: refused by name, in the same breath as it is decided.
    fn command(&self, counter: CounterId) -> Result<Command, Refusal> {
        let visit = visit(&self.visit);
        let at = |step| Ok(Command::Step { counter: counter.clone(), visit, step });
        let change = |change| Ok(Command::Change { visit, change, counter: Some(counter.clone()) });
        let leave = |left| Ok(Command::CloseCounter { counter: counter.clone(), left });
        match self.what {
            What::Next => Ok(Command::CallNext(counter)),
            What::FinishAndNext => at(Step::Finish(Finish { then_next: true, ..Finish::default() })),
            What::Finish => at(Step::Finish(self.finish()?)),
            What::Start => at(Step::Start),
            What::Recall => at(Step::Recall),
            What::NoShow => at(Step::NoShow),
            What::PutBack => at(Step::PutBack),
            What::Park => at(Step::Park),
            What::Cancel => at(Step::Cancel),
            What::Transfer => at(Step::Transfer(self.transfer()?)),
            What::Take => Ok(Command::Take { counter, visit }),
            What::ServeAtOnce => Ok(Command::ServeAtOnce { counter, services: self.services() }),
            What::HandOn => change(Change::Transfer(self.transfer()?)),
            What::Urgent => change(Change::Urgent(ChoiceId::from(self.reason.as_str()))),
            What::GiveUp => change(Change::Cancel),
            What::Join => change(Change::MergeInto(self::visit(&self.with))),
            What::Undo => Ok(Command::Undo { counter, visit }),
            What::Leave => leave(Left::Nobody),
            What::LeaveFinished => leave(Left::Finished),
            What::LeaveToAll => leave(Left::ToAll),
            What::LeaveTo => match self.target()? {
                Some(Bound::Counter(to)) => leave(Left::To(to)),
                _ => Err(missing("counter", self.to.clone())),
            },
        }
    }

    fn finish(&self) -> Result<Finish, Refusal> {
        let done = read_done(&self.done).map_err(|field| missing("service", field))?;
        let outcome = (!self.outcome.is_empty()).then(|| ChoiceId::from(self.outcome.as_str()));
        Ok(Finish { done, outcome, then_next: false })
    }

    fn transfer(&self) -> Result<Transfer, Refusal> {
        Ok(Transfer { to: self.target()?, services: self.services(), done: Vec::new() })
    }

    fn target(&self) -> Result<Option<Bound>, Refusal> {
        read_target(&self.to).map_err(|to| missing("counter", to))
    }

    fn services(&self) -> Vec<ServiceChoice> {
        let service = ServiceId::from(self.service.as_str());
        if self.service.is_empty() { Vec::new() } else { vec![ServiceChoice { service, quantity: 1 }] }
    }
}

/// Zero is nobody's.
fn visit(text: &str) -> VisitId {
    VisitId(text.parse().unwrap_or_default())
}

fn missing(what: &'static str, id: String) -> Refusal {
    Refusal::NotFound { what, id }
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
