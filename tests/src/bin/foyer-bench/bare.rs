//! The server that decides nothing and stores nothing, a process of its own: what HTTP and streams themselves take on
//! this machine.

use anyhow::Result;
use axum::extract::State;
use axum::response::sse::{Event, Sse};
use axum::routing::{get, post};
use axum::{Json, Router};
use foyer_client::{Address, Server};
use foyer_domain::Timestamp;
use foyer_protocol::lobby::{CheckInAnswer, CheckInReply, DisplayEvent};
use foyer_tests::program::Program;
use futures_util::stream::{self, Stream, StreamExt};
use std::convert::Infallible;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast;

/// Events that a stream may be behind.
const BACKLOG: usize = 64;

/// Starts it; the process ends with what is given.
///
/// # Errors
/// It does not start.
pub fn start(folder: &Path) -> Result<(Program, Server)> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("bare");
    let mut program = Program::start(command, &folder.join("bare.log"))?;
    let url = program.line_after("listening on ", Duration::from_secs(10))?;
    Ok((program, Server::new(&Address::new(url.parse()?), None)?))
}

/// Is it: answers each check-in at once, and sends what is posted to `/published` to every stream.
///
/// # Errors
/// The system gives no port.
pub async fn serve() -> Result<()> {
    let answer = || async {
        let now = Timestamp::default();
        Json(CheckInReply { now, language: None, answer: CheckInAnswer::Unreadable })
    };
    let (published, _) = broadcast::channel::<Arc<str>>(BACKLOG);
    let routes = Router::new()
        .route("/api/v1/check-ins", post(answer))
        .route("/api/v1/published", post(publish))
        .route("/api/v1/stream", get(stream))
        .with_state(published);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, routes).await?;
    Ok(())
}

type Published = broadcast::Sender<Arc<str>>;

async fn publish(State(published): State<Published>, event: String) -> Json<()> {
    // An error means that nobody follows.
    let _ = published.send(event.into());
    Json(())
}

async fn stream(State(published): State<Published>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let event = |data: &str| Ok(Event::default().event("display").data(data));
    let first = serde_json::to_string(&DisplayEvent::Waits { walk_in: None }).expect("an event is JSON");
    let later = stream::unfold(published.subscribe(), async |mut published| {
        let data = published.recv().await.ok()?;
        Some((data, published))
    });
    Sse::new(stream::iter([Arc::from(first)]).chain(later).map(move |data: Arc<str>| event(&data)))
}
