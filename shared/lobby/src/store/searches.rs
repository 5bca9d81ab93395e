//! Who looked for somebody by name: written down before the answer, without the name, and kept for as long as clerks'
//! ids are.

use super::registry::Registry;
use super::{StoreError, millis, moment};
use foyer_domain::Timestamp;
use foyer_domain::id::StaffId;
use rusqlite::params;

impl Registry {
    /// Notes that somebody looks for a name.
    pub(crate) async fn note_name_search(&self, by: &StaffId, at: Timestamp) -> Result<(), StoreError> {
        let (by, at) = (by.to_string(), millis(at));
        let sql = "insert into name_searches (at_ms, staff) values (?, ?)";
        self.run(move |db| db.execute(sql, params![at, by])).await?;
        Ok(())
    }

    /// Who looked for names, newest first, at most 100.
    pub(crate) async fn name_searches(&self) -> Result<Vec<(Timestamp, StaffId)>, StoreError> {
        self.run(|db| {
            let sql = "select at_ms, staff from name_searches order by at_ms desc, rowid desc limit 100";
            let mut rows = db.prepare_cached(sql)?;
            let rows = rows.query_map([], |row| {
                Ok((moment(row.get(0)?), StaffId::from(row.get::<_, String>(1)?.as_str())))
            })?;
            rows.collect()
        })
        .await
    }
}
