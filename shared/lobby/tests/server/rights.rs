//! Who may do what, and what happens to requests that are none.

use crate::house::{House, LIMIT, walk_in};
use foyer_client::enrolment::{EnrolError, enrol};
use foyer_client::{CallError, Followed};
use foyer_protocol::lobby::{
    Acknowledgement, DeviceKind, DeviceStatus, DisplayEvent, EnrolRequest, Enrolled, Health, KioskEvent,
    LobbyHealth, PartStatus,
};
use foyer_protocol::nonce::Nonce;
use futures_util::StreamExt;
use serde_json::{Value, json};

#[tokio::test]
async fn each_kind_has_its_own_rights_and_a_stranger_none() {
    let house = House::open().await;
    let (kiosk, display, stranger) = (house.kiosk().await, house.display().await, house.stranger());
    let scan = json!({"presented": {"by": "scan", "text": "F1:X"}, "seen_at": house.now()});
    let walk_in = json!({"services": [{"service": "pass", "quantity": 1}], "seen_at": house.now()});
    let late = json!({"booking": "00000000000a", "seen_at": house.now()});
    let print = json!({"outcome": "printed"});
    let heard = json!({"heard": true});
    let cases = [
        ("/check-ins", &scan, true),
        ("/walk-ins", &walk_in, true),
        ("/late-tickets", &late, true),
        ("/tickets/1/print", &print, true),
        ("/calls/1/acknowledgement", &heard, false),
    ];
    let before = house.lobby.published().seq;
    for (path, body, for_kiosks) in cases {
        let other = if for_kiosks { &display } else { &kiosk };
        let error = other.post::<_, Value>(path, Nonce::random(), body).await.unwrap_err();
        assert_eq!(error.code(), Some("not_allowed"), "{path}: {error}");
        let error = stranger.post::<_, Value>(path, Nonce::random(), body).await.unwrap_err();
        assert_eq!(error.code(), Some("not_enrolled"), "{path}: {error}");
        let own = if for_kiosks { &kiosk } else { &display };
        let error = own.post_plain::<_, Value>(path, body).await.unwrap_err();
        assert_eq!(error.code(), Some("nonce_missing"), "{path}: {error}");
    }
    assert_eq!(house.lobby.published().seq, before, "nothing has happened");
    let error =
        house.with_token("wrong").post_plain::<_, Value>("/device/status", &json!({})).await.unwrap_err();
    assert_eq!(error.code(), Some("not_enrolled"));
    kiosk.post::<_, Value>("/check-ins", Nonce::random(), &scan).await.unwrap();
}

#[tokio::test]
async fn a_revoked_terminal_is_out_at_once() {
    let house = House::open().await;
    let display = house.display().await;
    let mut stream = display.follow::<DisplayEvent>("/stream", "display", None, house.lobby.clock());
    let first = stream.next().await;
    assert!(matches!(first, Some(Followed::Link(foyer_client::Link::Connected))), "{first:?}");
    let listed = house.lobby.devices().list();
    assert!(listed[0].connected && listed[0].last_seen.is_some());
    assert!(house.lobby.devices().revoke(&listed[0].device.id).await.unwrap());
    // The stream ends and is refused when it comes back.
    let refused = async {
        while let Some(followed) = stream.next().await {
            if let Followed::Link(foyer_client::Link::Refused { problem, .. }) = followed {
                return problem;
            }
        }
        panic!("the stream never ends by itself")
    };
    let problem = tokio::time::timeout(LIMIT, refused).await.unwrap();
    assert_eq!(problem.code(), "not_enrolled");
    let error =
        display.post::<_, ()>("/calls/1/acknowledgement", Nonce::random(), &Acknowledgement { heard: true });
    assert_eq!(error.await.unwrap_err().code(), Some("not_enrolled"));
    assert_eq!(house.lobby.devices().list(), []);
}

#[tokio::test]
async fn a_code_enrols_once_one_kind_and_guessing_is_slow() {
    let house = House::open().await;
    let address = foyer_client::Address::new(house.url.clone());
    let made = house.lobby.devices().create_code(DeviceKind::Kiosk, "Eingang", vec![]).await.unwrap();
    assert_eq!(made.code.len(), "K7M4-3PXR".len());
    let code = made.code.parse().unwrap();
    let Err(EnrolError::Call(error)) = enrol(&address, &code, DeviceKind::Display, LIMIT).await else {
        panic!("a kiosk's code makes no display")
    };
    assert_eq!(error.code(), Some("other_kind"));
    let identity = enrol(&address, &code, DeviceKind::Kiosk, LIMIT).await.unwrap();
    assert_eq!((identity.enrolled.device.as_str(), identity.enrolled.name.as_str()), ("kiosk-1", "Eingang"));
    let Err(EnrolError::Call(error)) = enrol(&address, &code, DeviceKind::Kiosk, LIMIT).await else {
        panic!("a code is good once")
    };
    assert_eq!(error.code(), Some("wrong_code"));
    // The answer got lost: the same nonce gets it again, another one does not.
    let made = house.lobby.devices().create_code(DeviceKind::Display, "Wand", vec![]).await.unwrap();
    let (stranger, nonce) = (house.stranger(), Nonce::random());
    let request = EnrolRequest { code: made.code, kind: DeviceKind::Display };
    let first: Enrolled = stranger.post("/devices/enrol", nonce, &request).await.unwrap();
    let again: Enrolled = stranger.post("/devices/enrol", nonce, &request).await.unwrap();
    assert_eq!(first, again);
    let other = stranger.post::<_, Enrolled>("/devices/enrol", Nonce::random(), &request).await.unwrap_err();
    assert_eq!(other.code(), Some("wrong_code"));
    let guess = EnrolRequest { code: "00000000".to_owned(), kind: DeviceKind::Kiosk };
    let mut codes = Vec::new();
    for _ in 0..6 {
        let refused =
            stranger.post::<_, Enrolled>("/devices/enrol", Nonce::random(), &guess).await.unwrap_err();
        codes.push(refused.code().unwrap_or_default().to_owned());
    }
    // Two wrong ones came before.
    assert_eq!(codes[..3], ["wrong_code"; 3]);
    assert_eq!(codes[3..], ["too_many_tries"; 3]);
}

#[tokio::test]
async fn what_is_malformed_or_too_large_is_refused_by_name() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let now = house.now();
    let cases = [
        (json!({"seen_at": now}), "presented"),
        (json!({"presented": {"by": "scan", "text": "x"}, "seen_at": "today"}), "seen_at"),
        (json!({"presented": {"by": "smell", "text": "x"}, "seen_at": now}), "presented"),
        (json!({"presented": {"by": "scan", "text": "x"}, "seen_at": now, "colour": 1}), "colour"),
    ];
    for (body, field) in cases {
        let error = kiosk.post::<_, Value>("/check-ins", Nonce::random(), &body).await.unwrap_err();
        let CallError::Problem(problem) = error else { panic!("{error:?}") };
        assert_eq!((problem.code(), problem.status), ("malformed", 400));
        assert!(problem.detail.as_ref().unwrap().contains(field), "{problem:?}");
    }
    let large = json!({"presented": {"by": "scan", "text": "x".repeat(70_000)}, "seen_at": now});
    let error = kiosk.post::<_, Value>("/check-ins", Nonce::random(), &large).await.unwrap_err();
    assert_eq!(error.code(), Some("too_large"));
    let error = kiosk.get::<Value>("/nowhere").await.unwrap_err();
    assert_eq!(error.code(), Some("not_found"));
    let error = kiosk.get::<Value>("/check-ins").await.unwrap_err();
    assert_eq!(error.code(), Some("wrong_method"));
    // It still works for who asks properly.
    walk_in(&kiosk, house.now()).await;
}

#[tokio::test]
async fn a_broken_part_is_told_once() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let printer = |works, detail: &str| DeviceStatus {
        version: "0.1.0".to_owned(),
        parts: vec![PartStatus { part: "printer".to_owned(), works, detail: detail.to_owned() }],
    };
    for status in [printer(true, ""), printer(false, "Papier leer"), printer(false, "Papier leer")] {
        kiosk.post_plain::<_, ()>("/device/status", &status).await.unwrap();
    }
    let notices = house.lobby.notices().list().await.unwrap();
    assert_eq!(notices.len(), 1);
    assert_eq!(
        (notices[0].subject.as_str(), notices[0].detail.as_str()),
        ("Eingang", "printer: Papier leer")
    );
    assert_eq!(house.lobby.devices().list()[0].status, Some(printer(false, "Papier leer")));
}

#[tokio::test]
async fn health_needs_no_sign_on_and_says_how_old_the_data_is() {
    let house = House::bare(tempfile::TempDir::new().unwrap()).await;
    let health: LobbyHealth = house.stranger().get("/health").await.unwrap();
    assert!(!health.health.ready && health.health.demo_clock && !health.booking.connected);
    assert_eq!(health.booking.as_of, None);
    house.tell(foyer_domain::engine::Command::AdoptOffice(Box::new(crate::house::office()))).await;
    let health: Health = house.stranger().get("/health").await.unwrap();
    assert!(health.ready);
}

#[tokio::test]
async fn a_kiosk_that_came_too_early_gets_its_snapshot_when_there_is_one() {
    let house = House::bare(tempfile::TempDir::new().unwrap()).await;
    let kiosk = house.kiosk().await;
    let mut stream = kiosk.follow::<KioskEvent>("/stream", "kiosk", None, house.lobby.clock());
    assert!(matches!(stream.next().await, Some(Followed::Link(_))));
    house.tell(foyer_domain::engine::Command::AdoptOffice(Box::new(crate::house::office()))).await;
    let snapshot = async {
        loop {
            if let Some(Followed::Event { event: KioskEvent::Snapshot { snapshot }, .. }) =
                stream.next().await
            {
                return snapshot;
            }
        }
    };
    let snapshot = tokio::time::timeout(LIMIT, snapshot).await.unwrap();
    assert_eq!(
        (snapshot.office.name.as_str(), snapshot.device_name.as_str()),
        ("Bürgerbüro Mitte", "Eingang")
    );
}
