//! A refusal as a page: what is, and what to do.

use super::frame::{Frame, Words, render};
use crate::app::App;
use crate::error::{ApiError, RequestFault};
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::{OriginalUri, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use chrono_tz::Tz;
use foyer_domain::Timestamp;
use foyer_domain::id::ServiceId;
use foyer_domain::office::Office;
use foyer_protocol::problem::Problem;

/// A refusal on its way to becoming a page.
pub struct Refused {
    words: Words,
    error: ApiError,
    zone: Tz,
    back: Option<String>,
    is_phone: bool,
}

impl Refused {
    /// The refusal in this language.
    pub fn new(words: &Words, error: impl Into<ApiError>) -> Self {
        Self { words: *words, error: error.into(), zone: chrono_tz::UTC, back: None, is_phone: false }
    }

    /// … as light as a ticket's page: whoever stands in a waiting room may have little network.
    #[must_use]
    pub fn on_phone(mut self) -> Self {
        self.is_phone = true;
        self
    }

    /// Whether it says this.
    pub fn is_of(&self, refusal: &Refusal) -> bool {
        matches!(&self.error, ApiError::Refused(of) if of == refusal)
    }

    /// … with times in this zone.
    #[must_use]
    pub fn in_zone(mut self, zone: Tz) -> Self {
        self.zone = zone;
        self
    }

    /// … with times in this zone, and a way to go on.
    #[must_use]
    pub fn at(mut self, zone: Tz, back: String) -> Self {
        self.back = Some(back);
        self.in_zone(zone)
    }
}

#[derive(Template)]
#[template(path = "refused.html")]
struct Page {
    frame: Frame,
    said: String,
    back: Option<String>,
}

#[derive(Template)]
#[template(path = "phone_refused.html")]
struct PhonePage {
    frame: Frame,
    said: String,
    back: Option<String>,
}

fn not_together(words: &Words, service: &str, other: &str) -> String {
    let values = [("service", service.into()), ("other", other.into())];
    foyer_text::text_with(words.language, "portal-services-apart", &values)
}

/// A refusal of an office in words, with the names of its services.
pub fn say_of(words: &Words, refusal: &Refusal, office: &Office) -> String {
    let name = |id: &String| match office.service(&ServiceId::from(id.as_str())) {
        Some(service) => service.name.get(words.tag()).to_owned(),
        None => id.clone(),
    };
    match refusal {
        Refusal::NotTogether { service, other } => not_together(words, &name(service), &name(other)),
        other => say(words, other, office.time_zone),
    }
}

/// A refusal in words.
pub fn say(words: &Words, refusal: &Refusal, zone: Tz) -> String {
    let time = |at: &Timestamp| foyer_text::time_of_day(words.language, zone, *at);
    match refusal {
        Refusal::OfficeUnknown { .. } => words.text("portal-refused-office"),
        Refusal::ServiceUnknown { .. } => words.text("portal-refused-service"),
        Refusal::ServicesWrong => words.text("portal-services-choose"),
        Refusal::TooMany { most, .. } => words.text_with("portal-services-too-many", "most", *most),
        Refusal::NotTogether { service, other } => not_together(words, service, other),
        Refusal::TooLong { .. } => words.text("portal-services-too-much"),
        Refusal::SpanWrong | Refusal::DaysWrong | Refusal::NotOffered => {
            words.text("portal-refused-not-offered")
        }
        Refusal::SlotTaken { .. } => words.text("portal-refused-taken"),
        Refusal::HoldUnknown => words.text("portal-refused-hold-unknown"),
        Refusal::HoldExpired { until } => words.text_with("portal-refused-hold-expired", "time", time(until)),
        Refusal::BookingUnknown => words.text("portal-refused-booking"),
        Refusal::BookingCancelled => words.text("portal-refused-cancelled"),
        Refusal::BookingOver => words.text("portal-refused-over"),
        Refusal::PinWrong { left } => words.text_with("portal-refused-pin", "left", *left),
        Refusal::PinLocked { until } => words.text_with("portal-refused-pin-locked", "time", time(until)),
        Refusal::ContactWrong { field, .. } if field == "email" => words.text("portal-contact-email-wrong"),
        Refusal::ContactWrong { field, .. } if field == "phone" => words.text("portal-contact-phone-wrong"),
        Refusal::ContactWrong { field, .. } if field == "name" => words.text("portal-contact-name-wrong"),
        Refusal::ContactWrong { .. } => words.text("portal-refused-malformed"),
        Refusal::ContactBlocked { until } => {
            words.text_with("portal-refused-blocked", "date", foyer_text::date(words.language, zone, *until))
        }
        Refusal::TooManyBookings { most } => words.text_with("portal-refused-many", "most", *most),
        Refusal::TooManyAsked { .. } => words.text("portal-refused-asked"),
        Refusal::NonceReused => words.text("portal-refused-again"),
        Refusal::AskingUnknown => words.text("portal-refused-asking"),
        Refusal::TicketUnknown => words.text("portal-refused-ticket"),
        Refusal::TicketNotWaiting => words.text("portal-phone-late-not-waiting"),
        Refusal::LateAlready => words.text("portal-phone-late-once"),
        Refusal::TicketOver => words.text("portal-phone-over"),
        Refusal::LinkCodeUnknown | Refusal::TokenWrong | Refusal::RightMissing { .. } => {
            words.text("portal-refused-malformed")
        }
    }
}

/// Whatever went wrong, in words; what is of the store is written down as well.
pub fn say_error(words: &Words, error: &ApiError, zone: Tz) -> String {
    match error {
        ApiError::Refused(refusal) => say(words, refusal, zone),
        ApiError::Request(RequestFault::NothingHere) => words.text("portal-refused-not-found"),
        ApiError::Request(RequestFault::WrongMethod) => words.text("portal-refused-method"),
        ApiError::Request(RequestFault::TooOften { .. }) => words.text("portal-refused-too-often"),
        ApiError::Request(_) => words.text("portal-refused-malformed"),
        ApiError::Store(fault) => {
            tracing::error!(error = fault as &dyn std::error::Error, "the store failed");
            words.text("portal-refused-storage")
        }
    }
}

fn title(words: &Words, error: &ApiError) -> String {
    words.text(match error {
        ApiError::Refused(Refusal::TicketUnknown) => "portal-refused-ticket-title",
        ApiError::Refused(Refusal::TicketOver) => "portal-phone-over-title",
        ApiError::Request(RequestFault::NothingHere) => "portal-refused-not-found-title",
        ApiError::Request(RequestFault::WrongMethod) => "portal-refused-method-title",
        ApiError::Request(RequestFault::TooOften { .. }) => "portal-refused-too-often-title",
        ApiError::Store(_) => "portal-refused-storage-title",
        ApiError::Refused(_) | ApiError::Request(_) => "portal-refused-title",
    })
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let words = self.words;
        let said = say_error(&words, &self.error, self.zone);
        let frame = Frame::bare(words, title(&words, &self.error));
        let html = match self.is_phone {
            true => render(&PhonePage { frame, said, back: self.back }),
            false => render(&Page { frame, said, back: self.back }),
        };
        let mut page = (self.error.status(), html).into_response();
        if let Some(later) = self.error.retry_after() {
            page.headers_mut().insert(header::RETRY_AFTER, later);
        }
        page
    }
}

/// What has no page.
pub async fn nothing_here(State(app): State<App>, words: Words, OriginalUri(uri): OriginalUri) -> Response {
    let error = ApiError::from(RequestFault::NothingHere);
    let frame = Frame::new(&app, words, title(&words, &error), uri.path().to_owned());
    let page = Page { frame, said: words.text("portal-refused-not-found"), back: None };
    (error.status(), render(&page)).into_response()
}

/// What has a page, but not for this: a form whose address takes none.
pub async fn wrong_method(words: Words) -> Refused {
    Refused::new(&words, RequestFault::WrongMethod)
}

/// A mistake of ours in one request ends that request alone.
pub fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a request met a mistake of ours; the message is above");
    let error = ApiError::from(crate::store::StoreFault::Stopped);
    let problem: Problem = error.problem();
    (error.status(), Html(format!("<!doctype html><title>{}</title>", problem.title))).into_response()
}
