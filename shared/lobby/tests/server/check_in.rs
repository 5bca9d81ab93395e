//! Checking in: answers, nonces, whose clock judges, what a ticket's own QR does.

use crate::house::{House, checked_in, scan, walk_in};
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::engine::{PrintOutcome, Step};
use foyer_domain::visit::VisitState;
use foyer_lobby::notices::NoticeKind;
use foyer_protocol::lobby::{CheckInAnswer, LateTicketRequest, PrintReport, TicketAnswer, TicketReply};
use foyer_protocol::nonce::Nonce;

#[tokio::test]
async fn the_same_nonce_gets_the_same_ticket_again_even_after_a_restart() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let (booking, code) = house.booking(1, 5).await;
    let (nonce, seen_at) = (Nonce::random(), house.now());
    let ticket = checked_in(scan(&kiosk, nonce, &code, seen_at).await);
    assert_eq!((ticket.start, ticket.state), (Some(booking.start), VisitState::Waiting));
    assert_eq!(ticket.area.get("de"), "Wartebereich 1");
    assert_eq!(ticket.way.get("de"), "rechts");
    assert_eq!(ticket.services[0].get("de"), "Reisepass");
    assert!(ticket.estimate.is_some());
    let url = ticket.phone_url.clone().unwrap();
    assert!(url.starts_with("https://termin.example/t/"), "{url}");
    assert_eq!(checked_in(scan(&kiosk, nonce, &code, seen_at).await), ticket);

    let (state, token) = (house.lobby.state(), kiosk);
    let house = house.reopen().await;
    assert_eq!(house.lobby.state(), state);
    // The address is another one after the restart; the token is not.
    drop(token);
    let kiosk = house.kiosk().await;
    let again = scan(&kiosk, Nonce::random(), &code, house.now()).await;
    let CheckInAnswer::AlreadyCheckedIn { ticket: known } = again.answer else { panic!("{again:?}") };
    assert_eq!((known.number, known.phone_url), (ticket.number, ticket.phone_url));
}

#[tokio::test]
async fn a_nonce_survives_the_restart_with_its_answer() {
    let house = House::open().await;
    let code = house
        .lobby
        .devices()
        .create_code(foyer_protocol::lobby::DeviceKind::Kiosk, "E", vec![])
        .await
        .unwrap();
    let address = foyer_client::Address::new(house.url.clone());
    let kind = foyer_protocol::lobby::DeviceKind::Kiosk;
    let code = code.code.parse().unwrap();
    let identity = foyer_client::enrolment::enrol(&address, &code, kind, crate::house::LIMIT).await.unwrap();
    let token = identity.enrolled.token;
    let (_, text) = house.booking(1, 5).await;
    let (nonce, seen_at) = (Nonce::random(), house.now());
    let ticket = checked_in(scan(&house.with_token(&token), nonce, &text, seen_at).await);
    let house = house.reopen().await;
    // The very same answer: checked in, not "already".
    assert_eq!(checked_in(scan(&house.with_token(&token), nonce, &text, seen_at).await), ticket);
    // Somebody else's nonce gives nothing away.
    let other = house.kiosk().await;
    let request = foyer_protocol::lobby::CheckInRequest {
        presented: foyer_protocol::lobby::Presented::Scan(text),
        seen_at,
        with: None,
    };
    let error = other.post::<_, serde_json::Value>("/check-ins", nonce, &request).await.unwrap_err();
    assert_eq!(error.code(), Some("nonce_taken"));
}

#[tokio::test]
async fn the_ticket_s_own_code_is_known() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let ticket = walk_in(&kiosk, house.now()).await;
    let url = ticket.phone_url.clone().unwrap();
    let reply = scan(&kiosk, Nonce::random(), &url, house.now()).await;
    let CheckInAnswer::AlreadyCheckedIn { ticket: known } = reply.answer else { panic!("{reply:?}") };
    assert_eq!(known.number, ticket.number);
    let strange = "https://termin.example/t/6d0f2a9e-33aa-4b1e-8c0c-111111111111";
    let reply = scan(&kiosk, Nonce::random(), strange, house.now()).await;
    assert_eq!(reply.answer, CheckInAnswer::Unreadable);
}

#[tokio::test]
async fn the_kiosk_s_moment_counts_if_it_can_be_true() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let second = |at: foyer_domain::Timestamp| at.trunc_subsecs(0);
    // The window of this booking closed 30 s ago; the code was first seen 40 s ago.
    let start = second(house.now()) - TimeDelta::seconds(15 * 60 + 30);
    let late = crate::house::booking(1, start);
    house.tell(foyer_domain::engine::Command::SyncBooking(late.clone())).await;
    let code = crate::house::key().sign(7, late.id, late.start).unwrap();
    let reply = scan(&kiosk, Nonce::random(), &code, house.now()).await;
    let CheckInAnswer::TooLate { closed_at, offer: Some(offer), .. } = reply.answer else {
        panic!("{reply:?}")
    };
    assert_eq!(closed_at, late.start + TimeDelta::minutes(15));
    assert_eq!(reply.language.as_deref(), Some("uk"), "a refusal is said in the booking's language, too");
    assert!(house.lobby.notices().list().await.unwrap().is_empty());
    // Two minutes old is too old to be believed: the lobby's clock judges, and staff are told.
    let reply = scan(&kiosk, Nonce::random(), &code, house.now() - TimeDelta::seconds(120)).await;
    assert!(matches!(reply.answer, CheckInAnswer::TooLate { .. }), "{reply:?}");
    let reply = scan(&kiosk, Nonce::random(), &code, house.now() + TimeDelta::seconds(30)).await;
    assert!(matches!(reply.answer, CheckInAnswer::TooLate { .. }), "{reply:?}");
    let notices = house.lobby.notices().list().await.unwrap();
    let kinds: Vec<_> = notices.iter().map(|notice| (notice.kind, notice.subject.as_str())).collect();
    assert_eq!(kinds, [(NoticeKind::TerminalClock, "Eingang"); 2]);
    // The late citizen waits without an appointment.
    let request = LateTicketRequest { booking: offer.booking, seen_at: house.now(), with: None };
    let late_nonce = Nonce::random();
    let reply: TicketReply = kiosk.post("/late-tickets", late_nonce, &request).await.unwrap();
    let TicketAnswer::Opened { ticket } = &reply.answer else { panic!("{reply:?}") };
    assert_eq!(ticket.start, None);
    let again: TicketReply = kiosk.post("/late-tickets", late_nonce, &request).await.unwrap();
    assert_eq!(again.answer, reply.answer);
    // Seen 40 s ago, when the window was open.
    let mut second_booking = late.clone();
    second_booking.id = foyer_domain::id::BookingId::new(2).unwrap();
    house.tell(foyer_domain::engine::Command::SyncBooking(second_booking.clone())).await;
    let code = crate::house::key().sign(7, second_booking.id, second_booking.start).unwrap();
    let seen_at = second(house.now()) - TimeDelta::seconds(45);
    checked_in(scan(&kiosk, Nonce::random(), &code, seen_at).await);
}

#[tokio::test]
async fn paper_that_did_not_come_out_is_told_to_staff() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let ticket = walk_in(&kiosk, house.now()).await;
    let path = format!("/tickets/{}/print", ticket.visit.0);
    let report =
        PrintReport { outcome: PrintOutcome::NotSent, detail: "Papier leer".to_owned(), order: None };
    let nonce = Nonce::random();
    // The first answer was lost on the way.
    for _ in 0..2 {
        kiosk.post::<_, ()>(&path, nonce, &report).await.unwrap();
    }
    let notices = house.lobby.notices().list().await.unwrap();
    assert_eq!((notices.len(), notices[0].kind), (1, NoticeKind::PrintFailed));
    assert_eq!(notices[0].detail, format!("{} Papier leer", ticket.number));
    house.lobby.notices().dismiss(notices[0].id).await.unwrap();
    assert_eq!(house.lobby.notices().list().await.unwrap(), []);
    let unknown = kiosk.post::<_, ()>("/tickets/999/print", Nonce::random(), &report).await.unwrap_err();
    assert_eq!(unknown.code(), Some("not_found"));
    let nonsense = kiosk.post::<_, ()>("/tickets/abc/print", Nonce::random(), &report).await.unwrap_err();
    assert_eq!(nonsense.code(), Some("not_found"));
}

#[tokio::test]
async fn a_visit_that_is_over_says_so() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let (_, code) = house.booking(1, 5).await;
    let ticket = checked_in(scan(&kiosk, Nonce::random(), &code, house.now()).await);
    house.clerk(foyer_domain::engine::Command::CallNext("1".into())).await;
    house.step(Step::Start).await;
    house.finish().await;
    let reply = scan(&kiosk, Nonce::random(), &code, house.now()).await;
    assert_eq!(reply.answer, CheckInAnswer::Finished { number: ticket.number });
}
