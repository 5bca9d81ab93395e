//! What a change would do, before it is saved; and saving it.

use super::super::frame::render;
use super::super::staff::form::Form;
use super::super::staff::frame::{Frame, Refused, Sentence};
use super::super::staff::signed_in::SignedIn;
use super::changes::{self, Change};
use super::control;
use super::effects::{self, TimesLine};
use super::fields::{SECTIONS, in_id};
use super::merge::merge as merged;
use super::sections::counted;
use super::work::{Work, document, typed};
use crate::app::App;
use crate::error::of_form;
use crate::store::{ImportFault, Losing, Preview, Relocation, SaveFault};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::office::Office;

/// A fault with the way to it.
pub struct Wrong {
    /// Where it is put right.
    pub href: String,
    /// "Dienstleistungen · Reisepass".
    pub place: String,
    /// What is wrong, and what would be right.
    pub said: String,
}

/// A booking that would lose its place.
struct Lost {
    href: String,
    when: String,
    services: String,
    name: String,
    why: String,
}

/// A booking that would be at another place.
struct Moved {
    href: String,
    when: String,
    name: String,
    before: String,
    after: String,
}

#[derive(Template)]
#[template(path = "admin/preview.html")]
struct PreviewPage {
    frame: Frame,
    wrong: Vec<Wrong>,
    /// What was saved meanwhile; empty where nothing was.
    newer: String,
    changes: Vec<Change>,
    /// Whether it is an office, so that what it does is known.
    is_known: bool,
    /// What it does, each in a sentence.
    does: Vec<String>,
    times: Vec<TimesLine>,
    lost: Vec<Lost>,
    lost_said: String,
    /// Where those are cancelled or moved who have booked after the last day.
    close: Option<String>,
    moved: Vec<Moved>,
    moved_said: String,
    may_save: bool,
    step: u32,
    here: String,
    merge: String,
    up: String,
}

fn lost(work: &Work, office: &Office, losing: &Losing) -> Lost {
    let (words, booking) = (work.signed.words, &losing.booking);
    Lost {
        href: words.link(&format!("/staff/bookings/{}", booking.id)),
        when: foyer_text::day_and_time(words.language, office.time_zone, booking.start),
        services: words.services(office, &booking.services),
        name: booking.name.clone(),
        why: words.text(if losing.is_closed { "admin-lost-closed" } else { "admin-lost-counter" }),
    }
}

fn moved(work: &Work, office: &Office, relocation: &Relocation) -> Moved {
    let (words, booking) = (work.signed.words, &relocation.booking);
    Moved {
        href: words.link(&format!("/staff/bookings/{}", booking.id)),
        when: foyer_text::day_and_time(words.language, office.time_zone, booking.start),
        name: booking.name.clone(),
        before: relocation.before.clone(),
        after: relocation.after.clone(),
    }
}

/// Why it does not fit what is there.
pub fn import_fault(work: &Work, fault: &ImportFault) -> String {
    let words = &work.signed.words;
    match fault {
        ImportFault::NumberTaken { office, .. } => {
            words.text_with("admin-number-taken", "office", office.as_str())
        }
        ImportFault::NumberChanged { before } => words.text_with("admin-number-changed", "number", *before),
        ImportFault::EndsBooked { bookings, .. } => words.text_with("admin-ends-booked", "count", *bookings),
        ImportFault::ServiceBooked { service, bookings, until } => {
            let until = until.format("%d.%m.%Y").to_string();
            let values = [
                ("service", service.as_str().into()),
                ("count", (*bookings).into()),
                ("until", until.into()),
            ];
            foyer_text::text_with(words.language, "admin-service-booked", &values)
        }
    }
}

/// What is wrong, with the way to its field.
pub fn wrong(work: &Work, fault: &super::place::Fault) -> Wrong {
    let words = &work.signed.words;
    let entry = fault.entry.map_or(String::new(), |entry| format!("/{entry}"));
    let section = SECTIONS.iter().find(|section| section.key == fault.section);
    let part = section.and_then(|section| {
        let part = super::place::part(&work.document, section, fault.entry)?;
        fault.entry.map(|_| super::sections::entry_name(words, section, part).0)
    });
    let field = section.and_then(|section| {
        let key = section.fields.iter().map(|field| field.key).find(|key| {
            fault.path.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })?;
        Some(words.text(&format!("admin-field-{}", in_id(key))))
    });
    let name = words.text(&format!("admin-section-{}", in_id(fault.section)));
    let parts = [Some(name), part, field].into_iter().flatten().filter(|part| !part.trim().is_empty());
    Wrong {
        href: work.href(&format!("edit/{}{entry}", fault.section)),
        place: parts.collect::<Vec<_>>().join(" · "),
        said: control::fault_said(words, &fault.wrong),
    }
}

async fn page(app: &App, work: &Work, says: Option<Sentence>) -> Result<Response, Refused> {
    let words = work.signed.words;
    let revision = work.in_force.as_ref().map_or(0, |office| office.revision);
    let before = work.in_force.as_ref().map(|office| document(office)).unwrap_or_default();
    let changes = changes::between(words, &before, &work.document);
    let office = work.judged.as_ref().ok();
    let does = match office {
        Some(office) => app.store.preview(office.clone(), app.now()).await?,
        None => Preview::default(),
    };
    let fault = does.fault.as_ref().map(|fault| Sentence(import_fault(work, fault)));
    let close = match &does.fault {
        Some(ImportFault::EndsBooked { last, .. }) => last.succ_opt(),
        _ => None,
    };
    let is_newer = revision != work.base;
    let status = of_form(says.is_some());
    let page = PreviewPage {
        frame: work
            .frame(app, words.text_with("admin-preview-of", "office", work.name()))
            .saying(says)
            .saying(fault),
        wrong: work.faults().iter().map(|fault| wrong(work, fault)).collect(),
        newer: if is_newer { words.text_with("admin-newer", "revision", revision) } else { String::new() },
        is_known: office.is_some(),
        does: effects::said(&words, &does),
        times: office.map(|office| effects::times(&words, office, &does)).unwrap_or_default(),
        lost: office
            .map(|office| does.losing.iter().map(|losing| lost(work, office, losing)).collect())
            .unwrap_or_default(),
        lost_said: counted(&words, "admin-lost", does.losing.len()),
        moved: office
            .map(|office| does.relocations.iter().map(|one| moved(work, office, one)).collect())
            .unwrap_or_default(),
        moved_said: counted(&words, "admin-relocated", does.relocations.len()),
        may_save: work.may_change()
            && office.is_some()
            && does.fault.is_none()
            && !is_newer
            && !changes.is_empty(),
        changes,
        close: close.map(|day| words.link(&format!("/staff/offices/{}/close?date={day}", work.office))),
        step: work.step,
        here: work.href("preview"),
        merge: work.href("merge"),
        up: work.href("edit"),
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/offices/{office}/preview`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(office): Path<String>,
) -> Result<Response, Refused> {
    let work = Work::of(&app, signed, &office).await?;
    page(&app, &work, None).await
}

/// `POST /staff/offices/{office}/preview`: saves what was looked at, if it is still that.
pub async fn save(
    State(app): State<App>,
    signed: SignedIn,
    Path(office): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let work = Work::to_change(&app, signed, &office).await?;
    let sent = typed(pairs);
    let is_what_was_seen = sent.get("step").and_then(|step| step.first()) == Some(&work.step.to_string());
    let Ok(office) = work.judged.clone() else { return page(&app, &work, None).await };
    if !is_what_was_seen {
        let said = Sentence(work.signed.words.text("admin-elsewhere"));
        return page(&app, &work, Some(said)).await;
    }
    match work.save(&app, office).await? {
        Ok(_) => Ok(Redirect::to(&work.href("edit")).into_response()),
        // The page reads what is in force anew and says it.
        Err(SaveFault::Newer { .. } | SaveFault::Import(_)) => {
            let said = Sentence(work.signed.words.text("admin-not-saved"));
            let id = work.office.to_string();
            page(&app, &Work::of(&app, work.signed, &id).await?, Some(said)).await
        }
    }
}

/// `POST /staff/offices/{office}/merge`: brings the draft's changes onto what was saved meanwhile.
pub async fn merge(
    State(app): State<App>,
    signed: SignedIn,
    Path(office): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let work = Work::to_change(&app, signed, &office).await?;
    let sent = typed(pairs);
    let is_what_was_seen = sent.get("step").and_then(|step| step.first()) == Some(&work.step.to_string());
    if let (Some(in_force), true) = (&work.in_force, is_what_was_seen) {
        let began = app.store.office_revision(work.office.clone(), work.base).await?;
        let (base, theirs) = (began.map(|office| document(&office)), document(in_force));
        let together = merged(base.as_ref(), Some(&work.document), Some(&theirs)).unwrap_or(theirs);
        work.keep_as(&app, in_force.revision, &together).await?;
    }
    Ok(Redirect::to(&work.href("preview")).into_response())
}
