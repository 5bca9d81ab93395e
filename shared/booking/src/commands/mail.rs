//! Mails: the way to the mail server, and the letters that it has not taken over.

use super::{CommandFault, chain, shown};
use crate::cli::MailCommand;
use crate::mail::Carrier;
use crate::settings::Settings;
use crate::store::Store;
use foyer_domain::Timestamp;
use std::fmt::Write as _;

/// Goes to the mail server and signs on; nothing is sent.
pub(super) async fn reach(settings: &Settings) -> Result<String, String> {
    let Some(mail) = &settings.mail else {
        return Ok("no `[mail]`: nobody gets confirmations or reminders".to_owned());
    };
    let carrier = Carrier::new(mail, settings.public_host()).map_err(|fault| chain(&fault))?;
    match carrier.open().await {
        Ok(line) => {
            line.close().await;
            Ok(format!("{} answers, and lets us in", carrier.name()))
        }
        Err(trouble) => Err(format!("{}, {}", carrier.name(), trouble.said())),
    }
}

/// Lists, tries again, gives up.
pub(super) async fn letters(
    store: &Store,
    command: MailCommand,
    now: Timestamp,
) -> Result<String, CommandFault> {
    match command {
        MailCommand::List => {
            let head = ("id", "booking", "kind", "due", "tries", "next");
            let (id, booking, kind, due, tries, next) = head;
            let mut table = format!(
                "{id:>15} {booking:<12} {kind:<16} {due:<22} {tries:>5} {next:<22} what went wrong last"
            );
            for letter in store.letters().await? {
                let next = letter.next_try_at.map_or("given up".to_owned(), shown);
                let (due, said) = (shown(letter.due_at), letter.last_error.unwrap_or_default());
                let (id, booking, kind, tries) = (
                    letter.id,
                    letter.booking.map_or("-".to_owned(), |id| id.to_string()),
                    letter.kind,
                    letter.tries,
                );
                write!(table, "\n{id:>15} {booking:<12} {kind:<16} {due:<22} {tries:>5} {next:<22} {said}")
                    .expect("a string takes any text");
            }
            Ok(table)
        }
        MailCommand::Retry { id } => match (store.retry_letters(id, now).await?, id) {
            (0, Some(id)) => Err(CommandFault::LetterUnknown(id)),
            (count, _) => Ok(format!("{count} letters are tried again now")),
        },
        MailCommand::Drop { id } => match store.drop_letter(id).await? {
            true => Ok(format!("letter {id} is given up for good")),
            false => Err(CommandFault::LetterUnknown(id)),
        },
    }
}
