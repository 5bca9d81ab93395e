//! How many check-ins a second the lobby makes durable with 300 connections, beside what the disk does one
//! at a time and what a server does that decides and stores nothing, in one run.

use crate::bare;
use anyhow::{Context, Result, ensure};
use chrono::{SubsecRound, TimeDelta};
use foyer_client::Server;
use foyer_domain::Timestamp;
use foyer_protocol::lobby::{CheckInAnswer, CheckInReply, CheckInRequest, DeviceKind, Presented};
use foyer_protocol::nonce::Nonce;
use foyer_tests::house::{self, BUSY_PLACES, House};
use foyer_tests::measure::{self, Durations};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

const START: &str = "2026-11-23T08:00:00Z";
const CONNECTIONS: usize = 300;
/// Starts in the four hours of the widest window, and how many minutes they are apart.
const STARTS: (i64, i64) = (47, 5);
const COMMITS: Duration = Duration::from_secs(4);

/// Measures.
///
/// # Errors
/// A part does not do what it should.
pub async fn run() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let office = house::busy_office(folder.path())?;
    let house = House::open(folder.path(), &office, START.parse()?).await?;
    let requests = Arc::new(codes(&house, STARTS).await?);
    let (_, lobby) = house.enrol(DeviceKind::Kiosk, "Messung").await?;

    let before = measure::single_commits_per_second(folder.path(), COMMITS)?;
    let (bare_rate, bare) = with_bare_server(folder.path(), &requests).await?;
    let (rate, durations, answers) = load(Arc::new(lobby), &requests, house.now()).await?;
    let after = measure::single_commits_per_second(folder.path(), COMMITS)?;

    let numbers: BTreeSet<_> = answers.iter().filter_map(number).collect();
    ensure!(numbers.len() == requests.len(), "{} numbers of {}", numbers.len(), requests.len());
    let single = f64::midpoint(before, after);
    println!("single durable commits: {single:.0} a second ({before:.0} before, {after:.0} after)");
    println!("answers without a decision: {bare_rate:.0} a second; {}", bare.summary());
    println!("durable check-ins: {rate:.0} a second; {}", durations.summary());
    println!("ratios: {:.1} × single commits, {:.2} × bare answers", rate / single, rate / bare_rate);
    Ok(())
}

/// Books all places of so many starts, so many minutes apart; gives their codes.
pub async fn codes(house: &House, (starts, apart): (i64, i64)) -> Result<Vec<String>> {
    let start: Timestamp = START.parse()?;
    let mut codes = Vec::new();
    for step in 1..=starts {
        let at = start + TimeDelta::minutes(apart * step);
        let books = (0..BUSY_PLACES).map(|_| house.book("meldung", at));
        for booking in futures_util::future::try_join_all(books).await? {
            codes.push(booking.check_in_code.context("a confirmed booking has a code")?);
        }
    }
    Ok(codes)
}

/// Presents every code once, over [`CONNECTIONS`] connections; check-ins a second, how long each took, and
/// the answers.
pub async fn load(
    server: Arc<Server>,
    codes: &Arc<Vec<String>>,
    now: Timestamp,
) -> Result<(f64, Durations, Vec<CheckInAnswer>)> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut citizens = JoinSet::new();
    let began = Instant::now();
    for _ in 0..CONNECTIONS {
        let (server, codes, next) = (Arc::clone(&server), Arc::clone(codes), Arc::clone(&next));
        citizens.spawn(async move {
            let mut answered = Vec::new();
            while let Some(code) = codes.get(next.fetch_add(1, Ordering::Relaxed)) {
                let request = CheckInRequest {
                    presented: Presented::Scan(code.clone()),
                    seen_at: now.trunc_subsecs(0),
                    with: None,
                };
                let asked = Instant::now();
                let reply: CheckInReply = server.post("/check-ins", Nonce::random(), &request).await?;
                answered.push((asked.elapsed(), reply.answer));
            }
            anyhow::Ok(answered)
        });
    }
    let mut all = Vec::new();
    while let Some(answered) = citizens.join_next().await {
        all.extend(answered??);
    }
    let rate = all.len() as f64 / began.elapsed().as_secs_f64();
    let durations = all.iter().map(|(took, _)| *took).collect();
    Ok((rate, durations, all.into_iter().map(|(_, answer)| answer).collect()))
}

fn number(answer: &CheckInAnswer) -> Option<String> {
    match answer {
        CheckInAnswer::CheckedIn { ticket } => Some(ticket.number.to_string()),
        _ => None,
    }
}

/// The same load on a server, a process of its own, that answers at once.
async fn with_bare_server(folder: &Path, codes: &Arc<Vec<String>>) -> Result<(f64, Durations)> {
    let (_program, server) = bare::start(folder)?;
    let (rate, durations, _) = load(Arc::new(server), codes, START.parse()?).await?;
    Ok((rate, durations))
}
