//! Our rule: the engine itself, asked as a lobby asks it.

use super::day::{Came, Rule};
use super::people::{Citizen, Day};
use foyer_domain::Timestamp;
use foyer_domain::engine::{
    CheckIn, CheckInOutcome, CheckInRefusal, Command, Decision, Effort, Event, Finish, Left, Presented,
    QueueState, Refusal, Reply, Step, WalkIn,
};
use foyer_domain::estimate::{Expected, Odds};
use foyer_domain::id::{CounterId, StaffId, VisitId};
use foyer_domain::office::Office;
use foyer_domain::visit::Actor;
use std::collections::BTreeMap;

/// How many plays an oracle makes.
const ORACLE_PLAYS: u32 = 200;

/// The engine, over all days: it learns.
pub struct Ours<'a> {
    office: &'a Office,
    state: QueueState,
    /// Who holds a visit.
    holders: BTreeMap<VisitId, usize>,
    /// The true odds, and how often they are asked.
    oracle: Option<(Odds, u32)>,
    tickets: u32,
    /// Walk-ins that came and that were let in, so that the oracle knows how many come through the door.
    door: (u32, u32),
}

impl<'a> Ours<'a> {
    /// Before the first day.
    pub fn new(office: &'a Office, effort: Effort, oracle: Option<(Odds, u32)>) -> Self {
        let mut state = QueueState::default().with_effort(effort);
        // Any moment will do: it gives no time to anything.
        let adopted = Event::OfficeAdopted { office: Box::new(office.clone()) };
        state.apply(Timestamp::UNIX_EPOCH, &adopted);
        Self { office, state, holders: BTreeMap::new(), oracle, tickets: 0, door: (0, 0) }
    }

    /// The morning: the day before ends, and the day's bookings are known.
    pub fn begin(&mut self, day: &Day) {
        self.holders.clear();
        let morning = day.opens - chrono::TimeDelta::hours(2);
        self.ask(morning, &Command::Tick).ok();
        for booking in day.bookings() {
            self.ask(morning, &Command::SyncBooking(booking)).ok();
        }
    }

    /// Decides and applies, as the lobby's owner does.
    fn ask(&mut self, now: Timestamp, command: &Command) -> Result<Decision, Refusal> {
        let decision = self.state.decide(now, &Actor::System, command)?;
        decision.events.iter().for_each(|event| self.state.apply(now, event));
        Ok(decision)
    }

    fn counter(&self, counter: usize) -> CounterId {
        self.office.counters[counter].id.clone()
    }

    fn step(&mut self, now: Timestamp, counter: usize, step: Step) {
        let counter = self.counter(counter);
        let visit = self.state.counter(&counter).and_then(|open| open.visit).expect("somebody is there");
        self.ask(now, &Command::Step { counter, visit, step })
            .expect("the day's play keeps to the table of a visit's life");
    }

    /// The display has shown the call that stands at a counter.
    fn show(&mut self, now: Timestamp, counter: usize) {
        let visit = self.state.counter(&self.counter(counter)).and_then(|open| open.visit);
        let call = visit.and_then(|visit| self.state.visit(visit)?.call.as_ref().map(|call| call.id));
        if let Some(call) = call {
            self.ask(now, &Command::Acknowledge { call, heard: true }).ok();
        }
    }

    fn ask_oracle(&mut self, now: Timestamp, citizen: &Citizen) -> Option<Expected> {
        let (odds, every) = self.oracle.as_ref()?;
        self.tickets += 1;
        if !self.tickets.is_multiple_of(*every) {
            return None;
        }
        let window = chrono::TimeDelta::minutes(i64::from(self.office.rules.window_after_minutes));
        let start = citizen.booking.map(|(_, start)| start).filter(|start| now <= *start + window);
        let (came, let_in) = self.door;
        let mut odds = odds.clone();
        for rate in &mut odds.walk_ins {
            *rate = (u64::from(*rate) * u64::from(let_in + 1) / u64::from(came + 1)) as u32;
        }
        self.state.expected_by(&odds, ORACLE_PLAYS, now, (start, now), &citizen.services)
    }

    fn let_in(&mut self, who: usize, decision: &Decision, oracle: Option<Expected>) -> Came {
        let opened = decision.events.iter().find_map(|event| match event {
            Event::VisitOpened { visit, expected, .. } => Some((*visit, *expected)),
            _ => None,
        });
        let Some((visit, expected)) = opened else { return Came::default() };
        self.holders.insert(visit, who);
        Came { let_in: true, expected, oracle }
    }

    fn checks_in(&mut self, now: Timestamp, who: usize, citizen: &Citizen, oracle: Option<Expected>) -> Came {
        let Some((booking, _)) = citizen.booking else { return Came::default() };
        let presented = Presented::ShortCode(booking);
        let Ok(decision) = self.ask(now, &Command::CheckIn(CheckIn { presented, seen_at: now })) else {
            return Came::default();
        };
        match &decision.reply {
            Reply::CheckIn(CheckInOutcome::Refused(CheckInRefusal::TooLate { offer: Some(_), .. })) => {
                let late = self.ask(now, &Command::TakeLate { booking, seen_at: now });
                late.map_or_else(|_| Came::default(), |decision| self.let_in(who, &decision, oracle))
            }
            _ => self.let_in(who, &decision, oracle),
        }
    }
}

impl Rule for Ours<'_> {
    fn comes(&mut self, now: Timestamp, who: usize, citizen: &Citizen) -> Came {
        let oracle = self.ask_oracle(now, citizen);
        if citizen.booking.is_some() {
            return self.checks_in(now, who, citizen, oracle);
        }
        let walk_in = WalkIn { services: citizen.services.clone(), seen_at: now, language: None };
        let came = match self.ask(now, &Command::WalkIn(walk_in)) {
            Ok(decision) => self.let_in(who, &decision, oracle),
            Err(_) => Came::default(),
        };
        self.door = (self.door.0 + 1, self.door.1 + u32::from(came.let_in));
        came
    }

    fn opens(&mut self, now: Timestamp, counter: usize) {
        let counter = self.counter(counter);
        let staff = StaffId(format!("clerk-{counter}"));
        self.ask(now, &Command::OpenCounter { counter, staff }).expect("nobody else sits there");
    }

    fn leaves(&mut self, now: Timestamp, counter: usize) {
        let counter = self.counter(counter);
        self.ask(now, &Command::CloseCounter { counter, left: Left::Nobody })
            .expect("nobody is at the counter");
    }

    fn next(&mut self, now: Timestamp, counter: usize) -> Option<usize> {
        let decision = self.ask(now, &Command::CallNext(self.counter(counter))).ok()?;
        self.show(now, counter);
        match decision.reply {
            Reply::Called(visit) => self.holders.get(&visit).copied(),
            _ => None,
        }
    }

    fn recalls(&mut self, now: Timestamp, counter: usize) {
        self.step(now, counter, Step::Recall);
        self.show(now, counter);
    }

    fn gives_up(&mut self, now: Timestamp, counter: usize) {
        self.step(now, counter, Step::NoShow);
    }

    fn starts(&mut self, now: Timestamp, counter: usize) {
        self.step(now, counter, Step::Start);
    }

    fn finishes(&mut self, now: Timestamp, counter: usize) {
        self.step(now, counter, Step::Finish(Finish::default()));
    }
}
