//! What the five cities promised their citizens, a journey each: a real browser, a real mail server, both servers;
//! some on SQLite, some on PostgreSQL.

mod leipzig;
mod leipzig_buergerservice;
mod leonberg;
mod markkleeberg;
mod offenburg;

use crate::support::{at, office};
use anyhow::Result;
use foyer_tests::house::House;
use foyer_tests::kept::Kept;
use foyer_tests::mail_server::{self, MailServer};
use tempfile::TempDir;

/// An office of the cities with its house and its mail server.
async fn city(name: &str, start: &str) -> Result<(TempDir, House, MailServer)> {
    city_on(Kept::Sqlite, name, start).await
}

/// The same on another database.
async fn city_on(kept: Kept, name: &str, start: &str) -> Result<(TempDir, House, MailServer)> {
    let folder = tempfile::tempdir()?;
    let mails = MailServer::start()?;
    let section = mail_server::section(mails.port, "security = \"none\"");
    let office = office(&format!("{name}.toml"));
    let house = House::open_on(kept, &section, &folder.path().join("house"), &office, at(start)).await?;
    Ok((folder, house, mails))
}
