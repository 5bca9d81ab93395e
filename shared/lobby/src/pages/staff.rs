//! Who works here: inviting somebody by a one-time link, taking away the right to sign in.

use super::error::{self, PageError};
use super::frame::{Frame, Sentence};
use super::signed_in::SignedIn;
use super::words::Words;
use super::{assets, html};
use crate::lobby::Lobby;
use crate::staff::{Role, StaffError};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use foyer_domain::id::StaffId;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "staff.html")]
struct StaffPage {
    words: Words,
    frame: Frame,
    link: Option<Link>,
    people: Vec<Member>,
    roles: Vec<RoleChoice>,
    /// When, and who looked for somebody by name.
    searches: Vec<(String, String)>,
}

/// A link that was just made.
struct Link {
    name: String,
    address: String,
}

/// Somebody as the page shows them.
struct Member {
    id: String,
    name: String,
    role: String,
    yourself: bool,
}

/// A role to choose.
struct RoleChoice {
    value: &'static str,
    name: String,
}

/// `GET /staff`.
pub(super) async fn show(State(lobby): State<Lobby>, signed: SignedIn) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Administrator, "desk-staff-title")?;
    Ok(overview(&lobby, signed, None, None).await?.into_response())
}

/// The form of somebody new.
#[derive(Debug, Deserialize)]
pub(super) struct Invite {
    name: String,
    role: String,
}

/// `POST /staff`: makes an invitation, whose link is shown once.
pub(super) async fn invite(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    headers: HeaderMap,
    Form(form): Form<Invite>,
) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Administrator, "desk-staff-title")?;
    let words = signed.page.words;
    // A role that no form of ours offers gets the least.
    let role = Role::named(&form.role).unwrap_or(Role::Clerk);
    let taken = lobby.staff().list().await?.iter().any(|person| person.name == form.name.trim());
    let made = if taken { Err(StaffError::Taken) } else { lobby.staff().invite(&form.name, role).await };
    let sentence = match made {
        Ok(path) => {
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
            let scheme = if lobby.secure_cookies() { "https" } else { "http" };
            let link = Link { name: form.name, address: format!("{scheme}://{host}{path}") };
            return Ok(overview(&lobby, signed, Some(link), None).await?.into_response());
        }
        Err(StaffError::Name) => words.text("desk-name-needed"),
        Err(StaffError::Taken) => words.text("desk-name-taken"),
        Err(other) => return Err(other.into()),
    };
    Ok(error::unusable(overview(&lobby, signed, None, Some(Sentence::no(sentence))).await?))
}

/// Who.
#[derive(Debug, Deserialize)]
pub(super) struct Remove {
    person: StaffId,
}

/// `POST /staff/removals`. Nobody locks themselves out, so that an administrator is always left.
pub(super) async fn remove(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Form(form): Form<Remove>,
) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Administrator, "desk-staff-title")?;
    let words = signed.page.words;
    if form.person == signed.person.id {
        let sentence = Sentence::look(words.text("desk-staff-yourself"));
        return Ok(error::conflict(overview(&lobby, signed, None, Some(sentence)).await?));
    }
    let known = lobby.staff().list().await?.into_iter().find(|person| person.id == form.person);
    let done = lobby.staff().remove(&form.person).await?;
    let sentence = match known {
        Some(person) if done => Sentence::yes(words.text_with("desk-staff-removed", "name", &person.name)),
        Some(_) | None => Sentence::look(words.text("desk-refused-not-found")),
    };
    Ok(overview(&lobby, signed, None, Some(sentence)).await?.into_response())
}

async fn overview(
    lobby: &Lobby,
    signed: SignedIn,
    link: Option<Link>,
    sentence: Option<Sentence>,
) -> Result<impl IntoResponse + use<>, PageError> {
    let words = signed.page.words;
    let member = |person: crate::staff::Person| Member {
        yourself: person.id == signed.person.id,
        id: person.id.to_string(),
        role: role_name(person.role, &words),
        name: person.name,
    };
    let people = lobby.staff().list().await?.into_iter().map(member).collect();
    let roles = Role::ALL.map(|role| RoleChoice { value: role.name(), name: role_name(role, &words) }).into();
    let frame = signed.page.frame.saying(sentence);
    let names = lobby.staff().names();
    let by = |(at, id)| (words.day_and_time(at), names.get(&id).cloned().unwrap_or_else(|| id.to_string()));
    let searches = lobby.registry().name_searches().await?.into_iter().map(by).collect();
    html(&StaffPage { words, frame, link, people, roles, searches })
}

fn role_name(role: Role, words: &Words) -> String {
    words.text(match role {
        Role::Clerk => "desk-staff-role-clerk",
        Role::Supervisor => "desk-staff-role-supervisor",
        Role::Administrator => "desk-staff-role-administrator",
    })
}
