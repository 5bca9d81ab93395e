//! What a Prometheus is told, and who may ask.

use crate::others::token;
use crate::support::{EIGHT, Folder, MONDAY, OFFICE, Server};
use std::sync::Arc;

async fn ask(server: &Server, address: Option<&str>, token: Option<&str>) -> (u16, String) {
    let mut request = server.http.get(format!("{}/metrics", server.base));
    if let Some(address) = address {
        request = request.header("x-forwarded-for", address);
    }
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

#[tokio::test]
async fn requests_are_counted_by_route_and_name_nobody() {
    let server = Server::start().await;
    let booking = server.book("reisepass", EIGHT).await;
    server.page(&format!("/b/{}", booking.secret)).await;
    server.page("/no/such/page").await;
    let (status, text) = ask(&server, None, None).await;
    assert_eq!(status, 200, "{text}");
    for line in [
        r#"foyer_booking_requests_total{method="get",route="/b/{secret}",status="200"} 1"#,
        r#"foyer_booking_requests_total{method="post",route="/api/v1/holds/{hold}/confirm",status="200"} 1"#,
        r#"foyer_booking_requests_total{method="get",route="none",status="404"} 1"#,
        r#"foyer_booking_request_duration_seconds_count{method="get",route="/b/{secret}"} 1"#,
        "foyer_booking_ready 1",
        "foyer_booking_letters_dead 0",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains(&booking.secret.to_string()) && text.ends_with("# EOF\n"));
    server.stop().await;
}

#[tokio::test]
async fn only_this_machine_and_a_token_may_ask() {
    let mut folder = Folder::new();
    folder.listen = "trusted_proxy = \"127.0.0.1\"\n".to_owned();
    folder.import(MONDAY, OFFICE).await.unwrap();
    let server = Server::on(Arc::new(folder), MONDAY).await;
    let right = token(&server, &["--right", "metrics"]).await;
    let wrong = token(&server, &["--right", "feed"]).await;
    for (address, token, status) in [
        (None, None, 200),
        (Some("203.0.113.7"), None, 401),
        // A caller that makes itself one of this machine: a proxy that nobody has named stands before us.
        (Some("127.0.0.1"), None, 401),
        (Some("203.0.113.7"), Some(&wrong), 403),
        (Some("203.0.113.7"), Some(&right), 200),
    ] {
        assert_eq!(ask(&server, address, token.map(String::as_str)).await.0, status, "{address:?}");
    }
    server.stop().await;
}
