//! Asking for a number: the lobby first, and alone where it does not answer.

use super::Alone;
use crate::action::{Answer, Attempt, Wish};
use crate::device::journal::{self, Journal};
use crate::times;
use foyer_client::{CallError, Server};
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::{
    CheckInAnswer, CheckInReply, CheckInRequest, LateTicketRequest, Presented, WalkInRequest,
};
use foyer_protocol::nonce::Nonce;

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The attempt's nonce.
    pub nonce: Nonce,
    /// The answer; `None` if there is none.
    pub answer: Option<Answer>,
    /// Whether the kiosk gave it alone.
    pub by_itself: bool,
}

/// Notes the attempt on disk, asks the lobby, and decides alone where its stream is down (`link_up`) or it does
/// not answer in time. `None` if the attempt could not be noted: then nothing was sent.
pub async fn ask(
    lobby: &Server,
    link_up: bool,
    journal: &Journal,
    alone: &Alone,
    attempt: Attempt,
) -> Option<Asked> {
    let Attempt { seen_at, wish, with, .. } = attempt;
    let (journal, what) = (journal.clone(), key_of(&wish));
    let noted = on_disk(move || journal.begin_attempt(&what, seen_at, Nonce::random())).await?;
    let nonce = noted.nonce;
    let answered = |answer, by_itself| Some(Asked { nonce, answer, by_itself });
    if let Some(answer) = by_itself(alone, noted, &wish, with, Alone::recall).await {
        return answered(Some(answer), true);
    }
    if !link_up && let Some(answer) = by_itself(alone, noted, &wish, with, Alone::decide).await {
        return answered(Some(answer), true);
    }
    let (known, asked_for) = (alone.clone(), wish.clone());
    let is_new = on_disk(move || known.would_give(&asked_for, seen_at)).await.unwrap_or(false);
    // Dropped as soon as the kiosk decides: what is not sent by then is not sent at all.
    let mut asking = Box::pin(asked(lobby, noted, wish.clone(), with));
    let in_time = tokio::time::timeout(times::LOBBY_ANSWERS, &mut asking).await;
    let error = match in_time {
        Ok(Ok(answer)) => return answered(Some(answer), false),
        Ok(Err(error)) if !error.is_retryable() => {
            tracing::warn!(%error, "the lobby refuses to answer");
            return answered(None, false);
        }
        Ok(Err(error)) => Some(error),
        Err(_) => None,
    };
    if let Some(answer) = by_itself(alone, noted, &wish, with, Alone::decide).await {
        return answered(Some(if is_new { first_told(answer) } else { answer }), true);
    }
    let late = if error.is_some() { None } else { asking.await.ok() };
    answered(late, false)
}

/// The lobby's list can come while its answer is lost. A ticket that it tells of and that was not there when the
/// attempt began is the attempt's own: nobody was told its number yet, and it has no paper.
fn first_told(answer: Answer) -> Answer {
    match answer {
        Answer::CheckIn(CheckInReply {
            now,
            language,
            answer: CheckInAnswer::AlreadyCheckedIn { ticket },
        }) => Answer::CheckIn(CheckInReply { now, language, answer: CheckInAnswer::CheckedIn { ticket } }),
        answer => answer,
    }
}

type ByItself = fn(
    &Alone,
    &journal::Attempt,
    &Wish,
    Option<TicketNumber>,
) -> Result<Option<Answer>, journal::JournalError>;

async fn by_itself(
    alone: &Alone,
    noted: journal::Attempt,
    wish: &Wish,
    with: Option<TicketNumber>,
    decide: ByItself,
) -> Option<Answer> {
    let (alone, wish) = (alone.clone(), wish.clone());
    on_disk(move || decide(&alone, &noted, &wish, with)).await.flatten()
}

/// Does something with the journal off the screen's thread.
pub(super) async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, journal::JournalError> + Send + 'static,
) -> Option<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => Some(done),
        Ok(Err(error)) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "nothing is given that could not be noted before"
            );
            None
        }
        Err(_) => None,
    }
}

async fn asked(
    lobby: &Server,
    noted: journal::Attempt,
    wish: Wish,
    with: Option<TicketNumber>,
) -> Result<Answer, CallError> {
    let (nonce, seen_at) = (noted.nonce, noted.seen_at);
    match wish {
        Wish::CheckIn(presented) => {
            let request = CheckInRequest { presented, seen_at, with };
            lobby.call_until("/check-ins", nonce, &request, times::LOBBY_AT_MOST).await.map(Answer::CheckIn)
        }
        Wish::WalkIn(services, language) => {
            let language = Some(language.tag().to_owned());
            let request = WalkInRequest { services, seen_at, with, language };
            lobby.call_until("/walk-ins", nonce, &request, times::LOBBY_AT_MOST).await.map(Answer::Ticket)
        }
        Wish::Late(booking) => {
            let request = LateTicketRequest { booking, seen_at, with };
            lobby.call_until("/late-tickets", nonce, &request, times::LOBBY_AT_MOST).await.map(Answer::Ticket)
        }
    }
}

/// What the journal knows an attempt by; it keeps a hash of it.
fn key_of(wish: &Wish) -> String {
    match wish {
        Wish::CheckIn(Presented::Scan(text)) => format!("scan {text}"),
        Wish::CheckIn(Presented::ShortCode(code)) => format!("short code {code}"),
        Wish::WalkIn(services, _) => {
            let services = services.iter().map(|choice| format!("{}:{}", choice.service, choice.quantity));
            format!("walk-in {}", services.collect::<Vec<_>>().join(","))
        }
        Wish::Late(booking) => format!("late {booking}"),
    }
}
