//! The assistant: a few questions that lead to the right services. Each answer is a link, so that going back works.

use super::choose::{as_text, chosen};
use super::frame::{Frame, Words, render};
use super::narrow::Narrow;
use super::refused::Refused;
use crate::app::App;
use crate::error::RequestFault;
use crate::office_file::MOST_QUESTIONS;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::{OfficeId, ServiceId};
use foyer_domain::office::{Answer, Office};

#[derive(Template)]
#[template(path = "questions.html")]
struct Page {
    frame: Frame,
    count: String,
    answers: Vec<(String, String)>,
    /// To the list of all services.
    unknown: String,
}

/// What was answered so far: how many questions, and the services that were found.
struct So {
    asked: usize,
    found: Vec<ServiceId>,
    chosen: Vec<ServiceChoice>,
    /// Which times and other offices are wanted, for the pages after.
    kept: String,
}

impl So {
    fn read(query: &[(String, String)]) -> Self {
        let value =
            |name: &str| query.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
        let found = value("found").split(',').filter(|id| !id.is_empty());
        Self {
            asked: value("asked").parse().unwrap_or(0).min(MOST_QUESTIONS - 1),
            found: found.map(ServiceId::from).collect(),
            chosen: chosen(query),
            kept: Narrow::read(query).query(),
        }
    }

    /// Where an answer leads: to the next question, or to the services with what was found chosen.
    fn after(&self, words: &Words, office: &Office, answer: &Answer) -> String {
        let more = answer.services.iter().filter(|id| !self.found.contains(id));
        let found: Vec<ServiceId> = self.found.iter().chain(more).cloned().collect();
        let ids = found.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let (id, kept) = (&office.id, &self.kept);
        let path = match &answer.next {
            Some(next) => {
                let services = as_text(&self.chosen);
                let asked = self.asked + 1;
                format!("/{id}/questions/{next}?asked={asked}&found={ids}&services={services}{kept}")
            }
            None => format!("/{id}?services={}&only={ids}{kept}", as_text(&self.with(office, &found))),
        };
        words.link(&path)
    }

    /// What was chosen before, and what was found as far as it is booked here.
    fn with(&self, office: &Office, found: &[ServiceId]) -> Vec<ServiceChoice> {
        let mut all = self.chosen.clone();
        for id in found.iter().filter(|id| office.service(id).is_some_and(|service| service.online)) {
            if all.iter().all(|choice| choice.service != *id) {
                all.push(ServiceChoice { service: id.clone(), quantity: 1 });
            }
        }
        all
    }
}

/// `GET /{office}/questions`: the first.
pub async fn first(
    State(app): State<App>,
    words: Words,
    Path(office): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Html<String>, Refused> {
    page(&app, words, office, None, &query)
}

/// `GET /{office}/questions/{question}`.
pub async fn further(
    State(app): State<App>,
    words: Words,
    Path((office, question)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Html<String>, Refused> {
    page(&app, words, office, Some(question), &query)
}

fn page(
    app: &App,
    words: Words,
    office: String,
    question: Option<String>,
    query: &[(String, String)],
) -> Result<Html<String>, Refused> {
    let state = app.store.office(&OfficeId(office)).map_err(|refusal| Refused::new(&words, refusal))?;
    let office = &state.office;
    let asked = match &question {
        Some(id) => office.question(&id.as_str().into()),
        None => office.questions.first(),
    };
    let asked = asked.ok_or_else(|| Refused::new(&words, RequestFault::NothingHere))?;
    let so = So::read(query);
    let services = as_text(&so.chosen);
    let answer =
        |answer: &Answer| (so.after(&words, office, answer), answer.text.get(words.tag()).to_owned());
    let ids = so.found.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let step = question.as_ref().map_or_else(String::new, |id| format!("/{id}"));
    let (id, kept) = (&office.id, &so.kept);
    let here = format!("/{id}/questions{step}?asked={}&found={ids}&services={services}{kept}", so.asked);
    let unknown = as_text(&so.with(office, &so.found));
    let page = Page {
        frame: Frame::new(app, words, asked.text.get(words.tag()).to_owned(), here),
        count: words.text_with("portal-questions-count", "number", so.asked + 1),
        answers: asked.answers.iter().map(answer).collect(),
        unknown: words.link(&format!("/{id}?services={unknown}{kept}")),
    };
    render(&page).map_err(|error| Refused::new(&words, error))
}
