//! Who works here, and as what: everywhere, or at some offices only. Inviting by a one-time link, changing, removing.

use super::super::frame::render;
use super::form::Form;
use super::frame::{Frame, Refused, Sentence};
use super::reason::Fields;
use super::signed_in::SignedIn;
use crate::app::App;
use crate::error::of_form;
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use foyer_access::{Person, Role, StaffError};
use foyer_domain::id::{OfficeId, StaffId};
use std::collections::BTreeMap;

/// What a form says instead of a role where somebody works at some offices only.
const SOME: &str = "offices";

#[derive(Template)]
#[template(path = "staff/people.html")]
struct PeoplePage {
    frame: Frame,
    link: Option<Link>,
    people: Vec<Member>,
    invited: Vec<Guest>,
    /// What was typed for somebody new.
    name: String,
    choice: RoleChoice,
}

/// A link that was just made.
struct Link {
    name: String,
    address: String,
}

struct Member {
    id: String,
    name: String,
    /// "Termine buchen und absagen", or one line an office.
    roles: Vec<String>,
    /// "Zuletzt angemeldet: …".
    signed_on: String,
    is_oneself: bool,
    choice: RoleChoice,
}

/// Somebody who is invited.
struct Guest {
    name: String,
    roles: Vec<String>,
    until: String,
}

/// The fields that say what somebody may do.
struct RoleChoice {
    /// Value, name, and whether it is chosen.
    roles: Vec<(&'static str, String, bool)>,
    /// Whether it is some offices only.
    is_some: bool,
    offices: Vec<OfficeChoice>,
}

struct OfficeChoice {
    id: String,
    name: String,
    /// Value, name, and whether it is chosen; the first is nothing.
    roles: Vec<(&'static str, String, bool)>,
}

/// A role's name on pages.
fn role_name(signed: &SignedIn, role: Role) -> String {
    signed.words.text(match role {
        Role::Clerk => "staff-role-clerk",
        Role::Supervisor => "staff-role-supervisor",
        Role::Administrator => "staff-role-administrator",
    })
}

fn choice(app: &App, signed: &SignedIn, role: Option<Role>, at: &BTreeMap<OfficeId, Role>) -> RoleChoice {
    let is_some = role != Some(Role::Administrator) && !at.is_empty();
    let one = |office: &foyer_domain::office::Office| {
        let there = at.get(&office.id).copied();
        let nothing = ("", signed.words.text("staff-role-nothing"), there.is_none());
        let roles = [Role::Clerk, Role::Supervisor];
        let roles = roles.map(|role| (role.name(), role_name(signed, role), there == Some(role)));
        let roles = std::iter::once(nothing).chain(roles).collect();
        OfficeChoice { id: office.id.to_string(), name: office.name.clone(), roles }
    };
    RoleChoice {
        roles: Role::ALL
            .into_iter()
            .map(|one| (one.name(), role_name(signed, one), !is_some && role == Some(one)))
            .collect(),
        is_some,
        offices: app.store.offices().iter().map(|state| one(&state.office)).collect(),
    }
}

/// What somebody may do, in words.
pub fn roles(app: &App, signed: &SignedIn, role: Role, at: &BTreeMap<OfficeId, Role>) -> Vec<String> {
    if role == Role::Administrator || at.is_empty() {
        return vec![role_name(signed, role)];
    }
    let at = at.iter().map(|(office, role)| {
        let name = app.store.office(office).map_or(office.to_string(), |state| state.office.name.clone());
        format!("{name}: {}", role_name(signed, *role))
    });
    at.collect()
}

/// What a form says of what somebody may do.
///
/// # Errors
/// The id of what is to be said.
fn read(app: &App, fields: &Fields) -> Result<(Role, BTreeMap<OfficeId, Role>), &'static str> {
    if fields.get("role") != SOME {
        let role = Role::named(fields.get("role")).ok_or("staff-people-role-needed")?;
        return Ok((role, BTreeMap::new()));
    }
    let offices = app.store.offices();
    let at = offices.iter().filter_map(|state| {
        let role = Role::named(fields.get(&format!("at-{}", state.office.id)))?;
        Some((state.office.id.clone(), role.min(Role::Supervisor)))
    });
    let at: BTreeMap<OfficeId, Role> = at.collect();
    // Where nothing else is said there is nothing that they may do.
    if at.is_empty() { Err("staff-people-office-needed") } else { Ok((Role::Clerk, at)) }
}

async fn page(
    app: &App,
    signed: &SignedIn,
    link: Option<Link>,
    says: Option<String>,
    typed: Option<&Fields>,
) -> Result<Response, Refused> {
    let zone = app.store.offices().first().map_or(chrono_tz::UTC, |state| state.office.time_zone);
    let when = |at| foyer_text::day_and_time(signed.words.language, zone, at);
    let member = |entry: crate::store::StaffEntry| {
        let Person { id, name, role, offices } = entry.person;
        Member {
            is_oneself: id == signed.person.id,
            roles: roles(app, signed, role, &offices),
            choice: choice(app, signed, Some(role), &offices),
            signed_on: match entry.signed_on_at {
                Some(at) => signed.words.text_with("staff-people-signed-on", "time", when(at)),
                None => signed.words.text("staff-people-signed-on-never"),
            },
            id: id.to_string(),
            name,
        }
    };
    let guest = |invited: foyer_access::Invited| Guest {
        roles: roles(app, signed, invited.role, &invited.offices),
        until: invited.until.map(when).unwrap_or_default(),
        name: invited.name.unwrap_or_default(),
    };
    let (role, at) = typed
        .and_then(|fields| read(app, fields).ok())
        .map_or((None, BTreeMap::new()), |(role, at)| (Some(role), at));
    let status = of_form(says.is_some());
    let page = PeoplePage {
        frame: signed.frame(app, "staff-people").saying(says.map(Sentence)),
        link,
        people: app.store.people().await?.into_iter().map(member).collect(),
        invited: app.store.invitations(app.now()).await?.into_iter().map(guest).collect(),
        name: typed.map_or(String::new(), |fields| fields.get("name").to_owned()),
        choice: choice(app, signed, role, &at),
    };
    Ok((status, render(&page)?).into_response())
}

/// `GET /staff/people`.
pub async fn show(State(app): State<App>, signed: SignedIn) -> Result<Response, Refused> {
    page(&app, &signed.of_role(Role::Administrator)?, None, None, None).await
}

/// A path of an invitation as an address that can be handed on.
pub fn address(app: &App, headers: &HeaderMap, path: &str) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let base = match &app.settings.public_url {
        Some(url) if !app.clock.is_demo() => url.as_str().trim_end_matches('/').to_owned(),
        _ => format!("{}://{host}", if app.settings.listen.tls { "https" } else { "http" }),
    };
    format!("{base}/staff{path}")
}

/// `POST /staff/people`: makes an invitation, whose link is shown once.
pub async fn invite(
    State(app): State<App>,
    signed: SignedIn,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, fields) = (signed.of_role(Role::Administrator)?, Fields(fields));
    let name = fields.get("name").trim();
    let people = app.staff.list().await.map_err(Refused::of_staff)?;
    let made = match read(&app, &fields) {
        Err(fault) => return page(&app, &signed, None, Some(signed.words.text(fault)), Some(&fields)).await,
        Ok(_) if people.iter().any(|person| person.name == name) => Err(StaffError::Taken),
        Ok((role, offices)) => app.staff.invite_to(name, role, offices).await,
    };
    let said = match made {
        Ok(path) => {
            let link = Link { name: name.to_owned(), address: address(&app, &headers, &path) };
            return page(&app, &signed, Some(link), None, None).await;
        }
        Err(StaffError::Name) => signed.words.text("staff-name-needed"),
        Err(StaffError::Taken) => signed.words.text("staff-name-taken"),
        Err(other) => return Err(Refused::of_staff(other)),
    };
    page(&app, &signed, None, Some(said), Some(&fields)).await
}

/// The person whom a form means, if they are there and are not oneself.
async fn of(app: &App, signed: &SignedIn, fields: &Fields) -> Result<Result<Person, &'static str>, Refused> {
    let id = StaffId(fields.get("person").to_owned());
    if id == signed.person.id {
        return Ok(Err("staff-people-yourself"));
    }
    let people = app.staff.list().await.map_err(Refused::of_staff)?;
    Ok(people.into_iter().find(|person| person.id == id).ok_or("staff-people-gone"))
}

/// `POST /staff/people/roles`: what somebody may do from now on.
pub async fn change(
    State(app): State<App>,
    signed: SignedIn,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, fields) = (signed.of_role(Role::Administrator)?, Fields(fields));
    let found = of(&app, &signed, &fields).await?.and_then(|person| Ok((person, read(&app, &fields)?)));
    let fault = match found {
        Err(fault) => Some(fault),
        Ok((person, (role, offices))) => {
            let is_done = app.store.change_role(person.id, role, offices).await?;
            (!is_done).then_some("staff-people-last")
        }
    };
    page(&app, &signed, None, fault.map(|id| signed.words.text(id)), None).await
}

/// `POST /staff/people/links`: a link with which somebody chooses a new password.
pub async fn renew(
    State(app): State<App>,
    signed: SignedIn,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, fields) = (signed.of_role(Role::Administrator)?, Fields(fields));
    match of(&app, &signed, &fields).await? {
        Ok(person) => {
            let path = app.staff.invite_again(&person).await.map_err(Refused::of_staff)?;
            let link = Link { address: address(&app, &headers, &path), name: person.name };
            page(&app, &signed, Some(link), None, None).await
        }
        Err(fault) => page(&app, &signed, None, Some(signed.words.text(fault)), None).await,
    }
}

/// `POST /staff/people/removals`: somebody, or an invitation. Nobody removes themselves, and the last administrator stays.
pub async fn remove(
    State(app): State<App>,
    signed: SignedIn,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, fields) = (signed.of_role(Role::Administrator)?, Fields(fields));
    let fault = if fields.get("invited").is_empty() {
        match of(&app, &signed, &fields).await? {
            Ok(person) => {
                let is_done = app.staff.remove(&person.id).await.map_err(Refused::of_staff)?;
                (!is_done).then_some("staff-people-last")
            }
            Err(fault) => Some(fault),
        }
    } else {
        let is_done = app.store.take_invitation_back(fields.get("invited").to_owned()).await?;
        (!is_done).then_some("staff-people-gone")
    };
    page(&app, &signed, None, fault.map(|id| signed.words.text(id)), None).await
}
