//! A group: a family, a class. So many appointments at one time, or closely one after the other, for one contact; each
//! has a number of its own, so that each can check in alone.

use super::super::choose::{as_text, chosen};
use super::super::frame::{Words, render};
use super::super::refused::{say, say_of};
use super::book::{Row, asker, rows};
use super::change::request;
use super::form::Form;
use super::frame::{Frame, Refused, Sentence};
use super::free::{Day, Time};
use super::reason::Fields;
use super::signed_in::SignedIn;
use super::together;
use super::who::{Typed, Who};
use crate::api::request as read;
use crate::app::App;
use crate::calendar;
use crate::error::of_form;
use crate::refusal::Refusal;
use crate::store::{MOST_TOGETHER, OfficeState, TogetherOrder, Wanted};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::{NaiveDate, NaiveTime, SecondsFormat, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::when;

/// So many minutes after the first the last one may begin.
const WITHIN: [i64; 5] = [0, 15, 30, 60, 120];
/// So many days with room are offered at once.
const DAYS: usize = 4;

#[derive(Template)]
#[template(path = "staff/group.html")]
struct GroupPage {
    frame: Frame,
    action: String,
    rows: Vec<Row>,
    /// What was chosen, for the second form; empty while nothing is.
    services: String,
    length: String,
    count: usize,
    most: usize,
    within: Vec<(i64, String, bool)>,
    chosen_within: i64,
    from: String,
    is_emergency: bool,
    days: Vec<Day>,
    who: Who,
    nonce: String,
}

/// How many come, and within which time.
fn crowd(fields: &Fields) -> (usize, TimeDelta) {
    let count: usize = fields.get("count").parse().unwrap_or(2);
    let within = fields.get("within").parse().ok().filter(|minutes| WITHIN.contains(minutes));
    (count.clamp(2, MOST_TOGETHER), TimeDelta::minutes(within.unwrap_or_default()))
}

/// How many were typed, if those are more than can come.
fn too_many(fields: &Fields) -> Option<usize> {
    fields.get("count").parse().ok().filter(|count| *count > MOST_TOGETHER)
}

/// "09:00 Uhr", or "09:00 Uhr – 09:30 Uhr" where they begin one after the other.
fn span(words: &Words, state: &OfficeState, starts: &[Timestamp]) -> String {
    let time = |at: &Timestamp| foyer_text::time_told_apart(words.language, state.office.time_zone, *at);
    match starts {
        [first, .., last] if first != last => format!("{} – {}", time(first), time(last)),
        [first, ..] => time(first),
        [] => String::new(),
    }
}

fn days(
    words: &Words,
    state: &OfficeState,
    wanted: Wanted<'_>,
    crowd: (usize, TimeDelta),
    (from, chosen): (NaiveDate, Option<Timestamp>),
    now: Timestamp,
) -> Vec<Day> {
    let office = &state.office;
    let last = calendar::last_day(office, now);
    let mut is_first = true;
    let mut found = Vec::new();
    for day in from.iter_days().take_while(|day| *day <= last) {
        let midnight = office.local(day, NaiveTime::MIN);
        let crowds = state.crowd_starts(wanted, midnight..office.next_midnight(midnight), crowd, now);
        if crowds.is_empty() {
            continue;
        }
        let time = |starts: &Vec<Timestamp>| Time {
            value: starts[0].to_rfc3339_opts(SecondsFormat::Secs, true),
            shown: span(words, state, starts),
            is_chosen: chosen.map_or(std::mem::take(&mut is_first), |chosen| chosen == starts[0]),
        };
        let times = crowds.iter().map(time).collect();
        found.push(Day { title: foyer_text::date(words.language, office.time_zone, midnight), times });
        if found.len() == DAYS {
            break;
        }
    }
    found
}

fn page(
    app: &App,
    signed: &SignedIn,
    state: &OfficeState,
    wanted: &[ServiceChoice],
    fields: &Fields,
    mut says: Option<String>,
) -> Result<Response, Refused> {
    let (words, office, now) = (signed.words, &state.office, app.now());
    let is_emergency = fields.get("emergency") == "yes";
    let from = when::read_day(fields.get("from")).unwrap_or_else(|| office.day(now)).max(office.day(now));
    let (count, within) = crowd(fields);
    let too_many = too_many(fields);
    says = too_many.map(|_| words.text_with("staff-together-too-many", "most", MOST_TOGETHER)).or(says);
    let (mut found, mut length) = (Vec::new(), String::new());
    if !wanted.is_empty() && too_many.is_none() {
        match calendar::total_minutes(office, wanted) {
            Err(refusal) => says = Some(say_of(&words, &refusal, office)),
            Ok(minutes) => {
                let values = [("minutes", minutes.into()), ("count", count.into())];
                length = foyer_text::text_with(words.language, "staff-group-length", &values);
                let wanted = Wanted { services: wanted, minutes, asker: asker(is_emergency) };
                let chosen = when::read(fields.get("start"));
                found = days(&words, state, wanted, (count, within), (from, chosen), now);
            }
        }
    }
    let said = |minutes: i64| match minutes {
        0 => words.text("staff-group-at-once"),
        minutes => words.text_with("staff-group-within", "minutes", minutes),
    };
    let status = of_form(says.is_some());
    let page = GroupPage {
        frame: signed.frame(app, "staff-group").saying(says.map(Sentence)),
        action: words.link(&format!("/staff/offices/{}/group", office.id)),
        rows: rows(&words, state, wanted),
        services: if found.is_empty() { String::new() } else { as_text(wanted) },
        length,
        count: too_many.unwrap_or(count),
        most: MOST_TOGETHER,
        within: WITHIN.map(|minutes| (minutes, said(minutes), minutes == within.num_minutes())).to_vec(),
        chosen_within: within.num_minutes(),
        from: from.to_string(),
        is_emergency,
        days: found,
        who: Who::new(&words, office, Typed::of(fields)).each_alone(),
        nonce: Nonce::random().to_string(),
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/offices/{office}/group`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let state = app.store.office(&OfficeId(id))?;
    app.store.expire_holds(app.now()).await?;
    let wanted = chosen(&query);
    // Looked for without saying what.
    let is_sent = query.iter().any(|(key, _)| key == "count");
    let says = (is_sent && wanted.is_empty()).then(|| signed.words.text("portal-services-choose"));
    page(&app, &signed, &state, &wanted, &Fields(query), says)
}

/// The starts of everybody who comes from `first` on, by what is free now.
fn starts(
    state: &OfficeState,
    wanted: &[ServiceChoice],
    fields: &Fields,
    now: Timestamp,
) -> Result<Vec<Timestamp>, Refusal> {
    let first = when::read(fields.get("start")).ok_or(Refusal::NotOffered)?;
    let wanted = Wanted::new(&state.office, wanted, asker(fields.get("emergency") == "yes"))?;
    let (count, within) = crowd(fields);
    let crowds =
        state.crowd_starts(wanted, first..first + within + TimeDelta::seconds(1), (count, within), now);
    let found = crowds.into_iter().find(|starts| starts.first() == Some(&first));
    found.ok_or(Refusal::SlotTaken { next: None })
}

/// `POST /staff/offices/{office}/group`: books for all or for nobody. Sent again, it shows the same.
pub async fn book(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let state = app.store.office(&OfficeId(id.clone()))?;
    let (fields, words, zone) = (Fields(fields), signed.words, state.office.time_zone);
    let wanted = read::services(fields.get("services"))?;
    let request = request(&app, b"staff group", &id, &fields)?;
    let person = Typed::of(&fields).person(&state.office.rules);
    let said = match person {
        Err(refusal) => say(&words, &refusal, zone),
        // The page says so by itself.
        Ok(_) if too_many(&fields).is_some() => String::new(),
        Ok(person) => {
            let asker = asker(fields.get("emergency") == "yes");
            let (office, services) = (state.office.id.clone(), wanted.clone());
            // Pressed twice the times are taken, by the first press; the answer to that is asked for all the same.
            let starts = starts(&state, &wanted, &fields, app.now()).unwrap_or_default();
            let order = TogetherOrder { office, services, starts, asker, person };
            match app.store.book_together(request, order, app.now()).await? {
                Ok(booked) => return together::told(&app, &signed, &booked).await,
                Err(Refusal::SlotTaken { .. } | Refusal::NotOffered) => words.text("staff-group-lost"),
                Err(refusal) => say(&words, &refusal, zone),
            }
        }
    };
    page(&app, &signed, &state, &wanted, &fields, Some(said))
}
