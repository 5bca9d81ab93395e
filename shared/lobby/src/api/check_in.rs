//! `POST /check-ins`: judge what a kiosk has seen.

use super::auth::{Attempt, Body, Kiosk, actor};
use crate::devices::Device;
use crate::error::ApiError;
use crate::lobby::{Lobby, LobbyError};
use crate::notices::NoticeKind;
use crate::views;
use axum::Json;
use axum::extract::State;
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::engine::{CheckIn, CheckInOutcome, CheckInRefusal, Command, Presented as Judged, Reply};
use foyer_domain::id::VisitId;
use foyer_domain::short_code::ShortCode;
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::{CheckInAnswer, CheckInReply, CheckInRequest, Presented, TicketView};

/// A kiosk's clock may be ahead of the lobby's by so much.
const AHEAD: TimeDelta = TimeDelta::seconds(5);

/// A kiosk may have tried for so long before an attempt arrives.
const OLD: TimeDelta = TimeDelta::seconds(60);

pub(super) async fn check_in(
    State(lobby): State<Lobby>,
    Kiosk(kiosk): Kiosk,
    Attempt(nonce): Attempt,
    Body(request): Body<CheckInRequest>,
) -> Result<Json<CheckInReply>, ApiError> {
    let typed = matches!(request.presented, Presented::ShortCode(_));
    let locked = lobby.keypads().locked(&kiosk.id, lobby.clock().now()).filter(|_| typed);
    let presented = judged(&lobby, request.presented);
    let answered = match locked {
        None => {
            let presented = presented.clone();
            let seen_at = trusted(&lobby, &kiosk, request.seen_at).await;
            let command = together(Command::CheckIn(CheckIn { presented, seen_at }), request.with);
            lobby.ask(actor(&kiosk), Some(nonce), command).await?
        }
        // What was answered before the keypad was locked is answered again.
        Some(until) => match lobby.recollect(actor(&kiosk), nonce).await? {
            Some(answered) => answered,
            None => return Ok(reply(&lobby, None, CheckInAnswer::KeypadLocked { until })),
        },
    };
    let Reply::CheckIn(outcome) = answered.reply else {
        // The nonce was used by this kiosk for something else.
        return Err(LobbyError::NonceTaken.into());
    };
    if typed {
        watch_keypad(&lobby, &kiosk, &outcome).await;
    }
    let language = language(&lobby, &presented, &outcome);
    answer(&lobby, outcome).map(|answer| reply(&lobby, language, answer))
}

fn reply(lobby: &Lobby, language: Option<String>, answer: CheckInAnswer) -> Json<CheckInReply> {
    Json(CheckInReply { now: lobby.clock().now(), language, answer })
}

/// The language of the booking, whatever became of it; none where none was found.
fn language(lobby: &Lobby, presented: &Judged, outcome: &CheckInOutcome) -> Option<String> {
    let state = &lobby.published().state;
    let booking = match outcome {
        CheckInOutcome::CheckedIn(visit)
        | CheckInOutcome::AlreadyCheckedIn(visit)
        | CheckInOutcome::BackInQueue(visit) => state.booking(state.visit(*visit)?.booking?),
        CheckInOutcome::Refused(_) => state.presented_booking(presented),
    };
    booking?.language.clone()
}

/// What was presented, as the rules know it.
fn judged(lobby: &Lobby, presented: Presented) -> Judged {
    let beside = lobby.published().beside;
    match presented {
        Presented::Scan(text) => beside.ticket(&text).map_or(Judged::Scanned(text), Judged::Ticket),
        Presented::ShortCode(text) => {
            let booking = ShortCode::parse(&text).ok().and_then(|code| beside.booking(&code));
            booking.map_or(Judged::UnknownShortCode, Judged::ShortCode)
        }
    }
}

/// The moment that judges: the kiosk's where it can be true, else the lobby's, and staff are told.
pub(super) async fn trusted(lobby: &Lobby, kiosk: &Device, seen_at: Timestamp) -> Timestamp {
    let now = lobby.clock().now();
    let ahead = seen_at - now;
    if ahead <= AHEAD && -ahead <= OLD {
        return seen_at.trunc_subsecs(0);
    }
    let seconds = ahead.num_seconds();
    let detail = if seconds > 0 { format!("+{seconds} s") } else { format!("{seconds} s") };
    lobby.notices().tell(NoticeKind::TerminalClock, &kiosk.name, &detail).await;
    now.trunc_subsecs(0)
}

async fn watch_keypad(lobby: &Lobby, kiosk: &Device, outcome: &CheckInOutcome) {
    let wrong = matches!(outcome, CheckInOutcome::Refused(CheckInRefusal::Unknown));
    if !wrong {
        lobby.keypads().right(&kiosk.id);
        return;
    }
    let locked = lobby.keypads().wrong(kiosk.id.clone(), lobby.clock().now());
    if locked.is_some() {
        lobby.notices().tell(NoticeKind::KeypadLocked, &kiosk.name, "").await;
    }
}

fn answer(lobby: &Lobby, outcome: CheckInOutcome) -> Result<CheckInAnswer, ApiError> {
    Ok(match outcome {
        CheckInOutcome::CheckedIn(visit) => CheckInAnswer::CheckedIn { ticket: ticket(lobby, visit, true)? },
        CheckInOutcome::AlreadyCheckedIn(visit) => {
            CheckInAnswer::AlreadyCheckedIn { ticket: ticket(lobby, visit, false)? }
        }
        CheckInOutcome::BackInQueue(visit) => {
            CheckInAnswer::BackInQueue { ticket: ticket(lobby, visit, false)? }
        }
        CheckInOutcome::Refused(refusal) => refusal.into(),
    })
}

/// The command, for somebody who came together with the holder of another number.
pub(super) fn together(command: Command, with: Option<TicketNumber>) -> Command {
    match with {
        Some(with) => Command::Together { command: Box::new(command), with },
        None => command,
    }
}

/// A ticket that terminals can show; one of an earlier day is gone.
pub(super) fn ticket(lobby: &Lobby, visit: VisitId, fresh: bool) -> Result<TicketView, ApiError> {
    views::ticket(&lobby.published(), visit, lobby.clock().now(), fresh).ok_or(ApiError::Gone)
}
