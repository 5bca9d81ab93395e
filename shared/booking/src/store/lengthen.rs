//! With an interpreter it takes longer, where there is room for that.

use super::catalog::{OfficeState, Wanted};
use super::fault::StoreFault;
use super::rows::{self, BookingRow};
use super::sql::values;
use super::writer::{Work, attempt};
use super::{Store, places};
use crate::calendar::{self, Asker};
use foyer_domain::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

/// How long an appointment takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// In all.
    pub minutes: u16,
    /// Whether that is as long as it should be; else somebody comes right after it.
    pub fits: bool,
}

/// How long it should take. Whoever mends what they have sent may have been given the time for it already.
fn wished(state: &OfficeState, row: &BookingRow, has_interpreter: bool) -> u16 {
    let held = row.minutes;
    let usual = match row.unconfirmed {
        true => calendar::total_minutes(&state.office, &row.services).unwrap_or(held).min(held),
        false => held,
    };
    let more = if has_interpreter { state.office.rules.minutes_interpreter } else { 0 };
    usual.saturating_add(more)
}

/// Gives a held time as long as it should take, where there is room for that among what is there for whoever books.
/// Else it stays as long as it was held, and staff see the wish.
pub(super) fn lengthen(
    work: &mut Work<'_>,
    state: &OfficeState,
    row: &BookingRow,
    has_interpreter: bool,
    asker: Asker,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let minutes = wished(state, row, has_interpreter);
    if minutes == row.minutes {
        return Ok(());
    }
    let wanted = Wanted { services: &row.services, minutes, asker };
    let taken = attempt(work, |work| {
        places::free(work, &row.office, row.id)?;
        places::take(work, state, row.id, row.start, wanted, now)
    })?;
    if taken.is_ok() {
        let sql = "update booking set minutes = ?2 where id = ?1";
        work.connection.execute(sql, values![rows::key(row.id), minutes])?;
    }
    Ok(())
}

impl Store {
    /// How long a held time will be once it is booked, as far as that can be said before; none without such a hold.
    ///
    /// # Errors
    /// The store's.
    pub async fn length(
        &self,
        hold: Uuid,
        has_interpreter: bool,
        now: Timestamp,
    ) -> Result<Option<Length>, StoreFault> {
        let catalog = Arc::clone(&self.catalog);
        self.read(move |connection| {
            let Some(row) = rows::by_secret(connection, hold)? else { return Ok(None) };
            let Some(state) = catalog.office(&row.office) else { return Ok(None) };
            let minutes = wished(&state, &row, has_interpreter);
            let wanted = Wanted { services: &row.services, minutes, asker: Asker::Public };
            let fits = minutes == row.minutes
                || places::free_lanes(connection, &state, row.start, wanted, Some(row.id), now)?.is_some();
            Ok(Some(Length { minutes: if fits { minutes } else { row.minutes }, fits }))
        })
        .await
    }
}
