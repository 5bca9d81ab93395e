//! The emergency sheet: who is here and who is expected, for the day the lobby dies. The desk's script keeps it in the
//! browser and shows it when the link is gone. No name is on it; the Terminnummer is, because it is what people bring. It
//! is a page of its own, too: the desk's worker shows it where the desk is loaded again meanwhile.

use super::lines::due;
use super::{Own, own_desk, view::Open};
use crate::lobby::{Lobby, Published};
use crate::pages::error::PageError;
use crate::pages::signed_in::SignedIn;
use crate::pages::words::Words;
use crate::pages::{assets, html};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::Timestamp;
use foyer_domain::booking::Booking;
use foyer_domain::id::{BookingId, CounterId};
use foyer_domain::short_code::ShortCode;
use foyer_domain::visit::{Visit, VisitState};

/// More lines fill more than ten pages; the rest of the day is not lost with them, only not on paper.
const LINES: usize = 400;

/// The sheet as it is at a moment.
#[derive(Template)]
#[template(path = "desk_sheet.html")]
pub(super) struct Sheet {
    words: Words,
    office: String,
    /// The office's local day, after which it is of no use.
    day: String,
    /// The server's time, in ms since 1970.
    now: i64,
    /// "Stand: Montag, 23. November 2026, 10:00 Uhr".
    as_of: String,
    /// Who is here, in calling order behind those at the counters, and whose appointment is to come.
    parts: [Part; 2],
}

/// Some of the lines under a title.
struct Part {
    /// The text's id.
    title: &'static str,
    /// Whether these have numbers and states.
    is_here: bool,
    lines: Vec<Line>,
}

/// A line of the sheet.
struct Line {
    /// "10:00 Uhr", "ohne Termin".
    time: String,
    /// "A 017"; empty of who is not here.
    number: String,
    /// "K7M4-3PXR"; empty without a booking, or where an older booking server did not tell it.
    code: String,
    /// What for.
    services: String,
    /// "wartend".
    state: String,
}

/// `GET /desk/{counter}/sheet`.
pub(in crate::pages) async fn sheet(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Path(counter): Path<CounterId>,
) -> Result<Response, PageError> {
    match own_desk(&lobby, &signed, &counter, Open::Nothing) {
        Own::Desk(_) => {}
        Own::SomebodyElses => return Ok(Redirect::to("/desk?left=yes").into_response()),
        Own::Unknown => return Err(PageError::NotFound(Box::new(signed.page))),
    }
    let code = |booking| lobby.persons().code(booking);
    let sheet = Sheet::of(&lobby.published(), lobby.clock().now(), signed.page.words, code);
    let sheet = sheet.ok_or_else(|| PageError::NotFound(Box::new(signed.page)))?;
    Ok(html(&sheet)?.into_response())
}

impl Sheet {
    /// The sheet of an office; `None` before its first configuration.
    pub(super) fn of(
        published: &Published,
        now: Timestamp,
        words: Words,
        code: impl Fn(BookingId) -> Option<ShortCode>,
    ) -> Option<Self> {
        let state = &*published.state;
        let office = state.office()?;
        let code = |booking: Option<BookingId>| {
            booking.and_then(&code).map_or_else(String::new, |code| code.shown())
        };
        // Whoever was merged into a visit is found by the own code.
        let codes = |visit: &Visit| {
            let parts = std::iter::once(visit).chain(visit.merged.iter().filter_map(|id| state.visit(*id)));
            let codes = parts.map(|part| code(part.booking)).filter(|code| !code.is_empty());
            codes.collect::<Vec<_>>().join(", ")
        };
        let line = |visit: &Visit| Line {
            time: due(visit, &words),
            number: super::numbers(visit),
            code: codes(visit),
            services: words.services(office, &visit.services),
            state: super::word(visit.state, &words),
        };
        let order = state.waiting_in_order(now).into_iter().filter_map(|visit| state.visit(visit));
        let others =
            state.visits().filter(|visit| visit.state.is_open() && visit.state != VisitState::Waiting);
        let is_expected = |booking: &&Booking| {
            booking.is_open(now)
                && office.day(booking.start) == office.day(now)
                && state.visit_of(booking.id).is_none()
        };
        let mut bookings: Vec<&Booking> = state.bookings().filter(is_expected).collect();
        bookings.sort_by_key(|booking| (booking.start, booking.id));
        let expected = |booking: &Booking| Line {
            time: words.time(booking.start),
            number: String::new(),
            code: code(Some(booking.id)),
            services: words.services(office, &booking.services),
            state: String::new(),
        };
        Some(Self {
            words,
            office: office.name.clone(),
            day: office.day(now).to_string(),
            now: now.timestamp_millis(),
            as_of: words.text_with("desk-sheet-as-of", "time", words.day_and_time(now)),
            parts: [
                Part {
                    title: "desk-sheet-here",
                    is_here: true,
                    lines: others.chain(order).take(LINES).map(line).collect(),
                },
                Part {
                    title: "desk-sheet-expected",
                    is_here: false,
                    lines: bookings.into_iter().take(LINES).map(expected).collect(),
                },
            ],
        })
    }
}
