//! Tickets without an appointment, and what became of their paper.

use super::auth::{Attempt, Body, Kiosk, actor};
use super::check_in::{ticket, together, trusted};
use crate::copies::Settled;
use crate::devices::Device;
use crate::error::ApiError;
use crate::lobby::{Lobby, LobbyError};
use crate::notices::NoticeKind;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::NoContent;
use foyer_domain::engine::{Command, PrintOutcome, Refusal, Reply, WalkIn, WalkInRefusal};
use foyer_domain::id::VisitId;
use foyer_protocol::lobby::{
    LateTicketRequest, PrintReport, TicketAnswer, TicketReply, WalkInRequest, WishRequest,
};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;

/// `POST /late-tickets`
pub(super) async fn late(
    State(lobby): State<Lobby>,
    Kiosk(kiosk): Kiosk,
    Attempt(nonce): Attempt,
    Body(request): Body<LateTicketRequest>,
) -> Result<Json<TicketReply>, ApiError> {
    let seen_at = trusted(&lobby, &kiosk, request.seen_at).await;
    open(
        &lobby,
        &kiosk,
        nonce,
        together(Command::TakeLate { booking: request.booking, seen_at }, request.with),
    )
    .await
}

/// `POST /walk-ins`
pub(super) async fn walk_in(
    State(lobby): State<Lobby>,
    Kiosk(kiosk): Kiosk,
    Attempt(nonce): Attempt,
    Body(request): Body<WalkInRequest>,
) -> Result<Json<TicketReply>, ApiError> {
    let seen_at = trusted(&lobby, &kiosk, request.seen_at).await;
    let WalkInRequest { services, with, language, .. } = request;
    // A language that no page and no paper speaks says nothing to a clerk.
    let language = language.as_deref().and_then(Language::from_tag).map(|language| language.tag().to_owned());
    let walk_in = Command::WalkIn(WalkIn { services, seen_at, language });
    open(&lobby, &kiosk, nonce, together(walk_in, with)).await
}

async fn open(
    lobby: &Lobby,
    kiosk: &Device,
    nonce: Nonce,
    command: Command,
) -> Result<Json<TicketReply>, ApiError> {
    let answer = match lobby.ask(actor(kiosk), Some(nonce), command).await {
        Ok(answered) => match answered.reply {
            Reply::Opened(visit) => TicketAnswer::Opened { ticket: ticket(lobby, visit, true)? },
            // The nonce was used by this kiosk for something else.
            Reply::Done | Reply::CheckIn(_) | Reply::Called(_) | Reply::Leased(_) | Reply::HandedOver(_) => {
                return Err(LobbyError::NonceTaken.into());
            }
        },
        Err(LobbyError::Refused(Refusal::WalkIn(refusal))) => match refusal {
            WalkInRefusal::QueueFull { opens_at } => TicketAnswer::QueueFull { opens_at },
            WalkInRefusal::Closed { opens_at } => TicketAnswer::Closed { opens_at },
            WalkInRefusal::NotNow { opens_at } => TicketAnswer::NotNow { opens_at },
            WalkInRefusal::Paused { text } => TicketAnswer::Paused { text },
            WalkInRefusal::NotOffered(_) | WalkInRefusal::NoService => TicketAnswer::NotOffered,
        },
        Err(error) => return Err(error.into()),
    };
    Ok(Json(TicketReply { now: lobby.clock().now(), answer }))
}

/// `POST /wishes`
pub(super) async fn wish(
    State(lobby): State<Lobby>,
    Kiosk(kiosk): Kiosk,
    Attempt(nonce): Attempt,
    Body(request): Body<WishRequest>,
) -> Result<NoContent, ApiError> {
    let WishRequest { number, change, at } = request;
    lobby.ask(actor(&kiosk), Some(nonce), Command::Wish { number, change, at }).await?;
    Ok(NoContent)
}

/// `POST /tickets/{visit}/print`
pub(super) async fn print(
    State(lobby): State<Lobby>,
    Kiosk(kiosk): Kiosk,
    Attempt(nonce): Attempt,
    Path(visit): Path<String>,
    Body(report): Body<PrintReport>,
) -> Result<NoContent, ApiError> {
    let visit = VisitId(visit.parse().map_err(|_| ApiError::NotFound)?);
    let command = Command::ReportPrint { visit, outcome: report.outcome };
    // One paper is one notice, however often and from whichever run of the kiosk it is told.
    let kept = lobby.ask(actor(&kiosk), Some(nonce), command).await;
    let is_told = report.order.is_some_and(|order| lobby.copies().settle(order) == Settled::Before);
    // Of a visit of yesterday's nothing is kept, but its order has ended all the same.
    kept?;
    if report.outcome != PrintOutcome::Printed && !is_told {
        let number = lobby.state().visit(visit).map(|visit| visit.number.to_string()).unwrap_or_default();
        let detail = format!("{number} {}", report.detail.chars().take(200).collect::<String>());
        lobby.notices().tell(NoticeKind::PrintFailed, &kiosk.name, detail.trim()).await;
    }
    Ok(NoContent)
}
