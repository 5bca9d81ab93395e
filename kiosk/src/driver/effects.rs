//! What the kiosk does in the world: ask the lobby, print, report. Each runs as a task of its own, so that one
//! that panics ends as "no answer" and takes nothing else with it.

use super::Message;
use crate::action::{Attempt, PrintJob};
use crate::alone::{Alone, asking};
use crate::device::journal::{Journal, JournalError, PrintState};
use crate::device::printer;
use crate::model;
use crate::ticket::{self, Template, TicketStyle};
use chrono_tz::Tz;
use foyer_client::Server;
use foyer_domain::Timestamp;
use foyer_domain::alone::SignedList;
use foyer_domain::engine::PrintOutcome;
use foyer_domain::id::VisitId;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::WishChange;
use foyer_protocol::lobby::{DeviceStatus, PrintReport};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;
use iced::Task;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

/// Reports may wait for a lobby that restarts.
const REPORT_WITHIN: Duration = Duration::from_secs(120);

/// Notes the attempt on disk, asks the lobby, and decides alone where it does not answer.
pub(super) fn ask(
    lobby: Server,
    link_up: bool,
    journal: Journal,
    alone: Alone,
    attempt: Attempt,
) -> Task<Message> {
    let id = attempt.id;
    let asking = async move { asking::ask(&lobby, link_up, &journal, &alone, attempt).await };
    Task::perform(guarded(asking), move |asked| {
        let asked = asked.flatten();
        let nonce = asked.as_ref().map(|asked| asked.nonce);
        let answer = asked.and_then(|asked| asked.answer);
        Message::Happened(model::Message::Answered { id, nonce, answer })
    })
}

/// Keeps what the lobby tells for working alone.
pub(super) fn keep_list(alone: Alone, list: SignedList, public_key: String) -> Task<Message> {
    stands(alone, move |alone| alone.take(list, &public_key))
}

/// Gives nothing alone any more.
pub(super) fn forget_list(alone: Alone) -> Task<Message> {
    stands(alone, |alone| alone.forget())
}

/// Keeps a wish; how the terminal stands afterwards lets it be handed over.
pub(super) fn wish(alone: Alone, number: TicketNumber, change: WishChange) -> Task<Message> {
    stands(alone, move |alone| alone.wish(number, change))
}

/// Looks how the terminal stands.
pub(super) fn look_alone(alone: Alone) -> Task<Message> {
    stands(alone, |_| Ok(()))
}

/// Does something that may change how the terminal stands, and tells that.
fn stands(
    alone: Alone,
    first: impl FnOnce(&Alone) -> Result<(), JournalError> + Send + 'static,
) -> Task<Message> {
    let looking = async move {
        let looked = tokio::task::spawn_blocking(move || {
            let done = first(&alone);
            done.and_then(|()| alone.state())
        });
        looked.await.ok()
    };
    Task::perform(guarded(looking), |looked| match looked.flatten() {
        Some(Ok(state)) => Message::Happened(model::Message::StandsAlone(state)),
        Some(Err(error)) => {
            tracing::error!(error = &error as &dyn std::error::Error, "the journal refuses");
            Message::Done
        }
        None => Message::Done,
    })
}

/// Hands over what was given alone.
pub(super) fn hand_over(lobby: Server, alone: Alone) -> Task<Message> {
    let handing_over = guarded(async move { alone.hand_over(&lobby).await });
    Task::perform(handing_over, |state| Message::Happened(model::Message::HandedOver(state.flatten())))
}

/// The answer has been shown: the same code begins anew from now on.
pub(super) fn settle(journal: Journal, nonce: Nonce) -> Task<Message> {
    on_journal(move || journal.settle_attempt(nonce))
}

/// Notes something in the journal.
pub(super) fn on_journal(note: impl FnOnce() -> Result<(), JournalError> + Send + 'static) -> Task<Message> {
    quietly(async move {
        if let Ok(Err(error)) = tokio::task::spawn_blocking(note).await {
            tracing::error!(error = &error as &dyn std::error::Error, "the journal does not take a note");
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

/// Makes the ticket's bytes and prints them. What staff have ordered is one paper, also after a restart.
pub(super) fn print(
    printer: printer::Handle,
    journal: Journal,
    job: PrintJob,
    paper: Paper,
) -> Task<Message> {
    let visit = job.ticket.visit;
    let order = job.attempt.filter(|_| job.copy);
    let printing = guarded(async move {
        let known = match order {
            Some(order) => known_print(journal, order).await,
            None => None,
        };
        match known {
            Some(outcome) => outcome,
            None => printer.print(printable(&job, &paper)).await,
        }
    });
    Task::perform(printing, move |outcome| {
        let outcome = outcome.unwrap_or(printer::Outcome::Unknown(printer::Reason::Interrupted));
        Message::Happened(match order {
            Some(order) => model::Message::Ordered { order, visit, outcome },
            None => model::Message::Printed { visit, outcome },
        })
    })
}

/// An order that came too late prints nothing; it may have been printed in time, before a restart.
pub(super) fn miss_order(journal: Journal, order: Nonce, visit: VisitId) -> Task<Message> {
    Task::perform(guarded(known_print(journal, order)), move |known| {
        let outcome = known.flatten().unwrap_or(printer::Outcome::NotSent(printer::Reason::TooLate));
        Message::Happened(model::Message::Ordered { order, visit, outcome })
    })
}

/// What became of an order that this terminal took before it was started again.
async fn known_print(journal: Journal, order: Nonce) -> Option<printer::Outcome> {
    let known = tokio::task::spawn_blocking(move || journal.print_of(order)).await.ok()?;
    known
        .inspect_err(|error| {
            tracing::error!(error = error as &dyn std::error::Error, "the journal cannot be read");
        })
        .ok()?
        .map(outcome_of)
}

/// As it is told after a restart. What was not sent is not on paper: that is certain, only the reason is forgotten.
fn outcome_of(state: PrintState) -> printer::Outcome {
    match state {
        PrintState::Printed => printer::Outcome::Printed,
        PrintState::NotSent => printer::Outcome::NotSent(printer::Reason::Forgotten),
        PrintState::Sending | PrintState::Unknown => printer::Outcome::Unknown(printer::Reason::Interrupted),
    }
}

impl Paper {
    pub(super) fn style(&self, language: Language, copy: bool) -> TicketStyle<'_> {
        TicketStyle {
            template: &self.template,
            language,
            office: &self.office,
            time_zone: self.time_zone,
            copy,
            now: self.now,
            code: None,
        }
    }
}

fn printable(job: &PrintJob, paper: &Paper) -> printer::Job {
    let style = TicketStyle { code: job.code.as_deref(), ..paper.style(job.language, job.copy) };
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
            let detail = printer::Reason::Interrupted.for_staff();
            // The lobby may tell an order of staff again: one paper, one notice.
            let report = PrintReport { outcome: PrintOutcome::Unknown, detail, order: job.order };
            // The lobby never knew the ticket by the kiosk's own id; its number was on the screen, too.
            if !job.visit.is_alone() {
                tell_print(&lobby, job.visit, &report).await;
            }
            let journal = journal.clone();
            if let Ok(Err(error)) = tokio::task::spawn_blocking(move || journal.reported(job.id)).await {
                tracing::error!(%error, "a reported print could not be noted");
            }
        }
    })
}

/// Tells the lobby how this terminal is. It is told again within a second.
pub(super) fn report_status(lobby: Server, status: DeviceStatus) -> Task<Message> {
    quietly(async move {
        if let Err(error) = lobby.post_plain::<_, ()>("/device/status", &status).await {
            if error.is_retryable() {
                tracing::debug!(%error, "the lobby does not know how this terminal is");
            } else {
                tracing::warn!(%error, "the lobby does not know how this terminal is");
            }
        }
    })
}

/// An effect without an answer.
fn quietly(effect: impl Future<Output = ()> + Send + 'static) -> Task<Message> {
    Task::perform(guarded(effect), |_| Message::Done)
}

/// Runs an effect by itself; `None` if it panicked. A panic in iced's own task would end its whole batch.
pub(super) async fn guarded<T: Send + 'static>(
    effect: impl Future<Output = T> + Send + 'static,
) -> Option<T> {
    match tokio::spawn(effect).await {
        Ok(value) => Some(value),
        Err(error) => {
            tracing::error!(%error, "an effect has failed");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::printer::{Outcome, Reason};

    /// Staff look for a paper that may have come out, and for none that did not.
    #[tokio::test]
    async fn what_became_of_an_order_before_a_restart_is_told_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-11-23T09:00:00Z".parse().unwrap();
        let journal = || Journal::open(&folder.path().join("kiosk.sqlite"), now).unwrap();
        for (state, outcome) in [
            (PrintState::Printed, Outcome::Printed),
            (PrintState::NotSent, Outcome::NotSent(Reason::Forgotten)),
            (PrintState::Unknown, Outcome::Unknown(Reason::Interrupted)),
            (PrintState::Sending, Outcome::Unknown(Reason::Interrupted)),
        ] {
            let (before, order) = (journal(), Nonce::random());
            let row = before.begin_print(VisitId(7), Some(order), true, PrintState::Sending, now).unwrap();
            before.finish_print(row, state).unwrap();
            drop(before);
            assert_eq!(known_print(journal(), order).await, Some(outcome), "{state:?}");
        }
        assert_eq!(known_print(journal(), Nonce::random()).await, None, "another order");
    }
}
