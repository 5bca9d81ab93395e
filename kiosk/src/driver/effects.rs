//! What the kiosk does in the world: ask the lobby, print, report. Each runs as a task of its own, so that one
//! that panics ends as "no answer" and takes nothing else with it.

use super::Message;
use crate::action::{Answer, Attempt, PrintJob, Wish};
use crate::device::journal::{self, Journal};
use crate::device::printer;
use crate::model;
use crate::ticket::{self, Template, TicketStyle};
use chrono_tz::Tz;
use foyer_client::{CallError, Server};
use foyer_domain::Timestamp;
use foyer_domain::engine::PrintOutcome;
use foyer_domain::id::VisitId;
use foyer_protocol::lobby::{
    CheckInRequest, DeviceStatus, LateTicketRequest, Presented, PrintReport, WalkInRequest,
};
use foyer_protocol::nonce::Nonce;
use iced::Task;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

/// The lobby is asked for so long, though the citizen is told something after two seconds.
const ASK_WITHIN: Duration = Duration::from_secs(20);
/// Reports may wait for a lobby that restarts.
const REPORT_WITHIN: Duration = Duration::from_secs(120);

/// Notes the attempt on disk, then asks until there is an answer.
pub(super) fn ask(lobby: Server, journal: Journal, attempt: Attempt) -> Task<Message> {
    let id = attempt.id;
    let asking = guarded(async move { noted_and_asked(&lobby, journal, attempt).await });
    Task::perform(asking, move |asked| {
        let (nonce, answer) = asked.flatten().map_or((None, None), |(nonce, answer)| (Some(nonce), answer));
        Message::Happened(model::Message::Answered { id, nonce, answer })
    })
}

async fn noted_and_asked(
    lobby: &Server,
    journal: Journal,
    attempt: Attempt,
) -> Option<(Nonce, Option<Answer>)> {
    let (what, seen_at) = (key_of(&attempt.wish), attempt.seen_at);
    let noting = tokio::task::spawn_blocking(move || journal.begin_attempt(&what, seen_at, Nonce::random()));
    let noted = match noting.await {
        Ok(Ok(noted)) => noted,
        Ok(Err(error)) => {
            tracing::error!(%error, "nothing is sent that could not be noted before");
            return None;
        }
        Err(_) => return None,
    };
    match asked(lobby, noted, attempt.wish).await {
        Ok(answer) => Some((noted.nonce, Some(answer))),
        Err(error) => {
            tracing::warn!(%error, "the lobby has not answered");
            Some((noted.nonce, None))
        }
    }
}

async fn asked(lobby: &Server, noted: journal::Attempt, wish: Wish) -> Result<Answer, CallError> {
    let (nonce, seen_at) = (noted.nonce, noted.seen_at);
    match wish {
        Wish::CheckIn(presented) => {
            let request = CheckInRequest { presented, seen_at };
            lobby.call_until("/check-ins", nonce, &request, ASK_WITHIN).await.map(Answer::CheckIn)
        }
        Wish::WalkIn(services) => {
            let request = WalkInRequest { services, seen_at };
            lobby.call_until("/walk-ins", nonce, &request, ASK_WITHIN).await.map(Answer::Ticket)
        }
        Wish::Late(booking) => {
            let request = LateTicketRequest { booking, seen_at };
            lobby.call_until("/late-tickets", nonce, &request, ASK_WITHIN).await.map(Answer::Ticket)
        }
    }
}

/// What the journal knows an attempt by; it keeps a hash of it.
fn key_of(wish: &Wish) -> String {
    match wish {
        Wish::CheckIn(Presented::Scan(text)) => format!("scan {text}"),
        Wish::CheckIn(Presented::ShortCode(code)) => format!("short code {code}"),
        Wish::WalkIn(services) => {
            let services = services.iter().map(|choice| format!("{}:{}", choice.service, choice.quantity));
            format!("walk-in {}", services.collect::<Vec<_>>().join(","))
        }
        Wish::Late(booking) => format!("late {booking}"),
    }
}

/// The answer has been shown: the same code begins anew from now on.
pub(super) fn settle(journal: Journal, nonce: Nonce) -> Task<Message> {
    quietly(async move {
        let settling = tokio::task::spawn_blocking(move || journal.settle_attempt(nonce));
        if let Ok(Err(error)) = settling.await {
            tracing::error!(%error, "an answered attempt could not be noted");
        }
    })
}

/// What a ticket needs besides its content.
pub(super) struct Paper {
    pub(super) template: Arc<Template>,
    pub(super) office: String,
    pub(super) time_zone: Tz,
    pub(super) now: Timestamp,
}

/// Makes the ticket's bytes and prints them.
pub(super) fn print(printer: printer::Handle, job: PrintJob, paper: Paper) -> Task<Message> {
    let visit = job.ticket.visit;
    let printing = guarded(async move { printer.print(printable(&job, &paper)).await });
    Task::perform(printing, move |outcome| {
        let outcome = outcome.unwrap_or(printer::Outcome::Unknown(printer::Reason::Interrupted));
        Message::Happened(model::Message::Printed { visit, outcome })
    })
}

fn printable(job: &PrintJob, paper: &Paper) -> printer::Job {
    let style = TicketStyle {
        template: &paper.template,
        language: job.language,
        office: &paper.office,
        time_zone: paper.time_zone,
        copy: job.copy,
        now: paper.now,
    };
    printer::Job {
        visit: job.ticket.visit,
        attempt: job.attempt,
        copy: job.copy,
        ticket: ticket::encode(&job.ticket, &style),
    }
}

/// Tells the lobby what became of the paper.
pub(super) fn report_print(lobby: Server, visit: VisitId, report: PrintReport) -> Task<Message> {
    quietly(async move { tell_print(&lobby, visit, &report).await })
}

async fn tell_print(lobby: &Server, visit: VisitId, report: &PrintReport) {
    let path = format!("/tickets/{}/print", visit.0);
    let told = lobby.call_until::<_, ()>(&path, Nonce::random(), report, REPORT_WITHIN).await;
    if let Err(error) = told {
        tracing::warn!(%error, "the lobby does not know what became of a ticket's paper");
    }
}

/// Tells the lobby of prints that the last run left open.
pub(super) fn report_interrupted(lobby: Server, journal: Journal) -> Task<Message> {
    quietly(async move {
        let open = journal.clone();
        let Ok(Ok(jobs)) = tokio::task::spawn_blocking(move || open.interrupted()).await else { return };
        for job in jobs {
            let detail = printer::Reason::Interrupted.text_id().to_owned();
            let report = PrintReport { outcome: PrintOutcome::Unknown, detail };
            tell_print(&lobby, job.visit, &report).await;
            let journal = journal.clone();
            if let Ok(Err(error)) = tokio::task::spawn_blocking(move || journal.reported(job.id)).await {
                tracing::error!(%error, "a reported print could not be noted");
            }
        }
    })
}

/// Tells the lobby how this terminal is. A failure is made up for when the link is new.
pub(super) fn report_status(lobby: Server, status: DeviceStatus) -> Task<Message> {
    quietly(async move {
        if let Err(error) = lobby.post_plain::<_, ()>("/device/status", &status).await {
            tracing::warn!(%error, "the lobby does not know how this terminal is");
        }
    })
}

/// An effect without an answer.
fn quietly(effect: impl Future<Output = ()> + Send + 'static) -> Task<Message> {
    Task::perform(guarded(effect), |_| Message::Done)
}

/// Runs an effect by itself; `None` if it panicked. A panic in iced's own task would end its whole batch.
async fn guarded<T: Send + 'static>(effect: impl Future<Output = T> + Send + 'static) -> Option<T> {
    match tokio::spawn(effect).await {
        Ok(value) => Some(value),
        Err(error) => {
            tracing::error!(%error, "an effect has failed");
            None
        }
    }
}
