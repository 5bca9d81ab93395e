//! Properties of a whole day under random commands: batches, replay, undo, the order, and what always holds.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod common;

use common::{booking, booking_id, choice, holds, is_caught, minutes, office, seconds, ten};
use foyer_domain::Timestamp;
use foyer_domain::alone::Given;
use foyer_domain::booking::{Booking, BookingState};
use foyer_domain::engine::*;
use foyer_domain::id::{CallId, CounterId, VisitId};
use foyer_domain::office::Office;
use foyer_domain::queue::{Key, Ticket, Timing, Why};
use foyer_domain::ticket::{Letter, TicketNumber};
use foyer_domain::visit::{Actor, Origin, Visit, VisitState, Wishes};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Something that happens, and how many seconds after the one before it.
type Script = Vec<(i64, Op)>;

/// What a script says.
#[derive(Debug, Clone)]
enum Op {
    Ask(Command),
    /// A display shows the newest call.
    Show,
}

fn counter() -> impl Strategy<Value = CounterId> {
    prop::sample::select(vec!["1", "2", "3"]).prop_map(CounterId::from)
}

fn a_booking() -> impl Strategy<Value = Booking> {
    let service = prop::sample::select(vec!["pass", "meldung", "kfz"]);
    let state = prop_oneof![
        8 => Just(BookingState::Confirmed),
        1 => Just(BookingState::Cancelled),
        1 => (-1_000i64..5_000).prop_map(|by| BookingState::Held { until: ten() + seconds(by) }),
    ];
    let start = (-1_000i64..6_000).prop_map(|by| ten() + seconds(by / 300 * 300));
    (0u64..8, service, start, state)
        .prop_map(|(id, service, start, state)| Booking { state, ..booking(id, service, start) })
}

fn step() -> impl Strategy<Value = Step> {
    use Step::{Finish, NoShow, PutBack, Recall, Start};
    prop::sample::select(vec![Recall, Recall, Start, Start, Finish, Finish, PutBack, NoShow])
}

fn command() -> impl Strategy<Value = Command> {
    let staff = prop::sample::select(vec!["ada", "bo", "cem"]);
    let service = prop::sample::select(vec!["pass", "meldung", "kfz", "trauung"]);
    prop_oneof![
        3 => a_booking().prop_map(Command::SyncBooking),
        6 => (0u64..8).prop_map(|id| check_in(Presented::ShortCode(booking_id(id)))),
        1 => (0u64..10, 0i64..3).prop_map(|(id, by)| check_in(Presented::Scanned(scanned(id, by)))),
        1 => (1u64..12).prop_map(|visit| check_in(Presented::Ticket(VisitId(visit)))),
        5 => service.prop_map(|service| {
            Command::WalkIn(WalkIn { services: vec![choice(service)], seen_at: ten() })
        }),
        3 => (0u64..8, 1u16..7).prop_map(|(id, with)| {
            together(check_in(Presented::ShortCode(booking_id(id))), with)
        }),
        2 => (1u16..7).prop_map(|with| {
            together(Command::WalkIn(WalkIn { services: vec![choice("pass")], seen_at: ten() }), with)
        }),
        1 => (1u16..7, any::<bool>()).prop_map(|(number, pick_up)| {
            let wishes = Wishes { pick_up, more_time: false };
            Command::Wish { number: paper(number), wishes, at: ten() }
        }),
        1 => (0u64..8).prop_map(|id| Command::TakeLate { booking: booking_id(id), seen_at: ten() }),
        1 => (counter(), staff).prop_map(|(counter, staff)| {
            Command::OpenCounter { counter, staff: staff.into() }
        }),
        1 => counter().prop_map(Command::CloseCounter),
        10 => counter().prop_map(Command::CallNext),
        14 => (counter(), step()).prop_map(|(counter, step)| Command::Step(counter, step)),
        4 => counter().prop_map(Command::Undo),
        1 => (1u64..30, any::<bool>()).prop_map(|(call, heard)| {
            Command::Acknowledge { call: CallId(call), heard }
        }),
        1 => Just(Command::Lease {
            device: "kiosk-1".into(), day: office().day(ten()), area: "eg".into(), count: 200,
        }),
        2 => (0u64..10, 795u16..1000, 0i64..40, any::<bool>()).prop_map(hand_over),
        1 => Just(Command::Tick),
    ]
}

/// What a kiosk gave alone: for a booking or without one, within its lease and sometimes outside it.
fn hand_over((id, number, minute, returned): (u64, u16, i64, bool)) -> Command {
    let booking = (id < 8).then(|| booking_id(id));
    let given = Given {
        number: paper(number),
        booking,
        origin: if booking.is_some() { Origin::Appointment } else { Origin::WalkIn },
        services: vec![choice("pass")],
        area: "eg".into(),
        start: booking.map(|_| ten()),
        seen_at: ten() + minutes(minute),
        returned,
        clock_doubted: false,
        with: None,
    };
    Command::HandOver(HandOver { given, visit: None })
}

fn paper(number: u16) -> TicketNumber {
    TicketNumber::new(Letter::try_from('A').unwrap(), number).unwrap()
}

fn together(command: Command, with: u16) -> Command {
    Command::Together { command: Box::new(command), with: paper(with) }
}

/// What a citizen did happens now.
fn date(command: &mut Command, now: Timestamp) {
    match command {
        Command::CheckIn(CheckIn { seen_at, .. })
        | Command::WalkIn(WalkIn { seen_at, .. })
        | Command::TakeLate { seen_at, .. } => *seen_at = now,
        Command::Together { command, .. } => date(command, now),
        _ => {}
    }
}

fn scanned(id: u64, by: i64) -> String {
    common::signing_key().sign(7, booking_id(id), ten() + minutes(5 * by)).unwrap()
}

fn check_in(presented: Presented) -> Command {
    Command::CheckIn(CheckIn { presented, seen_at: ten() })
}

/// A day's events; sometimes the clock jumps past midnight.
fn script() -> impl Strategy<Value = Script> {
    let wait = prop_oneof![30 => 0i64..30, 30 => 0i64..120, 3 => 0i64..600, 1 => Just(50_000i64)];
    let op = prop_oneof![6 => command().prop_map(Op::Ask), 1 => Just(Op::Show)];
    prop::collection::vec((wait, op), 1..90)
}

/// The commands and their moments: data alone, so that the same ones can be asked of any state. What a citizen
/// did is dated with its command.
fn dated(script: &Script) -> Vec<(Timestamp, Command)> {
    let mut now = ten();
    let mut world = common::World::open(now, &[]);
    let mut dated: Vec<(Timestamp, Command)> =
        vec![(now, Command::AdoptOffice(Box::new(office()))), (now, Command::AdoptCity(common::city()))];
    let opened = [("1", "ada"), ("2", "bo"), ("3", "cem")].map(|(counter, staff)| {
        (0, Op::Ask(Command::OpenCounter { counter: counter.into(), staff: staff.into() }))
    });
    for (after, op) in opened.iter().chain(script) {
        now += seconds(*after);
        let mut command = match op {
            Op::Ask(command) => command.clone(),
            Op::Show => match world.state.standing().first().and_then(|visit| visit.call.as_ref()) {
                Some(call) => Command::Acknowledge { call: call.id, heard: true },
                None => Command::Tick,
            },
        };
        date(&mut command, now);
        world.now = now;
        let _ = world.ask(command.clone());
        dated.push((now, command));
    }
    dated
}

type Log = Vec<(Timestamp, Event)>;

/// What is done to an event before it is applied: nothing, or what a broken engine would do.
type Tamper = fn(&QueueState, Event) -> Event;

fn as_it_is(_: &QueueState, event: Event) -> Event {
    event
}

/// Runs a script one command at a time, looking at the state before and after each.
fn run(
    script: &Script,
    tamper: Tamper,
    mut look: impl FnMut(&QueueState, &QueueState, Timestamp, &Command, &[Event]) -> Result<(), TestCaseError>,
) -> Result<(QueueState, Log), TestCaseError> {
    let mut state = QueueState::default();
    let mut log = Log::new();
    for (now, command) in dated(script) {
        let before = state.clone();
        let decided = state.decide(now, &Actor::System, &command).map_or_else(|_| vec![], |it| it.events);
        let mut events = Vec::new();
        for event in decided {
            let event = tamper(&state, event);
            state.apply(now, &event);
            log.push((now, event.clone()));
            events.push(event);
        }
        look(&before, &state, now, &command, &events)?;
    }
    Ok((state, log))
}

// ---- What always holds -------------------------------------------------------------------------------------

/// Whoever is at a counter is there alone and nowhere else, and is called or in service.
fn invariant_counters(state: &QueueState) -> Result<(), TestCaseError> {
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
    for visit in state.visits() {
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

/// Times run forward, and counted calls are shown and apart.
fn invariant_times(state: &QueueState, now: Timestamp) -> Result<(), TestCaseError> {
    for visit in state.visits() {
        prop_assert!(visit.arrived <= visit.since && visit.since <= now);
        prop_assert_eq!(visit.ended.is_some(), !visit.state.is_open());
        prop_assert!(visit.started.is_none() || visit.first_called <= visit.started);
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

fn always_hold(tamper: Tamper) -> impl Fn(Script) -> Result<(), TestCaseError> {
    move |script| {
        let mut step = 0;
        let (state, log) = run(&script, tamper, |_, state, now, _, _| {
            step += 1;
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

/// One citizen, one counter, and a clerk who presses "recall" a lot.
fn impatient_script() -> impl Strategy<Value = Script> {
    let counter = || CounterId::from("1");
    let op = prop_oneof![
        2 => Just(Op::Ask(Command::CallNext(counter()))),
        4 => Just(Op::Ask(Command::Step(counter(), Step::Recall))),
        1 => Just(Op::Ask(Command::Step(counter(), Step::PutBack))),
        4 => Just(Op::Show),
    ];
    let walk_in = Command::WalkIn(WalkIn { services: vec![choice("pass")], seen_at: ten() });
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

// ---- Replay and batches ------------------------------------------------------------------------------------

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

// ---- Undo --------------------------------------------------------------------------------------------------

/// All that undo must restore: visits, counters, and so the order and the standing calls.
fn whole(state: &QueueState, now: Timestamp) -> (Vec<Visit>, Vec<(CounterId, CounterState)>, Vec<VisitId>) {
    let counters = state.counters().map(|(id, counter)| (id.clone(), counter.clone()));
    (state.visits().cloned().collect(), counters.collect(), state.waiting_in_order(now))
}

/// Whenever a clerk's step was accepted, taking it back within 60 s leads back to what was before.
fn undo_restores(tamper: Tamper) -> impl Fn((Script, i64)) -> Result<(), TestCaseError> {
    move |(script, after)| {
        run(&script, as_it_is, |before, state, now, command, events| {
            let (Command::CallNext(counter) | Command::Step(counter, _)) = command else { return Ok(()) };
            let recall = matches!(events, [Event::Called { why: None, .. }]);
            if events.len() != 1 || recall {
                return Ok(());
            }
            let later = now + seconds(after);
            if office().day(later) != office().day(now) {
                return Ok(());
            }
            let decision = state.decide(later, &Actor::System, &Command::Undo(counter.clone()));
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
            let asked = match command {
                Command::CallNext(counter) | Command::Step(counter, _) | Command::Undo(counter) => {
                    Some(counter)
                }
                _ => None,
            };
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
        | Event::Cancelled { visit } => Some(*visit),
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

// ---- The order ---------------------------------------------------------------------------------------------

fn offers(office: &Office, counter: &CounterId, visit: &Visit) -> bool {
    let services = &office.counter(counter).unwrap().services;
    let next = visit.services.first();
    services.is_empty() || next.is_none_or(|next| services.contains(&next.service))
}

fn is_held(visit: &Visit, now: Timestamp) -> bool {
    visit.held.is_some_and(|held| now < held.until && held.others_left > 0)
}

/// When a visit is due in the order, written down a second time and from the words alone.
fn due(visit: &Visit) -> Timestamp {
    visit.start.map_or(visit.queued, |start| start.max(visit.queued) - minutes(60))
}

fn is_due(visit: &Visit, now: Timestamp) -> bool {
    visit.start.is_none_or(|start| start.max(visit.queued) <= now + minutes(2))
}

/// Nobody who could have been called at that counter is passed by a later key; and a walk-in is passed only
/// by appointments whose start and check-in are not after its arrival + lead.
fn nobody_is_overtaken(tamper: Tamper) -> impl Fn(Script) -> Result<(), TestCaseError> {
    move |script| {
        run(&script, tamper, |before, _, now, _, events| {
            let Some(Event::Called { visit, counter, why: Some(why), .. }) = events.last() else {
                return Ok(());
            };
            let office = office();
            let called = before.visit(*visit).unwrap();
            prop_assert!(offers(&office, counter, called));
            if let Why::Companion { party } = why {
                prop_assert_eq!(called.party(), *party);
                prop_assert_eq!(before.counter(counter).unwrap().after, Some(*party));
                prop_assert!(is_due(called, now) && !is_held(called, now));
                return Ok(());
            }
            let busy = before.counters().filter(|(id, _)| *id != counter).filter_map(|(_, at)| at.visit);
            let elsewhere: Vec<TicketNumber> =
                busy.map(|visit| before.visit(visit).unwrap().party()).collect();
            let others =
                before.visits().filter(|other| other.id != called.id && other.state == VisitState::Waiting);
            let others = others.filter(|other| !elsewhere.contains(&other.party()));
            for other in others.filter(|other| offers(&office, counter, other) && !is_held(other, now)) {
                prop_assert!(!is_held(called, now), "a held one before {}", other.number);
                if is_due(other, now) {
                    prop_assert!(
                        is_due(called, now) && due(called) <= due(other),
                        "{} passed {}",
                        called.number,
                        other.number
                    );
                } else if !is_due(called, now) {
                    prop_assert!(called.start <= other.start, "early, but not the earliest");
                }
                if let (Some(start), None) = (called.start, other.start) {
                    prop_assert!(start.max(called.queued) <= other.queued + minutes(60), "beyond the lead");
                }
            }
            Ok(())
        })
        .map(|_| ())
    }
}

#[test]
fn nobody_is_passed_by_a_later_key() {
    holds(100, script(), nobody_is_overtaken(as_it_is));
}

#[test]
fn catches_a_call_of_whoever_came_last() {
    is_caught(
        250,
        script(),
        nobody_is_overtaken(|state, mut event| {
            if let Event::Called { visit, counter, why: Some(_), .. } = &mut event {
                let office = office();
                let waits =
                    |other: &&Visit| other.state == VisitState::Waiting && offers(&office, counter, other);
                *visit = state.visits().filter(waits).max_by_key(|other| other.queued).unwrap().id;
            }
            event
        }),
    );
}

#[test]
fn catches_appointments_that_always_go_first() {
    is_caught(
        400,
        script(),
        nobody_is_overtaken(|state, mut event| {
            if let Event::Called { visit, counter, why: Some(_), .. } = &mut event {
                let office = office();
                let waits =
                    |other: &&Visit| other.state == VisitState::Waiting && offers(&office, counter, other);
                let booked = state
                    .visits()
                    .filter(waits)
                    .filter(|other| other.start.is_some())
                    .min_by_key(|other| other.start);
                *visit = booked.map_or(*visit, |booked| booked.id);
            }
            event
        }),
    );
}

fn appointment(start: i64, check_in: i64) -> Ticket {
    Ticket {
        visit: None,
        number: TicketNumber::HIGHEST,
        start: Some(ten() + seconds(start)),
        queued: ten() + seconds(check_in),
        urgent: false,
        held: None,
        need: foyer_domain::queue::Need::Any,
        minutes: 10,
        party: TicketNumber::HIGHEST,
    }
}

/// Coming early within the window never changes an appointment's key, and coming late never helps.
fn check_in_does_not_matter(
    key: impl Fn(&Ticket) -> Key,
) -> impl Fn((i64, i64, i64)) -> Result<(), TestCaseError> {
    move |(start, one, other)| {
        let (early, late) = (one.min(other), one.max(other));
        let keys = [early, late].map(|check_in| key(&appointment(start, start + check_in)));
        prop_assert!(keys[0] <= keys[1]);
        if late <= 0 {
            prop_assert_eq!(keys[0], keys[1]);
        }
        Ok(())
    }
}

#[test]
fn an_earlier_check_in_never_changes_an_appointments_key() {
    let timing = Timing::of(&office().rules);
    let times = || (-10_000i64..10_000, -900i64..=900, -900i64..=900);
    holds(500, times(), check_in_does_not_matter(|ticket| ticket.key(&timing)));
    let by_check_in = |ticket: &Ticket| Ticket { start: None, ..*ticket }.key(&timing);
    is_caught(500, times(), check_in_does_not_matter(by_check_in));
}

#[test]
fn ties_go_by_start_then_booked_before_walk_in_then_number() {
    let timing = Timing::of(&office().rules);
    let number = |number| TicketNumber::new('A'.try_into().unwrap(), number).unwrap();
    let walk_in = |queued: i64, n| Ticket { start: None, number: number(n), ..appointment(0, queued) };
    let booked = |start, check_in, n| Ticket { number: number(n), ..appointment(start, check_in) };
    let order = [
        Ticket { urgent: true, ..walk_in(0, 9) },
        booked(-600, 0, 8),
        booked(0, -600, 6),
        booked(0, -300, 7),
        walk_in(-3_600, 2),
        walk_in(-3_600, 3),
        walk_in(-3_599, 1),
    ];
    let keys: Vec<Key> = order.iter().map(|ticket| ticket.key(&timing)).collect();
    assert!(keys.windows(2).skip(1).all(|pair| pair[0] < pair[1]), "{keys:#?}");
    assert_eq!(keys[0].due, ten() - minutes(60), "urgent goes forward by the boost");
}
