//! Offices as they are being changed in the browser: drafts, and saving them.

use super::Store;
use super::fault::StoreFault;
use super::offices::{self, ImportFault, Imported};
use super::rows;
use super::sql::{Connection, Row, values};
use super::writer::{self, Work};
use foyer_domain::Timestamp;
use foyer_domain::id::{OfficeId, StaffId};
use foyer_domain::office::Office;

/// What somebody is changing of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which office.
    pub office: OfficeId,
    /// The revision that it began with; 0 for a new office.
    pub base: u64,
    /// Counts changes, from 1.
    pub step: u32,
    /// The office as JSON, maybe with what no office can have.
    pub document: String,
}

/// Why a draft was not saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaveFault {
    /// Somebody else has saved meanwhile.
    #[error("revision {revision} was saved meanwhile")]
    Newer {
        /// The revision in force.
        revision: u64,
    },
    /// It does not fit what is there.
    #[error(transparent)]
    Import(#[from] ImportFault),
}

fn draft(row: &Row) -> Result<Draft, StoreFault> {
    let base: i64 = row.get(1)?;
    let base = u64::try_from(base).map_err(|_| StoreFault::Column { column: 1 })?;
    Ok(Draft { office: OfficeId(row.get(0)?), base, step: row.get(2)?, document: row.get(3)? })
}

fn of(connection: &Connection, office: &OfficeId, staff: &StaffId) -> Result<Option<Draft>, StoreFault> {
    let sql = "select office, base, step, document from draft where office = ?1 and staff = ?2";
    connection.row(sql, values![office.as_str(), staff.as_str()], draft)
}

/// Writes a draft that is the next step of what is there; `false` if another window was quicker.
fn keep(work: &Work<'_>, draft: &Draft, staff: &StaffId, now: Timestamp) -> Result<bool, StoreFault> {
    let known = of(work.connection, &draft.office, staff)?.map_or(0, |known| known.step);
    if known + 1 != draft.step {
        return Ok(false);
    }
    let sql =
        "insert into draft (office, staff, base, step, document, changed_at) values (?1, ?2, ?3, ?4, ?5, ?6)
        on conflict (office, staff) do update set base = excluded.base, step = excluded.step,
            document = excluded.document, changed_at = excluded.changed_at";
    let (base, at) = (rows::count(draft.base), now.timestamp());
    let document = draft.document.as_str();
    let values = values![draft.office.as_str(), staff.as_str(), base, draft.step, document, at];
    work.connection.execute(sql, values)?;
    Ok(true)
}

fn drop_draft(connection: &Connection, office: &OfficeId, staff: &StaffId) -> Result<(), StoreFault> {
    let sql = "delete from draft where office = ?1 and staff = ?2";
    connection.execute(sql, values![office.as_str(), staff.as_str()]).map(drop)
}

fn save(
    work: &mut Work<'_>,
    office: Office,
    base: u64,
    staff: &StaffId,
    now: Timestamp,
) -> Result<Result<Imported, SaveFault>, StoreFault> {
    let revision = offices::in_force(work.connection, &office.id)?.map_or(0, |office| office.revision);
    if revision != base {
        return Ok(Err(SaveFault::Newer { revision }));
    }
    let id = office.id.clone();
    let imported = offices::import(work, office, Some(staff), now)?;
    drop_draft(work.connection, &id, staff)?;
    Ok(imported.map_err(SaveFault::Import))
}

impl Store {
    /// What somebody is changing of an office, if they are.
    ///
    /// # Errors
    /// The store's.
    pub async fn draft(&self, office: OfficeId, staff: StaffId) -> Result<Option<Draft>, StoreFault> {
        self.read(move |connection| of(connection, &office, &staff)).await
    }

    /// All that somebody is changing, by office.
    ///
    /// # Errors
    /// The store's.
    pub async fn drafts_of(&self, staff: StaffId) -> Result<Vec<Draft>, StoreFault> {
        self.read(move |connection| {
            let sql = "select office, base, step, document from draft where staff = ?1 order by office";
            connection.rows(sql, values![staff.as_str()], draft)
        })
        .await
    }

    /// Who else is changing an office, by name.
    ///
    /// # Errors
    /// The store's.
    pub async fn others_at(&self, office: OfficeId, staff: StaffId) -> Result<Vec<String>, StoreFault> {
        self.read(move |connection| {
            let sql = "select name from draft join staff on staff.id = draft.staff
                where office = ?1 and staff <> ?2 and removed_at is null order by name";
            connection.rows(sql, values![office.as_str(), staff.as_str()], |row| row.get(0))
        })
        .await
    }

    /// Keeps a draft as the next step of the one that is there; `false` if another window was quicker.
    ///
    /// # Errors
    /// The store's.
    pub async fn keep_draft(&self, draft: Draft, staff: StaffId, now: Timestamp) -> Result<bool, StoreFault> {
        self.writer.run(move |work| keep(work, &draft, &staff, now)).await
    }

    /// Gives a draft up.
    ///
    /// # Errors
    /// The store's.
    pub async fn drop_draft(&self, office: OfficeId, staff: StaffId) -> Result<(), StoreFault> {
        self.writer.run(move |work| drop_draft(work.connection, &office, &staff)).await
    }

    /// Takes an office, valid in itself, over in somebody's name if the revision in force is still the one that it began
    /// with; the draft is done with.
    ///
    /// # Errors
    /// The store's.
    pub async fn save_draft(
        &self,
        office: Office,
        base: u64,
        staff: StaffId,
        now: Timestamp,
    ) -> Result<Result<Imported, SaveFault>, StoreFault> {
        let job =
            move |work: &mut Work<'_>| writer::attempt(work, |work| save(work, office, base, &staff, now));
        self.writer.run(job).await
    }
}
