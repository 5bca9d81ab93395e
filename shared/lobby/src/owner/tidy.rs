//! What becomes due by the log's age, in parts that others need not wait for.

use crate::store::StoreError;
use crate::store::log::Batch;
use crate::store::retention::{Base, Roles};
use chrono::TimeDelta;
use foyer_domain::Timestamp;

/// Clerks' ids are kept so long, then their roles.
pub(crate) const CLERKS_FOR: TimeDelta = TimeDelta::days(30);

/// Whose failed scans were is kept so long.
const SCANS_FOR: TimeDelta = TimeDelta::days(7);

/// What the owner needs to know for it.
pub(crate) struct Tidy {
    pub(crate) roles: Roles,
    /// What the log may begin with from now on.
    pub(crate) base: Option<Base>,
}

/// Does a part; answers whether there is more.
pub(super) fn tidy(batch: &Batch<'_>, now: Timestamp, tidy: Tidy) -> Result<bool, StoreError> {
    let Tidy { roles, base } = tidy;
    if let Some(base) = base {
        batch.keep_base(&base)?;
    }
    let mut more = batch.trim()?;
    more |= batch.forget_scans(now - SCANS_FOR)?;
    more |= batch.forget_clerks(now - CLERKS_FOR, &roles)?;
    Ok(more)
}
