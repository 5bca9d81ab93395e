//! Offices: taken over from files, listed, linked to their lobbies.

use super::{CommandFault, open, shown};
use crate::cli::OfficeCommand;
use crate::office_file;
use crate::settings::Settings;
use crate::store::Store;
use foyer_domain::Timestamp;
use foyer_domain::office::Office;
use foyer_protocol::program;
use std::fmt::Write as _;

/// Does something with offices.
pub(super) async fn offices(
    settings: &Settings,
    command: OfficeCommand,
    now: Timestamp,
) -> Result<String, CommandFault> {
    match command {
        OfficeCommand::Import { files, standard } => {
            let standard = standard.as_deref().map(program::load).transpose()?.unwrap_or_default();
            // All are judged before the first is taken over.
            let read = files.iter().map(|file| office_file::read_upon(file, &standard));
            let offices: Vec<Office> = read.collect::<Result<_, _>>()?;
            let store = open(settings, now)?;
            let mut said = Vec::new();
            for office in offices {
                said.push(import(&store, settings, office, now).await?);
            }
            Ok(said.join("\n"))
        }
        OfficeCommand::List => {
            let list = open(settings, now)?.office_list(now).await?;
            let mut table = format!(
                "{:<24} {:>6} {:>8} {:>8}  {:<22} name",
                "id", "number", "revision", "bookings", "lobby since"
            );
            for row in list {
                let since = row.lobby_since.map_or("none yet".to_owned(), shown);
                let office = row.office;
                write!(
                    table,
                    "\n{:<24} {:>6} {:>8} {:>8}  {since:<22} {}",
                    office.id.as_str(),
                    office.number,
                    office.revision,
                    row.open_bookings,
                    office.name
                )
                .expect("a string takes any text");
            }
            Ok(table)
        }
        OfficeCommand::Link { office } => Ok(open(settings, now)?.make_link_code(office, now).await??),
    }
}

async fn import(
    store: &Store,
    settings: &Settings,
    mut office: Office,
    now: Timestamp,
) -> Result<String, CommandFault> {
    if office.public_url.is_none() {
        office.public_url =
            settings.public_url.as_ref().map(|url| url.as_str().trim_end_matches('/').to_owned());
    }
    let id = office.id.clone();
    let imported = store.import(office, now).await??;
    let mut said = match imported.is_new {
        true => format!("{id}: revision {} is in force", imported.revision),
        false => format!("{id}: nothing has changed, revision {} stays in force", imported.revision),
    };
    if imported.outside_hours > 0 {
        write!(said, "\n{} bookings lie outside the opening hours now; they stand", imported.outside_hours)
            .expect("a string takes any text");
    }
    if imported.without_lane > 0 {
        let bookings = imported.without_lane;
        write!(said, "\n{bookings} bookings stand at counters or places that are not open then any more; they stand, and each takes the room of another")
            .expect("a string takes any text");
    }
    Ok(said)
}
