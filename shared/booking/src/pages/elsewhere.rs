//! The other offices that serve the same.

use super::choose::{self, as_text};
use super::day::{Time, rfc3339};
use super::frame::Words;
use super::narrow::Narrow;
use super::offices;
use crate::app::App;
use crate::store::OfficeState;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::Office;
use std::sync::Arc;

/// So many of its next times are shown of each.
const TIMES: usize = 3;

/// Another office that serves the same.
pub struct Elsewhere {
    /// "Bürgerbüro Nord".
    pub name: String,
    /// All of its times.
    pub href: String,
    /// Whether it is reached without a step.
    pub step_free: bool,
    /// "Wir sprechen: Deutsch, Türkisch"; may be empty.
    pub languages: String,
    /// Where one of its times goes that is pressed.
    pub hold: String,
    /// Its next free times by day and place.
    pub days: Vec<Day>,
}

/// A day there.
pub struct Day {
    /// "Dienstag, 24. November 2026".
    pub title: String,
    /// Where that is: its address, or that of the place that it comes to.
    pub place: String,
    /// Its first times.
    pub times: Vec<Time>,
}

/// All other offices that serve all of this.
pub fn others(app: &App, here: &OfficeState, wanted: &[ServiceChoice]) -> Vec<Arc<OfficeState>> {
    let mut others = app.store.offices();
    others.retain(|other| other.office.id != here.office.id && choose::judge(&other.office, wanted).is_ok());
    others
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
    for state in others(app, here, wanted).into_iter().filter(|state| narrow.fits(&state.office)) {
        let office = &state.office;
        let starts = first(&state, wanted, narrow, now);
        let Some(first) = starts.first() else { continue };
        let path = format!("/{}/times?services={}{}", office.id, as_text(wanted), narrow.query());
        let elsewhere = Elsewhere {
            name: office.name.clone(),
            href: words.link(&path),
            step_free: office.place_at(*first).step_free,
            languages: offices::languages(words, office),
            hold: words.link(&format!("/{}/hold", office.id)),
            days: days(words, office, &starts),
        };
        found.push((*first, elsewhere));
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, elsewhere)| elsewhere).collect()
}

fn days(words: &Words, office: &Office, starts: &[Timestamp]) -> Vec<Day> {
    let where_and_when = |at: &Timestamp| (office.day(*at), office.stop_at(*at).map(|stop| &stop.id));
    let time = |at: &Timestamp| Time {
        value: rfc3339(*at),
        shown: foyer_text::time_told_apart(words.language, office.time_zone, *at),
    };
    let day = |starts: &[Timestamp]| Day {
        title: foyer_text::date(words.language, office.time_zone, starts[0]),
        place: office.place_at(starts[0]).line(),
        times: starts.iter().map(time).collect(),
    };
    starts.chunk_by(|one, next| where_and_when(one) == where_and_when(next)).map(day).collect()
}

/// The first times there that are wanted: an office that travels may be reached without a step at some places alone.
fn first(state: &OfficeState, wanted: &[ServiceChoice], narrow: &Narrow, now: Timestamp) -> Vec<Timestamp> {
    let office = &state.office;
    if !narrow.step_free || office.stops.iter().all(|stop| stop.step_free) {
        return narrow.first(state, wanted, TIMES, now);
    }
    let starts = narrow.starts(state, wanted, now).unwrap_or_default();
    starts.into_iter().filter(|at| office.place_at(*at).step_free).take(TIMES).collect()
}
