//! Free times, hold, confirm, cancel, move.

use crate::support::{EIGHT, MONDAY, OFFICE, Server, at, kind, until};
use foyer_domain::booking::BookingState;
use foyer_domain::code::{KeyRing, PublicKey, read};
use foyer_protocol::booking::{BookingView, FreeTimes, Hold, Offices};
use foyer_protocol::problem::Problem;
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

const NINE: &str = "2026-11-23T08:00:00Z";

#[tokio::test]
async fn from_offices_to_a_code_that_verifies() {
    let server = Server::start().await;
    let offices: Offices = server.get("/api/v1/offices").await.unwrap();
    assert_eq!(offices.offices[0].id.as_str(), "musterstadt");
    assert_eq!(offices.offices[0].services.len(), 6);
    let free = server.free("personalausweis:2,reisepass", MONDAY, "2026-11-23T23:00:00Z").await;
    assert_eq!((free.minutes, free.starts[0]), (50, at(EIGHT)));
    let hold = server.hold("personalausweis", EIGHT).await.unwrap();
    assert_eq!((hold.start, hold.minutes), (at(EIGHT), 15));
    assert_eq!((hold.until - at(MONDAY)).num_minutes(), 10);
    let held: BookingView = server.get(&format!("/api/v1/bookings/{}", hold.hold)).await.unwrap();
    assert_eq!((held.state, held.check_in_code), (BookingState::Held { until: hold.until }, None));
    let booking = server.confirm(hold.hold).await.unwrap();
    assert_eq!(booking.state, BookingState::Confirmed);
    assert_eq!((booking.office_name.as_str(), booking.documents.len()), ("Bürgerbüro Musterstadt", 3));
    assert_eq!(booking.pin.as_ref().unwrap().len(), 6);
    let keys = server.folder.run(MONDAY, &["key", "list"]).await.unwrap();
    let public = keys.split_whitespace().last().unwrap().to_owned();
    let key = PublicKey { id: 1, state: foyer_domain::code::KeyState::Active, key: public };
    let code = read(booking.check_in_code.as_ref().unwrap(), &KeyRing::new(&[key])).unwrap();
    assert_eq!((code.office, code.booking, code.start), (1, booking.booking, at(EIGHT)));
    // The PIN is in that one answer only.
    let seen: BookingView = server.get(&format!("/api/v1/bookings/{}", booking.secret)).await.unwrap();
    assert_eq!((seen.pin, seen.short_code), (None, booking.short_code));
    server.stop().await;
}

#[tokio::test]
async fn a_hundred_rivals_for_three_places() {
    let server = Server::start().await;
    let rivals = (0..100).map(|_| server.hold("personalausweis", EIGHT));
    let answers = futures_util::future::join_all(rivals).await;
    let won = answers.iter().filter(|answer| answer.is_ok()).count();
    let lost: Vec<&Problem> = answers.iter().filter_map(|answer| answer.as_ref().err()).collect();
    assert_eq!((won, lost.len()), (3, 97));
    for problem in lost {
        assert_eq!((problem.code(), problem.status), ("slot_taken", 409));
        // 08:00 takes 15 minutes of all lanes; 08:10 overlaps, 08:20 is free.
        assert!(problem.detail.as_ref().unwrap().contains("2026-11-23T07:20:00Z"), "{problem:?}");
    }
    let free = server.free("personalausweis", MONDAY, "2026-11-23T08:00:00Z").await;
    assert_eq!(free.starts[0], at("2026-11-23T07:20:00Z"));
    server.stop().await;
}

#[tokio::test]
async fn several_services_take_all_their_time_or_none() {
    let many = OFFICE.replacen("id = \"reisepass\"", "id = \"reisepass\"\nmost = 12", 1);
    let server = Server::with_office(MONDAY, &many).await;
    let long = json!({ "services": [{ "service": "reisepass", "quantity": 12 }], "start": EIGHT });
    let path = "/api/v1/offices/musterstadt/holds";
    // Four hours: the whole morning, three times.
    for _ in 0..3 {
        let hold: Hold = server.post(path, Uuid::new_v4(), &long).await.unwrap();
        assert_eq!(hold.minutes, 240);
    }
    assert_eq!(kind(server.hold("personalausweis", "2026-11-23T10:40:00Z").await), "slot_taken");
    let free = server.free("personalausweis", MONDAY, "2026-11-23T11:00:00Z").await;
    assert!(free.starts.is_empty());
    assert_eq!(free.next, Some(at("2026-11-23T12:00:00Z")));
    let over_the_edge =
        json!({ "services": [{ "service": "reisepass", "quantity": 2 }], "start": "2026-11-23T10:30:00Z" });
    assert_eq!(kind(server.post::<Hold>(path, Uuid::new_v4(), over_the_edge).await), "time_not_offered");
    server.stop().await;
}

#[tokio::test]
async fn a_hold_ends_and_frees_its_place() {
    let server = Server::start().await;
    let mut holds = Vec::new();
    for _ in 0..3 {
        holds.push(server.hold("personalausweis", EIGHT).await.unwrap());
    }
    assert_eq!(kind(server.hold("personalausweis", EIGHT).await), "slot_taken");
    let server = server.again_at("2026-11-23T05:39:00Z").await;
    assert_eq!(kind(server.hold("personalausweis", EIGHT).await), "slot_taken");
    server.confirm(holds[0].hold).await.unwrap();
    let server = server.again_at("2026-11-23T05:41:00Z").await;
    let expired = server.confirm(holds[1].hold).await.unwrap_err();
    assert_eq!((expired.code(), expired.status), ("hold_expired", 410));
    server.hold("personalausweis", EIGHT).await.unwrap();
    server.hold("personalausweis", EIGHT).await.unwrap();
    assert_eq!(kind(server.hold("personalausweis", EIGHT).await), "slot_taken");
    server.stop().await;
}

#[tokio::test]
async fn cancelled_by_pin_and_free_again() {
    let server = Server::start().await;
    let bookings = [
        server.book("reisepass", EIGHT).await,
        server.book("reisepass", EIGHT).await,
        server.book("reisepass", EIGHT).await,
    ];
    let pin = bookings[0].pin.clone().unwrap();
    let wrong = if pin == "000000" { "000001" } else { "000000" };
    let refused = server.cancel(bookings[0].secret, wrong).await.unwrap_err();
    assert_eq!((refused.code(), refused.status), ("pin_wrong", 403));
    assert!(refused.detail.unwrap().contains("4 more"));
    assert_eq!(kind(server.hold("reisepass", EIGHT).await), "slot_taken");
    let cancelled = server.cancel(bookings[0].secret, &pin).await.unwrap();
    assert_eq!((cancelled.state, cancelled.check_in_code), (BookingState::Cancelled, None));
    server.hold("reisepass", EIGHT).await.unwrap();
    assert_eq!(kind(server.cancel(bookings[0].secret, &pin).await), "booking_cancelled");
    assert_eq!(kind(server.move_to(bookings[0].secret, &pin, NINE).await), "booking_cancelled");
    server.stop().await;
}

#[tokio::test]
async fn five_wrong_pins_lock_for_a_quarter_of_an_hour() {
    let server = Server::start().await;
    let booking = server.book("reisepass", NINE).await;
    let pin = booking.pin.clone().unwrap();
    let wrong = if pin == "000000" { "000001" } else { "000000" };
    for _ in 0..4 {
        assert_eq!(kind(server.cancel(booking.secret, wrong).await), "pin_wrong");
    }
    assert_eq!(kind(server.cancel(booking.secret, wrong).await), "pin_locked");
    assert_eq!(kind(server.cancel(booking.secret, &pin).await), "pin_locked");
    let server = server.again_at("2026-11-23T05:44:00Z").await;
    assert_eq!(kind(server.cancel(booking.secret, &pin).await), "pin_locked");
    let server = server.again_at("2026-11-23T05:46:00Z").await;
    server.cancel(booking.secret, &pin).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn moved_with_the_same_name_and_pin_and_a_new_code() {
    let server = Server::start().await;
    let booking = server.book("reisepass", EIGHT).await;
    let pin = booking.pin.clone().unwrap();
    let moved = server.move_to(booking.secret, &pin, NINE).await.unwrap();
    assert_eq!(
        (moved.booking, moved.secret, &moved.short_code),
        (booking.booking, booking.secret, &booking.short_code)
    );
    assert_eq!((moved.start, moved.pin), (at(NINE), None));
    assert_ne!(moved.check_in_code, booking.check_in_code);
    // Onto a time that overlaps its own: its own place is no rival.
    server.move_to(booking.secret, &pin, "2026-11-23T08:10:00Z").await.unwrap();
    for _ in 0..3 {
        server.hold("reisepass", EIGHT).await.unwrap();
    }
    server.stop().await;
}

#[tokio::test]
async fn moving_fails_and_the_old_one_stands() {
    let server = Server::start().await;
    let booking = server.book("reisepass", EIGHT).await;
    let pin = booking.pin.clone().unwrap();
    for _ in 0..3 {
        server.hold("reisepass", NINE).await.unwrap();
    }
    assert_eq!(kind(server.move_to(booking.secret, &pin, NINE).await), "slot_taken");
    assert_eq!(kind(server.move_to(booking.secret, &pin, "2026-11-23T03:00:00Z").await), "time_not_offered");
    let stands: BookingView = server.get(&format!("/api/v1/bookings/{}", booking.secret)).await.unwrap();
    assert_eq!((stands.start, stands.check_in_code), (at(EIGHT), booking.check_in_code));
    // Its place is still its own.
    server.hold("reisepass", EIGHT).await.unwrap();
    server.hold("reisepass", EIGHT).await.unwrap();
    assert_eq!(kind(server.hold("reisepass", EIGHT).await), "slot_taken");
    server.stop().await;
}

#[tokio::test]
async fn the_same_nonce_gets_the_same_answer() {
    let server = Server::start().await;
    let path = "/api/v1/offices/musterstadt/holds";
    let body = json!({ "services": [{ "service": "reisepass", "quantity": 1 }], "start": EIGHT });
    let nonce = Uuid::new_v4();
    let first: Hold = server.post(path, nonce, &body).await.unwrap();
    let again: Hold = server.post(path, nonce, &body).await.unwrap();
    assert_eq!(first, again);
    let other = json!({ "services": [{ "service": "reisepass", "quantity": 1 }], "start": NINE });
    assert_eq!(kind(server.post::<Hold>(path, nonce, other).await), "nonce_reused");
    // Also when the time is sold out meanwhile, and after a restart.
    server.hold("reisepass", EIGHT).await.unwrap();
    server.hold("reisepass", EIGHT).await.unwrap();
    let server = server.again_at(MONDAY).await;
    assert_eq!(server.post::<Hold>(path, nonce, &body).await.unwrap(), first);

    let (confirm, nonce) = (format!("/api/v1/holds/{}/confirm", first.hold), Uuid::new_v4());
    let contact = json!({ "name": "Erika Mustermann" });
    let booking: BookingView = server.post(&confirm, nonce, &contact).await.unwrap();
    let again: BookingView = server.post(&confirm, nonce, &contact).await.unwrap();
    assert_eq!(booking, again, "the PIN included");
    assert_eq!(kind(server.post::<BookingView>(&confirm, Uuid::new_v4(), &contact).await), "hold_unknown");

    // A wrong PIN counts once, however often it is sent.
    let (cancel, nonce) = (format!("/api/v1/bookings/{}/cancel", booking.secret), Uuid::new_v4());
    for _ in 0..7 {
        let refused =
            server.post::<BookingView>(&cancel, nonce, json!({ "pin": "nothing" })).await.unwrap_err();
        assert!(refused.detail.unwrap().contains("4 more"));
    }
    server.stop().await;
}

#[tokio::test]
async fn bad_requests_name_what_is_wrong() {
    let server = Server::start().await;
    let path = "/api/v1/offices/musterstadt/holds";
    let send = async |body: &str| {
        let response = server.send(Method::POST, path, Some(Uuid::new_v4()), Some(body.to_owned())).await;
        crate::support::answer::<Hold>(response).await.unwrap_err()
    };
    for (body, status, said) in [
        ("{", 400, "EOF"),
        (r#"{"services":[],"start":"2026-11-23T07:00:00Z","colour":1}"#, 400, "colour"),
        (r#"{"services":[]}"#, 400, "start"),
        (
            r#"{"services":[{"service":"reisepass","quantity":"one"}],"start":"2026-11-23T07:00:00Z"}"#,
            400,
            "services[0].quantity",
        ),
        (r#"{"services":[],"start":"2026-11-23T07:00:00Z"}"#, 422, "1 to 20"),
        (r#"{"services":[{"service":"hund","quantity":1}],"start":"2026-11-23T07:00:00Z"}"#, 422, "hund"),
        (
            r#"{"services":[{"service":"reisepass","quantity":1}],"start":"2026-11-23T07:03:00Z"}"#,
            422,
            "not offer",
        ),
        (
            r#"{"services":[{"service":"reisepass","quantity":1}],"start":"2026-11-20T07:00:00Z"}"#,
            422,
            "not offer",
        ),
        (
            r#"{"services":[{"service":"reisepass","quantity":1}],"start":"2028-11-20T07:00:00Z"}"#,
            422,
            "not offer",
        ),
    ] {
        let problem = send(body).await;
        assert_eq!(problem.status, status, "{body}: {problem:?}");
        assert!(problem.detail.as_ref().unwrap().contains(said), "{body}: {problem:?}");
    }
    assert_eq!(send(&format!("\"{}\"", "x".repeat(70_000))).await.code(), "too_large");
    let no_nonce = server
        .send(
            Method::POST,
            path,
            None,
            Some("{\"services\":[],\"start\":\"2026-11-23T07:00:00Z\"}".to_owned()),
        )
        .await;
    assert_eq!(kind(crate::support::answer::<Hold>(no_nonce).await), "nonce_missing");
    let wrong = server.send(Method::DELETE, path, None, None).await;
    assert_eq!(kind(crate::support::answer::<Hold>(wrong).await), "wrong_method");
    assert_eq!(kind(server.get::<Hold>("/api/v1/nothing").await), "not_found");
    assert_eq!(kind(server.get::<Hold>("/api/v2/offices").await), "not_found");
    assert_eq!(
        kind(server.get::<FreeTimes>("/api/v1/offices/x/free-times?services=a").await),
        "office_unknown"
    );
    let times = "/api/v1/offices/musterstadt/free-times";
    assert_eq!(kind(server.get::<FreeTimes>(times).await), "malformed");
    assert_eq!(kind(server.get::<FreeTimes>(&format!("{times}?services=reisepass:x")).await), "malformed");
    let long = format!("{times}?services=reisepass&from=2026-11-23T00:00:00Z&to=2027-01-23T00:00:00Z");
    assert_eq!(kind(server.get::<FreeTimes>(&long).await), "span_wrong");
    assert_eq!(kind(server.get::<BookingView>("/api/v1/bookings/x").await), "booking_unknown");
    assert_eq!(kind(server.confirm(Uuid::new_v4()).await), "hold_unknown");
    server.stop().await;
}

#[tokio::test]
async fn days_of_the_clock_changes() {
    let sundays = OFFICE.replace("horizon_days = 60", "horizon_days = 400").replace(
        "weekdays = [\"Mon\", \"Tue\", \"Wed\", \"Thu\", \"Fri\"]\nfrom = \"08:00:00\"\nto = \"12:00:00\"",
        "weekdays = [\"Sun\"]\nfrom = \"01:00:00\"\nto = \"04:00:00\"",
    );
    assert!(sundays.contains("\"Sun\""));
    let sundays = sundays.replace("grid_minutes = 10", "grid_minutes = 60");
    let server = Server::with_office("2026-10-24T12:00:00Z", &sundays).await;
    let autumn = server.free("fuehrerschein", "2026-10-24T20:00:00Z", "2026-10-25T20:00:00Z").await;
    let hours: Vec<_> =
        ["2026-10-24T23:00:00Z", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z"]
            .map(at)
            .into();
    assert_eq!(autumn.starts, hours);
    let spring = server.free("fuehrerschein", "2027-03-27T20:00:00Z", "2027-03-28T20:00:00Z").await;
    assert_eq!(spring.starts, ["2027-03-28T00:00:00Z", "2027-03-28T01:00:00Z"].map(at));
    // Both hours called two o'clock are sold apart, three places each.
    for start in ["2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"] {
        for _ in 0..3 {
            server.hold("fuehrerschein", start).await.unwrap();
        }
        assert_eq!(kind(server.hold("fuehrerschein", start).await), "slot_taken");
    }
    server.stop().await;
}

#[tokio::test]
async fn contact_data_is_gone_after_the_visit() {
    let server = Server::start().await;
    let booking = server.book("reisepass", EIGHT).await;
    let cancelled = server.book("reisepass", EIGHT).await;
    server.cancel(cancelled.secret, &cancelled.pin.clone().unwrap()).await.unwrap();
    // Files are tidied up beside other work, so that one look can come too early.
    let holds_name = async |server: &Server, expected: bool| {
        let look = async || {
            let holds = server.folder.kept.count_in_files(b"Erika Mustermann") > 0;
            (holds == expected).then_some(())
        };
        until("the name to be in database, log or side files, or in none", look).await;
    };
    let server = server.again_at("2026-11-23T22:59:00Z").await;
    // Still the day of the visit in Berlin.
    holds_name(&server, true).await;
    let server = server.again_at("2026-11-23T23:01:00Z").await;
    holds_name(&server, false).await;
    let stays: BookingView = server.get(&format!("/api/v1/bookings/{}", booking.secret)).await.unwrap();
    assert_eq!(stays.booking, booking.booking);
    server.stop().await;
}

/// The database itself refuses what the program would never ask for.
#[tokio::test]
async fn the_database_sells_no_place_beyond_capacity_and_hours() {
    let server = Server::start().await;
    let booking = server.book("reisepass", NINE).await;
    let insert = |start: &str, lane: &str| {
        let slot = at(start).timestamp() / 300;
        let id = i64::try_from(booking.booking.bits()).unwrap();
        let values = format!("values ('musterstadt', {slot}, '{lane}', {id})");
        server.folder.kept.execute(&format!("insert into place (office, slot, lane, booking) {values}"))
    };
    let beyond = "place_within_capacity";
    assert_eq!(insert(EIGHT, "#4").unwrap_err(), beyond, "a fourth lane");
    assert_eq!(insert("2026-11-23T06:55:00Z", "#1").unwrap_err(), beyond, "before opening");
    assert_eq!(insert("2026-11-23T11:00:00Z", "#1").unwrap_err(), beyond, "at noon");
    assert_eq!(insert("2026-12-24T08:00:00Z", "#1").unwrap_err(), beyond, "on a closed day");
    assert!(insert(NINE, "#1").unwrap_err().to_lowercase().contains("unique"), "a lane twice");
    assert_eq!(insert(EIGHT, "#3"), Ok(1));
    server.stop().await;
}
