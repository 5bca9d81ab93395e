use super::*;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{Reply, WalkIn};
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
        let folder = TempDir::new().unwrap();
        let store = LogStore::open(folder.path()).unwrap();
        let mut bench = Self::of(store, folder);
        let office = bench.ask(None, Command::AdoptOffice(Box::new(office())));
        bench.settle(vec![office.0]).unwrap();
        bench.published.mark_unchanged();
        bench.records = bench.owner.outlets.records.subscribe();
        bench
    }

    fn of(store: LogStore, folder: TempDir) -> Self {
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
        let clock = Clock::starting_at("2026-11-23T09:00:00Z".parse().unwrap());
        let (checkpoint, tidied) = (current.seq, clock.now());
        let owner = Owner { store, clock, jobs: mpsc::channel(1).1, outlets, current, checkpoint, tidied };
        Self { owner, published: readers, records: record, folder }
    }

    fn ask(&self, nonce: Option<Nonce>, command: Command) -> (Job, Asked) {
        let (answer, asked) = oneshot::channel();
        (Job::Ask { actor: Actor::System, nonce, command, answer }, asked)
    }

    fn walk_ins(&self, count: usize) -> (Vec<Job>, Vec<Asked>) {
        let now = self.owner.clock.now();
        let services = vec![ServiceChoice { service: "pass".into(), quantity: 1 }];
        let walk_in = || Command::WalkIn(WalkIn { services: services.clone(), seen_at: now });
        (0..count).map(|_| self.ask(Some(Nonce::random()), walk_in())).unzip()
    }

    fn settle(&mut self, jobs: Vec<Job>) -> Result<(), StoreError> {
        self.owner.settle(jobs)
    }

    /// Opens the log again, as after a kill: nothing is closed in order.
    fn killed(self) -> Self {
        let Self { owner, folder, .. } = self;
        drop(owner);
        Self::of(LogStore::open(folder.path()).unwrap(), folder)
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
    let walk_in = Command::WalkIn(WalkIn { services, seen_at: bench.owner.clock.now() });
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
