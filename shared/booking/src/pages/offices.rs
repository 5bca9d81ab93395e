//! Which office: searched by name, address and what it offers, without steps, where one's language is spoken.

use super::frame::{Frame, Words, render};
use super::narrow::Narrow;
use super::refused::Refused;
use super::service;
use crate::app::App;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::office::{Office, Service};
use foyer_text::Finds;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
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
    /// "Bietet an: Reisepass beantragen", where that was searched; may be empty.
    offers: String,
}

/// So many services that fit are named of each office.
const NAMED: usize = 3;

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

    /// What the next pages have to know.
    fn narrow(&self) -> Narrow {
        let speaks = foyer_text::spoken_language(&self.speaks).map(|spoken| spoken.code);
        Narrow { step_free: self.step_free, speaks, ..Narrow::default() }
    }

    /// The offices that fit, those of this name or address first, then those that offer it, with what that is. Other forms
    /// of words and slips are forgiven where nothing else is found.
    fn found<'a>(&self, words: &Words, offices: &'a [Arc<Office>]) -> Vec<(&'a Office, Vec<&'a Service>)> {
        let narrow = self.narrow();
        let fits = || offices.iter().map(|office| &**office).filter(|office| narrow.fits(office));
        if self.typed.is_empty() {
            return fits().map(|office| (office, Vec::new())).collect();
        }
        let by = |finds: Finds| {
            let is_there = |office: &Office| {
                let addresses = office.addresses();
                let texts: Vec<&str> = addresses.iter().chain([&office.name]).map(String::as_str).collect();
                finds(&self.typed, &texts)
            };
            // Offices of a city mostly offer the same.
            let known: RefCell<HashMap<String, bool>> = RefCell::default();
            let finds_once = |typed: &str, texts: &[&str]| {
                let mut known = known.borrow_mut();
                *known.entry(texts.join("\n")).or_insert_with(|| finds(typed, texts))
            };
            let (mut named, mut offering) = (Vec::new(), Vec::new());
            for office in fits() {
                let mut offered = service::meant_by(finds_once, words, office, &self.typed);
                offered.retain(|service| service.online || service.on_request);
                match is_there(office) {
                    true => named.push((office, Vec::new())),
                    false if offered.is_empty() => {}
                    false => offering.push((office, offered)),
                }
            }
            named.extend(offering);
            named
        };
        foyer_text::WAYS.iter().map(|finds| by(*finds)).find(|found| !found.is_empty()).unwrap_or_default()
    }
}

/// The languages that are spoken at any of these: code and name.
pub fn spoken<'a>(
    words: &Words,
    offices: impl Iterator<Item = &'a Office>,
) -> Vec<(&'static str, &'static str)> {
    let codes: BTreeSet<&str> = offices.flat_map(|office| &office.languages).map(String::as_str).collect();
    let spoken = foyer_text::spoken_among(words.language, |spoken| codes.contains(spoken.code));
    spoken.into_iter().map(|spoken| (spoken.code, spoken.name(words.language))).collect()
}

/// "Wir sprechen: Deutsch, Türkisch"; empty where nothing is said of that.
pub fn languages(words: &Words, office: &Office) -> String {
    let names = spoken(words, std::iter::once(office));
    let names: Vec<&str> = names.iter().map(|(_, name)| *name).collect();
    match names.is_empty() {
        true => String::new(),
        false => words.text_with("portal-offices-languages", "languages", words.list(&names)),
    }
}

/// An office; what it offers of what was searched leads to these, chosen from there.
fn row(words: &Words, wanted: &Wanted, office: &Office, offered: &[&Service]) -> Row {
    let names: Vec<&str> = offered.iter().take(NAMED).map(|service| service.name.get(words.tag())).collect();
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if !offered.is_empty() {
        query.append_pair("q", &wanted.typed);
    }
    query.extend_pairs(wanted.narrow().fields());
    let path = match query.finish() {
        query if query.is_empty() => format!("/{}", office.id),
        query => format!("/{}?{query}", office.id),
    };
    Row {
        href: words.link(&path),
        name: office.name.clone(),
        addresses: office.addresses(),
        step_free: office.is_step_free_somewhere(),
        languages: languages(words, office),
        offers: match names.is_empty() {
            true => String::new(),
            false => words.text_with("portal-offices-offers", "services", words.list(&names)),
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
    let found = wanted.found(&words, &offices);
    let count = match (wanted.is_nothing(), found.len()) {
        (true, _) => String::new(),
        (false, 0) => words.text("portal-offices-found-none"),
        (false, count) => words.text_with("portal-offices-found", "count", count),
    };
    let page = Page {
        frame: Frame::new(&app, words, words.text("portal-offices-title"), wanted.path()),
        rows: found.iter().map(|(office, offered)| row(&words, &wanted, office, offered)).collect(),
        can_search: !offices.is_empty(),
        has_step_free: offices.iter().any(|office| office.is_step_free_somewhere()),
        spoken: spoken(&words, offices.iter().map(|office| &**office)),
        all: (found.len() < offices.len()).then(|| words.link("/")),
        typed: wanted.typed,
        step_free: wanted.step_free,
        speaks: wanted.speaks,
        found: count,
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| Refused::new(&words, error))
}
