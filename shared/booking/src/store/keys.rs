//! The keys that sign check-in codes.

use super::bookings::sign;
use super::changes;
use super::fault::StoreFault;
use super::rows::{self, BookingRow};
use super::sql::{Connection, Row, values};
use super::{Store, letters, writer::Work};
use crate::mail::Kind;
use crate::random;
use foyer_domain::Timestamp;
use foyer_domain::code::{KeyState, PublicKey, SigningKey};

/// A key as `key list` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyEntry {
    /// Number, state and public key.
    pub key: PublicKey,
    /// When it was made.
    pub made_at: Timestamp,
    /// How many appointments still to come carry a code that it signed.
    pub open_bookings: u32,
}

/// Makes the first key if there is none.
pub(super) fn make_first(connection: &Connection, now: Timestamp) -> Result<(), StoreFault> {
    if !connection.exists("select 1 from signing_key limit 1", &[])? {
        make(connection, now)?;
        changes::publish_city(connection)?;
    }
    Ok(())
}

fn make(connection: &Connection, now: Timestamp) -> Result<PublicKey, StoreFault> {
    let sql = "select coalesce(max(id), 0) from signing_key";
    let last: u16 = connection.one(sql, &[], |row| row.get(0))?;
    let secret: [u8; 32] = random::bytes();
    let public = SigningKey::from_bytes(secret, last + 1).public();
    let sql =
        "insert into signing_key (id, state, secret, public, made_at) values (?1, 'active', ?2, ?3, ?4)";
    connection.execute(sql, values![public.id, secret, public.key.to_string(), now.timestamp()])?;
    Ok(public)
}

/// The key that signs now.
pub(super) fn active(connection: &Connection) -> Result<SigningKey, StoreFault> {
    let sql = "select id, secret from signing_key where state = 'active'";
    connection.one(sql, &[], |row| Ok(SigningKey::from_bytes(row.get(1)?, row.get(0)?)))
}

/// All public keys.
pub(super) fn public(connection: &Connection) -> Result<Vec<PublicKey>, StoreFault> {
    connection.rows("select id, state, public from signing_key order by id", &[], |row| {
        let state = match row.get::<String>(1)?.as_str() {
            "active" => KeyState::Active,
            "retired" => KeyState::Retired,
            _ => KeyState::Revoked,
        };
        Ok(PublicKey { id: row.get(0)?, state, key: row.get(2)? })
    })
}

/// The active key signs nothing more and still verifies; a new one takes its place.
fn rotate(connection: &Connection, now: Timestamp) -> Result<PublicKey, StoreFault> {
    connection.execute("update signing_key set state = 'retired' where state = 'active'", &[])?;
    make(connection, now)
}

/// The key verifies nothing more; codes of appointments still to come are signed anew.
fn revoke(work: &mut Work<'_>, id: u16, now: Timestamp) -> Result<Option<u32>, StoreFault> {
    let select = "select state = 'active' from signing_key where id = ?1";
    let active = work.connection.row(select, values![id], |row| row.get::<bool>(0))?;
    let Some(was_active) = active else { return Ok(None) };
    if was_active {
        rotate(work.connection, now)?;
    }
    work.connection.execute("update signing_key set state = 'revoked' where id = ?1", values![id])?;
    let open = "key = ?1 and state = 'confirmed' and start >= ?2";
    let since = (now - chrono::TimeDelta::days(1)).timestamp();
    let affected = rows::bookings(work.connection, open, values![id, since])?;
    let count = affected.len();
    for row in affected {
        sign(work, &row, row.start)?;
        if row.lost_place {
            // A time that is closed has no code; with another time its owner gets a new one anyway.
            continue;
        }
        let sql = "update booking set sequence = sequence + 1 where id = ?1";
        work.connection.execute(sql, values![rows::key(row.id)])?;
        let row = BookingRow { sequence: row.sequence + 1, ..row };
        letters::write(work, &row, &Kind::NewCode, now)?;
    }
    changes::publish_city(work.connection)?;
    Ok(Some(u32::try_from(count).unwrap_or(u32::MAX)))
}

impl Store {
    /// All keys, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub async fn keys(&self, now: Timestamp) -> Result<Vec<KeyEntry>, StoreFault> {
        self.read(move |connection| {
            let mut entries = Vec::new();
            for key in public(connection)? {
                let sql =
                    "select made_at, (select count(*) from booking where key = k.id and state = 'confirmed'
                    and start >= ?2) from signing_key k where id = ?1";
                let read = |row: &Row| Ok((rows::moment(row.get(0)?), row.get(1)?));
                let (made_at, open_bookings) = connection.one(sql, values![key.id, now.timestamp()], read)?;
                entries.push(KeyEntry { key, made_at, open_bookings });
            }
            Ok(entries)
        })
        .await
    }

    /// A new key signs from now on; the one before still verifies.
    ///
    /// # Errors
    /// The store's.
    pub async fn rotate_key(&self, now: Timestamp) -> Result<PublicKey, StoreFault> {
        let job = move |work: &mut Work<'_>| {
            let key = rotate(work.connection, now)?;
            changes::publish_city(work.connection)?;
            Ok(key)
        };
        self.writer.run(job).await
    }

    /// A compromised key verifies nothing more; how many codes were signed anew, or none if there is no such key.
    ///
    /// # Errors
    /// The store's.
    pub async fn revoke_key(&self, id: u16, now: Timestamp) -> Result<Option<u32>, StoreFault> {
        self.writer.run(move |work| revoke(work, id, now)).await
    }
}
