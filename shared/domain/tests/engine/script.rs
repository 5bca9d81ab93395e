//! Random days: commands at moments, and running them.

use crate::common::*;
use foyer_domain::Timestamp;
use foyer_domain::alone::Given;
use foyer_domain::booking::{Booking, BookingState};
use foyer_domain::engine::*;
use foyer_domain::id::*;
use foyer_domain::ticket::{Letter, TicketNumber};
use foyer_domain::visit::{Actor, Bound, Origin, WishChange, Wishes};
use proptest::prelude::*;
/// Something that happens, and how many seconds after the one before it.
pub type Script = Vec<(i64, Op)>;

/// What a script says.
#[derive(Debug, Clone)]
pub enum Op {
    Ask(Command),
    /// A display shows the newest call.
    Show,
    /// The clerk of a counter takes a step with whoever is there.
    Step(CounterId, Step),
    /// The clerk of a counter takes back the last step.
    Undo(CounterId),
    /// The desk of another counter falls silent, and the clerk of this one takes over whoever is there.
    TakeOver(CounterId, CounterId),
}

pub fn counter() -> impl Strategy<Value = CounterId> {
    prop::sample::select(vec!["1", "2", "3"]).prop_map(CounterId::from)
}

pub fn a_booking() -> impl Strategy<Value = Booking> {
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

pub fn step() -> impl Strategy<Value = Step> {
    use Step::{Cancel, NoShow, Park, PutBack, Recall, Start, Transfer};
    let finish = (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(then_next, names, ends)| {
        let done = if names { vec![choice("pass")] } else { vec![] };
        Step::Finish(Finish { done, outcome: ends.then(|| "done".into()), then_next })
    });
    prop_oneof![
        14 => prop::sample::select(vec![Recall, Recall, Start, Start, Start, PutBack, NoShow, Park, Cancel]),
        5 => finish,
        2 => transfer().prop_map(Transfer),
    ]
}

/// To another counter, person or service, or to all.
fn transfer() -> impl Strategy<Value = Transfer> {
    let staff = prop::sample::select(vec!["ada", "bo", "cem"]).prop_map(|staff| Bound::Staff(staff.into()));
    let to = prop_oneof![Just(None), counter().prop_map(|to| Some(Bound::Counter(to))), staff.prop_map(Some)];
    let services = prop::sample::select(vec![vec![], vec!["kfz"], vec!["pass", "meldung"]]);
    (to, services).prop_map(|(to, services)| {
        let services = services.into_iter().map(choice).collect();
        Transfer { to, services, done: vec![] }
    })
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => transfer().prop_map(Change::Transfer),
        2 => prop::sample::select(vec!["deadline", "no-such-reason"])
            .prop_map(|reason| Change::Urgent(reason.into())),
        1 => Just(Change::Cancel),
        2 => (1u64..12).prop_map(|into| Change::MergeInto(VisitId(into))),
        2 => prop::sample::select(vec![vec!["kfz"], vec!["pass", "kfz"], vec!["meldung", "pass"]])
            .prop_map(|services| Change::Services(services.into_iter().map(choice).collect())),
    ]
}

fn left() -> impl Strategy<Value = Left> {
    prop_oneof![
        2 => Just(Left::Nobody), 1 => Just(Left::Finished), 1 => Just(Left::ToAll), 1 => counter().prop_map(Left::To),
    ]
}

pub fn command() -> impl Strategy<Value = Command> {
    let staff = prop::sample::select(vec!["ada", "bo", "cem"]);
    let service = prop::sample::select(vec!["pass", "meldung", "kfz", "trauung"]);
    prop_oneof![
        3 => a_booking().prop_map(Command::SyncBooking),
        6 => (0u64..8).prop_map(|id| check_in(Presented::ShortCode(booking_id(id)))),
        1 => (0u64..10, 0i64..3).prop_map(|(id, by)| check_in(Presented::Scanned(scanned(id, by)))),
        1 => (1u64..12).prop_map(|visit| check_in(Presented::Ticket(VisitId(visit)))),
        5 => service.prop_map(|service| {
            Command::WalkIn(WalkIn { services: vec![choice(service)], seen_at: ten(), language: None })
        }),
        3 => (0u64..8, 1u16..7).prop_map(|(id, with)| {
            together(check_in(Presented::ShortCode(booking_id(id))), with)
        }),
        2 => (1u16..7).prop_map(|with| {
            together(Command::WalkIn(WalkIn { services: vec![choice("pass")], seen_at: ten(), language: None }), with)
        }),
        1 => (1u16..7, any::<bool>()).prop_map(|(number, pick_up)| {
            let wishes = Wishes { pick_up, ..Wishes::default() };
            let change = WishChange::between(Wishes::default(), wishes);
            Command::Wish { number: paper(number), change, at: ten() }
        }),
        1 => (0u64..8).prop_map(|id| Command::TakeLate { booking: booking_id(id), seen_at: ten() }),
        1 => (counter(), staff).prop_map(|(counter, staff)| {
            Command::OpenCounter { counter, staff: staff.into() }
        }),
        1 => (counter(), left()).prop_map(|(counter, left)| Command::CloseCounter { counter, left }),
        3 => (counter(), 1u64..12).prop_map(|(counter, visit)| {
            Command::Take { counter, visit: VisitId(visit) }
        }),
        1 => counter().prop_map(|counter| Command::ServeAtOnce { counter, services: vec![choice("pass")] }),
        4 => (1u64..12, change(), prop::option::of(counter())).prop_map(|(visit, change, counter)| {
            Command::Change { visit: VisitId(visit), change, counter }
        }),
        1 => (counter(), 1u64..12, step()).prop_map(|(counter, visit, step)| {
            Command::Step { counter, visit: VisitId(visit), step }
        }),
        10 => counter().prop_map(Command::CallNext),
        4 => of_counters(),
        4 => of_house(),
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

/// Breaks, desks that fall silent, and who takes over.
fn of_counters() -> impl Strategy<Value = Command> {
    let reason = prop::sample::select(vec!["break", "lunch", "no-such-reason"]);
    let back = prop::option::of((-1i64..20).prop_map(|minute| ten() + minutes(minute)));
    prop_oneof![
        1 => (counter(), reason, back).prop_map(|(counter, reason, back_at)| {
            Command::PauseCounter { counter, reason: reason.into(), back_at }
        }),
        1 => counter().prop_map(Command::GoOn),
        2 => counter().prop_map(Command::DeskSilent),
        1 => counter().prop_map(Command::DeskHeard),
        3 => (counter(), 1u64..12).prop_map(|(counter, visit)| {
            Command::TakeOver { counter, visit: VisitId(visit) }
        }),
    ]
}

/// What supervisors, reception and phones do.
fn of_house() -> impl Strategy<Value = Command> {
    let scopes =
        vec![IntakeScope::Office, IntakeScope::Area("og".into()), IntakeScope::Service("pass".into())];
    let scope = || prop::sample::select(scopes.clone());
    let text = || {
        prop::sample::select(vec![None, Some("alarm"), Some("no-such-text")])
            .prop_map(|id| id.map(ChoiceId::from))
    };
    let visit = || (1u64..12).prop_map(VisitId);
    let reason = || prop::sample::select(vec!["no-code", "delayed-by-us"]).prop_map(ChoiceId::from);
    let booking = || (0u64..8).prop_map(booking_id);
    let wish = prop_oneof![
        1 => Just(PhoneWish::GiveUp),
        3 => (1u8..18).prop_map(|minutes| PhoneWish::Late { minutes }),
        1 => (1u64..30).prop_map(|call| PhoneWish::Seen(CallId(call))),
    ];
    prop_oneof![
        1 => (scope(), text()).prop_map(|(scope, text)| Command::PauseIntake { scope, text }),
        2 => scope().prop_map(Command::ResumeIntake),
        1 => prop::collection::vec(visit(), 0..4).prop_map(Command::TellUnserved),
        1 => text().prop_map(|text| Command::Interrupt { text }),
        3 => Just(Command::EndInterruption),
        1 => (1i64..600, -60i64..60).prop_map(|(from, to)| {
            Command::TerminalsOut { from: ten() - seconds(from), to: ten() - seconds(to) }
        }),
        2 => (booking(), reason()).prop_map(|(booking, reason)| Command::Admit { booking, reason }),
        1 => (booking(), reason()).prop_map(|(booking, reason)| Command::CheckInByHand { booking, reason }),
        3 => (visit(), wish).prop_map(|(visit, wish)| Command::FromPhone { visit, wish }),
    ]
}

/// What a kiosk gave alone: for a booking or without one, within its lease and sometimes outside it.
pub fn hand_over((id, number, minute, returned): (u64, u16, i64, bool)) -> Command {
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
        language: None,
    };
    Command::HandOver(HandOver { given, visit: None })
}

pub fn paper(number: u16) -> TicketNumber {
    TicketNumber::new(Letter::try_from('A').unwrap(), number).unwrap()
}

pub fn together(command: Command, with: u16) -> Command {
    Command::Together { command: Box::new(command), with: paper(with) }
}

/// What a citizen did happens now.
pub fn date(command: &mut Command, now: Timestamp) {
    match command {
        Command::CheckIn(CheckIn { seen_at, .. })
        | Command::WalkIn(WalkIn { seen_at, .. })
        | Command::TakeLate { seen_at, .. } => *seen_at = now,
        Command::Together { command, .. } => date(command, now),
        Command::PauseCounter { back_at: Some(back_at), .. } => *back_at += now - ten(),
        Command::TerminalsOut { from, to } => {
            *from += now - ten();
            *to += now - ten();
        }
        _ => {}
    }
}

pub fn scanned(id: u64, by: i64) -> String {
    signing_key().sign(7, booking_id(id), ten() + minutes(5 * by)).unwrap()
}

pub fn check_in(presented: Presented) -> Command {
    Command::CheckIn(CheckIn { presented, seen_at: ten() })
}

/// A day's events; sometimes the clock jumps past midnight.
pub fn script() -> impl Strategy<Value = Script> {
    let wait = prop_oneof![30 => 0i64..30, 30 => 0i64..120, 3 => 0i64..600, 1 => Just(50_000i64)];
    let step = (counter(), step()).prop_map(|(counter, step)| Op::Step(counter, step));
    let undo = counter().prop_map(Op::Undo);
    let take_over = (counter(), counter()).prop_map(|(silent, taker)| Op::TakeOver(silent, taker));
    let op = prop_oneof![
        20 => command().prop_map(Op::Ask), 7 => step, 2 => undo, 4 => Just(Op::Show), 2 => take_over,
    ];
    prop::collection::vec((wait, op), 1..90)
}

/// The commands and their moments: data alone, so that the same ones can be asked of any state. What a citizen
/// did is dated with its command.
pub fn dated(script: &Script) -> Vec<(Timestamp, Command)> {
    let mut now = ten();
    let mut world = World::open(now, &[]);
    let mut dated: Vec<(Timestamp, Command)> =
        vec![(now, Command::AdoptOffice(Box::new(office()))), (now, Command::AdoptCity(city()))];
    let opened = [("1", "ada"), ("2", "bo"), ("3", "cem")].map(|(counter, staff)| {
        (0, Op::Ask(Command::OpenCounter { counter: counter.into(), staff: staff.into() }))
    });
    for (after, op) in opened.iter().chain(script) {
        now += seconds(*after);
        world.now = now;
        for mut command in asked(&world, op) {
            date(&mut command, now);
            let _ = world.ask(command.clone());
            dated.push((now, command));
        }
    }
    dated
}

/// What a script says, in a state.
fn asked(world: &World, op: &Op) -> Vec<Command> {
    let there = |counter: &CounterId| world.state.counter(counter).and_then(|open| open.visit);
    vec![match op {
        Op::Ask(command) => command.clone(),
        Op::Show => match world.state.standing().first().and_then(|visit| visit.call.as_ref()) {
            Some(call) => Command::Acknowledge { call: call.id, heard: true },
            None => Command::Tick,
        },
        Op::Undo(counter) => {
            let last = world.state.can_undo(counter, world.now).map(|last| last.visit);
            Command::Undo { counter: counter.clone(), visit: last.unwrap_or(VisitId(0)) }
        }
        Op::Step(counter, step) => {
            let visit = there(counter).unwrap_or(VisitId(0));
            Command::Step { counter: counter.clone(), visit, step: step.clone() }
        }
        Op::TakeOver(silent, taker) => {
            let visit = there(silent).unwrap_or(VisitId(0));
            let silent = Command::DeskSilent(silent.clone());
            return vec![silent, Command::TakeOver { counter: taker.clone(), visit }];
        }
    }]
}

pub type Log = Vec<(Timestamp, Event)>;

/// What is done to an event before it is applied: nothing, or what a broken engine would do.
pub type Tamper = fn(&QueueState, Event) -> Event;

pub fn as_it_is(_: &QueueState, event: Event) -> Event {
    event
}

/// Runs a script one command at a time, looking at the state before and after each.
pub fn run(
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
