//! Looking for somebody: by ticket number, short code, booked time or, where the office shows names, by name. Pure.

use super::view::Reception;
use crate::lobby::Published;
use crate::pages::desk::{numbers, word};
use crate::pages::words::Words;
use chrono::{NaiveTime, Timelike};
use foyer_domain::Timestamp;
use foyer_domain::booking::{Booking, BookingState};
use foyer_domain::engine::QueueState;
use foyer_domain::id::BookingId;
use foyer_domain::short_code::ShortCode;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{Visit, VisitState};
use foyer_protocol::feed::PersonName;
use foyer_text::Value;

/// More than this nobody reads; a longer word finds fewer.
const MOST: usize = 20;

/// A booking or a visit that was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Which booking; empty without one.
    pub booking: String,
    /// "Montag, 23. November 2026, 10:00 Uhr, Personalausweis beantragen".
    pub what: String,
    /// Who booked, where that was looked for.
    pub name: Option<String>,
    /// "A 017", to be told.
    pub number: Option<String>,
    /// "abgesagt", "in Bedienung".
    pub state: Option<String>,
    /// Whose line opens what can be done with a visit that waits.
    pub waits: Option<String>,
    /// The visit, where its ticket can be printed once more.
    pub prints: Option<String>,
    /// The visit, where whoever did not come can wait again.
    pub returns: Option<String>,
    /// Whether it can be checked in.
    pub can_check_in: bool,
}

/// What somebody typed to find somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// `A 017`.
    Number(TicketNumber),
    /// The booking of a short code that is known here; `None` of one that is not.
    Code(Option<BookingId>),
    /// The time of an appointment, in the office's zone.
    Time(NaiveTime),
    /// Part of a name.
    Name(String),
    /// Nothing of these.
    Nothing,
}

impl Asked {
    /// Reads what was typed. Whatever has letters and is none of the others can be a name.
    pub(super) fn read(published: &Published, typed: &str) -> Self {
        if let Some(number) = number(typed) {
            return Self::Number(number);
        }
        if let Some(time) = time(typed) {
            return Self::Time(time);
        }
        let code = ShortCode::parse(typed).ok().map(|code| published.beside.booking(&code));
        let shows_names = published.state.office().is_some_and(|office| office.rules.show_names);
        // A mistyped code or time is no search for a name.
        let has_digits = typed.chars().any(|sign| sign.is_ascii_digit());
        let has_letters = typed.chars().filter(|sign| sign.is_alphabetic()).count() >= 2;
        let could_be_name = shows_names && has_letters && !has_digits;
        match code {
            // Eight letters that look like a code can be a name all the same.
            Some(None) if could_be_name => Self::Name(typed.to_owned()),
            Some(booking) => Self::Code(booking),
            None if could_be_name => Self::Name(typed.to_owned()),
            None => Self::Nothing,
        }
    }

    /// Whom that means, of today, and how many more; who is looked for by name comes with it.
    pub(super) fn find(
        &self,
        published: &Published,
        names: &[(BookingId, PersonName)],
        now: Timestamp,
        words: &Words,
    ) -> (Vec<Found>, usize) {
        let state = &*published.state;
        let Some(office) = state.office() else { return (Vec::new(), 0) };
        let today = |booking: &&Booking| office.day(booking.start) == office.day(now);
        let of = |booking: &Booking| Found::of(state, booking, words);
        let mut found: Vec<Found> = match self {
            Self::Number(number) => {
                let is_it = |visit: &&Visit| visit.number == *number || visit.aliases.contains(number);
                state.visits().filter(is_it).map(|visit| Found::of_visit(state, visit, words)).collect()
            }
            Self::Code(booking) => booking.and_then(|id| state.booking(id)).map(of).into_iter().collect(),
            Self::Time(time) => {
                let at = |booking: &&Booking| {
                    let local = booking.start.with_timezone(&office.time_zone).time();
                    (local.hour(), local.minute()) == (time.hour(), time.minute())
                };
                state.bookings().filter(today).filter(at).map(of).collect()
            }
            Self::Name(typed) => {
                let is_it = |(_, PersonName(name)): &&(BookingId, PersonName)| foyer_text::finds(typed, name);
                let booked = names.iter().filter(is_it).filter_map(|(id, PersonName(name))| {
                    let booking = state.booking(*id).filter(today)?;
                    Some(Found { name: Some(name.clone()), ..of(booking) })
                });
                booked.collect()
            }
            Self::Nothing => Vec::new(),
        };
        found.sort_by(|one, other| (&one.what, &one.booking).cmp(&(&other.what, &other.booking)));
        let more = found.len().saturating_sub(MOST);
        found.truncate(MOST);
        (found, more)
    }

    /// Why nothing was found.
    pub(super) fn nothing(&self) -> &'static str {
        match self {
            Self::Number(_) => "desk-room-find-number",
            Self::Code(_) => "desk-room-code-unknown",
            Self::Time(_) => "desk-room-find-time",
            Self::Name(_) => "desk-room-find-name",
            Self::Nothing => "desk-room-find-wrong",
        }
    }
}

/// `A 017`, `a17`, with any spaces.
fn number(typed: &str) -> Option<TicketNumber> {
    let plain: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    let plain = plain.to_uppercase();
    let (letter, digits) = plain.split_at_checked(1)?;
    let digits: u16 = Some(digits).filter(|digits| (1..=3).contains(&digits.len()))?.parse().ok()?;
    TicketNumber::try_from(format!("{letter}{digits:03}")).ok()
}

/// `10:30`, `9.05 Uhr`.
fn time(typed: &str) -> Option<NaiveTime> {
    let plain = typed.trim_end_matches("Uhr").trim();
    let (hours, minutes) = plain.split_once([':', '.'])?;
    let is_two = minutes.len() == 2 && (1..=2).contains(&hours.len());
    let (hours, minutes) = (hours.parse().ok()?, minutes.parse().ok()?);
    NaiveTime::from_hms_opt(hours, minutes, 0).filter(|_| is_two)
}

impl Found {
    /// What is known of a booking.
    pub(super) fn of(state: &QueueState, booking: &Booking, words: &Words) -> Self {
        let services = state.office().map(|office| words.services(office, &booking.services));
        let due = words.day_and_time(booking.start);
        let of = [("due", Value::from(due)), ("services", Value::from(services.unwrap_or_default()))];
        let visit = state.visit_of(booking.id);
        let cancelled = booking.state == BookingState::Cancelled;
        let state_word = visit.map(|visit| word(visit.state, words));
        Self {
            booking: booking.id.to_string(),
            what: words.texts("desk-what", &of),
            name: None,
            number: visit.map(numbers),
            state: state_word.or_else(|| cancelled.then(|| words.text("desk-room-cancelled"))),
            waits: visit.and_then(line),
            prints: visit.and_then(paper),
            returns: visit.and_then(missed),
            can_check_in: !cancelled && visit.is_none_or(is_late),
        }
    }

    /// What is known of a visit.
    fn of_visit(state: &QueueState, visit: &Visit, words: &Words) -> Self {
        if let Some(booking) = visit.booking.and_then(|id| state.booking(id)) {
            return Self::of(state, booking, words);
        }
        let what = state.office().map(|office| crate::pages::desk::what(office, visit, words));
        Self {
            booking: String::new(),
            what: what.unwrap_or_default(),
            name: None,
            number: Some(numbers(visit)),
            state: Some(word(visit.state, words)),
            waits: line(visit),
            prints: paper(visit),
            returns: missed(visit),
            can_check_in: false,
        }
    }

    /// The hidden fields of its form; what is done the pressed key says.
    pub(super) fn fields(&self, desk: &Reception) -> String {
        desk.fields_of(&self.booking)
    }
}

/// Who waits without the appointment that was missed can be let in with it again.
fn is_late(visit: &Visit) -> bool {
    visit.origin == foyer_domain::visit::Origin::Late && visit.state == VisitState::Waiting
}

/// Who did not come, and came after all.
fn missed(visit: &Visit) -> Option<String> {
    (visit.state == VisitState::NoShow).then(|| visit.id.0.to_string())
}

fn paper(visit: &Visit) -> Option<String> {
    visit.state.is_open().then(|| visit.id.0.to_string())
}

fn line(visit: &Visit) -> Option<String> {
    (visit.state == VisitState::Waiting).then(|| visit.id.0.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_taken_as_it_is_meant() {
        let of = |typed: &str| (number(typed).map(|number| number.to_string()), time(typed));
        let half_past = NaiveTime::from_hms_opt(10, 30, 0);
        for typed in ["A017", "a17", "A 017", "A\u{202f}017", " a 0 1 7 "] {
            assert_eq!(of(typed), (Some("A017".to_owned()), None), "{typed}");
        }
        for typed in ["10:30", "10.30", "10:30 Uhr"] {
            assert_eq!(of(typed), (None, half_past), "{typed}");
        }
        assert_eq!(of("9:05").1, NaiveTime::from_hms_opt(9, 5, 0));
        for typed in ["", "A", "I017", "A0", "A1000", "AB17", "10:3", "24:00", "10:60", ":30", "10", "ä17"] {
            assert_eq!(of(typed), (None, None), "{typed}");
        }
    }
}
