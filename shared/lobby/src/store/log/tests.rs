use super::*;
use crate::store::registry::Registry;
use tempfile::TempDir;

#[track_caller]
fn refused(folder: &TempDir) -> String {
    let opened = LogStore::open(folder.path()).and_then(|log| log.load());
    opened.expect_err("it must not be used").to_string()
}

#[test]
fn a_log_that_another_program_has_is_refused() {
    let folder = TempDir::new().unwrap();
    let _first = LogStore::open(folder.path()).unwrap();
    let said = refused(&folder);
    assert!(said.contains("lobby.db` is in use") && said.contains("stop the other"), "{said}");
}

#[test]
fn a_newer_log_is_refused_and_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let log = LogStore::open(folder.path()).unwrap();
    log.meddle("insert into refinery_schema_history values (99, 'later', '2030-01-01T00:00:00Z', '1')");
    drop(log);
    let said = refused(&folder);
    assert!(said.contains("newer foyer-lobby") && said.contains("V99__later"), "{said}");
    let folder = TempDir::new().unwrap();
    let log = LogStore::open(folder.path()).unwrap();
    let newer = foyer_protocol::log::VERSION + 1;
    log.meddle(&format!("insert into events values (1, {newer}, 0, '{{}}', '{{}}')"));
    drop(log);
    let said = refused(&folder);
    assert!(said.contains("newer foyer-lobby") && said.contains(&format!("form {newer}")), "{said}");
}

#[test]
fn a_damaged_log_is_refused() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("lobby.db"), "this is no database, and it is long enough".repeat(200))
        .unwrap();
    let said = refused(&folder);
    assert!(said.contains("lobby.db` is damaged") && said.contains("restore the last backup"), "{said}");
    for (events, fault) in [
        ("(2, 1, 0, '{}', '{}')", "event 1 is missing"),
        ("(1, 1, 0, '{}', '{\"event\": \"danced\"}')", "event 1: unknown variant `danced`"),
    ] {
        let folder = TempDir::new().unwrap();
        let log = LogStore::open(folder.path()).unwrap();
        log.meddle(&format!("insert into events values {events}"));
        drop(log);
        let said = refused(&folder);
        assert!(said.contains(fault), "{said}");
    }
}

#[tokio::test]
async fn a_registry_takes_two_programs() {
    let folder = TempDir::new().unwrap();
    let one = Registry::open(folder.path()).unwrap();
    let two = Registry::open(folder.path()).unwrap();
    assert_eq!(one.link().await.unwrap(), None);
    assert_eq!(two.link().await.unwrap(), None);
}
