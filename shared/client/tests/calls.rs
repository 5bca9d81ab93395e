//! Calls against a real server: answers, problems, lost answers, addresses that cannot work.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Json, Router};
use foyer_client::error::Fault;
use foyer_client::{Address, CallError, ClientError, Limits, Server, Token};
use foyer_protocol::nonce::{self, Nonce};
use foyer_protocol::problem::{self, Problem};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use support::{Line, address, deserted, limits, serve, server, soon};

fn problem(problem: Problem) -> impl IntoResponse {
    let status = StatusCode::from_u16(problem.status).unwrap();
    (status, [(header::CONTENT_TYPE, problem::CONTENT_TYPE)], serde_json::to_string(&problem).unwrap())
}

#[tokio::test]
async fn a_question_is_answered_and_says_who_asks() {
    let who = |headers: HeaderMap| async move {
        Json(headers.get(header::AUTHORIZATION).map(|value| value.to_str().unwrap().to_owned()))
    };
    let at = serve(Router::new().route("/api/v1/who", get(who))).await;
    let anonymous: Option<String> = server(at).get("/who").await.unwrap();
    assert_eq!(anonymous, None);
    let known = Server::new(&address(at), Some(Token::new("s3cret"))).unwrap();
    assert_eq!(known.get::<Option<String>>("/who").await.unwrap().as_deref(), Some("Bearer s3cret"));
    assert!(!format!("{known:?}").contains("s3cret"));
}

#[tokio::test]
async fn an_empty_answer_tells_nothing_and_queries_arrive() {
    let echo = |query: axum::extract::RawQuery| async move { Json(query.0) };
    let router = Router::new()
        .route("/prefix/api/v1/query", get(echo))
        .route("/prefix/api/v1/status", post(|| async { StatusCode::NO_CONTENT }));
    let at = serve(router).await;
    let server = Server::new(&Address::new(format!("http://{at}/prefix/").parse().unwrap()), None).unwrap();
    server.post_plain::<_, ()>("/status", &"fine").await.unwrap();
    let query: Option<String> = server.get("/query?services=pass:1,meldung:2&from=2026").await.unwrap();
    assert_eq!(query.as_deref(), Some("services=pass:1,meldung:2&from=2026"));
}

#[tokio::test]
async fn a_problem_is_told_with_its_kind() {
    let taken =
        || async { problem(Problem::new(409, "slot_taken", "the time is taken").detail("choose another")) };
    let at = serve(Router::new().route("/api/v1/holds", post(taken))).await;
    let error = server(at).post::<_, ()>("/holds", Nonce::random(), &()).await.unwrap_err();
    assert_eq!(error.code(), Some("slot_taken"));
    assert!(!error.is_retryable());
    assert!(error.refusal().is_none());
    assert_eq!(error.to_string(), "the time is taken (409): choose another");
}

#[tokio::test]
async fn what_is_not_ours_is_garbled_and_names_host_and_status() {
    let router = Router::new()
        .route("/api/v1/html", get(|| async { (StatusCode::BAD_GATEWAY, "<h1>Bad Gateway</h1>") }))
        .route("/api/v1/text", get(|| async { "not json" }))
        .route("/api/v1/else", get(|| async { Redirect::temporary("https://elsewhere.example/") }))
        .route("/api/v1/bare", get(|| async { StatusCode::FORBIDDEN }))
        .route("/api/v1/large", get(|| async { vec![b'1'; 17 << 20] }));
    let at = serve(router).await;
    let ask = |path: &'static str| async move { server(at).get::<u32>(path).await.unwrap_err() };

    let error = ask("/html").await;
    assert!(matches!(&error, CallError::Garbled { status: 502, .. }), "{error:?}");
    assert!(error.is_retryable(), "the proxy's server may come back");
    assert!(error.to_string().contains(&at.to_string()), "{error}");
    let error = ask("/text").await;
    assert!(matches!(&error, CallError::Garbled { status: 200, .. }) && !error.is_retryable(), "{error:?}");
    let error = ask("/else").await;
    assert!(matches!(&error, CallError::Garbled { status: 307, .. }), "no redirect is followed: {error:?}");
    let error = ask("/large").await;
    assert!(matches!(&error, CallError::Garbled { fault, .. } if fault == "too large"), "{error:?}");
    let error = ask("/bare").await;
    assert_eq!(error.refusal().map(|problem| problem.status), Some(403), "a refusal without a document");
}

#[tokio::test]
async fn nobody_there_is_said_with_the_remedy() {
    let at = deserted().await;
    let error = server(at).get::<()>("/health").await.unwrap_err();
    assert!(matches!(&error, CallError::Unreachable { fault: Fault::NoConnection, .. }), "{error:?}");
    assert!(error.is_retryable());
    let told = format!("{at} cannot be reached: check the network, the address and whether the server runs");
    assert_eq!(error.to_string(), told);
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_given_up_in_time() {
    let at = serve(Router::new().route("/api/v1/slow", get(std::future::pending::<()>))).await;
    let limits = Limits { request: Duration::from_millis(100), ..limits() };
    let server = Server::with_limits(&address(at), None, limits).unwrap();
    let error = soon("the time-out", server.get::<()>("/slow")).await.unwrap_err();
    assert!(matches!(&error, CallError::Unreachable { fault: Fault::TimedOut, .. }), "{error:?}");
}

#[tokio::test]
async fn a_proxy_is_asked_where_one_is_named() {
    let host = |headers: HeaderMap| async move { Json(headers[header::HOST].to_str().unwrap().to_owned()) };
    let proxy = serve(Router::new().route("/api/v1/host", get(host))).await;
    let mut address = Address::new("http://lobby.example:8480".parse().unwrap());
    address.allow_plain_http = true;
    address.proxy = Some(format!("http://user:secret@{proxy}").parse().unwrap());
    let server = Server::with_limits(&address, None, limits()).unwrap();
    assert_eq!(server.get::<String>("/host").await.unwrap(), "lobby.example:8480");
    assert!(!format!("{server:?}").contains("secret"));
}

type Seen = Arc<Mutex<BTreeMap<String, u32>>>;

/// Gives each nonce a number once, and the same number again.
async fn number(State(seen): State<Seen>, headers: HeaderMap) -> Json<u32> {
    let nonce = headers[nonce::HEADER].to_str().unwrap().to_owned();
    let mut seen = seen.lock().unwrap();
    let next = seen.len() as u32 + 1;
    Json(*seen.entry(nonce).or_insert(next))
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_again_with_the_same_nonce() {
    let seen = Seen::default();
    let router = Router::new().route("/api/v1/walk-ins", post(number)).with_state(Arc::clone(&seen));
    let line = Line::to(serve(router).await).await;
    line.lose(2);
    let nonce = Nonce::random();
    let number: u32 = server(line.at).call_until("/walk-ins", nonce, &"body", support::LIMIT).await.unwrap();
    assert_eq!(number, 1);
    assert_eq!(seen.lock().unwrap().len(), 1, "the server acted once");

    line.lose(1);
    let error = server(line.at).post::<_, u32>("/walk-ins", Nonce::random(), &"body").await.unwrap_err();
    assert!(matches!(&error, CallError::Unreachable { fault: Fault::Broken, .. }), "{error:?}");
    assert_eq!(seen.lock().unwrap().len(), 2, "which is why `post` alone does not know what happened");
}

#[tokio::test]
async fn asking_again_ends_with_the_deadline_and_at_once_where_it_is_no_use() {
    let asked = Arc::new(AtomicUsize::new(0));
    let busy = |State(asked): State<Arc<AtomicUsize>>| async move {
        asked.fetch_add(1, Ordering::SeqCst);
        problem(Problem::new(503, "storage_unavailable", "later"))
    };
    let router = Router::new()
        .route("/api/v1/busy", post(busy))
        .route("/api/v1/no", post(|| async { problem(Problem::new(422, "no", "no")) }))
        .with_state(Arc::clone(&asked));
    let line = Line::to(serve(router).await).await;
    let server = server(line.at);
    let deadline = Duration::from_millis(700);
    let error = server.call_until::<_, ()>("/busy", Nonce::random(), &(), deadline).await.unwrap_err();
    assert!(error.is_retryable(), "given up for lack of time alone: {error}");
    assert!(asked.load(Ordering::SeqCst) > 1, "it was asked again");
    let no = server.call_until::<_, ()>("/no", Nonce::random(), &(), Duration::from_secs(3600));
    assert_eq!(soon("the refusal", no).await.unwrap_err().code(), Some("no"));
}

#[test]
fn addresses_that_cannot_work_are_refused_before_anything_is_sent() {
    let check = |url: &str| Server::new(&Address::new(url.parse().unwrap()), None).map(|_| ());
    check("http://127.0.0.1:8480").unwrap();
    check("http://[::1]:8480").unwrap();
    check("http://localhost:8480").unwrap();
    for (url, part) in [
        ("http://lobby.example:8480", "allow_plain_http"),
        ("http://192.168.1.2", "allow_plain_http"),
        ("lobby.example:8480", "the address of lobby.example:8480 is no web address"),
        ("ftp://127.0.0.1", "https://lobby.example"),
        ("data:text/plain,x", "https://lobby.example"),
        ("https://user:secret@lobby.example", "remove them"),
    ] {
        let error = check(url).unwrap_err();
        assert!(error.to_string().contains(part), "{url}: {error}");
        assert!(!error.to_string().contains("secret@"), "{error}");
    }
    let mut open = Address::new("http://192.168.1.2".parse().unwrap());
    open.allow_plain_http = true;
    Server::new(&open, None).unwrap();
    let pinned = address("127.0.0.1:1".parse().unwrap()).pinned(Some(foyer_client::Fingerprint::of(b"x")));
    assert!(Server::new(&pinned, None).unwrap_err().to_string().contains("pin"));
    let damaged = Server::new(&address("127.0.0.1:1".parse().unwrap()), Some(Token::new("a\nb")));
    assert!(matches!(damaged, Err(ClientError::Token)));
}
