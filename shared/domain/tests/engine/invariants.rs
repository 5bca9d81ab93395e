//! What holds after every command.

use crate::common::*;
use crate::script::*;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::engine::*;
use foyer_domain::id::*;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{Visit, VisitState};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
/// Whoever is at a counter is there alone and nowhere else, and is called or in service.
pub fn invariant_counters(state: &QueueState) -> Result<(), TestCaseError> {
    let mut at_counters = BTreeSet::new();
    for (id, counter) in state.counters() {
        let Some(visit) = counter.visit else { continue };
        prop_assert!(at_counters.insert(visit), "{:?} is at two counters", visit);
        let visit = state.visit(visit).unwrap();
        prop_assert!(visit.state.is_at_counter(), "{:?} at a counter", visit.state);
        prop_assert_eq!(visit.counter.as_ref(), Some(id));
    }
    let busy = state.visits().filter(|visit| visit.state.is_at_counter()).map(|visit| visit.id);
    prop_assert_eq!(busy.collect::<BTreeSet<_>>(), at_counters);
    for (_, counter) in state.counters().filter(|(_, counter)| counter.pause.is_some()) {
        prop_assert!(counter.visit.is_none(), "a break while somebody is there");
    }
    let called = state.visits().filter(|visit| visit.state == VisitState::Called).count();
    prop_assert!(state.standstill().is_none() || called == 0, "a call stands while everything stands still");
    let staff: Vec<_> = state.counters().map(|(_, counter)| &counter.staff).collect();
    prop_assert_eq!(staff.iter().collect::<BTreeSet<_>>().len(), staff.len(), "one clerk, one counter");
    Ok(())
}

/// Who came together is at one counter at most.
fn invariant_parties(state: &QueueState) -> Result<(), TestCaseError> {
    let mut parties = BTreeSet::new();
    for visit in state.visits().filter(|visit| visit.state.is_at_counter()) {
        prop_assert!(parties.insert(visit.party()), "{} is at two counters", visit.party());
    }
    Ok(())
}

/// No number twice, none of a kiosk's own, and one visit a booking.
fn invariant_unique(state: &QueueState) -> Result<(), TestCaseError> {
    let mut numbers = BTreeSet::new();
    let mut bookings = BTreeSet::new();
    for visit in state.visits().filter(|visit| visit.merged_into.is_none()) {
        for number in [visit.number].iter().chain(&visit.aliases) {
            prop_assert!(numbers.insert(*number), "{} twice", number);
        }
        prop_assert!(visit.booking.is_none_or(|booking| bookings.insert(booking)), "a booking twice");
        for lease in state.leases().iter().filter(|lease| Some(lease.day) == state.day()) {
            let leased = lease.letter == visit.number.letter()
                && (lease.from..=lease.to).contains(&visit.number.number());
            prop_assert!(!leased || visit.alone, "{} belongs to a kiosk", visit.number);
        }
    }
    Ok(())
}

/// What is computed beside the facts is what the facts give when it is computed anew.
fn invariant_index(state: &QueueState, now: Timestamp) -> Result<(), TestCaseError> {
    let stored = serde_json::to_string(state).unwrap();
    let restored: QueueState = serde_json::from_str(&stored).unwrap();
    prop_assert_eq!(&restored, state);
    let waiting = state.visits().filter(|visit| visit.state == VisitState::Waiting).map(|visit| visit.id);
    prop_assert_eq!(waiting.collect::<BTreeSet<_>>(), state.waiting_in_order(now).into_iter().collect());
    let called = state.visits().filter(|visit| visit.state == VisitState::Called).count();
    prop_assert_eq!(called, state.standing().len());
    Ok(())
}

/// When visits were opened, and when everything stood still, as the events say.
#[derive(Default)]
struct Told {
    opened: BTreeMap<VisitId, Timestamp>,
    stood_still: Vec<(Timestamp, Option<Timestamp>)>,
}

impl Told {
    fn hear(&mut self, now: Timestamp, event: &Event) {
        match event {
            Event::VisitOpened { visit, .. } => drop(self.opened.insert(*visit, now)),
            Event::Interrupted { .. } if self.stood_still.last().is_none_or(|last| last.1.is_some()) => {
                self.stood_still.push((now, None));
            }
            Event::InterruptionEnded => self.stood_still.last_mut().unwrap().1 = Some(now),
            _ => {}
        }
    }

    /// How long everything stood still in a span.
    fn still(&self, from: Timestamp, to: Timestamp) -> TimeDelta {
        let within = |(began, ended): &(Timestamp, Option<Timestamp>)| {
            (ended.unwrap_or(to).min(to) - (*began).max(from)).max(TimeDelta::zero())
        };
        self.stood_still.iter().map(within).sum()
    }
}

/// The times of each state and those of interruptions add up to the time since the visit was opened, whatever
/// happened in between; and what counts as interrupted is what was.
fn invariant_sums(state: &QueueState, now: Timestamp, told: &Told) -> Result<(), TestCaseError> {
    for visit in state.visits().filter(|visit| !was_away(visit)) {
        let ran = visit.waited_ms + visit.way_ms + visit.served_ms + visit.parked_ms;
        let (opened, until) = (told.opened[&visit.id], visit.ended.unwrap_or(now));
        let stretch = |from: Timestamp| {
            if visit.state.is_open() { (now - from, told.still(from, now)) } else { Default::default() }
        };
        let (since, still) = stretch(visit.since);
        let milliseconds = |ms: u64| TimeDelta::milliseconds(i64::try_from(ms).unwrap());
        let sum = milliseconds(ran + visit.interrupted_ms) + since;
        prop_assert_eq!(sum, until - opened, "{:?}", visit);
        prop_assert_eq!(milliseconds(visit.interrupted_ms) + still, told.still(opened, until), "{:?}", visit);
    }
    Ok(())
}

/// Who has returned after a no-show was away for a while, which no state counts.
fn was_away(visit: &Visit) -> bool {
    visit.queued > visit.arrived
}

/// Times run forward, and counted calls are shown and apart.
fn invariant_times(state: &QueueState, now: Timestamp) -> Result<(), TestCaseError> {
    for visit in state.visits() {
        prop_assert!(visit.arrived <= visit.since && visit.since <= now);
        prop_assert_eq!(visit.ended.is_some(), !visit.state.is_open());
        prop_assert!(visit.first_called.is_none() || visit.arrived <= visit.first_called.unwrap());
        prop_assert_eq!(visit.parked_by.is_some(), visit.state == VisitState::Parked);
        prop_assert!(visit.held.is_none() || visit.state == VisitState::Waiting);
        prop_assert_eq!(visit.calls > 0, visit.counted_at.is_some());
        let apart = i64::from(visit.calls.saturating_sub(1)) * 45;
        let span = visit
            .counted_at
            .zip(visit.first_called)
            .map_or(i64::MAX, |(last, first)| (last - first).num_seconds());
        prop_assert!(span >= apart, "{} counted calls in {} s", visit.calls, span);
    }
    Ok(())
}

pub fn always_hold(tamper: Tamper) -> impl Fn(Script) -> Result<(), TestCaseError> {
    move |script| {
        let (mut step, mut told) = (0, Told::default());
        let (state, log) = run(&script, tamper, |_, state, now, _, events| {
            step += 1;
            events.iter().for_each(|event| told.hear(now, event));
            invariant_sums(state, now, &told)?;
            invariant_counters(state)?;
            invariant_parties(state)?;
            invariant_unique(state)?;
            invariant_times(state, now)?;
            // The costly one now and then, and at the end.
            if step % 8 == 0 { invariant_index(state, now) } else { Ok(()) }
        })?;
        log.last().map_or(Ok(()), |(now, _)| invariant_index(&state, *now))
    }
}

#[test]
fn the_invariants_hold_after_every_command() {
    holds(150, script(), always_hold(as_it_is));
}

#[test]
fn catches_a_number_given_twice() {
    is_caught(
        100,
        script(),
        always_hold(|_, mut event| {
            if let Event::VisitOpened { number, .. } = &mut event {
                *number = TicketNumber::new(number.letter(), 1.max(number.number() - 1)).unwrap();
            }
            event
        }),
    );
}

#[test]
fn catches_links_that_come_too_late() {
    is_caught(
        400,
        script(),
        always_hold(|state, event| match event {
            Event::Called { visit, call, counter, counted, why: Some(why) } => {
                let waits = |other: &&Visit| other.state == VisitState::Waiting && other.party.is_some();
                let visit = state.visits().find(waits).map_or(visit, |other| other.id);
                Event::Called { visit, call, counter, counted, why: Some(why) }
            }
            event => event,
        }),
    );
}

#[test]
fn catches_a_call_of_somebody_who_is_elsewhere() {
    is_caught(
        100,
        script(),
        always_hold(|state, mut event| {
            let busy = state.counters().find_map(|(_, counter)| counter.visit);
            if let (Event::Called { visit, why: Some(_), .. }, Some(busy)) = (&mut event, busy) {
                *visit = busy;
            }
            event
        }),
    );
}

#[test]
fn catches_a_call_that_stands_while_everything_stands_still() {
    is_caught(
        300,
        script(),
        always_hold(|_, event| match event {
            Event::CallWithdrawn { visit, .. } => Event::CheckInRepeated { visit },
            event => event,
        }),
    );
}

#[test]
fn catches_a_break_while_somebody_is_there() {
    is_caught(
        300,
        script(),
        always_hold(|state, mut event| {
            let busy = state.counters().find(|(_, open)| open.visit.is_some()).map(|(id, _)| id);
            if let (Event::CounterPaused { counter, .. }, Some(busy)) = (&mut event, busy) {
                counter.clone_from(busy);
            }
            event
        }),
    );
}

#[test]
fn catches_a_take_over_that_leaves_the_other_counter_as_it_was() {
    is_caught(
        300,
        script(),
        always_hold(|_, mut event| {
            if let Event::TakenOver { from, .. } = &mut event {
                *from = None;
            }
            event
        }),
    );
}

#[test]
fn catches_time_that_counts_as_interrupted_though_nothing_was() {
    is_caught(
        200,
        script(),
        always_hold(|_, mut event| {
            if let Event::Undone { visit, .. } = &mut event {
                visit.interrupted_ms += 1_000;
                visit.waited_ms = visit.waited_ms.saturating_sub(1_000);
            }
            event
        }),
    );
}

/// One citizen, one counter, and a clerk who presses "recall" a lot.
fn impatient_script() -> impl Strategy<Value = Script> {
    let counter = || CounterId::from("1");
    let op = prop_oneof![
        2 => Just(Op::Ask(Command::CallNext(counter()))),
        4 => Just(Op::Step(counter(), Step::Recall)),
        1 => Just(Op::Step(counter(), Step::PutBack)),
        4 => Just(Op::Show),
    ];
    let walk_in = Command::WalkIn(WalkIn { services: vec![choice("pass")], seen_at: ten(), language: None });
    prop::collection::vec((0i64..70, op), 4..40).prop_map(move |mut script| {
        script.insert(0, (0, Op::Ask(walk_in.clone())));
        script
    })
}

#[test]
fn counted_calls_are_45_seconds_apart_however_often_somebody_recalls() {
    holds(100, impatient_script(), always_hold(as_it_is));
}

#[test]
fn catches_recalls_that_always_count() {
    is_caught(
        100,
        impatient_script(),
        always_hold(|_, mut event| {
            if let Event::Called { counted, .. } = &mut event {
                *counted = true;
            }
            event
        }),
    );
}
