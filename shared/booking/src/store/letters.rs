//! The outbox: what is to be told by mail. A letter is written in the transaction that makes it due, claimed by one
//! sender, and composed when it is sent.

use super::asking::{self, Asking};
use super::bookings::view;
use super::catalog::Effect;
use super::fault::StoreFault;
use super::recipients;
use super::rows::{self, BookingRow, Stage, moment};
use super::sql::{Row, values};
use super::writer::Work;
use super::{Store, together};
use crate::mail::{AskedKind, Kind, Sibling, Trouble, Wished};
use crate::random;
use chrono::{Days, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::id::BookingId;
use foyer_domain::office::Office;
use foyer_protocol::booking::BookingView;
use std::sync::Arc;

/// So long after the first, second … failure a letter is tried again; then always as long as the last.
pub(super) const AGAIN_AFTER: [TimeDelta; 4] =
    [TimeDelta::minutes(1), TimeDelta::minutes(5), TimeDelta::minutes(15), TimeDelta::hours(1)];
/// A letter that could not be sent for so long is dead: mail servers themselves give up then (RFC 5321, 4.5.4.1).
pub(super) const TRIED_FOR: TimeDelta = TimeDelta::days(5);
/// Contact data that could go waits for its letters so long at most.
const CONTACT_WAITS: TimeDelta = TimeDelta::days(7);

/// Letters that nobody has sent and that are not given up.
pub(super) const OPEN: &str = "sent_at is null and dead_at is null";

/// What the office has changed: whoever is not told comes in vain.
const OF_OFFICE: &str = "kind in ('office_moved', 'office_place', 'office_cancelled', 'office_offer')";
/// Gives a letter up at `?1`.
const TOO_LATE: &str =
    "dead_at = ?1, claimed_until = null, last_error = coalesce(last_error, 'not sent in time')";

/// A letter that is to be sent now, with all that it is composed of.
pub struct DueLetter {
    /// Its number.
    pub id: i64,
    /// What it tells of.
    pub about: About,
    /// How often the booking was changed before, or how many letters were written to whoever asks.
    pub sequence: u32,
    /// The language that was chosen, `de`.
    pub language: String,
    /// Who gets it; may be empty.
    pub name: String,
    /// The address as typed.
    pub email: String,
}

/// What a letter tells of.
pub enum About {
    /// A booking.
    Booking {
        /// Why it is sent.
        kind: Kind,
        /// The booking, with its PIN.
        view: Box<BookingView>,
        /// Who comes, and what they wish.
        wished: Wished,
        /// All that it tells of where that is more than one, earliest first.
        together: Vec<Sibling>,
    },
    /// What somebody asks for who found no time.
    Asking {
        /// Why it is sent.
        kind: AskedKind,
        /// What they ask for.
        asking: Box<Asking>,
    },
}

/// Writes the letter of what was just done to a booking, and its reminder, in place of all that is not sent yet.
/// `row` is the booking as it is now. Nothing is written to who has left no address, or where nothing is sent.
pub(super) fn write(
    work: &Work<'_>,
    row: &BookingRow,
    kind: &Kind,
    now: Timestamp,
) -> Result<(), StoreFault> {
    together::pass_on(work, row)?;
    drop_replaced(work, row, kind)?;
    recipients::tell_interpreter(work, row, kind, now)?;
    let has_address = "select 1 from contact where booking = ?1 and email <> ''";
    if !work.writes_letters || !work.connection.exists(has_address, values![rows::key(row.id)])? {
        return Ok(());
    }
    insert(work, row, kind, now, now)?;
    let state = work.catalog.office(&row.office);
    match state.and_then(|state| reminder_at(&state.office, row.start)) {
        Some(at) if kind.stands() && at > now => insert(work, row, &Kind::Reminder, at, now),
        _ => Ok(()),
    }
}

/// Writes one letter that is due then.
pub(super) fn insert(
    work: &Work<'_>,
    row: &BookingRow,
    kind: &Kind,
    due: Timestamp,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let sql = "insert into letter (id, booking, kind, sequence, about, made_at, due_at, next_try_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7) on conflict (booking, kind, sequence) do nothing";
    let about = serde_json::to_string(kind)?;
    let (made, due) = (now.timestamp(), due.timestamp());
    // Never a number that another letter had: what becomes of that one may be heard of later.
    let id = rows::key(random::booking_id());
    let booking = rows::key(row.id);
    let values = values![id, booking, kind.name(), row.sequence, about, made, due];
    work.connection.execute(sql, values)?;
    Ok(())
}

/// Drops what is not sent yet and what this letter replaces. What whoever finds interpreters has yet to be told stays so
/// while nothing is new to them, and the booking's former office is told in any case.
fn drop_replaced(work: &Work<'_>, row: &BookingRow, kind: &Kind) -> Result<(), StoreFault> {
    let is_news = recipients::is_news(kind);
    let kept = if is_news { "''" } else { "'interpreter', 'interpreter_over'" };
    let sql = format!(
        "delete from letter where booking = ?1 and kind not in ('interpreter_left', {kept}) and {OPEN}"
    );
    work.connection.execute(&sql, values![rows::key(row.id)])?;
    if !is_news {
        let sql = format!(
            "update letter set sequence = ?2
            where booking = ?1 and sequence = ?3 and kind in ({kept}) and sent_at is null"
        );
        let before = row.sequence.saturating_sub(1);
        work.connection.execute(&sql, values![rows::key(row.id), row.sequence, before])?;
    }
    Ok(())
}

/// Drops what is not sent yet of a booking that is given up before it was one.
pub(super) fn drop_open(work: &Work<'_>, booking: BookingId) -> Result<(), StoreFault> {
    let sql = format!("delete from letter where booking = ?1 and {OPEN}");
    work.connection.execute(&sql, values![rows::key(booking)])?;
    Ok(())
}

/// When the reminder of an appointment is due, if the office sends any.
fn reminder_at(office: &Office, start: Timestamp) -> Option<Timestamp> {
    let days = u64::from(office.rules.remind_days_before);
    let day = office.day(start).checked_sub_days(Days::new(days)).filter(|_| days > 0)?;
    Some(office.local(day, office.rules.remind_at))
}

/// Drops the letters of appointments that are over; one about several may still tell of others, and one to the office
/// that was left of the time there. What the office has changed and could not say in time is given up instead, so that
/// staff see who came in vain.
pub(super) fn drop_pointless(work: &Work<'_>, now: Timestamp) -> Result<(), StoreFault> {
    let over = format!(
        "{OPEN} and kind not in ('together', 'interpreter_left') and exists (
            select 1 from booking where booking.id = letter.booking and start + minutes * 60 <= ?1)"
    );
    let sql = format!("update letter set {TOO_LATE} where {over} and {OF_OFFICE}");
    let count = work.connection.execute(&sql, values![now.timestamp()])?;
    if count > 0 {
        tracing::error!(
            count,
            "what the office has changed was not told in time; see `foyer-booking mail list`"
        );
    }
    work.connection.execute(&format!("delete from letter where {over}"), values![now.timestamp()])?;
    Ok(())
}

/// Deletes contact data whose time has come, unless a letter still needs it.
pub(super) fn forget_contacts(work: &mut Work<'_>, now: Timestamp) -> Result<(), StoreFault> {
    let sql = format!(
        "delete from contact where delete_after <= ?1 and (delete_after <= ?2 or not exists (
            select 1 from letter where letter.booking = contact.booking and {OPEN}))"
    );
    let longest = now - CONTACT_WAITS;
    if work.connection.execute(&sql, values![now.timestamp(), longest.timestamp()])? > 0 {
        work.effects.push(Effect::Forgotten);
    }
    Ok(())
}

/// A letter that can be claimed.
struct Open {
    id: i64,
    booking: Option<BookingId>,
    asking: Option<BookingId>,
    about: String,
    sequence: u32,
}

/// The booking in this column, if there is one.
pub(super) fn id(row: &Row, column: usize) -> Result<Option<BookingId>, StoreFault> {
    let id: Option<u64> = row.get(column)?;
    id.map(|id| BookingId::new(id).ok_or(StoreFault::Column { column })).transpose()
}

/// Takes letters that are due; nobody else gets them until `until`. What has become pointless is dropped.
fn claim(
    work: &mut Work<'_>,
    server: &[u8],
    most: u32,
    until: Timestamp,
    now: Timestamp,
) -> Result<Vec<DueLetter>, StoreFault> {
    let sql = format!(
        "select id, booking, about, sequence, asking from letter where {OPEN} and next_try_at <= ?1
            and (claimed_until is null or claimed_until <= ?1) order by next_try_at, id limit ?2"
    );
    let read = |row: &Row| {
        Ok(Open {
            id: row.get(0)?,
            booking: id(row, 1)?,
            asking: id(row, 4)?,
            about: row.get(2)?,
            sequence: row.get(3)?,
        })
    };
    let found = work.connection.rows(&sql, values![now.timestamp(), most], read)?;
    let mut letters = Vec::new();
    for open in found {
        let letter = match (open.booking, open.asking) {
            (Some(booking), _) => due(work, server, &open, booking, now)?,
            (None, Some(asking)) => due_asked(work, &open, asking)?,
            (None, None) => None,
        };
        let Some(letter) = letter else {
            let is_offer =
                matches!(rows::json(&open.about), Ok(Kind::OfficeOffer { until, .. }) if until <= now);
            if is_offer {
                let sql = format!("update letter set {TOO_LATE} where id = ?2");
                work.connection.execute(&sql, values![now.timestamp(), open.id])?;
            } else {
                work.connection.execute("delete from letter where id = ?1", values![open.id])?;
            }
            continue;
        };
        let sql = "update letter set claimed_until = ?2 where id = ?1";
        work.connection.execute(sql, values![open.id, until.timestamp()])?;
        letters.push(letter);
    }
    Ok(letters)
}

/// A letter with what it is composed of, if it still means something to somebody.
fn due(
    work: &Work<'_>,
    server: &[u8],
    open: &Open,
    booking: BookingId,
    now: Timestamp,
) -> Result<Option<DueLetter>, StoreFault> {
    let (id, sequence, kind) = (open.id, open.sequence, rows::json::<Kind>(&open.about)?);
    let row = rows::by_id(work.connection, booking)?.and_then(|row| recipients::as_told(row, &kind));
    let Some(row) = row else { return Ok(None) };
    let Some(state) = work.catalog.office(&row.office) else { return Ok(None) };
    let end = row.start + TimeDelta::minutes(i64::from(row.minutes));
    let is_of_use = match &kind {
        Kind::Confirmed
        | Kind::Moved { .. }
        | Kind::OfficeMoved { .. }
        | Kind::OfficePlace { .. }
        | Kind::Reminder
        | Kind::NewCode => row.stage == Stage::Confirmed && now < end,
        Kind::Interpreter { left: Some(_), .. } => now < end,
        Kind::Interpreter { is_over, .. } => {
            now < end && row.stage == if *is_over { Stage::Cancelled } else { Stage::Confirmed }
        }
        Kind::Together => row.stage == Stage::Confirmed,
        Kind::Cancelled | Kind::OfficeCancelled { .. } | Kind::TogetherCancelled { .. } => {
            row.stage == Stage::Cancelled
        }
        Kind::OfficeOffer { until, .. } => row.stage == Stage::Confirmed && now < *until,
        Kind::ConfirmAddress { until, .. } | Kind::Offer { until, .. } => now < *until,
    };
    let contact = recipients::of(work, booking, &kind, &state.office)?;
    let is_newest = sequence == row.sequence || matches!(kind, Kind::Interpreter { left: Some(_), .. });
    let Some((name, email)) = contact.filter(|_| is_of_use && is_newest) else {
        return Ok(None);
    };
    let together = together::told_with(work, server, &row, &kind)?;
    if !together::is_of_use(&kind, &row, &together, now) {
        return Ok(None);
    }
    // Nobody but its owner reads the PIN and the code.
    let is_owners = !matches!(kind, Kind::Interpreter { .. });
    let pin = is_owners.then(|| random::pin(server, row.id, &row.pin_salt));
    let view = BookingView { pin, ..view(&state.office, &row) };
    let language = if is_owners { row.language } else { "de".to_owned() };
    let wished = Wished { persons: row.persons, wishes: row.wishes, interpreting: row.interpreting.clone() };
    let about = About::Booking { kind, view: Box::new(view), wished, together };
    Ok(Some(DueLetter { id, about, sequence, language, name, email }))
}

/// The same of what somebody asks for.
fn due_asked(work: &Work<'_>, open: &Open, asking: BookingId) -> Result<Option<DueLetter>, StoreFault> {
    let Some(asking) = asking::by_id(work.connection, asking)? else { return Ok(None) };
    let (language, name, email) = (asking.language.clone(), asking.name.clone(), asking.email.clone());
    let about = About::Asking { kind: rows::json(&open.about)?, asking: Box::new(asking) };
    Ok(Some(DueLetter { id: open.id, about, sequence: open.sequence, language, name, email }))
}

fn failed(work: &Work<'_>, id: i64, trouble: &Trouble, now: Timestamp) -> Result<bool, StoreFault> {
    let read = |row: &Row| Ok((row.get::<u32>(0)?, moment(row.get(1)?)));
    let sql = "select tries, due_at from letter where id = ?1";
    // Dropped meanwhile, because something newer is to be told.
    let Some((tries, due_at)) = work.connection.row(sql, values![id], read)? else { return Ok(false) };
    let is_dead = matches!(trouble, Trouble::Never(_)) || now - due_at >= TRIED_FOR;
    let wait = AGAIN_AFTER.get(tries as usize).or(AGAIN_AFTER.last()).copied().unwrap_or_default();
    let sql =
        "update letter set tries = ?2, last_error = ?3, claimed_until = null, next_try_at = ?4, dead_at = ?5
        where id = ?1";
    let (next, dead) = ((now + wait).timestamp(), is_dead.then_some(now.timestamp()));
    work.connection.execute(sql, values![id, tries + 1, trouble.said(), next, dead])?;
    Ok(is_dead)
}

impl Store {
    /// Claims up to `most` letters that are due; nobody else gets them for as long as `time`.
    ///
    /// # Errors
    /// The store's.
    pub async fn claim_letters(
        &self,
        most: u32,
        time: TimeDelta,
        now: Timestamp,
    ) -> Result<Vec<DueLetter>, StoreFault> {
        let sql = format!("select 1 from letter where {OPEN} and next_try_at <= ?1");
        // Asked without the writer first: most of the time there is nothing.
        if !self.read(move |connection| connection.exists(&sql, values![now.timestamp()])).await? {
            return Ok(Vec::new());
        }
        let server = Arc::clone(&self.secrets);
        self.writer.run(move |work| claim(work, &server.server, most, now + time, now)).await
    }

    /// The mail server has taken a letter over.
    ///
    /// # Errors
    /// The store's.
    pub async fn letter_sent(&self, id: i64, now: Timestamp) -> Result<(), StoreFault> {
        let sql = "update letter set sent_at = ?2, claimed_until = null, last_error = null where id = ?1";
        let job = move |work: &mut Work<'_>| work.connection.execute(sql, values![id, now.timestamp()]);
        self.writer.run(job).await.map(drop)
    }

    /// A letter could not be sent: it is tried again, or given up. Whether it was given up.
    ///
    /// # Errors
    /// The store's.
    pub async fn letter_failed(&self, id: i64, trouble: Trouble, now: Timestamp) -> Result<bool, StoreFault> {
        self.writer.run(move |work| failed(work, id, &trouble, now)).await
    }
}
