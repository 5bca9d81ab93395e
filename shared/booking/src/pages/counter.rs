//! A counter's appointments as a calendar that staff subscribe to: iCalendar (RFC 5545, RFC 7986).

use super::frame::Words;
use super::refused::Refused;
use crate::app::App;
use crate::error::{ApiError, RequestFault};
use crate::store::{CounterCalendar, CounterEntry};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::office::Office;
use foyer_domain::short_code::ShortCode;
use foyer_text::{Language, Value};
use icalendar::{Calendar, Class, Component, Event, EventLike, EventStatus, Property};

/// Calendars keep what was so long ago; who was at which counter is not kept for longer.
const BACK: TimeDelta = TimeDelta::days(1);

/// `GET /c/{secret}.ics`.
pub async fn calendar(
    State(app): State<App>,
    words: Words,
    Path(file): Path<String>,
) -> Result<Response, Refused> {
    let secret = file.strip_suffix(".ics").unwrap_or(&file).to_owned();
    let refused = |error: ApiError| Refused::new(&words, error);
    let found = app.store.counter_calendar(secret, app.now() - BACK).await;
    let found = found.map_err(|fault| refused(fault.into()))?;
    let found = found.map_err(|_| refused(RequestFault::NothingHere.into()))?;
    let state = app.store.office(&found.office).map_err(|refusal| refused(refusal.into()))?;
    let text = write(&found, &state.office, app.settings.public_host(), app.now());
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response())
}

fn write(found: &CounterCalendar, office: &Office, host: &str, now: Timestamp) -> String {
    let words = Words { language: Language::German, is_chosen: true };
    let counter = office.counter(&found.counter).map(|counter| counter.name.get(words.tag()));
    let title = one_line(&format!("{}, {}", counter.unwrap_or(found.counter.as_str()), office.name));
    let mut calendar = Calendar::new();
    calendar.properties = Property::from_array([
        ("VERSION", "2.0"),
        ("PRODID", "-//Foyer//foyer-booking//DE"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ]);
    calendar.name(&title);
    for entry in &found.entries {
        calendar.push(event(entry, &words, office, host, now));
    }
    calendar.to_string()
}

fn event(entry: &CounterEntry, words: &Words, office: &Office, host: &str, now: Timestamp) -> Event {
    let services = words.services(office, &entry.services);
    let summary = if entry.name.is_empty() { services } else { format!("{services} – {}", entry.name) };
    let stored = entry.short_code.as_str();
    let code = ShortCode::parse(stored).map_or(stored.to_owned(), |code| code.shown());
    let values =
        [("label", Value::from(words.text("portal-booking-short-code"))), ("value", Value::from(code))];
    let number = foyer_text::text_with(words.language, "mail-labelled", &values);
    Event::new()
        .uid(&format!("{}@{host}", entry.booking))
        .sequence(entry.sequence)
        .timestamp(now)
        .starts(entry.start)
        .ends(entry.start + TimeDelta::minutes(i64::from(entry.minutes)))
        .summary(&one_line(&summary))
        .description(&one_line(&number))
        .status(EventStatus::Confirmed)
        .class(Class::Private)
        .done()
}

/// A control character has no place in a content line (RFC 5545, 3.1).
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
