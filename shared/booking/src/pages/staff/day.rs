//! A day of an office: who comes when; and looking for somebody.

use super::super::frame::{Words, render};
use super::frame::{Frame, Refused, office as of};
use super::signed_in::SignedIn;
use crate::app::App;
use crate::store::DeskBooking;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Days, NaiveDate, NaiveTime};
use foyer_access::Role;
use foyer_domain::booking::BookingState;
use foyer_domain::id::OfficeId;
use foyer_domain::office::Office;
use foyer_domain::short_code::ShortCode;
use foyer_domain::visit::VisitState;
use foyer_protocol::when;
use serde::Deserialize;
use std::ops::Range;

/// A booking in a list.
pub struct Line {
    /// Its page.
    pub href: String,
    /// "08:30", with the day where several days are shown.
    pub when: String,
    /// "15 min".
    pub minutes: String,
    /// Where, if that is another office than the page's.
    pub office: Option<String>,
    /// What for.
    pub services: String,
    /// Who; empty where nobody said.
    pub name: String,
    /// What staff wrote down about it.
    pub note: String,
    /// `K7M4-3PXR`.
    pub short_code: String,
    /// What became of it.
    pub state: String,
    /// Whether it takes place or took place.
    pub counts: bool,
}

/// What became of a booking, in words.
pub fn state(words: &Words, booking: &DeskBooking) -> String {
    words.text(match (booking.state, booking.visit) {
        (BookingState::Cancelled, _) => "staff-state-cancelled",
        (BookingState::Held { .. }, _) => "staff-state-held",
        (_, None) if booking.lost_place => "staff-state-offered",
        (_, None) => "staff-state-booked",
        (_, Some(VisitState::Waiting)) => "staff-state-waiting",
        (_, Some(VisitState::Called)) => "staff-state-called",
        (_, Some(VisitState::Serving | VisitState::Parked)) => "staff-state-serving",
        (_, Some(VisitState::Finished)) => "staff-state-finished",
        (_, Some(VisitState::NoShow)) => "staff-state-no-show",
        (_, Some(VisitState::Cancelled | VisitState::Unserved)) => "staff-state-ended",
    })
}

/// The Terminnummer as people write it.
pub fn shown_code(stored: &str) -> String {
    ShortCode::parse(stored).map_or(stored.to_owned(), |code| code.shown())
}

fn line(words: &Words, office: &Office, booking: &DeskBooking, here: Option<&OfficeId>) -> Line {
    let (language, zone) = (words.language, office.time_zone);
    Line {
        href: words.link(&format!("/staff/bookings/{}", booking.id)),
        when: match here {
            Some(_) => foyer_text::day_and_time(language, zone, booking.start),
            None => foyer_text::time_of_day(language, zone, booking.start),
        },
        office: here.filter(|here| **here != office.id).map(|_| office.name.clone()),
        minutes: words.length(booking.minutes),
        services: words.services(office, &booking.services),
        name: booking.name.clone(),
        note: booking.note.clone(),
        short_code: shown_code(&booking.short_code),
        state: state(words, booking),
        counts: booking.state != BookingState::Cancelled && !booking.lost_place,
    }
}

#[derive(Template)]
#[template(path = "staff/day.html")]
struct DayPage {
    frame: Frame,
    office: String,
    /// The day in words and as a form's value; none where somebody is looked for.
    day: Option<(String, String)>,
    /// Where an office that travels is then; empty where it stays at its address.
    places: String,
    before: String,
    after: String,
    typed: String,
    book: String,
    /// The same day by counters, and on paper.
    lanes: String,
    sheet: String,
    /// Where requests wait, and how many.
    asked: Option<(String, String)>,
    /// Where a supervisor closes.
    close: Option<String>,
    count: String,
    lines: Vec<Line>,
}

/// Where the office, or a part of it, is closed on this day, for whoever may.
fn close(signed: &SignedIn, office: &str, day: NaiveDate) -> Option<String> {
    let href = signed.words.link(&format!("/staff/offices/{office}/close?date={day}"));
    (signed.person.role >= Role::Supervisor).then_some(href)
}

/// Where an office that travels is on a day: as its plan says, and as its bookings need it.
fn places(office: &Office, day: NaiveDate, found: &[DeskBooking]) -> String {
    if office.stops.is_empty() {
        return String::new();
    }
    let open = office.open_spans(day).into_iter().map(|span| span.from);
    let mut starts: Vec<_> = open.chain(found.iter().map(|booking| booking.start)).collect();
    starts.sort();
    let mut places: Vec<String> = starts.into_iter().map(|at| office.place_at(at).line()).collect();
    places.dedup();
    places.join(" – ")
}

/// Where requests wait for an answer, and how many.
fn asked(signed: &SignedIn, office: &OfficeId) -> Option<(String, String)> {
    let (count, words) = (signed.asked(office), signed.words);
    let said = words.text_with("staff-requests-wait", "count", count);
    (count > 0).then(|| (words.link(&format!("/staff/offices/{office}/requests")), said))
}

/// `GET /staff`: the first office where one works.
pub async fn first(State(app): State<App>, signed: SignedIn) -> Result<Response, Refused> {
    let offices = app.store.offices();
    let here = offices.iter().find(|state| signed.person.role_at(&state.office.id).is_some());
    match here {
        Some(state) => {
            Ok(Redirect::to(&signed.words.link(&format!("/staff/offices/{}", state.office.id)))
                .into_response())
        }
        None => Ok(Redirect::to("/staff/city").into_response()),
    }
}

/// What day is looked at.
#[derive(Deserialize)]
pub struct Look {
    #[serde(default)]
    day: String,
}

impl Look {
    /// The day that is asked for, else today.
    pub fn day(&self, office: &Office, now: foyer_domain::Timestamp) -> NaiveDate {
        when::read_day(&self.day).unwrap_or_else(|| office.day(now))
    }

    /// The same from its first moment to the first one after.
    pub fn span(&self, office: &Office, now: foyer_domain::Timestamp) -> Range<foyer_domain::Timestamp> {
        let midnight = office.local(self.day(office, now), NaiveTime::MIN);
        midnight..office.next_midnight(midnight)
    }
}

/// `GET /staff/offices/{office}`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(look): Query<Look>,
) -> Result<Response, Refused> {
    let (office, words) = (of(&app, &id)?, signed.words);
    let (day, span) = (look.day(&office, app.now()), look.span(&office, app.now()));
    let midnight = span.start;
    let found = app.store.desk_list(office.id.clone(), span).await?;
    let lines: Vec<Line> = found.iter().map(|booking| line(&words, &office, booking, None)).collect();
    let at = |day: Option<NaiveDate>| {
        day.map_or(String::new(), |day| words.link(&format!("/staff/offices/{id}?day={day}")))
    };
    let page = DayPage {
        frame: signed.frame(&app, "staff-day"),
        office: id.clone(),
        day: Some((foyer_text::date(words.language, office.time_zone, midnight), day.to_string())),
        places: places(&office, day, &found),
        before: at(day.checked_sub_days(Days::new(1))),
        after: at(day.checked_add_days(Days::new(1))),
        typed: String::new(),
        book: words.link(&format!("/staff/offices/{id}/book")),
        close: close(&signed, &id, day),
        lanes: words.link(&format!("/staff/offices/{id}/lanes?day={day}")),
        sheet: words.link(&format!("/staff/offices/{id}/sheet?day={day}")),
        asked: asked(&signed, &office.id),
        count: words.text_with("staff-day-count", "count", lines.iter().filter(|line| line.counts).count()),
        lines,
    };
    Ok(render(&page)?.into_response())
}

/// Whom to look for.
#[derive(Deserialize)]
pub struct Find {
    #[serde(default)]
    q: String,
}

/// `GET /staff/offices/{office}/find`.
pub async fn find(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(find): Query<Find>,
) -> Result<Response, Refused> {
    let (office, words) = (of(&app, &id)?, signed.words);
    let since = office.local(office.day(app.now()), NaiveTime::MIN);
    // Here first, then wherever else they work.
    let mut states = app.store.offices();
    states.retain(|state| signed.works_at(&state.office.id));
    states.sort_by_key(|state| state.office.id != office.id);
    let offices = states.iter().map(|state| state.office.id.clone()).collect();
    let found = app.store.desk_find(offices, find.q.clone(), since).await?;
    if let [only] = &found[..] {
        return Ok(Redirect::to(&words.link(&format!("/staff/bookings/{}", only.id))).into_response());
    }
    let of_office = |booking: &DeskBooking| {
        let state = states.iter().find(|state| state.office.id == booking.office)?;
        Some(line(&words, &state.office, booking, Some(&office.id)))
    };
    let lines: Vec<Line> = found.iter().filter_map(of_office).collect();
    let page = DayPage {
        frame: signed.frame(&app, "staff-find"),
        office: id.clone(),
        day: None,
        places: String::new(),
        before: String::new(),
        after: String::new(),
        typed: find.q,
        book: words.link(&format!("/staff/offices/{id}/book")),
        close: None,
        lanes: String::new(),
        sheet: String::new(),
        asked: asked(&signed, &office.id),
        count: words.text_with("staff-find-count", "count", lines.len()),
        lines,
    };
    Ok(render(&page)?.into_response())
}
