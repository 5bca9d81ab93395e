//! What kiosks are given to work alone, and taking over what they did.

use crate::house::{House, LIMIT, checked_in, scan, walk_in};
use chrono::{SubsecRound, TimeDelta};
use foyer_client::{Followed, Server};
use foyer_domain::Timestamp;
use foyer_domain::alone::Given;
use foyer_domain::booking::{Booking, BookingState, ServiceChoice};
use foyer_domain::engine::Command;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{Mark, Origin, VisitState};
use foyer_lobby::notices::NoticeKind;
use foyer_protocol::lobby::{
    DayList, HandOverReply, HandOverRequest, KioskEvent, TicketAnswer, TicketReply, WalkInRequest,
};
use foyer_protocol::nonce::Nonce;
use futures_util::{Stream, StreamExt};

fn followed(house: &House, kiosk: &Server) -> impl Stream<Item = Followed<KioskEvent>> + Unpin + use<> {
    kiosk.follow("/stream", "kiosk", None, house.lobby.clock())
}

/// The next list that is as `wanted` says; its signature holds by the key that came with the snapshot.
async fn list(
    stream: &mut (impl Stream<Item = Followed<KioskEvent>> + Unpin),
    key: &mut String,
    wanted: impl Fn(&DayList) -> bool,
) -> DayList {
    let next = async {
        loop {
            match stream.next().await {
                Some(Followed::Event { event: KioskEvent::Snapshot { snapshot }, .. }) => {
                    *key = snapshot.list_key;
                }
                Some(Followed::Event { event: KioskEvent::DayList { list }, .. }) => {
                    let list: DayList = serde_json::from_str(list.verified(key).unwrap()).unwrap();
                    if wanted(&list) {
                        return list;
                    }
                }
                Some(_) => {}
                None => panic!("the stream has ended"),
            }
        }
    };
    tokio::time::timeout(LIMIT, next).await.expect("a list comes")
}

fn number(text: &str) -> TicketNumber {
    text.to_owned().try_into().unwrap()
}

fn given(of: &str, booking: Option<&Booking>, seen_at: Timestamp) -> Given {
    Given {
        number: number(of),
        booking: booking.map(|booking| booking.id),
        origin: if booking.is_some() { Origin::Appointment } else { Origin::WalkIn },
        services: vec![ServiceChoice { service: "pass".into(), quantity: 1 }],
        area: "eg".into(),
        start: booking.map(|booking| booking.start),
        seen_at: seen_at.trunc_subsecs(0),
        returned: false,
        clock_doubted: false,
        with: None,
        language: None,
    }
}

async fn hand_over(kiosk: &Server, nonce: Nonce, attempt: Nonce, given: Given) -> HandOverReply {
    kiosk.post("/hand-overs", nonce, &HandOverRequest { attempt, given }).await.unwrap()
}

#[tokio::test]
async fn a_kiosk_is_pushed_a_signed_list_with_numbers_that_never_return() {
    let house = House::open().await;
    let (known, _) = house.booking(1, 180).await;
    let (one, two) = (house.kiosk().await, house.kiosk().await);
    let (mut key, mut other) = (String::new(), String::new());
    let mut stream = followed(&house, &one);
    let first = list(&mut stream, &mut key, |_| true).await;
    assert_eq!(first.bookings.iter().map(|listed| listed.booking.id).collect::<Vec<_>>(), [known.id]);
    let days = [Some(first.today), first.next_open_day].map(Option::unwrap);
    assert_eq!(days.map(|day| day.to_string()), ["2026-11-23", "2026-11-30"]);
    let spans = |list: &DayList| list.leases.iter().map(|of| (of.day, of.from, of.to)).collect::<Vec<_>>();
    assert_eq!(spans(&first), days.map(|day| (day, 800, 999)));
    let second = list(&mut followed(&house, &two), &mut other, |_| true).await;
    assert_eq!(spans(&second), days.map(|day| (day, 600, 799)), "another kiosk's own");
    assert_eq!(key, other);

    // A change is told; a visit stands in it with its number.
    let (_, code) = house.booking(2, 5).await;
    checked_in(scan(&one, Nonce::random(), &code, house.now()).await);
    let visits = |list: &DayList| list.bookings.iter().filter_map(|listed| listed.visit).collect::<Vec<_>>();
    let changed = list(&mut stream, &mut key, |list| !visits(list).is_empty()).await;
    assert_eq!(visits(&changed), [(VisitState::Waiting, number("A001"))], "the lobby's own begin with 1");

    // A restart, and the lobby's own numbers, change nothing of it.
    drop(stream);
    let token = key.clone();
    let house = house.reopen().await;
    assert_eq!(walk_in(&house.kiosk().await, house.now()).await.number, number("A002"));
    assert_eq!(house.lobby.state().leases().len(), 4, "nothing is leased anew");
    let mut again = String::new();
    let third = house.kiosk().await;
    let fresh = list(&mut followed(&house, &third), &mut again, |_| true).await;
    assert_eq!(again, token, "the same key signs");
    assert_eq!(spans(&fresh), days.map(|day| (day, 400, 599)));
}

#[tokio::test]
async fn what_was_done_alone_is_taken_over_once_and_two_papers_are_one_visit() {
    let house = House::open().await;
    let (booking, code) = house.booking(1, 5).await;
    let (one, two) = (house.kiosk().await, house.kiosk().await);
    for kiosk in [&one, &two] {
        list(&mut followed(&house, kiosk), &mut String::new(), |_| true).await;
    }
    let seen_at = house.now() - TimeDelta::minutes(1);
    let (nonce, attempt) = (Nonce::random(), Nonce::random());
    let mine = || given("A800", Some(&booking), seen_at);
    let first = hand_over(&one, nonce, attempt, mine()).await;
    let position = house.lobby.published().seq;
    // Twice with the nonce, and once with another as after days: it is in the log once.
    assert_eq!(hand_over(&one, nonce, attempt, mine()).await.visit, first.visit);
    assert_eq!(hand_over(&one, Nonce::random(), attempt, mine()).await.visit, first.visit);
    assert_eq!(house.lobby.published().seq, position);
    let other = hand_over(&two, Nonce::random(), Nonce::random(), given("A600", Some(&booking), seen_at));
    assert_eq!(other.await.visit, first.visit);
    let state = house.lobby.state();
    let visit = state.visit(first.visit.unwrap()).unwrap();
    assert_eq!((visit.number, &visit.aliases), (number("A800"), &vec![number("A600")]));
    assert_eq!(visit.arrived, seen_at.trunc_subsecs(0), "the time of the journal");
    // The request of then, late on its way, makes nothing more.
    let late = scan(&one, attempt, &code, house.now()).await;
    assert_eq!(checked_in(late).visit, visit.id);
    let told = tokio::time::timeout(LIMIT, async {
        let mut changes = house.lobby.notices().changes();
        loop {
            let notices = house.lobby.notices().list().await.unwrap();
            if let Some(notice) = notices.into_iter().find(|notice| notice.kind == NoticeKind::ReadTwice) {
                return notice.subject;
            }
            changes.changed().await.unwrap();
        }
    });
    assert_eq!(told.await.unwrap(), "A\u{202f}800 · A\u{202f}600");
}

#[tokio::test]
async fn a_yes_that_was_not_heard_and_a_request_still_on_its_way_make_no_second_visit() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    list(&mut followed(&house, &kiosk), &mut String::new(), |_| true).await;
    let seen_at = house.now().trunc_subsecs(0);
    let services = vec![ServiceChoice { service: "pass".into(), quantity: 1 }];
    let request = WalkInRequest { services, seen_at, with: None, language: None };
    let walk_in = async |nonce| match kiosk.post::<_, TicketReply>("/walk-ins", nonce, &request).await {
        Ok(TicketReply { answer: TicketAnswer::Opened { ticket }, .. }) => ticket,
        other => panic!("{other:?}"),
    };
    // The lobby had said yes.
    let heard = Nonce::random();
    let yes = walk_in(heard).await;
    let taken = hand_over(&kiosk, Nonce::random(), heard, given("A800", None, seen_at)).await;
    assert_eq!((taken.visit, taken.number), (Some(yes.visit), Some(yes.number)));
    assert_eq!(walk_in(heard).await.also, [number("A800")]);
    // The request arrives after the hand-over.
    let late = Nonce::random();
    let taken = hand_over(&kiosk, Nonce::random(), late, given("A801", None, seen_at)).await;
    let ticket = walk_in(late).await;
    assert_eq!((Some(ticket.visit), ticket.number), (taken.visit, number("A801")));
    assert_eq!(house.lobby.state().visits().count(), 2);
}

#[tokio::test]
async fn what_the_office_knew_better_is_a_mark_and_a_day_that_is_over_is_told() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let (booking, _) = house.booking(1, 5).await;
    house.tell(Command::SyncBooking(Booking { state: BookingState::Cancelled, ..booking.clone() })).await;
    let taken =
        hand_over(&kiosk, Nonce::random(), Nonce::random(), given("A800", Some(&booking), house.now()));
    let visit = taken.await.visit.unwrap();
    let state = house.lobby.state();
    let visit = state.visit(visit).unwrap();
    assert_eq!((visit.state, visit.marks.as_slice()), (VisitState::Waiting, [Mark::Cancelled].as_slice()));
    let yesterday = given("A801", None, house.now() - TimeDelta::days(1));
    let gone = hand_over(&kiosk, Nonce::random(), Nonce::random(), yesterday).await;
    assert_eq!((gone.visit, gone.number), (None, None));
    assert_eq!(house.lobby.state().visits().count(), 1, "nobody of yesterday waits");
    // Enrolled anew in between: the attempt belongs to another name, and nobody is dropped for it.
    let (other, code) = house.booking(2, 5).await;
    let attempt = Nonce::random();
    let known = checked_in(scan(&kiosk, attempt, &code, house.now()).await).visit;
    let anew = house.kiosk().await;
    let taken = hand_over(&anew, Nonce::random(), attempt, given("A803", Some(&other), house.now())).await;
    assert_eq!(taken.visit, Some(known));
    let display = house.display().await;
    let request = HandOverRequest { attempt: Nonce::random(), given: given("A802", None, house.now()) };
    let refused = display.post::<_, HandOverReply>("/hand-overs", Nonce::random(), &request).await;
    assert_eq!(refused.unwrap_err().code(), Some("not_allowed"));
}
