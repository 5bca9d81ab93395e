//! The parts of an office, and how far changing them is.

use super::super::frame::{Words, render};
use super::super::staff::form::Form;
use super::super::staff::frame::{Frame, Refused, Sentence};
use super::super::staff::signed_in::SignedIn;
use super::changes;
use super::fields::{SECTIONS, Section, Shape, in_id};
use super::place;
use super::sections::counted;
use super::work::{Work, document, typed};
use crate::app::App;
use crate::error::of_form;
use crate::store::Used;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

/// A part of the office in the list.
struct Entry {
    href: String,
    name: String,
    /// "6 Einträge".
    count: String,
    /// "2 Angaben passen nicht".
    faults: String,
    is_changed: bool,
}

#[derive(Template)]
#[template(path = "admin/overview.html")]
struct OverviewPage {
    frame: Frame,
    entries: Vec<Entry>,
    may_change: bool,
    is_draft: bool,
    /// "Robin ändert auch gerade etwas".
    others: String,
    preview: String,
    revisions: String,
    /// The office as a file; none while it is being made.
    file: Option<String>,
    /// Its mails; none while the office is not whole.
    mails: Option<String>,
    /// Its lobby and calendars, for who may change them.
    links: Option<String>,
    here: String,
    /// How it is deleted, for who administers.
    delete: Option<Delete>,
}

/// Deleting an office.
struct Delete {
    /// Why not; empty where it can be.
    why_not: String,
    /// Where the form goes.
    path: String,
    /// What is in force as it was seen.
    revision: u64,
}

fn entry(work: &Work, section: &Section) -> Entry {
    let words = &work.signed.words;
    let faults = work.faults().iter().filter(|fault| fault.section == section.key).count();
    let count = match section.shape {
        Shape::List => words.text_with("admin-count", "count", place::length(&work.document, section)),
        Shape::Top | Shape::Object => String::new(),
    };
    let before = work.in_force.as_ref().map(|office| document(office)).unwrap_or_default();
    Entry {
        href: work.href(&format!("edit/{}", section.key)),
        name: words.text(&format!("admin-section-{}", in_id(section.key))),
        count,
        faults: counted(words, "admin-faults", faults),
        is_changed: changes::is_changed(section, &before, &work.document),
    }
}

/// Why an office stays.
fn why_not(words: &Words, used: Used) -> String {
    words.text(match used {
        Used::Booked => "admin-delete-booked",
        Used::Lobby => "admin-delete-lobby",
        Used::Closed => "admin-delete-closed",
        Used::Named => "admin-delete-named",
        Used::Changed => "admin-delete-changed",
    })
}

async fn deleting(app: &App, work: &Work) -> Result<Option<Delete>, Refused> {
    let Some(office) = work.in_force.as_ref().filter(|_| work.may_change()) else { return Ok(None) };
    let used = app.store.office_used(work.office.clone()).await?;
    let why_not = used.map_or(String::new(), |used| why_not(&work.signed.words, used));
    Ok(Some(Delete { why_not, path: work.href("delete"), revision: office.revision }))
}

async fn page(app: &App, work: &Work, says: Option<Sentence>) -> Result<Response, Refused> {
    let words = work.signed.words;
    let status = of_form(says.is_some());
    let others = app.store.others_at(work.office.clone(), work.signed.person.id.clone()).await?;
    let names: Vec<&str> = others.iter().map(String::as_str).collect();
    let page = OverviewPage {
        frame: work.frame(app, words.text_with("admin-title-of", "office", work.name())).saying(says),
        entries: SECTIONS.iter().map(|section| entry(work, section)).collect(),
        may_change: work.may_change(),
        is_draft: work.step > 0,
        others: if names.is_empty() {
            String::new()
        } else {
            words.text_with("admin-others", "names", words.list(&names))
        },
        preview: work.href("preview"),
        revisions: work.href("revisions"),
        file: work.in_force.as_ref().map(|office| format!("/staff/offices/{}/file", office.id)),
        mails: (work.in_force.is_some() || work.judged.is_ok()).then(|| work.href("mails")),
        links: (work.may_change() && work.in_force.is_some()).then(|| work.href("links")),
        here: work.href("edit"),
        delete: deleting(app, work).await?,
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/offices/{office}/edit`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(office): Path<String>,
) -> Result<Response, Refused> {
    page(&app, &Work::of(&app, signed, &office).await?, None).await
}

/// `POST /staff/offices/{office}/delete`: takes an office away that was saved by mistake.
pub async fn delete(
    State(app): State<App>,
    signed: SignedIn,
    Path(office): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let work = Work::to_change(&app, signed, &office).await?;
    let revision = typed(pairs).get("revision").and_then(|sent| sent.first()?.parse().ok());
    let staff = work.signed.person.id.clone();
    let deleted = match revision {
        Some(revision) => app.store.delete_office(work.office.clone(), revision, staff, app.now()).await?,
        None => Err(Used::Changed),
    };
    match deleted {
        Ok(()) => Ok(Redirect::to(&work.signed.words.link("/staff/city")).into_response()),
        Err(used) => {
            let said = Sentence(why_not(&work.signed.words, used));
            page(&app, &work, Some(said)).await
        }
    }
}

/// `POST /staff/offices/{office}/edit`: gives the draft up.
pub async fn discard(
    State(app): State<App>,
    signed: SignedIn,
    Path(office): Path<String>,
) -> Result<Response, Refused> {
    let work = Work::to_change(&app, signed, &office).await?;
    app.store.drop_draft(work.office.clone(), work.signed.person.id.clone()).await?;
    let leads =
        if work.in_force.is_some() { work.href("edit") } else { work.signed.words.link("/staff/city") };
    Ok(Redirect::to(&leads).into_response())
}
