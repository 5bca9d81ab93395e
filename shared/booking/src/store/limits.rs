//! Who books many: how often a contact may be in open bookings, and whose contact makes none for a time. Only keyed
//! hashes are compared, and they are kept no longer than the booking or the time.

use super::asking::{self, AskingOrder};
use super::fault::StoreFault;
use super::rows::{self, BookingRow, moment};
use super::sql::{Connection, Row, values};
use super::writer::Work;
use super::{Answer, Store};
use crate::random;
use crate::refusal::Refusal;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::BookingId;
use foyer_domain::office::Rules;
use std::sync::Arc;

/// So many open requests a contact may have at once, or places on waiting lists, whatever for: whoever needs more is
/// helped better by telephone.
pub(super) const MOST_ASKED: u8 = 5;

/// A contact's hash, and what it is of.
pub(super) struct ContactKey {
    kind: &'static str,
    key: [u8; 32],
}

/// Somebody who makes no bookings for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockedEntry {
    /// The hash, in hexadecimal digits.
    pub key: String,
    /// Whether it is an e-mail address; else it is a telephone number.
    pub is_email: bool,
    /// Since when.
    pub since: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// An address as it is compared: in small letters, without what follows a `+`, which leads to the same mailbox.
pub(super) fn plain_email(typed: &str) -> String {
    let typed = typed.trim().to_lowercase();
    match typed.rsplit_once('@') {
        Some((local, host)) => format!("{}@{host}", local.split('+').next().unwrap_or(local)),
        None => typed,
    }
}

/// Whether two addresses lead to the same mailbox.
pub(super) fn is_same_email(one: &str, other: &str) -> bool {
    plain_email(one) == plain_email(other)
}

/// A number as it is compared: digits alone, a German one as it is dialled in Germany.
pub(super) fn plain_phone(typed: &str) -> String {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let abroad = digits.strip_prefix("00").or(typed.trim().starts_with('+').then_some(digits.as_str()));
    match abroad.map(|number| (number, number.strip_prefix("49"))) {
        Some((_, Some(german))) => format!("0{}", german.trim_start_matches('0')),
        Some((number, None)) => format!("+{number}"),
        None => digits,
    }
}

/// The hashes of a contact.
pub(super) fn keys(server: &[u8], email: &str, phone: &str) -> Vec<ContactKey> {
    let (email, phone) = (plain_email(email), plain_phone(phone));
    let all = [("email", email), ("phone", phone)];
    let hash = |(kind, text): (&'static str, String)| ContactKey {
        kind,
        key: random::keyed_hash(server, &[b"contact", kind.as_bytes(), text.as_bytes()]),
    };
    all.into_iter().filter(|(_, text)| !text.is_empty()).map(hash).collect()
}

/// Until when a contact is blocked, by whatever is known of it.
fn blocked_until(
    connection: &Connection,
    keys: &[ContactKey],
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreFault> {
    let sql = "select until_at from blocked where key = ?1 and until_at > ?2";
    let mut until = None;
    for ContactKey { key, .. } in keys {
        let found: Option<i64> = connection.row(sql, values![*key, now.timestamp()], |row| row.get(0))?;
        until = until.max(found.map(moment));
    }
    Ok(until)
}

/// Whether somebody may have anything of us online.
pub(super) fn judge_block(work: &Work<'_>, keys: &[ContactKey], now: Timestamp) -> Answer<()> {
    let until = blocked_until(work.connection, keys, now)?;
    Ok(until.map_or(Ok(()), |until| Err(Refusal::ContactBlocked { until })))
}

/// Whether somebody may ask for a time, too.
pub(super) fn judge_request(
    work: &Work<'_>,
    server: &[u8],
    order: &AskingOrder,
    rules: &Rules,
    now: Timestamp,
) -> Answer<()> {
    let keys = keys(server, &order.email, &order.phone);
    if let Err(refusal) = judge(work, &keys, &order.services, rules, |_| true, now)? {
        return Ok(Err(refusal));
    }
    let (email, phone) = (plain_email(&order.email), plain_phone(&order.phone));
    let is_same = |own: &str, other: String| !own.is_empty() && own == other;
    let mut open =
        asking::found(work.connection, "asking.kind = 'request' and asking.ended_at is null", &[])?;
    open.retain(|one| is_same(&email, plain_email(&one.email)) || is_same(&phone, plain_phone(&one.phone)));
    if open.len() >= usize::from(MOST_ASKED) {
        return Ok(Err(Refusal::TooManyAsked { most: MOST_ASKED }));
    }
    let most = rules.most_open_bookings;
    let count = |wanted: &ServiceChoice| {
        open.iter().filter(|one| one.services.iter().any(|choice| choice.service == wanted.service)).count()
    };
    let is_most = most > 0 && order.services.iter().any(|wanted| count(wanted) >= usize::from(most));
    Ok(if is_most { Err(Refusal::TooManyAsked { most }) } else { Ok(()) })
}

/// Whether somebody may book this, too. Of what they have booked, and of what their mail's link has yet to confirm, that
/// counts which `counts` says.
pub(super) fn judge(
    work: &Work<'_>,
    keys: &[ContactKey],
    services: &[ServiceChoice],
    rules: &Rules,
    counts: impl Fn(&BookingRow) -> bool,
    now: Timestamp,
) -> Answer<()> {
    if let Err(refusal) = judge_block(work, keys, now)? {
        return Ok(Err(refusal));
    }
    for ContactKey { key, .. } in keys {
        let most = rules.most_open_bookings;
        if most == 0 {
            continue;
        }
        let condition = "id in (select booking from contact_key where key = ?1)
            and (state = 'confirmed' or state = 'held' and held_until >= ?2) and start + minutes * 60 > ?2";
        let mut open = rows::bookings(work.connection, condition, values![*key, now.timestamp()])?;
        open.retain(&counts);
        let has = |row: &BookingRow, wanted: &ServiceChoice| {
            row.services.iter().any(|choice| choice.service == wanted.service)
        };
        let count = |wanted: &ServiceChoice| open.iter().filter(|row| has(row, wanted)).count();
        if services.iter().any(|wanted| count(wanted) >= usize::from(most)) {
            return Ok(Err(Refusal::TooManyBookings { most }));
        }
    }
    Ok(Ok(()))
}

/// Writes down how a booking's contact is recognised, in place of what was there.
pub(super) fn note(work: &Work<'_>, id: BookingId, keys: &[ContactKey]) -> Result<(), StoreFault> {
    forget(work.connection, id)?;
    for ContactKey { key, .. } in keys {
        let sql = "insert into contact_key (booking, key) values (?1, ?2) on conflict do nothing";
        work.connection.execute(sql, values![rows::key(id), *key])?;
    }
    Ok(())
}

/// A booking is open no longer.
pub(super) fn forget(connection: &Connection, id: BookingId) -> Result<(), StoreFault> {
    connection.execute("delete from contact_key where booking = ?1", values![rows::key(id)]).map(drop)
}

/// Forgets what is open no longer, and who is blocked no longer.
pub(super) fn forget_old(connection: &Connection, now: Timestamp) -> Result<(), StoreFault> {
    let sql = "delete from contact_key where exists (select 1 from booking
        where booking.id = contact_key.booking and (state not in ('held', 'confirmed') or start + minutes * 60 <= ?1))";
    connection.execute(sql, values![now.timestamp()])?;
    connection.execute("delete from blocked where until_at <= ?1", values![now.timestamp()]).map(drop)
}

fn block(work: &Work<'_>, server: &[u8], id: BookingId, time: TimeDelta, now: Timestamp) -> Answer<()> {
    let sql = "select email, phone from contact where booking = ?1";
    let read = |row: &Row| Ok((row.get::<String>(0)?, row.get::<String>(1)?));
    let found = work.connection.row(sql, values![rows::key(id)], read)?;
    let Some((email, phone)) = found else { return Ok(Err(Refusal::BookingUnknown)) };
    for ContactKey { kind, key } in keys(server, &email, &phone) {
        let sql = "insert into blocked (key, kind, blocked_at, until_at) values (?1, ?2, ?3, ?4)
            on conflict (key) do update set blocked_at = excluded.blocked_at, until_at = excluded.until_at";
        let values = values![key, kind, now.timestamp(), (now + time).timestamp()];
        work.connection.execute(sql, values)?;
    }
    Ok(Ok(()))
}

impl Store {
    /// Lets a booking's contact make no bookings for a time, other than through staff.
    ///
    /// # Errors
    /// The store's.
    pub async fn block(&self, id: BookingId, time: TimeDelta, now: Timestamp) -> Answer<()> {
        let server = Arc::clone(&self.secrets);
        self.writer.run(move |work: &mut Work<'_>| block(work, &server.server, id, time, now)).await
    }

    /// Until when this contact makes no bookings, if it is blocked.
    ///
    /// # Errors
    /// The store's.
    pub async fn blocked_until(
        &self,
        email: &str,
        phone: &str,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreFault> {
        let keys = keys(&self.secrets.server, email, phone);
        self.read(move |connection| blocked_until(connection, &keys, now)).await
    }

    /// Lets a contact book again, by its address and by its number.
    ///
    /// # Errors
    /// The store's.
    pub async fn unblock_contact(&self, email: &str, phone: &str) -> Result<(), StoreFault> {
        let keys = keys(&self.secrets.server, email, phone);
        let job = move |work: &mut Work<'_>| {
            for ContactKey { key, .. } in &keys {
                work.connection.execute("delete from blocked where key = ?1", values![*key])?;
            }
            Ok(())
        };
        self.writer.run(job).await
    }

    /// Who is blocked, the last ones first.
    ///
    /// # Errors
    /// The store's.
    pub async fn blocked(&self, now: Timestamp) -> Result<Vec<BlockedEntry>, StoreFault> {
        let sql = "select key, kind, blocked_at, until_at from blocked where until_at > ?1
            order by blocked_at desc, key";
        let read = |row: &Row| {
            Ok(BlockedEntry {
                key: random::hex(&row.get::<Vec<u8>>(0)?),
                is_email: row.get::<String>(1)? == "email",
                since: moment(row.get(2)?),
                until: moment(row.get(3)?),
            })
        };
        self.read(move |connection| connection.rows(sql, values![now.timestamp()], read)).await
    }

    /// Lets a contact book again: by its address or number as typed, or by its entry's hash. Whether it was blocked.
    ///
    /// # Errors
    /// The store's.
    pub async fn unblock(&self, typed: &str, now: Timestamp) -> Result<bool, StoreFault> {
        let (email, phone) = if typed.contains('@') { (typed, "") } else { ("", typed) };
        let mut hashes: Vec<String> =
            keys(&self.secrets.server, email, phone).iter().map(|key| random::hex(&key.key)).collect();
        hashes.push(typed.to_owned());
        let blocked = self.blocked(now).await?;
        let Some(entry) = blocked.into_iter().find(|entry| hashes.contains(&entry.key)) else {
            return Ok(false);
        };
        let job = move |work: &mut Work<'_>| {
            let sql = "select key from blocked";
            let all = work.connection.rows(sql, &[], |row| row.get::<Vec<u8>>(0))?;
            for key in all.into_iter().filter(|key| random::hex(key) == entry.key) {
                work.connection.execute("delete from blocked where key = ?1", values![key])?;
            }
            Ok(true)
        };
        self.writer.run(job).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_to_the_same_person_is_the_same() {
        let same = |one: &str, other: &str| plain_email(one) == plain_email(other);
        assert!(same("Erika@Example.org ", "erika@example.org") && same("e+amt@x.de", "e@x.de"));
        assert!(!same("erika@example.org", "erika@example.com") && !same("a.b@x.de", "ab@x.de"));
        let same = |one: &str, other: &str| plain_phone(one) == plain_phone(other);
        assert!(same("+49 (0)1234 / 56-78", "01234 5678") && same("0049 1234 5678", "+4912345678"));
        assert!(!same("+43 1234 5678", "01234 5678") && !same("01234 5678", "01234 5679"));
        let of = |email, phone| keys(b"secret", email, phone).len();
        assert_eq!((of("", ""), of("a@b.de", ""), of("a@b.de", "12345")), (0, 1, 2));
    }
}
