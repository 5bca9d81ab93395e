//! Terminals that fail are told to staff within seconds, and are forgotten when they work again.

use crate::house::House;
use foyer_domain::engine::Command;
use foyer_lobby::notices::{Notice, NoticeKind};
use foyer_lobby::troubles::{Fault, Trouble};
use foyer_protocol::lobby::{DeviceStatus, PartStatus};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Longer than a lobby gives that itself stood still on a busy machine.
const LIMIT: Duration = Duration::from_secs(60);

fn status(sound_works: bool) -> DeviceStatus {
    let detail = if sound_works { String::new() } else { "no sound card".to_owned() };
    let part = PartStatus { part: "sound".to_owned(), works: sound_works, detail };
    DeviceStatus { version: "1".to_owned(), parts: vec![part] }
}

/// The notices of silent terminals.
async fn told(house: &House) -> Vec<Notice> {
    let mut notices = house.lobby.notices().list().await.unwrap();
    notices.retain(|notice| notice.kind == NoticeKind::TerminalSilent);
    notices
}

async fn until(
    troubles: &mut watch::Receiver<Arc<Vec<Trouble>>>,
    so: impl Fn(&[Trouble]) -> bool,
) -> Vec<Trouble> {
    let changed = troubles.wait_for(|now| so(now));
    let now = tokio::time::timeout(LIMIT, changed).await.expect("in time").unwrap();
    now.to_vec()
}

#[tokio::test]
async fn a_display_that_falls_silent_is_told_and_forgotten_when_it_speaks_again() {
    let house = House::open().await;
    let display = house.display().await;
    let mut troubles = house.lobby.troubles().changes();
    display.post_plain::<_, ()>("/device/status", &status(true)).await.unwrap();
    let silent = until(&mut troubles, |now| !now.is_empty()).await;
    assert!(matches!(silent[0].fault, Fault::Silent { since: Some(_) }), "{silent:?}");
    assert_eq!(told(&house).await, [], "at night terminals are switched off");
    let mut notices = house.lobby.notices().changes();
    house.clerk(Command::Tick).await;
    while told(&house).await.is_empty() {
        tokio::time::timeout(LIMIT, notices.changed()).await.expect("now somebody works").unwrap();
    }
    assert_eq!(told(&house).await[0].subject, silent[0].name);
    display.post_plain::<_, ()>("/device/status", &status(true)).await.unwrap();
    assert_eq!(until(&mut troubles, <[_]>::is_empty).await, []);
    until(&mut troubles, |now| !now.is_empty()).await;
    tokio::time::timeout(LIMIT, notices.changed()).await.expect("it is told again").unwrap();
    assert_eq!(told(&house).await.len(), 1, "one that comes and goes does not fill the page");
}

#[tokio::test]
async fn a_loudspeaker_that_fails_is_told_at_once_with_its_reason() {
    let house = House::open().await;
    let display = house.display().await;
    let mut troubles = house.lobby.troubles().changes();
    display.post_plain::<_, ()>("/device/status", &status(false)).await.unwrap();
    let broken = until(&mut troubles, |now| !now.is_empty()).await;
    assert_eq!(broken[0].fault, Fault::Parts(status(false).parts));
    display.post_plain::<_, ()>("/device/status", &status(true)).await.unwrap();
    assert_eq!(until(&mut troubles, <[_]>::is_empty).await, []);
}
