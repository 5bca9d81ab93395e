//! The words of a page: its language and the office's time zone.

use axum::http::{HeaderMap, header};
use axum_extra::extract::CookieJar;
use chrono_tz::Tz;
use foyer_domain::Timestamp;
use foyer_domain::booking::{Interpreting, ServiceChoice};
use foyer_domain::office::{InterpreterWay, Localized, Office};
use foyer_text::{Language, Value};

/// The cookie that keeps a chosen language.
pub(super) const COOKIE: &str = "foyer_language";

/// A language and a time zone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    language: Language,
    zone: Tz,
}

impl Words {
    /// What the browser wishes, in the office's zone; UTC while the office is not known.
    pub(super) fn of(headers: &HeaderMap, office: Option<&Office>) -> Self {
        let chosen = CookieJar::from_headers(headers)
            .get(COOKIE)
            .and_then(|cookie| Language::from_tag(cookie.value()));
        let wished =
            || headers.get(header::ACCEPT_LANGUAGE).and_then(|wish| wish.to_str().ok()).unwrap_or("");
        let language = chosen.unwrap_or_else(|| Language::from_accept_language(wished()));
        Self::new(language, office)
    }

    /// These words, in a language that staff have.
    pub(super) fn new(language: Language, office: Option<&Office>) -> Self {
        Self { language: language.for_staff(), zone: office.map_or(Tz::UTC, |office| office.time_zone) }
    }

    /// For `lang`.
    pub(super) fn tag(&self) -> &'static str {
        self.language.tag()
    }

    /// The zone's IANA name, for times that the browser writes.
    pub(super) fn zone(&self) -> &'static str {
        self.zone.name()
    }

    /// The language that the foot of the page offers.
    pub(super) fn other(&self) -> Language {
        let mut others = Language::FOR_STAFF.iter().copied().filter(|language| *language != self.language);
        others.next().unwrap_or(self.language)
    }

    /// A text without variables.
    pub(super) fn text(&self, id: &str) -> String {
        foyer_text::text(self.language, id)
    }

    /// A text with one variable.
    pub(super) fn text_with<'a>(&self, id: &str, name: &str, value: impl Into<Value<'a>>) -> String {
        self.texts(id, &[(name, value.into())])
    }

    /// A text with several variables.
    pub(super) fn texts(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        foyer_text::text_with(self.language, id, values)
    }

    /// "10:00 Uhr".
    pub(super) fn time(&self, at: Timestamp) -> String {
        foyer_text::time_of_day(self.language, self.zone, at)
    }

    /// "10:00:07 Uhr".
    pub(super) fn seconds(&self, at: Timestamp) -> String {
        foyer_text::time_with_seconds(self.language, self.zone, at)
    }

    /// "Montag, 23. November 2026, 10:00 Uhr".
    pub(super) fn day_and_time(&self, at: Timestamp) -> String {
        foyer_text::day_and_time(self.language, self.zone, at)
    }

    /// "Dolmetschen: Tigrinya, Video".
    pub(super) fn interpreting(&self, said: &Interpreting) -> String {
        let spoken = foyer_text::spoken_language(&said.language);
        let language = spoken.map(|spoken| spoken.name(self.language).to_owned());
        let language = language.unwrap_or_else(|| self.text("desk-language-other"));
        let way = said.way.map(|way| {
            self.text(match way {
                InterpreterWay::OnSite => "desk-way-on-site",
                InterpreterWay::Telephone => "desk-way-telephone",
                InterpreterWay::Video => "desk-way-video",
            })
        });
        let what = [Some(language), way].into_iter().flatten().collect::<Vec<_>>().join(", ");
        self.text_with("desk-interpreting", "what", what)
    }

    /// "Sprache: Ukrainisch"; nothing of German, which everybody here speaks.
    pub(super) fn speaks(&self, language: Language) -> Option<String> {
        Some(self.text(match language {
            Language::German => return None,
            Language::EasyGerman => "desk-speaks-easy",
            Language::English => "desk-speaks-en",
            Language::Turkish => "desk-speaks-tr",
            Language::Arabic => "desk-speaks-ar",
            Language::Ukrainian => "desk-speaks-uk",
            Language::Russian => "desk-speaks-ru",
            Language::Polish => "desk-speaks-pl",
            Language::French => "desk-speaks-fr",
        }))
    }

    /// The office's own text.
    pub(super) fn own<'a>(&self, text: &'a Localized) -> &'a str {
        text.get(self.language.tag())
    }

    /// "Personalausweis beantragen, 2 × Meldebescheinigung".
    pub(super) fn services(&self, office: &Office, services: &[ServiceChoice]) -> String {
        if services.is_empty() {
            return self.text("desk-services-unknown");
        }
        let name = |choice: &ServiceChoice| {
            let known = office.services.iter().find(|service| service.id == choice.service);
            let name = known.map_or(choice.service.as_str(), |service| self.own(&service.name));
            if choice.quantity == 1 {
                return name.to_owned();
            }
            let count = Value::from(u16::from(choice.quantity));
            self.texts("desk-times", &[("count", count), ("service", Value::from(name))])
        };
        services.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}
