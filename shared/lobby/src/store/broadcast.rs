//! What everybody is told, in the registry.

use super::registry::Registry;
use super::{StoreError, millis, moment};
use foyer_domain::Timestamp;
use foyer_domain::id::StaffId;
use foyer_protocol::lobby::Broadcast;
use rusqlite::{OptionalExtension, params};

impl Registry {
    /// What was told last, whether it still holds or not.
    pub(crate) async fn broadcast(&self) -> Result<Option<Broadcast>, StoreError> {
        self.run(|db| {
            let read =
                |row: &rusqlite::Row<'_>| Ok(Broadcast { text: row.get(0)?, until: moment(row.get(1)?) });
            db.prepare_cached("select text, until_ms from broadcast")?.query_row([], read).optional()
        })
        .await
    }

    /// Keeps what is told from now on.
    pub(crate) async fn keep_broadcast(
        &self,
        broadcast: Broadcast,
        by: StaffId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(move |db| {
            db.execute(
                "insert or replace into broadcast (one, text, until_ms, by_staff, at_ms) values (1, ?, ?, ?, ?)",
                params![broadcast.text, millis(broadcast.until), by.as_str(), millis(at)],
            )
        })
        .await?;
        Ok(())
    }

    /// Forgets it.
    pub(crate) async fn drop_broadcast(&self) -> Result<(), StoreError> {
        self.run(|db| db.execute("delete from broadcast", [])).await?;
        Ok(())
    }
}
