//! From SQLite to PostgreSQL and back: nothing is lost, and the citizen's paper still counts.

use crate::cluster::Database;
use crate::mail_server::nobody;
use crate::outbox::sending;
use crate::support::{EIGHT, MONDAY, OFFICE, Server, at, until};
use clap::Parser;
use foyer_booking::cli::Arguments;
use foyer_booking::commands::{self, CommandFault};
use foyer_booking::settings::Settings;
use foyer_protocol::booking::BookingView;
use std::path::Path;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

async fn run(config: &Path, arguments: &[&str]) -> Result<String, CommandFault> {
    let all = ["foyer-booking", "--config", config.to_str().unwrap()];
    let arguments = Arguments::try_parse_from(all.iter().chain(arguments)).unwrap();
    let mut printed = Vec::new();
    commands::run(arguments, CancellationToken::new(), |line| printed.push(line.to_owned())).await?;
    Ok(printed.join("\n"))
}

/// A configuration of SQLite in a folder.
fn sqlite(folder: &Path, name: &str) -> std::path::PathBuf {
    let path = folder.join(format!("{name}.toml"));
    let data = folder.join(name);
    let text = format!("demo = true\n[clock]\nstart = \"{MONDAY}\"\n[data]\ndir = {data:?}\n");
    std::fs::write(&path, text).unwrap();
    path
}

fn lines(path: &Path) -> Vec<String> {
    let mut lines: Vec<String> = std::fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect();
    // SQLite has no booleans, and no counter of effects.
    lines.iter_mut().for_each(|line| *line = line.replace("false", "0").replace("true", "1"));
    lines.retain(|line| !line.starts_with("[\"effect\""));
    lines.sort();
    lines
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_goes_there_and_back() {
    let folder = tempfile::tempdir().unwrap();
    // Here more is booked than is open later on.
    let server = sending(nobody()).await;
    let booking = server.book("reisepass", EIGHT).await;
    server.book("reisepass", EIGHT).await;
    let third = server.book("reisepass", EIGHT).await;
    server.cancel(third.secret, &third.pin.unwrap()).await.unwrap();
    // No mail server answers: two confirmations and a cancellation wait.
    let waiting = "select count(*) from letter where tries = 1 and claimed_until is null";
    until("letters wait", async || (server.folder.kept.number(waiting) == 3).then_some(())).await;
    server.link().await;
    server.folder.import(MONDAY, &OFFICE.replace("places = 3", "places = 1")).await.unwrap();
    let here = server.folder.config(MONDAY);
    let there = sqlite(folder.path(), "there");
    let to = there.to_str().unwrap();
    let kept = Arc::clone(&server.folder);
    let refused = run(&here, &["migrate", "--to", to]).await.unwrap_err().to_string();
    assert!(refused.contains("stop the servers first"), "{refused}");
    server.stop().await;
    let connected = "select count(*) from pg_stat_activity
        where datname = current_database() and application_name = 'foyer-booking'";
    until("all have gone", async || (kept.kept.number(connected) == 0).then_some(())).await;
    assert!(
        run(&here, &["migrate", "--to", there.to_str().unwrap()])
            .await
            .unwrap()
            .contains("rows carried over")
    );
    // In SQLite now, with the same code and the same PIN.
    let settings: Settings = toml::from_str(&std::fs::read_to_string(&there).unwrap()).unwrap();
    let store = foyer_booking::store::Store::open(&settings.data, false, at(MONDAY)).unwrap();
    let carried = store.booking(booking.secret).await.unwrap().unwrap().view;
    assert_eq!(carried, BookingView { pin: None, ..booking.clone() });
    drop(store);
    // And back, into another database.
    let database = Database::new(false).unwrap();
    let back = folder.path().join("back.toml");
    let connection = database.connection();
    let text = format!(
        "demo = true\n[clock]\nstart = \"{MONDAY}\"\n[data.postgres]\nconnection = \"{connection}\"\n"
    );
    std::fs::write(&back, text).unwrap();
    let [one, two, three] = ["one", "two", "three"].map(|name| folder.path().join(name));
    let name = |path: &std::path::PathBuf| path.to_str().unwrap().to_owned();
    run(&there, &["export", &name(&one)]).await.unwrap();
    run(&back, &["import", &name(&one)]).await.unwrap();
    run(&back, &["export", &name(&two)]).await.unwrap();
    run(&here, &["export", &name(&three)]).await.unwrap();
    assert_eq!(lines(&one), lines(&two));
    assert_eq!(lines(&one), lines(&three));
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(std::fs::metadata(&one).unwrap().permissions().mode() & 0o777, 0o600);
    // What is there is never overwritten, and a file that is none of ours is named.
    assert!(run(&back, &["import", &name(&one)]).await.unwrap_err().to_string().contains("is not empty"));
    assert!(run(&here, &["export", &name(&one)]).await.is_err());
    let empty = sqlite(folder.path(), "empty");
    for (content, said) in [
        ("", "line 1"),
        ("{\"kind\":\"foyer-booking\",\"step\":3}\n", "has step 3"),
        ("{\"table\":\"sqlite_master\",\"columns\":[]}\n", "line 1"),
    ] {
        std::fs::write(folder.path().join("bad"), content).unwrap();
        let fault = run(&empty, &["import", &name(&folder.path().join("bad"))]).await.unwrap_err();
        assert!(fault.to_string().contains(said), "{fault}");
    }
    let half = std::fs::read_to_string(&one).unwrap();
    std::fs::write(
        folder.path().join("bad"),
        format!("{half}{{\"table\":\"place\",\"columns\":[\"office; --\"]}}\n"),
    )
    .unwrap();
    assert!(run(&empty, &["import", &name(&folder.path().join("bad"))]).await.is_err());
    assert_eq!(run(&empty, &["office", "list"]).await.unwrap().lines().count(), 1, "nothing of it stays");
    run(&empty, &["import", &name(&one)]).await.unwrap();
}

/// What the server tidies up behind who cancels takes nothing away from an export that has begun.
#[tokio::test(flavor = "multi_thread")]
async fn an_export_keeps_the_names_of_all_others() {
    let server = Server::start().await;
    server.book("reisepass", EIGHT).await;
    let booking = server.book("reisepass", EIGHT).await;
    let kept = &server.folder.kept;
    // The export is held up between its first table and that of the contacts.
    let connection = kept.connection();
    let (locks, locked) = std::sync::mpsc::channel();
    let (over, ends) = std::sync::mpsc::channel::<()>();
    let holding_up = std::thread::spawn(move || {
        let mut client = postgres::Client::connect(&connection, postgres::NoTls).unwrap();
        client.batch_execute("begin; lock table open_span in access exclusive mode").unwrap();
        locks.send(()).unwrap();
        ends.recv().unwrap_err();
    });
    locked.recv().unwrap();
    let (config, file) = (server.folder.config(MONDAY), server.folder.dir.path().join("export"));
    let path = file.to_str().unwrap().to_owned();
    let exporting = tokio::spawn(async move { run(&config, &["export", &path]).await.unwrap() });
    let waits = "select count(*) from pg_locks where not granted";
    until("the export waits", async || (kept.number(waits) == 1).then_some(())).await;
    // Its answer comes after the tidying up.
    server.cancel(booking.secret, &booking.pin.unwrap()).await.unwrap();
    drop(over);
    holding_up.join().unwrap();
    exporting.await.unwrap();
    let exported = std::fs::read_to_string(&file).unwrap();
    assert_eq!(exported.matches("Erika Mustermann").count(), 2, "as it was when the export began");
    server.stop().await;
}
