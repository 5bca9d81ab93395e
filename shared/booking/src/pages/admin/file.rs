//! Offices as files: one, or all of the city, down and up. What comes up becomes drafts, which are looked at and saved.

use super::super::staff::frame::{Refused, Sentence};
use super::super::staff::signed_in::SignedIn;
use super::city::{self as all, Says};
use super::fields;
use super::members::{self, MemberLine};
use super::place::{self, Fault};
use super::preview;
use super::work::{Work, document};
use crate::app::App;
use crate::error::TOO_LARGE;
use crate::office_file::is_free_name;
use crate::office_file::plain_text;
use crate::office_file::sent::{self, Lines, SentFault, SentOffice};
use axum::extract::{Multipart, Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use foyer_access::Role;
use foyer_domain::office::Office;
use serde_json::Value;

/// No city's offices need more: the example has 40 kB.
pub const MOST_BYTES: usize = 8 << 20;
/// So many faults of an office are listed.
const MOST_FAULTS: usize = 100;
/// Said of an office of which somebody has a draft that a file would replace unasked.
const HAS_DRAFT: &str = "admin-file-has-draft";

/// Something wrong in a file.
pub struct SentWrong {
    /// "Zeile 17"; may be empty.
    pub line: String,
    /// "Dienstleistungen · Reisepass".
    pub place: String,
    /// What is wrong, and what would be right.
    pub said: String,
}

/// An office of a file.
pub struct SentLine {
    /// Its name.
    pub name: String,
    /// "neu", "wie bisher", "3 Angaben passen nicht".
    pub said: String,
    /// Where it is looked at; none where nothing came of it.
    pub href: Option<String>,
    /// What is wrong.
    pub wrong: Vec<SentWrong>,
    /// The office's id and the step of the draft that it became; empty where it became none.
    pub draft: String,
}

impl SentLine {
    /// An office of which nothing was taken.
    fn left(name: String, said: String) -> Self {
        Self { name, said, href: None, wrong: Vec::new(), draft: String::new() }
    }
}

/// What was in a file that was sent.
pub struct SentPage {
    /// Its offices.
    pub lines: Vec<SentLine>,
    /// Those who work there and may do something else than now.
    pub members: Vec<MemberLine>,
}

fn down(name: &str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/toml".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.toml\"")),
    ];
    (headers, text).into_response()
}

/// `GET /staff/offices/{office}/file`: what is in force.
pub async fn office(
    State(app): State<App>,
    signed: SignedIn,
    Path(office): Path<String>,
) -> Result<Response, Refused> {
    let work = Work::of(&app, signed, &office).await?;
    let in_force = work.in_force.ok_or(crate::error::RequestFault::NothingHere)?;
    Ok(down(&format!("{}-{}", in_force.id, in_force.revision), plain_text::office(&in_force)))
}

/// `GET /staff/city/file`: all that is in force.
pub async fn city(State(app): State<App>, signed: SignedIn) -> Result<Response, Refused> {
    signed.of_role(Role::Administrator)?;
    let mut offices = app.store.offices();
    offices.sort_by_key(|state| state.office.number);
    let offices: Vec<&Office> = offices.iter().map(|state| &*state.office).collect();
    let day = app.now().format("%Y-%m-%d");
    Ok(down(&format!("foyer-{day}"), plain_text::city(&offices, &members::all(&app).await?)))
}

/// Why a file cannot be read, in the reader's words.
fn said(signed: &SignedIn, fault: &SentFault) -> String {
    let words = signed.words;
    match fault {
        SentFault::Empty => words.text("admin-file-empty"),
        SentFault::NotText(line) => words.text_with("admin-file-not-text", "line", *line),
        SentFault::NotToml(line, shown) => {
            let values = [("line", (*line).into()), ("shown", shown.as_str().into())];
            foyer_text::text_with(words.language, "admin-file-not-toml", &values)
        }
        SentFault::TooDeep => words.text("admin-file-deep"),
        SentFault::NotOurs => words.text("admin-file-not-ours"),
        SentFault::Twice(id) => words.text_with("admin-fault-twice", "id", id.as_str()),
    }
}

/// A form with a file.
struct Sent {
    bytes: Vec<u8>,
    /// The drafts that it may replace: the office's id and the draft's step.
    replace: Vec<String>,
}

/// The form's file, and what it may replace.
///
/// # Errors
/// The id of what is to be said.
async fn form(form: Option<Multipart>) -> Result<Sent, &'static str> {
    let mut form = form.ok_or("admin-file-empty")?;
    let of = |fault: axum::extract::multipart::MultipartError| match fault.status() == TOO_LARGE {
        true => "admin-file-large",
        false => "admin-file-empty",
    };
    let (mut bytes, mut replace) = (None, Vec::new());
    while let Some(field) = form.next_field().await.map_err(of)? {
        match field.name() {
            Some("file") => bytes = Some(field.bytes().await.map_err(of)?.to_vec()),
            Some("replace") => replace.push(field.text().await.map_err(of)?),
            Some(_) | None => {}
        }
    }
    Ok(Sent { bytes: bytes.ok_or("admin-file-empty")?, replace })
}

/// Where a fault stands in the file.
fn path(place: &str, fault: &Fault) -> String {
    let section = fields::section(fault.section).filter(|section| section.shape != fields::Shape::Top);
    let entry = fault.entry.map(|entry| entry.to_string());
    let parts =
        [place, section.map_or("", |section| section.key), entry.as_deref().unwrap_or_default(), &fault.path];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
}

/// Whether the revision that the file was written from is known, and the very same.
async fn begun_with(app: &App, work: &Work, sent: &SentOffice) -> Result<Option<u64>, Refused> {
    let Some((revision, digest)) = &sent.base else { return Ok(None) };
    let known = app.store.office_revision(work.office.clone(), *revision).await?;
    Ok(known.filter(|office| plain_text::digest(office) == *digest).map(|office| office.revision))
}

/// Takes an office of a file into a draft.
async fn take(
    app: &App,
    signed: &SignedIn,
    lines: &Lines<'_>,
    sent: &SentOffice,
    replace: &[String],
) -> Result<SentLine, Refused> {
    let words = signed.words;
    let line = |path: &str| {
        let line = lines.line(path);
        line.map_or(String::new(), |line| words.text_with("admin-file-line", "line", line))
    };
    let name = sent.document.get("name").and_then(Value::as_str).unwrap_or(&sent.id);
    let name: String = name.chars().take(200).collect();
    if !is_free_name(&sent.id) {
        let place = [sent.place.as_str(), "id"].into_iter().filter(|part| !part.is_empty());
        let wrong = SentWrong {
            line: line(&place.collect::<Vec<_>>().join(".")),
            place: words.text("admin-field-id"),
            said: words.text("admin-remedy-id"),
        };
        let wrong = vec![wrong];
        return Ok(SentLine { wrong, ..SentLine::left(name, words.text("admin-file-not-taken")) });
    }
    // As it is kept: in the shape that the program writes itself, where it is right.
    let judged = place::judge(&sent.document);
    let kept = judged.as_ref().map_or_else(|_| sent.document.clone(), document);
    let mut work = Work::or_new(app, signed.clone(), &sent.id).await?;
    let in_force = work.in_force.as_ref().map_or(0, |office| office.revision);
    let base = begun_with(app, &work, sent).await?.unwrap_or(in_force);
    let has_edits = work.step > 0 && !work.is_unchanged() && work.document != kept;
    if has_edits && !replace.contains(&work.sent()) {
        return Ok(SentLine::left(name, words.text(HAS_DRAFT)));
    }
    work.document = kept;
    let unknown = sent.unknown.iter().map(|path| SentWrong {
        line: line(
            &[&sent.place, path]
                .into_iter()
                .filter(|part| !part.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join("."),
        ),
        place: path.clone(),
        said: words.text("admin-file-unknown"),
    });
    let faults = judged.as_ref().err().map(Vec::as_slice).unwrap_or_default();
    let wrong = faults.iter().take(MOST_FAULTS).map(|fault| {
        let preview::Wrong { place, said, .. } = preview::wrong(&work, fault);
        SentWrong { line: line(&path(&sent.place, fault)), place, said }
    });
    let wrong: Vec<SentWrong> = unknown.chain(wrong).collect();
    let is_same = work.is_unchanged() && base == in_force && work.step == 0;
    if is_same && wrong.is_empty() {
        return Ok(SentLine::left(name, words.text("admin-file-same")));
    }
    if !work.keep_as(app, base, &work.document).await? {
        return Ok(SentLine { wrong, ..SentLine::left(name, words.text("admin-elsewhere")) });
    }
    let said = match (wrong.len(), work.in_force.is_some()) {
        (0, true) => words.text("admin-file-taken"),
        (0, false) => words.text("admin-city-is-new"),
        (count, _) => words.text_with("admin-faults", "count", count),
    };
    work.step += 1;
    Ok(SentLine { name, said, href: Some(work.href("preview")), wrong, draft: work.sent() })
}

/// `POST /staff/city/file`.
pub async fn send(
    State(app): State<App>,
    signed: SignedIn,
    sent_form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Administrator)?;
    let Sent { bytes, replace } = match form(sent_form.ok()).await {
        Ok(sent) => sent,
        Err(id) => {
            let most = (MOST_BYTES >> 20).to_string();
            let fault = Sentence(signed.words.text_with(id, "most", most));
            let page = all::page(&app, &signed, Says { fault: Some(fault), ..Says::default() }).await?;
            let status = if id == "admin-file-large" { TOO_LARGE } else { page.status() };
            return Ok((status, page).into_response());
        }
    };
    let read = sent::text(&bytes).and_then(|text| Ok((text, sent::read(text)?)));
    let (text, read) = match read {
        Ok(read) => read,
        Err(fault) => {
            let fault = Sentence(said(&signed, &fault));
            return all::page(&app, &signed, Says { fault: Some(fault), ..Says::default() }).await;
        }
    };
    let lines = Lines::of(text);
    let mut taken = Vec::new();
    for office in &read.offices {
        taken.push(take(&app, &signed, &lines, office, &replace).await?);
    }
    if let [SentLine { href: Some(href), wrong, .. }] = &taken[..]
        && wrong.is_empty()
        && read.people.is_empty()
    {
        return Ok(Redirect::to(href).into_response());
    }
    let is_wrong = taken.iter().any(|line| !line.wrong.is_empty());
    let asks = taken.iter().any(|line| line.said == signed.words.text(HAS_DRAFT));
    let fault = match (is_wrong, asks) {
        (_, true) => Some(Sentence(signed.words.text("admin-file-asks"))),
        (true, false) => Some(Sentence(signed.words.text("admin-file-wrong"))),
        (false, false) => None,
    };
    let members = members::of_file(&app, &signed, &read.people).await?;
    let sent = Some(SentPage { lines: taken, members });
    all::page(&app, &signed, Says { sent, fault, ..Says::default() }).await
}
