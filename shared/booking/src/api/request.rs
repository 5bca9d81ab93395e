//! Reading requests: body, nonce, token, the list of services.

use super::{BODY_LIMIT, REPORTS_LIMIT};
use crate::app::App;
use crate::error::{ApiError, RequestFault};
use crate::refusal::Refusal;
use crate::rights::Right;
use crate::store::{Lobby, Request, TokenEntry};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use foyer_domain::booking::ServiceChoice;
use foyer_protocol::nonce::{self, Nonce};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A JSON body, with its bytes, which tell one request from another.
pub struct Body<T> {
    /// What it says.
    pub value: T,
    bytes: Bytes,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: axum::extract::Request, state: &S) -> Result<Self, ApiError> {
        let path = request.uri().path();
        let is_lobbys = path.ends_with("/reports") || path.ends_with("/positions");
        let limit = if is_lobbys { REPORTS_LIMIT } else { BODY_LIMIT };
        let bytes =
            Bytes::from_request(request, state).await.map_err(|_| RequestFault::TooLarge { limit })?;
        let read = Json::<T>::from_bytes(&bytes).map(|Json(value)| value);
        let fault = match read {
            Ok(value) => return Ok(Self { value, bytes }),
            Err(rejection) => RequestFault::Malformed(rejection.body_text()),
        };
        // To JSON 3.0 is a whole number, and some programs write it so.
        let whole =
            serde_json::from_slice(&bytes).ok().and_then(|value| serde_json::from_value(whole(value)).ok());
        Ok(Self { value: whole.ok_or(fault)?, bytes })
    }
}

/// The value with `3` for each `3.0`.
fn whole(value: Value) -> Value {
    match value {
        Value::Array(all) => all.into_iter().map(whole).collect(),
        Value::Object(all) => all.into_iter().map(|(key, value)| (key, whole(value))).collect(),
        Value::Number(number) => match number.as_f64() {
            // Up to here every whole number is one of its own.
            Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() <= (1_u64 << 53) as f64 => {
                Value::from(float as i64)
            }
            _ => Value::Number(number),
        },
        Value::Null | Value::Bool(_) | Value::String(_) => value,
    }
}

/// A change that somebody asks for: nonce, path and body.
pub fn change<T>(app: &App, headers: &HeaderMap, path: &[&str], body: &Body<T>) -> Result<Request, ApiError> {
    let nonce = headers.get(nonce::HEADER).and_then(|value| value.to_str().ok());
    let nonce = nonce.and_then(|text| text.trim_matches('"').parse().ok());
    let nonce = nonce.map(Nonce).ok_or(RequestFault::NonceMissing)?;
    let mut asked: Vec<&[u8]> = path.iter().map(|part| part.as_bytes()).collect();
    asked.push(&body.bytes);
    Ok(app.store.request(nonce, &asked))
}

/// The one name in a path.
pub struct Named(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let found = Path::<String>::from_request_parts(parts, state).await;
        found.map(|Path(name)| Self(name)).map_err(|fault| RequestFault::Malformed(fault.body_text()).into())
    }
}

/// A lobby that has shown its token.
pub struct SignedOn(pub Lobby);

impl FromRequestParts<App> for SignedOn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let token = bearer(&parts.headers)?;
        let lobby = app.store.lobby(token.clone(), app.now()).await??;
        app.pace.know(&token);
        Ok(Self(lobby))
    }
}

/// Whose token was sent, if it allows this.
pub async fn program(app: &App, headers: &HeaderMap, right: Right) -> Result<TokenEntry, ApiError> {
    let token = bearer(headers)?;
    let entry = app.store.token(token.clone(), right).await??;
    app.pace.know(&token);
    Ok(entry)
}

/// The token that was sent.
pub fn bearer(headers: &HeaderMap) -> Result<String, Refusal> {
    let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = value.and_then(|value| value.strip_prefix("Bearer ")).ok_or(Refusal::TokenWrong)?;
    Ok(token.trim().to_owned())
}

/// Reads `pass:1,meldung:2`; a service without a number is meant once.
pub fn services(text: &str) -> Result<Vec<ServiceChoice>, ApiError> {
    let wrong = || RequestFault::Malformed(format!("`services` is `{text}`; write `pass:1,meldung:2`"));
    let choice = |part: &str| {
        let (service, quantity) = part.split_once(':').unwrap_or((part, "1"));
        let quantity = quantity.parse().map_err(|_| wrong())?;
        if service.is_empty() {
            Err(wrong())
        } else {
            Ok(ServiceChoice { service: service.into(), quantity })
        }
    };
    Ok(text.split(',').map(choice).collect::<Result<_, _>>()?)
}
