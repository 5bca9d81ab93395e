//! What for: the services of an office, searched, counted and added up.

use super::frame::{Frame, Words, render};
use super::narrow::Narrow;
use super::refused::{Refused, say_of};
use super::service::{self, Group};
use crate::app::App;
use crate::error::SHOWN_AGAIN;
use crate::refusal::Refusal;
use crate::{calendar, online};
use askama::Template;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::{OfficeId, ServiceId};
use foyer_domain::office::Office;
use serde::Serialize;
use std::sync::Arc;

/// What the address says.
#[derive(Default)]
pub struct Asked {
    /// What has been chosen.
    pub chosen: Vec<ServiceChoice>,
    /// What is searched for; may be empty.
    typed: String,
    /// The services that the assistant found; empty for all.
    only: Vec<ServiceId>,
    /// Which times and other offices are wanted, for the next page.
    kept: Narrow,
}

/// A search is never longer.
const LONGEST_TYPED: usize = 100;

impl Asked {
    fn read(office: &Office, query: &[(String, String)]) -> Self {
        let value =
            |name: &str| query.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
        let only = value("only").split(',').filter(|id| !id.is_empty());
        Self {
            chosen: known(office, chosen(query)),
            typed: value("q").trim().chars().take(LONGEST_TYPED).collect(),
            only: only.map(ServiceId::from).collect(),
            kept: Narrow::read(query),
        }
    }

    /// Where the page is that shows this, without its language.
    pub fn path(&self, office: &OfficeId) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("services", &as_text(&self.chosen));
        if !self.typed.is_empty() {
            query.append_pair("q", &self.typed);
        }
        if !self.only.is_empty() {
            query.append_pair("only", &self.only_text());
        }
        query.extend_pairs(self.kept.fields());
        format!("/{office}?{}", query.finish())
    }

    fn only_text(&self) -> String {
        self.only.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    }

    /// The services that are shown: what was searched, else what the assistant found, else all that can be booked or asked for.
    fn shown(&self, words: &Words, office: &Office) -> Vec<ServiceId> {
        if !self.typed.is_empty() {
            return service::meant(words, office, &self.typed);
        }
        let is_shown = |service: &&foyer_domain::office::Service| match self.only.is_empty() {
            true => service.online || service.on_request,
            false => self.only.contains(&service.id),
        };
        office.services.iter().filter(is_shown).map(|service| service.id.clone()).collect()
    }

    /// One more or one less of a service, as its keys say.
    fn pressed(&self, office: &Office, query: &[(String, String)]) -> Option<(Self, String)> {
        let (key, id) = query.iter().find(|(key, _)| key == "plus" || key == "minus")?;
        let id = ServiceId::from(id.as_str());
        let known = office.service(&id).filter(|service| service.online)?;
        let mut chosen = self.chosen.clone();
        let at = chosen.iter().position(|choice| choice.service == id);
        match (key.as_str(), at) {
            ("plus", None) => chosen.push(ServiceChoice { service: id, quantity: 1 }),
            ("plus", Some(at)) => chosen[at].quantity = (chosen[at].quantity + 1).min(known.most()),
            (_, Some(at)) => chosen[at].quantity -= 1,
            (_, None) => {}
        }
        chosen.retain(|choice| choice.quantity > 0);
        let asked =
            Self { chosen, typed: self.typed.clone(), only: self.only.clone(), kept: self.kept.clone() };
        Some((asked, known.id.to_string()))
    }
}

/// What the address says has been chosen: `services=pass:1,meldung:2`, or `q-pass=1&q-meldung=2`; each service once, as
/// often as it is there in all.
pub fn chosen(query: &[(String, String)]) -> Vec<ServiceChoice> {
    let mut choices: Vec<ServiceChoice> = Vec::new();
    let mut add = |choice: ServiceChoice| match choices.iter_mut().find(|of| of.service == choice.service) {
        Some(known) => known.quantity = known.quantity.saturating_add(choice.quantity),
        None => choices.push(choice),
    };
    for (key, value) in query {
        if let Some(service) = key.strip_prefix("q-") {
            add(one(&format!("{service}:{value}")));
        } else if key == "services" {
            value.split(',').filter(|part| !part.is_empty()).map(one).for_each(&mut add);
        }
    }
    choices.retain(|choice| choice.quantity > 0);
    choices
}

/// `pass:2`; more than anybody can have is still more than that.
fn one(text: &str) -> ServiceChoice {
    let (service, quantity) = text.rsplit_once(':').unwrap_or((text, "1"));
    let is_number = !quantity.is_empty() && quantity.bytes().all(|byte| byte.is_ascii_digit());
    let quantity = if is_number { quantity.parse().unwrap_or(u8::MAX) } else { 0 };
    ServiceChoice { service: service.into(), quantity }
}

/// Of what was chosen all that has keys on the page: nobody could take anything else back.
fn known(office: &Office, mut chosen: Vec<ServiceChoice>) -> Vec<ServiceChoice> {
    chosen.retain(|choice| office.service(&choice.service).is_some_and(|service| service.online));
    chosen
}

/// The other way round: `pass:1,meldung:2`.
pub fn as_text(choices: &[ServiceChoice]) -> String {
    let part = |choice: &ServiceChoice| format!("{}:{}", choice.service, choice.quantity);
    choices.iter().map(part).collect::<Vec<_>>().join(",")
}

/// What changes on the page while somebody chooses and types; for its script.
#[derive(Serialize)]
pub struct Said {
    /// The services that are shown.
    shown: Vec<ServiceId>,
    /// "3 Anliegen gefunden."; empty where nothing was searched.
    found: String,
    /// "2 Anliegen · etwa 30 Minuten · 74,00 €".
    sum: String,
}

impl Said {
    /// Whether a search found nothing.
    fn is_nothing(&self) -> bool {
        self.shown.is_empty()
    }

    fn new(words: &Words, office: &Office, asked: &Asked) -> Self {
        let shown = asked.shown(words, office);
        let found = match (asked.typed.is_empty(), shown.len()) {
            (true, _) => String::new(),
            (false, 0) => words.text("portal-services-found-none"),
            (false, count) => words.text_with("portal-services-found", "count", count),
        };
        Self { shown, found, sum: sum(words, office, &asked.chosen) }
    }
}

/// What is chosen, in a line.
fn sum(words: &Words, office: &Office, chosen: &[ServiceChoice]) -> String {
    let minutes = match calendar::total_minutes(office, chosen) {
        _ if chosen.is_empty() => return words.text("portal-services-nothing"),
        Ok(minutes) => words.length(minutes),
        Err(refusal) => return say_of(words, &refusal, office),
    };
    let count: u16 = chosen.iter().map(|choice| u16::from(choice.quantity)).sum();
    let count = words.text_with("portal-services-count", "count", count);
    let fee = service::fee_of_all(words, office, chosen);
    [count, minutes].into_iter().chain(fee).collect::<Vec<_>>().join(" · ")
}

#[derive(Template)]
#[template(path = "services.html")]
struct Page {
    frame: Frame,
    office: Arc<Office>,
    groups: Vec<Group>,
    services: String,
    typed: String,
    only: String,
    said: Said,
    fault: Option<String>,
    /// The page again, without search or assistant.
    all: String,
    /// The assistant; empty where the office has none.
    questions: String,
    /// Where somebody helps who finds nothing: "Hilfe: an der Infotheke".
    help: Option<String>,
    /// What the next page has to know besides.
    kept: Vec<(&'static str, String)>,
    /// What the script asks.
    choice: String,
    /// Whether there are other offices.
    has_others: bool,
}

/// `GET /{office}`; with `plus` or `minus` it leads to the page with that many.
pub async fn services(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let state = app.store.office(&OfficeId(office)).map_err(|refusal| Refused::new(&words, refusal))?;
    if state.office.has_ended(state.office.day(app.now())) {
        let refusal = Refusal::OfficeUnknown { office: state.office.id.to_string() };
        return Err(Refused::new(&words, refusal).at(state.office.time_zone, words.link("/")));
    }
    let asked = Asked::read(&state.office, &query);
    if let Some((asked, service)) = asked.pressed(&state.office, &query) {
        let page = words.link(&asked.path(&state.office.id));
        return Ok(Redirect::to(&format!("{page}#s-{service}")).into_response());
    }
    page(&app, words, &state.office, &asked, None)
}

/// `GET /{office}/choice`: what the page's script shows.
pub async fn choice(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Json<Said>, Refused> {
    let state = app.store.office(&OfficeId(office)).map_err(|refusal| Refused::new(&words, refusal))?;
    Ok(Json(Said::new(&words, &state.office, &Asked::read(&state.office, &query))))
}

/// What can be wrong about a choice before anybody looks for times.
///
/// # Errors
/// Nothing or too much chosen, an unknown service, one that is not booked here.
pub fn judge(office: &Office, wanted: &[ServiceChoice]) -> Result<(), Refusal> {
    // What is too much is said as that, not as nothing.
    for choice in wanted {
        let service = choice.service.to_string();
        match office.service(&choice.service) {
            None => return Err(Refusal::ServiceUnknown { service }),
            Some(known) if choice.quantity > known.most() => {
                return Err(Refusal::TooMany { service, most: known.most() });
            }
            Some(_) => {}
        }
    }
    if wanted.len() > usize::from(calendar::MOST_CHOICES) {
        return Err(Refusal::TooLong { minutes: office.minutes_of(wanted) });
    }
    calendar::total_minutes(office, wanted)?;
    online::bookable(office, wanted)
}

/// The choice again, as far as it can be had, with what is wrong about it.
pub fn again(
    app: &App,
    words: Words,
    office: &Arc<Office>,
    chosen: Vec<ServiceChoice>,
    kept: Narrow,
    fault: &Refusal,
) -> Result<Response, Refused> {
    let mut chosen = known(office, chosen);
    for choice in &mut chosen {
        choice.quantity =
            office.service(&choice.service).map_or(0, |known| choice.quantity.min(known.most()));
    }
    page(app, words, office, &Asked { chosen, kept, ..Asked::default() }, Some(fault))
}

fn page(
    app: &App,
    words: Words,
    office: &Arc<Office>,
    asked: &Asked,
    fault: Option<&Refusal>,
) -> Result<Response, Refused> {
    let title = words.text("portal-services-title");
    let frame = Frame::new(app, words, title, asked.path(&office.id)).step(1);
    let said = Said::new(&words, office, asked);
    let services = as_text(&asked.chosen);
    let kept = asked.kept.query();
    let desk = office.information_desk.as_ref().map(|desk| desk.get(words.tag()));
    let questions = match office.questions.is_empty() {
        true => String::new(),
        false => words.link(&format!("/{}/questions?services={services}{kept}", office.id)),
    };
    let page = Page {
        frame,
        groups: service::groups(&words, office, &asked.chosen, &said.shown),
        typed: asked.typed.clone(),
        only: asked.only_text(),
        said,
        fault: fault.map(|refusal| say_of(&words, refusal, office)),
        all: words.link(&format!("/{}?services={services}{kept}", office.id)),
        questions,
        help: desk.map(|desk| words.text_with("kiosk-help-desk", "desk", desk)),
        kept: asked.kept.fields(),
        choice: words.link(&format!("/{}/choice", office.id)),
        services,
        has_others: app.store.offices().len() > 1,
        office: Arc::clone(office),
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    Ok(match fault {
        Some(_) => (SHOWN_AGAIN, html).into_response(),
        None => html.into_response(),
    })
}
