//! Free times that change while somebody looks at them.

use crate::support::{EIGHT, LIMIT, MONDAY, Server, north};
use crate::waiting::office;
use reqwest::{Response, StatusCode};
use serde_json::Value;

/// An open page's stream.
struct Page {
    response: Response,
    read: String,
}

impl Page {
    async fn open(server: &Server, query: &str) -> Self {
        Self::at(server, &format!("/musterstadt/times/stream?services=reisepass:1&lang=de{query}")).await
    }

    async fn at(server: &Server, path: &str) -> Self {
        let response = server.http.get(format!("{}{path}", server.base)).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/event-stream"));
        Self { response, read: String::new() }
    }

    /// What the next event shows; none if the stream ends. What somebody does shows long before time alone would show it.
    async fn next(&mut self) -> Option<Value> {
        tokio::time::timeout(LIMIT, self.event()).await.expect("an event")
    }

    async fn event(&mut self) -> Option<Value> {
        loop {
            if let Some((event, rest)) = self.read.split_once("\n\n") {
                let data = event.lines().find_map(|line| line.strip_prefix("data:"));
                let shown = data.map(|data| serde_json::from_str(data.trim()).unwrap());
                self.read = rest.to_owned();
                match shown {
                    Some(shown) => return Some(shown),
                    None => continue,
                }
            }
            let chunk = self.response.chunk().await.ok()??;
            self.read.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }
}

fn html(shown: &Value) -> &str {
    shown["html"].as_str().unwrap()
}

#[tokio::test]
async fn what_others_book_and_give_up_shows_without_reloading() {
    let server = Server::with_office(MONDAY, &office()).await;
    let (_, page) = server.page("/musterstadt/times?services=reisepass:1&lang=de&day=2026-11-25").await;
    let stream =
        "data-stream=\"/musterstadt/times/stream?services=reisepass:1&#38;day=2026-11-25&#38;lang=de\"";
    assert!(page.contains(stream), "{page}");
    let mut open = Page::open(&server, "&day=2026-11-25").await;
    let first = open.next().await.unwrap();
    assert!(html(&first).contains("1 freie Zeit") && first["day"] == "2026-11-25T09:00:00Z", "{first}");
    // The page has the same already.
    assert!(page.contains(html(&first).trim()), "{first}");
    let (_, closed) = server.page("/musterstadt/times?services=reisepass:1&lang=de&day=2026-11-26").await;
    let said = "<h2>Donnerstag, 26. November 2026</h2> <span class=\"quiet\">geschlossen</span>";
    assert!(closed.contains(said), "a closed day is none that is booked up: {closed}");
    let booking = server.book("reisepass", "2026-11-25T09:00:00Z").await;
    let taken = open.next().await.unwrap();
    assert!(html(&taken).contains("ausgebucht") && taken["day"] == "", "{taken}");
    server.cancel(booking.secret, booking.pin.as_ref().unwrap()).await.unwrap();
    assert_eq!(open.next().await.unwrap(), first);
    // A new plan shows, too.
    let closed = office().replace("date = \"2026-12-24\"", "date = \"2026-11-25\"");
    server.folder.import(MONDAY, &closed).await.unwrap();
    let shut = open.next().await.unwrap();
    assert!(shut["day"] == "" && html(&shut).contains("25. November 2026: geschlossen"), "{shut}");
    // It ends with the server and holds nothing up.
    server.stop().await;
    assert!(open.next().await.is_none());
}

/// Whoever looks for another time for what is booked sees the same, on the booking's own page.
#[tokio::test]
async fn who_moves_an_appointment_sees_what_others_book() {
    let server = Server::with_office(MONDAY, &office()).await;
    let mine = server.book("reisepass", "2026-11-25T09:00:00Z").await;
    let here = format!("/b/{}/move", mine.secret);
    let (_, page) = server.page(&format!("{here}?lang=de&day=2026-12-02")).await;
    assert!(page.contains(&format!("data-stream=\"{here}/stream?day=2026-12-02&#38;lang=de\"")), "{page}");
    let mut open = Page::at(&server, &format!("{here}/stream?day=2026-12-02&lang=de")).await;
    let first = open.next().await.unwrap();
    assert!(first["day"] == "2026-12-02T09:00:00Z" && page.contains(html(&first).trim()), "{first}");
    assert!(html(&first).contains(&format!("href=\"{here}?lang=de")), "{first}");
    server.book("reisepass", "2026-12-02T09:00:00Z").await;
    assert_eq!(open.next().await.unwrap()["day"], "");
    let nobodys = format!("{}/b/{}/move/stream", server.base, uuid::Uuid::nil());
    assert_eq!(server.http.get(nobodys).send().await.unwrap().status(), StatusCode::NOT_FOUND);
    server.stop().await;
}

#[tokio::test]
async fn nothing_is_sent_that_looks_alike() {
    let server = Server::start().await;
    server.folder.import(MONDAY, &north()).await.unwrap();
    let lists = async || server.page("/").await.1.contains("Nord").then_some(());
    crate::support::until("the other office", lists).await;
    // Other days are not among the free times of this one; in the calendar their counts are.
    let mut open = Page::open(&server, "&day=2026-11-24&from=2026-11-24&half=morning").await;
    open.next().await.unwrap();
    let mut afternoon = Page::open(&server, "&day=2026-11-24&from=2026-11-24&half=afternoon").await;
    afternoon.next().await.unwrap();
    // Two of three lanes: the count of free times stays.
    server.book("reisepass", EIGHT).await;
    server.book("reisepass", EIGHT).await;
    server.book("reisepass", "2026-11-24T07:00:00Z").await;
    // Who looks at the afternoon is sent what goes there; after that the morning would have been sent, too.
    for _ in 0..3 {
        server.book("reisepass", "2026-11-24T12:00:00Z").await;
    }
    afternoon.next().await.unwrap();
    server.book("reisepass", "2026-11-24T07:00:00Z").await;
    server.book("reisepass", "2026-11-24T07:00:00Z").await;
    let next = open.next().await.unwrap();
    let here = html(&next).split("id=\"times\"").nth(1).unwrap();
    assert!(!here.contains("08:00 Uhr</span>"), "what looks alike was sent: {next}");
    let wrong = server.page("/musterstadt/times/stream?services=zirkus:1").await;
    assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
    server.stop().await;
}
