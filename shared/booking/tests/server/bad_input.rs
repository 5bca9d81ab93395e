//! Whatever comes in, the answer says what is wrong with it; nothing of it breaks anything.

use crate::mail_server::{MailServer, section};
use crate::support::{EIGHT, Folder, MONDAY, OFFICE, Server, answer, kind};
use foyer_protocol::booking::{Hold, Offices};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::sync::Arc;
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

fn at_time(start: &str) -> String {
    format!(r#"{{"services":[{{"service":"reisepass","quantity":1}}],"start":"{start}"}}"#)
}

#[tokio::test]
async fn times_that_are_none_and_numbers_that_are_odd() {
    let server = Server::start().await;
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
        assert_eq!(hold(&server, &at_time(start)).await, becomes, "{start}");
    }
    let times =
        |quantity: &str| at_time(EIGHT).replace("\"quantity\":1", &format!("\"quantity\":{quantity}"));
    for (quantity, becomes) in
        [("1.0", "held"), ("1.5", "malformed"), ("1e400", "malformed"), ("0", "services_wrong")]
    {
        assert_eq!(hold(&server, &times(quantity)).await, becomes, "{quantity}");
    }
    for service in ["\\u0000", "\\ud83d\\ude00", "'; drop table booking; --"] {
        assert_eq!(
            hold(&server, &at_time(EIGHT).replace("reisepass", service)).await,
            "service_unknown",
            "{service}"
        );
    }
    assert_eq!(hold(&server, &at_time(EIGHT).replace("reisepass", "\\ud83d")).await, "malformed");
    server.stop().await;
}

/// Chrono reads them, and the next day, or the same moment in Berlin, would be none any more.
#[tokio::test]
async fn days_that_no_calendar_reaches() {
    let server = Server::start().await;
    let booking = server.book("reisepass", EIGHT).await;
    let page = format!("/b/{}", booking.secret);
    for (day, moment) in [
        ("+262142-12-31", "+262142-12-31T23:30:00Z"),
        ("-262143-01-01", "-262143-01-01T00:30:00Z"),
        ("9999-12-31", "9999-12-31T23:30:00Z"),
    ] {
        let is_near = day.starts_with('9');
        let becomes = if is_near { "time_not_offered" } else { "malformed" };
        assert_eq!(hold(&server, &at_time(moment)).await, becomes, "{moment}");
        let services = ("services", "reisepass:1");
        for (path, query) in [
            ("/api/v1/offices/musterstadt/free-times", [services, ("from", moment)]),
            ("/musterstadt/times", [services, ("day", day)]),
            ("/musterstadt/times", [services, ("month", &day[..day.len() - 3])]),
            ("/musterstadt/times", [services, ("from", day)]),
            ("/musterstadt/wait", [services, ("from", day)]),
            (&format!("{page}/move"), [("lang", "de"), ("start", moment)]),
            (&format!("{page}/move"), [("lang", "de"), ("day", day)]),
        ] {
            let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
            let (status, _) = server.page(&format!("{path}?{query}")).await;
            assert!(!status.is_server_error(), "{path}?{query}: {status}");
        }
        let nonce = Uuid::new_v4().to_string();
        let form = [services, ("nonce", &nonce), ("start", moment), ("pin", "123456"), ("day", day)];
        for path in ["/musterstadt/hold", &format!("{page}/move"), &format!("/h/{}/again", booking.secret)] {
            let (status, ..) = server.form(path, &form).await;
            assert!(
                status.is_client_error() || is_near && !status.is_server_error(),
                "{path} {moment}: {status}"
            );
        }
    }
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

/// A whole letter pasted into a field is that field's fault; all else stays as it was typed.
#[tokio::test]
async fn far_too_much_in_a_field_of_a_form() {
    let mails = MailServer::start().unwrap();
    let folder = Folder { mail: section(mails.port, "security = \"none\""), ..Folder::new() };
    folder.import(MONDAY, OFFICE).await.unwrap();
    let server = Server::on(Arc::new(folder), MONDAY).await;
    let hold = server.hold("reisepass", EIGHT).await.unwrap().hold;
    let long = "Ä".repeat(50 * 1024);
    let request = "/musterstadt/request?services=fischereischein:1&lang=de";
    for path in [format!("/h/{hold}/check?lang=de"), request.to_owned()] {
        let fields = [("services", "fischereischein:1"), ("name", &long), ("email", "erika@example.org")];
        let (status, _, page) = server.form(&path, &fields).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {page}");
        assert!(page.contains("Der Name ist zu lang"), "{path}: {page}");
        assert!(page.contains("value=\"erika@example.org\""), "{path}: {page}");
        assert_eq!(page.matches('Ä').count(), 201, "{path}");
    }
    let wait =
        [("services", "reisepass:1"), ("email", &*long), ("from", "2026-11-24"), ("until", "2026-11-30")];
    let (status, _, page) = server.form("/musterstadt/wait?services=reisepass:1&lang=de", &wait).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("value=\"2026-11-30\""), "{status}");
    server.stop().await;
}

/// Nobody sees a blank without width: it is no name, and it is no part of an address.
#[tokio::test]
async fn what_nobody_sees_is_not_typed() {
    let server = Server::start().await;
    let hold = server.hold("reisepass", EIGHT).await.unwrap().hold;
    let check = format!("/h/{hold}/check?lang=de");
    let (status, _, page) = server.form(&check, &[("name", "\u{200b}\u{2060}")]).await;
    assert!(
        status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("Geben Sie Ihren Namen ein."),
        "{page}"
    );
    let nonce = Uuid::new_v4().to_string();
    let fields = [
        ("name", "Eri\u{202e}ka Mustermann"),
        ("email", "\u{feff}erika\u{200b}@example.org"),
        ("nonce", &*nonce),
    ];
    let (status, _, page) = server.form(&format!("/b/{hold}?lang=de"), &fields).await;
    assert!(status.is_success(), "{page}");
    assert_eq!(server.folder.kept.text("select name from contact"), "Erika Mustermann");
    assert_eq!(server.folder.kept.text("select email from contact"), "erika@example.org");
    let hold = server.hold("reisepass", EIGHT).await.unwrap().hold;
    let body = json!({ "name": "علی\u{200c}رضا\u{202e}", "language": "de" });
    let _: Value = server.post(&format!("/api/v1/holds/{hold}/confirm"), Uuid::new_v4(), body).await.unwrap();
    assert_eq!(server.folder.kept.text("select name from contact where email = ''"), "علی\u{200c}رضا");
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
