//! Bookings as staff see them: a day's list, and one that is looked for.

use super::fault::StoreFault;
use super::rows::{self, BookingRow};
use super::sql::{Connection, Row, Value, values};
use super::{Answer, Store, limits};
use crate::refusal::Refusal;
use foyer_domain::Timestamp;
use foyer_domain::booking::{BookingState, Interpreting, ServiceChoice};
use foyer_domain::id::{BookingId, LaneId, OfficeId};
use foyer_domain::short_code::ShortCode;
use foyer_domain::visit::{VisitState, Wishes};
use std::collections::HashMap;
use std::ops::Range;
use uuid::Uuid;

/// A search by name shows so many; whoever looks for more says more of the name.
const MOST_FOUND: usize = 50;
/// So many contacts are read at a time while somebody is looked for.
const AT_A_TIME: i64 = 500;

/// A booking with who comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskBooking {
    /// Its id.
    pub id: BookingId,
    /// The citizen's link.
    pub secret: Uuid,
    /// Where.
    pub office: OfficeId,
    /// When.
    pub start: Timestamp,
    /// For how long.
    pub minutes: u16,
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// What became of it.
    pub state: BookingState,
    /// What the lobby last told of the visit.
    pub visit: Option<VisitState>,
    /// The Terminnummer, as stored.
    pub short_code: String,
    /// The language that was chosen.
    pub language: String,
    /// What is wished.
    pub wishes: Wishes,
    /// What somebody has to interpret, and how, as far as that was said.
    pub interpreting: Option<Interpreting>,
    /// How many come.
    pub persons: u8,
    /// Who comes, as far as is known and not deleted yet.
    pub name: String,
    /// Where they get mail.
    pub email: String,
    /// Where they are rung up.
    pub phone: String,
    /// What staff wrote down about it; goes with the contact.
    pub note: String,
    /// The number of the series or group that it was booked with.
    pub together: Option<BookingId>,
    /// Whether a closing has taken its place, and its owner is offered another time.
    pub lost_place: bool,
}

/// A stretch of a lane that a booking has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskPlace {
    /// Which lane.
    pub lane: LaneId,
    /// From the first slot to the first one after.
    pub slots: Range<i64>,
    /// Whose.
    pub booking: BookingId,
}

impl DeskPlace {
    fn goes_on_with(&self, next: &Self) -> bool {
        self.lane == next.lane && self.booking == next.booking && self.slots.end == next.slots.start
    }
}

fn single(slot: i64) -> Range<i64> {
    slot..slot + 1
}

/// The bookings that `condition` picks, in this order, with who comes.
pub(super) fn bookings(
    connection: &Connection,
    condition: &str,
    order: &str,
    values: &[Value],
) -> Result<Vec<DeskBooking>, StoreFault> {
    let found = rows::bookings(connection, &format!("{condition} order by {order}"), values)?;
    let sql = format!(
        "select booking, name, email, phone, note from contact
        where booking in (select id from booking where {condition})"
    );
    let read = |row: &Row| Ok((row.get::<i64>(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]));
    let mut contacts: HashMap<i64, [String; 4]> = connection.rows(&sql, values, read)?.into_iter().collect();
    let whole = |row: BookingRow| {
        let [name, email, phone, note] = contacts.remove(&rows::key(row.id)).unwrap_or_default();
        let (booking, state) = (row.booking(), row.state());
        DeskBooking {
            id: row.id,
            secret: row.secret,
            office: row.office,
            start: row.start,
            minutes: row.minutes,
            services: row.services,
            state,
            visit: row.visit,
            short_code: row.short_code,
            language: row.language,
            wishes: booking.wishes,
            interpreting: booking.interpreting,
            persons: booking.persons,
            name,
            email,
            phone,
            note,
            together: row.together,
            lost_place: row.lost_place,
        }
    };
    Ok(found.into_iter().map(whole).collect())
}

/// What somebody is looked for by, if it is not the Terminnummer.
struct Sought {
    /// A part of the name or of the address, in small letters.
    text: String,
    /// A part of the number as numbers are compared; none if it is no number, or so short that it is in many.
    number: Option<String>,
}

/// So many digits are looked for in telephone numbers, so many characters in addresses.
const LEAST: usize = 4;

impl Sought {
    fn read(typed: &str) -> Self {
        let text = typed.trim().to_lowercase();
        let is_number = text.chars().all(|sign| sign.is_ascii_digit() || " +-–/().".contains(sign));
        let number = limits::plain_phone(&text);
        Self { number: Some(number).filter(|number| is_number && number.len() >= LEAST), text }
    }

    fn is(&self, [name, email, phone]: &[String; 3]) -> bool {
        let is_part = |text: &str| text.to_lowercase().contains(&self.text);
        let is_number = |number: &String| limits::plain_phone(phone).contains(number);
        let is_address = self.text.chars().count() >= LEAST
            && (is_part(email) || limits::is_same_email(&self.text, email));
        is_part(name) || is_address || self.number.as_ref().is_some_and(is_number)
    }
}

/// An office's open bookings from `since` on of whoever is sought, earliest first and `most` at most. Letters beyond
/// ASCII are compared here, as SQLite does not know how to; of many contacts only a few are in memory at a time.
fn named(
    connection: &Connection,
    office: &OfficeId,
    sought: &Sought,
    since: Timestamp,
    most: usize,
) -> Result<Vec<i64>, StoreFault> {
    let sql = "select b.start, b.id, c.name, c.email, c.phone from booking b join contact c on c.booking = b.id
        where b.office = ?1 and b.state in ('held', 'confirmed') and (b.start > ?2 or b.start = ?2 and b.id > ?3)
        order by b.start, b.id limit ?4";
    let read = |row: &Row| Ok((row.get(0)?, row.get(1)?, [row.get(2)?, row.get(3)?, row.get(4)?]));
    let (mut found, mut after) = (Vec::new(), (since.timestamp(), 0));
    while found.len() < most {
        let values = values![office.as_str(), after.0, after.1, AT_A_TIME];
        let some: Vec<(i64, i64, [String; 3])> = connection.rows(sql, values, read)?;
        let Some((start, id, _)) = some.last() else { break };
        after = (*start, *id);
        found.extend(some.iter().filter(|(.., contact)| sought.is(contact)).map(|(_, id, _)| *id));
    }
    found.truncate(most);
    Ok(found)
}

/// By the Terminnummer, if it is one, else by a part of the name, of the telephone number or of the e-mail address.
fn find(
    connection: &Connection,
    offices: &[OfficeId],
    typed: &str,
    since: Timestamp,
) -> Result<Vec<DeskBooking>, StoreFault> {
    let mut found = Vec::new();
    if let Ok(code) = ShortCode::parse(typed) {
        let condition = "office = ?1 and short_code = ?2 and state <> 'expired'";
        for office in offices {
            let values = values![office.as_str(), code.as_str()];
            found.extend(bookings(connection, condition, "start desc", values)?);
        }
        if !found.is_empty() {
            return Ok(found);
        }
    }
    let sought = Sought::read(typed);
    if sought.text.is_empty() {
        return Ok(found);
    }
    for office in offices {
        for id in named(connection, office, &sought, since, MOST_FOUND - found.len())? {
            found.extend(bookings(connection, "id = ?1", "id", values![id])?);
        }
    }
    Ok(found)
}

impl Store {
    /// An office's bookings that start within a span, earliest first; expired holds are left out.
    ///
    /// # Errors
    /// The store's.
    pub async fn desk_list(
        &self,
        office: OfficeId,
        span: Range<Timestamp>,
    ) -> Result<Vec<DeskBooking>, StoreFault> {
        self.read(move |connection| {
            let condition = "office = ?1 and start >= ?2 and start < ?3 and state <> 'expired'";
            let values = values![office.as_str(), span.start.timestamp(), span.end.timestamp()];
            bookings(connection, condition, "start, id", values)
        })
        .await
    }

    /// These offices' bookings with this Terminnummer, or from `since` on with this in their name, telephone number or
    /// e-mail address; in the order of the offices.
    ///
    /// # Errors
    /// The store's.
    pub async fn desk_find(
        &self,
        offices: Vec<OfficeId>,
        typed: String,
        since: Timestamp,
    ) -> Result<Vec<DeskBooking>, StoreFault> {
        self.read(move |connection| find(connection, &offices, &typed, since)).await
    }

    /// Which lanes an office's bookings have within some slots: the lane, its slots one after the other, and whose.
    ///
    /// # Errors
    /// The store's.
    pub async fn desk_places(
        &self,
        office: OfficeId,
        slots: Range<i64>,
    ) -> Result<Vec<DeskPlace>, StoreFault> {
        self.read(move |connection| {
            let sql = "select lane, slot, booking from place where office = ?1 and slot >= ?2 and slot < ?3
                order by lane, slot";
            let read = |row: &Row| {
                let booking = BookingId::new(row.get(2)?).ok_or(StoreFault::Column { column: 2 })?;
                Ok(DeskPlace { lane: LaneId(row.get(0)?), slots: single(row.get(1)?), booking })
            };
            let values = values![office.as_str(), slots.start, slots.end];
            let mut places: Vec<DeskPlace> = Vec::new();
            for place in connection.rows(sql, values, read)? {
                match places.last_mut() {
                    Some(last) if last.goes_on_with(&place) => last.slots.end = place.slots.end,
                    _ => places.push(place),
                }
            }
            Ok(places)
        })
        .await
    }

    /// One booking.
    ///
    /// # Errors
    /// The store's.
    pub async fn desk_booking(&self, id: BookingId) -> Answer<DeskBooking> {
        self.read(move |connection| {
            let found = bookings(connection, "id = ?1", "id", values![rows::key(id)])?.pop();
            Ok(found.ok_or(Refusal::BookingUnknown))
        })
        .await
    }
}
