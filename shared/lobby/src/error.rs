//! What goes wrong, as the wire says it. All status codes of the lobby are chosen here.

use crate::devices::DeviceError;
use crate::lobby::LobbyError;
use crate::store::StoreError;
use axum::extract::rejection::JsonRejection;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use foyer_domain::Timestamp;
use foyer_domain::engine::Refusal;
use foyer_protocol::lobby::DeviceKind;
use foyer_protocol::problem::{CONTENT_TYPE, Problem};

/// Why a request of the device API was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ApiError {
    #[error("no token, or a wrong or revoked one")]
    NotEnrolled,
    #[error("a {has:?} may not do this")]
    Forbidden { has: DeviceKind },
    #[error("no nonce")]
    NoNonce,
    #[error("a malformed request: {0}")]
    Malformed(String),
    #[error("a request that is too large")]
    TooLarge,
    #[error("not found")]
    NotFound,
    #[error("not this method")]
    WrongMethod,
    #[error("a visit of an earlier day")]
    Gone,
    #[error(transparent)]
    Lobby(#[from] LobbyError),
    #[error(transparent)]
    Device(#[from] DeviceError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<JsonRejection> for ApiError {
    fn from(rejection: JsonRejection) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            return Self::TooLarge;
        }
        Self::Malformed(rejection.body_text())
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let problem = self.problem();
        if problem.status >= 500 {
            tracing::error!(error = &self as &dyn std::error::Error, "a request failed");
        }
        let retry = match &self {
            Self::Device(DeviceError::TooManyTries { .. }) => Some(HeaderValue::from_static("60")),
            Self::Lobby(LobbyError::StorageUnavailable) | Self::Store(_) => {
                Some(HeaderValue::from_static("1"))
            }
            _ => None,
        };
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(problem)).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE));
        if let Some(retry) = retry {
            response.headers_mut().insert(header::RETRY_AFTER, retry);
        }
        response
    }
}

impl ApiError {
    fn problem(&self) -> Problem {
        match self {
            Self::NotEnrolled => Problem::new(401, "not_enrolled", "this terminal is not enrolled")
                .detail("Make a code under devices in the desk and enrol the terminal with it."),
            Self::Forbidden { has } => {
                Problem::new(403, "not_allowed", "not allowed for this kind of terminal")
                    .detail(format!("It is enrolled as a {}.", kind(*has)))
            }
            Self::NoNonce => Problem::new(400, "nonce_missing", "the header idempotency-key is missing")
                .detail("Send a UUID that was made for this attempt."),
            Self::Malformed(what) => Problem::new(400, "malformed", "the request is malformed").detail(what),
            Self::TooLarge => {
                Problem::new(413, "too_large", "the request is too large").detail("At most 64 kB are read.")
            }
            Self::NotFound => Problem::new(404, "not_found", "there is nothing at this address"),
            Self::WrongMethod => Problem::new(405, "wrong_method", "this address does not take this method"),
            Self::Gone => Problem::new(410, "ticket_gone", "this ticket is of an earlier day"),
            Self::Lobby(error) => lobby(error),
            Self::Device(error) => device(error),
            Self::Store(_) => storage(),
        }
    }
}

fn lobby(error: &LobbyError) -> Problem {
    match error {
        LobbyError::Refused(refusal) => refused(refusal),
        LobbyError::NonceTaken => {
            Problem::new(422, "nonce_taken", "this nonce belongs to somebody else").detail(error.to_string())
        }
        LobbyError::StorageUnavailable => storage(),
    }
}

fn storage() -> Problem {
    Problem::new(503, "storage_unavailable", "the lobby cannot write to its disk")
        .detail("Nothing was changed. Send the same request again; staff should look at the lobby's disk.")
}

/// Refusals by the rules are conflicts with the state, but for what does not exist or is not set up.
fn refused(refusal: &Refusal) -> Problem {
    match refusal {
        Refusal::NoOffice => Problem::new(503, "no_configuration", "the lobby has no configuration yet")
            .detail(refusal.to_string()),
        Refusal::NotFound { .. } => {
            Problem::new(404, "not_found", "there is no such thing").detail(refusal.to_string())
        }
        other => Problem::new(409, "refused", "the rules do not allow it now").detail(other.to_string()),
    }
}

fn device(error: &DeviceError) -> Problem {
    match error {
        DeviceError::WrongCode => {
            Problem::new(403, "wrong_code", "the code is not valid").detail(error.to_string())
        }
        DeviceError::OtherKind(wanted) => {
            Problem::new(403, "other_kind", "the code is for another kind of terminal")
                .detail(format!("It is for a {}; the code stays valid.", kind(*wanted)))
        }
        DeviceError::TooManyTries { until } => Problem::new(429, "too_many_tries", "too many wrong codes")
            .detail(format!("Try again at {}.", seconds(*until))),
        DeviceError::Name => Problem::new(422, "name", "the name cannot be used").detail(error.to_string()),
        DeviceError::Store(_) => storage(),
    }
}

fn kind(kind: DeviceKind) -> &'static str {
    match kind {
        DeviceKind::Kiosk => "kiosk",
        DeviceKind::Display => "display",
    }
}

fn seconds(at: Timestamp) -> String {
    at.format("%H:%M:%S UTC").to_string()
}
