//! What the booking server bears: searches, bookings, rivals.

use anyhow::{Context, Result, ensure};
use chrono::{Days, NaiveDate};
use foyer_tests::measure::Durations;
use foyer_tests::postgres::Database;
use foyer_tests::program::{self, Program};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::task::JoinSet;
use uuid::Uuid;

const OFFICES: usize = 10;
const SERVICES: usize = 20;
/// The Monday on which the demo clock stands, before the offices open.
const NOW: &str = "2026-11-23T05:30:00Z";
const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
/// So many bookings are there already.
const BOOKED: usize = 4_000;
const RIVALS: usize = 1_000;
const ROUNDS: usize = 5;

/// An office open from 8 to 18 on work days, with ten counters.
fn office(number: usize) -> String {
    let mut text = format!(
        "id = \"o{number}\"\nnumber = {number}\nname = \"Amt {number}\"\naddress = \"Platz {number}\"\n\
         time_zone = \"Europe/Berlin\"\n[rules]\nhorizon_days = 90\n\
         [[areas]]\nid = \"a\"\nname = \"Wartebereich\"\nletter = \"A\"\n"
    );
    for service in 0..SERVICES {
        let minutes = 10 + service % 4 * 5;
        write!(text, "[[services]]\nid = \"s{service}\"\nname = \"Anliegen {service}\"\nminutes = {minutes}\narea = \"a\"\n")
            .expect("a string takes any text");
    }
    for counter in 1..=10 {
        write!(text, "[[counters]]\nid = \"{counter}\"\nname = \"Schalter {counter}\"\narea = \"a\"\n")
            .expect("a string takes any text");
    }
    text + "[[hours]]\nweekdays = [\"Mon\", \"Tue\", \"Wed\", \"Thu\", \"Fri\"]\nfrom = \"08:00:00\"\n\
            to = \"18:00:00\"\nplaces = 10\n"
}

/// What runs while it is measured.
struct Running {
    _programs: Vec<Program>,
    _folder: TempDir,
}

/// Some servers on one database.
struct City {
    bases: Vec<String>,
    http: Client,
}

impl City {
    fn start(data: &str, servers: usize, folder: TempDir) -> Result<(Self, Running)> {
        let config = folder.path().join("booking.toml");
        let listen = "[listen]\naddress = \"127.0.0.1:0\"\n";
        std::fs::write(&config, format!("demo = true\n[clock]\nstart = \"{NOW}\"\n{listen}{data}"))?;
        for number in 1..=OFFICES {
            let file = folder.path().join("office.toml");
            std::fs::write(&file, office(number))?;
            program::run(command(&config)?.args(["office", "import"]).arg(file))?;
        }
        let (mut programs, mut bases) = (Vec::new(), Vec::new());
        for number in 0..servers {
            let mut serve = command(&config)?;
            serve.arg("serve");
            let mut server = Program::start(serve, &folder.path().join(format!("{number}.log")))?;
            bases.push(server.line_after("listening on ", Duration::from_secs(10))?);
            programs.push(server);
        }
        foyer_tests::http::provide();
        let http = Client::builder().pool_max_idle_per_host(2_000).build()?;
        Ok((Self { bases, http }, Running { _programs: programs, _folder: folder }))
    }

    fn base(&self, at: usize) -> &str {
        &self.bases[at % self.bases.len()]
    }

    async fn post(&self, at: usize, path: &str, body: Value) -> Result<(StatusCode, Value)> {
        let request = self.http.post(format!("{}/api/v1{path}", self.base(at)));
        let request = request.header("idempotency-key", Uuid::new_v4().to_string()).json(&body);
        let response = request.send().await?;
        Ok((response.status(), response.json().await?))
    }

    async fn hold(&self, at: usize, office: usize, start: &str) -> Result<(StatusCode, Value)> {
        let services = json!([{ "service": format!("s{}", at % SERVICES), "quantity": 1 }]);
        self.post(at, &format!("/offices/o{office}/holds"), json!({ "services": services, "start": start }))
            .await
    }

    /// Holds and confirms; whether the time was free.
    async fn book(&self, at: usize) -> Result<bool> {
        let (status, held) = self.hold(at, 1 + at % OFFICES, &start(at)).await?;
        let Some(hold) = held["hold"].as_str().filter(|_| status == StatusCode::OK) else {
            ensure!(status == StatusCode::CONFLICT, "{status}: {held}");
            return Ok(false);
        };
        let contact = json!({ "name": "Erika Mustermann", "email": "erika@example.org" });
        let (status, said) = self.post(at, &format!("/holds/{hold}/confirm"), contact).await?;
        ensure!(status == StatusCode::OK, "{status}: {said}");
        Ok(true)
    }

    /// What a citizen looks at: 90 days, the times of one, and the nine other offices.
    async fn search(&self, at: usize) -> Result<()> {
        let (office, one, two) = (1 + at % OFFICES, at % SERVICES, (at + 7) % SERVICES);
        let path = format!("/o{office}/times?q-s{one}=1&q-s{two}=1&lang=de");
        let response = self.http.get(format!("{}{path}", self.base(at))).send().await?;
        let (status, text) = (response.status(), response.text().await?);
        ensure!(status == StatusCode::OK && text.contains("Amt"), "{status}: {text}");
        Ok(())
    }
}

fn command(config: &Path) -> Result<Command> {
    let mut command = Command::new(program::built("foyer-booking")?);
    command.arg("--config").arg(config);
    Ok(command)
}

/// A start that differs with each number: over the work days of 12 weeks, 9 to 17 o'clock, every five minutes.
fn start(at: usize) -> String {
    let at = at / OFFICES;
    let (day, slot) = (at % 60, at / 60 % 96);
    let date = MONDAY + Days::new((1 + day / 5 * 7 + day % 5) as u64);
    // Five days from Tuesday on; Saturdays become Mondays.
    let date = if day % 5 == 4 { date + Days::new(2) } else { date };
    format!("{date}T{:02}:{:02}:00Z", 8 + slot / 12, slot % 12 * 5)
}

/// Asks `rate` times a second for a while, whether answers come or not; each is measured from when it was due.
async fn at_a_rate(city: &Arc<City>, rate: u32, seconds: u32) -> Result<Durations> {
    let begun = Instant::now();
    let mut asked = JoinSet::new();
    for number in 0..rate * seconds {
        let due = begun + Duration::from_secs(1) * number / rate;
        tokio::time::sleep_until(due.into()).await;
        let city = Arc::clone(city);
        asked.spawn(async move { city.search(number as usize).await.map(|()| due.elapsed()) });
    }
    asked.join_all().await.into_iter().collect()
}

/// As many as go with so many at a time: how many a second, and how long each took.
async fn as_many_as_go<T: Future<Output = Result<bool>> + Send>(
    city: &Arc<City>,
    at_a_time: usize,
    seconds: u64,
    job: impl Fn(Arc<City>, usize) -> T + Clone + Send + 'static,
) -> Result<(f64, Durations)> {
    let next = Arc::new(AtomicUsize::new(BOOKED));
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut workers = JoinSet::new();
    for _ in 0..at_a_time {
        let (city, next, job) = (Arc::clone(city), Arc::clone(&next), job.clone());
        workers.spawn(async move {
            let mut took = Vec::new();
            while Instant::now() < until {
                let begun = Instant::now();
                if job(Arc::clone(&city), next.fetch_add(1, Ordering::Relaxed)).await? {
                    took.push(begun.elapsed());
                }
            }
            Ok(took)
        });
    }
    let all: Result<Vec<_>> = workers.join_all().await.into_iter().collect();
    let all: Vec<Duration> = all?.into_iter().flatten().collect();
    Ok((all.len() as f64 / seconds as f64, all.into_iter().collect()))
}

/// Many want the last place of an office's morning at once.
async fn rush(city: &Arc<City>, round: usize) -> Result<Durations> {
    // Nobody has booked on the Monday.
    let start = format!("{MONDAY}T{:02}:00:00Z", 8 + round);
    for _ in 0..9 {
        let (status, said) = city.hold(0, 1, &start).await?;
        ensure!(status == StatusCode::OK, "{status}: {said}");
    }
    let won = Arc::new(AtomicU64::new(0));
    let mut rivals = JoinSet::new();
    for rival in 0..RIVALS {
        let (city, won, start) = (Arc::clone(city), Arc::clone(&won), start.clone());
        rivals.spawn(async move {
            let begun = Instant::now();
            let (status, said) = city.hold(rival, 1, &start).await?;
            let took = begun.elapsed();
            match status {
                StatusCode::OK => drop(won.fetch_add(1, Ordering::Relaxed)),
                StatusCode::CONFLICT => {}
                _ => anyhow::bail!("{status}: {said}"),
            }
            Ok(took)
        });
    }
    let took: Result<Durations> = rivals.join_all().await.into_iter().collect();
    ensure!(
        won.load(Ordering::Relaxed) == 1,
        "{} of {RIVALS} got the last place",
        won.load(Ordering::Relaxed)
    );
    took
}

/// What PostgreSQL alone does with 100 who want one place: a lock first, then the row.
fn slot_lock() -> Result<Durations> {
    let database = Database::new(true)?;
    database.execute("create table place (slot bigint primary key)")?;
    let connections: Result<Vec<_>, _> =
        (0..100).map(|_| postgres::Client::connect(&database.connection(), postgres::NoTls)).collect();
    let mut connections = connections?;
    let mut all = Durations::default();
    for slot in 0..ROUNDS as i64 {
        let took = std::thread::scope(|scope| {
            let rival = |client| scope.spawn(move || want(client, slot));
            let rivals: Vec<_> = connections.iter_mut().map(rival).collect();
            rivals
                .into_iter()
                .map(|rival| rival.join().unwrap_or_else(|_| unreachable!()))
                .collect::<Result<Vec<_>>>()
        })?;
        all.extend(took);
    }
    Ok(all)
}

fn want(client: &mut postgres::Client, slot: i64) -> Result<Duration> {
    let begun = Instant::now();
    let mut transaction = client.transaction()?;
    transaction.execute("select pg_advisory_xact_lock($1)", &[&slot])?;
    transaction.execute("insert into place (slot) values ($1) on conflict do nothing", &[&slot])?;
    transaction.commit()?;
    Ok(begun.elapsed())
}

async fn measure(name: &str, (city, _running): (City, Running)) -> Result<Durations> {
    let city = Arc::new(city);
    let filled = as_many(&city).await?;
    println!("{name}: {filled} bookings are there");
    let at_rate = at_a_rate(&city, 300, 10).await?;
    println!("  300 searches a second: {}", at_rate.summary());
    let search = |city: Arc<City>, at| async move { city.search(at).await.map(|()| true) };
    let (rate, took) = as_many_as_go(&city, 32, 10, search).await?;
    println!("  searches, as many as go: {rate:.0} a second, {}", took.summary());
    let book = |city: Arc<City>, at| async move { city.book(at).await };
    let (rate, took) = as_many_as_go(&city, 64, 10, book).await?;
    println!("  bookings (hold and confirm): {rate:.0} a second, {}", took.summary());
    let mut all = Durations::default();
    for round in 0..ROUNDS {
        all.extend(rush(&city, round).await?);
    }
    println!("  {RIVALS} rivals for the last place, {ROUNDS} times: one got it each time, {}", all.summary());
    Ok(all)
}

async fn as_many(city: &Arc<City>) -> Result<usize> {
    let mut booked = 0;
    for some in (0..BOOKED).collect::<Vec<_>>().chunks(64) {
        let mut jobs = JoinSet::new();
        for at in some.iter().copied() {
            let city = Arc::clone(city);
            jobs.spawn(async move { city.book(at).await });
        }
        for done in jobs.join_all().await {
            booked += usize::from(done?);
        }
    }
    Ok(booked)
}

fn folder() -> Result<(TempDir, PathBuf)> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    Ok((folder, data))
}

pub async fn run() -> Result<()> {
    println!("an answer of the page counts when it has arrived; whoever asks runs on the same cores");
    let (here, data) = folder()?;
    measure("SQLite, one server", City::start(&format!("[data]\ndir = {data:?}\n"), 1, here)?).await?;
    let (here, _) = folder()?;
    let database = Database::new(true)?;
    let data = format!("[data.postgres]\nconnection = \"{}\"\n", database.connection());
    let rush = measure("PostgreSQL, three servers", City::start(&data, 3, here)?).await?;
    let locks = tokio::task::spawn_blocking(slot_lock).await.context("the database's own rivals")??;
    println!("PostgreSQL alone, 100 rivals behind one lock, {ROUNDS} times: {}", locks.summary());
    let ratio = rush.percentile(99).as_secs_f64() / locks.percentile(99).as_secs_f64();
    println!(
        "ratio of the 99th percentiles, {RIVALS} rivals of three servers to 100 of the database alone: {ratio:.1}"
    );
    Ok(())
}
