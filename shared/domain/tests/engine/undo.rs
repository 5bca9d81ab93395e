//! Taking back restores exactly what was before, or is refused by name.

use crate::common::*;
use crate::invariants::invariant_counters;
use crate::script::*;
use foyer_domain::Timestamp;
use foyer_domain::engine::*;
use foyer_domain::id::*;
use foyer_domain::visit::{Actor, Visit};
use proptest::prelude::*;
/// The counter whose clerk asks something that can be taken back, or takes it back.
fn counter_of(command: &Command) -> Option<&CounterId> {
    match command {
        Command::CallNext(counter)
        | Command::Step { counter, .. }
        | Command::Take { counter, .. }
        | Command::TakeOver { counter, .. }
        | Command::Change { counter: Some(counter), .. }
        | Command::Undo { counter, .. } => Some(counter),
        _ => None,
    }
}

/// All that undo must restore: visits, counters, and so the order and the standing calls.
fn whole(state: &QueueState, now: Timestamp) -> (Vec<Visit>, Vec<(CounterId, CounterState)>, Vec<VisitId>) {
    let counters = state.counters().map(|(id, counter)| (id.clone(), counter.clone()));
    (state.visits().cloned().collect(), counters.collect(), state.waiting_in_order(now))
}

/// Whenever a clerk's step was accepted, taking it back within 60 s leads back to what was before.
fn undo_restores(tamper: Tamper) -> impl Fn((Script, i64)) -> Result<(), TestCaseError> {
    move |(script, after)| {
        run(&script, as_it_is, |before, state, now, command, events| {
            let Some(counter) = counter_of(command).filter(|_| !matches!(command, Command::Undo { .. }))
            else {
                return Ok(());
            };
            let recall = matches!(events, [Event::Called { why: None, .. }]);
            let is_one_step = events.len() == 1
                && !matches!(events, [Event::CounterOpened { .. } | Event::CounterClosed { .. }]);
            if !is_one_step || recall {
                return Ok(());
            }
            let later = now + seconds(after);
            if office().day(later) != office().day(now) {
                return Ok(());
            }
            let visit = touched_visit(&events[0]).unwrap();
            let undo = Command::Undo { counter: counter.clone(), visit };
            let decision = state.decide(later, &Actor::System, &undo);
            if after > 60 {
                prop_assert_eq!(decision, Err(Refusal::NothingToUndo));
                return Ok(());
            }
            let mut undone = state.clone();
            for event in decision.unwrap().events {
                undone.apply(later, &tamper(state, event));
            }
            prop_assert_eq!(whole(&undone, later), whole(before, later));
            invariant_counters(&undone)
        })
        .map(|_| ())
    }
}

#[test]
fn undo_restores_exactly_what_was_before() {
    holds(60, (script(), 0i64..70), undo_restores(as_it_is));
}

/// A begin forgets that somebody meant to come later; taken back, they still do.
#[test]
fn who_comes_later_still_does_when_a_begin_is_taken_back() {
    let walk_in = WalkIn { services: vec![choice("kfz")], seen_at: ten(), language: None };
    let late = Command::FromPhone { visit: VisitId(1), wish: PhoneWish::Late { minutes: 1 } };
    let script = vec![
        (0, Op::Ask(Command::WalkIn(walk_in))),
        (0, Op::Ask(late)),
        (0, Op::Ask(Command::CallNext("3".into()))),
        (0, Op::Step("3".into(), Step::Start)),
    ];
    let mut begun = 0;
    run(&script, as_it_is, |_, _, _, _, events| {
        begun += events.iter().filter(|event| matches!(event, Event::Started { .. })).count();
        Ok(())
    })
    .unwrap();
    assert_eq!(begun, 1, "the script says what it is to say");
    undo_restores(as_it_is)((script, 0)).unwrap();
}

/// A call forgets that somebody was told that nobody serves them any more; taken back, they are still told so.
#[test]
fn who_was_told_to_go_still_is_when_a_call_is_taken_back() {
    let walk_in = WalkIn { services: vec![choice("kfz")], seen_at: ten(), language: None };
    let script = vec![
        (0, Op::Ask(Command::WalkIn(walk_in))),
        (0, Op::Ask(Command::TellUnserved(vec![VisitId(1)]))),
        (0, Op::Ask(Command::CallNext("3".into()))),
    ];
    let mut called = 0;
    run(&script, as_it_is, |before, _, _, _, events| {
        let is_told = before.visit(VisitId(1)).is_some_and(|visit| visit.told.is_some());
        called += usize::from(is_told && matches!(events, [Event::Called { .. }]));
        Ok(())
    })
    .unwrap();
    assert_eq!(called, 1, "the script says what it is to say");
    undo_restores(as_it_is)((script, 0)).unwrap();
}

#[test]
fn catches_an_undo_that_loses_a_time() {
    is_caught(
        200,
        (script(), 1i64..60),
        undo_restores(|_, mut event| {
            if let Event::Undone { visit, .. } = &mut event {
                visit.since += seconds(1);
            }
            event
        }),
    );
}

/// Whatever touches the ticket or the counter after a step makes taking it back be refused by name.
fn undo_refuses_what_was_touched(
    refuses: fn(&QueueState, Timestamp, &CounterId) -> bool,
) -> impl Fn(Script) -> Result<(), TestCaseError> {
    move |script| {
        let mut last: Vec<(CounterId, VisitId, Timestamp)> = Vec::new();
        run(&script, as_it_is, |_, state, now, command, events| {
            let asked = counter_of(command);
            let touched: Vec<VisitId> = events.iter().filter_map(touched_visit).collect();
            for (counter, visit, _) in
                last.iter().filter(|(counter, _, at)| Some(counter) != asked && now - *at <= seconds(60))
            {
                if touched.contains(visit) {
                    prop_assert!(refuses(state, now, counter), "{:?} was touched", visit);
                }
            }
            last.retain(|(counter, visit, _)| Some(counter) != asked && !touched.contains(visit));
            if let (Some(counter), [visit]) = (asked, touched.as_slice()) {
                last.push((counter.clone(), *visit, now));
            }
            Ok(())
        })
        .map(|_| ())
    }
}

fn touched_visit(event: &Event) -> Option<VisitId> {
    match event {
        Event::Called { visit, .. }
        | Event::Started { visit }
        | Event::Finished { visit, .. }
        | Event::PutBack { visit, .. }
        | Event::NoShow { visit }
        | Event::Returned { visit, .. }
        | Event::Parked { visit, .. }
        | Event::Taken { visit, .. }
        | Event::Transferred { visit, .. }
        | Event::MadeUrgent { visit, .. }
        | Event::Merged { visit, .. }
        | Event::ServicesChanged { visit, .. }
        | Event::TakenOver { visit, .. }
        | Event::CallWithdrawn { visit, .. }
        | Event::AdmittedByHand { visit, .. }
        | Event::Cancelled { visit, .. } => Some(*visit),
        Event::Undone { visit, .. } => Some(visit.id),
        _ => None,
    }
}

#[test]
fn undo_is_refused_after_something_touched_the_ticket() {
    let refuses: fn(&QueueState, Timestamp, &CounterId) -> bool =
        |state, now, counter| state.can_undo(counter, now).is_none();
    holds(100, script(), undo_refuses_what_was_touched(refuses));
    is_caught(400, script(), undo_refuses_what_was_touched(|_, _, _| false));
}
