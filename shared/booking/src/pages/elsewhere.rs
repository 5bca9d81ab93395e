//! The other offices that serve the same.

use super::choose::{self, as_text};
use super::frame::Words;
use super::narrow::Narrow;
use crate::app::App;
use crate::store::OfficeState;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;

/// Another office that serves the same.
pub struct Elsewhere {
    /// Its times.
    pub href: String,
    /// "Bürgerbüro Nord: Dienstag, 24. November 2026, 09:10 Uhr".
    pub shown: String,
}

/// The other offices that serve all of this, by their next free time.
pub fn elsewhere(
    app: &App,
    words: &Words,
    here: &OfficeState,
    wanted: &[ServiceChoice],
    narrow: &Narrow,
    now: Timestamp,
) -> Vec<Elsewhere> {
    let mut found: Vec<(Timestamp, Elsewhere)> = Vec::new();
    for state in app.store.offices().into_iter().filter(|state| state.office.id != here.office.id) {
        let office = &state.office;
        let can_be_entered = office.is_step_free_somewhere() || !narrow.step_free;
        if !can_be_entered || choose::judge(office, wanted).is_err() {
            continue;
        }
        let Some(at) = first(&state, wanted, narrow, now) else { continue };
        let name = match office.stop_at(at) {
            Some(stop) => format!("{}, {}", office.name, stop.name),
            None => office.name.clone(),
        };
        let time = foyer_text::day_and_time(words.language, office.time_zone, at);
        let values = [("office", name.into()), ("time", time.into())];
        let shown = foyer_text::text_with(words.language, "portal-times-elsewhere-next", &values);
        let path = format!("/{}/times?services={}{}", office.id, as_text(wanted), narrow.query());
        let href = words.link(&path);
        found.push((at, Elsewhere { href, shown }));
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, elsewhere)| elsewhere).collect()
}

/// The first time there that is wanted: an office that travels may be reached without a step at some places alone.
fn first(
    state: &OfficeState,
    wanted: &[ServiceChoice],
    narrow: &Narrow,
    now: Timestamp,
) -> Option<Timestamp> {
    let office = &state.office;
    if !narrow.step_free || office.stops.iter().all(|stop| stop.step_free) {
        return narrow.first(state, wanted, now);
    }
    let starts = narrow.starts(state, wanted, now).ok()?;
    starts.into_iter().find(|at| office.place_at(*at).step_free)
}
