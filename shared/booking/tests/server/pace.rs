//! Who asks too often is told so, and nobody else is kept from anything.

use crate::support::{EIGHT, Folder, MONDAY, OFFICE, Server, answer, kind};
use foyer_protocol::booking::{BookingView, Hold, Offices};
use foyer_protocol::problem::Problem;
use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// Behind a proxy on this machine, with these limits.
async fn limited(limits: &str) -> Server {
    let mut folder = Folder::new();
    folder.listen = "trusted_proxy = \"127.0.0.1\"\n".to_owned();
    folder.mail = format!("[limits]\n{limits}");
    folder.import(MONDAY, OFFICE).await.unwrap();
    Server::on(Arc::new(folder), MONDAY).await
}

fn from(request: RequestBuilder, address: &str) -> RequestBuilder {
    request.header("x-forwarded-for", address).header("accept-language", "de")
}

async fn offices(server: &Server, address: &str) -> Result<Offices, Problem> {
    let request = server.http.get(format!("{}/api/v1/offices", server.base));
    answer(from(request, address).send().await.unwrap()).await
}

/// Enough for whoever is not the one: a minute brings three more, which no test takes.
const THREE: &str = "requests_per_minute = 3\n";

#[tokio::test]
async fn an_address_that_asks_too_often_waits_and_others_do_not() {
    let server = limited(THREE).await;
    for _ in 0..3 {
        offices(&server, "203.0.113.7").await.unwrap();
    }
    let refused = offices(&server, "203.0.113.7").await;
    assert_eq!(kind(refused), "too_often");
    // What a caller makes up before the proxy's own word changes nothing.
    assert_eq!(kind(offices(&server, "198.51.100.9, 203.0.113.7").await), "too_often");
    offices(&server, "203.0.113.8").await.unwrap();

    let page = from(server.http.get(&server.base), "203.0.113.7").send().await.unwrap();
    assert_eq!(page.status(), StatusCode::TOO_MANY_REQUESTS);
    let seconds: u64 = page.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    assert!(page.headers().contains_key("content-security-policy"));
    let text = page.text().await.unwrap();
    assert!(text.contains("Das war etwas oft") && text.contains("lang=\"de\""), "{text}");
    server.stop().await;
}

#[tokio::test]
async fn who_is_on_this_machine_has_no_limit() {
    let server = limited(THREE).await;
    for _ in 0..20 {
        server.get::<Value>("/api/v1/offices").await.unwrap();
    }
    server.stop().await;
}

#[tokio::test]
async fn programs_with_a_token_have_a_limit_of_their_own() {
    let server = limited("requests_per_minute = 3\nprograms_per_minute = 5").await;
    let lobby = server.link().await;
    let tell = async || {
        let request = server.http.post(format!("{}/api/v1/reports", server.base)).bearer_auth(&lobby.token);
        let request = from(request, "203.0.113.7").json(&json!({ "reports": [] }));
        answer::<Value>(request.send().await.unwrap()).await
    };
    // The first one shows the token and counts as anybody's.
    for _ in 0..6 {
        tell().await.unwrap();
    }
    assert_eq!(kind(tell().await), "too_often");
    // Citizens in the same house, behind the same address.
    offices(&server, "203.0.113.7").await.unwrap();
    // What only looks like a token changes nothing.
    let looking = async || {
        let request = server.http.get(format!("{}/api/v1/offices", server.base)).bearer_auth("none");
        answer::<Value>(from(request, "203.0.113.9").send().await.unwrap()).await
    };
    for _ in 0..3 {
        looking().await.unwrap();
    }
    assert_eq!(kind(looking().await), "too_often");
    server.stop().await;
}

/// Else one caller could keep an office empty without booking anything.
#[tokio::test]
async fn an_address_holds_so_many_times_and_no_more() {
    let server = limited("holds_per_minute = 2").await;
    let hold = async |start: &str, address: &str| {
        let path = format!("{}/api/v1/offices/musterstadt/holds", server.base);
        let body = json!({ "services": [{ "service": "reisepass", "quantity": 1 }], "start": start });
        let nonce = Uuid::new_v4().to_string();
        let request = server.http.post(path).header("idempotency-key", nonce).json(&body);
        answer::<Hold>(from(request, address).send().await.unwrap()).await
    };
    let held = hold(EIGHT, "203.0.113.7").await.unwrap();
    let path = format!("{}/h/{}/longer", server.base, held.hold);
    let form = ("content-type", "application/x-www-form-urlencoded");
    let longer = || from(server.http.post(&path).header(form.0, form.1), "203.0.113.7").body("name=").send();
    assert_eq!(longer().await.unwrap().status(), StatusCode::OK);
    assert_eq!(longer().await.unwrap().status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(kind(hold("2026-11-23T08:00:00Z", "203.0.113.7").await), "too_often");
    // Somebody else, and what holds nothing.
    hold("2026-11-23T08:00:00Z", "203.0.113.8").await.unwrap();
    offices(&server, "203.0.113.7").await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn a_booking_is_not_changed_all_the_time() {
    let server = limited("changes_per_booking = 2").await;
    let hold: Hold = server.hold("reisepass", EIGHT).await.unwrap();
    let extend = async || {
        let path = format!("/api/v1/holds/{}/extend", hold.hold);
        server.post::<Hold>(&path, Uuid::new_v4(), json!({})).await
    };
    extend().await.unwrap();
    extend().await.unwrap();
    assert_eq!(kind(extend().await), "too_often");
    // It is still looked at, and others are still changed.
    server.get::<BookingView>(&format!("/api/v1/bookings/{}", hold.hold)).await.unwrap();
    server.book("reisepass", EIGHT).await;
    server.stop().await;
}

#[tokio::test]
async fn a_locked_booking_says_until_when() {
    let server = Server::start().await;
    let booking = server.book("reisepass", EIGHT).await;
    let path = format!("/api/v1/bookings/{}/cancel", booking.secret);
    let wrong = if booking.pin.as_deref() == Some("000000") { "000001" } else { "000000" };
    let body = json!({ "pin": wrong }).to_string();
    let mut last = None;
    for _ in 0..5 {
        last =
            Some(server.send(reqwest::Method::POST, &path, Some(Uuid::new_v4()), Some(body.clone())).await);
    }
    let last = last.unwrap();
    let later = last.headers()["retry-after"].to_str().unwrap().to_owned();
    assert!(later.starts_with("Mon, 23 Nov 2026 05:4") && later.ends_with(" GMT"), "{later}");
    assert_eq!(kind(answer::<Value>(last).await), "pin_locked");
    server.stop().await;
}
