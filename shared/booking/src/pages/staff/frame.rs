//! What every page for staff has around its content, and what is shown when it cannot be.

use super::super::frame::Words;
use super::super::refused::say_error;
use super::super::{FORM_LIMIT, assets};
use super::menu::{self, Entry};
use crate::app::App;
use crate::error::{ApiError, NOT_ALLOWED, NOT_THERE, RequestFault, TOO_LARGE};
use crate::refusal::Refusal;
use crate::store::StoreFault;
use askama::Template;
use axum::Extension;
use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use foyer_access::{Person, StaffError};
use foyer_domain::id::OfficeId;
use foyer_domain::office::Office;
use foyer_text::Language;
use std::sync::Arc;

/// The styles of every page for staff.
const STYLES: [&str; 5] =
    [assets::KERN_CSS, assets::SITE_CSS, assets::STAFF_CSS, assets::BOOKINGS_CSS, assets::BOOKINGS_MANY_CSS];

/// A refusal at the top of a page, in the reader's language.
pub struct Sentence(pub String);

/// The frame around a page for staff.
pub struct Frame {
    /// Its language.
    pub words: Words,
    /// The one heading, and the window's title.
    pub title: String,
    /// Who is signed on.
    pub person: Option<Person>,
    /// What is to be said.
    pub says: Vec<Sentence>,
    /// Offices, and what belongs to none of them.
    pub menu: Vec<Entry>,
    /// The pages of the office where one is.
    pub office_menu: Vec<Entry>,
    /// The demo clock's time.
    pub demo: Option<String>,
    path: String,
}

impl Frame {
    /// The frame of the page at `path`, in a language that staff have.
    pub fn new(app: &App, words: Words, title: &str, path: &str, person: Option<Person>) -> Self {
        let words = Words { language: words.language.for_staff(), ..words };
        let zone = app.store.offices().first().map_or(chrono_tz::UTC, |state| state.office.time_zone);
        let demo = app.clock.is_demo().then(|| foyer_text::day_and_time(words.language, zone, app.now()));
        Self {
            words,
            title: words.text(title),
            person,
            says: Vec::new(),
            menu: Vec::new(),
            office_menu: Vec::new(),
            demo,
            path: path.to_owned(),
        }
    }

    /// With the menu; `office` is where one is, and how many requests wait there.
    #[must_use]
    pub fn with_menu(mut self, app: &App, office: Option<(&OfficeId, u64)>) -> Self {
        let Some(person) = &self.person else { return self };
        let here = office.map(|(id, _)| id.as_str());
        self.menu = menu::town(app, &self.words, person, &self.path, here);
        if let Some((id, asked)) = office {
            self.office_menu = menu::office(&self.words, person, &self.path, id, asked);
        }
        self
    }

    /// With a sentence more.
    #[must_use]
    pub fn saying(mut self, sentence: Option<Sentence>) -> Self {
        self.says.extend(sentence);
        self
    }

    /// This page in the other language that staff have.
    pub fn other(&self) -> (&'static str, String) {
        let other = Language::FOR_STAFF.iter().find(|language| **language != self.words.language);
        let words = Words { language: other.copied().unwrap_or_default(), is_chosen: true };
        (words.tag(), words.link(&self.path))
    }

    /// Where the styles are.
    pub fn styles(&self) -> [&'static str; 5] {
        STYLES
    }

    /// Where the style of the administration's forms is.
    pub fn admin_style(&self) -> &'static str {
        assets::ADMIN_CSS
    }

    /// Where the script is that filters lists while one types.
    pub fn script(&self) -> &'static str {
        assets::BOOKINGS_JS
    }
}

/// Why a page for staff cannot be shown; the reason is said, as staff can do something about it. What refuses need not
/// know the language: [`say_refusals`] does.
#[derive(Debug, Clone)]
pub enum Refused {
    /// Nobody is signed on; where to go on afterwards.
    SignInFirst { back: String },
    /// The form came from somewhere else.
    OtherOrigin,
    /// The role does not reach.
    Role,
    /// A form with more in it than is taken.
    TooLong,
    /// As in the interface for programs.
    Api(ApiError),
}

impl<E: Into<ApiError>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self::Api(error.into())
    }
}

impl Refused {
    /// What signing on cannot say beside its form.
    pub fn of_staff(error: StaffError<StoreFault>) -> Self {
        match error {
            StaffError::Store(fault) => Self::Api(fault.into()),
            other => Self::Api(RequestFault::Malformed(other.to_string()).into()),
        }
    }
}

#[derive(Template)]
#[template(path = "staff/refused.html")]
struct RefusedPage {
    words: Words,
    said: String,
    styles: [&'static str; 5],
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::SignInFirst { back } => {
                let back = url::form_urlencoded::byte_serialize(back.as_bytes()).collect::<String>();
                return Redirect::to(&format!("/staff/sign-in?back={back}")).into_response();
            }
            Self::OtherOrigin | Self::Role => NOT_ALLOWED,
            Self::TooLong => TOO_LARGE,
            Self::Api(ApiError::Refused(Refusal::OfficeUnknown { .. } | Refusal::BookingUnknown)) => {
                NOT_THERE
            }
            Self::Api(error) => error.status(),
        };
        (status, Extension(self)).into_response()
    }
}

/// Says what a page has refused, in the language of whoever asked.
pub async fn say_refusals(words: Words, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let Some(refused) = response.extensions_mut().remove::<Refused>() else { return response };
    let words = Words { language: words.language.for_staff(), ..words };
    let said = match refused {
        // Led on already.
        Refused::SignInFirst { .. } => return response,
        Refused::OtherOrigin => words.text("staff-other-origin"),
        Refused::Role => words.text("staff-role"),
        Refused::TooLong => words.text_with("staff-too-long", "most", FORM_LIMIT / 1024),
        Refused::Api(ApiError::Refused(Refusal::OfficeUnknown { .. } | Refusal::BookingUnknown)) => {
            words.text("staff-not-found")
        }
        Refused::Api(error) => say_error(&words, &error, chrono_tz::UTC),
    };
    let html = Html(RefusedPage { words, said, styles: STYLES }.render().unwrap_or_default());
    (response.status(), [(header::CONTENT_LANGUAGE, words.tag())], html).into_response()
}

/// An office of this name.
pub fn office(app: &App, id: &str) -> Result<Arc<Office>, Refused> {
    let state = app.store.office(&foyer_domain::id::OfficeId(id.to_owned()))?;
    Ok(Arc::clone(&state.office))
}
