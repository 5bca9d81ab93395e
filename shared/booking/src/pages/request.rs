//! Asking staff for a time: up to three days that suit, and what they should know.

use super::choose::{self, as_text};
use super::contact::malformed;
use super::frame::{Frame, Words, render};
use super::narrow::{self, HalfDay, Narrow};
use super::refused::{Refused, say};
use super::typed::{self, Fault, Faults, line};
use crate::api::request;
use crate::app::App;
use crate::contact::{self, Given};
use crate::error::{ApiError, of_form};
use crate::refusal::Refusal;
use crate::store::{AskedFor, AskingOrder, OfficeState, Proposal};
use crate::{calendar, mail, online, visible};
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_protocol::nonce::Nonce;
use serde::{Deserialize, Deserializer};
use uuid::Uuid;

/// In the address of the form in another language: what is typed is shown again and nothing is sent.
const AGAIN: &str = "again";
/// The longest text, in characters.
const LONGEST: usize = 1000;

/// The fields of the days.
const DAYS: [&str; 3] = ["day1", "day2", "day3"];

/// What is typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Typed {
    services: String,
    nonce: Option<Uuid>,
    #[serde(deserialize_with = "line")]
    name: String,
    #[serde(deserialize_with = "line")]
    email: String,
    #[serde(deserialize_with = "line")]
    phone: String,
    day1: String,
    half1: String,
    day2: String,
    half2: String,
    day3: String,
    half3: String,
    #[serde(deserialize_with = "several_lines")]
    words: String,
}

fn several_lines<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    // A browser sends two characters for the end of a line.
    typed::shown(from, 2 * LONGEST)
}

impl Typed {
    fn days(&self) -> [(&str, &str); 3] {
        [(&self.day1, &self.half1), (&self.day2, &self.half2), (&self.day3, &self.half3)]
    }

    /// The proposals, if each that is there is a day of this span, and at least one is.
    fn proposals(&self, first: NaiveDate, last: NaiveDate) -> Option<Vec<Proposal>> {
        let mut proposals = Vec::new();
        for (day, half) in self.days().into_iter().filter(|(day, _)| !day.is_empty()) {
            let day = narrow::read_day(day).filter(|day| (first..=last).contains(day))?;
            proposals.push(Proposal { day, half: HalfDay::from_name(half) });
        }
        (!proposals.is_empty()).then_some(proposals)
    }

    /// What was written.
    fn written(&self) -> String {
        visible::lines(&self.words).trim().to_owned()
    }
}

/// The first and the last day that can be proposed.
fn days(app: &App, state: &OfficeState) -> (NaiveDate, NaiveDate) {
    let now = app.now();
    (state.office.day(now), calendar::last_day(&state.office, now))
}

/// All that is wrong. The answer goes by mail; where there is none staff ring.
fn faults(app: &App, words: &Words, state: &OfficeState, typed: &Typed) -> Vec<Fault> {
    let (first, last) = days(app, state);
    let mut faults = Vec::new();
    let mut fault = |field: &'static str, said: String| faults.push(Fault { field, said });
    let days = DAYS.into_iter().zip(typed.days());
    let is_no_day = |day: &str| !day.is_empty() && narrow::read_day(day).is_none();
    let no_days: Vec<&'static str> = days.filter(|(_, (day, _))| is_no_day(day)).map(|(id, _)| id).collect();
    if no_days.is_empty() && typed.proposals(first, last).is_none() {
        let last = mail::asked::date(words, &state.office, last);
        fault("day1", words.text_with("portal-request-days-wrong", "last", last));
    }
    for id in no_days {
        fault(id, narrow::day_wrong(words, first));
    }
    if typed.written().chars().count() > LONGEST {
        fault("words", words.text("portal-request-words-wrong"));
    }
    let (none, has_mail) = (Given::alone("", "", words.tag()), app.settings.mail.is_some());
    let texts = [
        (
            "name",
            Given { name: &typed.name, ..none },
            typed.name.as_str(),
            "portal-contact-name-missing",
            true,
        ),
        (
            "email",
            Given { email: &typed.email, ..none },
            &typed.email,
            "portal-contact-email-missing",
            has_mail,
        ),
        (
            "phone",
            Given { phone: &typed.phone, ..none },
            &typed.phone,
            "portal-contact-phone-missing",
            !has_mail,
        ),
    ];
    for (field, given, text, missing, is_needed) in texts {
        match contact::read(&given) {
            Ok(_) if is_needed && text.trim().is_empty() => fault(field, words.text(missing)),
            Ok(_) => {}
            Err(refusal) => fault(field, say(words, &refusal, chrono_tz::UTC)),
        }
    }
    faults
}

/// A day that can be proposed.
struct Row {
    number: usize,
    /// Its field.
    id: &'static str,
    /// "1. Vorschlag".
    title: String,
    day: String,
    half: String,
}

#[derive(Template)]
#[template(path = "request.html")]
struct Page {
    frame: Frame,
    office: String,
    what: String,
    typed: Typed,
    rows: Vec<Row>,
    faults: Vec<Fault>,
    action: String,
    services: String,
    nonce: String,
    first: NaiveDate,
    last: NaiveDate,
    has_mail: bool,
    back: String,
}

fn page(
    app: &App,
    words: Words,
    state: &OfficeState,
    services: &[ServiceChoice],
    typed: Typed,
    faults: Vec<Fault>,
) -> Result<Response, Refused> {
    let (id, chosen) = (&state.office.id, as_text(services));
    let (first, last) = days(app, state);
    let path = format!("/{id}/request?services={chosen}");
    let rows = typed.days().into_iter().zip(DAYS).zip(1..).map(|(((day, half), id), number)| Row {
        number,
        id,
        title: words.text_with("portal-request-day", "number", number),
        day: day.to_owned(),
        half: half.to_owned(),
    });
    let page = Page {
        frame: Frame::new(app, words, words.text("portal-request-title"), format!("{path}&{AGAIN}=1"))
            .keeping("request"),
        office: state.office.name.clone(),
        what: words.services(&state.office, services),
        rows: rows.collect(),
        action: words.link(&path),
        nonce: Nonce::random().to_string(),
        first,
        last,
        has_mail: app.settings.mail.is_some(),
        back: words.office_link(&state.office),
        services: chosen,
        typed,
        faults,
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok((of_form(!page.faults.is_empty()), html).into_response())
}

/// Whether staff find a time for all of this.
fn judge(state: &OfficeState, services: &[ServiceChoice]) -> Result<(), Refusal> {
    calendar::total_minutes(&state.office, services)?;
    online::on_request(&state.office, services)
}

/// `GET /{office}/request`.
pub async fn ask(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let state = app.store.office(&OfficeId(office)).map_err(|refusal| Refused::new(&words, refusal))?;
    let services = choose::chosen(&query);
    if let Err(refusal) = judge(&state, &services) {
        return choose::again(&app, words, &state.office, services, Narrow::read(&query), &refusal);
    }
    page(&app, words, &state, &services, Typed::default(), Vec::new())
}

/// `POST /{office}/request`.
pub async fn send(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
    form: Result<Form<Typed>, FormRejection>,
) -> Result<Response, Refused> {
    let refused = |error: ApiError| Refused::new(&words, error);
    let state = app.store.office(&OfficeId(office)).map_err(|refusal| refused(refusal.into()))?;
    let Form(typed) = form.map_err(|rejection| refused(malformed(&rejection)))?;
    let services = request::services(&typed.services).map_err(refused)?;
    if query.iter().any(|(key, _)| key == AGAIN) {
        return page(&app, words, &state, &services, typed, Vec::new());
    }
    let (first, last) = days(&app, &state);
    let faults = faults(&app, &words, &state, &typed);
    let (Some(proposals), Some(nonce), true) = (typed.proposals(first, last), typed.nonce, faults.is_empty())
    else {
        return page(&app, words, &state, &services, typed, faults);
    };
    let mut asked: Vec<&[u8]> = vec![b"request page", state.office.id.as_str().as_bytes()];
    asked.extend(typed.days().into_iter().flat_map(|(day, half)| [day.as_bytes(), half.as_bytes()]));
    let fields = [&typed.services, &typed.name, &typed.email, &typed.phone, &typed.words];
    asked.extend(fields.iter().map(|field| field.as_bytes()));
    let asked = app.store.request(Nonce(nonce), &asked);
    let [name, email, phone] = [&typed.name, &typed.email, &typed.phone].map(|text| text.trim().to_owned());
    let order = AskingOrder {
        office: state.office.id.clone(),
        services: services.clone(),
        language: words.tag().to_owned(),
        name,
        email,
        phone,
        wanted: AskedFor::Request { days: proposals, words: typed.written() },
    };
    let sent = app.store.ask_for_time(asked, order, app.now()).await;
    let secret = match sent.map_err(|fault| refused(fault.into()))? {
        Ok(secret) => secret,
        Err(refusal) => match Fault::of_contact(&words, &refusal, &typed.email, state.office.time_zone) {
            Some(fault) => return page(&app, words, &state, &services, typed, vec![fault]),
            None => return Err(refused(refusal.into())),
        },
    };
    Ok(Redirect::to(&words.link(&format!("/w/{secret}?new=1"))).into_response())
}
