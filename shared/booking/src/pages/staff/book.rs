//! Booking for a caller: services, time and contact on one page, by keyboard alone.

use super::super::choose::{as_text, chosen};
use super::super::frame::{Words, render};
use super::super::refused::say_of;
use super::booking::{BookedPage, spelled};
use super::day::shown_code;
use super::form::Form;
use super::frame::{Frame, Refused, Sentence};
use super::free::{self, Day};
use super::signed_in::SignedIn;
use super::who::{Typed, Who};
use crate::api::request;
use crate::app::App;
use crate::calendar;
use crate::calendar::Asker;
use crate::contact::Person;
use crate::error::{ApiError, of_form};
use crate::refusal::Refusal;
use crate::store::{HoldOrder, OfficeState, Wanted};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::{NaiveDate, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_protocol::booking::BookingView;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::when;
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

/// A service and how many times it is wanted.
pub struct Row {
    /// The service.
    pub id: String,
    /// In the reader's language.
    pub name: String,
    /// "15 min".
    pub minutes: String,
    /// Other words by which it is found.
    pub words: String,
    /// How many times it is wanted.
    pub quantity: u8,
    /// How many times it can be.
    pub most: u8,
}

#[derive(Template)]
#[template(path = "staff/book.html")]
struct BookPage {
    frame: Frame,
    action: String,
    rows: Vec<Row>,
    /// What was chosen, for the second form; empty while nothing is.
    services: String,
    length: String,
    from: String,
    is_emergency: bool,
    days: Vec<Day>,
    who: Who,
    nonce: String,
}

/// The services of an office, and how many of each are wanted.
pub fn rows(words: &Words, state: &OfficeState, wanted: &[ServiceChoice]) -> Vec<Row> {
    let row = |service: &foyer_domain::office::Service| Row {
        quantity: wanted
            .iter()
            .find(|choice| choice.service == service.id)
            .map_or(0, |choice| choice.quantity),
        id: service.id.to_string(),
        most: service.most(),
        name: service.name.get(words.tag()).to_owned(),
        minutes: words.length(service.minutes),
        words: service.keywords.get(words.tag()).to_owned(),
    };
    state.office.services.iter().map(row).collect()
}

/// Whoever works here has what is kept for staff; what is kept for emergencies only if it is one.
pub fn asker(is_emergency: bool) -> Asker {
    if is_emergency { Asker::Emergency } else { Asker::Staff }
}

/// What is on the page: services, from which day, which time, and who rings.
struct Asked<'a> {
    wanted: &'a [ServiceChoice],
    asker: Asker,
    from: Option<NaiveDate>,
    start: Option<Timestamp>,
    typed: Typed,
}

fn page(
    app: &App,
    signed: &SignedIn,
    state: &OfficeState,
    asked: Asked<'_>,
    refusal: Option<&Refusal>,
) -> Result<Response, Refused> {
    let (words, office, now) = (signed.words, &state.office, app.now());
    let mut said = refusal.map(|refusal| Sentence(say_of(&words, refusal, office)));
    let from = asked.from.unwrap_or_else(|| office.day(now)).max(office.day(now));
    let mut found = Vec::new();
    let mut length = String::new();
    if !asked.wanted.is_empty() {
        match calendar::total_minutes(office, asked.wanted) {
            Ok(minutes) => {
                length = words.text_with("staff-book-length", "minutes", minutes);
                let wanted = Wanted { services: asked.wanted, minutes, asker: asked.asker };
                found = free::days(&words, state, wanted, from, asked.start, now);
            }
            Err(refusal) => said = Some(Sentence(say_of(&words, &refusal, office))),
        }
    }
    let status = of_form(said.is_some());
    let page = BookPage {
        frame: signed.frame(app, "staff-book").saying(said),
        action: words.link(&format!("/staff/offices/{}/book", office.id)),
        rows: rows(&words, state, asked.wanted),
        services: if found.is_empty() { String::new() } else { as_text(asked.wanted) },
        length,
        from: from.to_string(),
        is_emergency: asked.asker == Asker::Emergency,
        days: found,
        who: Who::new(&words, office, asked.typed),
        nonce: Nonce::random().to_string(),
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/offices/{office}/book`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let state = app.store.office(&OfficeId(id))?;
    let from = query.iter().find(|(key, _)| key == "from").and_then(|(_, day)| when::read_day(day));
    let asker = asker(query.iter().any(|(key, value)| key == "emergency" && value == "yes"));
    let asked = Asked { wanted: &chosen(&query), asker, from, start: None, typed: Typed::default() };
    // Looked for without saying what.
    let is_sent = query.iter().any(|(key, _)| key == "from");
    let refusal = (is_sent && asked.wanted.is_empty()).then_some(Refusal::ServicesWrong);
    page(&app, &signed, &state, asked, refusal.as_ref())
}

/// The second form.
#[derive(Deserialize)]
pub struct Book {
    services: String,
    from: String,
    #[serde(deserialize_with = "foyer_protocol::when::moment")]
    start: Timestamp,
    nonce: Uuid,
    #[serde(default)]
    emergency: String,
    #[serde(flatten)]
    typed: Typed,
}

/// `POST /staff/offices/{office}/book`: holds the time and makes it certain at once. Sent again, it shows the same.
pub async fn book(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(book): Form<Book>,
) -> Result<Response, Refused> {
    let state = app.store.office(&OfficeId(id.clone()))?;
    let wanted = request::services(&book.services)?;
    match booked(&app, &state, &wanted, &book).await? {
        Ok(view) => told(&app, &signed, &state, &view),
        Err(refusal) => {
            let from = when::read_day(&book.from);
            let asker = asker(book.emergency == "yes");
            let asked = Asked { wanted: &wanted, asker, from, start: Some(book.start), typed: book.typed };
            page(&app, &signed, &state, asked, Some(&refusal))
        }
    }
}

async fn booked(
    app: &App,
    state: &Arc<OfficeState>,
    wanted: &[ServiceChoice],
    book: &Book,
) -> Result<Result<BookingView, Refusal>, ApiError> {
    let asker = asker(book.emergency == "yes");
    let person = match book.typed.person(&state.office.rules) {
        Ok(person) => Person { asker, ..person },
        Err(refusal) => return Ok(Err(refusal)),
    };
    let start = book.start.to_rfc3339();
    let mut asked: Vec<&[u8]> =
        vec![b"staff book", book.services.as_bytes(), book.emergency.as_bytes(), start.as_bytes()];
    asked.extend(book.typed.all().map(str::as_bytes));
    // Two steps from one press: the second's nonce follows from the first's.
    let second = Nonce(Uuid::new_v5(&book.nonce, b"confirm"));
    let (office, services) = (state.office.id.clone(), wanted.to_vec());
    let order = HoldOrder { office, services, start: book.start, asker };
    let hold = app.store.hold(app.store.request(Nonce(book.nonce), &asked), order, app.now()).await?;
    let hold = match hold {
        Ok(hold) => hold,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(app.store.confirm(app.store.request(second, &asked), hold.hold, person, app.now()).await?)
}

/// What is read aloud now.
fn told(app: &App, signed: &SignedIn, state: &OfficeState, view: &BookingView) -> Result<Response, Refused> {
    let (words, office) = (signed.words, &state.office);
    let end = view.start + TimeDelta::minutes(i64::from(view.minutes));
    let time = |at| foyer_text::time_of_day(words.language, office.time_zone, at);
    let page = BookedPage {
        frame: signed.frame(app, "staff-booked"),
        when: foyer_text::day_and_time(words.language, office.time_zone, view.start),
        minutes: words.text_with("staff-booked-until", "time", time(end)),
        services: words.services(office, &view.services),
        place: format!("{}, {}", office.name, view.address),
        short_code: shown_code(&view.short_code),
        spelled: spelled(&words, &view.short_code),
        pin: view.pin.clone().unwrap_or_default(),
        documents: view.documents.iter().map(|text| text.get(words.tag()).to_owned()).collect(),
        again: words.link(&format!("/staff/offices/{}/book", office.id)),
        booking: words.link(&format!("/staff/bookings/{}", view.booking)),
    };
    page.shown()
}
