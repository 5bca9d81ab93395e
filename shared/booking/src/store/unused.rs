//! Offices that were saved by mistake: whether one was ever used, and taking one away that was not.

use super::catalog::Effect;
use super::fault::StoreFault;
use super::offices::in_force;
use super::rows;
use super::sql::{Connection, values};
use super::writer::{Work, attempt};
use super::{Store, changes};
use foyer_domain::Timestamp;
use foyer_domain::id::{OfficeId, StaffId};
use std::collections::BTreeMap;

/// What an office has had, so that it stays; its last day ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Used {
    /// Somebody has booked, asked or waited there.
    #[error("somebody has booked or asked for a time there")]
    Booked,
    /// A lobby has signed on, or told of visits.
    #[error("a lobby has signed on there")]
    Lobby,
    /// It was closed for some time, and bookings were worked on.
    #[error("it was closed on the closing page")]
    Closed,
    /// Somebody, or a program, has rights there alone.
    #[error("people or programs have rights there alone")]
    Named,
    /// It is not there, or was changed meanwhile.
    #[error("it is not there, or was changed meanwhile")]
    Changed,
}

/// Each with what it would say.
const TRACES: [(Used, &str); 10] = [
    (Used::Booked, "booking"),
    (Used::Booked, "booking_sum"),
    (Used::Booked, "asking"),
    (Used::Lobby, "lobby"),
    (Used::Lobby, "ticket"),
    (Used::Lobby, "ended_visit"),
    (Used::Lobby, "visit_sum"),
    (Used::Closed, "closing"),
    (Used::Named, "api_token"),
    (Used::Named, "webhook"),
];

/// What goes with it: all of it is made from its plan.
const OWN: [&str; 6] = ["draft", "capacity", "open_span", "link_code", "office_revision", "change"];

fn used(connection: &Connection, office: &OfficeId) -> Result<Option<Used>, StoreFault> {
    for (used, table) in TRACES {
        let sql = format!("select 1 from {table} where office = ?1 limit 1");
        if connection.exists(&sql, values![office.as_str()])? {
            return Ok(Some(used));
        }
    }
    // Whoever has a role there would have it at the next office of this id.
    let sql = "select offices from staff where removed_at is null union all select offices from invitation";
    let named =
        connection.rows(sql, &[], |row| rows::json::<BTreeMap<OfficeId, String>>(&row.get::<String>(0)?))?;
    Ok(named.iter().any(|offices| offices.contains_key(office)).then_some(Used::Named))
}

fn delete(
    work: &mut Work<'_>,
    office: &OfficeId,
    revision: u64,
    now: Timestamp,
) -> Result<Result<(), Used>, StoreFault> {
    let is_what_was_seen = in_force(work.connection, office)?.is_some_and(|known| known.revision == revision);
    if !is_what_was_seen {
        return Ok(Err(Used::Changed));
    }
    if let Some(used) = used(work.connection, office)? {
        return Ok(Err(used));
    }
    for table in OWN {
        work.connection
            .execute(&format!("delete from {table} where office = ?1"), values![office.as_str()])?;
    }
    // Whatever else still points to it keeps it: the database says so, and nothing is gone.
    work.connection.execute("delete from office where id = ?1", values![office.as_str()])?;
    changes::publish_city(work.connection)?;
    work.effects.push(Effect::Reload(now));
    Ok(Ok(()))
}

impl Store {
    /// Why an office cannot be deleted, if it cannot.
    ///
    /// # Errors
    /// The store's.
    pub async fn office_used(&self, office: OfficeId) -> Result<Option<Used>, StoreFault> {
        self.read(move |connection| used(connection, &office)).await
    }

    /// Deletes an office that was never used, with its revisions, in somebody's name; only in the revision that was seen.
    ///
    /// # Errors
    /// The store's.
    pub async fn delete_office(
        &self,
        office: OfficeId,
        revision: u64,
        staff: StaffId,
        now: Timestamp,
    ) -> Result<Result<(), Used>, StoreFault> {
        let id = office.clone();
        let job = move |work: &mut Work<'_>| attempt(work, |work| delete(work, &id, revision, now));
        let deleted = self.writer.run(job).await?;
        if deleted.is_ok() {
            tracing::info!(%office, %staff, revision, "an office that was never used was deleted");
        }
        Ok(deleted)
    }
}
