//! An office's mails as citizens get them: each kind, in each language, with example data and the draft's own sentences.

use super::super::CONTENT_SECURITY_POLICY;
use super::super::frame::render;
use super::super::staff::frame::{Frame, Refused};
use super::super::staff::signed_in::SignedIn;
use super::work::Work;
use crate::app::App;
use crate::calendar::HalfDay;
use crate::error::RequestFault;
use crate::mail::letter::CODE_ID;
use crate::mail::{AskedKind, AskedLetter, Attachment, Composed, Kind, Letter, Sibling, asked, compose};
use crate::store::{AskedFor, Asking, Proposal};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{Days, NaiveTime, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::booking::{BookingState, ServiceChoice};
use foyer_domain::code::SigningKey;
use foyer_domain::id::BookingId;
use foyer_domain::office::{Localized, Office};
use foyer_domain::short_code::ShortCode;
use foyer_protocol::booking::BookingView;
use foyer_text::Language;
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

/// A mail has its styles with it; nothing in it runs, leads anywhere or comes from elsewhere.
const MAIL_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

/// Who gets them.
const NAME: &str = "Erika Mustermann";

/// Which mail.
#[derive(Default, Deserialize)]
pub struct Look {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    to: String,
}

#[derive(Template)]
#[template(path = "admin/mails.html")]
struct MailsPage {
    frame: Frame,
    /// Value, name, and whether it is chosen.
    kinds: Vec<(&'static str, String, bool)>,
    languages: Vec<(Language, bool)>,
    language: Language,
    subject: String,
    text: String,
    /// The page's own address.
    here: String,
    /// The mail as a page.
    page: String,
    /// Where the office's own sentences are changed.
    edit: String,
    up: String,
}

/// A letter to somebody who has an appointment, or asks for one.
enum Shown {
    Booked(Kind),
    Asked(AskedKind),
}

impl Shown {
    fn name(&self) -> &'static str {
        match self {
            Self::Booked(kind) => kind.name(),
            Self::Asked(kind) => kind.name(),
        }
    }
}

/// One of each kind that citizens get.
fn kinds(office: &Office, at: Timestamp) -> Vec<Shown> {
    let before = at - TimeDelta::days(1);
    let path = "/".to_owned();
    let reason = Localized::default();
    let booked = [
        Kind::Confirmed,
        Kind::Reminder,
        Kind::Moved { before },
        Kind::Cancelled,
        Kind::Together,
        Kind::TogetherCancelled { of: both().to_vec(), reason: Some(reason.clone()) },
        Kind::OfficeMoved { before, reason: reason.clone() },
        Kind::OfficePlace { before: office.home().line() },
        Kind::OfficeCancelled { reason: reason.clone() },
        Kind::OfficeOffer { start: at + TimeDelta::days(1), path: path.clone(), until: before, reason },
        Kind::ConfirmAddress { path: path.clone(), until: before },
        Kind::Offer { path: path.clone(), leave: path, until: before },
        Kind::NewCode,
    ];
    let asked = [
        AskedKind::Waiting,
        AskedKind::LetPass,
        AskedKind::NothingFree,
        AskedKind::Requested,
        AskedKind::Declined { reason: String::new() },
        AskedKind::Unanswered,
    ];
    booked.into_iter().map(Shown::Booked).chain(asked.into_iter().map(Shown::Asked)).collect()
}

/// Two appointments.
fn both() -> [BookingId; 2] {
    [BookingId::FIRST, BookingId::new(2).unwrap_or(BookingId::FIRST)]
}

/// The first services.
fn services(office: &Office) -> Vec<ServiceChoice> {
    let choice = |(position, service): (usize, &foyer_domain::office::Service)| ServiceChoice {
        service: service.id.clone(),
        quantity: if position == 0 { 1 } else { 2 },
    };
    office.services.iter().take(2).enumerate().map(choice).collect()
}

/// Somebody who asks for the first services.
fn asking(office: &Office, kind: &AskedKind, start: Timestamp) -> Asking {
    let (day, half) = (office.day(start), Some(HalfDay::Morning));
    let next = day.checked_add_days(Days::new(7)).unwrap_or(day);
    let wanted = match kind {
        AskedKind::Waiting | AskedKind::LetPass | AskedKind::NothingFree => {
            AskedFor::Waiting { from: day, until: next, half, notice_hours: 24 }
        }
        AskedKind::Requested | AskedKind::Declined { .. } | AskedKind::Unanswered => {
            let days = vec![Proposal { day, half }, Proposal { day: next, half: None }];
            AskedFor::Request { days, words: String::new() }
        }
    };
    Asking {
        id: BookingId::FIRST,
        secret: Uuid::nil(),
        office: office.id.clone(),
        services: services(office),
        language: String::new(),
        name: NAME.to_owned(),
        email: String::new(),
        phone: String::new(),
        wanted,
        made_at: start,
        offer: None,
        passed: Vec::new(),
        sequence: 0,
    }
}

/// Somebody who has booked the first services.
fn example(office: &Office, booking: BookingId, start: Timestamp) -> BookingView {
    let services = services(office);
    BookingView {
        secret: Uuid::nil(),
        booking,
        office: office.id.clone(),
        office_name: office.name.clone(),
        address: office.address.clone(),
        minutes: office.minutes(&services),
        services,
        documents: Vec::new(),
        start,
        state: BookingState::Confirmed,
        short_code: ShortCode::from_random(7).as_str().to_owned(),
        // Signed by nobody: no terminal takes it.
        check_in_code: SigningKey::from_bytes([0; 32], u16::MAX).sign(office.number, booking, start),
        pin: Some("123456".to_owned()),
    }
}

fn composed(app: &App, office: &Office, shown: &Shown, language: Language) -> Composed {
    let now = app.now();
    let start = start(office, now);
    let public_url = match app.public_url(office) {
        said if said.is_empty() => "https://termine.example".to_owned(),
        said => said,
    };
    let kind = match shown {
        Shown::Booked(kind) => kind.clone(),
        Shown::Asked(kind) => {
            let asking = asking(office, kind, start);
            let public_url = &public_url;
            return asked::compose(&AskedLetter { kind, language, office, asking: &asking, public_url });
        }
    };
    let sibling = |(day, booking): (i64, BookingId)| Sibling {
        view: example(office, booking, start + TimeDelta::days(7 * day)),
        sequence: 0,
    };
    let together: Vec<Sibling> = match kind {
        Kind::Together | Kind::TogetherCancelled { .. } => (0..).zip(both()).map(sibling).collect(),
        _ => Vec::new(),
    };
    compose(&Letter {
        kind,
        language,
        name: NAME,
        office,
        view: &example(office, BookingId::FIRST, start),
        wished: None,
        together: &together,
        sequence: 0,
        public_url: &public_url,
        written_at: now,
    })
}

/// In a week at ten.
fn start(office: &Office, now: Timestamp) -> Timestamp {
    let day = office.day(now);
    let day = day.checked_add_days(Days::new(7)).unwrap_or(day);
    office.local(day, NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default())
}

/// The office as it is being changed, or as it is while that does not fit.
fn office(work: &Work) -> Result<Arc<Office>, Refused> {
    match (&work.judged, &work.in_force) {
        (Ok(office), _) => Ok(Arc::new(office.clone())),
        (Err(_), Some(office)) => Ok(Arc::clone(office)),
        (Err(_), None) => Err(RequestFault::NothingHere.into()),
    }
}

fn looked_at(office: &Office, now: Timestamp, look: &Look) -> (Shown, Language) {
    let mut kinds = kinds(office, start(office, now));
    let at = kinds.iter().position(|kind| kind.name() == look.kind).unwrap_or(0);
    (kinds.swap_remove(at), Language::from_tag(&look.to).unwrap_or_default())
}

/// `GET /staff/offices/{office}/mails`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(look): Query<Look>,
) -> Result<Response, Refused> {
    let work = Work::of(&app, signed, &id).await?;
    let (words, office) = (work.signed.words, office(&work)?);
    let (kind, language) = looked_at(&office, app.now(), &look);
    let mail = composed(&app, &office, &kind, language);
    let name = |one: &Shown| {
        let id = format!("admin-mail-{}", one.name().replace('_', "-"));
        (one.name(), words.text(&id), one.name() == kind.name())
    };
    let query = format!("mails/page?kind={}&to={}", kind.name(), language.tag());
    let page = MailsPage {
        frame: work.frame(&app, words.text_with("admin-mails-of", "office", work.name())),
        kinds: kinds(&office, app.now()).iter().map(name).collect(),
        languages: Language::ALL.iter().map(|one| (*one, *one == language)).collect(),
        language,
        subject: mail.subject,
        text: mail.text,
        here: format!("/staff/offices/{id}/mails"),
        page: work.href(&query),
        edit: work.href("edit/mail"),
        up: work.href("edit"),
    };
    let policy = format!("{CONTENT_SECURITY_POLICY}; frame-src 'self'");
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], render(&page)?).into_response())
}

/// `GET /staff/offices/{office}/mails/page`: the mail as mail programs show it.
pub async fn page(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(look): Query<Look>,
) -> Result<Response, Refused> {
    let work = Work::of(&app, signed, &id).await?;
    let office = office(&work)?;
    let (kind, language) = looked_at(&office, app.now(), &look);
    let mail = composed(&app, &office, &kind, language);
    let code = mail.attachments.iter().find_map(|attached| match attached {
        Attachment::Code(png) => Some(format!("data:image/png;base64,{}", STANDARD.encode(png))),
        Attachment::Calendar { .. } => None,
    });
    let html = mail.html.replace(&format!("cid:{CODE_ID}"), &code.unwrap_or_default());
    Ok(([(header::CONTENT_SECURITY_POLICY, MAIL_POLICY)], Html(html)).into_response())
}
