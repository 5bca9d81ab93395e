//! The lobby beside a booking server that comes and goes: a small real one, with a feed and an inbox.

use crate::house::{House, LIMIT, booking, key, office};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, Sse};
use axum::routing::{get, post};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::booking::{Booking, BookingState};
use foyer_domain::engine::{City, Step};
use foyer_domain::office::Localized;
use foyer_domain::short_code::ShortCode;
use foyer_domain::visit::VisitState;
use foyer_lobby::notices::NoticeKind;
use foyer_protocol::feed::{
    Change, LinkRequest, Linked, PhonePress, Position, Positions, Report, ReportBody, Reports,
};
use foyer_protocol::lobby::{CheckInAnswer, CheckInReply, CheckInRequest, LobbyHealth, Presented};
use foyer_protocol::nonce::Nonce;
use futures_util::stream::{self, Stream};
use hmac::{Hmac, KeyInit, Mac};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::watch;

const TOKEN: &str = "the lobby's token";

/// What the booking server keeps, whether it runs or not.
#[derive(Clone, Default)]
pub struct Books {
    changes: watch::Sender<Vec<Change>>,
    pub told: Arc<Mutex<Vec<Report>>>,
    positions: watch::Sender<Vec<Position>>,
    pub requests: watch::Sender<usize>,
    /// It is of before figures were made, and refuses what it does not know.
    pub is_old: Arc<AtomicBool>,
}

/// A running booking server; dropping it closes every connection.
pub struct BookingServer {
    pub address: SocketAddr,
    task: tokio::task::JoinHandle<()>,
    runtime: Option<tokio::runtime::Runtime>,
}

impl Drop for BookingServer {
    fn drop(&mut self) {
        self.task.abort();
        // Its connections are tasks of this runtime, so that they end with it, as with a killed process.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Books {
    pub fn serve(&self, address: SocketAddr) -> BookingServer {
        let listener = std::net::TcpListener::bind(address).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let api = Router::new()
            .route("/lobbies", post(link))
            .route("/feed", get(feed))
            .route("/reports", post(reports))
            .route("/positions", post(positions))
            .with_state(self.clone());
        let router = Router::new().nest("/api/v1", api);
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let task = runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
        BookingServer { address, task, runtime: Some(runtime) }
    }

    fn add(&self, change: Change) {
        self.changes.send_modify(|changes| changes.push(change));
    }

    pub fn add_booking(&self, booking: &Booking, code: &ShortCode) {
        self.add(Self::change(booking, code, Some(*code)));
    }

    fn change(booking: &Booking, code: &ShortCode, short_code: Option<ShortCode>) -> Change {
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&[9; 32]).unwrap();
        mac.update(code.as_str().as_bytes());
        let hash: [u8; 32] = mac.finalize().into_bytes().into();
        let short_code_hash = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        Change::Booking { booking: booking.clone(), short_code_hash, short_code, name: None }
    }

    pub fn office_and_keys(&self) {
        self.add(Change::Office { office: Box::new(office()) });
        self.add(Change::City { city: City { keys: vec![key().public()], offices: Vec::new() } });
        self.add(Change::ShortCodeKey { key: "09".repeat(32) });
    }
}

async fn link(axum::Json(request): axum::Json<LinkRequest>) -> Result<axum::Json<Linked>, StatusCode> {
    if request.code != "GOOD-CODE" {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(axum::Json(Linked { office: "mitte".into(), token: TOKEN.to_owned() }))
}

fn is_lobby(headers: &HeaderMap) -> bool {
    headers.get("authorization").is_some_and(|value| *value == format!("Bearer {TOKEN}"))
}

async fn feed(
    State(books): State<Books>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, StatusCode> {
    if !is_lobby(&headers) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    let after: usize = headers.get("last-event-id").map_or(0, |id| id.to_str().unwrap().parse().unwrap());
    let changes = books.changes.subscribe();
    Ok(Sse::new(stream::unfold((changes, after), |(mut changes, at)| async move {
        let change = changes.wait_for(|changes| changes.len() > at).await.ok()?[at].clone();
        let data = serde_json::to_string(&change).unwrap();
        Some((Ok(Event::default().event("change").id((at + 1).to_string()).data(data)), (changes, at + 1)))
    })))
}

async fn reports(
    State(books): State<Books>,
    headers: HeaderMap,
    axum::Json(reports): axum::Json<Reports>,
) -> StatusCode {
    if !is_lobby(&headers) {
        return StatusCode::UNAUTHORIZED;
    }
    let is_new = |report: &Report| matches!(report.body, ReportBody::Visit(_));
    if books.is_old.load(Ordering::Relaxed) && reports.reports.iter().any(is_new) {
        return StatusCode::BAD_REQUEST;
    }
    books.told.lock().unwrap().extend(reports.reports);
    books.requests.send_modify(|count| *count += 1);
    StatusCode::NO_CONTENT
}

async fn positions(
    State(books): State<Books>,
    headers: HeaderMap,
    axum::Json(positions): axum::Json<Positions>,
) -> StatusCode {
    if !is_lobby(&headers) {
        return StatusCode::UNAUTHORIZED;
    }
    books.positions.send_modify(|told| told.extend(positions.of));
    StatusCode::NO_CONTENT
}

pub fn localhost() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

/// Signs the lobby on as `foyer-lobby connect` does, beside the running server.
pub async fn connect(house: &House, server: &BookingServer) {
    let config = house.data.path().join("lobby.toml");
    let data = house.data.path().display();
    std::fs::write(&config, format!("[data]\ndir = '{data}'\n")).unwrap();
    let url = format!("http://{}", server.address);
    let arguments =
        ["foyer-lobby", "connect", "--config", config.to_str().unwrap(), "--booking", &url, "GOOD-CODE"];
    let arguments = clap::Parser::try_parse_from(arguments).unwrap();
    assert!(foyer_lobby::cli::run(arguments).await.unwrap());
}

pub async fn until(house: &House, what: &str, reached: impl Fn(&House) -> bool) {
    let mut changes = house.lobby.changes();
    let wait = async {
        while !reached(house) {
            changes.changed().await.unwrap();
        }
    };
    tokio::time::timeout(LIMIT, wait).await.unwrap_or_else(|_| panic!("never: {what}"));
}

pub async fn type_code(kiosk: &foyer_client::Server, text: &str, seen_at: Timestamp) -> CheckInAnswer {
    let request = CheckInRequest { presented: Presented::ShortCode(text.to_owned()), seen_at, with: None };
    kiosk.post::<_, CheckInReply>("/check-ins", Nonce::random(), &request).await.unwrap().answer
}

#[tokio::test]
async fn the_feed_is_followed_fresh_and_goes_on_after_an_outage() {
    let books = Books::default();
    books.office_and_keys();
    let server = books.serve(localhost());
    let house = House::bare(tempfile::TempDir::new().unwrap()).await;
    connect(&house, &server).await;
    until(&house, "the office arrives", |house| house.lobby.state().office().is_some()).await;
    let one = booking(1, house.now() + TimeDelta::minutes(5));
    let began = std::time::Instant::now();
    books.add_booking(&one, &ShortCode::from_random(1));
    until(&house, "the booking arrives", |house| house.lobby.state().booking(one.id).is_some()).await;
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    let health: LobbyHealth = house.stranger().get("/health").await.unwrap();
    assert!(health.booking.connected && health.health.ready);

    let address = server.address;
    drop(server);
    let mut link = house.lobby.link();
    let down = link.wait_for(|link| matches!(link, foyer_lobby::link::BookingLink::Disconnected { .. }));
    tokio::time::timeout(LIMIT, down).await.unwrap().unwrap();
    let health: LobbyHealth = house.stranger().get("/health").await.unwrap();
    assert!(!health.booking.connected && health.booking.as_of.is_some() && health.health.ready);
    // The office works on from what it knows.
    let kiosk = house.kiosk().await;
    let answer = type_code(&kiosk, ShortCode::from_random(1).as_str(), house.now()).await;
    assert!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "{answer:?}");

    // A restart makes what is known no younger.
    let stopped = house.now();
    let house = house.reopen().await;
    let health: LobbyHealth = house.stranger().get("/health").await.unwrap();
    assert!(!health.booking.connected && health.booking.as_of.unwrap() < stopped);

    let two = booking(2, house.now() + TimeDelta::minutes(5));
    books.add_booking(&two, &ShortCode::from_random(2));
    let _server = books.serve(address);
    until(&house, "the second booking arrives", |house| house.lobby.state().booking(two.id).is_some()).await;
}

/// Whether a short code lies in the one file that is for it.
fn is_kept(house: &House, code: &ShortCode) -> bool {
    let db = rusqlite::Connection::open(house.data.path().join("persons.db")).unwrap();
    let sql = "select count(*) from short_codes where code = ?";
    db.query_row(sql, [code.as_str()], |row| row.get::<_, i64>(0)).unwrap() == 1
}

#[tokio::test]
async fn a_short_code_that_an_older_booking_server_did_not_tell_is_asked_for_once_it_does() {
    let books = Books::default();
    books.office_and_keys();
    let server = books.serve(localhost());
    let house = House::bare(tempfile::TempDir::new().unwrap()).await;
    connect(&house, &server).await;
    let (one, code) = (booking(1, house.now() + TimeDelta::minutes(50)), ShortCode::from_random(1));
    books.add(Books::change(&one, &code, None));
    until(&house, "the booking arrives", |house| house.lobby.state().booking(one.id).is_some()).await;
    assert!(!is_kept(&house, &code));
    books.changes.send_modify(|changes| {
        changes.pop();
        changes.push(Books::change(&one, &code, Some(code)));
    });

    let house = house.reopen().await;
    let kiosk = house.kiosk().await;
    let kept = async {
        while !is_kept(&house, &code) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(LIMIT, kept).await.expect("the short code comes with the bookings, told anew");
    // … and goes as a name does: here with the citizen's own wish.
    let answer = type_code(&kiosk, code.as_str(), house.now()).await;
    assert!(matches!(answer, CheckInAnswer::TooEarly { .. }), "{answer:?}");
    let cancelled = Booking { state: BookingState::Cancelled, ..one };
    books.add(Books::change(&cancelled, &code, None));
    let gone = async {
        while is_kept(&house, &code) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(LIMIT, gone).await.expect("who has cancelled is not on the sheet");
}

#[tokio::test]
async fn reports_arrive_once_each_and_in_order_after_an_outage_and_a_restart() {
    let books = Books::default();
    books.office_and_keys();
    let server = books.serve(localhost());
    let house = House::bare(tempfile::TempDir::new().unwrap()).await;
    connect(&house, &server).await;
    let one = booking(1, house.now() + TimeDelta::minutes(5));
    books.add_booking(&one, &ShortCode::from_random(1));
    until(&house, "the booking arrives", |house| house.lobby.state().booking(one.id).is_some()).await;
    let address = server.address;
    drop(server);

    let kiosk = house.kiosk().await;
    let answer = type_code(&kiosk, ShortCode::from_random(1).as_str(), house.now()).await;
    let CheckInAnswer::CheckedIn { ticket } = answer else { panic!("{answer:?}") };
    house.clerk(foyer_domain::engine::Command::CallNext("1".into())).await;
    let house = house.reopen().await;
    house.step(Step::Start).await;
    house.finish().await;
    assert_eq!(books.told.lock().unwrap().len(), 0);

    let _server = books.serve(address);
    let all = async {
        let mut requests = books.requests.subscribe();
        while books.told.lock().unwrap().len() < 9 {
            requests.changed().await.unwrap();
        }
    };
    tokio::time::timeout(LIMIT, all).await.expect("all reports arrive");
    let told = books.told.lock().unwrap().clone();
    let mut ids: Vec<u64> = told.iter().map(|report| report.id).collect();
    assert_eq!(ids.len(), 9, "{told:#?}");
    ids.dedup();
    assert_eq!(ids.len(), 9);
    assert!(ids.is_sorted(), "{ids:?}");
    let of_booking = |report: &Report| match &report.body {
        ReportBody::Booking { booking, state, .. } => Some((*booking, *state)),
        ReportBody::Ticket { .. } | ReportBody::Visit(_) => None,
    };
    let states: Vec<_> = told.iter().filter_map(of_booking).collect();
    let expected = [VisitState::Waiting, VisitState::Called, VisitState::Serving, VisitState::Finished];
    assert_eq!(states, expected.map(|state| (one.id, state)));
    let secret = ticket.phone_url.unwrap().rsplit_once('/').unwrap().1.to_owned();
    let called = told.iter().find_map(|report| match &report.body {
        ReportBody::Ticket { secret_hash, state: VisitState::Called, counter, number, .. } => {
            Some((secret_hash.clone(), counter.clone().unwrap(), *number))
        }
        _ => None,
    });
    assert_eq!(called, Some((hash_of(&secret), Localized::german("Schalter 1"), ticket.number)));
}

/// What the booking server knows of a phone link's secret.
fn hash_of(secret: &str) -> String {
    let hash = <sha2::Sha256 as sha2::Digest>::digest(secret.as_bytes());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn a_phone_is_told_where_it_stands_and_what_it_presses_is_done() {
    let books = Books::default();
    books.office_and_keys();
    let server = books.serve(localhost());
    let house = House::bare(tempfile::TempDir::new().unwrap()).await;
    connect(&house, &server).await;
    let kiosk = house.kiosk().await;
    let mut hashes = Vec::new();
    for number in 1..=2 {
        let one = booking(number, house.now() + TimeDelta::minutes(5));
        books.add_booking(&one, &ShortCode::from_random(number));
        until(&house, "the booking arrives", |house| house.lobby.state().booking(one.id).is_some()).await;
        let code = ShortCode::from_random(number);
        let answer = type_code(&kiosk, code.as_str(), house.now()).await;
        let CheckInAnswer::CheckedIn { ticket } = answer else { panic!("{answer:?}") };
        hashes.push(hash_of(ticket.phone_url.unwrap().rsplit_once('/').unwrap().1));
    }
    let stands = async |hash: &str, ahead: u16| {
        let mut positions = books.positions.subscribe();
        let is_it = |one: &Position| one.secret_hash == hash && one.ahead == ahead && one.wait.is_some();
        let told = positions.wait_for(|told| told.iter().any(is_it));
        tokio::time::timeout(LIMIT, told).await.unwrap_or_else(|_| panic!("never {ahead}")).unwrap();
    };
    stands(&hashes[0], 0).await;
    stands(&hashes[1], 1).await;

    let press = |hash: &str, press| books.add(Change::Phone { secret_hash: hash.to_owned(), press });
    // Late, once; the phone hears until when.
    let said = house.now() - TimeDelta::minutes(6);
    for minutes in [99, 10, 15] {
        press(&hashes[1], PhonePress::Late { minutes, at: Some(said) });
    }
    let late_of = |house: &House| house.lobby.state().visits().nth(1).and_then(|visit| visit.late_until);
    until(&house, "the second comes later", |house| late_of(house).is_some()).await;
    let is_it = |told: &Report| {
        matches!(&told.body, ReportBody::Ticket { secret_hash, late_until, .. }
        if *secret_hash == hashes[1] && *late_until == late_of(&house))
    };
    let mut requests = books.requests.subscribe();
    let told = requests.wait_for(|_| books.told.lock().unwrap().iter().any(is_it));
    tokio::time::timeout(LIMIT, told).await.expect("the phone is told").unwrap();
    let later = late_of(&house).unwrap() - said;
    assert!(
        later >= TimeDelta::minutes(10) && later < TimeDelta::minutes(12),
        "once, from when it was said: {later}"
    );
    // Everything stood still for a while: the phone hears at the end how much later that is.
    let before = late_of(&house);
    while late_of(&house) == before {
        house.clerk(foyer_domain::engine::Command::Interrupt { text: None }).await;
        house.clerk(foyer_domain::engine::Command::EndInterruption).await;
    }
    let mut requests = books.requests.subscribe();
    let told = requests.wait_for(|_| books.told.lock().unwrap().iter().any(is_it));
    tokio::time::timeout(LIMIT, told).await.expect("the phone is told of the later time").unwrap();
    let state = |house: &House, which: usize| house.lobby.state().visits().nth(which).unwrap().state;
    press(&hashes[0], PhonePress::GiveUp);
    until(&house, "the first gives up", |house| state(house, 0) == VisitState::Cancelled).await;
    stands(&hashes[1], 0).await;

    // A call that was in sight on its own phone has been shown; another's or a wish that comes too late does nothing.
    house.clerk(foyer_domain::engine::Command::CallNext("1".into())).await;
    let call = house.lobby.state().standing()[0].call.as_ref().unwrap().id;
    press(&hashes[0], PhonePress::Seen { call });
    press(&hashes[1], PhonePress::GiveUp);
    press(&"00".repeat(32), PhonePress::GiveUp);
    press(&hashes[1], PhonePress::Seen { call });
    let is_shown = |house: &House| house.lobby.state().standing()[0].call.as_ref().unwrap().acknowledged;
    until(&house, "the call counts as shown", is_shown).await;
    assert_eq!(state(&house, 1), VisitState::Called);
    let notices = house.lobby.notices().list().await.unwrap();
    let is_trouble = |notice: &foyer_lobby::notices::Notice| notice.kind == NoticeKind::BookingTrouble;
    assert!(!notices.iter().any(is_trouble), "a press that comes too late is nobody's trouble: {notices:?}");
}

#[tokio::test]
async fn five_wrong_short_codes_lock_that_keypad_alone() {
    let books = Books::default();
    books.office_and_keys();
    let server = books.serve(localhost());
    let house = House::bare(tempfile::TempDir::new().unwrap()).await;
    connect(&house, &server).await;
    let one = booking(1, house.now() + TimeDelta::minutes(5));
    let code = ShortCode::from_random(77);
    books.add_booking(&one, &code);
    until(&house, "the booking arrives", |house| house.lobby.state().booking(one.id).is_some()).await;
    let (kiosk, other) = (house.kiosk().await, house.kiosk().await);
    for guess in 0..5 {
        let answer = type_code(&kiosk, ShortCode::from_random(1_000 + guess).as_str(), house.now()).await;
        assert_eq!(answer, CheckInAnswer::Unknown);
    }
    let answer = type_code(&kiosk, code.as_str(), house.now()).await;
    let CheckInAnswer::KeypadLocked { until } = answer else { panic!("{answer:?}") };
    let rest = until - house.now();
    assert!(rest > TimeDelta::seconds(50) && rest <= TimeDelta::seconds(60), "{rest}");
    let notices = house.lobby.notices().list().await.unwrap();
    assert_eq!(notices[0].kind, NoticeKind::KeypadLocked);
    let answer = type_code(&other, &code.shown(), house.now()).await;
    assert!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "{answer:?}");
}
