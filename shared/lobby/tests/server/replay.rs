//! The log, folded anew, says what was written beside it; and if not, what differs first.

use crate::house::{House, walk_in};
use foyer_domain::engine::{Command, Step};
use foyer_domain::visit::Actor;
use foyer_lobby::store::replay::{Compared, replay};
use foyer_protocol::program::Clock;
use rusqlite::Connection;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

/// Somebody does to the file what the lobby never does.
fn meddle(data: &Path, sql: &str) {
    Connection::open(data.join("lobby.db")).unwrap().execute_batch(sql).unwrap();
}

/// Two days with somebody in them, closed in order.
async fn two_days() -> TempDir {
    let data = TempDir::new().unwrap();
    let (clock, hands) = Clock::by_hand(None, "2026-11-23T09:00:00Z".parse().unwrap());
    let house = House::by_clock(data, clock).await.furnished().await;
    let kiosk = house.kiosk().await;
    house.called(&kiosk).await;
    house.step(Step::Start).await;
    house.finish().await;
    hands.pass(Duration::from_secs(24 * 3_600));
    house.lobby.ask(Actor::System, None, Command::Tick).await.unwrap();
    // Tuesdays are closed, but who is asked for by a clerk comes in.
    let (booking, code) = house.booking(1, 5).await;
    crate::house::scan(&kiosk, foyer_protocol::nonce::Nonce::random(), &code, house.now()).await;
    assert!(house.lobby.state().booking(booking.id).is_some());
    house.close().await
}

#[tokio::test]
async fn the_log_says_what_was_written_beside_it() {
    let data = two_days().await;
    let replayed = replay(data.path(), 0).unwrap();
    assert_eq!(replayed.differences, []);
    assert_eq!(replayed.digests, Compared { equal: 1, passed_over: 0 }, "one day has ended");
    assert_eq!((replayed.base, replayed.checkpoint), (0, Some(replayed.last)));
}

#[tokio::test]
async fn it_is_replayed_while_the_lobby_serves() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    for _ in 0..3 {
        walk_in(&kiosk, house.now()).await;
        let replayed = replay(house.data.path(), 0).unwrap();
        assert_eq!((replayed.last, replayed.differences), (house.lobby.published().seq, vec![]));
    }
}

#[tokio::test]
async fn the_first_difference_is_named_by_event_and_address() {
    let data = two_days().await;
    let last = replay(data.path(), 0).unwrap().last;
    meddle(data.path(), r#"update checkpoint set state = replace(state, '"waiting"', '"parked"')"#);
    let found = replay(data.path(), 0).unwrap().differences;
    let [only] = &found[..] else { panic!("{found:?}") };
    assert_eq!((only.seq, only.path.as_str()), (last, "/visits/2/state"));
    assert_eq!(only.said, Some(("\"waiting\"".to_owned(), "\"parked\"".to_owned())));
    let told = only.to_string();
    assert!(told.contains("/visits/2/state: the log says \"waiting\", written was \"parked\""), "{told}");

    // An event that was changed shows at the day's end, where the state has no checkpoint any more.
    meddle(data.path(), "update events set event = replace(event, 'Markt 1', 'Markt 2') where seq = 1");
    let found = replay(data.path(), 0).unwrap().differences;
    assert_eq!((found[0].equal_at, found[0].path.as_str()), (0, "/office"), "{found:?}");
    assert!(found[0].seq < last);
    assert_eq!(found[1].path, "/office/address");
    // From a later event on only what was written there counts.
    let found = replay(data.path(), found[0].seq + 1).unwrap().differences;
    assert_eq!(found.iter().map(|found| found.seq).collect::<Vec<_>>(), [last]);
}

#[tokio::test]
async fn what_another_version_wrote_is_passed_over_and_a_hole_is_named() {
    let data = two_days().await;
    meddle(data.path(), "update digests set program = 'older'; update checkpoint set program = 'older'");
    let replayed = replay(data.path(), 0).unwrap();
    assert_eq!((replayed.digests, replayed.checkpoint), (Compared { equal: 0, passed_over: 1 }, None));
    meddle(data.path(), "update events set seq = -seq where seq > 5");
    let found = replay(data.path(), 0).unwrap().differences;
    assert!(found[0].to_string().contains("there is no such event"), "{found:?}");
    meddle(data.path(), "update events set seq = -seq where seq < 0; delete from events where seq = 3");
    let fault = replay(data.path(), 0).unwrap_err().to_string();
    assert!(fault.contains("event 3 is missing"), "{fault}");
    assert!(replay(TempDir::new().unwrap().path(), 0).is_err(), "no log, and none is made");
}
