//! Who works with bookings: people, sessions, invitations.

use super::Store;
use super::fault::StoreFault;
use super::rows;
use super::sql::{Connection, Row, values};
use super::writer::Work;
use foyer_access::secret::Hash;
use foyer_access::{Invited, Keep, Person, Role};
use foyer_domain::Timestamp;
use foyer_domain::id::{OfficeId, StaffId};
use std::collections::BTreeMap;

/// Somebody who works here, for who administers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffEntry {
    /// Who.
    pub person: Person,
    /// When they last signed on, if they did since that is noted.
    pub signed_on_at: Option<Timestamp>,
}

fn role(name: &str) -> Role {
    // A role that a newer program knows may do the least here.
    Role::named(name).unwrap_or(Role::Clerk)
}

fn offices(text: &str) -> Result<BTreeMap<OfficeId, Role>, StoreFault> {
    let named: BTreeMap<OfficeId, String> = rows::json(text)?;
    Ok(named.into_iter().map(|(office, name)| (office, role(&name))).collect())
}

fn offices_text(offices: &BTreeMap<OfficeId, Role>) -> Result<String, StoreFault> {
    let named: BTreeMap<&OfficeId, &str> = offices.iter().map(|(id, role)| (id, role.name())).collect();
    Ok(serde_json::to_string(&named)?)
}

/// What [`person`] reads.
const PERSON: &str = "staff.id, staff.name, staff.role, staff.offices";

fn person(row: &Row) -> Result<Person, StoreFault> {
    Ok(Person {
        id: StaffId(row.get(0)?),
        name: row.get(1)?,
        role: role(&row.get::<String>(2)?),
        offices: offices(&row.get::<String>(3)?)?,
    })
}

/// Somebody is left who may do everything, if it is not this one.
const OTHER_ADMINISTRATOR: &str = "(role <> 'administrator' or exists (select 1 from staff other
    where other.role = 'administrator' and other.id <> ?1 and other.removed_at is null))";

fn add(connection: &Connection, person: &Person, password: &str, now: Timestamp) -> Result<bool, StoreFault> {
    let sql =
        "insert into staff (id, name, role, password, created_at, offices) values (?1, ?2, ?3, ?4, ?5, ?6)
        on conflict do nothing";
    let (offices, at) = (offices_text(&person.offices)?, now.timestamp());
    let values = values![person.id.as_str(), &person.name, person.role.name(), password, at, offices];
    Ok(connection.execute(sql, values)? == 1)
}

fn remove(connection: &Connection, id: &StaffId, now: Timestamp) -> Result<bool, StoreFault> {
    let sql = format!(
        "update staff set removed_at = ?2, password = '' where id = ?1 and removed_at is null and {OTHER_ADMINISTRATOR}"
    );
    let removed = connection.execute(&sql, values![id.as_str(), now.timestamp()])?;
    if removed == 0 {
        return Ok(false);
    }
    connection.execute("delete from invitation where staff = ?1", values![id.as_str()])?;
    connection.execute("delete from session where staff = ?1", values![id.as_str()])?;
    connection.execute("delete from draft where staff = ?1", values![id.as_str()])?;
    Ok(removed == 1)
}

fn invite(connection: &Connection, token: Hash, invited: &Invited) -> Result<(), StoreFault> {
    if invited.until.is_none() {
        connection.execute("delete from invitation where until_at is null", &[])?;
    }
    if let Some(name) = &invited.name {
        // A new link takes the place of an earlier one.
        connection.execute("delete from invitation where name = ?1", values![name.as_str()])?;
    }
    let sql = "insert into invitation (token, name, role, until_at, offices, staff) values (?1, ?2, ?3, ?4, ?5, ?6)";
    let until = invited.until.map(|until| until.timestamp());
    let (offices, staff) = (offices_text(&invited.offices)?, invited.person.as_ref().map(StaffId::as_str));
    connection
        .execute(sql, values![token, invited.name.clone(), invited.role.name(), until, offices, staff])?;
    Ok(())
}

fn invited(row: &Row) -> Result<Invited, StoreFault> {
    Ok(Invited {
        name: row.get(0)?,
        role: role(&row.get::<String>(1)?),
        until: row.get::<Option<i64>>(2)?.map(rows::moment),
        offices: offices(&row.get::<String>(3)?)?,
        person: row.get::<Option<String>>(4)?.map(StaffId),
    })
}

fn renew(
    connection: &Connection,
    token: Hash,
    id: &StaffId,
    password: &str,
    now: Timestamp,
) -> Result<bool, StoreFault> {
    let used = "delete from invitation where token = ?1 and staff = ?2 and until_at >= ?3";
    if connection.execute(used, values![token, id.as_str(), now.timestamp()])? != 1 {
        return Ok(false);
    }
    connection.execute("delete from session where staff = ?1", values![id.as_str()])?;
    let sql = "update staff set password = ?2 where id = ?1 and removed_at is null";
    Ok(connection.execute(sql, values![id.as_str(), password])? == 1)
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

impl Store {
    /// Everybody who may sign on, by name.
    ///
    /// # Errors
    /// The store's.
    pub async fn people(&self) -> Result<Vec<StaffEntry>, StoreFault> {
        self.read(|connection| {
            let sql =
                format!("select {PERSON}, signed_on_at from staff where removed_at is null order by name");
            let read = |row: &Row| {
                let signed_on_at = row.get::<Option<i64>>(4)?.map(rows::moment);
                Ok(StaffEntry { person: person(row)?, signed_on_at })
            };
            connection.rows(&sql, &[], read)
        })
        .await
    }

    /// Who is invited and has not come yet, by name.
    ///
    /// # Errors
    /// The store's.
    pub async fn invitations(&self, now: Timestamp) -> Result<Vec<Invited>, StoreFault> {
        self.read(move |connection| {
            let sql = "select name, role, until_at, offices, staff from invitation
                where name is not null and until_at >= ?1 order by name";
            connection.rows(sql, values![now.timestamp()], invited)
        })
        .await
    }

    /// Takes an invitation back; whether there was one.
    ///
    /// # Errors
    /// The store's.
    pub async fn take_invitation_back(&self, name: String) -> Result<bool, StoreFault> {
        let job = move |work: &mut Work<'_>| {
            work.connection.execute("delete from invitation where name = ?1", values![name.as_str()])
        };
        Ok(self.writer.run(job).await? > 0)
    }

    /// Changes what somebody may do; `false` if nobody is there, or nobody else were left who may do everything.
    ///
    /// # Errors
    /// The store's.
    pub async fn change_role(
        &self,
        id: StaffId,
        role: Role,
        offices: BTreeMap<OfficeId, Role>,
    ) -> Result<bool, StoreFault> {
        let job = move |work: &mut Work<'_>| {
            let is_left = if role == Role::Administrator { "true" } else { OTHER_ADMINISTRATOR };
            let sql = format!(
                "update staff set role = ?2, offices = ?3 where id = ?1 and removed_at is null and {is_left}"
            );
            let offices = offices_text(&offices)?;
            work.connection.execute(&sql, values![id.as_str(), role.name(), offices])
        };
        Ok(self.writer.run(job).await? == 1)
    }
}

impl Keep for Store {
    type Error = StoreFault;

    async fn all(&self) -> Result<Vec<Person>, StoreFault> {
        self.read(|connection| {
            let sql = format!("select {PERSON} from staff where removed_at is null order by name");
            connection.rows(&sql, &[], person)
        })
        .await
    }

    async fn by_name(&self, name: String) -> Result<Option<(Person, String)>, StoreFault> {
        self.read(move |connection| {
            let sql = format!("select {PERSON}, password from staff where name = ?1 and removed_at is null");
            connection.row(&sql, values![name], |row| Ok((person(row)?, row.get(4)?)))
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
        now: Timestamp,
        until: Timestamp,
    ) -> Result<(), StoreFault> {
        let job = move |work: &mut Work<'_>| {
            let sql = "insert into session (token, staff, until_at) values (?1, ?2, ?3)";
            work.connection.execute(sql, values![token, id.as_str(), until.timestamp()])?;
            let sql = "update staff set signed_on_at = ?2 where id = ?1";
            work.connection.execute(sql, values![id.as_str(), now.timestamp()])?;
            Ok(())
        };
        self.writer.run(job).await
    }

    async fn session(&self, token: Hash, now: Timestamp) -> Result<Option<Person>, StoreFault> {
        self.read(move |connection| {
            let sql = format!(
                "select {PERSON} from session join staff on staff.id = session.staff
                where token = ?1 and until_at >= ?2 and removed_at is null"
            );
            connection.row(&sql, values![token, now.timestamp()], person)
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
            let sql = "select name, role, until_at, offices, staff from invitation
                where token = ?1 and (until_at is null or until_at >= ?2)";
            connection.row(sql, values![token, now.timestamp()], invited)
        })
        .await
    }

    async fn renew(
        &self,
        token: Hash,
        id: StaffId,
        password: String,
        now: Timestamp,
    ) -> Result<bool, StoreFault> {
        self.writer.run(move |work: &mut Work<'_>| renew(work.connection, token, &id, &password, now)).await
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
