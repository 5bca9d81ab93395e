//! A lobby that serves, with an office and staff in it.

use crate::browser::{Browser, LIMIT};
use foyer_client::enrolment::enrol;
use foyer_client::{Address, Followed, Identity, Server};
use foyer_domain::booking::{Booking, BookingState, ServiceChoice};
use foyer_domain::engine::{Command, Reply, WalkIn};
use foyer_domain::id::{BookingId, VisitId};
use foyer_domain::visit::{Actor, Wishes};
use foyer_lobby::staff::Role;
use foyer_lobby::{Config, Lobby, serve};
use foyer_protocol::lobby::{DeviceKind, KioskEvent};
use futures_util::Stream;
use std::pin::Pin;
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// What a page must show as text.
pub const EVIL: &str = "Pass <script>alert('x')</script> & \"mehr\"";

pub const PASSWORD: &str = "drei kleine Enten";

/// A serving lobby.
pub struct Office {
    pub lobby: Lobby,
    pub address: String,
    shutdown: CancellationToken,
    served: JoinHandle<()>,
    data: TempDir,
}

impl Office {
    /// Opens on a Monday at ten in the morning, with three counters and an administrator called Ada.
    pub async fn open() -> Self {
        let opened = Self::open_in(TempDir::new().unwrap()).await;
        let lobby = &opened.lobby;
        let office = serde_json::json!({
            "revision": 1, "id": "mitte", "number": 7, "name": "Bürgerbüro <Mitte>", "address": "Markt 1",
            "time_zone": "Europe/Berlin",
            "areas": [{"id": "eg", "name": "Wartebereich 1", "letter": "A"}],
            "services": [{"id": "ausweis", "name": EVIL, "minutes": 10, "area": "eg"}],
            "counters": [
                {"id": "1", "name": "Schalter 1", "area": "eg"},
                {"id": "süd/2", "name": "Schalter 2", "area": "eg"},
                {"id": "3", "name": "Schalter 3", "area": "eg", "services": ["ausweis"]},
            ],
            "hours": [{"weekdays": ["Mon"], "from": "08:00:00", "to": "18:00:00", "places": 2}],
        });
        let office = Box::new(serde_json::from_value(office).unwrap());
        lobby.ask(Actor::Booking, None, Command::AdoptOffice(office)).await.unwrap();
        lobby.staff().create_staff("Ada", Role::Administrator, PASSWORD).await.unwrap();
        opened
    }

    async fn open_in(data: TempDir) -> Self {
        let mut config = Config::local(data.path());
        config.demo = true;
        config.clock.start = Some("2026-11-23T09:00:00Z".parse().unwrap());
        let shutdown = CancellationToken::new();
        let running = serve::start(&config, shutdown.clone()).await.unwrap();
        let listener = serve::bind(&config).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let lobby = running.lobby.clone();
        let served = tokio::spawn(async move { running.serve(listener).await.unwrap() });
        Self { lobby, address, shutdown, served, data }
    }

    /// The same office, served anew at another address.
    pub async fn restarted(self) -> Self {
        drop(self.lobby);
        self.shutdown.cancel();
        self.served.await.unwrap();
        Self::open_in(self.data).await
    }

    /// A kiosk that has enrolled.
    pub async fn kiosk(&self, name: &str) -> Server {
        self.server(&self.enrolled(name).await)
    }

    /// Who a kiosk is that has enrolled.
    pub async fn enrolled(&self, name: &str) -> Identity {
        let code = self.lobby.devices().create_code(DeviceKind::Kiosk, name, Vec::new()).await.unwrap();
        let address = Address::new(self.address.parse().unwrap());
        let code = code.code.parse().unwrap();
        enrol(&address, &code, DeviceKind::Kiosk, LIMIT).await.unwrap()
    }

    /// This office, for a kiosk that enrolled here.
    pub fn server(&self, identity: &Identity) -> Server {
        Server::new(&Address::new(self.address.parse().unwrap()), Some(identity.token())).unwrap()
    }

    /// What a kiosk hears.
    pub fn follow(&self, kiosk: &Server) -> Pin<Box<dyn Stream<Item = Followed<KioskEvent>> + Send>> {
        Box::pin(kiosk.follow::<KioskEvent>("/stream", "kiosk", None, self.lobby.clock()))
    }

    /// Changes the office's configuration, as the booking server does.
    pub async fn reconfigured(&self, change: impl FnOnce(&mut foyer_domain::office::Office)) {
        let mut office = Box::new(self.lobby.state().office().unwrap().clone());
        office.revision += 1;
        change(&mut office);
        self.lobby.ask(Actor::Booking, None, Command::AdoptOffice(office)).await.unwrap();
    }

    /// Somebody takes a ticket without an appointment.
    pub async fn walk_in(&self) -> VisitId {
        self.walk_in_for(&[ServiceChoice { service: "ausweis".into(), quantity: 1 }]).await
    }

    /// Somebody takes one for several things.
    pub async fn walk_in_for(&self, services: &[ServiceChoice]) -> VisitId {
        self.walk_in_speaking(services, None).await
    }

    /// Somebody takes one who has chosen a language.
    pub async fn walk_in_speaking(&self, services: &[ServiceChoice], language: Option<&str>) -> VisitId {
        let (services, language) = (services.to_vec(), language.map(str::to_owned));
        let seen_at = self.lobby.clock().now();
        let command = Command::WalkIn(WalkIn { services, seen_at, language });
        match self.lobby.ask(Actor::System, None, command).await.unwrap().reply {
            Reply::Opened(visit) => visit,
            other => panic!("a walk-in is answered with {other:?}"),
        }
    }

    /// Somebody has booked; the lobby knows.
    pub async fn booked(&self, start: &str) -> BookingId {
        let known = u64::try_from(self.lobby.state().bookings().count()).unwrap();
        let id = BookingId::new(known + 1).unwrap();
        let services = vec![ServiceChoice { service: "ausweis".into(), quantity: 1 }];
        let (state, wishes) = (BookingState::Confirmed, Wishes::default());
        let start = start.parse().unwrap();
        let (language, interpreting) = (None, None);
        let booking =
            Booking { id, services, start, minutes: 10, state, language, wishes, interpreting, persons: 1 };
        self.lobby.ask(Actor::Booking, None, Command::SyncBooking(booking)).await.unwrap();
        id
    }

    /// A display has shown and sounded the standing call of a visit.
    pub async fn show_call(&self, visit: VisitId) {
        let call = self.lobby.state().visit(visit).unwrap().call.as_ref().unwrap().id;
        let command = Command::Acknowledge { call, heard: true };
        self.lobby.ask(Actor::System, None, command).await.unwrap();
    }

    /// A clerk at a browser of their own, signed in.
    pub async fn clerk(&self, name: &str) -> Browser {
        self.person(name, Role::Clerk).await
    }

    /// Somebody at a browser of their own, signed in.
    pub async fn person(&self, name: &str, role: Role) -> Browser {
        self.lobby.staff().create_staff(name, role, PASSWORD).await.unwrap();
        let mut browser = Browser::new(&self.address);
        browser.sign_in(name, PASSWORD).await;
        browser
    }

    /// Closes in order: nothing is left behind.
    pub async fn close(self) {
        drop(self.lobby);
        self.shutdown.cancel();
        self.served.await.unwrap();
    }
}
