//! A log that an old program has written: opened, its tables brought up to date, folded, gone on with.
//!
//! `old/lobby-v1.db` is the file of a demonstration that the program of 21 November 2026 had run: events of form 1,
//! the first migration alone, a checkpoint that this program does not read.

use crate::house::House;
use foyer_domain::engine::{Command, Step};
use foyer_domain::id::{StaffId, VisitId};
use foyer_domain::visit::{Actor, VisitState};
use foyer_lobby::store::replay::replay;
use foyer_protocol::log::VERSION;
use foyer_protocol::program::Clock;
use rusqlite::Connection;
use tempfile::TempDir;

const OLD: &[u8] = include_bytes!("old/lobby-v1.db");

#[tokio::test]
async fn an_old_log_is_taken_over_and_gone_on_with() {
    let data = TempDir::new().unwrap();
    std::fs::write(data.path().join("lobby.db"), OLD).unwrap();
    let (clock, _hands) = Clock::by_hand(None, "2026-11-23T08:53:00Z".parse().unwrap());
    let house = House::by_clock(data, clock).await;
    let state = house.lobby.state();
    assert_eq!(house.lobby.published().seq, 20);
    let told: Vec<_> = state.visits().map(|visit| (visit.number.to_string(), visit.state)).collect();
    assert_eq!(
        told,
        [
            ("A001".to_owned(), VisitState::Called),
            ("A002".to_owned(), VisitState::Called),
            ("A003".to_owned(), VisitState::Finished),
        ]
    );
    assert_eq!((state.counters().count(), state.bookings().count()), (3, 1));

    let kim = StaffId("46a787bc203178cc".to_owned());
    let start = Command::Step { counter: "1".into(), visit: VisitId(1), step: Step::Start };
    house.lobby.ask(Actor::Staff(kim), None, start).await.unwrap();
    let state = house.lobby.state();
    assert_eq!(state.visit(VisitId(1)).unwrap().state, VisitState::Serving);
    let house = House::by_clock(house.close().await, Clock::by_hand(None, clock.now()).0).await;
    assert_eq!(house.lobby.state(), state);
    let data = house.close().await;
    let replayed = replay(data.path(), 0).unwrap();
    assert_eq!((replayed.last, replayed.differences), (21, vec![]));
    let db = Connection::open(data.path().join("lobby.db")).unwrap();
    let versions: Vec<(u16, u64)> = db
        .prepare("select version, count(*) from events group by version")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(versions, [(1, 20), (VERSION, 1)], "what was written stays as it was written");
}
