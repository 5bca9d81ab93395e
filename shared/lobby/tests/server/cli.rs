//! The program itself: first lines, commands beside a running server, its own certificate, kill -9.

use crate::house::{LIMIT, checked_in, key, office, scan};
use foyer_client::enrolment::enrol;
use foyer_client::{Address, EnrolmentCode, Server};
use foyer_protocol::lobby::{DeviceKind, Health};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

struct Program {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    address: Address,
}

fn config(data: &TempDir, more: &str) -> PathBuf {
    let path = data.path().join("lobby.toml");
    let dir = data.path().join("data");
    // A demonstration's clock, so that no test meets midnight.
    let clock = "demo = true\n[clock]\nstart = '2026-11-23T09:00:00Z'\n";
    let text =
        format!("{clock}[listen]\naddress = '127.0.0.1:0'\n{more}\n[data]\ndir = '{}'\n", dir.display());
    std::fs::write(&path, text).unwrap();
    path
}

fn program(config: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foyer-lobby"));
    command.args(arguments).arg("--config").arg(config).kill_on_drop(true);
    command
}

async fn run(config: &Path, arguments: &[&str]) -> Output {
    program(config, arguments).output().await.unwrap()
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap().trim_end().to_owned()
}

async fn serve(config: &Path) -> Program {
    let mut child = program(config, &["serve"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = tokio::time::timeout(LIMIT, lines.next_line()).await.unwrap().unwrap().unwrap();
    let url = first.strip_prefix("listening on ").unwrap().parse().unwrap();
    Program { child, lines, address: Address::new(url) }
}

#[tokio::test]
async fn the_first_lines_say_where_and_how_to_begin() {
    let data = TempDir::new().unwrap();
    let config = config(&data, "");
    let mut program = serve(&config).await;
    let second = program.lines.next_line().await.unwrap().unwrap();
    let link = second.strip_prefix("first administrator: ").unwrap();
    let base = program.address.url.as_str().trim_end_matches('/').to_owned();
    assert!(link.starts_with(&format!("{base}/invitation/")), "{link}");
    assert_eq!(link.rsplit('/').next().unwrap().len(), 64);
    let server = Server::new(&program.address, None).unwrap();
    let health: Health = server.get("/health").await.unwrap();
    assert_eq!(health.program, "foyer-lobby");

    // Commands beside the running server.
    let code = stdout(&run(&config, &["device", "code", "--kind", "kiosk", "--name", "Eingang"]).await);
    let identity = enrol(&program.address, &code.parse().unwrap(), DeviceKind::Kiosk, LIMIT).await.unwrap();
    assert_eq!(identity.enrolled.name, "Eingang");
    let invited = stdout(&run(&config, &["staff", "add", "Kim", "--role", "clerk"]).await);
    assert!(invited.starts_with("one-time link for Kim: /invitation/"), "{invited}");
    let mut add =
        super::cli::program(&config, &["staff", "add", "Ola", "--role", "supervisor", "--password-stdin"]);
    let mut add = add.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    add.stdin.take().unwrap().write_all("drei kleine Enten\n".as_bytes()).await.unwrap();
    assert_eq!(stdout(&add.wait_with_output().await.unwrap()), "added: Ola (supervisor)");
    // A second server on the same data says what is wrong and what helps.
    let second = run(&config, &["serve"]).await;
    assert!(!second.status.success());
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(said.contains("in use by another program") && said.contains("stop the other"), "{said}");
    let checked = run(&config, &["--check"]).await;
    let table = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(!checked.status.success() && table.contains("not connected yet"), "{table}");
    assert!(table.contains("in use by a running lobby"), "{table}");

    let pid = i32::try_from(program.child.id().unwrap()).unwrap();
    assert!(Command::new("kill").arg(pid.to_string()).status().await.unwrap().success());
    let ended = tokio::time::timeout(LIMIT, program.child.wait()).await.unwrap().unwrap();
    assert!(ended.success());
    // Somebody works here now: no link for a first administrator any more.
    let mut program = serve(&config).await;
    program.child.start_kill().unwrap();
    assert_eq!(program.lines.next_line().await.unwrap(), None);
}

#[tokio::test]
async fn its_own_certificate_is_pinned_by_the_code() {
    let data = TempDir::new().unwrap();
    let config = config(&data, "tls = true");
    let program = serve(&config).await;
    assert_eq!(program.address.url.scheme(), "https");
    let code = stdout(&run(&config, &["device", "code", "--kind", "display", "--name", "Wand"]).await);
    let code: EnrolmentCode = code.parse().unwrap();
    assert!(code.pin().is_some());
    let identity = enrol(&program.address, &code, DeviceKind::Display, LIMIT).await.unwrap();
    let pinned = Server::new(&identity.address(&program.address), Some(identity.token())).unwrap();
    let health: Health = pinned.get("/health").await.unwrap();
    assert_eq!(health.program, "foyer-lobby");
    Server::new(&program.address, None)
        .unwrap()
        .get::<Health>("/health")
        .await
        .expect_err("nobody vouches for it");
    use std::os::unix::fs::PermissionsExt;
    let key = std::fs::metadata(data.path().join("data/private-key.pem")).unwrap();
    assert_eq!(key.permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn help_example_and_faults_are_worth_reading() {
    let data = TempDir::new().unwrap();
    let config = config(&data, "");
    let help = stdout(&run(&config, &["--help"]).await);
    for word in ["serve", "connect", "staff", "device", "first administrator", "--print-config"] {
        assert!(help.contains(word), "{word}: {help}");
    }
    assert_eq!(stdout(&run(&config, &["--print-config"]).await), foyer_lobby::config::EXAMPLE.trim_end());
    assert!(stdout(&run(&config, &["--version"]).await).starts_with("foyer-lobby 0."));
    let missing = run(Path::new("/nowhere/lobby.toml"), &["serve"]).await;
    let said = String::from_utf8_lossy(&missing.stderr).into_owned();
    assert!(
        !missing.status.success() && said.contains("/nowhere/lobby.toml") && said.contains("--config"),
        "{said}"
    );
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap();
    let text = std::fs::read_to_string(&config).unwrap().replace("127.0.0.1:0", &port.to_string());
    std::fs::write(&config, text).unwrap();
    let said = String::from_utf8(run(&config, &["serve"]).await.stderr).unwrap();
    assert!(said.contains(&port.to_string()) && said.contains("another program may have it"), "{said}");
}

/// An office and its keys, as the feed would have brought them.
async fn furnish(config: &Path) {
    use foyer_domain::engine::{City, Command as Ask};
    use foyer_domain::visit::Actor;
    let settings = foyer_lobby::Config::load(config).unwrap();
    let running =
        foyer_lobby::serve::start(&settings, tokio_util::sync::CancellationToken::new()).await.unwrap();
    for command in [
        Ask::AdoptOffice(Box::new(office())),
        Ask::AdoptCity(City { keys: vec![key().public()], offices: vec![] }),
    ] {
        running.lobby.ask(Actor::Booking, None, command).await.unwrap();
    }
    running.close().await;
}

#[tokio::test]
async fn the_log_is_copied_and_replayed_beside_a_running_server() {
    let data = TempDir::new().unwrap();
    let config = config(&data, "");
    furnish(&config).await;
    let mut program = serve(&config).await;
    let copy = data.path().join("copy");
    let said = stdout(&run(&config, &["backup", copy.to_str().unwrap()]).await);
    assert!(said.contains("the log up to event 2 is in") && said.contains("copy.registry"), "{said}");
    let again = run(&config, &["backup", copy.to_str().unwrap()]).await;
    let fault = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(!again.status.success() && fault.contains("name another file"), "{fault}");
    let said = stdout(&run(&config, &["replay"]).await);
    assert!(said.ends_with("the log and what was written beside it say the same"), "{said}");
    let help = stdout(&run(&config, &["backup", "--help"]).await);
    assert!(help.contains("3. copy FILE to lobby.db") && help.contains("foyer-lobby restored"), "{help}");
    program.child.kill().await.unwrap();

    let log = rusqlite::Connection::open(data.path().join("data/lobby.db")).unwrap();
    log.execute("update checkpoint set state = replace(state, 'Markt 1', 'Markt 2')", []).unwrap();
    let differs = run(&config, &["replay"]).await;
    let said = String::from_utf8_lossy(&differs.stdout).into_owned();
    assert!(!differs.status.success(), "{said}");
    assert!(
        said.contains("DIFFERENT") && said.contains("after event 2") && said.contains("/office/address"),
        "{said}"
    );
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_kill() {
    use foyer_protocol::nonce::Nonce;
    let data = TempDir::new().unwrap();
    let config = config(&data, "");
    furnish(&config).await;
    let mut program = serve(&config).await;
    let code = stdout(&run(&config, &["device", "code", "--kind", "kiosk", "--name", "Eingang"]).await);
    let identity = enrol(&program.address, &code.parse().unwrap(), DeviceKind::Kiosk, LIMIT).await.unwrap();
    let mut known: Vec<(Nonce, foyer_domain::Timestamp, String, foyer_protocol::lobby::TicketView)> =
        Vec::new();
    for round in 0..3_u64 {
        let kiosk = Server::new(&program.address, Some(identity.token())).unwrap();
        let now = kiosk.get::<Health>("/health").await.unwrap().now;
        let start = chrono::SubsecRound::trunc_subsecs(now, 0);
        for id in 1..=10 {
            let id = foyer_domain::id::BookingId::new(round * 100 + id).unwrap();
            let text = key().sign(7, id, start).unwrap();
            let nonce = Nonce::random();
            let ticket = checked_in(scan(&kiosk, nonce, &text, now).await);
            known.push((nonce, now, text, ticket));
        }
        program.child.start_kill().unwrap();
        program.child.wait().await.unwrap();
        program = serve(&config).await;
        let kiosk = Server::new(&program.address, Some(identity.token())).unwrap();
        for (nonce, seen_at, text, ticket) in &known {
            assert_eq!(checked_in(scan(&kiosk, *nonce, text, *seen_at).await), *ticket);
        }
    }
    let mut numbers: Vec<_> = known.iter().map(|(_, _, _, ticket)| ticket.number).collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 30);
    program.child.kill().await.unwrap();
}
