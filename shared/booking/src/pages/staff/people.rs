//! Who works here: inviting somebody by a one-time link, taking away the right to sign on.

use super::super::frame::render;
use super::frame::{Frame, Refused, Sentence};
use super::signed_in::SignedIn;
use crate::app::App;
use crate::error::of_form;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use foyer_access::{Role, StaffError};
use foyer_domain::id::StaffId;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "staff/people.html")]
struct PeoplePage {
    frame: Frame,
    link: Option<Link>,
    people: Vec<Member>,
    roles: Vec<(&'static str, String)>,
}

/// A link that was just made.
struct Link {
    name: String,
    address: String,
}

struct Member {
    id: String,
    name: String,
    role: String,
    is_oneself: bool,
}

/// A role's name on pages.
fn role_name(signed: &SignedIn, role: Role) -> String {
    signed.words.text(match role {
        Role::Clerk => "staff-role-clerk",
        Role::Supervisor => "staff-role-supervisor",
        Role::Administrator => "staff-role-administrator",
    })
}

async fn page(
    app: &App,
    signed: &SignedIn,
    link: Option<Link>,
    says: Option<Sentence>,
) -> Result<Response, Refused> {
    let people = app.staff.list().await.map_err(Refused::of_staff)?;
    let member = |person: foyer_access::Person| Member {
        is_oneself: person.id == signed.person.id,
        role: role_name(signed, person.role),
        id: person.id.to_string(),
        name: person.name,
    };
    let status = of_form(says.is_some());
    let page = PeoplePage {
        frame: signed.frame(app, "staff-people").saying(says),
        link,
        people: people.into_iter().map(member).collect(),
        roles: Role::ALL.into_iter().map(|role| (role.name(), role_name(signed, role))).collect(),
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/people`.
pub async fn show(State(app): State<App>, signed: SignedIn) -> Result<Response, Refused> {
    page(&app, &signed.of_role(Role::Administrator)?, None, None).await
}

/// The form of somebody new.
#[derive(Debug, Deserialize)]
pub struct Invite {
    name: String,
    role: String,
}

/// `POST /staff/people`: makes an invitation, whose link is shown once.
pub async fn invite(
    State(app): State<App>,
    signed: SignedIn,
    headers: HeaderMap,
    Form(form): Form<Invite>,
) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Administrator)?;
    // A role that no form of ours offers gets the least.
    let role = Role::named(&form.role).unwrap_or(Role::Clerk);
    let people = app.staff.list().await.map_err(Refused::of_staff)?;
    let is_taken = people.iter().any(|person| person.name == form.name.trim());
    let made = if is_taken { Err(StaffError::Taken) } else { app.staff.invite(&form.name, role).await };
    let said = match made {
        Ok(path) => {
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
            let base = match &app.settings.public_url {
                Some(url) if !app.clock.is_demo() => url.as_str().trim_end_matches('/').to_owned(),
                _ => format!("{}://{host}", if app.settings.listen.tls { "https" } else { "http" }),
            };
            let link = Link { name: form.name, address: format!("{base}/staff{path}") };
            return page(&app, &signed, Some(link), None).await;
        }
        Err(StaffError::Name) => signed.words.text("staff-name-needed"),
        Err(StaffError::Taken) => signed.words.text("staff-name-taken"),
        Err(other) => return Err(Refused::of_staff(other)),
    };
    page(&app, &signed, None, Some(Sentence(said))).await
}

/// Who.
#[derive(Debug, Deserialize)]
pub struct Remove {
    person: StaffId,
}

/// `POST /staff/people/removals`. Nobody locks themselves out, so that an administrator is always left.
pub async fn remove(
    State(app): State<App>,
    signed: SignedIn,
    Form(form): Form<Remove>,
) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Administrator)?;
    if form.person == signed.person.id {
        let said = Sentence(signed.words.text("staff-people-yourself"));
        return page(&app, &signed, None, Some(said)).await;
    }
    app.staff.remove(&form.person).await.map_err(Refused::of_staff)?;
    page(&app, &signed, None, None).await
}
