//! Today in figures, and how good the expected waits were: of the office as a whole, never of a person.

use super::error::PageError;
use super::frame::Frame;
use super::signed_in::SignedIn;
use super::words::Words;
use super::{assets, html};
use crate::lobby::Lobby;
use crate::staff::Role;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::QueueState;
use foyer_domain::learned::Accuracy;
use foyer_domain::visit::{Origin, Visit, VisitState};

#[derive(Template)]
#[template(path = "statistics.html")]
struct StatisticsPage {
    words: Words,
    frame: Frame,
    kinds: Vec<Kind>,
    services: Vec<Served>,
    accuracy: Vec<Told>,
}

/// Everybody with an appointment, or without one.
struct Kind {
    name: String,
    came: usize,
    served: usize,
    no_show: usize,
    waiting: usize,
    /// Minutes that half of them waited at most, and nineteen in twenty.
    half: String,
    most: String,
}

/// How long a service took.
struct Served {
    name: String,
    count: usize,
    half: String,
    most: String,
}

/// How far the waits that were told were from those that came.
struct Told {
    when: String,
    tickets: u32,
    error: String,
    within: String,
}

/// `GET /statistics`.
pub(super) async fn show(State(lobby): State<Lobby>, signed: SignedIn) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Supervisor, "desk-statistics-title")?;
    let (state, words) = (lobby.state(), signed.page.words);
    let kinds = [
        ("desk-statistics-appointments", &[Origin::Appointment][..]),
        ("desk-statistics-walk-ins", &[Origin::WalkIn, Origin::Late][..]),
    ];
    let kinds = kinds.map(|(name, origins)| kind(&state, words.text(name), origins, &words));
    let page = StatisticsPage {
        words,
        frame: signed.page.frame,
        kinds: kinds.into(),
        services: services(&state, &words),
        accuracy: accuracy(&state, &words),
    };
    Ok(html(&page)?.into_response())
}

fn kind(state: &QueueState, name: String, origins: &[Origin], words: &Words) -> Kind {
    let of_kind: Vec<&Visit> = state
        .visits()
        .filter(|visit| origins.contains(&visit.origin) && visit.merged_into.is_none())
        .collect();
    let count = |wanted: VisitState| of_kind.iter().filter(|visit| visit.state == wanted).count();
    let waits: Vec<TimeDelta> = of_kind.iter().filter_map(|visit| waited(visit)).collect();
    Kind {
        name,
        came: of_kind.len(),
        served: count(VisitState::Finished),
        no_show: count(VisitState::NoShow),
        waiting: count(VisitState::Waiting),
        half: at_most(&waits, 50, words),
        most: at_most(&waits, 95, words),
    }
}

/// From the arrival, but not before the appointment, to the first call; who is called earlier has not waited.
fn waited(visit: &Visit) -> Option<TimeDelta> {
    let from = visit.start.map_or(visit.arrived, |start| start.max(visit.arrived));
    Some((visit.first_called? - from).max(TimeDelta::zero()))
}

fn services(state: &QueueState, words: &Words) -> Vec<Served> {
    let Some(office) = state.office() else { return Vec::new() };
    let took = |visit: &Visit| TimeDelta::milliseconds(i64::try_from(visit.served_ms).unwrap_or(i64::MAX));
    let of_service = |service: &foyer_domain::office::Service| {
        let alone = |visit: &&Visit| {
            let is_this = |choice: &ServiceChoice| choice.service == service.id;
            visit.state == VisitState::Finished && visit.came_for().map(is_this).eq([true])
        };
        let times: Vec<TimeDelta> = state.visits().filter(alone).map(took).collect();
        let (half, most) = (at_most(&times, 50, words), at_most(&times, 95, words));
        Served { name: words.own(&service.name).to_owned(), count: times.len(), half, most }
    };
    office.services.iter().map(of_service).filter(|served| served.count > 0).collect()
}

/// Today, and all days that are remembered.
fn accuracy(state: &QueueState, words: &Words) -> Vec<Told> {
    let today = state.accuracy();
    let all = state.learned().accuracy().values().fold(today, |all, day| Accuracy {
        tickets: all.tickets + day.tickets,
        error_s: all.error_s + day.error_s,
        within: all.within + day.within,
    });
    let told = |when: &str, accuracy: Accuracy| Told {
        when: words.text(when),
        tickets: accuracy.tickets,
        error: accuracy.mean_error().map_or_else(none, |error| minutes(error, words)),
        within: match (accuracy.within * 100).checked_div(accuracy.tickets) {
            Some(percent) => words.text_with("desk-statistics-percent", "percent", percent),
            None => none(),
        },
    };
    vec![told("desk-statistics-today", today), told("desk-statistics-month", all)]
}

/// So many percent of these were at most so long.
fn at_most(times: &[TimeDelta], percent: usize, words: &Words) -> String {
    let mut times = times.to_vec();
    times.sort_unstable();
    // The nearest rank: a time that somebody really had.
    let rank = (times.len() * percent).div_ceil(100).max(1);
    times.get(rank - 1).map_or_else(none, |time| minutes(*time, words))
}

fn minutes(time: TimeDelta, words: &Words) -> String {
    let seconds = time.num_seconds();
    let minutes = format!("{}:{:02}", seconds / 60, seconds % 60);
    words.text_with("desk-statistics-minutes", "minutes", minutes)
}

/// Where there is nothing to say.
fn none() -> String {
    "–".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_text::Language;

    #[test]
    fn a_percentile_is_a_time_that_somebody_had() {
        let words = Words::new(Language::English, None);
        let times: Vec<TimeDelta> = (1..=20).map(TimeDelta::minutes).collect();
        assert_eq!(at_most(&times, 50, &words), "10:00 min");
        assert_eq!(at_most(&times, 95, &words), "19:00 min");
        assert_eq!(at_most(&times[..1], 95, &words), "1:00 min");
        assert_eq!(at_most(&[], 95, &words), "–");
    }
}
