//! A lobby that serves, with an office in it.

use chrono::TimeDelta;
use foyer_client::enrolment::enrol;
use foyer_client::{Address, Server, Token};
use foyer_domain::Timestamp;
use foyer_domain::booking::{Booking, BookingState, ServiceChoice};
use foyer_domain::code::SigningKey;
use foyer_domain::engine::{City, Command, Finish, Reply, Step};
use foyer_domain::id::{BookingId, CallId, CounterId, StaffId, VisitId};
use foyer_domain::office::Office;
use foyer_domain::visit::Actor;
use foyer_domain::visit::Wishes;
use foyer_lobby::{Config, Lobby, serve};
use foyer_protocol::lobby::{
    CheckInAnswer, CheckInReply, CheckInRequest, DeviceKind, Presented, TicketAnswer, TicketReply,
    TicketView, WalkInRequest,
};
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::Clock;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Nothing takes this long; a test that waits longer has failed.
pub const LIMIT: Duration = Duration::from_secs(20);

pub struct House {
    pub lobby: Lobby,
    pub url: url::Url,
    pub data: TempDir,
    shutdown: CancellationToken,
    served: JoinHandle<()>,
}

impl House {
    /// Opens on a Monday at ten in the morning with a configured office.
    pub async fn open() -> Self {
        Self::bare(TempDir::new().unwrap()).await.furnished().await
    }

    /// With a configured office.
    pub async fn furnished(self) -> Self {
        self.tell(Command::AdoptOffice(Box::new(office()))).await;
        self.tell(Command::AdoptCity(City { keys: vec![key().public()], offices: Vec::new() })).await;
        self
    }

    /// Opens with what lies in the folder.
    pub async fn bare(data: TempDir) -> Self {
        let config = config(data.path());
        Self::serving(data, &config, None).await
    }

    /// Opens with what lies in the folder, by a clock that the test moves.
    pub async fn by_clock(data: TempDir, clock: Clock) -> Self {
        let config = Config::local(data.path());
        Self::serving(data, &config, Some(clock)).await
    }

    async fn serving(data: TempDir, config: &Config, clock: Option<Clock>) -> Self {
        let shutdown = CancellationToken::new();
        let running = serve::start_by(config, clock, shutdown.clone()).await.unwrap();
        let listener = serve::bind(config).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
        let lobby = running.lobby.clone();
        let served = tokio::spawn(async move { running.serve(listener).await.unwrap() });
        Self { lobby, url, data, shutdown, served }
    }

    pub async fn close(self) -> TempDir {
        self.shutdown.cancel();
        tokio::time::timeout(LIMIT, self.served).await.expect("it ends").unwrap();
        self.data
    }

    pub async fn reopen(self) -> Self {
        Self::bare(self.close().await).await
    }

    pub async fn tell(&self, command: Command) {
        self.lobby.ask(Actor::Booking, None, command).await.unwrap();
    }

    /// A call to the device API without a token.
    pub fn stranger(&self) -> Server {
        Server::new(&Address::new(self.url.clone()), None).unwrap()
    }

    /// A terminal that has enrolled with a code of staff.
    pub async fn terminal(&self, kind: DeviceKind, name: &str) -> Server {
        let code = self.lobby.devices().create_code(kind, name, Vec::new()).await.unwrap();
        let address = Address::new(self.url.clone());
        let identity = enrol(&address, &code.code.parse().unwrap(), kind, LIMIT).await.unwrap();
        Server::new(&address, Some(identity.token())).unwrap()
    }

    pub fn with_token(&self, token: &str) -> Server {
        Server::new(&Address::new(self.url.clone()), Some(Token::new(token.to_owned()))).unwrap()
    }

    pub async fn kiosk(&self) -> Server {
        self.terminal(DeviceKind::Kiosk, "Eingang").await
    }

    pub async fn display(&self) -> Server {
        self.terminal(DeviceKind::Display, "Anzeige 1").await
    }

    pub fn now(&self) -> Timestamp {
        self.lobby.clock().now()
    }

    /// A confirmed booking that starts in so many minutes, and the text of its code.
    pub async fn booking(&self, id: u64, in_minutes: i64) -> (Booking, String) {
        let booking = booking(id, self.now() + TimeDelta::minutes(in_minutes));
        self.tell(Command::SyncBooking(booking.clone())).await;
        let code = key().sign(7, booking.id, booking.start).unwrap();
        (booking, code)
    }

    /// Somebody takes a ticket without an appointment, and a clerk calls it.
    pub async fn called(&self, kiosk: &Server) -> (TicketView, CallId) {
        let ticket = walk_in(kiosk, self.now()).await;
        self.clerk(Command::CallNext("1".into())).await;
        (ticket.clone(), self.call(ticket.visit))
    }

    pub fn call(&self, visit: VisitId) -> CallId {
        self.lobby.state().visit(visit).unwrap().call.as_ref().unwrap().id
    }

    pub async fn clerk(&self, command: Command) -> Reply {
        let actor = Actor::Staff(StaffId("kim".to_owned()));
        if self.lobby.state().counter(&"1".into()).is_none() {
            let open = Command::OpenCounter { counter: "1".into(), staff: StaffId("kim".to_owned()) };
            self.lobby.ask(actor.clone(), None, open).await.unwrap();
        }
        self.lobby.ask(actor, Some(Nonce::random()), command).await.unwrap().reply
    }

    pub async fn step(&self, step: Step) {
        let visit = self.lobby.state().counter(&"1".into()).and_then(|open| open.visit).unwrap();
        self.clerk(Command::Step { counter: "1".into(), visit, step }).await;
    }

    /// Served, all of it.
    pub async fn finish(&self) {
        self.step(Step::Finish(Finish::default())).await;
    }

    /// Takes back the clerk's last step.
    pub async fn undo(&self) {
        let counter: CounterId = "1".into();
        let visit = self.lobby.state().can_undo(&counter, self.now()).unwrap().visit;
        self.clerk(Command::Undo { counter, visit }).await;
    }
}

pub fn config(data: &Path) -> Config {
    let mut config = Config::local(data);
    config.demo = true;
    config.clock.start = Some("2026-11-23T09:00:00Z".parse().unwrap());
    config
}

pub fn key() -> SigningKey {
    SigningKey::from_bytes([7; 32], 3)
}

pub fn booking(id: u64, start: Timestamp) -> Booking {
    Booking {
        id: BookingId::new(id).unwrap(),
        services: vec![ServiceChoice { service: "pass".into(), quantity: 1 }],
        start: chrono::SubsecRound::trunc_subsecs(start, 0),
        minutes: 10,
        state: BookingState::Confirmed,
        language: Some("uk".to_owned()),
        wishes: Wishes::default(),
        interpreting: None,
        persons: 1,
    }
}

pub fn office() -> Office {
    let office = serde_json::json!({
        "revision": 1, "id": "mitte", "number": 7, "name": "Bürgerbüro Mitte", "address": "Markt 1",
        "time_zone": "Europe/Berlin", "public_url": "https://termin.example/",
        "areas": [{"id": "eg", "name": "Wartebereich 1", "letter": "A", "way": "rechts", "direction": "right"}],
        "services": [
            {"id": "pass", "name": "Reisepass", "minutes": 10, "area": "eg", "named_on_ticket": true},
            {"id": "rat", "name": "Beratung", "minutes": 10, "area": "eg", "walk_in": false},
        ],
        "counters": [{"id": "1", "name": "Schalter 1", "area": "eg"}],
        "hours": [{"weekdays": ["Mon"], "from": "08:00:00", "to": "20:00:00", "places": 2}],
    });
    serde_json::from_value(office).unwrap()
}

pub async fn scan(kiosk: &Server, nonce: Nonce, text: &str, seen_at: Timestamp) -> CheckInReply {
    let request = CheckInRequest { presented: Presented::Scan(text.to_owned()), seen_at, with: None };
    kiosk.post("/check-ins", nonce, &request).await.unwrap()
}

pub async fn walk_in(kiosk: &Server, seen_at: Timestamp) -> TicketView {
    let services = vec![ServiceChoice { service: "pass".into(), quantity: 1 }];
    let request = WalkInRequest { services, seen_at, with: None, language: None };
    let reply: TicketReply = kiosk.post("/walk-ins", Nonce::random(), &request).await.unwrap();
    match reply.answer {
        TicketAnswer::Opened { ticket } => ticket,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
pub fn checked_in(reply: CheckInReply) -> TicketView {
    match reply.answer {
        CheckInAnswer::CheckedIn { ticket } => ticket,
        other => panic!("{other:?}"),
    }
}
