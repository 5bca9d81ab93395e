//! The appointment as a file for calendars: iCalendar (RFC 5545). Whoever takes a later one of the same appointment
//! has one entry, at the new time or gone, because UID stays and SEQUENCE grows (RFC 5545, 3.8.7.4).

use super::letter::{Kind, Letter};
use super::said::short_code;
use crate::pages::Words;
use chrono::TimeDelta;
use foyer_domain::window::Window;
use foyer_protocol::booking::BookingView;
use foyer_text::Value;
use icalendar::{Alarm, Calendar, Class, Component, Event, EventLike, EventStatus, Property};

/// How early a calendar rings.
const ALARM: TimeDelta = TimeDelta::days(1);

/// How calendars take the file (RFC 5546, 1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Put it in, or change it.
    Publish,
    /// Take it out.
    Cancel,
}

impl Method {
    /// As in the file and beside it in the mail.
    pub fn name(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Cancel => "CANCEL",
        }
    }
}

/// What a letter means for a calendar; nothing while the appointment is not certain.
pub fn method(kind: &Kind) -> Option<Method> {
    match kind {
        Kind::Confirmed
        | Kind::Moved { .. }
        | Kind::OfficeMoved { .. }
        | Kind::OfficePlace { .. }
        | Kind::Together
        | Kind::Reminder
        | Kind::NewCode => Some(Method::Publish),
        Kind::Cancelled | Kind::OfficeCancelled { .. } | Kind::TogetherCancelled { .. } => {
            Some(Method::Cancel)
        }
        Kind::OfficeOffer { .. }
        | Kind::Interpreter { .. }
        | Kind::ConfirmAddress { .. }
        | Kind::Offer { .. } => None,
    }
}

/// The file, with all that the letter tells of. What an office or a citizen typed is in it as text alone.
pub fn write(letter: &Letter<'_>, method: Method) -> String {
    let mut calendar = Calendar::new();
    calendar.properties = Property::from_array([
        ("VERSION", "2.0"),
        ("PRODID", "-//Foyer//foyer-booking//DE"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", method.name()),
    ]);
    if letter.together.is_empty() {
        calendar.push(event(letter, letter.view, letter.sequence, method));
    }
    for sibling in letter.together {
        calendar.push(event(letter, &sibling.view, sibling.sequence, method));
    }
    calendar.to_string()
}

fn event(letter: &Letter<'_>, view: &BookingView, sequence: u32, method: Method) -> Event {
    let words = Words { language: letter.language, is_chosen: true };
    let summary = one_line(&words.text_with("mail-calendar-summary", "place", view.office_name.as_str()));
    let here = format!("{}{}", letter.public_url, words.link(&format!("/b/{}", view.secret)));
    let public = url::Url::parse(letter.public_url).ok();
    let host = public.as_ref().and_then(|url| url.host_str()).unwrap_or("localhost");
    let mut event = Event::new();
    event
        .uid(&format!("{}@{host}", view.booking))
        .sequence(sequence)
        .timestamp(letter.written_at)
        .starts(view.start)
        .ends(view.start + TimeDelta::minutes(i64::from(view.minutes)))
        .summary(&summary)
        .location(&one_line(&format!("{}, {}", view.office_name, view.address)))
        .class(Class::Private);
    if public.is_some() {
        event.url(&here);
    }
    match method {
        Method::Publish => {
            let mut lines = description(&words, letter, view);
            lines.extend(public.is_some().then_some(here));
            event.status(EventStatus::Confirmed).description(&lines.join("\n"));
            // A calendar rings at once for an hour that is past.
            if view.start - ALARM > letter.written_at {
                let mut alarm = Alarm::display(&summary, -ALARM);
                alarm.uid(&format!("{}-alarm@{host}", view.booking)).timestamp(letter.written_at);
                event.alarm(alarm);
            }
        }
        Method::Cancel => {
            event.status(EventStatus::Cancelled);
        }
    }
    event.done()
}

fn description(words: &Words, letter: &Letter<'_>, view: &BookingView) -> Vec<String> {
    let labelled = |label: String, value: &str| {
        let values = [("label", Value::from(label)), ("value", Value::from(value))];
        foyer_text::text_with(words.language, "mail-labelled", &values)
    };
    let window = Window::of(view.start, &letter.office.rules);
    let time = |at| Value::from(foyer_text::time_of_day(words.language, letter.office.time_zone, at));
    let values = [("from", time(window.opens_at)), ("to", time(window.closes_at))];
    let lines = [
        words.services(letter.office, &view.services),
        labelled(words.text("portal-booking-short-code"), &short_code(&view.short_code)),
        foyer_text::text_with(words.language, "portal-booking-window", &values),
    ];
    lines.iter().map(|line| one_line(line)).collect()
}

/// A carriage return or another control character has no place in a content line (RFC 5545, 3.1).
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
