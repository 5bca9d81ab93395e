//! A server on a free port with a folder of its own, and a caller.

use clap::Parser;
use foyer_booking::cli::Arguments;
use foyer_booking::commands::{self, CommandFault};
use foyer_booking::settings::Settings;
use foyer_domain::Timestamp;
use foyer_protocol::booking::{BookingView, FreeTimes, Hold};
use foyer_protocol::feed::Linked;
use foyer_protocol::problem::{self, Problem};
use reqwest::{Method, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// A Monday morning in Berlin: 06:30 there, before opening.
pub const MONDAY: &str = "2026-11-23T05:30:00Z";
/// The first start of that day.
pub const EIGHT: &str = "2026-11-23T07:00:00Z";
pub const OFFICE: &str = include_str!("../../../../deploy/examples/office.toml");

/// Another office of the same city: with steps, and other languages.
pub fn north() -> String {
    OFFICE
        .replace("id = \"musterstadt\"\n", "id = \"nord\"\n")
        .replace("number = 1\n", "number = 2\n")
        .replace("Bürgerbüro Musterstadt", "Bürgerbüro Nord")
        .replace("Rathausplatz 1", "Nordring 5")
        .replace("step_free = true", "step_free = false")
        .replace("languages = [\"de\", \"en\", \"tr\", \"uk\"]", "languages = [\"de\", \"kmr\"]")
}

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A data folder with its configuration; outlives servers on it.
pub struct Folder {
    pub(crate) kept: crate::Kept,
    pub dir: TempDir,
    /// What else stands under `[listen]`.
    pub listen: String,
    /// `[mail]`, if there is one.
    pub mail: String,
}

impl Folder {
    pub fn new() -> Self {
        let dir = TempDir::new().unwrap();
        Self { kept: crate::Kept::new(dir.path()), dir, listen: String::new(), mail: String::new() }
    }

    pub fn config(&self, now: &str) -> PathBuf {
        let path = self.dir.path().join("booking.toml");
        let data = self.kept.data();
        let text = format!(
            "demo = true\npublic_url = \"https://termine.example\"\n[clock]\nstart = \"{now}\"\n\
             [listen]\naddress = \"127.0.0.1:0\"\n{}{data}\n{}",
            self.listen, self.mail
        );
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Runs the program's command line in this process; what it prints.
    pub async fn run(&self, now: &str, arguments: &[&str]) -> Result<String, CommandFault> {
        let mut printed = Vec::new();
        let result = self.say(now, arguments, |line| printed.push(line.to_owned())).await;
        result.map(|()| printed.join("\n"))
    }

    /// The same, and what it prints before it fails, too.
    pub async fn say(
        &self,
        now: &str,
        arguments: &[&str],
        print: impl FnMut(&str),
    ) -> Result<(), CommandFault> {
        let config = self.config(now);
        let all = ["foyer-booking", "--config", config.to_str().unwrap()];
        let arguments = Arguments::try_parse_from(all.iter().chain(arguments)).unwrap();
        commands::run(arguments, CancellationToken::new(), print).await
    }

    /// Imports an office from text.
    pub async fn import(&self, now: &str, office: &str) -> Result<String, CommandFault> {
        let file = self.dir.path().join("office.toml");
        std::fs::write(&file, office).unwrap();
        self.run(now, &["office", "import", file.to_str().unwrap()]).await
    }
}

/// A running server.
pub struct Server {
    pub folder: Arc<Folder>,
    pub base: String,
    pub http: reqwest::Client,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl Server {
    /// With the example office, at [`MONDAY`].
    pub async fn start() -> Self {
        Self::with_office(MONDAY, OFFICE).await
    }

    pub async fn with_office(now: &str, office: &str) -> Self {
        let folder = Arc::new(Folder::new());
        folder.import(now, office).await.unwrap();
        Self::on(folder, now).await
    }

    /// On a folder that is there.
    pub async fn on(folder: Arc<Folder>, now: &str) -> Self {
        // Another test of this process may have chosen it already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let settings: Settings =
            toml::from_str(&std::fs::read_to_string(folder.config(now)).unwrap()).unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let stop = CancellationToken::new();
        let token = stop.clone();
        let task =
            tokio::spawn(async move { foyer_booking::serve(listener, settings, token).await.unwrap() });
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let server = Self { folder, base, http, stop, task };
        server.get::<Value>("/health").await.unwrap();
        server
    }

    /// Stops it; fails if it does not stop in time.
    pub async fn stop(self) -> Arc<Folder> {
        self.stop.cancel();
        tokio::time::timeout(Duration::from_secs(10), self.task).await.unwrap().unwrap();
        self.folder
    }

    /// Stops it and starts it again at another time.
    pub async fn again_at(self, now: &str) -> Self {
        Self::on(self.stop().await, now).await
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        nonce: Option<Uuid>,
        body: Option<String>,
    ) -> Response {
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if let Some(nonce) = nonce {
            request = request.header("idempotency-key", nonce.to_string());
        }
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body);
        }
        request.send().await.unwrap()
    }

    pub async fn get<R: DeserializeOwned>(&self, path: &str) -> Result<R, Problem> {
        answer(self.send(Method::GET, path, None, None).await).await
    }

    pub async fn post<R: DeserializeOwned>(
        &self,
        path: &str,
        nonce: Uuid,
        body: impl Serialize,
    ) -> Result<R, Problem> {
        let body = serde_json::to_string(&body).unwrap();
        answer(self.send(Method::POST, path, Some(nonce), Some(body)).await).await
    }

    pub async fn free(&self, services: &str, from: &str, to: &str) -> FreeTimes {
        let path = format!("/api/v1/offices/musterstadt/free-times?services={services}&from={from}&to={to}");
        self.get(&path).await.unwrap()
    }

    /// `service` can name several: `reisepass,ummeldung`.
    pub async fn hold(&self, service: &str, start: &str) -> Result<Hold, Problem> {
        let services: Vec<_> =
            service.split(',').map(|service| json!({ "service": service, "quantity": 1 })).collect();
        let body = json!({ "services": services, "start": start });
        self.post("/api/v1/offices/musterstadt/holds", Uuid::new_v4(), body).await
    }

    pub async fn confirm(&self, hold: Uuid) -> Result<BookingView, Problem> {
        let body = json!({ "name": "Erika Mustermann", "email": "erika@example.org", "language": "de" });
        self.post(&format!("/api/v1/holds/{hold}/confirm"), Uuid::new_v4(), body).await
    }

    /// A certain booking.
    pub async fn book(&self, service: &str, start: &str) -> BookingView {
        let hold = self.hold(service, start).await.unwrap();
        self.confirm(hold.hold).await.unwrap()
    }

    pub async fn cancel(&self, secret: Uuid, pin: &str) -> Result<BookingView, Problem> {
        self.post(&format!("/api/v1/bookings/{secret}/cancel"), Uuid::new_v4(), json!({ "pin": pin })).await
    }

    pub async fn move_to(&self, secret: Uuid, pin: &str, start: &str) -> Result<BookingView, Problem> {
        let body = json!({ "pin": pin, "start": start });
        self.post(&format!("/api/v1/bookings/{secret}/move"), Uuid::new_v4(), body).await
    }

    /// Signs a lobby on.
    pub async fn link(&self) -> Linked {
        let code = self.folder.run(MONDAY, &["office", "link", "musterstadt"]).await.unwrap();
        self.post("/api/v1/lobbies", Uuid::new_v4(), json!({ "code": code })).await.unwrap()
    }

    /// A page: its status and text.
    pub async fn page(&self, path: &str) -> (StatusCode, String) {
        let response =
            self.http.get(format!("{}{path}", self.base)).header("accept-language", "de").send().await;
        let response = response.unwrap();
        (response.status(), response.text().await.unwrap())
    }

    /// Sends a form; status, where it leads, and text.
    pub async fn form(&self, path: &str, fields: &[(&str, &str)]) -> (StatusCode, String, String) {
        let encode = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let pairs: Vec<String> = fields.iter().map(|(k, v)| format!("{}={}", encode(k), encode(v))).collect();
        let request = self.http.post(format!("{}{path}", self.base));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let response = request.body(pairs.join("&")).send().await.unwrap();
        let location = response.headers().get("location").map(|value| value.to_str().unwrap().to_owned());
        (response.status(), location.unwrap_or_default(), response.text().await.unwrap())
    }
}

/// How long something may take on a slow machine with busy neighbours.
pub const LIMIT: Duration = Duration::from_secs(30);

/// Asks again until there is something.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let began = Instant::now();
    let mut tick = tokio::time::interval(Duration::from_millis(20));
    loop {
        tick.tick().await;
        if let Some(found) = look().await {
            return found;
        }
        assert!(began.elapsed() < LIMIT, "waited in vain: {what}");
    }
}

/// An answer, or the problem; anything else fails the test.
pub async fn answer<R: DeserializeOwned>(response: Response) -> Result<R, Problem> {
    let status = response.status();
    let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
    let text = response.text().await.unwrap();
    if status.is_success() {
        return Ok(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}")));
    }
    assert_eq!(kind, problem::CONTENT_TYPE, "{status} {text}");
    let problem: Problem = serde_json::from_str(&text).unwrap();
    assert_eq!(problem.status, status.as_u16());
    Err(problem)
}

/// The kind of a refusal.
pub fn kind<T: std::fmt::Debug>(result: Result<T, Problem>) -> String {
    result.unwrap_err().code().to_owned()
}
