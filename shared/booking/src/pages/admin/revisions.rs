//! An office's earlier states: who saved what and when, what changed with it, and going back to one.

use super::super::frame::render;
use super::super::staff::form::Form;
use super::super::staff::frame::{Frame, Refused, Sentence};
use super::super::staff::signed_in::SignedIn;
use super::changes::{self, Change};
use super::reading::Typed;
use super::work::{Work, document, typed};
use crate::app::App;
use crate::error::{RequestFault, of_form};
use crate::store::{Author, Revision};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

/// A revision in the list.
struct Line {
    href: String,
    /// "Fassung 7".
    name: String,
    when: String,
    who: String,
    is_in_force: bool,
}

#[derive(Template)]
#[template(path = "admin/revisions.html")]
struct RevisionsPage {
    frame: Frame,
    lines: Vec<Line>,
    up: String,
}

#[derive(Template)]
#[template(path = "admin/revision.html")]
struct RevisionPage {
    frame: Frame,
    /// "am 23. November 2026, Alex Beispiel".
    when: String,
    who: String,
    changes: Vec<Change>,
    /// Whether one can go back to it.
    may_go_back: bool,
    /// Whether there is a draft, which going back would replace.
    has_draft: bool,
    step: u32,
    here: String,
    up: String,
}

fn line(work: &Work, revision: &Revision) -> Line {
    let words = &work.signed.words;
    let in_force = work.in_force.as_ref();
    let zone = in_force.map_or(chrono_tz::UTC, |office| office.time_zone);
    Line {
        href: work.href(&format!("revisions/{}", revision.number)),
        name: words.text_with("admin-revision", "number", revision.number.to_string()),
        when: foyer_text::day_and_time(words.language, zone, revision.at),
        who: match &revision.by {
            Author::CommandLine => words.text("admin-by-command-line"),
            Author::Somebody(name) => name.clone(),
            Author::Gone => words.text("admin-by-gone"),
        },
        is_in_force: in_force.is_some_and(|office| office.revision == revision.number),
    }
}

/// `GET /staff/offices/{office}/revisions`.
pub async fn list(
    State(app): State<App>,
    signed: SignedIn,
    Path(office): Path<String>,
) -> Result<Response, Refused> {
    let work = Work::of(&app, signed, &office).await?;
    let revisions = app.store.revisions(work.office.clone()).await?;
    let page = RevisionsPage {
        frame: work.frame(&app, work.signed.words.text_with("admin-revisions-of", "office", work.name())),
        lines: revisions.iter().map(|revision| line(&work, revision)).collect(),
        up: work.href("edit"),
    };
    Ok(render(&page)?.into_response())
}

async fn page(app: &App, work: &Work, number: u64, says: Option<Sentence>) -> Result<Response, Refused> {
    let words = work.signed.words;
    let revisions = app.store.revisions(work.office.clone()).await?;
    let revision = revisions.iter().find(|revision| revision.number == number);
    let office = app.store.office_revision(work.office.clone(), number).await?;
    let (Some(revision), Some(office)) = (revision, office) else {
        return Err(RequestFault::NothingHere.into());
    };
    let before = app.store.office_revision(work.office.clone(), number.saturating_sub(1)).await?;
    let before = before.map(|office| document(&office)).unwrap_or_default();
    let line = line(work, revision);
    let status = of_form(says.is_some());
    let page = RevisionPage {
        frame: work.frame(app, format!("{}: {}", work.name(), line.name)).saying(says),
        when: line.when,
        who: line.who,
        changes: changes::between(words, &before, &document(&office)),
        may_go_back: work.may_change() && !line.is_in_force,
        has_draft: work.step > 0,
        step: work.step,
        here: line.href,
        up: work.href("revisions"),
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/offices/{office}/revisions/{revision}`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((office, number)): Path<(String, u64)>,
) -> Result<Response, Refused> {
    let work = Work::of(&app, signed, &office).await?;
    page(&app, &work, number, None).await
}

/// `POST /staff/offices/{office}/revisions/{revision}`: its state becomes the draft, to be looked at and saved.
pub async fn go_back(
    State(app): State<App>,
    signed: SignedIn,
    Path((office, number)): Path<(String, u64)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let work = Work::to_change(&app, signed, &office).await?;
    let sent: Typed = typed(pairs);
    let earlier = app.store.office_revision(work.office.clone(), number).await?;
    let (Some(earlier), Some(in_force)) = (earlier, &work.in_force) else {
        return Err(RequestFault::NothingHere.into());
    };
    let is_what_was_seen = sent.get("step").and_then(|step| step.first()) == Some(&work.step.to_string());
    if !is_what_was_seen || !work.keep_as(&app, in_force.revision, &document(&earlier)).await? {
        let said = Sentence(work.signed.words.text("admin-elsewhere"));
        return page(&app, &work, number, Some(said)).await;
    }
    Ok(Redirect::to(&work.href("preview")).into_response())
}
