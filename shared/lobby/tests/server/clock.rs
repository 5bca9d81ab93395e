//! A clock that leaps: no day ends by it, no number is given twice, and staff are told.

use crate::house::{House, LIMIT, walk_in};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_lobby::notices::NoticeKind;
use foyer_protocol::program::{Clock, Hands};
use std::collections::BTreeSet;
use std::time::Duration;
use tempfile::TempDir;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

async fn house() -> (House, Hands) {
    let (clock, hands) = Clock::by_hand(None, at("2026-11-23T09:00:00Z"));
    (House::by_clock(TempDir::new().unwrap(), clock).await.furnished().await, hands)
}

#[tokio::test]
async fn no_leap_of_a_clock_ends_the_day_or_gives_a_number_twice() {
    let (house, hands) = house().await;
    let kiosk = house.kiosk().await;
    let mut numbers = BTreeSet::new();
    numbers.insert(walk_in(&kiosk, house.now()).await.number);
    let day = house.lobby.state().day();
    let mut wall = at("2026-11-23T09:00:00Z");
    for leap in [TimeDelta::days(1), -TimeDelta::days(1), TimeDelta::hours(1), -TimeDelta::hours(1)] {
        hands.set(wall + leap);
        assert!(numbers.insert(walk_in(&kiosk, house.now()).await.number), "after {leap}");
        hands.pass(Duration::from_secs(60));
        wall += Duration::from_secs(60);
        assert_eq!(house.now(), wall, "the steady clock counts after {leap}");
        assert!(house.lobby.clock().doubt().is_some());
        hands.set(wall);
        assert!(numbers.insert(walk_in(&kiosk, house.now()).await.number), "back from {leap}");
        assert_eq!(house.lobby.clock().doubt(), None);
    }
    let state = house.lobby.state();
    assert_eq!((state.day(), state.visits().count()), (day, numbers.len()));
}

#[tokio::test]
async fn staff_are_told_once_of_a_clock_that_leaps() {
    let (house, hands) = house().await;
    let mut changes = house.lobby.notices().changes();
    hands.set(at("2026-11-25T09:00:00Z"));
    tokio::time::timeout(LIMIT, changes.changed()).await.expect("they are told").unwrap();
    let told = house.lobby.notices().list().await.unwrap();
    let told: Vec<_> = told.iter().map(|notice| (notice.kind, notice.detail.as_str())).collect();
    assert_eq!(told, [(NoticeKind::ClockLeapt, "2026-11-25 09:00 UTC ≠ 2026-11-23 09:00 UTC")]);
}

/// What is in the log is done: a lobby that is started with a clock before it goes on after it.
#[tokio::test]
async fn a_start_with_a_clock_that_was_set_back_goes_on_after_the_log() {
    let (house, hands) = house().await;
    hands.pass(Duration::from_secs(3_600));
    let first = walk_in(&house.kiosk().await, house.now()).await;
    let data = house.close().await;
    let last = at("2026-11-23T10:00:00Z");
    for wall in ["2026-11-23T09:30:00Z", "2026-11-22T10:00:00Z", "1970-01-01T00:00:00Z"] {
        let (clock, _hands) = Clock::by_hand(Some(last), at(wall));
        assert!(clock.now() >= last);
    }
    let (clock, _hands) = Clock::by_hand(Some(last), at("2026-11-22T10:00:00Z"));
    let house = House::by_clock(data, clock).await;
    let second = walk_in(&house.kiosk().await, house.now()).await;
    assert_ne!(first.number, second.number);
    assert_eq!(house.lobby.state().visits().count(), 2, "the same day");
}
