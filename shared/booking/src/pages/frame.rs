//! What all pages share: language, title, the way to the other languages.

use super::assets;
use crate::app::App;
use crate::error::{ApiError, RequestFault};
use axum::extract::{FromRequestParts, Query};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::Html;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::Office;
use foyer_text::{Language, Value};
use std::convert::Infallible;

/// Beyond that nobody thinks in minutes.
const LONGEST_IN_MINUTES: u16 = 90;

/// The language of one answer: the address's `lang`, else the browser's wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Which.
    pub language: Language,
    /// Whether the address said so.
    pub is_chosen: bool,
}

impl Words {
    /// "Ort: Rathausplatz 1", of the text of this id and a value.
    pub fn labelled(&self, id: &str, value: &str) -> String {
        let values = [("label", self.text(id).into()), ("value", value.into())];
        foyer_text::text_with(self.language, "mail-labelled", &values)
    }

    /// The text of this id.
    pub fn text(&self, id: &str) -> String {
        foyer_text::text(self.language, id)
    }

    /// The text of this id with one value.
    pub fn text_with<'a>(&self, id: &str, name: &'a str, value: impl Into<Value<'a>>) -> String {
        foyer_text::text_with(self.language, id, &[(name, value.into())])
    }

    /// "etwa 20 Minuten", "etwa 4 Stunden 20 Minuten".
    pub fn length(&self, minutes: u16) -> String {
        if minutes <= LONGEST_IN_MINUTES {
            return self.text_with("portal-services-minutes", "minutes", minutes);
        }
        let values = [("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())];
        foyer_text::text_with(self.language, "portal-services-hours", &values)
    }

    /// `de`.
    pub fn tag(&self) -> &'static str {
        self.language.tag()
    }

    /// The arrows to what was before and to what comes next: back is where lines begin.
    pub fn arrows(&self) -> (&'static str, &'static str) {
        if self.language.is_right_to_left() { ("→", "←") } else { ("←", "→") }
    }

    /// The language that a booking was made in, unless the address says another one.
    pub fn or(self, tag: &str) -> Self {
        match (self.is_chosen, Language::from_tag(tag)) {
            (false, Some(language)) => Self { language, ..self },
            _ => self,
        }
    }

    /// An address in this language.
    pub fn link(&self, path: &str) -> String {
        let sign = if path.contains('?') { '&' } else { '?' };
        format!("{path}{sign}lang={}", self.tag())
    }

    /// An office's page in this language.
    pub fn office_link(&self, office: &Office) -> String {
        self.link(&format!("/{}", office.id))
    }

    /// "Deutsch, Türkisch".
    pub fn list(&self, items: &[&str]) -> String {
        items.join(if self.language == Language::Arabic { "، " } else { ", " })
    }

    /// "Personalausweis beantragen, 2 × Reisepass beantragen".
    pub fn services(&self, office: &Office, choices: &[ServiceChoice]) -> String {
        let name = |choice: &ServiceChoice| {
            let service = office.service(&choice.service);
            let name = service.map_or(choice.service.as_str(), |service| service.name.get(self.tag()));
            if choice.quantity > 1 { format!("{} × {name}", choice.quantity) } else { name.to_owned() }
        };
        let names: Vec<String> = choices.iter().map(name).collect();
        self.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Words {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        #[derive(serde::Deserialize)]
        struct Lang {
            lang: Option<String>,
        }
        let asked = Query::<Lang>::try_from_uri(&parts.uri).ok().and_then(|Query(query)| query.lang);
        let chosen = asked.as_deref().and_then(Language::from_tag);
        let wish = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let wished = || wish.map_or(Language::default(), Language::from_accept_language);
        Ok(Self { language: chosen.unwrap_or_else(wished), is_chosen: chosen.is_some() })
    }
}

/// A language that can be chosen.
pub struct Choice {
    /// Which.
    pub language: Language,
    /// This page in it.
    pub href: String,
    /// Whether this page is in it.
    pub is_here: bool,
}

/// The frame around a page.
pub struct Frame {
    /// Its language.
    pub words: Words,
    /// The one heading, and the window's title.
    pub title: String,
    step: Option<u8>,
    /// The demo clock's time.
    pub demo: Option<String>,
    path: String,
    /// The form whose fields go along into another language; its id.
    pub keeps: Option<&'static str>,
}

impl Frame {
    /// A frame; `path` is where the same page is in another language.
    pub fn new(app: &App, words: Words, title: String, path: String) -> Self {
        let now = app.now();
        let zone = app.store.offices().first().map_or(chrono_tz::UTC, |state| state.office.time_zone);
        let demo = app.clock.is_demo().then(|| foyer_text::day_and_time(words.language, zone, now));
        Self { words, title, step: None, demo, path, keeps: None }
    }

    /// A frame for a page that is at one address only.
    pub fn bare(words: Words, title: String) -> Self {
        Self { words, title, step: None, demo: None, path: "/".to_owned(), keeps: None }
    }

    /// … that is a step of booking.
    #[must_use]
    pub fn step(mut self, step: u8) -> Self {
        self.step = Some(step);
        self
    }

    /// … where another language must not lose what is typed into the form of this id.
    #[must_use]
    pub fn keeping(mut self, form: &'static str) -> Self {
        self.keeps = Some(form);
        self
    }

    /// "Schritt 2 von 4".
    pub fn step_said(&self) -> Option<String> {
        self.step.map(|step| self.words.text_with("portal-steps", "step", step))
    }

    /// All languages, each with this page in it.
    pub fn choices(&self) -> Vec<Choice> {
        let choice = |language: &Language| Choice {
            language: *language,
            href: Words { language: *language, is_chosen: true }.link(&self.path),
            is_here: *language == self.words.language,
        };
        Language::ALL.iter().map(choice).collect()
    }

    /// Where the styles are.
    pub fn styles(&self) -> [&'static str; 3] {
        [assets::KERN_CSS, assets::SITE_CSS, assets::PORTAL_CSS]
    }

    /// Where the script of the page of services is.
    pub fn choice_script(&self) -> &'static str {
        assets::CHOICE_JS
    }

    /// Where the style of the form of who comes is.
    pub fn form_style(&self) -> &'static str {
        assets::FORM_CSS
    }

    /// Where the script is that counts down how long a time is held.
    pub fn held_script(&self) -> &'static str {
        assets::HELD_JS
    }

    /// Where the style of a booking's page is.
    pub fn booking_style(&self) -> &'static str {
        assets::BOOKING_CSS
    }

    /// Where the script is of the key that prints a page.
    pub fn print_script(&self) -> &'static str {
        assets::PRINT_JS
    }

    /// Where the style of the page of times is.
    pub fn times_style(&self) -> &'static str {
        assets::TIMES_CSS
    }

    /// Where the script is that renews the free times.
    pub fn times_script(&self) -> &'static str {
        assets::TIMES_JS
    }

    /// Where the phone page's styles are: without KERN's, which are larger than all else together.
    pub fn phone_styles(&self) -> [&'static str; 2] {
        [assets::SITE_CSS, assets::PHONE_CSS]
    }

    /// Where the phone page's script is.
    pub fn phone_script(&self) -> &'static str {
        assets::PHONE_JS
    }
}

/// Renders a page.
///
/// # Errors
/// A template that cannot be rendered, which writing to memory never is.
pub fn render(page: &impl askama::Template) -> Result<Html<String>, ApiError> {
    page.render().map(Html).map_err(|error| RequestFault::Malformed(error.to_string()).into())
}
