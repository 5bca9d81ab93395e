//! The forms: a part of the office, a list of entries, one entry.

use super::super::frame::{Words, render};
use super::super::staff::form::Form;
use super::super::staff::frame::{Frame, Refused, Sentence};
use super::super::staff::signed_in::SignedIn;
use super::control::{self, Block, Sheet, Shown};
use super::fields::{self, Section, Shape, in_id};
use super::place::{self, Fault};
use super::reading::{self, Typed};
use super::work::{Work, typed};
use crate::app::App;
use crate::error::{RequestFault, of_form};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::{Map, Value};

#[derive(Template)]
#[template(path = "admin/form.html")]
struct FormPage {
    frame: Frame,
    blocks: Vec<Block>,
    /// What is wrong with the part as a whole.
    faults: Vec<String>,
    /// How many faults there are in it, in words; empty for none.
    count: String,
    may_change: bool,
    step: u32,
    here: String,
    /// The mails with these sentences, beside their form.
    mails: Option<String>,
    back: String,
    up: String,
}

/// An entry of a list.
struct Row {
    href: String,
    position: usize,
    name: String,
    /// What else tells it from others: times, days.
    more: String,
    faults: String,
}

#[derive(Template)]
#[template(path = "admin/list.html")]
struct ListPage {
    frame: Frame,
    rows: Vec<Row>,
    faults: Vec<String>,
    may_change: bool,
    step: u32,
    here: String,
    up: String,
}

fn known(key: &str) -> Result<&'static Section, Refused> {
    fields::section(key).ok_or_else(|| RequestFault::NothingHere.into())
}

/// `services` → "Dienstleistungen".
fn named(work: &Work, section: &Section) -> String {
    work.signed.words.text(&format!("admin-section-{}", in_id(section.key)))
}

/// An entry's name, and what else there is to tell it by.
pub fn entry_name(words: &Words, section: &Section, entry: &Value) -> (String, String) {
    let text =
        |key: &str| entry.get(key).map(|value| control::in_language(value, words.tag())).unwrap_or_default();
    let time = |key: &str| text(key).chars().take(5).collect::<String>();
    let days = || {
        let all = |key: &str| {
            let list = entry.get(key).and_then(Value::as_array).into_iter().flatten();
            list.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
        };
        let option = |value: &String| words.text(&format!("admin-option-{}", in_id(value)));
        let list = |all: Vec<String>| words.list(&all.iter().map(String::as_str).collect::<Vec<_>>());
        let dates = list(all("dates"));
        let weeks = list(all("month_weeks").iter().map(option).collect());
        let weekdays = list(all("weekdays").iter().map(option).collect());
        [weeks, weekdays, dates].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    match section.key {
        "hours" => {
            let span = format!("{}–{}", time("from"), time("to"));
            let more = [span, text("stop"), text("valid_from")].into_iter().filter(|part| !part.is_empty());
            (days(), more.collect::<Vec<_>>().join(" "))
        }
        "closures" => (format!("{} {}", text("date"), text("until")), text("reason")),
        "questions" => (text("text"), text("id")),
        _ => (text("name"), text("id")),
    }
}

/// A number in words, nothing for none.
pub fn counted(words: &Words, id: &str, count: usize) -> String {
    if count == 0 { String::new() } else { words.text_with(id, "count", count) }
}

fn form(
    app: &App,
    work: &Work,
    section: &'static Section,
    entry: Option<usize>,
    (document, faults): (&Value, &[Fault]),
    says: Option<Sentence>,
) -> Result<Response, Refused> {
    let words = work.signed.words;
    let part = place::part(document, section, entry).ok_or(RequestFault::NothingHere)?;
    let here: Vec<Fault> =
        faults.iter().filter(|fault| fault.section == section.key && fault.entry == entry).cloned().collect();
    let whole = here.iter().filter(|fault| {
        let has_field = |field: &fields::Field| {
            fault.path.strip_prefix(field.key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        fault.path.is_empty() || !section.fields.iter().any(has_field)
    });
    let whole = whole.map(|fault| control::fault_said(&words, &fault.wrong)).collect();
    let name = match entry {
        Some(_) => entry_name(&words, section, part).0.trim().to_owned(),
        None => String::new(),
    };
    let address = match entry {
        Some(entry) => format!("edit/{}/{entry}", section.key),
        None => format!("edit/{}", section.key),
    };
    let status = of_form(says.is_some());
    let page = FormPage {
        frame: work.frame(app, if name.is_empty() { named(work, section) } else { name }).saying(says),
        blocks: Sheet { words, document, faults: &here }.blocks(part, section.fields),
        faults: whole,
        count: counted(&words, "admin-faults-here", here.len()),
        may_change: work.may_change(),
        step: work.step,
        here: work.href(&address),
        mails: (section.key == "mail").then(|| work.href("mails")),
        back: match entry {
            Some(_) => named(work, section),
            None => words.text_with("admin-title-of", "office", work.name()),
        },
        up: match entry {
            Some(_) => work.href(&format!("edit/{}", section.key)),
            None => work.href("edit"),
        },
    };
    Ok((status, render(&page)?).into_response())
}

fn list(
    app: &App,
    work: &Work,
    section: &'static Section,
    says: Option<Sentence>,
) -> Result<Response, Refused> {
    let words = work.signed.words;
    let faults: Vec<&Fault> = work.faults().iter().filter(|fault| fault.section == section.key).collect();
    let entries = work.document.get(section.key).and_then(Value::as_array).into_iter().flatten();
    let of = |position| faults.iter().filter(|fault| fault.entry == Some(position)).count();
    let row = |(position, entry): (usize, &Value)| {
        let (name, more) = entry_name(&words, section, entry);
        Row {
            href: work.href(&format!("edit/{}/{position}", section.key)),
            name: if name.trim().is_empty() { words.text("admin-unnamed") } else { name },
            more,
            faults: counted(&words, "admin-faults", of(position)),
            position,
        }
    };
    let of_all = faults.iter().filter(|fault| fault.entry.is_none());
    let status = of_form(says.is_some());
    let page = ListPage {
        frame: work.frame(app, named(work, section)).saying(says),
        rows: entries.enumerate().map(row).collect(),
        faults: of_all.map(|fault| control::fault_said(&words, &fault.wrong)).collect(),
        may_change: work.may_change(),
        step: work.step,
        here: work.href(&format!("edit/{}", section.key)),
        up: work.href("edit"),
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/offices/{office}/edit/{section}`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((office, section)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let section = known(&section)?;
    let work = Work::of(&app, signed, &office).await?;
    match section.shape {
        Shape::List => list(&app, &work, section, None),
        Shape::Top | Shape::Object => form(&app, &work, section, None, (&work.document, work.faults()), None),
    }
}

/// `GET /staff/offices/{office}/edit/{section}/{entry}`.
pub async fn show_entry(
    State(app): State<App>,
    signed: SignedIn,
    Path((office, section, entry)): Path<(String, String, usize)>,
) -> Result<Response, Refused> {
    let section = known(&section)?;
    let work = Work::of(&app, signed, &office).await?;
    form(&app, &work, section, Some(entry), (&work.document, work.faults()), None)
}

/// The name of a pressed button, `remove:documents.1`, cut at its colon.
fn pressed(typed: &Typed) -> (&str, &str) {
    let press = typed.get("press").and_then(|press| press.last()).map_or("", String::as_str);
    press.split_once(':').unwrap_or((press, ""))
}

/// `POST /staff/offices/{office}/edit/{section}`: a part's form, or a press in a list.
pub async fn change(
    State(app): State<App>,
    signed: SignedIn,
    Path((office, section)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let section = known(&section)?;
    let work = Work::to_change(&app, signed, &office).await?;
    let typed = typed(pairs);
    if section.shape != Shape::List {
        return write(&app, &work, section, None, &typed).await;
    }
    let mut document = work.document.clone();
    let entries = document.get_mut(section.key).and_then(Value::as_array_mut);
    let mut leads = format!("edit/{}", section.key);
    if let Some(entries) = entries {
        let (press, position) = pressed(&typed);
        let position: usize = position.parse().unwrap_or(usize::MAX);
        let is_there = position < entries.len();
        match press {
            "add" => {
                entries.push(Value::Object(Map::new()));
                leads = format!("{leads}/{}", entries.len() - 1);
            }
            "remove" if is_there => drop(entries.remove(position)),
            "up" if is_there && position > 0 => entries.swap(position, position - 1),
            "down" if position.saturating_add(1) < entries.len() => entries.swap(position, position + 1),
            _ => {}
        }
    }
    if !work.keep(&app, &typed, &document).await? {
        return list(&app, &work, section, Some(elsewhere(&work)));
    }
    Ok(Redirect::to(&work.href(&leads)).into_response())
}

/// What is said to whoever was overtaken by another window of their own.
fn elsewhere(work: &Work) -> Sentence {
    Sentence(work.signed.words.text("admin-elsewhere"))
}

/// `POST /staff/offices/{office}/edit/{section}/{entry}`.
pub async fn change_entry(
    State(app): State<App>,
    signed: SignedIn,
    Path((office, section, entry)): Path<(String, String, usize)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let section = known(&section)?;
    let work = Work::to_change(&app, signed, &office).await?;
    write(&app, &work, section, Some(entry), &typed(pairs)).await
}

/// Takes a form into the draft. It goes on to where the part came from once nothing is wrong in it.
async fn write(
    app: &App,
    work: &Work,
    section: &'static Section,
    entry: Option<usize>,
    typed: &Typed,
) -> Result<Response, Refused> {
    let part = place::part(&work.document, section, entry).ok_or(RequestFault::NothingHere)?;
    let mut new = reading::read(part, section.fields, typed);
    let (press, name) = pressed(typed);
    match press {
        "add" => {
            if let Some(Value::Array(list)) = new.get_mut(name) {
                list.push(Value::Object(Map::new()));
            }
        }
        "remove" => {
            let (list, position) = name.rsplit_once('.').unwrap_or_default();
            let position: usize = position.parse().unwrap_or(usize::MAX);
            if let Some(Value::Array(list)) = new.get_mut(list)
                && position < list.len()
            {
                list.remove(position);
            }
        }
        _ => {}
    }
    let mut document = work.document.clone();
    match (section.shape, entry) {
        (Shape::List, Some(entry)) => {
            if let Some(place) = document.get_mut(section.key).and_then(|list| list.get_mut(entry)) {
                *place = new;
            }
        }
        (Shape::Object, None) => place::put(&mut document, section.key, Some(new)),
        _ => document = new,
    }
    let faults = place::judge(&document).err().unwrap_or_default();
    if !work.keep(app, typed, &document).await? {
        return form(app, work, section, entry, (&document, &faults), Some(elsewhere(work)));
    }
    let is_wrong = faults.iter().any(|fault| fault.section == section.key && fault.entry == entry);
    let leads = match (press, entry) {
        ("add" | "remove", Some(entry)) => {
            let list = name.split('.').next().unwrap_or_default();
            return Ok(Redirect::to(&format!(
                "{}#{list}",
                work.href(&format!("edit/{}/{entry}", section.key))
            ))
            .into_response());
        }
        (_, Some(entry)) if is_wrong => format!("edit/{}/{entry}", section.key),
        (_, None) if is_wrong => format!("edit/{}", section.key),
        (_, Some(_)) => format!("edit/{}", section.key),
        // What mails say is best judged in a mail.
        (_, None) if section.key == "mail" => "mails".to_owned(),
        (_, None) => "edit".to_owned(),
    };
    Ok(Redirect::to(&work.href(&leads)).into_response())
}
