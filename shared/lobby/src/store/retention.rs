//! What becomes of the log with age: clerks' ids become roles, failed scans lose whose they were, and what is older
//! than all that goes, with a state in its place.

use super::digests::parts;
use super::log::{Batch, Events, json, program};
use super::{StoreError, millis, read_only, signed, unsigned};
use chrono::NaiveDate;
use foyer_domain::Timestamp;
use foyer_domain::engine::Event;
use foyer_domain::id::StaffId;
use rusqlite::{OptionalExtension, params};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// So many events are looked at in one commit: it takes a few milliseconds, and others wait for it.
const AT_ONCE: usize = 500;

/// What stands in the place of a clerk's id: `role:clerk`.
const ROLE: &str = "role:";

/// What role each clerk has or had.
pub(crate) type Roles = BTreeMap<StaffId, String>;

/// A state in the place of all events up to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Base {
    pub(crate) seq: u64,
    pub(crate) state: String,
}

/// The base that the log of a folder can begin with if days before this one are no longer needed. Reads one moment of
/// the log and stops nobody.
pub(crate) fn base_before(dir: &Path, day: NaiveDate) -> Result<Option<Base>, StoreError> {
    let path = dir.join("lobby.db");
    let db = read_only(&path)?;
    db.execute_batch("begin")?;
    let log = Events { db: &db, path: &path };
    let (begin, mut state) = log.base()?.unwrap_or_default();
    let found = db
        .query_row(
            "select seq, program, digest from digests where day < ? and seq > ? order by seq desc limit 1",
            params![day.to_string(), signed(begin)],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)),
        )
        .optional()?;
    let Some((seq, writer, digest)) = found else { return Ok(None) };
    let seq = unsigned(seq);
    log.fold_to(begin, seq, &mut state)?;
    let state = json(&state);
    // What is trimmed is gone: not before it is certain that nothing is lost with it.
    if writer == program() && serde_json::from_str(&digest).ok() != Some(parts(&state)) {
        let fault =
            format!("the events up to {seq} lead to another state than was written; nothing is trimmed");
        return Err(StoreError::Damaged { path, fault });
    }
    Ok(Some(Base { seq, state }))
}

impl Batch<'_> {
    /// Lets the log begin after this state; its events go by [`Self::trim`].
    pub(crate) fn keep_base(&self, base: &Base) -> Result<(), StoreError> {
        self.tx.execute(
            "insert into base (one, seq, state) values (1, ?1, ?2) \
             on conflict do update set seq = ?1, state = ?2 where seq < ?1",
            params![signed(base.seq), base.state],
        )?;
        self.tx.execute("delete from digests where seq < (select seq from base)", [])?;
        Ok(())
    }

    /// Removes some of the events that a base stands for; `true` if there may be more.
    pub(crate) fn trim(&self) -> Result<bool, StoreError> {
        let gone = self
            .tx
            .prepare_cached(
                "delete from events where seq in \
                 (select seq from events where seq <= (select seq from base) order by seq limit ?)",
            )?
            .execute([AT_ONCE as i64])?;
        Ok(gone == AT_ONCE)
    }

    /// Puts roles in the place of clerks' ids, in some of the events before a moment; `true` if there may be more.
    pub(crate) fn forget_clerks(&self, before: Timestamp, roles: &Roles) -> Result<bool, StoreError> {
        let role = |id: &str| {
            let role = roles.get(&StaffId(id.to_owned())).map_or("clerk", String::as_str);
            format!("{ROLE}{role}")
        };
        let (up_to, more) = self.age("staff", before, |text| {
            if !text.contains("\"staff\"") && !text.contains("\"parked_by\"") {
                return None;
            }
            let mut value: Value = serde_json::from_str(text).ok()?;
            blank(&mut value, &role).then(|| value.to_string())
        })?;
        if up_to > 0 {
            self.forget_what_was_made_with_ids(up_to)?;
        }
        Ok(more)
    }

    /// Digests and checkpoint know clerks by their ids: those up to this place, and those of the rest of its day, because
    /// whoever opened a counter before is at it until the day ends. At a day's end nobody is, so those stay.
    fn forget_what_was_made_with_ids(&self, up_to: u64) -> Result<(), StoreError> {
        let day_ends = "select min(seq) from digests where day is not null and seq >= ?";
        let day_ends: Option<i64> = self.tx.query_row(day_ends, [signed(up_to)], |row| row.get(0))?;
        let day_ends = day_ends.unwrap_or(i64::MAX);
        self.tx.execute("delete from digests where day is null and seq < ?", [day_ends])?;
        self.tx.execute("delete from checkpoint where seq < ?", [day_ends])?;
        Ok(())
    }

    /// Forgets whose failed scans were, in some of the events before a moment; `true` if there may be more.
    pub(crate) fn forget_scans(&self, before: Timestamp) -> Result<bool, StoreError> {
        let (_, more) = self.age("scans", before, |text| {
            if !text.contains("\"check_in_refused\"") {
                return None;
            }
            match serde_json::from_str(text).ok()? {
                Event::CheckInRefused { reason, booking: Some(_) } => {
                    Some(json(&Event::CheckInRefused { reason, booking: None }))
                }
                _ => None,
            }
        })?;
        Ok(more)
    }

    /// Changes actors and events from where it stopped last. Answers how far it is, and whether there may be more.
    fn age(
        &self,
        what: &str,
        before: Timestamp,
        change: impl Fn(&str) -> Option<String>,
    ) -> Result<(u64, bool), StoreError> {
        let mut up_to: i64 = self
            .tx
            .query_row("select seq from aged where what = ?", [what], |row| row.get(0))
            .optional()?
            .unwrap_or(0);
        let mut rows = self.tx.prepare_cached(
            "select seq, at_ms, actor, event from events where seq > ? order by seq limit ?",
        )?;
        let mut rows = rows.query(params![up_to, AT_ONCE as i64])?;
        let mut looked_at = 0;
        while let Some(row) = rows.next()? {
            let (seq, at, actor, event): (i64, i64, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            if at >= millis(before) {
                break;
            }
            for (column, text) in [("actor", actor), ("event", event)] {
                if let Some(text) = change(&text) {
                    let sql = format!("update events set {column} = ? where seq = ?");
                    self.tx.prepare_cached(&sql)?.execute(params![text, seq])?;
                }
            }
            (up_to, looked_at) = (seq, looked_at + 1);
        }
        self.tx
            .prepare_cached("insert or replace into aged (what, seq) values (?, ?)")?
            .execute(params![what, up_to])?;
        Ok((unsigned(up_to), looked_at == AT_ONCE))
    }
}

/// Puts roles in the place of clerks' ids, wherever they are; `false` if there are none.
fn blank(value: &mut Value, role: &impl Fn(&str) -> String) -> bool {
    match value {
        Value::Object(members) => {
            // `{"actor": "staff", "id": …}`, and `{"to": "staff", "id": …}` of a visit that was handed on.
            let is_staff =
                ["actor", "to"].iter().any(|tag| members.get(*tag).is_some_and(|tag| tag == "staff"));
            let mut changed = false;
            for (name, member) in members {
                let is_id = matches!(name.as_str(), "staff" | "parked_by") || is_staff && name == "id";
                match member {
                    Value::String(id) if is_id && !id.starts_with(ROLE) => {
                        *id = role(id);
                        changed = true;
                    }
                    other => changed |= blank(other, role),
                }
            }
            changed
        }
        Value::Array(values) => {
            let mut changed = false;
            for value in values {
                changed |= blank(value, role);
            }
            changed
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_domain::engine::Transfer;
    use foyer_domain::id::VisitId;
    use foyer_domain::visit::{Actor, Bound};

    #[test]
    fn a_clerk_becomes_a_role_wherever_the_id_is() {
        let kim = StaffId("kim-7f".to_owned());
        let visit = VisitId(1);
        let to_kim = Transfer { to: Some(Bound::Staff(kim.clone())), ..Transfer::default() };
        let to_counter = Transfer { to: Some(Bound::Counter("kim-7f".into())), ..Transfer::default() };
        let texts = [
            json(&Actor::Staff(kim.clone())),
            json(&Event::CounterOpened { counter: "1".into(), staff: kim.clone() }),
            json(&Event::Parked { visit, staff: kim.clone() }),
            json(&Event::Transferred {
                visit,
                transfer: to_kim,
                area: "eg".into(),
                counter: None,
                withdrawn: None,
            }),
            r#"{"event":"undone","visit":{"parked_by":"kim-7f","bound":{"to":"staff","id":"kim-7f"}}}"#
                .to_owned(),
        ];
        let role = |id: &str| format!("{ROLE}{}", if id == "kim-7f" { "supervisor" } else { "clerk" });
        for text in texts {
            let mut value: Value = serde_json::from_str(&text).unwrap();
            assert!(blank(&mut value, &role), "{text}");
            let text = value.to_string();
            assert!(!text.contains("kim-7f") && text.contains("role:supervisor"), "{text}");
            assert!(!blank(&mut value, &role), "once: {text}");
        }
        let elsewhere = Event::Transferred {
            visit,
            transfer: to_counter,
            area: "eg".into(),
            counter: None,
            withdrawn: None,
        };
        for text in [json(&elsewhere), json(&Actor::Device(foyer_domain::id::DeviceId("staff".to_owned())))] {
            let mut value: Value = serde_json::from_str(&text).unwrap();
            assert!(!blank(&mut value, &role), "{text}");
        }
    }
}
