//! What the five cities promised their citizens, a journey each: a real browser, a real mail server, both servers;
//! some on SQLite, some on PostgreSQL.

mod leipzig;
mod leipzig_buergerservice;
mod leonberg;
mod markkleeberg;
mod offenburg;
mod shown;

use crate::mails::house_that_mails;
use crate::support::office;
use anyhow::Result;
use foyer_tests::house::House;
use foyer_tests::kept::Kept;
use foyer_tests::mail_server::MailServer;
use tempfile::TempDir;

/// An office of the cities with its house and its mail server.
async fn city(name: &str, start: &str) -> Result<(TempDir, House, MailServer)> {
    city_on(Kept::Sqlite, name, start).await
}

/// The same on another database.
async fn city_on(kept: Kept, name: &str, start: &str) -> Result<(TempDir, House, MailServer)> {
    let folder = tempfile::tempdir()?;
    let office = office(&format!("{name}.toml"));
    let (house, mails) = house_that_mails(kept, &folder.path().join("house"), &office, start).await?;
    Ok((folder, house, mails))
}
