//! A restore from a backup: no number on a paper is given a second time.

use crate::house::{House, walk_in};
use foyer_client::Followed;
use foyer_domain::engine::Command;
use foyer_domain::ticket::TicketNumber;
use foyer_lobby::notices::NoticeKind;
use foyer_protocol::lobby::DisplayEvent;
use futures_util::StreamExt;
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

    // Before anything tells, the restored log gives again what it does not know: that is why there is a mark.
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

/// Nobody said `foyer-lobby restored`: the first terminal that comes back has heard of more than the log has.
#[tokio::test]
async fn a_terminal_that_knows_more_tells_that_the_log_was_restored() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    walk_in(&kiosk, house.now()).await;
    let backup = tempfile::tempdir().unwrap();
    let data = house.close().await;
    copy(data.path(), backup.path());

    let house = House::bare(data).await;
    let before = walk_in(&house.kiosk().await, house.now()).await.number;
    let position = house.lobby.published().seq;
    let data = house.close().await;
    copy(backup.path(), data.path());

    let house = House::bare(data).await;
    let (kiosk, display) = (house.kiosk().await, house.display().await);
    for last in [position, position + 1] {
        let mut wall =
            display.follow::<DisplayEvent>("/stream", "display", Some(last.to_string()), house.lobby.clock());
        while !matches!(wall.next().await, Some(Followed::Event { .. })) {}
    }
    let after = walk_in(&kiosk, house.now()).await.number;
    assert_eq!(
        (char::from(before.letter()), char::from(after.letter())),
        ('A', 'Z'),
        "one letter for all that come back"
    );
    let notices = house.lobby.notices().list().await.unwrap();
    let told: Vec<_> = notices.iter().map(|notice| (notice.kind, notice.subject.as_str())).collect();
    assert_eq!(told, [(NoticeKind::Restored, "Anzeige 1")]);
}
