//! Addresses that are told what becomes of bookings, each with how far it has been told: what was not taken is told
//! again, in the rhythm of mails.

use super::fault::StoreFault;
use super::letters::{AGAIN_AFTER, TRIED_FOR};
use super::rows;
use super::sql::{Row, values};
use super::told::{self, Told, ToldBatch};
use super::writer::Work;
use super::{Answer, Store};
use crate::random;
use crate::refusal::Refusal;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use std::sync::Arc;

/// What is to be told to an address now.
pub struct DueHook {
    /// Its number.
    pub id: i64,
    /// Where.
    pub url: String,
    /// Signs what is told.
    pub secret: Vec<u8>,
    /// What.
    pub batch: ToldBatch,
}

/// An address that is told, for staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HookEntry {
    /// Its number.
    pub id: i64,
    /// Whose it is, as whoever made it wrote.
    pub name: String,
    /// Where.
    pub url: String,
    /// Of what.
    pub told: Told,
    /// How often telling it failed since it last succeeded.
    pub tries: u32,
    /// When it is told next, if there is anything; none if it was given up.
    pub next_try_at: Option<Timestamp>,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// When it last took what it was told.
    pub told_at: Option<Timestamp>,
}

/// Whom nobody tells at the moment, and who has something to hear.
const DUE: &str = "dead_at is null and next_try_at <= ?1 and (claimed_until is null or claimed_until <= ?1)
    and exists (select 1 from change where change.kind = 'booking' and change.seq > webhook.told_up_to
        and (webhook.office is null or change.office = webhook.office))";

fn add(work: &Work<'_>, name: &str, url: &str, told: &Told, now: Timestamp) -> Answer<Vec<u8>> {
    if let Some(office) = told.office.as_ref().filter(|office| work.catalog.office(office).is_none()) {
        return Ok(Err(Refusal::OfficeUnknown { office: office.to_string() }));
    }
    let secret = random::bytes::<32>().to_vec();
    let sql = "insert into webhook (id, name, url, secret, names, office, made_at, next_try_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)";
    let id = rows::key(random::booking_id());
    let office = told.office.as_ref().map(OfficeId::as_str);
    work.connection
        .execute(sql, values![id, name, url, secret.clone(), told.names, office, now.timestamp()])?;
    Ok(Ok(secret))
}

/// Takes what is due; nobody else gets it until `until`.
fn claim(
    work: &Work<'_>,
    database: &str,
    until: Timestamp,
    now: Timestamp,
) -> Result<Vec<DueHook>, StoreFault> {
    let sql =
        format!("select id, url, secret, names, office, told_up_to from webhook where {DUE} order by id");
    let read = |row: &Row| {
        let told = Told { names: row.get(3)?, office: row.get::<Option<String>>(4)?.map(OfficeId) };
        Ok((row.get::<i64>(0)?, row.get::<String>(1)?, row.get::<Vec<u8>>(2)?, told, row.get::<i64>(5)?))
    };
    let mut due = Vec::new();
    for (id, url, secret, told, known) in work.connection.rows(&sql, values![now.timestamp()], read)? {
        let sql = "update webhook set claimed_until = ?2 where id = ?1";
        work.connection.execute(sql, values![id, until.timestamp()])?;
        due.push(DueHook { id, url, secret, batch: told::after(work.connection, &told, known, database)? });
    }
    Ok(due)
}

fn failed(work: &Work<'_>, id: i64, said: &str, now: Timestamp) -> Result<bool, StoreFault> {
    let sql = "select tries, failing_since from webhook where id = ?1";
    let read = |row: &Row| Ok((row.get::<u32>(0)?, row.get::<Option<i64>>(1)?.map(rows::moment)));
    // Removed meanwhile.
    let Some((tries, since)) = work.connection.row(sql, values![id], read)? else { return Ok(false) };
    let since = since.unwrap_or(now);
    let is_dead = now - since >= TRIED_FOR;
    let wait = AGAIN_AFTER.get(tries as usize).or(AGAIN_AFTER.last()).copied().unwrap_or_default();
    let sql = "update webhook set tries = ?2, last_error = ?3, claimed_until = null, next_try_at = ?4,
        failing_since = ?5, dead_at = ?6 where id = ?1";
    let (next, dead) = ((now + wait).timestamp(), is_dead.then_some(now.timestamp()));
    work.connection.execute(sql, values![id, tries + 1, said, next, since.timestamp(), dead])?;
    Ok(is_dead)
}

impl Store {
    /// Has an address told from now on, beginning with all that is known of today and later; the secret that signs.
    ///
    /// # Errors
    /// The store's.
    pub async fn add_webhook(
        &self,
        name: String,
        url: String,
        told: Told,
        now: Timestamp,
    ) -> Answer<Vec<u8>> {
        self.writer.run(move |work| add(work, &name, &url, &told, now)).await
    }

    /// Takes what is due to be told; nobody else gets it for as long as `time`.
    ///
    /// # Errors
    /// The store's.
    pub async fn claim_webhooks(&self, time: TimeDelta, now: Timestamp) -> Result<Vec<DueHook>, StoreFault> {
        let sql = format!("select 1 from webhook where {DUE}");
        // Asked without the writer first: most of the time there is nothing.
        if !self.read(move |connection| connection.exists(&sql, values![now.timestamp()])).await? {
            return Ok(Vec::new());
        }
        let secrets = Arc::clone(&self.secrets);
        self.writer.run(move |work| claim(work, &secrets.database, now + time, now)).await
    }

    /// An address has taken what it was told.
    ///
    /// # Errors
    /// The store's.
    pub async fn webhook_told(&self, id: i64, up_to: i64, now: Timestamp) -> Result<(), StoreFault> {
        let sql = "update webhook set told_up_to = ?2, told_at = ?3, tries = 0, claimed_until = null, last_error = null,
            failing_since = null, next_try_at = 0 where id = ?1";
        self.writer
            .run(move |work| work.connection.execute(sql, values![id, up_to, now.timestamp()]))
            .await
            .map(drop)
    }

    /// An address did not take what it was told: it is tried again, or given up. Whether it was given up.
    ///
    /// # Errors
    /// The store's.
    pub async fn webhook_failed(&self, id: i64, said: String, now: Timestamp) -> Result<bool, StoreFault> {
        self.writer.run(move |work| failed(work, id, &said, now)).await
    }

    /// All addresses that are told.
    ///
    /// # Errors
    /// The store's.
    pub async fn webhooks(&self) -> Result<Vec<HookEntry>, StoreFault> {
        let read = |row: &Row| {
            let is_dead = row.get::<Option<i64>>(8)?.is_some();
            Ok(HookEntry {
                id: row.get(0)?,
                name: row.get(1)?,
                url: row.get(2)?,
                told: Told { names: row.get(3)?, office: row.get::<Option<String>>(4)?.map(OfficeId) },
                tries: row.get(5)?,
                next_try_at: Some(rows::moment(row.get(6)?)).filter(|_| !is_dead),
                last_error: row.get(7)?,
                told_at: row.get::<Option<i64>>(9)?.map(rows::moment),
            })
        };
        let sql = "select id, name, url, names, office, tries, next_try_at, last_error, dead_at, told_at
            from webhook
            order by dead_at is null, name, id";
        self.read(move |connection| connection.rows(sql, &[], read)).await
    }

    /// Tells an address again at once; whether there is one.
    ///
    /// # Errors
    /// The store's.
    pub async fn retry_webhook(&self, id: i64) -> Result<bool, StoreFault> {
        let sql = "update webhook set dead_at = null, failing_since = null, tries = 0, next_try_at = 0 where id = ?1";
        Ok(self.writer.run(move |work| work.connection.execute(sql, values![id])).await? == 1)
    }

    /// Tells an address nothing more; whether there was one.
    ///
    /// # Errors
    /// The store's.
    pub async fn remove_webhook(&self, id: i64) -> Result<bool, StoreFault> {
        let sql = "delete from webhook where id = ?1";
        Ok(self.writer.run(move |work| work.connection.execute(sql, values![id])).await? == 1)
    }
}
