//! A day by counters, with the free times between; and the same day on paper, for when nothing else works.

use super::super::frame::{Words, render};
use super::booking::wishes;
use super::day::{Look, shown_code, state};
use super::frame::{Frame, Refused, office as of};
use super::signed_in::SignedIn;
use crate::app::App;
use crate::calendar;
use crate::store::{DeskBooking, DeskPlace};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use foyer_domain::booking::BookingState;
use foyer_domain::id::{BookingId, LaneId};
use foyer_domain::office::Office;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// Something in a lane.
struct Entry {
    /// "08:00–08:20".
    time: String,
    /// Whose booking; none is free.
    booking: Option<Booked>,
}

struct Booked {
    href: String,
    name: String,
    services: String,
    state: String,
}

/// A counter, or a place without one.
struct Lane {
    name: String,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "staff/lanes.html")]
struct LanesPage {
    frame: Frame,
    day: String,
    lanes: Vec<Lane>,
    list: String,
}

/// A line on paper.
struct SheetLine {
    time: String,
    code: String,
    services: String,
    name: String,
    phone: String,
    notes: Vec<String>,
}

#[derive(Template)]
#[template(path = "staff/sheet.html")]
struct SheetPage {
    frame: Frame,
    day: String,
    /// When it was made: what came later is not on it.
    as_of: String,
    lines: Vec<SheetLine>,
    list: String,
}

/// What is free of some slots beside what is taken; both in order.
fn gaps(open: &Range<i64>, taken: &[Range<i64>]) -> Vec<Range<i64>> {
    let mut free = Vec::new();
    let mut from = open.start;
    for slots in taken.iter().filter(|slots| slots.start < open.end && open.start < slots.end) {
        if from < slots.start {
            free.push(from..slots.start);
        }
        from = from.max(slots.end);
    }
    if from < open.end {
        free.push(from..open.end);
    }
    free
}

fn lane_name(words: &Words, office: &Office, lane: &LaneId) -> String {
    match lane.as_str().strip_prefix('#') {
        Some(number) => words.text_with("staff-lanes-place", "number", number),
        None => {
            let counter = office.counters.iter().find(|counter| counter.id.as_str() == lane.as_str());
            counter.map_or(lane.to_string(), |counter| counter.name.get(words.tag()).to_owned())
        }
    }
}

/// The lanes of a day in the order of the plan, and then those that only bookings of an earlier plan have.
fn lanes(
    words: &Words,
    office: &Office,
    day: NaiveDate,
    places: &[DeskPlace],
    bookings: &HashMap<BookingId, &DeskBooking>,
) -> Vec<Lane> {
    let mut open: BTreeMap<(usize, LaneId), Vec<Range<i64>>> = BTreeMap::new();
    let of_place = |lane: &LaneId| lane.as_str().strip_prefix('#').and_then(|number| number.parse().ok());
    let position = |lane: &LaneId| {
        let counter = office.counters.iter().position(|counter| counter.id.as_str() == lane.as_str());
        counter.or_else(|| of_place(lane).map(|number: usize| 1000 + number)).unwrap_or(usize::MAX)
    };
    for span in office.lanes(day) {
        let slots = calendar::slot_of(span.from)..calendar::slot_of(span.to);
        open.entry((position(&span.lane), span.lane)).or_default().push(slots);
    }
    for place in places {
        open.entry((position(&place.lane), place.lane.clone())).or_default();
    }
    let time = |slot| foyer_text::time_of_day(words.language, office.time_zone, calendar::start_of(slot));
    let span = |slots: &Range<i64>| format!("{} – {}", time(slots.start), time(slots.end));
    let lane = |((_, id), mut spans): ((usize, LaneId), Vec<Range<i64>>)| {
        let own: Vec<&DeskPlace> = places.iter().filter(|place| place.lane == id).collect();
        let taken: Vec<Range<i64>> = own.iter().map(|place| place.slots.clone()).collect();
        spans.sort_by_key(|slots| slots.start);
        let free = spans.iter().flat_map(|open| gaps(open, &taken)).map(|slots| (slots, None));
        let booked = own.iter().map(|place| (place.slots.clone(), Some(place.booking)));
        let mut all: Vec<_> = free.chain(booked).collect();
        all.sort_by_key(|(slots, _)| slots.start);
        let entry = |(slots, booking): (Range<i64>, Option<BookingId>)| Entry {
            time: span(&slots),
            booking: booking.map(|id| booked_of(words, office, id, bookings.get(&id).copied())),
        };
        Lane { name: lane_name(words, office, &id), entries: all.into_iter().map(entry).collect() }
    };
    open.into_iter().map(lane).collect()
}

fn booked_of(words: &Words, office: &Office, id: BookingId, found: Option<&DeskBooking>) -> Booked {
    Booked {
        href: words.link(&format!("/staff/bookings/{id}")),
        name: found.map_or(String::new(), |booking| booking.name.clone()),
        services: found.map_or(String::new(), |booking| words.services(office, &booking.services)),
        state: found.map_or(String::new(), |booking| state(words, booking)),
    }
}

/// `GET /staff/offices/{office}/lanes`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(look): Query<Look>,
) -> Result<Response, Refused> {
    let (office, words) = (of(&app, &id)?, signed.words);
    let (day, span) = (look.day(&office, app.now()), look.span(&office, app.now()));
    let midnight = span.start;
    let slots = calendar::slot_of(span.start)..calendar::slot_of(span.end);
    let found = app.store.desk_list(office.id.clone(), span).await?;
    let places = app.store.desk_places(office.id.clone(), slots).await?;
    let bookings = found.iter().map(|booking| (booking.id, booking)).collect();
    let page = LanesPage {
        frame: signed.frame(&app, "staff-lanes"),
        day: foyer_text::date(words.language, office.time_zone, midnight),
        lanes: lanes(&words, &office, day, &places, &bookings),
        list: words.link(&format!("/staff/offices/{id}?day={day}")),
    };
    Ok(render(&page)?.into_response())
}

/// `GET /staff/offices/{office}/sheet`.
pub async fn sheet(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(look): Query<Look>,
) -> Result<Response, Refused> {
    let (office, words) = (of(&app, &id)?, signed.words);
    let (day, span) = (look.day(&office, app.now()), look.span(&office, app.now()));
    let midnight = span.start;
    let mut found = app.store.desk_list(office.id.clone(), span).await?;
    found.retain(|booking| booking.state == BookingState::Confirmed && !booking.lost_place);
    let time = |at| foyer_text::time_of_day(words.language, office.time_zone, at);
    let line = |booking: &DeskBooking| SheetLine {
        time: format!("{}, {}", time(booking.start), words.length(booking.minutes)),
        code: shown_code(&booking.short_code),
        services: words.services(&office, &booking.services),
        name: booking.name.clone(),
        phone: booking.phone.clone(),
        notes: wishes(&words, booking).into_iter().chain(Some(booking.note.clone())).collect(),
    };
    let as_of = foyer_text::day_and_time(words.language, office.time_zone, app.now());
    let page = SheetPage {
        frame: signed.frame(&app, "staff-sheet"),
        day: format!("{}, {}", office.name, foyer_text::date(words.language, office.time_zone, midnight)),
        as_of: words.text_with("staff-sheet-as-of", "time", as_of),
        lines: found.iter().map(line).collect(),
        list: words.link(&format!("/staff/offices/{id}?day={day}")),
    };
    Ok(render(&page)?.into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_free_lies_between() {
        let check = |open: Range<i64>, taken: &[(i64, i64)], free: &[(i64, i64)]| {
            let taken: Vec<_> = taken.iter().map(|(from, to)| *from..*to).collect();
            let found: Vec<_> = gaps(&open, &taken).iter().map(|slots| (slots.start, slots.end)).collect();
            assert_eq!(found, free);
        };
        check(0..10, &[], &[(0, 10)]);
        check(0..10, &[(0, 2), (2, 4), (6, 8)], &[(4, 6), (8, 10)]);
        check(2..6, &[(0, 3), (5, 9)], &[(3, 5)]);
        check(2..6, &[(0, 9)], &[]);
    }
}
