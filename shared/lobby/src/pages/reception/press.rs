//! A press on the room's page: one form, one command, one nonce.

use super::found::Found;
use super::{PATH, of_booking, page, part, room};
use crate::board::MESSAGE_MOST;
use crate::lobby::{Answered, Lobby, LobbyError};
use crate::pages::desk::{Names, missing, named_visit, read_service, read_transfer, sentence};
use crate::pages::error::{self, PageError};
use crate::pages::frame::Sentence;
use crate::pages::signed_in::SignedIn;
use crate::pages::wants_part;
use crate::pages::words::Words;
use crate::staff::Role;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use chrono::SubsecRound;
use foyer_domain::Timestamp;
use foyer_domain::engine::{
    Change, CheckIn, CheckInOutcome, CheckInRefusal, Command, Presented, QueueState, Refusal, Reply, WalkIn,
    WalkInRefusal,
};
use foyer_domain::id::{BookingId, ChoiceId, CounterId, VisitId};
use foyer_domain::visit::{Actor, WishChange, Wishes};
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;

/// The fields of a form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct Press {
    #[serde(rename = "do")]
    what: What,
    pub(super) nonce: Nonce,
    /// The visit, or the booking that is checked in.
    pub(super) visit: String,
    /// The kiosk of a print; nothing for no paper. To whom: `counter:3`, `staff:…`, or nothing for whoever offers the service.
    #[serde(default)]
    pub(super) to: String,
    /// For which service; nothing for what it was for.
    #[serde(default)]
    service: String,
    /// Why.
    #[serde(default)]
    reason: String,
    /// Which call for help.
    #[serde(default)]
    with: String,
    /// What is told; whether something is wished: `yes` or `no`.
    #[serde(default)]
    text: String,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    /// Check somebody in by the rules, for a reason.
    CheckIn,
    /// Check somebody in as on time, for a reason.
    Admit,
    /// Give somebody without an appointment a number, where no kiosk does.
    WalkIn,
    /// Let somebody go first.
    Urgent,
    /// Who did not come when called is here: waits again.
    Return,
    /// Print the ticket once more.
    Print,
    /// Hand on.
    HandOn,
    /// Note what somebody wishes of whoever calls, or no longer.
    Wish,
    /// Wants to wait no longer.
    GiveUp,
    /// Call silently for help.
    CallForHelp,
    /// Nobody needs to come any more.
    EndCall,
    /// Come to the counter that called for help.
    Answer,
    /// Tell whoever serves at a counter something.
    Tell,
}

/// `POST /room`.
pub(in crate::pages) async fn press(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    headers: HeaderMap,
    Form(press): Form<Press>,
) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Supervisor, "desk-room-title")?;
    let words = signed.page.words;
    let (refused, said) = match press.tell(&lobby, &signed).await {
        Some(Ok(said)) => (false, said),
        Some(Err(said)) => (true, Some(said)),
        None => press.ask(&lobby, &signed).await,
    };
    let desk = room(&lobby, &words, None);
    let answer = match (wants_part(&headers), &said) {
        (true, _) => Html(part(words, &desk, said.as_slice())?).into_response(),
        (false, None) => Redirect::to(PATH).into_response(),
        (false, Some(_)) => {
            // Whatever came of it: the booking stays open, to be told its number or let in after all.
            let found = press.booking(&lobby, &words);
            page(signed, desk, String::new(), found, said)?
        }
    };
    Ok(if refused { error::conflict(answer) } else { answer })
}

impl Press {
    /// What staff tell one another, and what is said of it; `None` where something is asked of the queue.
    async fn tell(&self, lobby: &Lobby, signed: &SignedIn) -> Option<Result<Option<Sentence>, Sentence>> {
        let (board, me, words) = (lobby.board(), &signed.person.id, &signed.page.words);
        match self.what {
            What::CallForHelp => {
                board.call_for_help(None, me, lobby.clock().now(), self.nonce);
                Some(Ok(None))
            }
            What::EndCall => {
                board.end_call(None);
                Some(Ok(None))
            }
            What::Answer => {
                let done = board.answer(self.with.parse().unwrap_or_default(), me);
                Some(done.map(|()| None).map_err(|_| Sentence::look(words.text("desk-refused-not-found"))))
            }
            What::Tell => {
                let counter = CounterId::from(self.to.as_str());
                let state = lobby.state();
                if state.office().and_then(|office| office.counter(&counter)).is_none() {
                    return Some(Err(Sentence::look(words.text("desk-refused-not-found"))));
                }
                let done = board.tell(&counter, me, lobby.clock().now(), &self.text, self.nonce);
                let wrong = |_| Sentence::no(words.text_with("desk-message-wrong", "most", MESSAGE_MOST));
                Some(done.map(|()| Some(Sentence::yes(words.text("desk-message-sent")))).map_err(wrong))
            }
            What::Print => Some(self.print(lobby, named_visit(&self.visit), words).await),
            What::CheckIn
            | What::Admit
            | What::WalkIn
            | What::Return
            | What::Urgent
            | What::HandOn
            | What::Wish
            | What::GiveUp => None,
        }
    }

    /// The booking that a press was about.
    fn booking(&self, lobby: &Lobby, words: &Words) -> Vec<Found> {
        let is_of_booking = matches!(self.what, What::CheckIn | What::Admit);
        is_of_booking.then(|| of_booking(lobby, &self.visit, words)).flatten().into_iter().collect()
    }

    /// Asks the queue; whether it refused, and what is said.
    async fn ask(&self, lobby: &Lobby, signed: &SignedIn) -> (bool, Option<Sentence>) {
        let words = &signed.page.words;
        let done = match self.command(&lobby.state(), lobby.clock().now()) {
            Ok(command) => lobby.ask(Actor::Staff(signed.person.id.clone()), Some(self.nonce), command).await,
            Err(refusal) => Err(refusal.into()),
        };
        match done {
            Ok(Answered { reply: Reply::Opened(visit), .. }) => self.opened(lobby, visit, words).await,
            Ok(answered) => (false, said(lobby, &answered.reply, words)),
            Err(LobbyError::Refused(Refusal::WalkIn(refusal))) => {
                (true, Some(Sentence::look(why_no_number(&refusal, words))))
            }
            Err(LobbyError::Refused(Refusal::NotFound { what: "reason", .. })) => {
                (true, Some(Sentence::look(words.text("desk-room-reason-missing"))))
            }
            Err(LobbyError::Refused(refusal)) => (true, Some(sentence(&refusal, &names(lobby, self), words))),
            Err(other) => (true, Some(error::sentence(&other, words))),
        }
    }

    /// The number of who came without an appointment, and where it is printed, if anywhere.
    async fn opened(&self, lobby: &Lobby, visit: VisitId, words: &Words) -> (bool, Option<Sentence>) {
        let number = lobby.state().visit(visit).map(|visit| visit.number.spaced()).unwrap_or_default();
        let printed = if self.to.is_empty() { Ok(None) } else { self.print(lobby, visit, words).await };
        let is_refused = printed.is_err();
        let said = printed.unwrap_or_else(Some);
        let said = said.unwrap_or_else(|| Sentence::yes(words.text("desk-room-checked-in")));
        (is_refused, Some(said.with_number(number)))
    }

    /// Which booking is checked in by hand, and why.
    fn of_booking(&self) -> Result<(BookingId, ChoiceId), Refusal> {
        let booking = self.visit.parse().map_err(|_| missing("booking", self.visit.clone()))?;
        Ok((booking, ChoiceId::from(self.reason.as_str())))
    }

    /// The one wish that is chosen: from now on, or no longer.
    fn wish(&self) -> Result<WishChange, Refusal> {
        let none = Wishes::default();
        let wish = match self.reason.as_str() {
            "pick_up" => Wishes { pick_up: true, ..none },
            "more_time" => Wishes { more_time: true, ..none },
            "interpreter" => Wishes { interpreter: true, ..none },
            other => return Err(missing("wish", other.to_owned())),
        };
        let (adds, takes) = if self.text == "no" { (none, wish) } else { (wish, none) };
        Ok(WishChange { adds, takes })
    }

    fn command(&self, state: &QueueState, now: Timestamp) -> Result<Command, Refusal> {
        let visit = named_visit(&self.visit);
        let change = |change| Ok(Command::Change { visit, change, counter: None });
        match self.what {
            What::CheckIn => {
                self.of_booking().map(|(booking, reason)| Command::CheckInByHand { booking, reason })
            }
            What::WalkIn => {
                let (services, seen_at) = (read_service(&self.service), now.trunc_subsecs(0));
                Ok(Command::WalkIn(WalkIn { services, seen_at, language: None }))
            }
            What::Admit => self.of_booking().map(|(booking, reason)| Command::Admit { booking, reason }),
            What::Urgent => change(Change::Urgent(ChoiceId::from(self.reason.as_str()))),
            What::Return => {
                let (presented, seen_at) = (Presented::Ticket(visit), now.trunc_subsecs(0));
                Ok(Command::CheckIn(CheckIn { presented, seen_at }))
            }
            What::HandOn => {
                let came_for = state.visit(visit).map_or(&[][..], |visit| &visit.services);
                change(Change::Transfer(read_transfer((&self.to, &self.service, &[]), came_for)?))
            }
            What::Wish => Ok(Command::Wishes { visit, change: self.wish()? }),
            What::GiveUp => change(Change::Cancel),
            // Nothing of the queue's: see `tell`.
            What::CallForHelp | What::EndCall | What::Answer | What::Tell | What::Print => {
                Err(missing("command", "of the queue".to_owned()))
            }
        }
    }
}

/// A number for who was checked in, or why not and when it will work.
fn said(lobby: &Lobby, reply: &Reply, words: &Words) -> Option<Sentence> {
    let Reply::CheckIn(outcome) = reply else { return None };
    let state = lobby.state();
    Some(match outcome {
        CheckInOutcome::CheckedIn(visit)
        | CheckInOutcome::AlreadyCheckedIn(visit)
        | CheckInOutcome::BackInQueue(visit) => {
            let number = state.visit(*visit).map(|visit| visit.number.spaced()).unwrap_or_default();
            Sentence::yes(words.text("desk-room-checked-in")).with_number(number)
        }
        CheckInOutcome::Refused(refusal) => Sentence::look(why_not(refusal, words)),
    })
}

fn why_not(refusal: &CheckInRefusal, words: &Words) -> String {
    match refusal {
        CheckInRefusal::TooEarly { opens_at, .. } => {
            words.text_with("desk-room-too-early", "time", words.seconds(*opens_at))
        }
        CheckInRefusal::TooLate { closed_at, .. } => {
            words.text_with("desk-room-too-late", "time", words.seconds(*closed_at))
        }
        CheckInRefusal::WrongDay { start } | CheckInRefusal::Moved { start } => {
            words.text_with("desk-room-other-day", "time", words.day_and_time(*start))
        }
        CheckInRefusal::Cancelled { .. } => words.text("desk-room-cancelled"),
        CheckInRefusal::NotConfirmed { .. } => words.text("desk-note-not-confirmed"),
        CheckInRefusal::Finished { number } => {
            words.text_with("desk-room-finished", "number", number.spaced())
        }
        CheckInRefusal::OfficeClosed { reason, holiday, .. } => match holiday {
            Some(day) => words.text_with("holiday-closed", "holiday", words.text(day.text_id())),
            None => words.own(reason).to_owned(),
        },
        CheckInRefusal::QueueFull => words.text("desk-room-full"),
        CheckInRefusal::Unknown | CheckInRefusal::Unreadable | CheckInRefusal::WrongOffice { .. } => {
            words.text("desk-room-code-unknown")
        }
    }
}

fn why_no_number(refusal: &WalkInRefusal, words: &Words) -> String {
    let later = |opens_at: &Option<Timestamp>| match opens_at {
        Some(opens_at) => words.text_with("desk-room-walk-in-from", "time", words.day_and_time(*opens_at)),
        None => words.text("desk-room-full"),
    };
    match refusal {
        WalkInRefusal::QueueFull { .. } => words.text("desk-room-full"),
        WalkInRefusal::Closed { opens_at } | WalkInRefusal::NotNow { opens_at } => later(opens_at),
        WalkInRefusal::Paused { text } => words.own(text).to_owned(),
        WalkInRefusal::NotOffered(_) => words.text("desk-room-walk-in-not-offered"),
        WalkInRefusal::NoService => words.text("desk-room-walk-in-service"),
    }
}

fn names(lobby: &Lobby, press: &Press) -> Names {
    let state = lobby.state();
    let number = state.visit(named_visit(&press.visit)).map(|visit| visit.number.spaced());
    let rules = state.office().map(|office| office.rules.clone());
    Names { number: number.unwrap_or_default(), rules: rules.unwrap_or_default(), ..Names::default() }
}
