//! A ticket's paper once more, on a kiosk that reception chooses.

use crate::browser::LIMIT;
use crate::office::Office;
use chrono::TimeDelta;
use foyer_client::Followed;
use foyer_domain::Timestamp;
use foyer_domain::engine::PrintOutcome;
use foyer_lobby::notices::NoticeKind;
use foyer_lobby::staff::Role;
use foyer_protocol::lobby::{KioskEvent, PrintReport};
use foyer_protocol::nonce::Nonce;
use futures_util::{Stream, StreamExt};
use std::pin::Pin;
use tokio::sync::watch;

#[tokio::test]
async fn a_ticket_is_printed_once_more_on_a_chosen_kiosk() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let visit = office.walk_in().await;
    rea.get(&format!("/room?visit={}", visit.0)).await.does_not_say("noch einmal drucken");
    let kiosk = office.kiosk("Eingang").await;
    let page = rea.get(&format!("/room?visit={}", visit.0)).await;
    let id = office.lobby.devices().list()[0].device.id.to_string();
    let print = page.form("do", "print").with("to", &id);
    assert_eq!(kim.send(&print).await.status, 403);
    let away = rea.fetch(&print).await;
    assert_eq!(away.status, 409);
    away.says("„Eingang“ ist nicht verbunden.");
    let mut devices = office.lobby.devices().changes();
    let mut events = office.follow(&kiosk);
    until_connected(&office, &mut devices, &mut events).await;
    // The same press twice is one order; it is told again after a break, under the same name.
    for _ in 0..2 {
        rea.fetch(&print).await.says("„Eingang“ druckt eine Kopie von A\u{202f}001.");
    }
    let (first, number, until) = ordered_until(&mut events).await;
    let left = until - office.lobby.clock().now();
    assert!(left > TimeDelta::zero() && left <= TimeDelta::seconds(30), "{left}");
    drop(events);
    let mut events = office.follow(&kiosk);
    assert_eq!(ordered_until(&mut events).await, (first, number, until));
    let report = PrintReport { outcome: PrintOutcome::Printed, detail: String::new(), order: Some(first) };
    let path = format!("/tickets/{}/print", visit.0);
    kiosk.post::<_, ()>(&path, Nonce::random(), &report).await.unwrap();
    drop(events);
    // Acknowledged, it is told no more: the next thing that a new stream hears of is another order.
    let mut events = office.follow(&kiosk);
    until_connected(&office, &mut devices, &mut events).await;
    rea.fetch(&print).await.says("druckt eine Kopie");
    let anew = print.clone().with("nonce", &Nonce::random().to_string());
    rea.fetch(&anew).await.says("druckt eine Kopie");
    let (second, _) = ordered(&mut events).await;
    assert_ne!(first, second);
    // Stale and strange presses.
    let wrong = print.clone().with("nonce", &Nonce::random().to_string());
    assert_eq!(rea.fetch(&wrong.clone().with("to", "nowhere")).await.status, 409);
    assert_eq!(rea.fetch(&wrong.with("visit", "999")).await.status, 409);
    drop(events);
    office.close().await;
}

type Events = Pin<Box<dyn Stream<Item = Followed<KioskEvent>> + Send>>;

/// The next order that a kiosk hears of, and the number on its paper.
async fn ordered(events: &mut Events) -> (Nonce, String) {
    let (order, number, _) = ordered_until(events).await;
    (order, number)
}

async fn ordered_until(events: &mut Events) -> (Nonce, String, Timestamp) {
    let order = async {
        loop {
            if let Some(Followed::Event { event: KioskEvent::Print { order, ticket, until, .. }, .. }) =
                events.next().await
            {
                return (order, ticket.number.to_string(), until);
            }
        }
    };
    tokio::time::timeout(LIMIT, order).await.expect("the kiosk hears of it")
}

async fn until_connected(office: &Office, devices: &mut watch::Receiver<u64>, events: &mut Events) {
    let snapshot = async {
        while !matches!(events.next().await, Some(Followed::Event { event: KioskEvent::Snapshot { .. }, .. }))
        {
        }
        let _ = devices.wait_for(|_| office.lobby.devices().list()[0].connected).await;
    };
    tokio::time::timeout(LIMIT, snapshot).await.expect("the kiosk is connected");
}

/// A kiosk that was started again tells what it finds open, and again when it hears the order again.
#[tokio::test]
async fn one_paper_is_one_notice() {
    let office = Office::open().await;
    let rea = office.person("Rea", Role::Supervisor).await;
    let visit = office.walk_in().await;
    let kiosk = office.kiosk("Eingang").await;
    let mut events = office.follow(&kiosk);
    until_connected(&office, &mut office.lobby.devices().changes(), &mut events).await;
    let id = office.lobby.devices().list()[0].device.id.to_string();
    let print = rea.get(&format!("/room?visit={}", visit.0)).await.form("do", "print").with("to", &id);
    rea.fetch(&print).await.says("druckt eine Kopie");
    let (order, _) = ordered(&mut events).await;
    drop(events);
    let path = format!("/tickets/{}/print", visit.0);
    let outcome = PrintOutcome::Unknown;
    let report = |detail: &str, order| PrintReport { outcome, detail: detail.to_owned(), order };
    for detail in ["interrupted", "off"] {
        kiosk.post::<_, ()>(&path, Nonce::random(), &report(detail, Some(order))).await.unwrap();
    }
    assert_eq!(failed(&office).await, ["A001 interrupted"]);
    // A paper of a citizen's own is another one; what is said already is said with its newest time.
    for detail in ["off", "off"] {
        kiosk.post::<_, ()>(&path, Nonce::random(), &report(detail, None)).await.unwrap();
    }
    assert_eq!(failed(&office).await, ["A001 off", "A001 interrupted"]);
    office.close().await;
}

/// The visit may be of yesterday, of which the queue knows nothing any more.
#[tokio::test]
async fn an_order_ends_with_its_answer_whatever_is_known_of_the_visit() {
    let office = Office::open().await;
    let rea = office.person("Rea", Role::Supervisor).await;
    let visit = office.walk_in().await;
    let kiosk = office.kiosk("Eingang").await;
    let mut devices = office.lobby.devices().changes();
    let mut events = office.follow(&kiosk);
    until_connected(&office, &mut devices, &mut events).await;
    let id = office.lobby.devices().list()[0].device.id.to_string();
    let orders = async || {
        let page = rea.get(&format!("/room?visit={}", visit.0)).await;
        rea.fetch(&page.form("do", "print").with("to", &id)).await.says("druckt eine Kopie");
    };
    orders().await;
    let (first, _) = ordered(&mut events).await;
    drop(events);
    let detail = "printer-late".to_owned();
    let report = PrintReport { outcome: PrintOutcome::NotSent, detail, order: Some(first) };
    kiosk.post::<_, ()>("/tickets/999/print", Nonce::random(), &report).await.unwrap_err();
    // It is told no more: the next thing that a new stream hears of is another order.
    let mut events = office.follow(&kiosk);
    until_connected(&office, &mut devices, &mut events).await;
    orders().await;
    assert_ne!(ordered(&mut events).await.0, first);
    drop(events);
    office.close().await;
}

/// The kiosk may have printed it while the lobby was away: it is asked again, and its word settles it.
#[tokio::test]
async fn a_lobby_that_is_started_again_asks_what_became_of_an_order() {
    let office = Office::open().await;
    let rea = office.person("Rea", Role::Supervisor).await;
    let visit = office.walk_in().await;
    let identity = office.enrolled("Eingang").await;
    let mut events = office.follow(&office.server(&identity));
    until_connected(&office, &mut office.lobby.devices().changes(), &mut events).await;
    let id = office.lobby.devices().list()[0].device.id.to_string();
    let print = rea.get(&format!("/room?visit={}", visit.0)).await.form("do", "print").with("to", &id);
    rea.fetch(&print).await.says("druckt eine Kopie");
    let (first, number) = ordered(&mut events).await;
    drop(events);
    let office = office.restarted().await;
    let kiosk = office.server(&identity);
    let mut events = office.follow(&kiosk);
    assert_eq!(ordered(&mut events).await, (first, number), "the same order, not another paper");
    assert_eq!(failed(&office).await, [] as [String; 0]);
    let report =
        PrintReport { outcome: PrintOutcome::NotSent, detail: "printer-off".to_owned(), order: Some(first) };
    let path = format!("/tickets/{}/print", visit.0);
    kiosk.post::<_, ()>(&path, Nonce::random(), &report).await.unwrap();
    drop(events);
    assert_eq!(failed(&office).await, ["A001 printer-off"]);
    // It has ended, for the next lobby, too: a stream's next order is another.
    let office = office.restarted().await;
    let mut rea = crate::browser::Browser::new(&office.address);
    rea.sign_in("Rea", crate::office::PASSWORD).await;
    let mut events = office.follow(&office.server(&identity));
    until_connected(&office, &mut office.lobby.devices().changes(), &mut events).await;
    let print = rea.get(&format!("/room?visit={}", visit.0)).await.form("do", "print").with("to", &id);
    rea.fetch(&print).await.says("druckt eine Kopie");
    assert_ne!(ordered(&mut events).await.0, first);
    drop(events);
    office.close().await;
}

/// What staff were told of papers that may not have come out.
async fn failed(office: &Office) -> Vec<String> {
    let notices = office.lobby.notices().list().await.unwrap();
    let failed = notices.into_iter().filter(|notice| notice.kind == NoticeKind::PrintFailed);
    failed.map(|notice| notice.detail).collect()
}
