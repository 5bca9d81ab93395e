//! What the staff page wants done.

use super::{Devices, Driver, Message, Options, effects};
use crate::action::StaffAction;
use crate::config::Config;
use crate::device::journal::Journal;
use crate::device::printer;
use crate::kept::Kept;
use crate::model::staff::{self, Setup};
use crate::screen::staff::About;
use crate::ticket;
use foyer_domain::id::VisitId;
use foyer_text::Language;
use iced::Task;

/// What the model is told of staff's page when it begins.
pub(super) fn setup(options: &Options, config: &Config, kept: Kept) -> Setup {
    Setup { access: config.staff.clone(), kept, about: about(options) }
}

fn about(options: &Options) -> About {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let system = [name.unwrap_or("Linux").trim_matches('"'), kernel.trim()];
    About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        protocol: foyer_protocol::lobby::VERSION.to_string(),
        system: system.join(", "),
        config: options.config.display().to_string(),
    }
}

fn said(message: staff::Message) -> Message {
    Message::Happened(crate::model::Message::Staff(message))
}

impl Driver {
    pub(super) fn perform_for_staff(&self, action: StaffAction, devices: &Devices) -> Task<Message> {
        match action {
            StaffAction::CheckPin { id, pin } => {
                let hash = devices.config.staff.pin.clone();
                let comparing =
                    tokio::task::spawn_blocking(move || hash.is_some_and(|hash| hash.is_of(&pin)));
                Task::perform(comparing, move |right| {
                    said(staff::Message::PinChecked { id, right: right.unwrap_or(false) })
                })
            }
            StaffAction::Keep(kept) => {
                let keeper = devices.keeper.clone();
                keeper.set(kept);
                Task::perform(tokio::task::spawn_blocking(move || keeper.write()), |written| {
                    let kept = match written {
                        Ok(Ok(())) => true,
                        Ok(Err(error)) => {
                            tracing::error!(%error, "the terminal's settings cannot be kept");
                            false
                        }
                        Err(_) => false,
                    };
                    said(staff::Message::Kept(kept))
                })
            }
            StaffAction::PrintTest => {
                let (printer, paper) = (devices.printer.clone(), self.paper(devices));
                let language = self.model.words().language.for_staff();
                print(async move {
                    let bytes = ticket::encode_trial(&paper.style(language, false));
                    send(&printer, bytes).await
                })
            }
            StaffAction::NoteRefusal { at, reason } => {
                let journal = devices.journal.clone();
                effects::on_journal(move || journal.note_refusal(at, reason))
            }
        }
    }
}

/// Prints what is no citizen's paper.
pub(super) async fn send(printer: &printer::Handle, ticket: Vec<u8>) -> printer::Outcome {
    printer.print(printer::Job { visit: VisitId::alone(0), attempt: None, copy: true, ticket }).await
}

/// Prints something for staff and tells them what became of it.
pub(super) fn print(printing: impl Future<Output = printer::Outcome> + Send + 'static) -> Task<Message> {
    Task::perform(effects::guarded(printing), |outcome| {
        let outcome = outcome.unwrap_or(printer::Outcome::Unknown(printer::Reason::Interrupted));
        said(staff::Message::Printed(outcome))
    })
}

/// Prints what was given alone, in order.
pub(super) fn print_alone(
    printer: printer::Handle,
    alone: crate::alone::Alone,
    paper: effects::Paper,
) -> Task<Message> {
    print(async move {
        let tickets = match tokio::task::spawn_blocking(move || alone.tickets()).await {
            Ok(Ok(tickets)) => tickets,
            Ok(Err(error)) => {
                tracing::error!(error = &error as &dyn std::error::Error, "the journal cannot be read");
                return printer::Outcome::NotSent(printer::Reason::NoList);
            }
            Err(_) => return printer::Outcome::NotSent(printer::Reason::NoList),
        };
        let bytes = ticket::encode_list(&tickets, &paper.style(Language::German, false));
        send(&printer, bytes).await
    })
}

/// The refusals that the journal has from before this start.
pub(super) fn recall(journal: Journal) -> Task<Message> {
    Task::perform(tokio::task::spawn_blocking(move || journal.refusals()), |read| match read {
        Ok(Ok(refusals)) => said(staff::Message::Recalled(refusals)),
        Ok(Err(error)) => {
            tracing::error!(error = &error as &dyn std::error::Error, "the journal cannot be read");
            Message::Done
        }
        Err(_) => Message::Done,
    })
}
