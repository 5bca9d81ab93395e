//! Changing a booking for whoever rings, or because the office has to.

use super::super::frame::render;
use super::super::refused::say;
use super::booking::{self, of};
use super::form::Form;
use super::frame::{Frame, Refused, Sentence};
use super::free::{self, Day};
use super::reason::{self, Fields, Reasons};
use super::signed_in::SignedIn;
use crate::app::App;
use crate::calendar::Asker;
use crate::contact::{self, Given};
use crate::error::{ApiError, RequestFault, of_form};
use crate::refusal::Refusal;
use crate::store::{Answer, Contact, DeskBooking, DeskMove, OfficeState, Request, ShownContact, Wanted};
use crate::visible;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::when;
use uuid::Uuid;

/// The longest note, in characters.
const LONGEST_NOTE: usize = 1000;

/// An office that serves all of a booking.
struct Place {
    id: String,
    name: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "staff/move.html")]
struct MovePage {
    frame: Frame,
    before: String,
    services: String,
    /// Whether there is no address to which a mail says it.
    is_told_by_hand: bool,
    places: Vec<Place>,
    office: String,
    from: String,
    days: Vec<Day>,
    reasons: Reasons,
    here: String,
    booking: String,
    nonce: String,
}

/// The request that a form is: its nonce, and all that it says.
pub fn request(app: &App, what: &[u8], id: &str, fields: &Fields) -> Result<Request, Refused> {
    let nonce: Uuid =
        fields.get("nonce").parse().map_err(|_| RequestFault::Malformed("`nonce` is missing".to_owned()))?;
    Ok(app.store.request(Nonce(nonce), &[what, id.as_bytes(), &fields.bytes()]))
}

/// Back to the booking, or the booking with what was refused.
async fn done(app: &App, signed: &SignedIn, id: &str, answer: Answer<()>) -> Result<Response, Refused> {
    match answer? {
        Ok(()) => Ok(Redirect::to(&signed.words.link(&format!("/staff/bookings/{id}"))).into_response()),
        Err(refusal) => {
            let said = say(&signed.words, &refusal, chrono_tz::UTC);
            let status = ApiError::from(refusal).status();
            let shown =
                booking::page(app, signed, &of(app, signed, id).await?, Some(Sentence(said)), None).await?;
            Ok((status, shown).into_response())
        }
    }
}

/// The booking again with the form that was sent, and what is wrong with it.
async fn again(
    app: &App,
    signed: &SignedIn,
    id: &str,
    said: String,
    fields: &Fields,
) -> Result<Response, Refused> {
    let shown =
        booking::page(app, signed, &of(app, signed, id).await?, Some(Sentence(said)), Some(fields)).await?;
    Ok((of_form(true), shown).into_response())
}

/// `POST /staff/bookings/{booking}/cancel`.
pub async fn cancel(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (found, fields) = (of(&app, &signed, &id).await?, Fields(fields));
    let reason = match reason::read(&fields) {
        Ok(reason) => reason,
        Err(fault) => return again(&app, &signed, &id, signed.words.text(fault), &fields).await,
    };
    let request = request(&app, b"staff cancel", &id, &fields)?;
    done(&app, &signed, &id, app.store.desk_cancel(request, found.id, reason, app.now()).await).await
}

/// `POST /staff/bookings/{booking}/contact`.
pub async fn correct(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (found, fields) = (of(&app, &signed, &id).await?, Fields(fields));
    let [name, email, phone, language] = ["name", "email", "phone", "language"].map(|name| fields.get(name));
    let person = match contact::read(&Given { phone, ..Given::alone(name, email, language) }) {
        Ok(person) => person,
        Err(refusal) => {
            let said = say(&signed.words, &refusal, chrono_tz::UTC);
            return again(&app, &signed, &id, said, &fields).await;
        }
    };
    let contact = Contact {
        name: person.name,
        email: person.email,
        phone: person.phone,
        language: person.language.tag(),
    };
    let [name, email, phone, language] = booking::SHOWN_CONTACT.map(|name| fields.get(name).to_owned());
    let shown = ShownContact { name, email, phone, language };
    let request = request(&app, b"staff contact", &id, &fields)?;
    match app.store.desk_correct(request, found.id, (shown, contact), app.now()).await? {
        Ok(false) => changed_since(&app, &signed, &id, "staff-contact-changed", &fields).await,
        answer => done(&app, &signed, &id, Ok(answer.map(|_| ()))).await,
    }
}

/// `POST /staff/bookings/{booking}/note`.
pub async fn note(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (found, fields) = (of(&app, &signed, &id).await?, Fields(fields));
    let text = visible::lines(fields.get("note"));
    if text.chars().count() > LONGEST_NOTE {
        return again(&app, &signed, &id, signed.words.text("staff-note-long"), &fields).await;
    }
    let shown = fields.get(booking::SHOWN_NOTE).replace("\r\n", "\n");
    match app.store.desk_note(found.id, shown, text).await? {
        Ok(false) => changed_since(&app, &signed, &id, "staff-note-changed", &fields).await,
        answer => done(&app, &signed, &id, Ok(answer.map(|_| ()))).await,
    }
}

/// The booking as somebody else has changed it since the form was shown, and the form with what was typed.
async fn changed_since(
    app: &App,
    signed: &SignedIn,
    id: &str,
    said: &str,
    fields: &Fields,
) -> Result<Response, Refused> {
    let is_shown = |name: &str| name == booking::SHOWN_NOTE || booking::SHOWN_CONTACT.contains(&name);
    let typed = Fields(fields.0.iter().filter(|(name, _)| !is_shown(name)).cloned().collect());
    again(app, signed, id, signed.words.text(said), &typed).await
}

/// `POST /staff/bookings/{booking}/rung`.
pub async fn rung(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    let found = of(&app, &signed, &id).await?;
    app.store.desk_rung(found.id).await?;
    done(&app, &signed, &id, Ok(Ok(()))).await
}

/// What the page for moving shows.
struct Look {
    office: String,
    start: Option<Timestamp>,
    fields: Fields,
}

fn move_page(
    app: &App,
    signed: &SignedIn,
    found: &DeskBooking,
    look: &Look,
    said: Option<String>,
) -> Result<Response, Refused> {
    let (words, now) = (signed.words, app.now());
    let serves = |state: &OfficeState| {
        found.minutes_at(&state.office).is_ok() && signed.person.role_at(&state.office.id).is_some()
    };
    let states: Vec<_> = app.store.offices().into_iter().filter(|state| serves(state)).collect();
    let is_asked = |id: &OfficeId| id.as_str() == look.office;
    let chosen = states.iter().find(|state| is_asked(&state.office.id));
    let chosen = chosen.or_else(|| states.iter().find(|state| state.office.id == found.office));
    let own = app.store.office(&found.office)?;
    let state = chosen.unwrap_or(&own);
    let office = &state.office;
    let first = office.day(now);
    let from = when::read_day(look.fields.get("from")).unwrap_or_else(|| office.day(found.start)).max(first);
    let wanted =
        Wanted { services: &found.services, minutes: found.minutes_at(office)?, asker: Asker::Staff };
    let place = |other: &std::sync::Arc<OfficeState>| Place {
        id: other.office.id.to_string(),
        name: other.office.name.clone(),
        is_chosen: other.office.id == office.id,
    };
    let status = of_form(said.is_some());
    let page = MovePage {
        frame: signed.frame_at(app, "staff-move", &own.office.id).saying(said.map(Sentence)),
        before: format!(
            "{}, {}",
            foyer_text::day_and_time(words.language, own.office.time_zone, found.start),
            own.office.name
        ),
        services: words.services(&own.office, &found.services),
        is_told_by_hand: found.email.is_empty() || app.settings.mail.is_none(),
        places: states.iter().map(place).collect(),
        office: office.id.to_string(),
        from: from.to_string(),
        days: free::days(&words, state, wanted, from, look.start, now),
        reasons: Reasons::of(&words, &look.fields, true),
        here: words.link(&format!("/staff/bookings/{}/move", found.id)),
        booking: words.link(&format!("/staff/bookings/{}", found.id)),
        nonce: Nonce::random().to_string(),
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/bookings/{booking}/move`.
pub async fn choose(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let fields = Fields(query);
    let look = Look { office: fields.get("office").to_owned(), start: None, fields };
    app.store.expire_holds(app.now()).await?;
    move_page(&app, &signed, &of(&app, &signed, &id).await?, &look, None)
}

/// `POST /staff/bookings/{booking}/move`.
pub async fn move_to(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (found, fields) = (of(&app, &signed, &id).await?, Fields(fields));
    let start = when::read(fields.get("start"));
    let office = fields.get("office").to_owned();
    if !office.is_empty() {
        signed.clone().at(&OfficeId(office.clone()))?;
    }
    let request = request(&app, b"staff move", &id, &fields)?;
    let refused = match (start, reason::read(&fields)) {
        (None, _) => signed.words.text("staff-move-when"),
        (Some(_), Err(fault)) => signed.words.text(fault),
        (Some(start), Ok(reason)) => {
            let order = DeskMove { office: OfficeId(office.clone()), start, reason };
            match app.store.desk_move(request, found.id, order, app.now()).await? {
                Err(refusal @ (Refusal::SlotTaken { .. } | Refusal::NotOffered)) => {
                    say(&signed.words, &refusal, chrono_tz::UTC)
                }
                answer => return done(&app, &signed, &id, Ok(answer)).await,
            }
        }
    };
    move_page(&app, &signed, &found, &Look { office, start, fields }, Some(refused))
}
