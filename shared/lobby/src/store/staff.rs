//! Staff, sessions and invitations in the registry.

use super::{millis, moment};
use crate::secret::Hash;
use crate::staff::{Person, Role};
use foyer_access::Invited;
use foyer_domain::Timestamp;
use foyer_domain::id::StaffId;
use rusqlite::{Connection, OptionalExtension, Result, Row, params};
use std::collections::BTreeMap;

fn person(row: &Row<'_>) -> Result<Person> {
    let (id, role): (String, String) = (row.get(0)?, row.get(2)?);
    let role = Role::named(&role).unwrap_or(Role::Clerk);
    // A lobby is one office's.
    Ok(Person { id: StaffId(id), name: row.get(1)?, role, offices: BTreeMap::new() })
}

/// Everybody who may sign in, by name.
pub(crate) fn all(db: &Connection) -> Result<Vec<Person>> {
    let mut rows =
        db.prepare_cached("select id, name, role from staff where removed_ms is null order by name")?;
    rows.query_map([], person)?.collect()
}

/// Who has this name, and the hash of the password.
pub(crate) fn by_name(db: &Connection, name: &str) -> Result<Option<(Person, String)>> {
    db.prepare_cached("select id, name, role, password from staff where name = ? and removed_ms is null")?
        .query_row([name], |row| Ok((person(row)?, row.get(3)?)))
        .optional()
}

/// Adds somebody; `false` if the name is taken.
pub(crate) fn add(db: &Connection, person: &Person, password: &str, at: Timestamp) -> Result<bool> {
    let row = params![person.id.as_str(), person.name, person.role.name(), password, millis(at)];
    let added = db.execute(
        "insert into staff (id, name, role, password, created_ms) values (?, ?, ?, ?, ?) \
         on conflict do nothing",
        row,
    )?;
    Ok(added == 1)
}

/// Takes away the right to sign in, and ends every session.
pub(crate) fn remove(db: &mut Connection, id: &StaffId, at: Timestamp) -> Result<bool> {
    let tx = db.transaction()?;
    let removed = tx.execute(
        "update staff set removed_ms = ?, password = '' where id = ? and removed_ms is null",
        params![millis(at), id.as_str()],
    )?;
    tx.execute("delete from sessions where staff = ?", [id.as_str()])?;
    tx.commit()?;
    Ok(removed == 1)
}

/// What everybody may do who may sign in or once might.
pub(crate) fn roles(db: &Connection) -> Result<Vec<(StaffId, String)>> {
    let mut rows = db.prepare_cached("select id, role from staff")?;
    rows.query_map([], |row| Ok((StaffId(row.get(0)?), row.get(1)?)))?.collect()
}

/// Forgets who was removed before a moment, and what was offered or told until then.
pub(crate) fn forget_old(db: &mut Connection, before: Timestamp) -> Result<()> {
    let tx = db.transaction()?;
    for sql in [
        "delete from staff where removed_ms < ?",
        "delete from invitations where until_ms < ?",
        "delete from notices where at_ms < ?",
        "delete from name_searches where at_ms < ?",
    ] {
        tx.execute(sql, [millis(before)])?;
    }
    tx.commit()
}

/// Keeps a session, and forgets those that are over.
pub(crate) fn begin_session(
    db: &Connection,
    token: &Hash,
    id: &StaffId,
    now: Timestamp,
    until: Timestamp,
) -> Result<()> {
    db.execute("delete from sessions where until_ms < ?", [millis(now)])?;
    let row = params![token, id.as_str(), millis(until)];
    db.execute("insert into sessions (token, staff, until_ms) values (?, ?, ?)", row)?;
    Ok(())
}

/// Whose session this is, unless it is over.
pub(crate) fn session(db: &Connection, token: &Hash, now: Timestamp) -> Result<Option<Person>> {
    db.prepare_cached(
        "select staff.id, name, role from sessions join staff on staff.id = sessions.staff \
         where token = ? and until_ms >= ? and removed_ms is null",
    )?
    .query_row(params![token, millis(now)], person)
    .optional()
}

/// Ends a session.
pub(crate) fn end_session(db: &Connection, token: &Hash) -> Result<()> {
    db.execute("delete from sessions where token = ?", [token])?;
    Ok(())
}

/// Keeps an invitation; one without end replaces the others without end.
pub(crate) fn invite(db: &mut Connection, token: &Hash, invited: &Invited) -> Result<()> {
    let Invited { name, role, until, .. } = invited;
    let tx = db.transaction()?;
    if until.is_none() {
        tx.execute("delete from invitations where until_ms is null", [])?;
    }
    tx.execute(
        "insert into invitations (token, name, role, until_ms) values (?, ?, ?, ?)",
        params![token, name, role.name(), until.map(millis)],
    )?;
    tx.commit()
}

/// What an invitation offers, unless it is used or over.
pub(crate) fn invitation(db: &Connection, token: &Hash, now: Timestamp) -> Result<Option<Invited>> {
    db.query_row(
        "select name, role, until_ms from invitations where token = ? and (until_ms is null or until_ms >= ?)",
        params![token, millis(now)],
        |row| {
            let role: String = row.get(1)?;
            let until: Option<i64> = row.get(2)?;
            Ok(Invited {
                name: row.get(0)?,
                role: Role::named(&role).unwrap_or(Role::Clerk),
                offices: BTreeMap::new(),
                person: None,
                until: until.map(moment),
            })
        },
    )
    .optional()
}

/// Uses an invitation up and adds who accepted it; `false` if it is used or the name is taken.
pub(crate) fn accept(
    db: &mut Connection,
    token: &Hash,
    person: &Person,
    password: &str,
    at: Timestamp,
) -> Result<bool> {
    let tx = db.transaction()?;
    let used = tx.execute(
        "delete from invitations where token = ? and (until_ms is null or until_ms >= ?)",
        params![token, millis(at)],
    )?;
    if used != 1 || !add(&tx, person, password, at)? {
        return Ok(false);
    }
    tx.commit()?;
    Ok(true)
}
