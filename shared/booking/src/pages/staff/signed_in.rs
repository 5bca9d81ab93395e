//! Who is signed on, and as what.

use super::super::frame::Words;
use super::SESSION_COOKIE;
use super::frame::{Frame, Refused};
use super::menu;
use crate::app::App;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::Method;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use foyer_access::{Person, Role};
use foyer_domain::id::OfficeId;

/// Somebody of the staff.
#[derive(Clone)]
pub struct SignedIn {
    /// Who; their role is that at the office of the page.
    pub person: Person,
    /// Their language.
    pub words: Words,
    path: String,
    /// At which offices requests wait, and how many.
    asked: Vec<(OfficeId, u64)>,
}

impl SignedIn {
    /// The frame of this page, which is of the office that its address names.
    pub fn frame(&self, app: &App, title: &str) -> Frame {
        let office = menu::office_of(&self.path).map(|id| OfficeId(id.to_owned()));
        self.framed(app, title, office.as_ref().filter(|id| app.store.office(id).is_ok()))
    }

    /// The frame of this page, which is of an office that its address does not name.
    pub fn frame_at(&self, app: &App, title: &str, office: &OfficeId) -> Frame {
        self.framed(app, title, Some(office))
    }

    fn framed(&self, app: &App, title: &str, office: Option<&OfficeId>) -> Frame {
        let asked = office.map(|id| (id, self.asked(id)));
        Frame::new(app, self.words, title, &self.path, Some(self.person.clone())).with_menu(app, asked)
    }

    /// With the requests that wait after one was answered.
    pub async fn counted_anew(mut self, app: &App) -> Result<Self, Refused> {
        self.asked = app.store.request_counts().await?;
        Ok(self)
    }

    /// How many requests wait for an answer at an office.
    pub fn asked(&self, office: &OfficeId) -> u64 {
        self.asked.iter().find(|(id, _)| id == office).map_or(0, |(_, count)| *count)
    }

    /// Whether they work at an office at all, whatever the office of the page is.
    pub fn works_at(&self, office: &OfficeId) -> bool {
        self.person.role_at(office).is_some()
    }

    /// At an office that the address does not name: with what they may do there.
    pub fn at(mut self, office: &OfficeId) -> Result<Self, Refused> {
        self.person.role = self.person.role_at(office).ok_or(Refused::Role)?;
        Ok(self)
    }

    /// For what concerns all offices together.
    pub fn everywhere(self) -> Result<Self, Refused> {
        if self.person.is_everywhere() { Ok(self) } else { Err(Refused::Role) }
    }

    /// For a role that reaches.
    pub fn of_role(self, least: Role) -> Result<Self, Refused> {
        if self.person.role < least { Err(Refused::Role) } else { Ok(self) }
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refused> {
        let Ok(words) = Words::from_request_parts(parts, app).await;
        let words = Words { language: words.language.for_staff(), ..words };
        let cookies = CookieJar::from_headers(&parts.headers);
        let person = match cookies.get(SESSION_COOKIE) {
            Some(cookie) => app.staff.session(cookie.value()).await.map_err(Refused::of_staff)?,
            None => None,
        };
        let path = parts.uri.path().to_owned();
        let Some(person) = person else {
            let reads = parts.method == Method::GET;
            let asked = parts.uri.path_and_query().map_or(path.as_str(), |whole| whole.as_str());
            return Err(Refused::SignInFirst { back: if reads { asked } else { "/staff" }.to_owned() });
        };
        let asked = app.store.request_counts().await?;
        let signed = Self { person, words, path, asked };
        // Whatever a page does at the office of its address, it does with what somebody may do there.
        let named = RawPathParams::from_request_parts(parts, app).await;
        let named = named.ok().and_then(|named| {
            let (_, office) = named.iter().find(|(name, _)| *name == "office")?;
            Some(OfficeId(office.to_owned()))
        });
        match named {
            Some(office) => signed.at(&office),
            None => Ok(signed),
        }
    }
}
