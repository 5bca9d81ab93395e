//! Figures of offices on a page, as a table for spreadsheets and as a workbook.

mod rows;
mod tiles;

use super::super::assets;
use super::super::frame::{Words, render};
use super::frame::{Frame, Refused, Sentence, office as of};
use super::signed_in::SignedIn;
use crate::app::App;
use crate::error::{RequestFault, of_form};
use crate::refusal::Refusal;
use crate::statistics::chart::{self, Column};
use crate::statistics::definitions;
use crate::statistics::figures::{Group, Selection, Statistics};
use crate::statistics::table::{self, Cell, Table};
use crate::store::OfficeState;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, Days, NaiveDate};
use foyer_access::Role;
use foyer_domain::id::{OfficeId, ServiceId};
use foyer_protocol::when;
use rows::Names;
use serde::Deserialize;
use std::sync::Arc;
use tiles::Tile;

/// Without a wish: the last four weeks.
const DAYS: u64 = 28;
/// More days than these are drawn by weeks.
const DRAWN_DAYS: usize = 45;

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    office: String,
    #[serde(default)]
    service: String,
}

/// So many days up to this one, itself included.
fn last(days: u64, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    (today.checked_sub_days(Days::new(days - 1)).unwrap_or(today), today)
}

/// The days that can be chosen with one press: the text, the first and the last.
fn presets(today: NaiveDate) -> [(&'static str, (NaiveDate, NaiveDate)); 4] {
    let first = today.with_day(1).unwrap_or(today);
    let before = first.pred_opt().unwrap_or(first);
    [
        ("staff-statistics-week", last(7, today)),
        ("staff-statistics-four-weeks", last(DAYS, today)),
        ("staff-statistics-this-month", (first, today)),
        ("staff-statistics-last-month", (before.with_day(1).unwrap_or(before), before)),
    ]
}

impl Asked {
    fn selection(&self, app: &App) -> Result<Selection, Selection> {
        let offices = app.store.offices();
        let office = offices.iter().find(|state| state.office.id.as_str() == self.office);
        let today =
            office.or(offices.first()).map_or(app.now().date_naive(), |state| state.office.day(app.now()));
        let (from, to) = last(DAYS, today);
        let given = |typed: &str, usual: NaiveDate| {
            if typed.is_empty() { Some(usual) } else { when::read_day(typed) }
        };
        let some = |typed: &str| Some(typed.to_owned()).filter(|typed| !typed.is_empty());
        let (asked_from, asked_to) = (given(&self.from, from), given(&self.to, to));
        let selection = Selection {
            from: asked_from.unwrap_or(from),
            to: asked_to.unwrap_or(to),
            office: some(&self.office).map(OfficeId),
            service: some(&self.service).map(ServiceId),
        };
        let is_right = asked_from.is_some() && asked_to.is_some() && selection.judge().is_ok();
        if is_right { Ok(selection) } else { Err(selection) }
    }

    /// The same selection elsewhere, with other days.
    fn link(&self, words: &Words, page: &str, (from, to): (NaiveDate, NaiveDate)) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("from", &from.to_string()).append_pair("to", &to.to_string());
        for (name, value) in [("office", &self.office), ("service", &self.service)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        words.link(&format!("{page}?{}", query.finish()))
    }
}

/// What is chosen from.
struct Choice {
    value: String,
    name: String,
    is_chosen: bool,
}

/// Days that are one press away.
struct Preset {
    name: String,
    href: String,
    is_here: bool,
}

/// A drawing with what it means.
struct Figure {
    title: String,
    /// What the filled bars are, and those in outline.
    legend: Vec<String>,
    svg: String,
}

/// Figures in rows, for reading.
struct Listing {
    title: String,
    id: &'static str,
    hint: String,
    table: Table,
}

#[derive(Template)]
#[template(path = "staff/statistics.html")]
struct StatisticsPage {
    frame: Frame,
    style: &'static str,
    from: String,
    to: String,
    offices: Vec<Choice>,
    services: Vec<Choice>,
    presets: Vec<Preset>,
    /// None where the days are wrong.
    shown: Option<Shown>,
}

struct Shown {
    /// Why there is nothing, if that is so.
    is_empty: bool,
    unknown: Option<String>,
    tiles: Vec<Tile>,
    charts: Vec<Figure>,
    listings: Vec<Listing>,
    csv: String,
    xlsx: String,
    /// What is meant, term and text.
    means: Vec<(String, String)>,
}

/// All definitions: term and meaning.
const MEANS: [(&str, &str); 9] = [
    ("staff-statistics-visits", "staff-statistics-means-visits"),
    ("staff-statistics-wait", "staff-statistics-means-wait"),
    ("staff-statistics-service-time", "staff-statistics-means-service-time"),
    ("staff-statistics-bookings", "staff-statistics-means-bookings"),
    ("staff-statistics-no-shows", "staff-statistics-means-no-shows"),
    ("staff-statistics-use", "staff-statistics-means-use"),
    ("staff-statistics-estimates", "staff-statistics-means-estimates"),
    ("staff-statistics-percentiles", "staff-statistics-means-percentiles"),
    ("staff-statistics-persons", "staff-statistics-means-persons"),
];

fn means(words: &Words) -> Vec<(String, String)> {
    MEANS.iter().map(|(term, meaning)| (words.text(term), words.text(meaning))).collect()
}

fn figure(words: &Words, title: &str, legend: &[&str], columns: &[Column]) -> Option<Figure> {
    let legend = legend.iter().map(|id| words.text(id)).collect();
    Some(Figure { title: words.text(title), legend, svg: chart::bars(columns)? })
}

/// The days, or the weeks where they are many, each with its date beneath.
fn by_days(groups: &[Group]) -> Vec<Column> {
    let by_week = groups.len() > DRAWN_DAYS;
    let dated = groups.iter().filter_map(|group| Some((group.of.parse::<NaiveDate>().ok()?, group)));
    let dated: Vec<(NaiveDate, &Group)> = dated.collect();
    let first_of = |day: &NaiveDate| if by_week { day.week(chrono::Weekday::Mon).first_day() } else { *day };
    let together = dated.chunk_by(|one, next| first_of(&one.0) == first_of(&next.0));
    together
        .filter_map(|days| {
            let (day, _) = days.first()?;
            let sum =
                |of: fn(&Group) -> Option<u64>| days.iter().filter_map(|(_, group)| of(group)).sum::<u64>();
            let booked = sum(|group| {
                group
                    .bookings
                    .offered_minutes
                    .filter(|minutes| *minutes > 0)
                    .map(|_| group.bookings.booked_minutes)
            });
            let offered = sum(|group| group.bookings.offered_minutes);
            let percent = definitions::use_percent(booked, offered)?;
            Some(Column { label: first_of(day).format("%-d.%-m.").to_string(), bars: [Some(percent), None] })
        })
        .collect()
}

fn charts(words: &Words, statistics: &Statistics) -> Vec<Figure> {
    let hours: Vec<&Group> = statistics.by_hour.iter().filter(|group| group.visits.ended > 0).collect();
    let column = |group: &&Group, bars| Column { label: rows::hour(&group.of).to_owned(), bars };
    let visits = hours.iter().map(|group| {
        column(group, [Some(group.with_appointment.ended), Some(group.without_appointment.ended)])
    });
    let waits = hours.iter().map(|group| {
        let wait = group.visits.wait;
        column(group, [wait.map(|wait| wait.p50_minutes.into()), wait.map(|wait| wait.p90_minutes.into())])
    });
    let booked = statistics.by_hour.iter().filter(|group| group.bookings.no_show_percent.is_some());
    let absent: Vec<Column> =
        booked.map(|group| column(&group, [group.bookings.no_show_percent, None])).collect();
    let kinds = ["staff-statistics-with", "staff-statistics-without"];
    let shares = ["staff-statistics-half", "staff-statistics-most"];
    let drawn = [
        figure(words, "staff-statistics-visits-by-hour", &kinds, &visits.collect::<Vec<_>>()),
        figure(words, "staff-statistics-wait-by-hour", &shares, &waits.collect::<Vec<_>>()),
        figure(words, "staff-statistics-use-by-day", &[], &by_days(&statistics.by_day)),
        figure(words, "staff-statistics-no-shows-by-hour", &[], &absent),
    ];
    drawn.into_iter().flatten().collect()
}

fn listings(words: &Words, names: &Names<'_>, statistics: &Statistics) -> Vec<Listing> {
    let listing = |title: &str, id, hint: &str, table: Table| Listing {
        title: words.text(title),
        id,
        hint: if hint.is_empty() { String::new() } else { words.text(hint) },
        table,
    };
    let table = |groups: &[Group], of| names.short(groups, of);
    let mut all = vec![
        listing(
            "staff-statistics-by-service",
            "services",
            "staff-statistics-by-service-hint",
            table(&statistics.by_service, rows::Of::Service),
        ),
        listing("staff-statistics-by-hour", "hours", "", table(&statistics.by_hour, rows::Of::Hour)),
        listing("staff-statistics-by-day", "days", "", table(&statistics.by_day, rows::Of::Day)),
    ];
    if statistics.by_office.len() > 1 {
        all.push(listing(
            "staff-statistics-by-office",
            "offices",
            "",
            table(&statistics.by_office, rows::Of::Office),
        ));
    }
    all.retain(|listing| !listing.table.rows.is_empty());
    all
}

/// The offices whose figures somebody may see.
fn offices(app: &App, signed: &SignedIn) -> Vec<Arc<OfficeState>> {
    let mut offices = app.store.offices();
    offices.retain(|state| signed.person.role_at(&state.office.id) >= Some(Role::Supervisor));
    offices
}

/// For supervisors; one who works at some offices alone sees one of them at a time.
fn judged(app: &App, signed: &SignedIn, asked: &mut Asked) -> Result<Vec<Arc<OfficeState>>, Refused> {
    let offices = offices(app, signed);
    if offices.is_empty() && signed.person.role < Role::Supervisor {
        return Err(Refused::Role);
    }
    if asked.office.is_empty() {
        if let Some(first) = offices.first().filter(|_| !signed.person.is_everywhere()) {
            asked.office = first.office.id.to_string();
        }
        return Ok(offices);
    }
    of(app, &asked.office)?;
    let is_known = offices.iter().any(|state| state.office.id.as_str() == asked.office);
    if is_known { Ok(offices) } else { Err(Refused::Role) }
}

/// `GET /staff/statistics`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Query(mut asked): Query<Asked>,
) -> Result<Response, Refused> {
    let (words, offices) = (signed.words, judged(&app, &signed, &mut asked)?);
    let names = Names::new(&words, &offices);
    let selected = asked.selection(&app);
    let is_wrong = selected.is_err();
    let (Ok(selection) | Err(selection)) = selected;
    let shown = match is_wrong {
        true => None,
        false => {
            let statistics = app.store.statistics(selection.clone(), app.now()).await?;
            let days = (selection.from, selection.to);
            let unknown = statistics.total.bookings.unknown;
            Some(Shown {
                is_empty: statistics.by_day.is_empty(),
                unknown: (unknown > 0).then(|| words.text_with("staff-statistics-unknown", "count", unknown)),
                tiles: tiles::tiles(&words, &statistics.total),
                charts: charts(&words, &statistics),
                listings: listings(&words, &names, &statistics),
                csv: asked.link(&words, "/staff/statistics.csv", days),
                xlsx: asked.link(&words, "/staff/statistics.xlsx", days),
                means: means(&words),
            })
        }
    };
    let today = offices.first().map_or(app.now().date_naive(), |state| state.office.day(app.now()));
    let preset = |(name, days): (&str, (NaiveDate, NaiveDate))| Preset {
        name: words.text(name),
        href: asked.link(&words, "/staff/statistics", days),
        is_here: !is_wrong && days == (selection.from, selection.to),
    };
    let typed = |typed: &str, day: NaiveDate| {
        if is_wrong && !typed.is_empty() { typed.to_owned() } else { day.to_string() }
    };
    let says = is_wrong.then(|| Sentence(words.text("staff-statistics-days-wrong")));
    let page = StatisticsPage {
        frame: signed.frame(&app, "staff-statistics").saying(says),
        style: assets::STATISTICS_CSS,
        from: typed(&asked.from, selection.from),
        to: typed(&asked.to, selection.to),
        offices: names.offices(&asked.office, signed.person.is_everywhere()),
        services: names.services(&asked.office, &asked.service),
        presets: presets(today).map(preset).into(),
        shown,
    };
    Ok((of_form(is_wrong), render(&page)?).into_response())
}

/// The tables of a selection; what is wrong with the days was said on the page that leads here.
async fn tables(app: &App, signed: &SignedIn, mut asked: Asked) -> Result<(Vec<Table>, String), Refused> {
    let offices = judged(app, signed, &mut asked)?;
    let selection = asked.selection(app).map_err(|_| Refusal::DaysWrong)?;
    let statistics = app.store.statistics(selection, app.now()).await?;
    let names = Names::new(&signed.words, &offices);
    let mut tables = names.long(&statistics);
    tables.push(names.meanings(&means(&signed.words)));
    Ok((tables, format!("{}-{}-{}", names.file(), statistics.from, statistics.to)))
}

fn download(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let saved = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, saved)], bytes).into_response()
}

/// `GET /staff/statistics.csv`.
pub async fn csv(
    State(app): State<App>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    let (tables, name) = tables(&app, &signed, asked).await?;
    let written = table::csv(&tables).map_err(|error| RequestFault::Malformed(error.to_string()))?;
    Ok(download("text/csv; charset=utf-8", &format!("{name}.csv"), written))
}

/// `GET /staff/statistics.xlsx`.
pub async fn xlsx(
    State(app): State<App>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let (tables, name) = tables(&app, &signed, asked).await?;
    let written = tokio::task::spawn_blocking(move || table::workbook(&tables)).await;
    let written = written.map_err(|_| crate::store::StoreFault::Stopped)?;
    let written = written.map_err(|error| RequestFault::Malformed(error.to_string()))?;
    Ok(download(KIND, &format!("{name}.xlsx"), written))
}
