//! Addresses of others are told what becomes of bookings, in order and until they take it.

use crate::support::{EIGHT, MONDAY, Server, until};
use axum::http::{HeaderMap, StatusCode};
use foyer_domain::booking::BookingState;
use foyer_protocol::changes::Changes;
use std::sync::{Arc, Mutex};
use tokio::task::JoinHandle;

/// What came: the heads and the body.
type Came = (HeaderMap, String);

/// Somebody who is told.
pub struct Receiver {
    pub url: String,
    came: Arc<Mutex<Vec<Came>>>,
    answers: Arc<Mutex<StatusCode>>,
    task: JoinHandle<()>,
}

impl Receiver {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook?key=geheim", listener.local_addr().unwrap());
        let came: Arc<Mutex<Vec<Came>>> = Arc::default();
        let answers = Arc::new(Mutex::new(StatusCode::NO_CONTENT));
        let (seen, answer) = (Arc::clone(&came), Arc::clone(&answers));
        let take = async move |headers: HeaderMap, body: String| {
            seen.lock().unwrap().push((headers, body));
            *answer.lock().unwrap()
        };
        let router = axum::Router::new().route("/hook", axum::routing::post(take));
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, came, answers, task }
    }

    pub fn answer(&self, status: StatusCode) {
        *self.answers.lock().unwrap() = status;
    }

    /// Waits for so many, and gives the last.
    pub async fn told(&self, count: usize) -> (HeaderMap, Changes) {
        let (headers, body) = until("a webhook", async || {
            let came = self.came.lock().unwrap();
            came.get(count - 1).cloned()
        })
        .await;
        assert_eq!(headers["content-type"], "application/json");
        (headers, serde_json::from_str(&body).unwrap())
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The list's line of the only address; its number first.
async fn line(server: &Server) -> String {
    let list = server.folder.run(MONDAY, &["webhook", "list"]).await.unwrap();
    list.lines().nth(1).unwrap().trim().to_owned()
}

/// Waits until the list says this.
async fn listed(server: &Server, said: &str) -> String {
    until(said, async || Some(line(server).await).filter(|line| line.contains(said))).await
}

#[tokio::test]
async fn others_are_told_in_order_and_only_what_is_new() {
    let server = Server::start().await;
    let receiver = Receiver::start().await;
    let booking = server.book("reisepass", EIGHT).await;
    let secret = server.folder.run(MONDAY, &["webhook", "add", "Stadtplan", &receiver.url]).await.unwrap();
    assert!(secret.starts_with("whsec_"), "{secret}");
    let (first, told) = receiver.told(1).await;
    assert_eq!((told.changes.len(), told.changes[0].booking), (1, booking.booking));
    assert!(
        told.changes[0].name.is_none() && first["webhook-signature"].to_str().unwrap().starts_with("v1,")
    );
    let at: i64 = first["webhook-timestamp"].to_str().unwrap().parse().unwrap();
    assert!((at - 1_795_411_800).abs() < 60, "{at}");
    listed(&server, "when there is news").await;
    server.cancel(booking.secret, &booking.pin.unwrap()).await.unwrap();
    let (second, told) = receiver.told(2).await;
    assert_eq!((told.changes.len(), told.changes[0].state), (1, BookingState::Cancelled));
    assert_ne!(first["webhook-id"], second["webhook-id"]);
    let number = line(&server).await.split_whitespace().next().unwrap().to_owned();
    server.folder.run(MONDAY, &["webhook", "remove", &number]).await.unwrap();
    let again = server.folder.run(MONDAY, &["webhook", "remove", &number]).await.unwrap_err().to_string();
    assert!(again.contains("no webhook"), "{again}");
    let refused = server.folder.run(MONDAY, &["webhook", "add", "x", "http://stadtplan.example/"]).await;
    assert!(refused.unwrap_err().to_string().contains("use https"));
    server.stop().await;
}

#[tokio::test]
async fn what_is_not_taken_is_told_again_and_given_up_after_days() {
    let server = Server::start().await;
    let receiver = Receiver::start().await;
    receiver.answer(StatusCode::SERVICE_UNAVAILABLE);
    server.book("reisepass", EIGHT).await;
    let add = ["webhook", "add", "Stadtplan", &receiver.url, "--names", "--office", "musterstadt"];
    server.folder.run(MONDAY, &add).await.unwrap();
    let (first, _) = receiver.told(1).await;
    let said = listed(&server, "answered 503").await;
    // In a minute.
    assert!(said.contains("2026-11-23 05:31 UTC"), "{said}");
    let number = said.split_whitespace().next().unwrap().to_owned();

    let long_ago = "update webhook set failing_since = 0, next_try_at = 0";
    server.folder.kept.execute(long_ago).unwrap();
    listed(&server, "given up").await;
    receiver.answer(StatusCode::OK);
    server.folder.run(MONDAY, &["webhook", "retry", &number]).await.unwrap();
    let (third, told) = receiver.told(3).await;
    // Whoever took it before all the same knows by this that it is the same.
    assert_eq!(first["webhook-id"], third["webhook-id"]);
    assert_eq!(told.changes[0].name.as_ref().unwrap().0, "Erika Mustermann");
    assert!(!listed(&server, "when there is news").await.contains("503"));
    server.stop().await;
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let server = Server::start().await;
    let receiver = Receiver::start().await;
    receiver.answer(StatusCode::TEMPORARY_REDIRECT);
    server.book("reisepass", EIGHT).await;
    server.folder.run(MONDAY, &["webhook", "add", "Stadtplan", &receiver.url]).await.unwrap();
    listed(&server, "answered 307").await;
    server.stop().await;
}
