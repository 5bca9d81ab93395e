//! Everybody who waits, in the order of the key, and the one rule of who is next.

use super::lane::{Found, Lane};
use super::{Key, Skills, Ticket, Timing, Why};
use crate::Timestamp;
use crate::id::VisitId;
use crate::ticket::TicketNumber;
use imbl::OrdMap;

/// Everybody who waits. Appointments and walk-ins stand apart, because all appointments that are due come
/// before all that are not in the order of the key: so the next one is found without looking at everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queue {
    urgent: OrdMap<Key, Ticket>,
    appointments: OrdMap<Key, Ticket>,
    walk_ins: OrdMap<Key, Ticket>,
}

impl Queue {
    fn lane(&mut self, ticket: &Ticket) -> &mut OrdMap<Key, Ticket> {
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

    /// Everybody with an earlier key, in no order that matters.
    pub fn before(&self, key: Key) -> impl Iterator<Item = &Ticket> {
        let lanes = [&self.urgent, &self.appointments, &self.walk_ins];
        lanes.into_iter().flat_map(move |lane| lane.range(..key)).map(|(_, ticket)| ticket)
    }

    /// Everybody in the order in which a counter that serves everything would call; whoever is held comes last.
    /// Nothing is sorted but the few who are urgent, so whoever reads only the first pays for no more.
    pub fn in_order<'a>(&'a self, now: Timestamp, timing: &'a Timing) -> impl Iterator<Item = &'a Ticket> {
        let free = self.by_turn(now, timing).filter(move |ticket| !ticket.is_held(now));
        let held = self.by_turn(now, timing).filter(move |ticket| ticket.is_held(now));
        free.chain(held)
    }

    /// Everybody in the order of turns, whether held or not: each lane has it already, because the later a start or
    /// check-in, the later it is due.
    fn by_turn<'a>(&'a self, now: Timestamp, timing: &'a Timing) -> impl Iterator<Item = &'a Ticket> {
        let with_turn = move |ticket: &'a Ticket| (turn(ticket, now, timing), ticket);
        let mut urgent: Vec<_> = self.urgent.values().map(with_turn).collect();
        urgent.sort_by_key(|(turn, _)| *turn);
        let appointments = self.appointments.values().map(with_turn);
        let walk_ins = self.walk_ins.values().map(with_turn);
        merged(urgent.into_iter(), merged(appointments, walk_ins)).map(|(_, ticket)| ticket)
    }

    /// Everybody, to pick from.
    pub fn line(&self) -> Line<'_> {
        Line {
            apart: Lane::of(self.urgent.values().copied(), usize::MAX),
            appointments: Lane::of(self.appointments.values().copied(), usize::MAX),
            walk_ins: Lane::of(self.walk_ins.values().copied(), usize::MAX),
            expected: Lane::of(std::iter::empty(), 0),
            without: Apart::default(),
        }
    }

    /// Everybody and who is `expected`, in order of their starts, for a simulation that looks at no more than
    /// `depth` of each kind, so that it costs the same however many there are.
    pub fn outlook<'a>(&'a self, expected: impl Iterator<Item = Ticket> + 'a, depth: usize) -> Line<'a> {
        Line {
            apart: Lane::of(self.urgent.values().copied(), depth),
            appointments: Lane::of(self.appointments.values().copied(), depth),
            walk_ins: Lane::of(self.walk_ins.values().copied(), depth),
            expected: Lane::of(expected, depth),
            without: Apart::default(),
        }
    }
}

/// Those of a [`Queue`], read only as far as somebody looks.
#[derive(Debug)]
pub struct Line<'a> {
    /// The few that are in no order: all of them are looked at.
    apart: Lane<'a>,
    appointments: Lane<'a>,
    walk_ins: Lane<'a>,
    /// Who is booked and still to come: here from when the appointment is due.
    expected: Lane<'a>,
    /// Whom this counter passes over.
    without: Apart,
}

/// Who is not for a counter, although it offers the service, and who is, although it does not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Apart {
    /// Whose companions are at other counters.
    pub parties: Vec<TicketNumber>,
    /// Who was handed on to another counter or person that is there.
    pub visits: Vec<VisitId>,
    /// Who was handed on to this one.
    pub mine: Vec<VisitId>,
}

impl Apart {
    /// Whether somebody may be called at a counter with these skills.
    pub fn lets(&self, ticket: &Ticket, skills: &Skills) -> bool {
        let is_in = |list: &[VisitId]| ticket.visit.is_some_and(|visit| list.contains(&visit));
        let is_offered = skills.serve(ticket.need) || is_in(&self.mine);
        is_offered && !is_in(&self.visits) && !self.parties.contains(&ticket.party)
    }
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
    Apart,
    Appointments,
    WalkIns,
    Expected,
}

impl Line<'_> {
    /// The same without those whom a counter passes over.
    #[must_use]
    pub fn without(self, without: Apart) -> Self {
        Self { without, ..self }
    }

    /// Whose turn it is at a counter with these skills: due first, then early appointments, then held ones.
    pub fn next(&mut self, skills: &Skills, now: Timestamp, timing: &Timing) -> Option<Turn> {
        let without = &self.without;
        let fits = |ticket: &Ticket| !ticket.is_held(now) && without.lets(ticket, skills);
        let due = |ticket: &Ticket| ticket.is_due(now, timing);
        let key = |ticket: &Ticket| ticket.key(timing);

        let apart = self.apart.least(|ticket| fits(ticket) && due(ticket), key);
        let (appointment, not_due) = self.appointments.first(0, due, fits);
        let (walk_in, _) = self.walk_ins.first(0, |_| true, fits);
        let (expected, _) = self.expected.first(0, due, fits);
        if let Some((lane, (place, ticket))) = least([apart, appointment, walk_in, expected], key) {
            return Some(Turn { ticket, why: why_due(&ticket), lane, place });
        }

        let start = |ticket: &Ticket| (ticket.start, key(ticket));
        let apart = self.apart.least(fits, start);
        let (appointment, _) = self.appointments.first(not_due, |_| true, fits);
        if let Some((lane, (place, ticket))) = least([apart, appointment, None, None], start) {
            let why = Why::EarlyAppointment { start: ticket.start.unwrap_or(ticket.queued) };
            return Some(Turn { ticket, why, lane, place });
        }
        self.next_held(skills, now, timing)
    }

    fn next_held(&mut self, skills: &Skills, now: Timestamp, timing: &Timing) -> Option<Turn> {
        let without = &self.without;
        let fits = |ticket: &Ticket| ticket.is_held(now) && without.lets(ticket, skills);
        let order = |ticket: &Ticket| (!ticket.is_due(now, timing), ticket.key(timing));
        let apart = self.apart.least(fits, order);
        let appointment = self.appointments.least(fits, order);
        let walk_in = self.walk_ins.least(fits, order);
        let (lane, (place, ticket)) = least([apart, appointment, walk_in, None], order)?;
        Some(Turn { ticket, why: Why::OnlyHeldLeft, lane, place })
    }

    /// Takes somebody out whose turn it was.
    pub fn take(&mut self, turn: &Turn) {
        match turn.lane {
            LaneName::Apart => self.apart.take(turn.place),
            LaneName::Appointments => self.appointments.take(turn.place),
            LaneName::WalkIns => self.walk_ins.take(turn.place),
            LaneName::Expected => self.expected.take(turn.place),
        }
    }

    /// Somebody joins who is not in the queue: for "what if".
    pub fn join(&mut self, newcomer: Ticket) {
        self.apart.join(newcomer);
    }

    /// When the next of those who are expected is here.
    pub fn next_arrival(&mut self, now: Timestamp, timing: &Timing) -> Option<Timestamp> {
        let (to_come, _) = self.expected.first(0, |_| true, |ticket| !ticket.is_due(now, timing));
        to_come.and_then(|(_, ticket)| ticket.start).map(|start| timing.due_from(start))
    }
}

/// Of what each lane offers the least.
fn least<O: Ord>(found: [Option<Found>; 4], order: impl Fn(&Ticket) -> O) -> Option<(LaneName, Found)> {
    let names = [LaneName::Apart, LaneName::Appointments, LaneName::WalkIns, LaneName::Expected];
    let offers = names.into_iter().zip(found).filter_map(|(name, found)| Some((name, found?)));
    offers.min_by_key(|(_, (_, ticket))| order(ticket))
}

/// Whoever is due comes by key; then whoever is not, by start.
fn turn(ticket: &Ticket, now: Timestamp, timing: &Timing) -> (Option<Timestamp>, Key) {
    let early = if ticket.is_due(now, timing) { None } else { ticket.start };
    (early, ticket.key(timing))
}

/// Of two that are in order each, all in order.
fn merged<O: Ord, T>(
    one: impl Iterator<Item = (O, T)>,
    other: impl Iterator<Item = (O, T)>,
) -> impl Iterator<Item = (O, T)> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || {
        let is_ones = match (one.peek(), other.peek()) {
            (Some((first, _)), Some((second, _))) => first <= second,
            (first, _) => first.is_some(),
        };
        if is_ones { one.next() } else { other.next() }
    })
}

fn why_due(ticket: &Ticket) -> Why {
    match ticket.start {
        _ if ticket.urgent => Why::Urgent,
        Some(start) => Why::AppointmentDue { start },
        None => Why::LongestWaiting { since: ticket.queued },
    }
}
