use super::*;
use crate::Config;
use crate::serve::{Running, start_by};
use crate::staff::Role;
use crate::store::replay::replay;
use foyer_domain::booking::{Booking, BookingState, ServiceChoice};
use foyer_domain::code::SigningKey;
use foyer_domain::engine::{CheckIn, City, Command, Finish, Presented, Step, WalkIn};
use foyer_domain::id::{BookingId, StaffId};
use foyer_domain::visit::{Actor, Wishes};
use foyer_protocol::program::{Clock, Hands};
use rusqlite::Connection;
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

const DAY: Duration = Duration::from_secs(24 * 3_600);

/// A lobby that does not serve, by a clock that the test moves.
struct Office {
    running: Running,
    hands: Hands,
    data: TempDir,
}

impl Office {
    async fn open() -> Self {
        let data = TempDir::new().unwrap();
        let (clock, hands) = Clock::by_hand(None, "2026-11-23T09:00:00Z".parse().unwrap());
        let running = start_by(&Config::local(data.path()), Some(clock), CancellationToken::new()).await;
        let office = Self { running: running.unwrap(), hands, data };
        let adopted = serde_json::json!({
            "revision": 1, "id": "mitte", "number": 7, "name": "Mitte", "address": "Markt 1",
            "time_zone": "Europe/Berlin",
            "areas": [{"id": "eg", "name": "Wartebereich 1", "letter": "A"}],
            "services": [{"id": "pass", "name": "Pass", "minutes": 5, "area": "eg"}],
            "counters": [{"id": "1", "name": "Schalter 1", "area": "eg"}],
            "hours": [{
                "weekdays": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
                "from": "08:00:00", "to": "20:00:00", "places": 2,
            }],
        });
        let adopted = serde_json::from_value(adopted).unwrap();
        office.ask(Actor::Booking, Command::AdoptOffice(Box::new(adopted))).await;
        let keys = vec![SigningKey::from_bytes([7; 32], 3).public()];
        office.ask(Actor::Booking, Command::AdoptCity(City { keys, offices: Vec::new() })).await;
        office
    }

    async fn ask(&self, actor: Actor, command: Command) {
        self.running.lobby.ask(actor, None, command).await.unwrap();
    }

    /// Somebody comes without an appointment and is served.
    async fn serve(&self, staff: &StaffId) {
        let lobby = &self.running.lobby;
        let (clerk, counter) = (Actor::Staff(staff.clone()), "1".into());
        if lobby.state().counter(&counter).is_none() {
            self.ask(clerk.clone(), Command::OpenCounter { counter: counter.clone(), staff: staff.clone() })
                .await;
        }
        let services = vec![ServiceChoice { service: "pass".into(), quantity: 1 }];
        let seen_at = lobby.clock().now();
        self.ask(Actor::System, Command::WalkIn(WalkIn { services, seen_at, language: None })).await;
        self.ask(clerk.clone(), Command::CallNext(counter.clone())).await;
        let visit = lobby.state().counter(&counter).unwrap().visit.unwrap();
        for step in [Step::Start, Step::Finish(Finish::default())] {
            self.hands.pass(Duration::from_secs(120));
            self.ask(clerk.clone(), Command::Step { counter: counter.clone(), visit, step }).await;
        }
    }

    /// Somebody comes hours too early.
    async fn refuse(&self, id: u64) {
        let now = self.running.lobby.clock().now();
        let booking = Booking {
            id: BookingId::new(id).unwrap(),
            services: vec![ServiceChoice { service: "pass".into(), quantity: 1 }],
            start: chrono::SubsecRound::trunc_subsecs(now + chrono::TimeDelta::hours(5), 0),
            minutes: 5,
            state: BookingState::Confirmed,
            language: None,
            wishes: Wishes::default(),
            interpreting: None,
            persons: 1,
        };
        let code = SigningKey::from_bytes([7; 32], 3).sign(7, booking.id, booking.start).unwrap();
        self.ask(Actor::Booking, Command::SyncBooking(booking)).await;
        let check_in = CheckIn { presented: Presented::Scanned(code), seen_at: now };
        self.ask(Actor::System, Command::CheckIn(check_in)).await;
    }

    /// Lets whole days pass, and the one that is going on end.
    async fn pass(&self, days: u32) {
        self.hands.pass(DAY * days);
        self.ask(Actor::System, Command::Tick).await;
    }

    async fn look(&self) {
        look(&self.running.lobby, self.data.path()).await.unwrap();
        let replayed = replay(self.data.path(), 0).unwrap();
        assert_eq!(replayed.differences, [], "the log still says what it said");
    }

    /// Everything of the log that holds a text.
    fn events_with(&self, text: &str) -> usize {
        let db = Connection::open(self.data.path().join("lobby.db")).unwrap();
        let sql = "select count(*) from events where instr(event || actor, ?)";
        usize::try_from(db.query_row(sql, [text], |row| row.get::<_, i64>(0)).unwrap()).unwrap()
    }
}

#[tokio::test]
async fn whose_a_failed_scan_was_is_gone_after_a_week() {
    let office = Office::open().await;
    office.refuse(0xabc).await;
    assert_eq!(office.events_with("check_in_refused"), 1);
    let whose = "\"booking\":\"000000000abc\"";
    assert_eq!(office.events_with(whose), 1, "of the failed scan alone");
    office.pass(6).await;
    office.look().await;
    assert_eq!(office.events_with(whose), 1);
    office.pass(2).await;
    office.look().await;
    assert_eq!((office.events_with(whose), office.events_with("check_in_refused")), (0, 1));
    office.running.close().await;
}

#[tokio::test]
async fn a_clerk_is_a_role_after_a_month() {
    let office = Office::open().await;
    let staff = office.running.lobby.staff();
    let kim = staff.create_staff("Kim", Role::Supervisor, "drei kleine Enten").await.unwrap().id;
    office.serve(&kim).await;
    let did = office.events_with(kim.as_str());
    assert!(did >= 4, "{did}");
    assert!(
        office
            .running
            .lobby
            .registry()
            .run({
                let (kim, now) = (kim.clone(), office.running.lobby.clock().now());
                move |db| crate::store::staff::remove(db, &kim, now)
            })
            .await
            .unwrap()
    );
    office.pass(29).await;
    office.look().await;
    assert_eq!(office.events_with(kim.as_str()), did);
    office.pass(2).await;
    office.look().await;
    assert_eq!((office.events_with(kim.as_str()), office.events_with("role:supervisor")), (0, did));
    let known = office.running.lobby.registry().staff_roles().await.unwrap();
    assert!(known.is_empty(), "who was removed a month ago is gone, with the name");
    office.running.close().await;
}

/// A digest of later that day was made with the id, too.
#[tokio::test]
async fn a_log_replays_while_a_day_is_half_forgotten() {
    let office = Office::open().await;
    let kim = StaffId("kim".to_owned());
    office.serve(&kim).await;
    office.hands.pass(Duration::from_secs(2 * 3_600));
    for id in 1..=1_000 {
        office.refuse(id).await;
    }
    let db = Connection::open(office.data.path().join("lobby.db")).unwrap();
    let digests = "select count(*) from digests where day is null";
    let digests = || db.query_row(digests, [], |row| row.get::<_, i64>(0)).unwrap();
    assert!(digests() > 0, "there is one in the middle of the day");
    office.pass(1).await;
    office.hands.pass(29 * DAY - Duration::from_secs(3_600));
    office.look().await;
    assert!(office.events_with("role:") > 0 && digests() == 0);
    office.running.close().await;
}

#[tokio::test]
async fn days_become_sums_after_three_months_and_the_log_goes_on() {
    let office = Office::open().await;
    let kim = StaffId("kim".to_owned());
    office.serve(&kim).await;
    office.pass(1).await;
    let first_day = office.running.lobby.published().seq;
    office.serve(&kim).await;
    office.pass(1).await;
    let before = office.running.lobby.published().seq;
    office.pass(88).await;
    office.look().await;
    assert_eq!(replay(office.data.path(), 0).unwrap().base, 0, "89 days");
    office.pass(1).await;
    office.look().await;
    assert_eq!(replay(office.data.path(), 0).unwrap().base, first_day, "the first day is 91 days old");
    office.serve(&kim).await;
    office.pass(1).await;
    office.look().await;
    let replayed = replay(office.data.path(), 0).unwrap();
    assert_eq!(replayed.base, before);
    assert!(replayed.last > before);
    let db = Connection::open(office.data.path().join("lobby.db")).unwrap();
    let count = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap().unsigned_abs();
    assert_eq!(count("select min(seq) from events"), before + 1);
    assert_eq!(
        count("select count(*) from daily where visits = 1 and finished = 1 and served_ms = 120000"),
        3
    );
    drop(db);

    // The base is the truth now: without a checkpoint, too.
    let Office { running, hands, data } = office;
    let state = running.lobby.state();
    running.close().await;
    Connection::open(data.path().join("lobby.db")).unwrap().execute("delete from checkpoint", []).unwrap();
    let clock = Clock::by_hand(None, state.day().unwrap().and_hms_opt(12, 0, 0).unwrap().and_utc()).0;
    let running = start_by(&Config::local(data.path()), Some(clock), CancellationToken::new()).await.unwrap();
    assert_eq!(running.lobby.state(), state);
    running.close().await;
    drop(hands);
}

#[tokio::test]
async fn a_log_that_does_not_replay_is_not_trimmed() {
    let office = Office::open().await;
    office.serve(&StaffId("kim".to_owned())).await;
    office.pass(1).await;
    Connection::open(office.data.path().join("lobby.db"))
        .unwrap()
        .execute("update events set event = replace(event, 'Markt 1', 'Markt 2')", [])
        .unwrap();
    office.pass(95).await;
    let fault = look(&office.running.lobby, office.data.path()).await.unwrap_err().to_string();
    assert!(fault.contains("nothing is trimmed"), "{fault}");
    assert_eq!(replay(office.data.path(), 0).unwrap().base, 0);
    office.running.close().await;
}
