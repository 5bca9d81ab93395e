//! The check-in cases, run through the lobby's queue and through the rules of a kiosk that is alone.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod cases;
mod common;

use cases::{Case, LobbyBy, Setting, What};
use common::World;
use foyer_domain::Timestamp;
use foyer_domain::alone::{self, Decision, Given, Known, Listed, Moment};
use foyer_domain::code::KeyRing;
use foyer_domain::engine::{CheckIn, CheckInOutcome, Command, Refusal, Reply, WalkIn};
use foyer_domain::id::VisitId;
use foyer_domain::judge::{self, Claim, Facts, Verdict};
use foyer_domain::visit::VisitState;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What is presented at a moment, through the lobby's queue.
fn at_the_lobby(world: &mut World, given: &Setting, what: &What, now: Timestamp) -> Value {
    world.now = world.now.max(now);
    let seen_at = now;
    if let What::WalkIn(services) = what {
        let services = cases::choices(services);
        return match world.ask(Command::WalkIn(WalkIn { services, seen_at, language: None })) {
            Ok(Reply::Opened(visit)) => ticket(world, "ticket", visit),
            Err(Refusal::WalkIn(_)) => json!({"is": "no_ticket"}),
            other => panic!("{other:?}"),
        };
    }
    let presented = given.presented(what, |_| true);
    let reply = world.ask(Command::CheckIn(CheckIn { presented, seen_at })).unwrap();
    match reply {
        Reply::CheckIn(CheckInOutcome::CheckedIn(visit)) => ticket(world, "checked_in", visit),
        Reply::CheckIn(CheckInOutcome::AlreadyCheckedIn(visit)) => ticket(world, "already_checked_in", visit),
        Reply::CheckIn(CheckInOutcome::BackInQueue(visit)) => ticket(world, "back_in_queue", visit),
        Reply::CheckIn(CheckInOutcome::Refused(refusal)) => cases::refused(&refusal),
        other => panic!("{other:?}"),
    }
}

fn ticket(world: &World, is: &str, visit: VisitId) -> Value {
    let visit = world.visit(visit);
    let services: Vec<&str> = visit.services.iter().map(|choice| choice.service.as_str()).collect();
    json!({
        "is": is, "number": visit.number, "area": visit.area, "services": services, "start": visit.start,
        "state": visit.state, "wait": visit.estimate.is_some(), "also": visit.aliases, "marks": visit.marks,
    })
}

/// The judgement alone, for what the queue does not know yet.
fn judged(world: &World, given: &Setting) -> Value {
    let office = given.office();
    let presented = given.presented(&given.presented, |_| true);
    let foyer_domain::engine::Presented::Scanned(text) = presented else { panic!("judged by a code") };
    let claim = Claim::scan(&text, &KeyRing::new(&cases::city().keys)).unwrap();
    let facts = Facts {
        office: &office,
        offices: &[],
        booking: world.state.booking(claim.booking()),
        visit: None,
        interruptions: &given.interruptions,
    };
    match judge::judge(&claim, given.now, &facts) {
        Verdict::Admit(_) => json!({"is": "checked_in"}),
        Verdict::Refuse(refusal) => cases::refused(&refusal),
        other => panic!("{other:?}"),
    }
}

/// A kiosk that is alone, with what it has given so far.
struct Alone<'a> {
    given: &'a Setting,
    office: foyer_domain::office::Office,
    keys: KeyRing,
    listed: Vec<Listed>,
    leases: Vec<foyer_domain::ticket::Lease>,
    journal: Vec<Given>,
}

impl<'a> Alone<'a> {
    fn of(given: &'a Setting, world: &World) -> Self {
        Self {
            given,
            office: given.office(),
            keys: KeyRing::new(&cases::city().keys),
            listed: given.listed(world),
            leases: given.leases(),
            journal: Vec::new(),
        }
    }

    fn present(&mut self, what: &What, now: Timestamp) -> Value {
        let moment = Moment { seen_at: now, not_before: self.given.clock_at_least };
        let offices = cases::city().offices;
        let known = Known {
            office: &self.office,
            offices: &offices,
            keys: &self.keys,
            made_at: self.given.made_at(),
            bookings: &self.listed,
            leases: &self.leases,
            interruptions: &self.given.interruptions,
            walk_in: self.given.walk_in_told(),
            given: &self.journal,
        };
        let (is, decision) = match what {
            What::WalkIn(services) => ("ticket", alone::walk_in(&cases::choices(services), moment, &known)),
            What::Scan(_) | What::Type(_) => {
                let listed = |id| self.listed.iter().any(|of| of.booking.id == common::booking_id(id));
                ("checked_in", alone::check_in(&self.given.presented(what, listed), moment, &known))
            }
        };
        match decision {
            Decision::Give(given) => self.keep(is, given),
            Decision::Back(given) => self.keep("back_in_queue", given),
            Decision::Again(given, state) => on_paper("already_checked_in", &given, state),
            Decision::Refuse(refusal) => cases::refused(&refusal),
            Decision::Unable => json!({"is": "unable"}),
        }
    }

    fn keep(&mut self, is: &str, given: Given) -> Value {
        let said = on_paper(is, &given, VisitState::Waiting);
        self.journal.push(given);
        said
    }
}

fn on_paper(is: &str, given: &Given, state: VisitState) -> Value {
    let services: Vec<&str> = given.services.iter().map(|choice| choice.service.as_str()).collect();
    json!({
        "is": is, "number": given.number, "area": given.area, "services": services, "start": given.start,
        "state": state, "wait": false, "doubted": given.clock_doubted, "seen_at": given.seen_at,
    })
}

/// What is otherwise than the case says.
fn faults(case: &Case) -> Vec<String> {
    let given = &case.given;
    let mut world = given.world();
    let mut alone = Alone::of(given, &world);
    let by_lobby = match given.lobby_by {
        LobbyBy::Nobody => None,
        LobbyBy::Judge => Some(judged(&world, given)),
        LobbyBy::Queue => {
            for before in &given.before {
                at_the_lobby(&mut world, given, &before.presented, before.now);
            }
            Some(at_the_lobby(&mut world, given, &given.presented, given.now))
        }
    };
    for before in &given.before {
        alone.present(&before.presented, before.now);
    }
    let by_kiosk = alone.present(&given.presented, given.now);
    let mut faults = Vec::new();
    let mut look = |who: &str, said: &Value, wanted: &Map<String, Value>| {
        if !cases::has(said, &case.then.both) || !cases::has(said, wanted) {
            faults.push(format!("{}: the {who} says {said}", case.name));
        }
    };
    if let Some(said) = &by_lobby {
        look("lobby", said, &case.then.lobby);
    }
    look("kiosk", &by_kiosk, &case.then.alone);
    faults
}

#[test]
fn the_lobby_and_a_kiosk_alone_say_what_the_cases_say() {
    let groups = cases::all();
    let faults: Vec<String> = groups.iter().flat_map(|group| &group.cases).flat_map(faults).collect();
    assert!(faults.is_empty(), "{} of the cases:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn there_are_enough_cases_each_with_a_name_of_its_own_and_something_to_say() {
    let groups = cases::all();
    let cases: Vec<&Case> = groups.iter().flat_map(|group| &group.cases).collect();
    assert!(cases.len() >= 100, "{}", cases.len());
    let names: BTreeSet<(&str, &str)> =
        groups.iter().flat_map(|of| of.cases.iter().map(|case| (&*of.group, &*case.name))).collect();
    assert_eq!(names.len(), cases.len());
    for case in cases {
        let says =
            |wanted: &Map<String, Value>| wanted.contains_key("is") || case.then.both.contains_key("is");
        let lobby = case.given.lobby_by == LobbyBy::Nobody || says(&case.then.lobby);
        assert!(lobby && says(&case.then.alone), "{} says nothing of one of both", case.name);
    }
}

/// A case that expects something else is seen to fail: the runner looks at what it compares.
#[test]
fn a_wrong_expectation_is_noticed() {
    let mut groups = cases::all();
    let case = &mut groups[0].cases[0];
    assert_eq!(faults(case), Vec::<String>::new());
    case.then.alone.insert("number".to_owned(), json!("A801"));
    assert_eq!(faults(case).len(), 1);
    case.then.both.insert("is".to_owned(), json!("too_late"));
    assert_eq!(faults(case).len(), 2);
}
