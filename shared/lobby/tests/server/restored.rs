//! A restore from a backup: no number on a paper is given a second time.

use crate::house::{House, walk_in};
use foyer_domain::engine::Command;
use foyer_domain::ticket::TicketNumber;
use std::collections::BTreeSet;
use std::path::Path;

fn copy(from: &Path, to: &Path) {
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

#[tokio::test]
async fn after_a_restore_the_lobby_goes_on_with_an_untouched_letter() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let mut papers = BTreeSet::new();
    papers.insert(walk_in(&kiosk, house.now()).await.number);
    let (day, backup) = (house.lobby.state().day().unwrap(), tempfile::tempdir().unwrap());
    let data = house.close().await;
    copy(data.path(), backup.path());

    let house = House::bare(data).await;
    for _ in 0..3 {
        papers.insert(walk_in(&house.kiosk().await, house.now()).await.number);
    }
    let device = house.lobby.devices().list()[0].device.id.clone();
    let lease = Command::Lease { device: device.clone(), day, area: "eg".into(), count: 200 };
    house.tell(lease.clone()).await;
    let leased: BTreeSet<TicketNumber> =
        house.lobby.state().leases().iter().flat_map(|lease| lease.numbers()).collect();
    let data = house.close().await;

    // Without the mark the restored log gives again what it does not know: that is why there is one.
    copy(backup.path(), data.path());
    let house = House::bare(data).await;
    assert!(papers.contains(&walk_in(&house.kiosk().await, house.now()).await.number));
    let data = house.close().await;

    copy(backup.path(), data.path());
    foyer_lobby::restored::mark(data.path()).unwrap();
    let house = House::bare(data).await;
    let kiosk = house.kiosk().await;
    for _ in 0..3 {
        let number = walk_in(&kiosk, house.now()).await.number;
        assert!(!papers.contains(&number) && !leased.contains(&number), "{number} is on a paper already");
        assert_ne!(char::from(number.letter()), 'A');
    }
    house.tell(lease).await;
    let after = house.lobby.state();
    let fresh = after.leases().last().unwrap();
    assert!(fresh.numbers().all(|number| !leased.contains(&number)), "{fresh:?}");

    // Once: the next start goes on where this one was.
    let letter = fresh.letter;
    let house = house.reopen().await;
    let kiosk = house.kiosk().await;
    assert_eq!(walk_in(&kiosk, house.now()).await.number.letter(), letter);
}
