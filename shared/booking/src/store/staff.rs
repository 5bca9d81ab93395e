//! Who works with bookings: people, sessions, invitations.

use super::Store;
use super::fault::StoreFault;
use super::rows;
use super::sql::{Connection, Row, values};
use super::writer::Work;
use foyer_access::secret::Hash;
use foyer_access::{Invited, Keep, Person, Role};
use foyer_domain::Timestamp;
use foyer_domain::id::StaffId;

fn person(row: &Row) -> Result<Person, StoreFault> {
    // A role that a newer program knows may do the least here.
    let role = Role::named(&row.get::<String>(2)?).unwrap_or(Role::Clerk);
    Ok(Person { id: StaffId(row.get(0)?), name: row.get(1)?, role })
}

fn add(connection: &Connection, person: &Person, password: &str, now: Timestamp) -> Result<bool, StoreFault> {
    let sql = "insert into staff (id, name, role, password, created_at) values (?1, ?2, ?3, ?4, ?5)
        on conflict do nothing";
    let values = values![person.id.as_str(), &person.name, person.role.name(), password, now.timestamp()];
    Ok(connection.execute(sql, values)? == 1)
}

fn remove(connection: &Connection, id: &StaffId, now: Timestamp) -> Result<bool, StoreFault> {
    let sql = "update staff set removed_at = ?2, password = '' where id = ?1 and removed_at is null";
    let removed = connection.execute(sql, values![id.as_str(), now.timestamp()])?;
    connection.execute("delete from session where staff = ?1", values![id.as_str()])?;
    connection.execute("delete from draft where staff = ?1", values![id.as_str()])?;
    Ok(removed == 1)
}

fn invite(connection: &Connection, token: Hash, invited: &Invited) -> Result<(), StoreFault> {
    if invited.until.is_none() {
        connection.execute("delete from invitation where until_at is null", &[])?;
    }
    let sql = "insert into invitation (token, name, role, until_at) values (?1, ?2, ?3, ?4)";
    let until = invited.until.map(|until| until.timestamp());
    connection.execute(sql, values![token, invited.name.clone(), invited.role.name(), until])?;
    Ok(())
}

fn accept(
    connection: &Connection,
    token: Hash,
    person: &Person,
    password: &str,
    now: Timestamp,
) -> Result<bool, StoreFault> {
    let open = "select 1 from invitation where token = ?1 and (until_at is null or until_at >= ?2)";
    if !connection.exists(open, values![token, now.timestamp()])? || !add(connection, person, password, now)?
    {
        return Ok(false);
    }
    connection.execute("delete from invitation where token = ?1", values![token])?;
    Ok(true)
}

/// Forgets sessions and invitations that are over, drafts that nobody goes on with, and who was removed long ago.
pub(super) fn forget_old(
    connection: &Connection,
    now: Timestamp,
    removed_before: Timestamp,
) -> Result<(), StoreFault> {
    connection.execute("delete from session where until_at < ?1", values![now.timestamp()])?;
    connection.execute("delete from invitation where until_at < ?1", values![now.timestamp()])?;
    connection.execute("delete from draft where changed_at < ?1", values![removed_before.timestamp()])?;
    connection.execute("delete from staff where removed_at < ?1", values![removed_before.timestamp()])?;
    Ok(())
}

impl Keep for Store {
    type Error = StoreFault;

    async fn all(&self) -> Result<Vec<Person>, StoreFault> {
        self.read(|connection| {
            let sql = "select id, name, role from staff where removed_at is null order by name";
            connection.rows(sql, &[], person)
        })
        .await
    }

    async fn by_name(&self, name: String) -> Result<Option<(Person, String)>, StoreFault> {
        self.read(move |connection| {
            let sql = "select id, name, role, password from staff where name = ?1 and removed_at is null";
            connection.row(sql, values![name], |row| Ok((person(row)?, row.get(3)?)))
        })
        .await
    }

    async fn add(&self, person: Person, password: String, now: Timestamp) -> Result<bool, StoreFault> {
        self.writer.run(move |work: &mut Work<'_>| add(work.connection, &person, &password, now)).await
    }

    async fn remove(&self, id: StaffId, now: Timestamp) -> Result<bool, StoreFault> {
        self.writer.run(move |work: &mut Work<'_>| remove(work.connection, &id, now)).await
    }

    async fn begin_session(
        &self,
        token: Hash,
        id: StaffId,
        _: Timestamp,
        until: Timestamp,
    ) -> Result<(), StoreFault> {
        let job = move |work: &mut Work<'_>| {
            let sql = "insert into session (token, staff, until_at) values (?1, ?2, ?3)";
            work.connection.execute(sql, values![token, id.as_str(), until.timestamp()])?;
            Ok(())
        };
        self.writer.run(job).await
    }

    async fn session(&self, token: Hash, now: Timestamp) -> Result<Option<Person>, StoreFault> {
        self.read(move |connection| {
            let sql = "select staff.id, name, role from session join staff on staff.id = session.staff
                where token = ?1 and until_at >= ?2 and removed_at is null";
            connection.row(sql, values![token, now.timestamp()], person)
        })
        .await
    }

    async fn end_session(&self, token: Hash) -> Result<(), StoreFault> {
        let job = move |work: &mut Work<'_>| {
            work.connection.execute("delete from session where token = ?1", values![token]).map(|_| ())
        };
        self.writer.run(job).await
    }

    async fn invite(&self, token: Hash, invited: Invited) -> Result<(), StoreFault> {
        self.writer.run(move |work: &mut Work<'_>| invite(work.connection, token, &invited)).await
    }

    async fn invitation(&self, token: Hash, now: Timestamp) -> Result<Option<Invited>, StoreFault> {
        self.read(move |connection| {
            let sql = "select name, role, until_at from invitation
                where token = ?1 and (until_at is null or until_at >= ?2)";
            connection.row(sql, values![token, now.timestamp()], |row| {
                let role = Role::named(&row.get::<String>(1)?).unwrap_or(Role::Clerk);
                Ok(Invited { name: row.get(0)?, role, until: row.get::<Option<i64>>(2)?.map(rows::moment) })
            })
        })
        .await
    }

    async fn accept(
        &self,
        token: Hash,
        person: Person,
        password: String,
        now: Timestamp,
    ) -> Result<bool, StoreFault> {
        self.writer
            .run(move |work: &mut Work<'_>| accept(work.connection, token, &person, &password, now))
            .await
    }
}
