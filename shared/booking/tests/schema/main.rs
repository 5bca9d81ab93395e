//! The programs' interface keeps what its document says: schemathesis makes requests from it, right ones and wrong
//! ones, with the same seed each time, and finds nothing.

#![expect(clippy::unwrap_used, reason = "a test that meets an error has failed")]

use foyer_protocol::booking::{BookingView, Hold};
use foyer_protocol::feed::Linked;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// A Monday morning in Berlin, before opening: the examples of the document book that day.
const MONDAY: &str = "2026-11-23T05:30:00Z";
/// The first start of that day.
const EIGHT: &str = "2026-11-23T07:00:00Z";

/// What is installed, exactly.
const REQUIREMENTS: &str = include_str!("requirements.txt");

fn here(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schema").join(file)
}

/// The program with the folder's configuration.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foyer-booking"));
    command.arg("--config").arg(folder.join("booking.toml"));
    command
}

/// What a command of the program prints.
fn said(folder: &Path, arguments: &[&str]) -> String {
    let output = program(folder).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A server that ends with the test.
struct Server {
    child: Child,
    base: String,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let log = std::fs::File::create(folder.join("log")).unwrap();
        let mut child = program(folder).arg("serve").stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let base = line.trim().strip_prefix("listening on ").unwrap_or_else(|| panic!("{line}")).to_owned();
        Self { child, base }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which the test has noticed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Schemathesis as it is pinned, in an environment of its own; made anew when another one is pinned.
fn schemathesis() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("schemathesis");
    let installed = folder.join("installed.txt");
    if std::fs::read_to_string(&installed).is_ok_and(|text| text == REQUIREMENTS) {
        return folder.join("bin/schemathesis");
    }
    let run = |command: &mut Command| {
        let output = command.output().unwrap();
        assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
    run(Command::new(folder.join("bin/pip"))
        .args(["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"])
        .arg(here("requirements.txt")));
    std::fs::write(installed, REQUIREMENTS).unwrap();
    folder.join("bin/schemathesis")
}

/// A folder with a configuration and the example office.
fn prepared() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let config = format!(
        "demo = true\n[clock]\nstart = \"{MONDAY}\"\n[listen]\naddress = \"127.0.0.1:0\"\n[data]\ndir = {data:?}\n\
         [limits]\nchanges_per_booking = 0\n"
    );
    std::fs::write(folder.path().join("booking.toml"), config).unwrap();
    let office = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/examples/office.toml");
    said(folder.path(), &["office", "import", office.to_str().unwrap()]);
    folder
}

/// Asks a running server as a program would.
struct Caller {
    http: reqwest::Client,
    base: String,
}

impl Caller {
    async fn post<R: DeserializeOwned>(&self, path: &str, body: serde_json::Value) -> R {
        let request = self.http.post(format!("{}/api/v1{path}", self.base)).json(&body);
        let answer = request.header("idempotency-key", Uuid::new_v4().to_string()).send().await.unwrap();
        answer.json().await.unwrap()
    }

    async fn sign_on(&self, folder: &Path) -> Linked {
        let code = said(folder, &["office", "link", "musterstadt"]);
        self.post("/lobbies", json!({ "code": code })).await
    }

    async fn hold(&self) -> Uuid {
        let body = json!({ "services": [{ "service": "reisepass", "quantity": 1 }], "start": EIGHT });
        self.post::<Hold>("/offices/musterstadt/holds", body).await.hold
    }

    /// What a booking is called by its owner.
    async fn book(&self) -> Uuid {
        let body = json!({ "name": "Erika Mustermann", "email": "erika@example.org" });
        self.post::<BookingView>(&format!("/holds/{}/confirm", self.hold().await), body).await.secret
    }

    /// How many operations the document has at paths with one of these in it, but for the document itself, which is read
    /// and not asked for.
    async fn operations(&self, with: &[&str]) -> usize {
        let answer = self.http.get(format!("{}/api/v1/openapi.json", self.base)).send().await.unwrap();
        let document: serde_json::Value = answer.json().await.unwrap();
        let paths = document["paths"].as_object().unwrap().iter();
        paths
            .filter(|(path, _)| {
                with.iter().any(|part| path.contains(part)) && !path.ends_with("openapi.json")
            })
            .map(|(_, methods)| methods.as_object().unwrap().len())
            .sum()
    }
}

/// How long it may ask, in all runs together; it is ended then, and has failed.
const MOST: Duration = Duration::from_secs(5 * 60);

/// Schemathesis before a server.
struct Asking<'a> {
    folder: &'a Path,
    base: &'a str,
    began: Instant,
}

impl Asking<'_> {
    /// Runs it with these settings beside those of the file: whether it finds nothing, and what it says. It has tried each
    /// of so many operations.
    fn asks(&self, operations: usize, more: &str, arguments: &[&str]) -> (bool, String) {
        let config = self.folder.join("schemathesis.toml");
        std::fs::write(&config, format!("{}\n{more}", include_str!("schemathesis.toml"))).unwrap();
        let left = MOST.saturating_sub(self.began.elapsed());
        assert!(!left.is_zero(), "it asks for longer than {MOST:?}");
        let output = Command::new("timeout")
            .args(["--kill-after=10s", &format!("{}s", left.as_secs_f32())])
            .arg(schemathesis())
            .current_dir(self.folder)
            .arg("--config-file")
            .arg(config)
            .arg("run")
            .arg(format!("{}/api/v1/openapi.json", self.base))
            .args(arguments)
            .output()
            .unwrap();
        let found = String::from_utf8_lossy(&output.stdout).into_owned();
        let said = format!("{}: {found}{}", output.status, String::from_utf8_lossy(&output.stderr));
        assert!(operations > 0 && found.contains(&format!("Tested: {operations}\n")), "{operations}? {said}");
        (output.status.success(), said)
    }

    /// The same for a server that keeps its word.
    fn finds_nothing(&self, operations: usize, more: &str, arguments: &[&str]) {
        let (finds_nothing, found) = self.asks(operations, more, arguments);
        assert!(finds_nothing, "{found}");
    }
}

/// Settings with which it asks as a lobby and as a program of others.
fn signed_on(lobby: &str, others: &str) -> String {
    format!("[auth.openapi.lobby]\nbearer = \"{lobby}\"\n[auth.openapi.token]\nbearer = \"{others}\"\n")
}

#[tokio::test]
async fn schemathesis_finds_nothing() {
    // Another test of this process may have chosen it already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let folder = prepared();
    let server = Server::start(folder.path());
    let caller = Caller { http: reqwest::Client::new(), base: server.base.clone() };
    let lobby = caller.sign_on(folder.path()).await.token;
    let rights = ["--right", "feed", "--right", "names", "--right", "statistics"];
    let others = said(folder.path(), &[&["token", "add", "schemathesis"], &rights[..]].concat());
    let right = signed_on(&lobby, &others);
    // Before others take all the places.
    let (booking, hold) = (caller.book().await, caller.hold().await);
    schemathesis();
    let asking = Asking { folder: folder.path(), base: &server.base, began: Instant::now() };
    // Whoever knows nothing and makes everything up.
    asking.finds_nothing(caller.operations(&["/"]).await, &right, &[]);
    // It would have noticed if it had not been let in.
    for (wrong, only) in
        [(signed_on("lost", &others), "/api/v1/feed"), (signed_on(&lobby, "lost"), "/api/v1/changes")]
    {
        let few =
            ["--include-path", only, "--phases", "fuzzing", "--mode", "positive", "--max-examples", "3"];
        let (finds_nothing, said) = asking.asks(1, &wrong, &few);
        assert!(!finds_nothing && said.contains("401"), "{said}");
    }
    // Whoever knows an office, a hold and a booking.
    let known =
        format!("{right}[parameters]\noffice = \"musterstadt\"\nhold = \"{hold}\"\nsecret = \"{booking}\"\n");
    let named =
        ["--include-path-regex", "\\{(office|hold|secret)\\}", "--phases", "examples,coverage,fuzzing"];
    let operations = caller.operations(&["{office}", "{hold}", "{secret}"]).await;
    asking.finds_nothing(operations, &known, &named);
}
