//! Programs of others, keys, an office's lobby and calendars: what the command line does, in the browser.

use crate::hooks::Receiver;
use crate::staff::signed_on;
use crate::support::{EIGHT, MONDAY, Server, until};
use axum::http::StatusCode as Answer;
use reqwest::StatusCode;

const PROGRAMS: &str = "/staff/programs";
const LINKS: &str = "/staff/offices/musterstadt/links";

/// What is shown this once.
fn secret(text: &str) -> String {
    let (_, rest) = text.split_once("secret secret--long\">").unwrap_or_else(|| panic!("{text}"));
    rest.split('<').next().unwrap().to_owned()
}

/// The value of the first button of this name.
fn button(text: &str, name: &str) -> String {
    let (_, rest) =
        text.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{name} {text}"));
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_token_is_shown_once_and_taken_back() {
    let server = Server::start().await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let tokens = "/staff/programs/tokens";
    for (form, said) in [
        (vec![("name", ""), ("right", "feed")], "von wem das Programm ist"),
        (vec![("name", "Stadtplan <b>")], "was das Programm darf"),
        (vec![("name", "Stadtplan <b>"), ("right", "root")], "was das Programm darf"),
        (vec![("name", "Stadtplan <b>"), ("right", "feed"), ("office", "nirgends")], "nicht mehr"),
    ] {
        let (status, _, text) = chief.post(tokens, &form).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains(said), "{said} {text}");
        assert!(form[0].1.is_empty() || text.contains("value=\"Stadtplan &#60;b&#62;\""), "{text}");
    }
    let form = [("name", "Stadtplan"), ("right", "feed"), ("right", "metrics"), ("office", "musterstadt")];
    let (status, _, text) = chief.post(tokens, &form).await;
    assert_eq!(status, StatusCode::OK, "{text}");
    let token = secret(&text);
    let asks = async || {
        let request = server.http.get(format!("{}/api/v1/changes", server.base)).bearer_auth(&token);
        request.send().await.unwrap().status()
    };
    assert_eq!(asks().await, StatusCode::OK);
    let (_, _, text) = chief.get(PROGRAMS).await;
    assert!(
        text.contains("Stadtplan") && text.contains("Messwerte lesen") && !text.contains(&token),
        "{text}"
    );
    let back = button(&text, "back");
    let (_, _, text) = chief.post(tokens, &[("back", &back)]).await;
    assert!(text.contains("zurückgenommen: Montag, 23. November 2026"), "{text}");
    assert_eq!(asks().await, StatusCode::UNAUTHORIZED);
    let (status, _, text) = chief.post(tokens, &[("back", &back)]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("nicht mehr"), "{text}");
    for name in ["Robin Beispiel", "Kim Beispiel"] {
        let role = if name.starts_with('R') { "supervisor" } else { "clerk" };
        let mut other = signed_on(&server, name, role).await;
        for path in [PROGRAMS, LINKS] {
            assert_eq!(other.get(path).await.0, StatusCode::FORBIDDEN, "{name} {path}");
        }
        for path in [
            tokens,
            "/staff/programs/webhooks",
            "/staff/programs/keys",
            "/staff/offices/musterstadt/links/lobby",
            "/staff/offices/musterstadt/links/calendar",
        ] {
            let form = [("name", "x"), ("right", "feed"), ("press", "rotate"), ("make", "1")];
            assert_eq!(other.post(path, &form).await.0, StatusCode::FORBIDDEN, "{name} {path}");
        }
    }
    assert_eq!(server.folder.kept.number("select count(*) from api_token"), 1);
    assert_eq!(server.folder.kept.number("select count(*) from signing_key"), 1);
    server.stop().await;
}

#[tokio::test]
async fn an_address_that_fails_is_seen_and_tried_again() {
    let server = Server::start().await;
    let receiver = Receiver::start().await;
    receiver.answer(Answer::SERVICE_UNAVAILABLE);
    server.book("reisepass", EIGHT).await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let hooks = "/staff/programs/webhooks";
    for url in [
        "",
        "stadtplan.example",
        "http://stadtplan.example/",
        "javascript:alert(1)",
        "ftp://localhost/",
        "https://127.0.0.1:8443/",
        "https://[::ffff:127.0.0.1]/",
        &receiver.url,
    ] {
        let (status, _, text) =
            chief.post(hooks, &[("name", "Stadtplan"), ("url", url), ("names", "yes")]).await;
        assert!(
            status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("mit https:// beginnt"),
            "{url} {text}"
        );
        assert!(text.contains(&format!("name=\"url\" value=\"{url}\"")), "{text}");
    }
    let (_, _, text) =
        chief.post(hooks, &[("name", "Stadtplan"), ("url", "https://stadtplan.example/hook")]).await;
    assert!(secret(&text).starts_with("whsec_") && text.contains("Noch nichts angenommen"), "{text}");
    chief.post(hooks, &[("remove", &button(&text, "remove"))]).await;
    // What else runs on the server's machine only its own command line may have told.
    let receives = ["webhook", "add", "Stadtplan", &receiver.url];
    server.folder.run(MONDAY, &receives).await.unwrap();
    receiver.told(1).await;
    let text = until("the failure", async || {
        Some(chief.get(PROGRAMS).await.2).filter(|text| text.contains("Einmal vergeblich versucht"))
    })
    .await;
    assert!(text.contains("503") && text.contains("Nächster Versuch") && !text.contains("whsec_"), "{text}");
    receiver.answer(Answer::NO_CONTENT);
    chief.post(hooks, &[("again", &button(&text, "again"))]).await;
    let text = until("the delivery", async || {
        Some(chief.get(PROGRAMS).await.2).filter(|text| text.contains("Zuletzt angenommen: Montag"))
    })
    .await;
    assert!(!text.contains("vergeblich") && !text.contains("name=\"again\""), "{text}");
    let (_, _, text) = chief.post(hooks, &[("remove", &button(&text, "remove"))]).await;
    assert!(!text.contains("name=\"remove\""), "{text}");
    server.stop().await;
}

#[tokio::test]
async fn keys_change_and_links_are_made_and_ended() {
    let server = Server::start().await;
    let booked = server.book("reisepass", EIGHT).await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let keys = "/staff/programs/keys";
    let (_, _, text) = chief.post(keys, &[("press", "rotate")]).await;
    assert!(text.contains("Schlüssel 2") && text.contains("prüft nur noch"), "{text}");
    let (_, _, text) = chief.post(keys, &[("press", "revoke:1")]).await;
    assert!(text.contains("gesperrt") && !text.contains("revoke:1\""), "{text}");
    let code = "select count(*) from booking where key = 2";
    assert_eq!(server.folder.kept.number(code), 1, "{}", booked.booking);
    for press in ["revoke:9", "revoke:-1", "revoke:x", ""] {
        assert_eq!(
            chief.post(keys, &[("press", press)]).await.0,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{press}"
        );
    }
    // The lobby signs on with a code from the page.
    let (_, _, text) = chief.get(LINKS).await;
    assert!(text.contains("Noch hat sich kein Standort-Server angemeldet"), "{text}");
    let (_, _, text) = chief.post("/staff/offices/musterstadt/links/lobby", &[]).await;
    let body = serde_json::json!({ "code": secret(&text) });
    let linked: foyer_protocol::feed::Linked =
        server.post("/api/v1/lobbies", uuid::Uuid::new_v4(), body).await.unwrap();
    let (_, _, text) = chief.get(LINKS).await;
    assert!(text.contains("Angemeldet seit: Montag") && !text.contains("Zuletzt gehört"), "{text}");
    let body = serde_json::json!({ "reports": [] });
    let request = server.http.post(format!("{}/api/v1/reports", server.base)).bearer_auth(&linked.token);
    assert_eq!(request.json(&body).send().await.unwrap().status(), StatusCode::OK);
    assert!(chief.get(LINKS).await.2.contains("Zuletzt gehört: Montag, 23. November 2026"));
    // A counter's calendar: a new link ends the one of before.
    let calendar = "/staff/offices/musterstadt/links/calendar";
    let (_, _, text) = chief.post(calendar, &[("make", "1")]).await;
    let path = |text: &str| secret(text).strip_prefix("https://termine.example").unwrap().to_owned();
    let first = path(&text);
    assert!(text.contains("hat einen Link"), "{text}");
    assert_eq!(server.page(&first).await.0, StatusCode::OK);
    let (_, _, text) = chief.post(calendar, &[("make", "1")]).await;
    let second = path(&text);
    assert_eq!(
        (server.page(&first).await.0, server.page(&second).await.0),
        (StatusCode::NOT_FOUND, StatusCode::OK)
    );
    let (_, _, text) = chief.post(calendar, &[("end", "1")]).await;
    assert!(!text.contains("hat einen Link"), "{text}");
    assert_eq!(server.page(&second).await.0, StatusCode::NOT_FOUND);
    for form in [[("make", "99")], [("end", "1")], [("press", "x")]] {
        assert_eq!(chief.post(calendar, &form).await.0, StatusCode::UNPROCESSABLE_ENTITY, "{form:?}");
    }
    assert_eq!(chief.get("/staff/offices/nirgends/links").await.0, StatusCode::NOT_FOUND);
    assert_eq!(server.folder.run(MONDAY, &["key", "list"]).await.unwrap().lines().count(), 3);
    server.stop().await;
}
