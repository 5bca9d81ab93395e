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

/// Plays the days of a scenario.
///
/// # Errors
/// A scenario that cannot be played.
pub fn simulate(scenario: &Scenario, asked: &Asked) -> Result<Report, ScenarioError> {
    scenario.check()?;
    let office = scenario.office();
    let effort = Effort { estimate: asked.plays, ..Effort::default() };
    let mut rules = Rules::new(scenario, &office, effort, asked);
    let mut date = scenario.first_day;
    for number in 0..asked.days {
        date = people::working_day(date);
        let day = people::day(scenario, &office, date, asked.seed, u64::from(number));
        rules.play(&day);
        date = date.succ_opt().ok_or(ScenarioError::Days)?;
    }
    Ok(rules.report(scenario, asked))
}

/// All rules that are played, each with what was measured.
struct Rules<'a> {
    office: &'a Office,
    asked: Asked,
    average_s: f64,
    ours: Ours<'a>,
    alone: Ours<'a>,
    figures: Vec<Figures>,
}

impl<'a> Rules<'a> {
    fn new(scenario: &'a Scenario, office: &'a Office, effort: Effort, asked: &Asked) -> Self {
        let oracle = (asked.oracle > 0).then(|| (oracle::odds(scenario, office), asked.oracle));
        let count = if asked.compare { 5 } else { 1 };
        Self {
            office,
            asked: *asked,
            average_s: scenario.mean_service_s(),
            ours: Ours::new(office, effort, oracle),
            alone: Ours::new(office, Effort { estimate: 0, intake: 1 }, None),
            figures: (0..count).map(|_| Figures::default()).collect(),
        }
    }

    fn play(&mut self, day: &people::Day) {
        let average_s = self.average_s;
        self.ours.begin(day);
        let played = play(self.office, day, &mut self.ours, average_s);
        self.figures[0].add(self.office, day, &played);
        if !self.asked.compare {
            return;
        }
        // The others have no intake by forecast: they get whom ours lets in.
        let let_in: Vec<bool> = played.visits.iter().map(|visit| !visit.turned_away).collect();
        let same_people = |peer: Peer| -> Played {
            let mut rule = peers::Queue::new(self.office, peer, let_in.clone());
            play(self.office, day, &mut rule, average_s)
        };
        let others = [Peer::Zms, Peer::Strict, Peer::Fifo].map(same_people);
        let booked = day.without_walk_ins();
        self.alone.begin(&booked);
        let alone = play(self.office, &booked, &mut self.alone, average_s);
        for (place, played) in others.iter().enumerate() {
            self.figures[1 + place].add(self.office, day, played);
        }
        self.figures[4].add(self.office, &booked, &alone);
    }

    fn report(self, scenario: &Scenario, asked: &Asked) -> Report {
        let names = ["Foyer", "ZMS", "appointments first", "first come", "Foyer, no walk-ins"];
        let rows = names.into_iter().zip(self.figures).map(|(rule, figures)| figures.row(rule)).collect();
        Report {
            scenario: scenario.name.clone(),
            days: asked.days,
            seed: asked.seed,
            load_percent: (scenario.bookings.load * 100.0).round() as u32,
            mean_service_s: self.average_s.round() as i64,
            rows,
        }
    }
}
