//! Everybody who waits, in the order of the key, and the one rule of who is next.

use super::{Key, Skills, Ticket, Timing, Why};
use crate::Timestamp;
use std::collections::{BTreeMap, btree_map};

/// Everybody who waits. Appointments and walk-ins stand apart, because all appointments that are due come
/// before all that are not in the order of the key: so the next one is found without looking at everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queue {
    urgent: BTreeMap<Key, Ticket>,
    appointments: BTreeMap<Key, Ticket>,
    walk_ins: BTreeMap<Key, Ticket>,
}

impl Queue {
    fn lane(&mut self, ticket: &Ticket) -> &mut BTreeMap<Key, Ticket> {
        match (ticket.urgent, ticket.start) {
            (true, _) => &mut self.urgent,
            (false, Some(_)) => &mut self.appointments,
            (false, None) => &mut self.walk_ins,
        }
    }

    /// Somebody joins.
    pub fn insert(&mut self, ticket: Ticket, timing: &Timing) {
        self.lane(&ticket).insert(ticket.key(timing), ticket);
    }

    /// Somebody leaves.
    pub fn remove(&mut self, ticket: &Ticket, timing: &Timing) {
        self.lane(ticket).remove(&ticket.key(timing));
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.urgent.len() + self.appointments.len() + self.walk_ins.len()
    }

    /// Whether nobody waits.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Everybody, in no order that matters.
    pub fn tickets(&self) -> impl Iterator<Item = &Ticket> {
        self.urgent.values().chain(self.appointments.values()).chain(self.walk_ins.values())
    }

    /// Everybody, to pick from.
    pub fn line(&self) -> Line<'_> {
        Line {
            urgent: Lane::of(&self.urgent),
            appointments: Lane::of(&self.appointments),
            walk_ins: Lane::of(&self.walk_ins),
        }
    }
}

/// Those of a [`Queue`], read only as far as somebody looks; a simulation takes tickets out and adds others.
#[derive(Debug)]
pub struct Line<'a> {
    urgent: Lane<'a>,
    appointments: Lane<'a>,
    walk_ins: Lane<'a>,
}

/// Whose turn it is, and where it stands in the [`Line`].
#[derive(Debug, Clone, Copy)]
pub struct Turn {
    /// Who.
    pub ticket: Ticket,
    /// Why.
    pub why: Why,
    lane: LaneName,
    place: usize,
}

#[derive(Debug, Clone, Copy)]
enum LaneName {
    Urgent,
    Appointments,
    WalkIns,
}

/// A ticket and its place in a lane.
type Found = (usize, Ticket);

#[derive(Debug)]
struct Lane<'a> {
    read: Vec<Ticket>,
    rest: btree_map::Values<'a, Key, Ticket>,
}

impl<'a> Lane<'a> {
    fn of(tickets: &'a BTreeMap<Key, Ticket>) -> Self {
        Self { read: Vec::new(), rest: tickets.values() }
    }

    fn at(&mut self, place: usize) -> Option<Ticket> {
        while self.read.len() <= place {
            self.read.push(*self.rest.next()?);
        }
        Some(self.read[place])
    }

    /// The first ticket that fits, from a place on and while the tickets go on; and where they stopped.
    fn first(
        &mut self,
        from: usize,
        goes_on: impl Fn(&Ticket) -> bool,
        fits: impl Fn(&Ticket) -> bool,
    ) -> (Option<Found>, usize) {
        let mut place = from;
        while let Some(ticket) = self.at(place).filter(&goes_on) {
            if fits(&ticket) {
                return (Some((place, ticket)), place);
            }
            place += 1;
        }
        (None, place)
    }

    /// Of all tickets that fit the one that is least by `order`.
    fn least<O: Ord>(
        &mut self,
        fits: impl Fn(&Ticket) -> bool,
        order: impl Fn(&Ticket) -> O,
    ) -> Option<Found> {
        let mut places = 0..;
        let all = std::iter::from_fn(|| places.next().and_then(|place| Some((place, self.at(place)?))));
        all.filter(|(_, ticket)| fits(ticket)).min_by_key(|(_, ticket)| order(ticket))
    }

    fn insert(&mut self, ticket: Ticket, timing: &Timing) {
        let key = ticket.key(timing);
        let mut place = self.read.partition_point(|other| other.key(timing) < key);
        while place == self.read.len() && self.at(place).is_some_and(|other| other.key(timing) < key) {
            place += 1;
        }
        self.read.insert(place, ticket);
    }
}

impl Line<'_> {
    /// Whose turn it is at a counter with these skills: due first, then early appointments, then held ones.
    pub fn next(&mut self, skills: &Skills, now: Timestamp, timing: &Timing) -> Option<Turn> {
        let fits = |ticket: &Ticket| skills.serve(ticket.need) && !ticket.is_held(now);
        let due = |ticket: &Ticket| ticket.is_due(now, timing);
        let key = |ticket: &Ticket| ticket.key(timing);

        let urgent = self.urgent.least(|ticket| fits(ticket) && due(ticket), key);
        let (appointment, not_due) = self.appointments.first(0, due, fits);
        let (walk_in, _) = self.walk_ins.first(0, |_| true, fits);
        let found = least(urgent, appointment, walk_in, key);
        if let Some((lane, (place, ticket))) = found {
            return Some(Turn { ticket, why: why_due(&ticket), lane, place });
        }

        let start = |ticket: &Ticket| (ticket.start, key(ticket));
        let urgent = self.urgent.least(fits, start);
        let (appointment, _) = self.appointments.first(not_due, |_| true, fits);
        if let Some((lane, (place, ticket))) = least(urgent, appointment, None, start) {
            let why = Why::EarlyAppointment { start: ticket.start.unwrap_or(ticket.queued) };
            return Some(Turn { ticket, why, lane, place });
        }
        self.next_held(skills, now, timing)
    }

    fn next_held(&mut self, skills: &Skills, now: Timestamp, timing: &Timing) -> Option<Turn> {
        let fits = |ticket: &Ticket| skills.serve(ticket.need);
        let order = |ticket: &Ticket| (!ticket.is_due(now, timing), ticket.key(timing));
        let urgent = self.urgent.least(fits, order);
        let appointment = self.appointments.least(fits, order);
        let walk_in = self.walk_ins.least(fits, order);
        let (lane, (place, ticket)) = least(urgent, appointment, walk_in, order)?;
        Some(Turn { ticket, why: Why::OnlyHeldLeft, lane, place })
    }

    /// Takes somebody out whose turn it was; nothing else may have happened to the line since.
    pub fn take(&mut self, turn: &Turn) {
        let lane = match turn.lane {
            LaneName::Urgent => &mut self.urgent,
            LaneName::Appointments => &mut self.appointments,
            LaneName::WalkIns => &mut self.walk_ins,
        };
        lane.read.remove(turn.place);
    }

    /// Somebody joins who is not in the queue.
    pub fn insert(&mut self, ticket: Ticket, timing: &Timing) {
        let lane = match (ticket.urgent, ticket.start) {
            (true, _) => &mut self.urgent,
            (false, Some(_)) => &mut self.appointments,
            (false, None) => &mut self.walk_ins,
        };
        lane.insert(ticket, timing);
    }
}

fn least<O: Ord>(
    urgent: Option<Found>,
    appointment: Option<Found>,
    walk_in: Option<Found>,
    order: impl Fn(&Ticket) -> O,
) -> Option<(LaneName, Found)> {
    let urgent = urgent.map(|found| (LaneName::Urgent, found));
    let appointment = appointment.map(|found| (LaneName::Appointments, found));
    let walk_in = walk_in.map(|found| (LaneName::WalkIns, found));
    let all = [urgent, appointment, walk_in].into_iter().flatten();
    all.min_by_key(|(_, (_, ticket))| order(ticket))
}

fn why_due(ticket: &Ticket) -> Why {
    match ticket.start {
        _ if ticket.urgent => Why::Urgent,
        Some(start) => Why::AppointmentDue { start },
        None => Why::LongestWaiting { since: ticket.queued },
    }
}
