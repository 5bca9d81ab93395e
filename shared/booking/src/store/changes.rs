//! The change feed: what lobbies follow.

use super::Store;
use super::fault::StoreFault;
use super::keys;
use super::offices::in_force;
use super::rows::{self, BookingRow};
use super::sql::{Connection, Row, values};
use crate::random;
use foyer_domain::Timestamp;
use foyer_domain::booking::BookingState;
use foyer_domain::engine::{City, OfficeCard};
use foyer_domain::id::{CallId, OfficeId};
use foyer_domain::office::Office;
use foyer_domain::short_code::ShortCode;
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::{Change, PersonName, PhonePress};

/// So many changes are read at a time.
pub(super) const PAGE: usize = 512;
/// Whoever missed more than this gets everything again instead.
const WIDEST_GAP: i64 = 20_000;

/// Where a follower stands: in which database and after which change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    database: String,
    seq: i64,
}

impl Cursor {
    /// The cursor as it travels in `Last-Event-ID`.
    pub fn parse(text: &str) -> Option<Self> {
        let (database, seq) = text.split_once('-')?;
        Some(Self { database: database.to_owned(), seq: seq.parse().ok()? })
    }

    /// After this change of this database.
    pub(super) fn new(database: &str, seq: i64) -> Self {
        Self { database: database.to_owned(), seq }
    }

    /// Whether it is of this database.
    pub(super) fn is_of(&self, database: &str) -> bool {
        self.database == database
    }

    /// How far it is.
    pub fn seq(&self) -> i64 {
        self.seq
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.database, self.seq)
    }
}

/// Some changes for a follower.
#[derive(Debug)]
pub struct Batch {
    /// Each with its event id, if a follower may go on after it, and its JSON.
    pub events: Vec<(Option<Cursor>, String)>,
    /// Where the follower stands after them.
    pub cursor: Cursor,
    /// Whether there may be more at once.
    pub more: bool,
}

/// What a change is about, so that a newer one takes its place.
struct About<'a> {
    office: &'a str,
    kind: &'a str,
    key: &'a str,
    /// What is of a day goes with it.
    start: Option<Timestamp>,
}

/// Appends a change and forgets the one that it replaces. Writers come one after the other, so a higher number is
/// never committed before a lower one.
fn append(connection: &Connection, about: &About<'_>, change: &Change) -> Result<(), StoreFault> {
    let seq: i64 =
        connection.one("update feed set seq = seq + 1 where name = 'change' returning seq", &[], |row| {
            row.get(0)
        })?;
    let sql = "insert into change (seq, office, kind, key, start, body) values (?1, ?2, ?3, ?4, ?5, ?6)
        on conflict (office, kind, key) do update set seq = excluded.seq, start = excluded.start,
        body = excluded.body";
    let About { office, kind, key, start } = about;
    let start = start.map(|start| start.timestamp());
    let body = serde_json::to_string(change)?;
    connection.execute(sql, values![seq, *office, *kind, *key, start, body])?;
    Ok(())
}

/// Tells a booking as it is now.
pub(super) fn publish_booking(connection: &Connection, row: &BookingRow) -> Result<(), StoreFault> {
    let key = rows::short_code_key(connection, &row.office)?;
    let short_code_hash = random::short_code_hash(&key, &row.short_code);
    // Who booked and the short code are put in for whom they concern when it is sent: this table keeps neither.
    let change = Change::Booking { booking: row.booking(), short_code_hash, short_code: None, name: None };
    let (office, key, start) = (row.office.as_str(), row.id.to_string(), Some(row.start));
    append(connection, &About { office, kind: "booking", key: &key, start }, &change)
}

/// Tells a revision and, on the first one, the key of short codes.
pub(super) fn publish_office(connection: &Connection, office: &Office) -> Result<(), StoreFault> {
    let key = random::hex(&rows::short_code_key(connection, &office.id)?);
    let about = |kind| About { office: office.id.as_str(), kind, key: "", start: None };
    append(connection, &about("short_code_key"), &Change::ShortCodeKey { key })?;
    append(connection, &about("office"), &Change::Office { office: Box::new(office.clone()) })
}

/// Tells keys and offices to all.
pub(super) fn publish_city(connection: &Connection) -> Result<(), StoreFault> {
    let card =
        |office: Office| OfficeCard { number: office.number, name: office.name, address: office.address };
    let offices = rows::offices(connection)?.into_iter().map(card).collect();
    let city = City { keys: keys::public(connection)?, offices };
    let about = About { office: "", kind: "city", key: "", start: None };
    append(connection, &about, &Change::City { city })
}

/// The kinds of a phone's presses in the feed.
fn press_kind(press: PhonePress) -> &'static str {
    match press {
        PhonePress::GiveUp => "phone_give_up",
        PhonePress::Late { .. } => "phone_late",
        PhonePress::Seen { .. } => "phone_seen",
    }
}

/// Tells what the holder of a ticket pressed, unless that was told before and still goes down.
pub(super) fn publish_press(
    connection: &Connection,
    office: &OfficeId,
    secret_hash: &str,
    press: PhonePress,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let change = Change::Phone { secret_hash: secret_hash.to_owned(), press };
    let (office, kind) = (office.as_str(), press_kind(press));
    let sql = "select 1 from change where office = ?1 and kind = ?2 and key = ?3 and body = ?4";
    let values = values![office, kind, secret_hash, serde_json::to_string(&change)?];
    if connection.exists(sql, values)? {
        return Ok(());
    }
    append(connection, &About { office, kind, key: secret_hash, start: Some(now) }, &change)
}

/// Forgets what was pressed and means nothing any more in this state of the ticket.
pub(super) fn drop_presses(
    connection: &Connection,
    office: &OfficeId,
    secret_hash: &str,
    state: VisitState,
) -> Result<(), StoreFault> {
    let call = PhonePress::Seen { call: CallId(0) };
    let late = PhonePress::Late { minutes: 0, at: None };
    let waiting = VisitState::Waiting;
    let over = [(PhonePress::GiveUp, waiting), (late, waiting), (call, VisitState::Called)];
    let sql = "delete from change where office = ?1 and kind = ?2 and key = ?3";
    for (press, _) in over.into_iter().filter(|(_, means_something_in)| *means_something_in != state) {
        connection.execute(sql, values![office.as_str(), press_kind(press), secret_hash])?;
    }
    Ok(())
}

/// A change with the booking's short code, and with who booked where that is shown, as both are now.
fn with_whose(connection: &Connection, body: String, shows_names: bool) -> Result<String, StoreFault> {
    let Change::Booking { mut booking, short_code_hash, .. } = serde_json::from_str(&body)? else {
        return Ok(body);
    };
    let key = values![rows::key(booking.id)];
    let asked = |sql: &str| connection.row(sql, key, |row| row.get::<String>(0));
    let name_sql = "select name from contact where booking = ?1 and name <> ''";
    let (short_code, name) = match booking.state {
        BookingState::Held { .. } | BookingState::Confirmed => (
            asked("select short_code from booking where id = ?1")?,
            if shows_names { asked(name_sql)? } else { None },
        ),
        // Its contact may still wait for the mail that says so; the office needs it no more.
        BookingState::Cancelled => {
            // Nobody gave it up who only never followed the link of a mail: the office says it as it was.
            let sql = "select held_until from booking where id = ?1 and state = 'expired' and unconfirmed";
            let until: Option<Option<i64>> = connection.row(sql, key, |row| row.get(0))?;
            if let Some(until) = until.flatten() {
                booking.state = BookingState::Held { until: rows::moment(until) };
            }
            (None, None)
        }
    };
    Ok(serde_json::to_string(&Change::Booking {
        booking,
        short_code_hash,
        short_code: short_code.and_then(|code| ShortCode::parse(&code).ok()),
        name: name.map(PersonName),
    })?)
}

/// The number of the newest change.
pub(super) fn newest(connection: &Connection) -> Result<i64, StoreFault> {
    // Counted apart, because the newest row itself may have been dropped with its day.
    connection.one("select seq from feed where name = 'change'", &[], |row| row.get(0))
}

/// Everything that a lobby needs from `day_start` on. Only the last event carries an id: who loses the stream before
/// it begins again.
fn everything(
    connection: &Connection,
    office: &OfficeId,
    database: &str,
    day_start: Timestamp,
) -> Result<Batch, StoreFault> {
    let cursor = Cursor { database: database.to_owned(), seq: newest(connection)? };
    let sql = "select body from change where office in (?1, '') and (start is null or start >= ?2)
        order by case kind when 'office' then 0 when 'city' then 1 when 'short_code_key' then 2 else 3 end, start, key";
    let values = values![office.as_str(), day_start.timestamp()];
    let mut events = connection.rows(sql, values, |row| Ok((None, row.get(0)?)))?;
    if let Some(last) = events.last_mut() {
        last.0 = Some(cursor.clone());
    }
    Ok(Batch { events, cursor, more: false })
}

fn after(connection: &Connection, office: &OfficeId, cursor: &Cursor) -> Result<Batch, StoreFault> {
    let sql = "select seq, body from change where office in (?1, '') and seq > ?2 order by seq limit ?3";
    let at = |seq| Cursor { database: cursor.database.clone(), seq };
    let read = |row: &Row| Ok((Some(at(row.get(0)?)), row.get::<String>(1)?));
    let events = connection.rows(sql, values![office.as_str(), cursor.seq, PAGE as i64], read)?;
    let last = events.last().and_then(|(cursor, _)| cursor.clone()).unwrap_or_else(|| cursor.clone());
    Ok(Batch { more: events.len() == PAGE, events, cursor: last })
}

impl Store {
    /// What an office's lobby does not know yet: all that is needed from today on, or what came after its cursor.
    ///
    /// # Errors
    /// The store's.
    pub async fn changes_after(
        &self,
        office: &OfficeId,
        cursor: Option<Cursor>,
        now: Timestamp,
    ) -> Result<Batch, StoreFault> {
        let database = self.secrets.database.clone();
        let Some(state) = self.catalog.office(office) else {
            let cursor = cursor.unwrap_or(Cursor { database, seq: 0 });
            return Ok(Batch { events: Vec::new(), cursor, more: false });
        };
        let day_start = state.office.local(state.office.day(now), chrono::NaiveTime::MIN);
        let office = office.clone();
        self.read(move |connection| {
            let newest = newest(connection)?;
            let known = cursor.filter(|cursor| {
                cursor.database == database && cursor.seq <= newest && newest - cursor.seq <= WIDEST_GAP
            });
            let mut batch = match known {
                Some(cursor) => after(connection, &office, &cursor)?,
                None => everything(connection, &office, &database, day_start)?,
            };
            // Asked of the file after the changes: another process may have imported the rule together with them.
            let shows_names = in_force(connection, &office)?.is_some_and(|office| office.rules.show_names);
            for (_, body) in &mut batch.events {
                *body = with_whose(connection, std::mem::take(body), shows_names)?;
            }
            Ok(batch)
        })
        .await
    }
}
