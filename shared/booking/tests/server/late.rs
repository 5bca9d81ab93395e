//! "I will be late", from the ticket's page.

use crate::feed::{Feed, report};
use crate::phones::{Phone, Ticket, nonce, waiting};
use crate::support::{EIGHT, Server};
use foyer_protocol::feed::{Change, PhonePress};
use reqwest::StatusCode;
use serde_json::json;
use uuid::Uuid;

/// So many minutes later; status, where the answer leads, and its text.
async fn late(server: &Server, ticket: &Ticket, nonce: &str, minutes: &str) -> (StatusCode, String, String) {
    ticket.press(server, "late", &[("nonce", nonce), ("minutes", minutes)]).await
}

#[tokio::test]
async fn who_comes_later_says_so_once_and_the_lobby_has_the_word() {
    let (server, lobby, ticket) = waiting().await;
    let mut feed = Feed::open(&server, &lobby, None).await;
    feed.beginning().await;
    let mut phone = Phone::open(&server, &ticket, "de").await;
    phone.until("\"can_be_late\":true").await;
    let first = nonce(&server.page(&ticket.page("de")).await.1);
    let press = async |nonce: &str, minutes: &str| late(&server, &ticket, nonce, minutes).await;
    let (status, to, _) = press(&first, "10").await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, ticket.page("de").as_str()));
    let told = phone.until("dass Sie 10 Minuten später kommen").await;
    assert!(told.contains("\"can_be_late\":false"), "{told}");
    let down = feed.next().await.unwrap().1;
    let Change::Phone { secret_hash, press: PhonePress::Late { minutes: 10, at: Some(_) } } = down else {
        panic!("{down:?}")
    };
    assert_eq!(secret_hash, ticket.hash);
    // The same press again is the same; another is refused, kindly and with a way back.
    assert_eq!(press(&first, "10").await.0, StatusCode::SEE_OTHER);
    assert_eq!(press(&first, "5").await.0, StatusCode::UNPROCESSABLE_ENTITY, "one nonce, one wish");
    let (status, _, text) = press(&Uuid::new_v4().to_string(), "5").await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(text.contains("Das haben Sie schon gesagt") && text.contains(&ticket.page("de")), "{text}");
    // The lobby said yes.
    let mut later = ticket.told(2, EIGHT, "waiting");
    later["late_until"] = json!("2026-11-23T07:10:00Z");
    report(&server, &lobby, json!([later])).await;
    phone.until("Wir warten auf Sie bis 08:10").await;
    let (_, page) = server.page(&ticket.page("pl")).await;
    assert!(page.contains("Czekamy do godz.") && page.contains("id=\"be-late\" hidden"), "{page}");
    assert_eq!(press(&Uuid::new_v4().to_string(), "5").await.0, StatusCode::CONFLICT);
    // The minutes are over: nothing is said of them, and they do not come back.
    let server = server.again_at("2026-11-23T07:11:00Z").await;
    let (_, page) = server.page(&ticket.page("de")).await;
    assert!(!page.contains("Wir warten auf Sie") && page.contains("id=\"be-late\" hidden"), "{page}");
    server.stop().await;
}

#[tokio::test]
async fn who_is_called_cannot_come_later() {
    let (server, lobby, ticket) = waiting().await;
    let press = async |nonce: &str, minutes: &str| late(&server, &ticket, nonce, minutes).await;
    for wrong in ["0", "7", "60", "-5", "x", ""] {
        assert_eq!(press(&Uuid::new_v4().to_string(), wrong).await.0, StatusCode::BAD_REQUEST, "{wrong}");
    }
    report(&server, &lobby, json!([ticket.called(2, 7)])).await;
    let (_, page) = server.page(&ticket.page("de")).await;
    assert!(page.contains("id=\"be-late\" hidden"), "{page}");
    let (status, _, text) = press(&nonce(&page), "5").await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(text.contains("Ihre Nummer wartet nicht mehr") && text.contains(&ticket.page("de")), "{text}");
    let (_, changes) = Feed::open(&server, &lobby, None).await.beginning().await;
    assert!(!changes.iter().any(|change| matches!(change, Change::Phone { .. })), "{changes:?}");
    let strange = format!("/t/{}/late", Uuid::new_v4());
    let nobody = [("nonce", &*Uuid::new_v4().to_string()), ("minutes", "5")];
    assert_eq!(server.form(&strange, &nobody).await.0, StatusCode::NOT_FOUND);
    // Said in time, but the call was quicker: the wish goes down to nobody any more.
    report(&server, &lobby, json!([ticket.told(3, EIGHT, "waiting")])).await;
    assert_eq!(press(&Uuid::new_v4().to_string(), "15").await.0, StatusCode::SEE_OTHER);
    report(&server, &lobby, json!([ticket.called(4, 8)])).await;
    let (_, changes) = Feed::open(&server, &lobby, None).await.beginning().await;
    assert!(!changes.iter().any(|change| matches!(change, Change::Phone { .. })), "{changes:?}");
    assert!(server.page(&ticket.page("de")).await.1.contains("Bitte kommen Sie jetzt"));
    server.stop().await;
}
