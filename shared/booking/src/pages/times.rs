//! When: a month, the free times of a day, and other offices; for a new booking and for moving one.

use super::choose::{self, as_text, chosen};
use super::day::{Day, Time, day, rfc3339};
use super::frame::{Frame, Words, render};
use super::live::Live;
use super::month::{self, Month};
use super::narrow::{self, HalfDay, Narrow};
use super::refused::{Refused, say_of};
use super::{elsewhere, offices};
use crate::api::request;
use crate::app::App;
use crate::calendar::Asker;
use crate::error::{ApiError, of_form};
use crate::online;
use crate::random;
use crate::refusal::Refusal;
use crate::store::{Answer, FreeDay, HoldOrder, OfficeState};
use crate::{calendar, pages::booking};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{NaiveDate, NaiveTime};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_domain::office::Stop;
use foyer_protocol::booking::Hold;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::when;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What can be chosen from.
pub struct Choice {
    /// The month that is shown.
    pub month: Month,
    /// The day whose times are shown; none where nothing is free.
    pub day: Option<Day>,
    /// The next free time.
    pub soonest: Option<Time>,
    /// Where that is; none where the office is at its own address.
    pub soonest_at: Option<String>,
    /// When more times are released that are kept back now.
    pub release: Option<String>,
    /// The first day that can be booked.
    pub today: NaiveDate,
    /// The last one.
    pub last: NaiveDate,
}

/// What the address says is looked at.
#[derive(Clone, Default)]
pub struct Look {
    day: Option<NaiveDate>,
    month: Option<NaiveDate>,
    /// What is left out.
    pub narrow: Narrow,
}

impl Look {
    /// The same again, to be added to an address that has a `?` already.
    fn query(&self) -> String {
        let day = self.day.map(|day| format!("&day={day}")).unwrap_or_default();
        let month = self.month.map(|month| format!("&month={}", month.format("%Y-%m"))).unwrap_or_default();
        format!("{day}{month}{}", self.narrow.query())
    }

    /// What the address says.
    pub fn read(query: &[(String, String)]) -> Self {
        let value = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        Self {
            day: value("day").and_then(when::read_day),
            month: value("month").and_then(month::read),
            narrow: Narrow::read(query),
        }
    }
}

/// What is free on each day as far as it is wanted, and the days that have free times of which none is.
fn free_days(
    state: &OfficeState,
    wanted: &[ServiceChoice],
    narrow: &Narrow,
    now: Timestamp,
) -> Result<(Vec<FreeDay>, BTreeSet<NaiveDate>), Refusal> {
    let mut days = state.free_days(wanted, Asker::Public, now)?;
    let mut unfit = BTreeSet::new();
    if narrow.leaves_out() {
        let starts = narrow.starts(state, wanted, now)?;
        for free in days.iter_mut().filter(|free| free.free > 0) {
            free.free = starts.iter().filter(|at| state.office.day(**at) == free.day).count();
            if free.free == 0 {
                unfit.insert(free.day);
            }
        }
    }
    Ok((days, unfit))
}

/// A month and the times of one of its days: of the one that was asked for, else of the first with a free time.
///
/// # Errors
/// Services that cannot be booked.
pub fn choice(
    words: &Words,
    state: &OfficeState,
    wanted: &[ServiceChoice],
    look: &Look,
    now: Timestamp,
) -> Result<Choice, Refusal> {
    let office = &state.office;
    let (days, unfit) = free_days(state, wanted, &look.narrow, now)?;
    let is_shown = |free: &&FreeDay| look.month.is_none_or(|month| month::first_of(free.day) == month);
    let first_free = days.iter().filter(is_shown).find(|free| free.free > 0).map(|free| free.day);
    let asked = look.day.filter(|day| days.iter().any(|free| free.day == *day));
    let chosen = asked.or(first_free);
    let today = office.day(now);
    let last = days.last().map_or(today, |free| free.day);
    let shown = look.month.or(chosen).unwrap_or(today).clamp(month::first_of(today), last);
    let soonest = look.narrow.first(state, wanted, 1, now).first().copied();
    let soonest_at = soonest.and_then(|at| office.stop_at(at)).map(Stop::line);
    let soonest = soonest.map(|at| Time {
        value: rfc3339(at),
        shown: foyer_text::day_and_time(words.language, office.time_zone, at),
    });
    let releases = office.next_releases(now, wanted);
    let release = releases.first().map(|release| {
        let time = foyer_text::day_and_time(words.language, office.time_zone, release.at);
        words.text_with("portal-times-release", "time", time)
    });
    let known = month::Known { days: &days, unfit: &unfit, releases: &releases };
    let day = match chosen {
        Some(chosen) => {
            let midnight = office.local(chosen, NaiveTime::MIN);
            let mut starts = state
                .free_times(wanted, midnight..office.next_midnight(midnight), Asker::Public, now)?
                .starts;
            starts.retain(|at| look.narrow.takes(office, *at));
            let mut day = day(words, state, midnight, &starts);
            if starts.is_empty() {
                // Full, closed, not released yet, or nothing that is wanted: as the calendar says it.
                (_, _, day.count) = month::how(words, office, known, chosen);
            }
            Some(day)
        }
        None => None,
    };
    let month = month::month(words, office, known, month::first_of(shown), chosen);
    Ok(Choice { month, day, soonest, soonest_at, release, today, last })
}

#[derive(Template)]
#[template(path = "times.html")]
struct Page {
    frame: Frame,
    lead: String,
    fault: Option<String>,
    /// What changes while one looks at it, rendered.
    live: String,
    /// Where it is renewed from; none where it is not.
    stream: Option<String>,
    /// The first and the last day that can be booked.
    days: (NaiveDate, NaiveDate),
    /// Where days can be proposed; none where staff do not look for a time.
    request: Option<String>,
    /// Where a time that is pressed goes, and how.
    action: String,
    method: &'static str,
    /// Hidden fields.
    fields: Vec<(&'static str, String)>,
    /// What is left out.
    narrow: Narrow,
    /// What is wrong about the first day that was typed.
    no_day: Option<String>,
    /// Where the form goes that leaves something out, with its hidden fields.
    narrow_form: (String, Vec<(&'static str, String)>),
    /// Whether there are other offices that can be entered without a step.
    has_step_free: bool,
    /// The languages that are spoken at other offices: code and name.
    spoken: Vec<(&'static str, &'static str)>,
    back: (String, String),
}

/// "Reisepass beantragen – etwa 20 Minuten".
pub fn lead(words: &Words, state: &OfficeState, wanted: &[ServiceChoice]) -> String {
    let length = words.length(calendar::total_minutes(&state.office, wanted).unwrap_or_default());
    let services = words.services(&state.office, wanted);
    let values = [("services", services.into()), ("length", length.into())];
    foyer_text::text_with(words.language, "portal-times-lead", &values)
}

fn no_day(words: &Words, look: &Look, today: NaiveDate) -> Option<String> {
    look.narrow.no_day.as_ref().map(|_| narrow::day_wrong(words, today))
}

/// The times of a new booking.
fn page(
    app: &App,
    words: Words,
    state: &OfficeState,
    wanted: &[ServiceChoice],
    look: Look,
    fault: Option<&Refusal>,
) -> Result<Response, Refused> {
    let live = Live::new(app, words, state, wanted, look.clone())
        .map_err(|refusal| Refused::new(&words, refusal))?;
    let id = &state.office.id;
    let services = as_text(wanted);
    let here = format!("/{id}/times?services={services}{}", look.narrow.query());
    let others = elsewhere::others(app, state, wanted);
    let mut fields = vec![("services", services.clone()), ("nonce", Nonce::random().to_string())];
    fields.extend(look.narrow.fields());
    let lang = ("lang", words.tag().to_owned());
    let frame = Frame::new(app, words, words.text("portal-times-title"), here.clone()).step(2);
    let page = Page {
        frame,
        lead: lead(&words, state, wanted),
        fault: fault.map(|refusal| say_of(&words, refusal, &state.office)),
        live: render(&live).map_err(|error| Refused::new(&words, error))?.0,
        stream: Some(words.link(&format!("/{id}/times/stream?services={services}{}", look.query()))),
        days: (live.choice.today, live.choice.last),
        request: online::on_request(&state.office, wanted)
            .is_ok()
            .then(|| words.link(&format!("/{id}/request?services={services}"))),
        action: words.link(&format!("/{id}/hold")),
        method: "post",
        fields,
        no_day: no_day(&words, &look, live.choice.today),
        narrow_form: (format!("/{id}/times"), vec![lang, ("services", services.clone())]),
        has_step_free: others.iter().any(|other| other.office.is_step_free_somewhere()),
        spoken: offices::spoken(&words, others.iter().map(|other| &*other.office)),
        back: (
            words.link(&format!("/{id}?services={services}{}", look.narrow.query())),
            words.text("portal-times-change"),
        ),
        narrow: look.narrow,
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok(match fault {
        Some(refusal) => (ApiError::from(refusal.clone()).status(), html).into_response(),
        None => (of_form(page.no_day.is_some()), html).into_response(),
    })
}

/// `GET /{office}/times`.
pub async fn choose(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let refused = |error: ApiError| Refused::new(&words, error);
    let state = app.store.office(&OfficeId(office)).map_err(|refusal| refused(refusal.into()))?;
    let wanted = chosen(&query);
    if let Err(refusal) = choose::judge(&state.office, &wanted) {
        return choose::again(&app, words, &state.office, wanted, Narrow::read(&query), &refusal);
    }
    app.store.expire_holds(app.now()).await.map_err(|fault| refused(fault.into()))?;
    page(&app, words, &state, &wanted, Look::read(&query), None)
}

/// A time that was pressed.
#[derive(Deserialize)]
pub struct Pressed {
    services: String,
    nonce: Uuid,
    #[serde(deserialize_with = "foyer_protocol::when::moment")]
    start: Timestamp,
    /// With which times were left out.
    #[serde(flatten)]
    rest: BTreeMap<String, String>,
}

/// Holds a time for who pressed it.
///
/// # Errors
/// The store's.
pub async fn take(
    app: &App,
    office: &OfficeId,
    services: &[ServiceChoice],
    nonce: Uuid,
    start: Timestamp,
) -> Answer<Hold> {
    let judged = app.store.office(office).and_then(|state| choose::judge(&state.office, services));
    if let Err(refusal) = judged {
        return Ok(Err(refusal));
    }
    // Each time on the page is another request, also after going back, and so is the same one at another office.
    let moment = format!("{} {office}", start.to_rfc3339());
    let mix = random::sha256([nonce.as_bytes().as_slice(), moment.as_bytes()].concat().as_slice());
    let nonce = Nonce(uuid::Builder::from_slice(&mix[..16]).map(uuid::Builder::into_uuid).unwrap_or(nonce));
    let chosen = as_text(services);
    let asked = app.store.request(nonce, &[b"hold page", office.as_str().as_bytes(), chosen.as_bytes()]);
    let order =
        HoldOrder { office: office.clone(), services: services.to_vec(), start, asker: Asker::Public };
    app.store.hold(asked, order, app.now()).await
}

/// `POST /{office}/hold`.
pub async fn hold(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    form: Result<Form<Pressed>, axum::extract::rejection::FormRejection>,
) -> Result<Response, Refused> {
    let refused = |error: ApiError| Refused::new(&words, error);
    let Form(pressed) = form.map_err(|rejection| refused(super::contact::malformed(&rejection)))?;
    let state = app.store.office(&OfficeId(office.clone())).map_err(|refusal| refused(refusal.into()))?;
    let services = request::services(&pressed.services).map_err(refused)?;
    match take(&app, &OfficeId(office), &services, pressed.nonce, pressed.start).await {
        Ok(Ok(hold)) => Ok(Redirect::to(&words.link(&format!("/h/{}", hold.hold))).into_response()),
        Ok(Err(refusal @ (Refusal::SlotTaken { .. } | Refusal::NotOffered))) => {
            let rest: Vec<(String, String)> = pressed.rest.into_iter().collect();
            let day = Some(state.office.day(pressed.start));
            let look = Look { day, month: None, narrow: Narrow::read(&rest) };
            page(&app, words, &state, &services, look, Some(&refusal))
        }
        Ok(Err(refusal)) => Err(refused(refusal.into())),
        Err(fault) => Err(refused(fault.into())),
    }
}

/// `GET /b/{secret}/move`: the times, or with `start` the question for the PIN.
pub async fn choose_move(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (view, state, words) = booking::find(&app, words, &secret).await?;
    let start = query.iter().find(|(key, _)| key == "start").and_then(|(_, value)| when::read(value));
    if let Some(start) = start {
        return booking::move_page(&app, words, &view, &state, start, None);
    }
    app.store.expire_holds(app.now()).await.map_err(|fault| Refused::new(&words, fault))?;
    // A service may be gone from the office while it is still booked; then there is nothing to search for.
    let look = Look::read(&query);
    let here = format!("/b/{secret}/move");
    let stream = words.link(&format!("{here}/stream{}", look.query().replacen('&', "?", 1)));
    let live = Live::of_move(&app, words, &state, &view.services, look.clone(), &secret);
    let live = live.map_err(|refusal| Refused::new(&words, refusal))?;
    let lang = ("lang", words.tag().to_owned());
    let page = Page {
        frame: Frame::new(&app, words, words.text("portal-times-move-title"), here.clone()),
        lead: lead(&words, &state, &view.services),
        fault: None,
        live: render(&live).map_err(|error| Refused::new(&words, error))?.0,
        stream: Some(stream),
        days: (live.choice.today, live.choice.last),
        request: None,
        action: here.clone(),
        method: "get",
        fields: vec![lang.clone()],
        no_day: no_day(&words, &look, live.choice.today),
        narrow: look.narrow,
        narrow_form: (here.clone(), vec![lang]),
        has_step_free: false,
        spoken: Vec::new(),
        back: (words.link(&format!("/b/{secret}")), words.text("portal-back")),
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok((of_form(page.no_day.is_some()), html).into_response())
}
