//! The program around the server: command line, faults of folder and database.

use crate::support::{EIGHT, Folder, MONDAY, OFFICE, Server};
use foyer_booking::commands::CommandFault;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_foyer-booking"))
}

#[test]
fn prints_its_configuration_version_and_help() {
    let out = |argument: &str| String::from_utf8(program().arg(argument).output().unwrap().stdout).unwrap();
    assert_eq!(out("--print-config").trim_end(), foyer_booking::examples::SETTINGS.trim_end());
    assert!(out("--version").starts_with("foyer-booking "));
    assert!(out("--help").contains("office link OFFICE"));
}

#[test]
fn serves_on_a_free_port_and_stops_on_sigterm() {
    let folder = Folder::new();
    let config = folder.config(MONDAY);
    let mut child = program()
        .arg("serve")
        .arg("--config")
        .arg(&config)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let address =
        line.trim().strip_prefix("listening on http://").unwrap_or_else(|| panic!("{line}")).to_owned();
    // Another one on the same address, and on the same folder.
    let busy = std::fs::read_to_string(&config).unwrap().replace("127.0.0.1:0", &address);
    let other = folder.dir.path().join("other.toml");
    std::fs::write(&other, busy).unwrap();
    let refused = |config: &std::path::Path| {
        let output = program().arg("--config").arg(config).arg("serve").output().unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let said = refused(&other);
    assert!(
        said.contains(&format!("cannot listen on {address}")) && said.contains("listen.address"),
        "{said}"
    );
    let said = refused(&config);
    assert!(said.contains("in use by another foyer-booking"), "{said}");
    let killed = Command::new("kill").arg("-TERM").arg(child.id().to_string()).status().unwrap();
    assert!(killed.success() && child.wait().unwrap().success());
}

fn database(folder: &Folder) -> std::path::PathBuf {
    folder.dir.path().join("data/booking.sqlite")
}

#[tokio::test]
async fn a_database_from_the_future_damaged_or_locked_is_named() {
    let folder = Folder::new();
    folder.import(MONDAY, OFFICE).await.unwrap();
    let said = async || {
        let fault = folder.run(MONDAY, &["office", "list"]).await.unwrap_err();
        assert!(matches!(fault, CommandFault::Store(_)), "{fault:?}");
        let said = fault.to_string();
        assert!(said.contains("booking.sqlite"), "{said}");
        said
    };
    let sound = std::fs::read(database(&folder)).unwrap();
    let connection = rusqlite::Connection::open(database(&folder)).unwrap();
    let newer = "insert into refinery_schema_history (version, name, applied_on, checksum) values (99, 'tomorrow', '2030-01-01T00:00:00Z', '1')";
    connection.execute(newer, []).unwrap();
    assert!(said().await.contains("newer foyer-booking (V99__tomorrow)"));
    connection.execute("delete from refinery_schema_history where version = 99", []).unwrap();
    connection.execute_batch("begin exclusive").unwrap();
    assert!(said().await.contains("locked by another program"));
    connection.execute_batch("commit").unwrap();
    drop(connection);
    let mut damaged = sound.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 8192].fill(0xa5);
    std::fs::write(database(&folder), &damaged).unwrap();
    assert!(said().await.contains("damaged"));
    std::fs::write(database(&folder), "this is no database, but long enough to be one".repeat(99)).unwrap();
    assert!(said().await.contains("damaged"));
    std::fs::write(database(&folder), sound).unwrap();
    assert!(folder.run(MONDAY, &["office", "list"]).await.unwrap().contains("musterstadt"));
}

#[tokio::test]
async fn imports_are_numbered_and_judged() {
    let folder = Folder::new();
    let said = async |office: &str| match folder.import(MONDAY, office).await {
        Ok(said) => said,
        Err(fault) => format!("{fault}"),
    };
    assert_eq!(said(OFFICE).await, "musterstadt: revision 1 is in force");
    assert_eq!(said(OFFICE).await, "musterstadt: nothing has changed, revision 1 stays in force");
    assert_eq!(
        said(&OFFICE.replace("horizon_days = 60", "horizon_days = 30")).await,
        "musterstadt: revision 2 is in force"
    );
    assert!(
        said(&OFFICE.replace("\"musterstadt\"", "\"nord\""))
            .await
            .contains("`number` 1 is the office `musterstadt`")
    );
    assert!(said(&OFFICE.replace("number = 1", "number = 2")).await.contains("`number` was 1 and must stay"));
    let faulty = OFFICE
        .replace("grid_minutes = 10", "grid_minutes = 7")
        .replace("area = \"obergeschoss\"", "area = \"dach\"");
    let all = said(&faulty).await;
    for part in [
        "4 place(s)",
        "rules.grid_minutes",
        "use 5, 10",
        "`services.fuehrerschein.area` names `dach`",
        "`counters.4.area`",
    ] {
        assert!(all.contains(part), "{part}: {all}");
    }
    assert!(
        folder
            .run(MONDAY, &["office", "link", "nord"])
            .await
            .unwrap_err()
            .to_string()
            .contains("no office `nord`")
    );
    assert!(folder.run(MONDAY, &["key", "revoke", "9"]).await.unwrap_err().to_string().contains("no key 9"));
    let checked = folder.run(MONDAY, &["--check"]).await.unwrap();
    assert!(checked.contains("opens 2026-11-23 07:00 UTC") && !checked.contains("WRONG"), "{checked}");
}

#[tokio::test]
async fn a_booked_service_cannot_be_taken_away() {
    let server = Server::start().await;
    server.book("parkausweis", EIGHT).await;
    let folder = server.stop().await;
    let (before, rest) = OFFICE.split_once("[[services]]\nid = \"parkausweis\"").unwrap();
    let (_, after) = rest.split_once("# Counters,").unwrap();
    let (after, _) = after.split_once("[[questions]]").unwrap();
    let without = format!("{before}# Counters,{after}")
        .replace("\"fuehrerschein\", \"parkausweis\"", "\"fuehrerschein\"");
    let fault = folder.import(MONDAY, &without).await.unwrap_err().to_string();
    assert!(fault.contains("`parkausweis`, which is booked 1 times until 2026-11-23"), "{fault}");
    let closed = OFFICE.replace("date = \"2026-12-24\"", "date = \"2026-11-23\"");
    assert!(
        folder.import(MONDAY, &closed).await.unwrap().contains("1 bookings lie outside the opening hours")
    );
}
