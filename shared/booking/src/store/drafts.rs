//! Offices as they are being changed in the browser: drafts, what a change would do, and saving it.

use super::catalog::OfficeState;
use super::desk::{self, DeskBooking};
use super::fault::StoreFault;
use super::offices::{self, ImportFault, Imported};
use super::relocations::{self, Relocation};
use super::rows;
use super::sql::{Connection, Row, values};
use super::writer::{self, Work};
use super::{Store, Wanted};
use crate::calendar::{self, Asker};
use chrono::NaiveDate;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::{LaneId, OfficeId, StaffId};
use foyer_domain::office::Office;
use std::collections::{BTreeMap, BTreeSet, HashSet};

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

/// A booking that stands, and has no place in the new plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Losing {
    /// Which, with who comes.
    pub booking: DeskBooking,
    /// Whether the office is closed then; otherwise only its counter or place is not there.
    pub is_closed: bool,
}

/// What a change would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// What keeps it from being saved.
    pub fault: Option<ImportFault>,
    /// Free times that would be gone, by local day; a time is one at which any service can be booked.
    pub gone: BTreeMap<NaiveDate, usize>,
    /// … and that would be new.
    pub new: BTreeMap<NaiveDate, usize>,
    /// Bookings that have their place now and would lose it.
    pub losing: Vec<Losing>,
    /// Bookings that keep their time and would be at another place.
    pub relocations: Vec<Relocation>,
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

/// The starts at which some service can be booked by somebody for themselves.
fn free_starts(
    connection: &Connection,
    office: &Office,
    now: Timestamp,
) -> Result<BTreeSet<Timestamp>, StoreFault> {
    let state = OfficeState::read(connection, office.clone(), 0, now)?;
    let mut starts = BTreeSet::new();
    for service in &office.services {
        let one = [ServiceChoice { service: service.id.clone(), quantity: 1 }];
        // A service that cannot be booked, say for its length, has no free times.
        let Ok(wanted) = Wanted::new(office, &one, Asker::Public) else { continue };
        starts.extend(state.all_free(wanted, now));
    }
    Ok(starts)
}

fn by_day(
    office: &Office,
    some: &BTreeSet<Timestamp>,
    others: &BTreeSet<Timestamp>,
) -> BTreeMap<NaiveDate, usize> {
    let mut days = BTreeMap::new();
    for start in some.difference(others) {
        *days.entry(office.day(*start)).or_default() += 1;
    }
    days
}

/// All slots in which a lane is open, by lane.
fn open_slots(office: &Office, now: Timestamp) -> HashSet<(LaneId, i64)> {
    let lanes = calendar::open_lanes(office, now).into_iter();
    lanes.flat_map(|open| open.slots.clone().map(move |slot| (open.lane.clone(), slot))).collect()
}

fn losing(
    connection: &Connection,
    before: &Office,
    after: &Office,
    now: Timestamp,
) -> Result<Vec<Losing>, StoreFault> {
    let condition = "office = ?1 and state in ('held', 'confirmed') and start >= ?2";
    let values = values![after.id.as_str(), now.timestamp()];
    let bookings = desk::bookings(connection, condition, "start, id", values)?;
    let mut places: BTreeMap<i64, Vec<(LaneId, i64)>> = BTreeMap::new();
    let sql = "select booking, lane, slot from place where office = ?1 and slot >= ?2";
    let values = values![after.id.as_str(), calendar::slot_of(now)];
    connection.rows(sql, values, |row| {
        places.entry(row.get(0)?).or_default().push((LaneId(row.get(1)?), row.get(2)?));
        Ok(())
    })?;
    let (open_before, open_after) = (open_slots(before, now), open_slots(after, now));
    let has_place = |open: &HashSet<(LaneId, i64)>, key: i64| {
        places.get(&key).is_none_or(|places| places.iter().all(|place| open.contains(place)))
    };
    let losing = bookings.into_iter().filter(|booking| {
        let key = rows::key(booking.id);
        has_place(&open_before, key) && !has_place(&open_after, key)
    });
    let closed = |start: Timestamp| {
        let spans = after.open_spans(after.day(start));
        !spans.iter().any(|span| (span.from..span.to).contains(&start))
    };
    Ok(losing.map(|booking| Losing { is_closed: closed(booking.start), booking }).collect())
}

fn preview(connection: &Connection, after: &Office, now: Timestamp) -> Result<Preview, StoreFault> {
    let before = offices::in_force(connection, &after.id)?;
    let fault = offices::fit(connection, after, before.as_ref(), now)?.err();
    let free_after = free_starts(connection, after, now)?;
    let Some(before) = before else {
        let new = by_day(after, &free_after, &BTreeSet::new());
        return Ok(Preview { fault, new, ..Preview::default() });
    };
    let free_before = free_starts(connection, &before, now)?;
    Ok(Preview {
        fault,
        gone: by_day(&before, &free_before, &free_after),
        new: by_day(after, &free_after, &free_before),
        losing: losing(connection, &before, after, now)?,
        relocations: relocations::of(connection, &before, after, now)?,
    })
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

    /// What an office, valid in itself, would change if it were saved now.
    ///
    /// # Errors
    /// The store's.
    pub async fn preview(&self, office: Office, now: Timestamp) -> Result<Preview, StoreFault> {
        self.read(move |connection| preview(connection, &office, now)).await
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
