//! `foyer-lobby simulate`: whole days of an office, citizen by citizen, through the real engine with a clock of
//! their own; beside it the same days under other rules.
//!
//! - [`scenario`]: the file that describes an office and its people
//! - [`people`], [`luck`]: one day's citizens; all that is drawn of them is drawn beforehand, so that every rule
//!   meets the very same people
//! - [`day`]: plays one day by a [`Rule`](day::Rule)
//! - [`ours`], [`peers`], [`zms`]: the engine; first come first served, appointments first, ZMS
//! - [`oracle`]: what an estimate could know at best
//! - [`figures`], [`report`], [`chart`]: what is measured, printed, drawn

mod chart;
mod day;
mod figures;
mod luck;
mod oracle;
mod ours;
mod peers;
mod people;
mod report;
mod scenario;
#[cfg(test)]
mod tests;
mod zms;

pub use chart::svg;
pub use report::{Report, Row};
pub use scenario::{Scenario, ScenarioError};

use day::{Played, play};
use figures::Figures;
use foyer_domain::engine::Effort;
use foyer_domain::office::Office;
use ours::Ours;
use peers::Peer;
use std::panic::resume_unwind;
use std::sync::mpsc;

/// The other rules are at most so many days behind.
const BEHIND: usize = 8;

/// What is asked of a simulation.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// How many working days.
    pub days: u32,
    /// Another seed, other people.
    pub seed: u64,
    /// The same days under other rules, too.
    pub compare: bool,
    /// Plays of an estimate at most; 0 makes none.
    pub plays: u32,
    /// Every so many tickets are forecast by the oracle, too; 0 for none.
    pub oracle: u32,
}

/// Plays the days of a scenario. The other rules follow a few days behind ours, on a thread of their own.
///
/// # Errors
/// A scenario that cannot be played.
pub fn simulate(scenario: &Scenario, asked: &Asked) -> Result<Report, ScenarioError> {
    scenario.check()?;
    let office = scenario.office();
    let average_s = scenario.mean_service_s();
    let oracle = (asked.oracle > 0).then(|| (oracle::odds(scenario, &office), asked.oracle));
    let effort = Effort { estimate: asked.plays, ..Effort::default() };
    let mut ours = Ours::new(&office, effort, oracle);
    let mut figures = Figures::default();
    let others = std::thread::scope(|scope| {
        let (sender, days) = mpsc::sync_channel(BEHIND);
        let office = &office;
        let others = asked.compare.then(|| scope.spawn(move || others(office, average_s, days)));
        let mut date = scenario.first_day;
        for number in 0..asked.days {
            date = people::working_day(date);
            let day = people::day(scenario, office, date, asked.seed, u64::from(number));
            ours.begin(&day);
            let played = play(office, &day, &mut ours, average_s);
            figures.add(office, &day, &played);
            if others.is_some() && sender.send((day, played)).is_err() {
                break;
            }
            date = date.succ_opt().ok_or(ScenarioError::Days)?;
        }
        drop(sender);
        let played = others.map(|others| others.join().unwrap_or_else(|fault| resume_unwind(fault)));
        Ok(played.unwrap_or_default())
    })?;
    let names = ["Foyer", "ZMS", "appointments first", "first come", "Foyer, no walk-ins"];
    let rows = names.into_iter().zip(std::iter::once(figures).chain(others));
    Ok(Report {
        scenario: scenario.name.clone(),
        days: asked.days,
        seed: asked.seed,
        load_percent: (scenario.bookings.load * 100.0).round() as u32,
        mean_service_s: average_s.round() as i64,
        rows: rows.map(|(rule, figures)| figures.row(rule)).collect(),
    })
}

/// The same days by ZMS's order, appointments first, first come first served, and by ours without walk-ins.
fn others(office: &Office, average_s: f64, days: mpsc::Receiver<(people::Day, Played)>) -> Vec<Figures> {
    let mut alone = Ours::new(office, Effort { estimate: 0, intake: 1 }, None);
    let mut figures: Vec<Figures> = (0..4).map(|_| Figures::default()).collect();
    for (day, ours) in days {
        // The others have no intake by forecast: they get whom ours lets in.
        let let_in: Vec<bool> = ours.visits.iter().map(|visit| !visit.turned_away).collect();
        for (figures, peer) in figures.iter_mut().zip([Peer::Zms, Peer::Strict, Peer::Fifo]) {
            let mut rule = peers::Queue::new(office, peer, let_in.clone());
            figures.add(office, &day, &play(office, &day, &mut rule, average_s));
        }
        let booked = day.without_walk_ins();
        alone.begin(&booked);
        figures[3].add(office, &booked, &play(office, &booked, &mut alone, average_s));
    }
    figures
}
