//! Which office: searched by name and address, without steps, where one's language is spoken.

use super::frame::{Frame, Words, render};
use super::refused::Refused;
use crate::app::App;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::office::Office;
use foyer_text::{Spoken, spoken_languages};
use std::sync::Arc;

/// An office that can be chosen.
struct Row {
    href: String,
    name: String,
    /// Its own, or those of the places that it comes to.
    addresses: Vec<String>,
    step_free: bool,
    /// "Wir sprechen: Deutsch, Türkisch"; may be empty.
    languages: String,
}

#[derive(Template)]
#[template(path = "offices.html")]
struct Page {
    frame: Frame,
    rows: Vec<Row>,
    /// Whether there are enough offices to look for one.
    can_search: bool,
    typed: String,
    step_free: bool,
    has_step_free: bool,
    /// Languages that are spoken somewhere: code and name.
    spoken: Vec<(&'static str, &'static str)>,
    speaks: String,
    found: String,
    /// All offices again, if some are left out.
    all: Option<String>,
}

/// What is looked for.
struct Wanted {
    typed: String,
    step_free: bool,
    speaks: String,
}

impl Wanted {
    fn read(query: &[(String, String)]) -> Self {
        let value =
            |name: &str| query.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
        let known = foyer_text::spoken_language(value("speaks")).map_or("", |spoken| spoken.code);
        Self {
            typed: value("q").trim().chars().take(100).collect(),
            step_free: value("step_free") == "1",
            speaks: known.to_owned(),
        }
    }

    fn is_nothing(&self) -> bool {
        self.typed.is_empty() && !self.step_free && self.speaks.is_empty()
    }

    fn path(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("q", &self.typed).append_pair("speaks", &self.speaks);
        if self.step_free {
            query.append_pair("step_free", "1");
        }
        format!("/?{}", query.finish())
    }

    /// The offices that fit; slips are forgiven where nothing else is found.
    fn found(&self, offices: &[Arc<Office>]) -> Vec<Arc<Office>> {
        let fits = |office: &&Arc<Office>| {
            (!self.step_free || office.is_step_free_somewhere())
                && (self.speaks.is_empty() || office.languages.contains(&self.speaks))
        };
        let by = |finds: fn(&str, &str) -> bool| -> Vec<Arc<Office>> {
            let holds = |office: &&Arc<Office>| {
                self.typed.is_empty()
                    || finds(&self.typed, &office.name)
                    || office.addresses().iter().any(|text| finds(&self.typed, text))
            };
            offices.iter().filter(fits).filter(holds).cloned().collect()
        };
        let found = by(foyer_text::finds);
        if found.is_empty() { by(foyer_text::finds_nearly) } else { found }
    }
}

fn row(words: &Words, office: &Office) -> Row {
    let speaks = |spoken: &&&Spoken| office.languages.iter().any(|code| code == spoken.code);
    let all = spoken_languages(words.language);
    let names: Vec<&str> = all.iter().filter(speaks).map(|spoken| spoken.name(words.language)).collect();
    let names = words.list(&names);
    Row {
        href: words.office_link(office),
        name: office.name.clone(),
        addresses: office.addresses(),
        step_free: office.is_step_free_somewhere(),
        languages: match names.as_str() {
            "" => String::new(),
            names => words.text_with("portal-offices-languages", "languages", names),
        },
    }
}

/// `GET /`: which office; where there is only one, it is that.
pub async fn show(
    State(app): State<App>,
    words: Words,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let now = app.now();
    let all = app.store.offices();
    let offices = all.iter().map(|state| &state.office).filter(|office| !office.has_ended(office.day(now)));
    let offices: Vec<Arc<Office>> = offices.map(Arc::clone).collect();
    if let [only] = &offices[..] {
        return Ok(Redirect::to(&words.office_link(only)).into_response());
    }
    let wanted = Wanted::read(&query);
    let found = wanted.found(&offices);
    let is_spoken = |spoken: &&Spoken| {
        offices.iter().any(|office| office.languages.iter().any(|code| code == spoken.code))
    };
    let count = match (wanted.is_nothing(), found.len()) {
        (true, _) => String::new(),
        (false, 0) => words.text("portal-offices-found-none"),
        (false, count) => words.text_with("portal-offices-found", "count", count),
    };
    let page = Page {
        frame: Frame::new(&app, words, words.text("portal-offices-title"), wanted.path()),
        rows: found.iter().map(|office| row(&words, office)).collect(),
        can_search: !offices.is_empty(),
        has_step_free: offices.iter().any(|office| office.is_step_free_somewhere()),
        spoken: spoken_languages(words.language)
            .into_iter()
            .filter(is_spoken)
            .map(|spoken| (spoken.code, spoken.name(words.language)))
            .collect(),
        all: (found.len() < offices.len()).then(|| words.link("/")),
        typed: wanted.typed,
        step_free: wanted.step_free,
        speaks: wanted.speaks,
        found: count,
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}
