//! An office, or a part of it, closes: what is booked there is cancelled or gets another time offered. First it is shown
//! whom that concerns; then it is done, and whoever has no e-mail address is on a list to be rung up.

use super::super::frame::{Words, render};
use super::super::refused::say;
use super::change::request;
use super::form::Form;
use super::frame::{Frame, Refused, Sentence, office as of};
use super::reason::{self, Fields, Reasons};
use super::reopen;
use super::signed_in::SignedIn;
use crate::app::App;
use crate::error::of_form;
use crate::store::{
    Closing, ClosingEntry, ClosingOrder, ClosingPreview, ClosingState, ClosingWay, DeskBooking, Reopening,
};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{NaiveTime, Timelike};
use foyer_access::Role;
use foyer_domain::id::CounterId;
use foyer_domain::office::{Closure, Localized, Office};
use foyer_protocol::nonce::Nonce;
use foyer_protocol::when;
use uuid::Uuid;

/// Longer than this nothing is closed at once: that is a change of the plan.
const MOST_DAYS: i64 = 92;

/// A booking that is concerned.
struct Line {
    href: String,
    when: String,
    services: String,
    name: String,
    phone: String,
    state: String,
    /// The time that is held for them, and the link's last part, if they have to be asked by telephone.
    offer: Option<(String, Uuid)>,
}

/// Whom it would concern.
struct Preview {
    /// "23 Termine, davon 21 mit E-Mail und 2 nur mit Telefon".
    said: Vec<String>,
    to_ring: Vec<Line>,
    /// All that the form said, for the second one.
    fields: Vec<(String, String)>,
    nonce: String,
}

/// A closing of before.
struct Earlier {
    href: String,
    said: String,
    is_reopened: bool,
}

#[derive(Template)]
#[template(path = "staff/close.html")]
struct ClosePage {
    frame: Frame,
    action: String,
    fields: Fields,
    counters: Vec<(String, String, bool)>,
    reasons: Reasons,
    is_offered: bool,
    preview: Option<Preview>,
    earlier: Vec<Earlier>,
    day: String,
}

#[derive(Template)]
#[template(path = "staff/closing.html")]
struct ClosingPage {
    frame: Frame,
    what: String,
    why: String,
    counts: Vec<String>,
    is_working: bool,
    to_ring: Vec<Line>,
    lines: Vec<Line>,
    /// Where it is taken back.
    reopen: Option<String>,
    /// When it was taken back, or why it cannot be.
    reopened: Option<String>,
    accept: String,
    day: String,
}

/// A local time of a form; empty is none.
fn time(typed: &str) -> Result<Option<NaiveTime>, ()> {
    if typed.is_empty() {
        return Ok(None);
    }
    let time: NaiveTime = format!("{typed}:00").parse().map_err(|_| ())?;
    if time.minute().is_multiple_of(5) { Ok(Some(time)) } else { Err(()) }
}

/// What the form says.
///
/// # Errors
/// The id of what is to be said.
fn order(office: &Office, fields: &Fields) -> Result<ClosingOrder, &'static str> {
    let wrong = "staff-close-wrong";
    let date = when::read_day(fields.get("date")).ok_or("staff-close-when")?;
    let until: Option<chrono::NaiveDate> = match fields.get("until") {
        "" => None,
        typed => Some(when::read_day(typed).ok_or(wrong)?).filter(|until| *until != date),
    };
    let (from, to) =
        (time(fields.get("from")).map_err(|()| wrong)?, time(fields.get("to")).map_err(|()| wrong)?);
    let days = until.map_or(0, |until| (until - date).num_days());
    let is_span = to.is_none_or(|to| from.unwrap_or(NaiveTime::MIN) < to);
    let counters: Vec<CounterId> = fields.all("counter").map(|id| CounterId(id.to_owned())).collect();
    if !(0..=MOST_DAYS).contains(&days) || !is_span || counters.iter().any(|id| office.counter(id).is_none())
    {
        return Err(wrong);
    }
    let reason = reason::read(fields)?.ok_or("staff-reason-needed")?;
    let way = if fields.get("way") == "offer" { ClosingWay::Offer } else { ClosingWay::Cancel };
    Ok(ClosingOrder { closure: Closure { date, until, from, to, counters, reason }, way })
}

/// "Montag, 23. November 2026, 10:00–12:00, Schalter 2".
pub fn said(words: &Words, office: &Office, closure: &Closure) -> String {
    let date = |day| foyer_text::date(words.language, office.time_zone, office.local(day, NaiveTime::MIN));
    let mut said = date(closure.date);
    if let Some(until) = closure.until {
        said = format!("{said} – {}", date(until));
    }
    if closure.from.is_some() || closure.to.is_some() {
        let time =
            |at: Option<NaiveTime>, or: &str| at.map_or(or.to_owned(), |at| at.format("%H:%M").to_string());
        said = format!("{said}, {}–{}", time(closure.from, "00:00"), time(closure.to, "24:00"));
    }
    let counters = closure.counters.iter().filter_map(|id| office.counter(id));
    let names: Vec<&str> = counters.map(|counter| counter.name.get(words.tag())).collect();
    if names.is_empty() { said } else { format!("{said}, {}", names.join(", ")) }
}

fn line(words: &Words, office: &Office, booking: &DeskBooking, state: String) -> Line {
    Line {
        href: words.link(&format!("/staff/bookings/{}", booking.id)),
        when: foyer_text::day_and_time(words.language, office.time_zone, booking.start),
        services: words.services(office, &booking.services),
        name: booking.name.clone(),
        phone: booking.phone.clone(),
        state,
        offer: None,
    }
}

/// Whether somebody can be reached by telephone alone.
fn is_to_ring(app: &App, booking: &DeskBooking) -> bool {
    !booking.phone.is_empty() && (booking.email.is_empty() || app.settings.mail.is_none())
}

fn preview(app: &App, words: &Words, office: &Office, found: &ClosingPreview, fields: &Fields) -> Preview {
    let ClosingPreview { kept, lost: found } = found;
    let is_mailed = |booking: &&DeskBooking| !booking.email.is_empty() && app.settings.mail.is_some();
    let mailed = found.iter().filter(is_mailed).count();
    let to_ring: Vec<_> = found.iter().filter(|booking| is_to_ring(app, booking)).collect();
    let unreached = found.len() - mailed - to_ring.len();
    let counts = [
        ("staff-close-count", found.len() + kept.len(), true),
        ("staff-close-kept", kept.len(), !kept.is_empty()),
        ("staff-close-mailed", mailed, mailed > 0),
        ("staff-close-to-ring", to_ring.len(), !to_ring.is_empty()),
        ("staff-close-unreached", unreached, unreached > 0),
    ];
    let shown = counts.into_iter().filter(|(.., is_shown)| *is_shown);
    Preview {
        said: shown.map(|(id, count, _)| words.text_with(id, "count", count)).collect(),
        to_ring: to_ring.into_iter().map(|booking| line(words, office, booking, String::new())).collect(),
        fields: fields.0.iter().filter(|(name, _)| name != "lang" && name != "nonce").cloned().collect(),
        nonce: Nonce::random().to_string(),
    }
}

async fn page(
    app: &App,
    signed: &SignedIn,
    id: &str,
    fields: Fields,
    preview: Option<Preview>,
    says: Option<String>,
) -> Result<Response, Refused> {
    let (office, words) = (of(app, id)?, signed.words);
    let is_chosen = |id: &CounterId| fields.all("counter").any(|chosen| chosen == id.as_str());
    // Places without a counter close with the office only.
    let lanes = office.all_lanes();
    let is_lane = |id: &CounterId| lanes.iter().any(|lane| lane.as_str() == id.as_str());
    let counters = office.counters.iter().filter(|counter| is_lane(&counter.id)).map(|counter| {
        (counter.id.to_string(), counter.name.get(words.tag()).to_owned(), is_chosen(&counter.id))
    });
    let earlier = app.store.closings(office.id.clone()).await?.into_iter().map(|closing| Earlier {
        href: words.link(&format!("/staff/closings/{}", closing.id)),
        said: said(&words, &office, &closing.order.closure),
        is_reopened: closing.reopened_at.is_some(),
    });
    let status = of_form(says.is_some());
    let page = ClosePage {
        frame: signed.frame(app, "staff-close").saying(says.map(Sentence)),
        action: words.link(&format!("/staff/offices/{id}/close")),
        counters: counters.collect(),
        reasons: Reasons::of(&words, &fields, false),
        is_offered: fields.get("way") == "offer",
        preview,
        earlier: earlier.collect(),
        day: words.link(&format!("/staff/offices/{id}?day={}", fields.get("date"))),
        fields,
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/offices/{office}/close`: the form; with `reason` also whom it would concern.
pub async fn ask(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Supervisor)?;
    let (office, fields) = (of(&app, &id)?, Fields(query));
    if fields.get("reason").is_empty() {
        return page(&app, &signed, &id, fields, None, None).await;
    }
    let order = match order(&office, &fields) {
        Ok(order) => order,
        Err(fault) => return page(&app, &signed, &id, fields, None, Some(signed.words.text(fault))).await,
    };
    app.store.expire_holds(app.now()).await?;
    let found = app.store.closing_preview(office.id.clone(), order, app.now()).await??;
    let preview = preview(&app, &signed.words, &office, &found, &fields);
    page(&app, &signed, &id, fields, Some(preview), None).await
}

/// `POST /staff/offices/{office}/close`: closes, and does with the bookings what was chosen. Whatever stops that goes
/// on by itself.
pub async fn close(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Supervisor)?;
    let (office, fields) = (of(&app, &id)?, Fields(fields));
    let request = request(&app, b"staff close", &id, &fields)?;
    let said = match order(&office, &fields) {
        Ok(order) => match app.store.close(request, office.id.clone(), order, app.now()).await? {
            Ok(closing) => {
                app.store.work_closings(app.now()).await?;
                let path = signed.words.link(&format!("/staff/closings/{closing}"));
                return Ok(Redirect::to(&path).into_response());
            }
            Err(crate::refusal::Refusal::SpanWrong) => signed.words.text("staff-close-wrong"),
            Err(refusal) => return Err(refusal.into()),
        },
        Err(fault) => signed.words.text(fault),
    };
    page(&app, &signed, &id, fields, None, Some(said)).await
}

fn state_id(state: ClosingState) -> &'static str {
    match state {
        ClosingState::Due => "staff-closing-due",
        ClosingState::Kept => "staff-closing-kept",
        ClosingState::Cancelled => "staff-closing-cancelled",
        ClosingState::Offered => "staff-closing-offered",
        ClosingState::Accepted => "staff-closing-accepted",
    }
}

fn entry_line(words: &Words, office: &Office, entry: &ClosingEntry) -> Line {
    let when = |at| foyer_text::day_and_time(words.language, office.time_zone, at);
    let mut state = words.text(state_id(entry.state));
    let mut offer = None;
    if let (ClosingState::Offered, Some((start, until))) = (entry.state, entry.offer) {
        state = format!("{state}: {} ({} {})", when(start), words.text("staff-closing-until"), when(until));
        offer = entry.secret.map(|secret| (when(start), secret));
    }
    Line { offer, ..line(words, office, &entry.booking, state) }
}

/// `GET /staff/closings/{closing}`: how far it is, and who is to be rung up.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    let (signed, closing, entries) = find(&app, signed, &id).await?;
    closing_page(&app, &signed, &closing, &entries, None).await
}

/// The closing with this id, for who supervises where it is.
pub async fn find(
    app: &App,
    signed: SignedIn,
    id: &str,
) -> Result<(SignedIn, Closing, Vec<ClosingEntry>), Refused> {
    let id: Uuid = id.parse().map_err(|_| crate::refusal::Refusal::BookingUnknown)?;
    let (closing, entries) = app.store.closing(id).await??;
    Ok((signed.at(&closing.office)?.of_role(Role::Supervisor)?, closing, entries))
}

async fn closing_page(
    app: &App,
    signed: &SignedIn,
    closing: &Closing,
    entries: &[ClosingEntry],
    says: Option<String>,
) -> Result<Response, Refused> {
    let (office, words) = (of(app, closing.office.as_str())?, signed.words);
    let count = |state| entries.iter().filter(|entry| entry.state == state).count();
    let all = [
        (ClosingState::Due, "staff-closing-due-count"),
        (ClosingState::Cancelled, "staff-closing-cancelled-count"),
        (ClosingState::Offered, "staff-closing-offered-count"),
        (ClosingState::Accepted, "staff-closing-accepted-count"),
        (ClosingState::Kept, "staff-closing-kept-count"),
    ];
    let counted = all.into_iter().map(|(state, id)| (id, count(state))).filter(|(_, count)| *count > 0);
    let is_open = |entry: &&ClosingEntry| {
        matches!(entry.state, ClosingState::Cancelled | ClosingState::Offered)
            && is_to_ring(app, &entry.booking)
    };
    let reason: &Localized = &closing.order.closure.reason;
    let status = of_form(says.is_some());
    let reopening = app.store.reopening(closing.clone(), app.now()).await?;
    let page = ClosingPage {
        frame: signed.frame_at(app, "staff-closing", &office.id).saying(says.map(Sentence)),
        what: format!("{}: {}", office.name, said(&words, &office, &closing.order.closure)),
        why: reason.get(words.tag()).to_owned(),
        counts: counted.map(|(id, count)| words.text_with(id, "count", count)).collect(),
        is_working: count(ClosingState::Due) > 0,
        to_ring: entries.iter().filter(is_open).map(|entry| entry_line(&words, &office, entry)).collect(),
        lines: entries.iter().map(|entry| entry_line(&words, &office, entry)).collect(),
        reopen: matches!(reopening, Reopening::Possible { .. })
            .then(|| words.link(&format!("/staff/closings/{}/reopen", closing.id))),
        reopened: reopen::said(&words, &office, &reopening),
        accept: words.link(&format!("/staff/closings/{}/accept", closing.id)),
        day: words.link(&format!("/staff/offices/{}?day={}", office.id, closing.order.closure.date)),
    };
    Ok((status, render(&page)?).into_response())
}

/// `POST /staff/closings/{closing}/accept`: somebody has said on the telephone that they take the other time.
pub async fn accept(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, closing, entries) = find(&app, signed, &id).await?;
    let offer: Option<Uuid> = Fields(fields).get("offer").parse().ok();
    let is_of_it = |offer: &Uuid| entries.iter().any(|entry| entry.secret == Some(*offer));
    let offer = offer.filter(is_of_it).ok_or(crate::refusal::Refusal::BookingUnknown)?;
    match app.store.accept_offer(offer, app.now()).await? {
        Ok(_) => Ok(Redirect::to(&signed.words.link(&format!("/staff/closings/{id}"))).into_response()),
        Err(refusal) => {
            let zone = of(&app, closing.office.as_str())?.time_zone;
            closing_page(&app, &signed, &closing, &entries, Some(say(&signed.words, &refusal, zone))).await
        }
    }
}
