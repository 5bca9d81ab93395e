use crate::calendar::Asker;
use crate::contact::{self, Given};
use crate::examples;
use crate::refusal::Refusal;
use crate::settings::DataSettings;
use crate::store::{HoldOrder, Store};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::{Keep, Office, OpeningHours, Release};
use foyer_protocol::booking::Hold;
use foyer_protocol::nonce::Nonce;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

const EIGHT: &str = "2026-11-23T07:00:00Z";

fn monday() -> Timestamp {
    at("2026-11-23T05:30:00Z")
}

/// The example's first hours with a place for everybody, one for staff and one for emergencies.
fn office() -> Office {
    let mut office = examples::office();
    let row = OpeningHours { places: 1, counters: Vec::new(), ..office.hours[0].clone() };
    let kept = |keep| OpeningHours { keep: Some(keep), ..row.clone() };
    office.hours = vec![row.clone(), kept(Keep::Staff), kept(Keep::Emergency)];
    office
}

async fn store(dir: &tempfile::TempDir, office: Office) -> Store {
    let settings = DataSettings { dir: Some(dir.path().to_owned()), postgres: None };
    let store = Store::open(&settings, false, monday()).unwrap();
    store.import(office, monday()).await.unwrap().unwrap();
    store
}

async fn hold(store: &Store, services: &[&str], asker: Asker, start: &str) -> Result<Hold, Refusal> {
    hold_at(store, services, asker, start, monday()).await
}

async fn hold_at(
    store: &Store,
    services: &[&str],
    asker: Asker,
    start: &str,
    now: Timestamp,
) -> Result<Hold, Refusal> {
    let services =
        services.iter().map(|service| ServiceChoice { service: (*service).into(), quantity: 1 }).collect();
    let order = HoldOrder { office: "musterstadt".into(), services, start: at(start), asker };
    store.hold(store.request(Nonce::random(), &[b"hold"]), order, now).await.unwrap()
}

#[tokio::test]
async fn contingents_are_for_who_they_are_kept_for() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(&dir, office()).await;
    let taken = |next: &str| Err(Refusal::SlotTaken { next: Some(at(next)) });
    let ask = async |asker| hold(&store, &["parkausweis"], asker, EIGHT).await.map(|hold| hold.minutes);
    assert_eq!(ask(Asker::Staff).await, Ok(10));
    assert_eq!(ask(Asker::Emergency).await, Ok(10));
    assert_eq!(ask(Asker::Public).await, Ok(10), "the others have taken what is kept for them");
    for asker in [Asker::Public, Asker::Staff, Asker::Emergency] {
        assert_eq!(ask(asker).await, taken("2026-11-23T07:10:00Z"));
    }
    let later = "2026-11-23T07:10:00Z";
    let ask = async |asker| hold(&store, &["parkausweis"], asker, later).await.is_ok();
    assert!(ask(Asker::Public).await && !ask(Asker::Public).await);
    assert!(ask(Asker::Staff).await && !ask(Asker::Staff).await, "nothing of the emergencies’");
    assert!(ask(Asker::Emergency).await && !ask(Asker::Emergency).await);
}

/// Nobody has to start the server anew at the hour that was announced.
#[tokio::test]
async fn a_release_comes_while_the_server_runs() {
    let dir = tempfile::tempdir().unwrap();
    let mut office = office();
    office.hours.truncate(1);
    let six = at("2026-11-23T06:00:00Z");
    office.hours[0].release = Some(Release { days_before: 0, at: "07:00:00".parse().unwrap() });
    assert_eq!(office.next_releases(monday(), &[])[0].at, six);
    let store = store(&dir, office).await;
    let ask = async |now| hold_at(&store, &["parkausweis"], Asker::Public, EIGHT, now).await.map(|_| ());
    assert_eq!(ask(six - TimeDelta::seconds(1)).await, Err(Refusal::NotOffered));
    assert_eq!(ask(six).await, Ok(()));
}

#[tokio::test]
async fn staff_need_no_notice() {
    let dir = tempfile::tempdir().unwrap();
    let mut office = office();
    office.rules.notice_minutes = 180;
    let store = store(&dir, office).await;
    let refused = hold(&store, &["parkausweis"], Asker::Public, EIGHT).await;
    assert_eq!(refused, Err(Refusal::NotOffered));
    hold(&store, &["parkausweis"], Asker::Staff, EIGHT).await.unwrap();
}

#[tokio::test]
async fn an_interpreter_has_more_time_where_there_is_room() {
    let dir = tempfile::tempdir().unwrap();
    let mut office = office();
    office.hours.truncate(1);
    office.rules.minutes_interpreter = 15;
    let store = store(&dir, office).await;
    let book = async |start: &str, interpreter| {
        let hold = hold(&store, &["personalausweis"], Asker::Public, start).await.unwrap();
        let mut person = contact::read(&Given::alone("Erika Mustermann", "", "de")).unwrap();
        person.wishes.interpreter = interpreter;
        let request = store.request(Nonce::random(), &[b"confirm"]);
        store.confirm(request, hold.hold, person, monday()).await.unwrap().unwrap().minutes
    };
    assert_eq!(book("2026-11-23T07:20:00Z", false).await, 15);
    assert_eq!(book(EIGHT, true).await, 15, "somebody comes at 08:20, so it stays as it was");
    assert_eq!(book("2026-11-23T08:00:00Z", true).await, 30);
    let refused = hold(&store, &["parkausweis"], Asker::Public, "2026-11-23T08:20:00Z").await;
    assert_eq!(refused, Err(Refusal::SlotTaken { next: Some(at("2026-11-23T08:30:00Z")) }));
    hold(&store, &["parkausweis"], Asker::Public, "2026-11-23T07:40:00Z").await.unwrap();
}

/// A hold that was confirmed is awaited no longer: else every search after its time would ask the writer.
#[tokio::test]
async fn who_has_confirmed_is_awaited_once_more_at_most() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(&dir, office()).await;
    let held = hold(&store, &["personalausweis"], Asker::Public, EIGHT).await.unwrap();
    let person = contact::read(&Given::alone("Erika Mustermann", "", "de")).unwrap();
    let request = store.request(Nonce::random(), &[b"confirm"]);
    store.confirm(request, held.hold, person, monday()).await.unwrap().unwrap();
    assert!(!store.catalog.has_expired(held.until), "held until then, that moment included");
    let after = held.until + TimeDelta::seconds(1);
    assert!(store.catalog.has_expired(after));
    store.expire_holds(after).await.unwrap();
    assert!(!store.catalog.has_expired(after));
}

/// Between two visits to counter 1 somebody else may have it; giving both back leaves theirs.
#[tokio::test]
async fn a_lane_that_is_left_and_come_back_to_is_given_back_without_what_lies_between() {
    let dir = tempfile::tempdir().unwrap();
    let mut office = office();
    office.counters.truncate(2);
    office.counters[0].services = vec!["personalausweis".into(), "ummeldung".into()];
    office.counters[1].services = office.services.iter().skip(1).map(|service| service.id.clone()).collect();
    office.counters[1].services.retain(|service| service.as_str() != "ummeldung");
    let counters = vec!["1".into(), "2".into()];
    office.hours = vec![OpeningHours { places: 0, counters, keep: None, ..office.hours[0].clone() }];
    let store = store(&dir, office).await;
    // Counter 1 until 08:15, counter 2 until 08:35, counter 1 until 08:50.
    hold(&store, &["personalausweis", "reisepass", "ummeldung"], Asker::Public, EIGHT).await.unwrap();
    let between = hold(&store, &["ummeldung"], Asker::Public, "2026-11-23T07:20:00Z").await;
    between.unwrap();
    let over = monday() + TimeDelta::minutes(5);
    let state = store.office(&"musterstadt".into()).unwrap();
    let choice = [ServiceChoice { service: "ummeldung".into(), quantity: 1 }];
    let free = |now| {
        let span = at(EIGHT)..at("2026-11-23T08:00:00Z");
        let times = state.free_times(&choice, span, Asker::Public, now).unwrap();
        times.starts.iter().map(|start| start.format("%H:%M").to_string()).collect::<Vec<_>>()
    };
    assert_eq!(free(over), ["07:50"]);
    store.writer.run(|work| super::free(work, &"musterstadt".into(), first(work))).await.unwrap();
    assert_eq!(free(over), ["07:00", "07:40", "07:50"], "07:20 to 07:35 is somebody else’s");
}

/// The booking that has a place first.
fn first(work: &crate::store::writer::Work<'_>) -> foyer_domain::id::BookingId {
    let sql = "select booking from place where slot = (select min(slot) from place)";
    let id: i64 = work.connection.one(sql, &[], |row| row.get(0)).unwrap();
    foyer_domain::id::BookingId::new(u64::try_from(id).unwrap()).unwrap()
}

#[test]
fn what_stood_in_numbered_lanes_stands_in_the_same_places() {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    for step in [
        include_str!("../migrations/sqlite/V1__bookings.sql"),
        include_str!("../migrations/sqlite/V2__phones.sql"),
        include_str!("../migrations/sqlite/V3__late.sql"),
        include_str!("../migrations/sqlite/V4__interpreter.sql"),
        include_str!("../migrations/sqlite/V5__feed.sql"),
    ] {
        connection.execute_batch(step).unwrap();
    }
    let filled = "insert into office values ('m', 1, 1, '{}', x'00');
        insert into open_span values ('m', 100, 148, 3), ('m', 160, 196, 1);
        insert into booking (id, secret, office, start, minutes, services, state, short_code, language, pin_salt, made_at, code)
        values (7, 's', 'm', 30000, 10, '[]', 'confirmed', 'K', 'de', x'00', 0, 'F1:');
        insert into place values ('m', 100, 2, 7), ('m', 101, 2, 7);";
    connection.execute_batch(filled).unwrap();
    connection.execute_batch(include_str!("../migrations/sqlite/V7__lanes.sql")).unwrap();
    let all = |sql: &str| -> String {
        connection
            .query_row(&format!("select group_concat(it, ' ') from ({sql})"), [], |row| row.get(0))
            .unwrap()
    };
    assert_eq!(all("select lane || '@' || slot as it from place order by slot"), "#3@100 #3@101");
    let spans =
        "select lane || '@' || from_slot || '-' || to_slot as it from open_span order by from_slot, lane";
    assert_eq!(all(spans), "#1@100-148 #2@100-148 #3@100-148 #1@160-196");
    let take = |slot: i64, lane: &str| {
        connection
            .execute("insert into place values ('m', ?1, ?2, 7)", (slot, lane))
            .map_err(|error| error.to_string())
    };
    assert_eq!(take(100, "#1"), Ok(1));
    assert!(take(100, "#4").is_err() && take(160, "#2").is_err() && take(148, "#1").is_err());
}
