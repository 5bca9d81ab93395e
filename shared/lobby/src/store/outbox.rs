//! What the booking server is to be told: kept until it has said that it knows.

use super::log::{Batch, json};
use super::{StoreError, signed};
use foyer_protocol::feed::Report;

impl Batch<'_> {
    /// Adds a report, in the transaction of the event that it tells of.
    pub(crate) fn add_report(&self, report: &Report) -> Result<(), StoreError> {
        self.tx
            .prepare_cached("insert into outbox (id, report) values (?, ?)")?
            .execute(rusqlite::params![signed(report.id), json(report)])?;
        Ok(())
    }

    /// The oldest reports.
    pub(crate) fn reports(&self, limit: u32) -> Result<Vec<Report>, StoreError> {
        let mut rows = self.tx.prepare_cached("select report from outbox order by id limit ?")?;
        let rows = rows.query_map([limit], |row| row.get::<_, String>(0))?;
        let mut reports = Vec::new();
        for row in rows {
            // This program wrote it; one that cannot be read any more would stop all others for ever.
            match serde_json::from_str(&row?) {
                Ok(report) => reports.push(report),
                Err(error) => tracing::error!(%error, "a report in the outbox cannot be read"),
            }
        }
        Ok(reports)
    }

    /// Removes the reports that the booking server knows.
    pub(crate) fn drop_reports(&self, up_to: u64) -> Result<(), StoreError> {
        self.tx.prepare_cached("delete from outbox where id <= ?")?.execute([signed(up_to)])?;
        Ok(())
    }
}
