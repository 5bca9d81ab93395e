//! Who comes, and whether all is right.

use super::again;
use super::frame::{Frame, Words, render};
use super::refused::{Refused, say_of};
use super::typed::{self, Fault, Faults, Typed};
use crate::app::App;
use crate::contact::{ANOTHER_LANGUAGE, MOST_PERSONS};
use crate::error::{ApiError, RequestFault, SHOWN_AGAIN, SHOWN_AT_FIRST};
use crate::mail;
use crate::refusal::Refusal;
use crate::store::{Confirmed, OfficeState, StoreFault};
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::booking::BookingState;
use foyer_domain::office::{Office, Rules};
use foyer_domain::visit::Wishes;
use foyer_protocol::booking::BookingView;
use foyer_protocol::nonce::Nonce;
use std::sync::Arc;

/// A form that is not what the page sends.
pub fn malformed(rejection: &FormRejection) -> ApiError {
    RequestFault::Malformed(rejection.body_text()).into()
}

#[derive(Template)]
#[template(path = "contact.html")]
struct ContactPage {
    frame: Frame,
    what: Facts,
    held: Kept,
    action: String,
    typed: Typed,
    /// Why nothing was booked.
    refused: Option<String>,
    faults: Vec<Fault>,
    rules: Rules,
    /// Languages that somebody can interpret.
    languages: Vec<(&'static str, String)>,
    /// Ways of interpreting: value, name, whether it is the chosen one. None where there is no choice.
    ways: Vec<(&'static str, String, bool)>,
}

#[derive(Template)]
#[template(path = "check.html")]
struct CheckPage {
    frame: Frame,
    what: Facts,
    held: Kept,
    book: String,
    change: String,
    typed: Typed,
    /// What was typed, in words.
    rows: Vec<(&'static str, String)>,
    /// Why it takes no longer with an interpreter, where it should.
    tight: Option<String>,
    nonce: String,
}

/// A booking in words.
pub struct Facts {
    /// Name and address of the office.
    pub place: (String, String),
    /// How to get in; may be empty.
    pub access: String,
    /// Date and time.
    pub when: String,
    /// The services.
    pub services: String,
    /// "etwa 15 Minuten".
    pub length: String,
    /// Where the place is on a map; none where somebody is about to type.
    pub map: Option<String>,
}

impl Facts {
    /// A booking in these words.
    pub fn new(words: &Words, state: &OfficeState, view: &BookingView) -> Self {
        Self {
            place: (view.office_name.clone(), view.address.clone()),
            access: state.office.place_at(view.start).access(words.tag()).to_owned(),
            when: foyer_text::day_and_time(words.language, state.office.time_zone, view.start),
            services: words.services(&state.office, &view.services),
            length: words.length(view.minutes),
            map: None,
        }
    }

    /// … with the way to a map.
    #[must_use]
    pub fn on_map(self, state: &OfficeState, view: &BookingView) -> Self {
        Self { map: Some(mail::map(state.office.place_at(view.start))), ..self }
    }
}

/// How long a time is kept.
pub struct Kept {
    /// "Wir halten diese Zeit bis 10:42 Uhr für Sie frei."
    said: String,
    /// How long that is from now on, in milliseconds; the page's script counts it down.
    left_ms: i64,
    /// Where it is made longer; none where it was already.
    longer: Option<String>,
}

/// A time that is still held, with its office.
struct Held {
    view: BookingView,
    state: Arc<OfficeState>,
    kept: Kept,
}

/// What the secret of a hold stands for.
enum Found {
    Held(Box<Held>),
    /// The time is no longer kept.
    Expired(Box<BookingView>, Arc<OfficeState>, Refusal),
    /// It is certain already.
    Elsewhere(Response),
}

async fn find(app: &App, words: &Words, hold: &str) -> Result<Found, Refused> {
    let refused = |error: ApiError| Refused::new(words, error);
    let secret = hold.parse().map_err(|_| refused(Refusal::HoldUnknown.into()))?;
    app.store.expire_holds(app.now()).await.map_err(|fault| refused(fault.into()))?;
    let found = app.store.hold_or_booking(secret).await.map_err(|fault| refused(fault.into()))?;
    let Confirmed { view, can_extend, .. } = found.map_err(|refusal| refused(refusal.into()))?;
    let state = app.store.office(&view.office).map_err(|refusal| refused(refusal.into()))?;
    let now = app.now();
    Ok(match view.state {
        BookingState::Held { until } if now <= until => {
            let time = foyer_text::time_of_day(words.language, state.office.time_zone, until);
            let said = words.text_with("portal-contact-held", "time", time);
            let longer = can_extend.then(|| words.link(&format!("/h/{hold}/longer")));
            let kept = Kept { said, left_ms: (until - now).num_milliseconds(), longer };
            Found::Held(Box::new(Held { view, state, kept }))
        }
        BookingState::Held { until } => Found::Expired(Box::new(view), state, Refusal::HoldExpired { until }),
        BookingState::Confirmed => {
            Found::Elsewhere(Redirect::to(&words.link(&format!("/b/{hold}?already=1"))).into_response())
        }
        BookingState::Cancelled => {
            Found::Elsewhere(Redirect::to(&words.link(&format!("/b/{hold}"))).into_response())
        }
    })
}

/// What is known of who has this hold: all that they have sent, while it waits to be confirmed; or the address that it
/// was offered to.
async fn known(app: &App, hold: &str) -> Result<Typed, StoreFault> {
    let Ok(secret) = hold.parse() else { return Ok(Typed::default()) };
    if let Some(person) = app.store.unconfirmed_person(secret).await? {
        return Ok(Typed::of(person));
    }
    let email = app.store.offered_to(secret).await?;
    Ok(Typed { email: email.unwrap_or_default(), ..Typed::default() })
}

/// `GET /h/{hold}`.
pub async fn ask(
    State(app): State<App>,
    words: Words,
    Path(hold): Path<String>,
) -> Result<Response, Refused> {
    let typed = known(&app, &hold).await.map_err(|fault| Refused::new(&words, fault))?;
    form(&app, words, &hold, typed, Look::New).await
}

/// `POST /h/{hold}`: back from the check, or from another language, with what was typed.
pub async fn ask_again(
    State(app): State<App>,
    words: Words,
    Path(hold): Path<String>,
    typed: Result<Form<Typed>, FormRejection>,
) -> Result<Response, Refused> {
    let Form(typed) = typed.map_err(|rejection| Refused::new(&words, malformed(&rejection)))?;
    form(&app, words, &hold, typed, Look::New).await
}

/// `POST /h/{hold}/longer`: the same page again, held once more as long, with what was typed.
pub async fn longer(
    State(app): State<App>,
    words: Words,
    Path(hold): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
    typed: Result<Form<Typed>, FormRejection>,
) -> Result<Response, Refused> {
    let Form(typed) = typed.map_err(|rejection| Refused::new(&words, malformed(&rejection)))?;
    let secret = hold.parse().map_err(|_| Refused::new(&words, Refusal::HoldUnknown))?;
    // A hold that is over or was confirmed meanwhile is told by the form itself.
    let extended = app.store.extend(secret, app.now()).await;
    extended.map_err(|fault| Refused::new(&words, fault))?.ok();
    if query.iter().any(|(key, value)| key == "then" && value == "check") {
        return checked(&app, words, &hold, typed).await;
    }
    form(&app, words, &hold, typed, Look::New).await
}

/// What the form says of itself.
pub enum Look<'a> {
    /// Nothing yet.
    New,
    /// What has to be typed anew.
    Checked,
    /// Why nothing was booked.
    Refused(&'a Refusal),
}

impl Look<'_> {
    fn faults(&self, words: &Words, typed: &Typed, rules: &Rules) -> Vec<Fault> {
        match self {
            Self::Checked => typed.faults(words, rules),
            Self::New | Self::Refused(_) => Vec::new(),
        }
    }

    fn refused(&self, words: &Words, office: &Office) -> Option<String> {
        match self {
            Self::Refused(refusal) => Some(say_of(words, refusal, office)),
            Self::New | Self::Checked => None,
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::New => SHOWN_AT_FIRST,
            Self::Checked => SHOWN_AGAIN,
            Self::Refused(refusal) => ApiError::from((*refusal).clone()).status(),
        }
    }
}

/// The form with what is typed so far; a hold that is over leads to other times and keeps it.
pub async fn form(
    app: &App,
    words: Words,
    hold: &str,
    typed: Typed,
    look: Look<'_>,
) -> Result<Response, Refused> {
    let Held { view, state, kept } = match find(app, &words, hold).await? {
        Found::Held(held) => *held,
        Found::Expired(view, state, refusal) => {
            return again::page(app, words, &view, &state, &typed, again::Look::refused(&refusal));
        }
        Found::Elsewhere(elsewhere) => return Ok(elsewhere),
    };
    let rules = state.office.rules.clone();
    let faults = look.faults(&words, &typed, &rules);
    let title = words.text("portal-contact-title");
    let frame = Frame::new(app, words, title, format!("/h/{hold}")).step(3).keeping("contact");
    let chosen = typed.way(&rules);
    let ways = match &rules.interpreters[..] {
        [] | [_] => Vec::new(),
        ways => ways
            .iter()
            .map(|way| (way.as_str(), typed::way_said(&words, *way), Some(*way) == chosen))
            .collect(),
    };
    let page = ContactPage {
        frame,
        what: Facts::new(&words, &state, &view),
        held: kept,
        action: words.link(&format!("/h/{hold}/check")),
        refused: look.refused(&words, &state.office),
        typed,
        faults,
        languages: typed::interpreter_languages(&words, &rules),
        ways,
        rules,
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok((look.status(), html).into_response())
}

/// `POST /h/{hold}/check`.
pub async fn check(
    State(app): State<App>,
    words: Words,
    Path(hold): Path<String>,
    typed: Result<Form<Typed>, FormRejection>,
) -> Result<Response, Refused> {
    let Form(typed) = typed.map_err(|rejection| Refused::new(&words, malformed(&rejection)))?;
    checked(&app, words, &hold, typed).await
}

/// What comes after the form: the check, or the form with what is wrong.
pub async fn checked(app: &App, words: Words, hold: &str, typed: Typed) -> Result<Response, Refused> {
    let Held { mut view, state, kept } = match find(app, &words, hold).await? {
        Found::Held(held) => *held,
        Found::Expired(view, state, refusal) => {
            return again::page(app, words, &view, &state, &typed, again::Look::refused(&refusal));
        }
        Found::Elsewhere(elsewhere) => return Ok(elsewhere),
    };
    if !typed.faults(&words, &state.office.rules).is_empty() {
        return form(app, words, hold, typed, Look::Checked).await;
    }
    let is_interpreted = typed.wishes(&state.office.rules).interpreter;
    let length = app.store.length(view.secret, is_interpreted, app.now()).await;
    let length = length.map_err(|fault| Refused::new(&words, fault))?;
    view.minutes = length.map_or(view.minutes, |length| length.minutes);
    let is_tight = length.is_some_and(|length| !length.fits);
    let what = Facts::new(&words, &state, &view);
    let title = words.text("portal-check-title");
    let frame = Frame::new(app, words, title, format!("/h/{hold}/check")).step(4).keeping("contact");
    let page = CheckPage {
        frame,
        tight: is_tight.then(|| words.text_with("portal-check-tight", "length", what.length.as_str())),
        what,
        held: Kept { longer: kept.longer.map(|longer| format!("{longer}&then=check")), ..kept },
        book: words.link(&format!("/b/{hold}")),
        change: words.link(&format!("/h/{hold}")),
        rows: rows(&words, &typed, &state.office.rules),
        typed,
        nonce: Nonce::random().to_string(),
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}

/// What was typed, by the ids of its names: what is not asked for or not wished is left out.
fn rows(words: &Words, typed: &Typed, rules: &Rules) -> Vec<(&'static str, String)> {
    let mut rows = vec![("portal-check-name", typed.name.trim().to_owned())];
    let or_none = |text: &str, id: &str| match text.trim() {
        "" => words.text(id),
        text => text.to_owned(),
    };
    if rules.email.is_asked() {
        rows.push(("portal-check-email", or_none(&typed.email, "portal-check-no-email")));
    }
    if rules.phone.is_asked() {
        rows.push(("portal-check-phone", or_none(&typed.phone, "portal-check-no-phone")));
    }
    let persons = typed.persons().min(rules.most_persons.max(1));
    let interpreter = typed.interpreter_said(words, rules);
    rows.extend(support_rows(words, persons, typed.wishes(rules), &interpreter));
    rows
}

/// How many come and what they wish, by the ids of its names: what is usual is left out.
pub fn support_rows(
    words: &Words,
    persons: u8,
    wishes: Wishes,
    interpreter: &str,
) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    if persons > 1 {
        rows.push(("portal-check-persons", persons.to_string()));
    }
    let wished = typed::wishes_said(words, wishes);
    if !wished.is_empty() {
        rows.push(("portal-check-wishes", wished));
    }
    if !interpreter.is_empty() {
        rows.push(("portal-check-interpreter", interpreter.to_owned()));
    }
    rows
}
