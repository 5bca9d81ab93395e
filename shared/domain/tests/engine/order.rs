//! Nobody is passed by a later key.

use crate::common::*;
use crate::script::*;
use foyer_domain::Timestamp;
use foyer_domain::engine::*;
use foyer_domain::id::*;
use foyer_domain::office::Office;
use foyer_domain::queue::{Key, Ticket, Timing, Why};
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{Bound, Visit, VisitState};
use proptest::prelude::*;
fn offers(office: &Office, counter: &CounterId, visit: &Visit) -> bool {
    let services = &office.counter(counter).unwrap().services;
    let next = visit.services.first();
    services.is_empty() || next.is_none_or(|next| services.contains(&next.service))
}

fn is_held(visit: &Visit, now: Timestamp) -> bool {
    let put_back = visit.held.is_some_and(|held| now < held.until && held.others_left > 0);
    put_back || visit.late_until.is_some_and(|until| now < until)
}

/// When a visit is due in the order, written down a second time and from the words alone.
fn due(visit: &Visit) -> Timestamp {
    let boost = if visit.urgent { minutes(60) } else { minutes(0) };
    visit.start.map_or(visit.queued, |start| start.max(visit.queued) - minutes(60)) - boost
}

/// Handed on to this counter or its clerk; to another one that is there; or to nobody in particular.
#[derive(Debug, PartialEq)]
enum For {
    Me,
    Other,
    All,
}

fn bound_for(state: &QueueState, counter: &CounterId, visit: &Visit) -> For {
    let is_mine = |to: &CounterId| if to == counter { For::Me } else { For::Other };
    let there = match &visit.bound {
        None => None,
        Some(Bound::Counter(to)) if to == counter => Some(to.clone()),
        Some(Bound::Counter(to)) => state.counter(to).filter(|open| open.away.is_none()).map(|_| to.clone()),
        Some(Bound::Staff(staff)) => {
            let (id, open) = state.counters().find(|(_, open)| open.staff == *staff).unzip();
            id.filter(|id| *id == counter || open.is_some_and(|open| open.away.is_none())).cloned()
        }
    };
    there.as_ref().map_or(For::All, is_mine)
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
            let may = |visit: &Visit| match bound_for(before, counter, visit) {
                For::Me => true,
                For::Other => false,
                For::All => offers(&office, counter, visit),
            };
            prop_assert!(may(called), "{called:?}");
            prop_assert!(before.standstill().is_none() && before.counter(counter).unwrap().pause.is_none());
            if let Why::Companion { party } = why {
                prop_assert_eq!(called.party(), *party);
                let open = before.counter(counter).unwrap();
                let finished = open.visit.map(|visit| before.visit(visit).unwrap().party());
                prop_assert_eq!(finished.or(open.after), Some(*party));
                prop_assert!(is_due(called, now) && !is_held(called, now));
                return Ok(());
            }
            let busy = before.counters().filter(|(id, _)| *id != counter).filter_map(|(_, at)| at.visit);
            let elsewhere: Vec<TicketNumber> =
                busy.map(|visit| before.visit(visit).unwrap().party()).collect();
            let others =
                before.visits().filter(|other| other.id != called.id && other.state == VisitState::Waiting);
            let others = others.filter(|other| !elsewhere.contains(&other.party()));
            for other in others.filter(|other| may(other) && !is_held(other, now)) {
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
                if let (Some(start), None) = (called.start, other.start)
                    && !called.urgent
                {
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

/// Who waits in calling order, written down a second time: sorted as a whole.
fn sorted(state: &QueueState, now: Timestamp) -> Vec<VisitId> {
    let (office, timing) = (office(), Timing::of(&office().rules));
    let mut waiting: Vec<&Visit> =
        state.visits().filter(|visit| visit.state == VisitState::Waiting).collect();
    waiting.sort_by_key(|visit| {
        let early = if is_due(visit, now) { None } else { visit.start };
        (is_held(visit, now), early, Ticket::of(visit, &office).key(&timing))
    });
    waiting.into_iter().map(|visit| visit.id).collect()
}

#[test]
fn who_waits_is_read_in_calling_order_which_changes_only_when_a_ticket_says_so() {
    let check = |_: &QueueState, state: &QueueState, now: Timestamp, _: &Command, _: &[Event]| {
        let timing = Timing::of(&office().rules);
        let changes = state.tickets_in_order(now).filter_map(|ticket| ticket.changes_at(now, &timing));
        let changes_at = changes.min();
        for ahead in [0, 1, 45, 119, 120, 299, 300, 900, 3_600] {
            let later = now + seconds(ahead);
            let order = state.waiting_in_order(later);
            prop_assert_eq!(&order, &sorted(state, later));
            if changes_at.is_none_or(|at| later < at) {
                prop_assert_eq!(order, state.waiting_in_order(now), "in {} s", ahead);
            }
        }
        Ok(())
    };
    holds(60, script(), |script| run(&script, as_it_is, check).map(|_| ()));
}

fn appointment(start: i64, check_in: i64) -> Ticket {
    Ticket {
        visit: None,
        number: TicketNumber::HIGHEST,
        start: Some(ten() + seconds(start)),
        queued: ten() + seconds(check_in),
        urgent: false,
        held: None,
        late_until: None,
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
