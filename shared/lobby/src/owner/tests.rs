use super::*;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::WalkIn;
use tempfile::TempDir;
use tokio::sync::oneshot::error::TryRecvError;

type Asked = oneshot::Receiver<Result<Answered, LobbyError>>;

/// An owner that is driven by hand, one batch at a time.
struct Bench {
    owner: Owner,
    published: watch::Receiver<Published>,
    records: broadcast::Receiver<Arc<Record>>,
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        Self::by(Clock::starting_at("2026-11-23T09:00:00Z".parse().unwrap()))
    }

    fn by(clock: Clock) -> Self {
        let folder = TempDir::new().unwrap();
        let store = LogStore::open(folder.path()).unwrap();
        let mut bench = Self::of(store, folder, clock);
        let office = bench.ask(None, Command::AdoptOffice(Box::new(office())));
        bench.settle(vec![office.0]).unwrap();
        bench.published.mark_unchanged();
        bench.records = bench.owner.outlets.records.subscribe();
        bench
    }

    fn of(store: LogStore, folder: TempDir, clock: Clock) -> Self {
        let loaded = store.load().unwrap();
        let current = Published {
            seq: loaded.seq,
            state: Arc::new(loaded.state),
            beside: Arc::new(loaded.beside),
            last_report: loaded.last_report,
        };
        let (published, readers) = watch::channel(current.clone());
        let (records, record) = broadcast::channel(1_000);
        let outlets = Outlets { published, records, screens: Arc::new(Screens::new(current.seq)) };
        let (checkpoint, tidied) = (current.seq, clock.now());
        let (jobs, persons) = (mpsc::channel(1).1, Persons::open(folder.path()).unwrap());
        let owner = Owner { store, persons, clock, jobs, outlets, current, checkpoint, tidied };
        Self { owner, published: readers, records: record, folder }
    }

    fn ask(&self, nonce: Option<Nonce>, command: Command) -> (Job, Asked) {
        let (answer, asked) = oneshot::channel();
        (Job::Ask { actor: Actor::System, nonce, command, answer }, asked)
    }

    fn walk_ins(&self, count: usize) -> (Vec<Job>, Vec<Asked>) {
        let now = self.owner.clock.now();
        let services = vec![ServiceChoice { service: "pass".into(), quantity: 1 }];
        let walk_in = || Command::WalkIn(WalkIn { services: services.clone(), seen_at: now, language: None });
        (0..count).map(|_| self.ask(Some(Nonce::random()), walk_in())).unzip()
    }

    fn settle(&mut self, jobs: Vec<Job>) -> Result<(), StoreError> {
        self.owner.settle(jobs)
    }

    /// Opens the log again, as after a kill: nothing is closed in order.
    fn killed(self) -> Self {
        let Self { owner, folder, .. } = self;
        let clock = owner.clock;
        drop(owner);
        Self::of(LogStore::open(folder.path()).unwrap(), folder, clock)
    }
}

fn office() -> foyer_domain::office::Office {
    let office = serde_json::json!({
        "revision": 1, "id": "mitte", "number": 7, "name": "Bürgerbüro", "address": "Markt 1",
        "time_zone": "Europe/Berlin", "public_url": "https://termin.example",
        "areas": [{"id": "eg", "name": "Wartebereich 1", "letter": "A"}],
        "services": [{"id": "pass", "name": "Pass", "minutes": 1, "area": "eg"}],
        "counters": [{"id": "1", "name": "Schalter 1", "area": "eg"}],
        "hours": [{"weekdays": ["Mon"], "from": "08:00:00", "to": "23:00:00", "places": 2}],
    });
    serde_json::from_value(office).unwrap()
}

#[test]
fn a_batch_becomes_durable_and_visible_as_one() {
    let mut bench = Bench::new();
    let (jobs, asked) = bench.walk_ins(50);
    let before = bench.published.borrow().seq;
    bench.settle(jobs).unwrap();
    // One tick of the watch channel for 50 answers, each of another visit.
    let mut visits: Vec<_> =
        asked.into_iter().map(|mut asked| asked.try_recv().unwrap().unwrap().reply).collect();
    visits.dedup();
    assert_eq!(visits.len(), 50);
    assert!(bench.published.has_changed().unwrap());
    let after = bench.published.borrow_and_update().seq;
    assert!(after >= before + 50);
    let told: Vec<u64> =
        std::iter::from_fn(|| bench.records.try_recv().ok()).map(|record| record.seq).collect();
    assert_eq!(told, (before + 1..=after).collect::<Vec<_>>());
    let state = Arc::clone(&bench.owner.current.state);
    let beside = Arc::clone(&bench.owner.current.beside);
    let again = bench.killed();
    assert_eq!(again.owner.current.state, state);
    assert_eq!(again.owner.current.beside, beside);
}

#[test]
fn if_one_write_of_a_batch_fails_nothing_of_it_has_happened() {
    let mut bench = Bench::new();
    bench.owner.store.meddle(
        "create temp trigger full before insert on main.events when new.seq = 5 \
         begin select raise(abort, 'the disk is full'); end",
    );
    let state = Arc::clone(&bench.owner.current.state);
    let (jobs, asked) = bench.walk_ins(10);
    bench.settle(jobs).expect_err("the fifth event cannot be written");
    // A dropped answer is what callers see as "storage unavailable".
    for mut asked in asked {
        assert_eq!(asked.try_recv(), Err(TryRecvError::Closed));
    }
    assert!(!bench.published.has_changed().unwrap());
    assert!(bench.records.try_recv().is_err());
    assert_eq!(bench.owner.current.state, state);
    bench.owner.store.meddle("drop trigger full");
    let (jobs, mut asked) = bench.walk_ins(10);
    bench.settle(jobs).unwrap();
    assert!(asked.iter_mut().all(|asked| matches!(asked.try_recv(), Ok(Ok(_)))));
    let state = Arc::clone(&bench.owner.current.state);
    assert_eq!(state.visits().count(), 10);
    assert_eq!(bench.killed().owner.current.state, state);
}

#[test]
fn a_full_disk_keeps_nothing_and_space_heals_it() {
    let mut bench = Bench::new();
    bench.owner.store.meddle("pragma max_page_count = 1");
    let mut refused = 0;
    for _ in 0..200 {
        let (jobs, mut asked) = bench.walk_ins(20);
        let settled = bench.settle(jobs);
        let answers = asked.iter_mut().map(|asked| asked.try_recv().is_ok()).filter(|given| *given).count();
        assert_eq!(answers, if settled.is_ok() { 20 } else { 0 });
        if settled.is_err() {
            refused += 1;
            break;
        }
    }
    assert_eq!(refused, 1, "the file does not grow for ever");
    let state = Arc::clone(&bench.owner.current.state);
    bench.owner.store.meddle("pragma max_page_count = 1000000");
    let (jobs, _asked) = bench.walk_ins(20);
    bench.settle(jobs).unwrap();
    assert_eq!(bench.owner.current.state.visits().count(), state.visits().count() + 20);
    let state = Arc::clone(&bench.owner.current.state);
    assert_eq!(bench.killed().owner.current.state, state);
}

#[test]
fn the_same_nonce_twice_in_a_batch_is_one_ticket() {
    let mut bench = Bench::new();
    let nonce = Some(Nonce::random());
    let services = vec![ServiceChoice { service: "pass".into(), quantity: 1 }];
    let walk_in = Command::WalkIn(WalkIn { services, seen_at: bench.owner.clock.now(), language: None });
    let (first, mut one) = bench.ask(nonce, walk_in.clone());
    let (second, mut two) = bench.ask(nonce, walk_in.clone());
    bench.settle(vec![first, second]).unwrap();
    let answered = one.try_recv().unwrap();
    assert_eq!(two.try_recv().unwrap(), answered);
    assert_eq!(bench.owner.current.state.visits().count(), 1);
    // … after a kill, too; and nobody else gets the answer.
    let mut bench = bench.killed();
    let (third, mut three) = bench.ask(nonce, walk_in.clone());
    let (answer, mut stranger) = oneshot::channel();
    let strange = Job::Ask { actor: Actor::Booking, nonce, command: walk_in, answer };
    bench.settle(vec![third, strange]).unwrap();
    assert_eq!(three.try_recv().unwrap(), answered);
    assert_eq!(stranger.try_recv().unwrap(), Err(LobbyError::NonceTaken));
    assert_eq!(bench.owner.current.state.visits().count(), 1);
}

#[test]
fn a_checkpoint_changes_nothing_but_the_time_it_takes() {
    let mut bench = Bench::new();
    let (jobs, _asked) = bench.walk_ins(30);
    bench.settle(jobs).unwrap();
    bench.owner.write_checkpoint();
    let (jobs, _asked) = bench.walk_ins(3);
    bench.settle(jobs).unwrap();
    let state = Arc::clone(&bench.owner.current.state);
    let bench = bench.killed();
    assert_eq!(bench.owner.current.state, state);
    bench.owner.store.meddle("update checkpoint set state = 'nonsense'");
    let bench = bench.killed();
    assert_eq!(bench.owner.current.state, state);
    bench.owner.store.meddle("delete from checkpoint");
    assert_eq!(bench.killed().owner.current.state, state);
}

#[test]
fn a_change_of_the_feed_is_not_taken_before_the_one_that_failed() {
    let mut bench = Bench::new();
    let step = |after: Option<&str>, cursor: &str| FeedStep {
        after: after.map(str::to_owned),
        position: FeedPosition {
            link: "one".to_owned(),
            cursor: Some(cursor.to_owned()),
            at: "2026-11-23T09:00:00Z".parse().unwrap(),
        },
        change: Some(Change::ShortCodeKey { key: "00".repeat(32) }),
    };
    let mut follow = |step: FeedStep| {
        let (answer, mut answered) = oneshot::channel();
        bench.settle(vec![Job::Follow { step: Box::new(step), answer }]).unwrap();
        answered.try_recv().unwrap()
    };
    assert_eq!(follow(step(None, "1")), Ok(Taken::Fully));
    assert_eq!(follow(step(Some("2"), "3")), Err(LobbyError::StorageUnavailable));
    assert_eq!(follow(step(Some("1"), "2")), Ok(Taken::Fully));
}

#[test]
fn a_reply_says_whose_ticket_it_is_and_its_reports_wait() {
    let mut bench = Bench::new();
    let (jobs, mut asked) = bench.walk_ins(1);
    bench.settle(jobs).unwrap();
    let Reply::Opened(visit) = asked[0].try_recv().unwrap().unwrap().reply else { panic!("a ticket") };
    let (answer, mut reports) = oneshot::channel();
    bench.settle(vec![Job::Reports { limit: 9, answer }]).unwrap();
    let reports: Vec<Report> = reports.try_recv().unwrap();
    let [report] = &reports[..] else { panic!("one report: {reports:?}") };
    assert_eq!(report.id, bench.owner.current.last_report);
    assert!(bench.owner.current.beside.secret(visit).is_some());
    let (answer, _done) = oneshot::channel();
    bench.settle(vec![Job::Reported { up_to: report.id, answer }]).unwrap();
    let (answer, mut reports) = oneshot::channel();
    bench.settle(vec![Job::Reports { limit: 9, answer }]).unwrap();
    assert_eq!(reports.try_recv().unwrap(), Vec::new());
}

fn booking(id: u64, start: &str) -> foyer_domain::booking::Booking {
    foyer_domain::booking::Booking {
        id: foyer_domain::id::BookingId::new(id).unwrap(),
        services: vec![ServiceChoice { service: "pass".into(), quantity: 1 }],
        start: start.parse().unwrap(),
        minutes: 1,
        state: foyer_domain::booking::BookingState::Confirmed,
        language: None,
        wishes: foyer_domain::visit::Wishes::default(),
        interpreting: None,
        persons: 1,
    }
}

#[test]
fn every_two_thousand_events_there_is_a_digest_however_they_were_batched() {
    use crate::store::replay::{Compared, replay};
    let mut bench = Bench::new();
    let synced: Vec<_> = (1..=4_100)
        .map(|id| bench.ask(None, Command::SyncBooking(booking(id, "2026-11-30T09:00:00Z"))))
        .collect();
    let (mut jobs, _asked): (Vec<_>, Vec<_>) = synced.into_iter().unzip();
    while !jobs.is_empty() {
        let rest = jobs.split_off(jobs.len().min(1_337));
        bench.settle(std::mem::replace(&mut jobs, rest)).unwrap();
    }
    let replayed = replay(bench.folder.path(), 0).unwrap();
    assert_eq!(replayed.differences, []);
    assert_eq!(replayed.digests, Compared { equal: 2, passed_over: 0 });
    // Without the checkpoint after event 2675, up to which all is equal.
    bench.owner.store.meddle(
        "update events set event = replace(event, '\"minutes\":1', '\"minutes\":2') where seq = 3000; \
         delete from checkpoint",
    );
    let found = replay(bench.folder.path(), 0).unwrap().differences;
    assert_eq!((found[0].seq, found[0].equal_at, found[0].path.as_str()), (4_000, 2_000, "/bookings"));
}

/// Scenario 20: the day's sums are those of its events, in milliseconds all of them.
#[test]
fn a_days_sums_are_those_of_its_events() {
    use foyer_domain::engine::{Finish, Step};
    use foyer_domain::id::StaffId;
    let (clock, hands) = Clock::by_hand(None, "2026-11-23T09:00:00Z".parse().unwrap());
    let mut bench = Bench::by(clock);
    let pass = |seconds| hands.pass(std::time::Duration::from_secs(seconds));
    let kim = StaffId("kim".to_owned());
    let clerk = |bench: &mut Bench, command: Command| {
        let (answer, mut asked) = oneshot::channel();
        let actor = Actor::Staff(kim.clone());
        bench.settle(vec![Job::Ask { actor, nonce: None, command, answer }]).unwrap();
        asked.try_recv().unwrap().unwrap().reply
    };
    let (jobs, _asked) = bench.walk_ins(3);
    bench.settle(jobs).unwrap();
    clerk(&mut bench, Command::OpenCounter { counter: "1".into(), staff: kim.clone() });
    for seconds in [60, 75] {
        pass(seconds);
        let Reply::Called(visit) = clerk(&mut bench, Command::CallNext("1".into())) else {
            panic!("somebody waits")
        };
        let step = |step| Command::Step { counter: "1".into(), visit, step };
        pass(20);
        clerk(&mut bench, step(Step::Start));
        pass(200 + seconds);
        clerk(&mut bench, step(Step::Finish(Finish::default())));
    }
    pass(24 * 3_600);
    let (job, _asked) = bench.ask(None, Command::Tick);
    bench.settle(vec![job]).unwrap();

    // Added up from the events alone, visit by visit.
    let mut sums = crate::store::daily::Sums::default();
    let mut since = std::collections::BTreeMap::new();
    let mut day = None;
    for record in std::iter::from_fn(|| bench.records.try_recv().ok()) {
        let stretch = |since: &std::collections::BTreeMap<_, Timestamp>, visit| {
            u64::try_from((record.at - since[visit]).num_milliseconds()).unwrap()
        };
        match &record.event {
            Event::VisitOpened { visit, .. } => {
                sums.visits += 1;
                since.insert(*visit, record.at);
            }
            Event::Called { visit, .. } => {
                sums.waited_ms += stretch(&since, visit);
                since.insert(*visit, record.at);
            }
            Event::Started { visit } => {
                sums.way_ms += stretch(&since, visit);
                since.insert(*visit, record.at);
            }
            Event::Finished { visit, .. } => {
                sums.finished += 1;
                sums.served_ms += stretch(&since, visit);
            }
            Event::Unserved { visit } => {
                sums.unserved += 1;
                sums.waited_ms += stretch(&since, visit);
            }
            Event::DayEnded { day: ended } => day = Some(*ended),
            _ => {}
        }
    }
    assert_eq!((sums.visits, sums.finished, sums.unserved, sums.way_ms), (3, 2, 1, 40_000));
    assert_eq!(sums.served_ms, (260 + 275) * 1_000);
    let kept = bench.owner.store.day(day.unwrap()).unwrap();
    assert_eq!(kept.into_iter().collect::<Vec<_>>(), [(("pass".to_owned(), "walk_in".to_owned()), sums)]);
}

#[test]
fn days_end_at_the_offices_midnight_and_not_when_the_clocks_change() {
    for (start, midnights) in [
        ("2027-03-27T12:00:00Z", ["2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z", "2027-03-29T22:00:00Z"]),
        ("2026-10-24T12:00:00Z", ["2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "2026-10-26T23:00:00Z"]),
    ] {
        let (clock, hands) = Clock::by_hand(None, start.parse().unwrap());
        let mut bench = Bench::by(clock);
        let mut ended = Vec::new();
        for _ in 0..3 * 48 {
            let (job, _asked) = bench.ask(None, Command::Tick);
            bench.settle(vec![job]).unwrap();
            for record in std::iter::from_fn(|| bench.records.try_recv().ok()) {
                if let Event::DayEnded { .. } = record.event {
                    ended.push(record.at);
                }
            }
            hands.pass(std::time::Duration::from_secs(1_800));
        }
        let expected = midnights.map(|at| at.parse::<Timestamp>().unwrap());
        assert_eq!(ended, expected);
    }
}

/// A start that ended between a base and the removal of its events reads the base, and removes them later.
#[test]
fn a_base_counts_before_its_events_are_gone() {
    let mut bench = Bench::new();
    let (jobs, _asked) = bench.walk_ins(5);
    bench.settle(jobs).unwrap();
    let (state, seq) = (Arc::clone(&bench.owner.current.state), bench.owner.current.seq);
    let base = crate::store::retention::Base { seq, state: serde_json::to_string(&*state).unwrap() };
    let batch = bench.owner.store.begin().unwrap();
    batch.keep_base(&base).unwrap();
    batch.commit().unwrap();
    let mut bench = bench.killed();
    assert_eq!((bench.owner.current.seq, &bench.owner.current.state), (seq, &state));
    let batch = bench.owner.store.begin().unwrap();
    assert!(!batch.trim().unwrap(), "all of it at once");
    batch.commit().unwrap();
    let mut bench = bench.killed();
    assert_eq!((bench.owner.current.seq, &bench.owner.current.state), (seq, &state));
    let (jobs, _asked) = bench.walk_ins(1);
    bench.settle(jobs).unwrap();
    let state = Arc::clone(&bench.owner.current.state);
    assert_eq!(bench.killed().owner.current.state, state);
}

#[test]
fn a_name_comes_with_its_booking_goes_in_time_and_is_in_no_event() {
    use crate::persons::{is_code_over, is_over};
    use foyer_domain::booking::BookingState;
    use foyer_protocol::feed::PersonName;
    let mut bench = Bench::new();
    let mut office = office();
    let mut cursor = 0;
    let mut follow = |bench: &mut Bench, change: Change| {
        let (answer, mut answered) = oneshot::channel();
        let before = (cursor > 0).then(|| cursor.to_string());
        cursor += 1;
        let at = bench.owner.clock.now();
        let position = FeedPosition { link: "one".to_owned(), cursor: Some(cursor.to_string()), at };
        let step = FeedStep { after: before, position, change: Some(change) };
        bench.settle(vec![Job::Follow { step: Box::new(step), answer }]).unwrap();
        assert_eq!(answered.try_recv().unwrap(), Ok(Taken::Fully));
    };
    let code = foyer_domain::short_code::ShortCode::from_random(4_711);
    let told = |mut booking: foyer_domain::booking::Booking, state: BookingState| {
        booking.state = state;
        let name = Some(PersonName("Adelgunde Probierstein".to_owned()));
        let short_code = Some(code);
        Change::Booking { booking, short_code_hash: "5c".repeat(32), short_code, name }
    };
    let mine = booking(7, "2026-11-23T09:05:00Z");
    let id = mine.id;
    follow(&mut bench, told(mine.clone(), BookingState::Confirmed));
    assert_eq!(bench.owner.persons.bookings(), [], "this office shows no names");
    assert_eq!(bench.owner.persons.code(id), Some(code), "every desk has an emergency sheet");

    (office.revision, office.rules.show_names) = (2, true);
    follow(&mut bench, Change::Office { office: Box::new(office.clone()) });
    follow(&mut bench, told(mine.clone(), BookingState::Confirmed));
    assert_eq!(bench.owner.persons.name(id).unwrap().0, "Adelgunde Probierstein");
    let now = bench.owner.clock.now();
    let over = |bench: &Bench, seconds| {
        let (state, then) = (&bench.owner.current.state, now + TimeDelta::seconds(seconds));
        assert_eq!(is_code_over(state, id, then), is_over(state, id, then));
        is_over(state, id, then)
    };
    assert!(!over(&bench, 1_000_000), "while nobody has come, until the day's end");
    let events: String = std::iter::from_fn(|| bench.records.try_recv().ok())
        .map(|record| serde_json::to_string(&*record).unwrap())
        .collect();
    assert!(events.contains("booking_synced") && !events.contains("Adelgunde"));
    assert!(!events.contains(code.as_str()) && !events.contains(&code.shown()));
    // After a restart it is there again.
    let mut bench = bench.killed();
    assert_eq!((bench.owner.persons.bookings(), bench.owner.persons.coded()), (vec![id], vec![id]));
    follow(&mut bench, told(mine.clone(), BookingState::Cancelled));
    assert!(over(&bench, 0), "cancelled");
    follow(&mut bench, told(mine, BookingState::Confirmed));
    assert!(!over(&bench, 0));
    (office.revision, office.rules.show_names) = (3, false);
    follow(&mut bench, Change::Office { office: Box::new(office) });
    let state = &bench.owner.current.state;
    assert!(is_over(state, id, now), "names are no longer shown");
    assert!(!is_code_over(state, id, now), "the sheet goes on");
}
