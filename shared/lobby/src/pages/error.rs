//! Where pages choose their status codes, and what a page says that cannot be shown.

use super::assets;
use super::frame::{Frame, Page, Sentence};
use super::words::Words;
use crate::devices::DeviceError;
use crate::lobby::LobbyError;
use crate::staff::StaffError;
use crate::store::StoreError;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub(super) enum PageError {
    /// Nobody is signed in; the path is where to go on afterwards.
    #[error("nobody is signed in")]
    SignInFirst {
        /// The page that was asked for.
        back: String,
    },
    /// Nobody is signed in, and no person looks at the answer.
    #[error("the session is over")]
    SessionOver,
    /// The role does not reach.
    #[error("the role does not reach")]
    Role(Box<Page>),
    /// There is no such page.
    #[error("there is no such page")]
    NotFound(Box<Page>),
    /// A form of another site.
    #[error("a form of another site")]
    OtherOrigin,
    /// Storage.
    #[error("staff cannot be read or written")]
    Staff(#[from] StaffError),
    /// Storage.
    #[error("terminals cannot be read or written")]
    Devices(#[from] DeviceError),
    /// Storage.
    #[error("notices cannot be read or written")]
    Store(#[from] StoreError),
    /// A template failed.
    #[error("a page cannot be rendered")]
    Render(#[from] askama::Error),
}

#[derive(Template)]
#[template(path = "message.html")]
struct Message {
    words: Words,
    frame: Frame,
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        match self {
            Self::SignInFirst { back } => {
                Redirect::to(&format!("/sign-in?{}", form_pair("back", &back))).into_response()
            }
            Self::SessionOver => StatusCode::UNAUTHORIZED.into_response(),
            Self::Role(page) => message(StatusCode::FORBIDDEN, *page, "desk-refused-role"),
            Self::NotFound(mut page) => {
                page.frame.title = page.words.text("desk-not-here-title");
                message(StatusCode::NOT_FOUND, *page, "desk-not-here")
            }
            Self::OtherOrigin => {
                let text = Words::new(foyer_text::Language::default(), None).text("desk-refused-origin");
                (StatusCode::FORBIDDEN, text).into_response()
            }
            Self::Staff(_) | Self::Devices(_) | Self::Store(_) | Self::Render(_) => {
                tracing::error!(error = &self as &dyn std::error::Error, "a page failed");
                let text = Words::new(foyer_text::Language::default(), None).text("desk-refused-storage");
                (StatusCode::SERVICE_UNAVAILABLE, text).into_response()
            }
        }
    }
}

fn message(status: StatusCode, page: Page, text: &str) -> Response {
    let sentence = Sentence::no(page.words.text(text));
    let message = Message { words: page.words, frame: page.frame.saying(Some(sentence)) };
    match message.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => PageError::Render(error).into_response(),
    }
}

/// A link that was good once.
pub(super) fn gone(page: Page, text: &str) -> Response {
    message(StatusCode::GONE, page, text)
}

/// The page of a form that could not be used: what was typed is still there.
pub(super) fn unusable(page: impl IntoResponse) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// The answer to a press that changed nothing.
pub(super) fn conflict(page: impl IntoResponse) -> Response {
    (StatusCode::CONFLICT, page).into_response()
}

/// What a clerk is told when the lobby itself cannot answer.
pub(super) fn sentence(error: &LobbyError, words: &Words) -> Sentence {
    Sentence::no(words.text(match error {
        LobbyError::Refused(_) => "desk-refused-other",
        LobbyError::NonceTaken => "desk-refused-form",
        LobbyError::StorageUnavailable => "desk-refused-storage",
    }))
}

/// `name=value`, encoded for a query.
fn form_pair(name: &str, value: &str) -> String {
    url::form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish()
}
