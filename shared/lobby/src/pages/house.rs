//! What holds for the whole house, as staff read it on every page that is pushed. Pure.

use super::words::Words;
use foyer_domain::engine::{IntakeScope, QueueState};
use foyer_domain::id::ChoiceId;
use foyer_text::Value;

/// "Alles ist unterbrochen seit 10:05 Uhr …", and for whom there are no tickets without an appointment.
pub(super) fn lines(state: &QueueState, words: &Words) -> Vec<String> {
    let pauses = state.intake_pauses().iter();
    let paused = pauses
        .map(|pause| words.text_with("desk-house-paused", "scope", scope_name(state, &pause.scope, words)));
    interrupted(state, words).into_iter().chain(paused).collect()
}

/// Since when everything stands still, and what screens say to it.
pub(super) fn interrupted(state: &QueueState, words: &Words) -> Option<String> {
    let standstill = state.standstill()?;
    let time = words.time(standstill.since);
    Some(match standstill.text.as_ref().and_then(|id| text(state, id, words)) {
        Some(text) => words.texts(
            "desk-house-interrupted-text",
            &[("time", Value::from(time)), ("text", Value::from(text))],
        ),
        None => words.text_with("desk-house-interrupted", "time", time),
    })
}

/// "alle Anliegen", "Wartebereich 1", "Personalausweis".
pub(super) fn scope_name(state: &QueueState, scope: &IntakeScope, words: &Words) -> String {
    let office = state.office();
    let (name, id) = match scope {
        IntakeScope::Office => return words.text("desk-house-all"),
        IntakeScope::Area(id) => (office.and_then(|it| it.area(id)).map(|area| &area.name), id.as_str()),
        IntakeScope::Service(id) => {
            (office.and_then(|it| it.service(id)).map(|service| &service.name), id.as_str())
        }
    };
    name.map_or_else(|| id.to_owned(), |name| words.own(name).to_owned())
}

/// One of the office's texts, as staff read it.
pub(super) fn text(state: &QueueState, id: &ChoiceId, words: &Words) -> Option<String> {
    Some(words.own(state.office()?.text(id)?).to_owned())
}
