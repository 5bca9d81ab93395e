//! A ticket in words; also what the stream sends, so that the script needs no words of its own.

use crate::app::App;
use crate::pages::frame::Words;
use crate::store::{Standing, TicketView};
use foyer_domain::Timestamp;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::ReportBody;
use serde::Serialize;

/// A ticket in words. What is empty is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// `called`, for the colours.
    pub state: &'static str,
    /// `A 017`.
    pub number: String,
    /// Other numbers that are called for the same visit.
    pub also: String,
    /// What to do now.
    pub said: String,
    /// The way there.
    pub way: String,
    /// Where to wait.
    pub area: String,
    /// How many come before.
    pub ahead: String,
    /// How long.
    pub estimate: String,
    /// When the office told it.
    pub as_of: String,
    /// The same in milliseconds since 1970 …
    pub as_of_ms: i64,
    /// … and what time it is now, so that nobody has to trust the phone's clock.
    pub now_ms: i64,
    /// The call that stands; another one is another call.
    pub call: Option<u64>,
    /// Whether it still waits, so that "I give up my place" means something.
    pub can_give_up: bool,
    /// Until when its holder is waited for.
    pub late: String,
    /// Whether it can be said now, which is possible once.
    pub can_be_late: bool,
}

pub(super) fn state_name(state: VisitState) -> &'static str {
    match state {
        VisitState::Waiting => "waiting",
        VisitState::Called => "called",
        VisitState::Serving => "serving",
        VisitState::Parked => "parked",
        VisitState::Finished => "finished",
        VisitState::NoShow => "no-show",
        VisitState::Cancelled => "cancelled",
        VisitState::Unserved => "unserved",
    }
}

/// What to do now.
fn said(words: &Words, ticket: &TicketView, counter: Option<&str>) -> String {
    let state = ticket.state();
    let id = format!("portal-phone-{}", state_name(state));
    match (state, counter) {
        (VisitState::Called | VisitState::Serving, Some(counter)) => words.text_with(&id, "counter", counter),
        (VisitState::Called | VisitState::Serving, None) => words.text(&format!("{id}-nowhere")),
        (VisitState::Waiting, _) if ticket.is_giving_up() => words.text("portal-phone-giving-up"),
        (VisitState::Cancelled, _) if ticket.gave_up_at.is_some() => words.text("portal-phone-gave-up"),
        _ => words.text(&id),
    }
}

fn also(words: &Words, numbers: &[TicketNumber]) -> String {
    let numbers: Vec<String> = numbers.iter().map(|number| number.spaced()).collect();
    match numbers.is_empty() {
        true => String::new(),
        false => words.text_with("portal-phone-also", "numbers", numbers.join(", ")),
    }
}

/// What was said of coming later, and until when that holds.
fn late(words: &Words, ticket: &TicketView, zone: chrono_tz::Tz, now: Timestamp) -> String {
    if let Some(minutes) = ticket.is_becoming_late() {
        return words.text_with("portal-phone-late-said", "minutes", minutes);
    }
    let until = ticket.late_until().filter(|until| now < *until);
    let time = until.map(|until| foyer_text::time_of_day(words.language, zone, until));
    time.map(|time| words.text_with("portal-phone-late-until", "time", time)).unwrap_or_default()
}

impl Told {
    /// What is known of a ticket in this language; nothing before it was read.
    pub fn of(words: &Words, app: &App, standing: &Standing) -> Option<Self> {
        let ticket = standing.ticket.as_deref()?;
        let ReportBody::Ticket {
            number,
            also: others,
            state,
            call,
            counter,
            area,
            way,
            estimate,
            in_vain,
            ..
        } = &ticket.body
        else {
            return None;
        };
        let in_vain = *in_vain && matches!(state, VisitState::Waiting | VisitState::Parked);
        let waits = *state == VisitState::Waiting && !in_vain && !ticket.is_giving_up();
        let place = standing.place.filter(|place| waits && place.as_of >= ticket.at);
        let (span, as_of) = match place {
            Some(place) => (place.wait, place.as_of),
            None => (estimate.filter(|_| waits), ticket.at),
        };
        let zone = app.store.office(&ticket.office).map_or(chrono_tz::UTC, |state| state.office.time_zone);
        let time = foyer_text::time_with_seconds(words.language, zone, as_of);
        let span = span.map(|span| foyer_text::span(words.language, span));
        let is_on_the_way = waits || matches!(state, VisitState::Called);
        let text = |shown: bool, id: &str, name: &'static str, value: &str| match shown {
            true => words.text_with(id, name, value),
            false => String::new(),
        };
        Some(Self {
            state: state_name(*state),
            number: number.spaced(),
            also: also(words, others),
            said: match in_vain {
                true => words.text("portal-phone-unserved"),
                false => said(words, ticket, counter.as_ref().map(|counter| counter.get(words.tag()))),
            },
            way: if is_on_the_way { way.get(words.tag()).to_owned() } else { String::new() },
            area: text(waits, "portal-phone-area", "area", area.get(words.tag())),
            ahead: place
                .map(|place| words.text_with("portal-phone-ahead", "count", place.ahead))
                .unwrap_or_default(),
            estimate: span
                .map(|span| words.text_with("portal-phone-estimate", "span", span))
                .unwrap_or_default(),
            as_of: words.text_with("portal-phone-as-of", "time", time),
            as_of_ms: as_of.timestamp_millis(),
            now_ms: app.now().timestamp_millis(),
            call: call.map(|call| call.0),
            can_give_up: waits,
            late: if waits { late(words, ticket, zone, app.now()) } else { String::new() },
            can_be_late: waits && ticket.late_until().is_none() && ticket.is_becoming_late().is_none(),
        })
    }
}
