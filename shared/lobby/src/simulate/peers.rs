//! Other rules, in the same building: whoever comes has a ticket, and a counter calls by another order.

use super::day::{Came, Rule};
use super::people::Citizen;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::office::Office;
use foyer_domain::queue::{Need, Skills};

/// Whose order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// ZMS as published: appointments whose time has come by their time, then walk-ins, then nobody. It knows
    /// no check-in; here it is told who is there. Its hole of two minutes before an appointment is left out.
    Zms,
    /// Appointments first, also early ones where nobody is due; then walk-ins.
    Strict,
    /// By arrival.
    Fifo,
}

/// Who waits.
struct Waiting {
    who: usize,
    start: Option<Timestamp>,
    came: Timestamp,
    need: Need,
}

/// A queue under another order.
pub struct Queue<'a> {
    office: &'a Office,
    peer: Peer,
    skills: Vec<Skills>,
    let_in: Vec<bool>,
    waiting: Vec<Waiting>,
}

impl<'a> Queue<'a> {
    /// A day's queue, with who is let in.
    pub fn new(office: &'a Office, peer: Peer, let_in: Vec<bool>) -> Self {
        let skills = office.counters.iter().filter_map(|counter| Skills::of(&counter.id, office)).collect();
        Self { office, peer, skills, let_in, waiting: Vec::new() }
    }

    /// Smallest first; `None` is not called now.
    fn order(&self, waiting: &Waiting, now: Timestamp) -> Option<(u8, Timestamp)> {
        let is_due = waiting.start.is_some_and(|start| start <= now);
        match (self.peer, waiting.start) {
            (Peer::Fifo, _) => Some((0, waiting.came)),
            (Peer::Zms | Peer::Strict, Some(start)) if is_due => Some((0, start)),
            (Peer::Zms, Some(_)) => None,
            (Peer::Strict, Some(start)) => Some((2, start)),
            (Peer::Zms | Peer::Strict, None) => Some((1, waiting.came)),
        }
    }
}

impl Rule for Queue<'_> {
    fn comes(&mut self, now: Timestamp, who: usize, citizen: &Citizen) -> Came {
        let let_in = self.let_in.get(who).copied().unwrap_or(true);
        if let_in {
            let window = TimeDelta::minutes(i64::from(self.office.rules.window_after_minutes));
            let start = citizen.booking.map(|(_, start)| start).filter(|start| now <= *start + window);
            self.waiting.push(Waiting { who, start, came: now, need: Need::Service(citizen.place) });
        }
        Came { let_in, ..Came::default() }
    }

    fn next(&mut self, now: Timestamp, counter: usize) -> Option<usize> {
        let fits = |waiting: &Waiting| self.skills[counter].serve(waiting.need);
        let orders = self.waiting.iter().enumerate().filter(|(_, waiting)| fits(waiting));
        let orders =
            orders.filter_map(|(place, waiting)| Some((self.order(waiting, now)?, waiting.who, place)));
        let (_, who, place) = orders.min()?;
        self.waiting.remove(place);
        Some(who)
    }

    fn opens(&mut self, _: Timestamp, _: usize) {}
    fn leaves(&mut self, _: Timestamp, _: usize) {}
    fn recalls(&mut self, _: Timestamp, _: usize) {}
    fn gives_up(&mut self, _: Timestamp, _: usize) {}
    fn starts(&mut self, _: Timestamp, _: usize) {}
    fn finishes(&mut self, _: Timestamp, _: usize) {}
}
