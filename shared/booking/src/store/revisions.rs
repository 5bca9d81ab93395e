//! An office's earlier states.

use super::Store;
use super::fault::StoreFault;
use super::rows;
use super::sql::{Row, values};
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use foyer_domain::office::Office;

/// The list shows so many, newest first.
const MOST_SHOWN: u32 = 200;

/// A revision of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its number.
    pub number: u64,
    /// When it came into force.
    pub at: Timestamp,
    /// Who saved it in the browser.
    pub by: Author,
}

/// Who made a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// The command line.
    CommandLine,
    /// Somebody who works here.
    Somebody(String),
    /// Somebody who is not known any more.
    Gone,
}

fn revision(row: &Row) -> Result<Revision, StoreFault> {
    let number: i64 = row.get(0)?;
    let (saved_by, name) = (row.get::<Option<String>>(2)?, row.get::<Option<String>>(3)?);
    Ok(Revision {
        number: u64::try_from(number).map_err(|_| StoreFault::Column { column: 0 })?,
        at: rows::moment(row.get(1)?),
        by: match (saved_by, name) {
            (None, _) => Author::CommandLine,
            (Some(_), Some(name)) => Author::Somebody(name),
            (Some(_), None) => Author::Gone,
        },
    })
}

impl Store {
    /// The revisions of an office, newest first.
    ///
    /// # Errors
    /// The store's.
    pub async fn revisions(&self, office: OfficeId) -> Result<Vec<Revision>, StoreFault> {
        self.read(move |connection| {
            let sql = "select revision, imported_at, saved_by, name from office_revision
                left join staff on staff.id = saved_by where office = ?1 order by revision desc limit ?2";
            connection.rows(sql, values![office.as_str(), MOST_SHOWN], revision)
        })
        .await
    }

    /// An office as it was in one of its revisions.
    ///
    /// # Errors
    /// The store's.
    pub async fn office_revision(
        &self,
        office: OfficeId,
        revision: u64,
    ) -> Result<Option<Office>, StoreFault> {
        self.read(move |connection| {
            let sql = "select document from office_revision where office = ?1 and revision = ?2";
            let values = values![office.as_str(), rows::count(revision)];
            connection.row(sql, values, |row| rows::json(&row.get::<String>(0)?))
        })
        .await
    }
}
