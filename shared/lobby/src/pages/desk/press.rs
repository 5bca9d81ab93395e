//! A press on the desk: one form, one command, one nonce.

use super::choices::{read_done, read_service, read_target, read_transfer};
use super::remark::{self, RemarkFault};
use super::view::Open;
use super::{Names, Own, is_somebody_elses, own_desk, page, part, path_segment, sentence};
use crate::board::BoardError;
use crate::lobby::{Lobby, LobbyError};
use crate::pages::error::{self, PageError};
use crate::pages::frame::Sentence;
use crate::pages::signed_in::SignedIn;
use crate::pages::wants_part;
use crate::presence;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{Change, Command, Finish, Left, QueueState, Refusal, Step, Transfer};
use foyer_domain::id::{ChoiceId, CounterId, VisitId};
use foyer_domain::visit::{Actor, Bound};
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;

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
    /// What was done or stays to be done, and how often, `ausweis:2`.
    #[serde(default)]
    done: Vec<String>,
    /// The other visit, or a number of what staff tell one another.
    #[serde(default)]
    with: String,
    /// For how many minutes; none where that is not known yet.
    minutes: Option<u8>,
    /// What is noted.
    #[serde(default)]
    text: String,
}

/// What a key of the desk does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Next,
    FinishAndNext,
    Start,
    Recall,
    /// No display showed the call, so the clerk called it out.
    CalledOut,
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
    /// What who is at the counter came for, put right.
    Services,
    /// Somebody who waits wants to no longer.
    GiveUp,
    /// Serve somebody together with who is at the counter.
    Join,
    Finish,
    Undo,
    /// Make a break.
    Pause,
    /// The break is over.
    GoOn,
    /// Go on with whom a colleague left who is away.
    TakeOver,
    Leave,
    /// Leave; who is there was served.
    LeaveFinished,
    /// Leave, and hand on whoever is there to one counter.
    LeaveTo,
    /// Leave, and hand on whoever is there to all.
    LeaveToAll,
    /// Call colleagues for help.
    CallForHelp,
    /// The call is over.
    EndCall,
    /// Come to the counter that called.
    Answer,
    /// A message was read.
    Read,
    /// Note something about the visit.
    Note,
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
    /// Nothing of the kind stands any more.
    Gone,
    /// No note.
    Note,
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
    // Help is called for and answered from one's own counter alone.
    if is_somebody_elses(&lobby.state(), &counter, &signed) {
        return Ok(Redirect::to("/desk?left=yes").into_response());
    }
    lobby.presence().heard(&counter, lobby.clock().now());
    presence::tell(&lobby).await;
    let done = perform(&lobby, &signed, &counter, &press).await;
    if done.is_ok() && press.what.leaves() {
        return Ok(Redirect::to("/desk").into_response());
    }
    let said = done.err().map(|fault| say(&lobby, &signed, (&counter, named_visit(&press.visit)), &fault));
    // Who may not go yet is asked what becomes of whom.
    let open = if press.what.leaves() { Open::Leaving } else { Open::Nothing };
    let desk = match own_desk(&lobby, &signed, &counter, open) {
        Own::Desk(desk) => desk,
        Own::SomebodyElses => return Ok(Redirect::to("/desk?left=yes").into_response()),
        Own::Unknown => return Err(PageError::NotFound(Box::new(signed.page))),
    };
    let refused = said.is_some();
    let answer = match (wants_part(&headers), refused) {
        (true, _) => Html(part(signed.page.words, &desk, said.as_slice())?).into_response(),
        (false, true) => page(signed, *desk, said)?.into_response(),
        (false, false) => Redirect::to(&format!("/desk/{}", path_segment(counter.as_str()))).into_response(),
    };
    Ok(if refused { error::conflict(answer) } else { answer })
}

async fn perform(lobby: &Lobby, signed: &SignedIn, counter: &CounterId, press: &Press) -> Result<(), Fault> {
    if press.what == What::Note {
        let noted = remark::note(lobby, counter, named_visit(&press.visit), &press.text).await;
        return noted.map_err(|fault| match fault {
            RemarkFault::Text => Fault::Note,
            RemarkFault::Gone => Fault::Gone,
            RemarkFault::Storage => Fault::Lobby(LobbyError::StorageUnavailable),
        });
    }
    if let Some(told) = tell(lobby, signed, counter, press) {
        return told.map_err(|_| Fault::Gone);
    }
    let actor = Actor::Staff(signed.person.id.clone());
    let command =
        press.command(&lobby.state(), counter.clone(), lobby.clock().now()).map_err(Fault::Refused)?;
    lobby.ask(actor, Some(press.nonce), command).await?;
    Ok(())
}

/// What staff tell one another; `None` where something is asked of the queue.
fn tell(
    lobby: &Lobby,
    signed: &SignedIn,
    counter: &CounterId,
    press: &Press,
) -> Option<Result<(), BoardError>> {
    let (board, me, number) = (lobby.board(), &signed.person.id, press.with.parse().unwrap_or_default());
    match press.what {
        What::CallForHelp => board.call_for_help(Some(counter), me, lobby.clock().now(), press.nonce),
        What::EndCall => board.end_call(Some(counter)),
        What::Answer => return Some(board.answer(number, me)),
        What::Read => board.read(number),
        _ => return None,
    }
    Some(Ok(()))
}

impl Press {
    /// What is asked of the queue. A page that is older than what is at the counter names another visit than is
    /// there: refused by name, in the same breath as it is decided.
    fn command(&self, state: &QueueState, counter: CounterId, now: Timestamp) -> Result<Command, Refusal> {
        let visit = named_visit(&self.visit);
        let at = |step| Ok(Command::Step { counter: counter.clone(), visit, step });
        let change = |change| Ok(Command::Change { visit, change, counter: Some(counter.clone()) });
        let leave = |left| Ok(Command::CloseCounter { counter: counter.clone(), left });
        match self.what {
            What::Next => Ok(Command::CallNext(counter)),
            What::FinishAndNext => at(Step::Finish(Finish { then_next: true, ..Finish::default() })),
            What::Finish => at(Step::Finish(self.finish()?)),
            What::Start => at(Step::Start),
            What::Recall => at(Step::Recall),
            What::CalledOut => called_out(state, &counter, visit),
            What::NoShow => at(Step::NoShow),
            What::PutBack => at(Step::PutBack),
            What::Park => at(Step::Park),
            What::Cancel => at(Step::Cancel),
            What::Transfer => at(Step::Transfer(self.transfer(state, visit)?)),
            What::Take => Ok(Command::Take { counter, visit }),
            What::ServeAtOnce => Ok(Command::ServeAtOnce { counter, services: read_service(&self.service) }),
            What::HandOn => change(Change::Transfer(self.transfer(state, visit)?)),
            What::Urgent => change(Change::Urgent(ChoiceId::from(self.reason.as_str()))),
            What::Services => change(Change::Services(self.services()?)),
            What::GiveUp => change(Change::Cancel),
            What::Join => change(Change::MergeInto(named_visit(&self.with))),
            What::Undo => Ok(Command::Undo { counter, visit }),
            What::Pause if self.minutes == Some(0) => Err(Refusal::Moment(now)),
            What::Pause => Ok(Command::PauseCounter {
                counter,
                reason: ChoiceId::from(self.reason.as_str()),
                back_at: self.minutes.map(|minutes| now + TimeDelta::minutes(i64::from(minutes))),
            }),
            What::GoOn => Ok(Command::GoOn(counter)),
            What::TakeOver => Ok(Command::TakeOver { counter, visit }),
            // Nothing of the queue's: see `tell`.
            What::CallForHelp | What::EndCall | What::Answer | What::Read | What::Note => {
                Err(missing("command", "of the queue".to_owned()))
            }
            What::Leave => leave(Left::Nobody),
            What::LeaveFinished => leave(Left::Finished),
            What::LeaveToAll => leave(Left::ToAll),
            What::LeaveTo => match read_target(&self.to)? {
                Some(Bound::Counter(to)) => leave(Left::To(to)),
                _ => Err(missing("counter", self.to.clone())),
            },
        }
    }

    fn transfer(&self, state: &QueueState, visit: VisitId) -> Result<Transfer, Refusal> {
        let came_for = state.visit(visit).map_or(&[][..], |visit| &visit.services);
        read_transfer((&self.to, &self.service, &self.done), came_for)
    }

    /// What stays, as often as it is said, and what comes along.
    fn services(&self) -> Result<Vec<ServiceChoice>, Refusal> {
        let stays = read_done(&self.done)?.into_iter().filter(|choice| choice.quantity > 0);
        Ok(stays.chain(read_service(&self.service)).collect())
    }

    fn finish(&self) -> Result<Finish, Refusal> {
        let done = read_done(&self.done)?;
        let outcome = (!self.outcome.is_empty()).then(|| ChoiceId::from(self.outcome.as_str()));
        Ok(Finish { done, outcome, then_next: false })
    }
}

/// The clerk's voice does what no display did: the call counts from here on.
fn called_out(state: &QueueState, counter: &CounterId, visit: VisitId) -> Result<Command, Refusal> {
    let at = state.counter(counter).and_then(|open| open.visit).ok_or(Refusal::NobodyAtCounter)?;
    if at != visit {
        return Err(Refusal::SomebodyElse { at_counter: at });
    }
    let call = state.visit(visit).and_then(|visit| visit.call.as_ref()).ok_or(Refusal::NobodyAtCounter)?;
    Ok(Command::Acknowledge { call: call.id, heard: true })
}

/// Zero is nobody's.
pub(in crate::pages) fn named_visit(text: &str) -> VisitId {
    VisitId(text.parse().unwrap_or_default())
}

pub(in crate::pages) fn missing(what: &'static str, id: String) -> Refusal {
    Refusal::NotFound { what, id }
}

fn say(
    lobby: &Lobby,
    signed: &SignedIn,
    (counter, pressed): (&CounterId, VisitId),
    fault: &Fault,
) -> Sentence {
    let words = &signed.page.words;
    let state = lobby.state();
    match fault {
        Fault::Lobby(error) => error::sentence(error, words),
        Fault::Note => Sentence::no(words.text_with("desk-remark-wrong", "most", remark::MOST)),
        Fault::Gone => Sentence::look(words.text("desk-refused-not-found")),
        Fault::Refused(refusal) => {
            let refusal = &of_line(refusal, &state, counter, pressed);
            let here = || state.counter(counter).and_then(|open| open.visit);
            let meant = if is_of_line(refusal) { Some(pressed) } else { here() };
            let visit = meant.and_then(|visit| state.visit(visit));
            let number = visit.map(|visit| visit.number.spaced()).unwrap_or_default();
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

/// Whether a refusal is about the visit that the press named, and not about the one at the counter.
fn is_of_line(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::NotNow(_) | Refusal::Over(_))
}

/// Who is at another counter by now is named with what that is.
fn of_line(refusal: &Refusal, state: &QueueState, counter: &CounterId, pressed: VisitId) -> Refusal {
    match (refusal, state.visit(pressed)) {
        (Refusal::SomebodyAtCounter(at), Some(visit)) if at != counter => Refusal::Over(visit.state),
        _ => refusal.clone(),
    }
}
