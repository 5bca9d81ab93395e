//! A booking's own page: the confirmation, and what can be done with the PIN.

use super::contact::{self, Facts, malformed};
use super::frame::{Frame, Words, render};
use super::instead::Instead;
use super::refused::{Refused, say};
use super::typed::{self, Typed};
use super::{by_mail, times};
use crate::app::App;
use crate::error::ApiError;
use crate::mail::{self, Item};
use crate::refusal::Refusal;
use crate::store::{Confirmed, MoveOrder, OfficeState, StoreFault};
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::Timestamp;
use foyer_domain::booking::BookingState;
use foyer_domain::short_code::ShortCode;
use foyer_domain::window::Window;
use foyer_protocol::booking::BookingView;
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

/// What the page says above everything else.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// It was just booked.
    Booked,
    /// … and a mail says it, too.
    BookedAndMailed,
    /// A mail's link leads to the form.
    Cancelling,
    /// It was just moved.
    Moved,
    /// It was booked before, and somebody has sent the form again.
    Already,
    /// Nothing.
    #[default]
    Nothing,
}

/// What is shown once: the PIN. The same form brings it again, also in another language.
pub struct Once {
    /// Six digits.
    pub pin: String,
    /// Where the form goes that was answered with it.
    pub path: String,
    /// What that form holds.
    pub fields: Vec<(&'static str, String)>,
}

/// What the page shows beyond the booking.
#[derive(Default)]
pub struct Look<'a> {
    /// Above everything else.
    pub news: News,
    /// What only who has just booked is shown.
    pub once: Option<Once>,
    /// Why the PIN was not taken.
    pub fault: Option<&'a Refusal>,
}

#[derive(Template)]
#[template(path = "booking.html")]
struct BookingPage {
    frame: Frame,
    what: Facts,
    instead: Option<Instead>,
    news: News,
    is_cancelled: bool,
    is_over: bool,
    window: String,
    short_code: String,
    once: Option<Once>,
    /// How many come and what they wish, by the ids of its names.
    rows: Vec<(&'static str, String)>,
    fees: Vec<String>,
    documents: Vec<String>,
    forms: Vec<mail::Link>,
    here: String,
    calendar: String,
    cancel: String,
    move_to: String,
    new: String,
    nonce: String,
    pin_fault: Option<String>,
}

#[derive(Template)]
#[template(path = "move.html")]
struct MovePage {
    frame: Frame,
    before: String,
    after: String,
    /// Whether it takes place if it is not moved.
    stands: bool,
    action: String,
    other: String,
    start: String,
    nonce: String,
    pin_fault: Option<String>,
}

/// The booking of a secret with its office; in the language it was made in, unless the address says another one.
pub async fn find(
    app: &App,
    words: Words,
    secret: &str,
) -> Result<(BookingView, Arc<OfficeState>, Words), Refused> {
    let (found, state) = read(app, &words, secret).await?;
    Ok((found.view, state, words.or(&found.language)))
}

/// As [`find`], with all that is known.
pub async fn read(app: &App, words: &Words, secret: &str) -> Result<(Confirmed, Arc<OfficeState>), Refused> {
    let refused = |error: ApiError| Refused::new(words, error);
    let id: Uuid = secret.parse().map_err(|_| refused(Refusal::BookingUnknown.into()))?;
    let found = app.store.booking(id).await.map_err(|fault| refused(fault.into()))?;
    let found = found.map_err(|refusal| refused(refusal.into()))?;
    let state = app.store.office(&found.view.office).map_err(|refusal| refused(refusal.into()))?;
    Ok((found, state))
}

/// What each service costs, with its name where there are several.
fn fees(words: &Words, items: &[Item]) -> Vec<String> {
    let of = |item: &Item| -> Vec<String> {
        let said = |fee: &String| match items {
            [_] => fee.clone(),
            _ => {
                let values = [("label", item.name.as_str().into()), ("value", fee.as_str().into())];
                foyer_text::text_with(words.language, "mail-labelled", &values)
            }
        };
        item.fees.iter().map(said).collect()
    };
    items.iter().flat_map(of).collect()
}

/// Whether nothing can be changed any more because its time is over; a time that is closed never comes.
fn is_over(app: &App, found: &Confirmed) -> bool {
    let end = found.view.start + chrono::TimeDelta::minutes(i64::from(found.view.minutes));
    app.now() >= end && !found.lost_place
}

/// The booking's page.
pub fn page(
    app: &App,
    words: Words,
    found: &Confirmed,
    state: &OfficeState,
    look: Look<'_>,
) -> Result<Response, Refused> {
    let view = &found.view;
    let zone = state.office.time_zone;
    let here = format!("/b/{}", view.secret);
    let window = Window::of(view.start, &state.office.rules);
    let time = |at| foyer_text::time_of_day(words.language, zone, at);
    let values = [("from", time(window.opens_at).into()), ("to", time(window.closes_at).into())];
    let (instead, shown) = Instead::of(app, &words, found, state);
    let items: Vec<Item> =
        view.services.iter().map(|choice| Item::of(&words, &state.office, choice)).collect();
    let interpreter = match found.wishes.interpreter {
        true => typed::interpreting_said(&words, found.interpreting.as_ref()),
        false => String::new(),
    };
    let title = words.text("portal-booking-title");
    let page = BookingPage {
        frame: match &look.once {
            Some(once) => Frame::new(app, words, title, once.path.clone()).keeping("booked"),
            None => Frame::new(app, words, title, here.clone()),
        },
        what: Facts::new(&words, state, &shown).on_map(state, &shown),
        news: look.news,
        is_cancelled: view.state == BookingState::Cancelled && instead.is_none(),
        is_over: is_over(app, found),
        instead,
        window: foyer_text::text_with(words.language, "portal-booking-window", &values),
        short_code: ShortCode::parse(&view.short_code).map_or(view.short_code.clone(), |code| code.shown()),
        once: look.once,
        rows: contact::support_rows(&words, found.persons, found.wishes, &interpreter),
        fees: fees(&words, &items),
        documents: view.documents.iter().map(|text| text.get(words.tag()).to_owned()).collect(),
        forms: items.into_iter().flat_map(|item| item.forms).collect(),
        calendar: format!("{here}/termin.ics"),
        cancel: words.link(&format!("{here}/cancel")),
        move_to: words.link(&format!("{here}/move")),
        new: words.link(&format!("/{}", view.office)),
        here,
        nonce: Nonce::random().to_string(),
        pin_fault: look.fault.map(|refusal| say(&words, refusal, zone)),
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok(match look.fault {
        Some(refusal) => (ApiError::from(refusal.clone()).status(), html).into_response(),
        None => html.into_response(),
    })
}

/// `GET /b/{secret}`.
pub async fn show(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (found, state) = read(&app, &words, &secret).await?;
    let words = words.or(&found.language);
    if let BookingState::Held { until } = found.view.state {
        if found.is_unconfirmed && app.now() <= until {
            return by_mail::pending(&app, words, &found.view, &state, until).await;
        }
        return Ok(Redirect::to(&words.link(&format!("/h/{secret}"))).into_response());
    }
    let is_asked = |name: &str| query.iter().any(|(key, _)| key == name);
    let news = [("moved", News::Moved), ("cancel", News::Cancelling), ("already", News::Already)];
    let news = news.into_iter().find(|(name, _)| is_asked(name)).map(|(_, news)| news);
    page(&app, words, &found, &state, Look { news: news.unwrap_or_default(), ..Look::default() })
}

/// The last step's form.
#[derive(Deserialize)]
pub struct Confirmation {
    nonce: Uuid,
    #[serde(flatten)]
    typed: Typed,
}

/// `POST /b/{secret}`: makes it certain and shows the PIN. Sent again, it shows the same again. What was typed is kept
/// where nothing was booked; whoever has booked already is led to their booking.
pub async fn confirm(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    form: Result<Form<Confirmation>, FormRejection>,
) -> Result<Response, Refused> {
    let refused = |error: ApiError| Refused::new(&words, error);
    let Form(Confirmation { nonce, typed }) = form.map_err(|rejection| refused(malformed(&rejection)))?;
    let hold: Uuid = secret.parse().map_err(|_| refused(Refusal::HoldUnknown.into()))?;
    let found = app.store.hold_or_booking(hold).await.map_err(|fault| refused(fault.into()))?;
    let held = found.map_err(|refusal| refused(refusal.into()))?.view;
    let state = app.store.office(&held.office).map_err(|refusal| refused(refusal.into()))?;
    let Ok(person) = typed.read(&words, &state.office.rules) else {
        return contact::form(&app, words, &secret, typed, contact::Look::Checked).await;
    };
    let is_mailed = app.settings.mail.is_some() && !person.email.is_empty();
    let fields = typed.fields();
    let asked = fields.iter().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]);
    let asked: Vec<&[u8]> =
        [b"confirm page".as_slice(), secret.as_bytes()].into_iter().chain(asked).collect();
    let request = app.store.request(Nonce(nonce), &asked);
    let confirmed = app.store.confirm(request, hold, person, app.now()).await;
    let pin = match confirmed.map_err(|fault| refused(fault.into()))? {
        Ok(view) => view.pin,
        Err(refusal) => {
            return contact::form(&app, words, &secret, typed, contact::Look::Refused(&refusal)).await;
        }
    };
    // It may have been moved since the form was sent for the first time.
    let (found, state) = read(&app, &words, &secret).await?;
    let Some(pin) = pin else {
        return Ok(Redirect::to(&words.link(&format!("/b/{secret}"))).into_response());
    };
    let mut fields: Vec<_> = fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
    fields.push(("nonce", nonce.to_string()));
    let news = if is_mailed { News::BookedAndMailed } else { News::Booked };
    let once = Once { pin, path: format!("/b/{secret}"), fields };
    page(&app, words, &found, &state, Look { news, once: Some(once), fault: None })
}

/// A form with the PIN.
#[derive(Deserialize)]
pub struct WithPin {
    pin: String,
    nonce: Uuid,
    #[serde(default, deserialize_with = "foyer_protocol::when::some_moment")]
    start: Option<Timestamp>,
}

/// Whether the form can be shown again with this refusal beside the PIN or the time.
fn is_about_the_form(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::PinWrong { .. }
            | Refusal::PinLocked { .. }
            | Refusal::SlotTaken { .. }
            | Refusal::NotOffered
    )
}

/// `POST /b/{secret}/cancel`.
pub async fn cancel(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    form: Result<Form<WithPin>, FormRejection>,
) -> Result<Response, Refused> {
    let Form(form) = form.map_err(|rejection| Refused::new(&words, malformed(&rejection)))?;
    let (found, state) = read(&app, &words, &secret).await?;
    let words = words.or(&found.language);
    let asked: [&[u8]; 3] = [b"cancel page", secret.as_bytes(), form.pin.as_bytes()];
    let request = app.store.request(Nonce(form.nonce), &asked);
    let cancelled = app.store.cancel(request, found.view.secret, form.pin, app.now()).await;
    match cancelled.map_err(|fault| Refused::new(&words, fault))? {
        Ok(_) => Ok(Redirect::to(&words.link(&format!("/b/{secret}"))).into_response()),
        Err(refusal) if is_about_the_form(&refusal) => {
            page(&app, words, &found, &state, Look { fault: Some(&refusal), ..Look::default() })
        }
        Err(refusal) => Err(Refused::new(&words, refusal)),
    }
}

/// `GET /b/{secret}/move`: the times, or the question for the PIN; where there is nothing to move any more, that is said
/// at once, on the booking's page.
pub async fn ask_move(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    query: Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (found, _) = read(&app, &words, &secret).await?;
    let words = words.or(&found.language);
    let stands = found.view.state == BookingState::Confirmed || found.lost_place;
    if !stands || is_over(&app, &found) {
        return Ok(Redirect::to(&words.link(&format!("/b/{secret}"))).into_response());
    }
    times::choose_move(State(app), words, Path(secret), query).await
}

/// The question for the PIN before moving.
pub fn move_page(
    app: &App,
    words: Words,
    view: &BookingView,
    state: &OfficeState,
    start: Timestamp,
    fault: Option<&Refusal>,
) -> Result<Response, Refused> {
    let zone = state.office.time_zone;
    let value = start.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let path = format!("/b/{}/move", view.secret);
    let page = MovePage {
        frame: Frame::new(app, words, words.text("portal-move-title"), format!("{path}?start={value}")),
        before: foyer_text::day_and_time(words.language, zone, view.start),
        after: foyer_text::day_and_time(words.language, zone, start),
        stands: view.state == BookingState::Confirmed,
        action: words.link(&path),
        other: words.link(&path),
        start: value,
        nonce: Nonce::random().to_string(),
        pin_fault: fault.map(|refusal| say(&words, refusal, zone)),
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok(match fault {
        Some(refusal) => (ApiError::from(refusal.clone()).status(), html).into_response(),
        None => html.into_response(),
    })
}

/// `POST /b/{secret}/move`.
pub async fn move_to(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    form: Result<Form<WithPin>, FormRejection>,
) -> Result<Response, Refused> {
    let Form(form) = form.map_err(|rejection| Refused::new(&words, malformed(&rejection)))?;
    let (view, state, words) = find(&app, words, &secret).await?;
    let start = form.start.ok_or_else(|| Refused::new(&words, Refusal::NotOffered))?;
    let asked = start.to_rfc3339();
    let asked: [&[u8]; 4] = [b"move page", secret.as_bytes(), form.pin.as_bytes(), asked.as_bytes()];
    let request = app.store.request(Nonce(form.nonce), &asked);
    let order = MoveOrder { secret: view.secret, pin: form.pin, start };
    let moved: Result<_, StoreFault> = app.store.move_to(request, order, app.now()).await;
    match moved.map_err(|fault| Refused::new(&words, fault))? {
        Ok(_) => Ok(Redirect::to(&words.link(&format!("/b/{secret}?moved=1"))).into_response()),
        Err(refusal) if is_about_the_form(&refusal) => {
            move_page(&app, words, &view, &state, start, Some(&refusal))
        }
        Err(refusal) => Err(Refused::new(&words, refusal)),
    }
}
