//! What the booking server is told of visits that have ended, for its figures.

use crate::booking_server::{BookingServer, Books, connect, localhost, type_code, until};
use crate::house::{House, LIMIT, booking, walk_in};
use chrono::TimeDelta;
use foyer_domain::engine::{Command, PhoneWish, Step};
use foyer_domain::short_code::ShortCode;
use foyer_protocol::feed::{EndedVisit, Report, ReportBody, VisitEnd};
use foyer_protocol::lobby::CheckInAnswer;
use std::sync::atomic::Ordering;

async fn linked(books: &Books) -> (House, BookingServer) {
    books.office_and_keys();
    let server = books.serve(localhost());
    let house = House::bare(tempfile::TempDir::new().unwrap()).await;
    connect(&house, &server).await;
    until(&house, "the office arrives", |house| house.lobby.state().office().is_some()).await;
    (house, server)
}

/// Waits until so many ends were told.
async fn ends(books: &Books, count: usize) -> Vec<EndedVisit> {
    let told = || {
        let told = books.told.lock().unwrap();
        let ended = told.iter().filter_map(|report| match &report.body {
            ReportBody::Visit(visit) => Some(visit.clone()),
            ReportBody::Booking { .. } | ReportBody::Ticket { .. } => None,
        });
        ended.collect::<Vec<_>>()
    };
    let mut requests = books.requests.subscribe();
    let all = requests.wait_for(|_| told().len() >= count);
    tokio::time::timeout(LIMIT, all).await.expect("the ends are told").unwrap();
    told()
}

#[tokio::test]
async fn each_end_is_told_without_whose_it_was_and_who_served() {
    let books = Books::default();
    let (house, _server) = linked(&books).await;
    let one = booking(1, house.now() + TimeDelta::minutes(5));
    let code = ShortCode::from_random(1);
    books.add_booking(&one, &code);
    until(&house, "the booking arrives", |house| house.lobby.state().booking(one.id).is_some()).await;
    let kiosk = house.kiosk().await;
    let answer = type_code(&kiosk, code.as_str(), house.now()).await;
    let CheckInAnswer::CheckedIn { ticket } = answer else { panic!("{answer:?}") };
    house.clerk(Command::CallNext("1".into())).await;
    house.step(Step::Start).await;
    house.finish().await;
    // Taken back and finished again: the same visit, so that the newer report takes the older one's place.
    house.undo().await;
    house.finish().await;
    let told = ends(&books, 2).await;
    let [first, second] = &told[..] else { panic!("{told:#?}") };
    assert_eq!((first.visit, first.arrived), (second.visit, second.arrived));
    let visit = house.lobby.state().visit(ticket.visit).unwrap().clone();
    let expected = EndedVisit {
        visit: ticket.visit,
        end: VisitEnd::Finished,
        services: one.services.clone(),
        start: Some(one.start),
        arrived: visit.arrived,
        called: visit.first_called,
        begun: visit.started,
        served_s: u32::try_from(visit.served_ms / 1_000).unwrap(),
        expected_s: visit.expected.map(|expected| expected.median_s),
        told: visit.estimate,
        interrupted: false,
    };
    assert_eq!(*second, expected);
    assert!(second.called.is_some() && second.begun.is_some() && second.told.is_some());
    let text = serde_json::to_string(&told).unwrap();
    for secret in ["kim", one.id.to_string().as_str(), code.as_str(), ticket.number.to_string().as_str()] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }

    // Without an appointment, and given up.
    let ticket = walk_in(&kiosk, house.now()).await;
    house.tell(Command::FromPhone { visit: ticket.visit, wish: PhoneWish::GiveUp }).await;
    let last = ends(&books, 3).await.pop().unwrap();
    assert_eq!(
        (last.visit, last.end, last.start, last.called),
        (ticket.visit, VisitEnd::Cancelled, None, None)
    );
}

/// An older booking server refuses the whole request. It still hears what it knows.
#[tokio::test]
async fn an_older_booking_server_hears_all_but_the_ends() {
    let books = Books::default();
    books.is_old.store(true, Ordering::Relaxed);
    let (house, _server) = linked(&books).await;
    let kiosk = house.kiosk().await;
    house.called(&kiosk).await;
    house.step(Step::Start).await;
    house.finish().await;
    let finished =
        |report: &Report| matches!(&report.body, ReportBody::Ticket { state, .. } if !state.is_open());
    let mut requests = books.requests.subscribe();
    let heard = requests.wait_for(|_| books.told.lock().unwrap().iter().any(finished));
    tokio::time::timeout(LIMIT, heard).await.expect("the end of the ticket is told").unwrap();
    // Once it is newer it hears of ends, too.
    books.is_old.store(false, Ordering::Relaxed);
    house.called(&kiosk).await;
    house.step(Step::Start).await;
    house.finish().await;
    assert_eq!(ends(&books, 1).await.len(), 1);
}
