//! A small lobby: a stream that the test feeds, and ears for what the display tells.

use super::quiet::quiet;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use foyer_domain::id::{AreaId, CallId, DeviceId, VisitId};
use foyer_domain::office::{Direction, Localized};
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::{
    Acknowledgement, CallView, DeviceKind, DeviceStatus, DisplayEvent, DisplaySnapshot, EnrolRequest,
    Enrolled, PartStatus,
};
use foyer_protocol::nonce;
use foyer_protocol::program::Clock;
use futures_util::stream;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::{Notify, mpsc};

/// As often as the real one.
const BEAT: Duration = Duration::from_secs(2);

const TOKEN: &str = "a-token-of-the-test";

/// A call that is made now.
pub fn call(id: u64, number: &str, counter: &str) -> CallView {
    CallView {
        call: CallId(id),
        visit: VisitId(id),
        number: TicketNumber::try_from(number.to_owned()).unwrap(),
        also: Vec::new(),
        counter: Localized::german(counter),
        way: Localized::german("1. OG, rechts"),
        direction: Some(Direction::Right),
        area: AreaId::from("eg"),
        language: None,
        at: Clock::SYSTEM.now(),
    }
}

/// A snapshot of now.
pub fn snapshot(standing: Vec<CallView>) -> DisplayEvent {
    let snapshot = DisplaySnapshot { standing, ..quiet(Clock::SYSTEM.now()) };
    DisplayEvent::Snapshot { snapshot: Box::new(snapshot) }
}

/// What was told of a call.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The nonces of all attempts.
    pub nonces: Vec<String>,
    taken: bool,
}

#[derive(Default)]
struct Heard {
    followers: usize,
    line: Option<mpsc::UnboundedSender<DisplayEvent>>,
    cut: bool,
    fail_next: bool,
    /// By call and whether it was heard, in the order of arrival.
    told: Vec<((u64, bool), Told)>,
    status: Option<Vec<PartStatus>>,
}

/// A running lobby.
pub struct Lobby {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    heard: Mutex<Heard>,
    news: Notify,
}

impl Shared {
    fn change<T>(&self, change: impl FnOnce(&mut Heard) -> T) -> T {
        let answer = change(&mut self.heard.lock().unwrap());
        self.news.notify_waiters();
        answer
    }
}

impl Lobby {
    /// Starts one on a port of its own.
    pub async fn start() -> Self {
        let shared = Arc::new(Shared::default());
        let router = Router::new()
            .route("/api/v1/devices/enrol", post(enrol))
            .route("/api/v1/stream", get(follow))
            .route("/api/v1/calls/{call}/acknowledgement", post(acknowledge))
            .route("/api/v1/device/status", post(status))
            .with_state(Arc::clone(&shared));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, shared }
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Sends an event to the display that follows.
    pub fn send(&self, event: DisplayEvent) {
        self.shared.change(|heard| heard.line.as_ref().unwrap().send(event).unwrap());
    }

    /// Ends the stream and takes no new one.
    pub fn cut(&self) {
        self.shared.change(|heard| {
            heard.cut = true;
            heard.line = None;
        });
    }

    /// Takes streams again.
    pub fn mend(&self) {
        self.shared.change(|heard| heard.cut = false);
    }

    /// The next acknowledgement gets an error.
    pub fn fail_next_acknowledgement(&self) {
        self.shared.change(|heard| heard.fail_next = true);
    }

    /// Waits until a display follows.
    pub async fn followed(&self, limit: Duration) {
        self.wait(limit, "a display that follows", |heard| heard.line.as_ref().map(|_| ())).await;
    }

    /// Waits until a call was seen or heard.
    pub async fn acknowledged(&self, limit: Duration, call: u64, aloud: bool) -> Told {
        let what = format!("an acknowledgement of {call}, heard: {aloud}");
        self.wait(limit, &what, |heard| {
            let told = heard.told.iter().find(|(key, told)| *key == (call, aloud) && told.taken);
            told.map(|(_, told)| told.clone())
        })
        .await
    }

    /// Which calls were heard, in order.
    pub fn heard(&self) -> Vec<u64> {
        self.shared.change(|heard| {
            heard.told.iter().filter(|((_, aloud), _)| *aloud).map(|((call, _), _)| *call).collect()
        })
    }

    /// Waits until the display says that it is so.
    pub async fn status(&self, limit: Duration, so: impl Fn(&[PartStatus]) -> bool) -> Vec<PartStatus> {
        self.wait(limit, "a status", |heard| heard.status.clone().filter(|parts| so(parts))).await
    }

    async fn wait<T>(&self, limit: Duration, what: &str, mut found: impl FnMut(&Heard) -> Option<T>) -> T {
        let end = Instant::now() + limit;
        loop {
            let news = self.shared.news.notified();
            if let Some(found) = found(&self.shared.heard.lock().unwrap()) {
                return found;
            }
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited {limit:?} for {what}");
            let _ = tokio::time::timeout(left.min(Duration::from_millis(200)), news).await;
        }
    }
}

async fn enrol(Json(request): Json<EnrolRequest>) -> Json<Enrolled> {
    assert_eq!(request.kind, DeviceKind::Display);
    Json(Enrolled {
        device: DeviceId::from("display-1"),
        name: "Anzeige 1".to_owned(),
        token: TOKEN.to_owned(),
    })
}

fn signed_on(headers: &HeaderMap) {
    assert_eq!(headers["authorization"], format!("Bearer {TOKEN}"));
}

async fn follow(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Response {
    signed_on(&headers);
    let (line, events) = mpsc::unbounded_channel();
    let taken = shared.change(|heard| {
        heard.followers += 1;
        heard.line = (!heard.cut).then_some(line);
        heard.line.is_some()
    });
    if !taken {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let events = stream::unfold(events, |mut events| async move {
        let event: DisplayEvent = events.recv().await?;
        let event = Event::default().event("display").json_data(event).unwrap();
        Some((Ok::<_, Infallible>(event), events))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(BEAT)).into_response()
}

async fn acknowledge(
    State(shared): State<Arc<Shared>>,
    Path(call): Path<u64>,
    headers: HeaderMap,
    Json(body): Json<Acknowledgement>,
) -> StatusCode {
    signed_on(&headers);
    let nonce = headers[nonce::HEADER].to_str().unwrap().to_owned();
    shared.change(|heard| {
        let key = (call, body.heard);
        let index = heard.told.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            heard.told.push((key, Told::default()));
            heard.told.len() - 1
        });
        let told = &mut heard.told[index].1;
        told.nonces.push(nonce);
        if std::mem::take(&mut heard.fail_next) {
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        told.taken = true;
        StatusCode::NO_CONTENT
    })
}

async fn status(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    Json(status): Json<DeviceStatus>,
) -> StatusCode {
    signed_on(&headers);
    shared.change(|heard| heard.status = Some(status.parts));
    StatusCode::NO_CONTENT
}
