//! Addresses of others that are told what becomes of bookings.

use super::{CommandFault, shown};
use crate::cli::WebhookCommand;
use crate::hooks;
use crate::store::{Store, Told};
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use std::fmt::Write as _;

/// Adds, lists, tries again, removes.
pub(super) async fn webhooks(
    store: &Store,
    command: WebhookCommand,
    now: Timestamp,
) -> Result<String, CommandFault> {
    let known = |is_known: bool, id: i64, said: &str| match is_known {
        true => Ok(format!("webhook {id} {said}")),
        false => Err(CommandFault::WebhookUnknown(id)),
    };
    match command {
        WebhookCommand::Add { name, url, names, office } => {
            if !hooks::is_safe(&url) {
                return Err(CommandFault::WebhookUnsafe);
            }
            let secret = store.add_webhook(name, url.to_string(), Told { office, names }, now).await??;
            Ok(hooks::shown(&secret))
        }
        WebhookCommand::List => {
            let (office, next) = ("office", "next");
            let mut table = format!(
                "{:>15} {:<16} {office:<16} {:<5} {:>5} {next:<22} {:<20} address",
                "id", "name", "names", "tries", "what went wrong last"
            );
            for hook in store.webhooks().await? {
                let next = match hook.next_try_at {
                    None => "given up".to_owned(),
                    Some(at) if hook.tries > 0 => shown(at),
                    Some(_) => "when there is news".to_owned(),
                };
                let office = hook.told.office.as_ref().map_or("all", OfficeId::as_str);
                let names = if hook.told.names { "yes" } else { "no" };
                let said = hook.last_error.unwrap_or_default();
                let (id, name, tries, url) = (hook.id, hook.name, hook.tries, hook.url);
                write!(
                    table,
                    "\n{id:>15} {name:<16} {office:<16} {names:<5} {tries:>5} {next:<22} {said:<20} {url}"
                )
                .expect("a string takes any text");
            }
            Ok(table)
        }
        WebhookCommand::Retry { id } => known(store.retry_webhook(id).await?, id, "is told again now"),
        WebhookCommand::Remove { id } => known(store.remove_webhook(id).await?, id, "is told nothing more"),
    }
}
