//! A day of 5,000 visits at 20 counters: everybody checks in, is called, started and finished; how many presses of
//! "next" a second become durable, what 1,000 at once come to, and how long the day's log takes to be read again.

use crate::check_ins::{codes, load};
use anyhow::{Context, Result, ensure};
use foyer_protocol::lobby::DeviceKind;
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::Clerk;
use foyer_tests::house::{self, House};
use foyer_tests::measure::{self, Durations};
use foyer_tests::program;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

const START: &str = "2026-11-23T08:00:00Z";
const COUNTERS: usize = 20;
/// Starts in the four hours of the widest window, and how many minutes they are apart: 3,008 places.
const STARTS: (i64, i64) = (47, 5);
/// Citizens without a number whom each clerk serves at once after these, so that there are 5,000 visits.
const WITHOUT_NUMBER: usize = 100;
/// Presses of each clerk, in as many tabs, at one moment.
const AT_ONCE: usize = 50;
const COMMITS: Duration = Duration::from_secs(4);
const LIMIT: Duration = Duration::from_secs(20);

/// Measures.
///
/// # Errors
/// A part does not do what it should.
pub async fn run() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut house = House::open(folder.path(), &office(folder.path())?, START.parse()?).await?;
    let codes = Arc::new(codes(&house, STARTS).await?);
    let (_, kiosk) = house.enrol(DeviceKind::Kiosk, "Messung").await?;
    let before = measure::single_commits_per_second(folder.path(), COMMITS)?;
    let (rate, durations, _) = load(Arc::new(kiosk), &codes, house.now()).await?;
    println!("{} check-ins: {rate:.0} a second; {}", codes.len(), durations.summary());

    let clerks = clerks(&house).await?;
    at_once(&clerks).await?;
    let began = Instant::now();
    let (called, next, rest) = served(&clerks).await?;
    let seconds = began.elapsed().as_secs_f64();
    let after = measure::single_commits_per_second(folder.path(), COMMITS)?;
    ensure!(called.len() == codes.len(), "{} of {} were called", called.len(), codes.len());
    let single = f64::midpoint(before, after);
    println!("single durable commits: {single:.0} a second ({before:.0} before, {after:.0} after)");
    let presses = next.len() + rest.len();
    let (next_rate, rate) = (next.len() as f64 / seconds, presses as f64 / seconds);
    println!("\"next\" by {COUNTERS} clerks: {}", next.into_iter().collect::<Durations>().summary());
    println!("\"begins\" and \"done\": {}", rest.into_iter().collect::<Durations>().summary());
    println!(
        "{presses} presses, each with its rendered desk: {rate:.0} a second; \"next\": {next_rate:.0}; {:.2} × single commits",
        rate / single,
    );
    let visits = codes.len() + without_number(&clerks).await?;
    println!("the day has {visits} visits");
    let memory = measure::resident_megabytes(house.lobby.program.id())?;
    println!("lobby after the day: {memory:.1} MB resident");

    house.lobby.program.stop(LIMIT)?;
    let mut replay = Command::new(program::built("foyer-lobby")?);
    replay.arg("replay").arg("--config").arg(&house.lobby.config);
    let began = Instant::now();
    let said = program::run(&mut replay)?;
    println!("`foyer-lobby replay` of the day: {:.2} s", began.elapsed().as_secs_f64());
    print!("{said}");
    let began = Instant::now();
    house.start_lobby_again().await?;
    println!("the lobby with that day is ready again after {:.2} s", began.elapsed().as_secs_f64());
    Ok(())
}

/// The busy office with more counters.
///
/// # Errors
/// The folder takes no file.
pub fn office(folder: &Path) -> Result<PathBuf> {
    let file = house::busy_office(folder)?;
    let mut text = std::fs::read_to_string(&file)?;
    for number in 0..COUNTERS {
        let id = counter(number);
        write!(
            text,
            "\n[[counters]]\nid = \"{id}\"\nname = {{ de = \"Platz {id}\", en = \"Place {id}\" }}\n"
        )?;
        writeln!(text, "area = \"eg\"\nservices = [\"ausweis\", \"meldung\"]\ndirection = \"left\"")?;
    }
    std::fs::write(&file, text)?;
    Ok(file)
}

fn counter(number: usize) -> String {
    (number + 11).to_string()
}

/// Somebody at each of these counters.
///
/// # Errors
/// The lobby does not take them.
pub async fn clerks(house: &House) -> Result<Vec<(Clerk, String)>> {
    let mut clerks = Vec::new();
    for number in 0..COUNTERS {
        let (name, counter) = (format!("person{number}"), counter(number));
        house.add_staff(&name, "clerk")?;
        let clerk = Clerk::sign_in(house, &name).await?;
        clerk.open(&counter).await?;
        clerks.push((clerk, counter));
    }
    Ok(clerks)
}

/// All clerks press "next" in many tabs at one moment: one citizen for each counter, and an error for nobody.
async fn at_once(clerks: &[(Clerk, String)]) -> Result<()> {
    let mut presses = JoinSet::new();
    let mut desks: Vec<Arc<str>> = Vec::new();
    for (clerk, counter) in clerks {
        desks.push(clerk.desk(counter).await?.into());
    }
    let began = Instant::now();
    for ((clerk, counter), desk) in clerks.iter().zip(&desks) {
        for _ in 0..AT_ONCE {
            let (clerk, counter, desk) = (clerk.clone(), counter.clone(), Arc::clone(desk));
            presses.spawn(async move {
                let pressed = Instant::now();
                let done = clerk.press_on(&desk, &counter, "next", Nonce::random()).await?;
                anyhow::Ok((counter, done.number(), pressed.elapsed()))
            });
        }
    }
    let (mut called, mut took) = (BTreeSet::new(), Durations::default());
    while let Some(done) = presses.join_next().await {
        let (counter, number, one) = done??;
        called.insert((number.with_context(|| format!("nobody is at counter {counter}"))?, counter));
        took.push(one);
    }
    let seconds = began.elapsed().as_secs_f64();
    let numbers: BTreeSet<&String> = called.iter().map(|(number, _)| number).collect();
    let counters: BTreeSet<&String> = called.iter().map(|(_, counter)| counter).collect();
    ensure!(
        called.len() == COUNTERS && numbers.len() == COUNTERS && counters.len() == COUNTERS,
        "{called:?}"
    );
    println!(
        "{} presses of \"next\" at once, {COUNTERS} counters: {} people, nobody twice, no error; {seconds:.2} s; {}",
        COUNTERS * AT_ONCE,
        numbers.len(),
        took.summary()
    );
    Ok(())
}

/// Each clerk serves some who have no number.
async fn without_number(clerks: &[(Clerk, String)]) -> Result<usize> {
    let mut days = JoinSet::new();
    for (clerk, counter) in clerks {
        let (clerk, counter) = (clerk.clone(), counter.clone());
        days.spawn(async move {
            let path = format!("/desk/{counter}");
            for _ in 0..WITHOUT_NUMBER {
                let nonce = Nonce::random().to_string();
                let form =
                    [("do", "serve_at_once"), ("nonce", &nonce), ("visit", ""), ("service", "meldung")];
                clerk.send(&path, &form).await?;
                ensure!(clerk.press(&counter, "finish").await?.done(), "\"finish\" at {counter}");
            }
            anyhow::Ok(())
        });
    }
    while let Some(day) = days.join_next().await {
        day??;
    }
    Ok(clerks.len() * WITHOUT_NUMBER)
}

/// Each clerk goes on until nobody waits: who was called, how long "next" took, and the other presses.
async fn served(clerks: &[(Clerk, String)]) -> Result<(BTreeSet<String>, Vec<Duration>, Vec<Duration>)> {
    let mut days = JoinSet::new();
    for (clerk, counter) in clerks {
        let (clerk, counter) = (clerk.clone(), counter.clone());
        days.spawn(async move {
            let (mut called, mut next, mut rest) = (Vec::new(), Vec::new(), Vec::new());
            let mut desk = clerk.desk(&counter).await?;
            loop {
                let at_counter = desk.contains("class=\"at__number\"");
                let mut press = async |what: &str, took: &mut Vec<Duration>| {
                    let pressed = Instant::now();
                    let done = clerk.press_on(&desk, &counter, what, Nonce::random()).await?;
                    took.push(pressed.elapsed());
                    desk = clerk.desk(&counter).await?;
                    anyhow::Ok(done)
                };
                if !at_counter && press("next", &mut next).await?.number().is_none() {
                    break;
                }
                let started = press("start", &mut rest).await?;
                called.push(started.number().context("somebody is served")?);
                ensure!(press("finish", &mut rest).await?.done(), "\"finish\" at {counter}");
            }
            anyhow::Ok((called, next, rest))
        });
    }
    let (mut all, mut next, mut rest) = (BTreeSet::new(), Vec::new(), Vec::new());
    while let Some(day) = days.join_next().await {
        let (called, nexts, others) = day??;
        for number in called {
            ensure!(all.insert(number.clone()), "{number} was called twice");
        }
        next.extend(nexts);
        rest.extend(others);
    }
    Ok((all, next, rest))
}
