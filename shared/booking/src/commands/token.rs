//! Tokens of programs of others.

use super::{CommandFault, shown};
use crate::cli::TokenCommand;
use crate::rights::Right;
use crate::store::Store;
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use std::fmt::Write as _;

/// Makes, lists, takes back.
pub(super) async fn tokens(
    store: &Store,
    command: TokenCommand,
    now: Timestamp,
) -> Result<String, CommandFault> {
    match command {
        TokenCommand::Add { name, rights, office } => {
            Ok(store.add_token(name, rights, office, now).await??)
        }
        TokenCommand::List => {
            let mut table = format!(
                "{:>15} {:<12} {:<20} {:<22} {:<22} name",
                "id", "rights", "office", "made", "taken back"
            );
            for token in store.tokens().await? {
                let rights: Vec<&str> = token.rights.iter().map(|right| Right::name(*right)).collect();
                let (rights, made) = (rights.join(","), shown(token.made_at));
                let office = token.office.as_ref().map_or("all", OfficeId::as_str);
                let revoked = token.revoked_at.map_or("–".to_owned(), shown);
                let (id, name) = (token.id, token.name);
                write!(table, "\n{id:>15} {rights:<12} {office:<20} {made:<22} {revoked:<22} {name}")
                    .expect("a string takes any text");
            }
            Ok(table)
        }
        TokenCommand::Revoke { id } => match store.revoke_token(id, now).await? {
            true => Ok(format!("token {id} allows nothing more")),
            false => Err(CommandFault::TokenUnknown(id)),
        },
    }
}
