//! One more office: from the example or from another one, as a draft.

use super::super::frame::render;
use super::super::staff::form::Form;
use super::super::staff::frame::{Frame, Refused, Sentence};
use super::super::staff::signed_in::SignedIn;
use super::work::{Work, document};
use crate::app::App;
use crate::error::of_form;
use crate::examples;
use crate::office_file::{is_free_name, sent};
use crate::store::Draft;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use foyer_access::Role;
use foyer_domain::id::OfficeId;
use serde::Deserialize;

/// A name that is longer fits on no page.
const LONGEST_NAME: usize = 200;

#[derive(Template)]
#[template(path = "admin/new_office.html")]
struct NewPage {
    frame: Frame,
    typed: New,
    /// Each with its id and name; the one without an id is the example.
    from: Vec<(String, String)>,
    name_fault: String,
    id_fault: String,
    number_fault: String,
}

/// The form.
#[derive(Default, Deserialize)]
pub struct New {
    #[serde(default)]
    from: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    id: String,
    #[serde(default)]
    number: String,
}

fn page(app: &App, signed: &SignedIn, typed: New, faults: [String; 3]) -> Result<Response, Refused> {
    let offices = app.store.offices();
    let example = (String::new(), signed.words.text("admin-new-example"));
    let others = offices.iter().map(|state| (state.office.id.to_string(), state.office.name.clone()));
    let [name_fault, id_fault, number_fault] = faults;
    let is_wrong = [&name_fault, &id_fault, &number_fault].iter().any(|fault| !fault.is_empty());
    let says = is_wrong.then(|| Sentence(signed.words.text("admin-new-wrong")));
    let page = NewPage {
        frame: signed.frame(app, "admin-new-office").saying(says),
        typed,
        from: std::iter::once(example).chain(others).collect(),
        name_fault,
        id_fault,
        number_fault,
    };
    Ok((of_form(is_wrong), render(&page)?).into_response())
}

/// `GET /staff/city/new`.
pub async fn show(State(app): State<App>, signed: SignedIn) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Administrator)?;
    let taken = app.store.offices().iter().map(|state| state.office.number).max().unwrap_or_default();
    let typed = New { number: taken.saturating_add(1).to_string(), ..New::default() };
    page(&app, &signed, typed, Default::default())
}

/// `POST /staff/city/new`: begins the draft of it.
pub async fn make(
    State(app): State<App>,
    signed: SignedIn,
    Form(mut form): Form<New>,
) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Administrator)?;
    let words = signed.words;
    (form.id, form.name) = (form.id.trim().to_owned(), form.name.trim().to_owned());
    let offices = app.store.offices();
    let drafts = app.store.drafts_of(signed.person.id.clone()).await?;
    let is_there = offices.iter().any(|state| state.office.id.as_str() == form.id)
        || drafts.iter().any(|draft| draft.office.as_str() == form.id);
    let number = form.number.trim().parse().ok().filter(|number: &u16| *number > 0);
    let who = number.and_then(|number| offices.iter().find(|state| state.office.number == number));
    let is_name =
        (1..=LONGEST_NAME).contains(&form.name.chars().count()) && !form.name.chars().any(char::is_control);
    let name_fault = if is_name { String::new() } else { words.text("admin-new-name-wrong") };
    let id_fault = match () {
        () if is_there => words.text("admin-new-id-taken"),
        () if !is_free_name(&form.id) => words.text("admin-remedy-id"),
        () => String::new(),
    };
    let number_fault = match (number, who) {
        (Some(_), None) => String::new(),
        (Some(_), Some(state)) => words.text_with("admin-number-taken", "office", state.office.id.as_str()),
        (None, _) => words.text_with("admin-remedy-numbers", "numbers", "1–65535"),
    };
    let (Some(number), true) = (number, [&name_fault, &id_fault, &number_fault].iter().all(|f| f.is_empty()))
    else {
        return page(&app, &signed, form, [name_fault, id_fault, number_fault]);
    };
    let from = offices.iter().find(|state| state.office.id.as_str() == form.from);
    let from = from.map_or_else(|| document(&examples::office()), |state| document(&state.office));
    let copied = sent::copy(&from, &form.id, number, &form.name).to_string();
    let draft = Draft { office: OfficeId(form.id.clone()), base: 0, step: 1, document: copied };
    if !app.store.keep_draft(draft, signed.person.id.clone(), app.now()).await? {
        return page(&app, &signed, form, [String::new(), words.text("admin-new-id-taken"), String::new()]);
    }
    let work = Work::to_change(&app, signed, &form.id).await?;
    Ok(Redirect::to(&work.href("edit")).into_response())
}
