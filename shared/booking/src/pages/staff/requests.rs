//! Requests: the citizen proposes days, staff give a time or say why there is none.

use super::super::frame::{Words, render};
use super::super::refused::say_of;
use super::booking::of as booking_of;
use super::change::request;
use super::form::Form;
use super::frame::{Refused, Sentence, office as of};
use super::free::{self, Day};
use super::reason::Fields;
use super::signed_in::SignedIn;
use crate::app::App;
use crate::calendar::{self, Asker};
use crate::error::of_form;
use crate::mail::asked;
use crate::refusal::Refusal;
use crate::store::{AskedFor, Asking, OfficeState, RequestAnswer, Wanted};
use crate::visible;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::Timestamp;
use foyer_domain::id::BookingId;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::when;
use foyer_text::Language;

/// The longest reason, in characters.
const LONGEST: usize = 500;
/// In the address after a refusal was sent.
const DECLINED: &str = "no";

/// A request in the list.
struct Line {
    href: String,
    name: String,
    what: String,
    since: String,
    is_here: bool,
}

/// The request that is being answered.
struct Shown {
    id: String,
    name: String,
    email: String,
    phone: String,
    /// In which mails are written, by its own name.
    language: (&'static str, &'static str),
    what: String,
    since: String,
    days: Vec<String>,
    words: String,
    /// Free times on the days, and in the halves of them, that suit.
    wished: Vec<Day>,
    /// The next free times of all days.
    others: Vec<Day>,
    nonce: String,
}

/// What became of the last one.
struct Done {
    said: String,
    /// Where the booking is.
    booking: Option<String>,
    /// Whom to ring, as there is no mail: name and number.
    ring: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "staff/requests.html")]
struct RequestsPage {
    frame: super::frame::Frame,
    action: String,
    lines: Vec<Line>,
    shown: Option<Shown>,
    done: Option<Done>,
    reason: String,
}

/// What the page is asked for, or what was typed into it.
struct Look {
    fields: Fields,
    says: Option<String>,
    done: Option<Done>,
    /// Whether a form was sent: then no other request is shown in place of the one that it was about.
    is_sent: bool,
}

fn shown(words: &Words, state: &OfficeState, asking: &Asking, fields: &Fields, now: Timestamp) -> Shown {
    let office = &state.office;
    let chosen = when::read(fields.get("start"));
    let (mut wished, mut others) = (Vec::new(), Vec::new());
    let (mut days, mut written) = (&[][..], "");
    if let AskedFor::Request { days: proposed, words } = &asking.wanted {
        (days, written) = (proposed, words);
    }
    // Services that have since changed and can no longer be booked have no times: the answer is no, then.
    if let Ok(minutes) = calendar::total_minutes(office, &asking.services) {
        let wanted = Wanted { services: &asking.services, minutes, asker: Asker::Staff };
        let on = |day, half| free::on(words, state, wanted, (day, half), chosen, now);
        wished = days.iter().filter_map(|proposal| on(proposal.day, proposal.half)).collect();
        // A moment that nobody offers: no time is chosen unless it was.
        let chosen = chosen.unwrap_or_default();
        others = free::days(words, state, wanted, office.day(now), Some(chosen), now);
    }
    let language = Language::from_tag(&asking.language).unwrap_or_default();
    Shown {
        id: asking.id.to_string(),
        name: asking.name.clone(),
        email: asking.email.clone(),
        phone: asking.phone.clone(),
        language: (language.tag(), language.own_name()),
        what: words.services(office, &asking.services),
        since: foyer_text::day_and_time(words.language, office.time_zone, asking.made_at),
        days: asked::days(words, office, &asking.wanted),
        words: written.to_owned(),
        wished,
        others,
        nonce: Nonce::random().to_string(),
    }
}

async fn page(app: &App, signed: &SignedIn, id: &str, look: Look) -> Result<Response, Refused> {
    let (office, words, now) = (of(app, id)?, signed.words, app.now());
    let state = app.store.office(&office.id)?;
    app.store.expire_holds(now).await?;
    let open = app.store.requests(office.id.clone()).await?;
    let wanted = look.fields.get("request");
    let named = open.iter().find(|asking| asking.id.to_string() == wanted);
    let is_gone = named.is_none() && (look.is_sent || !wanted.is_empty());
    // Whoever waits longest comes first.
    let here = named.or(open.first().filter(|_| !is_gone));
    let says = look.says.or(is_gone.then(|| words.text("staff-request-gone")));
    let path = format!("/staff/offices/{id}/requests");
    let line = |asking: &Asking| Line {
        href: words.link(&format!("{path}?request={}", asking.id)),
        name: asking.name.clone(),
        what: words.services(&office, &asking.services),
        since: foyer_text::day_and_time(words.language, office.time_zone, asking.made_at),
        is_here: here.is_some_and(|here| here.id == asking.id),
    };
    let status = of_form(says.is_some());
    let page = RequestsPage {
        frame: signed.frame(app, "staff-requests").saying(says.map(Sentence)),
        action: words.link(&path),
        lines: open.iter().map(line).collect(),
        shown: here.map(|asking| shown(&words, &state, asking, &look.fields, now)),
        done: look.done,
        reason: if is_gone { String::new() } else { look.fields.get("reason").to_owned() },
    };
    Ok((status, render(&page)?).into_response())
}

/// What became of the request before, as the address says it.
async fn done(app: &App, signed: &SignedIn, said: &str) -> Result<Option<Done>, Refused> {
    let words = &signed.words;
    if said == DECLINED {
        return Ok(Some(Done { said: words.text("staff-request-declined"), booking: None, ring: None }));
    }
    let Ok(booking) = booking_of(app, signed, said).await else { return Ok(None) };
    let zone = of(app, booking.office.as_str())?.time_zone;
    let when = foyer_text::day_and_time(words.language, zone, booking.start);
    Ok(Some(Done {
        said: words.text_with("staff-request-booked", "when", when),
        booking: Some(words.link(&format!("/staff/bookings/{}", booking.id))),
        ring: to_ring(booking.name, &booking.email, booking.phone),
    }))
}

/// Name and number of somebody whom no mail reaches.
fn to_ring(name: String, email: &str, phone: String) -> Option<(String, String)> {
    (email.is_empty() && !phone.is_empty()).then_some((name, phone))
}

/// `GET /staff/offices/{office}/requests`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let fields = Fields(query);
    let done = match fields.get("done") {
        "" => None,
        said => done(&app, &signed, said).await?,
    };
    page(&app, &signed, &id, Look { fields, says: None, done, is_sent: false }).await
}

/// The answer that a form gives, or the id of what is missing.
fn read(fields: &Fields) -> Result<RequestAnswer, &'static str> {
    if fields.get("do") == "book" {
        return when::read(fields.get("start")).map(RequestAnswer::At).ok_or("staff-move-when");
    }
    let reason = visible::lines(fields.get("reason"));
    match () {
        () if reason.is_empty() => Err("staff-request-why"),
        () if reason.chars().count() > LONGEST => Err("staff-reason-long"),
        () => Ok(RequestAnswer::No(reason)),
    }
}

/// `POST /staff/offices/{office}/requests`: books the time, or says why there is none. Whoever answers second is told.
pub async fn answer(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (office, fields, words) = (of(&app, &id)?, Fields(fields), signed.words);
    let said = match read(&fields) {
        Err(fault) => words.text(fault),
        Ok(said) => {
            let asked = fields.get("request").parse().map_err(|_| Refusal::AskingUnknown)?;
            let request = request(&app, b"staff request", &id, &fields)?;
            let before = app.store.request_of(office.id.clone(), asked).await?;
            let office_id = office.id.clone();
            match app.store.answer_request(request, office_id, asked, said, app.now()).await? {
                Ok(booking) => return answered(&app, &signed, &id, booking, before).await,
                Err(Refusal::AskingUnknown) => words.text("staff-request-gone"),
                Err(refusal) => say_of(&words, &refusal, &office),
            }
        }
    };
    page(&app, &signed, &id, Look { fields, says: Some(said), done: None, is_sent: true }).await
}

/// On to the next one. Whoever is declined and has no mail is forgotten at once: whom to ring stands here only.
async fn answered(
    app: &App,
    signed: &SignedIn,
    id: &str,
    booking: Option<BookingId>,
    before: Option<Asking>,
) -> Result<Response, Refused> {
    let ring = before.and_then(|asking| to_ring(asking.name, &asking.email, asking.phone));
    if let (None, Some(ring)) = (booking, ring) {
        let said = signed.words.text("staff-request-declined");
        let done = Some(Done { said, booking: None, ring: Some(ring) });
        let look = Look { fields: Fields::default(), says: None, done, is_sent: false };
        return page(app, &signed.clone().counted_anew(app).await?, id, look).await;
    }
    let what = booking.map_or(DECLINED.to_owned(), |booking| booking.to_string());
    let to = signed.words.link(&format!("/staff/offices/{id}/requests?done={what}"));
    Ok(Redirect::to(&to).into_response())
}
