//! Whatever comes in, the answer says what is wrong with it; nothing of it breaks anything.

use crate::support::{EIGHT, Server, answer, kind};
use foyer_protocol::booking::{Hold, Offices};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

/// What becomes of a hold with this body.
async fn hold(server: &Server, body: &str) -> String {
    let path = "/api/v1/offices/musterstadt/holds";
    let sent = server.send(Method::POST, path, Some(Uuid::new_v4()), Some(body.to_owned())).await;
    match answer::<Hold>(sent).await {
        Ok(_) => "held".to_owned(),
        Err(problem) => problem.code().to_owned(),
    }
}

#[tokio::test]
async fn times_that_are_none_and_numbers_that_are_odd() {
    let server = Server::start().await;
    let at =
        |start: &str| format!(r#"{{"services":[{{"service":"reisepass","quantity":1}}],"start":"{start}"}}"#);
    for (start, becomes) in [
        ("2027-02-29T08:00:00Z", "malformed"),
        ("2028-02-29T08:00:00Z", "time_not_offered"),
        // The hour that is missing in spring: as a moment it is none of an office's times.
        ("2027-03-28T02:30:00+01:00", "time_not_offered"),
        ("2026-11-23T24:00:00Z", "malformed"),
        ("0001-01-01T00:00:00Z", "time_not_offered"),
        ("9999-12-31T23:59:59Z", "time_not_offered"),
        ("2026-11-23T07:00:00\\u0000Z", "malformed"),
        (EIGHT, "held"),
    ] {
        assert_eq!(hold(&server, &at(start)).await, becomes, "{start}");
    }
    let times = |quantity: &str| at(EIGHT).replace("\"quantity\":1", &format!("\"quantity\":{quantity}"));
    for (quantity, becomes) in
        [("1.0", "held"), ("1.5", "malformed"), ("1e400", "malformed"), ("0", "services_wrong")]
    {
        assert_eq!(hold(&server, &times(quantity)).await, becomes, "{quantity}");
    }
    for service in ["\\u0000", "\\ud83d\\ude00", "'; drop table booking; --"] {
        assert_eq!(
            hold(&server, &at(EIGHT).replace("reisepass", service)).await,
            "service_unknown",
            "{service}"
        );
    }
    assert_eq!(hold(&server, &at(EIGHT).replace("reisepass", "\\ud83d")).await, "malformed");
    server.stop().await;
}

#[tokio::test]
async fn names_that_are_none() {
    let server = Server::start().await;
    let held = server.hold("reisepass", EIGHT).await.unwrap();
    let confirm = async |name: &str| {
        let body = format!(r#"{{"name":"{name}","email":"erika@example.org"}}"#);
        let path = format!("/api/v1/holds/{}/confirm", held.hold);
        kind(answer::<Value>(server.send(Method::POST, &path, Some(Uuid::new_v4()), Some(body)).await).await)
    };
    assert_eq!(confirm(&"x".repeat(100 * 1024)).await, "too_large");
    assert_eq!(confirm(&"ü".repeat(20 * 1024)).await, "contact_wrong");
    assert_eq!(confirm("Erika\\u0000Mustermann").await, "contact_wrong");
    assert_eq!(confirm("Erika\\r\\nBcc: all@example.org").await, "contact_wrong");
    assert_eq!(confirm("Erika\\udc00").await, "malformed");
    server.confirm(held.hold).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn addresses_and_reports_that_are_none() {
    let server = Server::start().await;
    let lobby = server.link().await;
    for (path, becomes) in [
        ("/api/v1/offices/%FF/free-times?services=reisepass", "malformed"),
        ("/api/v1/offices/%00/free-times?services=reisepass", "office_unknown"),
        ("/api/v1/offices/musterstadt/free-times?services=%00", "service_unknown"),
        ("/api/v1/offices/musterstadt/free-times?services=reisepass&from=2027-02-29T00:00:00Z", "malformed"),
        ("/api/v1/bookings/%00", "booking_unknown"),
        ("/api/v1/bookings/%ED%A0%80", "malformed"),
    ] {
        assert_eq!(kind(server.get::<Offices>(path).await), becomes, "{path}");
    }
    let of =
        |hash: &str| json!({ "as_of": EIGHT, "of": [{ "secret_hash": hash, "ahead": 1, "wait": null }] });
    for (hash, is_taken) in [("\0".repeat(64), false), ("A".repeat(64), false), ("a".repeat(64), true)] {
        let request = server.http.post(format!("{}/api/v1/positions", server.base)).bearer_auth(&lobby.token);
        let told = answer::<Value>(request.json(&of(&hash)).send().await.unwrap()).await;
        assert_eq!(told.is_ok(), is_taken, "{hash:?}: {told:?}");
    }
    server.stop().await;
}
