//! The event stream against a real server: it resumes, says how the link is, and notices silence.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use foyer_client::{Followed, Limits, Link, Server};
use foyer_protocol::problem::{self, Problem};
use foyer_protocol::program::Clock;
use futures_util::{Stream, StreamExt, stream};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use support::{Line, address, limits, next, serve, server, soon};
use tokio::sync::watch;

/// A server whose events are numbers: those after `Last-Event-ID`, up to how many there are by now.
#[derive(Clone)]
struct Numbers {
    count: watch::Sender<u32>,
    asked: Arc<Mutex<Vec<Option<String>>>>,
}

impl Numbers {
    async fn serve() -> (Self, Line) {
        let numbers = Self { count: watch::channel(0).0, asked: Arc::default() };
        let router = Router::new().route("/api/v1/stream", get(numbers_after)).with_state(numbers.clone());
        let line = Line::to(serve(router).await).await;
        (numbers, line)
    }
}

async fn numbers_after(State(numbers): State<Numbers>, headers: HeaderMap) -> impl IntoResponse {
    let last = headers.get("last-event-id").map(|id| id.to_str().unwrap().to_owned());
    numbers.asked.lock().unwrap().push(last.clone());
    let first = last.map_or(1, |id| id.parse::<u32>().unwrap() + 1);
    let count = numbers.count.subscribe();
    Sse::new(stream::unfold((first, count), |(at, mut count)| async move {
        count.wait_for(|count| *count >= at).await.ok()?;
        let event = Event::default().event("number").id(at.to_string()).data(at.to_string());
        Some((Ok::<_, Infallible>(event), (at + 1, count)))
    }))
}

fn follow(server: &Server, last: Option<&str>) -> impl Stream<Item = Followed<u32>> + Send + Unpin + use<> {
    server.follow("/stream", "number", last.map(str::to_owned), Clock::SYSTEM)
}

fn number(at: u32) -> Followed<u32> {
    Followed::Event { id: Some(at.to_string()), event: at }
}

#[tokio::test]
async fn a_cut_line_is_mended_and_nothing_is_lost_or_told_twice() {
    let (numbers, line) = Numbers::serve().await;
    numbers.count.send_replace(2);
    let mut events = follow(&server(line.at), None);
    assert_eq!(next(&mut events).await, Followed::Link(Link::Connected));
    assert_eq!(next(&mut events).await, number(1));
    let before = Clock::SYSTEM.now();
    assert_eq!(next(&mut events).await, number(2));
    for round in 1..=3 {
        line.cut();
        let lost = next(&mut events).await;
        let Followed::Link(Link::Disconnected { since }) = lost else { panic!("{lost:?}") };
        assert!((before - Duration::from_secs(1)..=Clock::SYSTEM.now()).contains(&since), "{since}");
        numbers.count.send_replace(2 + round);
        assert_eq!(next(&mut events).await, Followed::Link(Link::Connected));
        assert_eq!(next(&mut events).await, number(2 + round));
    }
    let asked = numbers.asked.lock().unwrap().clone();
    assert_eq!(asked, [None, Some("2".to_owned()), Some("3".to_owned()), Some("4".to_owned())]);
}

#[tokio::test]
async fn a_restart_goes_on_after_the_cursor_that_was_kept() {
    let (numbers, line) = Numbers::serve().await;
    numbers.count.send_replace(9);
    let mut events = follow(&server(line.at), Some("7"));
    assert_eq!(next(&mut events).await, Followed::Link(Link::Connected));
    assert_eq!(next(&mut events).await, number(8));
}

#[tokio::test]
async fn a_server_that_is_not_there_yet_is_waited_for_and_the_link_told_once() {
    let at = support::deserted().await;
    let began = Clock::SYSTEM.now();
    let mut events = follow(&server(at), None);
    let told = next(&mut events).await;
    let Followed::Link(Link::Disconnected { since }) = told else { panic!("{told:?}") };
    assert!((began..=Clock::SYSTEM.now()).contains(&since), "before the first byte: when following began");

    // Many attempts fail before the server comes up; none of them is told again.
    let numbers = Numbers { count: watch::channel(1).0, asked: Arc::default() };
    let mut told = tokio::spawn(async move { (next(&mut events).await, next(&mut events).await) });
    assert!(
        tokio::time::timeout(Duration::from_millis(200), &mut told).await.is_err(),
        "no news without change"
    );
    let router = Router::new().route("/api/v1/stream", get(numbers_after)).with_state(numbers);
    let listener = tokio::net::TcpListener::bind(at).await.unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let (first, second) = soon("the server's start", told).await.unwrap();
    assert_eq!((first, second), (Followed::Link(Link::Connected), number(1)));
}

/// Serves one text as an event stream and then keeps the connection open in silence.
async fn silent_after(text: &'static str) -> SocketAddr {
    let answer = move || async move {
        let body = stream::iter([Ok::<_, Infallible>(text)]).chain(stream::pending());
        ([(header::CONTENT_TYPE, "text/event-stream; charset=utf-8")], axum::body::Body::from_stream(body))
    };
    serve(Router::new().route("/api/v1/stream", get(answer))).await
}

#[tokio::test]
async fn silence_counts_as_a_lost_link() {
    let at = silent_after("id: 1\nevent: number\ndata: 1\n\n").await;
    let limits = Limits { silence: Duration::from_millis(600), ..limits() };
    let mut events = follow(&Server::with_limits(&address(at), None, limits).unwrap(), None);
    assert_eq!(next(&mut events).await, Followed::Link(Link::Connected));
    assert_eq!(next(&mut events).await, number(1));
    let heard = Clock::SYSTEM.now();
    let lost = next(&mut events).await;
    let Followed::Link(Link::Disconnected { since }) = lost else { panic!("{lost:?}") };
    assert!(since <= heard, "the age counts from the last byte, not from when the silence was noticed");
    assert!(Clock::SYSTEM.now() - since >= chrono::TimeDelta::milliseconds(600));
    assert_eq!(next(&mut events).await, Followed::Link(Link::Connected), "and it goes on");
}

#[tokio::test]
async fn comments_keep_a_quiet_stream_alive() {
    // Comments for longer than the limit of silence, and only then an event.
    let answer = || async {
        let pace = tokio::time::interval(Duration::from_millis(50));
        let comments = stream::unfold(pace, |mut pace| async {
            pace.tick().await;
            Some((Event::default().comment(""), pace))
        });
        let event = stream::once(async { Event::default().event("number").id("1").data("1") });
        Sse::new(comments.take(50).chain(event).chain(stream::pending()).map(Ok::<_, Infallible>))
    };
    let at = serve(Router::new().route("/api/v1/stream", get(answer))).await;
    let limits = Limits { silence: Duration::from_millis(1_500), ..limits() };
    let mut events = follow(&Server::with_limits(&address(at), None, limits).unwrap(), None);
    assert_eq!(next(&mut events).await, Followed::Link(Link::Connected));
    assert_eq!(next(&mut events).await, number(1));
}

#[tokio::test]
async fn what_this_version_does_not_know_is_handed_on_and_not_asked_for_again() {
    let text = "id: 4\nevent: other\ndata: 1\n\nid: 5\nevent: number\ndata: {\"new\": true}\n\n\
                event: number\ndata: 6\n\n";
    let at = silent_after(text).await;
    let mut events = follow(&server(at), None);
    assert_eq!(next(&mut events).await, Followed::Link(Link::Connected));
    let id = Some("5".to_owned());
    assert_eq!(next(&mut events).await, Followed::NotUnderstood { id, data: "{\"new\": true}".to_owned() });
    let unnamed = Followed::Event { id: Some("5".to_owned()), event: 6 };
    assert_eq!(next(&mut events).await, unnamed, "an event without an id keeps the last one");
}

#[tokio::test]
async fn who_is_not_enrolled_is_told_so_until_it_is() {
    let allowed = watch::channel(false).0;
    let answer = |State(allowed): State<watch::Sender<bool>>| async move {
        if *allowed.borrow() {
            return Sse::new(stream::pending::<Result<Event, Infallible>>()).into_response();
        }
        let problem = Problem::new(401, "unknown_device", "this terminal is not enrolled");
        let body = serde_json::to_string(&problem).unwrap();
        (StatusCode::UNAUTHORIZED, [(header::CONTENT_TYPE, problem::CONTENT_TYPE)], body).into_response()
    };
    let at = serve(Router::new().route("/api/v1/stream", get(answer)).with_state(allowed.clone())).await;
    let mut events = follow(&server(at), None);
    let told = next(&mut events).await;
    let Followed::Link(Link::Refused { problem, .. }) = told else { panic!("{told:?}") };
    assert_eq!(problem.code(), "unknown_device");
    allowed.send_replace(true);
    assert_eq!(next(&mut events).await, Followed::Link(Link::Connected));
}

#[tokio::test]
async fn a_page_where_a_stream_should_be_is_no_link() {
    let page: fn() -> std::future::Ready<Response> = || std::future::ready("hello".into_response());
    let at = serve(Router::new().route("/api/v1/stream", get(page))).await;
    let mut events = follow(&server(at), None);
    let told = next(&mut events).await;
    assert!(matches!(told, Followed::Link(Link::Disconnected { .. })), "{told:?}");
}

#[tokio::test]
async fn an_event_without_end_is_given_up() {
    let flood = || async {
        let endless = stream::repeat_with(|| Ok::<_, Infallible>(vec![b'x'; 1 << 20]));
        let body = axum::body::Body::from_stream(stream::iter([Ok(b"data: ".to_vec())]).chain(endless));
        ([(header::CONTENT_TYPE, "text/event-stream")], body)
    };
    let at = serve(Router::new().route("/api/v1/stream", get(flood))).await;
    let mut events = follow(&server(at), None);
    assert_eq!(next(&mut events).await, Followed::Link(Link::Connected));
    let told = next(&mut events).await;
    assert!(matches!(told, Followed::Link(Link::Disconnected { .. })), "{told:?}");
}

#[tokio::test]
async fn dropping_the_stream_ends_the_connection() {
    /// Tells when the server's side of the stream is dropped.
    struct Gone(watch::Sender<bool>);
    impl Drop for Gone {
        fn drop(&mut self) {
            self.0.send_replace(true);
        }
    }
    let gone = watch::channel(false).0;
    let answer = |State(gone): State<watch::Sender<bool>>| async move {
        let gone = Gone(gone);
        Sse::new(stream::unfold(gone, |gone| async move {
            std::future::pending::<()>().await;
            Some((Ok::<_, Infallible>(Event::default()), gone))
        }))
    };
    let at = serve(Router::new().route("/api/v1/stream", get(answer)).with_state(gone.clone())).await;
    let mut events = follow(&server(at), None);
    assert_eq!(next(&mut events).await, Followed::Link(Link::Connected));
    drop(events);
    soon("the server to notice", gone.subscribe().wait_for(|gone| *gone)).await.unwrap();
}
