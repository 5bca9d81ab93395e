//! A press about the whole house: one form, one command, one nonce.

use super::read_scope;
use crate::broadcast::BroadcastError;
use crate::lobby::{Lobby, LobbyError};
use crate::pages::desk::{Names, missing, sentence};
use crate::pages::error::{self, PageError};
use crate::pages::frame::Sentence;
use crate::pages::reception::{PATH as ROOM, page, part, room};
use crate::pages::signed_in::SignedIn;
use crate::pages::wants_part;
use crate::pages::words::Words;
use crate::staff::Role;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use chrono::TimeDelta;
use foyer_domain::engine::{Command, IntakeScope, Left, Refusal};
use foyer_domain::id::{ChoiceId, CounterId, StaffId};
use foyer_domain::visit::Actor;
use foyer_protocol::lobby::BROADCAST_MOST;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;

/// The fields of a form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct Press {
    #[serde(rename = "do")]
    what: What,
    nonce: Nonce,
    /// Nobody's.
    #[serde(default, rename = "visit")]
    _visit: String,
    /// One of the office's texts, or nothing.
    #[serde(default)]
    text: String,
    /// For whom there are no tickets.
    #[serde(default)]
    scope: String,
    /// What everybody is told …
    #[serde(default)]
    words: String,
    /// … and for how long.
    #[serde(default)]
    minutes: Option<u16>,
    /// Which counter.
    #[serde(default)]
    counter: String,
    /// For whom it is opened.
    #[serde(default)]
    staff: String,
    /// What becomes of who is there: `finished`, or they wait for all.
    #[serde(default)]
    left: String,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    /// Everything stands still.
    Interrupt,
    /// Everything goes on.
    GoOn,
    /// No tickets without an appointment.
    Pause,
    /// Tickets again.
    Resume,
    /// Tell everybody something.
    Tell,
    /// Tell it no longer.
    Untell,
    /// Open a counter for somebody.
    Open,
    /// Close the counter of somebody who has gone.
    Close,
}

/// Why nothing was done.
enum Fault {
    Refused(Refusal),
    Lobby(LobbyError),
    Said(Sentence),
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// `POST /room/house`.
pub(in crate::pages) async fn press(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    headers: HeaderMap,
    Form(press): Form<Press>,
) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Supervisor, "desk-room-title")?;
    let words = signed.page.words;
    let done = match press.what {
        What::Tell | What::Untell => press.tell(&lobby, &signed).await,
        _ => press.ask(&lobby, &signed).await,
    };
    let refused = done.err().map(|fault| match fault {
        Fault::Said(said) => said,
        Fault::Lobby(error) => error::sentence(&error, &words),
        Fault::Refused(refusal) => sentence(&refusal, &press.names(&lobby, &refusal, &words), &words),
    });
    let desk = room(&lobby, &words, None);
    let is_refused = refused.is_some();
    let answer = match (wants_part(&headers), refused) {
        (true, said) => Html(part(words, &desk, said.as_slice())?).into_response(),
        (false, None) => Redirect::to(ROOM).into_response(),
        (false, said) => page(signed, desk, String::new(), Vec::new(), said)?,
    };
    Ok(if is_refused { error::conflict(answer) } else { answer })
}

impl Press {
    async fn tell(&self, lobby: &Lobby, signed: &SignedIn) -> Result<(), Fault> {
        let words = &signed.page.words;
        let told = match self.what {
            What::Tell => {
                let minutes = TimeDelta::minutes(i64::from(self.minutes.unwrap_or_default()));
                let until = lobby.clock().now() + minutes;
                lobby.broadcasts().tell(&signed.person.id, &self.words, until).await
            }
            _ => lobby.broadcasts().end().await.map_err(BroadcastError::from),
        };
        told.map_err(|fault| match fault {
            BroadcastError::Text => {
                let most = u16::try_from(BROADCAST_MOST).unwrap_or(u16::MAX);
                Fault::Said(Sentence::no(words.text_with("desk-house-tell-wrong", "most", most)))
            }
            BroadcastError::Until => Fault::Said(Sentence::no(words.text("desk-refused-moment"))),
            BroadcastError::Store(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a notice could not be kept");
                Fault::Lobby(LobbyError::StorageUnavailable)
            }
        })
    }

    async fn ask(&self, lobby: &Lobby, signed: &SignedIn) -> Result<(), Fault> {
        let actor = Actor::Staff(signed.person.id.clone());
        let command = self.command(lobby, &signed.page.words)?;
        match lobby.ask(actor, Some(self.nonce), command).await {
            Ok(_) => Ok(()),
            Err(LobbyError::Refused(refusal)) => Err(Fault::Refused(refusal)),
            Err(other) => Err(Fault::Lobby(other)),
        }
    }

    fn command(&self, lobby: &Lobby, words: &Words) -> Result<Command, Fault> {
        let text = || (!self.text.is_empty()).then(|| ChoiceId::from(self.text.as_str()));
        let counter = || CounterId::from(self.counter.as_str());
        let is_chosen = match self.what {
            What::Pause | What::Resume => !self.scope.is_empty(),
            What::Open => !self.counter.is_empty() && !self.staff.is_empty(),
            What::Close => !self.counter.is_empty(),
            What::Interrupt | What::GoOn | What::Tell | What::Untell => true,
        };
        if !is_chosen {
            return Err(Fault::Said(Sentence::look(words.text("desk-house-choose"))));
        }
        Ok(match self.what {
            What::Interrupt => Command::Interrupt { text: text() },
            What::GoOn => Command::EndInterruption,
            What::Pause => Command::PauseIntake { scope: self.scope()?, text: text() },
            What::Resume => Command::ResumeIntake(self.scope()?),
            What::Open => Command::OpenForClerk { counter: counter(), staff: self.clerk(lobby)? },
            What::Close => {
                let left = if self.left == "finished" { Left::Finished } else { Left::ToAll };
                Command::CloseForClerk { counter: counter(), left }
            }
            // Nothing of the queue's: see `tell`.
            What::Tell | What::Untell => return Err(missing("command", "of the queue".to_owned()).into()),
        })
    }

    fn scope(&self) -> Result<IntakeScope, Refusal> {
        read_scope(&self.scope).ok_or_else(|| missing("scope", self.scope.clone()))
    }

    /// Somebody who works here.
    fn clerk(&self, lobby: &Lobby) -> Result<StaffId, Fault> {
        let staff = StaffId::from(self.staff.as_str());
        match lobby.staff().names().contains_key(&staff) {
            true => Ok(staff),
            false => Err(missing("person", self.staff.clone()).into()),
        }
    }

    /// Who and what a refusal is about: the counter that was named, or where somebody sits instead.
    fn names(&self, lobby: &Lobby, refusal: &Refusal, words: &Words) -> Names {
        let (state, people) = (lobby.state(), lobby.staff().names());
        let counter = match refusal {
            Refusal::SitsElsewhere(there) => there.clone(),
            _ => CounterId::from(self.counter.as_str()),
        };
        let taken_by = state.counter(&counter).and_then(|open| people.get(&open.staff)).cloned();
        let taken_by = taken_by.unwrap_or_default();
        Names { counter: counter_name(lobby, &counter, words), taken_by, ..Names::default() }
    }
}

fn counter_name(lobby: &Lobby, id: &CounterId, words: &Words) -> String {
    let state = lobby.state();
    let known = state.office().and_then(|office| office.counter(id));
    known.map_or_else(|| id.to_string(), |counter| words.own(&counter.name).to_owned())
}
