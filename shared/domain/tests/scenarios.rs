//! One office's day in scenes: each a situation that went wrong somewhere, and what must happen instead.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod common;

use common::{World, at, booking, booking_id, choice, close, finish, minutes, seconds, signing_key, ten};
use foyer_domain::booking::{Booking, BookingState};
use foyer_domain::engine::CheckInRefusal as No;
use foyer_domain::engine::*;
use foyer_domain::id::VisitId;
use foyer_domain::office::{Closure, Holiday, Land, LatePolicy, Localized, Office};
use foyer_domain::queue::Why;
use foyer_domain::visit::{Actor, Mark, NotNow, Origin, VisitCommand, VisitState};

/// One booking at ten and the clock somewhere around it.
fn at_offset(offset_seconds: i64) -> World {
    let mut world = World::open(ten() + seconds(offset_seconds), &["1"]);
    world.sync(booking(0, "pass", ten()));
    world
}

fn scan(world: &mut World, number: u64, start: foyer_domain::Timestamp) -> CheckInOutcome {
    let code = signing_key().sign(7, booking_id(number), start).unwrap();
    world.present(Presented::Scanned(code))
}

fn refused(outcome: CheckInOutcome) -> No {
    match outcome {
        CheckInOutcome::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

/// Scenario 1.
#[test]
fn the_window_is_open_from_15_minutes_before_to_15_minutes_after() {
    for offset in [-900, 0, 900] {
        assert!(matches!(at_offset(offset).check_in(0), CheckInOutcome::CheckedIn(_)), "{offset}");
    }
    let opens_at = ten() - minutes(15);
    assert_eq!(refused(at_offset(-901).check_in(0)), No::TooEarly { opens_at, start: ten() });
    let No::TooLate { closed_at, start, offer: Some((id, _)) } = refused(at_offset(901).check_in(0)) else {
        panic!()
    };
    assert_eq!((closed_at, start, id), (ten() + minutes(15), ten(), booking_id(0)));
}

/// Scenario 2: also after the window.
#[test]
fn the_second_scan_gets_the_same_number_whatever_the_window_says() {
    let mut world = at_offset(-600);
    let visit = world.arrive(0);
    world.pass(seconds(1_560));
    assert_eq!(scan(&mut world, 0, ten()), CheckInOutcome::AlreadyCheckedIn(visit));
    assert_eq!(world.present(Presented::Ticket(visit)), CheckInOutcome::AlreadyCheckedIn(visit));
    assert_eq!(world.state.visits().count(), 1);
}

/// Scenario 4: no hole before an appointment in which nobody is called.
#[test]
fn somebody_is_called_when_an_appointment_is_90_seconds_away() {
    let mut world = at_offset(-300);
    let walk_in = world.walk_in("pass");
    let appointment = world.arrive(0);
    assert_eq!(world.state.preview(&"1".into(), world.now).unwrap().visit, walk_in, "not yet due");
    world.pass(seconds(210));
    let pick = world.state.preview(&"1".into(), world.now).unwrap();
    assert_eq!((pick.visit, pick.why), (appointment, Why::AppointmentDue { start: ten() }));
    assert_eq!(world.next("1"), appointment);
    world.step("1", Step::Start).unwrap();
    world.step("1", finish()).unwrap();
    assert_eq!(world.next("1"), walk_in);
}

#[test]
fn an_early_appointment_is_called_rather_than_nobody_earliest_start_first() {
    let mut world = at_offset(-600);
    world.sync(booking(1, "pass", ten() - minutes(5)));
    world.arrive(0);
    let earlier = world.arrive(1);
    let pick = world.state.preview(&"1".into(), world.now).unwrap();
    assert_eq!((pick.visit, pick.why), (earlier, Why::EarlyAppointment { start: ten() - minutes(5) }));
}

/// Scenario 5: an appointment every 10 minutes at one counter, all day, and one walk-in.
#[test]
fn on_a_full_day_a_walk_in_waits_no_longer_than_the_lead_allows() {
    let mut world = World::open(at("2026-11-23T08:00:00+01:00"), &["1"]);
    world.pass(minutes(1));
    let walk_in = world.walk_in("pass");
    let arrived = world.now;
    for slot in 0..54 {
        let start = at("2026-11-23T08:00:00+01:00") + minutes(10 * slot);
        world.sync(booking(u64::try_from(slot).unwrap(), "pass", start));
    }
    for slot in 0..54 {
        world.now = at("2026-11-23T08:02:00+01:00") + minutes(10 * slot);
        world.arrive(u64::try_from(slot).unwrap());
        let called = world.next("1");
        if called == walk_in {
            // Lead 60 minutes: six more appointments at most, then the counter's next free moment.
            assert!(world.now - arrived <= minutes(60 + 2 * 10), "{}", world.now - arrived);
            return;
        }
        world.step("1", Step::Start).unwrap();
        world.step("1", finish()).unwrap();
    }
    panic!("the walk-in was never called");
}

/// Scenario 6, the engine's part: every recall is a call of its own.
#[test]
fn a_recall_within_a_second_is_an_event_of_its_own() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    world.next("1");
    let first = world.visit(visit).call.clone().unwrap().id;
    world.pass(seconds(1));
    world.step("1", Step::Recall).unwrap();
    let second = world.visit(visit).call.clone().unwrap().id;
    assert!(second > first);
    assert_eq!(world.state.standing().len(), 1);
    assert!(matches!(world.log.last(), Some((_, Event::Called { counted: true, why: None, .. }))));
}

/// Scenarios 7 and 29.
#[test]
fn only_shown_calls_far_enough_apart_make_a_no_show() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    world.next("1");
    assert_eq!(world.step("1", Step::NoShow), Err(Refusal::CallNotShown));
    world.pass(minutes(10));
    for _ in 0..5 {
        world.step("1", Step::Recall).unwrap();
        world.pass(minutes(1));
    }
    assert_eq!(world.visit(visit).calls, 0, "what no display has shown does not count");
    for _ in 0..3 {
        world.step("1", Step::Recall).unwrap();
        world.show_call("1");
        world.pass(seconds(1));
    }
    assert_eq!(world.visit(visit).calls, 1, "three in five seconds count once");
    let few = Refusal::CalledTooFewTimes { calls: 1, needed: 3 };
    assert_eq!(world.step("1", Step::NoShow), Err(few));
    for _ in 0..2 {
        world.pass(seconds(45));
        world.step("1", Step::Recall).unwrap();
        world.show_call("1");
    }
    let from = world.now + seconds(45);
    assert_eq!(world.step("1", Step::NoShow), Err(Refusal::CallTooRecent { from }));
    world.now = from;
    world.step("1", Step::NoShow).unwrap();
    assert_eq!(world.at_counter("1"), None);

    world.pass(minutes(5));
    assert_eq!(world.present(Presented::Ticket(visit)), CheckInOutcome::BackInQueue(visit));
    let back = world.visit(visit);
    assert_eq!((back.state, back.calls, back.queued), (VisitState::Waiting, 0, world.now));
    assert_eq!(world.next("1"), visit);
}

#[test]
fn an_acknowledgement_of_a_call_that_another_followed_does_not_count() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    world.next("1");
    let old = world.visit(visit).call.clone().unwrap().id;
    world.step("1", Step::Recall).unwrap();
    assert_eq!(world.ask(Command::Acknowledge { call: old, heard: true }), Ok(Reply::Done));
    assert_eq!(world.visit(visit).calls, 0);
    let unknown = Command::Acknowledge { call: foyer_domain::id::CallId(99), heard: true };
    assert!(matches!(world.ask(unknown), Err(Refusal::NotFound { what: "call", .. })));
}

#[test]
fn a_no_show_comes_back_by_its_code_until_closing() {
    let mut world = at_offset(-600);
    let visit = world.arrive(0);
    let number = world.visit(visit).number;
    world.next("1");
    world.state.apply(world.now, &Event::NoShow { visit });
    let mut after_closing = world.clone();
    world.pass(minutes(120));
    assert_eq!(scan(&mut world, 0, ten()), CheckInOutcome::BackInQueue(visit), "after the window, too");
    after_closing.now = at("2026-11-23T18:00:01+01:00");
    assert_eq!(refused(scan(&mut after_closing, 0, ten())), No::Finished { number });
}

/// Scenario 10.
#[test]
fn a_mis_click_is_undone_with_all_its_times() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    world.next("1");
    world.show_call("1");
    world.pass(seconds(30));
    world.step("1", Step::Start).unwrap();
    let serving = world.visit(visit).clone();
    world.pass(seconds(100));
    world.step("1", finish()).unwrap();
    assert_eq!(world.state.can_undo(&"1".into(), world.now).unwrap().step, UndoableStep::Finish);
    world.pass(seconds(60));
    world.undo("1").unwrap();
    assert_eq!((world.visit(visit), world.at_counter("1")), (&serving, Some(visit)));
    assert_eq!(world.undo("1"), Err(Refusal::NothingToUndo), "one step only");
}

/// Scenario 10: pressed on somebody in the list while another is served.
#[test]
fn a_mis_click_on_somebody_else_is_undone_and_touches_nobody() {
    let on = || Transfer { services: vec![choice("meldung")], ..Transfer::default() };
    let serving = VisitId(1);
    let clicks = [
        Change::Cancel,
        Change::Urgent("deadline".into()),
        Change::Transfer(on()),
        Change::MergeInto(serving),
    ];
    for change in clicks {
        let mut world = World::open(ten(), &["1"]);
        let (first, other) = (world.walk_in("pass"), world.walk_in("pass"));
        assert_eq!((world.next("1"), first), (serving, serving));
        world.step("1", Step::Start).unwrap();
        world.pass(seconds(100));
        let before = world.whole();
        let click = Command::Change { visit: other, change: change.clone(), counter: Some("1".into()) };
        world.ask(click).unwrap();
        assert_ne!(world.whole(), before, "{change:?}");
        world.pass(seconds(30));
        assert_eq!(world.state.can_undo(&"1".into(), world.now).unwrap().visit, other, "{change:?}");
        world.undo("1").unwrap();
        assert_eq!(world.whole(), before, "{change:?}");
        world.step("1", finish()).unwrap();
        assert_eq!(world.visit(serving).served_ms, 130_000, "{change:?}");
        assert_eq!(world.next("1"), other, "{change:?}");
    }
}

#[test]
fn what_was_touched_since_or_is_too_old_is_not_undone() {
    let mut world = World::open(ten(), &["1", "2"]);
    let visit = world.walk_in("pass");
    world.next("1");
    let mut later = world.clone();
    later.pass(seconds(61));
    assert_eq!(later.undo("1"), Err(Refusal::NothingToUndo));
    assert_eq!(later.state.can_undo(&"1".into(), later.now), None);

    world.step("1", Step::PutBack).unwrap();
    assert_eq!(world.next("2"), visit, "nobody else is there");
    assert_eq!(world.undo("1"), Err(Refusal::ChangedSince));
    world.undo("2").unwrap();
    assert_eq!(world.visit(visit).state, VisitState::Waiting);
    assert!(matches!(world.log.last(), Some((_, Event::Undone { withdrawn: Some(_), .. }))), "said aloud");
}

#[test]
fn undo_after_a_recall_takes_back_the_call() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    let waiting = world.visit(visit).clone();
    world.next("1");
    world.step("1", Step::Recall).unwrap();
    let standing = world.visit(visit).call.clone().unwrap().id;
    world.undo("1").unwrap();
    assert_eq!((world.visit(visit), world.at_counter("1")), (&waiting, None));
    let (_, Event::Undone { withdrawn, .. }) = world.log.last().unwrap() else { panic!() };
    assert_eq!(*withdrawn, Some(standing));
}

/// Scenario 11.
#[test]
fn a_moved_or_cancelled_booking_is_answered_by_name() {
    let mut world = at_offset(-60);
    world.sync(booking(0, "pass", ten() + minutes(120)));
    assert_eq!(refused(scan(&mut world, 0, ten())), No::Moved { start: ten() + minutes(120) });
    world.pass(minutes(110));
    assert!(
        matches!(scan(&mut world, 0, ten()), CheckInOutcome::CheckedIn(_)),
        "the old code, at the new time"
    );

    let mut world = at_offset(0);
    world.sync(Booking { state: BookingState::Cancelled, ..booking(0, "pass", ten()) });
    assert_eq!(refused(scan(&mut world, 0, ten())), No::Cancelled { start: ten() });
}

#[test]
fn a_cancellation_ends_a_waiting_visit_and_leaves_a_called_one_to_the_clerk() {
    let mut world = at_offset(0);
    world.sync(booking(1, "pass", ten()));
    let (called, waiting) = (world.arrive(0), world.arrive(1));
    assert_eq!(world.next("1"), called);
    for number in [0, 1] {
        world.sync(Booking { state: BookingState::Cancelled, ..booking(number, "pass", ten()) });
    }
    assert_eq!(world.visit(called).state, VisitState::Called);
    assert_eq!(world.visit(called).marks, [Mark::Cancelled], "the desk says so");
    assert_eq!(world.visit(waiting).state, VisitState::Cancelled);
    assert_eq!(world.visit(waiting).marks, []);
    assert_eq!(
        world.check_in(0),
        CheckInOutcome::AlreadyCheckedIn(called),
        "who is here is told about the ticket"
    );
    assert_eq!(refused(world.check_in(1)), No::Cancelled { start: ten() });
}

/// Scenario 12.
#[test]
fn presence_confirms_while_the_hold_lasts_and_foreign_codes_are_refused_by_name() {
    let mut world = at_offset(0);
    let held =
        |number, until| Booking { state: BookingState::Held { until }, ..booking(number, "pass", ten()) };
    world.sync(held(1, ten()));
    world.sync(held(2, ten() - seconds(1)));
    world.arrive(1);
    let opened = world.log.iter().rev().find(|(_, event)| matches!(event, Event::VisitOpened { .. }));
    assert!(matches!(opened, Some((_, Event::VisitOpened { confirmed_by_presence: true, .. }))));
    assert_eq!(world.state.booking(booking_id(1)).unwrap().state, BookingState::Confirmed);
    assert_eq!(refused(world.check_in(2)), No::NotConfirmed { start: ten() });

    world.sync(booking(3, "pass", ten() + minutes(24 * 60)));
    assert_eq!(refused(world.check_in(3)), No::WrongDay { start: ten() + minutes(24 * 60) });
    for (number, office) in [(8, city_office(8)), (99, None)] {
        let code = signing_key().sign(number, booking_id(0), ten()).unwrap();
        let answer = refused(world.present(Presented::Scanned(code)));
        assert_eq!(answer, No::WrongOffice { office, start: ten() });
    }
    assert_eq!(refused(world.present(Presented::Scanned("https://bus.example".into()))), No::Unreadable);
    assert_eq!(refused(world.present(Presented::Scanned("F1:ABC".into()))), No::Unknown);
    assert_eq!(refused(world.present(Presented::UnknownShortCode)), No::Unknown);
    assert_eq!(refused(world.present(Presented::ShortCode(booking_id(77)))), No::Unknown);
    assert_eq!(refused(world.present(Presented::Ticket(VisitId(77)))), No::Unknown);
    let recorded = world.log.iter().filter(|(_, event)| matches!(event, Event::CheckInRefused { .. }));
    assert_eq!(recorded.count(), 9, "every refused attempt is an event");
}

fn city_office(number: u16) -> Option<OfficeCard> {
    common::city().offices.into_iter().find(|office| office.number == number)
}

#[test]
fn a_genuine_code_whose_booking_has_not_arrived_is_admitted_and_completed_later() {
    let mut world = World::open(ten(), &["3"]);
    let CheckInOutcome::CheckedIn(visit) = scan(&mut world, 5, ten()) else { panic!() };
    assert!(world.visit(visit).services.is_empty(), "not yet known, and not made up");
    assert_eq!(world.state.preview(&"3".into(), world.now).unwrap().visit, visit, "any counter may serve it");
    world.sync(booking(5, "pass", ten()));
    assert_eq!(world.visit(visit).services, booking(5, "pass", ten()).services);
    assert_eq!(world.state.preview(&"3".into(), world.now), None, "a counter for cars may not");
    let mut world = World::open(ten(), &["3"]);
    let CheckInOutcome::CheckedIn(visit) = scan(&mut world, 5, ten()) else { panic!() };
    world.sync(Booking { state: BookingState::Cancelled, ..booking(5, "pass", ten()) });
    assert_eq!(world.visit(visit).state, VisitState::Waiting, "what was given on trust is not dropped");
    assert_eq!(
        refused(scan(&mut world, 6, ten() + minutes(60))),
        No::TooEarly { opens_at: ten() + minutes(45), start: ten() + minutes(60) }
    );
}

#[test]
fn an_announced_closure_is_told_with_its_reason() {
    let mut office = common::office();
    let reason = Localized::german("Personalversammlung");
    office.closures =
        vec![Closure { date: ten().date_naive(), reason: reason.clone(), ..Closure::default() }];
    let mut world = World::of(office, ten(), &[]);
    world.sync(booking(0, "pass", ten()));
    assert_eq!(refused(world.check_in(0)), No::OfficeClosed { reason, holiday: None, start: ten() });
}

#[test]
fn a_holiday_of_the_land_closes_the_office_and_is_named() {
    let christmas = at("2026-12-25T10:00:00+01:00");
    let closed = |office: &Office| {
        let mut world = World::of(office.clone(), christmas, &[]);
        world.sync(booking(0, "pass", christmas));
        refused(world.check_in(0))
    };
    let mut office = common::office();
    office.holidays = Some(Land::Bw);
    let (reason, holiday) = (Localized::default(), Some(Holiday::Christmas));
    assert_eq!(closed(&office), No::OfficeClosed { reason, holiday, start: christmas });
    let reason = Localized::german("Betriebsferien. Bitte buchen Sie einen neuen Termin.");
    let date = office.day(christmas);
    office.closures = vec![Closure { date, reason: reason.clone(), ..Closure::default() }];
    assert_eq!(closed(&office), No::OfficeClosed { reason, holiday: None, start: christmas }, "says more");
}

/// Scenario 19, both halves: clock changes, and midnight.
#[test]
fn the_day_changes_at_local_midnight_also_when_the_clocks_change() {
    for (before, after) in [
        ("2027-03-27T23:59:59+01:00", "2027-03-28T00:00:00+01:00"),
        ("2027-03-28T23:59:59+02:00", "2027-03-29T00:00:00+02:00"),
        ("2027-10-31T23:59:59+01:00", "2027-11-01T00:00:00+01:00"),
        ("2026-11-23T23:59:59+01:00", "2026-11-24T00:00:00+01:00"),
    ] {
        let mut world = World::open(at(before), &["1"]);
        world.sync(booking(0, "pass", at(before)));
        world.sync(booking(1, "pass", at(after) + minutes(60 * 10)));
        let visit = world.arrive(0);
        world.ask(Command::Tick).unwrap();
        assert_eq!(world.visit(visit).state, VisitState::Waiting);
        world.now = at(after);
        world.ask(Command::Tick).unwrap();
        assert_eq!((world.state.visits().count(), world.state.bookings().count()), (0, 1), "{before}");
        let ended = world.log.iter().find(|(_, event)| matches!(event, Event::Unserved { .. }));
        assert!(ended.is_some());
    }
}

#[test]
fn whatever_comes_first_on_a_new_day_ends_the_old_one() {
    let mut world = World::open(ten(), &["1", "2"]);
    let served = world.walk_in("pass");
    world.next("1");
    world.step("1", Step::Start).unwrap();
    world.walk_in("pass");
    world.next("2");
    world.pass(minutes(24 * 60));
    let today = world.walk_in("pass");
    assert_eq!(world.visit(today).number.to_string(), "A001", "numbers begin anew");
    let events: Vec<&Event> = world.log.iter().map(|(_, event)| event).collect();
    assert!(events.contains(&&Event::Finished { visit: served, auto: true, done: vec![], outcome: None }));
    assert_eq!(world.state.counters().count(), 0, "nobody is signed on any more");
    assert!(today > served, "visits are numbered on");
}

/// The yesterday of a code is refused by its own date.
#[test]
fn yesterdays_code_is_of_another_day() {
    let mut world = at_offset(0);
    world.pass(minutes(24 * 60));
    assert_eq!(refused(scan(&mut world, 0, ten())), No::WrongDay { start: ten() });
}

#[test]
fn a_late_citizen_takes_one_ticket_instead_of_the_appointment() {
    let mut world = at_offset(901);
    let take = |world: &World| Command::TakeLate { booking: booking_id(0), seen_at: world.now };
    let Reply::Opened(visit) = world.ask(take(&world)).unwrap() else { panic!() };
    assert_eq!(world.ask(take(&world)), Ok(Reply::Opened(visit)), "asked twice, one ticket");
    let late = world.visit(visit);
    assert_eq!((late.origin, late.booking, late.start), (Origin::Late, Some(booking_id(0)), None));
    assert_eq!(world.check_in(0), CheckInOutcome::AlreadyCheckedIn(visit));

    let mut in_time = at_offset(900);
    assert_eq!(in_time.ask(take(&in_time)), Err(Refusal::NotLate(booking_id(0))));
    let mut office = common::office();
    office.rules.late = LatePolicy::Desk;
    let mut world = World::of(office, ten() + seconds(901), &["1"]);
    world.sync(booking(0, "pass", ten()));
    assert!(matches!(refused(world.check_in(0)), No::TooLate { offer: None, .. }));
    assert_eq!(world.ask(take(&world)), Err(Refusal::NotLate(booking_id(0))));
}

#[test]
fn a_ticket_put_back_lets_three_others_pass_or_five_minutes() {
    let mut world = World::open(ten(), &["1", "3"]);
    let put_back = world.walk_in("pass");
    for _ in 0..5 {
        world.walk_in("pass");
    }
    world.walk_in("kfz");
    world.next("1");
    world.step("1", Step::PutBack).unwrap();
    let mut by_time = world.clone();
    by_time.pass(minutes(5));
    assert_eq!(by_time.next("1"), put_back, "with its key");
    assert_ne!(world.next("3"), put_back, "a call at a counter that could not serve it");
    for _ in 0..3 {
        assert_ne!(world.next("1"), put_back);
        world.step("1", Step::Start).unwrap();
        world.step("1", finish()).unwrap();
    }
    assert_eq!(world.next("1"), put_back);
}

#[test]
fn next_at_an_occupied_counter_changes_nothing() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    world.walk_in("pass");
    world.next("1");
    let events = world.log.len();
    assert_eq!(world.next("1"), visit);
    world.step("1", Step::Start).unwrap();
    assert_eq!(world.next("1"), visit);
    assert_eq!(world.log.len(), events + 1);
    let again = NotNow { state: VisitState::Serving, command: VisitCommand::Start };
    assert_eq!(world.step("1", Step::Start), Err(Refusal::NotNow(again)));
    assert_eq!(world.ask(close("1")), Err(Refusal::SomebodyAtCounter("1".into())));
}

#[test]
fn a_counter_belongs_to_who_opened_it() {
    let mut world = World::open(ten(), &["1"]);
    let other = Actor::Staff("somebody".into());
    let taken = Err(Refusal::CounterTaken("1".into()));
    assert_eq!(world.state.decide(world.now, &other, &Command::CallNext("1".into())), taken);
    let open =
        |counter: &str, staff: &str| Command::OpenCounter { counter: counter.into(), staff: staff.into() };
    assert_eq!(world.ask(open("1", "somebody")), Err(Refusal::CounterTaken("1".into())));
    assert_eq!(world.ask(open("1", "clerk-1")), Ok(Reply::Done));
    assert_eq!(world.ask(open("2", "clerk-1")), Ok(Reply::Done));
    assert_eq!(world.state.counters().count(), 1, "nobody sits at two counters");
    assert_eq!(world.ask(Command::CallNext("1".into())), Err(Refusal::CounterNotOpen("1".into())));
    assert_eq!(world.ask(Command::CallNext("2".into())), Err(Refusal::NobodyWaiting));
    assert!(matches!(
        world.ask(Command::CallNext("9".into())),
        Err(Refusal::NotFound { what: "counter", .. })
    ));
}

#[test]
fn nothing_is_decided_without_a_configuration() {
    let state = QueueState::default();
    let walk_in =
        Command::WalkIn(WalkIn { services: vec![common::choice("pass")], seen_at: ten(), language: None });
    for command in [walk_in, Command::CallNext("1".into())] {
        assert_eq!(state.decide(ten(), &Actor::System, &command), Err(Refusal::NoOffice));
    }
}

#[test]
fn an_older_configuration_and_an_unchanged_booking_change_nothing() {
    let mut world = at_offset(0);
    let events = world.log.len();
    world.ask(Command::AdoptOffice(Box::new(common::office()))).unwrap();
    world.sync(booking(0, "pass", ten()));
    world.sync(booking(9, "pass", ten() - minutes(24 * 60)));
    assert_eq!(world.log.len(), events);
}

/// Scenario 13, the engine's part: a counter and an area that are deleted do not stop the others.
#[test]
fn a_deleted_counter_finishes_its_visit_and_the_rest_goes_on() {
    let mut world = World::open(ten(), &["1", "3"]);
    let car = world.walk_in("kfz");
    let waiting = world.walk_in("kfz");
    world.next("3");
    let mut smaller = common::office();
    smaller.revision = 2;
    smaller.areas.truncate(1);
    smaller.counters.truncate(2);
    smaller.services.truncate(2);
    world.ask(Command::AdoptOffice(Box::new(smaller))).unwrap();
    world.step("3", Step::Start).unwrap();
    world.step("3", finish()).unwrap();
    assert_eq!(world.visit(car).state, VisitState::Finished);
    assert!(matches!(world.ask(Command::CallNext("3".into())), Err(Refusal::NotFound { .. })));
    assert_eq!(world.next("1"), waiting, "a counter for everything serves what no longer exists");
}

#[test]
fn the_tickets_own_code_says_where_it_stands_and_brings_a_no_show_back() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    let already = CheckInOutcome::AlreadyCheckedIn(visit);
    assert_eq!(world.present(Presented::Ticket(visit)), already);
    world.next("1");
    assert_eq!(world.present(Presented::Ticket(visit)), already);
    for _ in 0..3 {
        world.show_call("1");
        world.pass(seconds(45));
        let _ = world.step("1", Step::Recall);
    }
    world.show_call("1");
    world.pass(seconds(45));
    world.step("1", Step::NoShow).unwrap();
    let number = world.visit(visit).number;
    assert_eq!(world.present(Presented::Ticket(visit)), CheckInOutcome::BackInQueue(visit));
    let back = world.visit(visit);
    assert_eq!((back.number, back.state, back.calls), (number, VisitState::Waiting, 0));
    world.next("1");
    world.step("1", Step::Start).unwrap();
    world.step("1", finish()).unwrap();
    let finished = CheckInOutcome::Refused(CheckInRefusal::Finished { number });
    assert_eq!(world.present(Presented::Ticket(visit)), finished);
}
