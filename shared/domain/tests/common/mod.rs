//! One small office, ways to drive it, and what a property needs to be shown to fail.
#![allow(dead_code, clippy::unwrap_used, reason = "each test file uses a part; what cannot go on fails")]

use chrono::{NaiveTime, TimeDelta, Weekday};
use foyer_domain::Timestamp;
use foyer_domain::booking::{Booking, BookingState, ServiceChoice};
use foyer_domain::code::{PublicKey, SigningKey};
use foyer_domain::engine::*;
use foyer_domain::id::*;
use foyer_domain::office::*;
use foyer_domain::ticket::Letter;
use foyer_domain::visit::{Actor, Visit, Wishes};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

/// The property holds for what the strategy makes; `PROPTEST_CASES` asks for more cases.
pub fn holds<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|asked| asked.parse().ok());
    let config = Config { failure_persistence: None, ..Config::with_cases(asked.unwrap_or(0).max(cases)) };
    if let Err(failure) = TestRunner::new(config).run(&strategy, property) {
        panic!("{failure}");
    }
}

/// The property fails for what the strategy makes: so it could fail for what it holds for.
pub fn is_caught<S: Strategy>(
    cases: u32,
    strategy: S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config { failure_persistence: None, max_shrink_iters: 0, ..Config::with_cases(cases) };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    assert!(runner.run(&strategy, property).is_err(), "the broken variant was not caught");
}

/// "2026-11-23T10:00:00+01:00"
pub fn at(text: &str) -> Timestamp {
    text.parse::<Timestamp>().unwrap()
}

/// This many seconds.
pub fn seconds(count: i64) -> TimeDelta {
    TimeDelta::seconds(count)
}

/// This many minutes.
pub fn minutes(count: i64) -> TimeDelta {
    TimeDelta::minutes(count)
}

/// Monday, 10:00 in Berlin.
pub fn ten() -> Timestamp {
    at("2026-11-23T10:00:00+01:00")
}

/// The clerk leaves, with nobody left.
pub fn close(counter: &str) -> Command {
    Command::CloseCounter { counter: counter.into(), left: Left::Nobody }
}

/// Served, all of it.
pub fn finish() -> Step {
    Step::Finish(Finish::default())
}

fn service(id: &str, minutes: u16, area: &str) -> Service {
    Service {
        id: id.into(),
        name: Localized::german(id),
        minutes,
        minutes_more: None,
        most: None,
        alone: false,
        only_with: Vec::new(),
        documents: vec![],
        area: area.into(),
        walk_in: id != "trauung",
        fees: vec![],
        forms: vec![],
        description: Localized::default(),
        online: true,
        online_message: None,
        on_request: false,
        named_on_ticket: false,
        group: Localized::default(),
        icon: None,
        keywords: Localized::default(),
        walk_in_message: None,
        walk_in_paused: None,
        walk_in_limit: None,
        walk_in_limit_per_hour: None,
        walk_in_hours: vec![],
    }
}

fn counter(id: &str, area: &str, services: &[&str]) -> Counter {
    Counter {
        id: id.into(),
        name: Localized::german(id),
        area: area.into(),
        services: services.iter().map(|&id| id.into()).collect(),
        way: Localized::default(),
        direction: None,
    }
}

fn area(id: &str, letter: char) -> Area {
    let letter = Letter::try_from(letter).unwrap();
    Area {
        id: id.into(),
        name: Localized::german(id),
        letter,
        way: Localized::default(),
        direction: None,
        walk_in_paused: None,
    }
}

/// Three counters: `1` for everything, `2` for the ground floor's services, `3` for cars.
pub fn office() -> Office {
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    Office {
        revision: 1,
        id: "mitte".into(),
        number: 7,
        name: "Mitte".into(),
        address: "Rathausplatz 1".into(),
        time_zone: chrono_tz::Europe::Berlin,
        accent: None,
        map_url: None,
        ends_on: None,
        mail: MailTexts::default(),
        information_desk: None,
        public_url: None,
        walk_in_paused: None,
        step_free: false,
        languages: vec![],
        stops: vec![],
        rules: Rules::default(),
        areas: vec![area("eg", 'A'), area("og", 'B')],
        services: vec![
            service("pass", 10, "eg"),
            service("meldung", 15, "eg"),
            service("kfz", 20, "og"),
            service("trauung", 30, "og"),
        ],
        counters: vec![
            counter("1", "eg", &[]),
            counter("2", "eg", &["pass", "meldung"]),
            counter("3", "og", &["kfz"]),
        ],
        hours: vec![OpeningHours {
            weekdays: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
            from: hour(8),
            to: hour(18),
            places: 3,
            ..OpeningHours::default()
        }],
        holidays: None,
        urgent_reasons: vec![],
        outcomes: vec![],
        pause_reasons: vec![],
        admit_reasons: vec![],
        texts: vec![Choice { id: "alarm".into(), name: Localized::german("Bitte verlassen Sie das Haus.") }],
        questions: vec![],
        closures: vec![],
    }
}

/// The key that signs this city's codes.
pub fn signing_key() -> SigningKey {
    SigningKey::from_bytes([9; 32], 1)
}

/// A city of two offices.
pub fn city() -> City {
    let card = |number, name: &str| OfficeCard { number, name: name.into(), address: format!("{name} 1") };
    City {
        keys: vec![PublicKey { ..signing_key().public() }],
        offices: vec![card(7, "Mitte"), card(8, "Nord")],
    }
}

pub fn choice(service: &str) -> ServiceChoice {
    ServiceChoice { service: service.into(), quantity: 1 }
}

pub fn booking_id(number: u64) -> BookingId {
    BookingId::new(number + 1).unwrap()
}

pub fn booking(number: u64, service: &str, start: Timestamp) -> Booking {
    let services = vec![choice(service)];
    let minutes = office().minutes(&services);
    Booking {
        id: booking_id(number),
        services,
        start,
        minutes,
        state: BookingState::Confirmed,
        language: None,
        wishes: Wishes::default(),
        interpreting: None,
        persons: 1,
    }
}

/// A state, its log and its time.
#[derive(Debug, Clone)]
pub struct World {
    pub state: QueueState,
    pub log: Vec<(Timestamp, Event)>,
    pub now: Timestamp,
}

impl World {
    /// The office at this moment, with counters opened by a clerk each.
    pub fn open(now: Timestamp, counters: &[&str]) -> Self {
        Self::of(office(), now, counters)
    }

    pub fn of(office: Office, now: Timestamp, counters: &[&str]) -> Self {
        let mut world = Self { state: QueueState::default(), log: vec![], now };
        world.ask(Command::AdoptOffice(Box::new(office))).unwrap();
        world.ask(Command::AdoptCity(city())).unwrap();
        for &counter in counters {
            let staff = StaffId(format!("clerk-{counter}"));
            world.ask(Command::OpenCounter { counter: counter.into(), staff }).unwrap();
        }
        world
    }

    /// Decides and applies.
    pub fn ask(&mut self, command: Command) -> Result<Reply, Refusal> {
        let decision = self.state.decide(self.now, &Actor::System, &command)?;
        for event in decision.events {
            self.state.apply(self.now, &event);
            self.log.push((self.now, event));
        }
        Ok(decision.reply)
    }

    pub fn sync(&mut self, booking: Booking) {
        self.ask(Command::SyncBooking(booking)).unwrap();
    }

    pub fn present(&mut self, presented: Presented) -> CheckInOutcome {
        let seen_at = self.now;
        match self.ask(Command::CheckIn(CheckIn { presented, seen_at })).unwrap() {
            Reply::CheckIn(outcome) => outcome,
            other => panic!("{other:?}"),
        }
    }

    /// Checks in by the booking's short code.
    pub fn check_in(&mut self, number: u64) -> CheckInOutcome {
        self.present(Presented::ShortCode(booking_id(number)))
    }

    /// Checks in and gives the visit.
    pub fn arrive(&mut self, number: u64) -> VisitId {
        match self.check_in(number) {
            CheckInOutcome::CheckedIn(visit) => visit,
            other => panic!("{other:?}"),
        }
    }

    pub fn walk_in(&mut self, service: &str) -> VisitId {
        let walk_in = WalkIn { services: vec![choice(service)], seen_at: self.now, language: None };
        match self.ask(Command::WalkIn(walk_in)).unwrap() {
            Reply::Opened(visit) => visit,
            other => panic!("{other:?}"),
        }
    }

    pub fn next(&mut self, counter: &str) -> VisitId {
        match self.ask(Command::CallNext(counter.into())).unwrap() {
            Reply::Called(visit) => visit,
            other => panic!("{other:?}"),
        }
    }

    pub fn step(&mut self, counter: &str, step: Step) -> Result<Reply, Refusal> {
        let there = self.state.counter(&counter.into()).and_then(|open| open.visit);
        let visit = there.unwrap_or(VisitId(0));
        self.ask(Command::Step { counter: counter.into(), visit, step })
    }

    pub fn undo(&mut self, counter: &str) -> Result<Reply, Refusal> {
        let last = self.state.can_undo(&counter.into(), self.now).map(|last| last.visit);
        self.ask(Command::Undo { counter: counter.into(), visit: last.unwrap_or(VisitId(0)) })
    }

    /// A display shows the call that stands at a counter.
    pub fn show_call(&mut self, counter: &str) {
        let visit = self.at_counter(counter).unwrap();
        let call = self.visit(visit).call.as_ref().unwrap().id;
        self.ask(Command::Acknowledge { call, heard: true }).unwrap();
    }

    pub fn at_counter(&self, counter: &str) -> Option<VisitId> {
        self.state.counter(&counter.into()).unwrap().visit
    }

    pub fn visit(&self, visit: VisitId) -> &Visit {
        self.state.visit(visit).unwrap()
    }

    /// All visits and counters, to see that something changed nothing or was taken back.
    pub fn whole(&self) -> (Vec<Visit>, Vec<(CounterId, CounterState)>) {
        let counters = self.state.counters().map(|(id, open)| (id.clone(), open.clone()));
        (self.state.visits().cloned().collect(), counters.collect())
    }

    pub fn pass(&mut self, time: TimeDelta) {
        self.now += time;
    }
}
