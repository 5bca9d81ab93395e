//! A form that somebody of the staff sent.

use super::super::contact;
use super::frame::Refused;
use crate::error::TOO_LARGE;
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;

/// As axum's; one that is too long, or is none of ours, is told about on a page.
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        match axum::Form::from_request(request, state).await {
            Ok(axum::Form(form)) => Ok(Self(form)),
            Err(rejection) if rejection.status() == TOO_LARGE => Err(Refused::TooLong),
            Err(rejection) => Err(contact::malformed(&rejection).into()),
        }
    }
}
