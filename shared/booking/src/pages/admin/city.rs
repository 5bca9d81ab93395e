//! All offices of the city: how they stand, and what somebody is changing of them.

use super::super::frame::render;
use super::super::staff::form::Form;
use super::super::staff::frame::{Frame, Refused, Sentence};
use super::super::staff::signed_in::SignedIn;
use super::effects;
use super::file::SentPage;
use super::preview::import_fault;
use super::sections::counted;
use super::work::{Work, typed};
use crate::app::App;
use crate::error::of_form;
use crate::store::{OfficeRow, SaveFault};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use foyer_access::Role;

/// An office in the list.
struct Line {
    href: String,
    name: String,
    /// "Nummer 2 · Fassung 7 · 23 Termine".
    more: String,
    /// The whole office as a file.
    file: String,
}

/// What somebody is changing of an office.
struct DraftLine {
    /// The office's id and the draft's step, as the form sends them.
    sent: String,
    preview: String,
    name: String,
    /// Whether something in it is different from what is in force.
    has_edits: bool,
    /// Whether it came with the file that was just sent: a better one replaces it unasked.
    is_of_file: bool,
    /// Whether it can be saved.
    fits: bool,
    /// What it does, or what is wrong.
    said: Vec<String>,
}

#[derive(Template)]
#[template(path = "admin/city.html")]
struct CityPage {
    frame: Frame,
    lines: Vec<Line>,
    drafts: Vec<DraftLine>,
    can_save: bool,
    /// Whether there are drafts that a file could replace.
    may_replace: bool,
    says: Says,
}

/// What is said beside it.
#[derive(Default)]
pub struct Says {
    /// What a file had in it that was just sent.
    pub sent: Option<SentPage>,
    /// "Gespeichert: Bürgerbüro Nord"; may be empty.
    pub saved: String,
    /// What could not be done.
    pub fault: Option<Sentence>,
    /// Names and links of who was just invited.
    pub links: Vec<(String, String)>,
}

fn line(signed: &SignedIn, row: &OfficeRow) -> Line {
    let (words, office) = (signed.words, &row.office);
    let values = [
        ("number", office.number.into()),
        ("revision", office.revision.to_string().into()),
        ("bookings", row.open_bookings.into()),
    ];
    Line {
        href: words.link(&format!("/staff/offices/{}/edit", office.id)),
        name: office.name.clone(),
        more: foyer_text::text_with(words.language, "admin-city-line", &values),
        file: format!("/staff/offices/{}/file", office.id),
    }
}

async fn draft(app: &App, work: &Work) -> Result<DraftLine, Refused> {
    let words = &work.signed.words;
    let mut said = Vec::new();
    let mut fits = false;
    match &work.judged {
        Err(faults) => said.push(counted(words, "admin-faults", faults.len())),
        Ok(_) if work.is_unchanged() => said.push(words.text("admin-changes-none")),
        Ok(office) => {
            let does = app.store.preview(office.clone(), app.now()).await?;
            let revision = work.in_force.as_ref().map_or(0, |office| office.revision);
            fits = does.fault.is_none() && revision == work.base;
            said.extend(does.fault.as_ref().map(|fault| import_fault(work, fault)));
            if revision != work.base {
                said.push(words.text_with("admin-newer", "revision", revision));
            }
            said.extend(effects::said(words, &does));
        }
    }
    if work.in_force.is_none() {
        said.insert(0, words.text("admin-city-is-new"));
    }
    Ok(DraftLine {
        sent: work.sent(),
        has_edits: !work.is_unchanged(),
        is_of_file: false,
        preview: work.href("preview"),
        name: work.name(),
        fits,
        said,
    })
}

/// The page, with what a file had in it or what was just saved.
pub async fn page(app: &App, signed: &SignedIn, mut says: Says) -> Result<Response, Refused> {
    let rows = app.store.office_list(app.now()).await?;
    let mut drafts = Vec::new();
    for one in app.store.drafts_of(signed.person.id.clone()).await? {
        let work = Work::to_change(app, signed.clone(), one.office.as_str()).await?;
        let mut line = draft(app, &work).await?;
        let sent = says.sent.iter().flat_map(|sent| &sent.lines);
        line.is_of_file = sent.into_iter().any(|sent| sent.draft == line.sent);
        drafts.push(line);
    }
    let status = of_form(says.fault.is_some());
    let page = CityPage {
        frame: signed.frame(app, "admin-city").saying(says.fault.take()),
        lines: rows.iter().map(|row| line(signed, row)).collect(),
        can_save: drafts.iter().any(|draft| draft.fits),
        may_replace: drafts.iter().any(|draft| draft.has_edits),
        drafts,
        says,
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/city`.
pub async fn show(State(app): State<App>, signed: SignedIn) -> Result<Response, Refused> {
    page(&app, &signed.of_role(Role::Administrator)?, Says::default()).await
}

/// `POST /staff/city`: saves those drafts that are still what was seen, each as its own page would.
pub async fn save(
    State(app): State<App>,
    signed: SignedIn,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Administrator)?;
    let (mut saved, mut not_saved) = (Vec::new(), Vec::new());
    for sent in typed(pairs).get("draft").into_iter().flatten() {
        let (id, step) = sent.split_once(':').unwrap_or((sent, ""));
        let Ok(work) = Work::to_change(&app, signed.clone(), id).await else { continue };
        let is_what_was_seen = step == work.step.to_string() && work.step > 0;
        let done = match work.judged.clone() {
            Ok(office) if is_what_was_seen => work.save(&app, office).await?.map_err(Some),
            Ok(_) | Err(_) => Err(None),
        };
        match done {
            Ok(_) => saved.push(work.name()),
            Err(Some(SaveFault::Newer { .. } | SaveFault::Import(_)) | None) => not_saved.push(work.name()),
        }
    }
    let names = |names: &[String]| signed.words.list(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let said = |id: &str, list: &[String]| match list.is_empty() {
        true => String::new(),
        false => signed.words.text_with(id, "names", names(list)),
    };
    let fault = said("admin-city-not-saved", &not_saved);
    let fault = (!fault.is_empty()).then_some(Sentence(fault));
    page(&app, &signed, Says { saved: said("admin-city-saved", &saved), fault, ..Says::default() }).await
}
