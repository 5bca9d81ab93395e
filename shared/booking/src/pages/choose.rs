//! Which office, and what for.

use super::frame::{Frame, Words, render};
use super::refused::{Refused, say};
use crate::app::App;
use crate::error::SHOWN_AGAIN;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_domain::office::Office;
use std::sync::Arc;

/// The highest number that the page offers; the interface takes 20.
const MOST: u8 = 6;

#[derive(Template)]
#[template(path = "offices.html")]
struct OfficesPage {
    frame: Frame,
    offices: Vec<Arc<Office>>,
}

/// `GET /`.
pub async fn offices(State(app): State<App>, words: Words) -> Result<Html<String>, Refused> {
    let frame = Frame::new(&app, words, words.text("portal-offices-title"), "/".to_owned());
    let offices = app.store.offices().iter().map(|state| Arc::clone(&state.office)).collect();
    render(&OfficesPage { frame, offices }).map_err(|error| Refused::new(&words, error))
}

struct Row {
    id: String,
    name: String,
    minutes: String,
    how_often: String,
    documents: Vec<String>,
    quantity: u8,
}

#[derive(Template)]
#[template(path = "services.html")]
struct ServicesPage {
    frame: Frame,
    office: Arc<Office>,
    rows: Vec<Row>,
    numbers: Vec<u8>,
    fault: Option<String>,
}

fn rows(words: &Words, office: &Office, chosen: &[ServiceChoice]) -> Vec<Row> {
    let row = |service: &foyer_domain::office::Service| {
        let name = service.name.get(words.tag()).to_owned();
        let of = chosen.iter().find(|choice| choice.service == service.id);
        Row {
            id: service.id.to_string(),
            minutes: words.text_with("portal-services-minutes", "minutes", service.minutes),
            how_often: words.text_with("portal-services-how-often", "service", name.as_str()),
            documents: service.documents.iter().map(|text| text.get(words.tag()).to_owned()).collect(),
            quantity: of.map_or(0, |choice| choice.quantity),
            name,
        }
    };
    office.services.iter().map(row).collect()
}

/// What the address says has been chosen: `q-pass=1&q-meldung=0`, or `services=pass:1`.
pub fn chosen(query: &[(String, String)]) -> Vec<ServiceChoice> {
    let mut choices = Vec::new();
    for (key, value) in query {
        if let Some(service) = key.strip_prefix("q-") {
            let quantity = value.parse().unwrap_or(0);
            choices.push(ServiceChoice { service: service.into(), quantity });
        } else if key == "services" && !value.is_empty() {
            choices.extend(crate::api::request::services(value).unwrap_or_default());
        }
    }
    choices.retain(|choice| choice.quantity > 0);
    choices
}

/// The other way round: `pass:1,meldung:2`.
pub fn as_text(choices: &[ServiceChoice]) -> String {
    let part = |choice: &ServiceChoice| format!("{}:{}", choice.service, choice.quantity);
    choices.iter().map(part).collect::<Vec<_>>().join(",")
}

/// `GET /{office}`.
pub async fn services(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let state = app.store.office(&OfficeId(office)).map_err(|refusal| Refused::new(&words, refusal))?;
    page(&app, words, &state.office, &chosen(&query), None)
}

/// The choice again, with what is wrong about it.
pub fn page(
    app: &App,
    words: Words,
    office: &Arc<Office>,
    chosen: &[ServiceChoice],
    fault: Option<crate::refusal::Refusal>,
) -> Result<Response, Refused> {
    let path = format!("/{}?services={}", office.id, as_text(chosen));
    let frame = Frame::new(app, words, words.text("portal-services-title"), path).step(1);
    let fault = fault.map(|refusal| say(&words, &refusal, office.time_zone));
    let is_wrong = fault.is_some();
    let most = chosen.iter().map(|choice| choice.quantity).max().unwrap_or(0).max(MOST);
    let rows = rows(&words, office, chosen);
    let page = ServicesPage { frame, office: Arc::clone(office), rows, numbers: (0..=most).collect(), fault };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok(if is_wrong { (SHOWN_AGAIN, html).into_response() } else { html.into_response() })
}
