//! Who works in a city, as its file has them: names and what they may do, nothing secret. What a file has of them is
//! looked at, and done person by person.

use super::super::staff::form::Form;
use super::super::staff::frame::{Refused, Sentence};
use super::super::staff::people;
use super::super::staff::signed_in::SignedIn;
use super::city::{self, Says};
use super::work::typed;
use crate::app::App;
use crate::office_file::plain_text::Member;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use foyer_access::{Person, Role, StaffError};
use foyer_domain::id::OfficeId;
use serde_json::Value;
use std::collections::BTreeMap;

/// Somebody of a file.
pub struct MemberLine {
    /// What the form sends; nothing where there is nothing to do.
    pub sent: String,
    /// Their name.
    pub name: String,
    /// What is done, or why nothing can be.
    pub said: Vec<String>,
}

/// What somebody may do.
type Rights = (Role, BTreeMap<OfficeId, Role>);

/// Everybody who may sign on, as a file has them.
pub async fn all(app: &App) -> Result<Vec<Member>, Refused> {
    let people = app.store.people().await?.into_iter().map(|entry| entry.person);
    let named = |(office, role): (OfficeId, Role)| (office.to_string(), role.name().to_owned());
    let member = |person: Person| Member {
        name: person.name,
        role: person.role.name().to_owned(),
        offices: person.offices.into_iter().map(named).collect(),
    };
    Ok(people.map(member).collect())
}

/// What a member of a file may do here.
///
/// # Errors
/// The id of what is to be said.
fn rights(app: &App, member: &Member) -> Result<Rights, &'static str> {
    let role = Role::named(&member.role).ok_or("staff-people-role-needed")?;
    let at = member.offices.iter().map(|(office, role)| {
        let office = OfficeId(office.clone());
        app.store.office(&office).map_err(|_| "admin-members-office")?;
        let role = Role::named(role).filter(|role| *role < Role::Administrator);
        Ok((office, role.ok_or("staff-people-role-needed")?))
    });
    let at: BTreeMap<OfficeId, Role> = at.collect::<Result<_, &'static str>>()?;
    Ok(if role == Role::Administrator || at.is_empty() { (role, BTreeMap::new()) } else { (Role::Clerk, at) })
}

/// What would be done with those of a file.
pub async fn of_file(app: &App, signed: &SignedIn, sent: &[Value]) -> Result<Vec<MemberLine>, Refused> {
    let words = signed.words;
    let known: Vec<Person> = app.store.people().await?.into_iter().map(|entry| entry.person).collect();
    let line = |value: &Value| {
        let Ok(member) = serde_json::from_value::<Member>(value.clone()) else {
            let said = vec![words.text("admin-fault-unreadable")];
            let name = value.get("name").and_then(Value::as_str).unwrap_or_default();
            return Some(MemberLine { sent: String::new(), name: name.chars().take(60).collect(), said });
        };
        let name: String = member.name.chars().take(60).collect();
        let (role, at) = match rights(app, &member) {
            Ok(rights) => rights,
            Err(fault) => {
                return Some(MemberLine { sent: String::new(), name, said: vec![words.text(fault)] });
            }
        };
        let then =
            words.list(&people::roles(app, signed, role, &at).iter().map(String::as_str).collect::<Vec<_>>());
        let sent = serde_json::to_string(&member).unwrap_or_default();
        match known.iter().find(|person| person.name == member.name) {
            Some(person) if (person.role, &person.offices) == (role, &at) => None,
            Some(person) if person.id == signed.person.id => Some(MemberLine {
                sent: String::new(),
                name,
                said: vec![words.text("staff-people-yourself")],
            }),
            Some(person) => {
                let before = people::roles(app, signed, person.role, &person.offices);
                let before = words.list(&before.iter().map(String::as_str).collect::<Vec<_>>());
                let said = vec![
                    words.text_with("admin-members-before", "roles", before),
                    words.text_with("admin-members-then", "roles", then),
                ];
                Some(MemberLine { sent, name, said })
            }
            None => Some(MemberLine {
                sent,
                name,
                said: vec![words.text_with("admin-members-new", "roles", then)],
            }),
        }
    };
    Ok(sent.iter().filter_map(line).collect())
}

/// `POST /staff/city/people`: changes what those may do who are chosen, and invites who is new.
pub async fn take(
    State(app): State<App>,
    signed: SignedIn,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let signed = signed.of_role(Role::Administrator)?;
    let known = app.staff.list().await.map_err(Refused::of_staff)?;
    let (mut links, mut changed, mut not) = (Vec::new(), Vec::new(), Vec::new());
    for sent in typed(pairs).get("member").into_iter().flatten() {
        let Ok(member) = serde_json::from_str::<Member>(sent) else { continue };
        let Ok((role, at)) = rights(&app, &member) else {
            not.push(member.name);
            continue;
        };
        let person = known.iter().find(|person| person.name == member.name);
        let is_done = match person {
            Some(person) if person.id == signed.person.id => false,
            Some(person) => app.store.change_role(person.id.clone(), role, at).await?,
            None => match app.staff.invite_to(&member.name, role, at).await {
                Ok(path) => {
                    links.push((member.name.clone(), people::address(&app, &headers, &path)));
                    true
                }
                Err(StaffError::Store(fault)) => return Err(fault.into()),
                Err(_) => false,
            },
        };
        if is_done { changed.push(member.name) } else { not.push(member.name) }
    }
    let said = |id: &str, names: &[String]| match names {
        [] => String::new(),
        names => {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            signed.words.text_with(id, "names", signed.words.list(&names))
        }
    };
    let fault = said("admin-members-not", &not);
    let says = Says {
        saved: said("admin-city-saved", &changed),
        fault: (!fault.is_empty()).then_some(Sentence(fault)),
        links,
        ..Says::default()
    };
    city::page(&app, &signed, says).await
}
