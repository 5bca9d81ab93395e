//! Who books many: at most so many open bookings for the same service, and a contact that is blocked for a time.

use crate::people::{city, clerk_at, kim};
use crate::staff::{hidden, signed_on};
use crate::support::{EIGHT, MONDAY, OFFICE, Server, kind};
use foyer_protocol::booking::BookingView;
use foyer_protocol::problem::Problem;
use reqwest::StatusCode;
use serde_json::json;
use uuid::Uuid;

async fn book(server: &Server, service: &str, email: &str) -> Result<BookingView, Problem> {
    let hold = server.hold(service, "2026-11-24T09:00:00Z").await.unwrap();
    let body = json!({ "name": "Erika Mustermann", "email": email, "language": "de" });
    server.post(&format!("/api/v1/holds/{}/confirm", hold.hold), Uuid::new_v4(), body).await
}

#[tokio::test]
async fn so_many_open_bookings_and_no_more() {
    let office = OFFICE
        .replace("most_open_bookings = 0", "most_open_bookings = 2")
        .replace("places = 3", "places = 20");
    let server = Server::with_office(MONDAY, &office).await;
    let first = book(&server, "reisepass", "erika@example.org").await.unwrap();
    book(&server, "reisepass", "Erika+pass@Example.org").await.unwrap();
    assert_eq!(kind(book(&server, "reisepass", "erika@example.org").await), "too_many_bookings");
    // Another service, and somebody else.
    book(&server, "personalausweis", "erika@example.org").await.unwrap();
    book(&server, "reisepass", "max@example.org").await.unwrap();
    server.cancel(first.secret, &first.pin.unwrap()).await.unwrap();
    book(&server, "reisepass", "erika@example.org").await.unwrap();
    assert_eq!(kind(book(&server, "reisepass", "erika@example.org").await), "too_many_bookings");
    // Whoever fills in the form keeps what they typed, and the time.
    let hold = server.hold("reisepass", "2026-11-24T09:00:00Z").await.unwrap().hold;
    let nonce = Uuid::new_v4().to_string();
    let form = [("nonce", nonce.as_str()), ("name", "Erika Mustermann"), ("email", "erika@example.org")];
    let (status, _, text) = server.form(&format!("/b/{hold}?lang=de"), &form).await;
    assert!(
        status == StatusCode::CONFLICT && text.contains("role=\"alert\">Sie haben dafür schon"),
        "{status} {text}"
    );
    assert!(
        text.contains("value=\"Erika Mustermann\"") && text.contains("Wir halten diese Zeit bis"),
        "{text}"
    );
    assert!(text.contains(&format!("action=\"/h/{hold}/check?lang=de\"")), "{text}");
    // Staff book all the same.
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let nonce = Uuid::new_v4().to_string();
    let form = [
        ("services", "reisepass:1"),
        ("from", "2026-11-23"),
        ("start", EIGHT),
        ("nonce", &nonce),
        ("name", "Erika Mustermann"),
        ("email", "erika@example.org"),
        ("language", "de"),
    ];
    assert_eq!(clerk.post("/staff/offices/musterstadt/book", &form).await.0, StatusCode::CREATED);
    // What is over is forgotten.
    let keys = "select count(*) from contact_key";
    assert_eq!(server.folder.kept.number(keys), 5);
    let server = server.again_at("2026-11-24T12:00:00Z").await;
    assert_eq!(server.folder.kept.number(keys), 0);
    server.stop().await;
}

/// Who works at some offices only does not see who is blocked, and lifts what they can block.
#[tokio::test]
async fn who_can_block_can_lift_it() {
    let server = Server::start().await;
    let booking = book(&server, "reisepass", "erika@example.org").await.unwrap();
    let mut chief = city(&server).await;
    let page = format!("/staff/bookings/{}", booking.booking);
    let mut elsewhere = clerk_at(&server, &mut chief, "at-nord").await;
    for press in ["block", "unblock"] {
        let (status, _, _) = elsewhere.post(&format!("{page}/{press}"), &[("days", "30")]).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{press}");
    }
    let mut here = kim(&server, &mut chief).await;
    assert_eq!(here.post(&format!("{page}/block"), &[("days", "30")]).await.0, StatusCode::SEE_OTHER);
    let (_, _, text) = here.get(&page).await;
    assert!(text.contains("Sperre aufheben") && !text.contains("/staff/blocked"), "{text}");
    assert_eq!(kind(book(&server, "ummeldung", "erika@example.org").await), "contact_blocked");
    assert_eq!(here.get("/staff/blocked").await.0, StatusCode::FORBIDDEN);
    assert_eq!(elsewhere.post(&format!("{page}/unblock"), &[]).await.0, StatusCode::FORBIDDEN);
    assert_eq!(here.post(&format!("{page}/unblock"), &[]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.folder.kept.number("select count(*) from blocked"), 0);
    book(&server, "ummeldung", "erika@example.org").await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn a_blocked_contact_books_through_staff_alone_until_the_block_is_lifted() {
    let server = Server::start().await;
    let booking = book(&server, "reisepass", "erika@example.org").await.unwrap();
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let page = format!("/staff/bookings/{}", booking.booking);
    assert_eq!(clerk.post(&format!("{page}/block"), &[("days", "30")]).await.0, StatusCode::SEE_OTHER);
    let (_, _, text) = clerk.get(&page).await;
    assert!(text.contains("gesperrt bis: Mittwoch, 23. Dezember 2026"), "{text}");
    assert_eq!(kind(book(&server, "ummeldung", "ERIKA@example.org").await), "contact_blocked");
    // Whoever fills in the form reads until when, and whom to ring.
    let hold = server.hold("ummeldung", "2026-11-24T10:00:00Z").await.unwrap();
    let nonce = Uuid::new_v4().to_string();
    let form = [("nonce", nonce.as_str()), ("name", "E"), ("email", "erika@example.org"), ("language", "de")];
    let (status, _, text) = server.form(&format!("/b/{}", hold.hold), &form).await;
    assert!(status == StatusCode::FORBIDDEN && text.contains("23. Dezember 2026"), "{text}");
    assert!(text.contains("value=\"erika@example.org\""), "{text}");
    let (_, _, list) = clerk.get("/staff/blocked").await;
    assert!(list.contains("E-Mail-Adresse") && !list.contains("erika"), "{list}");
    let (status, _, _) = clerk.post("/staff/blocked", &[("contact", "max@example.org")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let key = hidden(&list, "contact");
    assert_eq!(clerk.post("/staff/blocked", &[("contact", &key)]).await.0, StatusCode::OK);
    book(&server, "ummeldung", "erika@example.org").await.unwrap();
    clerk.post(&format!("{page}/block"), &[("days", "7")]).await;
    assert_eq!(clerk.post("/staff/blocked", &[("contact", "Erika@Example.org ")]).await.0, StatusCode::OK);
    clerk.post(&format!("{page}/block"), &[("days", "7")]).await;
    let server = server.again_at("2026-12-01T05:30:00Z").await;
    assert_eq!(server.folder.kept.number("select count(*) from blocked"), 0, "by itself after its time");
    server.stop().await;
}

/// A day is the office's, also while it is another one elsewhere.
#[tokio::test]
async fn a_block_ends_on_the_offices_day() {
    let server = Server::with_office("2026-11-23T23:30:00Z", OFFICE).await;
    let booking = book(&server, "reisepass", "erika@example.org").await.unwrap();
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    clerk.post(&format!("/staff/bookings/{}/block", booking.booking), &[("days", "30")]).await;
    let hold = server.hold("ummeldung", "2026-11-24T10:00:00Z").await.unwrap();
    let nonce = Uuid::new_v4().to_string();
    let form = [("nonce", nonce.as_str()), ("name", "E"), ("email", "erika@example.org")];
    let (_, _, text) = server.form(&format!("/b/{}?lang=de", hold.hold), &form).await;
    assert!(text.contains("24. Dezember 2026"), "{text}");
    server.stop().await;
}
