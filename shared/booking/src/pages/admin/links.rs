//! What is linked to an office: its lobby server, and the calendars of its counters.

use super::super::frame::render;
use super::super::staff::form::Form;
use super::super::staff::frame::{Frame, Refused, Sentence, office as of};
use super::super::staff::signed_in::SignedIn;
use super::work::typed;
use crate::app::App;
use crate::error::of_form;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use foyer_access::Role;
use foyer_domain::id::CounterId;

/// What was just made, and is shown this once.
struct Made {
    title: String,
    secret: String,
    hint: String,
}

struct Counter {
    id: String,
    name: String,
    has_link: bool,
}

#[derive(Template)]
#[template(path = "admin/links.html")]
struct LinksPage {
    frame: Frame,
    made: Option<Made>,
    /// "Angemeldet seit …", "zuletzt gehört …".
    lobby: Vec<String>,
    counters: Vec<Counter>,
    to_lobby: String,
    to_calendar: String,
    up: String,
}

async fn page(
    app: &App,
    signed: &SignedIn,
    id: &str,
    made: Option<Made>,
    fault: Option<&str>,
) -> Result<Response, Refused> {
    let (office, words) = (of(app, id)?, signed.words);
    let when = |at| foyer_text::day_and_time(words.language, office.time_zone, at);
    let lobby = match app.store.lobby_of(office.id.clone()).await? {
        None => vec![words.text("admin-lobby-none")],
        Some(lobby) => {
            let since = words.text_with("admin-lobby-since", "time", when(lobby.linked_at));
            let seen = lobby.seen_at.map(|at| words.text_with("admin-lobby-seen", "time", when(at)));
            std::iter::once(since).chain(seen).collect()
        }
    };
    let linked = app.store.calendar_links(&office.id).await?;
    let counter = |counter: &foyer_domain::office::Counter| Counter {
        id: counter.id.to_string(),
        name: counter.name.get(words.tag()).to_owned(),
        has_link: linked.contains(&counter.id),
    };
    let mut frame = signed.frame(app, "admin-links");
    frame.title = words.text_with("admin-links-of", "office", office.name.as_str());
    let here = |rest: &str| words.link(&format!("/staff/offices/{id}/{rest}"));
    let page = LinksPage {
        frame: frame.saying(fault.map(|fault| Sentence(words.text(fault)))),
        made,
        lobby,
        counters: office.counters.iter().map(counter).collect(),
        to_lobby: here("links/lobby"),
        to_calendar: here("links/calendar"),
        up: here("edit"),
    };
    Ok((of_form(fault.is_some()), render(&page)?).into_response())
}

/// `GET /staff/offices/{office}/links`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    page(&app, &signed.of_role(Role::Administrator)?, &id, None, None).await
}

/// `POST /staff/offices/{office}/links/lobby`: a code with which the office's lobby signs on.
pub async fn lobby(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Administrator)?;
    let code = app.store.make_link_code(of(&app, &id)?.id.clone(), app.now()).await??;
    let made = Made {
        title: signed.words.text("admin-lobby-code"),
        secret: code,
        hint: signed.words.text("admin-lobby-code-hint"),
    };
    page(&app, &signed, &id, Some(made), None).await
}

/// `POST /staff/offices/{office}/links/calendar`: makes a counter's link anew, or ends it.
pub async fn calendar(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Administrator)?;
    let (office, sent) = (of(&app, &id)?, typed(pairs));
    let press = |name: &str| sent.get(name).and_then(|values| values.last()).map(|id| CounterId::from(&**id));
    if let Some(counter) = press("end") {
        let is_done = app.store.end_calendar_link(&office.id, &counter).await?;
        return page(&app, &signed, &id, None, (!is_done).then_some("admin-gone-already")).await;
    }
    let Some(counter) = press("make").and_then(|id| office.counter(&id)) else {
        return page(&app, &signed, &id, None, Some("admin-gone-already")).await;
    };
    let secret = app.store.make_calendar_link(&office.id, &counter.id).await?;
    let name = counter.name.get(signed.words.tag()).to_owned();
    let made = Made {
        title: signed.words.text_with("admin-calendar-of", "counter", name),
        secret: format!("{}/c/{secret}.ics", app.public_url(&office)),
        hint: signed.words.text("admin-calendar-hint"),
    };
    page(&app, &signed, &id, Some(made), None).await
}
