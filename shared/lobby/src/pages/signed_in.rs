//! Who is signed in, and as what.

use super::error::PageError;
use super::frame::Page;
use super::page;
use crate::lobby::Lobby;
use crate::staff::{Person, Role, SESSION_COOKIE};
use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;

/// Somebody of the staff, with the beginning of their page.
#[derive(Clone)]
pub(super) struct SignedIn {
    /// Who.
    pub person: Person,
    /// The session's cookie, to see later whether it still holds.
    pub cookie: String,
    /// Words and frame.
    pub page: Page,
}

impl SignedIn {
    /// This page's title, for a role that reaches.
    pub(super) fn of_role(mut self, least: Role, title: &str) -> Result<Self, PageError> {
        self.page.frame.title = self.page.words.text(title);
        if self.person.role < least {
            return Err(PageError::Role(Box::new(self.page)));
        }
        Ok(self)
    }
}

impl FromRequestParts<Lobby> for SignedIn {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, lobby: &Lobby) -> Result<Self, PageError> {
        let cookies = CookieJar::from_headers(&parts.headers);
        let cookie = cookies.get(SESSION_COOKIE).map(|cookie| cookie.value().to_owned());
        let person = match &cookie {
            Some(cookie) => lobby.staff().session(cookie).await?,
            None => None,
        };
        let (Some(person), Some(cookie)) = (person, cookie) else {
            let path = parts.uri.path();
            // A stream or a press of the script is not seen by anybody: the script loads the page anew.
            let unseen = path.ends_with("/stream") || parts.headers.contains_key("foyer-part");
            let back = if parts.method == Method::GET { path.to_owned() } else { "/desk".to_owned() };
            return Err(if unseen { PageError::SessionOver } else { PageError::SignInFirst { back } });
        };
        let mut page = page(lobby, &parts.headers, "desk-counters-title", parts.uri.path());
        page.frame.person = Some(person.clone());
        Ok(Self { person, cookie, page })
    }
}
