//! A series: the same services every so many days or weeks. Each date is shown with its time, or why there is none, and
//! what is free instead; those that are chosen are booked at once, all or none.

use super::super::choose::{as_text, chosen};
use super::super::frame::{Words, render};
use super::super::refused::say_of;
use super::book::{Row, asker, rows};
use super::change::request;
use super::form::Form;
use super::frame::{Frame, Refused, Sentence};
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
use chrono::{Days, NaiveDate, NaiveTime, SecondsFormat};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::when;

/// The fields that say which dates, in both forms.
const RULE: [&str; 6] = ["first", "time", "every", "unit", "times", "until"];
/// What is taken where nothing is typed.
const USUAL: [(&str, &str); 2] = [("every", "1"), ("unit", "weeks")];

/// A date of the series.
struct Date {
    title: String,
    /// Why the wanted time cannot be had; empty where it can.
    why: String,
    /// The wanted time or the nearest free one of that day.
    time: Option<Time>,
}

struct Time {
    value: String,
    shown: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "staff/series.html")]
struct SeriesPage {
    frame: Frame,
    action: String,
    rows: Vec<Row>,
    /// What was chosen, for the second form; empty while nothing is.
    services: String,
    length: String,
    fields: Fields,
    is_emergency: bool,
    dates: Vec<Date>,
    /// The fields of the first form that go along in the second.
    rule: Vec<(&'static str, String)>,
    count: String,
    today: String,
    who: Who,
    nonce: String,
}

/// Which dates are wanted, and at which time.
struct Rule {
    days: Vec<NaiveDate>,
    time: NaiveTime,
}

/// The dates that a form says; never more than can be booked at once.
fn rule(fields: &Fields) -> Result<Rule, &'static str> {
    let first: NaiveDate = when::read_day(fields.get("first")).ok_or("staff-series-first-wrong")?;
    let time = NaiveTime::parse_from_str(fields.get("time"), "%H:%M");
    let time = time.or_else(|_| fields.get("time").parse()).map_err(|_| "staff-series-first-wrong")?;
    let every: u64 = fields.get("every").parse().map_err(|_| "staff-series-every-wrong")?;
    let step = if fields.get("unit") == "days" { every } else { every.saturating_mul(7) };
    if !(1..=366).contains(&step) {
        return Err("staff-series-every-wrong");
    }
    let times: Option<usize> = fields.get("times").parse().ok().filter(|times| *times > 0);
    let until = when::read_day(fields.get("until"));
    if times.is_none() && until.is_none() {
        return Err("staff-series-end-missing");
    }
    // One more than there can be shows that there are too many.
    let most = times.unwrap_or(usize::MAX).min(MOST_TOGETHER + 1);
    let after = |day: &NaiveDate| day.checked_add_days(Days::new(step));
    let days = std::iter::successors(Some(first), after);
    let days = days.take(most).take_while(|day| until.is_none_or(|until| *day <= until));
    let days: Vec<NaiveDate> = days.collect();
    if days.len() > MOST_TOGETHER { Err("staff-together-too-many") } else { Ok(Rule { days, time }) }
}

/// Why a time cannot be had; none if it is free.
fn why(state: &OfficeState, wanted: Wanted<'_>, start: Timestamp, now: Timestamp) -> Option<&'static str> {
    let office = &state.office;
    let day = office.day(start);
    match () {
        () if start <= now => Some("staff-series-past"),
        () if day > calendar::last_day(office, now) => Some("staff-series-beyond"),
        () if office.open_spans(day).is_empty() => Some("staff-series-closed"),
        () if state.offered(start, wanted, now).is_err() => Some("staff-series-not-offered"),
        () if !state.is_free(start, wanted, now) => Some("staff-series-taken"),
        () => None,
    }
}

fn date(
    words: &Words,
    state: &OfficeState,
    wanted: Wanted<'_>,
    (day, at): (NaiveDate, NaiveTime),
    chosen: Option<&[Timestamp]>,
    now: Timestamp,
) -> Date {
    let office = &state.office;
    let start = office.local(day, at);
    let why = why(state, wanted, start, now);
    let midnight = office.local(day, NaiveTime::MIN);
    let nearest = || {
        let free = state.free_starts(wanted, midnight..office.next_midnight(midnight), now);
        free.into_iter().min_by_key(|free| (*free - start).abs())
    };
    let time = if why.is_some() { nearest() } else { Some(start) };
    let time = time.map(|time| Time {
        value: time.to_rfc3339_opts(SecondsFormat::Secs, true),
        shown: foyer_text::time_told_apart(words.language, office.time_zone, time),
        // Another time than the wanted one is never taken unasked.
        is_chosen: chosen.map_or(why.is_none(), |chosen| chosen.contains(&time)),
    });
    Date {
        title: foyer_text::date(words.language, office.time_zone, midnight),
        why: why.map(|why| words.text(why)).unwrap_or_default(),
        time,
    }
}

/// What is on the page.
struct Asked<'a> {
    wanted: &'a [ServiceChoice],
    fields: Fields,
    /// What was chosen in the second form.
    chosen: Option<Vec<Timestamp>>,
    says: Option<String>,
}

fn page(app: &App, signed: &SignedIn, state: &OfficeState, asked: Asked<'_>) -> Result<Response, Refused> {
    let (words, office, now) = (signed.words, &state.office, app.now());
    let Asked { wanted, mut fields, chosen, mut says } = asked;
    for (name, value) in USUAL {
        if fields.get(name).is_empty() {
            fields.0.push((name.to_owned(), value.to_owned()));
        }
    }
    let is_emergency = fields.get("emergency") == "yes";
    let (mut dates, mut length) = (Vec::new(), String::new());
    if !wanted.is_empty() {
        match (calendar::total_minutes(office, wanted), rule(&fields)) {
            (Err(refusal), _) => says = Some(say_of(&words, &refusal, office)),
            (Ok(_), Err(fault)) => says = Some(words.text_with(fault, "most", MOST_TOGETHER)),
            (Ok(minutes), Ok(Rule { days, time })) => {
                length = words.text_with("staff-book-length", "minutes", minutes);
                let wanted = Wanted { services: wanted, minutes, asker: asker(is_emergency) };
                let one = |day| date(&words, state, wanted, (day, time), chosen.as_deref(), now);
                dates = days.into_iter().map(one).collect();
            }
        }
    }
    let status = of_form(says.is_some());
    let free = dates.iter().filter(|date| date.why.is_empty()).count();
    let values = [("free", free.into()), ("count", dates.len().into())];
    let page = SeriesPage {
        frame: signed.frame(app, "staff-series").saying(says.map(Sentence)),
        action: words.link(&format!("/staff/offices/{}/series", office.id)),
        rows: rows(&words, state, wanted),
        services: if dates.is_empty() { String::new() } else { as_text(wanted) },
        length,
        count: foyer_text::text_with(words.language, "staff-series-free", &values),
        is_emergency,
        dates,
        rule: RULE.into_iter().map(|name| (name, fields.get(name).to_owned())).collect(),
        today: office.day(now).to_string(),
        who: Who::new(&words, office, Typed::of(&fields)),
        nonce: Nonce::random().to_string(),
        fields,
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/offices/{office}/series`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let state = app.store.office(&OfficeId(id))?;
    app.store.expire_holds(app.now()).await?;
    let wanted = chosen(&query);
    // Dates without a service, once the form was sent.
    let is_sent = query.iter().any(|(name, _)| name == "first");
    let says = (is_sent && wanted.is_empty()).then(|| signed.words.text("portal-services-choose"));
    page(&app, &signed, &state, Asked { wanted: &wanted, fields: Fields(query), chosen: None, says })
}

/// `POST /staff/offices/{office}/series`: books all that is chosen, or nothing. Sent again, it shows the same.
pub async fn book(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let state = app.store.office(&OfficeId(id.clone()))?;
    let (fields, words) = (Fields(fields), signed.words);
    let wanted = read::services(fields.get("services"))?;
    let starts: Vec<Timestamp> = fields.all("start").filter_map(when::read).collect();
    let said = match Typed::of(&fields).person(&state.office.rules) {
        Err(refusal) => say_of(&words, &refusal, &state.office),
        Ok(_) if starts.is_empty() => words.text("staff-series-none"),
        Ok(person) => {
            let asker = asker(fields.get("emergency") == "yes");
            let (office, services, starts) = (state.office.id.clone(), wanted.clone(), starts.clone());
            let order = TogetherOrder { office, services, starts, asker, person };
            let request = request(&app, b"staff series", &id, &fields)?;
            match app.store.book_together(request, order, app.now()).await? {
                Ok(booked) => return together::told(&app, &signed, &booked).await,
                Err(Refusal::SlotTaken { .. } | Refusal::NotOffered) => words.text("staff-series-lost"),
                Err(refusal) => say_of(&words, &refusal, &state.office),
            }
        }
    };
    page(&app, &signed, &state, Asked { wanted: &wanted, fields, chosen: Some(starts), says: Some(said) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(fields: &[(&str, &str)]) -> Result<Vec<String>, &'static str> {
        let all = [("time", "09:00"), ("first", "2026-11-23")].iter().chain(fields);
        let fields = Fields(all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
        rule(&fields).map(|rule| rule.days.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn dates_go_on_until_whichever_end_comes_first() {
        let weeks = ["2026-11-23", "2026-12-07", "2026-12-21"].map(str::to_owned).to_vec();
        assert_eq!(days(&[("every", "2"), ("times", "3")]), Ok(weeks.clone()));
        assert_eq!(days(&[("every", "2"), ("until", "2027-01-03")]), Ok(weeks.clone()));
        assert_eq!(days(&[("every", "2"), ("until", "2026-12-21"), ("times", "9")]), Ok(weeks));
        let days_of = days(&[("every", "1"), ("unit", "days"), ("times", "2")]);
        assert_eq!(days_of, Ok(["2026-11-23", "2026-11-24"].map(str::to_owned).to_vec()));
        assert_eq!(days(&[("every", "1"), ("times", "60")]).map(|all| all.len()), Ok(MOST_TOGETHER));
        assert_eq!(days(&[("every", "1"), ("until", "2026-11-22")]), Ok(Vec::new()));
        for (fields, fault) in [
            (vec![("every", "0"), ("times", "3")], "staff-series-every-wrong"),
            (vec![("every", "99999999999"), ("times", "3")], "staff-series-every-wrong"),
            (vec![("every", "1"), ("times", "61")], "staff-together-too-many"),
            (vec![("every", "1"), ("until", "2100-01-01")], "staff-together-too-many"),
            (vec![("every", "1")], "staff-series-end-missing"),
            (vec![("every", "1"), ("times", "0")], "staff-series-end-missing"),
            (vec![("every", "1"), ("times", "-1"), ("until", "x")], "staff-series-end-missing"),
        ] {
            assert_eq!(days(&fields), Err(fault));
        }
    }
}
