//! The terminals: how each is, a code for a new one, taking away the rights of one.

use super::error::{self, PageError};
use super::frame::{Frame, Sentence};
use super::signed_in::SignedIn;
use super::troubles;
use super::words::Words;
use super::{assets, html};
use crate::devices::{DeviceError, DeviceOverview};
use crate::lobby::Lobby;
use crate::staff::Role;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Form as ManyForm;
use foyer_domain::id::{AreaId, DeviceId};
use foyer_domain::office::Office;
use foyer_protocol::lobby::{DeviceKind, PartStatus};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "devices.html")]
struct DevicesPage {
    words: Words,
    frame: Frame,
    code: Option<Code>,
    devices: Vec<Device>,
    areas: Vec<Area>,
}

/// A code that was just made.
struct Code {
    name: String,
    code: String,
    hint: String,
}

/// A terminal as the page shows it.
struct Device {
    id: String,
    name: String,
    kind: String,
    areas: Option<String>,
    version: Option<String>,
    parts: Vec<Part>,
    connected: bool,
    link: String,
    revoked: bool,
}

/// A part of a terminal.
struct Part {
    name: String,
    works: bool,
    state: String,
    detail: String,
}

/// An area to choose.
struct Area {
    id: String,
    name: String,
}

/// `GET /devices`.
pub(super) async fn show(State(lobby): State<Lobby>, signed: SignedIn) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Administrator, "desk-devices-title")?;
    Ok(overview(&lobby, signed, None, None)?.into_response())
}

/// The form of a new terminal.
#[derive(Debug, Deserialize)]
pub(super) struct NewDevice {
    name: String,
    kind: DeviceKind,
    #[serde(default)]
    areas: Vec<AreaId>,
}

/// `POST /devices`: makes an enrolment code, which is shown once.
pub(super) async fn make_code(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    ManyForm(form): ManyForm<NewDevice>,
) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Administrator, "desk-devices-title")?;
    let words = signed.page.words;
    match lobby.devices().create_code(form.kind, &form.name, form.areas).await {
        Ok(made) => {
            let hint = words.text_with("desk-devices-code-hint", "time", words.time(made.until));
            let code = Code { name: form.name, code: made.code, hint };
            Ok(overview(&lobby, signed, Some(code), None)?.into_response())
        }
        Err(DeviceError::Name) => {
            let sentence = Sentence::no(words.text("desk-devices-name-needed"));
            Ok(error::unusable(overview(&lobby, signed, None, Some(sentence))?))
        }
        Err(other) => Err(other.into()),
    }
}

/// Which terminal.
#[derive(Debug, Deserialize)]
pub(super) struct Revoke {
    device: DeviceId,
}

/// `POST /devices/revocations`.
pub(super) async fn revoke(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Form(form): Form<Revoke>,
) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Administrator, "desk-devices-title")?;
    let words = signed.page.words;
    let done = lobby.devices().revoke(&form.device).await?;
    let known = lobby.devices().list().into_iter().find(|known| known.device.id == form.device);
    let name = known.map(|known| known.device.name).unwrap_or_default();
    let sentence = if done {
        Sentence::yes(words.text_with("desk-devices-revoked-now", "name", &name))
    } else {
        Sentence::look(words.text("desk-refused-not-found"))
    };
    Ok(overview(&lobby, signed, None, Some(sentence))?.into_response())
}

fn overview(
    lobby: &Lobby,
    signed: SignedIn,
    code: Option<Code>,
    sentence: Option<Sentence>,
) -> Result<impl IntoResponse + use<>, PageError> {
    let (state, words) = (lobby.state(), signed.page.words);
    let areas = state.office().map_or_else(Vec::new, |office| {
        let area = |area: &foyer_domain::office::Area| Area {
            id: area.id.to_string(),
            name: words.own(&area.name).to_owned(),
        };
        office.areas.iter().map(area).collect()
    });
    let devices = lobby.devices().list();
    let devices = devices.iter().map(|known| device(known, state.office(), &words)).collect();
    let frame = signed.page.frame.saying(sentence);
    html(&DevicesPage { words, frame, code, devices, areas })
}

fn device(known: &DeviceOverview, office: Option<&Office>, words: &Words) -> Device {
    let revoked = known.device.revoked_at.is_some();
    let areas = office.into_iter().flat_map(|office| &office.areas);
    let shown = areas.filter(|area| known.device.areas.contains(&area.id));
    let shown = shown.map(|area| words.own(&area.name)).collect::<Vec<_>>().join(", ");
    let link = match (revoked, known.connected, known.last_seen) {
        (true, ..) => words.text("desk-devices-revoked"),
        (false, true, _) => words.text("desk-devices-connected"),
        (false, false, Some(seen)) => {
            words.text_with("desk-devices-away-since", "time", words.day_and_time(seen))
        }
        (false, false, None) => words.text("desk-devices-away"),
    };
    let status = known.status.as_ref().filter(|_| !revoked);
    Device {
        id: known.device.id.to_string(),
        name: known.device.name.clone(),
        kind: words.text(match known.device.kind {
            DeviceKind::Kiosk => "desk-devices-kiosk",
            DeviceKind::Display => "desk-devices-display",
        }),
        areas: (!shown.is_empty()).then_some(shown),
        version: status.map(|status| status.version.clone()),
        parts: status.map_or_else(Vec::new, |status| status.parts.iter().map(|of| part(of, words)).collect()),
        connected: known.connected && !revoked,
        link,
        revoked,
    }
}

fn part(status: &PartStatus, words: &Words) -> Part {
    Part {
        name: troubles::part_name(&status.part, words),
        works: status.works,
        state: words.text(if status.works { "desk-devices-works" } else { "desk-devices-trouble" }),
        detail: status.detail.clone(),
    }
}
