//! Copies while the lobby works, and going on from one.

use crate::house::{House, office, walk_in};
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{Command, Reply, WalkIn};
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::Actor;
use foyer_lobby::store::backup::{BackupError, backup};
use foyer_lobby::store::replay::replay;
use std::collections::BTreeSet;
use std::path::Path;
use tempfile::TempDir;
use tokio::task::JoinSet;

/// As `foyer-lobby backup --help` says.
fn take_back(copy: &Path, data: &Path) {
    for file in std::fs::read_dir(data).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.starts_with("lobby.db") || name.starts_with("persons.db") {
            std::fs::remove_file(path).unwrap();
        }
    }
    std::fs::copy(copy, data.join("lobby.db")).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_is_made_while_people_check_in_is_one_moment() {
    let house = House::bare(TempDir::new().unwrap()).await;
    let mut office = office();
    // A minute each, so that nobody is sent away; the order is not what this is about.
    office.services[0].minutes = 1;
    office.counters = (1..=60)
        .map(|id| {
            let mut counter = office.counters[0].clone();
            counter.id = id.to_string().as_str().into();
            counter
        })
        .collect();
    house.tell(Command::AdoptOffice(Box::new(office))).await;
    let (halfway, mut waiting) = tokio::sync::mpsc::channel::<()>(1_000);
    let mut people = JoinSet::new();
    for _ in 0..300 {
        let (lobby, halfway) = (house.lobby.clone(), halfway.clone());
        people.spawn(async move {
            let services = vec![ServiceChoice { service: "pass".into(), quantity: 1 }];
            let walk_in = WalkIn { services, seen_at: lobby.clock().now(), language: None };
            let answered = lobby.ask(Actor::System, None, Command::WalkIn(walk_in)).await;
            let _ = halfway.send(()).await;
            answered.ok().map(|answered| answered.reply)
        });
    }
    for _ in 0..20 {
        waiting.recv().await.unwrap();
    }
    let copy = TempDir::new().unwrap();
    let file = copy.path().join("monday.backup");
    let (from, to) = (house.data.path().to_owned(), file.clone());
    let copied = tokio::task::spawn_blocking(move || backup(&from, &to)).await.unwrap().unwrap();
    let opened = people.join_all().await.into_iter().flatten();
    let opened = opened.filter(|reply| matches!(reply, Reply::Opened(_))).count();
    assert!(opened > 100, "{opened}");
    let live = house.lobby.published();
    assert!((20..=live.seq).contains(&copied.last), "{} of {}", copied.last, live.seq);

    // Whole: what is in it is what was there at that event.
    take_back(&file, copy.path());
    let replayed = replay(copy.path(), 0).unwrap();
    assert_eq!((replayed.last, replayed.differences), (copied.last, vec![]));
    let names: BTreeSet<_> = std::fs::read_dir(copy.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("lobby.db"))
        .collect();
    assert_eq!(names, BTreeSet::from(["monday.backup".to_owned(), "monday.backup.registry".to_owned()]));
    let again = backup(house.data.path(), &file).unwrap_err();
    assert!(matches!(again, BackupError::Exists { .. }), "{again}");
}

#[tokio::test]
async fn from_a_copy_the_lobby_goes_on_and_gives_no_number_twice() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let before = walk_in(&kiosk, house.now()).await;
    let copy = TempDir::new().unwrap();
    let file = copy.path().join("copy");
    backup(house.data.path(), &file).unwrap();
    let lost: Vec<TicketNumber> =
        [walk_in(&kiosk, house.now()).await.number, walk_in(&kiosk, house.now()).await.number].to_vec();
    let data = house.close().await;
    take_back(&file, data.path());
    assert_eq!(replay(data.path(), 0).unwrap().differences, []);
    foyer_lobby::restored::mark(data.path()).unwrap();

    let house = House::bare(data).await;
    let state = house.lobby.state();
    assert_eq!(state.visit(before.visit).map(|visit| visit.number), Some(before.number));
    // The register was not lost: the kiosk need not enrol anew.
    let fresh = walk_in(&house.kiosk().await, house.now()).await.number;
    assert!(fresh != before.number && !lost.contains(&fresh), "{fresh} is on a paper already");
    assert_ne!(fresh.letter(), before.number.letter());
    assert_eq!(house.lobby.devices().list().len(), 2);
}

#[test]
fn a_copy_of_nothing_and_to_nowhere_is_refused() {
    let (nothing, copy) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let fault = backup(nothing.path(), &copy.path().join("copy")).unwrap_err().to_string();
    assert!(fault.contains("lobby.db"), "{fault}");
    assert_eq!(std::fs::read_dir(copy.path()).unwrap().count(), 0, "nothing is left of it");
    assert_eq!(std::fs::read_dir(nothing.path()).unwrap().count(), 0);
}
