//! What was booked at once, a series or a group: all numbers on one page, one letter for all, cancelled together or one
//! by one.

use super::super::frame::render;
use super::super::refused::say;
use super::change::request;
use super::day::{shown_code, state};
use super::form::Form;
use super::frame::{Frame, Refused, Sentence, office as of_office};
use super::paper;
use super::reason::{self, Fields, Reasons};
use super::signed_in::SignedIn;
use crate::app::App;
use crate::error::{MADE, of_form};
use crate::mail::{Kind, Letter, Sibling};
use crate::refusal::Refusal;
use crate::store::{DeskBooking, DeskPaper, Together};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::booking::BookingState;
use foyer_domain::id::BookingId;
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;

/// One of them.
struct Line {
    href: String,
    when: String,
    short_code: String,
    /// Said once, right after booking.
    pin: String,
    state: String,
    counts: bool,
}

#[derive(Template)]
#[template(path = "staff/together.html")]
struct TogetherPage {
    frame: Frame,
    is_new: bool,
    name: String,
    email: String,
    phone: String,
    services: String,
    place: String,
    count: String,
    /// How many more are at offices where the person has no role.
    elsewhere: usize,
    lines: Vec<Line>,
    /// Whether any can be cancelled.
    is_open: bool,
    is_mailed: bool,
    reasons: Reasons,
    address: String,
    /// Which form was sent and is wrong.
    wrong: &'static str,
    here: String,
    lang: String,
    nonce: String,
    day: String,
}

/// What was booked at once, as far as somebody may see it.
struct Seen {
    id: BookingId,
    /// At the offices where they work; at least one.
    bookings: Vec<DeskBooking>,
    /// How many more were moved to other offices.
    elsewhere: usize,
}

/// What the page shows beside the bookings.
#[derive(Default)]
struct Look<'a> {
    /// Booked just now.
    new: Option<&'a Together>,
    fields: Option<&'a Fields>,
    says: Option<String>,
}

fn page(app: &App, signed: &SignedIn, seen: &Seen, look: Look<'_>) -> Result<Response, Refused> {
    let Seen { id, bookings: found, elsewhere } = seen;
    let first = found.first().ok_or(Refusal::BookingUnknown)?;
    let (office, words) = (of_office(app, first.office.as_str())?, signed.words);
    // Whoever comes is forgotten booking by booking.
    let known = found.iter().find(|one| !one.name.is_empty() || !one.email.is_empty()).unwrap_or(first);
    let pin = |one: &DeskBooking| {
        let views = look.new.map(|new| new.bookings.as_slice()).unwrap_or_default();
        views.iter().find(|view| view.booking == one.id).and_then(|view| view.pin.clone()).unwrap_or_default()
    };
    let line = |one: &DeskBooking| Line {
        href: words.link(&format!("/staff/bookings/{}", one.id)),
        when: foyer_text::day_and_time(words.language, office.time_zone, one.start),
        short_code: shown_code(&one.short_code),
        pin: pin(one),
        state: state(&words, one),
        counts: one.state != BookingState::Cancelled && !one.lost_place,
    };
    let is_open = |one: &DeskBooking| {
        one.state == BookingState::Confirmed && one.visit.is_none() && app.now() < one.start
    };
    let standing = found.iter().filter(|one| one.state != BookingState::Cancelled).count();
    let fields = look.fields.cloned().unwrap_or_default();
    let wrong = match () {
        () if look.fields.is_none() => "",
        () if fields.0.iter().any(|(name, _)| name == "address") => "letter",
        () => "cancel",
    };
    let status = if look.new.is_some() { MADE } else { of_form(look.says.is_some()) };
    let page = TogetherPage {
        frame: signed.frame_at(app, "staff-together", &office.id).saying(look.says.map(Sentence)),
        is_new: look.new.is_some(),
        name: known.name.clone(),
        email: known.email.clone(),
        phone: known.phone.clone(),
        services: words.services(&office, &first.services),
        place: format!("{}, {}", office.name, office.place_at(first.start).line()),
        count: words.text_with("staff-together-count", "count", standing),
        elsewhere: *elsewhere,
        lines: found.iter().map(line).collect(),
        is_open: found.iter().any(is_open),
        is_mailed: !known.email.is_empty() && app.settings.mail.is_some(),
        reasons: Reasons::of(&words, &fields, true),
        address: if wrong == "letter" { fields.get("address").to_owned() } else { known.name.clone() },
        wrong,
        here: format!("/staff/together/{id}"),
        lang: format!("?lang={}", words.tag()),
        nonce: Nonce::random().to_string(),
        day: words.link(&format!("/staff/offices/{}?day={}", office.id, office.day(first.start))),
    };
    Ok((status, render(&page)?).into_response())
}

/// What is told right after booking.
pub async fn told(app: &App, signed: &SignedIn, booked: &Together) -> Result<Response, Refused> {
    let seen = Seen { id: booked.id, bookings: app.store.together(booked.id).await?, elsewhere: 0 };
    page(app, signed, &seen, Look { new: Some(booked), ..Look::default() })
}

/// The bookings at the offices where somebody works: one that was moved elsewhere is for who works there.
async fn of(app: &App, signed: &SignedIn, id: &str) -> Result<Seen, Refused> {
    let id: BookingId = id.parse().map_err(|_| Refusal::BookingUnknown)?;
    let all = app.store.together(id).await?;
    if all.is_empty() {
        return Err(Refusal::BookingUnknown.into());
    }
    let is_theirs = |one: &DeskBooking| signed.works_at(&one.office);
    let (bookings, others): (Vec<_>, Vec<_>) = all.into_iter().partition(is_theirs);
    if bookings.is_empty() { Err(Refused::Role) } else { Ok(Seen { id, bookings, elsewhere: others.len() }) }
}

/// `GET /staff/together/{together}`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    page(&app, &signed, &of(&app, &signed, &id).await?, Look::default())
}

/// `POST /staff/together/{together}/cancel`: all that have not begun.
pub async fn cancel(
    State(app): State<App>,
    signed: SignedIn,
    Path(path): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let seen = of(&app, &signed, &path).await?;
    let (fields, words) = (Fields(fields), signed.words);
    let said = match reason::read(&fields) {
        Err(fault) => words.text(fault),
        Ok(reason) => {
            let request = request(&app, b"staff together cancel", &path, &fields)?;
            let these = seen.bookings.iter().map(|one| one.id).collect();
            match app.store.cancel_together(request, seen.id, these, reason, app.now()).await? {
                Ok(_) => {
                    let to = words.link(&format!("/staff/together/{path}"));
                    return Ok(Redirect::to(&to).into_response());
                }
                Err(refusal) => say(&words, &refusal, chrono_tz::UTC),
            }
        }
    };
    page(&app, &signed, &seen, Look { fields: Some(&fields), says: Some(said), new: None })
}

/// `POST /staff/together/{together}/letter`: all that stand in one letter, as PDF.
pub async fn letter(
    State(app): State<App>,
    signed: SignedIn,
    Path(path): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let seen = of(&app, &signed, &path).await?;
    let (fields, words) = (Fields(fields), signed.words);
    let again = |fault: &str, status| {
        let look = Look { fields: Some(&fields), says: Some(words.text(fault)), new: None };
        Ok((status, page(&app, &signed, &seen, look)?).into_response())
    };
    let address = match paper::address(fields.get("address")) {
        Ok(address) => address,
        Err(fault) => return again(fault, of_form(true)),
    };
    let mut papers: Vec<DeskPaper> = Vec::new();
    for one in &seen.bookings {
        papers.extend(app.store.desk_paper(one.id).await?.ok());
    }
    let Some(first) = papers.first() else { return Err(Refusal::BookingCancelled.into()) };
    let office = of_office(&app, first.booking.office.as_str())?;
    let (public_url, written_at) = (app.public_url(&office), app.now());
    let write = move || {
        let sibling = |paper: &DeskPaper| Sibling { view: paper.view.clone(), sequence: paper.sequence };
        let all: Vec<Sibling> = papers.iter().map(sibling).collect();
        let first = &papers[0];
        let letter = Letter {
            kind: Kind::Together,
            language: Language::from_tag(&first.booking.language).unwrap_or_default(),
            name: &first.booking.name,
            office: &office,
            view: &first.view,
            wished: Some(first.wished.clone()),
            together: &all,
            sequence: first.sequence,
            public_url: &public_url,
            written_at,
        };
        crate::mail::paper::write(&letter, &address)
    };
    match paper::written(write, "Termine.pdf".to_owned()).await? {
        Ok(pdf) => Ok(pdf),
        Err(fault) => again(fault, crate::error::NOT_NOW),
    }
}
