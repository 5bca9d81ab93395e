//! What goes wrong at the edge, and the one table of status codes.

use crate::refusal::Refusal;
use crate::store::StoreFault;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use foyer_protocol::problem::{self, Problem};

/// A request that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RequestFault {
    /// No nonce.
    #[error("send a new UUID in the header `idempotency-key`, and the same one again when you try again")]
    NonceMissing,
    /// The body or query is not what is documented; the text names the field.
    #[error("{0}")]
    Malformed(String),
    /// More than is ever needed.
    #[error("send at most {limit} bytes")]
    TooLarge {
        /// What is allowed.
        limit: usize,
    },
    /// Nothing is here.
    #[error("nothing is here; see /api/v1/offices")]
    NothingHere,
    /// Something is here, but not by this method.
    #[error("this address does not take this method")]
    WrongMethod,
    /// More often than anybody needs to.
    #[error("that was too often; go on in {seconds} seconds")]
    TooOften {
        /// How long to wait.
        seconds: u64,
    },
}

/// Any answer that is not what was asked for.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ApiError {
    /// Understood and refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Not understood.
    #[error(transparent)]
    Request(#[from] RequestFault),
    /// Our own trouble.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

/// In how many seconds it is worth trying a database again that was away.
const STORAGE_RETURNS_IN: u16 = 5;

/// The status code, kind and title of each refusal.
fn of_refusal(refusal: &Refusal) -> (StatusCode, &'static str, &'static str) {
    match refusal {
        Refusal::OfficeUnknown { .. } => (StatusCode::NOT_FOUND, "office_unknown", "No such office"),
        Refusal::ServiceUnknown { .. } => {
            (StatusCode::UNPROCESSABLE_ENTITY, "service_unknown", "No such service")
        }
        Refusal::ServicesWrong => {
            (StatusCode::UNPROCESSABLE_ENTITY, "services_wrong", "Wrong choice of services")
        }
        Refusal::TooMany { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "too_many", "Too many of one service"),
        Refusal::NotTogether { .. } => {
            (StatusCode::UNPROCESSABLE_ENTITY, "not_together", "Services that do not go together")
        }
        Refusal::TooLong { .. } => {
            (StatusCode::UNPROCESSABLE_ENTITY, "too_long", "Too much for one appointment")
        }
        Refusal::SpanWrong => (StatusCode::UNPROCESSABLE_ENTITY, "span_wrong", "Wrong span"),
        Refusal::DaysWrong => (StatusCode::UNPROCESSABLE_ENTITY, "days_wrong", "Wrong days"),
        Refusal::NotOffered => {
            (StatusCode::UNPROCESSABLE_ENTITY, "time_not_offered", "Not a time that is offered")
        }
        Refusal::SlotTaken { .. } => (StatusCode::CONFLICT, "slot_taken", "The time is taken"),
        Refusal::HoldUnknown => (StatusCode::NOT_FOUND, "hold_unknown", "No such hold"),
        Refusal::HoldExpired { .. } => (StatusCode::GONE, "hold_expired", "The hold is over"),
        Refusal::BookingUnknown => (StatusCode::NOT_FOUND, "booking_unknown", "No such booking"),
        Refusal::BookingCancelled => (StatusCode::CONFLICT, "booking_cancelled", "The booking is cancelled"),
        Refusal::BookingOver => {
            (StatusCode::CONFLICT, "booking_over", "The appointment has begun or is over")
        }
        Refusal::PinWrong { .. } => (StatusCode::FORBIDDEN, "pin_wrong", "Wrong PIN"),
        Refusal::PinLocked { .. } => (StatusCode::TOO_MANY_REQUESTS, "pin_locked", "Too many wrong PINs"),
        Refusal::ContactWrong { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "contact_wrong", "Wrong contact"),
        Refusal::ContactBlocked { .. } => (StatusCode::FORBIDDEN, "contact_blocked", "No bookings for now"),
        Refusal::TooManyBookings { .. } => (StatusCode::CONFLICT, "too_many_bookings", "Too many bookings"),
        Refusal::TooManyAsked { .. } => (StatusCode::CONFLICT, "too_many_asked", "Too many requests at once"),
        Refusal::NonceReused => (StatusCode::UNPROCESSABLE_ENTITY, "nonce_reused", "Nonce used before"),
        Refusal::LinkCodeUnknown => (StatusCode::FORBIDDEN, "link_code_unknown", "Code not valid"),
        Refusal::TokenWrong => (StatusCode::UNAUTHORIZED, "unauthorized", "Sign on first"),
        Refusal::RightMissing { .. } => {
            (StatusCode::FORBIDDEN, "right_missing", "Not allowed with this token")
        }
        Refusal::AskingUnknown => (StatusCode::NOT_FOUND, "asking_unknown", "No such entry"),
        Refusal::TicketUnknown => (StatusCode::NOT_FOUND, "ticket_unknown", "No such ticket"),
        Refusal::TicketNotWaiting => (StatusCode::CONFLICT, "ticket_not_waiting", "The ticket does not wait"),
        Refusal::LateAlready => (StatusCode::CONFLICT, "late_already", "Late already"),
        Refusal::TicketOver => (StatusCode::GONE, "ticket_over", "The visit is over"),
    }
}

fn of_request(fault: &RequestFault) -> (StatusCode, &'static str, &'static str) {
    match fault {
        RequestFault::NonceMissing => (StatusCode::BAD_REQUEST, "nonce_missing", "A nonce is needed"),
        RequestFault::Malformed(_) => (StatusCode::BAD_REQUEST, "malformed", "Not understood"),
        RequestFault::TooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, "too_large", "Too large"),
        RequestFault::NothingHere => (StatusCode::NOT_FOUND, "not_found", "Nothing is here"),
        RequestFault::TooOften { .. } => (StatusCode::TOO_MANY_REQUESTS, "too_often", "Too often"),
        RequestFault::WrongMethod => (StatusCode::METHOD_NOT_ALLOWED, "wrong_method", "Wrong method"),
    }
}

/// What a form gets that is shown for the first time.
pub const SHOWN_AT_FIRST: StatusCode = StatusCode::OK;
/// What a form gets that is shown again with its faults.
pub const SHOWN_AGAIN: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
/// A page with what was just made.
pub const MADE: StatusCode = StatusCode::CREATED;
/// A link that was used, or is too old.
pub const USED_UP: StatusCode = StatusCode::GONE;
/// What a file is answered that is larger than any of ours.
pub const TOO_LARGE: StatusCode = StatusCode::PAYLOAD_TOO_LARGE;
/// What somebody may not do, or not from there.
pub const NOT_ALLOWED: StatusCode = StatusCode::FORBIDDEN;
/// What the server cannot do now.
pub const NOT_NOW: StatusCode = StatusCode::SERVICE_UNAVAILABLE;
/// A page of something that is not there.
pub const NOT_THERE: StatusCode = StatusCode::NOT_FOUND;

/// What stands in the head of a problem with this status: the header, and what it says.
pub fn header_of(status: StatusCode) -> Option<(&'static str, &'static str)> {
    match status {
        StatusCode::TOO_MANY_REQUESTS => Some((
            "retry-after",
            "In so many seconds, or at this date, it can be tried again (RFC 9110, 10.2.3)",
        )),
        StatusCode::UNAUTHORIZED => Some(("www-authenticate", "`Bearer`")),
        _ => None,
    }
}

/// A form that is shown, for the first time or again with its faults.
pub fn of_form(has_faults: bool) -> StatusCode {
    if has_faults { SHOWN_AGAIN } else { SHOWN_AT_FIRST }
}

impl ApiError {
    /// The status code alone.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusal) => of_refusal(refusal).0,
            Self::Request(fault) => of_request(fault).0,
            Self::Store(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// When to try again, as the header `retry-after` says it (RFC 9110, 10.2.3): in seconds, or a date.
    pub fn retry_after(&self) -> Option<HeaderValue> {
        match self {
            Self::Request(RequestFault::TooOften { seconds }) => Some(HeaderValue::from(*seconds)),
            Self::Refused(Refusal::PinLocked { until }) => {
                HeaderValue::from_str(&until.format("%a, %d %b %Y %H:%M:%S GMT").to_string()).ok()
            }
            Self::Store(_) => Some(HeaderValue::from(STORAGE_RETURNS_IN)),
            Self::Refused(_) | Self::Request(_) => None,
        }
    }

    /// The problem document.
    pub fn problem(&self) -> Problem {
        let (status, kind, title) = match self {
            Self::Refused(refusal) => of_refusal(refusal),
            Self::Request(fault) => of_request(fault),
            // What exactly is wrong is for the log; nobody outside can mend it.
            Self::Store(_) => {
                let status = StatusCode::SERVICE_UNAVAILABLE;
                return Problem::new(
                    status.as_u16(),
                    "storage_unavailable",
                    "The server cannot store anything now",
                )
                .detail("nothing was changed; try again with the same nonce");
            }
        };
        Problem::new(status.as_u16(), kind, title).detail(self.to_string())
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        if let Self::Store(fault) = &self {
            tracing::error!(error = fault as &dyn std::error::Error, "the store failed");
        }
        let problem = self.problem();
        let mut response = (self.status(), Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(problem::CONTENT_TYPE));
        if let Some(later) = self.retry_after() {
            headers.insert(header::RETRY_AFTER, later);
        }
        if matches!(self, Self::Refused(Refusal::TokenWrong)) {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
