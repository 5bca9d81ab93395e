//! The log replayed gives the state, and any split into batches gives the same log.

use crate::common::*;
use crate::script::*;
use foyer_domain::Timestamp;
use foyer_domain::engine::*;
use foyer_domain::visit::Actor;
use proptest::prelude::*;
fn fold(log: &[(Timestamp, Event)]) -> QueueState {
    let mut state = QueueState::default();
    log.iter().for_each(|(at, event)| state.apply(*at, event));
    state
}

fn replay_gives_the_state(keep: fn(&Event) -> bool) -> impl Fn(Script) -> Result<(), TestCaseError> {
    move |script| {
        let (state, mut log) = run(&script, as_it_is, |_, _, _, _, _| Ok(()))?;
        log.retain(|(_, event)| keep(event));
        let stored = serde_json::to_string(&log).unwrap();
        let read: Log = serde_json::from_str(&stored).unwrap();
        prop_assert_eq!(&read, &log);
        prop_assert_eq!(fold(&read), state);
        Ok(())
    }
}

#[test]
fn the_log_replayed_gives_the_state() {
    holds(60, script(), replay_gives_the_state(|_| true));
}

#[test]
fn catches_a_log_that_forgets_acknowledgements() {
    is_caught(
        150,
        script(),
        replay_gives_the_state(|event| !matches!(event, Event::CallAcknowledged { .. })),
    );
}

/// The size of each batch, and whether its first commit fails.
type Batches = Vec<(usize, bool)>;

/// What a driver of batches does wrong.
#[derive(Clone, Copy, PartialEq)]
enum Flaw {
    None,
    /// It decides against what is durable, not against what the batch already holds.
    DecidesAgainstDurable,
    /// It keeps the working state of a batch whose commit failed.
    KeepsFailedWork,
}

/// The lobby's way in small: decide and apply ahead, commit, apply; a batch whose commit fails is asked again.
fn batched(commands: &[(Timestamp, Command)], sizes: &[(usize, bool)], flaw: Flaw) -> Log {
    let (mut durable, mut working) = (QueueState::default(), QueueState::default());
    let mut log = Log::new();
    let mut rest = commands;
    for (size, fails) in sizes.iter().copied().chain(std::iter::repeat((usize::MAX, false))) {
        if rest.is_empty() {
            return log;
        }
        let (batch, later) = rest.split_at(size.min(rest.len()));
        let mut events = Log::new();
        for (now, command) in batch {
            let decider = if flaw == Flaw::DecidesAgainstDurable { &durable } else { &working };
            let decision = decider.decide(*now, &Actor::System, command);
            for event in decision.map_or_else(|_| vec![], |decision| decision.events) {
                working.apply(*now, &event);
                events.push((*now, event));
            }
        }
        if fails {
            if flaw != Flaw::KeepsFailedWork {
                working = durable.clone();
            }
            continue;
        }
        events.iter().for_each(|(now, event)| durable.apply(*now, event));
        log.append(&mut events);
        rest = later;
    }
    log
}

fn any_split_gives_the_same_log(flaw: Flaw) -> impl Fn((Script, Batches)) -> Result<(), TestCaseError> {
    move |(script, sizes)| {
        let commands = dated(&script);
        let one_by_one: Vec<(usize, bool)> = commands.iter().map(|_| (1, false)).collect();
        let expected = batched(&commands, &one_by_one, Flaw::None);
        prop_assert_eq!(batched(&commands, &sizes, flaw), expected);
        Ok(())
    }
}

fn script_and_sizes() -> impl Strategy<Value = (Script, Batches)> {
    (script(), prop::collection::vec((1usize..20, prop::bool::weighted(0.2)), 0..40))
}

#[test]
fn any_split_into_batches_gives_the_same_log_also_when_commits_fail() {
    holds(80, script_and_sizes(), any_split_gives_the_same_log(Flaw::None));
}

#[test]
fn catches_drivers_of_batches_that_forget() {
    is_caught(150, script_and_sizes(), any_split_gives_the_same_log(Flaw::DecidesAgainstDurable));
    is_caught(150, script_and_sizes(), any_split_gives_the_same_log(Flaw::KeepsFailedWork));
}
